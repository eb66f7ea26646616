/**
 * Periods and dates as articles write them, resolved against the day of publication. One table; each row hands its
 * captures to a reader (`period-readers.ts`). Longer than most files, since the rows are only to be read together.
 */
import type { Token } from '../text/tokens.ts';
import {
  asOfMonth,
  betweenDates,
  calendarYear,
  endOfMonth,
  endOfYear,
  endToEnd,
  firstMonths,
  fixed,
  fromYear,
  half,
  inMonth,
  inYear,
  lastMonth,
  lastMonths,
  lengthToDay,
  lastYear,
  monthJustOver,
  monthsThrough,
  monthsTo,
  onDate,
  onDayFirst,
  ORDINAL_QUARTERS,
  partOfMonth,
  partOfPeriod,
  partOfYear,
  quarter,
  quarterEnded,
  quarterOfYear,
  sinceDate,
  sinceDayFirst,
  sinceEvent,
  sinceMonth,
  sinceMonthEnd,
  sinceMonthStart,
  sincePartOfMonth,
  sinceWeekday,
  sinceYear,
  sinceYearBegan,
  slashDate,
  soFar,
  soFarInMonth,
  span,
  throughMonth,
  weakDate,
  yearJustOver,
  yearRange,
  yearsTo,
  yearsToMonth,
  yearTo,
  yearToDay,
} from './period-readers.ts';
import type { PeriodReading, Reader } from './period-readers.ts';
import { PhraseTable, type Match, type Rule } from './phrases.ts';

const row = (pattern: string, value: Reader): Rule<Reader> => ({ pattern, value });

/** "since the election": what stands for a day, by its names. */
const EVENT_ROWS: readonly Rule<Reader>[] = [
  row('since the [presidential|u|us] [. s .] election [day] [of] [{year}]', sinceEvent('election')), row('since election day [{year}]', sinceEvent('election')), row('since the {year} [presidential] election', sinceEvent('election')), row("since [president] trump|biden|obama 's election [win|victory]", sinceEvent('election')),
  row('since [the] [presidential] inauguration [day] [{year}]', sinceEvent('inauguration')), row("since [president] trump|biden|obama 's inauguration", sinceEvent('inauguration')),
  row("since presidents ' day", sinceEvent('presidents day')), row('since memorial day [{year}]', sinceEvent('memorial day')), row('since labor day [{year}]', sinceEvent('labor day')), row('since independence day', sinceEvent('independence day')), row('since the fourth of july', sinceEvent('independence day')),
  row('since halloween', sinceEvent('halloween')), row('since thanksgiving', sinceEvent('thanksgiving')), row('since christmas', sinceEvent('christmas')),
  row('since|from|off the|its|their [early] (pandemic|covid|coronavirus|covid 19) [era|induced] low|lows|bottom|trough', sinceEvent('pandemic low', true)), row('since the bottom|depths of the pandemic|covid|coronavirus [crash|sell off|selloff]', sinceEvent('pandemic low', true)),
  row('since|from|off the|its|their pre pandemic|covid peak|high|highs', sinceEvent('pre-pandemic peak', true)),
  row('since|from|off the|its|their [global|great] financial crisis low|lows|bottom|trough', sinceEvent('financial crisis low', true)), row('since the bottom|depths of the [global|great] financial crisis', sinceEvent('financial crisis low', true)),
  row('since liberation day', sinceEvent('liberation day')), row("since chatgpt 's launch|release|debut", sinceEvent('chatgpt launch')), row('since the launch|release|debut of chatgpt', sinceEvent('chatgpt launch')), row("since russia 's invasion of ukraine", sinceEvent('invasion of ukraine')), row('since russia invaded ukraine', sinceEvent('invasion of ukraine')),
  row('since the brexit vote|referendum', sinceEvent('brexit vote')), row('since black monday', sinceEvent('black monday')), row('since the collapse of lehman [brothers]', sinceEvent('lehman collapse')), row("since lehman 's collapse", sinceEvent('lehman collapse')),
  // Any other event is a time of which nobody knows the day.
  row('since the|its|their|his|a|an|last', fixed('rel:?', 1)),
];

