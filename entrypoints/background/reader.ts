/** What the worker knows of the article reader in a tab: whether it runs there, and what it has read. */
import { findingsOfTab } from '../../lib/data/page-findings.ts';
import type { Database } from '../../lib/data/database.ts';
import { askTab } from '../../lib/messages/client.ts';
import type { PageState } from '../../lib/messages/protocol.ts';
import type { Language } from '../../lib/present/language.ts';
import { READER_FILE } from './sites.ts';

const START_ATTEMPTS = 40;
const START_PAUSE_MS = 50;

/** The part of the extension API that puts the reader into a tab. */
export interface InjectApi {
  readonly scripting: {
    executeScript(injection: { target: { tabId: number }; files: string[] }): Promise<unknown>;
  };
}

/**
 * What was read on a tab. The stored report is the quick answer; without one (nothing found, a private window, a page
 * that only looked as if it were left) the tab itself is asked.
 */
export async function pageSummary(database: Database, tabId: number, now: number): Promise<PageState> {
  const report = await findingsOfTab(database, tabId, now);
  if (report !== null) return { state: 'read', report };
  const answer = await askTab(tabId, 'pageState');
  return answer?.reply ?? { state: 'not-read', reason: 'site-not-listed' };
}

/**
 * Reads a tab now. Puts the reader there first where it does not run: on other sites, on a site that is off, or in a
 * page that was open before the extension.
 */
export async function readPage(api: InjectApi, tabId: number): Promise<PageState> {
  const running = await askTab(tabId, 'readNow');
  if (running !== null) return running.reply;
  return injectReader(api, tabId);
}

/** Checks what is selected on a tab; the card or a note appears there. Nothing happens where no extension may read. */
export async function checkSelection(api: InjectApi, tabId: number, language: Language): Promise<void> {
  const note = { words: language.words.card.nothingSelected, language: language.tag };
  if ((await askTab(tabId, 'checkSelection', note)) !== null) return;
  const state = await injectReader(api, tabId);
  if (state.state === 'read' || state.reason !== 'no-access') await askTab(tabId, 'checkSelection', note);
}

async function injectReader(api: InjectApi, tabId: number): Promise<PageState> {
  try {
    await api.scripting.executeScript({ target: { tabId }, files: [READER_FILE] });
  } catch {
    // The browser's own pages, its add-on store, or no permission for the tab: both browsers reject alike.
    return { state: 'not-read', reason: 'no-access' };
  }
  // The reader looks up its settings before it listens.
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const answer = await askTab(tabId, 'readNow');
    if (answer !== null) return answer.reply;
    await new Promise((resolve) => setTimeout(resolve, START_PAUSE_MS));
  }
  return { state: 'not-read', reason: 'failed' };
}
