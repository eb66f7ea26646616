import { HOST_TAG } from '../../lib/card/host.ts';
import { Highlighter } from '../../lib/highlight/highlighter.ts';
import type { MarkKind, Theme as Paper } from '../../lib/highlight/palette.ts';
import { paperUnder } from '../../lib/highlight/paper.ts';
import type { CheckPageReply, CheckPageRequest, CheckSelectionRequest, NotReadReason, PageState, ShowFindingRequest, StepAction } from '../../lib/messages/protocol.ts';
import { finishInSlices } from '../../lib/page/slices.ts';
import { PageWatch, type PageChange } from '../../lib/page/watch.ts';
import type { Settings } from '../../lib/settings/model.ts';
import type { CardServices } from './card-actions.ts';
import { CardControl } from './card-control.ts';
import { placedMark, planMarks, type MarkedPage } from './marks.ts';
import { checkPage, type CheckedPage } from './reading.ts';
import { shadowRootOf } from './shadow-root-of.ts';

export interface PageReaderOptions {
  readonly document: Document;
  readonly settings: Settings;
  readonly ask: (request: CheckPageRequest) => Promise<CheckPageReply>;
  readonly services: CardServices;
  /** Tells the worker that its findings are no longer shown. */
  readonly left: () => void;
  readonly signal: AbortSignal;
}

/** Holds one document's reading: what was found, its marks, and what changes them. */
export class PageReader {
  readonly #options: PageReaderOptions;
  readonly #highlighter: Highlighter;
  readonly #cards: CardControl;
  #settings: Settings;
  #state: PageState = { state: 'not-read', reason: 'reading' };
  #checked: CheckedPage | null = null;
  #marked: MarkedPage = { marks: [], subjects: new Map() };
  #visit: AbortController | null = null;
  #watch: PageWatch | null = null;
  #running: Promise<PageState> | null = null;
  #paper: Paper = 'light';
  #isStale = false;
  /** The element that the reader wants read instead of the article. */
  #only: Element | null = null;

