import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../lib/check/finding.ts';
import { evidenceFrom, figure, judged } from './claims.ts';
import type { ClaimCase } from './claims.ts';

const R2000 = 'INDEX:RUSSELL2000';
const SP500 = 'INDEX:SP500';
const outcome = ({ verdict, reason }: Finding): string => `${verdict} ${reason}`;

/** The Russell 2000 in spring 2025: 15.2 without loss-makers, 32.1 with everyone. */
const LEFT_OUT = figure('IWM', 'pe', 15.2, '2025-04-15', { definitions: ['trailing', 'excl_negative'], method: 'iShares, loss-makers left out' });
const EVERYONE = figure(R2000, 'pe', 32.1, '2025-04-15', { definitions: ['trailing', 'incl_negative'], method: 'WSJ, all companies' });
const FORWARD = figure(R2000, 'pe_forward', 24, '2025-04-15', { definitions: ['forward', 'incl_negative'], method: 'consensus' });
const both = evidenceFrom({ observations: [LEFT_OUT, EVERYONE] });
const pe = (value: number, more: Partial<ClaimCase> = {}): ClaimCase => ({ metric: 'pe', subject: R2000, value, halfUnit: 0.05, unit: 'x', ...more });

describe('a P/E of a small-cap index', () => {
  it('with nothing stated depends on the definition, and the one that fits is named', () => {
    const finding = judged(pe(15.2), '2025-04-20', both);
    expect(outcome(finding)).toBe('definition-dependent fits-one-definition');
    expect(finding.notes).toContain('leaves-out-loss-makers');
    expect(finding.evidence.filter((one) => one.fits).map((one) => one.definitions)).toEqual([['trailing', 'excl_negative']]);
  });

  it('is held to the definition that is stated', () => {
    const fits = judged(pe(15.2, { definition: 'excl_negative' }), '2025-04-20', both);
    expect(outcome(fits)).toBe('supported fits-stated-definition');
    expect(fits.notes).toContain('leaves-out-loss-makers');
    expect(outcome(judged(pe(15.2, { definition: 'incl_negative' }), '2025-04-20', both))).toBe('contradicted outside-stated-definition');
    expect(outcome(judged(pe(32.1, { definition: 'incl_negative' }), '2025-04-20', both))).toBe('supported fits-stated-definition');
  });

  it('is contradicted only when the figure with and the figure without loss-makers both miss', () => {
    expect(outcome(judged(pe(22), '2025-04-20', both))).toBe('contradicted outside-every-definition');
    const one = evidenceFrom({ observations: [LEFT_OUT] });
    expect(outcome(judged(pe(22), '2025-04-20', one))).toBe('unverifiable only-other-definition');
  });

  it('far above the figure that counts everyone is above all others', () => {
    const one = evidenceFrom({ observations: [EVERYONE] });
    expect(outcome(judged(pe(60), '2025-04-20', one))).toBe('contradicted outside-every-definition');
    expect(outcome(judged(pe(16), '2025-04-20', one))).toBe('unverifiable only-other-definition');
  });

  it('a forward figure never judges a trailing claim, nor the other way round', () => {
    const forward = evidenceFrom({ observations: [FORWARD] });
    expect(outcome(judged(pe(24, { definition: 'trailing' }), '2025-04-20', forward))).toBe('unverifiable only-other-definition');
    expect(outcome(judged({ ...pe(32.1), metric: 'pe_forward' }, '2025-04-20', both))).toBe('unverifiable no-data');
  });

  it('says which definition was asked for when it is not on record', () => {
    const old = evidenceFrom({ observations: [figure(R2000, 'pe', 32, '2015-04-15', { definitions: ['incl_negative'] })] });
    expect(outcome(judged(pe(15, { definition: 'excl_negative' }), '2025-04-20', old))).toBe('unverifiable definition-not-on-record');
  });
});

describe('two claims of one sentence', () => {
  it('about two indices get two verdicts', () => {
    const evidence = evidenceFrom({
      observations: [LEFT_OUT, EVERYONE, figure(SP500, 'pe', 22.1, '2025-04-15', { definitions: ['trailing', 'incl_negative'] })],
    });
    const small = judged(pe(15), '2025-04-20', evidence);
    const large = judged({ ...pe(22.1), subject: SP500 }, '2025-04-20', evidence);
    expect([small.verdict, large.verdict]).toEqual(['definition-dependent', 'supported']);
  });
});

