/**
 * The text room: spans, sentences, number words and quantities. Pure, imports nothing.
 *
 * A half-open range of UTF-16 offsets into the text of one `ArticleText`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True when the two spans share at least one character. Touching ends do not overlap. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `inner` lies wholly within `outer`; equal spans contain each other. */
export function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
