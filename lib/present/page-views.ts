import type { PageReport } from '../check/report.ts';
import { claimView, type ClaimView } from './claim-view.ts';
import { ENGLISH, type Language, type Words } from './language.ts';
import { tickerView, type TickerView } from './ticker-view.ts';

/** The words of all cards that no finding changes: headings, buttons, names for screen readers. */
export type CardWords = Words['card'];

/** The cards of a page: one for each finding and one for each ticker of its report, in the report's order. */
export interface PageViews {
  readonly claims: readonly ClaimView[];
  readonly tickers: readonly TickerView[];
  readonly words: CardWords;
  /** BCP 47 tag of the language that all of them are in. */
  readonly language: string;
}

/** What all cards of a report say. */
export function viewsOf(report: PageReport, language: Language = ENGLISH): PageViews {
  return {
    claims: report.findings.map((finding) => claimView(finding, report.url, language)),
    tickers: report.tickers.map((summary) => tickerView(summary, report.dataEnd, language)),
    words: language.words.card,
    language: language.tag,
  };
}
