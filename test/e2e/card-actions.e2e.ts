import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExtensionControl } from '../../tools/browser/extension.ts';
import { hostPages } from '../hosts/host-pages.ts';
import { launchWithExtension, type RunningBrowser } from '../support/browsers.ts';
import { cardText, documentText, waitForCard } from '../support/pointer.ts';
import { startSite, type Site } from '../support/site.ts';
import { until } from '../support/wait.ts';

/** What the reader can have done on a card and with selected text, from the production builds. */
describe.each(['chromium', 'firefox'] as const)('cards in %s', (family) => {
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

  async function pressOnCard(page: Page, words: string): Promise<void> {
    const button = await page.evaluateHandle((wanted) => {
      const root = document.querySelector('tickmark-card')?.shadowRoot;
      return [...(root?.querySelectorAll('button') ?? [])].find((one) => one.textContent === wanted) ?? null;
    }, words);
    const element = button.asElement();
    if (element === null) throw new Error(`no button "${words}" on the card`);
    await (element as ElementHandle).click();
  }

  it('mute a claim on its site, and it stays muted', async () => {
    const opened = await control.openPage('https://www.fool.com/plain');
    const { page, tabId, state } = opened;
    if (state.state !== 'read') throw new Error(state.reason);
    const [first] = state.report.findings;
    const before = state.report.findings.length;
    await control.askTab(tabId, 'showFinding', { claimId: first!.claim.id });
    await waitForCard(page, (text) => text !== null);
    await pressOnCard(page, 'Mute');
    const left = async (): Promise<number> => {
      const now = await control.askTab(tabId, 'pageState');
      return now.state === 'read' ? now.report.findings.length : -1;
    };
    await until(async () => (await left()) === before - 1, 5000);
    expect(await cardText(page)).toBeNull();
    await page.close();

    const again = await control.openPage('https://www.fool.com/plain');
    expect(again.state.state === 'read' && again.state.report.findings.length).toBe(before - 1);
    await again.page.close();
    const elsewhere = await control.openPage('https://www.gate.com/plain');
    expect(elsewhere.state.state === 'read' && elsewhere.state.report.findings.length).toBe(before);
    await elsewhere.page.close();
  });

  it('open the data behind a claim, with the article’s day in the chart', async () => {
    const { page, tabId, state } = await control.openPage('https://www.fool.com/dark');
    if (state.state !== 'read') throw new Error(state.reason);
    const finding = state.report.findings.find(({ claim }) => claim.subject === 'INDEX:RUSSELL2000');
    await control.askTab(tabId, 'showFinding', { claimId: finding!.claim.id });
    await waitForCard(page, (text) => text !== null);
    await pressOnCard(page, 'Data');
    // Over its remote protocol Firefox does not tell of tabs that an extension opens; the extension itself knows.
    await until(async () => (await control.ownTitles()).includes('Data behind Russell 2000'), 10_000);
    await page.close();
  });

  it('check what is selected outside the article, and say when there is nothing in it', async () => {
    const { page, tabId } = await control.openPage('https://www.fool.com/comments');
    const html = await documentText(page);
    const note = { words: 'Nothing in the selected text', language: 'en' };
    const select = (id: string): Promise<void> =>
      page.evaluate((wanted) => {
        getSelection()?.selectAllChildren(document.querySelector(`#${wanted}`)!);
      }, id);
    await select('quiet');
    expect(await control.askTab(tabId, 'checkSelection', note)).toBe(false);
    expect(await cardText(page)).toContain('Nothing in the selected text');
    await select('comment');
    expect(await control.askTab(tabId, 'checkSelection', note)).toBe(true);
    expect(await waitForCard(page, (text) => text?.includes('20%') === true)).toContain('15.1%');
    expect(await documentText(page)).toBe(html);
    await page.close();
  });
});
