import { tokenize, type Token } from '../../lib/text/tokens.ts';

/** The tokens of a text, and the characters of the tokens `[from, to)` as they stand in it. */
export function readTokens(text: string): { tokens: Token[]; wordsOf: (from: number, to: number) => string } {
  const starts: number[] = [];
  const tokens = tokenize(text, 0, text.length, starts);
  return { tokens, wordsOf: (from, to) => text.slice(starts[from], starts[to - 1]! + tokens[to - 1]!.length) };
}
