import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../lib/check/finding.ts';
import { lastSessionOfYear } from '../../../lib/market/calendar.ts';
import { evidenceFrom, judged, levels } from './claims.ts';
import type { ClaimCase } from './claims.ts';

const R2000 = 'INDEX:RUSSELL2000';
const SP500 = 'INDEX:SP500';
const outcome = ({ verdict, reason }: Finding): string => `${verdict} ${reason}`;

/** Closes of year ends from yearly changes in per cent, beginning with the close before the first year. */
function years(id: string, basis: 'price' | 'total', first: number, changes: readonly number[]) {
  let level = 100;
  const points: [string, number][] = [[lastSessionOfYear(first - 1), level]];
  changes.forEach((change, index) => {
    level *= 1 + change / 100;
    points.push([lastSessionOfYear(first + index), level]);
  });
  return levels(id, basis, points);
}

/** 2020 ahead by 2, then behind five times. */
const own = [18, 14, -22, 15, 10, 11];
const other = [16, 27, -19, 24, 23, 16];
const behind = evidenceFrom({
  series: (['price', 'total'] as const).flatMap((basis) => [years(R2000, basis, 2020, own), years(SP500, basis, 2020, other)]),
});
const streak = (more: Partial<ClaimCase>): ClaimCase => ({ metric: 'streak', subject: R2000, value: 0, unit: 'count', halfUnit: 0, past: true, ...more });
const run = (count: number, direction: string, more: Partial<ClaimCase> = {}): ClaimCase =>
  streak({ value: count, text: `run year ${direction}`, period: 'calendar:2025', ...more });

describe('a run of years', () => {
  it.each([
    [5, 'supported fits-streak'],
    [6, 'contradicted streak-broken'],
    [3, 'supported fits-understated'],
    [7, 'contradicted streak-broken'],
  ])('%d in a row behind the benchmark', (count, expected) => {
    expect(outcome(judged(run(count, 'behind', { benchmark: SP500 }), '2026-01-07', behind))).toBe(expected);
  });

  it('ends with the last year that was over, when none is named', () => {
    const { period: _named, ...open } = run(5, 'behind', { benchmark: SP500 });
    expect(outcome(judged(open, '2026-03-07', behind))).toBe('supported fits-streak');
    expect(outcome(judged(open, null, behind))).toBe('unverifiable no-date');
  });

  it('of gains needs no benchmark', () => {
    expect(outcome(judged(run(3, 'up'), '2026-01-07', behind))).toBe('supported fits-streak');
    expect(outcome(judged(run(4, 'up'), '2026-01-07', behind))).toBe('contradicted streak-broken');
  });

  it('that reaches beyond the record is left open', () => {
    expect(outcome(judged(run(4, 'up', { period: 'calendar:2019' }), '2020-01-07', behind))).toBe('unverifiable data-too-coarse');
  });

  it('against nobody is left open', () => {
    expect(outcome(judged(run(5, 'behind'), '2026-01-07', behind))).toBe('unverifiable no-subject');
  });

  it('that only dividends break depends on the definition', () => {
    const flips = evidenceFrom({
      series: [
        years(R2000, 'price', 2024, [10, 11]),
        years(SP500, 'price', 2024, [11, 12]),
        years(R2000, 'total', 2024, [13, 14]),
        years(SP500, 'total', 2024, [12, 15]),
      ],
    });
    expect(outcome(judged(run(2, 'behind', { benchmark: SP500 }), '2026-01-07', flips))).toBe('definition-dependent order-depends-on-definition');
    expect(outcome(judged(run(2, 'behind', { benchmark: SP500, definition: 'price_return' }), '2026-01-07', flips))).toBe('supported fits-streak');
  });
});

describe('"not since"', () => {
  const since = (year: number): ClaimCase => streak({ value: year, unit: 'year', benchmark: SP500, period: `calendar:${year}`, past: false });
  it('the year that was the last one', () => {
    expect(outcome(judged(since(2020), '2026-01-20', behind))).toBe('supported fits-streak');
  });
  it('a later year had it after all', () => {
    expect(outcome(judged({ ...since(2019), text: 'not since year up', value: 2021, period: 'calendar:2021' }, '2026-01-20', behind))).toBe('contradicted streak-broken');
  });
  it('true to the letter, but the named year had it not either: left open', () => {
    expect(outcome(judged(since(2022), '2026-01-20', behind))).toBe('unverifiable too-close-to-call');
  });
});

describe('a record', () => {
  const record = (text: string, period: string): ClaimCase => streak({ text, period, unit: 'year', value: 0 });
  it('since a year: every year between is looked at, and the named one was better', () => {
    expect(outcome(judged(record('best year since 2020', 'calendar:2023'), '2024-01-05', behind))).toBe('supported fits-streak');
    expect(outcome(judged(record('best year since 2020', 'calendar:2025'), '2026-01-05', behind))).toBe('contradicted streak-broken');
    expect(outcome(judged(record('worst year since 2020', 'calendar:2022'), '2023-01-05', behind))).toBe('unverifiable too-close-to-call');
  });
  it('of all time can be refuted, not confirmed', () => {
    expect(outcome(judged(record('best year', 'calendar:2023'), '2024-01-05', behind))).toBe('contradicted streak-broken');
    expect(outcome(judged(record('best year', 'calendar:2020'), '2021-01-05', behind))).toBe('unverifiable data-too-coarse');
  });
  it('with a hole in the record is left open, unless what is there refutes it', () => {
    const holed = evidenceFrom({
      series: (['price', 'total'] as const).map((basis) =>
        levels(R2000, basis, [
          ['2018-12-31', 100],
          ['2019-12-31', 130],
          ['2021-12-31', 140],
          ['2022-12-30', 150],
          ['2023-12-29', 170],
        ]),
      ),
    });
    expect(outcome(judged(record('best year since 2019', 'calendar:2023'), '2024-01-05', holed))).toBe('unverifiable data-too-coarse');
    expect(outcome(judged(record('best year since 2018', 'calendar:2023'), '2024-01-05', holed))).toBe('contradicted streak-broken');
  });
});

it('a form that nobody knows is not checkable', () => {
  expect(outcome(judged(streak({ text: 'longest month ever' }), '2026-01-20', behind))).toBe('unverifiable not-checkable');
});
