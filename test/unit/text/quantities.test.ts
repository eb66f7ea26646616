import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanQuantities, type Quantity } from '../../../lib/text/quantities.ts';
import { tokenize } from '../../../lib/text/tokens.ts';
import { readTokens } from '../../support/tokens.ts';

function scan(text: string): Quantity[] {
  const tokens = tokenize(text);
  return scanQuantities(tokens, 0, tokens.length);
}

/** A figure in a row: its words, low, high, unit, hedge, and the flags that are set. */
type Row = readonly [words: string, low: number, high: number, unit: Quantity['unit'], hedge: Quantity['hedge'], flags: string];

function rowOf(text: string, quantity: Quantity): Row {
  const flags = [
    quantity.isRange && 'range', quantity.isFraction && 'fraction', quantity.signed && 'signed', quantity.inWords && 'words',
    quantity.isYear && 'year', quantity.compound !== null && `compound:${quantity.compound}`,
  ].filter((flag) => flag !== false);
  const round = (value: number): number => Number(value.toPrecision(6));
  return [readTokens(text).wordsOf(quantity.from, quantity.to), round(quantity.low), round(quantity.high), quantity.unit, quantity.hedge, flags.join(' ')];
}

const rows = (text: string): Row[] => scan(text).map((quantity) => rowOf(text, quantity));

const one = (words: string, value: number, unit: Quantity['unit'], hedge: Quantity['hedge'] = null, flags = ''): Row => [words, value, value, unit, hedge, flags];
const range = (words: string, low: number, high: number, unit: Quantity['unit'], hedge: Quantity['hedge'] = null, flags = 'range'): Row => [words, low, high, unit, hedge, flags];

const UNITS: readonly (readonly [string, Row])[] = [
  ['up 4%', one('4%', 4, '%')],
  ['up 4 %', one('4 %', 4, '%')],
  ['up 4.25 percent', one('4.25 percent', 4.25, '%')],
  ['up 4 per cent', one('4 per cent', 4, '%')],
  ['up 4 pct', one('4 pct', 4, '%')],
  ['4pct', one('4pct', 4, '%')],
  ['by 3 percentage points', one('3 percentage points', 3, 'pp')],
  ['by 1 percentage point', one('1 percentage point', 1, 'pp')],
  ['by 3 full percentage points', one('3 full percentage points', 3, 'pp')],
  ['by 3 percent points', one('3 percent points', 3, 'pp')],
  ['by 2.5pp', one('2.5pp', 2.5, 'pp')],
  ['by 2.5 ppts', one('2.5 ppts', 2.5, 'pp')],
  ['costs 9 bps', one('9 bps', 9, 'bps')],
  ['costs 9bps', one('9bps', 9, 'bps')],
  ['costs 1 bp', one('1 bp', 1, 'bps')],
  ['costs 45 basis points', one('45 basis points', 45, 'bps')],
  ['at 17.45x sales', one('17.45x', 17.45, 'x')],
  ['at 17 times earnings', one('17 times', 17, 'x')],
  ['rose 18.50 points', one('18.50 points', 18.5, 'points')],
  ['rose 12 pts', one('12 pts', 12, 'points')],
  ['a 7-point lead', one('7-point', 7, 'points')],
  ['earned 35 cents', one('35 cents', 0.35, 'USD')],
  ['earned 35¢', one('35¢', 0.35, 'USD')],
  ['at $43.17', one('$43.17', 43.17, 'USD')],
  ['at US$43.17', one('US$43.17', 43.17, 'USD')],
  ['paid 12 dollars', one('12 dollars', 12, 'USD')],
  ['1.5 million dollars', one('1.5 million dollars', 1.5e6, 'USD')],
  ['cost €40', one('€40', 40, 'foreign')],
  ['cost £3.5 million', one('£3.5 million', 3.5e6, 'foreign')],
  ['cost ¥2,000', one('¥2,000', 2000, 'foreign')],
  ['cost 500 yen', one('500 yen', 500, 'foreign')],
  ['cost C$12', one('$12', 12, 'foreign')],
  ['2,412.31', one('2,412.31', 2412.31, 'plain')],
];

const SCALED: readonly (readonly [string, Row])[] = [
  ['$1.2 billion', one('$1.2 billion', 1.2e9, 'USD')],
  ['$1.2B', one('$1.2B', 1.2e9, 'USD')],
  ['$1.2bn', one('$1.2bn', 1.2e9, 'USD')],
  ['$850M', one('$850M', 8.5e8, 'USD')],
  ['$850 million', one('$850 million', 8.5e8, 'USD')],
  ['$3 trillion', one('$3 trillion', 3e12, 'USD')],
  ['$3T', one('$3T', 3e12, 'USD')],
  ['$40k', one('$40k', 40_000, 'USD')],
  ['the $17.8-billion fund', one('$17.8-billion', 1.78e10, 'USD')],
  ['$1.2billion', one('$1.2billion', 1.2e9, 'USD')],
  ['2.4 million', one('2.4 million', 2.4e6, 'plain')],
  ['60 thousand', one('60 thousand', 60_000, 'plain')],
  ['45bn', one('45bn', 4.5e10, 'plain')],
];

