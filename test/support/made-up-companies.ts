/** Forty companies that never were, with symbols that no list has. Every fourth loses money. */
export interface MadeUpCompany {
  readonly symbol: string;
  readonly name: string;
  readonly cik: number;
  readonly exchange: 'Nasdaq' | 'NYSE';
  readonly sector: string;
  /** Net income of a quarter, in US dollars. */
  readonly quarterlyIncome: number;
  readonly shares: number;
  readonly price: number;
}

const COUNT = 40;
const SECTORS = ['Industrials', 'Financials', 'Health Care', 'Information Technology', 'Energy'];

/** QZAA, QZAB, … */
export const symbolAt = (at: number): string => `QZ${String.fromCharCode(65 + Math.floor(at / 8))}${String.fromCharCode(65 + (at % 8))}`;

export const COMPANIES: readonly MadeUpCompany[] = Array.from({ length: COUNT }, (_, at) => ({
  symbol: symbolAt(at),
  name: `Quizzical ${symbolAt(at).slice(2)} Works`,
  cik: 9_100_001 + at,
  exchange: at % 3 === 0 ? 'NYSE' : 'Nasdaq',
  sector: SECTORS[at % SECTORS.length] ?? 'Industrials',
  quarterlyIncome: at % 4 === 3 ? -2_000_000 : 5_000_000,
  shares: 10_000_000,
  price: 20 + at,
}));

/** Share of the companies that lose money: one in four. */
export const UNPROFITABLE_PERCENT = 25;

/** A level that grows by a tenth of a percent a session, so that any two days have another return. */
export const levelAt = (at: number): number => Math.round(100_000 * 1.001 ** at) / 1000;
