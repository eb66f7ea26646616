/**
 * Periods and dates as articles write them, resolved against the day of publication. One table; each row turns its
 * captures into a period code (see `Period`) and, where the words name an end or an as-of day, into a stated date. Longer
 * than most files, since the rows are only to be read beside the readers they name.
 */
import type { Token } from '../text/tokens.ts';
import { monthNumber, PhraseTable, wholeNumber, type Match, type Rule } from './phrases.ts';

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
}

type Reader = (captures: readonly Token[], published: string | null) => PeriodReading | null;

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

const fixed = (period: string, strength: 1 | 2 | 3 = 2): Reader => () => ({ period, stated: null, strength });

/** "in 2025": the year so far while it lasts, the calendar year once it is over. */
const inYear: Reader = ([year], published) => {
  const value = Number(year!.lower);
  if (yearOf(published) === value) return { period: 'YTD', stated: null, strength: 2 };
  return { period: `calendar:${value}`, stated: { from: `${value}-01-01`, to: `${value}-12-31` }, strength: 2 };
};

/** "So far in 2025" on a page without a date: up to a day that is not known. */
const soFar: Reader = (captures, published) => (published === null ? { period: 'rel:?', stated: null, strength: 2 } : inYear(captures, published));

const calendarYear: Reader = ([year]) => {
  const value = Number(year!.lower);
  return { period: `calendar:${value}`, stated: { from: `${value}-01-01`, to: `${value}-12-31` }, strength: 3 };
};

const lastYear: Reader = (_captures, published) => {
  const year = yearOf(published);
  if (year === null) return null;
  return { period: `calendar:${year - 1}`, stated: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }, strength: 2 };
};

/** "21% gain from 2021"; "from 2000 to 2010" is a row of its own. */
const fromYear: Reader = (captures, published) => inYear(captures, published);

/** "for the month" in the first days of one is the month just over. */
const monthJustOver: Reader = (captures, published) => (published !== null && Number(published.slice(8, 10)) <= 7 ? lastMonth(captures, published) : { period: 'MTD', stated: null, strength: 2 });

/** "ended the year 6% lower": in January the year just over, later the one that is running. */
const yearJustOver: Reader = (captures, published) => (published !== null && published.slice(5, 7) === '01' ? lastYear(captures, published) : { period: 'YTD', stated: null, strength: 2 });

const inMonth: Reader = (captures, published) => {
  const month = monthNumber(captures[0]!);
  if (month === null) return null;
  const year = captures[1] !== undefined ? Number(captures[1].lower) : yearForMonth(month, published);
  if (year === null) return null;
  return { period: `month:${year}-${pad(month)}`, stated: monthRange(year, month), strength: captures[1] === undefined ? 1 : 2 };
};

const onDate: Reader = (captures, published) => {
  const month = monthNumber(captures[0]!);
  const day = wholeNumber(captures[1]!);
  if (month === null || day === null || day < 1) return null;
  const year = captures[2] !== undefined ? Number(captures[2].lower) : yearForMonth(month, published);
  // "June 31" is no day, nor is 29 February of most years.
  if (year === null || day > Number(monthEnd(year, month).slice(8))) return null;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return { period: null, stated: { from: date, to: date }, strength: 2 };
};

const onDayFirst: Reader = (captures, published) => {
  const day = captures[0]!;
  const month = captures[1]!;
  return onDate(captures[2] === undefined ? [month, day] : [month, day, captures[2]], published);
};

const slashDate: Reader = ([month, day, year]) => {
  const values = [month, day, year].map((token) => Number(token!.lower));
  const [m, d] = values as [number, number, number];
  let y = values[2]!;
  if (y < 100) y += 2000;
  if (m < 1 || m > 12 || y < 1900 || y > 2100 || d < 1 || d > Number(monthEnd(y, m).slice(8))) return null;
  const date = `${y}-${pad(m)}-${pad(d)}`;
  return { period: null, stated: { from: date, to: date }, strength: 2 };
};

