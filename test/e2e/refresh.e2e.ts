/**
 * Market data from the sources, with the production build: loopback servers speak each format on the real host names, and
 * fill the database from first installation to computed figures in a card.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page as BrowserPage } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOURCES } from '../../lib/data/sources/index.ts';
import type { RefreshStatus } from '../../lib/messages/protocol.ts';
import { createClock } from '../../lib/platform/clock.ts';
import { ExtensionControl } from '../../tools/browser/extension.ts';
import { requireBuild } from '../../tools/browser/folders.ts';
import { launchWithExtension } from '../support/browsers.ts';
import type { BrowserFamily, RunningBrowser } from '../support/browsers.ts';
import { COMPANIES } from '../support/made-up-companies.ts';
import { weightOf } from '../support/made-up-funds.ts';
import { answerOf } from '../support/made-up-market.ts';
import { hover, pointOfText, waitForCard } from '../support/pointer.ts';
import { startSite } from '../support/site.ts';
import type { Page, Site } from '../support/site.ts';
import { until } from '../support/wait.ts';

const TODAY = createClock().today('new-york');
const HOSTS = new Set(SOURCES.flatMap(({ hosts }) => hosts.map((pattern) => new URL(pattern).host)));
const [EARNER, , , LOSER] = COMPANIES;
const ETAG = '"of today"';

const ARTICLE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Small companies</title>
  <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${TODAY}"}</script></head><body><article>
  <h1>Small companies and what they earn</h1>
  <p>About 25% of the companies in the Russell 2000 are unprofitable. Among its members, ${EARNER?.name} (NYSE: ${EARNER?.symbol})
  earns something and ${LOSER?.name} (NYSE: ${LOSER?.symbol}) does not, which has been so for as long as anybody remembers.</p>
  <p>Owners of smaller companies have heard for years that their turn would come. It is the kind of promise that is easy
  to make and hard to keep, and most of those who made it have moved on to other promises since.</p></article></body></html>`;

/** A request to a source, as the servers saw it. */
interface Asked {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly at: number;
}

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let site: Site;
  let running: RunningBrowser;
  let control: ExtensionControl;
  let folder: string;
  const asked: Asked[] = [];

  function answer(url: URL, headers: IncomingHttpHeaders): Page | null {
    if (url.host === 'www.gate.com') return { body: ARTICLE };
    if (!HOSTS.has(url.host)) return null;
    if (headers['sec-fetch-dest'] === 'document') return { body: '<title>A page for people</title>', headers: { 'x-agent': headers['user-agent'] ?? '' } };
    asked.push({ url, headers, at: Date.now() });
    const body = answerOf(url, TODAY);
    if (body === null) return null;
    if (headers['if-none-match'] === ETAG) return { status: 304, body: '' };
    return { body, type: 'text/plain', headers: { etag: ETAG } };
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tickmark-'));
    site = await startSite(answer);
    running = await launchWithExtension(family, { site, extension: grantable(family, folder) });
    control = await ExtensionControl.open(running);
  });

  afterAll(async () => {
    await running?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const refreshed = async (): Promise<RefreshStatus> => {
    await until(async () => !(await control.ask('refreshStatus')).isRunning, 80_000);
    return control.ask('refreshStatus');
  };

  it('asks the SEC and the exchanges after installation, in order and slowly, under a name of its own', async () => {
    await until(async () => asked.length > 3, 30_000);
    const { sources } = await refreshed();
    for (const { id, group, failure, parts, isFallback } of sources) {
      if (isFallback || (group !== 'sec' && group !== 'exchanges')) continue;
      expect([id, failure]).toEqual([id, null]);
      expect(parts.length, id).toBeGreaterThan(0);
    }
    expect(new Set(asked.map(({ url }) => url.host))).toEqual(new Set(['www.nasdaqtrader.com', 'www.sec.gov', 'data.sec.gov']));
    for (const { url, headers } of asked) {
      expect(headers.cookie, url.href).toBeUndefined();
      const isNamed = /^Tickmark\/[\d.]+ \(\S+@\S+\)$/.test(headers['user-agent'] ?? '');
      expect(isNamed, `${url.host}: ${headers['user-agent']}`).toBe(url.host.endsWith('.sec.gov'));
    }
    for (const ofHost of Map.groupBy(asked, ({ url }) => url.host).values()) {
      const [first, last] = [ofHost[0]?.at ?? 0, ofHost.at(-1)?.at ?? 0];
      if (ofHost.length > 10) expect((last - first) / (ofHost.length - 1)).toBeGreaterThan(450);
    }
  });

  it('leaves what the reader opens at the SEC under the browser’s own name', async () => {
    const page = await running.browser.newPage();
    const response = await page.goto('https://www.sec.gov/about', { waitUntil: 'load' });
    expect(response?.headers()['x-agent']).toMatch(/^Mozilla\//);
    await page.close();
  });

  it('shows what a company earned in a card, and says what no source has given', async () => {
    const text = await cardOf(EARNER?.symbol ?? '');
    expect(text).toContain('Profit, twelve months');
    expect(text).toContain('$20 million');
    expect(text).toContain('fund issuers can be turned on in the options');
    expect(await cardOf(LOSER?.symbol ?? '')).toContain('−$8 million');
  });

  it('asks an issuer once the reader turns it on in the options, and shows what came', async () => {
    const before = asked.length;
    const options = await running.openExtensionPage('options.html');
    await textShows(options, 'iShares fund holdings');
    await press(options, 'iShares');
    await until(async () => asked.slice(before).some(({ url }) => url.host === 'www.ishares.com'), 20_000);
    await refreshed();
    await textShows(options, '7 of 7 files, the newest as of');
    expect(await textOf(options)).toContain('IWM: 40 holdings as of');
    await options.close();
    const { sources } = await control.ask('refreshStatus');
    expect(sources.filter(({ group, failure }) => group === 'ishares' && failure !== null)).toEqual([]);
    expect(asked.filter(({ url }) => ['www.ssga.com', 'query1.finance.yahoo.com'].includes(url.host))).toEqual([]);
  });

  it('shows in cards which indices hold a company and at what weight, and index figures computed from its reports', async () => {
    const company = await cardOf(EARNER?.symbol ?? '');
    expect(company).toContain('Russell 2000');
    expect(company).toContain(`${weightOf(EARNER!).toFixed(2)}%`);
    expect(company).toContain('P/E ratio, trailing, as reported 10');
    const claim = await cardOf('About 25% of the companies');
    expect(claim).toContain('25%');
    expect(claim).toContain('Computed from IWM’s holdings and reports to the SEC');
  });

  it('asks only whether there is something new when the reader presses “Refresh now”', async () => {
    const before = asked.length;
    const options = await running.openExtensionPage('options.html');
    await textShows(options, 'Refresh now');
    await press(options, 'Refresh now');
    await until(async () => asked.length > before, 20_000);
    await refreshed();
    const again = asked.slice(before);
    expect(again.length).toBeGreaterThan(20);
    const isPaged = ({ url }: Asked): boolean => url.pathname.endsWith('/portfolio-holding/stock');
    const conditions = again.filter((one) => answerOf(one.url, TODAY) !== null && !isPaged(one)).map(({ headers }) => headers['if-none-match']);
    expect(new Set(conditions)).toEqual(new Set([ETAG]));
    await textShows(options, 'just now');
    await options.close();
  });

  it('tells in one line of the popup when the sources were asked', async () => {
    const popup = await running.openExtensionPage('popup.html');
    await textShows(popup, 'Sources asked');
    await popup.close();
  });

  /** Text of the card that opens where a real pointer rests on the words. */
  async function cardOf(words: string): Promise<string> {
    const { page } = await control.openPage('https://www.gate.com/learn/small-companies');
    const point = await pointOfText(page, words);
    if (point === null) throw new Error(`“${words}” is not on the page`);
    let text: string | null = null;
    for (let tries = 0; text === null && tries < 3; tries += 1) {
      await hover(page, point);
      text = await waitForCard(page, (shown) => shown !== null);
    }
    await page.close();
    return text ?? '';
  }
});

/**
 * The production build. Chromium's prompt for a permission cannot be answered from outside, so that there the copy's
 * manifest asks for the issuers' hosts at installation; the reader's click is needed all the same.
 */
function grantable(family: BrowserFamily, folder: string): string {
  const build = requireBuild(family);
  if (family === 'firefox') return build;
  const copy = join(folder, 'extension');
  cpSync(build, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { host_permissions: string[]; optional_host_permissions: string[] };
  const hosts = manifest.optional_host_permissions.filter((pattern) => pattern !== '*://*/*');
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: [...manifest.host_permissions, ...hosts], optional_host_permissions: ['*://*/*'] }));
  return copy;
}

async function textOf(page: BrowserPage): Promise<string> {
  return page.evaluate(() => document.body.textContent ?? '');
}

async function textShows(page: BrowserPage, wanted: string): Promise<void> {
  await until(async () => (await textOf(page)).includes(wanted), 30_000);
}

/** Clicks, with a real pointer, the switch or button that has the words. */
async function press(page: BrowserPage, words: string): Promise<void> {
  await page.bringToFront();
  const point = await pointOfText(page, words);
  if (point === null) throw new Error(`there is no “${words}” to press`);
  await page.mouse.click(point.x, point.y);
}
