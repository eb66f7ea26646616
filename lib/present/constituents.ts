import type { CompanyRow, NoMarketValue } from '../market/portfolio.ts';
import type { MissingReason } from '../market/ttm.ts';
import { csvText } from './csv.ts';
import { CONSTITUENTS } from './words.ts';

/** One company of a fund with what its figures were computed from. Amounts in US dollars. */
export interface ConstituentRow {
  /** By weight, from 1. */
  readonly rank: number;
  /** Of the heaviest of its share lines; null where the file prints none. */
  readonly symbol: string | null;
  readonly name: string;
  readonly sector: string | null;
  readonly weightPercent: number;
  /** Of the last twelve months; negative for a loss, null where it is not known. */
  readonly netIncome: number | null;
  /** Last day that the income covers, `YYYY-MM-DD`. */
  readonly incomeEnd: string | null;
  readonly marketValue: number | null;
  /** Market value over net income; null for a loss and where either is not known. */
  readonly pe: number | null;
  /** Why income, or else market value, is not known; null where both are. */
  readonly missing: MissingReason | NoMarketValue | null;
}

export type ConstituentColumn = 'rank' | 'symbol' | 'name' | 'sector' | 'weightPercent' | 'netIncome' | 'marketValue' | 'pe';

/** Which companies are listed. */
export interface ConstituentFilter {
  readonly which: 'all' | 'losses' | 'profits' | 'unknown';
  /** A sector by name, or null for all. */
  readonly sector: string | null;
  /** Part of a symbol or name; upper and lower case are the same. */
  readonly query: string;
}

/** Companies of a portfolio, in its order. */
export function constituentRows(companies: readonly CompanyRow[]): ConstituentRow[] {
  return companies.map((company, index) => {
    const { figures, marketValue, lines } = company;
    const income = figures?.netIncome ?? null;
    const earned = income?.kind === 'known' ? income.value : null;
    const value = marketValue.kind === 'known' ? marketValue.usd : null;
    const [first] = lines;
    return {
      rank: index + 1,
      symbol: first?.instrument ?? first?.line.printedSymbol ?? null,
      name: company.name,
      sector: company.sector,
      weightPercent: company.weightPercent,
      netIncome: earned,
      incomeEnd: income?.kind === 'known' ? income.end : null,
      marketValue: value,
      pe: earned !== null && earned > 0 && value !== null ? value / earned : null,
      missing: income?.kind === 'missing' ? income.reason : marketValue.kind === 'missing' ? marketValue.reason : null,
    };
  });
}

/** Sorted by a column; what is not known comes last in either direction. */
export function sortConstituents(rows: readonly ConstituentRow[], column: ConstituentColumn, descending: boolean): ConstituentRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [a[column], b[column]];
    if (x === null || y === null) return x === y ? a.rank - b.rank : x === null ? 1 : -1;
    const order = typeof x === 'string' ? x.localeCompare(String(y)) : x - Number(y);
    return order === 0 ? a.rank - b.rank : sign * order;
  });
}

/** Those that the filter lets through, in their order. */
export function filterConstituents(rows: readonly ConstituentRow[], { which, sector, query }: ConstituentFilter): ConstituentRow[] {
  const wanted = query.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (which === 'all' || which === kindOf(row)) &&
      (sector === null || row.sector === sector) &&
      (wanted === '' || row.name.toLowerCase().includes(wanted) || row.symbol?.toLowerCase().includes(wanted) === true),
  );
}

function kindOf({ netIncome }: ConstituentRow): ConstituentFilter['which'] {
  if (netIncome === null) return 'unknown';
  return netIncome < 0 ? 'losses' : 'profits';
}

/** Sectors that occur, by name. */
export function sectorsOf(rows: readonly ConstituentRow[]): string[] {
  return [...new Set(rows.flatMap(({ sector }) => sector ?? []))].sort((a, b) => a.localeCompare(b));
}

/** The rows as CSV (RFC 4180) with plain figures, for further work with them. */
export function constituentsCsv(rows: readonly ConstituentRow[]): string {
  return csvText([
    [...CONSTITUENTS.csvColumns],
    ...rows.map((row) => [
      row.rank,
      row.symbol ?? '',
      row.name,
      row.sector ?? '',
      row.weightPercent,
      row.netIncome ?? '',
      row.incomeEnd ?? '',
      row.marketValue ?? '',
      row.pe ?? '',
      row.missing ?? '',
    ]),
  ]);
}
