import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { productionBuild } from '../../tools/browser/folders.ts';

const LIMIT_BYTES = 40 * 1024;

/** Words that survive minification because they are part of what a library or a room of ours says or writes. */
const TRACES = {
  Dexie: /DexieError|Dexie\.version|MissingAPIError|indexedDB\.open|dexie/i,
  'full zod': /ZodError|invalid_union|unrecognized_keys|_zod\b|ZodString/,
  'the wording of metrics': /multiple of earnings/,
  'the sentences of cards': /definition not stated/,
};

describe.each(['chromium', 'firefox'] as const)('the built content script for %s', (family) => {
  const folder = productionBuild(family);

  function contentScripts(): string[] {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      content_scripts?: { js?: string[] }[];
    };
    return (manifest.content_scripts ?? []).flatMap(({ js = [] }) => js);
  }

  it('is there', () => {
    expect(contentScripts().length).toBeGreaterThan(0);
  });

  it('holds neither Dexie nor full zod, nor what only the worker says', () => {
    for (const file of contentScripts()) {
      const source = readFileSync(join(folder, file), 'utf8');
      for (const [library, trace] of Object.entries(TRACES)) expect(trace.exec(source)?.[0], `${library} in ${file}`).toBeUndefined();
    }
  });

  it('leaves traces of all of them in the worker, so that the traces are the right ones', () => {
    const scripts = globSync('{background.js,chunks/*.js,background/*.js}', { cwd: folder });
    const all = scripts.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    for (const trace of Object.values(TRACES)) expect(all).toMatch(trace);
  });

  it('is at most 40 kB compressed', () => {
    const bytes = contentScripts().reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
    expect(bytes).toBeLessThanOrEqual(LIMIT_BYTES);
  });
});
