import type { Span } from '../text/span.ts';
import { sentenceBounds } from '../text/sentences.ts';
import { tokenize, type Token } from '../text/tokens.ts';

/** Running text as tokens and sentences: a block of the page, or a part of a block that is longer than any paragraph. */
export interface Passage {
  readonly tokens: readonly Token[];
  /** Offset of each token in the article's text. */
  readonly starts: readonly number[];
  /** Token indices `[from, to)` of each sentence. */
  readonly sentences: readonly (readonly [number, number])[];
}

/**
 * Tokens of a passage. Rules look through all of a passage for what they need, so that its length has to have an end for
 * the whole to be linear in the page. No paragraph is as long; a book pasted into one line is.
 */
const MAX_TOKENS = 1_000;

/** The passages of one block, nearly always one. Long ones are cut between sentences. */
export function passagesOf(text: string, block: Span): Passage[] {
  const starts: number[] = [];
  const tokens = tokenize(text, block.start, block.end, starts);
  const sentences = sentenceBounds(tokens);
  if (tokens.length <= MAX_TOKENS) return [{ tokens, starts, sentences }];
  const passages: Passage[] = [];
  let first = 0;
  for (let next = 1; next <= sentences.length; next += 1) {
    const from = sentences[first]![0];
    if (next < sentences.length && sentences[next]![1] - from <= MAX_TOKENS) continue;
    const to = sentences[next - 1]![1];
    passages.push({
      tokens: tokens.slice(from, to), starts: starts.slice(from, to),
      sentences: sentences.slice(first, next).map(([start, end]) => [start - from, end - from]),
    });
    first = next;
  }
  return passages;
}
