import type { InstrumentKind } from '../instrument.ts';
import type { Definition, MetricId, Unit } from '../metric.ts';

/**
 * How a metric is worded. Patterns are lower-case words; `a|b` are alternatives for one word, `[a b]` may be left out,
 * a hyphen counts as a space ("price to book" also reads "price-to-book"). See `detect/phrases.ts`.
 */
export interface MetricWording {
  /** Names of the metric: the figure stands beside them ("P/E ratio of 17", "a dividend yield of 2%"). */
  readonly nouns: readonly string[];
  /** Follows the figure directly ("17 | times earnings", "40% | of companies are unprofitable"). */
  readonly tails: readonly string[];
  /** Verbs whose object is the figure ("yields 2%", "charges 0.2%"). */
  readonly verbs: readonly string[];
}

/** How long a figure speaks for the days around it. */
export type Ageing =
  /** Moves all the time: an observation decides only within `windowDays` of the date in question. */
  | {
      readonly kind: 'drifts';
      readonly windowDays: number;
      /** Change that is noise, not news, when `then` and `now` are compared (VERDICTS, rule 24). */
      readonly noise: { readonly relative: number; readonly absolute: number };
      /**
       * Relative change that `windowDays` may well bring. A figure of another day counts as outside a claim only beyond
       * it, scaled by the root of the days between. 0.12 when left out: two standard deviations of a broad index over
       * 45 days.
       */
      readonly drift?: number;
    }
  /** In force from one day to another. */
  | { readonly kind: 'rule' }
  /** Fixed by its own window (a calendar year's return) or once and for all (a launch year). */
  | { readonly kind: 'fixed' };

export interface DefinitionSpec {
  readonly id: Definition;
  /** Reader's words: "loss-makers left out". */
  readonly name: string;
  /** Who publishes figures under it, for the card. */
  readonly publishers: readonly string[];
}

/** Everything the project knows of one metric. One file each; `metrics/index.ts` lists them. */
export interface MetricSpec {
  readonly id: MetricId;
  /** Reader's words, sentence case without a final stop: "P/E ratio". */
  readonly name: string;
  readonly unit: Unit;
  /** A reading outside these bounds (same unit) is a misreading, not a claim. */
  readonly plausible: readonly [number, number];
  readonly appliesTo: readonly InstrumentKind[];
  readonly wording: MetricWording;
  /** Every accepted definition. Empty when there is only one. */
  readonly definitions: readonly DefinitionSpec[];
  readonly ageing: Ageing;
  /**
   * Which judge decides: a dated observation, a rule in force, a return computed from levels, a streak of calendar
   * years, or none yet (read and shown as not checkable).
   */
  readonly judge: 'observation' | 'rule' | 'return' | 'streak' | 'none';
  /** Allowance when a fund stands for its index or the other way round, absolute in `unit` and relative (VERDICTS 11). */
  readonly substitution: { readonly absolute: number; readonly relative: number };
}
