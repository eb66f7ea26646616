/** How far a price lies below an earlier high, and the greatest fall from one. */
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, valueOf } from './drafts.ts';
import type { Reading } from './prose.ts';
import { gapBetween, type Sentence } from './sentence.ts';

export function highReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  if ((quantity.unit !== '%' && !quantity.isFraction) || quantity.low < 0 && !quantity.signed) return [];
  return [...belowHigh(sentence, quantity), ...drawdown(sentence, quantity)];
}

/** "12% below its 52-week high", "8.4% beneath its November 2021 summit"; "down 12% from …" is a move, and read as one. */
function belowHigh(sentence: Sentence, quantity: Quantity): Reading[] {
  const { tokens } = sentence.reading;
  let i = quantity.hedgedTo;
  if (/^(?:below|beneath|under|off)$/.test(tokens[i]?.lower ?? '')) i += 1;
  else if (tokens[i]?.lower === 'shy' && tokens[i + 1]?.lower === 'of') i += 2;
  else return [];
  if (!/^(?:its|their|the|a|an|last|this)$/.test(tokens[i]?.lower ?? '')) return [];
  // "8% off the price at its high" has other nouns on the way.
  for (let k = i + 1; k < Math.min(i + 8, sentence.to); k += 1) {
    const word = tokens[k]!.lower;
    if (/^(?:high|highs|peak|peaks|summit|top|record)$/.test(word) && !(word === 'record' && /^(?:high|close|peak)$/.test(tokens[k + 1]?.lower ?? ''))) {
      const draft = draftFrom(sentence.reading, quantity, 'other:below_high', '%', { value: valueOf(quantity, quantity.signed ? 1 : -1) });
      draft.to = Math.max(draft.to, k + 1);
      return [{ cost: 0.3, draft, anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom, isVerb: false }, heritable: false }];
    }
    const isOfTime = tokens[k]!.kind !== 'word' || /^(?:all|time|record|recent|week|intraday|closing|close|year|previous|prior|old|earlier|one|ever|s)$/.test(word) || sentence.reading.periods.some((period) => period.from <= k && k < period.to);
    if (!isOfTime && !tokens[k]!.capital) return [];
  }
  return [];
}

/** "a maximum drawdown of 42%", "its 34% drawdown": a fall from a high to a low, no return of the period around it. */
function drawdown(sentence: Sentence, quantity: Quantity): Reading[] {
  for (const phrase of sentence.reading.metrics) {
    if (phrase.value.metric.id !== 'other:drawdown' || phrase.from < sentence.from || phrase.to > sentence.to) continue;
    const gap = phrase.from >= quantity.to ? phrase.from - quantity.to : gapBetween(sentence, phrase.to, quantity.hedgedFrom);
    if (gap > 3 || sentence.quantities.some((other) => other !== quantity && other.from >= Math.min(phrase.from, quantity.from) && other.to <= Math.max(phrase.to, quantity.to))) continue;
    const draft = draftFrom(sentence.reading, quantity, 'other:drawdown', '%', { value: valueOf(quantity, quantity.signed ? 1 : -1), direction: -1 });
    draft.from = Math.min(draft.from, phrase.from);
    draft.to = Math.max(draft.to, phrase.to);
    return [{ cost: 0.3, draft, anchor: { sentence: [sentence.from, sentence.to], at: Math.min(phrase.from, quantity.hedgedFrom), isVerb: false } }];
  }
  return [];
}
