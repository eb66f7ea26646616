import type { PageReport } from '../../lib/check/report.ts';
import { addCorrection } from '../../lib/data/corrections.ts';
import { Database } from '../../lib/data/database.ts';
import { askWorker } from '../../lib/messages/client.ts';
import { browser } from '../../lib/platform/browser.ts';
import { createClock } from '../../lib/platform/clock.ts';
import { evidenceAddress } from '../../lib/present/evidence-address.ts';
import type { Language } from '../../lib/present/language.ts';
import { readSettings, watchSettings } from '../../lib/settings/read.ts';
import { PageReader } from '../article.content/page-reader.ts';
import { checkPage } from '../background/check-page.ts';

/** The worker loads the data at install, which is when this page opens. */
const POLL_MS = 300;
const POLLS = 100;

/**
 * Puts the bundled sample article into the page and reads it. Content scripts do not run on the extension's own pages,
 * so the reader is started here; the checking is done here too, since the worker takes pages from tabs only.
 *
 * @returns the report, or null when the article was not read.
 */
export async function readSample(place: HTMLElement, signal: AbortSignal, language: Language): Promise<PageReport | null> {
  const response = await fetch(browser.runtime.getURL('sample/article.html'), { signal });
  // Its own styles are for the article alone; the policy of this page would refuse them with an error.
  const html = (await response.text()).replace(/<style>[^<]*<\/style>/, '');
  const page = new DOMParser().parseFromString(html, 'text/html');
  const article = page.querySelector('article');
  const published = page.querySelector('meta[property="article:published_time"]');
  if (article === null) throw new Error('no article in it');
  place.replaceChildren(document.importNode(article, true));
  if (published !== null) document.head.append(document.importNode(published, true));

  await dataReady(signal);
  const database = new Database();
  const clock = createClock();
  const storage = browser.storage.local;
  const reader = new PageReader({
    document,
    settings: await readSettings(storage),
    ask: (request) => checkPage(database, request, { url: null, host: location.host }, clock.today('local'), language),
    services: {
      correct: async (request) => {
        await addCorrection(database, { ...request, host: location.host }, clock.now());
        return true;
      },
      openEvidence: async (instrument, day) => {
        await browser.tabs.create({ url: browser.runtime.getURL(`/${evidenceAddress(instrument, day)}`) });
      },
    },
    left: () => undefined,
    signal,
  });
  const stopWatching = watchSettings(storage, (settings) => reader.apply(settings));
  signal.addEventListener('abort', () => {
    stopWatching();
    reader.stop();
    database.close();
  });
  const state = await reader.read();
  return state.state === 'read' ? state.report : null;
}

async function dataReady(signal: AbortSignal): Promise<void> {
  for (let poll = 0; poll < POLLS && !signal.aborted; poll += 1) {
    const status = await askWorker('dataStatus');
    if (status.state === 'ready') return;
    if (status.state === 'failed') throw new Error(status.error ?? 'no market data');
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
