import { expect, it } from 'vitest';
import { badgeOf } from '../../../entrypoints/background/badge.ts';
import type { Finding, Verdict } from '../../../lib/check/finding.ts';
import type { PageReport } from '../../../lib/check/report.ts';
import { draftClaim } from '../detect/sample.ts';

function report(...verdicts: Verdict[]): PageReport {
  const findings = verdicts.map((verdict, id): Finding => ({
    claim: { ...draftClaim(id), subject: null, benchmark: null },
    subjectName: null, benchmarkName: null, interval: null, verdict, reason: 'no-data', notes: [], evidence: [], wanted: null, copies: [],
  }));
  return { title: null, url: null, published: null, today: '2026-10-07', dataEnd: '2026-10-07', findings, tickers: [], words: 9 };
}

it('counts contradicted and definition-dependent claims, and nothing else', () => {
  expect(badgeOf(report('contradicted', 'supported', 'definition-dependent', 'definition-dependent', 'outdated', 'unverifiable')).text).toBe('3');
  expect(badgeOf(report('supported', 'outdated')).text).toBe('');
  expect(badgeOf(report()).text).toBe('');
});

it('is of another colour when something is contradicted', () => {
  const dependent = badgeOf(report('definition-dependent')).colour;
  expect(badgeOf(report('contradicted', 'definition-dependent')).colour).not.toBe(dependent);
});

it('says the counts in words on hover', () => {
  expect(badgeOf(report('contradicted', 'supported')).title).toMatch(/^Tickmark: 2 claims/);
});
