/**
 * How an element takes part in the flow of text around it. A `container` (flex, grid) makes boxes of all its children,
 * also of inline elements; an `inline-container` does so inside a line.
 */
export type Box = 'none' | 'inline' | 'block' | 'container' | 'inline-container';

const BLOCK_TAGS: ReadonlySet<string> = new Set([
  'address', 'article', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption',
  'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'li', 'main', 'ol', 'p', 'pre', 'section',
  'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul',
]);

/** Elements of one kind whose styles are asked for before the rest of the kind is taken to be laid out alike. */
const ASKED_OF_A_KIND = 6;

/** Inline by every browser's own style sheet, and seldom anything else when it has no class of its own. */
const INLINE_TAGS = /^(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|mark|q|small|span|strong|sub|sup|time|u|var|wbr)$/;

interface Kind {
  asked: number;
  box: Box;
}

/**
 * Tells boxes apart from computed styles, which is right for every page but costs a microsecond or more an element.
 * Hence plain inline elements are taken for what they are, unless their parent lays out its children as boxes, and
 * elements of one kind (tag, class, style, kind of parent) share one answer once a few of them agreed.
 */
export class Layout {
  readonly #kinds = new Map<string, Kind>();
  readonly #styleOf: ((element: Element) => CSSStyleDeclaration) | null;
  /** Elements found hidden by style, for whoever wants to notice that they appear; at most 200. */
  readonly hidden: Element[] = [];

  constructor(document: Document) {
    const view = document.defaultView;
    this.#styleOf = typeof view?.getComputedStyle === 'function' ? (element) => view.getComputedStyle(element) : null;
  }

  /**
   * The element's box.
   *
   * @param parent the box of its parent
   * @param key what `keyOf` said of the element
   */
  boxOf(element: Element, parent: Box, key: string): Box {
    if (this.#styleOf === null) return writtenBox(element);
    if (parent !== 'container' && isPlainInline(element)) return 'inline';
    if (element.localName === 'details' && !element.hasAttribute('open')) return this.#noted(element, 'none');
    const kind = this.#kinds.get(key);
    if (kind !== undefined && kind.asked >= ASKED_OF_A_KIND && !element.hasAttribute('id')) return this.#noted(element, kind.box);
    const box = computedBox(this.#styleOf(element));
    if (kind === undefined) this.#kinds.set(key, { asked: 1, box });
    else if (kind.box === box) kind.asked += 1;
    else kind.asked = Number.NEGATIVE_INFINITY; // of this kind, each is asked
    return this.#noted(element, box);
  }

  /** The kind of the element: elements with the same key are taken to be laid out alike. */
  keyOf(element: Element, parentKey: string): string {
    const parent = parentKey.slice(parentKey.lastIndexOf('>') + 1);
    if (!element.hasAttributes()) return `${parent}>${element.localName}`;
    const own = `${element.localName}.${element.getAttribute('class') ?? ''}|${element.getAttribute('style') ?? ''}`;
    return `${parent}>${own.replaceAll('>', '')}`;
  }

  /** Whether line feeds in the element's text are line breaks (`white-space: pre`, `pre-line`, `pre-wrap`). */
  keepsLines(element: Element): boolean {
    if (this.#styleOf === null) return false;
    const whiteSpace = this.#styleOf(element).whiteSpace;
    return whiteSpace.startsWith('pre') || whiteSpace === 'break-spaces';
  }

  #noted(element: Element, box: Box): Box {
    if (box === 'none' && this.hidden.length < 200) this.hidden.push(element);
    return box;
  }
}

function isPlainInline(element: Element): boolean {
  if (!INLINE_TAGS.test(element.localName)) return false;
  if (!element.hasAttributes()) return true;
  return element.localName === 'a' && !element.hasAttribute('class') && !element.hasAttribute('style') && !element.hasAttribute('id');
}

function computedBox(style: CSSStyleDeclaration): Box {
  const display = style.display;
  if (display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse') return 'none';
  if (display === 'inline-flex' || display === 'inline-grid') return 'inline-container';
  if (display.startsWith('inline') || display === 'contents' || display.startsWith('ruby')) return 'inline';
  return display.endsWith('flex') || display.endsWith('grid') ? 'container' : 'block';
}

/** Where no styles are computed (a document that is not shown): the tag and the style attribute decide. */
function writtenBox(element: Element): Box {
  const style = element.getAttribute('style');
  if (style !== null && /(?:^|[;\s])(?:display:\s*none|visibility:\s*hidden)/i.test(style)) return 'none';
  return BLOCK_TAGS.has(element.localName) ? 'block' : 'inline';
}
