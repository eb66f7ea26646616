/**
 * Every message of the extension, once, by direction: what is asked, what is answered, who may ask.
 *
 * In: requests from content scripts (trusted least), from the extension's own pages, and from the worker.
 * Out: types for both ends (`ProtocolMap`) and the schemas with which the receiver in the worker checks each request.
 * Refuses to know who handles a message and how. Holds full zod: `client.ts` imports types from here and nothing else.
 *
 * Changes of settings are no message: every context hears of them from `settings/settings.ts` (storage events), which
 * neither wakes the worker nor needs a list of tabs.
 */
import { z } from 'zod';
import type { PageViews } from '../present/page-views.ts';
import { articleSchema } from './article-schema.ts';
import { groupSchema, refreshStatusSchema } from './refresh-schema.ts';
import { pagePlacesSchema, pageReportSchema } from './report-schema.ts';
import { daySchema, everyOf, hostSchema, idSchema, metricSchema, nameSchema, quoteSchema, tabIdSchema, titleSchema } from './schemas.ts';

/**
 * Why there is no report of a page. `reading`: it is being read now. `not-english`: articles are read in English only.
 * `nothing-found`: read, and no mention or claim in it. `not-article`: nothing that can be read as an article.
 * `site-off`: the reader turned this site off. `site-not-listed`: not among the finance sites, nobody has read it.
 * `no-access`: the browser lets no extension into this page. `failed`: an error, see the log.
 */
export type NotReadReason =
  | 'reading'
  | 'not-english'
  | 'nothing-found'
  | 'not-article'
  | 'site-off'
  | 'site-not-listed'
  | 'no-access'
  | 'failed';

const notReadReasonSchema = everyOf<NotReadReason>()([
  'reading',
  'not-english',
  'nothing-found',
  'not-article',
  'site-off',
  'site-not-listed',
  'no-access',
  'failed',
]);

const pageStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('read'), report: pageReportSchema }),
  z.object({ state: z.literal('not-read'), reason: notReadReasonSchema }),
]);

const nothing = z.undefined();

/** Made by the worker for the page and read by nobody else, so its shape is checked where it is made, by its type. */
const pageViewsSchema = z.custom<PageViews>((value) => typeof value === 'object' && value !== null);

/** Content script → worker. Refused unless sent from a tab by this extension's own content script. */
export const contentMessages = {
  /**
   * "This is the page's article: what does it say, who is meant, and is it so?" Sent once a page, and only when the text
   * holds something of what mentions and claims are written with (`detect/gate.ts`).
   */
  checkPage: {
    request: z.object({
      /** Its `title` is the page's when it is not among the blocks, for detection; the one beside it names the report. */
      article: articleSchema,
      title: titleSchema.nullable(),
      published: daySchema.nullable(),
      /** BCP 47 tag that the page states, or null. */
      language: nameSchema.nullable(),
    }),
    reply: z.discriminatedUnion('state', [
      z.object({ state: z.literal('checked'), report: pageReportSchema, views: pageViewsSchema, places: pagePlacesSchema }),
      z.object({ state: z.literal('nothing-found') }),
    ]),
  },
  /** "The article whose findings I sent is no longer shown here": after a navigation inside the page, or marks of a site turned off. */
  pageLeft: { request: nothing, reply: nothing },
  /** "The reader does not want to see this here any more, or says that the words mean something else." */
  correct: {
    request: z.object({
      kind: z.enum(['muted', 'wrong-match']),
      quote: quoteSchema,
      instrument: nameSchema.nullable(),
      metric: metricSchema.nullable(),
    }),
    /** False in a private window, of which nothing is kept. */
    reply: z.boolean(),
  },
  /** "Show the data behind this instrument in a tab", with the article's day marked. Pages cannot open our pages themselves. */
  openEvidence: { request: z.object({ instrument: nameSchema, day: daySchema.nullable() }), reply: nothing },
} as const;

