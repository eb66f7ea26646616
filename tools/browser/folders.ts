import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../lib/command.ts';

/** The project's folder. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Where browsers go that a command had to download. */
export function browserFolder(): string {
  return join(PROJECT, '.cache', 'browsers');
}

/** A production build as `npm run build` leaves it. */
export function productionBuild(family: 'chromium' | 'firefox'): string {
  return join(PROJECT, '.output', family === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
}

/** The folder of a production build. Throws `UserError` when there is none, or a build is under way. */
export function requireBuild(family: 'chromium' | 'firefox'): string {
  const folder = productionBuild(family);
  if (!existsSync(join(folder, 'manifest.json'))) throw new UserError(`${folder} holds no build: run "npm run build" first`);
  return folder;
}