describe('an article without a date', () => {
  const years = evidenceFrom({
    observations: [
      figure('IWM', 'pe', 13.3, '2024-01-15', { definitions: ['excl_negative'], method: 'iShares' }),
      figure('IWM', 'pe', 18.9, '2026-09-30', { definitions: ['excl_negative'], method: 'iShares' }),
      figure(R2000, 'pe', 27.1, '2024-01-04', { definitions: ['incl_negative'], method: 'WSJ' }),
      figure(R2000, 'pe', 33.6, '2025-08-15', { definitions: ['incl_negative'], method: 'WSJ' }),
    ],
    dataEnd: '2026-10-07',
  });

  it('can still depend on the definition: the claim lies in the span of one and never near the other', () => {
    const finding = judged(pe(17, { halfUnit: 0.5 }), null, years);
    expect(outcome(finding)).toBe('definition-dependent fits-one-definition');
    expect(finding.notes).toEqual(['leaves-out-loss-makers', 'undated-article']);
  });

  it('is confirmed as of the data, or left open for want of its date', () => {
    const stated = { definition: 'excl_negative' } as const;
    expect(outcome(judged(pe(18.9, stated), null, years))).toBe('supported fits-stated-definition');
    const open = judged(pe(15.1, stated), null, years);
    expect(outcome(open)).toBe('unverifiable no-date');
    expect(open.wanted).toBe('date');
  });

  it('is never contradicted or outdated for a figure that drifts', () => {
    expect(judged(pe(500), null, years).verdict).toBe('unverifiable');
  });
});

describe('time', () => {
  const weight = (value: number, more: Partial<ClaimCase> = {}): ClaimCase => ({
    metric: 'sector_weight',
    subject: 'IWM',
    component: 'Financials',
    value,
    halfUnit: 0.05,
    unit: '%',
    ...more,
  });
  const at = (value: number, day: string) => figure('IWM', 'sector_weight', value, day, { component: 'Financials', unit: '%', method: 'holdings file' });
  const two = evidenceFrom({ observations: [at(19.73, '2025-05-13'), at(16.24, '2026-05-05')] });

  it('what was right and changed since is outdated, in the present tense only', () => {
    const now = judged(weight(19.7), '2025-05-19', two);
    expect(outcome(now)).toBe('outdated changed-since');
    expect(now.evidence.map((one) => one.role)).toEqual(['then', 'now']);
    expect(outcome(judged(weight(19.7, { past: true }), '2025-05-19', two))).toBe('supported fits');
    expect(outcome(judged(weight(19.7, { stated: ['2025-05-13', '2025-05-13'] }), '2025-05-19', two))).toBe('supported fits');
  });

  it('a change inside the noise is none', () => {
    const quiet = evidenceFrom({ observations: [at(19.73, '2025-05-13'), at(19.5, '2026-05-05')] });
    expect(judged(weight(19.7), '2025-05-19', quiet).verdict).toBe('supported');
  });

  it('a figure outside the window says nothing', () => {
    expect(outcome(judged(weight(19.7), '2025-09-01', two))).toBe('unverifiable no-data-near');
  });

  it('days between widen what counts as outside', () => {
    const moved = evidenceFrom({ observations: [at(19.73, '2025-05-13')] });
    expect(outcome(judged(weight(23), '2025-05-13', moved))).toBe('contradicted outside-every-definition');
    expect(outcome(judged(weight(21), '2025-06-20', moved))).toBe('unverifiable too-close-to-call');
  });

  it('told in the past without a date it may be of any time', () => {
    expect(outcome(judged(weight(30, { past: true }), '2025-05-19', two))).toBe('unverifiable period-unclear');
  });

  it('the latest by another method does not make it outdated', () => {
    const yields = evidenceFrom({
      observations: [
        figure(R2000, 'pe', 15, '2021-05-13', { definitions: ['excl_negative'] }),
        figure(R2000, 'pe', 32, '2026-05-13', { definitions: ['incl_negative'] }),
      ],
    });
    expect(judged(pe(15), '2021-05-14', yields).verdict).toBe('supported');
  });
});

