import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TOOL = new URL('../../../tools/eval-verdicts.ts', import.meta.url).pathname;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verdicts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(lines: readonly (object | string)[], ...more: string[]) {
  const file = join(folder, 'set.jsonl');
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, '--set', file, ...more], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const RIGHT = { id: 'a', text: 'The Russell 2000 gained 15.1% in 2023.', published: '2024-01-08', verdict: 'supported' };
const WRONG = { id: 'b', text: 'The Russell 2000 gained 35% in 2023.', published: '2024-01-08', verdict: 'contradicted' };

describe('eval:verdicts', () => {
  it('scores a set by the bundled data, as JSON and nothing else', () => {
    const { status, stdout } = run([RIGHT, WRONG, { ...WRONG, id: 'c', verdict: 'supported' }], '--json');
    const result: unknown = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(result).toMatchObject({
      n: 3,
      accuracy: 0.6667,
      falseContradictions: { count: 1, of: 2, rate: 0.5 },
      missedContradictions: 0,
      abstained: 0,
      confusion: { supported: { supported: 1, contradicted: 1 }, contradicted: { contradicted: 1 } },
      wrong: [{ id: 'c', expected: 'supported', got: 'contradicted', read: [{ metric: 'return', reason: 'outside-return' }] }],
    });
  });

  it('judges by a line’s own facts and by nothing else', () => {
    const facts = [{ instrument: 'INDEX:RUSSELL2000', metric: 'level', return: 'price', points: [['2022-12-30', 100], ['2023-12-29', 135]] }];
    expect(JSON.parse(run([{ ...WRONG, verdict: 'supported', facts }], '--json').stdout)).toMatchObject({ accuracy: 1 });
    const figures = [
      { instrument: 'IWM', metric: 'pe_ttm', definition: 'negative P/E excluded', value: 15.2, unit: 'ratio', asOf: '2025-04-15', source: 'iShares' },
      { instrument: 'INDEX:RUSSELL2000', metric: 'pe_ttm', definition: 'all companies', value: 32.1, unit: 'ratio', asOf: '2025-04', source: 'WSJ' },
    ];
    const text = 'The Russell 2000 trades at a P/E ratio of 15.2.';
    const line = { id: 'd', text, published: '2025-04-20', verdict: 'definition-dependent', facts: figures };
    expect(JSON.parse(run([line], '--json').stdout)).toMatchObject({ accuracy: 1 });
  });

  it('scores claims one by one where a line has several', () => {
    const text = 'The Russell 2000 gained 15.1% in 2023, while the S&P 500 gained 44.2% in 2023.';
    const claims = [
      { value_text: '15.1%', subject: 'INDEX:RUSSELL2000', verdict: 'supported' },
      { value_text: '44.2%', subject: 'INDEX:SP500', verdict: 'contradicted' },
      { value_text: 'while', verdict: 'unverifiable' },
    ];
    const { stdout } = run([{ ...RIGHT, text, verdict: 'contradicted', claims }]);
    expect(stdout).toMatch(/^3 verdicts, 100\.0% right\n/);
  });

  it.each([
    ['no JSON', '{"id": ', /set\.jsonl:2: not JSON/],
    ['an unknown verdict', { ...RIGHT, verdict: 'true' }, /set\.jsonl:2: verdict /],
    ['a date that is none', { ...RIGHT, published: 'yesterday' }, /set\.jsonl:2: published must be a day/],
  ])('refuses %s with file and line', (_what, line, message) => {
    const { status, stdout, stderr } = run([RIGHT, line]);
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });

  it('explains itself, and asks for its set', () => {
    expect(run([RIGHT], '--help').stdout).toContain('--set FILE.jsonl');
    const without = spawnSync(process.execPath, [TOOL], { encoding: 'utf8' });
    expect([without.status, without.stderr]).toEqual([1, expect.stringContaining('--set is missing')]);
  });
});

describe('the project’s own statements', () => {
  it('none that is true is called contradicted, and most verdicts are right', () => {
    const file = new URL('../../cases/verdicts/texts.jsonl', import.meta.url).pathname;
    const { stdout } = spawnSync(process.execPath, [TOOL, '--set', file, '--json'], { encoding: 'utf8' });
    const result = JSON.parse(stdout) as { n: number; accuracy: number; falseContradictions: { count: number } };
    expect(result.n).toBeGreaterThan(60);
    expect(result.falseContradictions.count).toBe(0);
    // A floor under what was reached; raise it with the reading of texts.
    expect(result.accuracy).toBeGreaterThanOrEqual(0.8);
  });
});
