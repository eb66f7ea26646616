import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthEnd } from '../../../lib/detect/period-readers.ts';
import { headerPeriodAt, periodAt, type PeriodMatch } from '../../../lib/detect/periods.ts';
import { tokenize } from '../../../lib/text/tokens.ts';

/** Every period of a text, left to right, as the reading of one block finds them. */
function periodsOf(text: string, published: string | null, find = periodAt): PeriodMatch[] {
  const tokens = tokenize(text);
  const found: PeriodMatch[] = [];
  for (let i = 0; i < tokens.length; ) {
    const period = find(tokens, i, tokens.length, published);
    if (period !== null) found.push(period);
    i = period?.to ?? i + 1;
  }
  return found;
}

const DAY = '2026-06-18';

/** Words, the day of publication, the period code, and the stated days as `FROM..TO`. */
type Row = readonly [text: string, published: string | null, period: string | null, stated?: string];

const TO_DATE: readonly Row[] = [
  ['it is up 9% year to date', DAY, 'YTD'],
  ['a year-to-date gain', DAY, 'YTD'],
  ['YTD it is up', null, 'YTD'],
  ['up 9% this year', DAY, 'YTD'],
  ['up 9% so far this year', DAY, 'YTD'],
  ['so far in 2026', DAY, 'YTD'],
  ['up in 2026', DAY, 'YTD'],
  ['since the start of the year', DAY, 'YTD'],
  ['since the start of 2026', DAY, 'YTD'],
  ['since New Year', DAY, 'YTD'],
  ['since January', DAY, 'YTD'],
  ['since January 1', DAY, 'YTD'],
  ['month to date', DAY, 'MTD'],
  ['so far this month', DAY, 'MTD'],
  ['this quarter', DAY, 'QTD'],
  ['quarter-to-date', DAY, 'QTD'],
];

const SINCE: readonly Row[] = [
  ['since the April 2025 low', DAY, 'since:2025-04'],
  ['off its April low', DAY, 'since:2026-04'],
  ['since its October 2023 low', DAY, 'since:2023-10'],
  ['since the low of October 2022', DAY, 'since:2022-10'],
  ['since bottoming in October 2022', DAY, 'since:2022-10'],
  ['since the 2022 low', DAY, 'since:2022'],
  ['since early April.', DAY, 'since:2026-04'],
  ['since late August 2025', DAY, 'since:2025-08'],
  ['since early January', DAY, 'since:2026-01'],
  ['since last November', DAY, 'since:2025-11'],
  ['since 12 May 2025', DAY, 'since:2025-05-12'],
  ['since Monday', DAY, 'since:2026-06-15'],
  ['since last Thursday', DAY, 'since:2026-06-11'],
  ['since the end of May', DAY, 'since:2026-05-31'],
  ['since the start of May', DAY, 'since:2026-05-01'],
  ['since the end of last year', DAY, 'YTD'],
  ['since the start of the month', DAY, 'MTD'],
  ['since the election', DAY, 'since:2024-11-05'],
  ['since the 2020 election', DAY, 'since:2020-11-03'],
  ["since President Trump's inauguration", DAY, 'since:2025-01-20'],
  ['since Labor Day', DAY, 'since:2025-09-01'],
  ['since Thanksgiving', '2026-01-05', 'since:2025-11-27'],
  ['since the pandemic low', DAY, 'since:2020-03-23'],
  ['since the depths of the financial crisis', DAY, 'since:2009-03-09'],
  ['since Liberation Day', DAY, 'since:2025-04-02'],
  ['since the election', null, 'rel:?'],
  ['since the merger', DAY, 'rel:?'],
  ['since then', DAY, 'rel:?'],
];

const WITHIN: readonly Row[] = [
  ['so far in June', DAY, 'MTD'],
  ['the year so far', DAY, 'YTD'],
  ['so far this decade', DAY, 'since:2019-12-31'],
  ['through mid-January', DAY, 'YTD', '2026-01-01..2026-01-31'],
  ['through September', DAY, null, '2025-09-01..2025-09-30'],
  ['in H1 2025', DAY, 'range:2024-12-31..2025-06-30', '2025-06-30..2025-06-30'],
  ['in 1H25', DAY, 'range:2024-12-31..2025-06-30', '2025-06-30..2025-06-30'],
  ['in 2H 2024', DAY, 'range:2024-06-30..2024-12-31', '2024-12-31..2024-12-31'],
  ['in the final three months of 2025', DAY, 'quarter:2025Q4', '2025-10-01..2025-12-31'],
  ['in the second quarter of last year', DAY, 'quarter:2025Q2', '2025-04-01..2025-06-30'],
  ['in the first quarter of this year', DAY, 'quarter:2026Q1', '2026-01-01..2026-03-31'],
  ['for the quarter ended March 31', DAY, 'quarter:2026Q1', '2026-01-01..2026-03-31'],
  ['in the quarter ended May 31', DAY, '3M', '2026-05-31..2026-05-31'],
  ['from January to March', DAY, 'range:2025-12-31..2026-03-31', '2026-03-31..2026-03-31'],
  ['between July and October', DAY, 'range:2025-06-30..2025-10-31', '2025-10-31..2025-10-31'],
  ['between February 19 and March 23, 2020', DAY, 'range:2020-02-19..2020-03-23', '2020-03-23..2020-03-23'],
  ['in the year through May', DAY, '1Y', '2026-05-31..2026-05-31'],
  ['for the year ended September 30, 2025', DAY, '1Y', '2025-09-30..2025-09-30'],
  ['over the 10 years ended September 30, 2025', DAY, '10Y', '2025-09-30..2025-09-30'],
  ['the six months through March', DAY, '6M', '2026-03-31..2026-03-31'],
  ['in the last two weeks of May', DAY, 'rel:?'],
  ['in the first five sessions of 2026', DAY, 'rel:?'],
  ['over two decades', DAY, '20Y'],
  ['the past quarter century', DAY, '25Y'],
];

