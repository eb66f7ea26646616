import type { Span } from './span.ts';

/** Longest text that is read from one page, in characters (UTF-16 units). */
export const MAX_TEXT = 2_000_000;

/** Where a table cell stands. Rows and columns count from 0 within one table. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** True for `<th>` and for the first row of a table that has no `<th>`. */
  readonly header: boolean;
}

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'item' | 'cell' | 'caption';

/** One flow: the joined text of consecutive inline nodes between block breaks. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Heading level 1 to 6; only for `heading`. */
  readonly level?: number;
  readonly cell?: CellPlace;
  /** Day, `YYYY-MM-DD`, of the entry that it is part of, where that has another than the article: a post of a live blog. */
  readonly published?: string;
}

/**
 * What detection reads. Blocks lie in reading order and do not overlap; between two blocks `text` holds exactly one
 * `\n` (or `\t` between cells of one row).
 */
export interface ArticleText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The page's title when it is not itself among the blocks: a source of the article's subject, never of claims. */
  readonly title: string | null;
  /** Publication date as `YYYY-MM-DD`, or null when the page does not say. */
  readonly published: string | null;
}

/**
 * Reads plain text in which `\n` parts blocks and a tab (or a Markdown pipe row) parts table cells. Used for labelled
 * text and for "check selected text", where no DOM is at hand. Offsets in the result are offsets in `text` as given.
 */
export function articleFromPlainText(
  text: string,
  options: { published?: string | null; title?: string | null } = {},
): ArticleText {
  const blocks: Block[] = [];
  let table = -1;
  let row = 0;
  let inTable = false;
  let offset = 0;
  for (const line of text.split('\n')) {
    const start = offset;
    offset += line.length + 1;
    if (line.trim() === '') {
      inTable = false;
      continue;
    }
    const isPipeRow = /^\s*\|.*\|\s*$/.test(line);
    if (isPipeRow && /^[\s|:-]+$/.test(line)) continue; // Markdown's rule under the header row
    if (!isPipeRow && !line.includes('\t')) {
      inTable = false;
      blocks.push(plainBlock(line, start));
      continue;
    }
    if (inTable) row += 1;
    else {
      inTable = true;
      table += 1;
      row = 0;
    }
    blocks.push(...cellsOfLine(line, start, isPipeRow ? '|' : '\t', table, row));
  }
  return { text, blocks, title: options.title ?? null, published: options.published ?? null };
}

function plainBlock(line: string, start: number): Block {
  const from = line.length - line.trimStart().length;
  const to = line.trimEnd().length;
  const trimmed = line.slice(from, to);
  const isItem = /^[-•*–]\s/.test(trimmed);
  return { start: start + from, end: start + to, kind: isItem ? 'item' : 'paragraph' };
}

function cellsOfLine(line: string, start: number, separator: string, table: number, row: number): Block[] {
  const cells: Block[] = [];
  const parts = line.split(separator);
  if (separator === '|') {
    parts.pop();
  }
  let at = start;
  let column = separator === '|' ? -1 : 0;
  for (const part of parts) {
    const from = at + (part.length - part.trimStart().length);
    const to = at + part.trimEnd().length;
    if (column >= 0 && to > from) {
      cells.push({ start: from, end: to, kind: 'cell', cell: { table, row, column, header: row === 0 } });
    }
    column += 1;
    at += part.length + 1;
  }
  return cells;
}
