/**
 * What one page needs out of the database, by indexed keys and in one read transaction, so that it is of one
 * generation. What is looked up and what is needed to judge it is decided in `check`.
 */
import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import { evidenceKeys } from '../check/evidence.ts';
import type { EvidenceKeys } from '../check/evidence.ts';
import { knownTrackers, SIZE_FAMILIES } from '../check/families.ts';
import type { Directory, EvidenceStore } from '../check/finding.ts';
import { directoryKeys, resolve } from '../check/resolve.ts';
import type { Detection } from '../detect/detection.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { LevelSeries, Observation } from '../market/observation.ts';
import type { CurrentMeta, Database } from './database.ts';
import { currentGeneration } from './generations.ts';
import { instrumentOfRow, nameLookupKey, observationOfRow, seriesOfRow, symbolKey } from './rows.ts';
import { createDirectory, createEvidenceStore } from './snapshot.ts';
import type { Beside } from './snapshot.ts';

/** The part of the market that a page's claims can be checked against. */
export interface Market {
  readonly directory: Directory;
  readonly evidence: EvidenceStore;
}

/** There are no data to check against; the caller fills the database first. */
export class NoDataError extends Error {
  override readonly name = 'NoDataError';
}

/** Indices and funds that reports compare with and look weights up in, whatever the page is about. */
const ALWAYS: readonly InstrumentId[] = ['INDEX:SP500', ...Object.values(SIZE_FAMILIES).flat(), ...knownTrackers()];

/**
 * Directory and evidence for a detection: every instrument that its mentions may name, the indices that those track and
 * the funds that track those; then what is on record for the claims and tickers that come of it.
 *
 * @throws {NoDataError} when the database is empty.
 */
export function loadMarket(database: Database, detection: Detection): Promise<Market> {
  const { meta, instruments, names, observations, levels, holdings, memberships, companies } = database;
  const tables = [meta, instruments, names, observations, levels, holdings, memberships, companies];
  return database.transaction('r', tables, async () => {
    const current = await currentGeneration(database);
    if (current === null) throw new NoDataError('the database is empty');
    const { generation, asOf } = current;
    const { found, beside } = await instrumentsFor(database, current, detection);
    const directory = createDirectory(found);
    const { claims, mentions } = resolve(detection, directory);
    const keys = evidenceKeys(claims, directory, [...new Set(mentions.map(({ instrument }) => instrument.id))]);
    const [figures, series] = await Promise.all([
      observationsFor(database, generation, keys.observations),
      seriesFor(database, generation, keys.series),
    ]);
    return { directory, evidence: createEvidenceStore({ instruments: found, observations: figures, series, asOf }, beside) };
  });
}

/** Who holds the companies, and what they report. */
async function besideOf(database: Database, generation: number, named: readonly Instrument[]): Promise<Beside> {
  const keys = named.filter(({ kind }) => kind === 'stock').map(({ id }): [number, string] => [generation, id]);
  const isAny = (table: Table): PromiseLike<boolean> =>
    table.where(':id').between([generation], [generation + 1]).limit(1).count().then((count) => count > 0);
  const [held, reports, hasHoldings, hasReports] = await Promise.all([
    database.memberships.bulkGet(keys),
    database.companies.bulkGet(keys),
    isAny(database.holdings),
    isAny(database.companies),
  ]);
  return {
    memberships: new Map(held.flatMap((row) => (row === undefined ? [] : [[row.instrument, row.heldBy]]))),
    companies: new Map(reports.flatMap((row) => (row === undefined ? [] : [[row.instrument, row.company]]))),
    hasHoldings,
    hasReports,
  };
}

/**
 * Everybody that the detection may name, what stands beside them, the funds that hold them, and the indices and funds
 * around those. A round of requests that wait for those before costs more than all rows of one: whatever can be asked
 * for together is.
 */
async function instrumentsFor(
  database: Database,
  { generation, directory }: CurrentMeta,
  detection: Detection,
): Promise<{ readonly found: readonly Instrument[]; readonly beside: Beside }> {
  const { ids, symbols, nameKeys } = directoryKeys(detection);
  const keys = [...symbols.map(symbolKey), ...nameKeys.map(nameLookupKey)];
  const found = new Map<InstrumentId, Instrument>();
  const always = new Map<InstrumentId, Instrument>();
  const [named] = await Promise.all([
    database.names.bulkGet(keys.map((key): [number, string] => [directory, key])),
    addById(database, directory, ids, found),
    addById(database, directory, ALWAYS, always),
  ]);
  await addById(database, directory, named.flatMap((row) => row?.ids ?? []), found);
  const indices = new Set([...found.values()].flatMap(({ id, kind, tracks }) => (kind === 'index' ? id : (tracks ?? []))));
  const byIndex = database.instruments.where('[generation+tracks]');
  const [funds, beside] = await Promise.all([
    Promise.all([...indices].map((index) => byIndex.equals([directory, index]).toArray())),
    besideOf(database, generation, [...found.values()]),
    addById(database, directory, [...indices], found),
  ]);
  for (const row of funds.flat()) found.set(row.id, instrumentOfRow(row));
  for (const [id, instrument] of always) if (!found.has(id)) found.set(id, instrument);
  const holders = [...beside.memberships.values()].flatMap((heldBy) => heldBy.map(({ holder }) => holder));
  await addById(database, directory, [...holders, ...tracksOf(found)], found);
  await addById(database, directory, tracksOf(found), found);
  return { found: [...found.values()], beside };
}

function tracksOf(found: ReadonlyMap<InstrumentId, Instrument>): InstrumentId[] {
  return [...found.values()].flatMap(({ tracks }) => tracks ?? []);
}

async function addById(
  database: Database,
  directory: number,
  ids: readonly InstrumentId[],
  found: Map<InstrumentId, Instrument>,
): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !found.has(id));
  if (missing.length === 0) return;
  const rows = await database.instruments.bulkGet(missing.map((id): [number, string] => [directory, id]));
  for (const row of rows) {
    if (row !== undefined) found.set(row.id, instrumentOfRow(row));
  }
}

/** From this many metrics of one instrument on, one request for all of them is faster than one for each. */
const WHOLE_INSTRUMENT_FROM = 3;

/** One range a request: browsers answer these several times faster than a cursor that hops from range to range. */
async function observationsFor(
  database: Database,
  generation: number,
  keys: EvidenceKeys['observations'],
): Promise<Observation[]> {
  const byKey = database.observations.where('[generation+instrument+metric]');
  const wanted = Map.groupBy(keys, ({ instrument }) => instrument);
  const requests = [...wanted].flatMap(([instrument, pairs]) =>
    pairs.length >= WHOLE_INSTRUMENT_FROM
      ? [byKey.between([generation, instrument, Dexie.minKey], [generation, instrument, Dexie.maxKey]).toArray()]
      : pairs.map(({ metric }) => byKey.equals([generation, instrument, metric]).toArray()),
  );
  return (await Promise.all(requests)).flat().map(observationOfRow);
}

async function seriesFor(database: Database, generation: number, keys: EvidenceKeys['series']): Promise<LevelSeries[]> {
  const rows = await database.levels.bulkGet(
    keys.map(({ instrument, basis }): [number, string, string] => [generation, instrument, basis]),
  );
  return rows.flatMap((row) => (row === undefined ? [] : [seriesOfRow(row)]));
}
