import type { ClaimValue, Qualifier } from '../detect/detection.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import type { Unit } from '../market/metric.ts';
import type { Interval } from './finding.ts';

/** What an interval is made from. */
export interface Wording {
  readonly value: ClaimValue;
  readonly qualifier: Qualifier;
  readonly unit: Unit;
  /** A threshold inside a rule ("at least $22.7 billion"): exact, not a hedge (VERDICTS 5). */
  readonly isThreshold?: boolean;
  /** A count of companies or holdings: a nominal figure fits within 3% (VERDICTS 13). */
  readonly isCount?: boolean;
  /** The sign is a direction (returns): "gained less than 5%" leaves losses out. */
  readonly isDirected?: boolean;
}

/** Relative allowance for counts of companies: share classes and pending deletions move them (VERDICTS 13). */
const COUNT_ALLOWANCE = 0.03;

/**
 * Widths of fractions in words, in percent: what a writer would still call by that name. A third and a half are
 * VERDICTS 1; two thirds mirrors a third; a quarter takes a tenth of its value like a third; others take 5% of their
 * value, as "two in five" (38 to 42) and "three in four" (71.25 to 78.75) do.
 */
const FRACTIONS: readonly { readonly value: number; readonly low: number; readonly high: number }[] = [
  { value: 25, low: 22.5, high: 27.5 },
  { value: 100 / 3, low: 30, high: 37 },
  { value: 50, low: 47, high: 53 },
  { value: 200 / 3, low: 63, high: 70 },
];

/**
 * The values that a figure admits as it is worded. One row a wording:
 *
 * | wording | interval | reason |
 * |---|---|---|
 * | as written | half a unit of the last digit either side | rounding |
 * | doubled, sixfold | a tenth of the multiple either side | a word for "about twice", not for 100.0% |
 * | flat | one point either side | no writer means 0.00% |
 * | fraction in words | its own width | nobody rounds to a third |
 * | about | one unit of the last non-zero digit, at most 10%, at least 5%, never less than the rounding | "about 40" is 36 to 44, "about 12.5" is not 12.4 to 12.6 |
 * | nearly | below by the larger of 5% and one unit of the last digit, above by the rounding | 20.04 is still "nearly 20" |
 * | over, under | from the figure as printed, open on the other side | a floor is never widened by rounding |
 * | up to | a ceiling | same |
 * | range | both ends with their rounding | as written |
 * | count | at least 3% either side | nominal counts |
 * | rule's threshold | as written, whatever the comparative | it is exact and dated |
 *
 * For falls all of it works on the size of the move: "down more than 25%" is −25 and below. Null for values that are no
 * numbers.
 */
export function intervalOf(wording: Wording): Interval | null {
  const { unit } = wording;
  if (wording.value.text !== null && (unit === 'schedule' || unit === 'flag')) return null;
  const value = { ...wording.value, halfUnit: roundingOf(wording) };
  if (wording.isThreshold) return { low: value.low - value.halfUnit, high: value.high + value.halfUnit };
  // A fall is worded by its size; mirror it, apply the row, mirror back.
  // ("Ahead" and "behind" are over and under 0 and stay as they are.)
  const falls = value.high < 0 || (value.low < 0 && value.high === 0);
  if (!falls) return widen(wording, value);
  const mirrored = { ...value, low: -value.high, high: -value.low };
  const size = widen(wording, mirrored);
  return { low: negated(size.high), high: negated(size.low) };
}

function widen(wording: Wording, value: ClaimValue): Interval {
  const { qualifier } = wording;
  const rounding = value.halfUnit;
  if (qualifier === 'over') return { low: value.low, high: null };
  if (qualifier === 'under' || qualifier === 'up to') {
    const floor = wording.isDirected && value.high > 0 ? 0 : null;
    return { low: floor, high: value.high };
  }
  const plain = plainInterval(wording, value);
  if (qualifier === 'about') {
    if (value.isFraction) return { low: 2 * plain.low - value.low, high: 2 * plain.high - value.high };
    return union(plain, { low: value.low - hedge(value.low, rounding), high: value.high + hedge(value.high, rounding) });
  }
  if (qualifier === 'nearly') {
    const below = value.isFraction
      ? 2 * (value.low - plain.low)
      : Math.max(0.05 * Math.abs(value.low), 2 * wording.value.halfUnit, value.low - plain.low);
    return { low: value.low - below, high: plain.high };
  }
  return plain;
}

function plainInterval(wording: Wording, value: ClaimValue): { low: number; high: number } {
  const rounded = { low: value.low - value.halfUnit, high: value.high + value.halfUnit };
  if (value.isFraction && value.low === value.high) return union(rounded, fractionWidth(value.low));
  if (!wording.isCount) return rounded;
  return union(rounded, { low: value.low * (1 - COUNT_ALLOWANCE), high: value.high * (1 + COUNT_ALLOWANCE) });
}

/**
 * Half a unit of the last digit. Figures in words come without one: a multiple ("doubled", +100%) is good to a tenth of
 * itself, "flat" to a point, a number ("seven per cent") to its unit.
 */
