import { describe, expect, it } from 'vitest';
import { indexFigures } from '../../../lib/market/index-math.ts';
import type { ComputedFigure, ComputedMultiple } from '../../../lib/market/index-math.ts';
import { fundOf } from '../../support/portfolio.ts';
import type { CompanyCase, LineCase } from '../../support/portfolio.ts';

/**
 * A fund of four companies, of which B has two classes of shares, with cash and an unlisted line that do not count.
 * All share lines come to $1,000, so a weight in percent is the market value over ten.
 *
 *   company  price  held  value  weight | shares  whole value  income  yield   P/E | equity  over value | sales  over value
 *   A           50     8    400     40 % |   100        5,000     250    5 %    20 |  1,000        20 % | 2,500        50 %
 *   B           20  10+5    300     30 % |    50        1,000     100   10 %    10 |    500        50 % | 1,000       100 %
 *   C           10    20    200     20 % |   100        1,000     -80   -8 %     – |    100        10 % |   300        30 %
 *   D          100     1    100     10 % |    20        2,000      10  0.5 %   200 |   -200       -10 % |   400        20 %
 */
const LINES: readonly LineCase[] = [
  { symbol: 'A', cik: 1, price: 50, quantity: 8, sector: 'Financials' },
  { symbol: 'B.A', cik: 2, price: 20, quantity: 10, sector: 'Technology' },
  { symbol: 'C', cik: 3, price: 10, quantity: 20, sector: 'Health Care' },
  { symbol: null, cik: 0, price: 1, quantity: 50, kind: 'cash', sector: null },
  { symbol: 'B.B', cik: 2, price: 20, quantity: 5, sector: 'Technology' },
  { symbol: 'GONE', cik: 9, price: 2, quantity: 30, isUnlisted: true },
  { symbol: 'D', cik: 4, price: 100, quantity: 1, sector: 'Technology' },
];
const COMPANIES: Readonly<Record<number, CompanyCase>> = {
  1: { income: 250, revenue: 2500, equity: 1000, shares: 100 },
  2: { income: 100, revenue: 1000, equity: 500, shares: 50, end: '2026-01-31' },
  3: { income: -80, revenue: 300, equity: 100, shares: 100 },
  4: { income: 10, revenue: 400, equity: -200, shares: 20 },
};
const figures = indexFigures(fundOf(LINES, COMPANIES));

const valueOf = ({ value }: ComputedFigure | ComputedMultiple): number => value ?? Number.NaN;
const covered = ({ coverage: { counted, total, weight } }: ComputedFigure | ComputedMultiple): string =>
  `${counted} of ${total}, ${(weight * 100).toFixed(0)}%`;

describe('a fund worked by hand', () => {
  it('counts share lines and companies', () => {
    expect(figures.constituents.lines.value).toBe(5);
    expect(figures.constituents.companies.value).toBe(4);
  });

  it('has one loser of four companies, a fifth by weight', () => {
    expect(valueOf(figures.unprofitable.byCount)).toBeCloseTo(25, 12);
    expect(valueOf(figures.unprofitable.byWeight)).toBeCloseTo(20, 12);
    expect(figures.unprofitable.byCount.inputs).toEqual({ earliest: '2026-01-31', latest: '2026-03-31' });
  });

  it('has a P/E without losses in three ways', () => {
    const { aggregateWithoutLosses, harmonicWithoutLosses, cappedWithoutLosses } = figures.pe;
    // (5,000 + 1,000 + 2,000) / (250 + 100 + 10)
    expect(valueOf(aggregateWithoutLosses)).toBeCloseTo(8000 / 360, 10);
    // (40 + 30 + 10) / (40 × 5 % + 30 × 10 % + 10 × 0.5 %) = 80 / 5.05
    expect(valueOf(harmonicWithoutLosses)).toBeCloseTo(80 / 5.05, 10);
    // D at 60 and not at 200: 80 / (2 + 3 + 10 / 60) = 80 / 5.1667
    expect(valueOf(cappedWithoutLosses)).toBeCloseTo(80 / (5 + 1 / 6), 10);
    expect(harmonicWithoutLosses.rows.map(({ name }) => name)).toEqual(['A INC', 'B.A INC', 'D INC']);
  });

  it('has a P/E of everyone that takes the loss off', () => {
    // 100 / (5.05 − 20 × 8 %) = 100 / 3.45
    expect(valueOf(figures.pe.everyone)).toBeCloseTo(100 / 3.45, 10);
    expect(figures.pe.everyone.yieldPercent).toBeCloseTo(3.45, 10);
    expect(figures.pe.everyone.rows).toHaveLength(4);
  });

  it('has a price to book and to sales', () => {
    // 100 / (40 × 20 % + 30 × 50 % + 20 × 10 % − 10 × 10 %) = 100 / 24
    expect(valueOf(figures.pb)).toBeCloseTo(100 / 24, 10);
    // 100 / (40 × 50 % + 30 × 100 % + 20 × 30 % + 10 × 20 %) = 100 / 58
    expect(valueOf(figures.ps)).toBeCloseTo(100 / 58, 10);
  });

  it('has sectors, the heaviest first, and a top ten', () => {
    expect(figures.sectors.map(({ sector, value }) => [sector, Math.round((value ?? 0) * 1e9) / 1e9])).toEqual([
      ['Financials', 40],
      ['Technology', 40],
      ['Health Care', 20],
    ]);
    expect(valueOf(figures.topTen.lines)).toBeCloseTo(100, 10);
  });

  it('covers all of it', () => {
    for (const figure of [figures.unprofitable.byCount, figures.pe.everyone, figures.pe.harmonicWithoutLosses, figures.pb, figures.ps]) {
      expect(covered(figure)).toBe('4 of 4, 100%');
      expect(figure.isPartial).toBe(false);
    }
  });
});