const sinceYear: Reader = ([year]) => ({ period: `since:${year!.lower}`, stated: null, strength: 3 });
const sinceYearBegan: Reader = ([year], published) => {
  const value = Number(year!.lower);
  if (yearOf(published) === value) return { period: 'YTD', stated: null, strength: 3 };
  return { period: `since:${value - 1}-12-31`, stated: null, strength: 3 };
};
const sinceMonth: Reader = (captures, published) => {
  const month = monthNumber(captures[0]!);
  if (month === null) return null;
  const year = captures[1] !== undefined ? Number(captures[1].lower) : yearForMonth(month, published);
  if (year === null) return null;
  if (month === 1 && captures[1] === undefined && yearOf(published) === year) return { period: 'YTD', stated: null, strength: 3 };
  return { period: `since:${year}-${pad(month)}`, stated: null, strength: 3 };
};
const sinceDate: Reader = (captures, published) => {
  const read = onDate(captures, published);
  if (read?.stated == null) return null;
  const isNewYear = read.stated.from.endsWith('-01-01') && Number(read.stated.from.slice(0, 4)) === yearOf(published);
  return { period: isNewYear ? 'YTD' : `since:${read.stated.from}`, stated: null, strength: 3 };
};
const betweenDates: Reader = (captures, published) => {
  const half = captures.length / 2;
  const from = onDate(captures.slice(0, half), published)?.stated?.from;
  const to = onDate(captures.slice(half), published)?.stated?.from;
  if (from === undefined || to === undefined || from >= to) return null;
  return { period: `range:${from}..${to}`, stated: { from: to, to }, strength: 3 };
};

const span = (unit: 'D' | 'W' | 'M' | 'Y', factor = 1, strength: 1 | 2 | 3 = 3): Reader => ([count]) => {
  const value = count === undefined ? 1 : wholeNumber(count);
  if (value === null || value < 1 || value > 200) return null;
  const total = value * factor;
  if (unit === 'M' && total % 12 === 0) return { period: `${total / 12}Y`, stated: null, strength, isSpan: true };
  return { period: `${total}${unit}`, stated: null, strength, isSpan: true };
};

const ORDINAL_QUARTERS: readonly string[] = ['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th|final'];

