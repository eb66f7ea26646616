/**
 * SpreadsheetML 2003, the XML workbook that iShares serves under the name `.xls`. The format is described in Microsoft's
 * "XML Spreadsheet Reference"; what issuers make of it (two byte order marks, bare ampersands, mark-up in cells) is read too.
 */
import type { CsvLine } from './csv.ts';
import { MAX_COLUMNS, squared } from './workbook.ts';
import { readXml } from './xml.ts';

/**
 * The sheets of a workbook by name, each with its rows from first to last; rows without cells are left out.
 *
 * @throws {SourceFormatError} when the document is broken or cut short.
 */
export async function readSpreadsheetMl(
  file: string,
  xml: string,
  pause: () => Promise<void>,
): Promise<ReadonlyMap<string, readonly CsvLine[]>> {
  const sheets = new Map<string, CsvLine[]>();
  let rows: CsvLine[] = [];
  let cells: string[] = [];
  let line = 0;
  let column = 0;
  let data: string | null = null;
  await readXml(
    file,
    xml,
    {
      open(name, attribute) {
        if (name === 'Worksheet') {
          rows = [];
          line = 0;
          sheets.set(attribute('Name') ?? '', rows);
        } else if (name === 'Row') {
          line = indexOr(attribute('Index'), line + 1);
          column = 0;
          cells = [];
        } else if (name === 'Cell') {
          column = indexOr(attribute('Index'), column + 1);
        } else if (name === 'Data') {
          data = '';
        }
      },
      text(text) {
        if (data !== null) data += text;
      },
      close(name) {
        if (name === 'Data' && data !== null) {
          if (column <= MAX_COLUMNS) {
            while (cells.length < column - 1) cells.push('');
            cells[column - 1] = data.trim();
          }
          data = null;
        } else if (name === 'Row' && cells.some((cell) => cell !== '')) {
          rows.push({ line, cells });
        }
      },
    },
    pause,
  );
  return new Map([...sheets].map(([name, found]) => [name, squared(file, found)]));
}

/** Rows and cells that skip some state their place, counted from 1. */
function indexOr(index: string | null, next: number): number {
  return index !== null && /^\d{1,7}$/.test(index) ? Number(index) : next;
}