describe('what is missing', () => {
  const without = (cik: number, changed: Partial<CompanyCase>): ReturnType<typeof indexFigures> =>
    indexFigures(fundOf(LINES, { ...COMPANIES, [cik]: { ...COMPANIES[cik]!, ...changed } }));

  it('leaves the figure of what is known, and says so', () => {
    const some = without(2, { income: 'quarter-missing' });
    // Of A, C and D: one loser of three, 20 of 70 by weight.
    expect(valueOf(some.unprofitable.byCount)).toBeCloseTo(100 / 3, 10);
    expect(valueOf(some.unprofitable.byWeight)).toBeCloseTo((20 / 70) * 100, 10);
    expect(covered(some.unprofitable.byCount)).toBe('3 of 4, 70%');
    expect(some.unprofitable.byCount.isPartial).toBe(true);
    // 70 / (2 + 0.05 − 1.6)
    expect(valueOf(some.pe.everyone)).toBeCloseTo(70 / 0.45, 8);
    expect(some.pb.isPartial).toBe(false);
  });

  it('is partial from below nine tenths of the weight', () => {
    expect(without(4, { income: 'stale' }).pe.everyone.isPartial).toBe(false);
    expect(covered(without(4, { income: 'stale' }).pe.everyone)).toBe('3 of 4, 90%');
    expect(without(3, { income: 'stale' }).pe.everyone.isPartial).toBe(true);
  });

  it('a loser whose value is not known can be left out all the same, but not counted', () => {
    const some = without(3, { shares: 'not-filed' });
    expect(covered(some.pe.harmonicWithoutLosses)).toBe('4 of 4, 100%');
    expect(valueOf(some.pe.harmonicWithoutLosses)).toBeCloseTo(80 / 5.05, 10);
    expect(covered(some.pe.everyone)).toBe('3 of 4, 80%');
  });

  it('a line that is joined to no filer counts as a company of which nothing is known', () => {
    const lines = LINES.map((line) => (line.symbol === 'B.B' ? { ...line, cik: 0 } : line));
    const some = indexFigures(fundOf(lines, COMPANIES));
    expect(some.constituents.companies.value).toBe(5);
    expect(covered(some.constituents.companies)).toBe('4 of 5, 90%');
    expect(covered(some.unprofitable.byCount)).toBe('4 of 5, 90%');
  });

  it('a line without a sector belongs to none', () => {
    const lines = LINES.map((line) => (line.symbol === 'C' ? { ...line, sector: null } : line));
    const some = indexFigures(fundOf(lines, COMPANIES));
    expect(some.sectors.map(({ sector }) => sector)).toEqual(['Financials', 'Technology']);
    expect(some.sectors[0]?.isPartial).toBe(true);
    expect(valueOf(some.sectors[0]!)).toBeCloseTo(40, 10);
  });

  it('of an empty fund nothing is said', () => {
    const none = indexFigures(fundOf([], {}));
    for (const figure of [none.unprofitable.byCount, none.pe.everyone, none.pe.aggregateWithoutLosses, none.ps, none.topTen.lines]) {
      expect(figure).toMatchObject({ value: null, isPartial: true, inputs: null });
    }
    expect(none.pe.everyone).toMatchObject({ yieldPercent: null, isNegative: false });
    expect(none.sectors).toEqual([]);
  });
});

describe('losses above earnings', () => {
  const lossy = indexFigures(fundOf(LINES, { ...COMPANIES, 3: { ...COMPANIES[3]!, income: -300 } }));

  it('are reported as such: no multiple, an earnings yield below zero', () => {
    // 5.05 − 20 × 30 % = −0.95
    expect(lossy.pe.everyone).toMatchObject({ value: null, isNegative: true });
    expect(lossy.pe.everyone.yieldPercent).toBeCloseTo(-0.95, 10);
    expect(valueOf(lossy.pe.harmonicWithoutLosses)).toBeCloseTo(80 / 5.05, 10);
  });

  it('earnings of exactly nothing are no multiple either', () => {
    const even = indexFigures(fundOf([LINES[0]!], { 1: { income: 0, shares: 100 } }));
    expect(even.pe.everyone).toMatchObject({ value: null, isNegative: true, yieldPercent: 0 });
    // No loss, and nothing that a P/E could be made of.
    expect(even.unprofitable.byCount.value).toBe(0);
    expect(even.pe.harmonicWithoutLosses).toMatchObject({ value: null, isNegative: false });
    expect(covered(even.pe.harmonicWithoutLosses)).toBe('1 of 1, 100%');
  });
});