const SIGNED: readonly (readonly [string, Row])[] = [
  ['IWM +2.1%', one('+2.1%', 2.1, '%', null, 'signed')],
  ['IWM -2.1%', one('-2.1%', -2.1, '%', null, 'signed')],
  ['IWM −2.1%', one('−2.1%', -2.1, '%', null, 'signed')],
  ['IWM –2.1%', one('–2.1%', -2.1, '%', null, 'signed')],
  ['IWM + 2.1%', one('+ 2.1%', 2.1, '%', null, 'signed')],
  ['the market - 3% of it', one('3%', 3, '%')],
  ['minus 3%', one('minus 3%', -3, '%', null, 'signed')],
  ['plus 3%', one('plus 3%', 3, '%', null, 'signed')],
  ['a loss of $-0.42', one('$-0.42', -0.42, 'USD', null, 'signed')],
  ['a loss of -$0.42', one('-$0.42', -0.42, 'USD', null, 'signed')],
  ['within +/- 2.5%', one('+/- 2.5%', 2.5, '%')],
  ['within ±2.5%', one('±2.5%', 2.5, '%')],
  ['(1.1%)', one('(1.1%)', -1.1, '%', null, 'signed')],
  ['($1.1)', one('($1.1)', -1.1, 'USD', null, 'signed')],
  ['the average (21.5)', one('21.5', 21.5, 'plain')],
];

const HEDGED: readonly (readonly [string, Row])[] = [
  ['about 17', one('17', 17, 'plain', 'about')],
  ['roughly 40%', one('40%', 40, '%', 'about')],
  ['~40%', one('40%', 40, '%', 'about')],
  ['nearly 40%', one('40%', 40, '%', 'nearly')],
  ['just shy of 20%', one('20%', 20, '%', 'nearly')],
  ['more than 8%', one('8%', 8, '%', 'over')],
  ['>40%', one('40%', 40, '%', 'over')],
  ['at least $22.7 billion', one('$22.7 billion', 2.27e10, 'USD', 'over')],
  ['no fewer than 30', one('30', 30, 'plain', 'over')],
  ['30%+', one('30%', 30, '%', 'over')],
  ['40% or more', one('40%', 40, '%', 'over')],
  ['less than 5%', one('5%', 5, '%', 'under')],
  ['<5%', one('5%', 5, '%', 'under')],
  ['10 percent or less', one('10 percent', 10, '%', 'under')],
  ['up to 20%', one('20%', 20, '%', 'up to')],
  ['as much as 12%', one('12%', 12, '%', 'up to')],
  ['40% or so', one('40%', 40, '%', 'about')],
  ['a mere 3%', one('3%', 3, '%')],
  ['about a mere 3%', one('3%', 3, '%', 'about')],
  ['they add up to 4.2%', one('4.2%', 4.2, '%')],
];

const IN_WORDS: readonly (readonly [string, Row])[] = [
  ['a third of the companies', one('a third', 33.3333, 'plain', null, 'fraction words')],
  ['one third of them', one('one third', 33.3333, 'plain', null, 'fraction words')],
  ['two thirds of them', one('two thirds', 66.6667, 'plain', null, 'fraction words')],
  ['two-thirds of them', one('two-thirds', 66.6667, 'plain', null, 'fraction words')],
  ['nearly a quarter of them', one('a quarter', 25, 'plain', 'nearly', 'fraction words')],
  ['three quarters of them', one('three quarters', 75, 'plain', null, 'fraction words')],
  ['lost half of its value', one('half', 50, 'plain', null, 'fraction words')],
  ['about half', one('half', 50, 'plain', 'about', 'fraction words')],
  ['1/3 of the index', one('1/3', 33.3333, 'plain', null, 'fraction')],
  ['two in five companies', one('two in five', 40, 'plain', null, 'fraction words')],
  ['7 in 10', one('7 in 10', 70, 'plain', null, 'fraction words')],
  ['three out of ten', one('three out of ten', 30, 'plain', null, 'fraction words')],
  ['one in every four', one('one in every four', 25, 'plain', null, 'fraction words')],
  ['two of every five', one('two of every five', 40, 'plain', null, 'fraction words')],
  ['one constituent in fifteen', one('one constituent in fifteen', 6.66667, 'plain', null, 'fraction words')],
  ['about half a percent', one('half a percent', 0.5, '%', 'about', 'words')],
  ['a fifth of one percent', one('a fifth of one percent', 0.2, '%', null, 'words')],
  ['a quarter of a percent', one('a quarter of a percent', 0.25, '%', null, 'words')],
  ['three percent', one('three percent', 3, '%', null, 'words')],
  ['three and a half percent', one('three and a half percent', 3.5, '%', null, 'words')],
  ['two hundred companies', one('two hundred', 200, 'plain', null, 'words')],
  ['one hundred and five companies', one('one hundred and five', 105, 'plain', null, 'words')],
  ['five million shares', one('five million', 5e6, 'plain', null, 'words')],
  ['a dollar and a quarter', one('a dollar and a quarter', 1.25, 'USD', null, 'words')],
  ['twelve times earnings', one('twelve times', 12, 'x', null, 'words')],
  ['tripled', one('tripled', 200, 'fold', null, 'words')],
  ['more than doubled', one('doubled', 100, 'fold', 'over', 'words')],
  ['rose tenfold', one('tenfold', 900, 'fold', null, 'words')],
  ['halved', one('halved', -50, 'fold', null, 'words')],
];

