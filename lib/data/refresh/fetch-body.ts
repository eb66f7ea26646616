/** One request over the network: a body within its limits, or a failure that says what happened. */
import type { SourceRequest } from '../sources/source.ts';
import { FetchFailure } from './fetch-failure.ts';

/** With what a source told its last answer apart from others. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetched =
  | ({ readonly kind: 'body'; readonly body: Uint8Array } & Validators)
  /** The body of the last time is still the newest. */
  | { readonly kind: 'unchanged' }
  /** The source says that there is none, by one of the request's `emptyStatuses`. */
  | { readonly kind: 'none' };

export interface FetchLimits {
  /** Longest wait for the status line, and for each further piece of the body, in milliseconds. */
  readonly silenceMs: number;
  /** Longest time for the whole body, in milliseconds. */
  readonly totalMs: number;
  /** Slowest body in bytes a second, looked at once `silenceMs` have gone by. */
  readonly slowestRate: number;
}

export const FETCH_LIMITS: FetchLimits = { silenceMs: 30_000, totalMs: 240_000, slowestRate: 1_000 };

/** The browser's `fetch`, as far as it is used. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/** What requests are made with. */
export interface Network {
  readonly fetch: Fetcher;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly limits?: FetchLimits;
}

const MAX_REDIRECTS = 3;

/** How much of a refusal is read to find out what it is. */
const REFUSAL_BYTES = 64 * 1024;

/** What pages say that refuse whoever asks by program, or too often. */
const BAN_WORDS =
  /rate threshold|undeclared automated|automated (?:tool|access|quer)|unusual traffic|too many requests|temporarily (?:blocked|banned)|(?:access|request) (?:is |was |has been )?(?:denied|blocked)|captcha|are you a (?:robot|human)/i;

/**
 * Asks once. Credentials are never sent; a redirect is followed on the same host only; the body is counted as it comes
 * in, unpacked, and broken off when it is too long or too slow.
 *
 * @param validators of the body that is in storage; null to have the whole body in any case
 * @throws {FetchFailure}
 */
export async function fetchBody(
  { fetch: fetcher, now, limits = FETCH_LIMITS }: Network,
  request: SourceRequest,
  validators: Validators | null,
): Promise<Fetched> {
  const abort = new AbortController();
  const total = setTimeout(() => abort.abort(new FetchFailure('too-slow')), limits.totalMs);
  try {
    const response = await answerTo(fetcher, request, conditions(request, validators), abort, limits);
    if (response.status === 304 && validators !== null) return { kind: 'unchanged' };
    if (request.emptyStatuses?.includes(response.status)) return { kind: 'none' };
    if (response.status !== 200) throw await refusal(response, abort, limits, now());
    const { body, isWhole } = await bodyOf(response, request.maxBytes, abort, limits);
    if (!isWhole) throw new FetchFailure('too-large');
    return { kind: 'body', body, etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified') };
  } finally {
    clearTimeout(total);
    // Whatever is left of the body is not waited for.
    abort.abort();
  }
}

function conditions({ headers }: SourceRequest, validators: Validators | null): Record<string, string> {
  return {
    ...headers,
    ...(validators?.etag && { 'If-None-Match': validators.etag }),
    ...(validators?.lastModified && { 'If-Modified-Since': validators.lastModified }),
  };
}

/** The answer after redirects on the host itself. */
async function answerTo(
  fetcher: Fetcher,
  request: SourceRequest,
  headers: Record<string, string>,
  abort: AbortController,
  limits: FetchLimits,
): Promise<Response> {
  let url = request.url;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const response = await once(fetcher, url, { headers, redirect: 'manual' }, abort, limits);
    // Browsers hide where a redirect leads unless they follow it; the extension's policy keeps them to the known hosts.
    if (response.type === 'opaqueredirect') return followed(fetcher, url, headers, abort, limits);
    if (!isRedirect(response.status)) return response;
    const next = new URL(response.headers.get('location') ?? '', url);
    if (next.host !== new URL(url).host || next.protocol !== new URL(url).protocol) {
      throw new FetchFailure('redirected', { status: response.status, detail: next.host });
    }
    url = next.href;
  }
  throw new FetchFailure('redirected', { detail: 'in a circle' });
}

