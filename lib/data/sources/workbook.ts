/** What workbooks have in common, whatever they are written in. */
import type { CsvLine } from './csv.ts';
import { SourceFormatError } from './source-format-error.ts';

/** No table of holdings or prices has more; cells further right are not read. */
export const MAX_COLUMNS = 100;

/** Nor more rows: the daily history of 60 years has 15,000. */
const MAX_ROWS = 60_000;

/**
 * The rows with empty cells to the width of the widest, as a workbook leaves out what stands empty at their end. A row of
 * a single cell stays so: it is a title or a disclaimer and no part of a table.
 *
 * @throws {SourceFormatError} when there are more than a table may have.
 */
export function squared(file: string, rows: readonly CsvLine[]): CsvLine[] {
  if (rows.length > MAX_ROWS) throw new SourceFormatError(file, `${rows.length} rows are more than any table of a fund has`);
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return rows.map(({ line, cells }) => ({ line, cells: cells.length === 1 ? cells : Array.from({ length: width }, (_, at) => cells[at] ?? '') }));
}
