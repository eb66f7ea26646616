import { describe, expect, it } from 'vitest';
import { SourceFormatError } from '../../../../lib/data/sources/source-format-error.ts';
import { VANGUARD_CHARACTERISTICS } from '../../../../lib/data/sources/vanguard-characteristics.ts';
import { VANGUARD_HOLDINGS } from '../../../../lib/data/sources/vanguard-holdings.ts';
import { bytesOf, onDay, parsed, refused } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');

describe('vanguard-characteristics', () => {
  const FIGURES = { priceEarningsRatio: '17.4x', priceBookRatio: '2.0x', earningsGrowthRate: '9.1%', numberOfStocks: '1,995', totalNetAssets: '$14.2 billion', medianMarketCap: '$3.5 billion', foreignHolding: '1.0%' };
  const BODY = {
    equityCharacteristic: { asOfDate: '2026-09-30T00:00:00-04:00', benchmarkShortName: 'Russell 2000 Index', fund: FIGURES, benchmark: { ...FIGURES, priceEarningsRatio: '17.5x', numberOfStocks: '1,962', totalNetAssets: '—' } },
    fundCharacteristic: {}, fixedIncomeCharacteristic: {}, moneyMarketCharacteristic: {},
  };
  const body = (over: Readonly<Record<string, unknown>> = {}) => JSON.stringify({ ...BODY, equityCharacteristic: { ...BODY.equityCharacteristic, ...over } });

  it('reads x, $, % and thousands, of the fund and of its index', async () => {
    const { observations = [], asOf, summary } = await parsed(VANGUARD_CHARACTERISTICS, 'VTWO', body(), TODAY);
    expect(observations.map(({ instrument, metric, low, unit }) => [instrument, metric, low, unit])).toEqual([
      ['VTWO', 'pe', 17.4, 'x'], ['VTWO', 'pb', 2, 'x'], ['VTWO', 'constituents', 1995, 'count'], ['VTWO', 'aum', 14_200_000_000, 'USD'],
      ['INDEX:RUSSELL2000', 'pe', 17.5, 'x'], ['INDEX:RUSSELL2000', 'pb', 2, 'x'], ['INDEX:RUSSELL2000', 'constituents', 1962, 'count'],
    ]);
    expect(observations[0]).toMatchObject({ definitions: ['trailing', 'excl_negative'], asOf: { from: '2026-09-30', to: '2026-09-30' } });
    expect([asOf, summary]).toEqual(['2026-09-30', '7 figures']);
  });

  it('reads figures that are numbers, and does without those that are not there', async () => {
    const { observations = [] } = await parsed(VANGUARD_CHARACTERISTICS, 'VOO', body({ fund: { priceEarningsRatio: 26.1, priceBookRatio: '-', numberOfStocks: null }, benchmark: null }), TODAY);
    expect(observations.map(({ instrument, metric, low }) => [instrument, metric, low])).toEqual([['VOO', 'pe', 26.1]]);
  });

  const faults: [string, string, RegExp][] = [
    ['a P/E of 1e9', body({ fund: { priceEarningsRatio: '1,000,000,000x' } }), /“fund\.priceEarningsRatio”: 1000000000 cannot be/],
    ['a text for a figure', body({ benchmark: { priceEarningsRatio: 'see note' } }), /“benchmark\.priceEarningsRatio”: “see note” is not a number/],
    ['an amount that is none', body({ fund: { totalNetAssets: '€14' } }), /“fund\.totalNetAssets”: “€14” is not an amount of money/],
    ['no figure', body({ fund: {}, benchmark: {} }), /there is no figure in it/],
    ['no day', body({ asOfDate: '' }), /does not say for which day/],
    ['a day to come', body({ asOfDate: '2026-10-31T00:00:00-04:00' }), /2026-10-31 lies in the future/],
    ['a bond fund', JSON.stringify({ equityCharacteristic: {}, fixedIncomeCharacteristic: {} }), /not characteristics of a Vanguard stock fund/],
    ['a web page', '<!doctype html>', /web page/],
  ];
  it.each(faults)('refuses %s', (_, text, words) => refused(VANGUARD_CHARACTERISTICS, 'VTWO', text, TODAY, words));
});

