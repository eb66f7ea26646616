import type { Block, BlockKind, CellPlace } from '../text/document.ts';
import { isBoilerplate } from './skip.ts';

/** A stretch of flow text that stands character for character in one text node. */
export interface Run {
  /** Offset in the text. */
  start: number;
  length: number;
  readonly node: Text;
  /** Offset in `node.data`. */
  nodeStart: number;
}

/** What a flow is part of. */
export interface FlowKind {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly cell?: CellPlace;
}

/** Flows of a part of the page. Offsets count from the start of `text`, tables from 0. */
export interface Fragment {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly runs: readonly Run[];
  readonly tables: number;
}

/**
 * Where white space or an unseen character breaks the one-to-one relation of laid-out text and source: several white
 * space characters in a row, any that is not a plain space, characters without width, spaces of other widths.
 */
const FOLDED =
  /([ \t\n\r\f]{2,}|[\t\n\r\f])|([\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff])|([\u00a0\u2000-\u200a\u202f\u205f\u3000])/g;
const NEEDS_FOLDING = / {2}|[\t\n\r\f\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

/** Puts text together as it is laid out: white space folded, soft hyphens and characters without width left out. */
export class FlowBuilder {
  #text = '';
  readonly #blocks: Block[] = [];
  readonly #runs: Run[] = [];
  #flow = '';
  #flowRuns: Run[] = [];
  #kind: FlowKind | null = null;
  tables = 0;

  /** Characters gathered so far. */
  get length(): number {
    return this.#text.length + this.#flow.length;
  }

  /** The last character of the flow that is being gathered, or the empty string at its start. */
  get lastCharacter(): string {
    return this.#flow.slice(-1);
  }

  /** Adds a text node to the flow. The flow is of the kind of its first text. */
  addText(node: Text, kind: FlowKind): void {
    const data = node.data;
    if (data === '') return;
    this.#kind ??= kind;
    if (!NEEDS_FOLDING.test(data)) {
      this.#push(data, node, 0);
      return;
    }
    let from = 0;
    FOLDED.lastIndex = 0;
    for (let match = FOLDED.exec(data); match !== null; match = FOLDED.exec(data)) {
      if (match.index > from) this.#push(data.slice(from, match.index), node, from);
      if (match[2] === undefined) this.#push(' ', node, match.index);
      from = match.index + match[0].length;
    }
    if (from < data.length) this.#push(from === 0 ? data : data.slice(from), node, from);
  }

  /** Adds text in which each line feed ends a flow (`<pre>`). */
  addLines(node: Text, kind: FlowKind): void {
    const data = node.data;
    let from = 0;
    while (from <= data.length) {
      const feed = data.indexOf('\n', from);
      const to = feed === -1 ? data.length : feed;
      if (to > from) {
        this.#kind ??= kind;
        this.#pushPart(node, from, to);
      }
      if (feed === -1) break;
      this.endFlow();
      from = to + 1;
    }
  }

  /** A space that stands nowhere in the page: between a whole number and a fraction built of `<sup>` and `<sub>`. */
  addGap(): void {
    if (this.#flow !== '' && !this.#flow.endsWith(' ')) this.#flow += ' ';
  }

  /** Ends the flow, if one has begun. Empty flows and boilerplate leave nothing behind. */
  endFlow(): void {
    const kind = this.#kind;
    if (kind === null) return;
    const flow = this.#flow.trimEnd();
    if (flow !== '' && !(kind.kind === 'paragraph' && isBoilerplate(flow))) this.#keep(flow, kind);
    this.#flow = '';
    this.#flowRuns = [];
    this.#kind = null;
  }

  /** Everything gathered. The builder is spent afterwards. */
  finish(): Fragment {
    this.endFlow();
    return { text: this.#text, blocks: this.#blocks, runs: this.#runs, tables: this.tables };
  }

  #keep(flow: string, kind: FlowKind): void {
    const previous = this.#blocks.at(-1);
    const separator = previous === undefined ? '' : isSameRow(previous.cell, kind.cell) ? '\t' : '\n';
    const start = this.#text.length + separator.length;
    for (const run of this.#flowRuns) {
      if (run.start >= flow.length) break;
      run.length = Math.min(run.length, flow.length - run.start);
      run.start += start;
      this.#runs.push(run);
    }
    this.#text += separator + flow;
    this.#blocks.push({ start, end: start + flow.length, ...kind });
  }

  #pushPart(node: Text, from: number, to: number): void {
    const part = node.data.slice(from, to);
    let at = 0;
    FOLDED.lastIndex = 0;
    for (let match = FOLDED.exec(part); match !== null; match = FOLDED.exec(part)) {
      if (match.index > at) this.#push(part.slice(at, match.index), node, from + at);
      if (match[2] === undefined) this.#push(' ', node, from + match.index);
      at = match.index + match[0].length;
    }
    if (at < part.length) this.#push(part.slice(at), node, from + at);
  }

  #push(part: string, node: Text, nodeStart: number): void {
    if (part.startsWith(' ') && (this.#flow === '' || this.#flow.endsWith(' '))) {
      if (part.length === 1) return;
      part = part.slice(1);
      nodeStart += 1;
    }
    const start = this.#flow.length;
    this.#flow += part;
    const last = this.#flowRuns.at(-1);
    const follows = last !== undefined && last.node === node && last.nodeStart + last.length === nodeStart;
    if (follows && last.start + last.length === start) last.length += part.length;
    else this.#flowRuns.push({ start, length: part.length, node, nodeStart });
  }
}

function isSameRow(a: CellPlace | undefined, b: CellPlace | undefined): boolean {
  return a !== undefined && b !== undefined && a.table === b.table && a.row === b.row && a.column !== b.column;
}

/** Joins fragments in order; flows of different fragments are parted by a line feed. */
export function joinFragments(fragments: readonly Fragment[]): Fragment {
  const only = fragments.length === 1 ? fragments[0] : undefined;
  if (only !== undefined) return only;
  let text = '';
  let tables = 0;
  const blocks: Block[] = [];
  const runs: Run[] = [];
  for (const fragment of fragments) {
    if (fragment.blocks.length > 0) {
      if (text !== '') text += '\n';
      const shift = text.length;
      for (const block of fragment.blocks) blocks.push(shiftedBlock(block, shift, tables));
      for (const run of fragment.runs) runs.push({ ...run, start: run.start + shift });
      text += fragment.text;
    }
    tables += fragment.tables;
  }
  return { text, blocks, runs, tables };
}

function shiftedBlock(block: Block, shift: number, tables: number): Block {
  const moved = { ...block, start: block.start + shift, end: block.end + shift };
  return block.cell === undefined ? moved : { ...moved, cell: { ...block.cell, table: block.cell.table + tables } };
}
