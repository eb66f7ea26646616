import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleFromPlainText } from '../../../lib/text/document.ts';
import { spanContains, spansOverlap } from '../../../lib/text/span.ts';

function blocks(text: string) {
  const article = articleFromPlainText(text);
  return article.blocks.map((block) => ({ kind: block.kind, text: article.text.slice(block.start, block.end), cell: block.cell }));
}

describe('articleFromPlainText', () => {
  it('parts blocks at line ends and leaves the text as it is', () => {
    const text = '  One line. \n\nAnother.\n';
    const article = articleFromPlainText(text, { published: '2026-05-04', title: 'A title' });
    expect(article).toMatchObject({ text, published: '2026-05-04', title: 'A title' });
    expect(blocks(text).map(({ kind, text: words }) => [kind, words])).toEqual([['paragraph', 'One line.'], ['paragraph', 'Another.']]);
  });

  it('reads bullets as items', () => {
    expect(blocks('- Apple\n• Nvidia\n* Tesla\n– Intel\n-3% was the change').map(({ kind }) => kind)).toEqual(['item', 'item', 'item', 'item', 'paragraph']);
  });

  it('reads tabs as cells of one table until a line without any', () => {
    const cells = blocks('Fund\tP/E\nIWM\t17.7\nProse again.\nFund\tFee\nVTWO\t0.07%');
    expect(cells.map(({ text, cell }) => [text, cell === undefined ? null : [cell.table, cell.row, cell.column, cell.header]])).toEqual([
      ['Fund', [0, 0, 0, true]],
      ['P/E', [0, 0, 1, true]],
      ['IWM', [0, 1, 0, false]],
      ['17.7', [0, 1, 1, false]],
      ['Prose again.', null],
      ['Fund', [1, 0, 0, true]],
      ['Fee', [1, 0, 1, true]],
      ['VTWO', [1, 1, 0, false]],
      ['0.07%', [1, 1, 1, false]],
    ]);
  });

  it('reads Markdown tables without the rule under the header', () => {
    const cells = blocks('| Fund | P/E |\n|---|:--:|\n| IWM | 17.7 |');
    expect(cells.map(({ text, cell }) => [text, cell!.row, cell!.column])).toEqual([['Fund', 0, 0], ['P/E', 0, 1], ['IWM', 1, 0], ['17.7', 1, 1]]);
  });

  it('keeps the columns of a row with an empty cell', () => {
    expect(blocks('A\t\tC').map(({ text, cell }) => [text, cell!.column])).toEqual([['A', 0], ['C', 2]]);
    expect(blocks('| A | | C |').map(({ text, cell }) => [text, cell!.column])).toEqual([['A', 0], ['C', 2]]);
  });

  it('begins a new table behind an empty line', () => {
    expect(blocks('A\tB\n\nC\tD').map(({ cell }) => cell!.table)).toEqual([0, 0, 1, 1]);
  });

  it('yields blocks in order that do not overlap, are not blank and hold no line end', () => {
    const line = fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('', '|', '||', '| a | b |', '|---|', 'a\tb', '\t', ' \t ', '- x', '17.4'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        let end = 0;
        for (const block of articleFromPlainText(text).blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(block.start, block.end).trim()).toBe(text.slice(block.start, block.end));
          expect(block.end).toBeGreaterThan(block.start);
          expect(text.slice(block.start, block.end)).not.toMatch(/\n/);
          end = block.end;
        }
      }),
    );
  });
});

describe('spans', () => {
  it('overlap only where they share a character', () => {
    expect(spansOverlap({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
    expect(spansOverlap({ start: 0, end: 4 }, { start: 3, end: 5 })).toBe(true);
    expect(spansOverlap({ start: 3, end: 5 }, { start: 0, end: 4 })).toBe(true);
  });

  it('contain themselves and what lies within', () => {
    expect(spanContains({ start: 0, end: 5 }, { start: 0, end: 5 })).toBe(true);
    expect(spanContains({ start: 0, end: 5 }, { start: 1, end: 5 })).toBe(true);
    expect(spanContains({ start: 1, end: 5 }, { start: 0, end: 5 })).toBe(false);
  });
});
