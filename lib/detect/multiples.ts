/** Multiples: figures with "times" or "x", whose kind the words behind them tell, or the company they keep. */
import type { Quantity } from '../text/quantities.ts';
import { draftFrom } from './drafts.ts';
import type { Reading } from './prose.ts';
import { clauseAround, definitionsIn, hasToken, metricsIn, type Sentence } from './sentence.ts';

/** The verb that puts a price on the multiple, in its clause and with no other figure between; null when there is none. */
export function tradeVerbBefore(sentence: Sentence, at: number): number | null {
  const [from] = clauseAround(sentence, Math.min(at, sentence.to - 1));
  for (let i = at - 1; i >= Math.max(from, at - 8); i -= 1) {
    if (sentence.quantities.some((other) => other.from <= i && i < other.to)) return null;
    if (/^(?:trades|trade|traded|trading|sells|sell|sold|fetches|fetch|fetched|commands|command|costs|cost|goes|went|carries|carry|sports)$/.test(sentence.reading.tokens[i]!.lower)) return i;
  }
  return null;
}

/** What a multiple is of. */
type Multiple = 'pe' | 'pe_forward' | 'pb' | 'ps';

/** What a price is set against, by the word for it. */
const DENOMINATORS: Readonly<Record<string, 'earnings' | 'pb' | 'ps'>> = {
  earnings: 'earnings', profit: 'earnings', profits: 'earnings', eps: 'earnings', earn: 'earnings', earned: 'earnings', earns: 'earnings', estimates: 'earnings', forecasts: 'earnings', consensus: 'earnings',
  book: 'pb', sales: 'ps', revenue: 'ps', revenues: 'ps',
};

/** Sums that are no earnings, and what is no price at all. */
const OTHER_DENOMINATORS = new Set('ebitda ebit ffo affo cash debt normal oversubscribed income rent wages'.split(' '));

/** Words that put the earnings behind a multiple into the future. */
const AHEAD = new Set('forward expected estimated projected forecast anticipated predicted consensus estimates forecasts future coming next analysts analyst should will ntm likely expects expect'.split(' '));
const BEHIND = new Set('trailing past last reported previous ttm'.split(' '));

/** Where the words about a multiple end. */
const WINDOW_ENDS = new Set(', ; : ) ( — . and but while whereas versus vs against compared than or'.split(' '));

/** "14 times expected profits", "21 times the earnings analysts expect", "1.1 times book": what the words behind the figure make of it. */
function denominatorBehind(sentence: Sentence, quantity: Quantity): { multiple: Multiple; to: number } | 'other' | null {
  const { tokens, published } = sentence.reading;
  let kind: 'earnings' | 'pb' | 'ps' | null = null;
  let isAhead = false;
  let isPast = false;
  let to = quantity.to;
  for (let i = quantity.to; i < Math.min(sentence.to, quantity.to + 14); i += 1) {
    const { lower } = tokens[i]!;
    if (WINDOW_ENDS.has(lower)) break;
    if (sentence.quantities.some((other) => other.from === i && !other.isYear)) break;
    if (OTHER_DENOMINATORS.has(lower)) return 'other';
    const found = DENOMINATORS[lower];
    if (found !== undefined && kind === null) {
      kind = found;
      to = i + 1;
    }
    if (AHEAD.has(lower) || (lower === 'this' && tokens[i + 1]?.lower === 'year')) isAhead = true;
    if (BEHIND.has(lower)) isPast = true;
    if (tokens[i]!.kind === 'number' && /^20\d\d$/.test(lower) && published !== null && lower >= published.slice(0, 4)) isAhead = true;
  }
  if (kind === null) return null;
  if (kind !== 'earnings') return { multiple: kind, to };
  return { multiple: isAhead && !isPast ? 'pe_forward' : 'pe', to };
}

/** Readings of a figure as a multiple, with or without a word for its kind. */
export function multipleReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { tokens } = sentence.reading;
  // "Russell 1000 Growth: 28.8 forward."
  const isForwardAlone = quantity.unit === 'plain' && quantity.halfUnit < 0.5 && tokens[quantity.to]?.lower === 'forward' && tokens[quantity.to + 1]?.kind !== 'word';
  if (isForwardAlone) return [{ cost: 0.6, draft: draftFrom(sentence.reading, quantity, 'pe_forward', 'x', { definition: 'forward' }), anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom, isVerb: false } }];
  if (quantity.unit !== 'x' || quantity.signed || quantity.low <= 0) return [];
  const following = tokens[quantity.to]?.lower ?? '';
  // "2.7 times as much", "1.3 times more", "three times in a row": ratios of something else, or no ratio at all.
  if (/^(?:as|more|higher|larger|bigger|greater|faster|since|in|over|that|his|her)$/.test(following)) return [];
  const stated = denominatorBehind(sentence, quantity);
  if (stated === 'other') return [];
  if (stated === null && /^(?:the|this|its|their|those|these)$/.test(following)) return [];
  const verb = tradeVerbBefore(sentence, quantity.hedgedFrom);
  const anchor = { sentence: [sentence.from, sentence.to] as const, at: verb ?? quantity.hedgedFrom, isVerb: verb !== null };
  if (stated !== null) {
    const draft = draftFrom(sentence.reading, quantity, stated.multiple, 'x', { definition: stated.multiple === 'pe_forward' ? 'forward' : null });
    draft.to = Math.max(draft.to, stated.to);
    return [{ cost: 0.3, draft, anchor }];
  }
  const [from, to] = clauseAround(sentence, quantity.from);
  const isPriced = hasToken(sentence, Math.max(from, quantity.hedgedFrom - 6), quantity.hedgedFrom, (word) => PRICED.has(word));
  const isBracket = tokens[quantity.hedgedFrom - 1]?.lower === '(' && tokens[quantity.to]?.lower === ')';
  if (!isPriced && !isBracket) return [];
  const next = sentence.quantities.find((other) => other.from >= quantity.to && other.unit === 'x')?.from ?? sentence.to;
  const isForward = definitionsIn(sentence, quantity.to, Math.min(to, quantity.to + 14, next), quantity.to).some((item) => item.definition === 'forward') || hasToken(sentence, sentence.from, quantity.from, (word) => /^(?:will|reckon|expect|expects|forecast|estimates)$/.test(word));
  const named = metricsIn(sentence, 'noun').filter((phrase) => phrase.to <= quantity.from && phrase.value.metric.unit === 'x').at(-1)?.value.metric.id;
  const metric: Multiple = named === 'pb' || named === 'ps' || named === 'pe_forward' ? named : isForward ? 'pe_forward' : 'pe';
  return [{ cost: 2, isBare: true, draft: draftFrom(sentence.reading, quantity, metric, 'x', { definition: metric === 'pe_forward' ? 'forward' : null }), anchor }];
}

const PRICED = new Set(
  'trades trade traded trading sells sell sold selling costs cost priced valued fetches fetch fetched commands command looks looked going goes went changes multiple valuation at on put puts'.split(' '),
);
