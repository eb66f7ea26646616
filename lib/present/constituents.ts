import type { HeldCompany } from '../market/held-company.ts';
import { csvText } from './csv.ts';

/** One company of a fund as a row of its table. */
export interface ConstituentRow extends HeldCompany {
  /** By weight, from 1. */
  readonly rank: number;
  /** Market value over net income; null for a loss and where either is not known. */
  readonly pe: number | null;
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

/** Companies of a fund, in their order. */
export function constituentRows(companies: readonly HeldCompany[]): ConstituentRow[] {
  return companies.map((company, index) => {
    const { netIncome, marketValue } = company;
    const pe = netIncome !== null && netIncome > 0 && marketValue !== null ? marketValue / netIncome : null;
    return { ...company, rank: index + 1, pe };
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
    ['rank', 'symbol', 'name', 'sector', 'weight_percent', 'net_income_usd', 'income_to', 'market_value_usd', 'pe', 'missing'],
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
