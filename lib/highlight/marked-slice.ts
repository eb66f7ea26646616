/** Part of one text node that a mark covers. */
export interface MarkedSlice {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
  /** The characters that were read there. */
  readonly text: string;
}

/** A live range over the slice, or null when the page has taken the node out or changed its text meanwhile. */
export function rangeOf(slice: MarkedSlice): Range | null {
  const { node, start, end } = slice;
  if (!node.isConnected || end > node.length || node.data.slice(start, end) !== slice.text) return null;
  const range = node.ownerDocument.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** Whether a live range still shows what was read: the page may have rewritten, moved or removed it. */
export function isIntactRange(range: Range, slice: MarkedSlice): boolean {
  const node = range.startContainer;
  return (
    !range.collapsed &&
    node === range.endContainer &&
    node.isConnected &&
    (node.nodeValue ?? '').slice(range.startOffset, range.endOffset) === slice.text
  );
}
