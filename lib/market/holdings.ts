import type { InstrumentId } from './instrument.ts';
import type { Source } from './observation.ts';

/** What a line of a holdings file is. Only `equity` is counted as a constituent. */
export type HoldingKind = 'equity' | 'cash' | 'derivative' | 'other';

/** One line of a fund's holdings as its issuer prints it, before its symbol is joined to an instrument. */
export interface HoldingLine {
  /** As printed: "BRKB" (iShares), "BRK.B" (SSGA); null for a line without one ("-"). */
  readonly printedSymbol: string | null;
  readonly name: string;
  /** GICS sector by the names of `sectors.ts`; null where the file has none of them. */
  readonly sector: string | null;
  readonly kind: HoldingKind;
  /** True for a line without a market: "NO MARKET (E.G. UNLISTED)", contingent rights. Left out of counts. */
  readonly isUnlisted: boolean;
  /** Share of the fund in percent, recomputed from market values where the file has them; negative for a short line. */
  readonly weightPercent: number;
  /** In whole or fractional US dollars; null where the file has none. */
  readonly marketValueUsd: number | null;
  readonly quantity: number | null;
  /** Price of one share in US dollars; null where the file has none. */
  readonly priceUsd: number | null;
}

/** A fund's holdings on one day. */
export interface FundHoldings {
  readonly fund: InstrumentId;
  /** `YYYY-MM-DD`, the date inside the file, whatever was asked for. */
  readonly asOf: string;
  readonly lines: readonly HoldingLine[];
  readonly source: Source;
  /** Name of the file when the reader brought it. */
  readonly ownFile?: string;
}

/** One fund that holds an instrument. */
export interface Membership {
  readonly holder: InstrumentId;
  /** Of the fund, in percent; the classes of one symbol together. */
  readonly weightPercent: number;
  readonly asOf: string;
  readonly source: Source;
}
