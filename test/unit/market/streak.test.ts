import { expect, it } from 'vitest';
import { formatStreak, parseStreak } from '../../../lib/market/streak.ts';
import type { StreakForm } from '../../../lib/market/streak.ts';

const FORMS: readonly StreakForm[] = [
  { kind: 'run', unit: 'month', direction: 'up' },
  { kind: 'not-since', unit: 'year', direction: 'ahead' },
  { kind: 'record', unit: 'quarter', extreme: 'best', since: 'quarter:2020Q2' },
  { kind: 'record', unit: 'day', extreme: 'worst', since: null },
];

it.each(FORMS)('a form reads as it is written: %o', (form) => {
  expect(parseStreak(formatStreak(form))).toEqual(form);
});

it('a claim without text is "no year ahead since"', () => {
  expect(parseStreak(null)).toEqual({ kind: 'not-since', unit: 'year', direction: 'ahead' });
});

it.each(['', 'run', 'run decade up', 'run month sideways', 'best', 'best month until 1999', 'not since year', 'fastest month'])('"%s" is no form', (text) => {
  expect(parseStreak(text)).toBeNull();
});
