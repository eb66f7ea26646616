/** Bringing the bundled snapshot into the database, at install, on update, and after the browser threw it away. */
import type { CurrentMeta } from './database.ts';
import { currentGeneration } from './generations.ts';
import { buildGeneration } from './refresh/build.ts';
import type { Building } from './refresh/build.ts';
import { parseSnapshot } from './snapshot.ts';
import type { Snapshot, SnapshotBodies } from './snapshot.ts';

const FILES = {
  instruments: 'data/instruments.json',
  observations: 'data/observations.json',
  levels: 'data/levels.json',
} as const satisfies Record<keyof SnapshotBodies, string>;

/**
 * The bundled snapshot.
 *
 * @param fetchJson parsed JSON of a bundled file, by its path inside the extension
 * @throws when a file cannot be read or does not validate.
 */
export async function readSnapshot(fetchJson: (path: string) => Promise<unknown>): Promise<Snapshot> {
  const [instruments, observations, levels] = await Promise.all([
    fetchJson(FILES.instruments),
    fetchJson(FILES.observations),
    fetchJson(FILES.levels),
  ]);
  return parseSnapshot({ instruments, observations, levels });
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

export function createDataKeeper(building: Building): DataKeeper {
  let underWay: Promise<CurrentMeta> | null = null;
  let failure: unknown = null;

  const load = (): Promise<CurrentMeta> => {
    underWay ??= buildGeneration(building)
      .then(
        (current) => {
          failure = null;
          return current;
        },
        (error: unknown) => {
          failure = error;
          building.log.error('the bundled snapshot could not be loaded', error);
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
      const current = await currentGeneration(building.database);
      if (current?.snapshotVersion === building.version) return current;
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
