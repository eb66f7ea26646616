/** Figures named by a metric's own wording: nouns beside them, tails behind them, verbs before them. One rule for all metrics. */
import type { MetricSpec } from '../market/metrics/spec.ts';
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, valueOf, type Draft } from './drafts.ts';
import { tradeVerbBefore } from './multiples.ts';
import { wholeNumber } from './phrases.ts';
import { isCalledEstimate } from './modality.ts';
import { isSharePrice } from './prices.ts';
import type { Reading } from './prose.ts';
import type { Found, MetricPhrase } from './reading.ts';
import { clauseAround, cuesIn, definitionsIn, gapBetween, hasToken, metricsIn, type Sentence } from './sentence.ts';

/** Metrics with rules of their own (`returns.ts`, `weights.ts`, `money.ts`, `rules.ts`, `highs.ts`); their wording is a hint only. */
const OWN_RULES = new Set(['return', 'return_vs', 'streak', 'reconstitution', 'profitability_screen', 'inception_year', 'sector_weight', 'holding_weight', 'constituents', 'unprofitable_share', 'index_level', 'other:below_high', 'other:drawdown', 'other:ex_dividend']);

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
      // "post 34.10 EPS": the dollar sign is left to the reader.
      return unit === 'USD' || (metric.id === 'eps' && unit === 'plain' && quantity.halfUnit < 0.01) ? 1 : null;
    case 'count':
      return unit === 'plain' && !quantity.isFraction && !quantity.inWords && Number.isInteger(quantity.low) ? 1 : null;
    case 'points':
      return unit === 'plain' || unit === 'points' ? 1 : null;
    default:
      return null;
  }
}

/** "a 52-week low of 1,732.99": the level of an index; a bare "12" is none. */
function levelFactor(metric: MetricSpec, quantity: Quantity): number | null {
  const isLevel = metric.id === 'other:high_52w' || metric.id === 'other:low_52w';
  return isLevel && (quantity.unit === 'plain' || quantity.unit === 'points') && !quantity.inWords && !quantity.isYear && quantity.low >= 100 ? 1 : null;
}

/** Medians, SEC yields, price ranges and figures a year: the noun is right, the measure is another. */
function isOfSomethingElse(sentence: Sentence, phrase: Found<MetricPhrase>, quantity: Quantity): boolean {
  const { id } = phrase.value.metric;
  const { tokens } = sentence.reading;
  const before = tokens[phrase.from - 1]?.lower ?? '';
  if (id === 'dividend_yield') return /^(?:sec|treasury|bond|earnings|note|real|distribution)$/.test(before) || hasToken(sentence, phrase.to, quantity.hedgedFrom, (word) => DEBT.has(word)) || hasToken(sentence, quantity.to, quantity.to + 2, (word) => word === 'tons' || word === 'bushels') || (tokens[quantity.to]?.lower === 'of' && hasToken(sentence, quantity.to, quantity.to + 4, (word) => /^(?:earnings|profits?|income|revenue|sales)$/.test(word)));
  if (id === 'pe_average' && /^averages?$/.test(tokens[phrase.from]!.lower)) return !hasToken(sentence, sentence.from, phrase.from, (word) => word === 'p' || word === 'pe' || word === 'earnings');
  if (id === 'other:payout_ratio' && tokens[phrase.from]!.lower === 'of') return !hasToken(sentence, quantity.from - 6, quantity.from, (word) => PAYS.has(word));
  if (id === 'price') return quantity.isRange || !isSharePrice(sentence, quantity) || isCalledEstimate(sentence, quantity) || (phrase.value.role === 'tail' && hasToken(sentence, sentence.from, quantity.from, (word) => EARNED.has(word))) || /^(?:targets?)$/.test(tokens[phrase.to]?.lower ?? '');
  if (id === 'pe' && tokens[phrase.from]!.lower === 'multiple') {
    // "6.3 multiple points" is a difference of multiples.
    if (/^points?$/.test(tokens[phrase.to]?.lower ?? '')) return true;
  }
  // "must be worth between $1.2 billion and $8 billion": what is asked of anybody.
  if (id === 'market_cap' && hasToken(sentence, sentence.from, phrase.from, (word) => word === 'must')) return true;
  // "P/E/G ratio"
  if ((id === 'pe' || id === 'pe_forward') && tokens[phrase.to]?.lower === '/' && tokens[phrase.to]!.glued) return true;
  // "wiping out $90 billion in market value": a change.
  if (id === 'market_cap' && hasToken(sentence, quantity.hedgedFrom - 6, quantity.hedgedFrom, (word) => CHANGES.has(word))) return true;
  if (id === 'market_cap' && metricsIn(sentence, 'noun').some((other) => other.value.metric.id === 'eligibility_market_cap')) return true;
  if (id === 'market_cap' || id === 'pe') return hasToken(sentence, sentence.from, quantity.from, (word) => word === 'median') || (id === 'market_cap' && tokens[quantity.from - 1]?.lower === ',');
  return false;
}

