import { fill } from './fill.ts';
import { ENGLISH, type Language } from './language.ts';

/** A first and a last day, `YYYY-MM-DD`, both inside. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

const MONTHS: readonly string[] = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat({ locale }: Language, parts: 'day' | 'month' | 'short' | 'year'): Intl.DateTimeFormat {
  const key = `${locale} ${parts}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(parts === 'year' ? {} : { month: parts === 'short' ? 'short' : 'long' }),
      ...(parts === 'month' || parts === 'year' ? {} : { day: 'numeric' }),
    });
    formats.set(key, format);
  }
  return format;
}

/** A day as a `Date` at midnight UTC, or null when the text is no calendar day. */
export function parseDay(day: string): Date | null {
  if (!DAY.test(day)) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : date;
}

/** "5 May 2026". A text that is no calendar day is given back as it is. */
export function formatDate(day: string, language: Language = ENGLISH): string {
  const date = parseDay(day);
  return date ? dateFormat(language, 'day').format(date) : day;
}

/** "5 May 2026" with a shortened month ("16 Jan 2026"), for narrow columns. */
export function formatShortDate(day: string, language: Language = ENGLISH): string {
  const date = parseDay(day);
  return date ? dateFormat(language, 'short').format(date) : day;
}

/** "September 2024" for `2024-09`; given back as it is otherwise. */
export function formatMonth(month: string, language: Language = ENGLISH): string {
  const date = parseDay(`${month}-01`);
  return date ? dateFormat(language, 'month').format(date) : month;
}

/** "2024" for `2024`, "2024年" where a year is written so; given back as it is otherwise. */
export function formatYear(year: string, language: Language = ENGLISH): string {
  const date = parseDay(`${year}-01-01`);
  return date ? dateFormat(language, 'year').format(date) : year;
}

/** A month without a year, "June", by its English name, as schedules of the record write it. */
export function monthName(english: string, language: Language = ENGLISH): string {
  const month = MONTHS.indexOf(english);
  if (month < 0) return english;
  return new Intl.DateTimeFormat(language.locale, { timeZone: 'UTC', month: 'long' }).format(Date.UTC(2024, month));
}

/** "the first quarter of 2026". `quarter` counts from 1. */
export function formatQuarter(year: string, quarter: number, language: Language = ENGLISH): string {
  const { quarters } = language.words.dates;
  const pattern = [quarters.q1, quarters.q2, quarters.q3, quarters.q4][quarter - 1];
  return pattern === undefined ? `${year}Q${quarter}` : fill(pattern, { year });
}

type Grain = 'day' | 'month' | 'quarter' | 'year' | 'months' | 'years' | 'standing' | 'span';

/** An as-of interval longer than this is no vague date but something in force all the time. */
const STANDING_DAYS = 1000;

function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * What a range is exactly: a day, a month, a quarter, a calendar year, several whole months or years, something that
 * stands for years on end (a rule), or just two days.
 */
export function grainOf(range: DayRange): Grain {
  if (range.from === range.to) return 'day';
  const from = DAY.exec(range.from);
  const to = DAY.exec(range.to);
  if (!from || !to) return 'span';
  if ((Date.parse(range.to) - Date.parse(range.from)) / 86_400_000 > STANDING_DAYS) return 'standing';
  const first = Number(from[2]);
  const last = Number(to[2]);
  if (from[3] !== '01' || Number(to[3]) !== lastDayOfMonth(Number(to[1]), last)) return 'span';
  if (from[1] !== to[1]) return first === 1 && last === 12 ? 'years' : 'months';
  if (first === last) return 'month';
  if (first === 1 && last === 12) return 'year';
  return last - first === 2 && first % 3 === 1 ? 'quarter' : 'months';
}

/**
 * An as-of range in the shortest words that lose nothing: "5 May 2026", "September 2024", "2024", "1–5 May 2026". With
 * `short`, days have shortened months ("16 Jan 2026").
 */
export function formatAsOf(range: DayRange, language: Language = ENGLISH, short = false): string {
  const { dates } = language.words;
  const from = parseDay(range.from);
  const to = parseDay(range.to);
  if (!from || !to) return range.from === range.to ? range.from : fill(dates.span, { ...range });
  switch (grainOf(range)) {
    case 'day':
      return (short ? formatShortDate : formatDate)(range.from, language);
    case 'month':
      return formatMonth(range.from.slice(0, 7), language);
    case 'quarter':
      return formatQuarter(range.from.slice(0, 4), Math.ceil(Number(range.from.slice(5, 7)) / 3), language);
    case 'year':
      return formatYear(range.from.slice(0, 4), language);
    case 'years':
      return fill(dates.span, { from: formatYear(range.from.slice(0, 4), language), to: formatYear(range.to.slice(0, 4), language) });
    case 'months':
      return fill(dates.span, { from: formatMonth(range.from.slice(0, 7), language), to: formatMonth(range.to.slice(0, 7), language) });
    case 'standing':
      return fill(dates.since, { date: (short ? formatShortDate : formatDate)(range.from, language) });
    case 'span':
      return from < to
        ? dateFormat(language, short ? 'short' : 'day').formatRange(from, to)
        : fill(dates.span, { from: formatDate(range.from, language), to: formatDate(range.to, language) });
  }
}

/**
 * The calendar year that a window from one close to another covers: from the last days of December to the last days of
 * the next one. Null for any other window.
 */
export function calendarYearOf(from: string, to: string): string | null {
  const isYearEnd = (day: string): boolean => /-12-(?:2[6-9]|3[01])$/.test(day);
  const isNext = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) === 1;
  return isYearEnd(from) && isYearEnd(to) && isNext ? to.slice(0, 4) : null;
}

/** The same with its preposition: "on 5 May 2026", "in September 2024", "between 1 May 2026 and 9 June 2026". */
export function whenWords(range: DayRange, language: Language = ENGLISH): string {
  const { dates } = language.words;
  const date = formatAsOf(range, language);
  const between = (pattern: string, write: (day: string) => string): string => fill(pattern, { from: write(range.from), to: write(range.to) });
  switch (grainOf(range)) {
    case 'day':
      return fill(dates.onDay, { date });
    case 'month':
      return fill(dates.inMonth, { date });
    case 'quarter':
      return fill(dates.inQuarter, { date });
    case 'year':
      return fill(dates.inYear, { date });
    case 'standing':
      return date;
    case 'span':
      return between(dates.betweenDays, (day) => formatDate(day, language));
    case 'months':
      return between(dates.betweenMonths, (day) => formatMonth(day.slice(0, 7), language));
    case 'years':
      return between(dates.betweenYears, (day) => formatYear(day.slice(0, 4), language));
  }
}
