import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ISHARES_WORKBOOK } from '../../../../lib/data/sources/ishares-workbook.ts';
import { navSeries } from '../../../../lib/data/sources/nav-history.ts';
import { addSessions } from '../../../../lib/market/calendar.ts';
import { calendarYearReturn, returnBetween } from '../../../../lib/market/returns.ts';
import type { LevelSeries } from '../../../../lib/market/observation.ts';
import { spreadsheetMl } from '../../../support/fund-files.ts';
import { onDay, parsed, refused, wireSample } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');

/*
 * Five sessions around a month's end. On 1 October 1.00 is paid out of 102.00 and the net asset value is 101.00: without the
 * payment it would be 102.00, as the day before, so the total level stays. On 2 October it rises by 1 %.
 */
const HISTORY = [
  ['As Of', 'NAV per Share', 'Ex-Dividends', 'Shares Outstanding'],
  ['Oct 02, 2026', '102.01', '--', '1000'],
  ['Oct 01, 2026', '101', '1', '1000'],
  ['Sep 30, 2026', '102', '--', '1000'],
  ['Sep 29, 2026', '101', '--', '1,000'],
  ['Aug 31, 2026', '100', '--', '900'],
];
const DISTRIBUTIONS = [['Record Date', 'Ex-Date', 'Payable Date', 'Total Distribution', 'Income'], ['Oct 02, 2026', 'Oct 01, 2026', 'Oct 07, 2026', '1', '1']];
const PERFORMANCE = [['iShares Russell 2000 ETF'], [], ['Fund Inception', '22-May-2000'], [], ['Month End Date', 'Monthly Total (NAV) Return'], ['Aug 31, 2026', '-3.2'], ['Sep 30, 2026', '2.00']];
const HOLDINGS = [['07-Oct-2026'], ['iShares Russell 2000 ETF'], ['Fund Holdings as of', 'Oct 07, 2026'], ['Ticker', 'Name'], ['WDGT', 'A & B']];
const SHEETS = { Disclaimers: [['Cohen & Steers']], Holdings: HOLDINGS, Historical: HISTORY, Performance: PERFORMANCE, Distributions: DISTRIBUTIONS };
const workbook = (over: Readonly<Record<string, readonly (readonly string[])[]>> = {}, bom?: string) => spreadsheetMl({ ...SHEETS, ...over }, bom);

async function seriesOf(body: string | Uint8Array, key = 'IWM', context = TODAY): Promise<{ price: LevelSeries; total: LevelSeries }> {
  const { series = [] } = await parsed(ISHARES_WORKBOOK, key, body, context);
  expect(series.map(({ basis }) => basis)).toEqual(['price', 'total']);
  return { price: series[0]!, total: series[1]! };
}
const without = (sheet: keyof typeof SHEETS) => spreadsheetMl(Object.fromEntries(Object.entries(SHEETS).filter(([name]) => name !== sheet)));

