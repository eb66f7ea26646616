import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Finding, Verdict } from '../lib/check/finding.ts';
import type { PageReport } from '../lib/check/report.ts';
import { ExtensionControl } from './browser/extension.ts';
import { PROJECT, requireBuild } from './browser/folders.ts';
import { requireBrowser } from './browser/install.ts';
import { launchBrowser } from './browser/launch.ts';
import type { RunningBrowser } from './browser/launch.ts';
import { SAMPLE_ARTICLE } from './browser/local-pages.ts';
import { startSite } from './browser/site.ts';
import { readCommandLine, runTool, UserError } from './lib/command.ts';

const FOLDER = join(PROJECT, 'docs', 'screenshots');

const HELP = `
Makes the pictures of the documentation, docs/screenshots/*.png, in Chromium from the production build: the card of a
claim, the card of a ticker and the popup on the sample article, light and dark, and the card in a narrow window.

  npm run screenshots [-- --article FILE.html] [--out DIR]
`;

/** A finance site that the production build reads. */
const ADDRESS = 'https://www.gate.com/article';

/** The verdict that explains most comes first. */
const TELLING: readonly Verdict[] = ['definition-dependent', 'outdated', 'contradicted', 'supported', 'unverifiable'];

await runTool(async () => {
  const { values } = readCommandLine(HELP, {
    article: { type: 'string', default: SAMPLE_ARTICLE },
    out: { type: 'string', default: FOLDER },
  });
  if (!existsSync(values.article)) throw new UserError(`${values.article}: no such file`);
  const extension = requireBuild('chromium');
  mkdirSync(values.out, { recursive: true });
  const html = readFileSync(values.article, 'utf8');
  const site = await startSite((url) => (url.href === ADDRESS ? { body: html } : null));
  try {
    const running = await launchBrowser(await requireBrowser('chromium'), { extension, site, width: 1100, height: 900 });
    try {
      const control = await ExtensionControl.open(running);
      for (const scheme of ['light', 'dark'] as const) await photograph(running, control, scheme, values.out);
    } finally {
      await running.close();
    }
  } finally {
    await site.close();
  }
});

async function photograph(running: RunningBrowser, control: ExtensionControl, scheme: 'light' | 'dark', folder: string): Promise<void> {
  const { page, tabId, state } = await control.openPage(ADDRESS, {
    prepare: async (tab) => {
      await tab.setViewport({ width: 1100, height: 900, deviceScaleFactor: 2 });
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    },
  });
  if (state.state !== 'read') throw new UserError(`the article was not read: ${state.reason}`);
  const { report } = state;
  const save = async (tab: Page, name: string): Promise<void> => {
    const path: `${string}.png` = `${join(folder, name)}-${scheme}.png`;
    await tab.screenshot({ path });
    process.stdout.write(`${path}\n`);
  };

  const finding = mostTelling(report);
  await control.askTab(tabId, 'showFinding', { claimId: finding.claim.id });
  await rest(page);
  await save(page, 'claim-card');

  await page.setViewport({ width: 400, height: 900, deviceScaleFactor: 2 });
  await rest(page);
  await control.askTab(tabId, 'showFinding', { claimId: finding.claim.id });
  await rest(page);
  await save(page, 'claim-card-narrow');
  await page.setViewport({ width: 1100, height: 900, deviceScaleFactor: 2 });
  await rest(page);

  const ticker = report.tickers.toSorted((a, b) => richness(b) - richness(a))[0];
  if (ticker) {
    for (const mentionId of ticker.mentions) {
      if (await control.askTab(tabId, 'showFinding', { mentionId })) break;
    }
    await rest(page);
    await save(page, 'ticker-card');
  }

  const popup = await running.browser.newPage();
  await popup.setViewport({ width: 400, height: 600, deviceScaleFactor: 2 });
  await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await popup.goto(`${running.origin ?? ''}/popup.html?tab=${tabId}`);
  await rest(popup);
  await save(popup, 'popup');
  await popup.close();
  await page.close();
}

function mostTelling(report: PageReport): Finding {
  const [first] = report.findings.toSorted(
    (a, b) => TELLING.indexOf(a.verdict) - TELLING.indexOf(b.verdict) || b.evidence.length - a.evidence.length,
  );
  if (!first) throw new UserError('the article has no findings');
  return first;
}

function richness(ticker: PageReport['tickers'][number]): number {
  return ticker.figures.length + ticker.memberships.length + (ticker.thisYear ? 10 : 0) + (ticker.instrument.kind === 'index' ? 0 : 5);
}

/** Scrolling, the card's arrival and fonts take a few frames. */
async function rest(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
}
