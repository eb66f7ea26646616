import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../lib/check/finding.ts';
import type { Definition, MetricId, Unit } from '../../../lib/market/metric.ts';
import type { Observation } from '../../../lib/market/observation.ts';
import { noteSentence, reasonSentence } from '../../../lib/present/reasons.ts';
import { evidenceFrom, figure, judged } from './claims.ts';
import type { ClaimCase } from './claims.ts';

const R2000 = 'INDEX:RUSSELL2000';
const DAY = '2026-05-05';
const outcome = ({ verdict, reason }: Finding): string => `${verdict} ${reason}`;

/** A figure computed from the holdings of IWM; `weight` is the part of it that is covered. */
function computed(
  metric: MetricId,
  value: number,
  weight: number,
  more: { on?: string; definitions?: readonly Definition[]; unit?: Unit; component?: string; day?: string; method?: string } = {},
): Observation {
  const { on = 'IWM', day = DAY, ...rest } = more;
  return {
    ...figure(on, metric, value, day, { method: `computed, ${(weight * 100).toFixed(0)}% of weight`, ...rest }),
    coverage: { counted: Math.round(1924 * weight), total: 1924, weight },
    computedFrom: 'IWM',
  };
}
const WITHOUT: readonly Definition[] = ['trailing', 'excl_negative', 'as_reported'];
const EVERYONE: readonly Definition[] = ['trailing', 'incl_negative', 'as_reported'];
const evidence = (...observations: readonly Observation[]) => evidenceFrom({ observations });
const pe = (value: number, more: Partial<ClaimCase> = {}): ClaimCase => ({ metric: 'pe', subject: R2000, value, halfUnit: 0.05, unit: 'x', ...more });
const share = (value: number): ClaimCase => ({ metric: 'unprofitable_share', subject: R2000, value, unit: '%', definition: 'by_count' });

describe('a computed figure that covers nine tenths', () => {
  const whole = evidence(computed('pe', 15, 0.98, { definitions: WITHOUT }), computed('pe', 32, 0.98, { definitions: EVERYONE }));

  it('decides as a published one does', () => {
    expect(outcome(judged(pe(15), DAY, whole))).toBe('definition-dependent fits-one-definition');
    expect(outcome(judged(pe(60), DAY, whole))).toBe('contradicted outside-every-definition');
  });

  it('leaves room for other earnings than those filed', () => {
    // A fifth above 15 and a third below 32: what operating earnings may give.
    expect(outcome(judged(pe(18), DAY, whole))).toBe('unverifiable too-close-to-call');
    const published = evidence(figure('IWM', 'pe', 15, DAY, { definitions: ['trailing', 'excl_negative'] }), figure('IWM', 'pe', 32, DAY, { definitions: ['trailing', 'incl_negative'] }));
    expect(outcome(judged(pe(18), DAY, published))).toBe('contradicted outside-every-definition');
  });
});

