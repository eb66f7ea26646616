import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSessions } from '../../../lib/market/calendar.ts';
import type { LevelSeries } from '../../../lib/market/observation.ts';
import {
  calendarYears,
  drawdown,
  excessReturn,
  lastClose,
  lastMonthEnd,
  returnSince,
  runTo,
  yearsTo,
  yearToDate,
} from '../../../lib/market/performance.ts';
import { compound } from '../../../lib/market/returns.ts';

const seriesOf = (points: LevelSeries['points'], instrument = 'INDEX:TEST'): LevelSeries => ({
  instrument,
  basis: 'price',
  points,
  source: { title: 'test', url: null },
});

/** Year-ends, and some days of 2024: 4 July was a holiday, 5 July is missing. */
const SERIES = seriesOf([
  ['2020-12-31', 50],
  ['2021-12-31', 60],
  ['2022-12-30', 48],
  ['2023-12-29', 80],
  ['2024-06-28', 92],
  ['2024-07-03', 96],
  ['2024-07-08', 100],
]);

describe('a year to date', () => {
  it('runs from the last close of the year before to the last one on record', () => {
    // 96 / 80
    expect(yearToDate(SERIES, '2024-07-04')).toMatchObject({ percent: expect.closeTo(20, 10), from: ['2023-12-29', 80], to: ['2024-07-03', 96] });
    expect(yearToDate(SERIES, '2024-07-31')?.to).toEqual(['2024-07-08', 100]);
  });

  it('is not known without a close of its own year', () => {
    expect(yearToDate(SERIES, '2023-06-30')).toBeNull();
    expect(yearToDate(SERIES, '2019-06-30')).toBeNull();
  });
});

describe('a return since a day', () => {
  it('begins with the close of the day, or of the session before it', () => {
    // 100 / 96 on the eve of the holiday
    expect(returnSince(SERIES, '2024-07-04', '2024-07-08')?.percent).toBeCloseTo(100 / 0.96 - 100, 10);
    expect(returnSince(SERIES, '2024-07-03', '2024-07-08')?.from).toEqual(['2024-07-03', 96]);
  });

  it('takes no other close for one that is missing', () => {
    expect(returnSince(SERIES, '2024-07-05', '2024-07-08')).toBeNull();
  });
});

describe('a return over years', () => {
  it('compounds to the whole', () => {
    // 80 / 50 = 1.6 over three years: 16.96 % a year
    const found = yearsTo(SERIES, 3, '2023-12-29');
    expect(found?.percent).toBeCloseTo(60, 10);
    expect(found?.yearly).toBeCloseTo(16.961, 3);
  });

  it('counts from month end to month end, whatever day that is', () => {
    const months = seriesOf([['2021-02-26', 10], ['2022-02-28', 11], ['2023-02-28', 12], ['2024-02-29', 15]]);
    expect(yearsTo(months, 1, '2024-02-29')?.from[0]).toBe('2023-02-28');
    // 31 December 2023 is a Sunday: its last session stands for it.
    expect(yearsTo(SERIES, 1, '2023-12-31')?.from[0]).toBe('2022-12-30');
  });

  it('is not known without either close', () => {
    expect(yearsTo(SERIES, 5, '2023-12-29')).toBeNull();
    expect(yearsTo(SERIES, 1, '2024-07-03')).toBeNull();
  });
});

describe('an excess return', () => {
  it('is the difference in points between the same closes', () => {
    const other = seriesOf([['2022-12-30', 200], ['2023-12-29', 250]]);
    // 66.67 % less 25 %
    expect(excessReturn(SERIES, other, '2022-12-30', '2023-12-29')).toBeCloseTo(41.6667, 4);
    expect(excessReturn(SERIES, other, '2021-12-31', '2023-12-29')).toBeNull();
  });
});

describe('calendar years', () => {
  it('are those with both closes, the newest first', () => {
    expect(calendarYears(SERIES).map(({ year, percent }) => [year, Math.round(percent * 100) / 100])).toEqual([[2023, 66.67], [2022, -20], [2021, 20]]);
    expect(calendarYears(seriesOf([]))).toEqual([]);
    expect(calendarYears(seriesOf([['2019-12-31', 5], ['2021-12-31', 6], ['2022-12-30', 7]])).map(({ year }) => year)).toEqual([2022]);
  });
});

describe('the deepest fall', () => {
  it('is from the highest close so far to the lowest after it', () => {
    // 100, 120, 90, 110, 95, 130: 90 / 120
    const points: LevelSeries['points'] = [100, 120, 90, 110, 95, 130].map((level, at) => [`2024-01-0${at + 2}`, level]);
    const series = seriesOf(points);
    expect(drawdown(series, '2024-01-01', '2024-12-31')).toEqual({
      percent: expect.closeTo(-25, 10), peak: ['2024-01-03', 120], trough: ['2024-01-04', 90], recovered: '2024-01-07',
    });
    // Before the recovery, and from after the peak: 95 / 110
    expect(drawdown(series, '2024-01-01', '2024-01-06')?.recovered).toBeNull();
    expect(drawdown(series, '2024-01-05', '2024-12-31')?.percent).toBeCloseTo(-13.636, 3);
  });

  it('of what never fell is nothing', () => {
    expect(drawdown(SERIES, '2023-01-01', '2024-12-31')).toMatchObject({ percent: 0, recovered: null });
    expect(drawdown(SERIES, '2024-07-08', '2024-12-31')).toBeNull();
  });

  it('is never less deep than the fall between any two closes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 30 }), (levels) => {
        const series = seriesOf(levels.map((level, at) => [`2024-01-${String(at + 1).padStart(2, '0')}`, level]));
        const falls = levels.flatMap((from, at) => levels.slice(at).map((to) => (to / from - 1) * 100));
        expect(drawdown(series, '2024-01-01', '2024-12-31')?.percent).toBeCloseTo(Math.min(...falls), 9);
      }),
    );
  });
});

