import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
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
 * Detection on labelled text. The project's own cases must be read without a difference. Its own articles are labelled
 * with what they say, found or not, in two parts: work goes by the differences of the first, and the second tells
 * whether it helped with text that nobody looked at. Larger sets may lie beside the project. Where what was reached is
 * written down here, it must not be lost again.
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
  { file: 'seeds.jsonl', claims: { found: 47, strict: 47, falseAlarms: 0 }, symbols: { precision: 1, recall: 1 } },
  { file: 'dev.jsonl', claims: { found: 170, strict: 165, falseAlarms: 3 }, mentions: { precision: 0.97, recall: 0.97 } },
  { file: 'external/news.dev.jsonl', symbols: { precision: 0.89, recall: 0.95 } },
  { file: 'external/posts.dev.jsonl', symbols: { precision: 0.9, recall: 0.88 } },
];

/** The own articles: 256 documents with 743 claims to be found, and 104 with 287. */
const PARTS: readonly Floors[] = [
  { file: 'articles.development.jsonl', claims: { found: 677, strict: 640, falseAlarms: 26 }, mentions: { precision: 0.98, recall: 0.95 } },
  { file: 'articles.heldout.jsonl', claims: { found: 244, strict: 222, falseAlarms: 18 }, mentions: { precision: 0.98, recall: 0.96 } },
];

/** Whoever reads these differences has spent them, so a failure names no document. */
const HELD_OUT = 'articles.heldout.jsonl';

/** Which part an article belongs to, by its id alone, so that nobody chooses. */
function partOf(id: string): string {
  return createHash('sha256').update(id).digest()[0]! % 3 === 0 ? HELD_OUT : 'articles.development.jsonl';
}

/** Shares of one. A true statement called contradicted is the worst that can happen, so none is. */
const VERDICT_FLOORS = { file: 'verdicts.dev.jsonl', accuracy: 0.88, falseContradictions: 0 };

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

function expectFloors(file: string, { claims, mentions, symbols }: Floors): EvaluationReport {
  const { report, differences: all } = evaluate(file);
  const differences = file.endsWith(HELD_OUT) ? 'the held-out part reads worse than before' : all;
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
  return report;
}

describe('the own labelled cases', () => {
  const files = readdirSync(OWN).filter((file) => file.endsWith('.jsonl') && !PARTS.some((part) => part.file === file));

  it('are there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s is read without a difference', (file) => {
    expect(evaluate(join(OWN, file)).differences).toBe('');
  });
});

describe('the own labelled articles', () => {
  it.each(PARTS)('$file keeps what was reached', (floors) => {
    const { documents, claims } = expectFloors(join(OWN, floors.file), floors);
    const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
    process.stdout.write(`${floors.file}: ${documents} documents, claims found ${percent(claims.found.f1)}, in every field ${percent(claims.strict.f1)} (F1)\n`);
  });

  it('are parted by a fixed rule', () => {
    for (const { file } of PARTS) {
      const ids = readLabels(join(OWN, file)).map(({ id }) => id);
      expect(ids.filter((id) => partOf(id) !== file)).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    }
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

  it.each(FLOORS)('$file keeps what was reached', (floors) => {
    expectFloors(join(BESIDE, floors.file), floors);
  });

  it(`${VERDICT_FLOORS.file} keeps what was reached`, () => {
    const run = spawnSync(process.execPath, [join(PROJECT, 'tools/eval-verdicts.ts'), '--set', join(BESIDE, VERDICT_FLOORS.file), '--json'], { encoding: 'utf8' });
    expect(run.status, run.stderr).toBe(0);
    const result = JSON.parse(run.stdout) as { accuracy: number; falseContradictions: { count: number }; wrong: unknown };
    expect(result.falseContradictions.count, JSON.stringify(result.wrong)).toBeLessThanOrEqual(VERDICT_FLOORS.falseContradictions);
    expect(result.accuracy).toBeGreaterThanOrEqual(VERDICT_FLOORS.accuracy);
  });
});
