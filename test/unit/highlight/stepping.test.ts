import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../lib/highlight/highlighter.ts';
import { stepFrom } from '../../../lib/highlight/stepping.ts';

const marks: Mark[] = [0, 1, 2, 3].map((order) => ({ id: `claim:${order}`, kind: 'supported', order, painted: [], touched: [] }));
const above = (count: number) => (mark: Mark): boolean => mark.order < count;
const below = (from: number) => (mark: Mark): boolean => mark.order >= from;

describe('stepping', () => {
  it('goes on from the current finding and round at the ends', () => {
    expect(stepFrom(marks, 'claim:1', 'next', above(0), below(9))?.id).toBe('claim:2');
    expect(stepFrom(marks, 'claim:3', 'next', above(0), below(9))?.id).toBe('claim:0');
    expect(stepFrom(marks, 'claim:0', 'previous', above(0), below(9))?.id).toBe('claim:3');
  });

  it('begins in the window', () => {
    expect(stepFrom(marks, null, 'next', above(2), below(9))?.id).toBe('claim:2');
    expect(stepFrom(marks, null, 'previous', above(0), below(2))?.id).toBe('claim:1');
  });

  it('begins at the ends when everything is elsewhere, also after its finding has gone', () => {
    expect(stepFrom(marks, 'claim:77', 'next', above(9), below(9))?.id).toBe('claim:0');
    expect(stepFrom(marks, null, 'previous', above(0), below(0))?.id).toBe('claim:3');
  });

  it('has nowhere to go on a page without findings', () => {
    expect(stepFrom([], null, 'next', above(0), below(9))).toBeNull();
  });
});
