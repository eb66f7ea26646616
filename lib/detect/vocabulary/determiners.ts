/** Words that stand before a name and change nothing about whom it means: "the broader S&P 500", "its blue-chip Dow". */
import type { Token } from '../../text/tokens.ts';

const DETERMINERS: ReadonlySet<string> = new Set(
  ('the a an its their all both broader broad benchmark whole entire overall popular so called big bigger small smaller mid large larger micro cap caps tech technology heavy blue chip narrower ' +
    'us u . s - " rival fellow').split(' '),
);

/** Whether the word only introduces the name behind it. */
export function isDeterminer(word: string): boolean {
  return DETERMINERS.has(word);
}

/** Index of the last token before `at` that is no determiner; `stop - 1` when there is none. */
export function beforeDeterminers(tokens: readonly Token[], at: number, stop: number): number {
  let i = at - 1;
  while (i >= stop && DETERMINERS.has(tokens[i]!.lower)) i -= 1;
  return i;
}

/** Index of the first token from `at` on that is no determiner; `stop` when there is none. */
export function afterDeterminers(tokens: readonly Token[], at: number, stop: number): number {
  let i = at;
  while (i < stop && DETERMINERS.has(tokens[i]!.lower)) i += 1;
  return i;
}
