/** Between the domain's types and what is stored: keys of the look-up table, and level series in compact form. */
import type { Instrument } from '../market/instrument.ts';
import { nameKeys } from '../market/names.ts';
import type { LevelSeries, Observation } from '../market/observation.ts';
import type { InstrumentRow, LevelsRow, NameRow, ObservationRow } from './database.ts';
import type { Pace } from './pace.ts';
import { unpackLevels } from './packed.ts';

/** Look-up key of a canonical (dot) symbol. */
export function symbolKey(symbol: string): string {
  return `symbol:${symbol}`;
}

/** Look-up key of a `nameKey`. */
export function nameLookupKey(key: string): string {
  return `name:${key}`;
}

/** Every key under which an instrument is found: its symbols, present and past, and its names. */
function lookupKeys(instrument: Instrument): readonly string[] {
  const symbols = [instrument.symbol, ...instrument.formerSymbols.map(({ symbol }) => symbol)];
  return [
    ...symbols.filter((symbol) => symbol !== null).map(symbolKey),
    ...nameKeys(instrument).map(nameLookupKey),
  ];
}

/** The look-up table of a whole directory, one row a key. */
export async function nameRows(instruments: readonly Instrument[], pace: Pace): Promise<Omit<NameRow, 'generation'>[]> {
  const idsByKey = new Map<string, Set<string>>();
  for (const instrument of instruments) {
    for (const key of lookupKeys(instrument)) {
      const ids = idsByKey.get(key);
      if (ids === undefined) idsByKey.set(key, new Set([instrument.id]));
      else ids.add(instrument.id);
    }
    await pace();
  }
  return [...idsByKey].map(([key, ids]) => ({ key, ids: [...ids] }));
}

export function seriesOfRow(row: LevelsRow): LevelSeries {
  return unpackLevels(row);
}

/** The instrument without what only storage needs. */
export function instrumentOfRow({ generation: _generation, ...instrument }: InstrumentRow): Instrument {
  return instrument;
}

/** The observation without what only storage needs. */
export function observationOfRow({ generation: _generation, ...observation }: ObservationRow): Observation {
  return observation;
}
