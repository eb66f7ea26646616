import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalOf, printedRounding, relate } from '../../../lib/check/interval.ts';
import type { Wording } from '../../../lib/check/interval.ts';
import type { Interval } from '../../../lib/check/finding.ts';
import type { Qualifier } from '../../../lib/detect/detection.ts';

function wording(value: number, halfUnit: number, qualifier: Qualifier, more: Partial<Wording> & { fraction?: boolean } = {}): Wording {
  const { fraction = false, ...rest } = more;
  return { value: { low: value, high: value, halfUnit, isFraction: fraction, text: null }, qualifier, unit: '%', ...rest };
}

const shown = (interval: Interval | null): (number | null)[] =>
  [interval?.low ?? null, interval?.high ?? null].map((end) => (end === null ? null : Math.round(end * 1e6) / 1e6));

describe('the interval of a wording', () => {
  it.each<[string, Wording, (number | null)[]]>([
    ['17', wording(17, 0.5, 'exact'), [16.5, 17.5]],
    ['17.45', wording(17.45, 0.005, 'exact'), [17.445, 17.455]],
    ['about 40', wording(40, 0.5, 'about'), [36, 44]],
    ['about 25', wording(25, 0.5, 'about'), [23.75, 26.25]],
    ['about 12.5', wording(12.5, 0.05, 'about'), [11.875, 13.125]],
    ['about 7', wording(7, 0.5, 'about'), [6.3, 7.7]],
    ['about 0.3 keeps its rounding', wording(0.3, 0.05, 'about'), [0.25, 0.35]],
    ['about 39,500', wording(39500, 0.5, 'about', { unit: 'USD' }), [37525, 41475]],
    ['nearly 30', wording(30, 0.5, 'nearly'), [28.5, 30.5]],
    ['just under 20', wording(20, 0.5, 'nearly'), [19, 20.5]],
    ['more than 40', wording(40, 0.5, 'over'), [40, null]],
    ['less than 40', wording(40, 0.5, 'under'), [null, 40]],
    ['gained less than 5', wording(5, 0.5, 'under', { isDirected: true }), [0, 5]],
    ['lost more than 25', wording(-25, 0.5, 'over', { isDirected: true }), [null, -25]],
    ['lost less than 5', wording(-5, 0.5, 'under', { isDirected: true }), [-5, 0]],
    ['lost nearly 30', wording(-30, 0.5, 'nearly', { isDirected: true }), [-30.5, -28.5]],
    ['ahead, without a figure', wording(0, 0, 'over', { isDirected: true }), [0, null]],
    ['behind, without a figure', wording(0, 0, 'under', { isDirected: true }), [null, 0]],
    ['doubled', wording(100, 0, 'exact', { isDirected: true }), [80, 120]],
    ['lost all but a tenth, in words', wording(-90, 0, 'exact', { isDirected: true }), [-90.5, -89.5]],
    ['more than doubled', wording(100, 0, 'over', { isDirected: true }), [100, null]],
    ['nearly sixfold', wording(500, 0, 'nearly', { isDirected: true }), [440, 560]],
    ['flat', wording(0, 0, 'exact', { isDirected: true }), [-1, 1]],
    ['seven per cent', wording(7, 0, 'exact', { isDirected: true }), [6.5, 7.5]],
    ['a third', wording(100 / 3, 0, 'exact', { fraction: true }), [30, 37]],
    ['half', wording(50, 0, 'exact', { fraction: true }), [47, 53]],
    ['about half', wording(50, 0, 'about', { fraction: true }), [44, 56]],
    ['two in five', wording(40, 0, 'exact', { fraction: true }), [38, 42]],
    ['three in four', wording(75, 0, 'exact', { fraction: true }), [71.25, 78.75]],
    ['2,000 companies', wording(2000, 0.5, 'exact', { unit: 'count', isCount: true }), [1940, 2060]],
    ['a threshold of at least 22.7', wording(22.7, 0.05, 'over', { isThreshold: true }), [22.65, 22.75]],
  ])('%s', (_words, given, expected) => {
    expect(shown(intervalOf(given))).toEqual(expected);
  });

  it('keeps both roundings of a range', () => {
    const value = { low: 30, high: 40, halfUnit: 0.5, isFraction: false, text: null };
    expect(shown(intervalOf({ value, qualifier: 'range', unit: '%' }))).toEqual([29.5, 40.5]);
  });

  it('is none for a schedule or a flag', () => {
    const value = { low: 0, high: 0, halfUnit: 0, isFraction: false, text: 'annual:June' };
    expect(intervalOf({ value, qualifier: 'exact', unit: 'schedule' })).toBeNull();
  });
});

