import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isHeldOut as isKeptOut, readVerdictSet } from '../../tools/lib/verdict-set.ts';
import type { ReasonCode } from '../../lib/check/finding.ts';
import { ENGLISH } from '../../lib/present/language.ts';
import { PROJECT } from '../support/run.ts';
import { idsOf as codesOf } from '../support/words.ts';

/**
 * Verdicts on statements of the kind that finance pages make: true ones, wrong ones, and ones on which the bundled data
 * have no say. A statement whose number is divisible by three is held out: from now on phrases are learnt from the others
 * only.
 *
 * A true statement called contradicted is the worst that can happen, so none is, in either part. The other figures keep
 * what was reached.
 */
const FILE = join(PROJECT, 'test/corpus/verdicts/statements.jsonl');

const statements = readVerdictSet(FILE);
const isHeldOut = (id: string): boolean => Number(id.slice(1)) % 3 === 0;

interface Floors {
  readonly part: string;
  readonly ids: readonly string[];
  /** Share of verdicts that are the labelled ones. */
  readonly accuracy: number;
  /** Wrong statements that are not called contradicted, at most. */
  readonly missedContradictions: number;
}

const PARTS: readonly Floors[] = [
  { part: 'development', ids: idsOf(false), accuracy: 0.67, missedContradictions: 14 },
  { part: 'held-out', ids: idsOf(true), accuracy: 0.68, missedContradictions: 6 },
];

interface Result {
  readonly n: number;
  readonly accuracy: number;
  readonly falseContradictions: { readonly count: number };
  readonly missedContradictions: number;
  readonly wrong: readonly { readonly id: string; readonly expected: string; readonly got: string; readonly text: string }[];
}

function idsOf(heldOut: boolean): string[] {
  return statements.map(({ id }) => id).filter((id) => isHeldOut(id) === heldOut);
}

function measure(ids: readonly string[]): Result {
  return evaluate(FILE, ids.flatMap((id) => ['--id', id])) as Result;
}

function evaluate(file: string, more: readonly string[]): unknown {
  const run = spawnSync(process.execPath, [join(PROJECT, 'tools/eval-verdicts.ts'), '--set', file, '--json', ...more], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as unknown;
}

describe('statements with known verdicts', () => {
  it('have ids of their own, and each verdict its reason', () => {
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    expect(statements.filter(({ why }) => !why).map(({ id }) => id)).toEqual([]);
  });

  it.each(PARTS)('the $part part: no true statement is called contradicted, and what was reached is kept', ({ ids, accuracy, missedContradictions }) => {
    const result = measure(ids);
    const falsely = result.wrong.filter(({ expected, got }) => got === 'contradicted' && expected !== got);
    expect(falsely.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
    expect(result.falseContradictions.count).toBe(0);
    expect(result.n).toBeGreaterThanOrEqual(ids.length);
    expect(result.accuracy).toBeGreaterThanOrEqual(accuracy);
    expect(result.missedContradictions).toBeLessThanOrEqual(missedContradictions);
  });
});

/**
 * Claims with the verdict and the reason's code that are due, computed from the bundled figures or from those that a line
 * brings along: true ones, plainly wrong ones (far off, the other way), and subtly wrong ones (sign, index, year,
 * definition, dividends, points, stale, rounding or hedge just outside, fund, count and weight).
 */
const REASONED = join(PROJECT, 'test/corpus/verdicts/reasons.jsonl');

interface ReasonedFloors {
  readonly part: 'development' | 'held-out';
  readonly plain: number;
  readonly subtle: number;
  readonly verdictAndReason: number;
  readonly abstained: number;
}

const REASONED_PARTS: readonly ReasonedFloors[] = [
  { part: 'development', plain: 1, subtle: 0.98, verdictAndReason: 0.99, abstained: 0.01 },
  { part: 'held-out', plain: 0.78, subtle: 0.83, verdictAndReason: 0.84, abstained: 0.12 },
];

interface Share {
  readonly of: number;
  readonly share: number;
}

interface ReasonedResult extends Result {
  readonly plainlyWrongContradicted: Share;
  readonly subtlyWrongAsExpected: Share;
  readonly verdictAndReason: Share;
  readonly abstainedOnRecord: Share;
}

describe('claims with known verdicts and reasons', () => {
  const lines = readVerdictSet(REASONED);

  it('have ids of their own, each its arithmetic and reasons that exist', () => {
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(lines.filter(({ why, reason }) => !why || reason == null).map(({ id }) => id)).toEqual([]);
    const codes = lines.flatMap(({ reason }) => [reason ?? []].flat());
    const known: readonly string[] = codesOf<ReasonCode>(ENGLISH.words.reasons);
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
  });

  it('are parted by the hash of the id, a third of them kept out', () => {
    const share = lines.filter(({ id }) => isKeptOut(id)).length / lines.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.42);
  });

  it.each(REASONED_PARTS)('the $part part: no true claim is contradicted, and what was reached is kept', (floors) => {
    const result = evaluate(REASONED, ['--part', floors.part]) as ReasonedResult;
    const falsely = result.wrong.filter(({ expected, got }) => got === 'contradicted' && expected !== got);
    expect(falsely.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
    expect(result.falseContradictions.count).toBe(0);
    expect(result.plainlyWrongContradicted.share).toBeGreaterThanOrEqual(floors.plain);
    expect(result.subtlyWrongAsExpected.share).toBeGreaterThanOrEqual(floors.subtle);
    expect(result.verdictAndReason.share).toBeGreaterThanOrEqual(floors.verdictAndReason);
    expect(result.abstainedOnRecord.share).toBeLessThanOrEqual(floors.abstained);
  });
});
