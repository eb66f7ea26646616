/** Writing market data so that at any moment one generation is whole, whatever happens in between. */
import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { CurrentMeta, Database } from './database.ts';
import type { MarketData } from './market-data.ts';
import type { Pace } from './pace.ts';
import { createPace } from './pace.ts';
import { levelsRow, nameRows } from './rows.ts';

/** Written data that are not what was given; the generation in use stays in use. */
export class GenerationError extends Error {
  override readonly name = 'GenerationError';
}

/** What is in use, or null in an empty database. Call within a transaction to read rows of the same moment. */
export async function currentGeneration(database: Database): Promise<CurrentMeta | null> {
  const meta = await database.meta.get('current');
  return meta?.key === 'current' ? meta : null;
}

/** Rows that one request writes: few enough for a short slice, enough for the request to be worth its while. */
const ROWS_AT_ONCE = 400;

/**
 * Writes market data as a new generation, counts it, switches to it, and removes all others. A failure at any point (a
 * full disk, a worker that is stopped) leaves the generation in use whole; rows that a failed attempt left are removed
 * at once where that is still possible, else before the next attempt.
 *
 * @throws {GenerationError} when fewer rows arrived than were written.
 */
export async function writeGeneration(
  database: Database,
  data: MarketData,
  about: Pick<CurrentMeta, 'snapshotVersion' | 'loadedAt' | 'parts'>,
  pace: Pace = createPace(),
): Promise<CurrentMeta> {
  await removeOtherGenerations(database);
  const generation = await nextGeneration(database);
  try {
    const rows = {
      instruments: data.instruments.map((instrument) => ({ ...instrument, generation })),
      names: await nameRows(data.instruments, generation, pace),
      observations: data.observations.map((observation) => ({ ...observation, generation })),
      levels: data.series.map((series) => levelsRow(series, generation)),
      holdings: data.holdings.map((holdings) => ({ ...holdings, companies: data.heldCompanies.get(holdings.fund) ?? [], generation })),
      memberships: [...data.memberships].map(([instrument, heldBy]) => ({ instrument, heldBy, generation })),
      companies: [...data.companies].map(([instrument, company]) => ({ instrument, company, generation })),
    };
    for (const [name, all] of Object.entries(rows)) await writeRows(database.table(name), generation, all, pace);
    const current: CurrentMeta = { key: 'current', generation, asOf: data.asOf, ...about };
    await database.meta.put(current);
    await removeOthers(database, generation);
    return current;
  } catch (error) {
    if ((await currentGeneration(database))?.generation !== generation) {
      await removeOnly(database, generation).catch(() => undefined);
    }
    throw error;
  }
}

async function writeRows(table: Table, generation: number, rows: readonly unknown[], pace: Pace): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await table.bulkAdd(rows.slice(from, from + ROWS_AT_ONCE));
    await pace();
  }
  const count = await ofGeneration(table, generation).count();
  if (count !== rows.length) throw new GenerationError(`${table.name}: ${count} of ${rows.length} rows arrived`);
}

function nextGeneration(database: Database): Promise<number> {
  return database.transaction('rw', database.meta, async () => {
    const counter = await database.meta.get('counter');
    const given = counter?.key === 'counter' ? counter.generation : 0;
    const generation = Math.max(given, (await currentGeneration(database))?.generation ?? 0) + 1;
    await database.meta.put({ key: 'counter', generation });
    return generation;
  });
}

/** Removes what broken-off writes left, and generations that one in use has replaced. */
export async function removeOtherGenerations(database: Database): Promise<void> {
  await removeOthers(database, (await currentGeneration(database))?.generation ?? 0);
}

async function removeOthers(database: Database, kept: number): Promise<void> {
  for (const table of database.generationTables) {
    await between(table, Dexie.minKey, [kept]).delete();
    await between(table, [kept + 1], Dexie.maxKey).delete();
  }
}

async function removeOnly(database: Database, generation: number): Promise<void> {
  for (const table of database.generationTables) await ofGeneration(table, generation).delete();
}

/** Rows of one generation, by the primary key, whose first part it is. */
function ofGeneration(table: Table, generation: number) {
  return between(table, [generation], [generation + 1]);
}

/** IndexedDB sorts arrays part by part, and a shorter one before its continuations: `[3]` lies before `[3, 'IWM']`. */
function between(table: Table, from: unknown, to: unknown) {
  return table.where(':id').between(from, to, true, false);
}
