import type { Token } from './tokens.ts';

export type Hedge = 'about' | 'nearly' | 'over' | 'under' | 'up to';

/** Wording before a figure, longest first within one last word. Words are matched backwards from the figure. */
const BEFORE: Readonly<Record<Hedge, readonly string[]>> = {
  about: ['about', 'around', 'roughly', 'approximately', 'some', 'circa', '~', '≈', 'typically', 'often', 'closer to',
    'in the neighborhood of', 'in the neighbourhood of', 'in the region of', 'on the order of', 'near', 'approx', 'approx .', 'give or take'],
  nearly: ['nearly', 'almost', 'just under', 'close to', 'just shy of', 'just below', 'approaching', 'not quite', 'virtually',
    'a bit less than', 'slightly under', 'slightly less than', 'a little less than', 'a little under'],
  over: ['more than', 'over', 'above', 'at least', '>', 'north of', 'better than', 'upwards of', 'upward of', 'well over',
    'topped', 'topping', 'tops', 'exceed', 'exceeding', 'exceeds', 'exceeded', 'surpass', 'surpassing', 'surpassed', 'a minimum of', 'minimum of',
    'just over', 'just above', 'well above', 'in excess of', 'no less than', 'a little over', 'slightly over', 'slightly more than',
    'greater than', 'higher than', 'larger than', 'bigger than', 'crossed', 'not less than', '≥', '> =', 'a bit more than', 'a little more than', 'no fewer than', 'no lower than', 'no smaller than',
    ...orEqual(['more', 'greater', 'higher', 'larger', 'bigger'])],
  under: ['less than', 'under', 'below', 'fewer than', '<', 'at most', 'no more than', 'lower than', 'well under', 'well below',
    'a maximum of', 'maximum of', 'not more than', 'short of', 'south of', '≤', '< =', 'beneath', 'does not exceed', 'do not exceed', 'not exceed', 'not exceeding', 'smaller than', 'no greater than', 'no higher than', 'no larger than',
    ...orEqual(['less', 'lower', 'fewer', 'smaller'])],
  'up to': ['up to', 'as much as', 'as many as', 'as high as', 'upto'],
};

/** "greater than or equal to", "equal to or greater than", "greater or equal than". */
function orEqual(comparatives: readonly string[]): string[] {
  return comparatives.flatMap((word) => [`${word} than or equal to`, `equal to or ${word} than`, `${word} or equal than`, `${word} or equal to`]);
}

/** Wording after a figure. */
const AFTER: Readonly<Partial<Record<Hedge, readonly string[]>>> = {
  about: ['or so', 'or thereabouts', '- odd', '- ish', 'give or take'],
  over: ['+', 'or more', 'and more', 'and change', 'plus', 'or better', 'or higher', 'or greater', 'or above', 'and above', 'and up', 'and over'],
  under: ['or less', 'or fewer', 'or lower', 'or below', 'and below', 'or under', 'and under'],
};

/** Words that may stand between a hedge and its figure without changing it. */
const SKIPPABLE = new Set(['a', 'an', 'the', 'just', 'only', 'mere', 'whopping', 'some', 'scant']);

interface Phrase {
  readonly hedge: Hedge;
  readonly words: readonly string[];
}

/** Phrases by the word at `place`, each list in the order of the table. */
function phrasesBy(table: Readonly<Partial<Record<Hedge, readonly string[]>>>, place: 0 | -1): Map<string, Phrase[]> {
  const lists = new Map<string, Phrase[]>();
  for (const [hedge, phrases] of Object.entries(table) as [Hedge, readonly string[]][]) {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      const key = words.at(place)!;
      lists.set(key, [...(lists.get(key) ?? []), { hedge, words }]);
    }
  }
  return lists;
}

const BY_FIRST_WORD = phrasesBy(AFTER, 0);
const BY_LAST_WORD = phrasesBy(BEFORE, -1);
for (const list of BY_LAST_WORD.values()) list.sort((a, b) => b.words.length - a.words.length);

/**
 * The hedge that ends right before token `at` (fillers such as "a mere" skipped), with the index of its first token; or
 * null. "by", "at" and "to" are skipped only towards a hedge that stands before the verb ("nearly doubled to").
 */
export function hedgeBefore(tokens: readonly Token[], at: number, stop: number): { hedge: Hedge; from: number } | null {
  let i = at - 1;
  for (let skipped = 0; skipped < 2 && i >= stop; skipped += 1) {
    const found = phraseEndingAt(tokens, i, stop);
    // "far above the 31% it had": with the article it is a comparison with a known figure, no floor.
    const isArticle = skipped > 0 && tokens[at - 1]!.lower === 'the';
    if (found !== null) return isArticle && (found.hedge === 'over' || found.hedge === 'under') ? null : found;
    if (!SKIPPABLE.has(tokens[i]!.lower)) return null;
    i -= 1;
  }
  return i >= stop ? phraseEndingAt(tokens, i, stop) : null;
}

function phraseEndingAt(tokens: readonly Token[], end: number, stop: number): { hedge: Hedge; from: number } | null {
  const phrases = BY_LAST_WORD.get(tokens[end]!.lower);
  if (phrases === undefined) return null;
  for (const { hedge, words } of phrases) {
    const from = end - words.length + 1;
    if (from < stop) continue;
    if (!words.every((word, k) => tokens[from + k]!.lower === word)) continue;
    // "add up to 4.2%" is a sum, no ceiling.
    if (hedge === 'up to' && /^(?:add|adds|added|adding)$/.test(tokens[from - 1]?.lower ?? '')) return null;
    return { hedge, from };
  }
  return null;
}

/** The hedge that starts at token `at`, or null. */
export function hedgeAfter(tokens: readonly Token[], at: number, stop: number): { hedge: Hedge; to: number } | null {
  const first = tokens[at];
  if (first === undefined || at >= stop) return null;
  const phrases = BY_FIRST_WORD.get(first.lower);
  if (phrases === undefined) return null;
  for (const { hedge, words } of phrases) {
    if (at + words.length > stop) continue;
    if (first.lower === '+' && !first.glued) continue;
    if (words.every((word, k) => tokens[at + k]!.lower === word)) return { hedge, to: at + words.length };
  }
  return null;
}

