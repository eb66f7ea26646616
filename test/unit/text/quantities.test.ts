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
  ['cost 40€', one('40€', 40, 'foreign')],
  ['cost 500 Canadian dollars', one('500 Canadian dollars', 500, 'foreign')],
  ['cost 500 US dollars', one('500 US dollars', 500, 'USD')],
  ['worth USD 22.5 million', one('USD 22.5 million', 2.25e7, 'USD')],
  ['worth EUR 125', one('EUR 125', 125, 'foreign')],
  ['100 percentage', one('100 percentage', 100, '%')],
  ['ran 10km', one('10km', 10, 'measure')],
  ['in the 1990s', one('1990s', 1990, 'measure')],
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
  ['1.2b shares', one('1.2b', 1.2e9, 'plain')],
  ['10 bln', one('10 bln', 1e10, 'plain')],
  ['13 lakh', one('13 lakh', 1.3e6, 'plain')],
  ['2 lakh crore', one('2 lakh crore', 2e12, 'plain')],
  ['3 million and a half', one('3 million and a half', 3.5e6, 'plain')],
  ['12 hundred', one('12 hundred', 1200, 'plain')],
];

const SIGNED: readonly (readonly [string, Row])[] = [
  ['IWM +2.1%', one('+2.1%', 2.1, '%', null, 'signed')],
  ['IWM -2.1%', one('-2.1%', -2.1, '%', null, 'signed')],
  ['IWM −2.1%', one('−2.1%', -2.1, '%', null, 'signed')],
  ['IWM –2.1%', one('–2.1%', -2.1, '%', null, 'signed')],
  ['IWM + 2.1%', one('+ 2.1%', 2.1, '%', null, 'signed')],
  ['the market - 3% of it', one('3%', 3, '%')],
  ['minus 3%', one('minus 3%', -3, '%', null, 'signed')],
  ['negative 3%', one('negative 3%', -3, '%', null, 'signed')],
  ['minus three percent', one('minus three percent', -3, '%', null, 'signed words')],
  ['a loss of ($0.42)', one('($0.42)', -0.42, 'USD', null, 'signed')],
  ['was ($3.2 million)', one('($3.2 million)', -3.2e6, 'USD', null, 'signed')],
  ['(1.1)%', one('(1.1)%', -1.1, '%', null, 'signed')],
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
  ['about 500 or more', one('500', 500, 'plain', 'over')],
  ['less than or equal to 40%', one('40%', 40, '%', 'under')],
  ['equal to or more than 30', one('30', 30, 'plain', 'over')],
  ['>= 30', one('30', 30, 'plain', 'over')],
  ['exceed 150', one('150', 150, 'plain', 'over')],
  ['30 or greater', one('30', 30, 'plain', 'over')],
  ['no larger than 20', one('20', 20, 'plain', 'under')],
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
  ['a hundred companies', one('a hundred', 100, 'plain', null, 'words')],
  ['two dozen companies', one('two dozen', 24, 'plain', null, 'words')],
  ['half a dozen', one('half a dozen', 6, 'plain', null, 'words')],
  ['half a million shares', one('half a million', 5e5, 'plain', null, 'words')],
  ['a quarter of a billion dollars', one('a quarter of a billion dollars', 2.5e8, 'USD', null, 'words')],
  ['three quarters of a million', one('three quarters of a million', 7.5e5, 'plain', null, 'words')],
  ['two and a half million', one('two and a half million', 2.5e6, 'plain', null, 'words')],
  ['a million and a half', one('a million and a half', 1.5e6, 'plain', null, 'words')],
  ['two and two thirds percent', one('two and two thirds percent', 2.66667, '%', null, 'words')],
  ['five point five percent', one('five point five percent', 5.5, '%', null, 'words')],
  ['a billion dollars', one('a billion dollars', 1e9, 'USD', null, 'words')],
  ['two out of five hundred', one('two out of five hundred', 0.4, 'plain', null, 'fraction words')],
  ['double-digit gains', range('double-digit', 10, 99, '%', null, 'range words')],
  ['a single-digit multiple', range('single-digit', 1, 9, 'x', null, 'range words')],
];

