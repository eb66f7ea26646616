/** Holdings files that are tables, in text or in a workbook: what stands above the table, and the table's lines. */
import { dayOf, isNone } from './printed.ts';
import { beginningOf, SourceFormatError } from './source-format-error.ts';
import { hasHeader, tableOf } from './csv.ts';
import type { CsvLine, CsvLines, CsvRow, CsvTable } from './csv.ts';
import type { HoldingColumn, HoldingsLayout } from './holdings-layouts.ts';
import { symbolIn } from './holding-lines.ts';
import type { PrintedHolding } from './holding-lines.ts';

/** What a file says of itself and of its lines. */
export interface HoldingsTable {
  readonly layout: HoldingsLayout;
  /** Symbol of the fund; null where the file does not state it. */
  readonly fund: string | null;
  /** "iShares Russell 2000 ETF". */
  readonly fundName: string | null;
  /** `YYYY-MM-DD`; null where the file does not state it. */
  readonly asOf: string | null;
  readonly holdings: readonly PrintedHolding[];
}

const TOTAL = /^(?:grand )?totals?(?: (?:portfolio|investments|holdings|net assets|fund))?:?$/i;

/**
 * Reads a file by the first of the layouts that its header fits.
 *
 * @throws {SourceFormatError} when it fits none, a cell cannot be read, or nothing was published for the day.
 */
export function holdingsTable(file: string, lines: CsvLines, layouts: readonly HoldingsLayout[]): HoldingsTable {
  const layout = layouts.find(({ columns }) => hasHeader(lines, columns)) ?? layouts.at(-1)!;
  const table = tableOf<HoldingColumn>(file, lines, layout.columns);
  const head = headOf(file, table.preamble);
  if (table.rows.length === 0) {
    const day = head.isUnpublished ? ', and its day is “-”' : '';
    throw new SourceFormatError(file, `there is no line below the header${day}: nothing was published for this day`);
  }
  if (head.isUnpublished) throw new SourceFormatError(file, 'the file does not say for which day it is (“-”)');
  const rows = withoutTotal(table);
  return {
    layout,
    fund: sameInAll(rows, 'fund', (row) => symbolOf(row.text('fund'))) ?? head.fund,
    fundName: head.fundName,
    asOf: sameInAll(rows, 'date', (row) => row.day('date')) ?? head.asOf,
    holdings: rows.map((row) => printedHolding(row)),
  };
}

function printedHolding(row: CsvRow<HoldingColumn>): PrintedHolding {
  const given = (column: HoldingColumn): string | null => (isNone(row.text(column)) ? null : row.text(column));
  const symbol = symbolIn(row.text('symbol'));
  const currency = given('currency');
  return {
    place: { line: row.line },
    symbol,
    name: given('name') ?? symbol ?? '',
    sector: given('sector'),
    classes: [given('type'), given('assetClass')].filter((text) => text !== null),
    exchange: given('exchange'),
    weightPercent: weightOf(row),
    marketValueUsd: row.number('marketValue', '$'),
    quantity: row.number('quantity'),
    priceUsd: currency === null || currency === 'USD' ? row.number('price', '$') : null,
  };
}

/** "<0.01" stands for what rounds to nothing. */
function weightOf(row: CsvRow<HoldingColumn>): number | null {
  return /^<\s?0?\.\d+\s?%?$/.test(row.text('weight')) ? 0 : row.number('weight', '%');
}

/** What every row must say alike: one file holds one fund on one day. */
function sameInAll(
  rows: readonly CsvRow<HoldingColumn>[],
  column: HoldingColumn,
  read: (row: CsvRow<HoldingColumn>) => string | null,
): string | null {
  let first: string | null = null;
  for (const row of rows) {
    const value = read(row);
    first ??= value;
    if (value !== null && value !== first) throw row.fault(column, `${beginningOf(value)} was found beside ${beginningOf(first ?? '')}; one for the whole file was expected`);
  }
  return first;
}

/** Some files close with the sum of their lines: "Total", alone in the column of names or of symbols. */
function withoutTotal({ rows }: CsvTable<HoldingColumn>): readonly CsvRow<HoldingColumn>[] {
  const isTotal = (row: CsvRow<HoldingColumn>): boolean => {
    const [name, symbol] = [row.text('name'), row.text('symbol')];
    return (isNone(name) && TOTAL.test(symbol)) || (isNone(symbol) && TOTAL.test(name));
  };
  const at = rows.findIndex(isTotal);
  return at < 0 ? rows : rows.slice(0, at);
}

interface Head {
  readonly fund: string | null;
  readonly fundName: string | null;
  readonly asOf: string | null;
  /** True for the template that issuers serve for days without data: its day is "-". */
  readonly isUnpublished: boolean;
}

const AS_OF = /\bas of(?: date)?:?\s{0,9}/i;
/** "Wednesday, September 30, 2026"; what is longer is a sentence. */
const MAX_DAY = 30;

/** The lines above the table: the fund's name alone on a line, labels with their values, the day somewhere. */
function headOf(file: string, lines: readonly CsvLine[]): Head {
  let fund: string | null = null;
  let fundName: string | null = null;
  let asOf: string | null = null;
  let isUnpublished = false;
  for (const { line, cells } of lines) {
    const [label = '', value = ''] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (/^(?:fund )?(?:ticker|symbol)(?: symbol)?:?$/i.test(label)) fund ??= symbolOf(value);
    else if (/^fund name:?$/i.test(label)) fundName ??= value;
    else if (fundName === null && value === '' && label !== '' && dayOf(label) === null && !AS_OF.test(label)) fundName = label;
    const printed = dayText(label, value);
    if (printed === null) continue;
    if (isNone(printed)) isUnpublished = true;
    else asOf ??= required(dayOf(printed), () => new SourceFormatError(file, `${beginningOf(printed)} is not a date`, { line }));
  }
  return { fund: fund ?? symbolOf(/\(([A-Z]{2,5})\)/.exec(fundName ?? '')?.[1] ?? ''), fundName, asOf, isUnpublished: isUnpublished && asOf === null };
}

/** The text that should be a day, behind "as of" in the same cell or in the next; null where none is announced. */
function dayText(label: string, value: string): string | null {
  for (const [cell, next] of [[label, value], [value, '']] as const) {
    const found = AS_OF.exec(cell);
    const day = found === null ? null : cell.slice(found.index + found[0].length).trim() || next || '-';
    if (day !== null && day.length <= MAX_DAY) return day;
  }
  return /^date:?$/i.test(label) ? value : null;
}

function symbolOf(text: string): string | null {
  return /^[A-Z]{1,5}(?:[./-][A-Z])?$/.test(text.trim()) ? text.trim() : null;
}

function required<T>(value: T | null, fault: () => Error): T {
  if (value === null) throw fault();
  return value;
}
