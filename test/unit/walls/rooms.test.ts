import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT, runPackageScript } from '../../support/run.ts';

/**
 * Crosses every wall of the house on purpose and expects the refusal. The files stand in rooms of the same names in a
 * temporary folder under the project's own lint configuration, so that nobody else sees them.
 */
const REFUSED: readonly (readonly [file: string, line: string])[] = [
  ['lib/text/a.ts', "import { x } from '../market/names.ts';"],
  ['lib/text/b.ts', "import type { X } from '../check/finding.ts';"],
  ['lib/market/a.ts', "import { x } from '../detect/detect.ts';"],
  ['lib/market/metrics/b.ts', "import { x } from '../../detect/phrases.ts';"],
  ['lib/market/metrics/c.ts', "export { x } from '../../data/database.ts';"],
  ['lib/detect/a.ts', "import { x } from '../check/resolve.ts';"],
  ['lib/detect/b.ts', "import { z } from 'zod';"],
  ['lib/detect/vocabulary/c.ts', "import { x } from '../../page/flows.ts';"],
  ['lib/check/a.ts', "import { x } from '../present/reasons.ts';"],
  ['lib/check/b.ts', "import { x } from '../data/snapshot.ts';"],
  ['lib/present/a.ts', "import { x } from '../data/database.ts';"],
  ['lib/present/b.ts', "import { h } from 'preact';"],
  ['lib/page/a.ts', "import { x } from '../data/database.ts';"],
  ['lib/page/b.ts', "import { x } from '../messages/client.ts';"],
  ['lib/page/c.ts', "import { x } from '../platform/browser.ts';"],
  ['lib/page/d.ts', "import { x } from '../detect/detect.ts';"],
  ['lib/highlight/a.ts', "import { x } from '../data/database.ts';"],
  ['lib/highlight/b.ts', "import { x } from '../messages/client.ts';"],
  ['lib/highlight/c.ts', "import { x } from '../platform/browser.ts';"],
  ['lib/highlight/d.ts', "import { x } from 'webextension-polyfill';"],
  ['lib/card/a.ts', "import { x } from '../messages/client.ts';"],
  ['lib/data/a.ts', "import { x } from '../page/flows.ts';"],
  ['lib/data/sources/b.ts', "import { x } from '../../highlight/highlighter.ts';"],
  ['lib/data/c.ts', "import browser from 'webextension-polyfill';"],
  ['lib/messages/a.ts', "import { x } from '../data/database.ts';"],
  ['lib/messages/b.ts', "import browser from 'webextension-polyfill';"],
  ['lib/settings/a.ts', "import { x } from '../page/flows.ts';"],
  ['lib/settings/b.ts', "import { x } from '../language/load.ts';"],
  ['lib/language/a.ts', "import { x } from '../messages/client.ts';"],
  ['lib/present/c.ts', "import { x } from '../language/load.ts';"],
  ['lib/platform/a.ts', "import { x } from '../data/database.ts';"],
  ['lib/platform/browser.ts', "import { x } from '../messages/client.ts';"],
  ['components/a.tsx', "import { x } from '../lib/data/database.ts';"],
  ['components/card/b.tsx', "import { x } from '../../lib/messages/client.ts';"],
  ['components/c.tsx', "import browser from 'webextension-polyfill';"],
  ['lib/card/b.ts', "import { x } from '../../entrypoints/background.ts';"],
  ['components/d.tsx', "import { x } from '../entrypoints/popup/main.tsx';"],
  ['lib/data/d.ts', "import { x } from '../../test/support/bundled.ts';"],
  ['entrypoints/popup/a.tsx', "import browser from 'webextension-polyfill';"],
  ['entrypoints/article.content/a.ts', "import { x } from '../../lib/data/database.ts';"],
  ['entrypoints/article.content/b.ts', "import { z } from 'zod';"],
  ['entrypoints/article.content/c.ts', "import Dexie from 'dexie';"],
  ['entrypoints/article.content/d.ts', "import { x } from '../../lib/language/load.ts';"],
  ['entrypoints/article.content/e.ts', "import { x } from '../../lib/present/language.ts';"],
];

