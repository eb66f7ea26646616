/** Growth of revenue and earnings told by a word of motion: "revenue rose 12%", "a 4% drop in quarterly profit". */
import type { MetricId } from '../market/metric.ts';
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, valueOf, type Draft } from './drafts.ts';
import type { Reading } from './prose.ts';
import type { Found } from './reading.ts';
import { gapBetween, hasToken, type Sentence } from './sentence.ts';
import type { Motion } from './vocabulary/motion.ts';

const GROWERS: ReadonlyMap<string, MetricId> = new Map([
  ...['revenue', 'revenues', 'sales'].map((word) => [word, 'other:revenue_growth'] as const),
  ...['earnings', 'profit', 'profits', 'eps', 'income'].map((word) => [word, 'other:eps_growth'] as const),
]);

/** What may stand before the noun without making it a part of the whole: "same-store sales" and "cloud revenue" are others. */
const WHOLE = new Set(
  "'s ' the its their his a an in of and , ( total net quarterly annual adjusted diluted gaap non-gaap company corporate overall full year reported operating first second third fourth index quarter while as though when but because".split(' '),
);

/** Readings of a percentage as growth of the company's (or of an index's companies') revenue or earnings. */
export function growthReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  if (quantity.unit !== '%' && quantity.unit !== 'fold' && !quantity.isFraction) return [];
  if (quantity.isDigitCount || quantity.compound !== null) return [];
  for (const motion of sentence.reading.motions) {
    if (motion.from < sentence.from || motion.to > sentence.to) continue;
    const noun = motion.value.form === 'noun' ? nounBehind(sentence, quantity, motion) : subjectOf(sentence, quantity, motion);
    if (noun !== null) return [growth(sentence, quantity, noun, motion)];
  }
  if (quantity.unit !== 'fold') return [];
  // "revenue doubled": the figure is the verb.
  const noun = nounBefore(sentence, quantity.hedgedFrom);
  return noun === null ? [] : [growth(sentence, quantity, noun, null)];
}

function growth(sentence: Sentence, quantity: Quantity, noun: number, motion: Found<Motion> | null): Reading {
  const direction = motion?.value.direction ?? 1;
  const sign: 1 | -1 = quantity.signed && quantity.low < 0 ? 1 : direction;
  const draft = draftFrom(sentence.reading, quantity, GROWERS.get(sentence.reading.tokens[noun]!.lower)!, '%', { value: valueOf(quantity, sign), direction });
  draft.from = Math.min(draft.from, noun, motion?.from ?? noun);
  draft.to = Math.max(draft.to, noun + 1);
  return { cost: 0.25, draft, anchor: { sentence: [sentence.from, sentence.to], at: noun < quantity.from ? (motion?.from ?? quantity.from) : quantity.hedgedFrom, isVerb: false }, heritable: false };
}

/** "a 12% rise in revenue": the noun behind the motion's noun, with nothing but adjectives between. */
function nounBehind(sentence: Sentence, quantity: Quantity, motion: Found<Motion>): number | null {
  const { tokens } = sentence.reading;
  const isBeside = motion.from >= quantity.to && motion.from - quantity.to <= 2;
  if (!isBeside || !/^(?:in|of)$/.test(tokens[motion.to]?.lower ?? '')) return null;
  for (let i = motion.to + 1; i < Math.min(motion.to + 6, sentence.to); i += 1) {
    if (GROWERS.has(tokens[i]!.lower)) return i;
    if (!WHOLE.has(tokens[i]!.lower) && !sentence.reading.mentions.some((mention) => mention.from <= i && i < mention.to)) return null;
  }
  return null;
}

/** "Revenue at Apple rose 12%": the noun that the verb or adverb before the figure is said of. */
function subjectOf(sentence: Sentence, quantity: Quantity, motion: Found<Motion>): number | null {
  const { tokens } = sentence.reading;
  if (motion.to > quantity.hedgedFrom || gapBetween(sentence, motion.to, quantity.hedgedFrom) > 3) return null;
  if (sentence.quantities.some((other) => other.from >= motion.to && other.to <= quantity.from)) return null;
  // "rose to 12%" is a level.
  if (tokens[quantity.hedgedFrom - 1]!.lower === 'to') return null;
  return nounBefore(sentence, motion.from);
}

function nounBefore(sentence: Sentence, at: number): number | null {
  const { tokens, mentions, periods } = sentence.reading;
  for (let i = at - 1; i >= Math.max(sentence.from, at - 9); i -= 1) {
    const word = tokens[i]!.lower;
    const mention = mentions.find((candidate) => candidate.from <= i && i < candidate.to);
    const period = periods.find((candidate) => candidate.from <= i && i < candidate.to);
    if (GROWERS.has(word) && mention === undefined) return isWhole(sentence, i) ? i : null;
    // "Revenue at Apple for the quarter has risen": a name only behind its preposition.
    if (mention !== undefined) {
      if (!/^(?:at|of|for)$/.test(tokens[mention.from - 1]?.lower ?? '')) return null;
      i = mention.from;
    } else if (period !== undefined) i = period.from;
    else if (!BETWEEN.has(word)) return null;
  }
  return null;
}

/** Words that may stand between the noun and its verb. */
const BETWEEN = new Set('has have had is are was were also then have been at of for in the a to per share from , expected projected forecast seen likely set will would should could may could - and'.split(' '));

function isWhole(sentence: Sentence, at: number): boolean {
  const { tokens, mentions } = sentence.reading;
  if (at === sentence.from) return true;
  const before = tokens[at - 1]!.lower;
  const isOwned = /^(?:at|of|for)$/.test(tokens[at + 1]?.lower ?? '') && mentions.some((mention) => mention.from === at + 2);
  // "Cloud revenue at Amazon": the name is the one behind the preposition.
  const isNamed = !isOwned && mentions.some((mention) => mention.to === at);
  if (!isNamed && !WHOLE.has(before) && !sentence.reading.periods.some((period) => period.to === at)) return false;
  // "sales of the new phone", "earnings per share"
  return tokens[at + 1]?.lower !== 'of' || mentions.some((mention) => mention.from === at + 2 || (mention.from === at + 3 && tokens[at + 2]!.lower === 'the'));
}

/** "revenue of $25.2 billion, down 9%": a bare change right behind a result is the result's. */
export function growthOf(sentence: Sentence, previous: Draft, draft: Draft): MetricId | null {
  if (previous.metric !== 'revenue' && previous.metric !== 'eps') return null;
  return hasToken(sentence, previous.valueTo, draft.valueFrom, (word) => /^(?:up|down|higher|lower)$/.test(word)) ? (previous.metric === 'revenue' ? 'other:revenue_growth' : 'other:eps_growth') : null;
}
