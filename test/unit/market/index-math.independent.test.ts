import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseIsharesHoldings } from '../../../lib/data/sources/ishares-holdings.ts';
import { companyFigures } from '../../../lib/market/company-figures.ts';
import { FactsBook } from '../../../lib/market/facts-book.ts';
import type { FundHoldings } from '../../../lib/market/holdings.ts';
import { indexFigures } from '../../../lib/market/index-math.ts';
import type { ComputedFigure, ComputedMultiple } from '../../../lib/market/index-math.ts';
import { portfolioOf } from '../../../lib/market/portfolio.ts';
import type { Join } from '../../../lib/market/portfolio.ts';
import { joinSymbol } from '../../../lib/market/symbols.ts';
import { madeUpReports } from '../../support/made-up-reports.ts';
import type { CompanySize, MadeUpReports } from '../../support/made-up-reports.ts';
import { holdingsOf } from '../../support/portfolio.ts';
import { seededRandom } from '../../support/random.ts';

/**
 * The figures of a fund by another route than the product's: as one would in a spreadsheet, with a column for each thing
 * that is known of a company, from how the made-up companies were made up and not from their reports, over rows that are
 * read off the file itself. Nothing of the product is used here but what is being tested.
 */

/** One share line of the sheet. */
interface SheetLine {
  readonly cik: number | null;
  readonly worth: number;
  readonly price: number;
  readonly held: number;
  /** GICS name; null for "Other". */
  readonly sector: string | null;
}

interface SheetRow {
  readonly worth: number;
  readonly sector: string | null;
  readonly income: number | null;
  readonly revenue: number | null;
  readonly equity: number | null;
  readonly value: number | null;
}

/** The sheet's columns summed up, each figure with "counted of all, part of the weight". */
function spreadsheet(lines: readonly SheetLine[], truth: MadeUpReports['truth']): Record<string, string> {
  const whole = lines.reduce((sum, { worth }) => sum + worth, 0);
  const groups = Object.values(Object.groupBy(lines, ({ cik }, at) => (cik === null ? `line ${at}` : `filer ${cik}`)));
  const rows = groups.map((own = []): SheetRow => {
    const known = own[0]?.cik === null ? undefined : truth.get(own[0]?.cik ?? 0);
    const held = own.reduce((sum, line) => sum + line.held, 0);
    const price = own.reduce((sum, line) => sum + line.price * line.held, 0) / held;
    const prices = own.map((line) => line.price);
    const isOnePrice = Math.max(...prices) <= 1.5 * Math.min(...prices);
    const shares = known?.shares ?? null;
    return {
      worth: own.reduce((sum, line) => sum + line.worth, 0),
      sector: own[0]?.sector ?? null,
      income: known?.income ?? null,
      revenue: known?.revenue ?? null,
      equity: known?.equity ?? null,
      value: shares !== null && isOnePrice && shares >= held ? price * shares : null,
    };
  });
  const sum = (some: readonly SheetRow[], numberOf: (row: SheetRow) => number): number => some.reduce((total, row) => total + numberOf(row), 0);
  const worth = (some: readonly SheetRow[]): number => sum(some, (row) => row.worth);
  const said = (value: number, some: readonly SheetRow[]): string => figure(value, some.length, rows.length, worth(some) / whole);
  const withIncome = rows.filter((row) => row.income !== null);
  const losers = withIncome.filter((row) => row.income! < 0);
  const valued = withIncome.filter((row) => row.value !== null);
  const earners = valued.filter((row) => row.income! > 0);
  const forWithout = [...losers, ...earners];
  const overYield = (some: readonly SheetRow[], column: 'income' | 'revenue' | 'equity'): number =>
    worth(some) / sum(some, (row) => (row.worth * row[column]!) / row.value!);
  const withRevenue = rows.filter((row) => row.revenue !== null && row.value !== null);
  const withEquity = rows.filter((row) => row.equity !== null && row.value !== null);
  const top = (numbers: readonly number[]): number => (numbers.toSorted((a, b) => b - a).slice(0, 10).reduce((a, b) => a + b, 0) / whole) * 100;
  const inSectors = rows.filter((row) => row.sector !== null);
  const sectors = Object.groupBy(inSectors, ({ sector }) => sector ?? '');
  return {
    lines: figure(lines.length, lines.length, lines.length, 1),
    companies: figure(rows.length, groups.filter((own) => own?.[0]?.cik !== null).length, rows.length, lines.reduce((total, line) => total + (line.cik === null ? 0 : line.worth), 0) / whole),
    'unprofitable by count': said((losers.length / withIncome.length) * 100, withIncome),
    'unprofitable by weight': said((worth(losers) / worth(withIncome)) * 100, withIncome),
    'P/E of all earnings': said(sum(earners, (row) => row.value!) / sum(earners, (row) => row.income!), forWithout),
    'P/E without losses': said(overYield(earners, 'income'), forWithout),
    'P/E without losses, capped': said(worth(earners) / sum(earners, (row) => row.worth / Math.min(60, row.value! / row.income!)), forWithout),
    'P/E of everyone': said(overYield(valued, 'income'), valued),
    'P/B': said(overYield(withEquity, 'equity'), withEquity),
    'P/S': said(overYield(withRevenue, 'revenue'), withRevenue),
    'ten lines': figure(top(lines.map((line) => line.worth)), lines.length, lines.length, 1),
    'ten companies': figure(top(rows.map((row) => row.worth)), rows.length, rows.length, 1),
    ...Object.fromEntries(Object.entries(sectors).map(([sector, some = []]) => [`sector ${sector}`, said((worth(some) / whole) * 100, inSectors)])),
  };
}

