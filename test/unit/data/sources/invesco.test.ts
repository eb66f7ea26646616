import { describe, expect, it } from 'vitest';
import { INVESCO_FUND_DETAILS } from '../../../../lib/data/sources/invesco-fund-details.ts';
import { INVESCO_HOLDINGS } from '../../../../lib/data/sources/invesco-holdings.ts';
import { onDay, parsed, refused, wireSample } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');

const LINES = [
  { ticker: 'WDGT', issuerName: 'Widget Makers Inc', units: 10, percentageOfTotalNetAssets: 60, securityTypeName: 'Common Stock', securityTypeCode: 'COM', cusip: '111111111', currency: 'USD', marketValueBase: 600 },
  { ticker: 'ADRX ', issuerName: 'Abroad &amp; Co ADR', units: 5, percentageOfTotalNetAssets: 39.5, securityTypeName: 'American Depository Receipt - NY', marketValueBase: 395 },
  { ticker: 'AGPXX', issuerName: 'Invesco Government &amp; Agency Portfolio', percentageOfTotalNetAssets: 0.4, securityTypeName: 'Money Market Fund, Taxable', marketValueBase: 4 },
  { ticker: 'NQZ6', issuerName: 'NASDAQ 100 E-MINI Dec26', units: 1, percentageOfTotalNetAssets: 0, securityTypeName: 'Index Future', marketValueBase: 0 },
  { ticker: 'USDPDV', issuerName: 'USD Pending Dividends', percentageOfTotalNetAssets: null, securityTypeName: 'Currency', marketValueBase: 1 },
];
const BODY = { cusip: 'QQQ', effectiveDate: '2026-10-08', effectiveBusinessDate: '2026-10-07', totalNumberOfHoldings: 5, holdings: LINES };
const json = (over: Readonly<Record<string, unknown>> = {}) => JSON.stringify({ ...BODY, ...over });

const CSV = [
  'Fund Ticker,Security Identifier,Holding Ticker,Shares/Par Value,MarketValue,Weight,Name,Class of Shares,Sector,Date',
  'QQQ,111111111,WDGT ,"1,000","6,000.00",60.000,Widget Makers Inc,Common Stock,Information Technology,10/07/2026',
  'QQQ,222222222,ADRX ,500,"3,950.00",39.500,Abroad & Co ADR,American Depository Receipt,Communication Services,10/07/2026',
  'QQQ,-,- ,50,50.00,0.500,US Dollar,Currency,-,10/07/2026',
].join('\n');

describe('invesco-holdings', () => {
  it('reads the JSON: the day of the holdings, weights from market values, names out of HTML', async () => {
    const part = await parsed(INVESCO_HOLDINGS, 'QQQ', json(), TODAY);
    expect([part.asOf, part.summary]).toEqual(['2026-10-07', '2 holdings']);
    expect(part.holdings?.[0]?.lines.map(({ printedSymbol, name, kind, weightPercent }) => [printedSymbol, name, kind, weightPercent])).toEqual([
      ['WDGT', 'Widget Makers Inc', 'equity', 60],
      ['ADRX', 'Abroad & Co ADR', 'equity', 39.5],
      ['AGPXX', 'Invesco Government & Agency Portfolio', 'cash', 0.4],
      ['NQZ6', 'NASDAQ 100 E-MINI Dec26', 'derivative', 0],
      ['USDPDV', 'USD Pending Dividends', 'cash', 0.1],
    ]);
  });

  it('takes printed weights where there are no market values; dividends to be paid then weigh nothing', async () => {
    const holdings = LINES.map((line) => ({ ...line, marketValueBase: null }));
    const { holdings: [fund] = [] } = await parsed(INVESCO_HOLDINGS, 'QQQ', json({ holdings }), TODAY);
    expect(fund?.lines.map(({ weightPercent }) => weightPercent)).toEqual([60, 39.5, 0.4, 0, 0]);
  });

  it('reads the CSV of the years before: blanks behind symbols, the day in every row', async () => {
    const part = await parsed(INVESCO_HOLDINGS, 'QQQ', `\ufeff${CSV}`, TODAY);
    expect(part.asOf).toBe('2026-10-07');
    expect(part.holdings?.[0]?.lines.map(({ printedSymbol, kind, weightPercent, sector }) => [printedSymbol, kind, weightPercent, sector])).toEqual([
      ['WDGT', 'equity', 60, 'Technology'], ['ADRX', 'equity', 39.5, 'Communication Services'], [null, 'cash', 0.5, null],
    ]);
  });

  const faults: [string, string, RegExp][] = [
    ['another fund', json({ cusip: '46138G102' }), /these are the holdings of “46138G102”/],
    ['a body with fewer lines than it states', json({ holdings: LINES.slice(0, 2) }), /2 of 5 lines came/],
    ['no lines', json({ holdings: [], totalNumberOfHoldings: 0 }), /nothing was published/],
    ['a field that was renamed', json().replaceAll('percentageOfTotalNetAssets', 'weight'), /“percentageOfTotalNetAssets”: no line has a weight/],
    ['no day', json({ effectiveDate: null, effectiveBusinessDate: null }), /does not say for which day/],
    ['a day to come', json({ effectiveBusinessDate: '2026-10-09' }), /lies in the future/],
    ['a weight as text', json({ holdings: [{ ...LINES[0], percentageOfTotalNetAssets: '60' }] }), /row 1, “holdings\.percentageOfTotalNetAssets”/],
    ['weights of a part', json({ holdings: LINES.slice(1), totalNumberOfHoldings: 4 }), /add up to 39\.90/],
    ['a list', '[]', /not holdings of Invesco|Weight/],
    ['a CSV of two days', CSV.replace('39.500,Abroad & Co ADR,American Depository Receipt,Communication Services,10/07/2026', '39.500,Abroad & Co ADR,American Depository Receipt,Communication Services,10/06/2026'), /line 3, “Date”: “2026-10-06” was found beside “2026-10-07”/],
    ['a CSV of two funds', CSV.replace('QQQ,222222222', 'QQQM,222222222'), /line 3, “Fund Ticker”: “QQQM” was found beside “QQQ”/],
    ['a CSV of another fund', CSV.replaceAll('QQQ,', 'RSP,'), /these are the holdings of RSP/],
    ['a refusal', 'Not Acceptable', /“Fund Ticker”/],
    ['a web page', '<html>', /web page/],
  ];
  it.each(faults)('refuses %s', (_, body, words) => refused(INVESCO_HOLDINGS, 'QQQ', body, TODAY, words));
});

