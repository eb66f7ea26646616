import type { Span } from '../text/span.ts';
import { KINDS_BY_WEIGHT, type MarkKind } from './palette.ts';

/** A claim to be marked: its clause, and its figure inside. */
export interface ClaimMark {
  readonly kind: MarkKind;
  readonly span: Span;
  readonly valueSpan: Span;
}

/**
 * The spans to underline for each claim, so that no stretch of text carries two lines. Where the clauses of two claims
 * overlap ("17, compared to 26 for the S&P 500"), each keeps its own figure, and the rest goes to the more telling
 * verdict, or to the one that stands first. Same order and length as `marks`.
 */
export function paintedSpans(marks: readonly ClaimMark[]): Span[][] {
  const painted: Span[][] = marks.map(() => []);
  const byStart = marks.map((mark, index) => ({ mark, index })).sort((a, b) => a.mark.span.start - b.mark.span.start);
  // Groups of clauses that touch one another are settled by themselves; most groups are a single claim.
  for (let from = 0; from < byStart.length; ) {
    let to = from + 1;
    let end = byStart[from]?.mark.span.end ?? 0;
    for (let next = byStart[to]; next !== undefined && next.mark.span.start < end; next = byStart[to]) {
      end = Math.max(end, next.mark.span.end);
      to += 1;
    }
    settle(byStart.slice(from, to), painted);
    from = to;
  }
  return painted;
}

function settle(group: readonly { mark: ClaimMark; index: number }[], painted: Span[][]): void {
  const only = group.length === 1 ? group[0] : undefined;
  if (only !== undefined) {
    painted[only.index] = [only.mark.span];
    return;
  }
  const cuts = new Set<number>();
  for (const { mark } of group) {
    for (const at of [mark.span.start, mark.span.end, mark.valueSpan.start, mark.valueSpan.end]) cuts.add(at);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  let open: { mark: ClaimMark; index: number }[] = [];
  let next = 0;
  for (let at = 0; at + 1 < ordered.length; at += 1) {
    const piece = { start: ordered[at] ?? 0, end: ordered[at + 1] ?? 0 };
    open = open.filter(({ mark }) => mark.span.end > piece.start);
    for (let item = group[next]; item !== undefined && item.mark.span.start <= piece.start; item = group[next]) {
      open.push(item);
      next += 1;
    }
    const owner = ownerOf(piece, open);
    if (owner === null) continue;
    const spans = painted[owner] ?? [];
    const last = spans.at(-1);
    if (last !== undefined && last.end === piece.start) spans[spans.length - 1] = { start: last.start, end: piece.end };
    else spans.push(piece);
  }
}

/** @param open the marks whose clauses cover the piece, by their start */
function ownerOf(piece: Span, open: readonly { mark: ClaimMark; index: number }[]): number | null {
  const figures = open.filter(({ mark }) => mark.valueSpan.start <= piece.start && piece.end <= mark.valueSpan.end);
  const candidates = figures.length > 0 ? figures : open;
  let best: { mark: ClaimMark; index: number } | null = null;
  for (const candidate of candidates) {
    if (best === null || weight(candidate.mark.kind) > weight(best.mark.kind)) best = candidate;
  }
  return best === null ? null : best.index;
}

function weight(kind: MarkKind): number {
  return KINDS_BY_WEIGHT.indexOf(kind);
}
