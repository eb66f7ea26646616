import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../support/run.ts';

/** The commands that start browsers, as people run them. */
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(tool: string, ...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [join(PROJECT, 'tools', `${tool}.ts`), ...args], { cwd: folder });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => (stderr += String(data)));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, stdout, stderr };
}

function page(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title></head><body><article>${body}</article></body></html>`);
  return path;
}

const CLAIMS = `<h1>Small caps</h1>
  <p>The Russell 2000, which the fund IWM tracks, rose 11.3% in 2025. The S&amp;P 500 gained 16.4% in 2025.</p>
  <p>Owners of smaller companies have heard for years that their turn would come. It is the kind of promise that is easy
  to make and hard to keep, and most of those who made it have moved on to other promises since.</p>`;

describe('npm start', () => {
  it.each(['chromium', 'firefox'])('reads a file of one’s own in %s, and prints one JSON object', async (browser) => {
    const { status, stdout, stderr } = await run('start', page('own.html', CLAIMS), '--browser', browser, '--json', '--screenshot', `${browser}.png`);
    expect(status, stderr).toBe(0);
    const { pages } = JSON.parse(stdout) as { pages: { report: { findings: { claim: { metric: string; value: { low: number } } }[] } }[] };
    const values = pages[0]?.report.findings.map(({ claim }) => [claim.metric, claim.value.low]);
    expect(values).toEqual([['return', 11.3], ['return', 16.4]]);
    expect(existsSync(join(folder, `${browser}.png`))).toBe(true);
  });
});

describe('audit', () => {
  it.each(['chromium', 'firefox'])('says in %s what the extension did to each page of a folder', async (browser) => {
    page('own.html', CLAIMS);
    page('quiet.html', `<h1>Roses</h1><p>${'Water them in the evening, cut them in spring, and leave them alone for the rest of the year, she said. '.repeat(4)}</p>`);
    const { status, stdout, stderr } = await run('audit', '--dir', folder, '--browser', browser, '--json');
    expect(status, stderr).toBe(0);
    const { pages, totals } = JSON.parse(stdout) as { pages: Record<string, unknown>[]; totals: Record<string, unknown> };
    expect(pages.map(({ file, claims, domIdentical, newErrors }) => ({ file, claims, domIdentical, newErrors }))).toEqual([
      { file: 'own.html', claims: 2, domIdentical: true, newErrors: [] },
      { file: 'quiet.html', claims: 0, domIdentical: true, newErrors: [] },
    ]);
    expect(pages[0]?.workerWoken).toBe(true);
    expect(totals).toMatchObject({ pages: 2, claims: 2, domChanged: 0, newErrors: 0 });
  });
});