describe('a run', () => {
  const other = seriesOf([['2020-12-31', 100], ['2021-12-31', 110], ['2022-12-30', 99], ['2023-12-29', 120], ['2024-12-31', 130]]);

  it('is as many periods as have the same sign', () => {
    expect(runTo(SERIES, 'year', '2023-12-29')).toMatchObject({ direction: 'up', count: 1, isWhole: true });
    expect(runTo(SERIES, 'year', '2022-12-31')).toMatchObject({ direction: 'down', count: 1, isWhole: true });
  });

  it('against another series is ahead or behind, in points', () => {
    // 2021: 20 against 10; 2022: −20 against −10; 2023: 66.7 against 21.2
    expect(runTo(SERIES, 'year', '2023-12-29', other)).toMatchObject({ direction: 'ahead', count: 1, isWhole: true });
    expect(runTo(other, 'year', '2022-12-30', SERIES)).toMatchObject({ direction: 'ahead', count: 1 });
  });

  it('may be longer where the record ends first', () => {
    expect(runTo(seriesOf([['2021-12-31', 1], ['2022-12-30', 2], ['2023-12-29', 3]]), 'year', '2024-05-01')).toMatchObject({
      count: 2, isWhole: false, first: { key: '2022' }, last: { key: '2023' },
    });
  });

  it('ends with the last whole period, and needs its closes', () => {
    expect(runTo(SERIES, 'year', '2023-12-28')?.last.key).toBe('2022');
    expect(runTo(SERIES, 'year', '2025-12-31')).toBeNull();
    expect(runTo(seriesOf([['2022-12-30', 2], ['2023-12-29', 2]]), 'year', '2023-12-29')).toBeNull();
  });

  it('counts sessions too, over week-ends and holidays', () => {
    // Wednesday to Monday over 4 July: up on each of three sessions.
    const days = seriesOf([['2024-07-02', 1], ['2024-07-03', 2], ['2024-07-05', 3], ['2024-07-08', 4]]);
    expect(runTo(days, 'day', '2024-07-08')).toMatchObject({ direction: 'up', count: 3, isWhole: false });
  });
});

describe('closes on record', () => {
  it('the last one up to a day', () => {
    expect(lastClose(SERIES, '2024-07-07')).toEqual(['2024-07-03', 96]);
    expect(lastClose(SERIES, '2019-01-01')).toBeNull();
  });

  it('the last end of a month up to a day', () => {
    expect(lastMonthEnd([SERIES], '2024-07-08')).toBe('2024-06-28');
    expect(lastMonthEnd([SERIES], '2024-06-28')).toBe('2024-06-28');
    expect(lastMonthEnd([SERIES], '2024-06-27')).toBe('2023-12-29');
    expect(lastMonthEnd([SERIES], '2020-06-27')).toBeNull();
  });

  it('the last end of a month that several have', () => {
    const weekly = seriesOf([['2022-12-30', 1], ['2024-06-21', 2], ['2024-07-05', 3]]);
    expect(lastMonthEnd([SERIES, weekly], '2024-07-08')).toBe('2022-12-30');
    expect(lastMonthEnd([SERIES, seriesOf([])], '2024-07-08')).toBeNull();
  });
});

describe('any daily series', () => {
  const dailies = fc.array(fc.double({ min: 0.9, max: 1.1, noNaN: true }), { minLength: 300, maxLength: 320 }).map((moves) => {
    let level = 100;
    return seriesOf(moves.map((move, at): [string, number] => [addSessions('2021-12-30', at + 1), (level *= move)]));
  });

  it('has years to date and returns since that chain to the whole', () => {
    fc.assert(
      fc.property(dailies, (series) => {
        const year = yearToDate(series, '2022-12-30');
        const rest = returnSince(series, '2022-12-30', '2023-12-31');
        const whole = returnSince(series, '2021-12-31', '2023-12-31');
        expect(year && rest && (1 + year.percent / 100) * (1 + rest.percent / 100)).toBeCloseTo(1 + (whole?.percent ?? 0) / 100, 9);
        const one = yearsTo(series, 1, '2022-12-30');
        expect(one?.yearly).toBeCloseTo(year?.percent ?? 0, 9);
        expect(compound(one?.yearly ?? 0, 1)).toBeCloseTo(one?.percent ?? 0, 9);
      }),
      { numRuns: 20 },
    );
  });
});
