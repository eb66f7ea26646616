import { MAX_TEXT } from '../text/document.ts';
import { FlowBuilder, type FlowKind, type Fragment } from './flow-builder.ts';
import { Layout, type Box } from './layout.ts';
import { isNamedFurniture, isSkippedElement } from './skip.ts';
import { footnoteAction } from './superscript.ts';
import { isDataTable, TableGrid } from './table-grid.ts';

/** The shadow root of an element, open or closed, or null. The two browsers differ in how an extension asks for it. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** Flows of the article, and what was met on the way. */
export interface FlowReading {
  readonly fragment: Fragment;
  /** Shadow roots that hold article text: they need the marks' style sheet and watching too. */
  readonly shadowRoots: readonly ShadowRoot[];
  /** Elements that were not read because they are hidden by style; at most 200. */
  readonly hidden: readonly Element[];
  /** True when the text is longer than `MAX_TEXT` and its rest was not read. */
  readonly truncated: boolean;
}

interface Context {
  readonly flow: FlowKind;
  readonly grid: TableGrid | null;
  readonly keepsLines: boolean;
  readonly key: string;
  readonly box: Box;
}

interface Frame {
  next: Node | null;
  /** Nodes assigned to a slot, instead of a chain of siblings. */
  readonly nodes: readonly Node[] | null;
  at: number;
  readonly context: Context;
  /** Whether a flow ends where the element ends. */
  readonly breaks: boolean;
}

const PARAGRAPH: FlowKind = { kind: 'paragraph' };
/** A box named like furniture is left out only while it holds at most this part of the article's text. */
const FURNITURE_SHARE = 0.3;
const MAX_SHARE_CHECKS = 200;
/** Custom elements and these are the ones that can have a shadow root. */
const SHADOW_TAGS = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/**
 * Reads the flows of one root element, a bit at a time. The document is never changed. A node that the page removes
 * while it is being read may cut the reading short; whoever watches for changes reads again then.
 */
export class FlowReader {
  readonly #builder = new FlowBuilder();
  readonly #layout: Layout;
  readonly #shadowRootOf: ShadowRootOf;
  readonly #stack: Frame[] = [];
  readonly #shadowRoots: ShadowRoot[] = [];
  readonly #rootLength: number;
  readonly #budget: number;
  #shareChecks = 0;
  #truncated = false;

  /** @param budget characters that may still be read from this page */
  constructor(root: Element, shadowRootOf: ShadowRootOf, budget: number = MAX_TEXT) {
    this.#layout = new Layout(root.ownerDocument);
    this.#shadowRootOf = shadowRootOf;
    this.#budget = budget;
    this.#rootLength = root.textContent?.length ?? 0;
    const context = { flow: contextAround(root), grid: null, keepsLines: false, key: root.localName, box: 'block' as const };
    this.#descend(root, context, true);
  }

  /** Reads until the clock reaches `deadline`; true when the whole root has been read. */
  step(deadline: number): boolean {
    for (let count = 1; this.#stack.length > 0; count += 1) {
      if (count % 32 === 0 && performance.now() >= deadline) return false;
      const frame = this.#stack.at(-1);
      if (frame === undefined) break;
      const node = takeNext(frame);
      if (node === null) {
        this.#stack.pop();
        if (frame.breaks) this.#builder.endFlow();
      } else if (node.nodeType === 3) this.#text(node as Text, frame.context);
      else if (node.nodeType === 1) this.#element(node as Element, frame.context);
      if (this.#builder.length > this.#budget) {
        this.#truncated = true;
        break;
      }
    }
    return true;
  }

  finish(): FlowReading {
    return {
      fragment: this.#builder.finish(),
      shadowRoots: this.#shadowRoots,
      hidden: this.#layout.hidden,
      truncated: this.#truncated,
    };
  }

  #text(node: Text, context: Context): void {
    if (context.keepsLines || (node.length > 120 && node.data.includes('\n') && this.#parentKeepsLines(node))) {
      this.#builder.addLines(node, context.flow);
    } else this.#builder.addText(node, context.flow);
  }

