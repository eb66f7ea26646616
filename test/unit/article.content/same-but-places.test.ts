import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameButPlaces } from '../../../entrypoints/article.content/same-but-places.ts';
import type { PageReport } from '../../../lib/check/report.ts';
import { makeClaim, makeFinding, makeReport } from '../../support/fixtures.ts';

const report = makeReport();

function withClaim(over: Parameters<typeof makeClaim>[0]): PageReport {
  return { ...report, findings: [makeFinding({ claim: makeClaim(over) })] };
}

describe('sameButPlaces', () => {
  it('overlooks where the words stand and how many there are around them', () => {
    const moved = { ...withClaim({ span: { start: 90, end: 120 }, valueSpan: { start: 100, end: 102 } }), words: report.words + 50 };
    expect(sameButPlaces(withClaim({}), moved)).toBe(true);
  });

  it('sees another value, verdict, day or number of findings', () => {
    const one = withClaim({});
    expect(sameButPlaces(one, withClaim({ value: { low: 18, high: 18, halfUnit: 0.5, isFraction: false, text: null } }))).toBe(false);
    expect(sameButPlaces(one, { ...one, findings: [makeFinding({ claim: makeClaim({}), verdict: 'unverifiable' })] })).toBe(false);
    expect(sameButPlaces(one, { ...one, today: '2027-01-01' })).toBe(false);
    expect(sameButPlaces(one, { ...one, findings: [...one.findings, ...one.findings] })).toBe(false);
    expect(sameButPlaces({ ...one, published: null }, { ...one, published: '2026-01-01' })).toBe(false);
  });

  it('agrees with JSON on plain data without places', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(fc.property(value, (data) => sameButPlaces(data, JSON.parse(JSON.stringify(data)))));
    fc.assert(fc.property(value, value, (a, b) => sameButPlaces(a, b) === (sorted(a) === sorted(b))));
  });
});

/** JSON with the keys of objects in order, so that equal data have equal text. */
function sorted(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}
