/** Prices of shares, and what is set as their target. */
import type { Quantity } from '../text/quantities.ts';
import { draftFrom } from './drafts.ts';
import { isCalledEstimate } from './modality.ts';
import type { Reading } from './prose.ts';
import { clauseAround, hasToken, type Sentence } from './sentence.ts';

/** "last traded at $43.17", "fell 3% to $101.20", "$AMD $158.40", "it's $238 now". */
export function priceReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens } = reading;
  if (quantity.low >= 1e6 || quantity.compound !== null) return [];
  const [from, to] = clauseAround(sentence, quantity.from);
  const anchor = { sentence: [sentence.from, sentence.to] as const, at: quantity.hedgedFrom, isVerb: false };
  if (isTarget(sentence, quantity)) return [{ cost: 0.1, draft: draftFrom(reading, quantity, 'other:price_target', 'USD', { forecast: true }), anchor }];
  if (quantity.isRange || !isSharePrice(sentence, quantity) || isCalledEstimate(sentence, quantity)) return [];
  const make = (cost: number, isBare = false): Reading[] => [{ cost, isBare, draft: draftFrom(reading, quantity, 'price', 'USD'), anchor }];
  const before = tokens[quantity.hedgedFrom - 1]?.lower ?? '';
  const behindMention = reading.mentions.some((mention) => mention.to === quantity.from || (mention.to === quantity.from - 1 && /^(?:[(:,-]|at|now)$/.test(tokens[quantity.from - 1]!.lower)));
  if (behindMention && before !== "'s") return make(1.2, true);
  if (before === "'s" && tokens[quantity.hedgedFrom - 2]?.lower === 'it') return make(1.8);
  const isNamed = hasToken(sentence, Math.max(from, quantity.from - 8), to, (word) => /^(?:price|stock|shares|share|fund|etf)$/.test(word));
  if (before === 'is') return isNamed ? make(1.8) : [];
  const isMove = !hasToken(sentence, from, quantity.from, (word) => RESULT_WORDS.has(word)) && reading.motions.some((motion) => motion.to <= quantity.hedgedFrom && quantity.hedgedFrom - motion.to <= 7 && motion.from >= from);
  if (hasToken(sentence, quantity.from - 4, quantity.from, (word) => RESULT_WORDS.has(word))) return [];
  const isPriced = isMove || hasToken(sentence, Math.max(from, quantity.from - 8), quantity.from, (word) => PRICE_WORDS.has(word));
  // "so at $378 the stock trades at 21 times"
  if (before === 'at' && hasToken(sentence, quantity.to, quantity.to + 3, (word) => word === 'stock' || word === 'shares')) return make(1.8);
  return isPriced && /^(?:at|to|near|it's|:|above|below|around|of|you|traded|hit|touched)$/.test(before) ? make(1.8) : [];
}

const PRICE_WORDS = new Set("traded trades trading trade closed closing close price priced shares stock share fund now opened ended finished settled cost costs run each hit touched last reaching reached it's".split(' '));
const RESULT_WORDS = new Set('earnings eps income profit profits revenue sales loss losses outlook guidance forecast fee fees'.split(' '));

/** "raised her price target to $450 from $385", "a fair value of $34". */
function isTarget(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  for (let i = quantity.from - 1; i >= Math.max(sentence.from, quantity.from - 12); i -= 1) {
    const word = tokens[i]!.lower;
    if (word === 'target' || word === 'targets' || word === 'objective' || (word === 'value' && tokens[i - 1]?.lower === 'fair')) return !sentence.reading.mentions.some((mention) => mention.from <= i && i < mention.to);
    if (word === ';' || OTHER_SUMS.has(word)) return false;
  }
  return false;
}

const OTHER_SUMS = new Set('revenue sales earnings eps profit closed traded current'.split(' '));

/** Nothing beside the figure makes it another price: of goods, of a deal, a payment a share, an order to buy or sell. */
export function isSharePrice(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  const [from, to] = clauseAround(sentence, quantity.from);
  const next = tokens[quantity.to]?.lower;
  const behind = tokens[quantity.to + 1]?.lower;
  if (next === 'a' && (behind === 'year' || tokens[quantity.to + 2]?.lower === 'a')) return false;
  if (next === 'off' || next === 'for' || ((next === 'per' || next === 'a' || next === 'an') && behind !== 'share')) return false;
  if (hasToken(sentence, from, quantity.to, (word) => PAYMENTS.has(word)) || hasToken(sentence, quantity.from - 9, quantity.to + 4, (word) => ORDERS.has(word))) return false;
  return !hasToken(sentence, Math.max(from, quantity.from - 8), quantity.from, (word) => /^(?:pay|pays|paid)$/.test(word)) && !hasToken(sentence, Math.max(from, quantity.from - 8), Math.min(to, quantity.to + 3), (word) => OTHER_PRICES.has(word));
}

const PAYMENTS = new Set('dividend dividends payout payouts distribution'.split(' '));
/** Words of deals and of orders that are yet to be carried out. */
const ORDERS = new Set('stop strike calls puts entry ipo public insider purchased offering tender'.split(' '));
const OTHER_PRICES = new Set(
  'median range target revenue sales earnings fee fees assets tuition salary ticket invested stake buyback grant wage barrel ounce gallon apiece starts starting high low average sold bought owner holder holders'.split(' '),
);
