import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../../lib/check/check-article.ts';
import { evidenceKeys } from '../../../lib/check/evidence.ts';
import { sizeFamilyOfGroup } from '../../../lib/check/families.ts';
import type { EvidenceStore } from '../../../lib/check/finding.ts';
import { resolve } from '../../../lib/check/resolve.ts';
import { createEvidenceStore } from '../../../lib/data/snapshot.ts';
import { detect } from '../../../lib/detect/detect.ts';
import type { InstrumentId } from '../../../lib/market/instrument.ts';
import type { MetricId } from '../../../lib/market/metric.ts';
import { articleFromPlainText } from '../../../lib/text/document.ts';
import { loadBundledSnapshot } from '../../support/bundled.ts';
import { bundledDirectory, bundledEvidence, claimOf, judged } from './claims.ts';
import type { ClaimCase } from './claims.ts';

const PUBLISHED = '2024-01-08';
const TEXT = [
  'The Russell 2000 gained 15.1% in 2023, while the S&P 500 gained 44.2% in 2023.',
  'iShares Russell 2000 ETF (IWM) returned 16.8% in 2023 with dividends reinvested.',
  'The Russell 2000 gained 15.1% in 2023, while the S&P 500 gained 44.2% in 2023.',
].join('\n');
const detection = detect(articleFromPlainText(TEXT, { published: PUBLISHED }));
const check = (evidence: EvidenceStore = bundledEvidence) =>
  checkArticle(detection, { directory: bundledDirectory, evidence, published: PUBLISHED, title: 'Small against large', today: '2026-10-07' });

describe('an article', () => {
  const report = check();

  it('gets one verdict a claim: one sentence on two indices, two verdicts', () => {
    const both = report.findings.filter(({ claim }) => claim.span.start < 80);
    expect(both.map(({ claim, verdict }) => [claim.subject, verdict])).toEqual([
      ['INDEX:RUSSELL2000', 'supported'],
      ['INDEX:SP500', 'contradicted'],
    ]);
  });

  it('lists the copy of a claim once, with the place of the copy', () => {
    const copied = report.findings.filter(({ copies }) => copies.length > 0);
    expect(copied).toHaveLength(2);
    const ids = report.findings.flatMap(({ claim, copies }) => [claim.id, ...copies]);
    expect(ids.toSorted((a, b) => a - b)).toEqual(detection.claims.map(({ id }) => id));
  });

  it('summarises each instrument that is mentioned', () => {
    const fund = report.tickers.find(({ instrument }) => instrument.id === 'IWM');
    expect(fund?.tracksName).toBe('Russell 2000');
    expect(fund?.thisYear?.own.from).toBe('2025-12-31');
    expect(fund?.thisYear?.benchmark?.basis).toBe(fund?.thisYear?.own.basis);
    expect(fund?.sparkline.length).toBeGreaterThan(5);
    expect(fund?.claims).toHaveLength(1);
    expect(new Set(report.tickers.map(({ instrument }) => instrument.id)).size).toBe(report.tickers.length);
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(JSON.parse(JSON.stringify(structuredClone(report))));
    expect(report).toMatchObject({ title: 'Small against large', published: PUBLISHED, today: '2026-10-07', dataEnd: bundledEvidence.dataEnd });
  });

  it('takes a date that is none for no date, and survives lengths that no calendar has', () => {
    const odd = checkArticle(
      { ...detection, claims: detection.claims.map((claim, index) => ({ ...claim, ...(index === 0 ? { period: '99999999D' } : { statedDate: { from: '2026-02-31', to: 'soon' } }) })) },
      { directory: bundledDirectory, evidence: bundledEvidence, published: '2026-13-45', title: null, today: '2026-10-07' },
    );
    expect(odd.published).toBeNull();
    expect(odd.findings[0]).toMatchObject({ verdict: 'unverifiable', reason: 'period-unclear' });
    expect(odd.findings.slice(1).every(({ claim }) => claim.statedDate === null)).toBe(true);
  });

  it('says where a company weighs how much', () => {
    const text = 'Nvidia (NASDAQ: NVDA) was the talk of the week.';
    const { tickers } = checkArticle(detect(articleFromPlainText(text)), {
      directory: bundledDirectory, evidence: bundledEvidence, published: null, title: null, today: '2026-10-07',
    });
    const [nvidia] = tickers;
    expect(nvidia?.memberships.map(({ index }) => index)).toContain('INDEX:SP500');
    expect(nvidia?.memberships.every(({ weightPercent, asOf }) => (weightPercent ?? 0) > 0 && asOf > '2024')).toBe(true);
  });
});

