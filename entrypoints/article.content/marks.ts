import type { Finding } from '../../lib/check/finding.ts';
import type { PageReport, TickerSummary } from '../../lib/check/report.ts';
import type { Detection } from '../../lib/detect/detection.ts';
import type { Mark } from '../../lib/highlight/highlighter.ts';
import { paintedSpans, type ClaimMark } from '../../lib/highlight/painted-spans.ts';
import type { FlowMap } from '../../lib/page/range.ts';
import { spansOverlap, type Span } from '../../lib/text/span.ts';

/** What a mark stands for. */
export type Subject =
  | { readonly finding: Finding; readonly claimId: number }
  | { readonly ticker: TickerSummary; readonly mentionId: number };

export interface MarkedPage {
  /** In reading order. */
  readonly marks: readonly Mark[];
  /** By mark id. */
  readonly subjects: ReadonlyMap<string, Subject>;
}

export function claimMarkId(claimId: number): string {
  return `claim:${claimId}`;
}

export function mentionMarkId(mentionId: number): string {
  return `mention:${mentionId}`;
}

/**
 * The marks of a report: each claim and its copies by verdict, and each mention of a known instrument. A mention inside
 * a claim answers to the pointer but is not tinted.
 */
export function marksOf(report: PageReport, detection: Detection, map: FlowMap): MarkedPage {
  const subjects = new Map<string, Subject>();
  const placed: { span: Span; mark: Mark }[] = [];

  const claims = claimsWithSpans(report, detection);
  const painted = paintedSpans(claims);
  claims.forEach((claim, index) => {
    const id = claimMarkId(claim.claimId);
    subjects.set(id, { finding: claim.finding, claimId: claim.claimId });
    const spans = painted[index] ?? [];
    const mark = { id, kind: claim.kind, order: claim.span.start, painted: spans.flatMap((span) => map.slices(span)), touched: map.slices(claim.span) };
    placed.push({ span: claim.span, mark });
  });

  const spanOfMention = new Map(detection.mentions.map((mention) => [mention.id, mention.span]));
  const claimed = mergedSpans(claims.map((claim) => claim.span));
  for (const ticker of report.tickers) {
    for (const mentionId of ticker.mentions) {
      const span = spanOfMention.get(mentionId);
      if (span === undefined) continue;
      const id = mentionMarkId(mentionId);
      subjects.set(id, { ticker, mentionId });
      const touched = map.slices(span);
      const mark: Mark = { id, kind: 'ticker', order: span.start, painted: overlapsAny(span, claimed) ? [] : touched, touched };
      placed.push({ span, mark });
    }
  }
  placed.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return { marks: placed.map(({ mark }) => mark), subjects };
}

interface PlacedClaim extends ClaimMark {
  readonly finding: Finding;
  readonly claimId: number;
}

/** The report speaks of ids; where they stand now is what the newest detection says. */
function claimsWithSpans(report: PageReport, detection: Detection): PlacedClaim[] {
  const drafts = new Map(detection.claims.map((claim) => [claim.id, claim]));
  return report.findings.flatMap((finding) =>
    [finding.claim.id, ...finding.copies].flatMap((claimId) => {
      const draft = drafts.get(claimId);
      if (draft === undefined) return [];
      return [{ finding, claimId, kind: finding.verdict, span: draft.span, valueSpan: draft.valueSpan }];
    }),
  );
}

function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
}

/** @param spans ascending and apart from one another */
function overlapsAny(span: Span, spans: readonly Span[]): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const candidate = spans[low];
  return candidate !== undefined && spansOverlap(span, candidate);
}
