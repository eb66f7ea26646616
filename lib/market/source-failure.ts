/**
 * Why a source did not give what it was asked for.
 *
 * `unreachable`: no connection, or it broke off. `timed-out`: no answer in time. `too-slow`: the body came in drops.
 * `too-large`: the body was longer than the source's bodies are. `redirected`: sent on to another host. `banned`: the host
 * refuses automated requests for now. `refused`: 401 or 403. `not-found`: 404 or 410. `too-many`: 429. `server`: 5xx.
 * `status`: any other status. `format`: an answer that is not the data, or not whole. `implausible`: data that cannot be
 * (a day to come, a level of nothing). `no-permission`: the browser does not let the extension ask this host.
 * `disk-full`: no room to store it. `storage`: storing failed for another reason.
 */
export type FailureCode =
  | 'unreachable'
  | 'timed-out'
  | 'too-slow'
  | 'too-large'
  | 'redirected'
  | 'banned'
  | 'refused'
  | 'not-found'
  | 'too-many'
  | 'server'
  | 'status'
  | 'format'
  | 'implausible'
  | 'no-permission'
  | 'disk-full'
  | 'storage';

/** What became of one request that failed. */
export interface SourceFailure {
  readonly code: FailureCode;
  /** HTTP status; null where there was none. */
  readonly status: number | null;
  /** The fault in words, from the reader of the file ("IWM.csv, line 10: …"); null where the code says all. */
  readonly detail: string | null;
}
