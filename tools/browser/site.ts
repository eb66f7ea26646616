import { createServer as createHttpServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { createCertificate } from './certificate.ts';

export interface Page {
  readonly body: string | Uint8Array;
  /** Default `text/html; charset=utf-8`. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default 200. */
  readonly status?: number;
}

/** What to answer for an address, with the headers of the request; null is "not found". */
export type Answer = (url: URL, headers: IncomingHttpHeaders) => Page | null;

/** A site on loopback that speaks for every host name the browser was told to look for here. */
export interface Site {
  /** TLS port on 127.0.0.1. */
  readonly port: number;
  /** A proxy on 127.0.0.1 that leads every connection, whatever its host, to `port`: for browsers that cannot map hosts. */
  readonly proxyPort: number;
  /** Every address that was asked for, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts a TLS server, and the proxy in front of it, for finance host names on loopback. */
export async function startSite(answer: Answer): Promise<Site> {
  const requests: string[] = [];
  const server = createTlsServer(await createCertificate(), respond(answer, 'https', requests));
  const port = await listen(server);
  const proxy = createHttpServer((request, response) => {
    // Plain http addresses arrive as absolute request lines.
    requests.push(request.url ?? '');
    response.writeHead(404).end();
  });
  // The server does not count a tunnel among its connections, and would wait for it for ever.
  const tunnels = new Set<Socket>();
  proxy.on('connect', (_request: IncomingMessage, client: Socket) => {
    tunnels.add(client);
    client.on('close', () => tunnels.delete(client));
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    const end = (): void => {
      upstream.destroy();
      client.destroy();
    };
    upstream.on('error', end);
    client.on('error', end);
  });
  const proxyPort = await listen(proxy);
  return {
    port,
    proxyPort,
    requests,
    close: async () => {
      for (const client of tunnels) client.destroy();
      await Promise.all([closeServer(server), closeServer(proxy)]);
    },
  };
}

/** Starts a plain HTTP server on loopback; pages have addresses `http://127.0.0.1:PORT/…`. */
export async function startPlainSite(answer: Answer): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = createHttpServer(respond(answer, 'http', []));
  const port = await listen(server);
  return { origin: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

function respond(answer: Answer, scheme: string, requests: string[]) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? 'localhost'}`);
    requests.push(url.href);
    const page = answer(url, request.headers);
    if (!page) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    response.writeHead(page.status ?? 200, { 'content-type': page.type ?? 'text/html; charset=utf-8', ...page.headers });
    response.end(page.body);
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
