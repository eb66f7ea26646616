/**
 * Tables in text files and workbooks. The header is found by its titles, wherever it stands, and columns are taken by
 * title: issuers move both. papaparse splits the lines; everything else is decided here.
 */
import Papa from 'papaparse';
import { dayOf, isNone, numberOf } from './printed.ts';
import { beginningOf, SourceFormatError } from './source-format-error.ts';

/** A column to be read. */
export interface CsvColumn {
  /** Titles that the column has had, the usual one first. Letter case and white space do not matter. */
  readonly titles: readonly [string, ...string[]];
  /** A table without it is still read; its cells are then without a value. */
  readonly optional?: boolean;
}

/** A line of a text file, or a row of a workbook, with its cells. */
export interface CsvLine {
  /** As the reader's own program counts it, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The lines of a file before a table is looked for in them. */
export interface CsvLines {
  readonly lines: readonly CsvLine[];
  /** What is wrong with the quotation marks of a line, by its place in `lines`. */
  readonly faults: ReadonlyMap<number, string>;
}

export interface CsvTable<K extends string> {
  /** What stands above the header: titles, dates. */
  readonly preamble: readonly CsvLine[];
  readonly header: CsvLine;
  readonly rows: readonly CsvRow<K>[];
  /** What stands below the table: disclaimers, times of creation. Whether a file must have it is the source's to say. */
  readonly rest: readonly CsvLine[];
}

export interface CsvOptions {
  /** A comma when left out. */
  readonly separator?: ',' | ';' | '\t' | '|';
  /** False where a quotation mark is a letter like any other. */
  readonly quoted?: boolean;
}

/** The header is looked for among so many lines. */
const HEADER_WITHIN = 100;

const UNCLOSED = 'a quotation that begins here is not closed: the file is cut short';
const MISPLACED = 'a quotation mark stands where none may be';

type Columns<K> = ReadonlyMap<K, { readonly at: number; readonly title: string }>;

/** One row of a table; cells are read by column and a fault names line and title. */
export class CsvRow<K extends string> {
  /** From 1. */
  readonly line: number;
  private readonly file: string;
  private readonly cells: readonly string[];
  private readonly columns: Columns<K>;

  constructor(file: string, { line, cells }: CsvLine, columns: Columns<K>) {
    this.line = line;
    this.file = file;
    this.cells = cells;
    this.columns = columns;
  }

  /** The cell without white space around it; empty for an optional column that the table lacks. */
  text(column: K): string {
    return this.cells[this.columns.get(column)?.at ?? -1]?.trim() ?? '';
  }

  /**
   * The number in a cell, with or without the unit; null where the cell says that there is none ("-", "--", empty).
   *
   * @throws {SourceFormatError} when the cell holds something else.
   */
  number(column: K, unit: '' | '$' | '%' | 'x' = ''): number | null {
    const text = this.text(column);
    if (isNone(text)) return null;
    const number = numberOf(text, unit);
    if (number === null) throw this.fault(column, `${beginningOf(text)} is not a number`);
    return number;
  }

  /**
   * The day in a cell, `YYYY-MM-DD`; null where the cell says that there is none.
   *
   * @throws {SourceFormatError} when the cell holds something else.
   */
  day(column: K): string | null {
    const text = this.text(column);
    if (isNone(text)) return null;
    const day = dayOf(text);
    if (day === null) throw this.fault(column, `${beginningOf(text)} is not a date`);
    return day;
  }

