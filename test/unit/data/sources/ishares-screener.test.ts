import { describe, expect, it } from 'vitest';
import { ISHARES_SCREENER } from '../../../../lib/data/sources/ishares-screener.ts';
import { onDay, parsed, refused } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');
const cell = (r: unknown, d: string = String(r)) => ({ d, r });
const day = (r: number) => cell(r, 'a day');

const IVV = {
  productView: ['etf'], portfolioId: 239726, localExchangeTicker: 'IVV', fundName: 'iShares Core S&P 500 ETF', productPageUrl: '/us/products/239726/ishares-core-sp-500-etf', sedol: '-',
  navAmount: cell(751.197989, '751.20'), navAmountAsOf: day(20261007),
  totalNetAssets: cell(888066262620, '888,066,262,620'), totalNetAssetsFundAsOf: day(20261007),
  netr: cell(0.03), twelveMonTrlYield: cell(1.1177, '1.12'), twelveMonTrlYieldAsOf: day(20260930), thirtyDaySecYield: cell(1.1524), thirtyDaySecYieldAsOf: day(20260930),
  dailyPerformanceYearToDate: cell(12.41549765526437, '12.42'),
  navAnnualisedAsOf: day(20260930), navOneYearAnnualized: cell(14.2), navThreeYearAnnualized: cell(18.1), navFiveYearAnnualized: cell(13.3), navTenYearAnnualized: cell(14.9),
  priceOneYearAnnualized: cell(14.1), priceYearAsOf: day(20260930),
};
const YOUNG = { localExchangeTicker: 'YNGR', fundName: 'iShares Younger ETF', navAmount: cell(25.1), navAmountAsOf: day(20261007), dailyPerformanceYearToDate: '-', navOneYearAnnualized: '-', twelveMonTrlYield: ' ', navAnnualisedAsOf: '-' };
const MUTUAL = { localExchangeTicker: ' ', fundName: 'iShares Example Mutual Fund', navAmount: cell(10), navAmountAsOf: day(20261007), ter: '-' };
const list = (over: Readonly<Record<string, unknown>> = {}) => JSON.stringify({ 239726: IVV, 300001: YOUNG, 999999: MUTUAL, ...over });
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [String(100 + at), { ...IVV, localExchangeTicker: `X${String.fromCharCode(65 + (at % 26), 65 + Math.floor(at / 26))}` }]));

describe('ishares-screener', () => {
  it('is one request for every fund', () => {
    expect(ISHARES_SCREENER.requests(TODAY)).toHaveLength(1);
  });

  it('gives the raw figures, each with the day that the list states for it', async () => {
    const { observations = [], summary, asOf } = await parsed(ISHARES_SCREENER, 'all', list(), TODAY);
    const ivv = observations.filter(({ instrument }) => instrument === 'IVV');
    expect(ivv.map(({ metric, component, low, unit, asOf: { to } }) => [metric, component, low, unit, to])).toEqual([
      ['other:nav', null, 751.197989, 'USD', '2026-10-07'],
      ['aum', null, 888066262620, 'USD', '2026-10-07'],
      ['expense_ratio', null, 0.03, '%', '2026-10-07'],
      ['dividend_yield', null, 1.1177, '%', '2026-09-30'],
      ['dividend_yield', null, 1.1524, '%', '2026-09-30'],
      ['return', 'YTD', 12.41549765526437, '%', '2026-10-07'],
      ['return', '1Y', 14.2, '%', '2026-09-30'],
      ['return', '3Y', 18.1, '%', '2026-09-30'],
      ['return', '5Y', 13.3, '%', '2026-09-30'],
      ['return', '10Y', 14.9, '%', '2026-09-30'],
    ]);
    // Returns "at price" are with distributions too: none is taken for a price return.
    expect(ivv.filter(({ metric }) => metric === 'return').every(({ definitions }) => definitions.join() === 'total_return')).toBe(true);
    expect(ivv[0]?.source).toEqual({ title: 'iShares, list of funds: iShares Core S&P 500 ETF', url: 'https://www.ishares.com/us/products/239726/ishares-core-sp-500-etf' });
    expect([summary, asOf]).toEqual(['11 figures of 2 funds', '2026-10-07']);
  });

  it('leaves out cells that say that there is none, figures without a day, and funds without a symbol', async () => {
    const { observations = [] } = await parsed(ISHARES_SCREENER, 'all', list(), TODAY);
    expect(observations.filter(({ instrument }) => instrument !== 'IVV').map(({ instrument, metric }) => [instrument, metric])).toEqual([['YNGR', 'other:nav']]);
    const undated = await parsed(ISHARES_SCREENER, 'all', list({ 239726: { ...IVV, navAnnualisedAsOf: undefined } }), TODAY);
    expect(undated.observations?.filter(({ metric }) => metric === 'return').map(({ component }) => component)).toEqual(['YTD']);
  });

  it('leaves out the odd figure that a metric cannot be, and refuses a list of them', async () => {
    const odd = { ...IVV, localExchangeTicker: 'WRTE', twelveMonTrlYield: cell(61), thirtyDaySecYield: cell(-0.2) };
    const { observations = [] } = await parsed(ISHARES_SCREENER, 'all', JSON.stringify({ ...many(30), 7: odd }), TODAY);
    expect(observations.filter(({ instrument }) => instrument === 'WRTE').map(({ metric }) => metric)).not.toContain('dividend_yield');
    await refused(ISHARES_SCREENER, 'all', JSON.stringify({ 7: odd }), TODAY, /2 figures cannot be; the first is WRTE twelveMonTrlYield 61/);
  });

  it('links to no address but a page of a product', async () => {
    const { observations = [] } = await parsed(ISHARES_SCREENER, 'all', list({ 239726: { ...IVV, productPageUrl: '//evil.example/us/products/1/x' } }), TODAY);
    expect(observations[0]?.source.url).toBeNull();
  });

  const faults: [string, string, RegExp][] = [
    ['a figure as text', list({ 239726: { ...IVV, navAmount: cell('751.20 USD') } }), /“IVV navAmount”: “751\.20 USD” is not a number/],
    ['a figure beyond all bounds', list().replace('751.197989', '1e999'), /“239726\.navAmount/],
    ['a day to come', list({ 239726: { ...IVV, navAmountAsOf: day(20261009) } }), /“IVV navAmount”: the date 2026-10-09 lies in the future/],
    ['two funds of one symbol', list({ 5: IVV }), /two funds have the symbol IVV/],
    ['funds without symbols', JSON.stringify({ 1: MUTUAL }), /no fund with a figure/],
    ['an empty list', '{}', /no fund with a figure/],
    ['an error', '{"status":"error"}', /not the list of iShares funds/],
    ['a fund without figures', JSON.stringify({ 1: { localExchangeTicker: 'IVV' } }), /no fund with a figure/],
    ['a symbol that is none', JSON.stringify({ 1: { ...IVV, localExchangeTicker: 7 } }), /“1\.localExchangeTicker”/],
    ['a web page', '<html>Consent</html>', /web page/],
  ];
  it.each(faults)('refuses %s', (_, body, words) => refused(ISHARES_SCREENER, 'all', body, TODAY, words));

  it('makes no property of a key that would change what objects inherit', async () => {
    await refused(ISHARES_SCREENER, 'all', '{"__proto__":{"localExchangeTicker":"A","fundName":"B"},"constructor":{"fundName":"C"}}', TODAY, /not the list/);
    expect(({} as Record<string, unknown>)['fundName']).toBeUndefined();
  });
});
