import { describe, expect, it } from 'vitest';
import { calendarYearOf, formatAsOf, formatDate, formatShortDate, grainOf, parseDay, whenWords } from '../../../lib/present/dates.ts';
import {
  decimalsWritten,
  formatClaim,
  formatFigure,
  formatInterval,
  formatSchedule,
  formatStreakClaim,
} from '../../../lib/present/format.ts';
import { ENGLISH, type Language } from '../../../lib/present/language.ts';
import { formatPeriod } from '../../../lib/present/periods.ts';
import type { ClaimValue, Qualifier } from '../../../lib/detect/detection.ts';
import type { Unit } from '../../../lib/market/metric.ts';
import { makeClaim } from '../../support/fixtures.ts';

const value = (low: number, halfUnit: number, high = low, text: string | null = null): ClaimValue => ({
  low, high, halfUnit, isFraction: false, text,
});

describe('figures by unit', () => {
  it.each<[number, Unit, string]>([
    [17.4, 'x', '17.4'],
    [19.72, 'x', '19.72'],
    [-25.9, '%', '−25.9%'],
    [0.85, '%', '0.85%'],
    [8.3, 'pp', '8.3 percentage points'],
    [1, 'pp', '1 percentage point'],
    [-13.2, 'pp', '−13.2 percentage points'],
    [22_700_000_000, 'USD', '$22.7 billion'],
    [30_000_000, 'USD', '$30 million'],
    [3_400_000_000_000, 'USD', '$3.4 trillion'],
    [1, 'USD', '$1'],
    [5.2, 'USD', '$5.20'],
    [-1_500_000, 'USD', '−$1.5 million'],
    [12_345, 'USD', '$12,345'],
    [1924, 'count', '1,924'],
    [2525.6, 'points', '2,525.6 points'],
    [1984, 'year', '1984'],
  ])('%d %s reads %s', (figure, unit, expected) => {
    expect(formatFigure(figure, unit)).toBe(expected);
  });

  it('uses a true minus sign and a plus only when asked', () => {
    expect(formatFigure(-3, '%')).not.toContain('-');
    expect(formatFigure(3.42, '%', { signed: true, decimals: 1 })).toBe('+3.4%');
    expect(formatFigure(0, '%', { signed: true, decimals: 1 })).toBe('0.0%');
    expect(formatFigure(2_000_000, 'USD', { signed: true })).toBe('+$2 million');
  });

  it('follows the locale', () => {
    const GERMAN: Language = { ...ENGLISH, locale: 'de-DE' };
    expect(formatFigure(1924.5, 'x', { language: GERMAN })).toBe('1.924,5');
    expect(formatDate('2026-05-05', GERMAN)).toBe('5. Mai 2026');
  });

  it('writes intervals with open ends', () => {
    expect(formatInterval(30, null, 'x')).toBe('over 30');
    expect(formatInterval(null, 5, '%')).toBe('under 5%');
    expect(formatInterval(30, 40, '%')).toBe('30% to 40%');
    expect(formatInterval(17.4, 17.4, 'x')).toBe('17.4');
    expect(formatInterval(null, null, 'x')).toBeNull();
  });
});

describe('decimals as written', () => {
  it.each<[ClaimValue, Unit, number | undefined]>([
    [value(17, 0.5), 'x', 0],
    [value(17.45, 0.005), 'x', 2],
    [value(8.5, 0.05), '%', 1],
    [value(22_700_000_000, 50_000_000), 'USD', 1],
    [value(30_000_000, 500_000), 'USD', 0],
    [value(2000, 500), 'count', 0],
    [value(33.33, 0), '%', undefined],
  ])('%o in %s has %s', (written, unit, expected) => {
    expect(decimalsWritten(written, unit)).toBe(expected);
  });
});

describe('what the article says', () => {
  const claim = (metric: string, unit: Unit, v: ClaimValue, qualifier: Qualifier = 'exact') =>
    makeClaim({ metric: metric as 'pe', unit, value: v, qualifier });

  it.each<[ReturnType<typeof claim>, string, string]>([
    [claim('pe', 'x', value(17, 0.5)), '17', '17'],
    [claim('pe', 'x', value(20, 0.05)), '20.0', '20.0'],
    [claim('return_vs', 'pp', value(8, 0.5), 'over'), 'more than 8 percentage points ahead', 'a lead of more than 8 percentage points'],
    [claim('return', '%', value(-25, 0.5), 'over'), 'down more than 25%', 'a fall of more than 25%'],
    [claim('return', '%', value(-10, 0.5, -5), 'range'), 'down 5% to 10%', 'a fall of 5% to 10%'],
    [claim('return', '%', value(-2, 0.5, 3), 'range'), '−2% to 3%', '−2% to 3%'],
    [claim('return', '%', value(0, 0.5)), 'up 0%', 'a gain of 0%'],
    [claim('unprofitable_share', '%', value(30, 0.5, 40), 'range'), '30% to 40%', '30% to 40%'],
    [claim('eligibility_market_cap', 'USD', value(30e6, 5e5), 'over'), 'at least $30 million', 'at least $30 million'],
    [claim('reconstitution', 'schedule', value(0, 0, 0, 'annual:June')), 'once a year, in June', 'once a year, in June'],
    [claim('profitability_screen', 'flag', value(0, 0, 0, 'false')), 'no', 'no'],
    [claim('profitability_screen', 'flag', value(1, 0)), 'yes', 'yes'],
    [claim('streak', 'year', value(2020, 0)), 'no calendar year ahead since 2020', 'no calendar year ahead since 2020'],
  ])('case %#', (made, short, directed) => {
    expect(formatClaim(made)).toBe(short);
    expect(formatClaim(made, { directed: true })).toBe(directed);
  });

  it('writes streaks and records', () => {
    expect(formatStreakClaim(value(6, 0, 6, 'run month up'))).toBe('6 months up in a row');
    expect(formatStreakClaim(value(0, 0, 0, 'best quarter since quarter:2020Q2'))).toBe('the best quarter since the second quarter of 2020');
    expect(formatStreakClaim(value(0, 0, 0, 'worst month since month:2020-03'))).toBe('the worst month since March 2020');
    expect(formatStreakClaim(value(0, 0, 0, 'best year'))).toBe('the best calendar year on record');
    expect(formatStreakClaim(value(3, 0, 3, 'nonsense'))).toBe('nonsense');
  });

  it('writes schedules', () => {
    expect(formatSchedule('semi-annual:June,November')).toBe('twice a year, in June and November');
    expect(formatSchedule('rank day:May')).toBe('rank day, in May');
    expect(formatSchedule('every leap year')).toBe('every leap year');
  });
});