/** The product's figures in the same words. */
function computed(holdings: FundHoldings, join: Join, reports: MadeUpReports): Record<string, string> {
  const figures = indexFigures(portfolioOf(holdings, join, companyFigures(new FactsBook(reports.frames), holdings.asOf)));
  const said = ({ value, coverage }: ComputedFigure | ComputedMultiple): string =>
    figure(value ?? Number.NaN, coverage.counted, coverage.total, coverage.weight);
  const { constituents, unprofitable, pe, pb, ps, topTen, sectors } = figures;
  return {
    lines: said(constituents.lines),
    companies: said(constituents.companies),
    'unprofitable by count': said(unprofitable.byCount),
    'unprofitable by weight': said(unprofitable.byWeight),
    'P/E of all earnings': said(pe.aggregateWithoutLosses),
    'P/E without losses': said(pe.harmonicWithoutLosses),
    'P/E without losses, capped': said(pe.cappedWithoutLosses),
    'P/E of everyone': said(pe.everyone),
    'P/B': said(pb),
    'P/S': said(ps),
    'ten lines': said(topTen.lines),
    'ten companies': said(topTen.companies),
    ...Object.fromEntries(sectors.map((one) => [`sector ${one.sector}`, said(one)])),
  };
}

/** Six digits: what two ways of adding the same thousands of numbers have in common. */
function figure(value: number, counted: number, total: number, weight: number): string {
  return `${value.toPrecision(6)}, ${counted} of ${total}, ${(weight * 100).toFixed(4)}% of weight`;
}

/** About how large the companies are of which a fund holds so much: it holds 2 %, or less where not all shares float. */
function sizesOf(lines: readonly SheetLine[]): ReadonlyMap<number, CompanySize> {
  const random = seededRandom(7);
  const sizes = new Map<number, CompanySize>();
  for (const { cik, held, worth } of lines) {
    if (cik === null) continue;
    const part = 0.02 * (0.7 + random() * 0.3);
    const { shares = 0, usd = 0 } = sizes.get(cik) ?? {};
    sizes.set(cik, { shares: shares + held / part, usd: usd + worth / part });
  }
  return sizes;
}

describe('a made-up fund of 400 lines', () => {
  const SECTORS = ['Energy', 'Financials', 'Industrials', 'Technology'];
  const random = seededRandom(3);
  const lines = Array.from({ length: 400 }, (_, at) => ({
    symbol: `S${at}`,
    // Every fortieth line is a second class of the company before it; every fiftieth is on no list.
    cik: at % 50 === 49 ? 0 : 100 + (at % 40 === 39 ? at - 1 : at),
    price: Math.round(random() * 20_000) / 100 + 1,
    quantity: Math.round(random() ** 3 * 1e6) + 1000,
    sector: SECTORS[at % 40 === 39 ? (at - 1) % 4 : at % 4]!,
  }));
  const priced = lines.map((line, at) => (at % 40 === 39 ? { ...line, price: lines[at - 1]!.price * (at % 80 === 79 ? 1.02 : 2) } : line));
  const sheet = priced.map((line): SheetLine => ({
    cik: line.cik === 0 ? null : line.cik, worth: line.price * line.quantity, price: line.price, held: line.quantity, sector: line.sector,
  }));
  const filers = new Map(priced.map(({ symbol, cik }) => [symbol, cik]));
  const join: Join = ({ printedSymbol }) => ({ instrument: printedSymbol, cik: filers.get(printedSymbol ?? '') || null });

  it.each(['2026-05-05', '2025-11-05', '2026-08-31', '2026-02-20'])('comes to the same by another route on %s', (asOf) => {
    const reports = madeUpReports(sizesOf(sheet), asOf);
    expect(computed(holdingsOf(priced, asOf), join, reports)).toEqual(spreadsheet(sheet, reports.truth));
  });
});