  /** An error that names this line and the column's title. */
  fault(column: K, fault: string): SourceFormatError {
    return new SourceFormatError(this.file, fault, { line: this.line, column: this.columns.get(column)?.title ?? column });
  }
}

/**
 * The table in a text, without byte order mark.
 *
 * @throws {SourceFormatError} as `tableOf` does.
 */
export function csvTable<K extends string>(
  file: string,
  text: string,
  wanted: Readonly<Partial<Record<K, CsvColumn>>>,
  options: CsvOptions = {},
): CsvTable<K> {
  return tableOf(file, csvLines(text, options), wanted);
}

/** Whether some line has a title of every column that is not optional. */
export function hasHeader({ lines }: CsvLines, wanted: Readonly<Record<string, CsvColumn>>): boolean {
  const needed = neededOf(wanted);
  return lines.slice(0, HEADER_WITHIN).some(({ cells }) => isHeader(cells, needed));
}

/**
 * The table in the lines.
 *
 * The header is the first line that has a title of every column which is not optional. The table ends at a line of a
 * single cell, or of another width behind a blank line: disclaimers run over several lines, quoted or not. Any other line
 * of another width is a fault. Titles out of the file never become keys.
 *
 * @throws {SourceFormatError} when no line has the titles, two columns share one, a row has another number of cells than
 * the header, or a quotation is not closed.
 */
export function tableOf<K extends string>(
  file: string,
  { lines, faults }: CsvLines,
  wanted: Readonly<Partial<Record<K, CsvColumn>>>,
): CsvTable<K> {
  const at = headerAt(file, lines, faults, wanted as Readonly<Record<string, CsvColumn>>);
  const header = lines[at]!;
  const columns = columnsOf(file, header, wanted);
  const rows: CsvRow<K>[] = [];
  let end = at + 1;
  let afterBlank = false;
  for (; end < lines.length; end += 1) {
    const { line, cells } = lines[end]!;
    const fault = faults.get(end);
    if (fault === UNCLOSED) throw new SourceFormatError(file, fault, { line });
    if (cells.every((cell) => cell.trim() === '')) {
      afterBlank = true;
      continue;
    }
    const fits = hasWidth(cells, header.cells.length);
    if (!fits && (afterBlank || (cells.length === 1 && fault === undefined))) break;
    if (fault !== undefined) throw new SourceFormatError(file, fault, { line });
    if (!fits) {
      throw new SourceFormatError(file, `${cells.length} cells were found, ${header.cells.length} expected, as in the header`, { line });
    }
    rows.push(new CsvRow(file, { line, cells }, columns));
    afterBlank = false;
  }
  return { preamble: lines.slice(0, at), header, rows, rest: lines.slice(end) };
}

/** A spreadsheet may end rows with empty cells beyond the header's. */
function hasWidth(cells: readonly string[], width: number): boolean {
  return cells.length >= width && cells.slice(width).every((cell) => cell.trim() === '');
}

/** Rows of a workbook, whose cells cannot be mistaken. */
export function csvLinesOf(rows: readonly CsvLine[]): CsvLines {
  return { lines: rows, faults: new Map() };
}

/** The lines of a text, without byte order mark; blank ones are kept. A quotation may run over several. */
export function csvLines(text: string, { separator = ',', quoted = true }: CsvOptions = {}): CsvLines {
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), {
    delimiter: separator,
    newline: '\n',
    // No file has this character; papaparse cannot be told to leave quotation marks alone.
    quoteChar: quoted ? '"' : '\u0001',
  });
  let next = 1;
  const lines = data.map((cells): CsvLine => {
    const line = next;
    next += 1 + cells.reduce((breaks, cell) => breaks + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
    return { line, cells };
  });
  const faults = new Map<number, string>();
  for (const { type, code, row } of errors) {
    if (type === 'Quotes' && row !== undefined) faults.set(row, code === 'MissingQuotes' ? UNCLOSED : MISPLACED);
  }
  return { lines, faults };
}

const titleKey = (title: string): string => title.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

const isTitleOf = (cell: string, column: CsvColumn): boolean => column.titles.some((title) => titleKey(title) === titleKey(cell));

const neededOf = (wanted: Readonly<Record<string, CsvColumn>>) => Object.values(wanted).filter(({ optional }) => optional !== true);

const missingIn = (cells: readonly string[], needed: readonly CsvColumn[]) => needed.filter((column) => !cells.some((cell) => isTitleOf(cell, column)));

/** A line of one cell heads no table of several columns. */
const isHeader = (cells: readonly string[], needed: readonly CsvColumn[]): boolean =>
  (cells.length > 1 || needed.length <= 1) && missingIn(cells, needed).length === 0;

function headerAt(
  file: string,
  lines: readonly CsvLine[],
  faults: ReadonlyMap<number, string>,
  wanted: Readonly<Record<string, CsvColumn>>,
): number {
  const needed = neededOf(wanted);
  let best = { at: -1, found: 0, missing: needed };
  for (const [at, { cells }] of lines.slice(0, HEADER_WITHIN).entries()) {
    if (isHeader(cells, needed)) return at;
    const missing = missingIn(cells, needed);
    if (cells.length > 1 && needed.length - missing.length > best.found) best = { at, found: needed.length - missing.length, missing };
  }
  const titles = (columns: readonly CsvColumn[]) => columns.map(({ titles: [first] }) => `“${first}”`).join(', ');
  const header = lines[best.at];
  const [broken] = faults;
  if (broken !== undefined) throw new SourceFormatError(file, broken[1], { line: lines[broken[0]]?.line ?? 1 });
  if (header === undefined) {
    throw new SourceFormatError(file, `a header with ${titles(needed)} was expected, but the file begins ${beginningOf(lines.map(({ cells }) => cells.join(',')).slice(0, 5).join(' '))}`);
  }
  throw new SourceFormatError(file, `there is no column ${titles(best.missing)} beside ${beginningOf(header.cells.join(', '), 120)}`, { line: header.line });
}

function columnsOf<K extends string>(file: string, header: CsvLine, wanted: Readonly<Partial<Record<K, CsvColumn>>>): Columns<K> {
  const columns = new Map<K, { at: number; title: string }>();
  for (const [key, column] of Object.entries(wanted) as [K, CsvColumn][]) {
    const places = header.cells.flatMap((cell, at) => (isTitleOf(cell, column) ? [at] : []));
    if (places.length > 1) {
      throw new SourceFormatError(file, 'two columns have this title', { line: header.line, column: column.titles[0] });
    }
    const [at] = places;
    if (at !== undefined) columns.set(key, { at, title: header.cells[at]!.trim() });
  }
  return columns;
}
