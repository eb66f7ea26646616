/**
 * Answering messages in the worker. In: whatever arrives. Out: checked requests with their sender, to the handlers.
 * Content scripts run in other people's pages and are trusted least, so each request is checked by shape and by sender;
 * what does not pass is refused with an error that the sender sees, and never reaches a handler.
 */
import { defineExtensionMessaging } from '@webext-core/messaging';
import { z } from 'zod';
import type { Sender } from './client.ts';
import { contentMessages, workerMessages } from './protocol.ts';
import type { ProtocolMap, ReplyOf, RequestOf, WorkerMessage } from './protocol.ts';

/** A message that was refused: of an unknown sender, or not of its schema. */
export class RefusedMessageError extends Error {
  override readonly name = 'RefusedMessageError';
}

/** The tab that a content script's message comes from. */
export interface FromTab {
  readonly tabId: number;
  /** Host of the page, or null when the address has none. */
  readonly host: string | null;
  /** Address of the page without its fragment; null unless it is http or https. */
  readonly url: string | null;
  /** True in a private window: nothing about the page may be written to disk. */
  readonly incognito: boolean;
}

type ContentMessage = keyof typeof contentMessages;

type Handler<K extends WorkerMessage> = K extends ContentMessage
  ? (request: RequestOf<K>, from: FromTab) => ReplyOf<K> | Promise<ReplyOf<K>>
  : (request: RequestOf<K>) => ReplyOf<K> | Promise<ReplyOf<K>>;

export type WorkerHandlers = { readonly [K in WorkerMessage]: Handler<K> };

/** Who we are: senders are compared with it. */
export interface Self {
  readonly id: string;
  /** `chrome-extension://…/` or `moz-extension://…/`. */
  readonly baseUrl: string;
}

/**
 * Registers all handlers, at once and synchronously, so that the message that started the worker is heard.
 *
 * @returns a function that removes them.
 */
export function answerInWorker(self: Self, handlers: WorkerHandlers): () => void {
  const messenger = defineExtensionMessaging<ProtocolMap>();
  for (const name of Object.keys(workerMessages) as WorkerMessage[]) {
    messenger.onMessage(name, (message) => answer(name, message.data, message.sender as Sender, self, handlers) as never);
  }
  return messenger.removeAllListeners;
}

/**
 * Checks one message and answers it; a rejected promise is the refusal. Apart from `answerInWorker` so that tests can
 * play any sender.
 */
export async function answer(
  name: WorkerMessage,
  data: unknown,
  sender: Sender,
  self: Self,
  handlers: WorkerHandlers,
): Promise<unknown> {
  const from = isContentMessage(name) ? contentSender(name, sender, self) : extensionPage(name, sender, self);
  // JSON has no undefined: a request without content may arrive as null.
  const parsed = workerMessages[name].request.safeParse(data ?? undefined);
  if (!parsed.success) {
    throw new RefusedMessageError(`${name}: malformed request. ${z.prettifyError(parsed.error).slice(0, 500)}`);
  }
  const handler = handlers[name] as (request: unknown, from: FromTab | null) => unknown;
  return handler(parsed.data, from);
}

function isContentMessage(name: WorkerMessage): name is ContentMessage {
  return Object.hasOwn(contentMessages, name);
}

function contentSender(name: string, sender: Sender, self: Self): FromTab {
  requireOwn(name, sender, self);
  const tabId = sender.tab?.id;
  const url = sender.url ?? '';
  if (tabId === undefined || tabId < 0 || url.startsWith(self.baseUrl)) {
    throw new RefusedMessageError(`${name}: refused, only content scripts send this`);
  }
  if ((sender.frameId ?? 0) !== 0) throw new RefusedMessageError(`${name}: refused, not from the main frame`);
  return { tabId, host: hostOf(url), url: pageAddress(url), incognito: sender.tab?.incognito === true };
}

function extensionPage(name: string, sender: Sender, self: Self): null {
  requireOwn(name, sender, self);
  if (!(sender.url ?? '').startsWith(self.baseUrl)) {
    throw new RefusedMessageError(`${name}: refused, only the extension’s own pages send this`);
  }
  return null;
}

function requireOwn(name: string, sender: Sender, self: Self): void {
  if (sender.id !== self.id) throw new RefusedMessageError(`${name}: refused, not from this extension`);
}

/** Fragments name a place in the page, and some hold a reader's session. */
function pageAddress(url: string): string | null {
  return hostOf(url) === null ? null : url.replace(/#.*$/s, '');
}

/** Host of an http or https address; null for anything else. */
export function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '' ? hostname : null;
}
