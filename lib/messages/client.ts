/**
 * Sending messages, and answering those that go to a tab. In: typed requests. Out: typed replies, trusted as they come
 * from the extension itself. Refuses to know zod: the protocol is imported as types, so that this fits into the
 * content script.
 */
import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ProtocolMap, ReplyOf, RequestOf, TabMessage, WorkerMessage } from './protocol.ts';
import { tabGuards } from './tab-guards.ts';

const messenger = defineExtensionMessaging<ProtocolMap>();

/** What the browser tells about a sender, as far as it matters here. Both browsers fill `id` for own messages. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly incognito?: boolean | undefined } | undefined;
}

/**
 * Asks the worker, which the browser starts when it sleeps. Rejects when the request is refused, the handler fails, or
 * the extension was updated while this page was open.
 */
export async function askWorker<K extends WorkerMessage>(
  name: K,
  ...[request]: undefined extends RequestOf<K> ? [request?: undefined] : [request: RequestOf<K>]
): Promise<ReplyOf<K>> {
  return await messenger.sendMessage(name, request as never);
}

/**
 * Asks the content script of a tab's main frame. Null when none answers there: a page of the browser itself, a site
 * that is not read, or a page opened before the extension was installed or updated.
 */
export async function askTab<K extends TabMessage>(
  tabId: number,
  name: K,
  ...[request]: undefined extends RequestOf<K> ? [request?: undefined] : [request: RequestOf<K>]
): Promise<{ readonly reply: ReplyOf<K> } | null> {
  try {
    const reply = (await messenger.sendMessage(name, request as never, { tabId, frameId: 0 })) as ReplyOf<K>;
    return { reply };
  } catch (error) {
    if (isNobodyThere(error)) return null;
    throw error;
  }
}

/** The library reports a missing receiver, a closed tab and a closed channel alike: no answer at all. */
function isNobodyThere(error: unknown): boolean {
  return error instanceof Error && error.message === 'No response';
}

export type TabHandlers = {
  readonly [K in TabMessage]: (request: RequestOf<K>) => ReplyOf<K> | Promise<ReplyOf<K>>;
};

/**
 * Answers messages in a content script, until the returned function is called. Malformed requests and those of other
 * senders than this extension are refused with an error that the asker sees.
 */
export function answerInTab(handlers: TabHandlers, ownId: string): () => void {
  const removers = (Object.keys(handlers) as TabMessage[]).map((name) => answerOne(name, handlers, ownId));
  return () => {
    for (const remove of removers) remove();
  };
}

function answerOne<K extends TabMessage>(name: K, handlers: TabHandlers, ownId: string): () => void {
  return messenger.onMessage(name, async (message) => {
    const sender = message.sender as Sender;
    if (sender.id !== ownId) throw new Error(`${name}: refused, not from this extension`);
    const request: unknown = message.data;
    if (!tabGuards[name](request)) throw new Error(`${name}: malformed request`);
    return await handlers[name](request);
  });
}
