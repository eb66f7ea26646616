import { dateOfDay } from './calendar.ts';
import type { DatedFact } from './facts-book.ts';
import type { ReportedFact } from './fundamentals.ts';

/** Why a figure of a company is not known. */
export type MissingReason =
  /** Nothing under the tag for a period that had ended by the day in question. */
  | 'not-filed'
  /** The newest figure that can be made ends too long before that day. */
  | 'stale'
  /** Quarters or the year that would complete twelve months are not there. */
  | 'quarter-missing'
  /** Two filings disagree and nothing tells which came later. */
  | 'conflicting';

export interface MissingFigure {
  readonly kind: 'missing';
  readonly reason: MissingReason;
  /** For `quarter-missing`: the day, `YYYY-MM-DD`, on or about which the quarter that is not there should end. */
  readonly expectedEnd: string | null;
}

/** A figure of a company with what went into it. */
export interface KnownFigure {
  readonly kind: 'known';
  /** US dollars, or shares. */
  readonly value: number;
  /** First and last day that it covers, `YYYY-MM-DD`; `start` is null for an instant. */
  readonly start: string | null;
  readonly end: string;
  /** Its reported figures; those with the sign −1 were taken off. */
  readonly parts: readonly { readonly fact: ReportedFact; readonly sign: 1 | -1 }[];
}

export type CompanyFigure = KnownFigure | MissingFigure;

/** Days (`dayNumber`) within which a figure must end to be used: not too old, and not after the day in question. */
export interface EndBounds {
  readonly from: number;
  readonly to: number;
}

/** How far the days of two figures that belong together may lie apart: years of 52 weeks end on a weekday, not a date. */
const TOLERANCE_DAYS = 10;

/**
 * Income or revenue of the last twelve months (trailing, TTM), from the newest end that can be made:
 *
 * - the year, where a fiscal year ended last;
 * - the last four quarters, where all were filed one by one;
 * - the year less its first quarters plus the same quarters of the year after.
 *
 * The last is the sum of four quarters too: companies do not file the fourth, which is the year less the other three,
 * and the two that remain in both cancel out. Quarters have to follow one another and the year has to begin and end with
 * them, give or take ten days; figures over other spans (half-years, transition periods) are not used. Nothing is
 * guessed: without a complete set it is missing.
 *
 * Reading a figure's length off its days, not off the fiscal period that the filer names, follows the SEC's advice for
 * its frames.
 */
export function trailingTwelveMonths(facts: readonly DatedFact[], bounds: EndBounds): CompanyFigure {
  const settled = facts.filter((one) => !one.isDisputed && one.end <= bounds.to);
  const years = settled.filter(isYear);
  const quarters = settled.filter(isQuarter);
  const ends = [...new Set([...years, ...quarters].map((one) => one.end))].filter((end) => end >= bounds.from).sort((a, b) => b - a);
  for (const end of ends) {
    const found = yearEnding(end, years) ?? fourQuartersTo(end, quarters) ?? yearAndQuartersTo(end, years, quarters);
    if (found !== null) return found;
  }
  return missingTrailing(facts, bounds, ends[0], quarters);
}

function missingTrailing(
  facts: readonly DatedFact[],
  bounds: EndBounds,
  newestEnd: number | undefined,
  quarters: readonly DatedFact[],
): MissingFigure {
  const inTime = facts.filter((one) => one.end <= bounds.to);
  if (inTime.length === 0) return missing('not-filed');
  if (inTime.some((one) => one.isDisputed)) return missing('conflicting');
  if (newestEnd === undefined) return missing('stale');
  return missing('quarter-missing', dateOfDay(gapBefore(newestEnd, quarters)));
}

/** Where the unbroken run of quarters that ends on the day stops: the day before its oldest one, at most four back. */
function gapBefore(end: number, quarters: readonly DatedFact[]): number {
  let day = end;
  for (let back = 0; back < 4; back += 1) {
    const quarter = nearest(quarters, 'end', day);
    if (quarter === null) return day;
    day = quarter.start - 1;
  }
  return day;
}

