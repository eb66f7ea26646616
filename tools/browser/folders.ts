import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
