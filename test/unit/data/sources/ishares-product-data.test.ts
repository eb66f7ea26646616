import { describe, expect, it } from 'vitest';
import { ISHARES_FUND_DOCUMENT } from '../../../../lib/data/sources/ishares-fund-document.ts';
import { ISHARES_FUNDAMENTALS } from '../../../../lib/data/sources/ishares-fundamentals.ts';
import { ISHARES_PRODUCT_DATA } from '../../../../lib/data/sources/ishares-product-data.ts';
import { onDay, parsed, refused, wireSample } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');

/** A body of the service: data points of one component, each as the service wraps it. */
function body(component: string, container: string, points: Readonly<Record<string, unknown>>, fundName: string | null = 'iShares Russell 2000 ETF'): string {
  const dataPointsByNameMap = Object.fromEntries(
    Object.entries(points).map(([name, point]) => [name, typeof point === 'object' && point !== null && 'value' in point ? point : { name, value: point, formattedValue: '-', label: name }]),
  );
  return JSON.stringify({ productId: 239710, fundName, componentsByNameMap: { [component]: { componentId: component, containersByNameMap: { [container]: { name: container, hasData: true, dataPointsByNameMap } } } } });
}

const COLUMNS = {
  ticker: ['WDGT', 'HATHB', null, 'RTYZ6'],
  issueName: ['WIDGET MAKERS INC', 'HATHAWAY HILL INC CLASS B', 'USD CASH', 'RUSSELL 2000 EMINI'],
  sectorName: ['Information Technology', 'Communication', 'Cash and/or Derivatives', null],
  assetClass: ['Equity', 'Equity', 'Cash', 'Futures'],
  holdingPercent: [60.5, 39.25, 0.25, 0],
  marketValue: [605, 392.5, 2.5, 0],
  unitsHeld: [60.5, 5, 2.5, 1],
  unitPrice: [10, 78.5, 100, 2800],
  exchange: ['NASDAQ', 'NYSE', null, 'Chicago Mercantile Exchange'],
  currencyCode: ['USD', 'USD', 'USD', 'USD'],
  cusip: ['111111111', null, null, null],
  dateList: [20261008, 20260930],
  asOfDate: 20261007,
};
const holdings = (over: Readonly<Record<string, unknown>> = {}, fundName?: string) => body('holdings', 'all', { ...COLUMNS, ...over }, fundName);