  #parentKeepsLines(node: Text): boolean {
    return node.parentElement !== null && this.#layout.keepsLines(node.parentElement);
  }

  #element(element: Element, context: Context): void {
    const tag = element.localName;
    if (tag === 'br' || tag === 'hr') {
      this.#builder.endFlow();
      return;
    }
    if (isSkippedElement(element)) return;
    const key = this.#layout.keyOf(element, context.key);
    const box = this.#layout.boxOf(element, context.box, key);
    if (box === 'none' || (isNamedFurniture(element) && this.#isSmallPart(element))) return;
    if (tag === 'sup') {
      const action = footnoteAction(element, this.#builder.lastCharacter);
      if (action === 'leave-out') return;
      if (action === 'part') this.#builder.addGap();
    }
    const breaks = box === 'block' || box === 'container';
    if (breaks) this.#builder.endFlow();
    if (tag === 'slot') this.#slot(element as HTMLSlotElement, { ...context, key, box }, breaks);
    else if (!breaks && isBareText(element)) this.#text(element.firstChild as Text, context);
    else this.#descend(element, this.#inside(element, context, key, box), breaks);
  }

  #descend(element: Element, context: Context, breaks: boolean): void {
    const shadow = this.#shadowOf(element);
    if (shadow !== null) this.#shadowRoots.push(shadow);
    this.#stack.push({ next: (shadow ?? element).firstChild, nodes: null, at: 0, context, breaks });
  }

  #slot(slot: HTMLSlotElement, context: Context, breaks: boolean): void {
    const assigned = typeof slot.assignedNodes === 'function' ? slot.assignedNodes({ flatten: true }) : [];
    const nodes = assigned.length > 0 ? [...assigned] : null;
    this.#stack.push({ next: nodes === null ? slot.firstChild : null, nodes, at: 0, context, breaks });
  }

  #shadowOf(element: Element): ShadowRoot | null {
    if (element.shadowRoot) return element.shadowRoot;
    if (!SHADOW_TAGS.test(element.localName)) return null;
    // Plain elements with a closed root have no content of their own, as a rule; asking about every one would be slow.
    if (!element.localName.includes('-') && element.firstChild !== null) return null;
    return this.#shadowRootOf(element);
  }

  #isSmallPart(element: Element): boolean {
    this.#shareChecks += 1;
    if (this.#shareChecks > MAX_SHARE_CHECKS) return true;
    return (element.textContent?.length ?? 0) <= this.#rootLength * FURNITURE_SHARE;
  }

  #inside(element: Element, context: Context, key: string, box: Box): Context {
    const tag = element.localName;
    if (tag === 'table') {
      if (!isDataTable(element)) return { ...context, grid: null, key, box };
      const grid = new TableGrid(this.#builder.tables, element);
      this.#builder.tables += 1;
      return { ...context, flow: PARAGRAPH, grid, key, box };
    }
    if (tag === 'tr') {
      context.grid?.startRow();
      return { ...context, key, box };
    }
    if (context.grid !== null && (tag === 'td' || tag === 'th')) {
      // A table inside the cell makes its own grid; text of the cell belongs to this one.
      return { ...context, flow: { kind: 'cell', cell: context.grid.place(element) }, key, box };
    }
    const flow = context.flow.kind === 'cell' ? context.flow : (flowOf(element) ?? context.flow);
    const keepsLines = context.keepsLines || tag === 'pre' || tag === 'listing';
    return { flow, grid: context.grid, keepsLines, key, box };
  }
}

/** `<b>17</b>`: an inline element with a text and nothing else, which most are. */
function isBareText(element: Element): boolean {
  const child = element.firstChild;
  return child !== null && child.nodeType === 3 && child.nextSibling === null && element.shadowRoot === null;
}

function takeNext(frame: Frame): Node | null {
  if (frame.nodes !== null) {
    const node = frame.nodes[frame.at] ?? null;
    frame.at += 1;
    return node;
  }
  const node = frame.next;
  frame.next = node === null ? null : node.nextSibling;
  return node;
}

/** The kind of flow that the element makes of its text, or null when it says nothing about that. */
function flowOf(element: Element): FlowKind | null {
  const tag = element.localName;
  if (/^h[1-6]$/.test(tag)) return { kind: 'heading', level: Number(tag.slice(1)) };
  if (tag === 'li') return { kind: 'item' };
  if (tag === 'caption' || tag === 'figcaption') return { kind: 'caption' };
  if (element.getAttribute('role') === 'heading') {
    const level = Number.parseInt(element.getAttribute('aria-level') ?? '2', 10);
    return { kind: 'heading', level: level >= 1 && level <= 6 ? level : 2 };
  }
  return null;
}

function contextAround(root: Element): FlowKind {
  for (let element: Element | null = root; element !== null; element = element.parentElement) {
    const flow = flowOf(element);
    if (flow !== null) return flow;
  }
  return PARAGRAPH;
}
