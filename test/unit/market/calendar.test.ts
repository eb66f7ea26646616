import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addSessions, isTradingDay, lastSessionOfMonth, lastSessionOfYear, sessionOnOrAfter, sessionOnOrBefore } from '../../../lib/market/calendar.ts';
import { loadBundledSnapshot } from '../../support/bundled.ts';

describe("New York's sessions", () => {
  it.each([
    ['2026-01-01', 'New Year'],
    ['2026-01-19', 'Martin Luther King'],
    ['2025-02-17', "Washington's birthday"],
    ['2024-03-29', 'Good Friday'],
    ['2026-05-25', 'Memorial Day'],
    ['2026-06-19', 'Juneteenth'],
    ['2021-07-05', 'Independence Day on a Sunday, kept on Monday'],
    ['2026-07-03', 'Independence Day on a Saturday, kept on Friday'],
    ['2025-09-01', 'Labor Day'],
    ['2025-11-27', 'Thanksgiving'],
    ['2021-12-24', 'Christmas on a Saturday, kept on Friday'],
    ['2001-09-12', 'after the attacks'],
    ['2025-01-09', 'mourning for President Carter'],
    ['2024-06-01', 'a Saturday'],
  ])('none on %s: %s', (day) => {
    expect(isTradingDay(day)).toBe(false);
  });

  it.each([
    ['2021-12-31', 'the Friday before a Saturday New Year stays open'],
    ['1997-01-20', 'Martin Luther King was no holiday yet'],
    ['2021-06-18', 'nor Juneteenth'],
    ['2024-12-24', 'Christmas Eve, a short session'],
  ])('one on %s: %s', (day) => {
    expect(isTradingDay(day)).toBe(true);
  });

  it('ends months and years on their last session', () => {
    expect(lastSessionOfMonth('2024-03')).toBe('2024-03-28');
    expect(lastSessionOfMonth('2020-02')).toBe('2020-02-28');
    expect(lastSessionOfYear(2022)).toBe('2022-12-30');
  });

  it('moves by sessions over holidays, and by months without running over', () => {
    expect(addSessions('2024-07-03', 1)).toBe('2024-07-05');
    expect(addSessions('2026-01-20', -1)).toBe('2026-01-16');
    expect(addMonths('2025-03-31', 1)).toBe('2025-04-30');
    expect(addMonths('2025-01-15', -13)).toBe('2023-12-15');
  });

  it('finds the nearest session on either side of any day', () => {
    const day = fc.integer({ min: 0, max: 45 * 365 }).map((offset) => addDays('1985-01-01', offset));
    fc.assert(
      fc.property(day, (date) => {
        const before = sessionOnOrBefore(date);
        const after = sessionOnOrAfter(date);
        expect(isTradingDay(before) && isTradingDay(after)).toBe(true);
        expect(before <= date && date <= after).toBe(true);
        // The longest closing since 1985 was the four sessions of September 2001.
        expect(addDays(before, 7) > after).toBe(true);
      }),
    );
  });

  it('has a session on every day that a bundled series has a close', () => {
    const days = new Set(loadBundledSnapshot().series.flatMap(({ points }) => points.map(([day]) => day)));
    const wrong = [...days].filter((day) => day >= '1985-01-01' && !isTradingDay(day));
    expect(days.size).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });
});

const SERIES = new URL('../../../../shared/facts/index-series.json', import.meta.url);

describe.runIf(existsSync(SERIES))('beside the collected closes', () => {
  it('agrees with every date of thirty-three series', () => {
    const { series } = JSON.parse(readFileSync(SERIES, 'utf8')) as { series: Record<string, { points: [string, number][] }> };
    const days = Object.values(series).flatMap(({ points }) => points.map(([day]) => day));
    expect(days.filter((day) => day >= '1985-01-01' && !isTradingDay(day))).toEqual([]);
  });
});

if (!existsSync(SERIES)) console.info('The collected closes are not beside the project: dates were compared with the bundled ones only.');
