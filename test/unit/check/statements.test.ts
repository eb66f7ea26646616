import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Verdict, ReasonCode } from '../../../lib/check/finding.ts';
import { evidenceFrom, judged, levels } from './claims.ts';
import type { ClaimCase } from './claims.ts';

/** Statements about indices and funds, in our own words, with the verdict that the bundled data (or their own) give. */
interface Statement extends ClaimCase {
  readonly id: string;
  readonly says: string;
  readonly published: string | null;
  readonly expect: { readonly verdict: Verdict; readonly reason: ReasonCode };
  readonly levels?: readonly (readonly [string, readonly (readonly [string, number])[]])[];
}

const CASES = new URL('../../cases/verdicts/statements.json', import.meta.url);
const statements = JSON.parse(readFileSync(CASES, 'utf8')) as Statement[];

describe('a statement is judged', () => {
  it.each(statements)('$expect.verdict: $says', (statement) => {
    const own = statement.levels?.map(([id, points]) => levels(id, 'price', points));
    const finding = judged(statement, statement.published, own ? evidenceFrom({ series: own }) : undefined);
    expect({ verdict: finding.verdict, reason: finding.reason }).toEqual(statement.expect);
  });

  it.each(statements.filter((one) => one.expect.verdict !== 'unverifiable'))('by dated data with a source: $says', (statement) => {
    const own = statement.levels?.map(([id, points]) => levels(id, 'price', points));
    const { evidence, wanted } = judged(statement, statement.published, own ? evidenceFrom({ series: own }) : undefined);
    expect(wanted).toBeNull();
    expect(evidence.length).toBeGreaterThan(0);
    for (const one of evidence) {
      expect(one.source.title).not.toBe('');
      expect(one.asOf.from <= one.asOf.to).toBe(true);
    }
  });

  it.each(statements.filter((one) => one.expect.verdict === 'unverifiable'))('or says what would settle it: $says', (statement) => {
    expect(judged(statement, statement.published).wanted).not.toBeNull();
  });
});