const digits = fc.integer({ min: 0, max: 3 });
const size = fc.integer({ min: 1, max: 99_999 });
/** A figure as printed with some decimals, and half a unit of its last digit. */
const printed = fc.tuple(size, digits, fc.boolean()).map(([units, decimals, falls]) => {
  const unit = 10 ** -decimals;
  return { value: (falls ? -1 : 1) * units * unit, halfUnit: unit / 2, unit };
});

describe('whatever the figure', () => {
  it('a hedge never narrows the interval', () => {
    fc.assert(
      fc.property(printed, fc.boolean(), ({ value, halfUnit }, fraction) => {
        const exact = shown(intervalOf(wording(value, halfUnit, 'exact', { fraction })));
        const about = shown(intervalOf(wording(value, halfUnit, 'about', { fraction })));
        expect(about[0]).toBeLessThanOrEqual(exact[0] ?? Number.NaN);
        expect(about[1]).toBeGreaterThanOrEqual(exact[1] ?? Number.NaN);
        const nearly = shown(intervalOf(wording(value, halfUnit, 'nearly', { fraction })));
        const [towardsZero, plain] = value < 0 ? [-(nearly[1] ?? 0), -(exact[1] ?? 0)] : [nearly[0] ?? 0, exact[0] ?? 0];
        expect(towardsZero).toBeLessThanOrEqual(plain);
      }),
    );
  });

  it('a true value lies in its own rounding', () => {
    fc.assert(
      fc.property(fc.double({ min: -5000, max: 5000, noNaN: true }), digits, fc.constantFrom<Qualifier>('exact', 'about'), (truth, decimals, qualifier) => {
        const unit = 10 ** -decimals;
        const value = Math.round(truth / unit) * unit;
        const interval = intervalOf(wording(value, unit / 2, qualifier));
        const figure = { low: truth, high: truth, rounding: 0 };
        expect(interval && relate(figure, interval, { inside: 0, outside: 0 })).toBe('inside');
      }),
    );
  });

  it('a floor is never widened and a ceiling mirrors it', () => {
    fc.assert(
      fc.property(printed, ({ value, halfUnit }) => {
        const over = intervalOf(wording(Math.abs(value), halfUnit, 'over'));
        const under = intervalOf(wording(Math.abs(value), halfUnit, 'under'));
        expect(over).toEqual({ low: Math.abs(value), high: null });
        expect(under).toEqual({ low: null, high: Math.abs(value) });
      }),
    );
  });
});

describe('a figure on record against an interval', () => {
  const interval = { low: 38, high: 42 };
  const none = { inside: 0, outside: 0 };

  it('an open figure does not contradict inside itself', () => {
    expect(relate({ low: 30, high: null, rounding: 0.5 }, interval, none)).toBe('touches');
    expect(relate({ low: 40, high: null, rounding: 0.5 }, interval, none)).toBe('inside');
    expect(relate({ low: 45, high: null, rounding: 0.5 }, interval, none)).toBe('outside');
  });

  it('its own rounding may reach the interval without lying in it', () => {
    expect(relate({ low: 42, high: 42, rounding: 0.5 }, { low: 42.25, high: 42.35 }, none)).toBe('touches');
    expect(relate({ low: 43, high: 43, rounding: 0.5 }, { low: 42.25, high: 42.35 }, none)).toBe('outside');
  });

  it('a margin helps the claim on both sides', () => {
    const figure = { low: 42.3, high: 42.3, rounding: 0.05 };
    expect(relate(figure, interval, none)).toBe('outside');
    expect(relate(figure, interval, { inside: 0.4, outside: 0.4 })).toBe('inside');
    expect(relate(figure, interval, { inside: 0, outside: 0.4 })).toBe('touches');
  });

  it('is rounded as it was printed', () => {
    expect(printedRounding(38.87, '%')).toBe(0.005);
    expect(printedRounding(42, '%')).toBe(0.5);
    expect(printedRounding(2000, 'count')).toBe(0);
    expect(printedRounding(4_600_000_000, 'USD')).toBe(50_000_000);
  });
});