  constructor(options: PageReaderOptions) {
    this.#options = options;
    this.#settings = options.settings;
    for (const stale of options.document.querySelectorAll(HOST_TAG)) stale.remove(); // of an earlier version of us
    this.#highlighter = new Highlighter(options.document);
    this.#cards = new CardControl({
      document: options.document,
      signal: options.signal,
      highlighter: this.#highlighter,
      settings: () => this.#settings,
      paper: () => this.#paper,
      shadowRoots: () => this.#checked?.reading.shadowRoots ?? [],
      subjectOf: (markId) => this.#marked.subjects.get(markId) ?? null,
      views: () => this.#checked?.views ?? null,
      services: options.services,
      published: () => this.#checked?.report.published ?? null,
      recheck: () => this.#recheck(),
    });
  }

  get state(): PageState {
    return this.#state;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Whether this address is being read or has been. */
  get isReading(): boolean {
    return this.#visit !== null;
  }

  /** Reads the page now, unless that is under way; resolves with what came of it. */
  read(): Promise<PageState> {
    if (this.#visit === null) {
      const visit = new AbortController();
      this.#visit = visit;
      this.#state = { state: 'not-read', reason: 'reading' };
      this.#watchPage(visit.signal);
    }
    return (this.#running ??= this.#readOnce(this.#visit.signal).finally(() => {
      this.#running = null;
    }));
  }

  /**
   * Shows what the selected text says. Where that is no part of the article (a comment, a box, a page of short notes),
   * the block around the selection is read in the article's place. False when nothing in it can be checked, which is then
   * said there.
   */
  async checkSelection(note: CheckSelectionRequest): Promise<boolean> {
    const selection = this.#options.document.getSelection();
    if (selection === null || selection.isCollapsed) return false;
    const range = selection.getRangeAt(0).cloneRange();
    if (this.#only === null) await this.read();
    if (!this.#cards.showIn(range)) {
      this.#only = blockAround(range);
      this.#isStale = true;
      await this.read();
      if (!this.#cards.showIn(range)) {
        this.#cards.sayNothingIn(range, note);
        return false;
      }
    }
    return true;
  }

  /** Forgets everything about the address: the page shows another one, or was turned off. */
  leave(): void {
    this.#visit?.abort();
    this.#visit = null;
    this.#running = null;
    this.#watch = null;
    this.#only = null;
    if (this.#checked !== null) this.#options.left();
    this.#forget();
  }

  turnOff(reason: NotReadReason): void {
    this.leave();
    this.#state = { state: 'not-read', reason };
  }

  apply(settings: Settings): void {
    const isSpokenAnew = settings.language !== this.#settings.language;
    this.#settings = settings;
    this.#setLooks();
    if (isSpokenAnew && this.#checked !== null) this.#recheck();
  }

  show(request: ShowFindingRequest): boolean {
    return this.#cards.show(request);
  }

  step(action: StepAction): void {
    if (action === 'toggle') this.#cards.toggleMarks(() => this.#setLooks());
    else this.#cards.step(action);
  }

  stop(): void {
    this.#visit?.abort();
    this.#forget();
    this.#cards.stop();
  }

  /** The same text gets another answer after the reader corrected one. */
  #recheck(): void {
    this.#isStale = true;
    void this.read();
  }

  async #readOnce(signal: AbortSignal): Promise<PageState> {
    try {
      await this.#readAndMark(signal);
    } catch (error) {
      if (signal.aborted || this.#options.signal.aborted) return this.#state;
      this.#forget();
      this.#state = { state: 'not-read', reason: 'failed' };
      console.warn('[tickmark] the page could not be checked:', error);
    }
    return this.#state;
  }

  /** Whether the marks on the page are others than before. */
  async #readAndMark(signal: AbortSignal): Promise<boolean> {
    const { document, ask } = this.#options;
    const before = this.#checked;
    const known = this.#isStale ? null : before;
    this.#isStale = false;
    const outcome = await checkPage({ document, shadowRootOf, only: this.#only, ask, before: known, signal });
    if (outcome.state !== 'checked') {
      if (before !== null) this.#options.left();
      this.#forget();
      this.#state = { state: 'not-read', reason: outcome.state };
      return before !== null;
    }
    const { page } = outcome;
    this.#checked = page;
    this.#state = { state: 'read', report: page.report };
    this.#watch?.includeShadowRoots();
    this.#highlighter.adoptInto(page.reading.shadowRoots);
    this.#setLooks();
    await this.#paint(page, signal);
    return before?.report !== page.report;
  }

  async #paint(page: CheckedPage, signal: AbortSignal): Promise<void> {
    await finishInSlices(this.#painting(page), 'paint', signal);
    this.#cards.refresh();
  }

  *#painting({ report, views, places, reading }: CheckedPage): Generator<void, void> {
    const marked = yield* planMarks(report, views, places);
    const wanted = new Set(marked.marks.map((mark) => mark.id));
    for (const old of this.#marked.marks) {
      yield;
      if (!wanted.has(old.id)) this.#highlighter.remove(old.id);
    }
    this.#marked = marked;
    for (const mark of marked.marks) {
      yield;
      this.#highlighter.add(placedMark(mark, reading.map));
    }
  }

  #setLooks(): void {
    const page = this.#checked;
    const root = page?.reading.roots[0];
    if (root === undefined) return;
    const shown = new Set<MarkKind>();
    if (this.#settings.marks && this.#cards.marksOn) {
      shown.add('ticker');
      for (const [verdict, on] of Object.entries(this.#settings.verdicts)) if (on) shown.add(verdict as MarkKind);
    }
    this.#paper = paperUnder(root);
    this.#highlighter.setLooks(this.#paper, shown);
  }

  #forget(): void {
    this.#cards.close();
    this.#highlighter.clear();
    this.#marked = { marks: [], subjects: new Map() };
    this.#checked = null;
  }

  #watchPage(signal: AbortSignal): void {
    const { document } = this.#options;
    this.#watch = new PageWatch({
      document,
      roots: () => this.#checked?.reading.roots ?? [],
      shadowRoots: () => this.#checked?.reading.shadowRoots ?? [],
      hidden: () => this.#checked?.reading.hidden ?? [],
      isOurs: (node) => (node as Partial<Element>).localName === HOST_TAG,
      onChange: (change) => this.#changed(change, signal),
      signal,
    });
  }

  async #changed(change: PageChange, signal: AbortSignal): Promise<boolean> {
    await this.#running;
    if (signal.aborted || (!change.inside && !change.elsewhere)) return false;
    this.#highlighter.ensureRegistered();
    return this.#readAndMark(signal);
  }
}

/** The element that holds the whole selection, and with it at least one block of text. */
function blockAround(range: Range): Element | null {
  const node = range.commonAncestorContainer;
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('p, li, td, th, blockquote, figcaption, dd, dt, pre, section, article, div, table, ul, ol, body') ?? element;
}
