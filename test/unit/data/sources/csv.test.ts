import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvTable } from '../../../../lib/data/sources/csv.ts';
import { SourceFormatError } from '../../../../lib/data/sources/source-format-error.ts';

const COLUMNS = {
  symbol: { titles: ['Ticker'] },
  weight: { titles: ['Weight (%)', 'Weight'] },
  quantity: { titles: ['Quantity', 'Shares'], optional: true },
  asOf: { titles: ['Date'], optional: true },
} as const;

const table = (text: string) => csvTable('w.csv', text, COLUMNS);
const read = (text: string) => table(text).rows.map((row) => [row.line, row.text('symbol'), row.number('weight'), row.number('quantity')]);

describe('csvTable', () => {
  it('finds the header by its titles, below a preamble', () => {
    const { preamble, rows } = table('Sample Fund\nFund Holdings as of,"May 05, 2026"\n\u00a0\nTicker,Name,Weight (%),Shares\n"BE","Bloom, Inc.","1.93","1,200"\n');
    expect(preamble.map(({ cells }) => cells)).toEqual([['Sample Fund'], ['Fund Holdings as of', 'May 05, 2026'], ['\u00a0']]);
    expect(rows.map((row) => [row.line, row.text('symbol'), row.number('weight'), row.number('quantity'), row.day('asOf')])).toEqual([[5, 'BE', 1.93, 1200, null]]);
  });

  it('takes columns by title, in any order, case and spelling', () => {
    expect(read('  weight , QUANTITY,ticker\r\n1,2,A\r\n3,-,B\r\n')).toEqual([[2, 'A', 1, 2], [3, 'B', 3, null]]);
  });

  it('does without an optional column, and ignores cells beyond the header that are empty', () => {
    expect(read('Ticker,Weight\nA,1,,\n')).toEqual([[2, 'A', 1, null]]);
  });

  it('counts lines over quoted line breaks', () => {
    expect(read('"a\nb",c\nTicker,Weight\n"A\nA",1\nB,2\n')).toEqual([[4, 'A\nA', 1, null], [6, 'B', 2, null]]);
  });

  const endings: [string, string, string][] = [
    ['a disclaimer in one quoted cell', '"The content,\nit says ""licensed"",\nis licensed"\n', 'The content,\nit says "licensed",\nis licensed'],
    ['an unquoted disclaimer with commas behind a blank line', '\u00a0\nThe content, it says, is licensed, and so on\nby others\n', 'The content'],
    ['a badly quoted disclaimer behind a blank line', '\n"The "content, it" says"\n', 'The "content, it" says'],
    ['a time of creation', 'File Creation Time: 1\n', 'File Creation Time: 1'],
  ];
  it.each(endings)('ends the table at %s', (_, below, first) => {
    const { rows, rest } = table(`Ticker,Weight\nA,1\n${below}`);
    expect(rows).toHaveLength(1);
    expect(rest[0]?.cells[0]?.trim()).toContain(first);
  });

  it('goes on behind a blank line where rows go on', () => {
    expect(read('Ticker,Weight\nA,1\n\nB,2\n,\nC,3\n')).toEqual([[2, 'A', 1, null], [4, 'B', 2, null], [6, 'C', 3, null]]);
  });

  it('leaves quotation marks alone where they are letters', () => {
    const { rows } = csvTable('w.txt', 'Ticker|Weight\nA "x|1\n"B|2', COLUMNS, { separator: '|', quoted: false });
    expect(rows.map((row) => row.text('symbol'))).toEqual(['A "x', '"B']);
  });

  const faults: [string, string, string][] = [
    ['a text', 'Get your apikey', 'w.csv: a header with “Ticker”, “Weight (%)” was expected, but the file begins “Get your apikey”'],
    ['a renamed column', '\nTicker,Wt,Quantity\nA,1,1', 'w.csv, line 2: there is no column “Weight (%)” beside “Ticker, Wt, Quantity”'],
    ['a column twice', 'Ticker,Weight,weight (%)\nA,1,2', 'w.csv, line 1, “Weight (%)”: two columns have this title'],
    ['a row cut short', 'Ticker,Name,Weight\nA,a,1\nB,b', 'w.csv, line 3: 2 cells were found, 3 expected, as in the header'],
    ['a row too long', 'Ticker,Weight\nA,1,2\n', 'w.csv, line 2: 3 cells were found, 2 expected, as in the header'],
    ['a quotation cut short', 'Ticker,Weight\nA,1\n"B,2\nC,3\n', 'w.csv, line 3: a quotation that begins here is not closed: the file is cut short'],
    ['a quotation cut short above the header', '"Sample\nTicker,Weight\nA,1\n', 'w.csv, line 1: a quotation that begins here is not closed'],
    ['a stray quotation mark', 'Ticker,Weight\n"A"a,1\n3,"4"\n', 'w.csv, line 2: a quotation mark stands where none may be'],
  ];
  it.each(faults)('says what is wrong with %s', (_, text, message) => {
    expect(() => table(text)).toThrow(SourceFormatError);
    expect(() => table(text)).toThrow(message);
  });

  it('names line and title of a cell that cannot be read', () => {
    const [row] = table('x\nTicker,Weight,Date\nA,NaN,05/32/2026').rows;
    expect(() => row!.number('weight')).toThrow('w.csv, line 3, “Weight”: “NaN” is not a number');
    expect(() => row!.day('asOf')).toThrow('w.csv, line 3, “Date”: “05/32/2026” is not a date');
  });

  it('makes no key of a title in the file', () => {
    expect(read('__proto__,Ticker,constructor,Weight\n{},A,x,1\n')).toEqual([[2, 'A', 1, null]]);
    expect(({} as Record<string, unknown>)['A']).toBeUndefined();
  });

  it('reads back any cells, whatever is in them and in whatever order the columns stand', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', ' ', '|', 'é') }).map((text) => `x${text}x`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.double({ min: -1e6, max: 1e6, noNaN: true }), cell), { minLength: 1, maxLength: 20 }), fc.boolean(), (cells, turned) => {
        const lines = [['Ticker', 'Weight', 'Other'], ...cells.map(([a, b, c]) => [a, b.toFixed(4), c])].map((line) => (turned ? line.toReversed() : line));
        const { rows } = table(Papa.unparse(lines, { newline: '\n' }));
        expect(rows.map((row) => [row.text('symbol'), row.number('weight')])).toEqual(cells.map(([a, b]) => [a, Number(b.toFixed(4)) + 0]));
      }),
    );
  });
});
