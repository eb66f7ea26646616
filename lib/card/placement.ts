import { autoUpdate, computePosition, flip, offset, shift, size, type Middleware } from '@floating-ui/dom';
import { around, boxOfWords, type Rect } from './lines.ts';

/** Where the card belongs. */
export interface CardAnchor {
  /** Client rectangle of the line of text, as it is now; null when the text has gone. */
  readonly line: () => Rect | null;
  /** For each thing that the card is about, the client rectangles of its words, as they are now. */
  readonly words: () => readonly (readonly Rect[])[];
  /** An element around the words: what scrolls or moves it takes the card along. */
  readonly element: Element | undefined;
}

/** Between the words and the card: room for the line under the words. */
const GAP = 8;
/** Between the card and the edge of the window. */
const EDGE = 8;

/**
 * Keeps a card at its words while the page scrolls, the window changes and the card itself grows: below the words,
 * aligned with the start of their line; above when there is no room below; beside them when there is room for the whole
 * card neither below nor above; over them as the last resort. The card never leaves the window while it fits in.
 *
 * @param onLost called when the line has left the window or the page; nothing is followed after that
 * @returns ends the following
 */
export function followWords(card: HTMLElement, anchor: CardAnchor, onLost: () => void): () => void {
  let over = false;
  let box = new DOMRect();
  const words = { contextElement: anchor.element, getBoundingClientRect: () => box };
  const place = async (): Promise<void> => {
    if (over) return;
    const line = anchor.line();
    if (line === null || isOutside(line, card.ownerDocument)) {
      over = true;
      onLost();
      return;
    }
    const whole = anchor.words().map((rects) => boxOfWords(line, rects)).reduce(around, line);
    box = new DOMRect(line.left, whole.top, line.right - line.left, whole.bottom - whole.top);
    const { x, y } = await computePosition(words, card, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        // The box is as wide as the line under the pointer; beside it, the words' other lines are kept free, too.
        offset(({ placement }) => GAP + reachBeside(placement, line, whole)),
        ROOM,
        flip({ padding: EDGE, crossAxis: false, fallbackPlacements: ['top-start', 'right', 'left'] }),
        shift({ padding: EDGE, crossAxis: true }),
      ],
    });
    if (over) return;
    card.style.left = `${Math.round(x)}px`;
    card.style.top = `${Math.round(y)}px`;
  };
  const stop = autoUpdate(words, card, () => void place());
  if (over) stop();
  return () => {
    over = true;
    stop();
  };
}

/** Tells the card how tall it may be without covering its words: the larger of the rooms below and above. */
const ROOM: Middleware = size({
  padding: EDGE,
  apply: ({ placement, availableHeight, rects, elements }) => {
    // The first placement of all measures for the others: a card that stands above must not get another height by that.
    if (placement !== 'bottom-start') return;
    const room = Math.max(availableHeight, rects.reference.y - GAP - EDGE);
    elements.floating.style.setProperty('--room', `${Math.floor(room)}px`);
  },
});

function reachBeside(placement: string, line: Rect, whole: Rect): number {
  if (placement === 'right') return whole.right - line.right;
  return placement === 'left' ? line.left - whole.left : 0;
}

function isOutside(line: Rect, { documentElement, defaultView }: Document): boolean {
  const height = defaultView?.innerHeight ?? 0;
  return line.bottom < 0 || line.top > height || line.right < 0 || line.left > documentElement.clientWidth;
}