const PAYS = new Set('pay pays paid paying distribute distributes distributed distributing return returns returned hand hands handed'.split(' '));
const CHANGES = new Set('wiping wiped erasing erased shaving shaved adding added losing lost gaining gained shedding shed'.split(' '));
const EARNED = new Set('earnings earned earn income profit profits loss losses eps'.split(' '));
const DEBT = new Set('note notes bond bonds treasury treasuries bill bills gilt gilts bund bunds mortgage mortgages junk'.split(' '));

/** "Three-year standard deviation: IJR 21.2, SPY 15.1": a colon list may leave the percent sign to the reader. */
function listedFactor(sentence: Sentence, phrase: { readonly from: number; readonly to: number; readonly value: { readonly metric: MetricSpec } }, quantity: Quantity): number | null {
  if (phrase.value.metric.unit !== '%' || quantity.unit !== 'plain' || quantity.inWords || quantity.halfUnit >= 0.5) return null;
  return sentence.reading.tokens[phrase.to]?.lower === ':' && phrase.to <= quantity.from ? 1 : null;
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
    const level = levelFactor(metric, quantity);
    const factor = unitFactor(metric, quantity) ?? listedFactor(sentence, phrase, quantity) ?? level;
    if (factor === null || !isPlausible(metric, quantity, factor)) continue;
    if (metric.unit === 'x' && quantity.unit === 'plain' && (quantity.inWords || quantity.compound !== null)) continue;
    let cost: number | null = null;
    let at = quantity.hedgedFrom;
    if (role === 'tail') {
      const overlap = quantity.to - phrase.from;
      if (overlap >= 0 && overlap <= 2 && phrase.to > quantity.to && phrase.from > quantity.from) cost = 0.1 * (3 - Math.min(2, phrase.to - phrase.from)) + 0.01;
      else if (phrase.from === quantity.hedgedTo || (phrase.from === quantity.hedgedTo + 1 && tokens[quantity.hedgedTo]!.lower === ')')) cost = 0.2;
    } else if (role === 'verb') {
      if (phrase.to <= quantity.hedgedFrom) {
        const gap = gapBetween(sentence, phrase.to, quantity.hedgedFrom);
        if (gap <= 2.5) {
          cost = gap + 0.3;
          at = phrase.from;
        }
      }
    } else if (phrase.from >= quantity.to) {
      if (phrase.from - quantity.to <= 4 && areAdjectives(sentence, quantity.hedgedTo, phrase.from)) {
        cost = (phrase.from - quantity.to) * 0.4 + 0.5;
      }
    } else if (phrase.to <= quantity.hedgedFrom) {
      cost = nounBeforeCost(sentence, phrase.from, phrase.to, quantity);
      if (cost !== null) at = phrase.from;
    }
    if (cost === null || isOfSomethingElse(sentence, phrase, quantity) || isOfLargest(sentence, quantity)) continue;
    // What nobody can check is read only where its name stands right beside it, and lends it to no other figure.
    const isUnchecked = metric.judge === 'none' && metric.id.startsWith('other:');
    if (isUnchecked && cost > 2.6) continue;
    const draft = draftFrom(sentence.reading, quantity, metric.id, level === null ? metric.unit : 'points', { value: valueOf(quantity, 1, factor) });
    draft.from = Math.min(draft.from, phrase.from);
    draft.to = Math.max(draft.to, phrase.to);
    toForward(sentence, quantity, draft, phrase.from, phrase.to);
    if (draft.metric === 'pe_average') draft.period = averagePeriod(sentence, quantity, phrase.from);
    if (metric.id.startsWith('eligibility_')) cost *= 0.3;
    const isNounBefore = role === 'noun' && phrase.to <= quantity.hedgedFrom;
    // "The energy sector trades at …": the subject of the verb decides, as for returns.
    const verb = metric.unit === 'x' ? tradeVerbBefore(sentence, quantity.hedgedFrom) : null;
    readings.push({ cost, draft, anchor: { sentence: [sentence.from, sentence.to], at: verb ?? (isNounBefore ? quantity.hedgedFrom : at), isVerb: verb !== null || (role === 'verb' && metric.unit === '%' && !/^(?:the|a|an|its|their|annual|yearly|ongoing|total)$/.test(tokens[phrase.from - 1]?.lower ?? '')) }, heritable: !isUnchecked });
  }
  return readings;
}

