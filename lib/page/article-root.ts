import type { ShadowRootOf } from './flows.ts';
import { isNamedFurniture, isSkippedElement } from './skip.ts';

/** Shortest text, in characters, that is taken for an article when the page marks one up. */
const LEAST_ARTICLE = 250;
/** Shortest text for a page without any mark-up of its article. */
const LEAST_UNMARKED = 400;
/** An `article` with less than this part of the longest one's text is a teaser. */
const TEASER_SHARE = 0.2;
/** `main` is read instead of its articles when they hold less than this part of its paragraphs. */
const ARTICLES_SHARE = 0.5;
/** A block of an unmarked page is the article while it holds this part of all paragraphs. */
const MOST_TEXT = 0.7;
/** Shadow hosts that are looked into while searching. */
const MAX_HOSTS = 500;

/**
 * The elements that hold the page's articles, in reading order and none inside another; empty when the page has
 * nothing that can be read as an article. Looks into shadow roots when the document itself has too little text.
 */
export function findArticleRoots(document: Document, shadowRootOf: ShadowRootOf): Element[] {
  if (document.body === null) return [];
  const found = rootsIn(document);
  if (found.length > 0) return found;
  const hosted = rootsInShadows(document.body, shadowRootOf, { hosts: MAX_HOSTS });
  if (hosted.length > 0) return hosted;
  const unmarked = unmarkedRoot(document.body);
  return unmarked === null ? [] : [unmarked];
}

function rootsIn(scope: Document | ShadowRoot): Element[] {
  const articles = articlesIn(scope);
  const main = mainOf(scope);
  if (main === null) return articles;
  if (articles.length === 0) return textLength(main) >= LEAST_ARTICLE ? [main] : [];
  // A list of teasers beside a long text: the text is what the page is about.
  const inside = articles.filter((article) => main.contains(article));
  if (sum(inside.map(textLength)) >= textLength(main) * ARTICLES_SHARE) return articles;
  const covered = sum(inside.map(paragraphLength));
  const all = paragraphLength(main);
  return inside.length === articles.length && all >= LEAST_ARTICLE && covered < all * ARTICLES_SHARE ? [main] : articles;
}

function articlesIn(scope: Document | ShadowRoot): Element[] {
  const outermost: Element[] = [];
  for (const element of scope.querySelectorAll('article, [role="article"], [itemprop~="articleBody"]')) {
    const last = outermost.at(-1);
    if (last?.contains(element) === true || isInFurniture(element)) continue;
    outermost.push(element);
  }
  const lengths = outermost.map(textLength);
  const longest = Math.max(0, ...lengths);
  if (longest < LEAST_ARTICLE) return [];
  return outermost.filter((_, index) => (lengths[index] ?? 0) >= Math.max(LEAST_ARTICLE, longest * TEASER_SHARE));
}

function mainOf(scope: Document | ShadowRoot): Element | null {
  let longest: Element | null = null;
  for (const element of scope.querySelectorAll('main, [role="main"]')) {
    if (longest === null || textLength(element) > textLength(longest)) longest = element;
  }
  return longest;
}

function rootsInShadows(
  scope: Element | ShadowRoot,
  shadowRootOf: ShadowRootOf,
  budget: { hosts: number },
): Element[] {
  const found: Element[] = [];
  for (const element of scope.querySelectorAll('*')) {
    if (budget.hosts <= 0) break;
    // A host without content of its own, or a custom element; asking about every element would be slow.
    if (!element.localName.includes('-') && (element.firstElementChild !== null || !/^(?:div|section|main|article|span)$/.test(element.localName))) continue;
    const shadow = element.shadowRoot ?? shadowRootOf(element);
    if (shadow === null || isInFurniture(element)) continue;
    budget.hosts -= 1;
    const direct = rootsIn(shadow);
    const roots = direct.length > 0 ? direct : rootsInShadows(shadow, shadowRootOf, budget);
    if (roots.length > 0) found.push(...roots);
    else if (shadowTextLength(shadow) >= LEAST_ARTICLE) found.push(element);
  }
  return found;
}

/** The smallest block that holds most of the paragraph text of a page without `article` or `main`. */
function unmarkedRoot(body: Element): Element | null {
  let paragraphs = [...body.querySelectorAll('p, li, td, dd, blockquote, pre')].filter((element) => !isInFurniture(element));
  let total = sum(paragraphs.map(textLength));
  if (total < LEAST_UNMARKED) {
    paragraphs = looseTextBlocks(body);
    total = sum(paragraphs.map(textLength));
  }
  if (total < LEAST_UNMARKED) return null;
  const weights = new Map<Element, number>();
  for (const paragraph of paragraphs) {
    const weight = textLength(paragraph);
    for (let element = paragraph.parentElement; element !== null; element = element.parentElement) {
      weights.set(element, (weights.get(element) ?? 0) + weight);
    }
  }
  let root = body;
  for (;;) {
    const inner = [...root.children].find((child) => (weights.get(child) ?? 0) >= total * MOST_TEXT);
    if (inner === undefined || inner.localName === 'table' || inner.localName === 'ul') return root;
    root = inner;
  }
}

/** Elements that hold long text directly, for pages that use `<br>` or bare `<div>` instead of paragraphs. */
function looseTextBlocks(body: Element): Element[] {
  const blocks = new Set<Element>();
  const walker = body.ownerDocument.createTreeWalker(body, 4 /* NodeFilter.SHOW_TEXT */);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || blocks.has(parent)) continue;
    if ((node.nodeValue ?? '').trim().length >= 60 && !isInFurniture(parent)) blocks.add(parent);
  }
  return [...blocks];
}

/** Whether the element stands in a part of the page that is never read. */
export function isInFurniture(element: Element): boolean {
  for (let at: Element | null = element; at !== null && at.localName !== 'body'; at = at.parentElement) {
    if (isSkippedElement(at) || isNamedFurniture(at)) return true;
  }
  return false;
}

function textLength(element: Element): number {
  return element.textContent?.length ?? 0;
}

function paragraphLength(element: Element): number {
  let length = 0;
  for (const paragraph of element.querySelectorAll('p')) length += textLength(paragraph);
  return length;
}

function shadowTextLength(shadow: ShadowRoot): number {
  let length = 0;
  for (const child of shadow.children) {
    if (child.localName !== 'style' && child.localName !== 'script') length += textLength(child);
  }
  return length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
