import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expand, monthNumber, PhraseTable, weekdayNumber, wholeNumber } from '../../../lib/detect/phrases.ts';
import { tokenize } from '../../../lib/text/tokens.ts';
import { readTokens } from '../../support/tokens.ts';

const expanded = (pattern: string): string[] => expand(pattern).map((sequence) => sequence.join(' ')).toSorted();

describe('expand', () => {
  it.each<[string, readonly string[]]>([
    ['rose', ['rose']],
    ['rose|fell', ['fell', 'rose']],
    ['p/e ratio', ['p / e ratio']],
    ['p/e|pe [ratio]', ['p / e', 'p / e ratio', 'pe', 'pe ratio']],
    ['[the] end', ['end', 'the end']],
    ['[so far] this year', ['so far this year', 'this year']],
    ['times|x trailing (twelve month|12 month) earnings', ['times trailing 12 month earnings', 'times trailing twelve month earnings', 'x trailing 12 month earnings', 'x trailing twelve month earnings']],
    ['in [the [very] end]', ['in', 'in the end', 'in the very end']],
    ['since {month} {year}', ['since {month} {year}']],
    ["year 's", ["year 's"]],
    ['year-to-date', ['year to date']],
    ['nasdaq - 100', ['nasdaq - 100']],
    ['excl [.] neg [.]', ['excl . neg', 'excl . neg .', 'excl neg', 'excl neg .']],
  ])('%s', (pattern, sequences) => {
    expect(expanded(pattern)).toEqual([...sequences].toSorted());
  });

  it.each(['[the end', '(a b', 'in [the [very end]'])('throws on the unbalanced bracket of %j', (pattern) => {
    expect(() => expand(pattern)).toThrow(/Unbalanced bracket/);
  });

  it('stands for nothing when all of it may be left out', () => {
    expect(expand('[the]')).toEqual([['the']]);
  });
});

function matches(patterns: readonly string[], text: string): string[] {
  const table = new PhraseTable(patterns.map((pattern) => ({ pattern, value: pattern })));
  const { tokens, wordsOf } = readTokens(text);
  return tokens.flatMap((_, at) =>
    table.matchesAt(tokens, at, tokens.length).map(({ from, to, value }) => `${value} = ${wordsOf(from, to)}`),
  );
}

describe('PhraseTable', () => {
  it('finds every match at a place, the longest first', () => {
    expect(matches(['since {year}', 'since {year} began'], 'since 2023 began')).toEqual(['since {year} began = since 2023 began', 'since {year} = since 2023']);
  });

  it('counts a hyphen between words as a space, but not one that stands alone', () => {
    expect(matches(['year to date'], 'a year-to-date loss')).toEqual(['year to date = year-to-date']);
    expect(matches(['price to book'], 'price–to–book')).toEqual(['price to book = price–to–book']);
    expect(matches(['year to date'], 'year - to - date')).toEqual([]);
    expect(matches(['p/e ratio'], 'a P/E-ratio')).toEqual(['p/e ratio = P/E-ratio']);
  });

  it('does not care for capitals', () => {
    expect(matches(['dividend yield'], 'Dividend YIELD')).toEqual(['dividend yield = Dividend YIELD']);
  });

  it('ends no match beyond where it is told to stop', () => {
    const table = new PhraseTable([{ pattern: 'price to book', value: 1 }]);
    const tokens = tokenize('price to book');
    expect(table.matchesAt(tokens, 0, 2)).toEqual([]);
    expect(table.matchesAt(tokens, 0, 3)).toHaveLength(1);
  });

  it('captures the tokens of classes in order', () => {
    const table = new PhraseTable([{ pattern: 'from {month} {n} , {year}', value: 1 }]);
    const tokens = tokenize('from March 3, 2025');
    const [match] = table.matchesAt(tokens, 0, tokens.length);
    expect(match!.captures.map((at) => tokens[at]!.lower)).toEqual(['march', '3', '2025']);
  });

  it.each([
    ['{n} years', 'five years', true], ['{n} years', '12 years', true], ['{n} years', '12.5 years', false], ['{n} years', 'many years', false],
    ['{year} results', '2024 results', true], ['{year} results', '2,024 results', false], ['{year} results', '3024 results', false],
    ['in {month}', 'in September', true], ['in {month}', 'in Sept', true], ['in {month}', 'in may', false], ['in {month}', 'in May', true], ['in {month}', 'in march', false], ['in {month}', 'in june', true],
    ['on {weekday}', 'on Thursday', true], ['on {weekday}', 'on holiday', false],
    ['page {num}', 'page 2,400', true], ['page {num}', 'page two', false],
  ])('class: %s in %j is %s', (pattern, text, isFound) => {
    expect(matches([pattern], text).length > 0).toBe(isFound);
  });

  it('holds several values for one pattern and none twice', () => {
    const table = new PhraseTable([{ pattern: 'yield', value: 'noun' }, { pattern: 'yield', value: 'verb' }, { pattern: 'yield', value: 'noun' }]);
    expect(table.matchesAt(tokenize('yield'), 0, 1).map(({ value }) => value)).toEqual(['noun', 'verb']);
  });

  it('finds a pattern again in any text around it', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.array(word, { maxLength: 6 }), (before, after) => {
        const text = [...before, 'price', 'to', 'book', 'ratio', ...after].join(' ');
        expect(matches(['price to book [ratio]'], text)).toContain('price to book [ratio] = price to book ratio');
      }),
    );
  });
});

describe('single tokens', () => {
  const token = (word: string) => tokenize(word)[0]!;

  it('are months by name, and May and March only with a capital', () => {
    expect(['January', 'Sept', 'DEC', 'May', 'may', 'Mar', 'mar', 'Marsh'].map((word) => monthNumber(token(word)))).toEqual([1, 9, 12, 5, null, 3, null, null]);
  });

  it('are weekdays', () => {
    expect(['Sunday', 'saturday', 'Day'].map((word) => weekdayNumber(token(word)))).toEqual([0, 6, null]);
  });

  it('are whole numbers in digits or words', () => {
    expect(['7', 'seven', '2024', '1.5', 'seventh', '12345'].map((word) => wholeNumber(token(word)))).toEqual([7, 7, 2024, null, null, null]);
  });
});
