import type { PagePlaces, PageReport } from '../../lib/check/report.ts';
import { maySayAnything } from '../../lib/detect/gate.ts';
import { articleThatFits, LIMITS } from '../../lib/messages/limits.ts';
import type { CheckPageReply, CheckPageRequest } from '../../lib/messages/protocol.ts';
import type { ShadowRootOf } from '../../lib/page/flows.ts';
import { readArticle, type PageReading } from '../../lib/page/read-article.ts';
import { giveWay, measured } from '../../lib/page/slices.ts';
import type { PageViews } from '../../lib/present/page-views.ts';
import { sameButPlaces } from './same-but-places.ts';

/** The page as it was last read and checked. */
export interface CheckedPage {
  readonly reading: PageReading;
  readonly report: PageReport;
  /** What its cards say. */
  readonly views: PageViews;
  /** Where the report's mentions and claims stand in the text of `reading`. */
  readonly places: PagePlaces;
}

export type Outcome =
  | { readonly state: 'checked'; readonly page: CheckedPage }
  | { readonly state: 'not-article' | 'not-english' | 'nothing-found' };

export interface CheckOptions {
  readonly document: Document;
  readonly shadowRootOf: ShadowRootOf;
  /** What to read; null for the page's article. */
  readonly only: Element | null;
  readonly ask: (request: CheckPageRequest) => Promise<CheckPageReply>;
  /** The last outcome of the same address: when the text is the same, nobody is asked again. */
  readonly before: CheckedPage | null;
  readonly signal: AbortSignal;
}

/**
 * Reads the page, and asks the worker what its text says when it may say anything. A report that says what the one
 * before said is given back as that very object.
 */
export async function checkPage(options: CheckOptions): Promise<Outcome> {
  const { document, shadowRootOf, only, ask, before, signal } = options;
  const result = await readArticle(document, shadowRootOf, signal, only);
  if (result.state !== 'read') return { state: result.state };
  const { reading } = result;
  if (before !== null && before.reading.article.text === reading.article.text) {
    return { state: 'checked', page: { ...before, reading } };
  }
  await giveWay();
  signal.throwIfAborted();
  if (!measured('gate', () => maySayAnything(reading.article.text))) return { state: 'nothing-found' };
  const reply = await ask({
    article: articleThatFits(reading.article),
    title: reading.metadata.title?.slice(0, LIMITS.title) ?? null,
    published: reading.metadata.published,
    language: reading.metadata.language,
  });
  signal.throwIfAborted();
  if (reply.state !== 'checked') return { state: reply.state };
  const { report, views } = before !== null && sameButPlaces(before.report, reply.report) ? before : reply;
  return { state: 'checked', page: { reading, report, views, places: reply.places } };
}
