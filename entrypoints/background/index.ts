import { defineBackground } from 'wxt/utils/define-background';
import { Database } from '../../lib/data/database.ts';
import { addCorrection } from '../../lib/data/corrections.ts';
import { eraseDatabase } from '../../lib/data/erase.ts';
import { createDataKeeper, readSnapshot } from '../../lib/data/load-snapshot.ts';
import { dropAllFindings, dropFindings, dropOldFindings, storeFindings } from '../../lib/data/page-findings.ts';
import { buildGeneration } from '../../lib/data/refresh/build.ts';
import type { Building } from '../../lib/data/refresh/build.ts';
import { SOURCES } from '../../lib/data/sources/index.ts';
import { storedData } from '../../lib/data/status.ts';
import { askTab } from '../../lib/messages/client.ts';
import type { StepAction } from '../../lib/messages/protocol.ts';
import { answerInWorker } from '../../lib/messages/server.ts';
import { loadLanguage } from '../../lib/language/load.ts';
import { isFinanceHost } from '../../lib/page/finance-sites.ts';
import { browser } from '../../lib/platform/browser.ts';
import { createClock } from '../../lib/platform/clock.ts';
import { createLog, messageOf } from '../../lib/platform/log.ts';
import { changeSettings } from '../../lib/settings/change.ts';
import { evidenceAddress } from '../../lib/present/evidence-address.ts';
import type { Language } from '../../lib/present/language.ts';
import { isSiteOn } from '../../lib/settings/model.ts';
import { readSettings, watchSettings } from '../../lib/settings/read.ts';
import { badgeOf, EMPTY_BADGE } from './badge.ts';
import type { Badge } from './badge.ts';
import { checkPage } from './check-page.ts';
import { forgetChoices } from './forget-choices.ts';
import { checkSelection, pageSummary, readPage } from './reader.ts';
import { createBrowserRefresher, hostsByGroup } from './refreshing.ts';
import { registerReaders, siteState } from './sites.ts';

const STEPS: Readonly<Record<string, StepAction>> = {
  'next-finding': 'next',
  'previous-finding': 'previous',
  'open-card': 'open',
  'toggle-marks': 'toggle',
};

const SELECTION_MENU = 'check-selection';

/**
 * The worker: it sleeps most of the time and is started by any of the events below, so every listener is registered at
 * once and none relies on what an earlier life held in memory.
 */
