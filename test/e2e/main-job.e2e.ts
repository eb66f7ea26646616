import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../lib/check/finding.ts';
import type { PageReport } from '../../lib/check/report.ts';
import { reasonSentence } from '../../lib/present/reasons.ts';
import { verdictName } from '../../lib/present/summary.ts';
import { ExtensionControl } from '../../tools/browser/extension.ts';
import type { OpenedPage } from '../../tools/browser/extension.ts';
import { sampleArticles } from '../support/articles.ts';
import type { SampleArticle } from '../support/articles.ts';
import { launchWithExtension } from '../support/browsers.ts';
import type { RunningBrowser } from '../support/browsers.ts';
import { cardText, documentText, hover, pointOfText, waitForCard } from '../support/pointer.ts';
import { startSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';
import { READER } from '../support/words.ts';

/** The main job with the production builds: an article in, findings, card and popup out, the same in both browsers. */
const FAMILIES = ['chromium', 'firefox'] as const;
const articles = sampleArticles();
const reports: Record<(typeof FAMILIES)[number], Map<string, PageReport>> = { chromium: new Map(), firefox: new Map() };

function addressOf(article: SampleArticle): string {
  return `https://${article.host}/${encodeURIComponent(article.name)}`;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe.each(FAMILIES)('in %s', (family) => {
  let site: Site;
  let running: RunningBrowser;
  let control: ExtensionControl;

  beforeAll(async () => {
    site = await startSite((url) => {
      const article = articles.find(({ name }) => url.pathname === `/${encodeURIComponent(name)}`);
      return article ? { body: article.html } : null;
    });
    running = await launchWithExtension(family, { site });
    control = await ExtensionControl.open(running);
  });

  afterAll(async () => {
    await running?.close();
    await site?.close();
  });

  async function openRead(article: SampleArticle): Promise<OpenedPage & { report: PageReport }> {
    const opened = await control.openPage(addressOf(article));
    if (opened.state.state !== 'read') throw new Error(`${article.name} was not read: ${opened.state.reason}`);
    return { ...opened, report: opened.state.report };
  }

  describe.each(articles)('$name', (article) => {
    let page: Page;
    let tabId: number;
    let report: PageReport;

    beforeAll(async () => {
      ({ page, tabId, report } = await openRead(article));
      reports[family].set(article.name, report);
    });

    afterAll(async () => {
      await page?.close();
    });

    it('has findings, each with a verdict, a reason and dated data, or what is missing', () => {
      expect(report.findings.length).toBeGreaterThan(3);
      expect(report.tickers.length).toBeGreaterThan(0);
      for (const finding of report.findings) {
        expect(reasonSentence(finding).length, finding.claim.quote).toBeGreaterThan(10);
        if (finding.verdict === 'unverifiable') continue;
        expect(finding.evidence.length, finding.claim.quote).toBeGreaterThan(0);
        for (const { asOf, source } of finding.evidence) {
          expect(asOf.to).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          expect(source.title).not.toBe('');
        }
      }
    });

    it('shows a card with verdict and reason where a real pointer rests, and closes it by Escape', async () => {
      const { finding, point } = await firstOnPage(page, report);
      await hover(page, point);
      const reason = folded(reasonSentence(finding, READER));
      const text = await waitForCard(page, (shown) => shown?.includes(reason) ?? false);
      expect(text?.toLowerCase()).toContain(verdictName(finding.verdict).toLowerCase());
      expect(text).toContain(reason);
      await page.keyboard.press('Escape');
      expect(await waitForCard(page, (shown) => shown === null)).toBeNull();
    });

    it('goes to the next finding by command and opens its card, and leaves it by Escape', async () => {
      await control.askTab(tabId, 'step', { action: 'next' });
      expect(await waitForCard(page, (shown) => shown !== null)).not.toBeNull();
      await page.keyboard.press('Escape');
      expect(await waitForCard(page, (shown) => shown === null)).toBeNull();
    });

    it('stays byte-identical with marks on and after cards were open', async () => {
      const unread = await running.browser.newPage();
      await unread.goto(`https://unread.example/${encodeURIComponent(article.name)}`, { waitUntil: 'load' });
      expect(await documentText(page)).toBe(await documentText(unread));
      await unread.close();
    });

    it('is summed up in the popup, which jumps to a finding', async () => {
      const popup = await openPopup(page, tabId);
      const text = await waitForText(popup, folded(report.findings[0]!.claim.quote));
      for (const { claim } of report.findings) expect(text).toContain(folded(claim.quote).slice(0, 40));
      for (const verdict of new Set(report.findings.map((finding) => finding.verdict))) {
        expect(text.toLowerCase()).toContain(verdictName(verdict).toLowerCase());
      }
      await popup.close().catch(() => {}); // an action's popup may close by itself
      await page.bringToFront();
      expect(await control.askTab(tabId, 'showFinding', { claimId: report.findings[0]!.claim.id })).toBe(true);
      expect(await cardText(page)).not.toBeNull();
    });
  });

  it('sends nothing of what was read: every request is for a page, its icon, or the browser itself', () => {
    const own = site.requests.filter((url) => articles.some(({ host }) => new URL(url, 'https://x').hostname === host));
    const expected = new Set(articles.flatMap(({ host, name }) => [`/${encodeURIComponent(name)}`, '/favicon.ico'].map((path) => `https://${host}${path}`)));
    expect(own.filter((url) => !expected.has(url))).toEqual([]);
  });

  /** The first finding whose words can be pointed at. */
  async function firstOnPage(page: Page, report: PageReport): Promise<{ finding: Finding; point: { x: number; y: number } }> {
    await page.bringToFront();
    for (const finding of report.findings) {
      const point = await pointOfText(page, finding.claim.quote, finding.claim.sentence);
      if (point) return { finding, point };
    }
    throw new Error('no finding can be pointed at');
  }

  /** The real toolbar popup in Chromium; in Firefox, whose toolbar cannot be pressed from outside, the same page in a tab. */
  async function openPopup(page: Page, tabId: number): Promise<Page> {
    if (family === 'firefox') return running.openExtensionPage(`popup.html?tab=${tabId}`);
    await page.bringToFront();
    const extension = (await running.browser.extensions()).get(running.extensionId ?? '');
    if (!extension) throw new Error('the browser does not know the extension');
    const known = new Set(await extension.pages());
    await extension.triggerAction(page);
    for (let tries = 0; tries < 50; tries += 1) {
      const opened = (await extension.pages()).find((candidate) => !known.has(candidate) && candidate.url().includes('popup.html'));
      if (opened) return opened;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('no popup opened');
  }

  async function waitForText(page: Page, wanted: string): Promise<string> {
    for (let tries = 0; ; tries += 1) {
      const text = folded(await page.evaluate(() => document.body.textContent ?? ''));
      if (text.includes(wanted) || tries > 50) return text;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});

describe('both browsers', () => {
  it.each(articles)('find the same in $name', ({ name }) => {
    const [chromium, firefox] = [reports.chromium.get(name), reports.firefox.get(name)];
    expect(chromium).toBeDefined();
    expect(firefox).toEqual(chromium);
  });
});
