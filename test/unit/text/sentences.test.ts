import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceBounds } from '../../../lib/text/sentences.ts';
import { tokenize } from '../../../lib/text/tokens.ts';
import { readTokens } from '../../support/tokens.ts';

function sentences(text: string): string[] {
  const { tokens, wordsOf } = readTokens(text);
  return sentenceBounds(tokens).map(([from, to]) => wordsOf(from, to));
}

describe('sentenceBounds', () => {
  it.each<[string, readonly string[]]>([
    ['Stocks rose. Bonds fell.', ['Stocks rose.', 'Bonds fell.']],
    ['Why? Nobody knows! It is so.', ['Why?', 'Nobody knows!', 'It is so.']],
    ['The P/E is 17.45. It was 16.', ['The P/E is 17.45.', 'It was 16.']],
    ['A gain of 4.5% was enough', ['A gain of 4.5% was enough']],
    ['Apple Inc. rose 2%. Intel Corp. fell.', ['Apple Inc. rose 2%.', 'Intel Corp. fell.']],
    ['It bought Smith & Co. The price was $2 billion.', ['It bought Smith & Co.', 'The price was $2 billion.']],
    ['U.S. stocks gained.', ['U.S. stocks gained.']],
    ['They left the U.S. The index fell.', ['They left the U.S.', 'The index fell.']],
    ['Shares of J. Smith rose.', ['Shares of J. Smith rose.']],
    ['Since Jan. 2 it is up 3%.', ['Since Jan. 2 it is up 3%.']],
    ['On Sept. 30 it closed. Then it fell.', ['On Sept. 30 it closed.', 'Then it fell.']],
    ['Mr. Powell spoke. Dr. Yellen listened.', ['Mr. Powell spoke.', 'Dr. Yellen listened.']],
    ['IWM vs. SPY: a tie.', ['IWM vs. SPY: a tie.']],
    ['P/E (Excl. Neg.) is 18.', ['P/E (Excl. Neg.) is 18.']],
    ['It is cheap, e.g. at 12 times. Others are not.', ['It is cheap, e.g. at 12 times.', 'Others are not.']],
    ['“It rose 3%.” He left.', ['“It rose 3%.”', 'He left.']],
    ['(It rose.) He left.', ['(It rose.)', 'He left.']],
    ['It fell… Then it rose.', ['It fell…', 'Then it rose.']],
    ['It fell... and rose.', ['It fell... and rose.']],
    ['Funds lead. iShares has most.', ['Funds lead.', 'iShares has most.']],
    ['See amazon.com today.', ['See amazon.com today.']],
    ['No stop at the end', ['No stop at the end']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('cuts what goes on without an end', () => {
    const tokens = tokenize('and so on, '.repeat(1_000));
    const lengths = sentenceBounds(tokens).map(([from, to]) => to - from);
    expect(lengths).toEqual(Array.from({ length: 20 }, () => 200));
  });

  it('covers every token once and in order', () => {
    const piece = fc.constantFrom('Inc.', 'U.S.', 'rose', '3.5%', '.', '!', '?', '”', '(', ')', 'The', 'it', '…', 'J.', 'Jan.', '\n', "'s");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const tokens = tokenize(pieces.join(' '));
        let next = 0;
        for (const [from, to] of sentenceBounds(tokens)) {
          expect(from).toBe(next);
          expect(to).toBeGreaterThan(from);
          next = to;
        }
        expect(next).toBe(tokens.length);
      }),
    );
  });
});
