import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexFigures } from '../../../lib/market/index-math.ts';
import type { ComputedFigure, ComputedMultiple, IndexFigures } from '../../../lib/market/index-math.ts';
import { portfolioOf } from '../../../lib/market/portfolio.ts';
import type { Portfolio } from '../../../lib/market/portfolio.ts';
import { figuresOf, holdingsOf } from '../../support/portfolio.ts';
import type { CompanyCase, LineCase } from '../../support/portfolio.ts';

/** What holds for whatever a fund may hold. */

interface Member {
  readonly cik: number;
  readonly value: number;
  readonly sector: string | null;
  readonly company: CompanyCase;
}

const amount = fc.integer({ min: -5_000, max: 20_000 });
const reported = fc.oneof({ weight: 5, arbitrary: amount }, { weight: 1, arbitrary: fc.constant('quarter-missing' as const) });
const member = fc.record({
  // Few filers, so that classes of one company come up; 0 is joined to none.
  cik: fc.integer({ min: 0, max: 12 }),
  value: fc.integer({ min: 1, max: 1_000_000 }),
  sector: fc.constantFrom('Financials', 'Energy', 'Technology', null),
  company: fc.record({
    income: reported,
    revenue: reported,
    equity: reported,
    shares: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1_000_000, max: 9_000_000 }) }, { weight: 1, arbitrary: fc.constant('stale' as const) }),
  }),
});
const members = fc.array(member, { minLength: 1, maxLength: 25 });

function portfolioFrom(lines: readonly Member[], scale = 1): Portfolio {
  const companies = new Map(lines.map(({ cik, company }) => [cik, company]));
  const cases = lines.map(({ cik, value, sector }, at): LineCase => ({ symbol: `S${at}`, cik, price: 10, quantity: value / 10, sector }));
  const holdings = holdingsOf(cases);
  const scaled = { ...holdings, lines: holdings.lines.map((line) => ({ ...line, weightPercent: line.weightPercent * scale })) };
  const bySymbol = new Map(cases.map(({ symbol, cik }) => [symbol, cik]));
  return portfolioOf(
    scaled,
    ({ printedSymbol }) => ({ instrument: printedSymbol, cik: bySymbol.get(printedSymbol) || null }),
    (cik) => figuresOf(cik, companies.get(cik)),
  );
}

const figuresFrom = (lines: readonly Member[], scale = 1): IndexFigures => indexFigures(portfolioFrom(lines, scale));

function every(figures: IndexFigures): readonly (ComputedFigure | ComputedMultiple)[] {
  const { constituents, unprofitable, pe, pb, ps, sectors, topTen } = figures;
  return [...Object.values(constituents), ...Object.values(unprofitable), ...Object.values(pe), pb, ps, ...sectors, ...Object.values(topTen)];
}

function expectSame(a: IndexFigures, b: IndexFigures): void {
  const [these, those] = [every(a), every(b)];
  expect(these.length).toBe(those.length);
  these.forEach((figure, at) => {
    const other = those[at]!;
    if (figure.value === null || other.value === null) expect(figure.value).toBe(other.value);
    else expect(Math.abs(figure.value - other.value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(other.value)));
    expect(figure.coverage.counted).toBe(other.coverage.counted);
    expect(figure.coverage.weight).toBeCloseTo(other.coverage.weight, 9);
  });
}

/** Near nothing the sign of a sum turns on rounding: such a fund tests nothing. */
const isClear = ({ pe, pb, ps }: IndexFigures): boolean =>
  [pe.everyone, pb, ps].every(({ yieldPercent }) => yieldPercent === null || Math.abs(yieldPercent) > 1e-6);

describe('the figures of any fund', () => {
  it('do not change when all weights are scaled', () => {
    fc.assert(
      fc.property(members, fc.double({ min: 0.001, max: 1000, noNaN: true }), (lines, scale) => {
        const figures = figuresFrom(lines);
        fc.pre(isClear(figures));
        expectSame(figuresFrom(lines, scale), figures);
      }),
    );
  });

  it('do not change with the order of the lines', () => {
    fc.assert(
      fc.property(members.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))), ([lines, shuffled]) => {
        // Classes of one filer share its figures, so each keeps one set of them whatever comes first.
        const settled = (all: readonly Member[]): readonly Member[] =>
          all.map((one) => ({ ...one, sector: one.cik % 2 ? 'Energy' : 'Financials', company: lines.find(({ cik }) => cik === one.cik)?.company ?? one.company }));
        const figures = figuresFrom(settled(lines));
        fc.pre(isClear(figures));
        expectSame(figuresFrom(settled(shuffled)), figures);
      }),
    );
  });

  it('cover between nothing and all of it, and shares lie between 0 and 100', () => {
    fc.assert(
      fc.property(members, (lines) => {
        const figures = figuresFrom(lines);
        for (const { coverage, isPartial } of every(figures)) {
          expect(coverage.counted).toBeLessThanOrEqual(coverage.total);
          expect(coverage.weight).toBeGreaterThanOrEqual(0);
          expect(coverage.weight).toBeLessThanOrEqual(1);
          expect(isPartial).toBe(coverage.weight < 0.9);
        }
        for (const { value } of [...Object.values(figures.unprofitable), ...Object.values(figures.topTen), ...figures.sectors]) {
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100 + 1e-9);
        }
        expect(figures.topTen.companies.value ?? 0).toBeGreaterThanOrEqual((figures.topTen.lines.value ?? 0) - 1e-9);
      }),
    );
  });

  it('a loss-maker more never lowers the share of the unprofitable, by count or by weight', () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: -5_000, max: -1 }), (lines, value, income) => {
        const before = figuresFrom(lines).unprofitable;
        const loser: Member = { cik: 99, value, sector: 'Energy', company: { income, shares: 5_000_000 } };
        const after = figuresFrom([...lines, loser]).unprofitable;
        expect(after.byCount.value ?? 0).toBeGreaterThanOrEqual((before.byCount.value ?? 0) - 1e-9);
        expect(after.byWeight.value ?? 0).toBeGreaterThanOrEqual((before.byWeight.value ?? 0) - 1e-9);
      }),
    );
  });

  it('counting losses never lowers the P/E while there are earnings, nor does taking the cap of 60 away', () => {
    fc.assert(
      fc.property(members, (lines) => {
        const { everyone, harmonicWithoutLosses, cappedWithoutLosses } = figuresFrom(lines).pe;
        if (everyone.value !== null && harmonicWithoutLosses.value !== null) {
          expect(everyone.value).toBeGreaterThanOrEqual(harmonicWithoutLosses.value * (1 - 1e-9));
        }
        if (harmonicWithoutLosses.value !== null) {
          expect(cappedWithoutLosses.value ?? Number.NaN).toBeLessThanOrEqual(harmonicWithoutLosses.value * (1 + 1e-9));
          expect(cappedWithoutLosses.value ?? Number.NaN).toBeLessThanOrEqual(60 + 1e-9);
        }
        expect(everyone.value === null).toBe(everyone.yieldPercent === null || everyone.isNegative);
      }),
    );
  });

  it('sectors and what has none come to the whole', () => {
    fc.assert(
      fc.property(members, (lines) => {
        const { sectors, portfolio } = figuresFrom(lines);
        const without = portfolio.companies.filter(({ sector }) => sector === null).reduce((sum, { weightPercent }) => sum + weightPercent, 0);
        expect(sectors.reduce((sum, { value }) => sum + (value ?? 0), without)).toBeCloseTo(100, 8);
      }),
    );
  });
});
