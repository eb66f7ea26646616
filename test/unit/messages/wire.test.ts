/** Both ends over a wire that behaves as the browsers' does: requests and replies cross as JSON, errors do not. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorkerHandlers } from '../../../lib/messages/server.ts';

type Listener = (message: unknown, sender: object, reply: (answer: unknown) => void) => boolean | undefined;

class Wire {
  readonly listeners = new Set<Listener>();
  sender: object = {};
  readonly onMessage = {
    addListener: (listener: Listener) => void this.listeners.add(listener),
    removeListener: (listener: Listener) => void this.listeners.delete(listener),
  };

  send(message: unknown, reply: (answer: unknown) => void): void {
    const copy: unknown = JSON.parse(JSON.stringify(message));
    const kept = [...this.listeners].filter(
      (listener) => listener(copy, this.sender, (answer) => reply(JSON.parse(JSON.stringify(answer)))) === true,
    );
    if (kept.length === 0) reply(undefined);
  }
}

const SELF = { id: 'own-id', baseUrl: 'chrome-extension://own-id/' };
let wire: Wire;

beforeEach(() => {
  wire = new Wire();
  vi.stubGlobal('chrome', {
    runtime: {
      id: SELF.id,
      onMessage: wire.onMessage,
      sendMessage: (message: unknown, reply: (answer: unknown) => void) => wire.send(message, reply),
    },
    tabs: {
      sendMessage: (_tabId: number, message: unknown, _options: unknown, reply: (answer: unknown) => void) => wire.send(message, reply),
    },
  });
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function ends() {
  const client = await import('../../../lib/messages/client.ts');
  const server = await import('../../../lib/messages/server.ts');
  return { ...client, ...server };
}

const handlers = {
  siteState: () => ({ host: 'www.gate.com', listed: true, granted: true, on: true }),
  pageSummary: () => {
    throw new Error('the database is closed');
  },
} as unknown as WorkerHandlers;

describe('asking the worker', () => {
  it('brings request and reply across', async () => {
    const { askWorker, answerInWorker } = await ends();
    answerInWorker(SELF, handlers);
    wire.sender = { id: SELF.id, url: `${SELF.baseUrl}popup.html` };
    expect(await askWorker('siteState', { tabId: 1 })).toEqual({ host: 'www.gate.com', listed: true, granted: true, on: true });
  });

  it('rejects at the asker when the handler fails or the request is refused', async () => {
    const { askWorker, answerInWorker } = await ends();
    answerInWorker(SELF, handlers);
    wire.sender = { id: SELF.id, url: `${SELF.baseUrl}popup.html` };
    await expect(askWorker('pageSummary', { tabId: 1 })).rejects.toThrow('the database is closed');
    await expect(askWorker('siteState', { tabId: -1 })).rejects.toThrow('malformed');
    wire.sender = { id: 'other', url: 'https://example.com/' };
    await expect(askWorker('siteState', { tabId: 1 })).rejects.toThrow('not from this extension');
  });

  it('survives messages that are not ours', async () => {
    const { answerInWorker } = await ends();
    answerInWorker(SELF, handlers);
    for (const message of [null, 7, 'hello', {}, { type: 'unknown', timestamp: 1 }, { type: 'siteState' }, []]) {
      let answered = false;
      wire.send(message, (answer) => (answered = answer !== undefined));
      await Promise.resolve();
      expect(answered).toBe(false);
    }
  });
});

describe('asking a tab', () => {
  const tabHandlers = {
    pageState: () => ({ state: 'not-read' as const, reason: 'nothing-found' as const }),
    readNow: () => ({ state: 'not-read' as const, reason: 'not-english' as const }),
    checkSelection: () => true,
    showFinding: (request: object) => 'claimId' in request,
    step: () => undefined,
  };

  it('brings the reply, and null where nobody listens', async () => {
    const { askTab, answerInTab } = await ends();
    expect(await askTab(1, 'pageState')).toBeNull();
    const stop = answerInTab(tabHandlers, SELF.id);
    wire.sender = { id: SELF.id };
    expect(await askTab(1, 'pageState')).toEqual({ reply: { state: 'not-read', reason: 'nothing-found' } });
    expect(await askTab(1, 'showFinding', { claimId: 3 })).toEqual({ reply: true });
    expect(await askTab(1, 'step', { action: 'next' })).toEqual({ reply: undefined });
    stop();
    expect(await askTab(1, 'pageState')).toBeNull();
  });

  it('refuses strangers and malformed requests in the tab', async () => {
    const { askTab, answerInTab } = await ends();
    answerInTab(tabHandlers, SELF.id);
    wire.sender = { id: 'other' };
    await expect(askTab(1, 'pageState')).rejects.toThrow('not from this extension');
    wire.sender = { id: SELF.id };
    await expect(askTab(1, 'showFinding', { claimId: -1 })).rejects.toThrow('malformed');
  });
});
