/** Everything on record of one instrument, for the evidence page. */
import { Dexie } from 'dexie';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { LevelSeries, Observation } from '../market/observation.ts';
import type { Database } from './database.ts';
import { currentGeneration } from './generations.ts';
import { NoDataError } from './queries.ts';
import { instrumentOfRow, observationOfRow, seriesOfRow } from './rows.ts';

export interface InstrumentRecord {
  readonly instrument: Instrument;
  readonly observations: readonly Observation[];
  /** Price series before total-return series; empty when there is none. */
  readonly series: readonly LevelSeries[];
  /** Last day that the data cover. */
  readonly dataEnd: string;
}

/**
 * The record of an instrument; null for an id that is not in the directory.
 *
 * @throws {NoDataError} when the database is empty.
 */
export function loadRecord(database: Database, id: InstrumentId): Promise<InstrumentRecord | null> {
  const { meta, instruments, observations, levels } = database;
  return database.transaction('r', [meta, instruments, observations, levels], async () => {
    const current = await currentGeneration(database);
    if (current === null) throw new NoDataError('the database is empty');
    const { generation, asOf } = current;
    const row = await instruments.get([generation, id]);
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
    return {
      instrument: instrumentOfRow(row),
      observations: figures.map(observationOfRow),
      series: series.flatMap((found) => (found === undefined ? [] : [seriesOfRow(found)])),
      dataEnd: asOf,
    };
  });
}

/** Indices and funds of the directory, by name: what the evidence page offers to choose from. */
export async function listIndicesAndFunds(database: Database): Promise<Instrument[]> {
  const current = await currentGeneration(database);
  if (current === null) return [];
  const { generation } = current;
  const rows = await database.instruments
    .where('[generation+id]')
    .between([generation, Dexie.minKey], [generation, Dexie.maxKey])
    .filter((row) => row.kind === 'index' || row.kind === 'fund')
    .toArray();
  return rows.map(instrumentOfRow).sort((a, b) => a.name.localeCompare(b.name));
}