describe('a partial figure', () => {
  const partial = evidence(computed('pe', 15, 0.7, { definitions: WITHOUT }), computed('pe', 32, 0.7, { definitions: EVERYONE }));

  it('never contradicts', () => {
    const finding = judged(pe(60), DAY, partial);
    expect(outcome(finding)).toBe('unverifiable only-partial-data');
    expect(finding.wanted).toBe('source');
    expect(finding.evidence.map(({ coverage }) => coverage?.weight)).toEqual([0.7, 0.7]);
    expect(reasonSentence(finding)).toContain('leaves out too much of the Russell 2000 to decide');
  });

  it('supports, and the finding says that it is partial', () => {
    const finding = judged(pe(15, { definition: 'excl_negative' }), DAY, partial);
    expect(outcome(finding)).toBe('supported fits-stated-definition');
    expect(finding.notes).toContain('partial-coverage');
    expect(noteSentence('partial-coverage', finding)).toBe('The figure is partial: it was computed from 1,347 of 1,924 companies, 70.0% of weight.');
  });

  it('sets no two methods against each other', () => {
    expect(outcome(judged(pe(15), DAY, partial))).toBe('supported fits');
    // In an undated article too.
    expect(outcome(judged(pe(15), null, evidenceFrom({ observations: [computed('pe', 15, 0.7, { definitions: WITHOUT }), computed('pe', 32, 0.7, { definitions: EVERYONE })], dataEnd: DAY })))).toBe('supported fits');
  });

  it('adds nothing to what refutes, and takes nothing from it', () => {
    const half = evidence(computed('pe', 15, 0.7, { definitions: WITHOUT }), computed('pe', 32, 0.98, { definitions: EVERYONE }));
    // Counting everyone alone does not refute what may leave losses out.
    expect(outcome(judged(pe(22), DAY, half))).toBe('unverifiable only-other-definition');
    expect(outcome(judged(pe(60), DAY, half))).toBe('contradicted outside-every-definition');
  });

  it('is not heard beside a figure by the same method that speaks for the whole', () => {
    const both = evidence(
      computed('unprofitable_share', 40, 0.7, { definitions: ['by_count'], unit: '%' }),
      figure(R2000, 'unprofitable_share', 55, DAY, { definitions: ['by_count'], unit: '%' }),
    );
    expect(outcome(judged(share(40), DAY, both))).toBe('contradicted outside-stated-definition');
  });

  it('makes nothing outdated', () => {
    const then = figure(R2000, 'unprofitable_share', 40, DAY, { definitions: ['by_count'], unit: '%' });
    const later = (weight: number) => computed('unprofitable_share', 60, weight, { definitions: ['by_count'], unit: '%', day: '2027-05-05' });
    const on = (weight: number) => judged(share(40), DAY, evidenceFrom({ observations: [then, later(weight)], dataEnd: '2027-05-05' }));
    expect(outcome(on(0.98))).toBe('outdated changed-since');
    expect(outcome(on(0.7))).toBe('supported fits-stated-definition');
  });

  it('decides no order', () => {
    const sp = (weight: number) => [
      { ...computed('pe', 25, weight, { on: 'INDEX:SP500', definitions: WITHOUT }), computedFrom: 'SPY' },
      { ...computed('pe', 27, weight, { on: 'INDEX:SP500', definitions: EVERYONE }), computedFrom: 'SPY' },
    ];
    const cheaper = (weight: number) =>
      judged(
        { metric: 'pe', subject: R2000, benchmark: 'INDEX:SP500', value: 0, unit: 'x', text: 'lower' },
        DAY,
        evidence(computed('pe', 30, weight, { definitions: WITHOUT }), computed('pe', 60, weight, { definitions: EVERYONE }), ...sp(weight)),
      );
    expect(outcome(cheaper(0.98))).toBe('contradicted outside-every-definition');
    expect(outcome(cheaper(0.7))).toBe('unverifiable no-data-near');
  });

  it('takes the first place from nobody', () => {
    const sector = (name: string, value: number, weight: number) => computed('sector_weight', value, weight, { component: name, unit: '%' });
    const largest = (weight: number) =>
      judged(
        { metric: 'sector_weight', subject: 'IWM', component: 'Financials', value: 18, unit: '%', text: 'largest' },
        DAY,
        evidence(sector('Financials', 18, 0.98), sector('Industrials', 21, weight)),
      );
    expect(largest(0.98).verdict).toBe('contradicted');
    expect(largest(0.7).verdict).toBe('supported');
  });
});

describe('whose figure it is', () => {
  const ofIndex = computed('constituents', 1924, 1, { on: R2000, unit: 'count' });
  const ofFund = computed('constituents', 1924, 1, { unit: 'count' });
  const count = (value: number, subject = R2000): ClaimCase => ({ metric: 'constituents', subject, value, unit: 'count' });

  it("an index's figure is its fund's, with the room for a fund that stands for its index", () => {
    // Counts fit within 3 %; beyond that the fund may differ from its index by as much again.
    const finding = judged(count(2000), DAY, evidence(ofIndex));
    expect(finding.verdict).toBe('supported');
    expect(outcome(judged(count(2030), DAY, evidence(ofIndex)))).toBe('unverifiable too-close-to-call');
    expect(judged(count(2200), DAY, evidence(ofIndex)).verdict).toBe('contradicted');
    expect(finding.notes).toContain('fund-for-index');
    expect(finding.evidence[0]).toMatchObject({ instrument: 'IWM', standsFor: R2000 });
  });

  it('is heard once where both are on record', () => {
    expect(judged(count(1924), DAY, evidence(ofIndex, ofFund)).evidence).toHaveLength(1);
    const fund = judged(count(1924, 'IWM'), DAY, evidence(ofIndex, ofFund));
    expect(fund.evidence).toHaveLength(1);
    expect(fund.notes).not.toContain('index-for-fund');
  });

  it("is not the issuer's, whose holdings it was computed from", () => {
    const own = { ...computed('pe', 15, 0.98, { definitions: WITHOUT }), source: { title: 'Computed from iShares holdings', url: null } };
    const claim = pe(30, { vendor: 'iShares', definition: 'excl_negative' });
    expect(outcome(judged(claim, DAY, evidence(own)))).toBe('unverifiable no-data-near');
    const published = figure('IWM', 'pe', 15, DAY, { definitions: ['trailing', 'excl_negative'], method: 'iShares' });
    expect(outcome(judged(claim, DAY, evidence(own, published)))).toBe('contradicted outside-stated-definition');
  });

  it('of an earlier day gives way to that of a later one, whatever they cover', () => {
    const older = computed('pe', 15, 0.99, { definitions: WITHOUT, day: '2026-04-20' });
    const newer = computed('pe', 16, 0.98, { definitions: WITHOUT });
    const finding = judged(pe(40, { definition: 'excl_negative' }), DAY, evidence(older, newer));
    expect(finding.evidence.map(({ low }) => low)).toEqual([16]);
  });
});
