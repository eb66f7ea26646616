import type { InstrumentId } from './instrument.ts';
import type { Definition, MetricId, Unit } from './metric.ts';

/** Where a figure comes from; shown to the reader as a link when `url` is not null. */
export interface Source {
  readonly title: string;
  readonly url: string | null;
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
}

/** Closing levels. `total` series are dividend-adjusted: only ratios mean anything. */
export interface LevelSeries {
  readonly instrument: InstrumentId;
  readonly basis: 'price' | 'total';
  /** Ascending by date; `[YYYY-MM-DD, level]`. */
  readonly points: readonly (readonly [string, number])[];
  readonly source: Source;
}
