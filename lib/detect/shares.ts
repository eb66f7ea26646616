/** The share of companies that lose money, in its many wordings; a share of profitable ones is its complement. */
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, valueOf } from './drafts.ts';
import type { Reading } from './prose.ts';
import { clauseAround, hasToken, type Sentence } from './sentence.ts';

/** Readings of a percentage or fraction as a share of unprofitable companies. */
export function unprofitableReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  if ((quantity.unit !== '%' && !quantity.isFraction) || quantity.signed) return [];
  const [from, to] = clauseAround(sentence, quantity.from);
  // "a 51% increase in unprofitable companies": their number grew.
  if (/^(?:increase|rise|jump|growth|surge|gain|drop|decline|fall|decrease|advance|more|fewer)$/.test(reading.tokens[quantity.to]?.lower ?? '')) return [];
  const predicates = reading.metrics.filter((phrase) => phrase.value.metric.id === 'unprofitable_share' && phrase.from >= sentence.from && phrase.to <= sentence.to);
  for (const phrase of predicates) {
    const isBehind = phrase.from >= quantity.to && phrase.from < Math.max(to, quantity.to + 1) && phrase.from - quantity.to <= 18;
    const isBefore = phrase.to <= quantity.hedgedFrom && quantity.hedgedFrom - phrase.to <= 14 && (phrase.value.role === 'noun' || /^(?:,|or|:|\(|about|at)$/.test(reading.tokens[quantity.hedgedFrom - 1]?.lower ?? ''));
    if (!isBehind && !isBefore) continue;
    const between = sentence.quantities.filter((other) => other.from >= Math.min(phrase.to, quantity.to) && other.to <= Math.max(phrase.from, quantity.from));
    if (isBehind && between.length > 0) continue;
    const draft = draftFrom(reading, quantity, 'unprofitable_share', '%');
    draft.from = Math.min(draft.from, phrase.from);
    draft.to = Math.max(draft.to, phrase.to);
    if (hasToken(sentence, from, to, (word) => word === 'biotechs' || word === 'biotech')) draft.component = hasToken(sentence, quantity.to, quantity.to + 5, (word) => word === 'biotechs') ? 'Biotechnology' : null;
    return [{ cost: isBehind ? 0.3 : 0.9, draft, anchor: { sentence: [sentence.from, sentence.to], at: isBehind ? phrase.from : quantity.hedgedFrom, isVerb: false } }];
  }
  return profitableReadings(sentence, quantity);
}

/** "94% of companies are profitable": 6% are not. */
function profitableReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { tokens } = sentence.reading;
  const [, to] = clauseAround(sentence, quantity.from);
  for (let i = quantity.to; i < Math.min(to, quantity.to + 14); i += 1) {
    const makesMoney = /^(?:made|make|makes|making|earn|earned)$/.test(tokens[i]!.lower) && /^(?:money|profits|profit)$/.test(tokens[i + 1]?.lower ?? '');
    if ((tokens[i]!.lower !== 'profitable' && !makesMoney) || /^(?:less|more|most|not|least|never|n't|don't|didn't)$/.test(tokens[i - 1]!.lower)) continue;
    if (!hasToken(sentence, quantity.to, i, (word) => /^(?:companies|constituents|members|firms|stocks|names|are|is)$/.test(word))) continue;
    const value = valueOf(quantity);
    const draft = draftFrom(sentence.reading, quantity, 'unprofitable_share', '%', {
      value: { ...value, low: 100 - value.high, high: 100 - value.low }, component: 'stated_as_profitable_share',
    });
    draft.qualifier = draft.qualifier === 'over' ? 'under' : draft.qualifier === 'under' ? 'over' : draft.qualifier;
    draft.to = Math.max(draft.to, i + 1);
    return [{ cost: 0.4, draft, anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom, isVerb: false } }];
  }
  return [];
}
