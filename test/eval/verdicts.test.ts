import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readVerdictSet } from '../../tools/lib/verdict-set.ts';
import { PROJECT } from '../support/run.ts';

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
  const chosen = ids.flatMap((id) => ['--id', id]);
  const run = spawnSync(process.execPath, [join(PROJECT, 'tools/eval-verdicts.ts'), '--set', FILE, '--json', ...chosen], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Result;
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
