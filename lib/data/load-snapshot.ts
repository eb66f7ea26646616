/** Bringing the bundled snapshot into the database, at install, on update, and after the browser threw it away. */
import type { Log } from '../platform/log.ts';
import type { CurrentMeta, Database } from './database.ts';
import { currentGeneration, writeGeneration } from './generations.ts';
import { parseSnapshot } from './snapshot.ts';
import type { SnapshotBodies } from './snapshot.ts';

/** Where the bundled files come from and what they are loaded into. */
export interface SnapshotLoading {
  readonly database: Database;
  /** Parsed JSON of a bundled file, by its path inside the extension. */
  readonly fetchJson: (path: string) => Promise<unknown>;
  /** Version of the extension: its bundled files change with it and only with it. */
  readonly version: string;
  readonly now: () => number;
  readonly log: Log;
}

const FILES = {
  instruments: 'data/instruments.json',
  observations: 'data/observations.json',
  levels: 'data/levels.json',
} as const satisfies Record<keyof SnapshotBodies, string>;

/**
 * Loads the bundled snapshot, replacing what is in use.
 *
 * @throws when a file cannot be read, does not validate, or cannot be stored; the data in use stay whole then.
 */
export async function loadSnapshot(loading: SnapshotLoading): Promise<CurrentMeta> {
  const [instruments, observations, levels] = await Promise.all([
    loading.fetchJson(FILES.instruments),
    loading.fetchJson(FILES.observations),
    loading.fetchJson(FILES.levels),
  ]);
  const snapshot = parseSnapshot({ instruments, observations, levels });
  const current = await writeGeneration(loading.database, snapshot, {
    snapshotVersion: loading.version,
    loadedAt: loading.now(),
  });
  loading.log.info(
    `snapshot of ${current.asOf} loaded: ${snapshot.instruments.length} instruments, ` +
      `${snapshot.observations.length} observations, ${snapshot.series.length} level series`,
  );
  return current;
}

/** Keeps the database filled. `ready` is cheap once the data are there: one read of one row. */
export interface DataKeeper {
  /**
   * What is in use, loading the bundled snapshot first where the database is empty or of another version. When loading
   * fails and older data are there, these stay in use.
   *
   * @throws when there are no data at all and none can be loaded.
   */
  ready(): Promise<CurrentMeta>;
  /** Loads the bundled snapshot whatever is there: in development its files change without a new version. */
  reload(): Promise<CurrentMeta>;
  /** True while a load is under way in this worker. */
  isLoading(): boolean;
  /** Why the last load of this worker failed, or null. */
  lastError(): unknown;
}

export function createDataKeeper(loading: SnapshotLoading): DataKeeper {
  let underWay: Promise<CurrentMeta> | null = null;
  let failure: unknown = null;

  const load = (): Promise<CurrentMeta> => {
    underWay ??= loadSnapshot(loading)
      .then(
        (current) => {
          failure = null;
          return current;
        },
        (error: unknown) => {
          failure = error;
          loading.log.error('the bundled snapshot could not be loaded', error);
          throw error;
        },
      )
      .finally(() => {
        underWay = null;
      });
    return underWay;
  };

  return {
    ready: async () => {
      const current = await currentGeneration(loading.database);
      if (current?.snapshotVersion === loading.version) return current;
      if (current === null) return load();
      // A load that failed in this worker is not tried again with each page; the next worker tries again.
      if (failure !== null) return current;
      return load().catch(() => current);
    },
    reload: load,
    isLoading: () => underWay !== null,
    lastError: () => failure,
  };
}