async function followed(
  fetcher: Fetcher,
  url: string,
  headers: Record<string, string>,
  abort: AbortController,
  limits: FetchLimits,
): Promise<Response> {
  const response = await once(fetcher, url, { headers, redirect: 'follow' }, abort, limits).catch((error: unknown) => {
    // The policy refuses another host with the same words as a line that is down; the host answered a moment ago.
    throw error instanceof FetchFailure && error.failure.code === 'unreachable' ? new FetchFailure('redirected') : error;
  });
  if (new URL(response.url).host !== new URL(url).host) {
    throw new FetchFailure('redirected', { detail: new URL(response.url).host });
  }
  return response;
}

async function once(
  fetcher: Fetcher,
  url: string,
  init: RequestInit,
  abort: AbortController,
  limits: FetchLimits,
): Promise<Response> {
  const { signal } = abort;
  const asked = fetcher(url, { ...init, method: 'GET', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', signal });
  return within(limits.silenceMs, asked, abort);
}

/** The result, or a failure when it takes too long or the connection breaks. */
async function within<T>(ms: number, work: Promise<T>, abort: AbortController): Promise<T> {
  const timer = setTimeout(() => abort.abort(new FetchFailure('timed-out')), ms);
  try {
    return await work;
  } catch (error) {
    const { reason } = abort.signal as { reason: unknown };
    if (reason instanceof FetchFailure) throw reason;
    throw error instanceof FetchFailure ? error : new FetchFailure('unreachable', { detail: causeOf(error) });
  } finally {
    clearTimeout(timer);
  }
}

/** Browsers say nothing but "Failed to fetch"; Node names the reason one level further in. */
function causeOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** The body as far as `maxBytes`, and whether that was all of it. */
async function bodyOf(
  response: Response,
  maxBytes: number,
  abort: AbortController,
  limits: FetchLimits,
): Promise<{ readonly body: Uint8Array; readonly isWhole: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const started = performance.now();
  if (response.body === null) return { body: new Uint8Array(), isWhole: true };
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await within(limits.silenceMs, reader.read(), abort);
    if (done) return { body: joined(pieces, length), isWhole: true };
    pieces.push(value);
    length += value.length;
    if (length > maxBytes) return { body: joined(pieces, length), isWhole: false };
    const elapsed = performance.now() - started;
    if (elapsed > limits.silenceMs && (length / elapsed) * 1000 < limits.slowestRate) throw new FetchFailure('too-slow');
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const body = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    body.set(piece, at);
    at += piece.length;
  }
  return body;
}

async function refusal(response: Response, abort: AbortController, limits: FetchLimits, now: number): Promise<FetchFailure> {
  const { status } = response;
  const retryAfterMs = retryAfter(response.headers, now);
  if (status === 429) return new FetchFailure('too-many', { status, retryAfterMs });
  if (status === 403) {
    const { body } = await bodyOf(response, REFUSAL_BYTES, abort, limits).catch(() => ({ body: new Uint8Array() }));
    const isBan = BAN_WORDS.test(new TextDecoder().decode(body));
    return new FetchFailure(isBan ? 'banned' : 'refused', { status, retryAfterMs });
  }
  if (status === 401) return new FetchFailure('refused', { status });
  if (status === 404 || status === 410) return new FetchFailure('not-found', { status });
  return new FetchFailure(status >= 500 ? 'server' : 'status', { status, retryAfterMs });
}

/** A server may ask for more, but a date that is years away is a mistake. */
const LONGEST_RETRY_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * How long the server asks to be left alone (RFC 9110, 10.2.3), at most a week; null when it does not say. A date is
 * taken against the server's own clock where it states one, so that a wrong clock here does not matter.
 */
export function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim();
  if (!text) return null;
  const until = Date.parse(text);
  const serverNow = Date.parse(headers.get('date') ?? '');
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : until - (Number.isNaN(serverNow) ? now : serverNow);
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS);
}
