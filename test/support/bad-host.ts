/** A server on loopback that answers as it is told, and misbehaves in every way that servers do. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Fetcher } from '../../lib/data/refresh/fetch-body.ts';

/** What is done with one request. `good` is the body that a well-behaved server would send. */
export type Behaviour = (response: ServerResponse, good: Buffer, request: IncomingMessage) => void;

export interface BadHost {
  /** Asks this server in place of every host. */
  readonly fetch: Fetcher;
  /** Addresses as they were asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/**
 * Starts the server. `behave` says what to do with an address, and `good` what its body is when all is well; null is
 * "not found".
 */
export async function startBadHost(good: (url: URL) => string | Uint8Array | null, behave: (url: URL) => Behaviour): Promise<BadHost> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(`https://${(request.url ?? '/').slice(1)}`);
    asked.push(url.href);
    const body = good(url);
    if (body === null) response.writeHead(404).end('not found');
    else behave(url)(response, Buffer.from(body), request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    // The host goes into the path, as one server stands for all.
    fetch: (url, init) => fetch(url.replace(/^https:\//, `http://127.0.0.1:${port}`), init),
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A port that nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

export const well: Behaviour = (response, good) => void response.writeHead(200).end(good);

export const withStatus = (status: number, body = '', headers: Record<string, string> = {}): Behaviour => (response) =>
  void response.writeHead(status, headers).end(body);

export const withBody = (change: (good: Buffer) => string | Uint8Array): Behaviour => (response, good) => void response.writeHead(200).end(change(good));

/** A change of a body that is text. */
export const withText = (change: (good: string) => string): Behaviour => withBody((good) => change(good.toString('utf8')));

/** Half of the body, and then the connection is gone. */
export const resetMidBody: Behaviour = (response, good) => {
  response.writeHead(200, { 'content-length': String(good.length) });
  response.write(good.subarray(0, good.length / 2), () => response.socket?.resetAndDestroy());
};

export const silent: Behaviour = () => undefined;

/** One byte at a time, for ever. */
export const dripFeed: Behaviour = (response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write('{'), 20);
  response.on('close', () => clearInterval(timer));
};

/** So many bytes of nothing, for as long as they are taken. */
export const endless = (bytes: number): Behaviour => (response) => {
  response.writeHead(200);
  const piece = Buffer.alloc(256 * 1024, ' ');
  let sent = 0;
  const more = (): void => {
    while (sent < bytes && !response.destroyed) {
      sent += piece.length;
      if (!response.write(piece)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
};

/** 200 MB of blanks in 200 kB: ten times twenty, as a compressed file may be followed by another. */
const BOMB = Buffer.concat(Array.from<Buffer>({ length: 10 }).fill(gzipSync(Buffer.alloc(20 * 1024 * 1024, ' '))));

export const compressionBomb: Behaviour = (response) =>
  void response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': String(BOMB.length) }).end(BOMB);