describe('dates', () => {
  it.each<[string, string, string, string]>([
    ['2026-05-05', '2026-05-05', '5 May 2026', 'on 5 May 2026'],
    ['2024-09-01', '2024-09-30', 'September 2024', 'in September 2024'],
    ['2024-02-01', '2024-02-29', 'February 2024', 'in February 2024'],
    ['2026-01-01', '2026-03-31', 'the first quarter of 2026', 'in the first quarter of 2026'],
    ['2020-01-01', '2020-12-31', '2020', 'in 2020'],
    ['2024-01-01', '2025-12-31', '2024 to 2025', 'between 2024 and 2025'],
    ['2026-06-01', '2026-07-31', 'June 2026 to July 2026', 'between June 2026 and July 2026'],
    ['1984-01-01', '2026-10-07', 'since 1 January 1984', 'since 1 January 1984'],
  ])('%s to %s', (from, to, asOf, when) => {
    expect(formatAsOf({ from, to })).toBe(asOf);
    expect(whenWords({ from, to })).toBe(when);
  });

  it('names a span by both ends', () => {
    expect(formatAsOf({ from: '2026-05-01', to: '2026-05-05' })).toMatch(/^1\s?–\s?5 May 2026$/); // spacing is the runtime's
    expect(whenWords({ from: '2026-05-01', to: '2026-06-09' })).toBe('between 1 May 2026 and 9 June 2026');
    expect(grainOf({ from: '2026-02-01', to: '2026-04-30' })).toBe('months');
    expect(grainOf({ from: '2026-02-02', to: '2026-04-30' })).toBe('span');
    expect(formatAsOf({ from: '2026-05-05', to: '2026-05-01' })).toBe('5 May 2026 to 1 May 2026');
  });

  it('knows a calendar year between two closes', () => {
    expect(calendarYearOf('2022-12-30', '2023-12-29')).toBe('2023');
    expect(calendarYearOf('2022-12-30', '2024-12-31')).toBeNull();
    expect(calendarYearOf('2022-11-30', '2023-12-29')).toBeNull();
  });

  it('gives back what is no day', () => {
    expect(parseDay('2026-02-30')).toBeNull();
    expect(formatDate('mid-2026')).toBe('mid-2026');
    expect(formatShortDate('2026-01-16')).toBe('16 Jan 2026');
    expect(formatAsOf({ from: 'early', to: 'late' })).toBe('early to late');
    expect(formatAsOf({ from: 'early', to: 'early' })).toBe('early');
  });
});

describe('periods in words', () => {
  it.each<[string, string]>([
    ['YTD', 'this year so far'],
    ['MTD', 'this month so far'],
    ['QTD', 'this quarter so far'],
    ['day', 'on the day'],
    ['week', 'over the week'],
    ['5D', '5 days'],
    ['1W', '1 week'],
    ['15M', '15 months'],
    ['10Y', '10 years'],
    ['since:2022-12-31', 'since 31 December 2022'],
    ['since:2024-09', 'since September 2024'],
    ['since:2000', 'since 2000'],
    ['calendar:2020', 'calendar year 2020'],
    ['month:2025-05', 'May 2025'],
    ['quarter:2026Q1', 'the first quarter of 2026'],
    ['range:2021-12-31..2022-09-30', '31 December 2021 to 30 September 2022'],
    ['range:2020-2025', '2020 to 2025'],
    ['avg:25Y', '25-year average'],
    ['inception', 'since launch'],
    ['something else', 'something else'],
  ])('%s reads %s', (period, words) => {
    expect(formatPeriod(period)).toBe(words);
  });

  it('names the end of a running window and says annualised', () => {
    expect(formatPeriod('YTD', { until: '2026-01-16' })).toBe('this year to 16 January 2026');
    expect(formatPeriod('day', { until: '2026-01-16' })).toBe('on 16 January 2026');
    expect(formatPeriod('since:2022-12-31', { until: '2025-09-30' })).toBe('since 31 December 2022, to 30 September 2025');
    expect(formatPeriod('10Y', { annualized: true })).toBe('10 years, annualised');
  });
});
