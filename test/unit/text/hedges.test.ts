import { describe, expect, it } from 'vitest';
import { hedgeAfter, hedgeBefore } from '../../../lib/text/hedges.ts';
import { tokenize } from '../../../lib/text/tokens.ts';

/** The hedge right before the first figure of a text, and its words. */
function before(text: string): [string, string] | null {
  const tokens = tokenize(text);
  const at = tokens.findIndex((token) => token.kind === 'number');
  const found = hedgeBefore(tokens, at, 0);
  return found === null ? null : [found.hedge, tokens.slice(found.from, at).map(({ lower }) => lower).join(' ')];
}

function after(text: string): [string, number] | null {
  const tokens = tokenize(text);
  const at = tokens.findIndex((token) => token.kind === 'number') + 1;
  const found = hedgeAfter(tokens, at, tokens.length);
  return found === null ? null : [found.hedge, found.to - at];
}

describe('hedgeBefore', () => {
  it.each([
    ['it holds about 17', 'about', 'about'],
    ['in the neighborhood of 17', 'about', 'in the neighborhood of'],
    ['~17', 'about', '~'],
    ['some 2,000 names', 'about', 'some'],
    ['just under 40', 'nearly', 'just under'],
    ['close to 40', 'nearly', 'close to'],
    ['just shy of 40', 'nearly', 'just shy of'],
    ['well over 40', 'over', 'well over'],
    ['no fewer than 40', 'over', 'no fewer than'],
    ['north of 40', 'over', 'north of'],
    ['at least 40', 'over', 'at least'],
    ['> 40', 'over', '>'],
    ['no more than 40', 'under', 'no more than'],
    ['fewer than 40', 'under', 'fewer than'],
    ['under 40', 'under', 'under'],
    ['up to 40', 'up to', 'up to'],
    ['as much as 40', 'up to', 'as much as'],
    ['about a mere 40', 'about', 'about a mere'],
  ])('%s', (text, hedge, words) => {
    expect(before(text)).toEqual([hedge, words]);
  });

  it.each(['rose 40', 'a mere 40', 'only 40', 'they add up to 40', '40', 'about the index, 40'])('finds none in %j', (text) => {
    expect(before(text)).toBeNull();
  });

  it('does not look across where it is told to stop', () => {
    const tokens = tokenize('about 17');
    expect(hedgeBefore(tokens, 1, 1)).toBeNull();
  });
});

describe('hedgeAfter', () => {
  it.each([
    ['17 or so', 'about', 2],
    ['40 or more', 'over', 2],
    ['40+', 'over', 1],
    ['40 plus', 'over', 1],
    ['40 or less', 'under', 2],
    ['200-odd names', 'about', 2],
  ])('%s', (text, hedge, length) => {
    expect(after(text)).toEqual([hedge, length]);
  });

  it.each(['17 times', '40 + 2', '17', '17 or eighteen'])('finds none in %j', (text) => {
    expect(after(text)).toBeNull();
  });
});
