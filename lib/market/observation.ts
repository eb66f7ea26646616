import type { InstrumentId } from './instrument.ts';
import type { Definition, MetricId, Unit } from './metric.ts';

/** Where a figure comes from; shown to the reader as a link when `url` is not null. */
export interface Source {
  readonly title: string;
  readonly url: string | null;
}

/** How much of a whole went into a figure that was computed here. */
export interface Coverage {
  /** Companies whose figures were known, of all; share lines where lines are what is counted. */
  readonly counted: number;
  readonly total: number;
  /** Their part of the whole weight, from 0 to 1. */
  readonly weight: number;
}

/** Below this part of the weight a computed figure is partial: shown as such, and never what a claim is called wrong by. */
const WHOLE_FROM = 0.9;

/** Whether a computed figure leaves out so much that it does not speak for the whole. */
export function isPartial(coverage: Coverage): boolean {
  // Written so that a weight that is no number is partial.
  return !(coverage.weight >= WHOLE_FROM);
}

/** Part of the companies whose figures were known, from 0 to 1; 0 of none. */
export function coverageByCount({ counted, total }: Coverage): number {
  return total === 0 ? 0 : counted / total;
}

/**
 * One dated figure on record. Percentages as written (12.7 means 12.7 %), money in whole dollars.
 *
 * `low` and `high` are equal for an exact figure; an open or vague one ("over 30", "nearly 25") is an interval, with
 * null for an open end. Rules that are not numbers (a schedule, a flag) stand in `text`, with both bounds null.
 */
export interface Observation {
  readonly id: string;
  readonly instrument: InstrumentId;
  readonly metric: MetricId;
  /** Definitions that the publisher states; empty when it states none. */
  readonly definitions: readonly Definition[];
  /** The method in the publisher's terms, one line, shown as it stands. */
  readonly method: string;
  /** Holding (canonical symbol), `TOP10`, or GICS sector for weights; null otherwise. */
  readonly component: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string | null;
  readonly unit: Unit;
  /** First and last day (`YYYY-MM-DD`) that the as-of date may mean: equal for a day, a month for "2024-09". */
  readonly asOf: { readonly from: string; readonly to: string };
  /** For rules: the days on which it is in force; null ends are open. Null for figures. */
  readonly validity: { readonly from: string | null; readonly to: string | null } | null;
  readonly source: Source;
  /** Set for figures that were computed here, and for no other. */
  readonly coverage?: Coverage;
  /** The fund whose holdings a computed figure is from. An index's figure is its fund's, which stands for it (VERDICTS 11). */
  readonly computedFrom?: InstrumentId;
}

/** Closing levels. `total` series are dividend-adjusted: only ratios mean anything. */
export interface LevelSeries {
  readonly instrument: InstrumentId;
  readonly basis: 'price' | 'total';
  /** Ascending by date; `[YYYY-MM-DD, level]`. */
  readonly points: readonly (readonly [string, number])[];
  readonly source: Source;
}
