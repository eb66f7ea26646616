import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../../lib/market/metrics/index.ts';
import type { MetricSpec } from '../../../lib/market/metrics/spec.ts';
import { PROJECT } from '../../support/run.ts';

/** Metrics and sources are the two forms that repeat; nobody may add one by halves. */
const metricFiles = globSync('lib/market/metrics/*.ts', { cwd: PROJECT })
  .map((file) => basename(file, '.ts'))
  .filter((name) => name !== 'index' && name !== 'spec')
  .toSorted();

async function specOf(file: string): Promise<MetricSpec> {
  const module = (await import(`../../../lib/market/metrics/${file}.ts`)) as Record<string, unknown>;
  const specs = Object.values(module).filter((value): value is MetricSpec => typeof value === 'object' && value !== null && 'wording' in value);
  expect(specs, `${file}.ts exports one metric`).toHaveLength(1);
  return specs[0]!;
}

describe('every metric', () => {
  it('has a file of its own', () => {
    expect(metricFiles.length).toBe(METRICS.length);
    expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length);
  });

  it.each(metricFiles)('%s is registered', async (file) => {
    const spec = await specOf(file);
    expect(METRICS).toContain(spec);
    expect(file).toBe(spec.id.replaceAll('_', '-'));
  });

  it.each(metricFiles)('%s has cases of its own', async (file) => {
    const { id } = await specOf(file);
    const path = join(PROJECT, 'test/cases/metrics', `${file}.jsonl`);
    expect(existsSync(path), path).toBe(true);
    const lines = readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { claims: { metric: string }[] });
    expect(lines.some(({ claims }) => claims.some(({ metric }) => metric === id))).toBe(true);
  });

  it.each(metricFiles)('%s is documented', async (file) => {
    const { id, name } = await specOf(file);
    const table = readFileSync(join(PROJECT, 'docs/metrics.md'), 'utf8');
    const row = table.split('\n').find((line) => line.startsWith(`| \`${id}\` |`));
    expect(row, `docs/metrics.md has a row for ${id}`).toBeDefined();
    expect(row).toContain(name);
  });
});

describe('every source of symbols', () => {
  const folder = join(PROJECT, 'lib/data/sources');
  const sources = globSync('*.ts', { cwd: folder }).filter((file) => /export function parse\w+/.test(readFileSync(join(folder, file), 'utf8')));

  it('is there', () => {
    expect(sources.length).toBeGreaterThan(1);
  });

  it.each(sources)('%s is tried on files in a test, and documented', (file) => {
    const tests = globSync('test/unit/data/sources/*.test.ts', { cwd: PROJECT }).map((path) => readFileSync(join(PROJECT, path), 'utf8'));
    const parsers = [...readFileSync(join(folder, file), 'utf8').matchAll(/export function (parse\w+)/g)].map(([, name]) => name ?? '');
    const choosing = readFileSync(join(folder, 'directory-file.ts'), 'utf8');
    expect(parsers.some((name) => choosing.includes(name) || tests.some((test) => test.includes(name)))).toBe(true);
    expect(readFileSync(join(PROJECT, 'docs/house.md'), 'utf8')).toContain(`sources/${file}`);
  });
});
