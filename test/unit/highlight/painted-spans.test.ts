import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintedSpans, type ClaimMark } from '../../../lib/highlight/painted-spans.ts';
import { KINDS_BY_WEIGHT, type MarkKind } from '../../../lib/highlight/palette.ts';

const mark = (kind: MarkKind, span: [number, number], value: [number, number]): ClaimMark => ({
  kind,
  span: { start: span[0], end: span[1] },
  valueSpan: { start: value[0], end: value[1] },
});
const spans = (marks: readonly ClaimMark[]): [number, number][][] =>
  paintedSpans(marks).map((list) => list.map(({ start, end }) => [start, end]));

describe('painted spans', () => {
  it('are the whole clause where it stands alone', () => {
    expect(spans([mark('supported', [0, 10], [8, 10]), mark('outdated', [10, 20], [18, 20])])).toEqual([[[0, 10]], [[10, 20]]]);
  });

  it('leave each of two overlapping clauses its figure, and the rest to the more telling verdict', () => {
    // "a P/E of 17, compared to 26": the second clause also covers "a P/E of".
    expect(spans([mark('supported', [0, 11], [9, 11]), mark('contradicted', [0, 27], [25, 27])])).toEqual([[[9, 11]], [[0, 9], [11, 27]]]);
    expect(spans([mark('contradicted', [0, 11], [9, 11]), mark('supported', [0, 27], [25, 27])])).toEqual([[[0, 11]], [[11, 27]]]);
  });

  it('give a shared clause of two equal verdicts to the first', () => {
    expect(spans([mark('supported', [0, 20], [5, 7]), mark('supported', [0, 20], [15, 17])])).toEqual([[[0, 15], [17, 20]], [[15, 17]]]);
  });

  it('never overlap, and cover every clause', () => {
    const anyMark = fc
      .tuple(fc.constantFrom(...KINDS_BY_WEIGHT), fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.nat(19), fc.integer({ min: 1, max: 5 }))
      .map(([kind, start, length, offset, width]) => {
        const from = start + Math.min(offset, length - 1);
        return mark(kind, [start, start + length], [from, Math.min(from + width, start + length)]);
      });
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 8 }), (marks) => {
        const painted = paintedSpans(marks);
        const owners = new Map<number, number>();
        painted.forEach((list, index) => {
          for (const { start, end } of list) {
            for (let at = start; at < end; at += 1) {
              expect(owners.has(at)).toBe(false);
              owners.set(at, index);
              expect(at >= marks[index]!.span.start && at < marks[index]!.span.end).toBe(true);
            }
          }
        });
        for (const { span } of marks) for (let at = span.start; at < span.end; at += 1) expect(owners.has(at)).toBe(true);
      }),
    );
  });
});