const YEARS: readonly Row[] = [
  ['it fell in 2022', DAY, 'calendar:2022', '2022-01-01..2022-12-31'],
  ['during 2022', null, 'calendar:2022', '2022-01-01..2022-12-31'],
  ['calendar 2024', DAY, 'calendar:2024', '2024-01-01..2024-12-31'],
  ['full-year 2024', DAY, 'calendar:2024', '2024-01-01..2024-12-31'],
  ['last year', DAY, 'calendar:2025', '2025-01-01..2025-12-31'],
  ['last year', null, null],
  ["2024's gain", DAY, 'calendar:2024', '2024-01-01..2024-12-31'],
  ['it ended the year lower', '2026-01-05', 'calendar:2025', '2025-01-01..2025-12-31'],
  ['since 2020', DAY, 'since:2020'],
  ['since 2023 began', DAY, 'since:2022-12-31'],
  ['since 2026 began', DAY, 'YTD'],
  ['since the start of 2023', DAY, 'since:2022-12-31'],
  ['since the end of 2019', DAY, 'since:2019-12-31'],
  ['since early 2020', DAY, 'since:2020'],
  ['from 2015 to 2020', DAY, 'range:2015-2020'],
  ['between 2000 and 2010', DAY, 'range:2000-2010'],
  ['from the end of 2019 to the end of 2024', DAY, 'range:2019-12-31..2024-12-31', '2024-12-31..2024-12-31'],
  ['since inception', DAY, 'inception'],
  ['since its launch', DAY, 'inception'],
];

const MONTHS: readonly Row[] = [
  ['in March 2025', DAY, 'month:2025-03', '2025-03-01..2025-03-31'],
  ['in March', DAY, 'month:2026-03', '2026-03-01..2026-03-31'],
  ['in November', DAY, 'month:2025-11', '2025-11-01..2025-11-30'],
  ['in November', null, null],
  ['last month', DAY, 'month:2026-05', '2026-05-01..2026-05-31'],
  ['last month', '2026-01-09', 'month:2025-12', '2025-12-01..2025-12-31'],
  ["May's rally", DAY, 'month:2026-05', '2026-05-01..2026-05-31'],
  ['since March', DAY, 'since:2026-03'],
  ['since October', DAY, 'since:2025-10'],
  ['since March 2020', DAY, 'since:2020-03'],
  ['since the October 2022 low', DAY, 'since:2022-10'],
  ['since April 9', DAY, 'since:2026-04-09'],
  ['since April 9, 2025', DAY, 'since:2025-04-09'],
  ['as of May 2026', DAY, 'month:2026-05', '2026-05-01..2026-05-31'],
  ['as of March 31, 2026', DAY, null, '2026-03-31..2026-03-31'],
  ['on March 31', DAY, null, '2026-03-31..2026-03-31'],
  ['on 31 March 2026', DAY, null, '2026-03-31..2026-03-31'],
  ['as of 3/31/2026', DAY, null, '2026-03-31..2026-03-31'],
  ['as of 3/31/26', DAY, null, '2026-03-31..2026-03-31'],
  ['at the end of 2024', DAY, null, '2024-12-31..2024-12-31'],
  ['at the end of February 2024', DAY, null, '2024-02-29..2024-02-29'],
];

const SHORT: readonly Row[] = [
  ['on Thursday', DAY, 'day'],
  ['it fell today', DAY, 'day'],
  ['in early trading', DAY, 'day'],
  ['after hours', DAY, 'day'],
  ['this week', DAY, 'week'],
  ['last week', DAY, 'week'],
  ['on the week', DAY, 'week'],
  ['over the past five days', DAY, '5D'],
  ['over the last ten trading days', DAY, '10D'],
  ['in the past three weeks', DAY, '3W'],
];

