/** How the words of a period become its code (see `Period`) and dates. The rows that name these readers are in `periods.ts`. */
import { dayOfEvent } from '../market/events.ts';
import type { Token } from '../text/tokens.ts';
import { monthNumber, weekdayNumber, wholeNumber } from './phrases.ts';

export interface DateRange {
  readonly from: string;
  readonly to: string;
}

export interface PeriodReading {
  readonly period: string | null;
  readonly stated: DateRange | null;
  /** Weaker readings ("Thursday", "in 2025") give way to stronger ones of the same clause. */
  readonly strength: 1 | 2 | 3;
  /** The window's end is a named day or month ("to the end of 2025"), not the day of publication. */
  readonly isEnd?: boolean;
  /** The words are an adjective of the figure ("five-year", "10-Yr Ann."). */
  readonly isSpan?: boolean;
  /** One end is a part of a month or an event of several days: good enough to support a figure, never to blame one. */
  readonly isVague?: boolean;
}

/** Turns the captures of a row into a period or date, given the day of publication. */
export type Reader = (captures: readonly Token[], published: string | null) => PeriodReading | null;

const pad = (value: number): string => String(value).padStart(2, '0');

/** Last day of a month as `YYYY-MM-DD`. */
export function monthEnd(year: number, month: number): string {
  return `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}

function monthRange(year: number, month: number): DateRange {
  return { from: `${year}-${pad(month)}-01`, to: monthEnd(year, month) };
}

function yearOf(published: string | null): number | null {
  return published === null ? null : Number(published.slice(0, 4));
}

/** The most recent year in which that month has begun by the day of publication. */
function yearForMonth(month: number, published: string | null): number | null {
  if (published === null) return null;
  const year = Number(published.slice(0, 4));
  return month <= Number(published.slice(5, 7)) ? year : year - 1;
}

export const fixed = (period: string, strength: 1 | 2 | 3 = 2): Reader => () => ({ period, stated: null, strength });

/** "in 2025": the year so far while it lasts, the calendar year once it is over. */
export const inYear: Reader = ([year], published) => {
  const value = Number(year!.lower);
  if (yearOf(published) === value) return { period: 'YTD', stated: null, strength: 2 };
  return { period: `calendar:${value}`, stated: { from: `${value}-01-01`, to: `${value}-12-31` }, strength: 2 };
};

/** "So far in 2025" on a page without a date: up to a day that is not known. */
export const soFar: Reader = (captures, published) => (published === null ? { period: 'rel:?', stated: null, strength: 2 } : inYear(captures, published));

export const calendarYear: Reader = ([year]) => {
  const value = Number(year!.lower);
  return { period: `calendar:${value}`, stated: { from: `${value}-01-01`, to: `${value}-12-31` }, strength: 3 };
};

export const lastYear: Reader = (_captures, published) => {
  const year = yearOf(published);
  if (year === null) return null;
  return { period: `calendar:${year - 1}`, stated: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }, strength: 2 };
};

/** "21% gain from 2021"; "from 2000 to 2010" is a row of its own. */
export const fromYear: Reader = (captures, published) => inYear(captures, published);

/** "for the month" in the first days of one is the month just over. */
export const monthJustOver: Reader = (captures, published) => (published !== null && Number(published.slice(8, 10)) <= 7 ? lastMonth(captures, published) : { period: 'MTD', stated: null, strength: 2 });

/** "ended the year 6% lower": in January the year just over, later the one that is running. */
export const yearJustOver: Reader = (captures, published) => (published !== null && published.slice(5, 7) === '01' ? lastYear(captures, published) : { period: 'YTD', stated: null, strength: 2 });

export const inMonth: Reader = (captures, published) => {
  const month = monthNumber(captures[0]!);
  if (month === null) return null;
  const year = captures[1] !== undefined ? Number(captures[1].lower) : yearForMonth(month, published);
  if (year === null) return null;
  return { period: `month:${year}-${pad(month)}`, stated: monthRange(year, month), strength: captures[1] === undefined ? 1 : 2 };
};

export const onDate: Reader = (captures, published) => {
  const month = monthNumber(captures[0]!);
  const day = wholeNumber(captures[1]!);
  if (month === null || day === null || day < 1) return null;
  const year = captures[2] !== undefined ? Number(captures[2].lower) : yearForMonth(month, published);
  // "June 31" is no day, nor is 29 February of most years.
  if (year === null || day > Number(monthEnd(year, month).slice(8))) return null;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return { period: null, stated: { from: date, to: date }, strength: 2 };
};

export const onDayFirst: Reader = (captures, published) => {
  const day = captures[0]!;
  const month = captures[1]!;
  return onDate(captures[2] === undefined ? [month, day] : [month, day, captures[2]], published);
};

/** A day that only stands there ("June 12"): weaker than one with "on" or "as of". */
export const weakDate: Reader = (captures, published) => {
  const read = onDate(captures, published);
  return read === null ? null : { ...read, strength: 1 };
};

export const slashDate: Reader = ([month, day, year]) => {
  const values = [month, day, year].map((token) => Number(token!.lower));
  const [m, d] = values as [number, number, number];
  let y = values[2]!;
  if (y < 100) y += 2000;
  if (m < 1 || m > 12 || y < 1900 || y > 2100 || d < 1 || d > Number(monthEnd(y, m).slice(8))) return null;
  const date = `${y}-${pad(m)}-${pad(d)}`;
  return { period: null, stated: { from: date, to: date }, strength: 2 };
};

export const sinceYear: Reader = ([year]) => ({ period: `since:${year!.lower}`, stated: null, strength: 3 });
export const sinceYearBegan: Reader = ([year], published) => {
  const value = Number(year!.lower);
  if (yearOf(published) === value) return { period: 'YTD', stated: null, strength: 3 };
  return { period: `since:${value - 1}-12-31`, stated: null, strength: 3 };
};
export const sinceMonth: Reader = (captures, published) => {
  const month = monthNumber(captures[0]!);
  if (month === null) return null;
  const year = captures[1] !== undefined ? Number(captures[1].lower) : yearForMonth(month, published);
  if (year === null) return null;
  if (month === 1 && captures[1] === undefined && yearOf(published) === year) return { period: 'YTD', stated: null, strength: 3 };
  return { period: `since:${year}-${pad(month)}`, stated: null, strength: 3 };
};
export const sinceDate: Reader = (captures, published) => {
  const read = onDate(captures, published);
  if (read?.stated == null) return null;
  const isNewYear = read.stated.from.endsWith('-01-01') && Number(read.stated.from.slice(0, 4)) === yearOf(published);
  return { period: isNewYear ? 'YTD' : `since:${read.stated.from}`, stated: null, strength: 3 };
};
/** "since 12 June 2025" */
export const sinceDayFirst: Reader = ([day, month, ...year], published) => sinceDate([month!, day!, ...year], published);
/** "between February 19 and March 23, 2020": a year at the end is the year of both. */
export const betweenDates: Reader = (captures, published) => {
  const isOneYear = captures.length === 5;
  const half = isOneYear ? 2 : captures.length / 2;
  const from = onDate(isOneYear ? [...captures.slice(0, 2), captures[4]!] : captures.slice(0, half), published)?.stated?.from;
  const to = onDate(captures.slice(half), published)?.stated?.from;
  if (from === undefined || to === undefined || from >= to) return null;
  return { period: `range:${from}..${to}`, stated: { from: to, to }, strength: 3 };
};

export const span = (unit: 'D' | 'W' | 'M' | 'Y', factor = 1, strength: 1 | 2 | 3 = 3): Reader => ([count]) => {
  const value = count === undefined ? 1 : wholeNumber(count);
  if (value === null || value < 1 || value > 200) return null;
  const total = value * factor;
  if (unit === 'M' && total % 12 === 0) return { period: `${total / 12}Y`, stated: null, strength, isSpan: true };
  return { period: `${total}${unit}`, stated: null, strength, isSpan: true };
};

export const ORDINAL_QUARTERS: readonly string[] = ['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th|final'];

function quarterRange(year: number, quarter: number): DateRange {
  return { from: `${year}-${pad(quarter * 3 - 2)}-01`, to: monthEnd(year, quarter * 3) };
}
export const quarter = (number: number): Reader => (captures, published) => {
  let year = captures[0] !== undefined ? Number(captures[0].lower) : null;
  if (year !== null && year < 100) year += 2000;
  if (year === null) year = yearForMonth(number * 3, published) ?? null;
  if (year === null) return null;
  return { period: `quarter:${year}Q${number}`, stated: quarterRange(year, number), strength: 2 };
};
export const half = (which: 1 | 2): Reader => (captures, published) => {
  let year = captures[0] !== undefined ? Number(captures[0].lower) : yearForMonth(which * 6, published);
  if (year !== null && year < 100) year += 2000;
  if (year === null) return null;
  const from = which === 1 ? `${year - 1}-12-31` : `${year}-06-30`;
  const to = which === 1 ? `${year}-06-30` : `${year}-12-31`;
  return { period: `range:${from}..${to}`, stated: { from: to, to }, strength: 3 };
};
export const endOfYear: Reader = ([year]) => ({ period: null, stated: { from: `${year!.lower}-12-31`, to: `${year!.lower}-12-31` }, strength: 2, isEnd: true });
export const endOfMonth: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  if (read?.stated == null) return null;
  return { period: null, stated: { from: read.stated.to, to: read.stated.to }, strength: 2, isEnd: true };
};
/** "rose 4% through mid-January", "9% through September": the year so far, to a day that is not told. */
export const throughMonth: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  if (read?.stated == null) return null;
  const isThisYear = read.stated.from.slice(0, 4) === published?.slice(0, 4);
  return { period: isThisYear ? 'YTD' : null, stated: read.stated, strength: 1, isEnd: true, isVague: true };
};
export const yearRange: Reader = ([from, to]) => ({ period: `range:${from!.lower}-${to!.lower}`, stated: null, strength: 3 });
/** "in the year to June 2026": twelve months that end with the month named. */
export const yearTo: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  return read?.stated == null ? null : { period: '1Y', stated: { from: read.stated.to, to: read.stated.to }, strength: 3, isEnd: true };
};
/** "the year ended September 30, 2026", "the ten years through June 30": a length that ends on a day. */
export const yearToDay: Reader = (captures, published) => {
  const read = onDate(captures, published);
  return read?.stated == null ? null : { period: '1Y', stated: read.stated, strength: 3, isEnd: true };
};
export const lengthToDay = (unit: 'months' | 'years'): Reader => ([count, ...rest], published) => {
  const read = onDate(rest, published);
  const value = wholeNumber(count!);
  if (read?.stated == null || value === null || value < 1 || value > 200) return null;
  const period = unit === 'years' ? `${value}Y` : value % 12 === 0 ? `${value / 12}Y` : `${value}M`;
  return { period, stated: read.stated, strength: 3, isEnd: true };
};
export const monthsTo: Reader = ([count, ...rest], published) => {
  const read = inMonth(rest, published);
  const months = wholeNumber(count!);
  if (read?.stated == null || months === null || months < 1 || months > 240) return null;
  return { period: months % 12 === 0 ? `${months / 12}Y` : `${months}M`, stated: { from: read.stated.to, to: read.stated.to }, strength: 3, isEnd: true };
};
/** "over the five years through 2025": they end with that year, not with the article. */
export const yearsTo: Reader = ([count, year]) => {
  const years = wholeNumber(count!);
  const end = `${year!.lower}-12-31`;
  return years === null || years < 1 || years > 200 ? null : { period: `${years}Y`, stated: { from: end, to: end }, strength: 3, isEnd: true };
};
export const yearsToMonth: Reader = ([count, ...rest], published) => {
  const read = inMonth(rest, published);
  const years = wholeNumber(count!);
  if (read?.stated == null || years === null || years < 1 || years > 200) return null;
  return { period: `${years}Y`, stated: { from: read.stated.to, to: read.stated.to }, strength: 3, isEnd: true };
};
/** "From January through September 2022", "between January and March": from the close before the first month to that of the last. */
export const monthsThrough: Reader = ([first, last, year], published) => {
  const from = monthNumber(first!);
  const to = monthNumber(last!);
  if (from === null || to === null || from > to) return null;
  const value = year === undefined ? yearForMonth(to, published) : Number(year.lower);
  if (value === null) return null;
  const start = from === 1 ? monthEnd(value - 1, 12) : monthEnd(value, from - 1);
  const end = monthEnd(value, to);
  return { period: `range:${start}..${end}`, stated: { from: end, to: end }, strength: 3 };
};
export const endToEnd: Reader = ([from, to]) => ({ period: `range:${from!.lower}-12-31..${to!.lower}-12-31`, stated: { from: `${to!.lower}-12-31`, to: `${to!.lower}-12-31` }, strength: 3 });
/** "the last two weeks of May", "the first five sessions of 2026": days that are counted from within. */
export const partOfPeriod: Reader = fixed('rel:?', 3);
/** "the final three months of 2025" is its last quarter. */
export const lastMonths: Reader = ([count, year], published) => {
  const value = year === undefined ? yearOf(published) : Number(year.lower);
  if (value === null || wholeNumber(count!) !== 3) return partOfPeriod([], published);
  return { period: `quarter:${value}Q4`, stated: quarterRange(value, 4), strength: 3 };
};
/** "since early April": the month, of which it is not told how much. */
export const sincePartOfMonth: Reader = (captures, published) => {
  const read = sinceMonth(captures, published);
  // "since early January" is not "since the year began".
  const period = read?.period === 'YTD' && published !== null ? `since:${published.slice(0, 4)}-01` : read?.period;
  return read == null ? null : { ...read, period: period ?? null, isVague: true };
};
/** "since the election", "since Labor Day 2025": the day of an event that needs no date. */
export const sinceEvent = (event: string, isVague = false): Reader => ([year], published) => {
  const day = dayOfEvent(event, published, year === undefined ? null : Number(year.lower));
  return day === null ? { period: 'rel:?', stated: null, strength: 3 } : { period: `since:${day}`, stated: null, strength: 3, isVague };
};
/** "since Monday": the last one before the day of publication. */
export const sinceWeekday: Reader = ([weekday], published) => {
  const wanted = weekdayNumber(weekday!);
  if (wanted === null || published === null) return null;
  const day = new Date(`${published}T00:00:00Z`);
  const back = (day.getUTCDay() - wanted + 7) % 7 || 7;
  day.setUTCDate(day.getUTCDate() - back);
  return { period: `since:${day.toISOString().slice(0, 10)}`, stated: null, strength: 3 };
};
/** "since the end of May", "since the start of May". */
export const sinceMonthEnd: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  return read?.stated == null ? null : { period: `since:${read.stated.to}`, stated: null, strength: 3 };
};
export const sinceMonthStart: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  return read?.stated == null ? null : { period: `since:${read.stated.from}`, stated: null, strength: 3 };
};
/** "the quarter ended June 30": the calendar quarter, or three months that end in another month. */
export const quarterEnded: Reader = (captures, published) => {
  const month = captures[0];
  const year = captures.find((token, index) => index > 0 && /^(?:19|20)\d\d$/.test(token.lower));
  const read = inMonth(year === undefined ? [month!] : [month!, year], published);
  if (read?.stated == null) return null;
  const number = Number(read.stated.to.slice(5, 7));
  const range = { from: read.stated.to, to: read.stated.to };
  return number % 3 === 0 ? { period: `quarter:${read.stated.to.slice(0, 4)}Q${number / 3}`, stated: quarterRange(Number(read.stated.to.slice(0, 4)), number / 3), strength: 3 } : { period: '3M', stated: range, strength: 3, isEnd: true };
};
/** "in the second quarter of last year". */
export const quarterOfYear = (number: number, back: 0 | 1): Reader => (_captures, published) => {
  const year = yearOf(published);
  return year === null ? null : { period: `quarter:${year - back}Q${number}`, stated: quarterRange(year - back, number), strength: 3 };
};
/** "so far in June": the month that is running, or one that is over. */
export const soFarInMonth: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  return read?.period === `month:${published?.slice(0, 7)}` ? { period: 'MTD', stated: null, strength: 3 } : read;
};

/** "in late March": some days of it; a return over them is on nobody's record. */
export const partOfMonth: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  return read === null ? null : { ...read, period: 'rel:?' };
};
export const partOfYear: Reader = ([year]) => ({ period: 'rel:?', stated: { from: `${year!.lower}-01-01`, to: `${year!.lower}-12-31` }, strength: 2 });
export const firstMonths: Reader = (captures, published) => {
  const count = wholeNumber(captures[0]!);
  const year = captures[1] !== undefined ? Number(captures[1].lower) : yearOf(published);
  if (count === null || year === null || count < 1 || count > 11) return null;
  if (count === 3) return { period: `quarter:${year}Q1`, stated: quarterRange(year, 1), strength: 3 };
  const to = monthEnd(year, count);
  return { period: `range:${year - 1}-12-31..${to}`, stated: { from: to, to }, strength: 3 };
};
export const lastMonth: Reader = (_captures, published) => {
  if (published === null) return null;
  const month = Number(published.slice(5, 7));
  const year = Number(published.slice(0, 4));
  const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return { period: `month:${y}-${pad(m)}`, stated: monthRange(y, m), strength: 2 };
};
export const asOfMonth: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  return read === null ? null : { ...read, strength: 2 };
};