const PLAIN_RULES: readonly Rule<Reader>[] = [
  row('year to date', fixed('YTD', 3)), row('ytd', fixed('YTD', 3)), row('[so far] this year', fixed('YTD')), row('on the year', fixed('YTD')),
  row('for the year [to date]', fixed('YTD', 1)), row('since [the] new year [s]', fixed('YTD', 3)), row("since new year 's", fixed('YTD', 3)),
  row('since the start|beginning of the|this year', fixed('YTD', 3)), row('since the year began|started', fixed('YTD', 3)), row('so far in {year}', soFar),
  row('so far in calendar {year}', soFar), row('since the start|beginning of {year}', sinceYearBegan), row('since {year} began|started', sinceYearBegan), row('{year} to date', inYear),
  row('in|during|for|throughout|of [calendar|full year] {year}', inYear), row("{year} 's", inYear), row('in calendar year {year}', calendarYear), row('in|during|for|over the year {year}', calendarYear), row('calendar {year}', calendarYear), row('full year {year}', calendarYear),
  row('a good|bad|strong|weak|great|rough|banner|stellar|brutal|dismal|blockbuster|solid|decent|terrible|awful|tough|difficult|volatile|dreadful|disappointing|lackluster|remarkable {year}', inYear), row('[in|during] last year', lastYear), row('[over|for|in] [the] full|whole year', lastYear),
  row('month to date', fixed('MTD', 3)), row('mtd', fixed('MTD', 3)), row('this month', fixed('MTD')), row('quarter to date', fixed('QTD', 3)), row('qtd', fixed('QTD', 3)), row("this quarter ['s]", fixed('QTD')), row('so far this month', fixed('MTD', 3)), row('so far this quarter', fixed('QTD', 3)), row('so far in {month}', soFarInMonth), row('[for|in|over] the|this year so far', fixed('YTD', 3)), row('so far this week', fixed('week', 3)),
  row('[in|during] last month', lastMonth), row('m / m', fixed('1M')), row('month over month', fixed('1M')), row('for|on the month', monthJustOver),
  row('y / y', fixed('1Y')), row('year over year', fixed('1Y')), row('from a year ago|earlier', fixed('1Y')), row('yoy', fixed('1Y')),
  row("last week ['s]", fixed('week')), row('[for|on|over|during] this week', fixed('week')), row('on|for|over|during the week', fixed('week')), row('weekly', fixed('week')), row('quarterly|monthly|yearly', fixed('rel:?', 2)), row('half yearly|year gain|loss|rise|decline', fixed('rel:?', 2)), row('week over week', fixed('week')),
  row('on {weekday}', fixed('day', 1)), row('{weekday}', fixed('day', 1)), row('today', fixed('day', 1)), row('on the day', fixed('day')), row('in early|late|morning|afternoon|midday trading', fixed('day')), row('in premarket|pre market|after hours|extended [trading|hours|session]', fixed('day')), row('after hours', fixed('day')), row('premarket', fixed('day')), row('pre market', fixed('day')), row('yesterday', fixed('day')), row('intraday', fixed('day')), row('daily', fixed('day')), row('in the|a single session|day', fixed('day')), row('one day', fixed('day')), row('at the close', fixed('day', 1)), row('this morning|afternoon', fixed('day')), row('in afternoon|morning|midday trade', fixed('day')), row('for a third|second|fourth|fifth [straight|consecutive] session|day', fixed('day')),
  ...(['past', 'last', 'trailing', 'prior', 'previous', 'preceding', 'latest', 'recent'].flatMap((word) => [
    row(`${word} {n} trading|calendar days|sessions`, span('D')), row(`${word} {n} days|sessions`, span('D')), row(`${word} {n} weeks`, span('W')), row(`${word} {n} months|month`, span('M')), row(`${word} {n} years|year`, span('Y')), row(`${word} decade`, span('Y', 10)), row(`${word} {n} decades`, span('Y', 10)),
  ])),
  row('over|in|during|within|for the past|last|trailing year', span('Y')), row('the past year', span('Y')), row('past year', span('Y')), row('trailing year', span('Y')), row('past month', span('M')), row('past quarter', span('M', 3)), row('past week', fixed('week')), row('over the last|past month', span('M')), row('over the last|past quarter', span('M', 3)), row('over the last|past week', fixed('week')), row('half decade', span('Y', 5)), row('past half decade', span('Y', 5)),
  row('in a year', span('Y')), row('over|in one year', span('Y')), row('over|in|for|within {n} years', span('Y')), row('over|in {n} decades', span('Y', 10)), row('past quarter century', fixed('25Y', 3)), row('past half century', fixed('50Y', 3)), row('over|in|within {n} months', span('M')), row('over|in|within {n} weeks', span('W')), row('over|in|within {n} days|sessions', span('D')), row('for the decade', span('Y', 10)), row('over a|the decade', span('Y', 10)), row('in a|the decade', span('Y', 10)), row('the ten|10 years', () => ({ period: '10Y', stated: null, strength: 3, isSpan: true })), row('the {n} years', span('Y')), row('{n} months ago', span('M')), row('a year ago', span('Y')), row('{n} years ago', span('Y')), row('{n} years earlier', fixed('rel:?', 3)), row('a year back', span('Y')),
  row('{n} yr|yrs|year|years [ann|annualized|annualised|annual]', span('Y', 1, 2)), row('{n} mo|mos|month|months', span('M', 1, 2)), row('{n} wk|wks|week|weeks', span('W', 1, 2)), row('{n} day|days', span('D', 1, 2)), row('the {n} months to|through', span('M')), row('decade long', span('Y', 10)), row('one year', span('Y', 1, 2)), row('the five sessions', fixed('5D', 3)), row('in|over the {n} sessions|days', span('D')), row('{n} session', span('D', 1, 2)), row('1 year', span('Y', 1, 2)),
  row('[in|over|for] the year|twelve|12 [months] to|through|ended|ending [in] {month} [{year}]', yearTo), row('[in|over|for] the year|twelve|12 [months] to|through|ended|ending [on] {month} {n}', yearToDay), row('[in|over|for] the year|twelve|12 [months] to|through|ended|ending [on] {month} {n} , {year}', yearToDay), ...(['months', 'years'] as const).flatMap((unit) => [row(`[in|over|for] the {n} ${unit} to|through|ended|ending [on] {month} {n}`, lengthToDay(unit)), row(`[in|over|for] the {n} ${unit} to|through|ended|ending [on] {month} {n} , {year}`, lengthToDay(unit))]), row('[in|over] the year|twelve|12 [months] to|through [the] end|close of {month} {year}', yearTo), row('[in|over|for] the {n} months to|through|ended|ending [in] {month} [{year}]', monthsTo), row('[over|in|for] the {n} years to|through|until|ended|ending [in] {month} [{year}]', yearsToMonth), row('[in|for|during] the quarter ended|ending [on] {month} [{n}]', quarterEnded), row('[in|for|during] the quarter ended|ending [on] {month} {n} , {year}', quarterEnded), row('[in|for|during] the quarter ended|ending [in] {month} {year}', quarterEnded), row('{month} was|brought|saw|proved|lived', inMonth), row('[over|in|for] the {n} years to|through|until|ended|ending [in] {year}', yearsTo), row('[over|in|for] {n} years to|through|until|ended|ending [in] {year}', yearsTo), row('[over|in|for] the {n} years {year}', fixed('rel:?', 3)), row('{n} years|months|weeks|quarters running', fixed('rel:?', 3)), row('from {month} to|through|until {month} [{year}]', monthsThrough), row('between {month} and {month} [{year}]', monthsThrough),
  row('since inception', fixed('inception', 3)), row('since launch', fixed('inception', 3)), row('since its inception|launch|debut', fixed('inception', 3)),
  row('since the start|beginning of {year}', sinceYearBegan), row('[at|by|through|to] the end of {year}', endOfYear), row('[at] the start|beginning of {year}', () => ({ period: null, stated: null, strength: 1 })),
  row('since {year}', sinceYear), row('since {month} {year}', sinceMonth), row('since {month} . {year}', sinceMonth), row('since {month} , {year}', sinceMonth), row('since {month}', sinceMonth), row("since|from|off its|the|their {month} [{year}] low|lows|bottom|peak|high|highs|trough", sinceMonth), row('[in|over|during|for] the same period|stretch|span|time|days|weeks|months|years', fixed('rel:same', 2)), row('over that period|stretch|span|time', fixed('rel:same', 2)), row('since early|mid|late {year}', sinceYear), row('since early|mid|late {month} [{year}]', sincePartOfMonth), row('since last {month}', sinceMonth), row("since the|its|their {year} low|lows|bottom|peak|high|highs|trough", sinceYear), row('since the|its|their low|lows|bottom|peak|high|highs|trough of|in {month} [{year}]', sinceMonth), row('since bottoming|peaking|hitting|touching [out|bottom] in {month} [{year}]', sinceMonth), row("since {month} 's low|lows|high|peak", sinceMonth),
  row('since [the] end of {year}', ([year]) => ({ period: `since:${year!.lower}-12-31`, stated: null, strength: 3 })), row('since {month} {n}', sinceDate), row('since {month} . {n}', sinceDate), row('since {month} {n} , {year}', sinceDate), row('since {month} . {n} , {year}', sinceDate), row('since {n} {month} [{year}]', sinceDayFirst), row('since [last] {weekday}', sinceWeekday), row('since [the] end|close of {month} [{year}]', sinceMonthEnd), row('since [the] start|beginning of {month} [{year}]', sinceMonthStart), row('since the start|beginning of the|this month', fixed('MTD', 3)), row('since the start|beginning of the|this quarter', fixed('QTD', 3)), row('since [the] end|close of last year', fixed('YTD', 3)), row('since the start of the|this decade', fixed('since:2019-12-31', 3)), row('so far this decade', fixed('since:2019-12-31', 3)), row('since then', fixed('rel:?', 2)), row('after {n} {month} {year}', onDayFirst),
  row('between|from {month} {n} and|to|through|until {month} {n}', betweenDates), row('between|from {month} . {n} and|to|through|until {month} . {n}', betweenDates), row('between|from {month} {n} , {year} [,] and|to|through {month} {n} , {year}', betweenDates), row('between|from {month} {n} and|to|through|until {month} {n} , {year}', betweenDates),
  row('between|from the end|close of {year} and|to|through|until [the] end|close of {year}', endToEnd), row('between|from the end|close of {year} and|to|through|until the end|close of {year}', endToEnd),
  row('from {year} to|through|until {year}', yearRange), row('between {year} and {year}', yearRange), row('{year} - {year}', yearRange),
  row('in|for|during|of [all] {month} {year}', inMonth), row('in|for|during|of [all] {month}', inMonth), row('in|from|by|of|until early|late|mid {month} [{year}]', partOfMonth), row('early|late|mid {month} [{year}]', partOfMonth), row('early|late|mid {year}', partOfYear), row('in early|late|mid {year}', partOfYear), row('rest|end|start|beginning|part|half of {year}', partOfYear), row('rest|end|start|beginning|part|half of {month} [{year}]', partOfMonth), row('in|for|of {month} , {year}', inMonth), row("{month} {year} 's", inMonth), row("{month} 's", inMonth), row('{month} {year}', inMonth), row('{month} . {year}', inMonth),
  row('on|as of|by|at {month} {n}', onDate), row('on|as of|by|at {month} . {n}', onDate), row('on|as of|by|at|of {month} {n} , {year}', onDate), row('[on|as of|by] {month} . {n} , {year}', onDate), row('[on|as of|by] {month} {n} , {year}', onDate), row('[on|as of|by|to|for] {n} {month} {year}', onDayFirst), row('on|as of {n} {month}', onDayFirst), row('[as of|on] {num} / {num} / {num}', slashDate), row('{month} {n}', weakDate), row('{month} . {n}', weakDate),
  row('as of {month} {year}', asOfMonth), row('as of {month}', asOfMonth), row('as of late|early|mid {month} [{year}]', asOfMonth),
  row('[at|to|by|through] the end of {year}', endOfYear), row('end of {year}', endOfYear), row('at the close of {year}', endOfYear), row('by the close of {year}', endOfYear), row('finished|ended|closed [out] {year}', (captures, published) => ({ ...inYear(captures, published)!, strength: 2 })), row('[at|to|by|through] the end of {month} {year}', endOfMonth), row('[at|to|by|through] the end of {month}', endOfMonth), row('that ended in {month} {year}', endOfMonth), row('ended|ending in|on {month} {year}', endOfMonth), row('through {month} {n}', onDate), row('to {month} {n}', onDate),
  row('through|until [the] [middle|end|start] of {month}', throughMonth), row('through|until [mid|early|late] {month}', throughMonth), row('through {weekday}', () => ({ period: null, stated: null, strength: 1 })),
  ...ORDINAL_QUARTERS.flatMap((word, index) => [
    row(`[in|during|for|over|of] [the] ${word} quarter of last year`, quarterOfYear(index + 1, 1)), row(`[in|during|for|over|of] [the] ${word} quarter of this year`, quarterOfYear(index + 1, 0)), row(`[in|during|for|over|of] [the] ${word} quarter of {year}`, quarter(index + 1)), row(`[in|during|for|over] [the] ${word} quarter {year}`, quarter(index + 1)), row(`[in|during|for|over] [the] ${word} quarter`, quarter(index + 1)), row(`[in|during|for|over] {year} 's ${word} quarter`, quarter(index + 1)), row(`q ${index + 1} {year}`, quarter(index + 1)), row(`q ${index + 1} of {year}`, quarter(index + 1)), row(`q ${index + 1}`, quarter(index + 1)), row(`${index + 1} q {num}`, quarter(index + 1)),
  ]),
  row('[in|during|for|over] [the] first|opening|1st half of {year}', half(1)), row('[in|during|for|over] [the] second|2nd half of {year}', half(2)), row("[in|during|for|over] {year} 's first|opening half", half(1)), row("[in|during|for|over] {year} 's second|latter half", half(2)), row("in|during|for|over {year} 's", fixed('rel:?', 2)), row('[in|during|for|over] [the] first half', half(1)), row('h 1 [of] [{year}]', half(1)), row('h 2 [of] [{year}]', half(2)), row('1 h [of] [{year}]', half(1)), row('2 h [of] [{year}]', half(2)), row('1 h {num}', half(1)), row('2 h {num}', half(2)), row('[in|during|for|over] [the] second half', half(2)),
  row('[in|during|for|over] [the] final|last|closing {n} months of {year}', lastMonths), row('[in|during|for|over] [the] first|final|last|opening|closing {n} days|sessions|weeks of {month} [{year}]', partOfPeriod), row('[in|during|for|over] [the] first|final|last|opening|closing {n} days|sessions|weeks of the|this|last year|quarter|month', partOfPeriod), row('[in|during|for|over] [the] final|last|closing {n} months of the|this|last year|quarter', partOfPeriod), row('[in|during|for|over] [the] first|final|last|opening|closing {n} days|sessions|weeks of {year}', partOfPeriod), row('[in|during|for|over] [the] first|opening {n} months of {year}', firstMonths), row('[in|during|for|over] [the] first|opening {n} months of the|this year', firstMonths), row('[in|during|for|over] [the] first|opening {n} months', firstMonths),
  row('[in|during] the following|next|subsequent year', fixed('rel:1', 3)), row('[in|during|over] the following|next|previous|preceding|prior|subsequent month|quarter|week|session|day|half|period|decade', fixed('rel:?', 3)), row('the month|quarter|week|day|session|half|decade before|after|earlier|later', fixed('rel:?', 3)), row('a month|quarter|week|day|half|decade earlier|later|before', fixed('rel:?', 3)), row('{n} months|weeks|quarters|days earlier|later|before', fixed('rel:?', 3)), row('{n} years later', span('Y')), row('{n} years before', fixed('rel:?', 3)), row('a year later', fixed('rel:1', 3)), row('the year after', fixed('rel:1', 3)), row('[in|during] the previous|preceding|prior year', fixed('rel:-1', 3)), row('the year before', fixed('rel:-1', 3)), row('a year earlier', fixed('rel:-1', 3)),
  row('in|for|over|during the quarter', fixed('rel:quarter', 2)), row('in|over|during the month', fixed('rel:month', 2)), row('in|over|during the year', fixed('rel:calendar', 2)), row('in|for|over|during the period', fixed('rel:?', 2)), ...['first', 'second', 'third', 'fourth'].map((word, index) => row(`in|during|for the ${word}`, fixed(`rel:part${index + 1}`, 2))), row('in|during the other', fixed('rel:?', 2)), row('from {year}', fromYear),
  row('ended|finished|closed|ends|finishes the year', yearJustOver), row('for the year to that point', fixed('YTD', 2)),
  row('full calendar year', () => null),
  ...EVENT_ROWS,
];

/** "in Aug. 2015": wherever a month is followed by more, it may be abbreviated; by nothing more, its stop ends a sentence. */
const RULES: readonly Rule<Reader>[] = [...PLAIN_RULES, ...PLAIN_RULES.filter(({ pattern }) => /\{month\} (?:[[{,])/.test(pattern)).map(({ pattern, value }) => row(pattern.replaceAll(/\{month\} \[(\{year\})\]/g, '{month} . $1').replaceAll(/\{month\} (?=[[{])/g, '{month} . '), value))];

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
