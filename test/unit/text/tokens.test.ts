import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../lib/text/tokens.ts';

const words = (text: string): string[] => tokenize(text).map((token) => token.lower);

describe('tokenize', () => {
  it.each<[string, readonly string[]]>([
    ['The Russell 2000 rose.', ['the', 'russell', '2000', 'rose', '.']],
    ['2,000 names', ['2,000', 'names']],
    ['1,234.5 and 17.45', ['1,234.5', 'and', '17.45']],
    ['1,2345', ['1', ',', '2345']],
    ['17,45', ['17', ',', '45']],
    ['17.', ['17', '.']],
    ['.5', ['.', '5']],
    ["hasn't we're they'll", ["hasn't", "we're", "they'll"]],
    ['hasn’t', ["hasn't"]],
    ['Apple’s gain', ['apple', "'s", 'gain']],
    ["investors' money", ['investors', "'", 'money']],
    ["Macy's", ['macy', "'s"]],
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
    for (const token of tokenize(text)) {
      expect(text.slice(token.start, token.end).toLowerCase().replaceAll(/[“”]/g, '"')).toBe(token.lower);
    }
  });

  it('keeps offsets of the whole text when it reads a part', () => {
    const text = 'First block.\nIWM rose 3%.';
    const tokens = tokenize(text, 13);
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
        let end = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(token.glued).toBe(token.start === end && end > 0);
          end = token.end;
        }
      }),
    );
  });

  it('leaves out nothing but white space, soft hyphens and zero-width spaces', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const kept = tokenize(text).map(({ start, end }) => text.slice(start, end)).join('');
        expect(kept).toBe(text.replaceAll(/[\s\u00ad\u200b]/g, ''));
      }),
    );
  });

  it('takes a part at its word: reading up to a block’s end never reaches into the next', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (first, second) => {
        const text = `${first}\n${second}`;
        for (const token of tokenize(text, 0, first.length)) expect(token.end).toBeLessThanOrEqual(first.length);
        expect(tokenize(text, 0, first.length)).toEqual(tokenize(first));
      }),
    );
  });
});