export function missing(reason: MissingReason, expectedEnd: string | null = null): MissingFigure {
  return { kind: 'missing', reason, expectedEnd };
}

function yearEnding(end: number, years: readonly DatedFact[]): KnownFigure | null {
  const year = years.find((one) => one.end === end);
  return year === undefined ? null : known(year.start, [year], []);
}

function fourQuartersTo(end: number, quarters: readonly DatedFact[]): KnownFigure | null {
  const run = runBack(end, 4, quarters);
  const first = run?.at(-1);
  return run && first && isYearLong(first.start, end) ? known(first.start, run, []) : null;
}

function yearAndQuartersTo(end: number, years: readonly DatedFact[], quarters: readonly DatedFact[]): KnownFigure | null {
  for (let count = 1; count <= 3; count += 1) {
    const current = runBack(end, count, quarters);
    const first = current?.at(-1);
    if (!current || !first) return null;
    const year = nearest(years, 'end', first.start - 1);
    const prior = year && runForward(year.start, count, quarters);
    const last = prior?.at(-1);
    if (year && prior && last && isYearLong(last.end + 1, end)) return known(last.end + 1, [year, ...current], prior);
  }
  return null;
}

function known(start: number, added: readonly DatedFact[], taken: readonly DatedFact[]): KnownFigure {
  let value = 0;
  for (const { fact } of added) value += fact.value;
  for (const { fact } of taken) value -= fact.value;
  // What is added ends last; the newest end is the first run's, or the year's own.
  const newest = added.reduce((last, one) => (one.end > last.end ? one : last));
  return {
    kind: 'known',
    value,
    start: dateOfDay(start),
    end: newest.fact.end,
    parts: [...added.map(({ fact }) => ({ fact, sign: 1 as const })), ...taken.map(({ fact }) => ({ fact, sign: -1 as const }))],
  };
}

/** So many quarters, the first ending on the day and each of the others before the one ahead of it; null with a gap. */
function runBack(end: number, count: number, quarters: readonly DatedFact[]): readonly DatedFact[] | null {
  const run: DatedFact[] = [];
  for (let day = end; run.length < count; ) {
    const quarter = nearest(quarters, 'end', day);
    if (quarter === null || run.includes(quarter)) return null;
    run.push(quarter);
    day = quarter.start - 1;
  }
  return run;
}

function runForward(start: number, count: number, quarters: readonly DatedFact[]): readonly DatedFact[] | null {
  const run: DatedFact[] = [];
  for (let day = start; run.length < count; ) {
    const quarter = nearest(quarters, 'start', day);
    if (quarter === null || run.includes(quarter)) return null;
    run.push(quarter);
    day = quarter.end + 1;
  }
  return run;
}

function nearest(facts: readonly DatedFact[], edge: 'start' | 'end', day: number): DatedFact | null {
  let best: DatedFact | null = null;
  for (const one of facts) {
    const distance = Math.abs(one[edge] - day);
    if (distance <= TOLERANCE_DAYS && (best === null || distance < Math.abs(best[edge] - day))) best = one;
  }
  return best;
}

function lengthOf(one: DatedFact): number {
  return one.end - one.start + 1;
}

/** 13 or 14 weeks; 16 or 17 for the long quarter of companies that cut their year 12-12-12-16 (Costco, PepsiCo, Kroger). */
export function isQuarter(one: DatedFact): boolean {
  const days = lengthOf(one);
  return (days >= 80 && days <= 100) || (days >= 110 && days <= 121);
}

/** 52 or 53 weeks, or a calendar year. */
export function isYear(one: DatedFact): boolean {
  return isYearLong(one.start, one.end);
}

function isYearLong(start: number, end: number): boolean {
  const days = end - start + 1;
  return days >= 350 && days <= 375;
}
