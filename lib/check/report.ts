import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { Observation, Source } from '../market/observation.ts';
import type { MissingReason } from '../market/ttm.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './finding.ts';

/** A return with the two days it was measured between. Percent, 12.7 means 12.7 %. */
export interface MeasuredReturn {
  readonly percent: number;
  readonly basis: 'price' | 'total';
  readonly from: string;
  readonly to: string;
  readonly source: Source;
}

/** A company by its own reports. Amounts in US dollars; days `YYYY-MM-DD`. */
export type CompanyReport =
  | {
      readonly kind: 'known';
      /** The SEC's number of the filer. */
      readonly cik: number;
      /** Net income, negative for a loss, of the twelve months to `end`. */
      readonly netIncome: { readonly value: number; readonly end: string } | { readonly missing: MissingReason };
      readonly revenue: { readonly value: number; readonly end: string } | null;
      readonly marketValue: { readonly usd: number; readonly asOf: string } | null;
    }
  /** `no-reports`: nobody's reports are on record; `not-filed`: none of those on record is this company's. */
  | { readonly kind: 'missing'; readonly reason: 'no-reports' | 'not-filed' };

/** What the ticker card and the popup's ticker list show of one instrument. Everything is dated; what is missing is null. */
export interface TickerSummary {
  readonly instrument: Instrument;
  /** Name of the index a fund tracks. */
  readonly tracksName: string | null;
  /** Weights on record in funds and indices, newest per index. */
  readonly memberships: readonly {
    readonly index: InstrumentId;
    readonly indexName: string;
    readonly weightPercent: number | null;
    readonly asOf: string;
    readonly source: Source;
  }[];
  /** Why no fund is known to hold a company: no holdings are on record at all, or none has it. Null where one does, and for others. */
  readonly noMembership: 'no-holdings' | 'not-held' | null;
  /** What a company earned over twelve months and what it is worth, or why it is not known; null for others. */
  readonly company: CompanyReport | null;
  /** Newest observation of each figure on record, every definition. */
  readonly figures: readonly Observation[];
  /** This year to the end of the data, and the S&P 500 over the same days; null without a series. */
  readonly thisYear: { readonly own: MeasuredReturn; readonly benchmark: MeasuredReturn | null } | null;
  /** Levels of this year for a sparkline; empty without a series. */
  readonly sparkline: readonly (readonly [string, number])[];
  /** Ids of mentions of this instrument, in reading order. */
  readonly mentions: readonly number[];
  /** Ids of claims about it. */
  readonly claims: readonly number[];
}

/** The whole answer for one page. Plain data: it crosses message borders and is what `--json` prints. */
export interface PageReport {
  readonly title: string | null;
  /** Address of the page without its fragment; null for text that came from none, such as a file. */
  readonly url: string | null;
  /** `YYYY-MM-DD`, or null when the page has no date. */
  readonly published: string | null;
  /** The day the reader reads. */
  readonly today: string;
  /** Last day that the data cover. */
  readonly dataEnd: string;
  /** In reading order. Copies of a claim are listed once, with the ids of the copies inside. */
  readonly findings: readonly Finding[];
  readonly tickers: readonly TickerSummary[];
  readonly words: number;
}

/**
 * Where the mentions and claims of a report stand, as spans of the article's text. Apart from the report, because places
 * shift with every word that the page adds while what is said of them stays the same.
 */
export interface PagePlaces {
  readonly mentions: readonly { readonly id: number; readonly span: Span }[];
  readonly claims: readonly {
    readonly id: number;
    readonly span: Span;
    /** The figure itself, inside `span`. */
    readonly valueSpan: Span;
  }[];
}
