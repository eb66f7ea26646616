import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserFamily } from './find.ts';
import { PROJECT } from './folders.ts';

/**
 * Builds the extension for one browser with further pages that it reads, apart from the production builds. Returns the
 * folder. In a process of its own, because the builder writes to standard output, which belongs to the command's result;
 * what it says is shown on standard error when it fails.
 *
 * @throws when the build fails.
 */
export function buildForPages(family: BrowserFamily, extraMatches: readonly string[]): string {
  const browser = family === 'firefox' ? 'firefox' : 'chrome';
  const outDir = join('.cache', 'start');
  const run = spawnSync(process.execPath, [fileURLToPath(new URL('build-process.ts', import.meta.url)), browser, outDir], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: { ...process.env, TICKMARK_EXTRA_MATCHES: extraMatches.join(',') },
  });
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout}${run.stderr}`);
    throw new Error(`the extension could not be built for ${browser}`);
  }
  return join(PROJECT, outDir, `${browser}-mv3`);
}
