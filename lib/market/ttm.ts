import { dateOfDay, dayNumber } from './calendar.ts';
import { spanOf } from './facts-book.ts';
import type { DatedFact, Span } from './facts-book.ts';
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

/** How a figure was made: taken over from one filing, or put together in one of two ways (`trailingTwelveMonths`). */
export type Route = 'as-reported' | 'four-quarters' | 'year-and-quarters';

/** A figure of a company; `factsBehind` says what went into one of twelve months. */
export interface KnownFigure {
  readonly kind: 'known';
  /** US dollars, or shares. */
  readonly value: number;
  /** First and last day that it covers, `YYYY-MM-DD`; `start` is null for an instant. */
  readonly start: string | null;
  readonly end: string;
  readonly route: Route;
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
 */
export function trailingTwelveMonths(facts: readonly DatedFact[], bounds: EndBounds): CompanyFigure {
  if (facts.length === 0) return missing('not-filed');
  const newest = newestEnd(facts, bounds.to);
  for (let end = newest; end >= bounds.from; end = newestEnd(facts, end - 1)) {
    const found = yearEnding(end, facts) ?? fourQuartersTo(end, facts) ?? yearAndQuartersTo(end, facts);
    if (found !== null) return found;
  }
  return missingTrailing(facts, bounds, newest);
}

/** The last day, up to the one given, on which a year or a quarter ends; −1 when there is none. */
function newestEnd(facts: readonly DatedFact[], upTo: number): number {
  let newest = -1;
  for (const { span, end, isDisputed } of facts) {
    if ((span === 'year' || span === 'quarter') && !isDisputed && end <= upTo && end > newest) newest = end;
  }
  return newest;
}

function missingTrailing(facts: readonly DatedFact[], bounds: EndBounds, newest: number): MissingFigure {
  const inTime = facts.filter((one) => one.end <= bounds.to);
  if (inTime.length === 0) return missing('not-filed');
  if (inTime.some(({ isDisputed }) => isDisputed)) return missing('conflicting');
  if (newest < bounds.from) return missing('stale');
  return missing('quarter-missing', dateOfDay(gapBefore(newest, facts)));
}

/** Where the unbroken run of quarters that ends on the day stops: the day before its oldest one, at most four back. */
function gapBefore(end: number, facts: readonly DatedFact[]): number {
  let day = end;
  for (let back = 0; back < 4; back += 1) {
    const quarter = nearest(facts, 'quarter', 'end', day);
    if (quarter === null) return day;
    day = quarter.start - 1;
  }
  return day;
}

export function missing(reason: MissingReason, expectedEnd: string | null = null): MissingFigure {
  return { kind: 'missing', reason, expectedEnd };
}

/** A figure as one filing has it. */
export function asReported({ fact, start, end }: DatedFact): KnownFigure {
  return known(fact.value, fact.start === null ? null : start, end, 'as-reported');
}

function known(value: number, start: number | null, end: number, route: Route): KnownFigure {
  return { kind: 'known', value, start: start === null ? null : dateOfDay(start), end: dateOfDay(end), route };
}

function yearEnding(end: number, facts: readonly DatedFact[]): KnownFigure | null {
  for (const one of facts) if (one.span === 'year' && one.end === end && !one.isDisputed) return asReported(one);
  return null;
}

function fourQuartersTo(end: number, facts: readonly DatedFact[]): KnownFigure | null {
  const first = runBack(end, 4, facts);
  if (first === null || !isYearLong(first.start, end)) return null;
  return known(sumOf(first.start, end, facts), first.start, end, 'four-quarters');
}

function yearAndQuartersTo(end: number, facts: readonly DatedFact[]): KnownFigure | null {
  const bridge = bridgeTo(end, facts);
  if (bridge === null) return null;
  const { year, lastPrior, firstCurrent } = bridge;
  const value = year.fact.value - sumOf(year.start, lastPrior.end, facts) + sumOf(firstCurrent.start, end, facts);
  return known(value, lastPrior.end + 1, end, 'year-and-quarters');
}

/** A year, the last of its first quarters, and the first of the same quarters of the year after, which end on the day. */
interface Bridge {
  readonly year: DatedFact;
  readonly lastPrior: DatedFact;
  readonly firstCurrent: DatedFact;
}

function bridgeTo(end: number, facts: readonly DatedFact[]): Bridge | null {
  for (let count = 1; count <= 3; count += 1) {
    const firstCurrent = runBack(end, count, facts);
    if (firstCurrent === null) return null;
    const year = nearest(facts, 'year', 'end', firstCurrent.start - 1);
    const lastPrior = year && runForward(year.start, count, facts);
    if (year && lastPrior && isYearLong(lastPrior.end + 1, end)) return { year, lastPrior, firstCurrent };
  }
  return null;
}

/** The reported figures that one of twelve months is the sum of, and those that were taken off, the oldest first. */
export function factsBehind(
  figure: KnownFigure,
  facts: readonly DatedFact[],
): { readonly added: readonly ReportedFact[]; readonly taken: readonly ReportedFact[] } {
  const end = dayNumber(figure.end);
  const start = figure.start === null ? end : dayNumber(figure.start);
  if (figure.route === 'four-quarters') return { added: quartersBetween(start, end, facts), taken: [] };
  const bridge = figure.route === 'year-and-quarters' ? bridgeTo(end, facts) : null;
  if (bridge === null) return { added: facts.flatMap((one) => (one.start === start && one.end === end ? one.fact : [])), taken: [] };
  const { year, lastPrior, firstCurrent } = bridge;
  return {
    added: [year.fact, ...quartersBetween(firstCurrent.start, end, facts)],
    taken: quartersBetween(year.start, lastPrior.end, facts),
  };
}

/** The oldest of so many quarters that follow one another, the last of which ends on the day; null with a gap. */
function runBack(end: number, count: number, facts: readonly DatedFact[]): DatedFact | null {
  let quarter: DatedFact | null = null;
  for (let back = 0, day = end; back < count; back += 1) {
    quarter = nearest(facts, 'quarter', 'end', day);
    if (quarter === null) return null;
    day = quarter.start - 1;
  }
  return quarter;
}

/** The newest of so many quarters that follow one another, the first of which begins on the day; null with a gap. */
function runForward(start: number, count: number, facts: readonly DatedFact[]): DatedFact | null {
  let quarter: DatedFact | null = null;
  for (let ahead = 0, day = start; ahead < count; ahead += 1) {
    quarter = nearest(facts, 'quarter', 'start', day);
    if (quarter === null) return null;
    day = quarter.end + 1;
  }
  return quarter;
}

/** The quarters of an unbroken run, the oldest first. */
function quartersBetween(start: number, end: number, facts: readonly DatedFact[]): readonly ReportedFact[] {
  const run: ReportedFact[] = [];
  for (let one = quarterFrom(start, end, facts); one !== null; one = quarterFrom(one.end + 1, end, facts)) run.push(one.fact);
  return run;
}

function sumOf(start: number, end: number, facts: readonly DatedFact[]): number {
  let sum = 0;
  for (let one = quarterFrom(start, end, facts); one !== null; one = quarterFrom(one.end + 1, end, facts)) sum += one.fact.value;
  return sum;
}

/** The quarter that begins on the day; null past the end of a run. */
function quarterFrom(day: number, end: number, facts: readonly DatedFact[]): DatedFact | null {
  return day < end ? nearest(facts, 'quarter', 'start', day) : null;
}

function nearest(facts: readonly DatedFact[], span: Span, edge: 'start' | 'end', day: number): DatedFact | null {
  let best: DatedFact | null = null;
  let least = TOLERANCE_DAYS + 1;
  for (const one of facts) {
    if (one.span !== span || one.isDisputed) continue;
    const distance = Math.abs((edge === 'start' ? one.start : one.end) - day);
    if (distance >= least) continue;
    best = one;
    least = distance;
  }
  return best;
}

function isYearLong(start: number, end: number): boolean {
  return spanOf(start, end) === 'year';
}
