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
    ['a hundred and two', 102, 4],
    ['a million', 1e6, 2],
    ['two million three hundred', 2_000_300, 4],
    ['twenty one trillion and three hundred', 21e12 + 300, 6],
    ['two hundred and two thousand', 202_000, 5],
    ['three lakh crore', 3e12, 3],
    ['hundred thousand', 100_000, 2],
    ['two dozen', 24, 2],
    ['three hundred and two dozen', 324, 5],
    ['five point five', 5.5, 3],
    ['two hundred point zero three', 200.03, 5],
    ['one point twenty five percent', 1.25, 4],
  ])('%s', (text, value, length) => {
    expect(readNumberWords(text.split(' '), 0)).toMatchObject({ value, length });
  });

  it.each(['hundred', 'thousand', 'dozens', 'a', 'a lot', 'and', 'point five', 'rose', ''])('finds no number in %j', (text) => {
    expect(readNumberWords(text.split(' '), 0)).toBeNull();
  });

  it('does not add what is a list', () => {
    expect(readNumberWords(['five', 'six'], 0)).toMatchObject({ value: 5, length: 1 });
    expect(readNumberWords(['twenty', 'thirty'], 0)).toMatchObject({ value: 20, length: 1 });
    expect(readNumberWords(['two', 'and', 'three'], 0)).toMatchObject({ value: 2, length: 1 });
    expect(readNumberWords(['zero', 'four'], 0)).toMatchObject({ value: 0, length: 1 });
    expect(readNumberWords(['one', 'million', 'and', 'a', 'half'], 0)).toMatchObject({ value: 1e6, length: 2 });
    expect(readNumberWords(['one', 'hundred', 'and', 'three', 'quarters'], 0)).toMatchObject({ value: 100, length: 2 });
  });

  it('tells the last scale in it', () => {
    expect(readNumberWords(['two', 'million'], 0)?.scale).toBe(1e6);
    expect(readNumberWords(['two', 'million', 'five', 'thousand'], 0)?.scale).toBe(1000);
    expect(readNumberWords(['two', 'hundred'], 0)?.scale).toBe(1);
  });

  it('starts where it is told', () => {
    expect(readNumberWords(['about', 'forty', 'two'], 1)).toMatchObject({ value: 42, length: 2 });
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
