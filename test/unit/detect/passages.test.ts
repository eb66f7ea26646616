import { describe, expect, it } from 'vitest';
import { passagesOf, type Passage } from '../../../lib/detect/passages.ts';
import { tokenize } from '../../../lib/text/tokens.ts';

const read = (text: string): Passage[] => passagesOf(text, { start: 0, end: text.length });

const lowerOf = (passage: Passage): string[] => passage.tokens.map((token) => token.lower);

describe('passagesOf', () => {
  it('takes a block whole, with its sentences and the places of its tokens', () => {
    const text = 'First.\nIWM rose 3%. So did VTWO.';
    const [passage, ...rest] = passagesOf(text, { start: 7, end: text.length });
    expect(rest).toEqual([]);
    expect(lowerOf(passage!)).toEqual(['iwm', 'rose', '3', '%', '.', 'so', 'did', 'vtwo', '.']);
    expect(passage!.sentences).toEqual([[0, 5], [5, 9]]);
    expect(passage!.starts.map((start) => text[start])).toEqual(['I', 'r', '3', '%', '.', 'S', 'd', 'V', '.']);
  });

  it.each([
    ['sentences', 'The index rose 3% on Monday. '.repeat(2_000)],
    ['a text without a full stop', 'and the index rose 3% '.repeat(1_000)],
    ['one word after the other without an end', '(x'.repeat(20_000)],
  ])('cuts %s into passages of bounded length that hold every token once', (_, text) => {
    const passages = read(text);
    expect(passages.length).toBeGreaterThan(3);
    expect(passages.flatMap(lowerOf)).toEqual(tokenize(text).map((token) => token.lower));
    for (const { tokens, starts, sentences } of passages) {
      expect(tokens.length).toBeLessThanOrEqual(1_000);
      expect(tokens.length).toBeGreaterThan(0);
      expect(starts).toHaveLength(tokens.length);
      // Every token is of one sentence, in order.
      expect(sentences.map(([from]) => from)).toEqual([0, ...sentences.map(([, to]) => to).slice(0, -1)]);
      expect(sentences.at(-1)![1]).toBe(tokens.length);
      for (const [i, start] of starts.entries()) expect(text.slice(start, start + tokens[i]!.length).toLowerCase()).toBe(tokens[i]!.lower);
    }
  });

  it('cuts between sentences where there are any', () => {
    for (const passage of read('The index rose 3% on Monday. '.repeat(2_000))) {
      expect(passage.tokens[0]!.lower).toBe('the');
      expect(passage.tokens.at(-1)!.lower).toBe('.');
    }
  });

  it('has no passage for an empty block but an empty one', () => {
    expect(read('')).toEqual([{ tokens: [], starts: [], sentences: [] }]);
  });
});
