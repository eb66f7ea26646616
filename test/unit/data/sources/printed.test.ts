import fc from 'fast-check';
import { format } from 'date-fns';
import { describe, expect, it } from 'vitest';
import { dayOf, isNone, numberOf } from '../../../../lib/data/sources/printed.ts';

describe('numberOf', () => {
  const numbers: [string, number][] = [
    ['1,532,594,919.50', 1532594919.5], ['0.00', 0], ['-0.02', -0.02], ['−3', -3], ['(1,200)', -1200], [' 17 ', 17], ['.5', 0.5],
    ['+4', 4], ['1.5E+9', 1.5e9], ['7774.150', 7774.15], ['-0', 0],
  ];
  it.each(numbers)('reads %s', (text, number) => expect(numberOf(text)).toBe(number));

  const none = [
    '', '-', '--', 'NaN', 'Infinity', '1e999', '1.532,50', '1,53', '12,3456', '1 532', '0x10', '12abc', '--5', '1.2.3', '9'.repeat(400), '$5', '5%', 'May 05, 2026',
  ];
  it.each(none)('does not read %j', (text) => expect(numberOf(text)).toBeNull());

  it('takes the one unit that it was told of', () => {
    expect([numberOf('35.6x', 'x'), numberOf('$1,234.5', '$'), numberOf('1.93%', '%'), numberOf('1.93 %', '%')]).toEqual([35.6, 1234.5, 1.93, 1.93]);
    expect([numberOf('35.6x', '%'), numberOf('$1.8 trillion', '$'), numberOf('x', 'x'), numberOf('17', 'x')]).toEqual([null, null, null, 17]);
  });

  it('reads back whatever is printed with thousands commas', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const printed = `${whole < 0 ? '-' : ''}${Math.abs(whole).toLocaleString('en-US')}.${String(cents).padStart(2, '0')}`;
        expect(numberOf(printed)).toBe(Number(printed.replaceAll(',', '')) + 0);
      }),
    );
  });
});

it('knows the ways of printing that there is no figure', () => {
  expect(['', ' ', '-', '--', '.', 'N/A', '—'].every(isNone)).toBe(true);
  expect(['0', '0.00', '-1', 'x'].some(isNone)).toBe(false);
});

describe('dayOf', () => {
  const days: [string | number, string][] = [
    ['May 05, 2026', '2026-05-05'], ['May 5, 2026', '2026-05-05'], ['September 5, 2025', '2025-09-05'], ['05/04/2026', '2026-05-04'],
    ['20261007', '2026-10-07'], [20261007, '2026-10-07'], ['05-May-2026', '2026-05-05'], ['29/Jul/2026', '2026-07-29'],
    ['2026-06-30T00:00:00-04:00', '2026-06-30'], [' 2026-06-30 ', '2026-06-30'],
  ];
  it.each(days)('reads %s', (text, day) => expect(dayOf(text)).toBe(day));

  const none = ['', '-', '2026-02-30', '02/30/2026', '31/12/2026', 'Mai 05, 2026', '05.05.2026', '05/05/26', '2026', '20261332', '99990101', 'tomorrow', '45000'];
  it.each(none)('does not read %j', (text) => expect(dayOf(text)).toBeNull());

  it('reads back every day in every way of printing it', () => {
    const patterns = fc.constantFrom('MMM dd, yyyy', 'MMMM d, yyyy', 'MM/dd/yyyy', 'yyyyMMdd', 'dd-MMM-yyyy', 'd/MMM/yyyy', 'yyyy-MM-dd', "yyyy-MM-dd'T'HH:mm:ss");
    const dates = fc.tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 31 })).map(([year, month, day]) => new Date(year, month, day));
    fc.assert(
      fc.property(dates, patterns, (date, pattern) => {
        expect(dayOf(format(date, pattern))).toBe(format(date, 'yyyy-MM-dd'));
      }),
    );
  });
});
