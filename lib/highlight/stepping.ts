import type { Highlighter, Mark } from './highlighter.ts';

/**
 * The finding after or before the current one in reading order, going round at the ends. Without a current one: the
 * first that is not above the window (or the last that is not below it).
 *
 * @param marks the marks to step through, in reading order, tickers already left out
 */
export function stepFrom(
  marks: readonly Mark[],
  currentId: string | null,
  direction: 'next' | 'previous',
  isAbove: (mark: Mark) => boolean,
  isBelow: (mark: Mark) => boolean,
): Mark | null {
  if (marks.length === 0) return null;
  const at = marks.findIndex((mark) => mark.id === currentId);
  if (at !== -1) {
    const step = direction === 'next' ? 1 : marks.length - 1;
    return marks[(at + step) % marks.length] ?? null;
  }
  if (direction === 'next') return marks.find((mark) => !isAbove(mark)) ?? marks[0] ?? null;
  return marks.findLast((mark) => !isBelow(mark)) ?? marks.at(-1) ?? null;
}

/** The client rectangle of the first line of a mark that is still in place, or null. */
export function firstLineOf(highlighter: Highlighter, mark: Mark): DOMRect | null {
  return rectsOf(highlighter, mark).find((rect) => rect.width > 0 && rect.height > 0) ?? null;
}

/** The client rectangles of all of a mark's text that is still in place, in reading order. */
export function rectsOf(highlighter: Highlighter, mark: Mark): DOMRect[] {
  return highlighter.placesOf(mark).flatMap((place) => [...place.range.getClientRects()]);
}

/** Brings a mark to the middle of the window and says whether it is there to be seen. */
export function scrollToMark(highlighter: Highlighter, mark: Mark): boolean {
  const place = highlighter.placesOf(mark)[0];
  const element = place?.range.startContainer.parentElement;
  if (place === undefined || !element) return false;
  // Instant: the card is placed at the line right afterwards, and motion may be unwelcome.
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const view = element.ownerDocument.defaultView;
  const rect = firstLineOf(highlighter, mark);
  if (rect === null || view === null) return false;
  // In a paragraph taller than the window its middle may be far from the line.
  if (rect.top < 0 || rect.bottom > view.innerHeight) {
    view.scrollBy({ top: rect.top - view.innerHeight / 2, behavior: 'instant' });
  }
  return true;
}
