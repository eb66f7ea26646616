/** A box in the window, in CSS pixels. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Words on more lines than these would push the card too far from the pointer. */
const MOST_LINES = 3;

/**
 * The box that a card at a line of text keeps free: that line and the lines of the same words right above and below it,
 * or the line alone when they are more than three. Other copies of the words, and their rest in another column, are not
 * in it: a box around those would leave the card no room.
 *
 * @param line client rectangle of the line, or of a part of it
 * @param words client rectangles of the words, in any order
 */
export function boxOfWords(line: Rect, words: readonly Rect[]): Rect {
  const lines = linesOf([line, ...words]);
  const at = lines.findIndex((one) => isSameLine(one, line));
  let first = at;
  let last = at;
  while (isNextLine(lines[first - 1], lines[first])) first -= 1;
  while (isNextLine(lines[last], lines[last + 1])) last += 1;
  return at === -1 || last - first >= MOST_LINES ? line : lines.slice(first, last + 1).reduce(around, line);
}

export function around(a: Rect, b: Rect): Rect {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** Rectangles joined to lines, from the top down. */
function linesOf(rects: readonly Rect[]): Rect[] {
  const lines: Rect[] = [];
  for (const rect of [...rects].sort((a, b) => a.top - b.top)) {
    if (rect.right <= rect.left || rect.bottom <= rect.top) continue;
    const above = lines.at(-1);
    if (above !== undefined && isSameLine(above, rect)) lines[lines.length - 1] = around(above, rect);
    else lines.push(rect);
  }
  return lines;
}

/** Raised notes stand partly above their line, and the boxes of tightly set lines overlap a little. */
function isSameLine(a: Rect, b: Rect): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > Math.min(height(a), height(b)) / 2;
}

function isNextLine(above: Rect | undefined, below: Rect | undefined): boolean {
  if (above === undefined || below === undefined) return false;
  return below.top - above.bottom < Math.max(height(above), height(below));
}

function height(rect: Rect): number {
  return rect.bottom - rect.top;
}
