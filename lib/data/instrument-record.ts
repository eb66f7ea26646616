/** Everything on record of one instrument, for the evidence page. */
import { Dexie } from 'dexie';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { HeldCompany } from '../market/held-company.ts';
import type { LevelSeries, Observation, Source } from '../market/observation.ts';
import type { Database } from './database.ts';
import { currentGeneration } from './generations.ts';
import { NoDataError } from './queries.ts';
import { instrumentOfRow, observationOfRow, seriesOfRow } from './rows.ts';

export interface InstrumentRecord {
  readonly instrument: Instrument;
  readonly observations: readonly Observation[];
  /** Price series before total-return series; empty when there is none. */
  readonly series: readonly LevelSeries[];
  /** What it holds, or what a fund that tracks it holds; null without holdings on record. */
  readonly holdings: { readonly fund: InstrumentId; readonly asOf: string; readonly source: Source; readonly companies: readonly HeldCompany[] } | null;
  /** Last day that the data cover. */
  readonly dataEnd: string;
}

/**
 * The record of an instrument; null for an id that is not in the directory.
 *
 * @throws {NoDataError} when the database is empty.
 */
export function loadRecord(database: Database, id: InstrumentId): Promise<InstrumentRecord | null> {
  const { meta, instruments, observations, levels, holdings } = database;
  return database.transaction('r', [meta, instruments, observations, levels, holdings], async () => {
    const current = await currentGeneration(database);
    if (current === null) throw new NoDataError('the database is empty');
    const { generation, directory, asOf } = current;
    const row = await instruments.get([directory, id]);
    if (row === undefined) return null;
    const [figures, series] = await Promise.all([
      observations
        .where('[generation+instrument+metric]')
        .between([generation, id, Dexie.minKey], [generation, id, Dexie.maxKey])
        .toArray(),
      levels.bulkGet([
        [generation, id, 'price'],
        [generation, id, 'total'],
      ]),
    ]);
    const funds = await instruments.where('[generation+tracks]').equals([directory, id]).primaryKeys();
    const rows = await holdings.bulkGet([id, ...funds.map(([, fund]) => fund)].map((fund): [number, string] => [generation, fund]));
    const held = rows.find((one) => one !== undefined);
    return {
      instrument: instrumentOfRow(row),
      holdings: held === undefined ? null : { fund: held.fund, asOf: held.asOf, source: held.source, companies: held.companies },
      observations: figures.map(observationOfRow),
      series: series.flatMap((found) => (found === undefined ? [] : [seriesOfRow(found)])),
      dataEnd: asOf,
    };
  });
}

/** Indices and funds with figures on record, by name: what the evidence page offers to choose from. */
export async function listIndicesAndFunds(database: Database): Promise<Instrument[]> {
  const current = await currentGeneration(database);
  if (current === null) return [];
  const { generation, directory } = current;
  const keys = (await database.observations
    .where('[generation+instrument+metric]')
    .between([generation, Dexie.minKey, Dexie.minKey], [generation, Dexie.maxKey, Dexie.maxKey])
    .uniqueKeys()) as unknown as readonly [number, InstrumentId, string][];
  const ids = [...new Set(keys.map(([, id]) => id))];
  const rows = (await database.instruments.bulkGet(ids.map((id): [number, InstrumentId] => [directory, id]))).filter(
    (row) => row !== undefined,
  );
  const offered = rows.filter(({ kind }) => kind === 'index' || kind === 'fund');
  return offered.map(instrumentOfRow).sort((a, b) => a.name.localeCompare(b.name));
}