/** The extension's own pages (popup, options, welcome, evidence) → worker. Refused from any tab's content script. */
export const pageMessages = {
  /** "What was read on this tab?" */
  pageSummary: { request: z.object({ tabId: tabIdSchema }), reply: pageStateSchema },
  /** "Read this tab now": injects the reader where it does not run yet (`activeTab`), whatever the site's switch says. */
  readPage: { request: z.object({ tabId: tabIdSchema }), reply: pageStateSchema },
  /**
   * "Read this site from now on, or never." For a site outside the list the page asks for the host permission first,
   * in the click; the worker then registers the reader there. The reply says whether the site is now read by itself.
   */
  siteSwitch: { request: z.object({ host: hostSchema, on: z.boolean() }), reply: z.object({ reads: z.boolean() }) },
  /** "How is the site of this tab set?" `host` is null for pages that no extension may read. */
  siteState: {
    request: z.object({ tabId: tabIdSchema }),
    reply: z.object({ host: hostSchema.nullable(), listed: z.boolean(), granted: z.boolean(), on: z.boolean() }),
  },
  /** "Which data are loaded, and how old are they?" */
  dataStatus: {
    request: nothing,
    reply: z.object({
      state: z.enum(['loading', 'ready', 'failed']),
      /** Last day that the data cover. */
      dataEnd: daySchema.nullable(),
      snapshotVersion: z.string().nullable(),
      instruments: z.int(),
      observations: z.int(),
      series: z.int(),
      error: z.string().nullable(),
    }),
  },
  /** "How does each source of market data stand?" Wakes nobody else and asks no source. */
  refreshStatus: { request: nothing, reply: refreshStatusSchema },
  /** "Ask every source anew." Answers at once; `refreshStatus` tells how far it is. */
  refreshNow: { request: nothing, reply: nothing },
  /**
   * "Ask this group of sources from now on, or no more." The page asks for the host permission first, in the click. What
   * a group gave goes when it is turned off.
   */
  sourceSwitch: { request: z.object({ group: groupSchema, on: z.boolean() }), reply: nothing },
  /** "The reader brought or removed a file." Answers once the data in use are built anew, and refuses when they cannot be. */
  ownFilesChanged: { request: nothing, reply: nothing },
  /** "Be as after a fresh install": data, files, choices and permissions go. Answers once the bundled data are in use. */
  eraseEverything: { request: nothing, reply: nothing },
} as const;

/**
 * Worker or popup → content script. The content script has no zod: `tab-guards.ts` checks these few by hand, and a test
 * holds the guards to these schemas.
 */
export const tabMessages = {
  /** "What have you read?" Asked when the worker has no report of the tab; asking wakes nobody else. */
  pageState: { request: nothing, reply: pageStateSchema },
  /** "Read now", although the site is off or not listed. Answers when done. */
  readNow: { request: nothing, reply: pageStateSchema },
  /** "What does the selected text say?" Opens the card there; false when nothing in it can be checked. */
  checkSelection: {
    /** What to say then, and the language it is in. */
    request: z.strictObject({ words: z.string(), language: z.string() }),
    reply: z.boolean(),
  },
  /** "Scroll to this claim or mention and open its card." False when its text is gone from the page. */
  showFinding: {
    request: z.union([z.strictObject({ claimId: idSchema }), z.strictObject({ mentionId: idSchema })]),
    reply: z.boolean(),
  },
  /** A keyboard command: to the next or previous finding, open or close the card there, marks on or off. */
  step: { request: z.strictObject({ action: z.enum(['next', 'previous', 'open', 'toggle']) }), reply: nothing },
} as const;

export const workerMessages = { ...contentMessages, ...pageMessages } as const;

type Pair = { readonly request: z.ZodType; readonly reply: z.ZodType };
type MapOf<M extends Record<string, Pair>> = {
  [K in keyof M]: (request: z.infer<M[K]['request']>) => z.infer<M[K]['reply']>;
};

/** Messages that the worker answers. */
export type WorkerProtocol = MapOf<typeof workerMessages>;
/** Messages that a content script answers. */
export type TabProtocol = MapOf<typeof tabMessages>;
export type ProtocolMap = WorkerProtocol & TabProtocol;

export type WorkerMessage = keyof WorkerProtocol;
export type TabMessage = keyof TabProtocol;
export type RequestOf<K extends keyof ProtocolMap> = Parameters<ProtocolMap[K]>[0];
export type ReplyOf<K extends keyof ProtocolMap> = ReturnType<ProtocolMap[K]>;

export type CorrectRequest = RequestOf<'correct'>;
export type CheckPageRequest = RequestOf<'checkPage'>;
export type CheckPageReply = ReplyOf<'checkPage'>;
/** A report, or why there is none. */
export type PageState = ReplyOf<'pageSummary'>;
export type SiteState = ReplyOf<'siteState'>;
export type DataStatus = ReplyOf<'dataStatus'>;
export type RefreshStatus = ReplyOf<'refreshStatus'>;
export type CheckSelectionRequest = RequestOf<'checkSelection'>;
export type ShowFindingRequest = RequestOf<'showFinding'>;
export type StepAction = RequestOf<'step'>['action'];
