import type { CellPlace } from '../text/document.ts';

/** The HTML standard's own limits for the two attributes. */
const MAX_COLUMN_SPAN = 1000;
const MAX_ROW_SPAN = 65_534;

/** Finds the row and column of each cell of one table, in the order in which cells stand in the source. */
export class TableGrid {
  readonly #table: number;
  readonly #hasHeaderCells: boolean;
  /** For each column: the first row in which it is free again. */
  readonly #freeFrom: number[] = [];
  #row = -1;
  #column = 0;

  /** @param table number of the table on its page or fragment */
  constructor(table: number, element: Element) {
    this.#table = table;
    this.#hasHeaderCells = element.querySelector('th') !== null;
  }

  startRow(): void {
    this.#row += 1;
    this.#column = 0;
  }

  /** The place of the next cell of the row. A cell over several columns or rows has its first one. */
  place(cell: Element): CellPlace {
    if (this.#row < 0) this.startRow();
    while ((this.#freeFrom[this.#column] ?? 0) > this.#row) this.#column += 1;
    const column = this.#column;
    const columns = spanOf(cell, 'colspan', MAX_COLUMN_SPAN);
    const rows = spanOf(cell, 'rowspan', MAX_ROW_SPAN);
    if (rows > 1) {
      for (let covered = column; covered < column + columns; covered += 1) {
        this.#freeFrom[covered] = this.#row + rows;
      }
    }
    this.#column += columns;
    const header = cell.localName === 'th' || (!this.#hasHeaderCells && this.#row === 0);
    return { table: this.#table, row: this.#row, column, header };
  }
}

function spanOf(cell: Element, attribute: string, most: number): number {
  const written = cell.getAttribute(attribute);
  if (written === null) return 1;
  const value = Number.parseInt(written, 10);
  if (attribute === 'rowspan' && value === 0) return most; // "to the end of the row group"
  return Number.isFinite(value) && value > 0 ? Math.min(value, most) : 1;
}

/**
 * Whether a table holds data. Tables for layout are told by their role, by tables inside, or by having a single column.
 */
export function isDataTable(table: Element): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return false;
  if (table.querySelector('th, caption, thead') !== null) return true;
  if (table.querySelector('table') !== null) return false;
  return table.querySelector('td + td') !== null;
}
