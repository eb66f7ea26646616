import { beforeEach, describe, expect, it } from 'vitest';
import type { PageReport } from '../../../lib/check/report.ts';
import { LIMITS } from '../../../lib/messages/limits.ts';
import type { CheckPageReply, WorkerMessage } from '../../../lib/messages/protocol.ts';
import { answer, hostOf, RefusedMessageError } from '../../../lib/messages/server.ts';
import type { FromTab, WorkerHandlers } from '../../../lib/messages/server.ts';
import { viewsOf } from '../../../lib/present/page-views.ts';
import type { Block, CellPlace } from '../../../lib/text/document.ts';
import { article } from './sample.ts';

const SELF = { id: 'own-id', baseUrl: 'chrome-extension://own-id/' };
const CONTENT = { id: 'own-id', url: 'https://www.gate.com/learn/iwm', frameId: 0, tab: { id: 7, incognito: false } };
const POPUP = { id: 'own-id', url: 'chrome-extension://own-id/popup.html' };

const REPORT: PageReport = {
  title: null, url: null, published: null, today: '2026-10-07', dataEnd: '2026-10-07', findings: [], tickers: [], words: 6,
};

const REPLY: CheckPageReply = { state: 'checked', report: REPORT, views: viewsOf(REPORT), places: { mentions: [], claims: [] } };

let called: { name: WorkerMessage; from: FromTab | null }[];

/** Handlers that note who was let through. */
const handlers: WorkerHandlers = {
  checkPage: (_request, from) => (called.push({ name: 'checkPage', from }), REPLY),
  pageLeft: (_request, from) => void called.push({ name: 'pageLeft', from }),
  correct: () => true,
  openEvidence: () => undefined,
  pageSummary: () => (called.push({ name: 'pageSummary', from: null }), { state: 'read', report: REPORT }),
  readPage: () => ({ state: 'not-read', reason: 'no-access' }),
  siteSwitch: ({ host, on }) => (called.push({ name: 'siteSwitch', from: null }), { reads: on && host !== '' }),
  siteState: () => ({ host: null, listed: false, granted: false, on: false }),
  dataStatus: () => ({
    state: 'ready', dataEnd: '2026-10-07', snapshotVersion: '1', instruments: 1, observations: 1, series: 1, error: null,
  }),
  refreshStatus: () => ({ isRunning: false, sources: [], hosts: {}, build: null }),
  refreshNow: () => (called.push({ name: 'refreshNow', from: null }), undefined),
  sourceSwitch: () => (called.push({ name: 'sourceSwitch', from: null }), undefined),
  ownFilesChanged: () => (called.push({ name: 'ownFilesChanged', from: null }), undefined),
  eraseEverything: () => (called.push({ name: 'eraseEverything', from: null }), undefined),
};

const ask = (name: WorkerMessage, data: unknown, sender: object) => answer(name, data, sender, SELF, handlers);
const { text, blocks } = article();
const page = (over: object = {}) => ({ article: { text, blocks, title: null }, title: 'IWM', published: '2026-10-07', language: 'en', ...over });

beforeEach(() => {
  called = [];
});

