/** Where in a file a fault lies. */
export interface FaultPlace {
  /** Line of a text file, from 1. */
  readonly line?: number;
  /** Entry of a list inside JSON, from 1. */
  readonly row?: number;
  /** Title of the column, or name of the field. */
  readonly column?: string;
}

/**
 * A source's file that does not hold what it should; the message names the file, the place and the fault for a person to
 * read: `IWM.csv, line 12, “Market Value”: “abc” is not a number`.
 */
export class SourceFormatError extends Error {
  override readonly name = 'SourceFormatError';

  readonly file: string;
  readonly fault: string;
  readonly place: FaultPlace;

  constructor(file: string, fault: string, place: FaultPlace = {}) {
    const { line, row, column } = place;
    const where = [
      file,
      line === undefined ? '' : `line ${line}`,
      row === undefined ? '' : `row ${row}`,
      column === undefined ? '' : `“${column}”`,
    ];
    super(`${where.filter((part) => part !== '').join(', ')}: ${fault}`);
    this.file = file;
    this.fault = fault;
    this.place = place;
  }
}

/** The beginning of a text for a fault's message, on one line: `“Get your apikey: …”`. */
export function beginningOf(text: string, length = 60): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return `“${line.length > length ? `${line.slice(0, length).trimEnd()}…` : line}”`;
}
