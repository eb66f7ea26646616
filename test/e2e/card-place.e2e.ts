import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ExtensionControl, type OpenedPage } from '../../tools/browser/extension.ts';
import { hostPages } from '../hosts/host-pages.ts';
import { launchWithExtension, type RunningBrowser } from '../support/browsers.ts';
import { cardRect, cardText, hover, pointOfText, waitForCard } from '../support/pointer.ts';
import { startSite, type Site } from '../support/site.ts';
import { pause, until } from '../support/wait.ts';

/** Where the card stands, in real windows with a real mouse, from the production builds. */
const CLAIM = 'P/E ratio of 17';

describe.each(['chromium', 'firefox'] as const)('the card in %s', (family) => {
  let site: Site;
  let running: RunningBrowser;
  let control: ExtensionControl;
  let opened: OpenedPage | null = null;

  beforeAll(async () => {
    site = await startSite(await hostPages());
    running = await launchWithExtension(family, { site });
    control = await ExtensionControl.open(running);
  });

  afterAll(async () => {
    await running?.close();
    await site?.close();
  });

  beforeEach(async () => {
    await opened?.page.close();
    opened = null;
  });

  /** Opens a plain article and waits for the mark on the claim. */
  async function open(): Promise<Page> {
    opened = await control.openPage('https://www.fool.com/plain');
    const { page } = opened;
    await until(async () => (await boxesOf(page, CLAIM)).length > 0);
    return page;
  }

  it.each([
    ['below', 'start'],
    ['above', 'end'],
  ] as const)('stands %s a claim of two lines, and stays on the slow way over the other line', async (side, block) => {
    const page = await open();
    const [first, second] = (await wrap(page, CLAIM, block)) as [Box, Box];
    const [from, over] = side === 'below' ? [first, second] : [second, first];
    await hover(page, middleOf(from));
    const text = await waitForCard(page, (shown) => shown !== null, 3000);
    expect(text).toContain('17');
    const card = await cardRect(page);
    // Nothing between the whole claim and the card but the gap for the line under the words.
    if (side === 'below') expect(card.top - second.bottom).toBeCloseTo(8, -1);
    else expect(first.top - (card.top + card.height)).toBeCloseTo(8, -1);
    await page.mouse.move(middleOf(over).x, middleOf(over).y, { steps: 20 });
    await pause(900);
    expect(await cardText(page)).toBe(text);
    expect(await cardRect(page)).toEqual(card);
    await page.mouse.move(card.left + card.width / 2, card.top + card.height / 2, { steps: 20 });
    await pause(900);
    expect(await cardText(page)).toBe(text);
  });

  it.each([
    ['to the right of', 1000, 'margin-left: 40px'],
    ['to the left of', 1000, 'margin-left: 640px'],
    ['over, for want of room beside,', 420, 'margin-left: 40px'],
  ] as const)('stands %s the words in a window too low for a card above or below', async (side, width, style) => {
    const page = await open();
    await page.setViewport({ width, height: 340 });
    await page.evaluate((css) => {
      document.body.style.cssText = `width: 320px; padding: 1500px 0; ${css}`;
    }, style);
    const point = await pointOfText(page, CLAIM);
    await hover(page, point!);
    expect(await waitForCard(page, (text) => text !== null, 3000)).toContain('17');
    const card = await cardRect(page);
    expect(card.top).toBeGreaterThanOrEqual(8);
    expect(card.top + card.height).toBeLessThanOrEqual(332);
    expect(card.left).toBeGreaterThanOrEqual(8);
    expect(card.left + card.width).toBeLessThanOrEqual(width - 8);
    for (const box of await boxesOf(page, CLAIM)) {
      if (side === 'to the right of') expect(card.left).toBeGreaterThan(box.right);
      if (side === 'to the left of') expect(card.left + card.width).toBeLessThan(box.left);
    }
  });

  it('goes along with its line when the page scrolls, and closes when that leaves the window', async () => {
    const page = await open();
    await page.evaluate(() => document.body.style.setProperty('padding', '1500px 0'));
    const point = await pointOfText(page, CLAIM);
    await page.mouse.click(point!.x, point!.y);
    expect(await waitForCard(page, (text) => text !== null)).not.toBeNull();
    const before = await cardRect(page);
    await page.evaluate(() => scrollBy(0, 40));
    await until(async () => Math.abs(before.top - 40 - (await cardRect(page)).top) <= 1);
    await page.evaluate(() => scrollBy(0, 1200));
    expect(await waitForCard(page, (text) => text === null)).toBeNull();
  });
});

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The boxes of the mark that holds the words. */
async function boxesOf(page: Page, words: string): Promise<Box[]> {
  return page.evaluate((wanted) => {
    const registry = CSS.highlights as unknown as Iterable<[string, Iterable<Range>]>;
    const ranges = [...registry].flatMap(([name, highlight]) => (name.startsWith('tickmark-') ? [...highlight] : []));
    const rects = ranges.find((range) => range.toString().includes(wanted))?.getClientRects() ?? [];
    return [...rects].filter(({ width }) => width > 20).map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  }, words);
}

/**
 * Narrows the text until the mark that holds the words runs over two lines, one under the other, brings these to the
 * start or the end of the window and gives their boxes.
 */
async function wrap(page: Page, words: string, block: 'start' | 'end'): Promise<Box[]> {
  for (let width = 300; width >= 40; width -= 4) {
    await page.evaluate((px) => {
      document.body.style.cssText = `padding: 1500px 0; width: ${px}px`;
    }, width);
    const [first, second, ...more] = await boxesOf(page, words);
    if (first === undefined || second === undefined || more.length > 0 || second.right < first.left + 20) continue;
    await page.evaluate((top, bottom) => scrollBy(0, top ?? bottom - innerHeight), block === 'start' ? first.top - 40 : null, second.bottom + 40);
    return boxesOf(page, words);
  }
  throw new Error('the claim never runs over two lines');
}

function middleOf(box: Box): { x: number; y: number } {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}
