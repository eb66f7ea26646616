import type { Database } from './database.ts';
import { currentGeneration } from './generations.ts';

/** How much is on record, and how old it is. Null dates and zeros in an empty database. */
export interface StoredData {
  /** Last day that the data cover. */
  readonly dataEnd: string | null;
  readonly snapshotVersion: string | null;
  readonly instruments: number;
  readonly observations: number;
  readonly series: number;
}

/** Counts of the generation in use. */
export function storedData(database: Database): Promise<StoredData> {
  const { meta, instruments, observations, levels } = database;
  return database.transaction('r', [meta, instruments, observations, levels], async () => {
    const current = await currentGeneration(database);
    if (current === null) return { dataEnd: null, snapshotVersion: null, instruments: 0, observations: 0, series: 0 };
    const { generation, directory, asOf, snapshotVersion } = current;
    const count = (table: typeof instruments | typeof observations | typeof levels, of: number): PromiseLike<number> =>
      table.where(':id').between([of], [of + 1], true, false).count();
    return {
      dataEnd: asOf,
      snapshotVersion,
      instruments: await count(instruments, directory),
      observations: await count(observations, generation),
      series: await count(levels, generation),
    };
  });
}
