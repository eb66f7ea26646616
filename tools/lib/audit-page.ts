import { createHash } from 'node:crypto';
import type { CDPSession, Page } from 'puppeteer-core';
import type { PageState } from '../../lib/messages/protocol.ts';
import { isBackgroundRunning, stopBackground } from '../browser/background.ts';
import type { ExtensionControl } from '../browser/extension.ts';
import type { RunningBrowser } from '../browser/launch.ts';
import { useBy } from './profile.ts';
import type { MainThreadUse } from './profile.ts';

/** A page as it is without the extension. */
export interface BarePage {
  /** Hash of the document, and whether a second load gave the same. */
  readonly hashes: readonly string[];
  readonly errors: readonly string[];
}

export interface AuditedPage {
  readonly file: string;
  readonly state: string;
  readonly words: number | null;
  readonly mentions: number;
  readonly claims: number;
  readonly mainThreadMs: number | null;
  readonly longestSliceMs: number | null;
  /** Null when the page changes by itself from one load to the next, so that nothing can be said. */
  readonly domIdentical: boolean | null;
  /** Messages that appear with the extension only. */
  readonly newErrors: readonly string[];
  readonly workerWoken: boolean;
}

/** Time for a page's own late scripts, after `load`. */
const QUIET_MS = 700;

/** Loads a page twice in a browser without the extension. */
export async function loadBare(running: RunningBrowser, address: string): Promise<BarePage> {
  const hashes: string[] = [];
  const errors: string[] = [];
  for (let load = 0; load < 2; load += 1) {
    const page = await running.browser.newPage();
    collectErrors(page, errors);
    await page.goto(address, { waitUntil: 'load' });
    await pause(QUIET_MS);
    hashes.push(await hashOf(page));
    await page.close();
  }
  return { hashes, errors };
}

/** Loads a page with the extension reading it. `blank` is a page of the same host with nothing on it. */
export async function auditPage(
  running: RunningBrowser,
  control: ExtensionControl,
  where: { readonly file: string; readonly address: string; readonly blank: string },
  bare: BarePage,
): Promise<AuditedPage> {
  const { page, tabId } = await control.openTab();
  try {
    await page.goto(where.blank, { waitUntil: 'load' });
    const errors: string[] = [];
    collectErrors(page, errors);
    await stopBackground(running);
    const profiler = await startProfiler(running, page);
    await page.goto(where.address, { waitUntil: 'load' });
    const state = await readByContentScript(control, tabId);
    await pause(QUIET_MS);
    const woken = await isBackgroundRunning(running);
    const use = profiler === null ? await measuresOf(page) : await stopProfiler(profiler, running);
    const hash = await hashOf(page);
    const stable = bare.hashes.every((one) => one === bare.hashes[0]);
    const report = state?.state === 'read' ? state.report : null;
    return {
      file: where.file,
      state: state === null ? 'no answer' : state.state === 'read' ? 'read' : state.reason,
      words: report?.words ?? null,
      mentions: report?.tickers.reduce((sum, ticker) => sum + ticker.mentions.length, 0) ?? 0,
      claims: report?.findings.length ?? 0,
      mainThreadMs: use?.totalMs ?? null,
      longestSliceMs: use?.longestMs ?? null,
      domIdentical: bare.hashes.includes(hash) ? true : stable ? false : null,
      newErrors: errors.filter((error) => !bare.errors.includes(error)),
      workerWoken: woken,
    };
  } finally {
    await page.close();
  }
}

/** Asks the content script itself, which wakes nobody. Null when none answers in the page. */
async function readByContentScript(control: ExtensionControl, tabId: number): Promise<PageState | null> {
  const until = Date.now() + 15_000;
  let last: PageState | null = null;
  let unanswered = 0;
  while (Date.now() < until) {
    try {
      last = await control.askTab(tabId, 'pageState');
      if (last.state === 'read' || last.reason !== 'reading') return last;
    } catch {
      unanswered += 1;
      if (unanswered > 20) return null;
    }
    await pause(100);
  }
  return last;
}

/** A hash of the document without our own host element. */
async function hashOf(page: Page): Promise<string> {
  const html = await page.evaluate(() => {
    const root = document.documentElement;
    const hosts = [...root.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('tickmark-'));
    if (hosts.length === 0) return root.outerHTML;
    const copy = root.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll(hosts.map(({ localName }) => localName).join(','))) host.remove();
    return copy.outerHTML;
  });
  return createHash('sha256').update(html).digest('hex');
}

function collectErrors(page: Page, into: string[]): void {
  page.on('pageerror', (error) => into.push(`error: ${error instanceof Error ? error.message : String(error)}`));
  page.on('console', (message) => {
    if (message.type() === 'error') into.push(`console: ${message.text()}`);
  });
}

async function startProfiler(running: RunningBrowser, page: Page): Promise<CDPSession | null> {
  if (running.family === 'firefox') return null;
  const session = await page.createCDPSession();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 100 });
  await session.send('Profiler.start');
  return session;
}

async function stopProfiler(session: CDPSession, running: RunningBrowser): Promise<MainThreadUse> {
  const { profile } = await session.send('Profiler.stop');
  return useBy(profile, `${running.origin ?? ''}/`);
}

/** Where there is no profiler: the content script's own marks in the page's timeline; null when it left none. */
async function measuresOf(page: Page): Promise<MainThreadUse | null> {
  const durations = await page.evaluate(() =>
    performance.getEntriesByType('measure').flatMap(({ name, duration }) => (name.startsWith('tickmark:') ? [duration] : [])),
  );
  if (durations.length === 0) return null;
  return { totalMs: durations.reduce((sum, one) => sum + one, 0), longestMs: Math.max(...durations) };
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
