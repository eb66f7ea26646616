/** Sizes and places in CSS pixels of the window. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly side: 'below' | 'above' | 'right' | 'left' | 'over';
}

/** Between the line and the card: room for the line under the words. */
const GAP = 8;
/** Between the card and the edge of the window. */
const EDGE = 8;

/**
 * Where a card of a given size goes beside a line of text: below it, aligned with its start; above when there is no
 * room below; beside it when there is room for the whole card neither below nor above; over it as the last resort, as
 * far from the line as the window allows. The card never leaves the window while it fits in; a card that is too big
 * keeps its top left corner in sight.
 *
 * @param line client rectangle of the line of text
 * @param card the card's size
 * @param window the window's inner size
 */
export function placeCard(line: Rect, card: Size, window: Size): Place {
  const left = within(line.left, card.width, window.width);
  const below = line.bottom + GAP;
  const above = line.top - GAP - card.height;
  if (below + card.height <= window.height - EDGE) return { left, top: below, side: 'below' };
  if (above >= EDGE) return { left, top: above, side: 'above' };
  const top = within((line.top + line.bottom - card.height) / 2, card.height, window.height);
  if (line.right + GAP + card.width <= window.width - EDGE) return { left: line.right + GAP, top, side: 'right' };
  if (line.left - GAP - card.width >= EDGE) return { left: line.left - GAP - card.width, top, side: 'left' };
  const roomBelow = window.height - line.bottom;
  return { left, top: within(roomBelow >= line.top ? window.height : 0, card.height, window.height), side: 'over' };
}

/** The height that a card may have without covering its line: the larger of the rooms below and above. */
export function roomBeside(line: Rect, window: Size): number {
  return Math.max(window.height - line.bottom, line.top) - GAP - EDGE;
}

function within(start: number, length: number, whole: number): number {
  return Math.max(EDGE, Math.min(start, whole - EDGE - length));
}
