/** Writing market data so that at any moment one generation is whole, whatever happens in between. */
import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { CurrentMeta, Database } from './database.ts';
import { levelsRow, nameRows } from './rows.ts';
import type { Snapshot } from './snapshot.ts';

/** Written data that are not what was given; the generation in use stays in use. */
export class GenerationError extends Error {
  override readonly name = 'GenerationError';
}

/** What is in use, or null in an empty database. Call within a transaction to read rows of the same moment. */
export async function currentGeneration(database: Database): Promise<CurrentMeta | null> {
  const meta = await database.meta.get('current');
  return meta?.key === 'current' ? meta : null;
}

/**
 * Writes a validated snapshot as a new generation, counts it, switches to it, and removes all others. A failure at any
 * point (a full disk, a worker that is stopped) leaves the generation in use whole; rows that a failed attempt left
 * are removed after the next one that succeeds.
 *
 * @throws {GenerationError} when fewer rows arrived than were written.
 */
export async function writeGeneration(
  database: Database,
  snapshot: Snapshot,
  about: { readonly snapshotVersion: string; readonly loadedAt: number },
): Promise<CurrentMeta> {
  const generation = await nextGeneration(database);
  const rows = {
    instruments: snapshot.instruments.map((instrument) => ({ ...instrument, generation })),
    names: nameRows(snapshot.instruments, generation),
    observations: snapshot.observations.map((observation) => ({ ...observation, generation })),
    levels: snapshot.series.map((series) => levelsRow(series, generation)),
  };
  await database.instruments.bulkAdd(rows.instruments);
  await database.names.bulkAdd(rows.names);
  await database.observations.bulkAdd(rows.observations);
  await database.levels.bulkAdd(rows.levels);
  for (const [name, written] of Object.entries(rows)) {
    const count = await ofGeneration(database.table(name), generation).count();
    if (count !== written.length) {
      throw new GenerationError(`${name}: ${count} of ${written.length} rows arrived`);
    }
  }
  const current: CurrentMeta = { key: 'current', generation, asOf: snapshot.asOf, ...about };
  await database.meta.put(current);
  await removeOthers(database, generation);
  return current;
}

function nextGeneration(database: Database): Promise<number> {
  return database.transaction('rw', database.meta, async () => {
    const counter = await database.meta.get('counter');
    const current = await database.meta.get('current');
    const generation = Math.max(counter?.generation ?? 0, current?.generation ?? 0) + 1;
    await database.meta.put({ key: 'counter', generation });
    return generation;
  });
}

async function removeOthers(database: Database, kept: number): Promise<void> {
  for (const table of database.generationTables) {
    await between(table, Dexie.minKey, [kept]).delete();
    await between(table, [kept + 1], Dexie.maxKey).delete();
  }
}

/** Rows of one generation, by the primary key, whose first part it is. */
function ofGeneration(table: Table, generation: number) {
  return between(table, [generation], [generation + 1]);
}

/** IndexedDB sorts arrays part by part, and a shorter one before its continuations: `[3]` lies before `[3, 'IWM']`. */
function between(table: Table, from: unknown, to: unknown) {
  return table.where(':id').between(from, to, true, false);
}
