import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { PageState } from '../lib/messages/protocol.ts';
import { terminalReport } from '../lib/present/terminal.ts';
import { buildForPages } from './browser/build.ts';
import { ExtensionControl } from './browser/extension.ts';
import type { OpenedPage } from './browser/extension.ts';
import { BROWSER_NAMES, findBrowser } from './browser/find.ts';
import type { BrowserName, FoundBrowser } from './browser/find.ts';
import { requireBrowser } from './browser/install.ts';
import { launchBrowser } from './browser/launch.ts';
import { preparePages, SAMPLE_ARTICLE } from './browser/local-pages.ts';
import { readCommandLine, runTool, UserError } from './lib/command.ts';

const HELP = `
Builds Tickmark, opens a browser with it on an article, and prints what it found: every claim as quoted, what it was
read as, the verdict with its reason, the data used with date and source; then the tickers.

  npm start [-- FILE_OR_URL …] [--browser NAME] [--headless] [--json] [--screenshot FILE]

  FILE_OR_URL         HTML files or web addresses; without one, the sample article that comes with the project
  --browser NAME      ${BROWSER_NAMES.join(', ')}; without it the first that is found, in this order
  --headless          no window; always so without a display and with --json
  --screenshot FILE   where a run without a window puts its picture of a card (default report.png)
  --json              one JSON object on standard output and nothing else

With a window, the browser stays open until you close it. A browser that is missing is installed first: on Debian or
Ubuntu as root with apt-get, elsewhere by download into .cache/browsers.
`;

interface ReadPage {
  readonly page: string;
  readonly address: string;
  readonly state: PageState['state'];
  readonly reason: string | null;
  readonly report: Extract<PageState, { state: 'read' }>['report'] | null;
  readonly screenshot: string | null;
}

await runTool(async () => {
  const { values, positionals } = readCommandLine(
    HELP,
    {
      browser: { type: 'string' },
      headless: { type: 'boolean' },
      json: { type: 'boolean' },
      screenshot: { type: 'string' },
    },
    true,
  );
  const headless = values.headless === true || values.json === true || !hasDisplay();
  const pages = await preparePages(positionals.length > 0 ? positionals : [SAMPLE_ARTICLE]);
  try {
    const browser = await chooseBrowser(values.browser);
    process.stderr.write(`Building the extension for ${browser.name} and starting ${browser.path}\n`);
    const extension = buildForPages(browser.family, pages.matches);
    const running = await launchBrowser(browser, { extension, headless, height: 1000 });
    try {
      const control = await ExtensionControl.open(running);
      const results: ReadPage[] = [];
      for (const [index, { name, address }] of pages.pages.entries()) {
        const opened = await control.openPage(address);
        const file = headless ? screenshotName(values.screenshot ?? 'report.png', index) : null;
        const hasCard = file !== null && (await photographCard(control, opened, file));
        results.push({
          page: name,
          address,
          state: opened.state.state,
          reason: opened.state.state === 'read' ? null : opened.state.reason,
          report: opened.state.state === 'read' ? opened.state.report : null,
          screenshot: hasCard ? file : null,
        });
        if (!values.json) process.stdout.write(forPeople(results.at(-1)!));
      }
      if (values.json) process.stdout.write(`${JSON.stringify({ browser: await running.browser.version(), pages: results })}\n`);
      if (results.some(({ state }) => state !== 'read')) process.exitCode = 1;
      if (!headless) await stayOpen(control.page, running.browser);
    } finally {
      await running.close();
    }
  } finally {
    await pages.close();
  }
});

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return !process.env.CI;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function chooseBrowser(name: string | undefined): Promise<FoundBrowser> {
  if (name === undefined) return findBrowser(BROWSER_NAMES) ?? requireBrowser('chromium');
  if (!isBrowserName(name)) throw new UserError(`--browser ${name}: there are ${BROWSER_NAMES.join(', ')}`);
  const found = findBrowser([name]);
  if (found) return found;
  if (name === 'edge' || name === 'brave') throw new UserError(`${name} was not found on this machine`);
  return requireBrowser(name === 'firefox' ? 'firefox' : 'chromium');
}

function isBrowserName(name: string): name is BrowserName {
  return (BROWSER_NAMES as readonly string[]).includes(name);
}

function screenshotName(file: string, index: number): string {
  return index === 0 ? file : file.replace(/(\.png)?$/, `-${index + 1}.png`);
}

/** Opens the card of the page's most telling finding and takes a picture. False when the page has none. */
async function photographCard(control: ExtensionControl, opened: OpenedPage, file: string): Promise<boolean> {
  if (opened.state.state !== 'read') return false;
  const order = ['contradicted', 'definition-dependent', 'outdated', 'supported', 'unverifiable'];
  const findings = opened.state.report.findings.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  await opened.page.bringToFront();
  for (const { claim } of findings) {
    if (!(await control.askTab(opened.tabId, 'showFinding', { claimId: claim.id }))) continue;
    await settle(opened.page);
    await opened.page.screenshot({ path: file });
    return true;
  }
  return false;
}

/** Scrolling and the card's arrival take a few frames. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
}

function forPeople(result: ReadPage): string {
  if (!result.report) return `\n${result.page}: not read (${result.reason ?? 'unknown'})\n`;
  const table = terminalReport(result.report, {
    width: process.stdout.columns ?? 120,
    color: process.stdout.isTTY && process.env.NO_COLOR === undefined,
  });
  const picture = result.screenshot === null ? '' : `\nScreenshot with an open card: ${join(process.cwd(), result.screenshot)}\n`;
  return `\n${table}${picture}`;
}

async function stayOpen(controlTab: Page, browser: Browser): Promise<void> {
  process.stderr.write('The browser stays open; close it to end.\n');
  await controlTab.close().catch(() => {}); // nobody needs the control tab any more
  await new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
}