export default defineBackground({
  type: 'module',
  main() {
    const clock = createClock();
    const log = createLog('worker');
    const database = new Database();
    const storage = browser.storage.local;
    const building: Building = {
      database,
      sources: SOURCES,
      bundled: () => readSnapshot(async (path) => (await fetch(browser.runtime.getURL(path))).json()),
      version: browser.runtime.getManifest().version,
      clock,
      log,
    };
    const language = async (): Promise<Language> => loadLanguage((await readSettings(storage)).language);
    const keeper = createDataKeeper(building);
    const refresher = createBrowserRefresher({ ...building, build: () => buildGeneration(building) });
    /** How often each tab has left a page in this life of the worker: a report of a page left meanwhile is not kept. */
    const departures = new Map<number, number>();

    const inBackground = (work: Promise<unknown>, what: string): void => {
      work.catch((error: unknown) => log.warn(what, error));
    };

    const renewReaders = (): void => {
      const work = readSettings(storage).then((settings) => registerReaders(browser, settings));
      inBackground(work, 'the readers of added sites were not renewed');
    };

    const leavePage = async (tabId: number): Promise<void> => {
      departures.set(tabId, (departures.get(tabId) ?? 0) + 1);
      await dropFindings(database, tabId);
    };

    answerInWorker(
      { id: browser.runtime.id, baseUrl: browser.runtime.getURL('') },
      {
        checkPage: async (request, { tabId, url, host, incognito }) => {
          const departuresBefore = departures.get(tabId) ?? 0;
          await keeper.ready();
          const spoken = await language();
          const reply = await checkPage(database, request, { url, host }, clock.today('local'), spoken);
          if (reply.state === 'checked' && (departures.get(tabId) ?? 0) === departuresBefore) {
            const { report } = reply;
            if (!incognito) await storeFindings(database, tabId, report, clock.now());
            inBackground(showBadge(tabId, badgeOf(report, spoken)), 'the badge was not shown');
          }
          return reply;
        },
        pageLeft: async (_request, { tabId }) => {
          await leavePage(tabId);
          await showBadge(tabId, EMPTY_BADGE);
        },
        correct: async (request, { host, incognito }) => {
          if (host === null || incognito) return false;
          await addCorrection(database, { ...request, host }, clock.now());
          return true;
        },
        openEvidence: async ({ instrument, day }) => {
          const address = evidenceAddress(instrument, day);
          await browser.tabs.create({ url: browser.runtime.getURL(`/${address}`) });
        },
        pageSummary: ({ tabId }) => pageSummary(database, tabId, clock.now()),
        readPage: ({ tabId }) => readPage(browser, tabId),
        siteSwitch: async ({ host, on }) => {
          const settings = await changeSettings(storage, { sites: { [host]: on } });
          await registerReaders(browser, settings);
          const granted = await browser.permissions.contains({ origins: [`*://${host}/*`] });
          return { reads: isSiteOn(settings, host, isFinanceHost(host)) && (isFinanceHost(host) || granted) };
        },
        siteState: async ({ tabId }) => siteState(browser, await readSettings(storage), tabId),
        dataStatus: async () => {
          inBackground(keeper.ready(), 'there are no data');
          const stored = await storedData(database);
          const failure = keeper.lastError();
          const error = failure === null ? null : messageOf(failure);
          const state = stored.dataEnd !== null ? 'ready' : error === null ? 'loading' : 'failed';
          return { ...stored, state, error };
        },
        refreshStatus: async () => ({ ...(await refresher.status()), hosts: hostsByGroup() }),
        refreshNow: () => {
          inBackground(refresher.runAll(), 'the refresh was broken off');
          return undefined;
        },
        sourceSwitch: async ({ group, on }) => {
          await changeSettings(storage, { sources: { [group]: on } });
          inBackground(refresher.run(), 'the refresh was broken off');
        },
        ownFilesChanged: async () => {
          await buildGeneration(building);
        },
        eraseEverything: async () => {
          await forgetChoices(browser);
          await eraseDatabase(database);
          await keeper.reload();
          // Also drops what a refresh that was under way has stored since.
          inBackground(refresher.run(), 'the refresh was broken off');
        },
      },
    );

    browser.runtime.onInstalled.addListener(({ reason }) => {
      const loaded = keeper.reload();
      inBackground(loaded, 'the data of this version are not in use');
      // What came with the extension is there at once; what sources give is added to it.
      inBackground(loaded.catch(() => undefined).then(() => refresher.run()), 'the refresh was broken off');
      renewReaders();
      inBackground(language().then(setMenu), 'no context menu');
      if (reason === 'install') {
        inBackground(browser.tabs.create({ url: browser.runtime.getURL('welcome.html') }), 'no welcome page');
      }
    });

    watchSettings(storage, ({ language: choice }, before) => {
      if (choice !== before.language) inBackground(loadLanguage(choice).then(setMenu), 'the context menu kept its language');
    });

    browser.runtime.onStartup.addListener(() => {
      inBackground(dropAllFindings(database), 'old findings were not dropped');
      // Firefox forgets alarms with the session.
      inBackground(refresher.arm(), 'the next refresh is not set');
    });

    browser.tabs.onRemoved.addListener((tabId) => {
      inBackground(dropFindings(database, tabId), 'the findings of a closed tab were not dropped');
      departures.delete(tabId);
    });

    browser.tabs.onUpdated.addListener((tabId, { status }) => {
      if (status === 'loading') inBackground(leavePage(tabId), 'the findings of a page that was left were not dropped');
    });

    browser.permissions.onRemoved.addListener(renewReaders);
    browser.permissions.onAdded.addListener(() => inBackground(refresher.run(), 'the refresh was broken off'));

    browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
      const tabId = tab?.id;
      if (menuItemId === SELECTION_MENU && tabId !== undefined) inBackground(language().then((spoken) => checkSelection(browser, tabId, spoken)), 'the selection was not checked');
    });

    browser.commands.onCommand.addListener((command, tab) => {
      const action = STEPS[command];
      const tabId = tab?.id;
      if (action !== undefined && tabId !== undefined) inBackground(askTab(tabId, 'step', { action }), 'no step');
    });

    inBackground(dropOldFindings(database, clock.now()), 'old findings were not dropped');
  },
});

/** Kept by the browser over the worker's lives; an update finds the one of the version before. */
async function setMenu({ words }: Language): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: SELECTION_MENU, title: words.toolbar.checkSelection, contexts: ['selection'] });
}

async function showBadge(tabId: number, badge: Badge): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ tabId, text: badge.text }),
    action.setBadgeBackgroundColor({ tabId, color: badge.colour }),
    action.setTitle({ tabId, title: badge.title }),
  ]);
}
