import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PageReport } from '../../lib/check/report.ts';
import { VERDICT_ORDER, verdictName } from '../../lib/present/summary.ts';
import { ExtensionControl, type OpenedPage } from '../../tools/browser/extension.ts';
import { hostPages } from '../hosts/host-pages.ts';
import { launchWithExtension, type RunningBrowser } from '../support/browsers.ts';
import { cardRect, cardText, documentText, hover, pointOfText, waitForCard } from '../support/pointer.ts';
import { startSite, type Site } from '../support/site.ts';
import { pause, until } from '../support/wait.ts';

/** The extension on awkward host pages, with a real mouse and real keys, from the production builds. */
const CLAIM = 'P/E ratio of 17';

describe.each(['chromium', 'firefox'] as const)('host pages in %s', (family) => {
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

  async function open(name: string): Promise<OpenedPage> {
    opened = await control.openPage(`https://www.fool.com/${name}`);
    return opened;
  }

  async function openRead(name: string): Promise<{ page: Page; tabId: number; report: PageReport }> {
    const { page, tabId, state } = await open(name);
    if (state.state !== 'read') throw new Error(`${name} was not read: ${state.reason}`);
    await marked(page);
    return { page, tabId, report: state.report };
  }

  async function valuesRead(tabId: number): Promise<number[]> {
    const state = await control.askTab(tabId, 'pageState');
    return state.state === 'read' ? state.report.findings.map((finding) => finding.claim.value.low) : [];
  }

  /** Rests a real mouse on the words and gives the text of the card that opens. */
  async function cardAt(page: Page, words: string): Promise<string | null> {
    const point = await pointOfText(page, words);
    if (point === null) throw new Error(`"${words}" is not on the page`);
    await hover(page, point);
    return waitForCard(page, (text) => text !== null, 3000);
  }

  async function expectUntouched(page: Page, name: string): Promise<void> {
    const unread = await running.browser.newPage();
    try {
      await unread.goto(`https://unread.example/${name}`, { waitUntil: 'load' });
      expect(await documentText(page)).toBe(await documentText(unread));
    } finally {
      await unread.close();
    }
  }

  describe.each(['plain', 'dark', 'sepia', 'csp-strict', 'iframe'])('%s', (name) => {
    it('shows marks and a card, and leaves the document byte-identical', async () => {
      const { page, report } = await openRead(name);
      expect(report.findings.map((finding) => finding.claim.value.low)).toEqual(expect.arrayContaining([17, 26]));
      expect((await marks(page)).length).toBeGreaterThan(2);
      const text = await cardAt(page, CLAIM);
      expect(VERDICT_ORDER.some((verdict) => text?.includes(verdictName(verdict)))).toBe(true);
      expect(text).toContain('17');
      expect(await hostCount(page)).toBe(1);
      await expectUntouched(page, name);
    });
  });

  it('has no element of its own before a card opens', async () => {
    const { page } = await openRead('plain');
    expect(await hostCount(page)).toBe(0);
  });

  it('closes the card by Escape, and when the pointer leaves, but not on the way to it', async () => {
    const { page } = await openRead('plain');
    expect(await cardAt(page, CLAIM)).not.toBeNull();
    await page.keyboard.press('Escape');
    expect(await cardText(page)).toBeNull();

    expect(await cardAt(page, CLAIM)).not.toBeNull();
    const card = await cardRect(page);
    await page.mouse.move(card.left + card.width / 2, card.top + card.height / 2, { steps: 12 });
    await pause(1200);
    expect(await cardText(page)).not.toBeNull();
    await page.mouse.move(5, 5, { steps: 4 });
    expect(await waitForCard(page, (text) => text === null)).toBeNull();
  });

  it('opens no card while the pointer only passes over', async () => {
    const { page } = await openRead('plain');
    const point = await pointOfText(page, CLAIM);
    await page.mouse.move(point!.x - 200, point!.y);
    await page.mouse.move(point!.x, point!.y);
    await page.mouse.move(point!.x, point!.y + 200);
    await pause(700);
    expect(await cardText(page)).toBeNull();
  });

  it('pins by a click, takes focus, keeps keys from the page, and gives focus back', async () => {
    const { page } = await openRead('plain');
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'before';
      document.body.prepend(field);
      field.focus();
      document.addEventListener('keydown', (event) => {
        document.title += ` ${event.key}`;
      });
    });
    const point = await pointOfText(page, CLAIM);
    // Focus as a reader with a keyboard has it; the click itself would take it away.
    await page.evaluate(() => document.addEventListener('mousedown', (event) => event.preventDefault()));
    await page.mouse.click(point!.x, point!.y);
    expect(await waitForCard(page, (text) => text !== null)).not.toBeNull();
    await page.mouse.move(5, 5, { steps: 4 });
    await pause(900);
    expect(await cardText(page)).not.toBeNull();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('tickmark-card');
    await page.keyboard.press('j');
    expect(await page.title()).not.toContain(' j');
    await page.keyboard.press('Escape');
    expect(await cardText(page)).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
    expect(await page.title()).not.toContain('Escape');
  });

  it.each(['shadow-open', 'shadow-closed'])('%s: reads, marks and answers inside the shadow root', async (name) => {
    const { page, report } = await openRead(name);
    expect(report.findings.map((finding) => finding.claim.value.low)).toContain(17);
    const point = await page.evaluate((words) => {
      const root = (window as unknown as { storyRoot: ShadowRoot }).storyRoot;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(words) ?? -1;
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        const rect = range.getClientRects()[0]!;
        return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
      }
      return null;
    }, CLAIM);
    expect(point).not.toBeNull();
    expect(await page.evaluate(() => (window as unknown as { storyRoot: ShadowRoot }).storyRoot.adoptedStyleSheets.length)).toBe(1);
    await hover(page, point!);
    expect(await waitForCard(page, (text) => text !== null)).toContain('17');
  });

  it('spa: forgets the first story and reads the second, at the address they have now', async () => {
    const { page, tabId, report } = await openRead('spa');
    expect(report.findings.map((finding) => finding.claim.value.low)).toContain(17);
    await page.click('#next');
    await until(async () => {
      const state = await control.askTab(tabId, 'pageState');
      return state.state === 'read' && state.report.findings.some((finding) => finding.claim.value.low === 33);
    });
    expect(await marks(page)).not.toContainEqual(expect.stringContaining('of 17'));
    expect(await cardAt(page, 'P/E ratio of 33')).toContain('33');
  });

  it('react: shows the right figures after React renders again under the marks', async () => {
    const { page, tabId } = await openRead('react');
    expect(await marks(page)).toContainEqual(expect.stringContaining('17'));
    await page.click('#update');
    expect(await page.evaluate(() => document.getElementById('figure')?.innerText)).toContain('a P/E ratio of 18.4 today, and nobody');
    expect(await page.evaluate(() => document.getElementById('tail')?.innerText)).toBe('Nothing more was known when this page was last changed.');
    await until(async () => {
      const state = await control.askTab(tabId, 'pageState');
      return state.state === 'read' && state.report.findings.some((finding) => finding.claim.value.low === 18.4);
    });
    await until(async () => (await marks(page)).some((text) => text.includes('18.4')));
    expect(await marks(page)).not.toContainEqual(expect.stringContaining('40%'));
    const text = await cardAt(page, 'P/E ratio of 18.4');
    expect(text).toContain('18.4');
    expect(await page.evaluate(() => document.getElementById('figure')?.innerText)).toContain('a P/E ratio of 18.4 today, and nobody');
  });

  it('late: reads an article that comes late, and the rest of it when that is unfolded', async () => {
    const { page, tabId } = await open('late');
    await until(async () => (await valuesRead(tabId)).includes(17));
    expect(await valuesRead(tabId)).not.toContain(2000);
    await page.click('#more');
    await until(async () => (await valuesRead(tabId)).includes(2000));
    await until(async () => (await marks(page)).some((text) => text.includes('2,000')));
    expect(await cardAt(page, 'about 2,000 companies')).toContain('2,000');
  });

  it('ticking: is not read at every tick, and never marks a price that is gone', async () => {
    const { page } = await openRead('ticking');
    await pause(5000);
    const readings = await page.evaluate(
      () => performance.getEntriesByType('measure').filter((entry) => entry.name === 'tickmark:find-root').length,
    );
    expect(readings).toBeGreaterThan(1);
    expect(readings).toBeLessThan(15);
    expect(await marks(page)).toContainEqual(expect.stringContaining(CLAIM));
    const price = await page.evaluate(() => document.getElementById('price')!.textContent);
    const stale = (await marks(page)).filter((text) => /\$?9\d\.\d\d/.test(text) && !text.includes(price ?? ''));
    expect(stale).toEqual([]);
  });

  it('huge-table: is read in slices that leave the page alive', async () => {
    const { page } = await openRead('huge-table');
    const reading = await page.evaluate(() =>
      performance.getEntriesByType('measure').filter((entry) => entry.name === 'tickmark:read').map((entry) => entry.duration),
    );
    expect(reading.length).toBeGreaterThan(3);
    await expectUntouched(page, 'huge-table');
  });

  it('modal: leaves a dialog of the page alone', async () => {
    const { page } = await openRead('modal');
    const point = await pointOfText(page, CLAIM);
    await page.click('#open');
    await hover(page, point!);
    await pause(700);
    expect(await cardText(page)).toBeNull();
    await page.click('#shut');
    expect(await cardAt(page, CLAIM)).toContain('17');
  });

  it('copy: marks the copy of an article too and counts it once', async () => {
    const { page, report } = await openRead('copy');
    const seventeen = report.findings.filter((finding) => finding.claim.value.low === 17);
    expect(seventeen).toHaveLength(1);
    expect(seventeen[0]!.copies).toHaveLength(1);
    expect((await marks(page)).filter((text) => text.includes('of 17'))).toHaveLength(2);
  });

  it('split-figures: reads figures over links, bold type and notes', async () => {
    const { page, report } = await openRead('split-figures');
    expect(report.findings.map((finding) => finding.claim.value.low)).toEqual(expect.arrayContaining([17.4, 40]));
    await expectUntouched(page, 'split-figures');
  });

  it.each([
    ['nothing', 'nothing-found'],
    ['german', 'not-english'],
  ])('%s: says why it was not read, without a mark', async (name, reason) => {
    const { page, tabId } = await open(name);
    await until(async () => {
      const state = await control.askTab(tabId, 'pageState');
      return state.state === 'not-read' && state.reason === reason;
    });
    expect(await marks(page)).toEqual([]);
    await expectUntouched(page, name);
  });

  it('steps through the findings by command, in the order in which they stand', async () => {
    const { page, tabId, report } = await openRead('plain');
    const values = [...report.findings].sort((a, b) => a.claim.span.start - b.claim.span.start);
    await control.askTab(tabId, 'step', { action: 'next' });
    const first = await waitForCard(page, (text) => text !== null);
    expect(first).toContain(verdictName(values[0]!.verdict));
    await control.askTab(tabId, 'step', { action: 'next' });
    await control.askTab(tabId, 'step', { action: 'previous' });
    expect(await waitForCard(page, (text) => text === first)).toBe(first);
    await control.askTab(tabId, 'step', { action: 'toggle' });
    expect(await cardText(page)).toBeNull();
  });
});

/** The texts of everything that is painted, as the page's own script finds it in the registry. */
async function marks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<Range>]>) {
      if (!name.startsWith('tickmark-')) continue;
      for (const range of highlight) if (!range.collapsed) texts.push(range.toString());
    }
    return texts;
  });
}

async function marked(page: Page): Promise<void> {
  await until(async () => (await marks(page)).length > 0);
}

async function hostCount(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('tickmark-card').length);
}
