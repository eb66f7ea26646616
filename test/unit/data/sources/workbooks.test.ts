import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSpreadsheetMl } from '../../../../lib/data/sources/spreadsheet-ml.ts';
import { SourceFormatError } from '../../../../lib/data/sources/source-format-error.ts';
import { readXlsx } from '../../../../lib/data/sources/xlsx.ts';
import { spreadsheetMl, xlsx } from '../../../support/fund-files.ts';

const pause = () => Promise.resolve();
const rowsOf = async (bytes: Uint8Array) => (await readXlsx('fund.xlsx', bytes, pause)).map(({ line, cells }) => [line, ...cells]);

async function faultOf(work: Promise<unknown>): Promise<string> {
  const fault: unknown = await work.catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(SourceFormatError);
  return (fault as SourceFormatError).message;
}

describe('readXlsx', () => {
  it('gives rows with their numbers, texts and figures as they stand, and squares the table', async () => {
    const rows = await rowsOf(xlsx([['A & B'], [], ['Name', 'Weight', ''], ['x', 2.89183866e8, 'USD'], ['', 7.393046]]));
    expect(rows).toEqual([
      [1, 'A & B'],
      [3, 'Name', 'Weight', ''],
      [4, 'x', '289183866', 'USD'],
      [5, '', '7.393046', ''],
    ]);
  });

  it('reads texts in the cell itself, in several runs, with a phonetic guide, and beside a formula', async () => {
    const sheet = `<worksheet><sheetData><row><c t="inlineStr"><is><t>in</t></is></c><c t="s"><v>0</v></c><c t="str"><f>A1&amp;B1</f><v>sum</v></c><c r="F1"><v>1</v></c></row></sheetData></worksheet>`;
    const strings = '<sst><si><r><t>two </t></r><r><rPr/><t>runs</t></r><rPh><t>guide</t></rPh></si></sst>';
    expect(await rowsOf(xlsx([], { 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': strings }))).toEqual([[1, 'in', 'two runs', 'sum', '', '', '1']]);
  });

  it('follows the workbook to its first sheet, wherever it lies', async () => {
    const relations = '<Relationships><Relationship Id="rId2" Target="styles.xml"/><Relationship Id="rId1" Target="/xl/worksheets/other.xml"/></Relationships>';
    const sheet = '<worksheet><sheetData><row r="7"><c r="B7"><v>1</v></c></row></sheetData></worksheet>';
    expect(await rowsOf(xlsx([['first']], { 'xl/_rels/workbook.xml.rels': relations, 'xl/worksheets/other.xml': sheet }))).toEqual([[7, '', '1']]);
  });

  it('leaves out cells far to the right and counts rows anew where they have no number', async () => {
    const sheet = '<worksheet><sheetData><row r="3"><c r="A3"><v>1</v></c><c r="ZZZ3"><v>2</v></c></row><row><c><v>3</v></c></row></sheetData></worksheet>';
    expect(await rowsOf(xlsx([], { 'xl/worksheets/sheet1.xml': sheet }))).toEqual([[3, '1'], [4, '3']]);
  });

  const whole = xlsx([['Name', 'Weight'], ['x', 1]]);
  const faults: [string, Uint8Array, RegExp][] = [
    ['an archive without a workbook', zipSync({ 'a.txt': strToU8('a') }), /the part xl\/workbook\.xml is missing/],
    ['a file that is cut short', whole.slice(0, -40), /cut short/],
    ['a file whose middle is missing', new Uint8Array([...whole.slice(0, 60), ...whole.slice(200)]), /archive|workbook|unpack/],
    ['a workbook whose sheet is missing', xlsx([], { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }), /the part xl\/ is missing/],
    ['a sheet that is cut short', xlsx([], { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c>' }), /sheet1\.xml: the XML is broken or cut short/],
    ['a reference to a text that is not there', xlsx([], { 'xl/worksheets/sheet1.xml': '<worksheet><row r="4"><c t="s"><v>99</v></c></row></worksheet>' }), /line 4: column 1 refers to a text/],
    ['no archive at all', strToU8('Name,Ticker,Weight\n'), /not a workbook/],
  ];
  it.each(faults)('refuses %s', async (_, bytes, words) => {
    expect(await faultOf(readXlsx('fund.xlsx', bytes, pause))).toMatch(words);
  });

  it('refuses a bomb by the size that it states, before it unpacks any of it', async () => {
    const bomb = xlsx([], { 'xl/worksheets/sheet1.xml': ' '.repeat(17_000_000) });
    expect(bomb.length).toBeLessThan(60_000);
    expect(await faultOf(readXlsx('fund.xlsx', bomb, pause))).toMatch(/sheet1\.xml would unpack to 17000000 bytes/);
  });

  it('refuses a bomb that states less than it unpacks to, as soon as it has unpacked so much', async () => {
    const bomb = xlsx([], { 'xl/worksheets/sheet1.xml': ' '.repeat(12_000_000) });
    const lie = stating(bomb, 12_000_000, 2_000);
    let steps = 0;
    const fault = await faultOf(readXlsx('fund.xlsx', lie, async () => void (steps += 1)));
    expect(fault).toMatch(/sheet1\.xml does not unpack to the 2000 bytes that the archive states/);
    expect(steps).toBeLessThan(3);
  });

  it('refuses a part that unpacks to less than the archive states', async () => {
    const part = xlsx([], { 'xl/worksheets/sheet1.xml': ' '.repeat(3_000) });
    expect(await faultOf(readXlsx('fund.xlsx', stating(part, 3_000, 4_000), pause))).toMatch(/does not unpack to the 4000 bytes/);
  });

  it('refuses more rows than a table of a fund has', async () => {
    const sheet = `<worksheet>${'<row><c><v>1</v></c></row>'.repeat(60_001)}</worksheet>`;
    expect(await faultOf(readXlsx('fund.xlsx', xlsx([], { 'xl/worksheets/sheet1.xml': sheet }), pause))).toMatch(/60001 rows/);
  });
});

/** The archive with another size stated for its parts of the given one. */
function stating(archive: Uint8Array, size: number, stated: number): Uint8Array {
  const lie = archive.slice();
  const view = new DataView(lie.buffer);
  for (let at = 0; at < lie.length - 4; at += 1) {
    if (view.getUint32(at, true) === size) view.setUint32(at, stated, true);
  }
  return lie;
}

describe('readSpreadsheetMl', () => {
  const read = async (xml: string) => Object.fromEntries([...(await readSpreadsheetMl('fund.xls', xml, pause))].map(([name, rows]) => [name, rows.map(({ line, cells }) => [line, ...cells])]));

  it('reads sheets by name, with bare and written ampersands, mark-up in cells, and rows that skip', async () => {
    const xml = spreadsheetMl({ 'P & L': [['S&P 500'], [], ['a', 'A &amp; B', '<strong>bold</strong><br /> & more']] }, '');
    expect(await read(xml)).toEqual({ 'P & L': [[1, 'S&P 500'], [3, 'a', 'A & B', 'bold & more']] });
    const skipping = '<Workbook><Worksheet Name="s"><Table><Row Index="5"><Cell Index="3"><Data>x</Data></Cell></Row><Row><Cell><Data/></Cell></Row><Row/><Row><Cell><Data>y</Data></Cell></Row></Table></Worksheet></Workbook>';
    expect(await read(skipping)).toEqual({ s: [[5, '', '', 'x'], [8, 'y']] });
  });

  it('expands no entity of the document’s own', async () => {
    const xml = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><Workbook><Worksheet Name="s"><Row><Cell><Data>&b;</Data></Cell></Row></Worksheet></Workbook>';
    expect(await read(xml)).toEqual({ s: [[1, '&b;']] });
  });

  it('makes no property of an attribute that would change what objects inherit', async () => {
    await read('<Workbook __proto__="x" constructor="y"><Worksheet Name="__proto__"><Row><Cell><Data>1</Data></Cell></Row></Worksheet></Workbook>');
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it.each(['<Workbook><Worksheet Name="s">', '<Workbook><Row></Workbook>', 'text'])('refuses %s', async (xml) => {
    expect(await faultOf(read(xml))).toMatch(/^fund\.xls: the XML is broken or cut short/);
  });

  it('lets others go first while it reads a long document', async () => {
    let pauses = 0;
    await readSpreadsheetMl('fund.xls', spreadsheetMl({ s: Array.from({ length: 5000 }, (_, at) => [`${at}`, 'x']) }), async () => void (pauses += 1));
    expect(pauses).toBeGreaterThan(2);
  });
});
