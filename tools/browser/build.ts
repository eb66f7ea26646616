import { join } from 'node:path';
import { build } from 'wxt';
import type { BrowserFamily } from './find.ts';
import { PROJECT } from './folders.ts';

/**
 * Builds the extension for one browser with further pages that it reads, apart from the production builds. Returns the
 * folder. Messages of the builder go to standard error and only when something is wrong.
 */
export async function buildForPages(family: BrowserFamily, extraMatches: readonly string[]): Promise<string> {
  const outDir = join('.cache', 'start');
  process.env.TICKMARK_EXTRA_MATCHES = extraMatches.join(',');
  const tell = (...parts: unknown[]): void => {
    process.stderr.write(`${parts.map(String).join(' ')}\n`);
  };
  const silent = (): void => {};
  await build({
    root: PROJECT,
    browser: family === 'firefox' ? 'firefox' : 'chrome',
    manifestVersion: 3,
    outDir,
    logger: { level: 1, debug: silent, log: silent, info: silent, success: silent, warn: silent, error: tell, fatal: tell },
    vite: () => ({ logLevel: 'error' }),
  });
  return join(PROJECT, outDir, family === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
}
