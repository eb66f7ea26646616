/** Figures named by a metric's own wording: nouns beside them, tails behind them, verbs before them. One rule for all metrics. */
import type { MetricSpec } from '../market/metrics/spec.ts';
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, valueOf, type Draft } from './drafts.ts';
import type { Reading } from './prose.ts';
import { clauseAround, cuesIn, definitionsIn, gapBetween, hasToken, metricsIn, type Sentence } from './sentence.ts';

/** Metrics with rules of their own (`returns.ts`, `weights.ts`, `money.ts`, `rules.ts`); their wording is a hint only. */
const OWN_RULES = new Set(['return', 'return_vs', 'streak', 'reconstitution', 'profitability_screen', 'inception_year']);

/** Factor to the metric's unit, or null when the figure's unit does not go with it. */
export function unitFactor(metric: MetricSpec, quantity: Quantity): number | null {
  const { unit } = quantity;
  switch (metric.unit) {
    case 'x':
      if (unit === 'x' || (unit === 'plain' && !quantity.isFraction)) return 1;
      return metric.id === 'pb' && unit === '%' ? 0.01 : null;
    case '%':
      if (unit === '%' || quantity.isFraction) return 1;
      return unit === 'bps' ? 0.01 : null;
    case 'pp':
      return unit === 'pp' || unit === 'points' || unit === '%' ? 1 : unit === 'bps' ? 0.01 : null;
    case 'USD':
      return unit === 'USD' ? 1 : null;
    case 'count':
      return unit === 'plain' && !quantity.isFraction && !quantity.inWords && Number.isInteger(quantity.low) ? 1 : null;
    case 'points':
      return unit === 'plain' || unit === 'points' ? 1 : null;
    default:
      return null;
  }
}

export function isPlausible(metric: MetricSpec, quantity: Quantity, factor: number): boolean {
  const [low, high] = metric.plausible;
  return quantity.low * factor >= low && quantity.high * factor <= high;
}

const ADJECTIVES = new Set(
  ('a an the annual current trailing forward dividend average total net gross low high implied estimated year historical lofty modest rich cheap generous forward-looking one 12-month price annualized [ ( market mean its their').split(' '),
);

export function measureReading(sentence: Sentence, quantity: Quantity): Reading[] {
  const readings: Reading[] = [];
  const { tokens } = sentence.reading;
  for (const phrase of sentence.reading.metrics) {
    if (phrase.from < sentence.from || phrase.to > sentence.to) continue;
    const { metric, role } = phrase.value;
    if (OWN_RULES.has(metric.id)) continue;
    const factor = unitFactor(metric, quantity);
    if (factor === null || !isPlausible(metric, quantity, factor)) continue;
    let cost: number | null = null;
    let at = quantity.hedgedFrom;
    if (role === 'tail') {
      const overlap = quantity.to - phrase.from;
      if (overlap >= 0 && overlap <= 2 && phrase.to > quantity.to && phrase.from > quantity.from) cost = 0.1 * (3 - Math.min(2, phrase.to - phrase.from)) + 0.01;
      else if (phrase.from === quantity.hedgedTo) cost = 0.2;
    } else if (role === 'verb') {
      if (phrase.to <= quantity.hedgedFrom) {
        const gap = gapBetween(sentence, phrase.to, quantity.hedgedFrom);
        if (gap <= 2.5) {
          cost = gap + 0.3;
          at = phrase.from;
        }
      }
    } else if (phrase.from >= quantity.to) {
      if (phrase.from - quantity.to <= 3 && tokens.slice(quantity.hedgedTo, phrase.from).every((token) => ADJECTIVES.has(token.lower) || token.lower === '-')) {
        cost = (phrase.from - quantity.to) * 0.4 + 0.5;
      }
    } else if (phrase.to <= quantity.hedgedFrom) {
      cost = nounBeforeCost(sentence, phrase.from, phrase.to, quantity);
      if (cost !== null) at = phrase.from;
    }
    if (cost === null) continue;
    const draft = draftFrom(sentence.reading, quantity, metric.id, metric.unit, { value: valueOf(quantity, 1, factor) });
    draft.from = Math.min(draft.from, phrase.from);
    draft.to = Math.max(draft.to, phrase.to);
    toForward(sentence, quantity, draft, phrase.from, phrase.to);
    const isNounBefore = role === 'noun' && phrase.to <= quantity.hedgedFrom;
    readings.push({ cost, draft, anchor: { sentence: [sentence.from, sentence.to], at: isNounBefore ? quantity.hedgedFrom : at, isVerb: false } });
  }
  return readings;
}

/** "P/E of 17", "the P/E on IWM has ranged from 13 to 21 and now stands at 17.7". Null when something else lies between. */
function nounBeforeCost(sentence: Sentence, from: number, to: number, quantity: Quantity): number | null {
  const gap = gapBetween(sentence, to, quantity.hedgedFrom);
  if (gap > 12) return null;
  const { tokens } = sentence.reading;
  for (let i = to; i < quantity.hedgedFrom; i += 1) {
    const word = tokens[i]!.lower;
    if (word === ';' ) return null;
  }
  const between = sentence.quantities.filter((other) => other.from >= to && other.to <= quantity.from);
  const isLinked = between.length === 0 || /^(?:and|to|at|from|,|now|versus|vs|stands)$/.test(tokens[quantity.hedgedFrom - 1]?.lower ?? '');
  if (!isLinked) return null;
  // Motion to a level ("rose to 19") keeps the noun; motion by an amount ("yields dropped 6 bps") is no level.
  const motion = sentence.reading.motions.find((item) => item.from >= to && item.to <= quantity.hedgedFrom && item.value.form === 'verb');
  if (motion !== undefined && !/^(?:to|at|from)$/.test(tokens[quantity.hedgedFrom - 1]?.lower ?? '')) return null;
  const otherNoun = metricsIn(sentence, 'noun').some((phrase) => phrase.from >= to && phrase.to <= quantity.hedgedFrom);
  return gap * 0.5 + 0.6 + between.length * 1.5 + (otherNoun ? 3 : 0);
}

/** A multiple on earnings to come is a forward one, whatever its name ("22x next-twelve-month EPS"). */
function toForward(sentence: Sentence, quantity: Quantity, draft: Draft, phraseFrom: number, phraseTo: number): void {
  if (draft.metric !== 'pe') return;
  const [from, to] = clauseAround(sentence, quantity.from);
  const low = Math.min(phraseFrom, quantity.hedgedFrom);
  const high = Math.max(phraseTo, quantity.to);
  const near = definitionsIn(sentence, Math.max(from, low - 3), Math.min(to, high + 8), quantity.from);
  const isTrailing = near.some((item) => item.definition === 'trailing');
  const isForward = near.some((item) => item.definition === 'forward');
  if (isForward && !isTrailing && !hasToken(sentence, low, high, (word) => word === 'trailing')) {
    draft.metric = 'pe_forward';
    draft.definition = 'forward';
  }
  if (cuesIn(sentence, Math.max(from, low - 2), low + 1, 'example').length > 0) draft.forecast = true;
}