const REFUSED_GLOBALS: readonly (readonly [file: string, line: string])[] = [
  ['lib/text/g.ts', 'document.title;'],
  ['lib/market/g.ts', 'Date.now();'],
  ['lib/detect/g.ts', "fetch('https://example.org');"],
  ['lib/check/g.ts', 'performance.now();'],
  ['lib/present/g.ts', 'window.open();'],
  ['lib/present/h.ts', 'Math.random();'],
  ['lib/data/g.ts', 'document.title;'],
];

const ADMITTED: readonly (readonly [file: string, line: string])[] = [
  ['lib/market/ok.ts', "export { x } from '../text/span.ts';"],
  ['lib/detect/ok.ts', "export { x } from '../market/names.ts';"],
  ['lib/check/ok.ts', "export { x } from '../detect/detection.ts';"],
  ['lib/present/ok.ts', "export { x } from '../check/finding.ts';"],
  ['lib/page/ok.ts', "export { x } from '../text/span.ts';"],
  ['lib/language/ok.ts', "export { x } from '../present/language.ts';"],
  ['components/ok.tsx', "export { x } from '../lib/present/reasons.ts';"],
  ['components/types.tsx', "export type { X } from '../lib/check/finding.ts';"],
  ['entrypoints/ok.ts', "export { x } from '../lib/data/database.ts';"],
  ['entrypoints/article.content/ok.ts', "export { x } from '../../lib/messages/client.ts';"],
];

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

let folder = '';
let refusals: ReadonlyMap<string, string> = new Map();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'walls-'));
  cpSync(join(PROJECT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [file, line] of [...REFUSED, ...REFUSED_GLOBALS, ...ADMITTED]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${line}\n`);
  }
  const { output } = runPackageScript('oxlint/bin/oxlint', ['-f', 'json'], folder);
  const { diagnostics } = JSON.parse(output.slice(output.indexOf('{'))) as { diagnostics: Diagnostic[] };
  const wall = diagnostics.filter(({ code }) => code.includes('no-restricted-'));
  refusals = new Map(wall.map(({ filename, code }) => [filename.replaceAll('\\', '/'), code]));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the walls between rooms', () => {
  it.each(REFUSED)('%s may not: %s', (file) => {
    expect(refusals.get(file)).toContain('no-restricted-imports');
  });

  it.each(REFUSED_GLOBALS)('%s may not: %s', (file) => {
    expect(refusals.get(file)).toMatch(/no-restricted-(globals|properties)/);
  });

  it.each(ADMITTED)('%s may: %s', (file) => {
    expect(refusals.get(file)).toBeUndefined();
  });

  it('leave no room out', () => {
    const rooms = globSync('lib/*/', { cwd: PROJECT }).map((path) => path.replaceAll('\\', '/').replace(/\/$/, ''));
    expect(rooms.length).toBeGreaterThan(8);
    for (const room of rooms) expect(REFUSED.some(([file]) => file.startsWith(`${room}/`)), room).toBe(true);
  });
});

describe('pure rooms', () => {
  it('are checked without the DOM: `document` does not exist there', () => {
    const check = (line: string) => {
      const file = join(folder, 'pure.ts');
      writeFileSync(file, line);
      const config = join(folder, 'tsconfig.json');
      writeFileSync(config, JSON.stringify({ extends: join(PROJECT, 'tsconfig.pure.json'), include: [file] }));
      return runPackageScript('typescript/bin/tsc', ['-p', config]);
    };
    expect(check('export const last = [1].at(-1);')).toEqual({ status: 0, output: '' });
    for (const line of ['export const t = document.title;', "export const r = fetch('x');", 'export const p = process.env;']) {
      const { status, output } = check(line);
      expect(status).not.toBe(0);
      expect(output).toMatch(/error TS\d+: Cannot find name '(document|fetch|process)'/);
    }
  });

  it('never ask what day it is', () => {
    const files = globSync('lib/{text,market,detect,check,present}/**/*.ts', { cwd: PROJECT });
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => /new Date\(\s*\)/.test(readFileSync(join(PROJECT, file), 'utf8')))).toEqual([]);
  });
});

describe('webextension-polyfill', () => {
  it('is imported in one file', () => {
    const files = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', { cwd: PROJECT });
    const importing = files.filter((file) =>
      /(from|import|require)\s*\(?\s*['"]webextension-polyfill/.test(readFileSync(join(PROJECT, file), 'utf8')),
    );
    expect(importing.map((file) => file.replaceAll('\\', '/'))).toEqual(['lib/platform/browser.ts']);
  });
});
