import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../../support/run.ts';

function run(tool: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, 'tools', `${tool}.ts`), ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tools-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('every command', () => {
  it.each(['eval', 'eval-verdicts', 'eval-quantities', 'audit', 'bench', 'start', 'test', 'screenshots', 'snapshot', 'tour'])('%s explains itself and knows no unknown option', (tool) => {
    const help = run(tool, '--help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toContain('npm ');
    const unknown = run(tool, '--no-such-option');
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain('--no-such-option');
  });
});

describe('eval', () => {
  const line = (text: string, symbols: string[]) => JSON.stringify({ id: text, text, symbols });

  it('prints one JSON object for a set of anyone', () => {
    const set = file('set.jsonl', `${line('Nvidia shares fell.', ['NVDA'])}\n${line('Nothing here.', ['AAPL'])}\n`);
    const { status, stdout } = run('eval', '--set', set, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ set, documents: 2, words: 5, symbols: { tp: 1, fp: 0, fn: 1, recall: 0.5 }, misses: [{ what: 'AAPL' }] });
  });

  it('reads further symbols from a directory', () => {
    const set = file('new.jsonl', line('Shares of Zorblatt Dynamics (NYSE: ZBLT) rose.', ['ZBLT']));
    const directory = file('list.json', JSON.stringify({ fields: ['cik', 'name', 'ticker', 'exchange'], data: [[1, 'Zorblatt Dynamics, Inc.', 'ZBLT', 'NYSE']] }));
    expect(JSON.parse(run('eval', '--set', set, '--directory', directory, '--json').stdout)).toMatchObject({ symbols: { tp: 1, fn: 0 } });
  });

  it('names file and line of what it cannot read', () => {
    const set = file('bad.jsonl', '{"id":"a","text":"b"}\n{');
    const { status, stderr } = run('eval', '--set', set);
    expect(status).toBe(1);
    expect(stderr).toMatch(/bad\.jsonl:2: not JSON/);
    expect(stderr).not.toContain('    at ');
    expect(run('eval', '--set', join(folder, 'absent.jsonl')).stderr).toContain('absent.jsonl: no such file');
  });
});

describe('eval-quantities', () => {
  it('measures cases of both forms', () => {
    const values = file('values.json', JSON.stringify([{ req: 'two pens', res: [{ value: 2, surface: 'two pens' }] }]));
    expect(JSON.parse(run('eval-quantities', '--set', values, '--as', 'quantulum3', '--json').stdout)).toMatchObject({ tp: 1, fp: 0, fn: 0, f1: 1 });
    const cases = file('cases.json', JSON.stringify([{ Input: 'ten percent', Results: [{ Text: 'ten percent', Resolution: { value: '10%' } }] }, { Input: 'a percent', Results: [{ Text: 'percent', Resolution: { value: 'null' } }] }]));
    expect(JSON.parse(run('eval-quantities', '--set', cases, '--as', 'percent', '--json').stdout)).toMatchObject({ right: 1, inside: 1 });
    expect(run('eval-quantities', '--set', cases, '--as', 'percent').stdout).toContain('1 of 1 cases right (100.0%)');
  });

  it('says which file it cannot read', () => {
    const { status, stderr } = run('eval-quantities', '--set', file('other.json', '{}'), '--as', 'number');
    expect(status).toBe(1);
    expect(stderr).toContain('other.json: not a file of such cases');
    expect(stderr).not.toContain('    at ');
  });
});

describe('a tool whose reader leaves', () => {
  it('stops without a word, as `… | head -1` wants', () => {
    const set = join(PROJECT, 'test', 'corpus', 'verdicts', 'statements.jsonl');
    const command = `"${process.execPath}" "${join(PROJECT, 'tools', 'eval-verdicts.ts')}" --set "${set}" --json | head -c 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect(stdout).toBe('{');
    expect(stderr).toBe('');
  }, 60_000);
});
