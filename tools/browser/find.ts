import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { browserFolder } from './folders.ts';

/** The two engines that the extension is built for. */
export type BrowserFamily = 'chromium' | 'firefox';

/** Browsers that can be asked for by name. */
export type BrowserName = 'chrome' | 'chromium' | 'edge' | 'brave' | 'firefox';

export const BROWSER_NAMES: readonly BrowserName[] = ['chrome', 'chromium', 'edge', 'brave', 'firefox'];

export interface FoundBrowser {
  readonly name: BrowserName;
  readonly family: BrowserFamily;
  /** Absolute path of the executable. */
  readonly path: string;
}

interface Places {
  /** Names of the executable on `PATH`. */
  readonly commands: readonly string[];
  readonly mac: readonly string[];
  /** Below `Program Files`, `Program Files (x86)` and the user's local application data. */
  readonly windows: readonly string[];
}

const PLACES: Readonly<Record<BrowserName, Places>> = {
  chrome: {
    commands: ['google-chrome-stable', 'google-chrome', 'chrome'],
    mac: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
    windows: ['Google\\Chrome\\Application\\chrome.exe'],
  },
  chromium: {
    commands: ['chromium', 'chromium-browser'],
    mac: ['Chromium.app/Contents/MacOS/Chromium'],
    windows: ['Chromium\\Application\\chrome.exe'],
  },
  edge: {
    commands: ['microsoft-edge-stable', 'microsoft-edge', 'msedge'],
    mac: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    windows: ['Microsoft\\Edge\\Application\\msedge.exe'],
  },
  brave: {
    commands: ['brave-browser', 'brave', 'brave-browser-stable'],
    mac: ['Brave Browser.app/Contents/MacOS/Brave Browser'],
    windows: ['BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
  },
  firefox: {
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    mac: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
  },
};

export function familyOf(name: BrowserName): BrowserFamily {
  return name === 'firefox' ? 'firefox' : 'chromium';
}

/**
 * The first browser of the given names that is installed, looking on `PATH`, in the usual places of the system, and
 * among those that an earlier run downloaded. Null when there is none.
 */
export function findBrowser(names: readonly BrowserName[]): FoundBrowser | null {
  for (const name of names) {
    const path = candidates(name).find(isExecutable);
    if (path !== undefined) return { name, family: familyOf(name), path };
  }
  return null;
}

function candidates(name: BrowserName): string[] {
  const places = PLACES[name];
  const downloaded = downloadedExecutables(name);
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return [...folders.flatMap((folder) => places.mac.map((app) => join(folder, app))), ...downloaded];
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((key) => process.env[key] ?? []);
    return [...folders.flatMap((folder) => places.windows.map((exe) => join(folder, exe))), ...downloaded];
  }
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...places.commands.flatMap((command) => path.map((folder) => join(folder, command))), ...downloaded];
}

/** Executables below our own download folder, newest version first. */
function downloadedExecutables(name: BrowserName): string[] {
  const folder = join(browserFolder(), name);
  let builds: string[];
  try {
    builds = readdirSync(folder).toSorted().toReversed();
  } catch {
    return []; // nothing was downloaded yet
  }
  const inside: Partial<Record<BrowserName, readonly string[]>> = {
    chrome: ['chrome-linux64/chrome', 'chrome-win64/chrome.exe', 'chrome-win32/chrome.exe',
      'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'],
    firefox: ['firefox/firefox', 'core/firefox.exe', 'Firefox.app/Contents/MacOS/firefox'],
  };
  return builds.flatMap((build) => (inside[name] ?? []).map((path) => join(folder, build, path)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