function roundingOf({ value, unit, qualifier, isDirected }: Wording): number {
  if (value.halfUnit > 0 || value.isFraction || (unit !== '%' && unit !== 'pp' && unit !== 'x')) return value.halfUnit;
  if (qualifier === 'over' || qualifier === 'under' || qualifier === 'up to') return value.halfUnit;
  if (isDirected && value.low === 0 && value.high === 0) return 1;
  const size = Math.abs(value.low);
  if (isDirected && unit === '%' && size >= 100 && isMultiple(size, 100, 1e-6)) return 0.1 * (size + 100);
  return Number.isInteger(value.low) ? 0.5 : printedRounding(value.low, unit);
}

function fractionWidth(value: number): { low: number; high: number } {
  const named = FRACTIONS.find((fraction) => Math.abs(fraction.value - value) < 0.5);
  return named ?? { low: value * 0.95, high: value * 1.05 };
}

/** Half-width of "about". */
function hedge(value: number, rounding: number): number {
  const size = Math.abs(value);
  return Math.max(rounding, 0.05 * size, Math.min(0.1 * size, lastNonZeroUnit(size, rounding)));
}

/** The place value of the last digit that is not zero: 10 for 40 and 2,350, 100 for 39,500, 0.1 for 12.5. */
function lastNonZeroUnit(size: number, rounding: number): number {
  let unit = rounding > 0 ? rounding * 2 : 1;
  const tolerance = 1e-9 * Math.max(1, size);
  // Sixteen places are more than any figure has.
  for (let step = 0; step < 16 && size >= unit * 10 && isMultiple(size, unit * 10, tolerance); step += 1) unit *= 10;
  return unit;
}

function isMultiple(value: number, unit: number, tolerance: number): boolean {
  return Math.abs(value / unit - Math.round(value / unit)) * unit <= tolerance;
}

function union(a: { low: number; high: number }, b: { low: number; high: number }): { low: number; high: number } {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

function negated(value: number | null): number | null {
  return value === null ? null : 0 - value;
}

/** How a figure on record lies to an interval. `touches`: it may lie inside but need not, so it decides nothing. */
export type Relation = 'inside' | 'touches' | 'outside';

/** A figure on record as an interval: open ends are null. `rounding` is half a unit of its last printed digit. */
export interface Figure {
  readonly low: number | null;
  readonly high: number | null;
  readonly rounding: number;
}

/**
 * Sets a figure against an interval. `margin` is what the figure may be off by for reasons of its own (a fund for its
 * index, days between the dates): it helps the claim, both ways.
 *
 * An exact figure lies inside when it does within the margin of substitution; it lies outside only when it does so after
 * its own rounding and the margin. A vague figure ("over 30") counts with the end that was printed.
 */
export function relate(figure: Figure, interval: Interval, margins: { inside: number; outside: number }): Relation {
  const low = figure.low ?? Number.NEGATIVE_INFINITY;
  const high = figure.high ?? Number.POSITIVE_INFINITY;
  const from = interval.low ?? Number.NEGATIVE_INFINITY;
  const to = interval.high ?? Number.POSITIVE_INFINITY;
  // Float noise, not tolerance: 28.5 must lie in [28.5, 30] however it was computed.
  const noise = 1e-9 * Math.max(1, Math.abs(Number.isFinite(low) ? low : high));
  const printed = [figure.low, figure.high].filter((end) => end !== null);
  const middle = figure.low !== null && figure.high !== null ? (figure.low + figure.high) / 2 : null;
  const anchors = middle === null ? printed : [middle];
  const isIn = (value: number): boolean =>
    value >= from - margins.inside - noise && value <= to + margins.inside + noise;
  const slack = figure.rounding + margins.outside + noise;
  if (anchors.some(isIn)) return 'inside';
  return high + slack < from || low - slack > to ? 'outside' : 'touches';
}

/** Half a unit of the last digit of a figure as published; 0 for counts. Trailing zeros are lost, which only widens. */
export function printedRounding(value: number | null, unit: Unit): number {
  if (value === null || unit === 'count' || unit === 'year') return 0;
  if (unit === 'USD') return 0.5 * significantUnit(Math.abs(value));
  const digits = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return 0.5 * 10 ** -digits;
}

/** Dollars are published in millions or billions: the last of at most three significant digits. */
function significantUnit(size: number): number {
  if (size === 0) return 0;
  let unit = 10 ** (Math.floor(Math.log10(size)) - 5);
  for (let step = 0; step < 6 && isMultiple(size, unit * 10, size * 1e-9); step += 1) unit *= 10;
  return unit;
}

/** The interval of a claim under its metric. */
export function claimInterval(
  claim: { readonly value: ClaimValue; readonly qualifier: Qualifier; readonly unit: Unit },
  metric: MetricSpec,
): Interval | null {
  return intervalOf({
    value: claim.value,
    qualifier: claim.qualifier,
    unit: claim.unit,
    isThreshold: metric.id.startsWith('eligibility_'),
    isCount: metric.id === 'constituents',
    isDirected: metric.judge === 'return',
  });
}
