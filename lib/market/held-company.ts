import type { CompanyRow, NoMarketValue, Portfolio } from './portfolio.ts';
import type { MissingReason } from './ttm.ts';

/**
 * One company of a fund with what went from it into the fund's computed figures: plain, so that it can be stored and
 * shown as it stands. Amounts in US dollars.
 */
export interface HeldCompany {
  /** Of its heaviest share line: the instrument where it is known, else as printed; null where nothing is printed. */
  readonly symbol: string | null;
  readonly name: string;
  readonly sector: string | null;
  /** Percent of all share lines. */
  readonly weightPercent: number;
  /** Of the last twelve months; negative for a loss, null where it is not known. */
  readonly netIncome: number | null;
  /** Last day that the income covers, `YYYY-MM-DD`. */
  readonly incomeEnd: string | null;
  /** Of the whole company; null where it is not known. */
  readonly marketValue: number | null;
  /** Why income, or else market value, is not known; null where both are. */
  readonly missing: MissingReason | NoMarketValue | null;
}

/** The companies of a portfolio, the heaviest first. */
export function heldCompanies({ companies }: Pick<Portfolio, 'companies'>): HeldCompany[] {
  return companies.map(heldCompany);
}

function heldCompany({ name, sector, weightPercent, figures, marketValue, lines }: CompanyRow): HeldCompany {
  const income = figures?.netIncome;
  const [first] = lines;
  return {
    symbol: first?.instrument ?? first?.line.printedSymbol ?? null,
    name,
    sector,
    weightPercent,
    netIncome: income?.kind === 'known' ? income.value : null,
    incomeEnd: income?.kind === 'known' ? income.end : null,
    marketValue: marketValue.kind === 'known' ? marketValue.usd : null,
    missing: income?.kind === 'missing' ? income.reason : marketValue.kind === 'missing' ? marketValue.reason : null,
  };
}
