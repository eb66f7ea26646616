import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOnTheWay } from '../../../lib/card/corridor.ts';
import { placeCard, roomBeside } from '../../../lib/card/placement.ts';

const WINDOW = { width: 1000, height: 800 };
const CARD = { width: 380, height: 300 };
const line = (left: number, top: number, width = 120) => ({ left, top, right: left + width, bottom: top + 20 });

describe('the card', () => {
  it.each([
    ['below the line', line(100, 100), CARD, { left: 100, top: 128, side: 'below' }],
    ['above when there is no room below', line(100, 700), CARD, { left: 100, top: 392, side: 'above' }],
    ['inside the window at its right edge', line(900, 100, 90), CARD, { left: 612, top: 128, side: 'below' }],
    ['beside the line when it is too tall for both', line(100, 380), { width: 380, height: 500 }, { left: 228, top: 140, side: 'right' }],
    ['on the other side at the right edge', line(800, 380), { width: 380, height: 500 }, { left: 412, top: 140, side: 'left' }],
    ['over the line as the last resort', line(300, 380, 400), { width: 380, height: 500 }, { left: 300, top: 292, side: 'over' }],
  ])('%s', (_, at, card, place) => {
    expect(placeCard(at, card, WINDOW)).toEqual(place);
  });

  it('lies in the window whenever it fits, and never hides the line unless it must', () => {
    fc.assert(
      fc.property(fc.nat(980), fc.nat(780), fc.integer({ min: 10, max: 600 }), fc.integer({ min: 50, max: 784 }), (left, top, width, height) => {
        const at = line(left, top, width);
        const place = placeCard(at, { width: 380, height }, WINDOW);
        expect(place.left).toBeGreaterThanOrEqual(8);
        expect(place.top).toBeGreaterThanOrEqual(8);
        expect(place.left + 380).toBeLessThanOrEqual(992);
        expect(place.top + height).toBeLessThanOrEqual(792);
        const covers = place.left < at.right && place.left + 380 > at.left && place.top < at.bottom && place.top + height > at.top;
        if (place.side !== 'over') expect(covers).toBe(false);
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

describe('the room beside a line', () => {
  it('is what a card may be tall without covering the words', () => {
    expect(roomBeside(line(100, 100), WINDOW)).toBe(664);
    for (const top of [20, 380, 700]) {
      const at = line(100, top);
      const { side } = placeCard(at, { width: 900, height: roomBeside(at, WINDOW) }, WINDOW);
      expect(['below', 'above']).toContain(side);
    }
  });
});
