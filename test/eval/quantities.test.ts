import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../support/run.ts';
import { isRight, numbersOf, outsideClassOf, percentagesOf, quantulumValues, rangesOf, readQuantulum, readRecognizers, scoreQuantulum, scoreRecognizers } from './quantity-sets.ts';
import type { Model, RecognizersCase } from './quantity-sets.ts';

/**
 * Figures in any text: other projects' cases, where they lie beside this one, and always some sentences of our own in
 * the same forms. What was reached must not be lost again.
 */
const BESIDE = join(PROJECT, '..', 'shared', 'corpus', 'external');

/** The bars: 0.80 of the values of quantulum3, 0.85 of the cases of Recognizers-Text that occur in prose on markets. */
const QUANTULUM = { file: 'quantulum3/quantities.json', f1: 0.87 };
const RECOGNIZERS: readonly { readonly file: string; readonly model: Model; readonly share: number; readonly inside: number }[] = [
  { file: 'recognizers-text/Number/NumberModel.json', model: 'number', share: 0.97, inside: 162 },
  { file: 'recognizers-text/Number/NumberRangeModel.json', model: 'range', share: 0.88, inside: 75 },
  { file: 'recognizers-text/Number/PercentModel.json', model: 'percent', share: 1, inside: 11 },
];

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

describe('figures in the forms of other projects', () => {
  it.each<[string, readonly number[]]>([
    ['The tank holds 40 litres, or between 8 and 10 gallons.', [40, 9]],
    ['She ran 12km in three quarters of an hour.', [12, 0.75]],
    ['It cost 45 cents in 1975 and costs $4.50 now.', [45, 1975, 4.5]],
    ['The temperature doubled.', []],
  ])('values: %s', (text, values) => {
    expect(quantulumValues(text).map(({ value }) => Number(value.toPrecision(6)))).toEqual(values);
  });

  it('numbers keep both ends of a range and leave out what has a unit glued to it', () => {
    expect(numbersOf('5 to 7 people walked 3km with a quarter of the load')).toEqual([5, 7, 0.25]);
  });

  it('ranges are written ones and those that a bound opens', () => {
    expect(rangesOf('more than 8, about 9, at most 10, between 11 and 12')).toEqual([{ low: 8, high: Infinity }, { low: -Infinity, high: 10 }, { low: 11, high: 12 }]);
  });

  it('percentages are those with their sign or word', () => {
    expect(percentagesOf('5 of 20 people, or 25%, against ten percent in 3 towns')).toEqual([25, 10]);
  });

  it('a case is right only when every value of it is read, and no other', () => {
    const one = (value: string): RecognizersCase => ({ Input: 'I bought two pens', Results: [{ Text: 'two', Resolution: { value } }] });
    expect(isRight('number', one('2'))).toBe(true);
    expect(isRight('number', one('3'))).toBe(false);
    expect(isRight('number', { Input: 'I bought two pens', Results: [] })).toBe(false);
  });

  it('quantulum3 cases count each value missed and each read besides', () => {
    const { tp, fp, fn } = scoreQuantulum([{ req: 'two pens and 5 inks', res: [{ value: 2, surface: 'two pens' }, { value: 6, surface: '5 inks' }] }]);
    expect({ tp, fp, fn }).toEqual({ tp: 1, fp: 1, fn: 1 });
  });

  it.each<[string, string | null]>([
    ['Call 555-12-34', 'dates, telephone numbers and addresses taken for numbers'],
    ['the answer is 2^5', 'powers'],
    ['7 over 9', 'division told in words'],
    ['I paid $30 over 9 days', null],
    ['two thirds', null],
  ])('classes that have no meaning here: %s', (Input, name) => {
    expect(outsideClassOf({ Input, Results: [] })?.name ?? null).toBe(name);
  });
});

describe('sets of figures beside the project', () => {
  if (!existsSync(join(BESIDE, QUANTULUM.file))) {
    it('are not there, so nothing was measured on them', () => {
      process.stdout.write(`No sets of figures in ${BESIDE}: only own sentences were read.\n`);
      expect(existsSync(join(BESIDE, QUANTULUM.file))).toBe(false);
    });
    return;
  }

  it('quantulum3 keeps what was reached', () => {
    const { f1, differences } = scoreQuantulum(readQuantulum(join(BESIDE, QUANTULUM.file)));
    process.stdout.write(`${QUANTULUM.file}: values ${percent(f1)} (F1)\n`);
    expect(f1, differences.join('\n')).toBeGreaterThanOrEqual(QUANTULUM.f1);
  });

  it.each(RECOGNIZERS)('$file keeps what was reached', ({ file, model, share, inside }) => {
    const result = scoreRecognizers(model, readRecognizers(join(BESIDE, file)));
    process.stdout.write(`${file}: ${result.right} of ${result.inside} cases right (${percent(result.right / result.inside)})\n`);
    expect(result.right / result.inside, result.differences.join('\n')).toBeGreaterThanOrEqual(share);
    // A class must not grow until the measure is met.
    expect(result.inside).toBeGreaterThanOrEqual(inside);
  });
});
