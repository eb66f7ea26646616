import { describe, expect, it } from 'vitest';
import type { Portfolio } from '../../../lib/market/portfolio.ts';
import { fundOf } from '../../support/portfolio.ts';
import type { CompanyCase, LineCase } from '../../support/portfolio.ts';

const line = (symbol: string, cik: number, price: number | null, quantity: number | null, more: Partial<LineCase> = {}): LineCase => ({
  symbol, cik, price, quantity, ...more,
});
const shares = (count: number): CompanyCase => ({ income: 1, shares: count });
const value = ({ companies }: Portfolio, at = 0): number | string | undefined => {
  const found = companies[at]?.marketValue;
  return found?.kind === 'known' ? found.usd : found?.reason;
};

describe('the lines of a fund', () => {
  it('are weighed anew over those that count, the heaviest first', () => {
    const { lines, companies } = fundOf(
      [line('A', 1, 1, 20), line('B', 2, 1, 60), line('CASH', 0, 1, 500, { kind: 'cash' }), line('ES', 0, 1, 300, { kind: 'derivative' }), line('CVR', 3, 1, 40, { isUnlisted: true })],
      {},
    );
    expect(lines.map(({ constituent, weightPercent }) => [constituent.instrument, weightPercent])).toEqual([['B', 75], ['A', 25]]);
    expect(companies.map(({ name }) => name)).toEqual(['B INC', 'A INC']);
  });

  it('held short do not count', () => {
    expect(fundOf([line('A', 1, 1, 20), line('S', 2, 1, -10)], {}).lines).toHaveLength(1);
  });
});

describe("a company's market value", () => {
  it('is price times diluted shares', () => {
    expect(value(fundOf([line('A', 1, 50, 2)], { 1: shares(100) }))).toBe(5000);
  });

  it('of two classes takes their mean price by shares held, and one number of shares', () => {
    // (110 × 30 + 100 × 10) / 40 = 107.5; × 1,000 shares
    const fund = fundOf([line('GOOGL', 1, 110, 30), line('GOOG', 1, 100, 10)], { 1: shares(1000) });
    expect(fund.companies).toHaveLength(1);
    expect(fund.companies[0]?.lines).toHaveLength(2);
    expect(fund.companies[0]?.weightPercent).toBeCloseTo(100, 10);
    expect(value(fund)).toBe(107_500);
  });

  it('is not known when the classes are different parts of the company', () => {
    expect(value(fundOf([line('BRK.A', 1, 720_000, 0.01), line('BRK.B', 1, 480, 30)], { 1: shares(2_160_000) }))).toBe('classes-differ');
  });

  it('has its price from market value and quantity where none is printed', () => {
    expect(value(fundOf([line('A', 1, null, 4, { marketValue: 200 })], { 1: shares(100) }))).toBe(5000);
  });

  it.each([
    ['a price', [line('A', 1, null, null, { marketValue: 200 })], { 1: shares(100) }, 'no-price'],
    ['shares', [line('A', 1, 50, 2)], { 1: { income: 1, shares: 'stale' } }, 'stale'],
    ['a filer', [line('A', 0, 50, 2)], {}, 'no-filer'],
  ] as const)('needs %s', (_what, lines, companies, expected) => {
    expect(value(fundOf(lines, companies))).toBe(expected);
  });
});

describe('numbers of shares', () => {
  /** A fund that holds 2 % of each of 60 companies, more or less; the last one is what is tried. */
  const fund = (tried: number, partOf = (at: number): number => 0.018 + (at % 5) * 0.001, count = 60): Portfolio => {
    const lines = Array.from({ length: count }, (_, at) => line(at === count - 1 ? 'TRIED' : `C${at}`, at + 1, 10, 1000 * partOf(at)));
    const companies = Object.fromEntries(lines.map(({ cik }) => [cik, shares(cik === count ? tried : 1000)]));
    return fundOf(lines, companies);
  };
  const last = ({ companies }: Portfolio): string => {
    const row = companies.find(({ name }) => name === 'TRIED INC');
    return row?.marketValue.kind === 'known' ? 'believed' : (row?.marketValue.reason ?? 'gone');
  };

  it.each([
    ['as many as the others', 1000, 'believed'],
    ['half as many: many new shares since the report', 500, 'believed'],
    ['a quarter: a split since the report', 250, 'shares-implausible'],
    ['a thousandth: thousands given for shares', 1, 'shares-implausible'],
    ['ten times as many: little of it floats', 10_000, 'believed'],
    ['a thousand times as many', 1_000_000, 'shares-implausible'],
  ])('%s', (_what, tried, expected) => {
    expect(last(fund(tried))).toBe(expected);
  });

  it('are compared only where the fund holds about the same part of each', () => {
    // An equal-weighted fund holds much of the small ones and little of the large.
    const unequal = (at: number): number => 0.001 * 1.05 ** at;
    expect(last(fund(250, unequal))).toBe('believed');
    expect(last(fund(250, undefined, 20))).toBe('believed');
  });

  it('are never fewer than the fund holds', () => {
    expect(last(fund(1, undefined, 20))).toBe('shares-implausible');
  });
});
