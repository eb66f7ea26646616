import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ExtensionControl } from './browser/extension.ts';
import type { BrowserFamily } from './browser/find.ts';
import { PROJECT, requireBuild } from './browser/folders.ts';
import { requireBrowser } from './browser/install.ts';
import { launchBrowser, type RunningBrowser } from './browser/launch.ts';
import { SAMPLE_ARTICLE } from './browser/local-pages.ts';
import { startSite, type Site } from './browser/site.ts';
import { readCommandLine, runTool } from './lib/command.ts';

const HELP = `
Walks a newcomer's way through the production builds in Chromium and Firefox and takes a picture at each stop: welcome,
a finance page with its cards, a page outside the list, selected text, popup, options, evidence; light and dark, narrow
and wide, in English and Chinese.

  npm run tour [-- --out DIR]

The pictures are docs/tour/BROWSER-LANGUAGE-SCHEME-STOP.png. They are for looking at, one by one; tests compare no pixels.
`;

/** Not every stop in every dress: each dress at least once in each browser. */
const WALKS: readonly { readonly family: BrowserFamily; readonly scheme: 'light' | 'dark'; readonly language: 'en' | 'zh-CN' }[] = [
  { family: 'chromium', scheme: 'light', language: 'en' },
  { family: 'chromium', scheme: 'dark', language: 'zh-CN' },
  { family: 'firefox', scheme: 'dark', language: 'en' },
  { family: 'firefox', scheme: 'light', language: 'zh-CN' },
];

const LISTED = 'https://www.gate.com/article';
/** A site that is not on the list of finance sites. */
const OUTSIDE = 'https://news.example/story';

await runTool(async () => {
  const { values } = readCommandLine(HELP, { out: { type: 'string', default: join(PROJECT, 'docs', 'tour') } });
  mkdirSync(values.out, { recursive: true });
  const html = readFileSync(SAMPLE_ARTICLE, 'utf8');
  const site = await startSite((url) => (url.href === LISTED || url.href === OUTSIDE ? { body: html } : null));
  try {
    for (const walk of WALKS) await takeWalk(walk, site, values.out);
  } finally {
    await site.close();
  }
});

async function takeWalk({ family, scheme, language }: (typeof WALKS)[number], site: Site, folder: string): Promise<void> {
  const running = await launchBrowser(await requireBrowser(family), { extension: requireBuild(family), site, scheme, width: 1280, height: 900 });
  const save = async (page: Page, stop: string): Promise<void> => {
    await rest(page);
    const path: `${string}.png` = `${join(folder, `${family}-${language}-${scheme}-${stop}`)}.png`;
    await page.screenshot({ path });
    process.stdout.write(`${path}\n`);
  };
  try {
    const control = await ExtensionControl.open(running);
    await chooseLanguage(running, language);
    for (const [address, stop, width, height] of [
      ['welcome.html', 'welcome', 1600, 1000],
      ['welcome.html', 'welcome-narrow', 360, 800],
      ['options.html', 'options', 1280, 900],
      ['options.html', 'options-narrow', 360, 800],
      ['evidence.html#INDEX%3ARUSSELL2000@2026-06-18', 'evidence', 1280, 900],
      ['evidence.html#IWM', 'evidence-narrow', 360, 800],
    ] as const) {
      const page = await running.openExtensionPage(address);
      await page.setViewport({ width, height });
      await save(page, stop);
      await page.close();
    }
    await walkArticle(running, control, save);
    await walkOutside(running, control, save);
  } finally {
    await running.close();
  }
}

async function walkArticle(running: RunningBrowser, control: ExtensionControl, save: (page: Page, stop: string) => Promise<void>): Promise<void> {
  const { page, tabId, state } = await control.openPage(LISTED);
  await save(page, 'article');
  if (state.state !== 'read') throw new Error(`the article was not read: ${state.reason}`);
  const { findings, tickers } = state.report;
  for (const verdict of ['definition-dependent', 'outdated', 'contradicted'] as const) {
    const finding = findings.find((one) => one.verdict === verdict);
    if (finding === undefined) continue;
    await page.bringToFront();
    await control.askTab(tabId, 'showFinding', { claimId: finding.claim.id });
    await save(page, `card-${verdict}`);
  }
  const fund = tickers.find(({ instrument }) => instrument.kind === 'fund') ?? tickers[0];
  for (const mentionId of fund?.mentions ?? []) if (await control.askTab(tabId, 'showFinding', { mentionId })) break;
  await save(page, 'card-ticker');
  const popup = await running.openExtensionPage(`popup.html?tab=${tabId}`);
  await popup.setViewport({ width: 400, height: 600 });
  await save(popup, 'popup');
  await popup.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await save(popup, 'popup-end');
  await popup.close();
  await page.close();
}

async function walkOutside(running: RunningBrowser, control: ExtensionControl, save: (page: Page, stop: string) => Promise<void>): Promise<void> {
  const { page, tabId } = await control.openPage(OUTSIDE, { timeoutMs: 3000 });
  const popup = await running.openExtensionPage(`popup.html?tab=${tabId}`);
  await popup.setViewport({ width: 400, height: 600 });
  await save(popup, 'popup-outside');
  await popup.close();
  await page.close();
}

/** By the options, as a reader does. */
async function chooseLanguage(running: RunningBrowser, language: string): Promise<void> {
  const page = await running.openExtensionPage('options.html');
  await page.waitForSelector(`option[value="${language}"]`);
  await page.evaluate((tag) => {
    const select = document.querySelector(`option[value="${tag}"]`)?.closest('select');
    if (!select) return;
    select.value = tag;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, language);
  await rest(page);
  await page.close();
}

/** Charts, cards and fonts take a few frames. */
async function rest(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 900)));
}
