import { isEditable } from './skip.ts';

/** How an element takes part in the flow of text around it. */
export type Box = 'none' | 'inline' | 'block';

const BLOCK_TAGS: ReadonlySet<string> = new Set([
  'address', 'article', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption',
  'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'li', 'main', 'ol', 'p', 'pre', 'section',
  'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul',
]);

/** Tags that say by themselves that a break stands before and after. */
export function isBlockTag(localName: string): boolean {
  return BLOCK_TAGS.has(localName);
}

/** Computed styles asked for directly before answers are shared between elements of the same kind. */
const DIRECT_LOOKUPS = 600;

/**
 * Tells boxes apart from computed styles, which is right for every page but costs about a microsecond an element. Hence
 * inline elements of the same tag, class and parent share one answer, and so do blocks after the first few hundred.
 */
export class Layout {
  readonly #boxes = new Map<string, Box>();
  readonly #styleOf: ((element: Element) => CSSStyleDeclaration) | null;
  #direct = 0;
  /** Elements found hidden by style, for whoever wants to notice that they appear; at most 200. */
  readonly hidden: Element[] = [];

  constructor(document: Document) {
    const view = document.defaultView;
    this.#styleOf = typeof view?.getComputedStyle === 'function' ? (element) => view.getComputedStyle(element) : null;
  }

  /** The element's box. `parentKey` is what `keyOf` said of the parent. */
  boxOf(element: Element, key: string): Box {
    const block = isBlockTag(element.localName);
    if (this.#styleOf === null) return inlineStyleBox(element, block);
    if (element.localName === 'details' && !element.hasAttribute('open')) return 'none';
    const shared = (!block || this.#direct >= DIRECT_LOOKUPS) && !element.hasAttribute('id');
    if (shared) {
      const known = this.#boxes.get(key);
      if (known !== undefined) return this.#noted(element, known);
    } else this.#direct += 1;
    const box = computedBox(this.#styleOf(element));
    if (shared) this.#boxes.set(key, box);
    return this.#noted(element, box);
  }

  /** Elements with the same key are taken to be laid out alike. */
  keyOf(element: Element, parentKey: string): string {
    if (!element.hasAttributes()) return `${parentKey}>${element.localName}`;
    const style = element.getAttribute('style') ?? '';
    const own = `${element.localName}.${element.getAttribute('class') ?? ''}|${style}`;
    // Only the parent counts beside the element itself: longer keys would cost more than the style they save.
    return `${parentKey.slice(parentKey.lastIndexOf('>') + 1)}>${own.replaceAll('>', '')}`;
  }

  /** Whether line feeds in the element's text are line breaks (`white-space: pre`, `pre-line`, `pre-wrap`). */
  keepsLines(element: Element): boolean {
    if (this.#styleOf === null) return false;
    const whiteSpace = this.#styleOf(element).whiteSpace;
    return whiteSpace.startsWith('pre') || whiteSpace === 'break-spaces' || whiteSpace.startsWith('preserve');
  }

  #noted(element: Element, box: Box): Box {
    if (box === 'none' && this.hidden.length < 200 && !isEditable(element)) this.hidden.push(element);
    return box;
  }
}

function computedBox(style: CSSStyleDeclaration): Box {
  const display = style.display;
  if (display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse') return 'none';
  if (display.startsWith('inline') || display === 'contents' || display.startsWith('ruby')) return 'inline';
  return 'block';
}

/** Where no styles are computed (a document that is not shown): the tag and the style attribute decide. */
function inlineStyleBox(element: Element, block: boolean): Box {
  const style = element.getAttribute('style');
  if (style !== null && /(?:^|[;\s])(?:display:\s*none|visibility:\s*hidden)/i.test(style)) return 'none';
  return block ? 'block' : 'inline';
}
