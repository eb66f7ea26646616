import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEvidenceStore } from '../../../lib/data/snapshot.ts';
import { annualise, arithmeticYearly, calendarYearReturn, closeOn, compound, levelsBetween, periodBefore, periodHolding, returnBetween } from '../../../lib/market/returns.ts';
import type { LevelSeries } from '../../../lib/market/observation.ts';
import { loadBundledSnapshot } from '../../support/bundled.ts';
import { PUBLISHED_RETURNS, PUBLISHED_SPANS } from '../../support/published-returns.ts';

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

describe('beside published returns', () => {
  const evidence = createEvidenceStore(loadBundledSnapshot());

  it.each(PUBLISHED_RETURNS)('$on, $basis, every calendar year to 0.3 points: $source', ({ on, basis, firstYear, percent }) => {
    const series = evidence.series(on, basis)!;
    const off = percent.flatMap((published, at) => {
      const year = firstYear + at;
      const computed = calendarYearReturn(series, year)?.percent ?? Number.NaN;
      return Math.abs(computed - published) <= 0.3 ? [] : [`${year}: ${published} published, ${computed.toFixed(2)} computed`];
    });
    expect(off).toEqual([]);
  });

  it.each(PUBLISHED_SPANS)('$on, $basis, $days: $percent', ({ on, basis, days: [from, to], percent }) => {
    const computed = returnBetween(evidence.series(on, basis)!, from, to)?.percent ?? Number.NaN;
    expect(Math.abs(computed - percent)).toBeLessThanOrEqual(0.3);
  });
});
