import type { Span } from '../text/span.ts';
import type { Run } from './flow-builder.ts';

/** Part of one text node that stands for part of a span. */
export interface NodeSlice {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
  /** The characters, for noticing later that the page has put others there. */
  readonly text: string;
}

/** Relates offsets in the text that was read to places in the document. */
export class FlowMap {
  readonly #runs: readonly Run[];

  /** @param runs ascending by `start`, not overlapping */
  constructor(runs: readonly Run[]) {
    this.#runs = runs;
  }

  /**
   * The parts of text nodes that show the span, one a node and flow, in reading order. White space between two parts of
   * one node that was folded away is included. Empty when nothing of the span stands in the page.
   */
  slices(span: Span): NodeSlice[] {
    const slices: { node: Text; start: number; end: number }[] = [];
    for (let at = this.#firstEndingAfter(span.start); at < this.#runs.length; at += 1) {
      const run = this.#runs[at];
      if (run === undefined || run.start >= span.end) break;
      const from = run.nodeStart + Math.max(0, span.start - run.start);
      const to = run.nodeStart + Math.min(run.length, span.end - run.start);
      const last = slices.at(-1);
      if (last !== undefined && last.node === run.node) last.end = to;
      else slices.push({ node: run.node, start: from, end: to });
    }
    return slices.map((slice) => ({ ...slice, text: slice.node.data.slice(slice.start, slice.end) }));
  }

  /** The offset in the text of a place in a text node, or null when that place was not read. */
  offsetAt(node: Text, nodeOffset: number): number | null {
    for (const run of this.#runs) {
      if (run.node === node && nodeOffset >= run.nodeStart && nodeOffset <= run.nodeStart + run.length) {
        return run.start + (nodeOffset - run.nodeStart);
      }
    }
    return null;
  }

  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = this.#runs[middle];
      if (run !== undefined && run.start + run.length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