function quarterRange(year: number, quarter: number): DateRange {
  return { from: `${year}-${pad(quarter * 3 - 2)}-01`, to: monthEnd(year, quarter * 3) };
}
const quarter = (number: number): Reader => (captures, published) => {
  let year = captures[0] !== undefined ? Number(captures[0].lower) : null;
  if (year !== null && year < 100) year += 2000;
  if (year === null) year = yearForMonth(number * 3, published) ?? null;
  if (year === null) return null;
  return { period: `quarter:${year}Q${number}`, stated: quarterRange(year, number), strength: 2 };
};
const half = (which: 1 | 2): Reader => (captures, published) => {
  const year = captures[0] !== undefined ? Number(captures[0].lower) : yearForMonth(which * 6, published);
  if (year === null) return null;
  const from = which === 1 ? `${year - 1}-12-31` : `${year}-06-30`;
  const to = which === 1 ? `${year}-06-30` : `${year}-12-31`;
  return { period: `range:${from}..${to}`, stated: { from: to, to }, strength: 3 };
};
const endOfYear: Reader = ([year]) => ({ period: null, stated: { from: `${year!.lower}-12-31`, to: `${year!.lower}-12-31` }, strength: 2, isEnd: true });
const endOfMonth: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  if (read?.stated == null) return null;
  return { period: null, stated: { from: read.stated.to, to: read.stated.to }, strength: 2, isEnd: true };
};
const throughMonth: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  return read === null ? null : { period: null, stated: read.stated, strength: 1, isEnd: true };
};
const yearRange: Reader = ([from, to]) => ({ period: `range:${from!.lower}-${to!.lower}`, stated: null, strength: 3 });
/** "in the year to June 2026": twelve months that end with the month named. */
const yearTo: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  return read?.stated == null ? null : { period: '1Y', stated: { from: read.stated.to, to: read.stated.to }, strength: 3, isEnd: true };
};
const monthsTo: Reader = ([count, ...rest], published) => {
  const read = inMonth(rest, published);
  const months = wholeNumber(count!);
  if (read?.stated == null || months === null || months < 1 || months > 240) return null;
  return { period: months % 12 === 0 ? `${months / 12}Y` : `${months}M`, stated: { from: read.stated.to, to: read.stated.to }, strength: 3, isEnd: true };
};
/** "over the five years through 2025": they end with that year, not with the article. */
const yearsTo: Reader = ([count, year]) => {
  const years = wholeNumber(count!);
  const end = `${year!.lower}-12-31`;
  return years === null || years < 1 || years > 200 ? null : { period: `${years}Y`, stated: { from: end, to: end }, strength: 3, isEnd: true };
};
const yearsToMonth: Reader = ([count, ...rest], published) => {
  const read = inMonth(rest, published);
  const years = wholeNumber(count!);
  if (read?.stated == null || years === null || years < 1 || years > 200) return null;
  return { period: `${years}Y`, stated: { from: read.stated.to, to: read.stated.to }, strength: 3, isEnd: true };
};
/** "From January through September 2022": from the close before the first month to that of the last. */
const monthsThrough: Reader = ([first, last, year]) => {
  const from = monthNumber(first!);
  const to = monthNumber(last!);
  const value = Number(year!.lower);
  if (from === null || to === null || from > to) return null;
  const start = from === 1 ? monthEnd(value - 1, 12) : monthEnd(value, from - 1);
  const end = monthEnd(value, to);
  return { period: `range:${start}..${end}`, stated: { from: end, to: end }, strength: 3 };
};
const endToEnd: Reader = ([from, to]) => ({ period: `range:${from!.lower}-12-31..${to!.lower}-12-31`, stated: { from: `${to!.lower}-12-31`, to: `${to!.lower}-12-31` }, strength: 3 });
/** "in late March": some days of it; a return over them is on nobody's record. */
const partOfMonth: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  return read === null ? null : { ...read, period: 'rel:?' };
};
const partOfYear: Reader = ([year]) => ({ period: 'rel:?', stated: { from: `${year!.lower}-01-01`, to: `${year!.lower}-12-31` }, strength: 2 });
const firstMonths: Reader = (captures, published) => {
  const count = wholeNumber(captures[0]!);
  const year = captures[1] !== undefined ? Number(captures[1].lower) : yearOf(published);
  if (count === null || year === null || count < 1 || count > 11) return null;
  if (count === 3) return { period: `quarter:${year}Q1`, stated: quarterRange(year, 1), strength: 3 };
  const to = monthEnd(year, count);
  return { period: `range:${year - 1}-12-31..${to}`, stated: { from: to, to }, strength: 3 };
};
const lastMonth: Reader = (_captures, published) => {
  if (published === null) return null;
  const month = Number(published.slice(5, 7));
  const year = Number(published.slice(0, 4));
  const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return { period: `month:${y}-${pad(m)}`, stated: monthRange(y, m), strength: 2 };
};
const asOfMonth: Reader = (captures, published) => {
  const read = inMonth(captures, published);
  return read === null ? null : { ...read, strength: 2 };
};

const row = (pattern: string, value: Reader): Rule<Reader> => ({ pattern, value });

