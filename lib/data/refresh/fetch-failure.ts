import type { FailureCode, SourceFailure } from '../../market/source-failure.ts';

/** What a request failed with, beside its code. */
export interface FailureDetails {
  readonly status?: number;
  readonly detail?: string;
  /** How long the server asked to be left alone, in milliseconds. */
  readonly retryAfterMs?: number | null;
}

/** A request, or what came of it, that cannot be used. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  readonly failure: SourceFailure;
  readonly retryAfterMs: number | null;

  constructor(code: FailureCode, { status, detail, retryAfterMs }: FailureDetails = {}) {
    super(detail ?? code);
    this.failure = { code, status: status ?? null, detail: detail ?? null };
    this.retryAfterMs = retryAfterMs ?? null;
  }
}

/** Failures that are the host's and not the request's: nothing else is asked of that host for now. */
const OF_HOST: ReadonlySet<FailureCode> = new Set(['unreachable', 'timed-out', 'too-slow', 'banned', 'too-many', 'server']);

export function isOfHost({ code }: SourceFailure): boolean {
  return OF_HOST.has(code);
}
