import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEvidenceStore } from '../../../lib/data/snapshot.ts';
import { annualise, arithmeticYearly, calendarYearReturn, closeOn, compound, levelsBetween, periodBefore, periodHolding, returnBetween } from '../../../lib/market/returns.ts';
import type { LevelSeries } from '../../../lib/market/observation.ts';
import { loadBundledSnapshot } from '../../support/bundled.ts';

const series: LevelSeries = {
  instrument: 'INDEX:TEST',
  basis: 'price',
  points: [
    ['2021-12-31', 100],
    ['2022-06-30', 80],
    ['2022-12-30', 90],
    ['2023-12-29', 108],
  ],
  source: { title: 'test', url: null },
};

describe('a return', () => {
  it('needs the close of both sessions', () => {
    expect(returnBetween(series, '2021-12-31', '2022-12-30')?.percent).toBeCloseTo(-10, 10);
    expect(returnBetween(series, '2021-12-31', '2022-12-29')).toBeNull();
    expect(returnBetween(series, '2022-12-30', '2022-12-30')).toBeNull();
  });

  it('takes no neighbouring point for a session', () => {
    expect(closeOn(series, '2022-06-30')).toBe(80);
    expect(closeOn(series, '2022-07-01')).toBeNull();
    expect(closeOn(series, '2020-01-02')).toBeNull();
  });

  it('over a calendar year runs from the last close of the year before', () => {
    expect(calendarYearReturn(series, 2022)?.percent).toBeCloseTo(-10, 10);
    expect(calendarYearReturn(series, 2021)).toBeNull();
  });

  it('has an arithmetic mean only over whole years', () => {
    expect(arithmeticYearly(series, '2021-12-31', '2023-12-29')).toBeCloseTo(5, 10);
    expect(arithmeticYearly(series, '2022-06-30', '2023-12-29')).toBeNull();
  });

  it('annualised compounds back to itself', () => {
    fc.assert(
      fc.property(fc.double({ min: -90, max: 900, noNaN: true }), fc.integer({ min: 1, max: 40 }), (percent, years) => {
        expect(compound(annualise(percent, years), years)).toBeCloseTo(percent, 6);
      }),
    );
  });
});

describe('levels for a picture', () => {
  it('keep both ends when thinned', () => {
    const long: LevelSeries = { ...series, points: Array.from({ length: 28 }, (_, day) => [`2024-02-${String(day + 1).padStart(2, '0')}`, day + 1]) };
    const thinned = levelsBetween(long, '2024-02-03', '2024-02-25', 5);
    expect(thinned.map(([day]) => day)).toEqual(['2024-02-03', '2024-02-09', '2024-02-14', '2024-02-20', '2024-02-25']);
    expect(levelsBetween(long, '2024-02-03', '2024-02-04')).toHaveLength(2);
  });
});

describe('calendar periods', () => {
  it.each([
    ['year', '2024-05-05', '2024', '2023-12-29', '2024-12-31'],
    ['quarter', '2024-05-05', '2024Q2', '2024-03-28', '2024-06-28'],
    ['month', '2024-03-05', '2024-03', '2024-02-29', '2024-03-28'],
    ['week', '2024-07-03', '2024-07-05', '2024-06-28', '2024-07-05'],
    ['day', '2024-07-04', '2024-07-03', '2024-07-02', '2024-07-03'],
  ] as const)('the %s of %s', (unit, day, key, from, to) => {
    expect(periodHolding(unit, day)).toEqual({ key, from, to });
  });

  it('follow one another without a gap', () => {
    for (const unit of ['year', 'quarter', 'month', 'week', 'day'] as const) {
      const period = periodHolding(unit, '2024-07-03');
      expect(periodBefore(unit, period).to).toBe(period.from);
    }
  });
});

const HISTORY = new URL('../../../../shared/facts/index-history.json', import.meta.url);

interface PublishedReturn {
  readonly index: string;
  readonly metric: string;
  readonly value: number;
  readonly as_of: string;
  readonly grade: string;
}

const OWN_PRICE: Record<string, string> = { 'Russell 2000': 'INDEX:RUSSELL2000', 'S&P 500': 'INDEX:SP500', 'Nasdaq-100': 'INDEX:NASDAQ100' };
/** Known to be wrong or of another kind: page of a partial year, price labelled as total. */
const NOT_COMPARED = (fact: PublishedReturn): boolean => fact.grade === 'adversarial' || fact.grade === 'weak';

describe.runIf(existsSync(HISTORY))('beside published calendar-year returns', () => {
  it('lies within 0.3 points of every one', () => {
    const { facts } = JSON.parse(readFileSync(HISTORY, 'utf8')) as { facts: PublishedReturn[] };
    const evidence = createEvidenceStore(loadBundledSnapshot());
    const off: string[] = [];
    let compared = 0;
    for (const fact of facts) {
      const isPrice = fact.metric === 'calendar_year_price_return';
      const isFundTotal = fact.metric === 'calendar_year_total_return' && /^(?:IWM|SPY|QQQ)$/.test(fact.index);
      if ((!isPrice && !isFundTotal) || NOT_COMPARED(fact)) continue;
      const own = evidence.series(isPrice ? (OWN_PRICE[fact.index] ?? '') : fact.index, isPrice ? 'price' : 'total');
      const found = own && calendarYearReturn(own, Number(fact.as_of.slice(0, 4)));
      if (!found) continue;
      compared += 1;
      if (Math.abs(found.percent - fact.value) > 0.3) off.push(`${fact.index} ${fact.as_of}: ${fact.value} published, ${found.percent.toFixed(2)} computed`);
    }
    expect(compared).toBeGreaterThan(60);
    expect(off).toEqual([]);
  });
});

if (!existsSync(HISTORY)) console.info('The published returns are not beside the project: nothing was compared with them.');
