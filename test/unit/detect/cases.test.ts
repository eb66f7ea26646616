import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../lib/check/finding.ts';
import { loadReader } from '../../../tools/lib/reader.ts';
import { PROJECT } from '../../support/run.ts';

/**
 * Sentences by class of phrasing, `test/cases/detect/*.json`: every claim that must be read from each, in full, and no
 * other. `negatives.json` holds sentences with figures that state nothing of a security.
 */
interface Case {
  readonly text: string;
  readonly published: string | null;
  readonly claims: readonly ExpectedClaim[];
}

interface ExpectedClaim {
  /** The figure's words. */
  readonly figure: string;
  readonly metric: string;
  /** A number, both ends of a range, or a word. */
  readonly value: number | readonly [number, number] | string;
  readonly unit: string;
  readonly subject: string;
  readonly period: string | null;
  readonly definition: string | null;
  /** `exact` when left out, `range` for two values. */
  readonly qualifier?: string;
  readonly benchmark?: string;
  readonly component?: string;
  readonly forecast?: boolean;
  readonly annualized?: boolean;
}

const FOLDER = join(PROJECT, 'test', 'cases', 'detect');
const files = readdirSync(FOLDER).map((file) => ({
  name: file.replace('.json', ''),
  cases: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as readonly Case[],
}));

const reader = loadReader();

/** The claim in the shape of an expected one. */
function readAs(claim: Claim, text: string): ExpectedClaim {
  const { low, high, text: words } = claim.value;
  const round = (value: number): number => Number(value.toPrecision(10));
  const isWord = claim.unit === 'schedule' || claim.unit === 'flag';
  return {
    figure: text.slice(claim.valueSpan.start, claim.valueSpan.end),
    metric: claim.metric,
    value: isWord ? words! : low === high ? round(low) : [round(low), round(high)],
    unit: claim.unit,
    subject: claim.subject ?? `group ${claim.group}`,
    // A figure of the past without a day ("from 15 to 18") has none here either.
    period: claim.period === 'unclear' ? null : claim.period,
    definition: claim.definition,
    ...(claim.qualifier === 'exact' || claim.qualifier === 'range' ? {} : { qualifier: claim.qualifier }),
    ...(claim.benchmark === null ? {} : { benchmark: claim.benchmark }),
    ...(claim.component === null ? {} : { component: claim.component }),
    ...(claim.forecast ? { forecast: true } : {}),
    ...(claim.annualized ? { annualized: true } : {}),
  };
}

const rounded = (claim: ExpectedClaim): ExpectedClaim => ({ ...claim, value: typeof claim.value === 'number' ? Number(claim.value.toPrecision(10)) : claim.value });

describe.each(files)('detection: $name', ({ cases }) => {
  it.each(cases)('$text', ({ text, published, claims }) => {
    const read = reader.read(text, { published, title: null }).claims.map((claim) => readAs(claim, text));
    expect(read).toEqual(claims.map(rounded));
  });
});

describe('the cases of detection', () => {
  it('are many, and many of them hold nothing', () => {
    const all = files.flatMap(({ cases }) => cases);
    expect(all.filter(({ claims }) => claims.length > 0).length).toBeGreaterThanOrEqual(120);
    expect(all.filter(({ claims }) => claims.length === 0).length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });
});