/** "Its top 10 stocks have a P/E of 30": of a part, on which nothing is on record. */
function isOfLargest(sentence: Sentence, quantity: Quantity): boolean {
  const [from] = clauseAround(sentence, quantity.from);
  const top = cuesIn(sentence, from, quantity.hedgedFrom, 'top').at(-1);
  return top !== undefined && !sentence.reading.mentions.some((mention) => mention.from >= top.to && mention.to <= quantity.from);
}

/** "a 5.4% [annual] yield", "at a fifth of one percent, QQQ's fee". */
function areAdjectives(sentence: Sentence, from: number, to: number): boolean {
  const { tokens, mentions } = sentence.reading;
  for (let i = from; i < to; i += 1) {
    const mention = mentions.find((candidate) => candidate.from === i && tokens[candidate.to]?.lower === "'s");
    if (mention !== undefined && mention.to < to) {
      i = mention.to;
      continue;
    }
    if (tokens[i]!.lower === ',' && mentions.some((candidate) => candidate.from === i + 1 && tokens[candidate.to]?.lower === "'s")) continue;
    if (!ADJECTIVES.has(tokens[i]!.lower) && tokens[i]!.lower !== '-') return false;
  }
  return true;
}

/** "P/E of 17", "the P/E on IWM has ranged from 13 to 21 and now stands at 17.7". Null when something else lies between. */
function nounBeforeCost(sentence: Sentence, from: number, to: number, quantity: Quantity): number | null {
  const gap = gapBetween(sentence, to, quantity.hedgedFrom);
  if (gap > 16) return null;
  const { tokens } = sentence.reading;
  for (let i = to; i < quantity.hedgedFrom; i += 1) {
    const word = tokens[i]!.lower;
    if (/^[;·•|]$/.test(word)) return null;
  }
  const between = sentence.quantities.filter((other) => other.from >= to && other.to <= quantity.from);
  const isLinked = between.length === 0 || /^(?:and|to|at|from|,|now|versus|vs|stands)$/.test(tokens[quantity.hedgedFrom - 1]?.lower ?? '');
  if (!isLinked) return null;
  // Motion to a level ("rose to 19") keeps the noun; motion by an amount ("yields dropped 6 bps") is no level.
  const motion = sentence.reading.motions.find((item) => item.from >= to && item.to <= quantity.hedgedFrom && item.value.form === 'verb');
  const isLevel = /^(?:to|at|from|below|above|under|past|over)$/.test(tokens[quantity.hedgedFrom - 1]?.lower ?? '') || /^(?:below|above|under|past|over)$/.test(tokens[quantity.hedgedFrom]?.lower ?? '');
  if (motion !== undefined && !isLevel) return null;
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
  // "a P/E of 18, forward P/E 24": words inside another multiple's name are that one's.
  const isOthers = (at: number): boolean => sentence.reading.metrics.some((phrase) => phrase.from <= at && at < phrase.to && phrase.from !== phraseFrom && phrase.to !== phraseTo);
  const isTrailing = near.some((item) => item.definition === 'trailing' && !isOthers(item.at));
  const isForward = near.some((item) => item.definition === 'forward' && !isOthers(item.at));
  if (isForward && !isTrailing && !hasToken(sentence, low, high, (word) => word === 'trailing')) {
    draft.metric = 'pe_forward';
    draft.definition = 'forward';
  }
  if (cuesIn(sentence, Math.max(from, low - 2), low + 1, 'example').length > 0) draft.forecast = true;
}

/** "averages of 18.6 over five years", "its 10-year average of 19.9": the years the average is over. */
export function averagePeriod(sentence: Sentence, quantity: Quantity, from: number): string | null {
  const spans = sentence.reading.periods.filter((period) => period.isSpan === true && period.from >= sentence.from && period.to <= sentence.to);
  const { tokens } = sentence.reading;
  const earlier = sentence.quantities.filter((other) => other.to <= quantity.from).at(-1)?.to ?? sentence.from;
  // "18.6 over five years" stands behind its figure; "its five-year average of 18.6 and its 10-year …" does not.
  const behind = spans.find((period) => period.from >= quantity.to && period.from - quantity.to <= 2 && (/^(?:over|for|across)$/.test(tokens[period.from]!.lower) || /^(?:over|for|across)$/.test(tokens[period.from - 1]!.lower)));
  const before = spans.filter((period) => period.from >= Math.max(earlier, from - 4) && period.to <= quantity.from).at(-1);
  // "… and 19.9 over ten": the unit is that of the figure before.
  const elided = tokens[quantity.to]?.lower === 'over' && tokens[quantity.to + 1] !== undefined ? wholeNumber(tokens[quantity.to + 1]!) : null;
  if (behind === undefined && elided !== null) return `avg:${elided}Y`;
  const found = behind ?? before;
  return found === undefined ? null : `avg:${found.period}`;
}