describe('ishares-product-data', () => {
  it('is asked for last, for the same funds', () => {
    expect(ISHARES_FUND_DOCUMENT.fallback).toBe(ISHARES_PRODUCT_DATA.id);
    const { url } = ISHARES_PRODUCT_DATA.requests(TODAY)[0]!;
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ component: 'holdings.all', portfolioId: '239710', includeConfig: 'true' });
  });

  it('reads columns that stand side by side, with raw values and the day inside', async () => {
    const part = await parsed(ISHARES_PRODUCT_DATA, 'IWM', holdings(), TODAY);
    expect([part.asOf, part.summary]).toEqual(['2026-10-07', '2 holdings']);
    expect(part.holdings?.[0]?.lines.map(({ printedSymbol, kind, weightPercent, sector }) => [printedSymbol, kind, weightPercent, sector])).toEqual([
      ['WDGT', 'equity', 60.5, 'Technology'],
      ['HATHB', 'equity', 39.25, 'Communication Services'],
      [null, 'cash', 0.25, null],
      ['RTYZ6', 'derivative', 0, null],
    ]);
  });

  it('reads lines without a name or a class', async () => {
    const part = await parsed(ISHARES_PRODUCT_DATA, 'IWM', holdings({ issueName: ['WIDGET MAKERS INC', 'HATHAWAY HILL INC CLASS B', null, null], assetClass: ['Equity', null, 'Cash', 'Futures'] }), TODAY);
    expect(part.holdings?.[0]?.lines.map(({ name, kind }) => [name, kind])).toEqual([['WIDGET MAKERS INC', 'equity'], ['HATHAWAY HILL INC CLASS B', 'equity'], ['', 'cash'], ['', 'derivative']]);
  });

  it('does without the columns that it could do without', async () => {
    const { dateList: _, sectorName: _s, exchange: _e, unitsHeld: _u, unitPrice: _p, currencyCode: _c, cusip: _i, holdingPercent: _h, ...needed } = COLUMNS;
    const part = await parsed(ISHARES_PRODUCT_DATA, 'IWM', body('holdings', 'all', needed), TODAY);
    expect(part.holdings?.[0]?.lines[0]).toMatchObject({ weightPercent: 60.5, sector: null, quantity: null, priceUsd: null });
  });

  const faults: [string, string, RegExp][] = [
    ['a day that is not published yet: every column null, the day and hasData filled', holdings(Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, name === 'asOfDate' ? 20261008 : null]))), /every column is empty: nothing was published for this day/],
    ['empty columns', holdings(Object.fromEntries(Object.entries(COLUMNS).map(([name, value]) => [name, Array.isArray(value) ? [] : value]))), /no line in it: nothing was published/],
    ['another fund', holdings({}, 'iShares Core 40/60 Moderate Allocation ETF'), /this is of another fund/],
    ['columns of different lengths', holdings({ marketValue: [605, 392.5] }), /“marketValue”: 2 values stand beside 4 names/],
    ['a column that was renamed', holdings({ ticker: undefined, symbols: COLUMNS.ticker }), /“ticker”: not a table of holdings/],
    ['a number as text', holdings({ marketValue: [605, '392.50', 2.5, 0] }), /row 2, “marketValue”: not a table of holdings/],
    ['a number beyond all bounds', holdings().replace('392.5,', '1e999,'), /row 2, “marketValue”/],
    ['no day', holdings({ asOfDate: null }), /does not say for which day/],
    ['a day that is none', holdings({ asOfDate: 20261345 }), /does not say for which day/],
    ['a day to come', holdings({ asOfDate: 20261009 }), /lies in the future/],
    ['values that contradict the weights', holdings({ marketValue: [605, 3.9, 2.5, 0] }), /does not fit the market value/],
    ['another component', body('fundHeader', 'default', {}), /there is no component “holdings” in it/],
    ['an error in JSON', '{"error":"locale is not valid"}', /“componentsByNameMap”: not product data of BlackRock/],
    ['a list', '[]', /not product data of BlackRock/],
    ['JSON cut short', holdings().slice(0, -9), /the JSON is cut short/],
    ['a web page', '<html></html>', /web page/],
  ];
  it.each(faults)('refuses %s', (_, text, words) => refused(ISHARES_PRODUCT_DATA, 'IWM', text, TODAY, words));

  it('makes no property of a key that would change what objects inherit', async () => {
    const polluted = holdings().replace('"componentsByNameMap":{', '"__proto__":{"polluted":1},"componentsByNameMap":{"__proto__":{"containersByNameMap":{}},').replace('"ticker":{', '"__proto__":{"value":["x"]},"constructor":{"value":1},"ticker":{');
    expect((await parsed(ISHARES_PRODUCT_DATA, 'IWM', polluted, TODAY)).summary).toBe('2 holdings');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('ishares-fundamentals', () => {
  const point = (value: unknown, asOfDate: unknown = 20261007) => ({ value, asOfDate, formattedValue: '1.00' });
  const POINTS = {
    priceEarnings: point(16.72),
    priceBook: point(2.013),
    beta3Yr: point(1.14, 20260930),
    standardDeviation3Yr: point(20.4, 20260930),
    thirtyDaySecYield: point(1.02, 20260930),
    twelveMonTrlYld: point(0.98, 20260930),
    numHoldings: point(1938),
    equityBeta: point(3),
  };
  const fundamentals = (over: Readonly<Record<string, unknown>> = {}, fundName?: string | null) => body('fundamentalsAndRisk', 'default', { ...POINTS, ...over }, fundName);

  it('gives each figure with its definition, method, unit and a day of its own', async () => {
    const { observations = [], asOf, summary } = await parsed(ISHARES_FUNDAMENTALS, 'IWM', fundamentals(), TODAY);
    expect(observations.map(({ metric, low, unit, asOf: { from, to } }) => [metric, low, unit, from, to])).toEqual([
      ['pe', 16.72, 'x', '2026-10-07', '2026-10-07'],
      ['pb', 2.013, 'x', '2026-10-07', '2026-10-07'],
      ['dividend_yield', 0.98, '%', '2026-09-30', '2026-09-30'],
      ['dividend_yield', 1.02, '%', '2026-09-30', '2026-09-30'],
      ['constituents', 1938, 'count', '2026-10-07', '2026-10-07'],
      ['other:beta', 1.14, 'x', '2026-09-30', '2026-09-30'],
      ['volatility', 20.4, '%', '2026-09-30', '2026-09-30'],
    ]);
    expect(observations[0]).toMatchObject({
      instrument: 'IWM', definitions: ['trailing', 'excl_negative'], method: 'iShares: companies with negative earnings left out, a single P/E capped at 60',
      source: { url: 'https://www.ishares.com/us/products/239710/ishares-russell-2000-etf' },
    });
    expect(new Set(observations.map(({ id }) => id)).size).toBe(7);
    expect([asOf, summary]).toEqual(['2026-10-07', '7 figures']);
  });

  it('has the same ids each time it reads the same day, whatever is beside', async () => {
    const first = await parsed(ISHARES_FUNDAMENTALS, 'IWM', fundamentals(), TODAY);
    const second = await parsed(ISHARES_FUNDAMENTALS, 'IWM', fundamentals({ beta3Yr: undefined }), TODAY);
    expect(first.observations?.[0]?.id).toBe(second.observations?.[0]?.id);
  });

  it('leaves out what has no figure or no day, and reads days and figures as text', async () => {
    const { observations = [] } = await parsed(ISHARES_FUNDAMENTALS, 'IWM', fundamentals({
      priceEarnings: { value: '16.72', asOfDate: null, formattedAsOfDate: 'as of Oct 07, 2026' }, priceBook: point(null), thirtyDaySecYield: point('-'), twelveMonTrlYld: point(0.98, null), beta3Yr: undefined, standardDeviation3Yr: undefined,
    }, null), TODAY);
    expect(observations.map(({ metric, low, asOf: { to } }) => [metric, low, to])).toEqual([['pe', 16.72, '2026-10-07'], ['constituents', 1938, '2026-10-07']]);
  });

  const faults: [string, string, RegExp][] = [
    ['a P/E of 1e9', fundamentals({ priceEarnings: point(1e9) }), /“priceEarnings”: 1000000000 cannot be/],
    ['a negative P/E', fundamentals({ priceEarnings: point(-4) }), /“priceEarnings”: -4 cannot be/],
    ['a text for a figure', fundamentals({ priceBook: point('n.m.') }), /“priceBook”: “n\.m\.” is not a number/],
    ['a list for a figure', fundamentals({ priceBook: point([1]) }), /“priceBook”/],
    ['a day to come', fundamentals({ priceEarnings: point(16, 20261009) }), /“priceEarnings”: the date 2026-10-09 lies in the future/],
    ['a body without days', fundamentals(Object.fromEntries(Object.keys(POINTS).map((name) => [name, { value: 1 }]))), /none of “priceEarnings”/],
    ['a body without figures', fundamentals(Object.fromEntries(Object.keys(POINTS).map((name) => [name, point(null)]))), /none of “priceEarnings”/],
    ['another fund', fundamentals({}, 'iShares Core U.S. Aggregate Bond ETF'), /this is of another fund, “iShares Core U\.S\./],
    ['holdings', holdings(), /there is no component “fundamentalsAndRisk”/],
  ];
  it.each(faults)('refuses %s', (_, text, words) => refused(ISHARES_FUNDAMENTALS, 'IWM', text, TODAY, words));
});

const soxx = wireSample('ishares/product-data_SOXX_holdings_2026-10-07.TRIMMED.json');
const empty = wireSample('ishares/product-data_SOXX_holdings_EMPTY.TRIMMED.json');

describe('bodies as served', () => {
  /** The samples are of a fund that is not asked for, and were written down without the symbols. */
  const asIwm = (bytes: Buffer, symbols: readonly string[] | null) => {
    const json = JSON.parse(bytes.toString('utf8')) as { fundName: string; componentsByNameMap: { holdings: { containersByNameMap: { all: { dataPointsByNameMap: Record<string, unknown> } } } } };
    json.fundName = 'iShares Russell 2000 ETF';
    if (symbols !== null) json.componentsByNameMap.holdings.containersByNameMap.all.dataPointsByNameMap['ticker'] = { value: symbols };
    return JSON.stringify(json);
  };

  it.runIf(soxx !== null)('believes asOfDate.value against the file’s name and dateList, and value against formattedValue', async () => {
    await refused(ISHARES_PRODUCT_DATA, 'IWM', soxx!, onDay('2026-11-20'), /this is of another fund, “iShares Semiconductor ETF”/);
    await refused(ISHARES_PRODUCT_DATA, 'IWM', asIwm(soxx!, null), onDay('2026-11-20'), /“ticker”/);
    // Five of 34 rows were written down, a quarter of the fund.
    await refused(ISHARES_PRODUCT_DATA, 'IWM', asIwm(soxx!, ['AMD', 'INTC', 'NXPI', 'XTSLA', 'IXTZ6']), onDay('2026-11-20'), /the weights add up to 21\.30/);
    const unweighted = asIwm(soxx!, ['AMD', 'INTC', 'NXPI', 'XTSLA', 'IXTZ6']).replaceAll('"holdingPercent"', '"left out"');
    const part = await parsed(ISHARES_PRODUCT_DATA, 'IWM', unweighted, onDay('2026-11-20'));
    expect(part.asOf).toBe('2026-10-07');
    expect(part.holdings?.[0]?.lines.map(({ printedSymbol, kind, marketValueUsd }) => [printedSymbol, kind, marketValueUsd])).toEqual([
      ['AMD', 'equity', 4603312897.76], ['INTC', 'equity', 4239964744.96], ['NXPI', 'equity', 1374149359.5], ['XTSLA', 'cash', 54914221.13], ['IXTZ6', 'derivative', 0],
    ]);
  });

  it.runIf(empty !== null)('says that nothing was published where every column is null while the day is filled', () =>
    refused(ISHARES_PRODUCT_DATA, 'IWM', asIwm(empty!, null), onDay('2026-11-20'), /nothing was published for this day/));
});
