import type { InstrumentId } from '../market/instrument.ts';
import type { MetricId } from '../market/metric.ts';
import type { Finding } from './finding.ts';
import type { PageReport, TickerSummary } from './report.ts';

/**
 * What the reader said about a finding or a ticker. `muted`: right or wrong, it is not to be marked on this site any
 * more. `wrong-match`: these words do not mean that, on any site.
 */
export interface Correction {
  readonly kind: 'muted' | 'wrong-match';
  /** The site on which it was said. */
  readonly host: string;
  /** The words: the claim's quote, or those that name the instrument. */
  readonly quote: string;
  readonly instrument: InstrumentId | null;
  /** What the claim was read as; null for a ticker. */
  readonly metric: MetricId | null;
}

/** The words of a mention, by its id. */
export type WordsOf = (mentionId: number) => string;

/**
 * The report without what the reader does not want to see there. A ticker goes with its last mention, and with it the
 * findings about it: they are about somebody else. Gives back the very report when nothing of it is meant.
 */
export function withoutCorrected(report: PageReport, wordsOf: WordsOf, corrections: readonly Correction[], host: string | null): PageReport {
  const inForce = corrections.filter((one) => one.kind === 'wrong-match' || one.host === host);
  if (inForce.length === 0) return report;
  const aboutTickers = inForce.filter(({ metric }) => metric === null);
  const aboutClaims = inForce.filter(({ metric }) => metric !== null);
  const tickers = report.tickers.flatMap((ticker) => withoutMentions(ticker, wordsOf, aboutTickers));
  const kept = new Set(tickers.map(({ instrument }) => instrument.id));
  const gone = new Set(report.tickers.flatMap(({ instrument }) => (kept.has(instrument.id) ? [] : [instrument.id])));
  const findings = report.findings.filter(
    (finding) => !(finding.claim.subject !== null && gone.has(finding.claim.subject)) && !aboutClaims.some((one) => isAbout(one, finding)),
  );
  if (tickers.every((ticker, index) => ticker === report.tickers[index]) && findings.length === report.findings.length) return report;
  const ids = new Set(findings.map(({ claim }) => claim.id));
  return { ...report, findings, tickers: tickers.map((ticker) => ({ ...ticker, claims: ticker.claims.filter((id) => ids.has(id)) })) };
}

function withoutMentions(ticker: TickerSummary, wordsOf: WordsOf, corrections: readonly Correction[]): TickerSummary[] {
  const own = corrections.filter(({ instrument }) => instrument === ticker.instrument.id);
  if (own.length === 0) return [ticker];
  if (own.some(({ kind }) => kind === 'muted')) return [];
  const words = new Set(own.map(({ quote }) => sameWords(quote)));
  const mentions = ticker.mentions.filter((id) => !words.has(sameWords(wordsOf(id))));
  if (mentions.length === ticker.mentions.length) return [ticker];
  return mentions.length === 0 ? [] : [{ ...ticker, mentions }];
}

function isAbout(correction: Correction, { claim }: Finding): boolean {
  return (
    correction.metric === claim.metric &&
    correction.instrument === claim.subject &&
    sameWords(correction.quote) === sameWords(claim.quote)
  );
}

/** Words are the same whatever their white space. Case is kept: "ALL" and "all" are not. */
function sameWords(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
