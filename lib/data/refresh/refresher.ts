/** Refreshing in the worker: now, at the next time that something is due, and again after the worker was stopped. */
import type { BuildMeta, Database } from '../database.ts';
import { contextNow, knownNow, planNow, refresh } from './refresh.ts';
import type { Progress, Refreshing } from './refresh.ts';
import { sourceStatuses } from './status.ts';
import type { SourceStatus } from './status.ts';

/** Everything about refreshing that the reader is shown. */
export interface RefreshStatus {
  readonly isRunning: boolean;
  readonly sources: readonly SourceStatus[];
  /** Why the data in use could not be built anew from what has come; null when they could. */
  readonly build: Pick<BuildMeta, 'failure' | 'at'> | null;
}

export interface RefresherOptions {
  readonly refreshing: Refreshing;
  /** Wakes the worker at that time; null for never. */
  readonly wakeAt: (when: number | null) => Promise<void>;
  /** Keeps the browser from stopping the worker until the returned function is called. */
  readonly keepAwake: () => () => void;
  /** Done before each refresh. */
  readonly prepare: () => Promise<void>;
}

export interface Refresher {
  /** Asks for everything that is due, and has the worker woken for what is due next. After a refresh that is under way. */
  run(): Promise<void>;
  /** Asks for everything anew: the reader wants it. */
  runAll(): Promise<void>;
  /** Has the worker woken for what is due next, without asking for anything now. */
  arm(): Promise<void>;
  status(): Promise<RefreshStatus>;
}

/** A refresh that is broken off with the worker goes on after so long. */
const RESUME_MS = 60_000;
/** What has come and could not be put in use is tried again after so long, whether or not there is anything to ask. */
const REBUILD_MS = 60 * 60_000;
/** New data are out for everybody at the same minute; not everybody has to ask in it. */
const SPREAD_MS = 20 * 60_000;

export function createRefresher({ refreshing, wakeAt, keepAwake, prepare }: RefresherOptions): Refresher {
  const { clock, database, chance, log } = refreshing;
  let underWay: Promise<void> | null = null;
  let progress: Progress | null = null;

  const arm = async (): Promise<void> => {
    const { due, waiting, next } = await planNow(refreshing);
    const build = await buildFailure(database);
    const rebuild = build === null ? null : clock.now() + REBUILD_MS;
    if (due.length > 0) await wakeAt(clock.now() + RESUME_MS);
    else if (rebuild !== null && (next === null || rebuild < next)) await wakeAt(rebuild);
    else await wakeAt(next === null || waiting.size > 0 ? next : next + chance() * SPREAD_MS);
  };

  const once = async (): Promise<void> => {
    const release = keepAwake();
    try {
      await wakeAt(clock.now() + RESUME_MS);
      await prepare();
      await refresh(refreshing, (now) => {
        progress = now;
      });
    } finally {
      progress = null;
      await arm().catch((error: unknown) => log.warn('the next refresh is not set', error));
      release();
    }
  };

  /** Begins once what is under way has ended: what was turned on meanwhile is not in its plan. */
  const begin = (first: () => PromiseLike<unknown>): Promise<void> => {
    const before = underWay?.catch(() => undefined);
    const task = Promise.resolve(before)
      .then(first)
      .then(once)
      .finally(() => {
        if (underWay === task) underWay = null;
      });
    underWay = task;
    return task;
  };

  return {
    run: () => begin(() => Promise.resolve()),
    runAll: () => begin(() => database.meta.put({ key: 'wanted', at: clock.now() })),
    arm,
    status: async () => ({
      isRunning: underWay !== null,
      sources: sourceStatuses(await knownNow(refreshing), contextNow(refreshing), clock.now(), progress),
      build: await buildFailure(database),
    }),
  };
}

async function buildFailure(database: Database): Promise<RefreshStatus['build']> {
  const meta = await database.meta.get('build');
  return meta?.key === 'build' ? { failure: meta.failure, at: meta.at } : null;
}
