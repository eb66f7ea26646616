import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedLines, holdingLines, symbolIn } from '../../../../lib/data/sources/holding-lines.ts';
import type { PrintedHolding } from '../../../../lib/data/sources/holding-lines.ts';
import { SourceFormatError } from '../../../../lib/data/sources/source-format-error.ts';

const printed = (over: Partial<PrintedHolding> = {}): PrintedHolding => ({
  place: { line: 12 }, symbol: 'WDGT', name: 'WIDGET MAKERS INC', sector: null, classes: ['Equity'], exchange: 'NASDAQ', weightPercent: null,
  marketValueUsd: 100, quantity: 10, priceUsd: 10, ...over,
});
const linesOf = (...over: Partial<PrintedHolding>[]) => holdingLines('FUND.csv', over.map(printed));

describe('what a line is', () => {
  const kinds: [string, Partial<PrintedHolding>, string][] = [
    ['a share', { classes: ['Equity'] }, 'equity'],
    ['a share by its class', { classes: ['Common Stock'] }, 'equity'],
    ['a depositary receipt', { classes: ['American Depository Receipt - NY'] }, 'equity'],
    ['a real estate trust', { classes: ['Real Estate Investment Trust'] }, 'equity'],
    ['a swap that is printed as equity (iShares, June 2026)', { classes: ['SWAP', 'Equity'] }, 'derivative'],
    ['a future', { classes: ['Futures'], symbol: 'RTYZ6' }, 'derivative'],
    ['an index future of Invesco', { classes: ['Index Future'] }, 'derivative'],
    ['a warrant by its type', { classes: ['WARRANT', 'Equity'] }, 'derivative'],
    ['a warrant by its name (IWV, May 2025)', { symbol: 'WLLBW', name: 'CHORD ENERGY EQUITY WARRANTS SERIE' }, 'derivative'],
    ['a coal company whose name begins like a warrant', { symbol: 'HCC', name: 'WARRIOR MET COAL INC' }, 'equity'],
    ['cash', { classes: ['Cash'], symbol: 'USD' }, 'cash'],
    ['a cash fund', { classes: ['Money Market'], symbol: 'XTSLA' }, 'cash'],
    ['collateral', { classes: ['Cash Collateral and Margins'] }, 'cash'],
    ['a taxable money market fund', { classes: ['Money Market Fund, Taxable'] }, 'cash'],
    ['a currency', { classes: ['Currency'] }, 'cash'],
    ['a bond', { classes: ['Fixed Income'] }, 'other'],
    ['a share in a file without classes', { classes: [] }, 'equity'],
    ['a company with cash in its name, without classes', { classes: [], name: 'CASH AMERICA INTERNATIONAL INC' }, 'equity'],
    ['a company with dollars in its name, without classes', { classes: [], name: 'DOLLAR TREE INC' }, 'equity'],
    ['cash in a file without classes (State Street)', { classes: [], symbol: null, name: 'US DOLLAR' }, 'cash'],
    ['dividends to be paid, without classes', { classes: [], symbol: null, name: 'USD Pending Dividends' }, 'cash'],
    ['a future in a file without classes', { classes: [], name: 'NASDAQ 100 E-MINI Dec26' }, 'derivative'],
    ['a warrant in a file without classes (ARK)', { classes: [], symbol: null, name: 'BRERA HOLDINGS PLC WTS' }, 'derivative'],
  ];
  it.each(kinds)('%s', (_, over, kind) => expect(linesOf({ symbol: 'OTHR', name: 'OTHER CORP' }, over)[1]?.kind).toBe(kind));

  it('takes NA for a symbol and dashes for none', () => {
    expect(['NA', 'WDGT ', '-', '--', '—', '', ' ', null, undefined].map(symbolIn)).toEqual(['NA', 'WDGT', null, null, null, null, null, null, null]);
  });

  const unlisted: [string, Partial<PrintedHolding>, boolean][] = [
    ['a share', {}, false],
    ['a line without a symbol', { symbol: null }, true],
    ['a placeholder (P5N994)', { symbol: 'P5N994' }, true],
    ['a foreign symbol of digits', { symbol: '2330' }, false],
    ['a line without a market', { exchange: 'NO MARKET (E.G. UNLISTED)' }, true],
    ['a right of a company that was bought, though an exchange is printed', { name: 'AKERO THERAPEUTICS CVR' }, true],
    ['the energy company CVR', { name: 'CVR ENERGY INC' }, false],
    ['CVRx', { symbol: 'CVRX', name: 'CVRX INC' }, false],
    ['shares in escrow', { name: 'ESC GCI LIBERTY INC SR ESCROW' }, true],
    ['a private share', { name: 'ARCELLX INC Prvt' }, true],
    ['a share that is traded over the counter', { exchange: 'Non-Nms Quotation Service (Nnqs)' }, false],
  ];
  it.each(unlisted)('%s is or is not listed', (_, over, isUnlisted) => {
    const lines = linesOf({ symbol: 'OTHR', name: 'OTHER CORP' }, over);
    expect(lines[1]?.isUnlisted).toBe(isUnlisted);
    expect(countedLines(lines)).toHaveLength(isUnlisted ? 1 : 2);
  });

  it('names sectors as the rest of the project does, and none that is no sector', () => {
    const sectors = ['Information Technology', 'Communication', 'health care', 'Cash and/or Derivatives', 'Other', null];
    expect(linesOf(...sectors.map((sector, at) => ({ symbol: `W${at}`, sector }))).map(({ sector }) => sector)).toEqual([
      'Technology', 'Communication Services', 'Health Care', null, null, null,
    ]);
  });

  it('gives a price to shares only: of cash, files print 100.00', () => {
    expect(linesOf({}, { classes: ['Cash'], symbol: 'USD', priceUsd: 100 }).map(({ priceUsd }) => priceUsd)).toEqual([10, null]);
  });
});

