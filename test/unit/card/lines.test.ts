import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOnTheWay } from '../../../lib/card/corridor.ts';
import { boxOfWords } from '../../../lib/card/lines.ts';

const rect = (left: number, top: number, right: number, bottom = top + 20) => ({ left, top, right, bottom });

describe('the box of words that a card keeps free', () => {
  const ONE = rect(300, 100, 400);
  const TWO = rect(40, 130, 400);
  const THREE = rect(40, 160, 120);

  it.each([
    ['one line', ONE, [ONE], ONE],
    ['two lines, from the first', ONE, [ONE, TWO], rect(40, 100, 400, 150)],
    ['three lines, from the last', THREE, [ONE, TWO, THREE], rect(40, 100, 400, 180)],
    ['of four lines only the one under the pointer', TWO, [ONE, TWO, THREE, rect(40, 190, 60)], TWO],
    ['a line in several pieces', ONE, [ONE, rect(400, 96, 408, 108), rect(408, 100, 430), TWO], rect(40, 96, 430, 150)],
    ['lines set so tightly that they overlap', ONE, [ONE, rect(40, 116, 400)], rect(40, 100, 400, 136)],
    ['not the rest in the next column', rect(40, 700, 200), [rect(40, 700, 200), rect(300, 20, 360)], rect(40, 700, 200)],
    ['not a copy further down', ONE, [ONE, rect(300, 500, 400)], ONE],
    ['no empty pieces', ONE, [ONE, rect(10, 130, 10), rect(10, 130, 60, 130)], ONE],
  ])('%s', (_, line, words, box) => {
    expect(boxOfWords(line, words)).toEqual(box);
    expect(boxOfWords(line, words.toReversed())).toEqual(box);
  });

  it('always holds the line under the pointer', () => {
    const some = fc.tuple(fc.nat(900), fc.nat(700), fc.nat(300), fc.nat(40)).map(([left, top, width, height]) => rect(left, top, left + width, top + height));
    fc.assert(
      fc.property(some, fc.array(some), (line, words) => {
        const box = boxOfWords(line, words);
        expect(box.left).toBeLessThanOrEqual(line.left);
        expect(box.top).toBeLessThanOrEqual(line.top);
        expect(box.right).toBeGreaterThanOrEqual(line.right);
        expect(box.bottom).toBeGreaterThanOrEqual(line.bottom);
      }),
    );
  });
});

describe('the way to the card', () => {
  const card = { left: 100, top: 128, right: 480, bottom: 428 };

  it.each([
    ['on the card', { x: 300, y: 200 }, true],
    ['between the words and the card', { x: 160, y: 122 }, true],
    ['slanting towards its far corner', { x: 250, y: 124 }, true],
    ['the other way', { x: 160, y: 60 }, false],
    ['far beside it', { x: 700, y: 115 }, false],
    ['below it', { x: 300, y: 600 }, false],
  ])('%s', (_, point, onTheWay) => {
    expect(isOnTheWay(point, { x: 150, y: 110 }, card)).toBe(onTheWay);
  });

  it('holds every point between where the words were left and a point of the card', () => {
    const inCard = fc.tuple(fc.integer({ min: 100, max: 480 }), fc.integer({ min: 128, max: 428 }));
    fc.assert(
      fc.property(fc.nat(900), fc.nat(700), inCard, fc.double({ min: 0, max: 1, noNaN: true }), (x, y, [cardX, cardY], part) => {
        const point = { x: x + (cardX - x) * part, y: y + (cardY - y) * part };
        expect(isOnTheWay(point, { x, y }, card)).toBe(true);
      }),
    );
  });
});
