import { describe, expect, it } from 'vitest';
import { indexFigures } from '../../../lib/market/index-math.ts';
import { coverageWords, indexObservations } from '../../../lib/market/index-observations.ts';
import type { Observation } from '../../../lib/market/observation.ts';
import { fundOf } from '../../support/portfolio.ts';
import type { CompanyCase, LineCase } from '../../support/portfolio.ts';

const INDEX = 'INDEX:TEST';
/** A earns 5 %, B (two classes) 10 %, C loses 8 %: weights 50, 30 and 20. */
const LINES: readonly LineCase[] = [
  { symbol: 'A', cik: 1, price: 50, quantity: 10, sector: 'Financials' },
  { symbol: 'B.A', cik: 2, price: 20, quantity: 10, sector: 'Technology' },
  { symbol: 'B.B', cik: 2, price: 20, quantity: 5, sector: 'Technology' },
  { symbol: 'C', cik: 3, price: 10, quantity: 20, sector: 'Health Care' },
];
const COMPANIES: Readonly<Record<number, CompanyCase>> = {
  1: { income: 250, revenue: 2500, equity: 1000, shares: 100, end: '2025-12-31' },
  2: { income: 100, revenue: 1000, equity: 500, shares: 50 },
  3: { income: -80, revenue: 300, equity: 100, shares: 100 },
};
const observed = (companies = COMPANIES, index: string | null = INDEX): readonly Observation[] =>
  indexObservations(indexFigures(fundOf(LINES, companies)), index);
const find = (all: readonly Observation[], metric: string, has: (one: Observation) => boolean = () => true, on = INDEX): Observation | undefined =>
  all.find((one) => one.instrument === on && one.metric === metric && has(one));

describe('computed observations', () => {
  const all = observed();

  it('are those of the fund and of the index that it tracks, each once', () => {
    expect(new Set(all.map(({ instrument }) => instrument))).toEqual(new Set(['FUND', INDEX]));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ instrument }) => instrument === 'FUND')).toHaveLength(all.length / 2);
    expect(new Set(observed(COMPANIES, null).map(({ instrument }) => instrument))).toEqual(new Set(['FUND']));
  });

  it('say how they were made, of what, and when', () => {
    // 100 / (50 × 5 % + 30 × 10 % − 20 × 8 %) = 100 / 3.9 = 25.64
    expect(find(all, 'pe', ({ definitions }) => definitions.includes('incl_negative'))).toEqual({
      id: 'INDEX:TEST/pe/trailing+incl_negative+as_reported/2026-05-05/computed',
      instrument: INDEX,
      metric: 'pe',
      definitions: ['trailing', 'incl_negative', 'as_reported'],
      method:
        'price over net income of twelve months, every company counted and losses taken off, by weight; holdings of FUND, ' +
        '3 of 3 companies, 100.0% of weight, reports to between 2025-12-31 and 2026-03-31',
      component: null,
      low: 25.64,
      high: 25.64,
      text: null,
      unit: 'x',
      asOf: { from: '2026-05-05', to: '2026-05-05' },
      validity: null,
      source: { title: 'Computed from FUND’s holdings and reports to the SEC', url: 'https://issuer.example/fund' },
      coverage: { counted: 3, total: 3, weight: 1 },
      computedFrom: 'FUND',
    });
  });

  it.each([
    // 80 / 5.5, 6000 / 350, 1 of 3, a fifth
    ['pe', 'by-weight/', 14.55, 'x'],
    ['pe', 'by-weight-capped', 14.55, 'x'],
    ['pe', 'whole-companies', 17.14, 'x'],
    ['unprofitable_share', 'by_count', 33.3, '%'],
    ['unprofitable_share', 'by_weight', 20, '%'],
    // 100 / (50 × 20 % + 30 × 50 % + 20 × 10 %) = 100 / 27
    ['pb', '', 3.7, 'x'],
    // 100 / (50 × 50 % + 30 × 100 % + 20 × 30 %) = 100 / 61
    ['ps', '', 1.64, 'x'],
    ['sector_weight', 'Technology', 30, '%'],
    ['holding_weight', 'TOP10/', 100, '%'],
    ['holding_weight', 'A/', 50, '%'],
    ['holding_weight', 'B.A/', 20, '%'],
    ['holding_weight', 'B.A_COMPANIES/', 30, '%'],
    ['constituents', 'lines', 4, 'count'],
    ['constituents', 'companies', 3, 'count'],
  ])('%s %s is %f', (metric, part, value, unit) => {
    expect(find(all, metric, ({ id }) => id.includes(`/${part}`))).toMatchObject({ low: value, high: value, unit });
  });
});

describe('partial figures', () => {
  it('say so, and go on record from half of the weight on', () => {
    const some = observed({ ...COMPANIES, 1: { ...COMPANIES[1]!, income: 'stale' }, 3: { ...COMPANIES[3]!, revenue: 'stale' } });
    const share = find(some, 'unprofitable_share');
    expect(share?.method).toMatch(/^partial: net loss .*; holdings of FUND, 2 of 3 companies, 50\.0% of weight/);
    expect(share?.coverage).toMatchObject({ counted: 2, total: 3 });
    expect(find(some, 'ps')?.method).toContain('80.0% of weight');
    const few = observed({ ...COMPANIES, 1: { ...COMPANIES[1]!, income: 'stale' }, 3: { ...COMPANIES[3]!, income: 'stale' } });
    expect(find(few, 'unprofitable_share')).toBeUndefined();
    expect(find(few, 'pe')).toBeUndefined();
  });

  it('a multiple that is no number is not on record', () => {
    const lossy = observed({ ...COMPANIES, 3: { ...COMPANIES[3]!, income: -900 } });
    expect(find(lossy, 'pe', ({ definitions }) => definitions.includes('incl_negative'))).toBeUndefined();
    expect(find(lossy, 'pe', ({ definitions }) => definitions.includes('excl_negative'))).toBeDefined();
  });

  it('never round their coverage up to all of it', () => {
    expect(coverageWords({ counted: 1874, total: 1924, weight: 0.9812 })).toBe('1,874 of 1,924 companies, 98.1% of weight');
    expect(coverageWords({ counted: 1923, total: 1924, weight: 0.99999 })).toBe('1,923 of 1,924 companies, 99.9% of weight');
  });
});
