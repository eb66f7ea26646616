import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReader } from '../../tools/lib/reader.ts';
import { readLabels } from '../eval/labels.ts';
import { Scorer } from '../eval/score.ts';
import { PROJECT } from '../support/run.ts';

/** Every case of every metric is read exactly as its label says: one file of cases for each metric file. */
const FOLDER = join(PROJECT, 'test', 'cases', 'metrics');
const cases = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readLabels(join(FOLDER, file)));

const reader = loadReader();

describe('a metric is read from', () => {
  it.each(cases)('$text', (document) => {
    const scorer = new Scorer((id) => reader.directory.byId(id));
    const { misses, falseAlarms } = scorer.add(document, reader.read(document.text, { published: document.published, title: null }));
    expect([...misses, ...falseAlarms].map(({ what }) => what)).toEqual([]);
    expect(scorer.report('case').claims.strict.tp).toBe(document.claims?.length);
  });
});
