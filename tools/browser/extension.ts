import type { Page } from 'puppeteer-core';
import type { PageState, ReplyOf, RequestOf, TabMessage, WorkerMessage } from '../../lib/messages/protocol.ts';
import type { RunningBrowser } from './launch.ts';

/** A page in a tab, and what the extension says of it. */
export interface OpenedPage {
  readonly page: Page;
  /** The browser's own number of the tab. */
  readonly tabId: number;
  /** The extension's last answer. */
  readonly state: PageState;
}

/**
 * Talks with the extension as its own pages do: one of them is open in a tab of its own, and messages are sent from
 * there. Works in both engines and reads what the extension holds, not what this process would compute.
 */
export class ExtensionControl {
  readonly #running: RunningBrowser;
  readonly #page: Page;

  private constructor(running: RunningBrowser, page: Page) {
    this.#running = running;
    this.#page = page;
  }

  /** Opens the control tab and waits until the extension has loaded its data. */
  static async open(running: RunningBrowser): Promise<ExtensionControl> {
    const control = new ExtensionControl(running, await running.openExtensionPage('popup.html'));
    await control.dataReady();
    await control.#quiet();
    return control;
  }

  /** The tab from which the extension is asked. */
  get page(): Page {
    return this.#page;
  }

  /** Asks the worker. Throws what the worker's handler threw. */
  async ask<K extends WorkerMessage>(type: K, data?: RequestOf<K>): Promise<ReplyOf<K>> {
    return (await this.#send(null, type, data)) as ReplyOf<K>;
  }

  /** Asks the content script of a tab. Throws when none answers there. */
  async askTab<K extends TabMessage>(tabId: number, type: K, data?: RequestOf<K>): Promise<ReplyOf<K>> {
    return (await this.#send(tabId, type, data)) as ReplyOf<K>;
  }

  /** Ids of all tabs, or of those that `filter` (of `tabs.query`) lets through. */
  async tabIds(filter: { readonly active?: boolean } = {}): Promise<number[]> {
    return this.#page.evaluate(async (wanted) => {
      const globals = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
      const tabs = await (globals.browser ?? globals.chrome).tabs.query(wanted);
      return tabs.flatMap((tab) => tab.id ?? []);
    }, filter);
  }

  /** Titles of the extension's own pages that are open in tabs; of other pages it is told none. */
  async ownTitles(): Promise<string[]> {
    return this.#page.evaluate(async () => {
      const globals = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
      const tabs = await (globals.browser ?? globals.chrome).tabs.query({});
      return tabs.flatMap(({ title, url }) => (title !== undefined && url?.startsWith(location.origin) === true ? [title] : []));
    });
  }

  /** An empty new tab in front, and the browser's own number of it. */
  async openTab(): Promise<{ page: Page; tabId: number }> {
    const before = new Set(await this.tabIds());
    const page = await this.#running.browser.newPage();
    await page.bringToFront();
    // Other tabs may appear on their own, such as the extension's welcome page.
    const added = (await this.tabIds({ active: true })).filter((id) => !before.has(id));
    if (added.length !== 1) throw new Error(`expected one new tab in front, found ${added.length}`);
    return { page, tabId: added[0]! };
  }

  /**
   * Opens an address in a new tab and waits until the extension has read it, or says why not, at most `timeoutMs`.
   * `prepare` runs on the empty tab, for listeners and the size of the window.
   */
  async openPage(url: string, options: { timeoutMs?: number; prepare?: (page: Page) => Promise<void> } = {}): Promise<OpenedPage> {
    const { page, tabId } = await this.openTab();
    await options.prepare?.(page);
    await page.goto(url, { waitUntil: 'load' });
    return { page, tabId, state: await this.settled(tabId, options.timeoutMs ?? 20_000) };
  }

  /** The extension's answer for a tab, once it is no longer reading; the last answer when time runs out. */
  async settled(tabId: number, timeoutMs: number): Promise<PageState> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const state = await this.ask('pageSummary', { tabId });
      // A tab that nobody has read yet looks for a moment as if nobody ever will, so such an answer must stand a while.
      const isFinal = state.state === 'read' || (FINAL_REASONS.has(state.reason) && Date.now() > until - timeoutMs + 1500);
      if (isFinal || Date.now() > until) return state;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Waits, at most a minute, until the bundled data are in the database. */
  async dataReady(): Promise<void> {
    const until = Date.now() + 60_000;
    for (;;) {
      const status = await this.ask('dataStatus').catch(() => null); // the worker may still be starting
      if (status?.state === 'ready') return;
      if (status?.state === 'failed') throw new Error(`the extension could not load its data: ${status.error ?? 'no reason given'}`);
      if (Date.now() > until) throw new Error('the extension did not load its data within a minute');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Waits until no tab has come or gone for a moment: after its installation the extension opens a welcome page. */
  async #quiet(): Promise<void> {
    let before = '';
    for (let tries = 0; tries < 20; tries += 1) {
      const now = (await this.tabIds()).join();
      if (now === before) return;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }

  async #send(tabId: number | null, type: string, data: unknown): Promise<unknown> {
    const text = await this.#page.evaluate(
      async (tab, message) => {
        const globals = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
        const api = globals.browser ?? globals.chrome;
        const wire = { ...message, id: Math.floor(Math.random() * 1e9), timestamp: Date.now() };
        const reply = tab === null ? await api.runtime.sendMessage(wire) : await api.tabs.sendMessage(tab, wire, { frameId: 0 });
        // As text: Firefox's protocol drops an object that occurs in an answer for the second time.
        return JSON.stringify(reply ?? null);
      },
      tabId,
      data === undefined ? { type } : { type, data },
    );
    const answer = JSON.parse(text) as WireReply | null;
    if (answer === null) throw new Error(`${type}: nobody answered`);
    if (answer.err !== undefined && answer.err !== null) throw new Error(`${type}: ${JSON.stringify(answer.err)}`);
    return answer.res;
  }
}

const FINAL_REASONS = new Set(['not-english', 'nothing-found', 'not-article', 'site-off', 'site-not-listed', 'no-access', 'failed']);

/** The little of the extension API that is used inside the control tab. */
interface ExtensionApi {
  readonly runtime: { sendMessage(message: unknown): Promise<WireReply | undefined> };
  readonly tabs: {
    query(filter: object): Promise<{ readonly id?: number; readonly title?: string; readonly url?: string }[]>;
    sendMessage(tabId: number, message: unknown, options: object): Promise<WireReply | undefined>;
  };
}
interface WireReply {
  readonly res?: unknown;
  readonly err?: unknown;
}
