/** Office Open XML workbooks (`.xlsx`, ECMA-376): a ZIP archive of XML parts, of which the first sheet is read. */
import { strFromU8, Unzip, UnzipInflate, unzipSync } from 'fflate';
import type { CsvLine } from './csv.ts';
import { SourceFormatError } from './source-format-error.ts';
import { MAX_COLUMNS, squared } from './workbook.ts';
import { readXml } from './xml.ts';
import type { XmlReader } from './xml.ts';

/** A part of a fund's workbook, unpacked. The largest seen has 0.2 MB. */
const MAX_PART_BYTES = 16_000_000;
/** So little is unpacked at a time that what comes out of it (at most 1032 times as much) is refused before it fills memory. */
const STEP_BYTES = 4096;

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
const SHEETS = 'xl/worksheets/';

/**
 * Rows of the workbook's first sheet, from first to last; rows without values are left out. Numbers are given as they
 * stand in the file (`2.89183866E8`), dates as the number of days that they are stored as.
 *
 * @throws {SourceFormatError} when the file is no workbook, is cut short, or unpacks to more than it states or may.
 */
export async function readXlsx(file: string, bytes: Uint8Array, pause: () => Promise<void>): Promise<readonly CsvLine[]> {
  const parts = await unpacked(file, bytes, declaredSizes(file, bytes), pause);
  const part = (name: string): string => {
    const text = parts.get(name);
    if (text === undefined) throw new SourceFormatError(file, `not a workbook: the part ${name} is missing`);
    return text;
  };
  const read = (name: string, reader: XmlReader): Promise<void> => readXml(`${file}, ${name}`, part(name), reader, pause);

  let id: string | null = null;
  await read(WORKBOOK, { open: (name, attribute) => void (name === 'sheet' && (id ??= attribute('id'))) });
  let target = '';
  await read(RELATIONS, { open: (name, attribute) => void (name === 'Relationship' && attribute('Id') === id && (target ||= attribute('Target') ?? '')) });
  const strings: string[] = [];
  if (parts.has(STRINGS)) await read(STRINGS, stringsReader(strings));
  const rows: CsvLine[] = [];
  await read(target.startsWith('/') ? target.slice(1) : `xl/${target}`, rowsReader(file, strings, rows));
  return squared(file, rows);
}

/** The sizes that the archive states for the parts that are read, taken from its directory without unpacking any. */
function declaredSizes(file: string, bytes: Uint8Array): Map<string, number> {
  const sizes = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if ([WORKBOOK, RELATIONS, STRINGS].includes(name) || name.startsWith(SHEETS)) sizes.set(name, originalSize);
        return false;
      },
    });
  } catch {
    throw new SourceFormatError(file, 'not a workbook (.xlsx), or cut short: the directory of the archive is missing');
  }
  for (const [name, size] of sizes) {
    if (size > MAX_PART_BYTES) throw new SourceFormatError(file, `${name} would unpack to ${size} bytes, more than any fund’s workbook has`);
  }
  return sizes;
}

async function unpacked(
  file: string,
  bytes: Uint8Array,
  sizes: ReadonlyMap<string, number>,
  pause: () => Promise<void>,
): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  let fault: SourceFormatError | null = null;
  const archive = new Unzip((entry) => {
    const size = sizes.get(entry.name);
    if (size === undefined) return;
    const whole = new Uint8Array(size);
    let at = 0;
    entry.ondata = (error, chunk, isLast) => {
      if (error !== null || at + chunk.length > size || (isLast && at + chunk.length < size)) {
        fault ??= new SourceFormatError(file, `${entry.name} does not unpack to the ${size} bytes that the archive states`);
        entry.terminate();
        return;
      }
      whole.set(chunk, at);
      at += chunk.length;
      if (isLast) parts.set(entry.name, strFromU8(whole));
    };
    entry.start();
  });
  archive.register(UnzipInflate);
  for (let from = 0; from < bytes.length && fault === null; from += STEP_BYTES) {
    try {
      archive.push(bytes.subarray(from, from + STEP_BYTES), from + STEP_BYTES >= bytes.length);
    } catch {
      fault ??= new SourceFormatError(file, 'the archive is broken or cut short');
    }
    await pause();
  }
  if (fault !== null) throw fault;
  return parts;
}

/** Fills the list with the texts that cells refer to by number. Phonetic guides (`rPh`) are no part of a text. */
function stringsReader(strings: string[]): XmlReader {
  let current: string | null = null;
  let isText = false;
  let isGuide = false;
  return {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') isText = true;
      else if (name === 'rPh') isGuide = true;
    },
    text(text) {
      if (current !== null && isText && !isGuide) current += text;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isGuide = false;
      else if (name === 'si' && current !== null) {
        strings.push(current.trim());
        current = null;
      }
    },
  };
}

/** Fills the list with the sheet's rows. */
function rowsReader(file: string, strings: readonly string[], rows: CsvLine[]): XmlReader {
  let cells: string[] = [];
  let line = 0;
  let column = 0;
  let type: string | null = null;
  let value: string | null = null;
  let isValue = false;
  return {
    open(name, attribute) {
      if (name === 'row') {
        const stated = attribute('r') ?? '';
        line = /^\d{1,7}$/.test(stated) ? Number(stated) : line + 1;
        cells = [];
        column = 0;
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        type = attribute('t');
        value = null;
      } else if (name === 'v' || name === 't') {
        isValue = true;
      }
    },
    text(text) {
      if (isValue) value = (value ?? '') + text;
    },
    close(name) {
      if (name === 'v' || name === 't') {
        isValue = false;
      } else if (name === 'c' && value !== null && column <= MAX_COLUMNS) {
        const text = type === 's' ? strings[Number(value)] : value;
        if (text === undefined) throw new SourceFormatError(file, `column ${column} refers to a text that the workbook does not hold`, { line });
        while (cells.length < column - 1) cells.push('');
        cells[column - 1] = text.trim();
      } else if (name === 'row' && cells.some((cell) => cell !== '')) {
        rows.push({ line, cells });
      }
    },
  };
}

/** `B` of `B12` is 2. Null where the cell does not state its place. */
function columnOf(reference: string | null): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  return letters === undefined ? null : letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