describe('what a line weighs', () => {
  it('is its part of all market values, cash and short lines included', () => {
    const lines = linesOf({ marketValueUsd: 800 }, { symbol: 'B', marketValueUsd: 300 }, { symbol: 'USD', classes: ['Cash'], marketValueUsd: -100 });
    expect(lines.map(({ weightPercent }) => weightPercent)).toEqual([80, 30, -10]);
  });

  it('is finer than the printed one, which is rounded to 0.01', () => {
    const small = Array.from({ length: 100 }, (_, at) => ({ symbol: `S${at}`, marketValueUsd: 4, weightPercent: 0 }));
    const lines = linesOf({ symbol: 'BIG', marketValueUsd: 99_600, weightPercent: 99.6 }, ...small);
    expect(lines[1]?.weightPercent).toBeCloseTo(0.004, 10);
  });

  it('comes from market values alone where every printed weight is 0.00', () => {
    const lines = linesOf(...Array.from({ length: 100 }, (_, at) => ({ symbol: `S${at}`, marketValueUsd: 5, weightPercent: 0 })));
    expect(lines.every(({ weightPercent }) => weightPercent === 1)).toBe(true);
  });

  it('is the printed one where market values are missing, fractions as percent', () => {
    expect(linesOf({ marketValueUsd: null, weightPercent: 60 }, { symbol: 'B', marketValueUsd: null, weightPercent: 39.5 }).map(({ weightPercent }) => weightPercent)).toEqual([60, 39.5]);
    expect(linesOf({ marketValueUsd: null, weightPercent: 0.6 }, { symbol: 'B', marketValueUsd: null, weightPercent: 0.39 }).map(({ weightPercent }) => weightPercent)).toEqual([60, 39]);
  });

  it('is nothing for a line that has neither: dividends to be paid', () => {
    const lines = linesOf({ marketValueUsd: null, weightPercent: 100 }, { symbol: 'USDPDV', classes: ['Currency'], marketValueUsd: null, weightPercent: null });
    expect(lines.map(({ weightPercent }) => weightPercent)).toEqual([100, 0]);
  });

  const faults: [string, Partial<PrintedHolding>[], RegExp][] = [
    ['weights that do not add up to a fund', [{ weightPercent: 30 }, { symbol: 'B', weightPercent: 20 }], /the weights add up to 50\.00; about 100 was expected/],
    ['weights far above', [{ weightPercent: 100 }, { symbol: 'B', weightPercent: 100 }], /add up to 200\.00/],
    ['weights and values of different columns', [{ weightPercent: 90 }, { symbol: 'B', weightPercent: 10 }], /line 12: the weight 90 does not fit the market value, which is 50\.00 % of all/],
    ['neither weights nor values', [{ marketValueUsd: null }, { symbol: 'B', marketValueUsd: null }], /neither a weight nor a market value/],
    ['an absurd value', [{ weightPercent: 50 }, { symbol: 'B', weightPercent: 50, marketValueUsd: 1e18 }], /does not fit the market value/],
    ['the same line twice', [{}, {}], /line 12: WDGT stands twice with the same figures/],
    ['cash alone', [{ classes: ['Cash'], symbol: 'USD' }], /no listed share/],
    ['unlisted lines alone', [{ symbol: null }], /no listed share/],
    ['more lines than a fund has', Array.from({ length: 30_001 }, () => ({})), /30001 lines are more/],
    ['nothing', [], /neither a weight nor a market value/],
  ];
  it.each(faults)('refuses %s', (_, over, words) => {
    expect(() => linesOf(...over)).toThrow(SourceFormatError);
    expect(() => linesOf(...over)).toThrow(words);
  });

  it('takes one security in two lots, and several lines of nothing', () => {
    expect(linesOf({}, { quantity: 5, marketValueUsd: 50 })).toHaveLength(2);
    expect(linesOf({}, { symbol: 'X', marketValueUsd: 0, quantity: 1 }, { symbol: 'X', marketValueUsd: 0, quantity: 1 })).toHaveLength(3);
  });

  const values = fc.array(fc.integer({ min: 1, max: 1e12 }), { minLength: 1, maxLength: 40 });
  const fund = (marketValues: readonly number[]) => marketValues.map((marketValueUsd, at) => printed({ symbol: `S${at}`, marketValueUsd, quantity: at }));
  const weights = (marketValues: readonly number[]) => holdingLines('FUND.csv', fund(marketValues)).map(({ weightPercent }) => weightPercent);

  it('adds up to 100, whatever the values', () => {
    fc.assert(fc.property(values, (all) => {
      expect(weights(all).reduce((a, b) => a + b, 0)).toBeCloseTo(100, 6);
    }));
  });

  it('does not change when every value is a thousand times as large', () => {
    fc.assert(fc.property(values, (all) => {
      const larger = weights(all.map((value) => value * 1000));
      for (const [at, weight] of weights(all).entries()) expect(larger[at]).toBeCloseTo(weight, 6);
    }));
  });

  it('keeps the order of the values', () => {
    fc.assert(fc.property(values, (all) => {
      const found = weights(all);
      for (let at = 1; at < all.length; at += 1) expect(Math.sign(found[at]! - found[at - 1]!)).toBe(Math.sign(all[at]! - all[at - 1]!));
    }));
  });
});
