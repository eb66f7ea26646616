import { isIntact, type Highlighter, type Mark, type MarkPlace } from './highlighter.ts';

/** Marks under a point, and the line of text there. */
export interface Hit {
  /** Claims before tickers, the narrower clause first. */
  readonly marks: readonly Mark[];
  readonly place: MarkPlace;
  /** The client rectangle of the line under the point. */
  readonly line: DOMRect;
}

/** The line under the words belongs to the mark, too. In CSS pixels. */
const REACH_BELOW = 4;

interface CaretPoint {
  readonly offsetNode: Node;
  readonly offset: number;
}

interface CaretDocument {
  caretPositionFromPoint?: (x: number, y: number, options?: { shadowRoots: ShadowRoot[] }) => CaretPoint | null;
}

/**
 * What is marked at a point of the window, or null. Asks the browser for the caret position, which respects covering
 * elements, looks only at the marks of that text node, and accepts only a point that lies within the text's own
 * rectangles: right of a short line the caret snaps to its end.
 *
 * @param shadowRoots roots whose text may answer, open or closed
 */
export function hitTest(
  highlighter: Highlighter,
  document: Document,
  x: number,
  y: number,
  shadowRoots: readonly ShadowRoot[],
): Hit | null {
  const caret = (document as CaretDocument).caretPositionFromPoint?.(x, y, { shadowRoots: [...shadowRoots] });
  if (!caret || caret.offsetNode.nodeType !== 3) return null;
  const hits: { place: MarkPlace; line: DOMRect }[] = [];
  for (const place of highlighter.placesIn(caret.offsetNode as Text)) {
    const { range } = place;
    if (caret.offset < range.startOffset || caret.offset > range.endOffset || !isIntact(place)) continue;
    const line = lineAt(range, x, y);
    if (line !== null) hits.push({ place, line });
  }
  hits.sort((a, b) => rank(a.place) - rank(b.place) || length(a.place) - length(b.place));
  const first = hits[0];
  return first === undefined ? null : { marks: hits.map((hit) => hit.place.mark), place: first.place, line: first.line };
}

/** The rectangle of the range's line that holds the point, or null. */
export function lineAt(range: Range, x: number, y: number): DOMRect | null {
  for (const rect of range.getClientRects()) {
    if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom + REACH_BELOW) return rect;
  }
  return null;
}

function rank(place: MarkPlace): number {
  return place.mark.kind === 'ticker' ? 1 : 0;
}

function length(place: MarkPlace): number {
  return place.slice.end - place.slice.start;
}