describe('checkPage', () => {
  it('is answered for a content script, with the tab it comes from', async () => {
    expect(await ask('checkPage', page(), CONTENT)).toBe(REPLY);
    expect(called).toEqual([{ name: 'checkPage', from: { tabId: 7, host: 'www.gate.com', url: 'https://www.gate.com/learn/iwm', incognito: false } }]);
  });

  it('knows a private window', async () => {
    await ask('checkPage', page(), { ...CONTENT, tab: { id: 7, incognito: true } });
    expect(called[0]?.from?.incognito).toBe(true);
  });

  const strangers: [string, object][] = [
    ['another extension', { ...CONTENT, id: 'other-id' }],
    ['nobody known', {}],
    ['one of the extension’s own pages', POPUP],
    ['an own page in a tab', { ...POPUP, tab: { id: 7 } }],
    ['a sender without a tab', { ...CONTENT, tab: undefined }],
    ['a frame inside the page', { ...CONTENT, frameId: 3 }],
  ];
  for (const [who, sender] of strangers) {
    it(`is refused from ${who}`, async () => {
      await expect(ask('checkPage', page(), sender)).rejects.toThrow(RefusedMessageError);
      expect(called).toEqual([]);
    });
  }

  const pageOf = (blocks: readonly unknown[], text = 'One two three four.'): unknown => page({ article: { text, blocks, title: null } });
  const block = (start: number, end: number, over: Partial<Block> = {}): Block => ({ start, end, kind: 'paragraph', ...over });
  const cell = (over: Partial<CellPlace>): Block => block(0, 3, { kind: 'cell', cell: { table: 0, row: 0, column: 0, header: false, ...over } });
  const malformed: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['text', 'checkPage'],
    ['an article without blocks', page({ article: { text: 'One.', title: null } })],
    ['a date that is none', page({ published: '2026-13-01' })],
    ['a title that is too long', page({ title: 'x'.repeat(LIMITS.title + 1) })],
    ['a text that is too long', pageOf([], 'x'.repeat(LIMITS.text + 1))],
    ['more blocks than allowed', pageOf(Array.from({ length: LIMITS.blocks + 1 }, () => block(0, 0)))],
    ['a block beyond the text', pageOf([block(0, 20)])],
    ['a block that ends before it starts', pageOf([block(7, 3)])],
    ['a block that starts before the text', pageOf([block(-1, 3)])],
    ['blocks out of order', pageOf([block(4, 7), block(0, 3)])],
    ['blocks that overlap', pageOf([block(0, 7), block(4, 13)])],
    ['a place that is no whole number', pageOf([block(0, 2.5)])],
    ['a kind of block that nobody knows', pageOf([{ start: 0, end: 3, kind: 'script' }])],
    ['a heading of level 7', pageOf([block(0, 3, { kind: 'heading', level: 7 })])],
    ['a cell without a place', pageOf([block(0, 3, { kind: 'cell' })])],
    ['a paragraph with the place of a cell', pageOf([{ ...cell({}), kind: 'paragraph' }])],
    ['a cell in a negative row', pageOf([cell({ row: -1 })])],
    ['a cell in an endless column', pageOf([cell({ column: Number.MAX_SAFE_INTEGER })])],
  ];
  for (const [what, data] of malformed) {
    it(`is refused with ${what}`, async () => {
      await expect(ask('checkPage', data, CONTENT)).rejects.toThrow(/checkPage: malformed request/);
      expect(called).toEqual([]);
    });
  }

  it('is answered for headings, cells and blocks that touch', async () => {
    const blocks = [block(0, 3, { kind: 'heading', level: 2 }), cell({}), block(3, 3), block(3, 7)];
    expect(await ask('checkPage', pageOf([blocks[0], ...blocks.slice(2)]), CONTENT)).toBe(REPLY);
    expect(await ask('checkPage', pageOf([blocks[1]]), CONTENT)).toBe(REPLY);
  });

  it('drops fields that the protocol does not have', async () => {
    let seen: unknown;
    const spy: WorkerHandlers = { ...handlers, checkPage: (request) => ((seen = request), REPLY) };
    await answer('checkPage', page({ admin: true }), CONTENT, SELF, spy);
    expect(seen).toEqual(page());
  });
});

describe('messages of the extension’s own pages', () => {
  it('are answered for the popup and for own pages in a tab', async () => {
    expect(await ask('pageSummary', { tabId: 7 }, POPUP)).toMatchObject({ state: 'read' });
    expect(await ask('pageSummary', { tabId: 7 }, { ...POPUP, tab: { id: 9 } })).toMatchObject({ state: 'read' });
    expect(await ask('dataStatus', undefined, POPUP)).toMatchObject({ state: 'ready' });
    expect(await ask('dataStatus', null, POPUP)).toMatchObject({ state: 'ready' });
  });

  for (const name of ['pageSummary', 'readPage', 'siteSwitch', 'siteState', 'dataStatus'] as const) {
    it(`${name} is refused from a content script`, async () => {
      await expect(ask(name, { tabId: 7, host: 'a.com', on: true }, CONTENT)).rejects.toThrow('only the extension’s own pages');
    });
  }

  it('are refused from an address that only looks like ours', async () => {
    const fake = { id: 'own-id', url: 'https://evil.example/chrome-extension://own-id/popup.html' };
    await expect(ask('pageSummary', { tabId: 7 }, fake)).rejects.toThrow(RefusedMessageError);
  });

  for (const host of ['', 'https://gate.com', 'gate.com/path', 'GATE.COM', '*', 'a b', 'x'.repeat(300)]) {
    it(`siteSwitch refuses ${JSON.stringify(host.slice(0, 20))} as a host`, async () => {
      await expect(ask('siteSwitch', { host, on: true }, POPUP)).rejects.toThrow('malformed');
    });
  }

  it('siteSwitch takes names, addresses and punycode', async () => {
    for (const host of ['www.gate.com', 'xn--brse-5qa.de', '127.0.0.1', '[::1]', 'localhost']) {
      expect(await ask('siteSwitch', { host, on: true }, POPUP)).toEqual({ reads: true });
    }
  });
});

describe('hostOf', () => {
  it('gives the host of web addresses only', () => {
    expect(['https://www.gate.com:8080/x?y', 'http://[::1]/', 'about:blank', 'file:///tmp/a.html', 'nonsense', ''].map(hostOf)).toEqual(
      ['www.gate.com', '[::1]', null, null, null, null],
    );
  });
});
