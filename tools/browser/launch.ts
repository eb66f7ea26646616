import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserFamily, FoundBrowser } from './find.ts';
import type { Site } from './site.ts';

export interface LaunchOptions {
  /** Folder of the built extension, or null for a browser without it. */
  readonly extension: string | null;
  /** Default true. */
  readonly headless?: boolean;
  /** The loopback site that answers for every host name; without it host names are looked up as usual. */
  readonly site?: Site;
  readonly width?: number;
  readonly height?: number;
  /** What pages are told of the reader's colour scheme; default light. */
  readonly scheme?: 'light' | 'dark';
  readonly args?: readonly string[];
}

/** A browser with the extension in it, and the ways in which both engines can be asked the same things. */
export interface RunningBrowser {
  readonly family: BrowserFamily;
  readonly browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…` without a slash at its end; null without extension. */
  readonly origin: string | null;
  /** Id by which the browser knows the extension; null without one. */
  readonly extensionId: string | null;
  /** A page of the extension in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts the browser with a fresh profile that is removed when it closes, and loads the extension into it.
 *
 * Branded Chrome no longer takes `--load-extension`; both engines take an extension over their remote protocol, which
 * needs a pipe in Chromium.
 */
export async function launchBrowser(found: FoundBrowser, options: LaunchOptions): Promise<RunningBrowser> {
  return found.family === 'firefox' ? launchFirefox(found.path, options) : launchChromium(found.path, options);
}

async function launchChromium(executablePath: string, options: LaunchOptions): Promise<RunningBrowser> {
  const { width = 1280, height = 900, site } = options;
  const browser = await launch({
    executablePath,
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: options.headless === false ? null : { width, height },
    args: [
      // Chromium's sandbox refuses to start for root, as in most containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(site ? [`--host-resolver-rules=MAP * 127.0.0.1:${site.port}`, '--ignore-certificate-errors'] : []),
      `--window-size=${width},${height}`,
      '--lang=en-US',
      ...(options.scheme === 'dark' ? ['--blink-settings=preferredColorScheme=0'] : []),
      ...(options.args ?? []),
    ],
  });
  return closeOnFailure(browser, async () => {
    const id = options.extension === null ? null : await browser.installExtension(options.extension);
    return running('chromium', browser, id, id === null ? null : `chrome-extension://${id}`);
  });
}

async function launchFirefox(executablePath: string, options: LaunchOptions): Promise<RunningBrowser> {
  const { width = 1280, height = 900, site } = options;
  const geckoId = options.extension === null ? null : geckoIdOf(options.extension);
  // Firefox makes up the host of an extension's pages at installation unless the profile already knows one.
  const uuid = randomUUID();
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    acceptInsecureCerts: site !== undefined,
    defaultViewport: options.headless === false ? null : { width, height },
    // Without system access Firefox refuses to open an extension's own pages over the remote protocol.
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`, ...(options.args ?? [])],
    extraPrefsFirefox: {
      ...(geckoId === null ? {} : { 'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }) }),
      ...(site ? proxyPrefs(site.proxyPort) : {}),
      'intl.accept_languages': 'en-US',
      // The browser's prompts cannot be answered from outside; a click is still needed before a permission is given.
      'extensions.webextOptionalPermissionPrompts': false,
      'dom.storageManager.prompt.testing': true,
      'dom.storageManager.prompt.testing.allow': true,
      // 0 is dark, 1 light; without it pages go with the theme of the browser's window.
      'layout.css.prefers-color-scheme.content-override': options.scheme === 'dark' ? 0 : 1,
    },
  });
  return closeOnFailure(browser, async () => {
    const id = options.extension === null ? null : await browser.installExtension(options.extension);
    return running('firefox', browser, id, id === null ? null : `moz-extension://${uuid}`);
  });
}

function proxyPrefs(port: number): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
    // Sites on the preload list refuse the loopback certificate otherwise.
    'network.stricttransportsecurity.preloadlist': false,
    'security.cert_pinning.enforcement_level': 0,
  };
}

function geckoIdOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${folder}/manifest.json: no browser_specific_settings.gecko.id`);
  return id;
}

function running(family: BrowserFamily, browser: Browser, extensionId: string | null, origin: string | null): RunningBrowser {
  return {
    family,
    browser,
    origin,
    extensionId,
    openExtensionPage: async (path) => {
      if (origin === null) throw new Error('the browser was started without the extension');
      const page = await browser.newPage();
      const url = `${origin}/${path}`;
      // Firefox moves the tab to another process here, which Puppeteer's waiting does not see to the end.
      await Promise.race([page.goto(url).catch(() => null), arrived(page, url)]);
      await arrived(page, url);
      return page;
    },
    close: () => closed(browser),
  };
}

/** Waits, at most ten seconds, until the tab shows the address with its document complete. */
async function arrived(page: Page, url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const there = await page
      .evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url)
      .catch(() => false); // between two documents there is nothing to ask
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not open`);
}

/** Firefox does not always end when it is told to; after so long its process is ended. */
const CLOSING_MS = 15_000;

async function closed(browser: Browser): Promise<void> {
  const process = browser.process();
  let isEnded = false;
  const timer = setTimeout(() => {
    isEnded = true;
    process?.kill('SIGKILL');
  }, CLOSING_MS);
  const exit = new Promise<void>((resolve) => process?.once('exit', () => resolve()));
  try {
    await Promise.race([browser.close(), exit]);
  } catch (error) {
    // The connection breaks off with the process.
    if (!isEnded) throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function closeOnFailure<T>(browser: Browser, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await browser.close();
    throw error;
  }
}
