import { describe, expect, it } from 'vitest';
import { denominator, readNumberWords, SCALES, smallNumber } from '../../../lib/text/number-words.ts';

describe('readNumberWords', () => {
  it.each([
    ['zero', 0, 1],
    ['seven', 7, 1],
    ['nineteen names', 19, 1],
    ['twenty five', 25, 2],
    ['ninety nine points', 99, 2],
    ['two hundred', 200, 2],
    ['two hundred and five', 205, 4],
    ['two hundred fifty', 250, 3],
    ['three thousand', 3000, 2],
    ['two thousand one hundred', 2100, 4],
    ['twelve hundred', 1200, 2],
    ['twenty five thousand', 25_000, 3],
  ])('%s', (text, value, length) => {
    expect(readNumberWords(text.split(' '), 0)).toEqual({ value, length });
  });

  it.each(['hundred', 'thousand', 'and', 'rose', ''])('finds no number in %j', (text) => {
    expect(readNumberWords(text.split(' '), 0)).toBeNull();
  });

  it('does not add what is a list', () => {
    expect(readNumberWords(['five', 'six'], 0)).toEqual({ value: 5, length: 1 });
    expect(readNumberWords(['twenty', 'thirty'], 0)).toEqual({ value: 20, length: 1 });
    expect(readNumberWords(['two', 'and', 'three'], 0)).toEqual({ value: 2, length: 1 });
  });

  it('starts where it is told', () => {
    expect(readNumberWords(['about', 'forty', 'two'], 1)).toEqual({ value: 42, length: 2 });
    expect(readNumberWords(['about'], 1)).toBeNull();
  });
});

describe('single words', () => {
  it('are small numbers or none', () => {
    expect(smallNumber('twelve')).toBe(12);
    expect(smallNumber('eighty')).toBe(80);
    expect(smallNumber('hundred')).toBeNull();
  });

  it('are denominators or none', () => {
    expect([denominator('half'), denominator('thirds'), denominator('quarter'), denominator('tenths'), denominator('first')]).toEqual([2, 3, 4, 10, null]);
  });

  it('are scales', () => {
    expect([SCALES['k'], SCALES['million'], SCALES['bn'], SCALES['trillion'], SCALES['dozen']]).toEqual([1e3, 1e6, 1e9, 1e12, undefined]);
  });
});
