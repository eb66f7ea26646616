/**
 * What one page needs out of the database, by indexed keys and in one read transaction, so that it is of one
 * generation. More than is needed does no harm: what is looked up and judged is decided in `check`.
 */
import { Dexie } from 'dexie';
import { knownTrackers, SIZE_FAMILIES } from '../check/families.ts';
import type { Directory, EvidenceStore } from '../check/finding.ts';
import type { Detection } from '../detect/detection.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import { canonicalSymbol, nameKey } from '../market/names.ts';
import type { LevelSeries, Observation } from '../market/observation.ts';
import type { Database } from './database.ts';
import { currentGeneration } from './generations.ts';
import { instrumentOfRow, nameLookupKey, observationOfRow, seriesOfRow, symbolKey } from './rows.ts';
import { createDirectory, createEvidenceStore } from './snapshot.ts';

/** The part of the market that a page's claims can be checked against. */
export interface Market {
  readonly directory: Directory;
  readonly evidence: EvidenceStore;
}

/** There are no data to check against; the caller fills the database first. */
export class NoDataError extends Error {
  override readonly name = 'NoDataError';
}

/** Instruments that reports compare with, whatever the page is about. */
const ALWAYS: readonly InstrumentId[] = ['INDEX:SP500', ...Object.values(SIZE_FAMILIES).flat(), ...knownTrackers()];

/**
 * Directory and evidence for a detection: every instrument that its mentions may name, the indices that those track,
 * the funds that track those, and all that is on record of each.
 *
 * @throws {NoDataError} when the database is empty.
 */
export function loadMarket(database: Database, detection: Detection): Promise<Market> {
  const { meta, instruments, names, observations, levels } = database;
  return database.transaction('r', [meta, instruments, names, observations, levels], async () => {
    const current = await currentGeneration(database);
    if (current === null) throw new NoDataError('the database is empty');
    const { generation, asOf } = current;
    const found = await instrumentsFor(database, generation, detection);
    const ids = found.map(({ id }) => id);
    const [ofInstruments, weights, series] = await Promise.all([
      observationsOf(database, generation, ids),
      weightsOf(database, generation, ids),
      seriesOf(database, generation, ids),
    ]);
    const byId = new Map([...ofInstruments, ...weights].map((observation) => [observation.id, observation]));
    return {
      directory: createDirectory(found),
      evidence: createEvidenceStore({ instruments: found, observations: [...byId.values()], series, asOf }),
    };
  });
}

/** Look-up keys of everything that the mentions may name, each once. */
export function lookupKeys(detection: Detection): readonly string[] {
  const keys = new Set<string>();
  for (const { symbol, text } of detection.mentions) {
    if (symbol !== null) keys.add(symbolKey(canonicalSymbol(symbol)));
    const name = nameKey(text);
    if (name !== '') keys.add(nameLookupKey(name));
  }
  return [...keys];
}

async function instrumentsFor(database: Database, generation: number, detection: Detection): Promise<Instrument[]> {
  const keys = lookupKeys(detection).map((key): [number, string] => [generation, key]);
  const named = await database.names.bulkGet(keys);
  const known = detection.mentions.flatMap(({ known: id }) => id ?? []);
  const found = new Map<InstrumentId, Instrument>();
  await addById(database, generation, [...ALWAYS, ...known, ...named.flatMap((row) => row?.ids ?? [])], found);
  await addById(database, generation, [...found.values()].flatMap(({ tracks }) => tracks ?? []), found);
  const indices = [...found.values()].filter(({ kind }) => kind === 'index');
  const funds = await database.instruments
    .where('[generation+tracks]')
    .anyOf(indices.map(({ id }) => [generation, id]))
    .toArray();
  for (const row of funds) found.set(row.id, instrumentOfRow(row));
  return [...found.values()];
}

async function addById(
  database: Database,
  generation: number,
  ids: readonly InstrumentId[],
  found: Map<InstrumentId, Instrument>,
): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !found.has(id));
  const rows = await database.instruments.bulkGet(missing.map((id): [number, string] => [generation, id]));
  for (const row of rows) {
    if (row !== undefined) found.set(row.id, instrumentOfRow(row));
  }
}

/** One range a request: browsers answer these several times faster than a cursor that hops from range to range. */
async function observationsOf(database: Database, generation: number, ids: readonly InstrumentId[]): Promise<Observation[]> {
  const byInstrument = database.observations.where('[generation+instrument+metric]');
  const rows = await Promise.all(
    ids.map((id) => byInstrument.between([generation, id, Dexie.minKey], [generation, id, Dexie.maxKey]).toArray()),
  );
  return rows.flat().map(observationOfRow);
}

/** Weights of the instruments in funds and indices: these stand with the fund, under the holding as component. */
async function weightsOf(database: Database, generation: number, ids: readonly InstrumentId[]): Promise<Observation[]> {
  const byComponent = database.observations.where('[generation+component]');
  const rows = await Promise.all(ids.map((id) => byComponent.equals([generation, id]).toArray()));
  return rows.flat().map(observationOfRow);
}

async function seriesOf(database: Database, generation: number, ids: readonly InstrumentId[]): Promise<LevelSeries[]> {
  const keys = ids.flatMap((id): [number, string, string][] => [
    [generation, id, 'price'],
    [generation, id, 'total'],
  ]);
  const rows = await database.levels.bulkGet(keys);
  return rows.flatMap((row) => (row === undefined ? [] : [seriesOfRow(row)]));
}
