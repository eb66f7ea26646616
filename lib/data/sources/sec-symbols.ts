/**
 * SEC's lists of symbols, `https://www.sec.gov/files/company_tickers.json`, `company_tickers_exchange.json` (with the
 * exchange) and `company_tickers_mf.json` (funds, without names). Public domain, renewed by SEC about every day, ordered
 * roughly by market value; share classes are written with a dash.
 */
import { z } from 'zod';
import type { Instrument } from '../../market/instrument.ts';
import { instrumentsOf, isFundName } from './listed-security.ts';
import type { ListedSecurity } from './listed-security.ts';
import { bodyOf } from './body.ts';
import { SourceFormatError } from './source-format-error.ts';

/** SEC's words for exchanges (as counted in December 2025) to market identifiers. */
const MARKETS: Readonly<Record<string, string>> = {
  Nasdaq: 'XNAS',
  NYSE: 'XNYS',
  NYS: 'XNYS',
  CBOE: 'BATS',
  OTC: 'OTCM',
};

const companyTickersSchema = z.record(
  z.string().regex(/^\d+$/),
  z.object({ cik_str: z.int(), ticker: z.string(), title: z.string() }),
);

const tableSchema = z.object({ fields: z.array(z.string()), data: z.array(z.array(z.unknown())) });
type Table = z.infer<typeof tableSchema>;

const cellSchema = z.union([z.string(), z.int(), z.null()]);

/** A symbol of the funds' file; it also holds `n/a`, empty ones, and some in parentheses. */
const FUND_SYMBOL = /^\(?([A-Z0-9]{1,6})\)?$/;

/**
 * Instruments of `company_tickers.json`: no exchange, no sector, companies by their first symbol.
 *
 * @throws {SourceFormatError} when the text is not that file, is cut short, or is empty.
 */
export function parseCompanyTickers(text: string, file = 'company_tickers.json'): Instrument[] {
  const parsed = companyTickersSchema.safeParse(jsonOf(file, text));
  if (!parsed.success) throw new SourceFormatError(file, firstIssue(parsed.error));
  const rows = Object.values(parsed.data).map(({ ticker, title }) => company(ticker, title, null));
  return required(file, instrumentsOf(rows));
}

/**
 * Instruments of `company_tickers_exchange.json`, with the market identifier where SEC states the exchange.
 *
 * @throws {SourceFormatError} when the text is not that file, is cut short, or is empty.
 */
export function parseCompanyTickersExchange(text: string, file = 'company_tickers_exchange.json'): Instrument[] {
  const table = tableOf(file, text);
  const cell = cellReader(file, table, ['name', 'ticker', 'exchange']);
  const rows = table.data.map((row, at) => {
    const exchange = cell(row, at, 'exchange');
    return company(cell(row, at, 'ticker') ?? '', cell(row, at, 'name') ?? '', MARKETS[exchange ?? ''] ?? null);
  });
  return required(file, instrumentsOf(rows));
}

/**
 * Instruments of `company_tickers_mf.json`: symbols of mutual funds and ETFs. The file has no names; a fund is called
 * by its symbol.
 *
 * @throws {SourceFormatError} when the text is not that file, is cut short, or is empty.
 */
export function parseFundTickers(text: string, file = 'company_tickers_mf.json'): Instrument[] {
  const table = tableOf(file, text);
  const cell = cellReader(file, table, ['symbol']);
  const rows = table.data.flatMap((row, at): ListedSecurity[] => {
    const symbol = FUND_SYMBOL.exec((cell(row, at, 'symbol') ?? '').trim().toUpperCase())?.[1];
    return symbol === undefined ? [] : [{ symbol, name: `${symbol} fund`, exchange: null, kind: 'fund' }];
  });
  return required(file, instrumentsOf(rows));
}

/** Any of SEC's three lists, told apart by content. */
export function parseSecSymbols(text: string, file: string): Instrument[] {
  const json = jsonOf(file, text);
  const table = tableSchema.safeParse(json);
  if (!table.success) return parseCompanyTickers(text, file);
  return table.data.fields.includes('classId') ? parseFundTickers(text, file) : parseCompanyTickersExchange(text, file);
}

function company(symbol: string, name: string, exchange: string | null): ListedSecurity {
  return { symbol, name, exchange, kind: isFundName(name) ? 'fund' : 'stock' };
}

function jsonOf(file: string, text: string): unknown {
  const body = bodyOf(file, text).trim();
  try {
    return JSON.parse(body);
  } catch {
    const whole = body.endsWith('}');
    throw new SourceFormatError(file, whole ? 'this is not JSON' : 'the JSON is cut short');
  }
}

function tableOf(file: string, text: string): Table {
  const parsed = tableSchema.safeParse(jsonOf(file, text));
  if (!parsed.success) throw new SourceFormatError(file, firstIssue(parsed.error));
  return parsed.data;
}

/** Reads a cell by its column's name, so that a column more or another order does no harm. */
function cellReader<F extends string>(file: string, table: Table, wanted: readonly F[]) {
  const columns = new Map(wanted.map((field) => [field, table.fields.indexOf(field)]));
  for (const [field, column] of columns) {
    if (column < 0) throw new SourceFormatError(file, `there is no column “${field}”`);
  }
  return (row: readonly unknown[], at: number, field: F): string | null => {
    const parsed = cellSchema.safeParse(row[columns.get(field) ?? -1]);
    if (!parsed.success) throw new SourceFormatError(file, `row ${at + 1}: “${field}” is missing or not text`);
    return parsed.data === null ? null : String(parsed.data);
  };
}

function required(file: string, instruments: Instrument[]): Instrument[] {
  if (instruments.length === 0) throw new SourceFormatError(file, 'there is no symbol in it');
  return instruments;
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  const where = issue === undefined ? '' : ` (${issue.path.join('.') || 'top level'}: ${issue.message})`;
  return `not a symbol list of SEC${where}`;
}