describe('ishares-workbook', () => {
  it('gives net asset values as prices, and with distributions reinvested on their ex-days', async () => {
    const { price, total } = await seriesOf(workbook());
    expect(price.points).toEqual([['2026-08-31', 100], ['2026-09-29', 101], ['2026-09-30', 102], ['2026-10-01', 101], ['2026-10-02', 102.01]]);
    const [, , end, exDay, last] = total.points.map(([, level]) => level);
    expect([end, exDay, last]).toEqual([expect.closeTo(102, 9), expect.closeTo(102, 9), expect.closeTo(103.02, 9)]);
    const { summary, asOf } = await parsed(ISHARES_WORKBOOK, 'IWM', workbook(), TODAY);
    expect([summary, asOf]).toEqual(['5 days', '2026-10-02']);
  });

  const vintages: [string, string][] = [
    ['without a byte order mark', workbook({}, '')],
    ['with one', workbook({}, '\ufeff')],
    ['without the performance sheet (not confirmed for 2026)', without('Performance')],
    ['without the distributions sheet', without('Distributions')],
    ['without the disclaimers', without('Disclaimers')],
    ['without the column of distributions, which the other sheet has', workbook({ Historical: HISTORY.map(([day, nav, , shares]) => [day!, nav!, shares!]) })],
    ['without shares outstanding', workbook({ Historical: HISTORY.map(([day, nav, paid]) => [day!, nav!, paid!]) })],
    ['with columns in reverse and one more', workbook({ Historical: HISTORY.map((cells, at) => [at === 0 ? 'New' : 'x', ...cells.toReversed()]) })],
    ['oldest first', workbook({ Historical: [HISTORY[0]!, ...HISTORY.slice(1).toReversed()] })],
    ['with a title above the history', workbook({ Historical: [['iShares Russell 2000 ETF'], [], ...HISTORY] })],
    ['with a day on which New York was shut', workbook({ Historical: [...HISTORY, ['Sep 07, 2026', '99', '--', '900']] })],
    ['with days without a value', workbook({ Historical: [...HISTORY, ['Oct 05, 2026', '--', '--', '--']] })],
  ];
  it.each(vintages)('reads the workbook %s', async (_, body) => {
    const { price, total } = await seriesOf(body);
    expect(price.points).toHaveLength(5);
    expect(total.points.at(-1)?.[1]).toBeCloseTo(103.02, 9);
  });

  const faults: [string, string, RegExp][] = [
    ['a web page', '<!DOCTYPE html><html><body>', /web page/],
    ['nothing', '\ufeff\ufeff', /empty/],
    ['a workbook cut short', workbook().slice(0, -200), /the XML is broken or cut short/],
    ['a workbook without a history', without('Historical'), /Historical: there is no sheet “Historical” beside “Disclaimers”, “Holdings”/],
    ['a history without values', workbook({ Historical: HISTORY.slice(0, 1) }), /no net asset values of two trading days/],
    ['a column that was renamed', workbook({ Historical: [['As Of', 'Value', 'x'], ...HISTORY.slice(1)] }), /Historical, line 1: there is no column “NAV per Share”/],
    ['another fund’s workbook', workbook({ Holdings: [['07-Oct-2026'], ['iShares Core S&P 500 ETF']] }), /this is of another fund, “iShares Core S&P 500 ETF”/],
    ['a value that is none', workbook({ Historical: [...HISTORY, ['Aug 28, 2026', 'NaN', '--', '1']] }), /Historical, line 7, “NAV per Share”: “NaN” is not a number/],
    ['a value of nothing', workbook({ Historical: [...HISTORY, ['Aug 28, 2026', '0', '--', '1']] }), /the net asset value of 2026-08-28 is 0/],
    ['a day to come', workbook({ Historical: [...HISTORY, ['Oct 09, 2026', '100', '--', '1']] }), /line 7: the date 2026-10-09 lies in the future/],
    ['a day that stands twice', workbook({ Historical: [...HISTORY, ['Oct 02, 2026', '102', '--', '1']] }), /2026-10-02 stands twice/],
    ['an absurd jump', workbook({ Historical: [...HISTORY, ['Aug 28, 2026', '1000000000', '--', '900']] }), /goes from 1000000000 on 2026-08-28 to 100 on 2026-08-31 without a split/],
    ['a distribution larger than the fund', workbook({ Historical: [...HISTORY.slice(0, 2), ['Oct 01, 2026', '101', '500', '1000'], ...HISTORY.slice(3)] }), /a distribution of 500 on 2026-10-01/],
    ['months that contradict the days', workbook({ Performance: [...PERFORMANCE.slice(0, -1), ['Sep 30, 2026', '3.00']] }), /Performance: 2026-09 has a return of 3 %, but net asset values and distributions give 2\.00 %/],
  ];
  it.each(faults)('refuses %s', (_, body, words) => refused(ISHARES_WORKBOOK, 'IWM', body, TODAY, words));
});

