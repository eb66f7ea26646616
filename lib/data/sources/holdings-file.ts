/** Holdings files that readers bring themselves: any issuer's, as text or as a workbook. */
import type { FundHoldings, HoldingLine } from '../../market/holdings.ts';
import type { InstrumentId } from '../../market/instrument.ts';
import { canonicalSymbol } from '../../market/names.ts';
import { bodyOf, textOf } from './body.ts';
import { csvLines, csvLinesOf, hasHeader } from './csv.ts';
import type { CsvLine, CsvLines } from './csv.ts';
import { holdingsSummary } from './fund-part.ts';
import { holdingLines } from './holding-lines.ts';
import { LAYOUTS } from './holdings-layouts.ts';
import { holdingsTable } from './holdings-table.ts';
import { notAfter } from './plausible.ts';
import { dayOf } from './printed.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { SourceContext } from './source.ts';
import { readSpreadsheetMl } from './spreadsheet-ml.ts';
import { readXlsx } from './xlsx.ts';

/** What a reader's file holds. What it does not say, its name may suggest; the reader decides. */
export interface HoldingsFile {
  /** "iShares", "symbols and weights". */
  readonly layout: string;
  readonly fund: InstrumentId | null;
  readonly fundName: string | null;
  /** `YYYY-MM-DD`. */
  readonly asOf: string | null;
  readonly suggested: { readonly fund: InstrumentId | null; readonly asOf: string | null };
  readonly lines: readonly HoldingLine[];
  /** "1,915 holdings". */
  readonly summary: string;
}

/**
 * Reads a holdings file of iShares, State Street, Invesco, Vanguard or ARK, or any table with symbols and weights, by the
 * titles of its columns: CSV with commas, semicolons or tabs, `.xlsx`, or the XML workbook of iShares.
 *
 * @param name File name, for the faults and for what it suggests (`IWM_holdings_2026-05-05.csv`).
 * @throws {SourceFormatError} with line, column and what was expected; nothing of the file is used then.
 */
export async function parseHoldingsFile(name: string, body: string | Uint8Array, context: SourceContext): Promise<HoldingsFile> {
  const lines = await linesOf(name, body, context.pause);
  await context.pause();
  const { layout, fund, fundName, asOf, holdings } = holdingsTable(name, lines, LAYOUTS);
  await context.pause();
  const read = holdingLines(name, holdings);
  return {
    layout: layout.name,
    fund: fund === null ? null : canonicalSymbol(fund),
    fundName,
    asOf: asOf === null ? null : notAfter(name, asOf, context.today),
    suggested: { fund: fundIn(name), asOf: dayIn(name, context.today) },
    lines: read,
    summary: holdingsSummary({ lines: read }),
  };
}

/** A reader's file as the holdings of the fund and of the day that the reader confirmed. */
export function ownHoldings(name: string, { lines }: HoldingsFile, fund: InstrumentId, asOf: string): FundHoldings {
  return { fund, asOf, lines, source: { title: `Your file ${name}`, url: null }, ownFile: name };
}

async function linesOf(name: string, body: string | Uint8Array, pause: () => Promise<void>): Promise<CsvLines> {
  if (typeof body !== 'string' && body[0] === 0x50 && body[1] === 0x4b) return csvLinesOf(await readXlsx(name, body, pause));
  const text = typeof body === 'string' ? bodyOf(name, body, 'markup') : textOf(name, body, 'markup');
  if (!text.trimStart().startsWith('<')) return separated(text);
  const sheets = await readSpreadsheetMl(name, text, pause);
  const sheet = sheets.get('Holdings') ?? [...sheets.values()].find((rows) => isTable(csvLinesOf(rows)));
  if (sheet === undefined) throw new SourceFormatError(name, 'there is no sheet “Holdings” in it');
  return csvLinesOf(sheet satisfies readonly CsvLine[]);
}

const isTable = (lines: CsvLines): boolean => LAYOUTS.some(({ columns }) => hasHeader(lines, columns));

/** Spreadsheet programs of many countries part cells by semicolons. */
function separated(text: string): CsvLines {
  const commas = csvLines(text);
  if (isTable(commas)) return commas;
  return ([';', '\t'] as const).map((separator) => csvLines(text, { separator })).find(isTable) ?? commas;
}

/** The symbol that begins a name: "IWM_holdings.csv", or that ends it as State Street's: "holdings-daily-us-en-spy.xlsx". */
function fundIn(name: string): InstrumentId | null {
  const found = /^([A-Z]{2,5})(?![A-Za-z])/.exec(name)?.[1] ?? /^holdings-daily-us-en-([a-z]{2,5})\b/.exec(name)?.[1];
  return found?.toUpperCase() ?? null;
}

function dayIn(name: string, today: string): string | null {
  const day = dayOf(/\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? /(?<!\d)\d{8}(?!\d)/.exec(name)?.[0] ?? '');
  return day !== null && day <= today ? day : null;
}