describe('vanguard-holdings', () => {
  const line = (ticker: string, marketValue: unknown, percentWeight: string, longName = `${ticker} Corp.`) => ({ type: 'portfolioHolding', longName, shortName: ticker, ticker, sharesHeld: '1,000', marketValue, percentWeight, isin: 'US', cusip: '1' });
  const page = (entity: readonly unknown[], over: Readonly<Record<string, unknown>> = {}) => JSON.stringify({ size: 3, asOfDate: '2026-09-30T00:00:00-04:00', fund: { entity }, ...over });
  const FIRST = page([line('WDGT', 600, '60.00'), line('HATH.B', 395, '39.50')]);
  const SECOND = page([line(' ', 5, '0.50', 'Bought Co. CVR')]);
  const EMPTY = page([]);
  const read = async (first: string, ...further: string[]) => {
    const request = VANGUARD_HOLDINGS.requests(TODAY)[0]!;
    return VANGUARD_HOLDINGS.parse(bytesOf(first), request, TODAY, further.map(bytesOf));
  };
  const faultOf = async (first: string, ...further: string[]) => {
    const fault: unknown = await read(first, ...further).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(SourceFormatError);
    return (fault as SourceFormatError).message;
  };

  it('asks for pages of 500 lines, more of them than the fund needs', () => {
    const { url, furtherPages, headers } = VANGUARD_HOLDINGS.requests(TODAY)[0]!;
    expect([url, ...(furtherPages ?? [])].map((address) => new URL(address).search)).toEqual([
      '?start=1&count=500', '?start=501&count=500', '?start=1001&count=500', '?start=1501&count=500', '?start=2001&count=500',
    ]);
    expect(headers).toEqual({ Accept: 'application/json' });
  });

  it('puts the pages together, with weights of the whole', async () => {
    const { asOf, summary, holdings } = await read(FIRST, SECOND, EMPTY);
    expect([asOf, summary]).toEqual(['2026-09-30', '2 holdings']);
    expect(holdings?.[0]?.lines.map(({ printedSymbol, name, isUnlisted, weightPercent, quantity }) => [printedSymbol, name, isUnlisted, weightPercent, quantity])).toEqual([
      ['WDGT', 'WDGT Corp.', false, 60, 1000], ['HATH.B', 'HATH.B Corp.', false, 39.5, 1000], [null, 'Bought Co. CVR', true, 0.5, 1000],
    ]);
  });

  it('reads weights that round to nothing, amounts with a sign, and pages behind the last line that say nothing', async () => {
    const last = page([line('TINY', '$5.00', '<0.01%')]);
    const { holdings } = await read(FIRST, last, page([], { size: 0, asOfDate: '' }));
    expect(holdings?.[0]?.lines[2]).toMatchObject({ weightPercent: 0.5, marketValueUsd: 5 });
  });

  it('takes the first page for all where it has every line, whatever the others repeat', async () => {
    const whole = page([line('WDGT', 600, '60.00'), line('HATH.B', 395, '39.50'), line('TINY', 5, '0.50')]);
    expect((await read(whole, whole, whole)).holdings?.[0]?.lines).toHaveLength(3);
  });

  const faults: [string, string[], RegExp][] = [
    ['pages that lack lines', [FIRST, EMPTY], /2 of 3 lines came/],
    ['a first page alone', [FIRST], /2 of 3 lines came/],
    ['a page that came twice', [FIRST, FIRST], /4 of 3 lines came/],
    ['pages of two days', [FIRST, page([line('A', 5, '0.50')], { asOfDate: '2026-08-31T00:00:00-04:00' })], /page 2: it is of “2026-08-31T00:00:00-04:00”/],
    ['a page that is a web page', [FIRST, '<html></html>'], /page 2: this is a web page/],
    ['a page cut short', [FIRST, SECOND.slice(0, -4)], /page 2: the JSON is cut short/],
    ['no line', [EMPTY], /there is no line in it/],
    ['a weight that is none', [page([line('A', 5, 'n/m')], { size: 1 })], /row 1, “percentWeight”: “n\/m” is not a number/],
    ['no size', [JSON.stringify({ fund: { entity: [] } })], /“size”: not a page of holdings/],
    ['a day to come', [page([line('A', 5, '100.00')], { size: 1, asOfDate: '2026-10-31T00:00:00-04:00' })], /lies in the future/],
  ];
  it.each(faults)('refuses %s', async (_, [first = '', ...further], words) => {
    expect(await faultOf(first, ...further)).toMatch(words);
  });
});
