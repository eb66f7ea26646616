import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize, TOKEN_SLOTS, type Token } from '../../../lib/text/tokens.ts';

/** Tokens with the places where they stand. */
function placed(text: string, from = 0, to = text.length): { token: Token; start: number; end: number }[] {
  const starts: number[] = [];
  return tokenize(text, from, to, starts).map((token, i) => ({ token, start: starts[i]!, end: starts[i]! + token.length }));
}

const words = (text: string): string[] => tokenize(text).map((token) => token.lower);

describe('tokenize', () => {
  it.each<[string, readonly string[]]>([
    ['The Russell 2000 rose.', ['the', 'russell', '2000', 'rose', '.']],
    ['2,000 names', ['2,000', 'names']],
    ['1,234.5 and 17.45', ['1,234.5', 'and', '17.45']],
    ['1,2345', ['1', ',', '2345']],
    ['1,234,567.8', ['1,234,567.8']],
    ['1,234,5678', ['1,234', ',', '5678']],
    ['1234,567', ['1234', ',', '567']],
    ['17,45', ['17', ',', '45']],
    ['17.', ['17', '.']],
    ['.5', ['.', '5']],
    ["hasn't we're they'll", ["hasn't", "we're", "they'll"]],
    ['hasn’t', ["hasn't"]],
    ['Apple’s gain', ['apple', "'s", 'gain']],
    ["investors' money", ['investors', "'", 'money']],
    ["Macy's", ['macy', "'s"]],
    ["it'second we'rest", ['it', "'", 'second', 'we', "'", 'rest']],
    ['“quoted” ‘so’', ['"', 'quoted', '"', "'", 'so', "'"]],
    ['30–40%', ['30', '-', '40', '%']],
    ['−3%', ['-', '3', '%']],
    ['year—to‑date', ['year', '-', 'to', '-', 'date']],
    ['S&P/TSX', ['s', '&', 'p', '/', 'tsx']],
    ['$IWM', ['$', 'iwm']],
    ['Société Générale', ['société', 'générale']],
    ['per\u00adcent', ['per', 'cent']],
    ['40\u200b%', ['40', '%']],
    ['\u00a0\t\n ', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('keeps the offsets of the text it was given', () => {
    const text = 'Up  4.5%\tthen “down”';
    for (const { token, start, end } of placed(text)) {
      expect(text.slice(start, end).toLowerCase().replaceAll(/[“”]/g, '"')).toBe(token.lower);
    }
  });

  it('keeps offsets of the whole text when it reads a part', () => {
    const text = 'First block.\nIWM rose 3%.';
    const tokens = placed(text, 13);
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(['IWM', 'rose', '3', '%', '.']);
    expect(tokenize(text, 0, 5).map(({ lower }) => lower)).toEqual(['first']);
  });

  it.each([
    ['17x', [false, true]],
    ['17 x', [false, false]],
    ['year-to-date', [false, true, true, true, true]],
    ['$IWM (NYSE: BE)', [false, true, false, true, true, false, true]],
  ])('tells what is glued in %j', (text, glued) => {
    expect(tokenize(text).map((token) => token.glued)).toEqual(glued);
  });

  it.each([
    ['Apple', { capital: true, upper: false }],
    ['IWM', { capital: true, upper: true }],
    ['A', { capital: true, upper: true }],
    ['iShares', { capital: false, upper: false }],
    ['Île', { capital: true, upper: false }],
    ['rose', { capital: false, upper: false }],
  ])('knows the case of %s', (text, expected) => {
    expect(tokenize(text)[0]).toMatchObject({ kind: 'word', ...expected });
  });

  it('yields tokens in order, inside the text, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 100 })), (text) => {
        let previousEnd = 0;
        for (const { token, start, end } of placed(text)) {
          expect(start).toBeGreaterThanOrEqual(previousEnd);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(token.glued).toBe(start === previousEnd && previousEnd > 0);
          previousEnd = end;
        }
      }),
    );
  });

  it('leaves out nothing but white space, soft hyphens and zero-width spaces', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const kept = placed(text).map(({ start, end }) => text.slice(start, end)).join('');
        expect(kept).toBe(text.replaceAll(/[\s\u00ad\u200b]/g, ''));
      }),
    );
  });

  it('takes a part at its word: reading up to a block’s end never reaches into the next', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (first, second) => {
        const text = `${first}\n${second}`;
        for (const { end } of placed(text, 0, first.length)) expect(end).toBeLessThanOrEqual(first.length);
        expect(tokenize(text, 0, first.length)).toEqual(tokenize(first));
      }),
    );
  });

  it('ends a token where the part ends', () => {
    expect(placed('1,234.5 gains', 0, 5).map(({ token }) => token.lower)).toEqual(['1,234']);
    expect(placed('wouldn’t', 0, 7).map(({ token }) => token.lower)).toEqual(['wouldn', "'"]);
  });

  it('shares the token of a word between all its places, glued and not apart', () => {
    const [first, , second, , third] = tokenize('Fund, fund -Fund');
    expect([first!.lower, second!.lower, third!.lower]).toEqual(['fund', 'fund', 'fund']);
    const again = tokenize('another Fund')[1];
    expect(again).toBe(first);
    expect(second).not.toBe(first);
    expect(third).toEqual({ ...first, glued: true, slot: third!.slot });
    expect(third!.slot).not.toBe(first!.slot);
  });

  it('reads every word as it is written, however many there are and whatever was read before', () => {
    // Far more words than there are slots: each takes another's place, most of them more than once.
    const written = Array.from({ length: 60_000 }, (_, n) => `w${n.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)}`);
    for (let round = 0; round < 2; round += 1) {
      const tokens = tokenize(written.join(' '));
      expect(tokens.map((token) => token.lower)).toEqual(written);
      for (const token of tokens) expect(token.slot).toBeLessThan(TOKEN_SLOTS);
    }
  });

  it('keeps no word that is too long to be met again', () => {
    const long = 'antidisestablishmentarianism';
    const [token] = tokenize(long);
    expect(token).toMatchObject({ lower: long, slot: -1 });
    expect(tokenize('Unprofitableness')[0]).toBe(tokenize('Unprofitableness')[0]);
  });
});