describe('what has to be loaded', () => {
  const { claims } = resolve(detection, bundledDirectory);
  const keys = evidenceKeys(claims, bundledDirectory, ['IWM']);

  it('holds all that a verdict looks at', () => {
    const allowed = new Set([...keys.observations.map((key) => `${key.instrument} ${key.metric}`), ...keys.series.map((key) => `${key.instrument} ${key.basis}`)]);
    const asked: string[] = [];
    const watched: EvidenceStore = {
      observations: (instrument: InstrumentId, metric: MetricId) => {
        asked.push(`${instrument} ${metric}`);
        return bundledEvidence.observations(instrument, metric);
      },
      series: (instrument, basis) => {
        asked.push(`${instrument} ${basis}`);
        return bundledEvidence.series(instrument, basis);
      },
      fundsTracking: (index) => bundledEvidence.fundsTracking(index),
      heldBy: () => [],
      company: () => null,
      hasHoldings: false,
      hasReports: false,
      dataEnd: bundledEvidence.dataEnd,
    };
    const { findings } = check(watched);
    const summaries = new Set(['INDEX:RUSSELL2000', 'INDEX:SP500']);
    const missing = asked.filter((key) => !allowed.has(key) && !summaries.has(key.split(' ')[0] ?? ''));
    expect(findings.length).toBeGreaterThan(2);
    expect(missing).toEqual([]);
  });

  it('holds the funds of an index, the index of a fund, and the other index of "small caps"', () => {
    const series = (more: ClaimCase): string[] => evidenceKeys([claimOf(more)], bundledDirectory).series.map(({ instrument }) => instrument);
    const claim: ClaimCase = { metric: 'return', subject: 'INDEX:RUSSELL2000', value: 5, unit: '%', period: 'YTD' };
    expect(series(claim)).toEqual(expect.arrayContaining(['INDEX:RUSSELL2000', 'IWM', 'INDEX:SP600', 'IJR']));
    expect(series({ ...claim, subject: 'VTWO' })).toEqual(expect.arrayContaining(['VTWO', 'INDEX:RUSSELL2000', 'IWM']));
    expect(evidenceKeys([claimOf({ ...claim, forecast: true })], bundledDirectory).series).toEqual([]);
  });
});

describe('groups by size of company', () => {
  it('name a family', () => {
    expect([sizeFamilyOfGroup('GROUP:SMALLCAP'), sizeFamilyOfGroup('GROUP:LARGECAP'), sizeFamilyOfGroup('GROUP:MEGA'), sizeFamilyOfGroup(null)]).toEqual(['small', 'large', null, null]);
  });
});

describe('a verdict', () => {
  const claims: readonly (readonly [ClaimCase, string])[] = [
    [{ metric: 'pe', subject: 'INDEX:RUSSELL2000', value: 15.2, halfUnit: 0.05, unit: 'x' }, '2025-04-20'],
    [{ metric: 'pe_forward', subject: 'INDEX:SP500', value: 22.2, halfUnit: 0.05, unit: 'x' }, '2024-11-08'],
    [{ metric: 'unprofitable_share', subject: 'INDEX:RUSSELL2000', value: 40, halfUnit: 0.5, unit: '%', qualifier: 'about' }, '2024-11-08'],
    [{ metric: 'holding_weight', subject: 'IVV', component: 'TOP10', value: 37.5, halfUnit: 0.05, unit: '%' }, '2026-06-23'],
    [{ metric: 'reconstitution', subject: 'INDEX:RUSSELL2000', value: 0, unit: 'schedule', text: 'annual:June' }, '2024-03-01'],
  ];

  it('does not depend on the order in which the data came', () => {
    const snapshot = loadBundledSnapshot();
    const seen = claims.map(([claim, published]) => judged(claim, published));
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (random) => {
        const shuffled = snapshot.observations.map((one) => ({ one, at: random.next().value })).toSorted((a, b) => a.at - b.at);
        const observations = shuffled.map(({ one }) => one);
        const lists = new Map<string, typeof observations>();
        for (const one of observations) lists.set(`${one.instrument} ${one.metric}`, [...(lists.get(`${one.instrument} ${one.metric}`) ?? []), one]);
        const store: EvidenceStore = {
          ...createEvidenceStore(snapshot),
          observations: (instrument, metric) => lists.get(`${instrument} ${metric}`) ?? [],
        };
        expect(claims.map(([claim, published]) => judged(claim, published, store))).toEqual(seen);
      }),
      { numRuns: 8 },
    );
  });
});
