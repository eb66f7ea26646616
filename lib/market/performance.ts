import { addMonths, lastDayOfMonth, lastSessionOfMonth, sessionOnOrBefore } from './calendar.ts';
import type { LevelSeries } from './observation.ts';
import { yearStart } from './period.ts';
import { annualise, calendarYearReturn, closeOn, periodBefore, periodHolding, returnBetween } from './returns.ts';
import type { CalendarPeriod, SeriesReturn } from './returns.ts';
import type { StreakUnit } from './streak.ts';

/**
 * Figures of one level series, with or without dividends by its basis. They are measured between closes on record and
 * never between others: null where a close that a figure turns on is missing. Splits and dividends are in the series
 * itself; where they are not, its source refuses it.
 */

/** The last close on record up to the day; null when there is none. */
export function lastClose(series: LevelSeries, upTo: string): readonly [string, number] | null {
  return series.points.findLast(([day]) => day <= upTo) ?? null;
}

/** From the last close of the year before to the last close on record up to the day, which must lie in the day's year. */
export function yearToDate(series: LevelSeries, day: string): SeriesReturn | null {
  const last = lastClose(series, day);
  return last === null ? null : returnBetween(series, yearStart(day), last[0]);
}

/**
 * From the close of the day, or of the last session before it (a holiday, a week-end), to the last close on record up to
 * another one.
 */
export function returnSince(series: LevelSeries, since: string, upTo: string): SeriesReturn | null {
  const last = lastClose(series, upTo);
  return last === null ? null : returnBetween(series, sessionOnOrBefore(since), last[0]);
}

/** A return over whole years, and what it comes to a year. */
export interface YearlyReturn extends SeriesReturn {
  readonly years: number;
  /** Percent a year that compounds to the whole. */
  readonly yearly: number;
}

/**
 * The return over so many years to the close of the day. A month's end counts from the end of the month so many years
 * before, as fact sheets do, any other day from the same day of that year or the session before it.
 */
export function yearsTo(series: LevelSeries, years: number, end: string): YearlyReturn | null {
  const start = addMonths(end, -12 * years);
  const month = end.slice(0, 7);
  const isMonthEnd = end === lastSessionOfMonth(month) || end === lastDayOfMonth(month);
  const from = isMonthEnd ? lastSessionOfMonth(start.slice(0, 7)) : sessionOnOrBefore(start);
  const whole = returnBetween(series, from, sessionOnOrBefore(end));
  return whole && { ...whole, years, yearly: annualise(whole.percent, years) };
}

/** By how many percentage points one series did better than another between two closes; negative when it did worse. */
export function excessReturn(own: LevelSeries, other: LevelSeries, from: string, to: string): number | null {
  const mine = returnBetween(own, from, to);
  const others = returnBetween(other, from, to);
  return mine && others && mine.percent - others.percent;
}

/** Every calendar year whose two closes are on record, the newest first. */
export function calendarYears(series: LevelSeries): readonly (SeriesReturn & { readonly year: number })[] {
  const first = Number(series.points[0]?.[0].slice(0, 4) ?? Number.NaN);
  const last = Number(series.points.at(-1)?.[0].slice(0, 4) ?? Number.NaN);
  const years: (SeriesReturn & { year: number })[] = [];
  for (let year = last; year > first; year -= 1) {
    const found = calendarYearReturn(series, year);
    if (found !== null) years.push({ ...found, year });
  }
  return years;
}

/** The deepest fall from a close to a later one. */
export interface Drawdown {
  /** Negative: −33.9 for a fall by 33.9 %; 0 for a series that never closed lower. */
  readonly percent: number;
  readonly peak: readonly [string, number];
  readonly trough: readonly [string, number];
  /** The first close at the peak's level or above it after the trough, on record up to the end; null when there is none. */
  readonly recovered: string | null;
}

/**
 * The deepest fall between two days, both counted, by the closes on record: in a series of month-ends the days between may
 * have been deeper. Null with fewer than two closes.
 */
export function drawdown(series: LevelSeries, from: string, to: string): Drawdown | null {
  const points = series.points.filter(([day]) => day >= from && day <= to);
  const [start] = points;
  if (start === undefined || points.length < 2) return null;
  let high = start;
  let deepest = { percent: 0, peak: start, trough: start };
  for (const point of points) {
    if (point[1] > high[1]) high = point;
    const percent = (point[1] / high[1] - 1) * 100;
    if (percent < deepest.percent) deepest = { percent, peak: high, trough: point };
  }
  const { peak, trough } = deepest;
  const recovered = points.find(([day, level]) => day > trough[0] && level >= peak[1]);
  return { ...deepest, recovered: deepest.percent === 0 ? null : (recovered?.[0] ?? null) };
}

/** Calendar periods in a row with the same sign. */
export interface Run {
  readonly unit: StreakUnit;
  /** `up` and `down` for the series itself, `ahead` and `behind` against another one. */
  readonly direction: 'up' | 'down' | 'ahead' | 'behind';
  readonly count: number;
  readonly first: CalendarPeriod;
  readonly last: CalendarPeriod;
  /** False where the record ends before the run does: it may be longer. */
  readonly isWhole: boolean;
}

/** No record reaches back further than this many periods. */
const MOST_PERIODS = 2000;

/**
 * The run that ends with the last whole calendar period up to the day. Null when that period's closes are not on record,
 * or when it ended where it began.
 */
export function runTo(series: LevelSeries, unit: StreakUnit, day: string, other: LevelSeries | null = null): Run | null {
  const holding = periodHolding(unit, day);
  const last = holding.to <= day ? holding : periodBefore(unit, holding);
  const sign = signOf(series, other, last);
  if (sign === null || sign === 0) return null;
  let first = last;
  let count = 1;
  let before = signOf(series, other, periodBefore(unit, first));
  for (; before === sign && count < MOST_PERIODS; count += 1) {
    first = periodBefore(unit, first);
    before = signOf(series, other, periodBefore(unit, first));
  }
  const direction = other === null ? (sign > 0 ? 'up' : 'down') : sign > 0 ? 'ahead' : 'behind';
  return { unit, direction, count, first, last, isWhole: before !== null };
}

function signOf(series: LevelSeries, other: LevelSeries | null, { from, to }: CalendarPeriod): number | null {
  const change = other === null ? (returnBetween(series, from, to)?.percent ?? null) : excessReturn(series, other, from, to);
  return change === null ? null : Math.sign(change);
}

/** The last end of a month up to the day of which every one of the series has the close; null when there is none. */
export function lastMonthEnd(all: readonly LevelSeries[], upTo: string): string | null {
  const first = all.reduce((last, { points }) => ((points[0]?.[0] ?? upTo) > last ? (points[0]?.[0] ?? upTo) : last), '');
  for (let month = upTo.slice(0, 7); month >= first.slice(0, 7); month = addMonths(`${month}-01`, -1).slice(0, 7)) {
    const end = lastSessionOfMonth(month);
    if (end <= upTo && all.every((series) => closeOn(series, end) !== null)) return end;
  }
  return null;
}
