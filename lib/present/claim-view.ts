import type { Evidence, Finding, Verdict } from '../check/finding.ts';
import type { InstrumentId } from '../market/instrument.ts';
import type { MetricId } from '../market/metric.ts';
import type { Source } from '../market/observation.ts';
import { bySource, copyText } from './copy.ts';
import { counted } from './counted.ts';
import { dataFigures, type DataFigure } from './data-says.ts';
import { coverageLabel, definitionLabel, evidenceDates, evidenceFigure } from './evidence-words.ts';
import { formatClaim } from './format.ts';
import { axisPicture, linesPicture, type AxisPicture, type LinesPicture } from './picture.ts';
import { ENGLISH, type Language } from './language.ts';
import { passageLink } from './quote-selector.ts';
import { readingOf } from './reading.ts';
import { noteSentences, reasonSentence, wantedSentence } from './reasons.ts';
import { verdictName } from './summary.ts';

/**
 * Everything that the card of one claim says and draws, in words and figures. Plain data: it is made where the finding is
 * made and crosses to the page, so that no page carries the wording.
 */
export interface ClaimView {
  readonly claimId: number;
  /** As in the article. */
  readonly quote: string;
  readonly metric: MetricId;
  /** What the data behind it are about; null when the subject is in doubt. */
  readonly subject: InstrumentId | null;
  readonly verdict: Verdict;
  readonly verdictWords: string;
  /** What the claim was read as: "Russell 2000 · P/E ratio · definition not stated". */
  readonly reading: string;
  /** The same in short, for a list under the subject's name: "P/E ratio 17". */
  readonly short: string;
  /** The article's figure, and "forecast" where it is one. */
  readonly figure: string;
  readonly forecast: string | null;
  /** In how many other places the article says it too; null when in none. */
  readonly also: string | null;
  /** The one or two figures that stand beside it; empty when nothing is on record. */
  readonly data: readonly DataFigure[];
  /** Two lines for a comparison of returns, else the claim's interval and the figures on one axis, else null. */
  readonly picture: { readonly lines: LinesPicture } | { readonly axis: AxisPicture } | null;
  readonly reason: string;
  /** What else should be known, and what is missing. */
  readonly notes: readonly string[];
  readonly sources: readonly { readonly source: Source; readonly lines: readonly string[] }[];
  /** The text for the clipboard. */
  readonly copyText: string;
  /** Link to the passage; null for a text without an address. */
  readonly link: string | null;
}

/** The card's content for one finding of the page at `url`. */
export function claimView(finding: Finding, url: string | null = null, language: Language = ENGLISH): ClaimView {
  const { claim, verdict, copies, evidence } = finding;
  const { subject, metric, value, period, definition } = readingOf(finding, language);
  const wanted = wantedSentence(finding, language);
  return {
    claimId: claim.id,
    quote: claim.quote,
    metric: claim.metric,
    subject: claim.subject,
    verdict,
    verdictWords: verdictName(verdict, language),
    reading: joined([subject, metric, period, definition]),
    short: `${metric} ${value}`,
    figure: formatClaim(claim, { language, short: true }),
    forecast: claim.forecast ? language.words.reading.forecast : null,
    also: copies.length === 0 ? null : counted(language.words.card.also, copies.length, language),
    data: dataFigures(finding, language),
    picture: pictureOf(finding, language),
    reason: reasonSentence(finding, language),
    notes: [...noteSentences(finding, language), ...(wanted === null ? [] : [wanted])],
    sources: bySource(evidence).map((group) => ({ source: group[0].source, lines: sourceLines(group, finding, language) })),
    copyText: copyText(finding, language),
    link: url === null ? null : passageLink(url, claim),
  };
}

function pictureOf(finding: Finding, language: Language): ClaimView['picture'] {
  const lines = finding.claim.metric === 'return_vs' ? linesPicture(finding, undefined, language) : null;
  if (lines !== null) return { lines };
  const axis = axisPicture(finding, language);
  return axis === null ? null : { axis };
}

/** A line for each figure of the source; how it was made, when it is the only one. */
function sourceLines(group: readonly [Evidence, ...Evidence[]], finding: Finding, language: Language): string[] {
  const lines = group.map((item) =>
    joined([
      evidenceFigure(item, finding, { language, short: true }), definitionLabel(item.definitions, language), evidenceDates(item, language, true),
      coverageLabel(item.coverage, language),
    ]),
  );
  const { method } = group[0];
  return group.length > 1 || method === '' ? lines : [...lines, method];
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' · ');
}
