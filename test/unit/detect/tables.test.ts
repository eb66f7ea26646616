import { expect, it } from 'vitest';
import { detect } from '../../../lib/detect/detect.ts';
import type { ArticleText, Block } from '../../../lib/text/document.ts';

/** A table of index, P/E and yield, with this much empty room between its rows and columns. */
function tableWith(gap: number): ArticleText {
  const lines = [['Index', 'P/E ratio', 'Dividend yield'], ['Russell 2000', '17.4', '1.3%'], ['S&P 500', '26.1', '1.2%']];
  const blocks: Block[] = [];
  let text = '';
  lines.forEach((cells, line) => {
    cells.forEach((words, place) => {
      if (text !== '') text += place === 0 ? '\n' : '\t';
      const cell = { table: 0, row: line * gap, column: place * gap, header: line === 0 };
      blocks.push({ start: text.length, end: text.length + words.length, kind: 'cell', cell });
      text += words;
    });
  });
  return { text, blocks, title: null, published: '2026-10-07' };
}

it('reads a table of any size by its cells, not by the room between them', () => {
  const dense = detect(tableWith(1));
  expect(dense.claims.map(({ metric, value }) => [metric, value.low])).toEqual([['pe', 17.4], ['dividend_yield', 1.3], ['pe', 26.1], ['dividend_yield', 1.2]]);
  // A walk over every place of this one would take 10¹¹ steps.
  expect(detect(tableWith(500_000))).toEqual(dense);
});
