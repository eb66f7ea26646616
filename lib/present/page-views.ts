import type { PageReport } from '../check/report.ts';
import { claimView, type ClaimView } from './claim-view.ts';
import { DEFAULT_LOCALE } from './dates.ts';
import { tickerView, type TickerView } from './ticker-view.ts';

/** The cards of a page: one for each finding and one for each ticker of its report, in the report's order. */
export interface PageViews {
  readonly claims: readonly ClaimView[];
  readonly tickers: readonly TickerView[];
}

/** What all cards of a report say. */
export function viewsOf(report: PageReport, locale: string = DEFAULT_LOCALE): PageViews {
  return {
    claims: report.findings.map((finding) => claimView(finding, report.url, locale)),
    tickers: report.tickers.map((summary) => tickerView(summary, report.dataEnd, locale)),
  };
}