const SAMPLES = new URL('../../../../shared/wire-samples/', import.meta.url);
const FILES = [
  ['ishares/IWM_2026-05-05.csv', 'IWM', '2026-05-05'],
  ['ishares/IWM_2025-11-05.csv', 'IWM', '2025-11-05'],
  ['ishares/IWV_2025-05-02.csv', 'IWV', '2025-05-02'],
  ['ishares/IJR_holdings_2026-06-19.csv', 'IJR', '2026-06-19'],
] as const;

describe.runIf(existsSync(SAMPLES))('holdings as iShares prints them, with made-up reports', () => {
  const read = (name: string): string => readFileSync(new URL(name, SAMPLES), 'utf8');

  it.each(FILES)('%s comes to the same by another route', async (name, key, asOf) => {
    const { data } = JSON.parse(read('sec/company_tickers_exchange_2025-12.json')) as { data: [number, string, string, string][] };
    // "BRK-B" and "BRKB" have the same letters; a symbol that is printed as it is listed goes before one that is not.
    const exact = new Map(data.map(([cik, , symbol]) => [symbol, cik]));
    const letters = new Map(data.toReversed().map(([cik, , symbol]) => [symbol.replace('-', ''), cik]));
    const rows = rowsOf(read(name));
    const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));
    // Warrants, rights and shares that are not traded: without symbol, with a placeholder for one, or named as what they are.
    const isTraded = ({ Ticker, Name, Exchange }: CsvRow): boolean =>
      Ticker !== '-' && Ticker !== 'P5N994' && !/NO MARKET/.test(Exchange ?? '') && !/(?:CVR|PRVT)$|ESCROW|\bWARRANTS\b/i.test(Name ?? '');
    const shares = rows.filter((row) => row['Asset Class'] === 'Equity' && row.Type !== 'SWAP' && isTraded(row));
    const sheet = shares.map((row): SheetLine => ({
      cik: exact.get(row.Ticker ?? '') ?? letters.get(row.Ticker ?? '') ?? null,
      worth: number(row['Market Value']),
      price: number(row.Price),
      held: number(row.Quantity),
      sector: (row.Sector ?? '') in SECTORS ? SECTORS[row.Sector ?? '']! : (row.Sector ?? null),
    }));
    expect(sheet.length).toBeGreaterThan(600);
    const reports = madeUpReports(sizesOf(sheet), asOf);
    const symbols = new Map(data.map(([cik, , symbol]) => [symbol.replace('-', '.'), cik]));
    const join: Join = ({ printedSymbol }) => {
      const instrument = printedSymbol === null ? null : joinSymbol(printedSymbol, (symbol) => symbols.has(symbol));
      return { instrument, cik: symbols.get(instrument ?? '') ?? null };
    };
    const part = await parseIsharesHoldings(readFileSync(new URL(name, SAMPLES)), { key, url: '', maxBytes: 0 }, { today: asOf, pause: async () => {} });
    const holdings = part.holdings![0]!;
    expect(holdings.asOf).toBe(asOf);
    expect(computed(holdings, join, reports)).toEqual(spreadsheet(sheet, reports.truth));
  });
});

/** What the file calls otherwise. */
const SECTORS: Readonly<Record<string, string | null>> = { Communication: 'Communication Services', 'Information Technology': 'Technology', Other: null };

if (!existsSync(SAMPLES)) console.info('No holdings files are beside the project: only a made-up fund was computed by two routes.');

type CsvRow = Partial<Record<string, string>>;

function rowsOf(text: string): CsvRow[] {
  const at = text.indexOf('Ticker,Name');
  return Papa.parse<CsvRow>(text.slice(at), { header: true }).data.filter((row) => row.Exchange !== undefined);
}
