import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../../lib/data/sources/index.ts';
import type { SourceSpec } from '../../../lib/data/sources/source.ts';
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
    expect(file).toBe(spec.id.replace('other:', '').replaceAll('_', '-'));
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

const SOURCE_FOLDER = join(PROJECT, 'lib/data/sources');
/** Helpers stand in the same folder; a source is what exports a spec. */
const sourceFiles = globSync('*.ts', { cwd: SOURCE_FOLDER })
  .filter((file) => /^export const \w+: SourceSpec\b/m.test(readFileSync(join(SOURCE_FOLDER, file), 'utf8')))
  .map((file) => basename(file, '.ts'))
  .toSorted();

async function sourceOf(file: string): Promise<SourceSpec> {
  const module = (await import(`../../../lib/data/sources/${file}.ts`)) as Record<string, unknown>;
  const specs = Object.values(module).filter((value): value is SourceSpec => typeof value === 'object' && value !== null && 'requests' in value);
  expect(specs, `${file}.ts exports one source`).toHaveLength(1);
  return specs[0]!;
}

describe('every source', () => {
  it('has a file of its own', () => {
    expect(sourceFiles).toEqual(SOURCES.map(({ id }) => id).toSorted());
  });

  it.each(sourceFiles)('%s is registered under its file’s name', async (file) => {
    const spec = await sourceOf(file);
    expect(SOURCES).toContain(spec);
    expect(spec.id).toBe(file);
  });

  it.each(sourceFiles)('%s says what it gives and on which terms, in a sentence each', async (file) => {
    const { title, gives, terms, schedule } = await sourceOf(file);
    expect(title).toMatch(/^\S.*[^.]$/);
    for (const sentence of [gives, terms]) expect(sentence).toMatch(/^[A-Z].{20,200}\.$/);
    expect(schedule.notBefore).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
  });

  it.each(sourceFiles)('%s asks only the hosts that it names, over TLS, each key once and with a limit', async (file) => {
    const spec = await sourceOf(file);
    for (const today of ['2026-01-01', '2026-02-28', '2026-07-06', '2026-12-31']) {
      const asked = spec.requests({ today, pause: () => Promise.resolve() });
      expect(asked.length).toBeGreaterThan(0);
      expect(new Set(asked.map(({ key }) => key)).size).toBe(asked.length);
      for (const { url, maxBytes } of asked) {
        expect(spec.hosts).toContain(`${new URL(url).origin}/*`);
        expect(url).toMatch(/^https:/);
        expect(maxBytes).toBeGreaterThan(10_000);
        expect(maxBytes).toBeLessThanOrEqual(32_000_000);
      }
    }
    expect(new Set(spec.hosts).size).toBe(spec.hosts.length);
  });

  it.each(sourceFiles)('%s has a fallback that is there and knows its keys, or none', async (file) => {
    const spec = await sourceOf(file);
    if (spec.fallback === null) return;
    const other = SOURCES.find(({ id }) => id === spec.fallback);
    const context = { today: '2026-10-08', pause: () => Promise.resolve() };
    const keys = new Set(other?.requests(context).map(({ key }) => key));
    expect(spec.requests(context).some(({ key }) => keys.has(key))).toBe(true);
    expect(other?.group).toBe(spec.group);
    // No ring of fallbacks.
    const seen = new Set([file]);
    for (let next: string | null = spec.fallback; next !== null; next = SOURCES.find(({ id }) => id === next)?.fallback ?? null) {
      expect(seen.has(next)).toBe(false);
      seen.add(next);
    }
  });

  it.each(sourceFiles)('%s is tried in a test and documented', async (file) => {
    const { id } = await sourceOf(file);
    const tests = globSync('test/unit/data/sources/*.test.ts', { cwd: PROJECT }).map((path) => readFileSync(join(PROJECT, path), 'utf8'));
    expect(tests.some((test) => test.includes(`/sources/${file}.ts'`)), `a test reads ${file}.ts`).toBe(true);
    expect(readFileSync(join(PROJECT, 'docs/house.md'), 'utf8'), 'docs/house.md').toContain(`| \`sources/${file}.ts\` |`);
    expect(readFileSync(join(PROJECT, 'docs/sources.md'), 'utf8'), 'docs/sources.md').toContain(`### \`${id}\``);
  });
});
