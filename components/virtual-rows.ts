import { elementScroll, observeElementOffset, observeElementRect, Virtualizer, type VirtualItem } from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** The rows that are in sight, and how tall the space for all of them is. */
export interface VirtualRows {
  readonly items: readonly VirtualItem[];
  readonly totalPx: number;
}

/** Rows drawn beyond each edge, so that a quick turn of the wheel shows no gap. */
const OVERSCAN = 12;

/**
 * Draws only the rows in sight of a scrolling element. All rows are of one height.
 *
 * A binding of TanStack Virtual to Preact, which comes with none.
 */
export function useVirtualRows(scroller: RefObject<HTMLElement | null>, count: number, rowPx: number): VirtualRows {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    // Before the element has a size, and where it never gets one, the first rows are there.
    initialRect: { width: 0, height: rowPx * OVERSCAN },
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, Element>(options));
  virtualizer.setOptions(options);
  // oxlint-disable-next-line no-underscore-dangle -- the library's own name for what a binding calls on mounting
  useEffect(() => virtualizer._didMount(), [virtualizer]);
  // oxlint-disable-next-line no-underscore-dangle -- and on every drawing
  useLayoutEffect(() => virtualizer._willUpdate());
  return { items: virtualizer.getVirtualItems(), totalPx: virtualizer.getTotalSize() };
}