const LENGTHS: readonly Row[] = [
  ['over the past year', DAY, '1Y'],
  ['over the last year', '2026-01-09', '1Y'],
  ['in the trailing 12 months', DAY, '1Y'],
  ['over the past six months', DAY, '6M'],
  ['over the past 24 months', DAY, '2Y'],
  ['over the past five years', DAY, '5Y'],
  ['a five-year return', DAY, '5Y'],
  ['over ten years', DAY, '10Y'],
  ['in the past decade', DAY, '10Y'],
  ['over the past two decades', DAY, '20Y'],
  ['year over year', DAY, '1Y'],
  ['from a year ago', DAY, '1Y'],
];

const PARTS: readonly Row[] = [
  ['in the first quarter', DAY, 'quarter:2026Q1', '2026-01-01..2026-03-31'],
  ['in the fourth quarter', DAY, 'quarter:2025Q4', '2025-10-01..2025-12-31'],
  ['the second quarter of 2025', DAY, 'quarter:2025Q2', '2025-04-01..2025-06-30'],
  ['Q3 2025', DAY, 'quarter:2025Q3', '2025-07-01..2025-09-30'],
  ['1Q25', DAY, 'quarter:2025Q1', '2025-01-01..2025-03-31'],
  ['the first half of 2025', DAY, 'range:2024-12-31..2025-06-30', '2025-06-30..2025-06-30'],
  ['the second half of 2025', DAY, 'range:2025-06-30..2025-12-31', '2025-12-31..2025-12-31'],
  ['the first four months of the year', DAY, 'range:2025-12-31..2026-04-30', '2026-04-30..2026-04-30'],
  ['the first three months of 2025', DAY, 'quarter:2025Q1', '2025-01-01..2025-03-31'],
  ['between March 3 and April 9', DAY, 'range:2026-03-03..2026-04-09', '2026-04-09..2026-04-09'],
];

describe.each([['to date', TO_DATE], ['years', YEARS], ['months and days', MONTHS], ['days and weeks', SHORT], ['lengths', LENGTHS], ['parts of years', PARTS], ['since', SINCE], ['parts and ends', WITHIN]])('periods: %s', (_name, table) => {
  it.each(table.map(([text, published, period, stated]) => ({ text, published, period, stated })))('$text ($published) is $period', ({ text, published, period, stated }) => {
    const found = periodsOf(text, published);
    expect(found.map((match) => match.period)).toEqual(period === null && stated === undefined ? [] : [period]);
    if (stated === undefined) expect(found.every((match) => match.stated === null)).toBe(true);
    else expect(found.map((match) => match.stated && `${match.stated.from}..${match.stated.to}`)).toEqual([stated]);
  });
});

describe('no period', () => {
  it.each(['they may fall', 'to march on', 'the decline', '2000 companies', 'a full calendar year', 'the Russell', '13/45/2025', 'on March 45', ''])('in %j', (text) => {
    expect(periodsOf(text, DAY)).toEqual([]);
  });
});

describe('headers of columns', () => {
  it.each([
    ['1Y', '1Y'], ['3M', '3M'], ['5D', '5D'], ['YTD', 'YTD'], ['1-day', 'day'], ['10 Yr', '10Y'], ['3-Year', '3Y'], ['2024', 'calendar:2024'], ['2026', 'YTD'], ['Week', 'week'], ['Month', '1M'],
  ])('%s is %s', (text, period) => {
    expect(periodsOf(text, DAY, headerPeriodAt).map((match) => match.period)).toEqual([period]);
  });

  it('are too short for prose', () => {
    expect(periodsOf('the 3M share', DAY)).toEqual([]);
  });
});

describe('monthEnd', () => {
  it('knows leap years', () => {
    expect([monthEnd(2024, 2), monthEnd(2025, 2), monthEnd(2026, 12)]).toEqual(['2024-02-29', '2025-02-28', '2026-12-31']);
  });
});

describe('periods on any text', () => {
  const parts = ['since', 'in', 'over', 'the', 'past', 'year', 'years', '2025', 'March', '31', ',', 'of', 'first', 'half', 'quarter', 'Q', '3', 'five', 'to', 'date', 'end', 'between', 'and', '/', '-', 'Thursday', 'last', 'month', '0', '99', '2099'];

  it('are read without an error, with sound codes and days', () => {
    const text = fc.oneof(fc.string({ maxLength: 120 }), fc.array(fc.constantFrom(...parts), { maxLength: 25 }).map((words) => words.join(' ')));
    fc.assert(
      fc.property(text, fc.constantFrom(DAY, '2024-02-29', null), (input, published) => {
        for (const { period, stated, from, to } of periodsOf(input, published)) {
          expect(to).toBeGreaterThan(from);
          if (period !== null) expect(period).toMatch(/^(?:YTD|MTD|QTD|day|week|inception|\d{1,3}[DWMY]|since:\d{4}(?:-\d\d){0,2}|calendar:\d{4}|month:\d{4}-\d\d|quarter:\d{4}Q[1-4]|range:\d{4}-\d{4}|range:\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d|rel:\S+)$/);
          if (stated !== null) {
            expect(stated.from).toMatch(/^\d{4}-\d\d-\d\d$/);
            expect(stated.to).toMatch(/^\d{4}-\d\d-\d\d$/);
            expect(stated.from <= stated.to).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