const FRACTIONS: readonly (readonly [string, Row])[] = [
  ['fell 1½%', one('1½%', 1.5, '%')],
  ['fell 1 1/2 percent', one('1 1/2 percent', 1.5, '%')],
  ['fell ½%', one('½%', 0.5, '%')],
  ['fell 3/4 percent', one('3/4 percent', 0.75, '%')],
  ['fell 1/4 of 1%', one('1/4 of 1%', 0.25, '%')],
  ['fell 3/4 point', one('3/4 point', 0.75, 'points')],
  ['fell .5%', one('.5%', 0.5, '%')],
  ['earned $.42', one('$.42', 0.42, 'USD')],
  ['-.5%', one('-.5%', -0.5, '%', null, 'signed')],
  ['⅓ of the index', one('⅓', 33.3333, 'plain', null, 'fraction')],
  ['1/40 of them', one('1/40', 2.5, 'plain', null, 'fraction')],
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
  ['€30-40 million', range('€30-40 million', 3e7, 4e7, 'foreign')],
  ['3- to 5-point', range('3- to 5-point', 3, 5, 'points')],
  ['10 through 15', range('10 through 15', 10, 15, 'plain')],
  ['between 44 funds and 50 funds', range('44 funds and 50', 44, 50, 'plain')],
  ['between -2% and 4%', range('-2% and 4%', -2, 4, '%', null, 'range signed')],
  ['-2% to 4%', range('-2% to 4%', -2, 4, '%', null, 'range signed')],
  ['-4% to -2%', range('-4% to -2%', -4, -2, '%', null, 'range signed')],
  ['between negative two and three', range('negative two and three', -2, 3, 'plain', null, 'range signed words')],
  ['above 10 but below 15', range('10 but below 15', 10, 15, 'plain')],
  ['more than 10% and less than 15%', range('10% and less than 15%', 10, 15, '%')],
  ['at most 100 and at least 20', range('100 and at least 20', 20, 100, 'plain')],
];

const DECIMAL_COMMA_AND_MORE: readonly (readonly [string, Row])[] = [
  ['17,45%', one('17,45%', 17.45, '%')],
  ['1,234', one('1,234', 1234, 'plain')],
  ['1.234,5', one('1.234,5', 1234.5, 'plain')],
  ['1.200.000,50', one('1.200.000,50', 1_200_000, 'plain')],
  ['12,34,500.00', one('12,34,500.00', 1_234_500, 'plain')],
  ['10 000 dollars', one('10 000 dollars', 10_000, 'USD')],
  ['1 414 000 000', one('1 414 000 000', 1_414_000_000, 'plain')],
  ['1.5e6', one('1.5e6', 1.5e6, 'plain')],
  ['3.1×10−4', one('3.1×10−4', 3.1e-4, 'plain')],
  ['in 2024', one('2024', 2024, 'plain', null, 'year')],
  ['$2000', one('$2000', 2000, 'USD')],
  ['2024 times', one('2024 times', 2024, 'x')],
  ['the 500-stock index', one('500', 500, 'plain', null, 'compound:stock')],
  ['30-year bonds', one('30', 30, 'plain', null, 'compound:year')],
];

describe.each([
  ['units', UNITS], ['scales', SCALED], ['signs', SIGNED], ['hedges', HEDGED], ['figures in words', IN_WORDS], ['fractions', FRACTIONS], ['ranges', RANGES],
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
    ['500 100 stocks', [one('500', 500, 'plain'), one('100', 100, 'plain')]],
    ['22,24,26', [one('22', 22, 'plain'), one('24', 24, 'plain'), one('26', 26, 'plain')]],
    ['more than 40 and less than 10', [one('40', 40, 'plain', 'over'), one('10', 10, 'plain', 'under')]],
    ['five and three stocks', [one('five', 5, 'plain', null, 'words'), one('three', 3, 'plain', null, 'words')]],
    ['tripled to $90', [one('tripled', 200, 'fold', null, 'words'), one('$90', 90, 'USD')]],
  ])('%s', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });
});

describe('scanQuantities finds no figure in', () => {
  it.each([
    'Q3', 'S&P500', 'R2K', '10Y', '1Q25', 'the 38th time', 'hundreds of companies', 'the first half', 'the second half', 'a third time', 'for a third straight day',
    'the third quarter', 'THREE', 'nothing at all', '', 'room_7', 'a quarter', 'dozens of funds',
    'a 60/40 portfolio', '24/7', '12/31/2025', '2026-10-07', '1-222-2222', 'at 9:30', 'in 2013-14', 'at 2 pm', 'at 4 p.m.', 'Covid-19', 'the twenty-first century', 'the one', 'every one of them', 'double trouble',
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
