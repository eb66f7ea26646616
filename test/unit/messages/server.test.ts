import { beforeEach, describe, expect, it } from 'vitest';
import type { PageReport } from '../../../lib/check/report.ts';
import { LIMITS } from '../../../lib/messages/limits.ts';
import type { WorkerMessage } from '../../../lib/messages/protocol.ts';
import { answer, hostOf, RefusedMessageError } from '../../../lib/messages/server.ts';
import type { FromTab, WorkerHandlers } from '../../../lib/messages/server.ts';
import { detection, draftClaim, mention } from './sample.ts';

const SELF = { id: 'own-id', baseUrl: 'chrome-extension://own-id/' };
const CONTENT = { id: 'own-id', url: 'https://www.gate.com/learn/iwm', frameId: 0, tab: { id: 7, incognito: false } };
const POPUP = { id: 'own-id', url: 'chrome-extension://own-id/popup.html' };

const REPORT: PageReport = {
  title: null, published: null, today: '2026-10-07', dataEnd: '2026-10-07', findings: [], tickers: [], words: 6,
};

let called: { name: WorkerMessage; from: FromTab | null }[];

/** Handlers that note who was let through. */
const handlers: WorkerHandlers = {
  checkPage: (_request, from) => (called.push({ name: 'checkPage', from }), REPORT),
  pageLeft: (_request, from) => void called.push({ name: 'pageLeft', from }),
  pageSummary: () => (called.push({ name: 'pageSummary', from: null }), { state: 'read', report: REPORT }),
  readPage: () => ({ state: 'not-read', reason: 'no-access' }),
  siteSwitch: ({ host, on }) => (called.push({ name: 'siteSwitch', from: null }), { reads: on && host !== '' }),
  siteState: () => ({ host: null, listed: false, granted: false, on: false }),
  dataStatus: () => ({
    state: 'ready', dataEnd: '2026-10-07', snapshotVersion: '1', instruments: 1, observations: 1, series: 1, error: null,
  }),
};

const ask = (name: WorkerMessage, data: unknown, sender: object) => answer(name, data, sender, SELF, handlers);
const page = (over: object = {}) => ({ detection: detection(), title: 'IWM', published: '2026-10-07', language: 'en', ...over });

beforeEach(() => {
  called = [];
});

describe('checkPage', () => {
  it('is answered for a content script, with the tab it comes from', async () => {
    expect(await ask('checkPage', page(), CONTENT)).toBe(REPORT);
    expect(called).toEqual([{ name: 'checkPage', from: { tabId: 7, host: 'www.gate.com', incognito: false } }]);
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

  const longText = 'x'.repeat(LIMITS.name + 1);
  const malformed: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['text', 'checkPage'],
    ['a detection without mentions', page({ detection: { claims: [], articleSubjects: [], words: 1 } })],
    ['a date that is none', page({ published: '2026-13-01' })],
    ['a title that is too long', page({ title: 'x'.repeat(LIMITS.title + 1) })],
    ['more mentions than allowed', page({ detection: detection({ mentions: Array.from({ length: LIMITS.mentions + 1 }, (_, id) => mention(id)) }) })],
    ['more claims than allowed', page({ detection: detection({ claims: Array.from({ length: LIMITS.claims + 1 }, (_, id) => draftClaim(id)) }) })],
    ['a mention of endless text', page({ detection: detection({ mentions: [mention(0, { text: longText })] }) })],
    ['a claim about a mention that is not there', page({ detection: detection({ claims: [draftClaim(0, { subjects: [1] })] }) })],
    ['an article subject that is not there', page({ detection: detection({ articleSubjects: [4] }) })],
    ['two claims of one id', page({ detection: detection({ claims: [draftClaim(3), draftClaim(3)] }) })],
    ['mentions out of order', page({ detection: detection({ mentions: [mention(1), mention(0)] }) })],
    ['a span that ends before it starts', page({ detection: detection({ claims: [draftClaim(0, { span: { start: 9, end: 2 } })] }) })],
    ['a figure that is not finite', page({ detection: detection({ claims: [draftClaim(0, { value: { low: Infinity, high: 1, halfUnit: 0, isFraction: false, text: null } })] }) })],
    ['a metric nobody knows', page({ detection: detection({ claims: [{ ...draftClaim(0), metric: 'magic' as 'pe' }] }) })],
  ];
  for (const [what, data] of malformed) {
    it(`is refused with ${what}`, async () => {
      await expect(ask('checkPage', data, CONTENT)).rejects.toThrow(/checkPage: malformed request/);
      expect(called).toEqual([]);
    });
  }

  it('lets metrics through that are read and not yet judged', async () => {
    const claims = [draftClaim(0, { metric: 'other:beta', unit: 'x' })];
    expect(await ask('checkPage', page({ detection: detection({ claims }) }), CONTENT)).toBe(REPORT);
  });

  it('drops fields that the protocol does not have', async () => {
    let seen: unknown;
    const spy: WorkerHandlers = { ...handlers, checkPage: (request) => ((seen = request), REPORT) };
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
