import type { Source } from './observation.ts';

/** The figures that Tickmark computes from, by their us-gaap tag. */
export type FundamentalTag =
  | 'NetIncomeLoss'
  | 'ProfitLoss'
  | 'Revenues'
  | 'RevenueFromContractWithCustomerExcludingAssessedTax'
  | 'StockholdersEquity'
  | 'WeightedAverageNumberOfDilutedSharesOutstanding';

/** One company's figure in a frame. Days are `YYYY-MM-DD`; `start` is null for an instant. */
export interface ReportedFact {
  /** The SEC's number of the filer. */
  readonly cik: number;
  readonly start: string | null;
  readonly end: string;
  readonly value: number;
  /** Accession number of the filing that the figure is from. */
  readonly accession: string;
}

/**
 * What all filers reported of one tag for one calendar period: `CY2025` (a year), `CY2026Q2` (a quarter), `CY2026Q2I`
 * (an instant). The SEC puts fiscal periods into the calendar period nearest to them, one row a filer: the latest filed.
 */
export interface Frame {
  readonly tag: FundamentalTag;
  readonly unit: 'USD' | 'shares';
  readonly period: string;
  readonly facts: readonly ReportedFact[];
  readonly source: Source;
}
