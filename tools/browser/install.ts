import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';
import { UserError } from '../lib/command.ts';
import { findBrowser } from './find.ts';
import type { BrowserFamily, BrowserName, FoundBrowser } from './find.ts';
import { browserFolder } from './folders.ts';

const NAMES: Readonly<Record<BrowserFamily, readonly BrowserName[]>> = {
  chromium: ['chromium', 'chrome', 'edge', 'brave'],
  firefox: ['firefox'],
};

/**
 * A browser of the family: an installed one, else one that this installs, telling on standard error what it does first.
 * On Debian and Ubuntu as root that is the distribution's package; elsewhere a download into `.cache/browsers`.
 *
 * @throws {UserError} when no browser is there and none can be had.
 */
export async function requireBrowser(family: BrowserFamily): Promise<FoundBrowser> {
  return findBrowser(NAMES[family]) ?? (await installBrowser(family));
}

async function installBrowser(family: BrowserFamily): Promise<FoundBrowser> {
  const failures: string[] = [];
  if (isDebianRoot()) {
    const fromPackages = installPackage(family === 'firefox' ? 'firefox-esr' : 'chromium', family);
    if (typeof fromPackages !== 'string') return fromPackages;
    failures.push(fromPackages);
  }
  const downloaded = await download(family);
  if (typeof downloaded !== 'string') return downloaded;
  failures.push(downloaded);
  const wanted = family === 'firefox' ? 'Firefox' : 'Chrome, Chromium, Edge or Brave';
  throw new UserError(`No ${wanted} was found, and none could be installed:\n${failures.map((f) => `  - ${f}`).join('\n')}\nPlease install one and try again.`);
}

function isDebianRoot(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function installPackage(name: string, family: BrowserFamily): FoundBrowser | string {
  say(`No browser found. Installing the package ${name} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Standard output belongs to the command's own result, so that of apt-get goes to standard error.
  const run = (...args: string[]) => spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] }).status === 0;
  run('update', '-qq');
  if (!run('install', '-y', '-qq', '--no-install-recommends', name)) return `apt-get install ${name} failed`;
  const found = findBrowser(NAMES[family]);
  // On Ubuntu the package may be a stub for a snap, which containers cannot start.
  if (!found || spawnSync(found.path, ['--version'], { stdio: 'ignore' }).status !== 0) return `the package ${name} brought no browser that starts`;
  return found;
}

async function download(family: BrowserFamily): Promise<FoundBrowser | string> {
  const browser = family === 'firefox' ? Browser.FIREFOX : Browser.CHROME;
  const platform = detectBrowserPlatform();
  if (!platform) return 'there is no download for this system';
  try {
    say(`Downloading ${family === 'firefox' ? 'Firefox' : 'Chrome for Testing'} into ${browserFolder()}.`);
    const buildId = await resolveBuildId(browser, platform, family === 'firefox' ? 'stable' : 'stable');
    const installed = await install({ browser, platform, buildId, cacheDir: browserFolder() });
    return { name: family === 'firefox' ? 'firefox' : 'chrome', family, path: installed.executablePath };
  } catch (error) {
    return `the download failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
