import type { Observation, Source } from '../market/observation.ts';
import { formatAsOf } from './dates.ts';
import { ENGLISH, type Language } from './language.ts';
import { sectorName } from './sector-name.ts';
import { observationFigure } from './ticker.ts';

/** The newest complete set of sector weights. */
export interface SectorBars {
  readonly asOf: string;
  readonly source: Source;
  /** Largest first; `share` is of the largest, from 0 to 1. */
  readonly rows: readonly { readonly sector: string; readonly figure: string; readonly share: number }[];
}

/** A set with fewer sectors than this says more by what it leaves out than by what it shows. */
const FEWEST = 5;

/** Sector weights of one day and source; null when no day has at least five of them. */
export function sectorBars(observations: readonly Observation[], language: Language = ENGLISH): SectorBars | null {
  const weights = observations.filter((item) => item.metric === 'sector_weight' && item.component !== null && item.low !== null);
  const sets = Map.groupBy(weights, ({ asOf, source }) => `${asOf.to}|${source.title}`);
  const newest = [...sets.values()]
    .filter((set) => set.length >= FEWEST)
    .sort((a, b) => b[0]!.asOf.to.localeCompare(a[0]!.asOf.to))[0];
  const [first] = newest ?? [];
  if (newest === undefined || first === undefined) return null;
  const sorted = newest.toSorted((a, b) => (b.low ?? 0) - (a.low ?? 0));
  const largest = Math.max(sorted[0]?.low ?? 0, Number.MIN_VALUE);
  return {
    asOf: formatAsOf(first.asOf, language),
    source: first.source,
    rows: sorted.map((item) => ({
      sector: sectorName(item.component ?? '', language),
      figure: observationFigure(item, language),
      share: Math.max(0, (item.low ?? 0) / largest),
    })),
  };
}
