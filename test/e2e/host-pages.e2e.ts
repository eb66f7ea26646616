import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExtensionControl } from '../../tools/browser/extension.ts';
import { hostPages } from '../hosts/host-pages.ts';
import { launchWithExtension, type RunningBrowser } from '../support/browsers.ts';
import { cardText, documentText, hover, pointOfText, waitForCard } from '../support/pointer.ts';
import { startSite, type Site } from '../support/site.ts';
import { pause, until } from '../support/wait.ts';

/** Host pages that change under the marks, or that are laid out or built as few pages are. */
const CLAIM = 'P/E ratio of 17';

describe.each(['chromium', 'firefox'] as const)('%s', (family) => {
  let site: Site;
  let running: RunningBrowser;
  let control: ExtensionControl;

  beforeAll(async () => {
    site = await startSite(await hostPages());
    running = await launchWithExtension(family, { site });
    control = await ExtensionControl.open(running);
  });

  afterAll(async () => {
    await running?.close();
    await site?.close();
  });

  async function open(name: string, errors: string[] = []): Promise<{ page: Page; tabId: number }> {
    const { page, tabId } = await control.openPage(`https://www.fool.com/${name}`, {
      prepare: async (empty) => void empty.on('pageerror', (error) => errors.push(String(error))),
    });
    await until(async () => (await values(tabId)).length > 0);
    return { page, tabId };
  }

  async function values(tabId: number): Promise<number[]> {
    const state = await control.askTab(tabId, 'pageState');
    return state.state === 'read' ? state.report.findings.map(({ claim }) => claim.value.low) : [];
  }

  async function cardAt(page: Page, words: string): Promise<string | null> {
    const point = await pointOfText(page, words);
    if (point === null) throw new Error(`"${words}" is not on the page`);
    await hover(page, point);
    return waitForCard(page, (text) => text !== null, 3000);
  }

  it.each(['rtl', 'vertical'])('%s: the card opens beside the words and stays in the window', async (name) => {
    const { page } = await open(name);
    const html = await documentText(page);
    expect(await cardAt(page, CLAIM)).toContain('17');
    const inside = await page.evaluate(() => {
      const { left, top, right, bottom } = document.querySelector('tickmark-card')!.shadowRoot!.querySelector('[popover]')!.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
    expect(inside).toBe(true);
    expect(await documentText(page)).toBe(html);
    await page.close();
  });

  it('editable: what the reader writes is not read and not marked', async () => {
    const { page, tabId } = await open('editable');
    const found = await values(tabId);
    expect(found).toContain(17);
    expect(found).not.toContain(33);
    expect(found).not.toContain(44);
    await page.close();
  });

  it('full-screen: the card shows over an element that fills the screen', async () => {
    const { page } = await open('full-screen');
    await page.click('#fill');
    await until(async () => page.evaluate(() => document.fullscreenElement !== null)).catch(() => undefined);
    expect(await cardAt(page, CLAIM)).toContain('17');
    await page.close();
  });

  it('clears-highlights: a page that throws all highlights out keeps its own, and the marks come back', async () => {
    const { page } = await open('clears-highlights');
    await page.evaluate(() => (globalThis as unknown as { search(): void }).search());
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'One more thing was said after the search.';
      document.querySelector('article')!.append(paragraph);
    });
    await until(async () => page.evaluate(() => CSS.highlights.size > 1));
    expect(await page.evaluate(() => CSS.highlights.has('found'))).toBe(true);
    expect(await cardAt(page, CLAIM)).toContain('17');
    await page.close();
  });

  it('prototypes: what the page did to its own objects is not felt', async () => {
    const errors: string[] = [];
    const { page, tabId } = await open('prototypes', errors);
    const state = await control.askTab(tabId, 'pageState');
    const finding = state.state === 'read' ? state.report.findings.find(({ claim }) => claim.value.low === 17) : undefined;
    // Not by our helpers inside the page, which would use what the page spoiled.
    expect(await control.askTab(tabId, 'showFinding', { claimId: finding!.claim.id })).toBe(true);
    expect(await page.evaluate(() => document.querySelector('tickmark-card')!.shadowRoot!.textContent)).toContain('17');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('flood: a page that never stops changing keeps its main thread, and its claims stay marked', async () => {
    const { page } = await open('flood');
    const before = await page.evaluate(() => performance.now());
    await pause(4000);
    const busy = await page.evaluate((since) => {
      const own = performance.getEntriesByType('measure').filter(({ name, startTime }) => name.startsWith('tickmark:') && startTime > since);
      return own.reduce((sum, { duration }) => sum + duration, 0) / (performance.now() - since);
    }, before);
    expect(busy).toBeLessThan(0.2);
    expect(await cardAt(page, CLAIM)).toContain('17');
    await page.close();
  });

  it('infinite-scroll: reads the next story when it comes', async () => {
    const { page, tabId } = await open('infinite-scroll');
    expect(await values(tabId)).not.toContain(40);
    await page.evaluate(() => (globalThis as unknown as { more(): void }).more());
    await until(async () => (await values(tabId)).includes(40));
    expect(await values(tabId)).toContain(17);
    await page.close();
  });

  it('virtual-list: a mark never stands under a figure that it was not made for', async () => {
    const { page, tabId } = await open('virtual-list');
    await until(async () => (await values(tabId)).includes(105));
    await page.evaluate(() => (globalThis as unknown as { show(first: number): void }).show(40));
    const wrong = await painted(page);
    expect(wrong.filter((text) => /\b1[012]\d\b/.test(text))).toEqual([]);
    await until(async () => (await values(tabId)).includes(145));
    expect(await values(tabId)).not.toContain(105);
    await page.close();
  });

  it('live-blog: an entry is judged by its own day, and a new one is read', async () => {
    const { page, tabId } = await open('live-blog');
    const state = await control.askTab(tabId, 'pageState');
    if (state.state !== 'read') throw new Error(state.reason);
    const periods = state.report.findings.map(({ claim, verdict }) => [claim.value.low, claim.period, claim.entryDay, verdict]);
    expect(periods).toContainEqual([11.3, 'calendar:2025', '2026-01-19', 'supported']);
    expect(periods).toContainEqual([10, 'calendar:2024', '2025-12-30', 'supported']);
    await page.evaluate(() => (globalThis as unknown as { addEntry(): void }).addEntry());
    await until(async () => (await values(tabId)).includes(17));
    await page.close();
  });

  it('vue: shows the right figures after Vue renders again under the marks', async () => {
    const { page, tabId } = await open('vue');
    await page.click('#update');
    await until(async () => (await values(tabId)).includes(18.4));
    expect(await page.evaluate(() => document.querySelector('#figure')!.textContent)).toContain('a P/E ratio of 18.4 today, and nobody');
    expect(await page.evaluate(() => document.querySelector('#tail')!.textContent)).toBe('Nothing more was known when this page was last changed.');
    await until(async () => (await painted(page)).some((text) => text.includes('18.4')));
    expect((await painted(page)).filter((text) => text.includes('40%'))).toEqual([]);
    expect(await cardText(page)).toBeNull();
    await page.close();
  });
});

/** The texts of everything that is painted. */
async function painted(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<Range>]>) {
      if (!name.startsWith('tickmark-')) continue;
      for (const range of highlight) if (!range.collapsed) texts.push(range.toString());
    }
    return texts;
  });
}
