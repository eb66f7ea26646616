import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../lib/check/finding.ts';
import { evidenceFrom, figure, judged, levels } from './claims.ts';
import type { ClaimCase } from './claims.ts';

const SP500 = 'INDEX:SP500';
const R2000 = 'INDEX:RUSSELL2000';
const outcome = ({ verdict, reason }: Finding): string => `${verdict} ${reason}`;

const threshold = (dollars: number, from: string | null, to: string | null) =>
  figure(SP500, 'eligibility_market_cap', dollars, from ?? '2020-01-01', { unit: 'USD', inForce: [from, to], method: 'smallest market value' });
const thresholds = evidenceFrom({ observations: [threshold(20.5e9, '2025-01-02', '2025-06-30'), threshold(22.7e9, '2025-07-01', null)] });
const needs = (dollars: number, more: Partial<ClaimCase> = {}): ClaimCase => ({
  metric: 'eligibility_market_cap',
  subject: SP500,
  value: dollars,
  halfUnit: 0.05e9,
  unit: 'USD',
  qualifier: 'over',
  ...more,
});

describe('a threshold', () => {
  it('is exact and judged by what was in force', () => {
    expect(outcome(judged(needs(22.7e9), '2025-09-01', thresholds))).toBe('supported fits-rule');
    expect(outcome(judged(needs(20.5e9), '2025-09-01', thresholds))).toBe('contradicted outside-rule');
    expect(outcome(judged(needs(18e9), '2025-09-01', thresholds))).toBe('contradicted outside-rule');
  });
  it('that was right and has been replaced is outdated, unless the text says when', () => {
    expect(outcome(judged(needs(20.5e9), '2025-05-21', thresholds))).toBe('outdated rule-changed-since');
    expect(outcome(judged(needs(20.5e9, { stated: ['2025-05-01', '2025-05-31'] }), '2025-05-21', thresholds))).toBe('supported fits-rule');
    expect(outcome(judged(needs(20.5e9, { past: true }), '2025-05-21', thresholds))).toBe('supported fits-rule');
  });
  it('without a date is only held to what was never in force', () => {
    expect(outcome(judged(needs(22.7e9), null, thresholds))).toBe('supported fits-rule');
    expect(outcome(judged(needs(20.5e9), null, thresholds))).toBe('unverifiable no-date');
    expect(outcome(judged(needs(5e9), null, thresholds))).toBe('contradicted outside-rule');
  });
  it('of another kind, orders of magnitude away, refutes nothing', () => {
    expect(outcome(judged(needs(30e6), '2025-09-01', thresholds))).toBe('unverifiable no-data');
  });
  it('may be the lower or the upper of two', () => {
    const band = evidenceFrom({ observations: [threshold(8e9, '2025-07-01', null), threshold(22.7e9, '2025-07-01', null)] });
    expect(outcome(judged(needs(8e9), '2025-09-01', band))).toBe('supported fits-rule');
    expect(outcome(judged(needs(22.7e9), '2025-09-01', band))).toBe('supported fits-rule');
  });
});

describe('a schedule', () => {
  const schedule = (text: string, from: string | null, to: string | null, source = 'one') =>
    figure(R2000, 'reconstitution', 0, from ?? '2000-01-01', { unit: 'schedule', text, inForce: [from, to], source, method: source });
  const rules = evidenceFrom({
    observations: [
      schedule('annual:June', '1989-06-30', '2025-12-31'),
      schedule('semi-annual:June,November', '2026-01-01', null, 'first announcement'),
      schedule('semi-annual:June,December', '2026-01-01', null, 'later document'),
      schedule('rank day:April', '2023-04-01', null),
    ],
  });
  const says = (text: string): ClaimCase => ({ metric: 'reconstitution', subject: R2000, value: 0, halfUnit: 0, unit: 'schedule', text });

  it.each([
    ['annual', '2025-03-01', 'outdated rule-changed-since'],
    ['annual:June', '2024-03-01', 'outdated rule-changed-since'],
    ['annual:May', '2024-03-01', 'contradicted outside-rule'],
    ['semi-annual', '2026-03-01', 'supported fits-rule'],
    ['semi-annual:June,November', '2026-03-01', 'unverifiable sources-disagree'],
    ['semi-annual:June', '2026-03-01', 'supported fits-rule'],
    ['quarterly', '2026-03-01', 'contradicted outside-rule'],
    ['rank day:April', '2026-03-01', 'supported fits-rule'],
    ['rank day:May', '2026-03-01', 'contradicted outside-rule'],
  ])('%s, written on %s: %s', (text, published, expected) => {
    expect(outcome(judged(says(text), published, rules))).toBe(expected);
  });

  it('holds for the funds of the index too', () => {
    const finding = judged({ ...says('semi-annual'), subject: 'IWM' }, '2026-03-01', rules);
    expect(outcome(finding)).toBe('supported fits-rule');
    expect(finding.notes).toEqual(['index-for-fund']);
  });
});

describe('a screen', () => {
  const screens = evidenceFrom({ observations: [figure(R2000, 'profitability_screen', 0, '2020-01-01', { unit: 'flag', text: 'false', inForce: [null, null] })] });
  it.each([
    ['false', 'supported fits-rule'],
    ['true', 'contradicted outside-rule'],
  ])('said to be %s', (text, expected) => {
    expect(outcome(judged({ metric: 'profitability_screen', subject: R2000, value: 0, halfUnit: 0, unit: 'flag', text }, '2025-03-11', screens))).toBe(expected);
  });
});

describe('a level', () => {
  const closes = evidenceFrom({ series: [levels(SP500, 'price', [['2024-11-29', 6032.38], ['2024-12-31', 5881.63]])] });
  const level = (value: number, more: Partial<ClaimCase> = {}): ClaimCase => ({ metric: 'index_level', subject: SP500, value, halfUnit: 0.5, unit: 'points', past: true, ...more });
  it.each<[string, ClaimCase, string]>([
    ['a year’s close', level(5882, { period: 'calendar:2024', quote: 'finished 2024 at 5,882' }), 'supported fits'],
    ['another year’s close', level(7215, { period: 'calendar:2024', quote: 'finished 2024 at 7,215' }), 'contradicted outside-every-definition'],
    ['a level some time in the month', level(5700, { period: 'month:2024-12', quote: 'was at 5,700' }), 'unverifiable data-too-coarse'],
    ['a day on record', level(6032, { stated: ['2024-11-29', '2024-11-29'], quote: 'closed at 6,032' }), 'supported fits'],
    ['the wrong close of a day on record', level(6100, { stated: ['2024-11-29', '2024-11-29'], quote: 'closed at 6,100' }), 'contradicted outside-every-definition'],
    ['a day between', level(6050, { stated: ['2024-12-10', '2024-12-10'], quote: 'closed at 6,050' }), 'unverifiable data-too-coarse'],
    ['a high within the day', level(6044, { stated: ['2024-11-29', '2024-11-29'], quote: 'touched 6,044' }), 'unverifiable data-too-coarse'],
    ['the article’s own day', level(5700, { quote: 'closed at 5,700' }), 'unverifiable data-too-coarse'],
  ])('%s', (_what, claim, expected) => {
    expect(outcome(judged(claim, '2025-01-02', closes))).toBe(expected);
  });
});
