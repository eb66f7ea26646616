/** Writing market data so that at any moment one generation is whole, whatever happens in between. */
import type { Table } from 'dexie';
import type { CurrentMeta, Database } from './database.ts';
import type { Instrument } from '../market/instrument.ts';
import type { MarketData } from './market-data.ts';
import type { Pace } from './pace.ts';
import { createPace } from './pace.ts';
import { packLevels } from './packed.ts';
import { nameRows } from './rows.ts';

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
 * Rows that one request writes: few enough for a short slice, enough for the request to be worth its while. A fund's
 * holdings and a level series of many years are long rows.
 */
const ROWS_AT_ONCE: Readonly<Record<string, number>> = { holdings: 1, levels: 5 };
const SHORT_ROWS_AT_ONCE = 200;

/**
 * Writes market data as a new generation, counts it, switches to it, and removes all others. A directory that has not
 * changed is kept as it is. A failure at any point (a full disk, a worker that is stopped) leaves the generation in use
 * whole; rows that a failed attempt left are removed at once where that is still possible, else before the next attempt.
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
  const before = await currentGeneration(database);
  const generation = await nextGeneration(database);
  try {
    const directoryHash = await hashOf(data.instruments, pace);
    const isKept = before !== null && before.directoryHash === directoryHash && (await isWhole(database, before.directory, data));
    if (!isKept) {
      await writeRows(database.instruments, generation, data.instruments, pace);
      await writeRows(database.names, generation, await nameRows(data.instruments, pace), pace);
    }
    const holdings = data.holdings.map(({ fund, asOf, source }) => ({ fund, asOf, source, companies: data.heldCompanies.get(fund) ?? [] }));
    await writeRows(database.observations, generation, data.observations, pace);
    await writeRows(database.levels, generation, data.series.map(packLevels), pace);
    await writeRows(database.holdings, generation, holdings, pace);
    await writeRows(database.memberships, generation, [...data.memberships].map(([instrument, heldBy]) => ({ instrument, heldBy })), pace);
    await writeRows(database.companies, generation, [...data.companies].map(([instrument, company]) => ({ instrument, company })), pace);
    const directory = isKept ? before.directory : generation;
    const current: CurrentMeta = { key: 'current', generation, directory, directoryHash, asOf: data.asOf, ...about };
    await database.meta.put(current);
    await removeOtherGenerations(database);
    return current;
  } catch (error) {
    if ((await currentGeneration(database))?.generation !== generation) {
      await removeOnly(database, generation).catch(() => undefined);
    }
    throw error;
  }
}

async function writeRows(table: Table, generation: number, rows: readonly object[], pace: Pace): Promise<void> {
  const atOnce = ROWS_AT_ONCE[table.name] ?? SHORT_ROWS_AT_ONCE;
  for (let from = 0; from < rows.length; from += atOnce) {
    await table.bulkAdd(rows.slice(from, from + atOnce).map((row) => ({ ...row, generation })));
    await pace();
  }
  const count = await ofGeneration(table, generation).count();
  if (count !== rows.length) throw new GenerationError(`${table.name}: ${count} of ${rows.length} rows arrived`);
}

/** Whether the rows of a directory are all there. */
async function isWhole(database: Database, directory: number, data: MarketData): Promise<boolean> {
  return (await ofGeneration(database.instruments, directory).count()) === data.instruments.length;
}

const HASHED_AT_ONCE = 500;

/** A digest by which two directories are told apart. */
async function hashOf(instruments: readonly Instrument[], pace: Pace): Promise<string> {
  const digests: string[] = [];
  for (let from = 0; from < instruments.length; from += HASHED_AT_ONCE) {
    digests.push(await digestOf(JSON.stringify(instruments.slice(from, from + HASHED_AT_ONCE))));
    await pace();
  }
  return digestOf(digests.join());
}

async function digestOf(text: string): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).join('.');
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
  const { generation = 0, directory = 0 } = (await currentGeneration(database)) ?? {};
  for (const table of database.figureTables) await removeOthers(table, generation);
  for (const table of database.directoryTables) await removeOthers(table, directory);
}

async function removeOthers(table: Table, kept: number): Promise<void> {
  await between(table, [-Infinity], [kept]).delete();
  await between(table, [kept + 1], [Infinity]).delete();
}

async function removeOnly(database: Database, generation: number): Promise<void> {
  for (const table of [...database.directoryTables, ...database.figureTables]) await ofGeneration(table, generation).delete();
}

/** Rows of one generation, by the primary key, whose first part it is. */
function ofGeneration(table: Table, generation: number) {
  return between(table, [generation], [generation + 1]);
}

/** IndexedDB sorts arrays part by part, and a shorter one before its continuations: `[3]` lies before `[3, 'IWM']`. */
function between(table: Table, from: unknown, to: unknown) {
  return table.where(':id').between(from, to, true, false);
}
