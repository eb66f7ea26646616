import { describe, expect, it, vi } from 'vitest';
import { TokenMemo } from '../../../lib/text/token-memo.ts';
import { tokenize, type Token } from '../../../lib/text/tokens.ts';

const wordsOf = (count: number): Token[] => tokenize(Array.from({ length: count }, (_, n) => `${n}x`).join(' ')).filter((token) => token.kind === 'number');

describe('TokenMemo', () => {
  it('asks once for a word that is met again', () => {
    const ask = vi.fn<(token: Token) => number>((token) => token.lower.length);
    const memo = new TokenMemo(ask);
    expect(tokenize('yield to yield to yield').map((token) => memo.of(token))).toEqual([5, 2, 5, 2, 5]);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('tells words apart by their case and by what they are glued to', () => {
    const memo = new TokenMemo((token) => `${token.lower} ${token.capital} ${token.glued}`);
    expect(tokenize('Fund fund $fund').map((token) => memo.of(token))).toEqual(['fund true false', 'fund false false', '$ false false', 'fund false true']);
  });

  it('answers for the word it is asked about, whichever took its place meanwhile', () => {
    const memo = new TokenMemo((token) => token.lower);
    const tokens = wordsOf(40_000);
    for (let round = 0; round < 2; round += 1) for (const token of tokens) expect(memo.of(token)).toBe(token.lower);
  });

  it('remembers nothing of what is too long to be met again', () => {
    const ask = vi.fn<(token: Token) => string>((token) => token.lower);
    const memo = new TokenMemo(ask);
    const [token] = tokenize('antidisestablishmentarianism');
    expect([memo.of(token!), memo.of(token!)]).toEqual([token!.lower, token!.lower]);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('remembers that there is nothing', () => {
    const ask = vi.fn<(token: Token) => null>(() => null);
    const memo = new TokenMemo(ask);
    for (const token of tokenize('nil nil')) expect(memo.of(token)).toBeNull();
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