describe('who says it', () => {
  const vendors = evidenceFrom({
    observations: [
      figure(SP500, 'pe_forward', 22.2, '2024-11-07', { definitions: ['forward'], method: 'FactSet forward 12-month' }),
      figure(SP500, 'pe_forward', 21.5, '2024-11-07', { definitions: ['forward'], method: 'I/B/E/S consensus, J.P. Morgan Asset Management' }),
    ],
  });
  const forward = (value: number, vendor?: string): ClaimCase => ({ metric: 'pe_forward', subject: SP500, value, halfUnit: 0.05, unit: 'x', ...(vendor ? { vendor } : {}) });

  it('unnamed, any figure of the definition supports', () => {
    expect(judged(forward(22.2), '2024-11-08', vendors).verdict).toBe('supported');
    expect(judged(forward(21.5), '2024-11-08', vendors).verdict).toBe('supported');
  });

  it('named, only that vendor', () => {
    expect(outcome(judged(forward(21.5, 'FactSet'), '2024-11-08', vendors))).toBe('contradicted outside-every-definition');
    expect(judged(forward(21.5, 'J.P. Morgan’s guide'), '2024-11-08', vendors).verdict).toBe('supported');
  });

  it('a vendor that is not on record may be right', () => {
    expect(outcome(judged(forward(25, 'Yardeni'), '2024-11-08', vendors))).toBe('unverifiable no-data-near');
  });

  it('vendors a twentieth apart are no contradiction', () => {
    expect(outcome(judged(forward(23.2), '2024-11-07', vendors))).toBe('unverifiable too-close-to-call');
  });
});

describe('counts, shares and ranks', () => {
  it('a nominal count fits within three in a hundred and is noted', () => {
    const lines = evidenceFrom({ observations: [figure('IWM', 'constituents', 1962, '2025-11-05', { unit: 'count' })] });
    const finding = judged({ metric: 'constituents', subject: 'IWM', value: 2000, halfUnit: 0.5, unit: 'count' }, '2025-11-20', lines);
    expect(outcome(finding)).toBe('supported fits');
    expect(finding.notes).toContain('nominal-count');
    expect(judged({ metric: 'constituents', subject: 'IWM', value: 500, halfUnit: 0.5, unit: 'count' }, '2025-11-20', lines).verdict).toBe('contradicted');
  });

  it('a share of loss-makers above the count is above their weight too; below it may be their weight', () => {
    const counted = evidenceFrom({ observations: [figure(R2000, 'unprofitable_share', 42, '2024-09-30', { unit: '%', definitions: ['by_count'] })] });
    const share = (value: number): ClaimCase => ({ metric: 'unprofitable_share', subject: R2000, value, halfUnit: 0.5, unit: '%' });
    expect(outcome(judged(share(75), '2024-10-10', counted))).toBe('contradicted outside-every-definition');
    expect(outcome(judged(share(20), '2024-10-10', counted))).toBe('unverifiable only-other-definition');
    expect(outcome(judged({ ...share(20), definition: 'by_count' }, '2024-10-10', counted))).toBe('contradicted outside-stated-definition');
  });

  it('the largest of the day before another overtook it is outdated by its rank', () => {
    const w = (component: string, value: number, day: string) => figure('SPY', 'holding_weight', value, day, { component, unit: '%', method: 'holdings file' });
    const evidence = evidenceFrom({ observations: [w('MSFT', 7.02, '2024-05-10'), w('AAPL', 6.1, '2024-05-10'), w('MSFT', 6.75, '2025-09-30'), w('NVDA', 7.9, '2025-09-30')] });
    const claim: ClaimCase = { metric: 'holding_weight', subject: 'SPY', component: 'MSFT', value: 7, halfUnit: 0.5, unit: '%', qualifier: 'about', text: 'largest' };
    expect(outcome(judged(claim, '2024-05-13', evidence))).toBe('outdated changed-since');
    const { text: _rank, ...withoutRank } = claim;
    expect(judged(withoutRank, '2024-05-13', evidence).verdict).toBe('supported');
    expect(outcome(judged({ ...claim, component: 'AAPL', value: 6.1, halfUnit: 0.05, qualifier: 'exact' }, '2024-05-13', evidence))).toBe('contradicted outside-every-definition');
  });
});

describe('what cannot be judged', () => {
  it.each<[string, ClaimCase, string]>([
    ['a forecast', pe(15, { forecast: true }), 'unverifiable forecast'],
    ['nobody named', pe(15, { subject: null }), 'unverifiable no-subject'],
    ['somebody, but nobody knows whom', pe(15, { subject: null, isNamed: true }), 'unverifiable ambiguous-subject'],
    ['a metric without a judge', { ...pe(15), metric: 'volatility', unit: '%' }, 'unverifiable not-checkable'],
    ['a metric without a file', { ...pe(15), metric: 'other:pe_premium' }, 'unverifiable not-checkable'],
    ['a metric that cannot apply', { ...pe(15), metric: 'expense_ratio', unit: '%' }, 'unverifiable not-checkable'],
    ['no figure at all', { ...pe(15), metric: 'ps' }, 'unverifiable no-data'],
  ])('%s', (_what, claim, expected) => {
    const finding = judged(claim, '2025-04-20', both);
    expect(outcome(finding)).toBe(expected);
    expect(finding.wanted).not.toBeNull();
  });
});