const PLAIN_RULES: readonly Rule<Reader>[] = [
  row('year to date', fixed('YTD', 3)), row('ytd', fixed('YTD', 3)), row('[so far] this year', fixed('YTD')), row('on the year', fixed('YTD')),
  row('for the year [to date]', fixed('YTD', 1)), row('since [the] new year [s]', fixed('YTD', 3)), row("since new year 's", fixed('YTD', 3)),
  row('since the start|beginning of the|this year', fixed('YTD', 3)), row('since the year began|started', fixed('YTD', 3)), row('so far in {year}', soFar),
  row('so far in calendar {year}', soFar), row('since the start|beginning of {year}', sinceYearBegan), row('since {year} began|started', sinceYearBegan), row('{year} to date', inYear),
  row('in|during|for|throughout|of [calendar|full year] {year}', inYear), row("{year} 's", inYear), row('in calendar year {year}', calendarYear), row('in|during|for|over the year {year}', calendarYear), row('calendar {year}', calendarYear), row('full year {year}', calendarYear),
  row('a good|bad|strong|weak|great|rough|banner|stellar|brutal|dismal|blockbuster|solid|decent|terrible|awful|tough|difficult|volatile|dreadful|disappointing|lackluster|remarkable {year}', inYear), row('[in|during] last year', lastYear), row('[over|for|in] [the] full|whole year', lastYear),
  row('month to date', fixed('MTD', 3)), row('mtd', fixed('MTD', 3)), row('this month', fixed('MTD')), row('quarter to date', fixed('QTD', 3)), row('qtd', fixed('QTD', 3)), row("this quarter ['s]", fixed('QTD')), row('so far this month', fixed('MTD', 3)), row('so far this quarter', fixed('QTD', 3)),
  row('[in|during] last month', lastMonth), row('m / m', fixed('1M')), row('month over month', fixed('1M')), row('for|on the month', monthJustOver),
  row('y / y', fixed('1Y')), row('year over year', fixed('1Y')), row('from a year ago|earlier', fixed('1Y')), row('yoy', fixed('1Y')),
  row("last week ['s]", fixed('week')), row('[for|on|over|during] this week', fixed('week')), row('on|for|over|during the week', fixed('week')), row('weekly', fixed('week')), row('quarterly|monthly|yearly', fixed('rel:?', 2)), row('half yearly|year gain|loss|rise|decline', fixed('rel:?', 2)), row('week over week', fixed('week')),
  row('on {weekday}', fixed('day', 1)), row('{weekday}', fixed('day', 1)), row('today', fixed('day', 1)), row('on the day', fixed('day')), row('in early|late|morning|afternoon|midday trading', fixed('day')), row('in premarket|pre market|after hours|extended [trading|hours|session]', fixed('day')), row('after hours', fixed('day')), row('premarket', fixed('day')), row('pre market', fixed('day')), row('yesterday', fixed('day')), row('intraday', fixed('day')), row('daily', fixed('day')), row('in the|a single session|day', fixed('day')), row('one day', fixed('day')), row('at the close', fixed('day', 1)), row('this morning|afternoon', fixed('day')), row('in afternoon|morning|midday trade', fixed('day')), row('for a third|second|fourth|fifth [straight|consecutive] session|day', fixed('day')),
  ...(['past', 'last', 'trailing', 'prior', 'previous', 'preceding', 'latest', 'recent'].flatMap((word) => [
    row(`${word} {n} trading|calendar days|sessions`, span('D')), row(`${word} {n} days|sessions`, span('D')), row(`${word} {n} weeks`, span('W')), row(`${word} {n} months|month`, span('M')), row(`${word} {n} years|year`, span('Y')), row(`${word} decade`, span('Y', 10)), row(`${word} {n} decades`, span('Y', 10)),
  ])),
  row('over|in|during|within|for the past|last|trailing year', span('Y')), row('the past year', span('Y')), row('past year', span('Y')), row('trailing year', span('Y')), row('past month', span('M')), row('past quarter', span('M', 3)), row('past week', fixed('week')), row('over the last|past month', span('M')), row('over the last|past quarter', span('M', 3)), row('over the last|past week', fixed('week')), row('half decade', span('Y', 5)), row('past half decade', span('Y', 5)),
  row('in a year', span('Y')), row('over|in one year', span('Y')), row('over|in|for|within {n} years', span('Y')), row('over|in|within {n} months', span('M')), row('over|in|within {n} weeks', span('W')), row('over|in|within {n} days|sessions', span('D')), row('for the decade', span('Y', 10)), row('over a|the decade', span('Y', 10)), row('in a|the decade', span('Y', 10)), row('the ten|10 years', () => ({ period: '10Y', stated: null, strength: 3, isSpan: true })), row('the {n} years', span('Y')), row('{n} months ago', span('M')), row('a year ago', span('Y')), row('{n} years ago', span('Y')), row('{n} years earlier', fixed('rel:?', 3)), row('a year back', span('Y')),
  row('{n} yr|yrs|year|years [ann|annualized|annualised|annual]', span('Y', 1, 2)), row('{n} mo|mos|month|months', span('M', 1, 2)), row('{n} wk|wks|week|weeks', span('W', 1, 2)), row('{n} day|days', span('D', 1, 2)), row('the {n} months to|through', span('M')), row('decade long', span('Y', 10)), row('one year', span('Y', 1, 2)), row('the five sessions', fixed('5D', 3)), row('in|over the {n} sessions|days', span('D')), row('{n} session', span('D', 1, 2)), row('1 year', span('Y', 1, 2)),
  row('[in|over] the year|twelve|12 [months] to|through|ended|ending [in] {month} {year}', yearTo), row('[in|over] the year|twelve|12 [months] to|through [the] end|close of {month} {year}', yearTo), row('[in|over] the {n} months to|through|ended|ending [in] {month} {year}', monthsTo), row('[over|in|for] the {n} years to|through|until|ended|ending [in] {month} {year}', yearsToMonth), row('{month} was|brought|saw|proved|lived', inMonth), row('[over|in|for] the {n} years to|through|until|ended|ending [in] {year}', yearsTo), row('[over|in|for] {n} years to|through|until|ended|ending [in] {year}', yearsTo), row('[over|in|for] the {n} years {year}', fixed('rel:?', 3)), row('{n} years|months|weeks|quarters running', fixed('rel:?', 3)), row('from {month} to|through|until {month} {year}', monthsThrough),
  row('since inception', fixed('inception', 3)), row('since launch', fixed('inception', 3)), row('since its inception|launch|debut', fixed('inception', 3)),
  row('since the start|beginning of {year}', sinceYearBegan), row('[at|by|through|to] the end of {year}', endOfYear), row('[at] the start|beginning of {year}', () => ({ period: null, stated: null, strength: 1 })),
  row('since {year}', sinceYear), row('since {month} {year}', sinceMonth), row('since {month} . {year}', sinceMonth), row('since {month} , {year}', sinceMonth), row('since {month}', sinceMonth), row("since the {month} {year} low|lows|bottom|peak|high|highs|trough", sinceMonth), row("since|from its|the|their {month} low|lows|bottom|peak|high|highs|trough", sinceMonth), row('[in|over|during|for] the same period|stretch|span|time|days|weeks|months|years', fixed('rel:same', 2)), row('over that period|stretch|span|time', fixed('rel:same', 2)), row('since early|mid|late {year}', sinceYear), row('since early|mid|late {month} {year}', sinceMonth), row('since early|mid|late {month}', sinceMonth), row("since {month} 's low|lows|high|peak", sinceMonth),
  row('since [the] end of {year}', ([year]) => ({ period: `since:${year!.lower}-12-31`, stated: null, strength: 3 })), row('since {month} {n}', sinceDate), row('since {month} . {n}', sinceDate), row('since {month} {n} , {year}', sinceDate), row('since {month} . {n} , {year}', sinceDate), row('after {n} {month} {year}', onDayFirst),
  row('between|from {month} {n} and|to|through|until {month} {n}', betweenDates), row('between|from {month} . {n} and|to|through|until {month} . {n}', betweenDates), row('between|from {month} {n} , {year} [,] and|to|through {month} {n} , {year}', betweenDates),
  row('between|from the end|close of {year} and|to|through|until [the] end|close of {year}', endToEnd), row('between|from the end|close of {year} and|to|through|until the end|close of {year}', endToEnd),
  row('from {year} to|through|until {year}', yearRange), row('between {year} and {year}', yearRange), row('{year} - {year}', yearRange),
  row('in|for|during|of [all] {month} {year}', inMonth), row('in|for|during|of [all] {month}', inMonth), row('in|from|by|of|since|until early|late|mid {month} [{year}]', partOfMonth), row('early|late|mid {month} [{year}]', partOfMonth), row('early|late|mid {year}', partOfYear), row('in early|late|mid {year}', partOfYear), row('rest|end|start|beginning|part|half of {year}', partOfYear), row('rest|end|start|beginning|part|half of {month} [{year}]', partOfMonth), row('in|for|of {month} , {year}', inMonth), row("{month} {year} 's", inMonth), row("{month} 's", inMonth), row('{month} {year}', inMonth), row('{month} . {year}', inMonth),
  row('on|as of|by|at {month} {n}', onDate), row('on|as of|by|at {month} . {n}', onDate), row('on|as of|by|at|of {month} {n} , {year}', onDate), row('[on|as of|by] {month} . {n} , {year}', onDate), row('[on|as of|by] {month} {n} , {year}', onDate), row('[on|as of|by|to|for] {n} {month} {year}', onDayFirst), row('on|as of {n} {month}', onDayFirst), row('[as of|on] {num} / {num} / {num}', slashDate), row('{month} {n}', (captures, published) => { const read = onDate(captures, published); return read === null ? null : { ...read, strength: 1 }; }), row('{month} . {n}', (captures, published) => { const read = onDate(captures, published); return read === null ? null : { ...read, strength: 1 }; }),
  row('as of {month} {year}', asOfMonth), row('as of {month}', asOfMonth), row('as of late|early|mid {month} [{year}]', asOfMonth),
  row('[at|to|by|through] the end of {year}', endOfYear), row('end of {year}', endOfYear), row('at the close of {year}', endOfYear), row('by the close of {year}', endOfYear), row('finished|ended|closed [out] {year}', (captures, published) => ({ ...inYear(captures, published)!, strength: 2 })), row('[at|to|by|through] the end of {month} {year}', endOfMonth), row('[at|to|by|through] the end of {month}', endOfMonth), row('that ended in {month} {year}', endOfMonth), row('ended|ending in|on {month} {year}', endOfMonth), row('through {month} {n}', onDate), row('to {month} {n}', onDate),
  row('through|until [the] [middle|end|start] of {month}', throughMonth), row('through|until mid|early|late {month}', throughMonth), row('through {weekday}', () => ({ period: null, stated: null, strength: 1 })),
  ...ORDINAL_QUARTERS.flatMap((word, index) => [
    row(`[in|during|for|over|of] [the] ${word} quarter of {year}`, quarter(index + 1)), row(`[in|during|for|over] [the] ${word} quarter {year}`, quarter(index + 1)), row(`[in|during|for|over] [the] ${word} quarter`, quarter(index + 1)), row(`[in|during|for|over] {year} 's ${word} quarter`, quarter(index + 1)), row(`q ${index + 1} {year}`, quarter(index + 1)), row(`q ${index + 1} of {year}`, quarter(index + 1)), row(`q ${index + 1}`, quarter(index + 1)), row(`${index + 1} q {num}`, quarter(index + 1)),
  ]),
  row('[in|during|for|over] [the] first|opening|1st half of {year}', half(1)), row('[in|during|for|over] [the] second|2nd half of {year}', half(2)), row("[in|during|for|over] {year} 's first|opening half", half(1)), row("[in|during|for|over] {year} 's second|latter half", half(2)), row("in|during|for|over {year} 's", fixed('rel:?', 2)), row('[in|during|for|over] [the] first half', half(1)), row('[in|during|for|over] [the] second half', half(2)),
  row('[in|during|for|over] [the] first|opening {n} months of {year}', firstMonths), row('[in|during|for|over] [the] first|opening {n} months of the|this year', firstMonths), row('[in|during|for|over] [the] first|opening {n} months', firstMonths),
  row('[in|during] the following|next|subsequent year', fixed('rel:1', 3)), row('[in|during|over] the following|next|previous|preceding|prior|subsequent month|quarter|week|session|day|half|period|decade', fixed('rel:?', 3)), row('the month|quarter|week|day|session|half|decade before|after|earlier|later', fixed('rel:?', 3)), row('a month|quarter|week|day|half|decade earlier|later|before', fixed('rel:?', 3)), row('{n} months|weeks|quarters|days earlier|later|before', fixed('rel:?', 3)), row('{n} years later', span('Y')), row('{n} years before', fixed('rel:?', 3)), row('a year later', fixed('rel:1', 3)), row('the year after', fixed('rel:1', 3)), row('[in|during] the previous|preceding|prior year', fixed('rel:-1', 3)), row('the year before', fixed('rel:-1', 3)), row('a year earlier', fixed('rel:-1', 3)),
  row('in|for|over|during the quarter', fixed('rel:quarter', 2)), row('in|over|during the month', fixed('rel:month', 2)), row('in|over|during the year', fixed('rel:calendar', 2)), row('in|for|over|during the period', fixed('rel:?', 2)), row('in|during the first|second|third|fourth|other', fixed('rel:?', 2)), row('from {year}', fromYear),
  row('ended|finished|closed|ends|finishes the year', yearJustOver), row('for the year to that point', fixed('YTD', 2)),
  row('full calendar year', () => null),
];

