/**
 * SEC's lists of symbols: `company_tickers_exchange.json` (companies with exchange and number), `company_tickers_mf.json`
 * (funds, without names) and, as fallback for the first, `company_tickers.json` (`sec-tickers.ts`). Public domain, renewed
 * by SEC about every day, ordered roughly by market value; share classes are written with a dash.
 */
import { z } from 'zod';
import type { Instrument } from '../../market/instrument.ts';
import { listedSymbol } from '../../market/symbols.ts';
import { bodyOf, textOf } from './body.ts';
import { rawJson, shapeOf } from './json.ts';
import { instrumentsInSteps, instrumentsOf, isFundName, unnamedFund } from './listed-security.ts';
import type { ListedSecurity } from './listed-security.ts';
import { counted } from './printed.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { SourceContext, SourcePart, SourceSpec } from './source.ts';

/** A company as SEC lists it. */
export interface FilerSecurity extends ListedSecurity {
  readonly cik: number;
}

/** SEC's words for exchanges (as counted in December 2025) to market identifiers. */
const MARKETS: ReadonlyMap<string, string> = new Map([
  ['Nasdaq', 'XNAS'],
  ['NYSE', 'XNYS'],
  ['NYS', 'XNYS'],
  ['CBOE', 'BATS'],
  ['OTC', 'OTCM'],
]);

const WHAT = 'a symbol list of SEC';

/** SEC's number of a filer, of at most ten digits. */
const Cik = z.int().positive().max(9_999_999_999);

/** The longest name of December 2025 has 71 letters. */
const Name = z.string().trim().min(1).max(300);

/** The longest symbol of December 2025 has 7 letters and signs. */
const Symbol = z.string().regex(/^[A-Z0-9][A-Z0-9.-]{0,13}$/i, 'is not a symbol');

const CompanyTickers = z.record(z.string().regex(/^\d+$/), z.object({ cik_str: Cik, ticker: Symbol, title: Name }));

const Table = z.object({ fields: z.array(z.string().max(100)).max(50), data: z.array(z.unknown()) });

/** Cells by the title of their column. */
const COMPANY_CELLS = { cik: Cik, name: Name, ticker: Symbol, exchange: Name.nullable() };
const FUND_CELLS = { symbol: z.string().max(30) };

/** A symbol of the funds' file; it also holds `n/a`, empty ones, and some in parentheses or lower case. */
const FUND_SYMBOL = /^\(?([A-Z0-9]{1,6})\)?$/;

/** The companies of `company_tickers.json`: without exchange. */
export function companyTickers(file: string, json: unknown): FilerSecurity[] {
  const rows = Object.values(shapeOf(file, json, CompanyTickers, WHAT));
  return required(file, rows.map(({ cik_str: cik, ticker, title }) => company(cik, ticker, title, null)));
}

/** The companies of `company_tickers_exchange.json`, with the market identifier where SEC states the exchange. */
function companyTickersExchange(file: string, json: unknown): FilerSecurity[] {
  const rows = tableRows(file, json, COMPANY_CELLS);
  const market = (exchange: string | null) => MARKETS.get(exchange ?? '') ?? null;
  return required(file, rows.map(({ cik, ticker, name, exchange }) => company(cik, ticker, name, market(exchange))));
}

/** The funds of `company_tickers_mf.json`, mutual funds and ETFs; each is called by its symbol, as the file has no names. */
function fundTickers(file: string, json: unknown): Instrument[] {
  const rows = tableRows(file, json, FUND_CELLS);
  const symbols = rows.flatMap(({ symbol }) => FUND_SYMBOL.exec(symbol.trim().toUpperCase())?.[1] ?? []);
  return required(file, [...new Set(symbols)].map(unnamedFund));
}

/**
 * Any of SEC's three lists, told apart by content.
 *
 * @throws {SourceFormatError} when the text is none of them, is cut short, or is empty.
 */
export function parseSecSymbols(text: string, file: string): Instrument[] {
  const json = rawJson(file, bodyOf(file, text));
  const table = Table.safeParse(json);
  if (!table.success) return instrumentsOf(companyTickers(file, json));
  return table.data.fields.includes('classId') ? fundTickers(file, json) : instrumentsOf(companyTickersExchange(file, json));
}

/** Companies as a part, with SEC's number of each. */
export async function companiesPart(companies: readonly FilerSecurity[], { pause }: SourceContext): Promise<SourcePart> {
  const filers = new Map(companies.map(({ symbol, cik }) => [listedSymbol(symbol), cik]));
  const instruments = await instrumentsInSteps(companies, pause);
  return { asOf: null, summary: counted(instruments.length, 'symbol of companies', 'symbols of companies'), instruments, filers };
}

export const SEC_TERMS =
  'Public data of the United States government, free for any use; SEC asks programs to name themselves and to send at ' +
  'most ten requests a second.';

export const SEC_SYMBOLS: SourceSpec = {
  id: 'sec-symbols',
  group: 'sec',
  title: 'SEC company and fund symbols',
  gives: 'Finds the company or fund behind about 10,000 stock and 28,000 fund symbols, and the reports that a company filed.',
  terms: SEC_TERMS,
  hosts: ['https://www.sec.gov/*'],
  access: 'required',
  schedule: { every: 'week', notBefore: '08:00' },
  fallback: 'sec-tickers',
  requests: () => [
    { key: 'companies', url: 'https://www.sec.gov/files/company_tickers_exchange.json', maxBytes: 8_000_000 },
    { key: 'funds', url: 'https://www.sec.gov/files/company_tickers_mf.json', maxBytes: 16_000_000 },
  ],
  async parse(body, { key }, context) {
    const file = key === 'funds' ? 'company_tickers_mf.json' : 'company_tickers_exchange.json';
    const json = rawJson(file, textOf(file, body));
    await context.pause();
    if (key !== 'funds') return companiesPart(companyTickersExchange(file, json), context);
    const instruments = fundTickers(file, json);
    return { asOf: null, summary: counted(instruments.length, 'symbol of funds', 'symbols of funds'), instruments };
  },
};

function company(cik: number, symbol: string, name: string, exchange: string | null): FilerSecurity {
  return { cik, symbol, name, exchange, kind: isFundName(name) ? 'fund' : 'stock' };
}

/** Rows of a table whose columns are named in `fields`, so that a column more or another order does no harm. */
function tableRows<C extends Record<string, z.ZodType>>(file: string, json: unknown, cells: C): RowOf<C>[] {
  const { fields, data } = shapeOf(file, json, Table, WHAT);
  const columns = Object.keys(cells).map((title) => {
    const at = fields.indexOf(title);
    if (at < 0) throw new SourceFormatError(file, `there is no column “${title}”`);
    if (fields.lastIndexOf(title) !== at) throw new SourceFormatError(file, `two columns are called “${title}”`);
    return [title, at] as const;
  });
  const row = z.tuple(fields.map((title) => (Object.hasOwn(cells, title) ? cells[title] : z.unknown())) as [z.ZodType, ...z.ZodType[]]);
  const rows = shapeOf(file, data, z.array(row), WHAT, fields);
  return rows.map((row) => Object.fromEntries(columns.map(([title, at]) => [title, row[at]])) as RowOf<C>);
}

type RowOf<C extends Record<string, z.ZodType>> = { [K in keyof C]: z.infer<C[K]> };

function required<T>(file: string, rows: T[]): T[] {
  if (rows.length === 0) throw new SourceFormatError(file, 'there is no symbol in it');
  return rows;
}
