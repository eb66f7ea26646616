import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageReport } from '../../lib/check/report.ts';
import { ExtensionControl } from '../../tools/browser/extension.ts';
import { hostPages } from '../hosts/host-pages.ts';
import { launchWithExtension, type RunningBrowser } from '../support/browsers.ts';
import { waitForCard } from '../support/pointer.ts';
import { startSite, type Site } from '../support/site.ts';
import { until } from '../support/wait.ts';

/** Every page and both cards, light and dark, by the rules of axe-core for WCAG 2.2 A and AA and its best practices. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/** What is wrong, one line each: rule, what it asks, and the first element that fails. */
async function violations(page: Page, context?: ElementContext): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations: found } = (await page.evaluate(
    async (where, rules) => {
      const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } };
      return JSON.parse(JSON.stringify(await axe.run(where ?? document, rules))) as AxeResults;
    },
    context ?? null,
    RULES,
  )) as Pick<AxeResults, 'violations'>;
  return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}) ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`);
}

describe.each(['chromium', 'firefox'] as const)('%s', (family) => {
  describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
    let site: Site;
    let running: RunningBrowser;
    let control: ExtensionControl;

    beforeAll(async () => {
      site = await startSite(await hostPages());
      running = await launchWithExtension(family, { site, scheme });
      control = await ExtensionControl.open(running);
    });

    afterAll(async () => {
      await running?.close();
      await site?.close();
    });

    it.each([
      ['welcome.html', 'article h1'],
      ['options.html', '.tm-options .tm-source-group'],
      ['evidence.html#INDEX%3ARUSSELL2000@2026-06-18', '.tm-chart canvas'],
      ['evidence.html', 'select option:nth-child(3)'],
    ])('%s has nothing against it', async (address, there) => {
      const page = await running.openExtensionPage(address);
      await until(async () => (await page.$(there)) !== null, 15_000);
      expect(await page.evaluate((dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark, scheme === 'dark')).toBe(true);
      expect(await violations(page)).toEqual([]);
      await page.close();
    });

    it('neither has the popup, with findings and without', async () => {
      const { page, tabId } = await control.openPage('https://www.fool.com/plain');
      for (const id of [tabId, 999_999]) {
        const popup = await running.openExtensionPage(`popup.html?tab=${id}`);
        await popup.setViewport({ width: 400, height: 600 });
        await until(async () => (await popup.$('h1')) !== null, 10_000);
        if (id === tabId) await until(async () => (await popup.$('.tm-chart canvas')) !== null, 15_000);
        expect(await violations(popup)).toEqual([]);
        await popup.close();
      }
      await page.close();
    });

    it('nor have the cards', async () => {
      const { page, tabId, state } = await control.openPage(`https://www.fool.com/${scheme === 'dark' ? 'dark' : 'plain'}`);
      if (state.state !== 'read') throw new Error(state.reason);
      for (const request of requests(state.report)) {
        expect(await control.askTab(tabId, 'showFinding', request)).toBe(true);
        await waitForCard(page, (text) => text !== null);
        expect(await violations(page, { include: [['tickmark-card']] })).toEqual([]);
      }
      await page.close();
    });
  });
});

/** One claim of each verdict, and one ticker. */
function requests({ findings, tickers }: PageReport): ({ claimId: number } | { mentionId: number })[] {
  const claims = [...new Map(findings.map((finding) => [finding.verdict, finding.claim.id])).values()];
  return [...claims.map((claimId) => ({ claimId })), ...tickers.slice(0, 1).map(({ mentions }) => ({ mentionId: mentions[0]! }))];
}
