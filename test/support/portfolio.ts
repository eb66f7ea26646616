import type { CompanyFigures } from '../../lib/market/company-figures.ts';
import type { FundHoldings, HoldingLine } from '../../lib/market/holdings.ts';
import { portfolioOf } from '../../lib/market/portfolio.ts';
import type { Join, Portfolio } from '../../lib/market/portfolio.ts';
import type { CompanyFigure, MissingReason } from '../../lib/market/ttm.ts';

/** Made-up funds, as tests write them. */

/** One share line. `marketValueUsd` is price times quantity; weights are left to `fundOf`. */
export interface LineCase {
  readonly symbol: string | null;
  /** 0 for a line that is joined to no filer. */
  readonly cik: number;
  readonly price: number | null;
  readonly quantity: number | null;
  readonly marketValue?: number;
  readonly sector?: string | null;
  readonly kind?: HoldingLine['kind'];
  readonly isUnlisted?: boolean;
}

/** What one filer reported; a text is why it is missing. */
export interface CompanyCase {
  readonly income: number | MissingReason;
  readonly revenue?: number | MissingReason;
  readonly equity?: number | MissingReason;
  readonly shares?: number | MissingReason;
  readonly end?: string;
}

export const FUND_SOURCE = { title: 'Some Issuer: holdings of FUND', url: 'https://issuer.example/fund' };

export function holdingsOf(lines: readonly LineCase[], asOf = '2026-05-05'): FundHoldings {
  const valueOf = ({ price, quantity, marketValue }: LineCase): number => marketValue ?? (price ?? 0) * (quantity ?? 0);
  const whole = lines.reduce((sum, line) => sum + valueOf(line), 0);
  return {
    fund: 'FUND',
    asOf,
    source: FUND_SOURCE,
    lines: lines.map((line) => ({
      printedSymbol: line.symbol,
      name: `${line.symbol ?? 'CASH'} INC`,
      sector: line.sector === undefined ? 'Industrials' : line.sector,
      kind: line.kind ?? 'equity',
      isUnlisted: line.isUnlisted ?? false,
      weightPercent: (valueOf(line) / whole) * 100,
      marketValueUsd: valueOf(line),
      quantity: line.quantity,
      priceUsd: line.price,
    })),
  };
}

export function figureOf(given: number | MissingReason | undefined, end: string): CompanyFigure {
  if (given === undefined) return { kind: 'missing', reason: 'not-filed', expectedEnd: null };
  if (typeof given !== 'number') return { kind: 'missing', reason: given, expectedEnd: null };
  return { kind: 'known', value: given, start: null, end, route: 'as-reported' };
}

export function figuresOf(cik: number, company: CompanyCase | undefined): CompanyFigures {
  const end = company?.end ?? '2026-03-31';
  return {
    cik,
    netIncome: figureOf(company?.income, end),
    revenue: figureOf(company?.revenue, end),
    equity: figureOf(company?.equity, end),
    dilutedShares: figureOf(company?.shares, end),
  };
}

export function fundOf(lines: readonly LineCase[], companies: Readonly<Record<number, CompanyCase>>): Portfolio {
  const byName = new Map(lines.map((line) => [`${line.symbol ?? 'CASH'} INC`, line]));
  const join: Join = (line) => {
    const found = byName.get(line.name);
    return { instrument: found?.symbol ?? null, cik: found && found.cik > 0 ? found.cik : null };
  };
  return portfolioOf(holdingsOf(lines), join, (cik) => figuresOf(cik, companies[cik]));
}
