import type { BrowserFamily } from '../../tools/browser/find.ts';
import { requireBuild } from '../../tools/browser/folders.ts';
import { requireBrowser } from '../../tools/browser/install.ts';
import { launchBrowser } from '../../tools/browser/launch.ts';
import type { LaunchOptions, RunningBrowser } from '../../tools/browser/launch.ts';

export type { BrowserFamily } from '../../tools/browser/find.ts';
export type { RunningBrowser } from '../../tools/browser/launch.ts';

/**
 * A browser of the family with the production build loaded, installing the browser when there is none. Host names lead
 * to `site` when one is given.
 *
 * @throws when the build is missing: `npm run build` makes it.
 */
export async function launchWithExtension(
  family: BrowserFamily,
  options: Omit<LaunchOptions, 'extension'> & { extension?: string | null } = {},
): Promise<RunningBrowser> {
  const extension = options.extension === undefined ? requireBuild(family) : options.extension;
  return launchBrowser(await requireBrowser(family), { ...options, extension });
}
