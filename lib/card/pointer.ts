import { isInBox, isOnTheWay, type Point } from './corridor.ts';
import type { Rect } from './lines.ts';

/** What the pointer can rest on. */
export interface Target {
  /** Equal keys are the same target. */
  readonly key: string;
  /** The line of text under the pointer. */
  readonly line: Rect;
}

export interface PointerOptions<T extends Target> {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** How long the pointer rests before the card opens, in milliseconds. */
  readonly dwellMs: () => number;
  /** What lies under a point of the window. */
  readonly targetAt: (point: Point) => T | null;
  /** Whether the event passed through the card. */
  readonly isCard: (event: Event) => boolean;
  /** The open card's rectangle and what it was opened for; null when none is open. */
  readonly openCard: () => { readonly key: string; readonly pinned: boolean; readonly rect: Rect } | null;
  readonly onRest: (target: T) => void;
  readonly onLeave: () => void;
  readonly onPress: (target: T) => void;
  readonly onPressElsewhere: () => void;
  /** A press on the card itself. */
  readonly onPressCard: () => void;
}

/** A hand that trembles by this much still rests, in CSS pixels. */
const STILL = 4;
/** Time in which the pointer may be outside everything before an unpinned card closes, in milliseconds. */
const LEAVE_MS = 160;
/** Longest time on the way from the words to the card, in milliseconds. */
const WAY_MS = 700;

/**
 * Follows the mouse: at most one look-up a frame; a card after a rest on a target; it stays while the pointer is on the
 * target, on the card or on the way there. A press on a target pins; inside a link or a control the page's own meaning
 * comes first.
 */
export class PointerFollower<T extends Target> {
  readonly #options: PointerOptions<T>;
  #frame = 0;
  #latest: { point: Point; onCard: boolean } | null = null;
  #rest: { key: string; from: Point; timer: ReturnType<typeof setTimeout> } | null = null;
  #leave: ReturnType<typeof setTimeout> | null = null;
  #leftAt: { point: Point; time: number } | null = null;
  #lastInside: Point | null = null;

  constructor(options: PointerOptions<T>) {
    this.#options = options;
  }

  /** Listens until the signal aborts. */
  start(): void {
    const { document, signal } = this.#options;
    const listening = { capture: true, passive: true, signal } as const;
    document.addEventListener('pointermove', (event) => this.#moved(event), listening);
    document.addEventListener('pointerdown', () => this.#forgetRest(), listening);
    document.addEventListener('pointerleave', () => this.#outside(null), { ...listening, capture: false });
    // Not captured: that would hear every element that the pointer leaves, also for a card that opens under it.
    document.documentElement.addEventListener('pointerleave', () => this.#outside(null), { ...listening, capture: false });
    document.addEventListener('click', (event) => this.#pressed(event), { capture: true, signal });
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  #moved(event: PointerEvent): void {
    if (event.pointerType !== 'mouse') return;
    if (event.buttons !== 0) {
      this.#forgetRest();
      return;
    }
    this.#latest = { point: { x: event.clientX, y: event.clientY }, onCard: this.#options.isCard(event) };
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#look());
  }

  #look(): void {
    this.#frame = 0;
    const latest = this.#latest;
    if (latest === null) return;
    if (latest.onCard) {
      this.#forgetRest();
      this.#inside(latest.point);
      return;
    }
    const target = this.#options.targetAt(latest.point);
    const open = this.#options.openCard();
    if (target === null) {
      this.#forgetRest();
      this.#outside(latest.point);
      return;
    }
    if (open !== null && open.key === target.key) {
      this.#forgetRest();
      this.#inside(latest.point);
      return;
    }
    if (open !== null && !open.pinned) this.#outside(latest.point);
    if (open?.pinned !== true) this.#restOn(target, latest.point);
  }

  #restOn(target: T, point: Point): void {
    const rest = this.#rest;
    if (rest !== null && rest.key === target.key && Math.hypot(point.x - rest.from.x, point.y - rest.from.y) <= STILL) return;
    this.#forgetRest();
    const timer = setTimeout(() => {
      this.#rest = null;
      this.#lastInside = point;
      this.#keep();
      this.#options.onRest(target);
    }, this.#options.dwellMs());
    this.#rest = { key: target.key, from: point, timer };
  }

  #inside(point: Point): void {
    this.#lastInside = point;
    this.#keep();
  }

  /** The pointer is neither on the target nor on the card; null when it left the window. */
  #outside(point: Point | null): void {
    const open = this.#options.openCard();
    if (open === null || open.pinned) {
      this.#keep();
      return;
    }
    const from = this.#lastInside;
    if (point !== null && from !== null && isOnTheWay(point, from, open.rect)) {
      this.#leftAt ??= { point: from, time: performance.now() };
      if (performance.now() - this.#leftAt.time < WAY_MS || isInBox(point, open.rect, STILL)) {
        this.#closeAfter(WAY_MS);
        return;
      }
    }
    this.#closeAfter(LEAVE_MS, false);
  }

  #closeAfter(ms: number, restart: boolean = true): void {
    if (this.#leave !== null) {
      if (!restart) return;
      clearTimeout(this.#leave);
    }
    this.#leave = setTimeout(() => {
      this.#keep();
      if (this.#options.openCard()?.pinned === false) this.#options.onLeave();
    }, ms);
  }

  #keep(): void {
    if (this.#leave !== null) clearTimeout(this.#leave);
    this.#leave = null;
    this.#leftAt = null;
  }

  #pressed(event: MouseEvent): void {
    const { isCard, targetAt, onPress, onPressElsewhere, onPressCard, document } = this.#options;
    if (event.button !== 0 || !event.isTrusted) return;
    if (isCard(event)) {
      onPressCard();
      return;
    }
    const target = targetAt({ x: event.clientX, y: event.clientY });
    const selecting = document.getSelection()?.isCollapsed === false;
    if (target !== null && !selecting && !isInteractive(event)) onPress(target);
    else if (!selecting) onPressElsewhere();
  }

  #forgetRest(): void {
    if (this.#rest !== null) clearTimeout(this.#rest.timer);
    this.#rest = null;
  }

  #stop(): void {
    this.#forgetRest();
    this.#keep();
    cancelAnimationFrame(this.#frame);
  }
}

const INTERACTIVE = 'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [contenteditable]';

function isInteractive(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches(INTERACTIVE));
}
