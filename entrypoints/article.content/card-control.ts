import { CardHost } from '../../lib/card/host.ts';
import { PointerFollower, type Target } from '../../lib/card/pointer.ts';
import { hitTest, lineAt } from '../../lib/highlight/hit-test.ts';
import type { Highlighter, Mark } from '../../lib/highlight/highlighter.ts';
import { firstLineOf, rectsOf, scrollToMark, stepFrom } from '../../lib/highlight/stepping.ts';
import type { CheckSelectionRequest, ShowFindingRequest, StepAction } from '../../lib/messages/protocol.ts';
import type { PageViews } from '../../lib/present/page-views.ts';
import type { Settings } from '../../lib/settings/model.ts';
import { act, type CardServices } from './card-actions.ts';
import { cardContent, noteContent, type Shown } from './card-views.tsx';
import { claimMarkId, mentionMarkId, type Subject } from './marks.ts';
import styles from '../../components/card/card.css?inline';

export interface CardControlOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly highlighter: Highlighter;
  readonly settings: () => Settings;
  /** Whether the page's paper is light or dark: a card of the reader's "automatic" look goes with the page. */
  readonly paper: () => 'light' | 'dark';
  readonly shadowRoots: () => readonly ShadowRoot[];
  readonly subjectOf: (markId: string) => Subject | null;
  readonly views: () => PageViews | null;
  readonly services: CardServices;
  /** The article's day, or null. */
  readonly published: () => string | null;
  /** Reads and checks the page again, although its text is the same. */
  readonly recheck: () => void;
}

interface MarkTarget extends Target {
  readonly marks: readonly Mark[];
  readonly line: DOMRect;
}

/** Opens and closes the card by pointer, keyboard and message. */
export class CardControl {
  readonly #options: CardControlOptions;
  readonly #host: CardHost;
  #open: { key: string; marks: readonly Mark[]; pinned: boolean } | null = null;
  #currentId: string | null = null;
  marksOn = true;