describe('invesco-fund-details', () => {
  const DETAILS = {
    cusip: 'QQQ', ticker: 'QQQ', effectiveDate: '2026-10-08', effectiveBusinessDate: '2026-10-08', totalNoOfHoldings: 101, totalNoOfHoldingsEffectiveDate: '2026-10-07',
    shareclassTotalNetAssets: 500688014927.97, shareclassTotalNetAssetsEffectiveDate: '2026-10-08', nav: 747.407098, feeValue: 0.18,
  };

  it('gives figures with days of their own', async () => {
    const { observations = [] } = await parsed(INVESCO_FUND_DETAILS, 'QQQ', JSON.stringify(DETAILS), TODAY);
    expect(observations.map(({ metric, low, asOf: { to } }) => [metric, low, to])).toEqual([
      ['constituents', 101, '2026-10-07'], ['aum', 500688014927.97, '2026-10-08'], ['other:nav', 747.407098, '2026-10-08'], ['expense_ratio', 0.18, '2026-10-08'],
    ]);
  });

  const faults: [string, unknown, RegExp][] = [
    ['another fund', { ...DETAILS, ticker: 'RSP' }, /these are the figures of “RSP”/],
    ['figures without days', { ticker: 'QQQ', totalNoOfHoldings: 101 }, /no figure with its day/],
    ['an absurd figure', { ...DETAILS, feeValue: 1e9 }, /“feeValue”: 1000000000 cannot be/],
    ['a day to come', { ...DETAILS, shareclassTotalNetAssetsEffectiveDate: '2027-01-01' }, /“shareclassTotalNetAssets”: the date 2027-01-01/],
    ['a list', [], /not a fund of Invesco/],
  ];
  it.each(faults)('refuses %s', (_, body, words) => refused(INVESCO_FUND_DETAILS, 'QQQ', JSON.stringify(body), TODAY, words));
});

const csv = wireSample('invesco/QQQ_holdings_2025-09-26.csv');
const details = wireSample('invesco/QQQ_fundDetails_2026-10-08.json');

describe('bodies as served', () => {
  it.runIf(csv !== null)('QQQ, September 2025: “MarketValue”, blanks behind symbols, no cash; 101 lines', async () => {
    const { asOf, summary, holdings } = await parsed(INVESCO_HOLDINGS, 'QQQ', csv!, onDay('2026-11-20'));
    expect([asOf, summary]).toEqual(['2025-09-26', '101 holdings']);
    expect(holdings?.[0]?.lines[0]).toMatchObject({ printedSymbol: 'NVDA', sector: 'Technology', quantity: 204259829, marketValueUsd: 36397058929.51 });
    expect(holdings?.[0]?.lines[0]?.weightPercent).toBeCloseTo(9.507, 2);
  });

  it.runIf(details !== null)('QQQ, October 2026: the field cusip holds the ticker; the number of holdings is a day older', async () => {
    const { observations = [] } = await parsed(INVESCO_FUND_DETAILS, 'QQQ', details!, onDay('2026-11-20'));
    expect(observations.map(({ metric, asOf: { to } }) => [metric, to])).toContainEqual(['constituents', '2026-10-07']);
  });
});
