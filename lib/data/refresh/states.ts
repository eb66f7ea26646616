/** What is remembered of sources and hosts between refreshes, so that a worker goes on where another one stopped. */
import type { SourceFailure } from '../../market/source-failure.ts';
import type { Database, HostRow, SourceRow } from '../database.ts';
import { FetchFailure } from './fetch-failure.ts';
import { delayAfter } from './schedule.ts';

export async function sourceStates(database: Database): Promise<ReadonlyMap<string, SourceRow>> {
  return new Map((await database.sources.toArray()).map((row) => [row.id, row]));
}

export async function hostStates(database: Database): Promise<ReadonlyMap<string, HostRow>> {
  return new Map((await database.hosts.toArray()).map((row) => [row.host, row]));
}

export async function noteSuccess(database: Database, id: string, now: number): Promise<void> {
  await database.sources.put({ id, lastSuccess: now, failure: null, failures: 0, nextTry: null, setAt: null });
}

/** Notes a failure of a source, and when it is tried again. */
export async function noteFailure(
  database: Database,
  id: string,
  about: { readonly error: FetchFailure; readonly failures: number; readonly now: number; readonly chance: number },
): Promise<void> {
  const { error, failures, now, chance } = about;
  const before = await database.sources.get(id);
  // Without the permission there is nothing to try: the reader has to give it first.
  const nextTry = error.failure.code === 'no-permission' ? null : now + delayAfter(error.failure, error.retryAfterMs, failures, chance);
  await database.sources.put({ id, lastSuccess: before?.lastSuccess ?? null, failure: error.failure, failures, nextTry, setAt: now });
}

/** Leaves a host alone for as long as the failure calls for. */
export async function holdHost(
  database: Database,
  host: string,
  about: { readonly error: FetchFailure; readonly failures: number; readonly now: number; readonly chance: number },
): Promise<void> {
  const { error, failures, now, chance } = about;
  const { failure, retryAfterMs } = error;
  await database.hosts.put({
    host,
    notBefore: now + delayAfter(failure, retryAfterMs, failures, chance),
    setAt: now,
    failure,
    isHostsWish: retryAfterMs !== null || failure.code === 'banned' || failure.code === 'too-many',
  });
}

/** What storing failed with, as a failure of the source. Dexie hides the reason of a broken-off transaction inside. */
export function storageFailure(error: unknown): FetchFailure {
  const isFull = namesIn(error).some((name) => name.includes('QuotaExceeded'));
  return new FetchFailure(isFull ? 'disk-full' : 'storage', isFull ? {} : { detail: error instanceof Error ? error.message : String(error) });
}

function namesIn(error: unknown): readonly string[] {
  if (!(error instanceof Error || error instanceof DOMException)) return [];
  const inner: unknown = 'inner' in error ? error.inner : error.cause;
  return [error.name, ...(inner === error ? [] : namesIn(inner))];
}

/** Notes that the data in use could not be built anew; null when they could. */
export async function noteBuild(database: Database, failure: SourceFailure | null, now: number): Promise<void> {
  if (failure === null) await database.meta.delete('build');
  else await database.meta.put({ key: 'build', failure, at: now });
}