describe('navSeries', () => {
  const at = (day: string, nav: number, over: { distribution?: number; shares?: number | null } = {}) => ({ day, nav, distribution: 0, shares: 1000, ...over });

  it('adjusts what lies before a split, which shows in the shares too', () => {
    const { price, total } = navSeries('f', [at('2005-06-08', 120), at('2005-06-09', 61, { shares: 2010 }), at('2005-06-10', 61, { shares: 2000 })], []);
    expect(price).toEqual([['2005-06-08', 60], ['2005-06-09', 61], ['2005-06-10', 61]]);
    expect((total[2]![1] / total[0]![1] - 1) * 100).toBeCloseTo((61 / 60 - 1) * 100, 9);
  });

  it('adjusts for shares that were put together', () => {
    const { price } = navSeries('f', [at('2005-06-08', 10), at('2005-06-09', 41, { shares: 250 })], []);
    expect(price).toEqual([['2005-06-08', 40], ['2005-06-09', 41]]);
  });

  it.each([1000, null])('takes no jump for a split when the shares say %s', (shares) => {
    expect(() => navSeries('f', [at('2005-06-08', 120), at('2005-06-09', 60, { shares })], [])).toThrow(/without a split/);
  });

  it('gives the totals that reinvesting by hand gives, and never less than the price where something was paid', () => {
    const days = Array.from({ length: 200 }, (_, index) => addSessions('2020-01-02', index));
    const history = fc.array(fc.record({ move: fc.integer({ min: -900, max: 900 }), paid: fc.constantFrom(0, 0, 0, 5, 40) }), { minLength: 2, maxLength: 200 });
    fc.assert(fc.property(history, (moves) => {
      let nav = 100;
      let shares = 1;
      const navDays = moves.map(({ move, paid }, index) => {
        nav *= 1 + move / 10_000;
        const distribution = index === 0 ? 0 : (nav * paid) / 10_000;
        nav -= distribution;
        // By another route: what is paid buys further shares at the day's value.
        shares *= 1 + distribution / nav;
        return at(days[index]!, nav, { distribution });
      });
      const { price, total } = navSeries('f', navDays, []);
      expect(total.at(-1)![1] / total[0]![1]).toBeCloseTo((shares * navDays.at(-1)!.nav) / navDays[0]!.nav, 9);
      expect(total.at(-1)![1] / total[0]![1]).toBeGreaterThanOrEqual(price.at(-1)![1] / price[0]![1] - 1e-9);
    }));
  });
});

const ivv = wireSample('ishares/IVV_fundDownload_2022-05-11.xls');

describe('a workbook as published', () => {
  it.runIf(ivv !== null)('IVV, May 2022: two marks, bare ampersands, “--”, days as “May 11, 2022”; 5,534 days since inception', async () => {
    expect([...ivv!.subarray(0, 6)]).toEqual([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]);
    const { price, total } = await seriesOf(ivv!, 'IVV', onDay('2026-11-20'));
    expect([price.points.length, price.points[0], price.points.at(-1)]).toEqual([5534, ['2000-05-15', 145.236], ['2022-05-11', 394.279541]]);
    // Published total returns of the fund: 31.44 % in 2019, 28.66 % in 2021; of the index, 31.49 % and 28.71 %.
    expect(calendarYearReturn(total, 2019)?.percent).toBeCloseTo(31.44, 1);
    expect(calendarYearReturn(total, 2021)?.percent).toBeCloseTo(28.66, 1);
    // The index itself, without dividends, in 2019: 2506.85 to 3230.78.
    expect(calendarYearReturn(price, 2019)?.percent).toBeCloseTo((3230.78 / 2506.85 - 1) * 100, 0);
    expect(returnBetween(total, '2022-03-31', '2022-04-29')?.percent).toBeCloseTo(-8.72, 1);
  });
});
