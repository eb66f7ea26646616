import { isEditable } from './skip.ts';

/** Records kept until the next flush; above it the page is simply taken as changed. */
const MAX_RECORDS = 1_000;
/** Longest wait for an idle moment after a change, in milliseconds. */
const IDLE_TIMEOUT_MS = 500;
/** Shortest time between two flushes, in milliseconds. It grows while the page goes on changing. */
const LEAST_PAUSE_MS = 250;
const GROWTH = { fruitful: 1.5, fruitless: 2 };
const MOST_PAUSE_MS = { fruitful: 20_000, fruitless: 60_000 };
/** After this many pauses without any change, the next one is answered at once again. */
const CALM_PAUSES = 4;
/** Fruitless flushes in a row after which watching ends: a page that ticks all day is not read all day. */
const MAX_FRUITLESS = 12;
/** Least text, in characters, of an addition elsewhere on the page that may be an article. */
const LEAST_ADDITION = 400;

/** What a page did since the last flush, as far as it matters. */
export interface PageChange {
  /** Text inside what was read has changed, or parts of it came or went. */
  readonly inside: boolean;
  /** A longer text appeared elsewhere: an article that was loaded late. */
  readonly elsewhere: boolean;
}

export interface WatchOptions {
  readonly document: Document;
  /** The elements that were read last; empty when there was no article. */
  readonly roots: () => readonly Element[];
  /** Shadow roots that hold article text. */
  readonly shadowRoots: () => readonly ShadowRoot[];
  /** Elements that were passed over because they were hidden. */
  readonly hidden: () => readonly Element[];
  /** Whether the node is this extension's own. */
  readonly isOurs: (node: Node) => boolean;
  /** Reads again; resolves to false when nothing came of it. */
  readonly onChange: (change: PageChange) => Promise<boolean>;
  readonly signal: AbortSignal;
}

/**
 * Watches the page for changes of its text. The observer's callback only stores records; they are looked at when the
 * page is idle and visible. Changes in our own host, in editable places and outside the article cause no reading.
 */
export class PageWatch {
  readonly #options: WatchOptions;
  readonly #observer: MutationObserver;
  readonly #observed = new WeakSet<Node>();
  #records: MutationRecord[] = [];
  #overflow = false;
  #scheduled = false;
  #fruitless = 0;
  #pause = LEAST_PAUSE_MS;
  #lastFlush = 0;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#observer = new MutationObserver((records) => this.#store(records));
    this.#observe(options.document.documentElement);
    options.signal.addEventListener('abort', () => this.stop(), { once: true });
    options.document.addEventListener('visibilitychange', () => this.#schedule(), { signal: options.signal });
  }

  /** Also watches the shadow roots that hold article text now; those already watched are left alone. */
  includeShadowRoots(): void {
    for (const root of this.#options.shadowRoots()) this.#observe(root);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#records = [];
  }

  #observe(node: Node): void {
    if (this.#observed.has(node)) return;
    this.#observed.add(node);
    this.#observer.observe(node, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['hidden', 'open', 'class', 'style', 'aria-hidden'],
    });
  }

  #store(records: MutationRecord[]): void {
    if (this.#overflow) return;
    const calm = performance.now() - this.#lastFlush > this.#pause * CALM_PAUSES;
    if (calm && this.#records.length === 0 && this.#fruitless === 0) this.#pause = LEAST_PAUSE_MS;
    if (this.#records.length + records.length > MAX_RECORDS) {
      this.#overflow = true;
      this.#records = [];
    } else this.#records.push(...records);
    this.#schedule();
  }

  #schedule(): void {
    const { document, signal } = this.#options;
    const waiting = this.#overflow || this.#records.length > 0;
    if (this.#scheduled || !waiting || signal.aborted || document.hidden) return;
    this.#scheduled = true;
    const wait = Math.max(0, this.#lastFlush + this.#pause - performance.now());
    setTimeout(() => whenIdle(() => void this.#flush()), wait);
  }

  async #flush(): Promise<void> {
    const { signal, onChange } = this.#options;
    if (signal.aborted) return;
    const change = this.#takeChange();
    if (change.inside || change.elsewhere) {
      const fruitful = await onChange(change).catch(() => false);
      this.#fruitless = fruitful ? 0 : this.#fruitless + 1;
      const kind = fruitful ? 'fruitful' : 'fruitless';
      this.#pause = Math.min(MOST_PAUSE_MS[kind], this.#pause * GROWTH[kind]);
    }
    this.#lastFlush = performance.now();
    this.#scheduled = false;
    if (this.#fruitless >= MAX_FRUITLESS) this.stop();
    else this.#schedule();
  }

  #takeChange(): PageChange {
    const records = this.#records;
    const overflow = this.#overflow;
    this.#records = [];
    this.#overflow = false;
    if (overflow) return { inside: true, elsewhere: true };
    let inside = false;
    let elsewhere = false;
    let restyled = false;
    for (const record of records) {
      if (record.type === 'attributes') {
        restyled = true;
        continue;
      }
      if (inside && elsewhere) break;
      if (this.#isIgnored(record)) continue;
      if (this.#isInside(record.target)) inside = true;
      else if (!elsewhere) elsewhere = addsText(record);
    }
    if (restyled && !inside) inside = this.#options.hidden().some(isShown);
    return { inside, elsewhere };
  }

  #isIgnored(record: MutationRecord): boolean {
    const { isOurs } = this.#options;
    if (isOurs(record.target)) return true;
    const element = record.target.nodeType === 1 ? (record.target as Element) : record.target.parentElement;
    if (element !== null && (/^(?:script|style|noscript|title)$/.test(element.localName) || isInEditable(element))) return true;
    if (record.type !== 'childList') return false;
    const nodes = [...record.addedNodes, ...record.removedNodes];
    return nodes.every((node) => isOurs(node) || isTextless(node));
  }

  #isInside(target: Node): boolean {
    const { roots, shadowRoots } = this.#options;
    if (roots().some((root) => root.contains(target))) return true;
    const top = target.getRootNode();
    return shadowRoots().some((root) => root === top);
  }
}

function addsText(record: MutationRecord): boolean {
  if (record.type !== 'childList') return false;
  let length = 0;
  for (const node of record.addedNodes) {
    if (!isTextless(node)) length += node.textContent?.length ?? 0;
    // A custom element's text may all be in its shadow root.
    if (node.nodeType === 1 && (node as Element).localName.includes('-')) return true;
  }
  return length >= LEAST_ADDITION;
}

function isTextless(node: Node): boolean {
  if (node.nodeType === 3) return node.nodeValue?.trim() === '';
  return node.nodeType !== 1 || /^(?:script|style|link|meta|noscript|iframe|img)$/.test((node as Element).localName);
}

function isInEditable(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (isEditable(at) || at.localName === 'textarea') return true;
  }
  return false;
}

function isShown(element: Element): boolean {
  return element.isConnected && (element as HTMLElement).checkVisibility?.({ visibilityProperty: true }) === true;
}

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: IDLE_TIMEOUT_MS });
  else setTimeout(work, 50);
}
