import type { PagePlaces, PageReport } from '../../lib/check/report.ts';
import type { Mark } from '../../lib/highlight/highlighter.ts';
import type { MarkKind } from '../../lib/highlight/palette.ts';
import { paintedSpans, type ClaimMark } from '../../lib/highlight/painted-spans.ts';
import type { FlowMap } from '../../lib/page/range.ts';
import type { ClaimView } from '../../lib/present/claim-view.ts';
import type { PageViews } from '../../lib/present/page-views.ts';
import type { TickerView } from '../../lib/present/ticker-view.ts';
import { spansOverlap, type Span } from '../../lib/text/span.ts';

/** What a mark stands for. */
export type Subject =
  | { readonly claim: ClaimView; readonly claimId: number }
  | { readonly ticker: TickerView; readonly mentionId: number };

/** A mark as spans of the text; where they stand in the page is looked up when it is painted. */
export interface PlannedMark {
  readonly id: string;
  readonly kind: MarkKind;
  readonly painted: readonly Span[];
  readonly touched: Span;
}

export interface MarkedPage {
  /** In reading order. */
  readonly marks: readonly PlannedMark[];
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
 * a claim answers to the pointer but is not tinted. Made in steps, since a page may have thousands.
 */
export function* planMarks(report: PageReport, views: PageViews, places: PagePlaces): Generator<void, MarkedPage> {
  const subjects = new Map<string, Subject>();
  const marks: PlannedMark[] = [];

  const claims = yield* claimsWithSpans(report, views, places);
  const painted = paintedSpans(claims);
  for (const [index, claim] of claims.entries()) {
    yield;
    const id = claimMarkId(claim.claimId);
    subjects.set(id, { claim: claim.view, claimId: claim.claimId });
    marks.push({ id, kind: claim.kind, painted: painted[index] ?? [], touched: claim.span });
  }

  const spanOfMention = new Map(places.mentions.map((mention) => [mention.id, mention.span]));
  const claimed = mergedSpans(claims.map((claim) => claim.span));
  for (const [index, { mentions }] of report.tickers.entries()) {
    const ticker = views.tickers[index];
    if (ticker === undefined) continue;
    for (const mentionId of mentions) {
      yield;
      const span = spanOfMention.get(mentionId);
      if (span === undefined) continue;
      const id = mentionMarkId(mentionId);
      subjects.set(id, { ticker, mentionId });
      marks.push({ id, kind: 'ticker', painted: overlapsAny(span, claimed) ? [] : [span], touched: span });
    }
  }
  marks.sort((a, b) => a.touched.start - b.touched.start || b.touched.end - a.touched.end);
  return { marks, subjects };
}

/** The mark with the parts of text nodes that show it now. */
export function placedMark(planned: PlannedMark, map: FlowMap): Mark {
  const { id, kind, painted, touched } = planned;
  const whole = map.slices(touched);
  const only = painted.length === 1 ? painted[0] : undefined;
  const isWhole = only !== undefined && only.start === touched.start && only.end === touched.end;
  return { id, kind, order: touched.start, painted: isWhole ? whole : painted.flatMap((span) => map.slices(span)), touched: whole };
}

interface PlacedClaim extends ClaimMark {
  readonly view: ClaimView;
  readonly claimId: number;
}

/** The report speaks of ids; where they stand now is what the newest places say. */
function* claimsWithSpans(report: PageReport, views: PageViews, places: PagePlaces): Generator<void, PlacedClaim[]> {
  const byId = new Map(places.claims.map((place) => [place.id, place]));
  const claims: PlacedClaim[] = [];
  for (const [index, { claim, copies, verdict }] of report.findings.entries()) {
    yield;
    const view = views.claims[index];
    if (view === undefined) continue;
    for (const claimId of [claim.id, ...copies]) {
      const place = byId.get(claimId);
      if (place !== undefined) claims.push({ view, claimId, kind: verdict, span: place.span, valueSpan: place.valueSpan });
    }
  }
  return claims;
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