const RANGES: readonly (readonly [string, Row])[] = [
  ['30-40%', range('30-40%', 30, 40, '%')],
  ['30–40%', range('30–40%', 30, 40, '%')],
  ['30%-40%', range('30%-40%', 30, 40, '%')],
  ['30% to 40%', range('30% to 40%', 30, 40, '%')],
  ['30 to 40 percent', range('30 to 40 percent', 30, 40, '%')],
  ['about 30% to 40%', range('30% to 40%', 30, 40, '%', 'about')],
  ['between 3 and 4%', range('3 and 4%', 3, 4, '%')],
  ['between 3% and 4%', range('3% and 4%', 3, 4, '%')],
  ['10-15x', range('10-15x', 10, 15, 'x')],
  ['ranged from 13 to 21', range('13 to 21', 13, 21, 'plain')],
  ['five to ten percent', range('five to ten percent', 5, 10, '%', null, 'range words')],
  ['$1.2 to $1.4 billion', range('$1.2 to $1.4 billion', 1.2e9, 1.4e9, 'USD')],
  ['$1.2 billion to $1.4 billion', range('$1.2 billion to $1.4 billion', 1.2e9, 1.4e9, 'USD')],
  ['30-40 million', range('30-40 million', 3e7, 4e7, 'plain')],
  ['$800 million to $1.4 billion', range('$800 million to $1.4 billion', 8e8, 1.4e9, 'USD')],
];

const DECIMAL_COMMA_AND_MORE: readonly (readonly [string, Row])[] = [
  ['17,45%', one('17,45%', 17.45, '%')],
  ['1,234', one('1,234', 1234, 'plain')],
  ['in 2024', one('2024', 2024, 'plain', null, 'year')],
  ['$2000', one('$2000', 2000, 'USD')],
  ['2024 times', one('2024 times', 2024, 'x')],
  ['the 500-stock index', one('500', 500, 'plain', null, 'compound:stock')],
  ['30-year bonds', one('30', 30, 'plain', null, 'compound:year')],
];

describe.each([
  ['units', UNITS], ['scales', SCALED], ['signs', SIGNED], ['hedges', HEDGED], ['figures in words', IN_WORDS], ['ranges', RANGES],
  ['commas, years, compounds', DECIMAL_COMMA_AND_MORE],
])('scanQuantities reads %s', (_name, table) => {
  it.each(table)('%s', (text, row) => {
    expect(rows(text)).toEqual([row]);
  });
});

describe('scanQuantities keeps apart', () => {
  it.each<[string, readonly Row[]]>([
    ['from 19 to 17', [one('19', 19, 'plain'), one('17', 17, 'plain')]],
    ['from 17 to 19', [one('17', 17, 'plain'), one('19', 19, 'plain')]],
    ['fell to 4.2% from 4.5%', [one('4.2%', 4.2, '%'), one('4.5%', 4.5, '%')]],
    ['2020-2024', [one('2020', 2020, 'plain', null, 'year'), one('2024', 2024, 'plain', null, 'year')]],
    ['9%, 12% and 31%', [one('9%', 9, '%'), one('12%', 12, '%'), one('31%', 31, '%')]],
    ['3% and 4%', [one('3%', 3, '%'), one('4%', 4, '%')]],
    ['rose 18.50 points, or 0.8%, to 2,301.12', [one('18.50 points', 18.5, 'points'), one('0.8%', 0.8, '%'), one('2,301.12', 2301.12, 'plain')]],
    ['$158.40 (+2.7%)', [one('$158.40', 158.4, 'USD'), one('+2.7%', 2.7, '%', null, 'signed')]],
    ['3 in 2024', [one('3', 3, 'plain'), one('2024', 2024, 'plain', null, 'year')]],
    ['10 points to 4%', [one('10 points', 10, 'points'), one('4%', 4, '%')]],
    ['tripled to $90', [one('tripled', 200, 'fold', null, 'words'), one('$90', 90, 'USD')]],
  ])('%s', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });
});

