/**
 * The highlight room: marks on text of the page by the CSS Custom Highlight API. In: marks with the slices of text
 * nodes that they cover. Out: paint, and which marks lie at a point. The page's DOM is never touched. Refuses to know
 * what a finding says.
 */
import { isIntactRange, rangeOf, type MarkedSlice } from './marked-slice.ts';
import { highlightName, KINDS_BY_WEIGHT, markStyles, type HighlightKind, type MarkKind, type Theme } from './palette.ts';

/** One mark on the page. */
export interface Mark {
  /** Stable over readings: what the mark stands for, for example `claim:3`. */
  readonly id: string;
  readonly kind: MarkKind;
  /** Position in reading order. */
  readonly order: number;
  /** What is painted. */
  readonly painted: readonly MarkedSlice[];
  /** What answers to the pointer: the whole clause, also where another mark's line is painted. */
  readonly touched: readonly MarkedSlice[];
}

/** A mark's text in one text node. */
export interface MarkPlace {
  readonly mark: Mark;
  readonly slice: MarkedSlice;
  readonly range: Range;
}

/** A mark whose text the page changed shows nothing, and neither does its place answer. */
export function isIntact(place: MarkPlace): boolean {
  return isIntactRange(place.range, place.slice);
}

const FLASH_MS = 1_600;
const PRIORITY_OF_FLASH = -1;

/** Paints marks in one document. */
export class Highlighter {
  readonly #document: Document;
  readonly #sheet: CSSStyleSheet | null;
  readonly #highlights = new Map<HighlightKind, Highlight>();
  readonly #places = new Map<Text, MarkPlace[]>();
  readonly #ranges = new Map<string, { kind: MarkKind; ranges: Range[] }>();
  readonly #marks = new Map<string, Mark>();
  readonly #adopters: (Document | ShadowRoot)[] = [];
  #styles = '';
  #flashTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: Document) {
    this.#document = document;
    // Without the API (below the manifest's minimum versions) nothing is painted; the popup's list still works.
    this.#sheet = typeof CSS !== 'undefined' && 'highlights' in CSS ? new CSSStyleSheet() : null;
  }

  /** Marks in reading order. */
  get marks(): Mark[] {
    return [...this.#marks.values()].sort((a, b) => a.order - b.order);
  }

  markById(id: string): Mark | null {
    return this.#marks.get(id) ?? null;
  }

  /** Places of marks in a text node; empty when it has none. */
  placesIn(node: Text): readonly MarkPlace[] {
    return this.#places.get(node) ?? [];
  }

  /** The mark's places that still show what was read, in reading order. */
  placesOf(mark: Mark): MarkPlace[] {
    const nodes = new Set(mark.touched.map((slice) => slice.node));
    return [...nodes].flatMap((node) => this.placesIn(node).filter((place) => place.mark === mark && isIntact(place)));
  }

  /** Looks of the marks. Cheap when nothing changed. */
  setLooks(theme: Theme, shown: ReadonlySet<MarkKind>): void {
    const styles = markStyles(theme, shown);
    if (styles === this.#styles || this.#sheet === null) return;
    this.#styles = styles;
    this.#sheet.replaceSync(styles);
  }

  /**
   * Lets the marks show in the document and in these shadow roots. Firefox (153) does not apply a document's
   * `::highlight` rules inside shadow roots, so each needs the sheet itself; Chromium does not mind it twice.
   */
  adoptInto(shadowRoots: readonly ShadowRoot[]): void {
    const sheet = this.#sheet;
    if (sheet === null) return;
    for (const scope of [this.#document, ...shadowRoots]) {
      if (this.#adopters.includes(scope)) {
        if (hasSheet(scope, sheet)) continue;
      } else this.#adopters.push(scope);
      scope.adoptedStyleSheets.push(sheet);
    }
  }

  /** Adds a mark; one with the same id is replaced. */
  add(mark: Mark): void {
    this.remove(mark.id);
    const touched = mark.touched.flatMap((slice) => {
      const range = rangeOf(slice);
      return range === null ? [] : [{ mark, slice, range }];
    });
    // Live ranges are not free for the page: what is painted as it is touched needs only one.
    const ranges =
      mark.painted === mark.touched
        ? touched.map((place) => place.range)
        : mark.painted.flatMap((slice) => sameRange(slice, touched) ?? rangeOf(slice) ?? []);
    const highlight = ranges.length > 0 ? this.#registered(mark.kind) : null;
    for (const range of ranges) highlight?.add(range);
    this.#marks.set(mark.id, mark);
    this.#ranges.set(mark.id, { kind: mark.kind, ranges });
    for (const place of touched) {
      const places = this.#places.get(place.slice.node);
      if (places === undefined) this.#places.set(place.slice.node, [place]);
      else places.push(place);
    }
  }

  remove(id: string): void {
    const mark = this.#marks.get(id);
    if (mark === undefined) return;
    this.#marks.delete(id);
    const painted = this.#ranges.get(id);
    this.#ranges.delete(id);
    for (const range of painted?.ranges ?? []) this.#highlights.get(painted?.kind ?? 'ticker')?.delete(range);
    for (const { node } of mark.touched) {
      const left = this.placesIn(node).filter((place) => place.mark !== mark);
      if (left.length > 0) this.#places.set(node, left);
      else this.#places.delete(node);
    }
  }

  /** Removes every mark, registration and style: the page is as if never read. */
  clear(): void {
    this.#marks.clear();
    this.#ranges.clear();
    this.#places.clear();
    clearTimeout(this.#flashTimer);
    for (const [kind, highlight] of this.#highlights) {
      highlight.clear();
      if (CSS.highlights.get(highlightName(kind)) === highlight) CSS.highlights.delete(highlightName(kind));
    }
    this.#highlights.clear();
    for (const scope of this.#adopters) dropSheet(scope, this.#sheet);
    this.#adopters.length = 0;
  }

  /** Registers again what a page's own script may have thrown out of the shared registry. */
  ensureRegistered(): void {
    for (const kind of this.#highlights.keys()) this.#registered(kind);
  }

  /** Shows for a moment where a mark is. */
  flash(mark: Mark): void {
    const highlight = this.#registered('flash');
    if (highlight === null) return;
    highlight.clear();
    clearTimeout(this.#flashTimer);
    for (const place of this.placesOf(mark)) highlight.add(place.range.cloneRange());
    this.#flashTimer = setTimeout(() => highlight.clear(), FLASH_MS);
  }

  #registered(kind: HighlightKind): Highlight | null {
    if (this.#sheet === null) return null;
    let highlight = this.#highlights.get(kind);
    if (highlight === undefined) {
      highlight = new Highlight();
      highlight.priority = kind === 'flash' ? PRIORITY_OF_FLASH : KINDS_BY_WEIGHT.indexOf(kind);
      this.#highlights.set(kind, highlight);
    }
    const name = highlightName(kind);
    if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    return highlight;
  }
}

function sameRange(slice: MarkedSlice, places: readonly MarkPlace[]): Range | null {
  const same = places.find((place) => place.slice.node === slice.node && place.slice.start === slice.start && place.slice.end === slice.end);
  return same?.range ?? null;
}

function hasSheet(scope: Document | ShadowRoot, sheet: CSSStyleSheet): boolean {
  return [...scope.adoptedStyleSheets].includes(sheet);
}

function dropSheet(scope: Document | ShadowRoot, sheet: CSSStyleSheet | null): void {
  const at = [...scope.adoptedStyleSheets].findIndex((adopted) => adopted === sheet);
  if (at !== -1) scope.adoptedStyleSheets.splice(at, 1);
}