  constructor(options: CardControlOptions) {
    this.#options = options;
    const { document, signal } = options;
    this.#host = new CardHost({
      document,
      styles,
      theme: () => {
        const { theme } = options.settings();
        return theme === 'auto' ? options.paper() : theme;
      },
      onLost: () => this.close(),
    });
    const pointer = new PointerFollower<MarkTarget>({
      document,
      signal,
      dwellMs: () => options.settings().dwellMs,
      targetAt: ({ x, y }) => this.#targetAt(x, y),
      isCard: (event) => event.composedPath().some((node) => this.#host.owns(node)),
      openCard: () => {
        const rect = this.#host.rect();
        return this.#open === null || rect === null ? null : { key: this.#open.key, pinned: this.#open.pinned, rect };
      },
      onRest: (target) => this.#openAt(target),
      onLeave: () => this.close(),
      onPress: (target) => {
        this.#openAt(target);
        this.#pin();
        this.#host.focus();
      },
      onPressElsewhere: () => this.close(),
      onPressCard: () => this.#pin(),
    });
    pointer.start();
    document.addEventListener('keydown', (event) => this.#key(event), { capture: true, signal });
  }

  /** Scrolls to a claim or mention and opens its card. False when its text is no longer on the page. */
  show(request: ShowFindingRequest): boolean {
    const id = 'claimId' in request ? claimMarkId(request.claimId) : mentionMarkId(request.mentionId);
    const mark = this.#options.highlighter.markById(id);
    if (mark === null || !this.#goTo(mark)) return false;
    this.#host.focus();
    return true;
  }

  /** Opens the card of the first claim in the range, else of the first ticker. False when there is neither. */
  showIn(range: Range): boolean {
    const { highlighter } = this.#options;
    const inside = highlighter.marks.filter((mark) => highlighter.placesOf(mark).some((place) => overlaps(place.range, range)));
    const mark = inside.find(({ kind }) => kind !== 'ticker') ?? inside[0];
    if (mark === undefined || !this.#goTo(mark)) return false;
    this.#host.focus();
    return true;
  }

  /** Says beside the range that there is nothing in it to check. */
  sayNothingIn(range: Range, note: CheckSelectionRequest): void {
    const line = (): DOMRect | null => range.getClientRects()[0] ?? null;
    this.close();
    this.#host.open({ line, words: () => [], element: undefined }, noteContent(note));
    this.#open = { key: '', marks: [], pinned: true };
    this.#host.focus();
  }

  step(action: Exclude<StepAction, 'toggle'>): void {
    if (action === 'open') {
      this.#toggleCard();
      return;
    }
    const marks = this.#stops();
    const mark = stepFrom(marks, this.#currentId, action, (one) => this.#isPast(one, 'above'), (one) => this.#isPast(one, 'below'));
    if (mark === null || !this.#goTo(mark)) return;
    const subject = this.#options.subjectOf(mark.id);
    if (subject !== null && 'claim' in subject) {
      this.#host.announce(`${subject.claim.verdictWords}, ${marks.indexOf(mark) + 1} / ${marks.length}`);
    }
  }

  toggleMarks(repaint: () => void): void {
    this.marksOn = !this.marksOn;
    if (!this.marksOn) this.close();
    repaint();
  }

  /** After the marks were set anew: a card whose text is gone closes. */
  refresh(): void {
    const open = this.#open;
    if (open === null) return;
    const same = open.marks.map((mark) => this.#options.highlighter.markById(mark.id));
    const stands = same.every((mark) => mark !== null && firstLineOf(this.#options.highlighter, mark) !== null);
    if (!stands) this.close();
    else this.#open = { ...open, marks: same.filter((mark) => mark !== null) };
  }

  close(): void {
    this.#open = null;
    this.#host.close();
  }

  stop(): void {
    this.#open = null;
    this.#host.remove();
  }

  #targetAt(x: number, y: number): MarkTarget | null {
    const { highlighter, document, shadowRoots } = this.#options;
    if (!this.marksOn || !this.#options.settings().marks) return null;
    const hit = hitTest(highlighter, document, x, y, shadowRoots());
    const marks = hit?.marks.filter((mark) => this.#isShown(mark)) ?? [];
    if (hit === null || marks.length === 0) return null;
    return { key: marks.map((mark) => mark.id).join(' '), marks, line: hit.line };
  }

  #isShown(mark: Mark): boolean {
    return mark.kind === 'ticker' || this.#options.settings().verdicts[mark.kind];
  }

  #openAt(target: MarkTarget): void {
    const views = this.#options.views();
    const first = target.marks[0];
    if (views === null || first === undefined) return;
    const shown = target.marks.flatMap((mark) => {
      const subject = this.#options.subjectOf(mark.id);
      return subject === null ? [] : [{ ...subject, quote: mark.touched.map(({ text }) => text).join('') }];
    });
    if (shown.length === 0) return;
    const wasOpen = this.#open;
    this.#open = { key: target.key, marks: target.marks, pinned: false };
    this.#currentId = first.kind === 'ticker' ? this.#currentId : first.id;
    if (wasOpen?.key !== target.key || !this.#host.isOpen) this.#render(target, shown, views);
  }

  /** The card stays when the pointer leaves. */
  #pin(): void {
    if (this.#open !== null) this.#open = { ...this.#open, pinned: true };
  }

  #render(target: MarkTarget, shown: readonly Shown[], views: PageViews): void {
    const { highlighter } = this.#options;
    const first = target.marks[0];
    const middle = { x: (target.line.left + target.line.right) / 2, y: (target.line.top + target.line.bottom) / 2 };
    const scroll = { x: window.scrollX, y: window.scrollY };
    const line = (): DOMRect | null => {
      const mark = first === undefined ? null : highlighter.markById(first.id);
      if (mark === null) return null;
      const x = middle.x + scroll.x - window.scrollX;
      const y = middle.y + scroll.y - window.scrollY;
      // The same line while it stands there; after a change of layout, the first line of the words.
      for (const place of highlighter.placesOf(mark)) {
        const same = lineAt(place.range, x, y);
        if (same !== null) return same;
      }
      return firstLineOf(highlighter, mark);
    };
    const places = first === undefined ? [] : highlighter.placesOf(first);
    const place = places.find(({ range }) => lineAt(range, middle.x, middle.y) !== null) ?? places[0];
    const words = (): DOMRect[][] => target.marks.map((mark) => rectsOf(highlighter, highlighter.markById(mark.id) ?? mark));
    this.#host.open(
      { line, words, element: place && elementAround(place.slice.node) },
      cardContent(shown, views, {
        onClose: () => this.close(),
        onShow: (claimId) => void this.show({ claimId }),
        onAct: (action, on) => act(action, on, this.#options.published(), this.#options.services, views.words.done, this.#options.recheck),
      }),
    );
  }

  #goTo(mark: Mark): boolean {
    const { highlighter } = this.#options;
    if (!scrollToMark(highlighter, mark)) return false;
    const line = firstLineOf(highlighter, mark);
    if (line === null) return false;
    highlighter.flash(mark);
    this.#currentId = mark.id;
    this.close();
    this.#openAt({ key: mark.id, marks: [mark], line });
    this.#pin();
    return true;
  }

  /** Opens the card of the current finding and moves focus in; closes it when it has the focus. */
  #toggleCard(): void {
    if (this.#host.isOpen && this.#host.hasFocus) this.close();
    else if (this.#host.isOpen) {
      this.#pin();
      this.#host.focus();
    } else {
      const current = this.#currentId === null ? null : this.#options.highlighter.markById(this.#currentId);
      const mark = current ?? stepFrom(this.#stops(), null, 'next', (one) => this.#isPast(one, 'above'), () => false);
      if (mark !== null && this.#goTo(mark)) this.#host.focus();
    }
  }

  #stops(): Mark[] {
    return this.#options.highlighter.marks.filter((mark) => mark.kind !== 'ticker' && this.#isShown(mark));
  }

  #isPast(mark: Mark, side: 'above' | 'below'): boolean {
    const line = firstLineOf(this.#options.highlighter, mark);
    if (line === null) return true;
    return side === 'above' ? line.bottom < 0 : line.top > window.innerHeight;
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#host.isOpen || !event.isTrusted) return;
    // This Escape was for the card; a dialog of the page under it stays open.
    event.stopImmediatePropagation();
    event.preventDefault();
    this.close();
  }
}

/** Whether two ranges of one tree have a character in common. */
function overlaps(a: Range, b: Range): boolean {
  try {
    return a.compareBoundaryPoints(Range.END_TO_START, b) < 0 && a.compareBoundaryPoints(Range.START_TO_END, b) > 0;
  } catch {
    return false; // one of them lies in a shadow root
  }
}

function elementAround({ parentNode }: Text): Element | undefined {
  if (parentNode instanceof ShadowRoot) return parentNode.host;
  return parentNode instanceof Element ? parentNode : undefined;
}