describe('scanQuantities finds no figure in', () => {
  it.each([
    'Q3', 'S&P500', 'R2K', '10Y', '1Q25', 'the 38th time', 'hundreds of companies', 'the first half', 'the second half', 'a third time', 'for a third straight day',
    'the third quarter', 'THREE', 'nothing at all', '', 'room_7', 'a quarter',
  ])('%j', (text) => {
    expect(rows(text)).toEqual([]);
  });
});

describe('half a unit of the last digit', () => {
  it.each([
    ['17', 0.5], ['17.4', 0.05], ['17.45x', 0.005], ['17,45%', 0.005], ['$1.2 billion', 5e7], ['2,000', 0.5], ['35 cents', 0.005], ['three', 0.5], ['a third of them', 0],
    ['tripled', 0], ['30-40%', 0.5], ['1.25 to 1.5%', 0.05], ['three and a half percent', 0.05], ['45 basis points', 0.5],
  ])('of %j is %f', (text, halfUnit) => {
    expect(scan(text)[0]!.halfUnit).toBeCloseTo(halfUnit, 9);
  });
});

describe('bounds', () => {
  it('leave out the hedge, which has bounds of its own', () => {
    const text = 'at nearly 40% or so';
    const { tokens, wordsOf } = readTokens(text);
    const [quantity] = scanQuantities(tokens, 0, tokens.length);
    expect(wordsOf(quantity!.from, quantity!.to)).toBe('40%');
    expect(tokens.slice(quantity!.hedgedFrom, quantity!.hedgedTo).map(({ lower }) => lower)).toEqual(['nearly', '40', '%', 'or', 'so']);
  });

  it('stay between the tokens that were asked for', () => {
    const tokens = tokenize('12% and 13% and 14%');
    const middle = scanQuantities(tokens, 3, 5);
    expect(middle.map(({ low }) => low)).toEqual([13]);
  });
});

const FIGURES = ['17', '2,000', '1.5', '4%', '$', '%', '-', '–', '+', '/', '(', ')', ',', 'to', 'and', 'between', 'from', 'a', 'half', 'third', 'of', 'one', 'two', 'in', 'five', 'percent', 'percentage',
  'points', 'billion', 'B', 'x', 'times', 'bps', 'basis', 'cents', 'dollar', 'quarter', 'per', 'cent', 'about', 'nearly', 'or', 'so', 'more', 'than', 'up', 'tripled', 'full', 'every', 'out', '2024', '€', 'US', 'minus', '±', '.'];

describe('scanQuantities on any text', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...FIGURES), { maxLength: 30 }).map((parts) => parts.join(' ')),
    fc.array(fc.constantFrom(...FIGURES), { maxLength: 30 }).map((parts) => parts.join('')),
  );

  it('never throws, and its figures lie in order inside the text with sound numbers', () => {
    fc.assert(
      fc.property(text, (input) => {
        let next = 0;
        for (const quantity of scan(input)) {
          expect(quantity.from).toBeGreaterThanOrEqual(next);
          expect(quantity.to).toBeGreaterThan(quantity.from);
          expect(quantity.hedgedFrom).toBeLessThanOrEqual(quantity.from);
          expect(quantity.hedgedTo).toBeGreaterThanOrEqual(quantity.to);
          expect(Number.isNaN(quantity.low)).toBe(false);
          expect(quantity.low).toBeLessThanOrEqual(quantity.high);
          expect(quantity.halfUnit).toBeGreaterThanOrEqual(0);
          if (!quantity.isRange) expect(quantity.low).toBe(quantity.high);
          next = quantity.to;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a written percentage back, whatever its size and sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), (hundredths) => {
        const value = hundredths / 100;
        const written = `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2)}%`;
        expect(rows(`IWM ${written} today`)).toEqual([one(written, value === 0 ? (value < 0 ? -0 : 0) : value, '%', null, 'signed')]);
      }),
    );
  });

  it('reads dollars with thousands commas back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (dollars) => {
        const [quantity] = scan(`worth $${dollars.toLocaleString('en-US')} in all`);
        expect(quantity).toMatchObject({ low: dollars, high: dollars, unit: 'USD', isYear: false });
      }),
    );
  });
});
