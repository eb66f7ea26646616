import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReader } from '../../tools/lib/reader.ts';
import { PROJECT } from '../support/run.ts';
import { readLabels } from './labels.ts';
import { printDifferences } from './print.ts';
import { Scorer } from './score.ts';
import type { EvaluationReport } from './score.ts';

/**
 * Detection on labelled text. The project's own cases must be read without a difference. Larger sets may lie beside the
 * project; where they do, what was reached once must not be lost again.
 */
const OWN = join(PROJECT, 'test', 'corpus');
const BESIDE = join(PROJECT, '..', 'shared', 'corpus');

interface Floors {
  readonly file: string;
  readonly claims?: { readonly found: number; readonly strict: number; readonly falseAlarms: number };
  readonly mentions?: { readonly precision: number; readonly recall: number };
  readonly symbols?: { readonly precision: number; readonly recall: number };
}

/** Found and strict claims as counts, the rest as shares of one. */
const FLOORS: readonly Floors[] = [
  { file: 'seeds.jsonl', claims: { found: 45, strict: 44, falseAlarms: 2 }, symbols: { precision: 1, recall: 1 } },
  { file: 'dev.jsonl', claims: { found: 158, strict: 148, falseAlarms: 8 }, mentions: { precision: 0.97, recall: 0.97 } },
  { file: 'external/news.dev.jsonl', symbols: { precision: 0.86, recall: 0.89 } },
  { file: 'external/posts.dev.jsonl', symbols: { precision: 0.45, recall: 0.45 } },
];

/** Shares of one. A true statement called contradicted is the worst that can happen, so none is. */
const VERDICT_FLOORS = { file: 'verdicts.dev.jsonl', accuracy: 0.65, falseContradictions: 0 };

const reader = loadReader();

function evaluate(file: string): { report: EvaluationReport; differences: string } {
  const scorer = new Scorer((id) => reader.directory.byId(id));
  const differences: string[] = [];
  for (const document of readLabels(file)) {
    const found = scorer.add(document, reader.read(document.text, { published: document.published, title: document.title ?? null }));
    if (found.misses.length + found.falseAlarms.length > 0) differences.push(printDifferences(document, found));
  }
  return { report: scorer.report(file), differences: differences.join('\n') };
}

describe('the own labelled articles', () => {
  const files = readdirSync(OWN).filter((file) => file.endsWith('.jsonl'));

  it('are there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s is read without a difference', (file) => {
    expect(evaluate(join(OWN, file)).differences).toBe('');
  });
});

describe('labelled sets beside the project', () => {
  if (!existsSync(BESIDE)) {
    it('are not there, so nothing was measured on them', () => {
      process.stdout.write(`No labelled sets in ${BESIDE}: only the project's own cases were read.\n`);
      expect(existsSync(BESIDE)).toBe(false);
    });
    return;
  }

  it.each(FLOORS)('$file keeps what was reached', ({ file, claims, mentions, symbols }) => {
    const { report, differences } = evaluate(join(BESIDE, file));
    if (claims) {
      expect(report.claims.found.tp, differences).toBeGreaterThanOrEqual(claims.found);
      expect(report.claims.strict.tp, differences).toBeGreaterThanOrEqual(claims.strict);
      expect(report.claims.found.fp, differences).toBeLessThanOrEqual(claims.falseAlarms);
    }
    for (const [score, floor] of [[report.mentions.all, mentions], [report.symbols, symbols]] as const) {
      if (!floor) continue;
      expect(score.precision, differences).toBeGreaterThanOrEqual(floor.precision);
      expect(score.recall, differences).toBeGreaterThanOrEqual(floor.recall);
    }
  });

  it(`${VERDICT_FLOORS.file} keeps what was reached`, () => {
    const run = spawnSync(process.execPath, [join(PROJECT, 'tools/eval-verdicts.ts'), '--set', join(BESIDE, VERDICT_FLOORS.file), '--json'], { encoding: 'utf8' });
    expect(run.status, run.stderr).toBe(0);
    const result = JSON.parse(run.stdout) as { accuracy: number; falseContradictions: { count: number }; wrong: unknown };
    expect(result.falseContradictions.count, JSON.stringify(result.wrong)).toBeLessThanOrEqual(VERDICT_FLOORS.falseContradictions);
    expect(result.accuracy).toBeGreaterThanOrEqual(VERDICT_FLOORS.accuracy);
  });
});