/** "in Aug. 2015": wherever a month is followed by more, it may be abbreviated. */
const RULES: readonly Rule<Reader>[] = [...PLAIN_RULES, ...PLAIN_RULES.filter(({ pattern }) => /\{month\} (?:[[{,])/.test(pattern)).map(({ pattern, value }) => row(pattern.replaceAll(/\{month\} (?=[[{])/g, '{month} . '), value))];

/** Column headers may be shorter than prose: "1Y", "3M", "5D". */
const HEADER_RULES: readonly Rule<Reader>[] = [
  ...RULES,
  row('{n} y', span('Y', 1, 2)), row('{n} m', span('M', 1, 1)), row('{n} w', span('W', 1, 1)), row('{n} d', span('D', 1, 1)),
  row('1 - day', fixed('day')), row('1 day', fixed('day')), row('day', fixed('day')), row('week', fixed('week')), row('month', span('M')), row('year', span('Y')),
  row('monthly', span('M')), row('annual', span('Y')), row('{year}', inYear),
];

interface Tables {
  prose: PhraseTable<Reader> | null;
  header: PhraseTable<Reader> | null;
}
const TABLES: Tables = { prose: null, header: null };

export interface PeriodMatch extends PeriodReading {
  readonly from: number;
  readonly to: number;
}

/** The longest period or date that starts at token `at`, or null. */
export function periodAt(tokens: readonly Token[], at: number, stop: number, published: string | null): PeriodMatch | null {
  TABLES.prose ??= new PhraseTable(RULES);
  return read(TABLES.prose.matchesAt(tokens, at, stop), tokens, published);
}

/** The same for the header of a table's column, where short forms are unambiguous. */
export function headerPeriodAt(tokens: readonly Token[], at: number, stop: number, published: string | null): PeriodMatch | null {
  TABLES.header ??= new PhraseTable(HEADER_RULES);
  return read(TABLES.header.matchesAt(tokens, at, stop), tokens, published);
}

function read(matches: readonly Match<Reader>[], tokens: readonly Token[], published: string | null): PeriodMatch | null {
  for (const match of matches) {
    const reading = match.value(match.captures.map((index) => tokens[index]!), published);
    if (reading !== null) return { ...reading, from: match.from, to: match.to };
  }
  return null;
}
