/** Amounts of money that have no metric word right beside them: fund assets, market values, levels of indices. */
import type { Quantity } from '../text/quantities.ts';
import { draftFrom } from './drafts.ts';
import { levelReadings } from './levels.ts';
import type { Page } from './page.ts';
import { priceReadings } from './prices.ts';
import type { Reading } from './prose.ts';
import { resultReadings } from './results.ts';
import { topicsBefore } from './discourse.ts';
import { clauseAround, hasToken, type Sentence } from './sentence.ts';

export function moneyReadings(page: Page, sentence: Sentence, quantity: Quantity): Reading[] {
  if (quantity.unit === 'plain' && !quantity.isFraction) return levelReadings(page, sentence, quantity);
  if (quantity.unit !== 'USD') return [];
  const results = resultReadings(sentence, quantity);
  return [...results, ...assetReadings(page, sentence, quantity), ...(results.length > 0 ? [] : priceReadings(sentence, quantity)), ...perDollarReadings(sentence, quantity)];
}

function anchored(sentence: Sentence, at: number, isVerb = false): Reading['anchor'] {
  return { sentence: [sentence.from, sentence.to], at, isVerb };
}

/** "Assets in IJR topped $86 billion", "the $17.8-billion fund", "leaving it with $62.4 billion". */
function assetReadings(page: Page, sentence: Sentence, quantity: Quantity): Reading[] {
  if (quantity.low < 1e6) return [];
  const [from, to] = clauseAround(sentence, quantity.from);
  const readings: Reading[] = [];
  if (hasToken(sentence, Math.max(from, quantity.from - 7), quantity.from, (word) => word === 'assets') || hasToken(sentence, quantity.to, Math.min(to, quantity.to + 3), (word) => word === 'assets')) {
    readings.push({ cost: 1, draft: draftFrom(sentence.reading, quantity, 'aum', 'USD'), anchor: anchored(sentence, quantity.hedgedFrom) });
  }
  if (hasToken(sentence, quantity.to, Math.min(to, quantity.to + 4), (word) => /^(?:fund|etf|upstart|trust|giant)$/.test(word))) {
    readings.push({ cost: 1.4, draft: draftFrom(sentence.reading, quantity, 'aum', 'USD'), anchor: anchored(sentence, quantity.hedgedFrom) });
  }
  if (hasToken(sentence, Math.max(from, quantity.from - 6), quantity.from, (word) => /^(?:worth|valued|valuing|capitalization|price)$/.test(word)) || hasToken(sentence, quantity.to, Math.min(to, quantity.to + 3), (word) => word === 'price' || word === 'valuation' || word === 'company')) {
    if (!hasToken(sentence, sentence.from, quantity.from, (word) => word === 'median' || word === 'average')) readings.push({ cost: 1.2, draft: draftFrom(sentence.reading, quantity, 'market_cap', 'USD'), anchor: anchored(sentence, quantity.hedgedFrom) });
  }
  if (readings.length === 0 && isSizeOfFund(page, sentence, quantity)) readings.push({ cost: 2, draft: draftFrom(sentence.reading, quantity, 'aum', 'USD'), anchor: anchored(sentence, quantity.hedgedFrom) });
  return readings;
}

/** "With $702 billion, SPY was …", "IJH has gathered $108 billion": a large sum that a fund has, said of nothing else. */
function isSizeOfFund(page: Page, sentence: Sentence, quantity: Quantity): boolean {
  const { tokens, mentions } = sentence.reading;
  if (quantity.low < 1e7 || !HAVING.has(tokens[quantity.hedgedFrom - 1]?.lower ?? '')) return false;
  const next = tokens[quantity.to];
  const isClosed = next === undefined || next.kind !== 'word' || AFTER_ASSETS.has(next.lower);
  const own = mentions.filter((mention) => mention.from >= sentence.from && mention.to <= sentence.to);
  const isOfFund = own.length > 0 ? own.some((mention) => page.kinds[mention.id] === 'fund') : topicsBefore(page, sentence.reading.index, sentence.from).some((id) => page.kinds[id] === 'fund');
  return isClosed && isOfFund;
}

const HAVING = new Set('with has have had at gathered manages managed oversees runs amassed holds over'.split(' '));
const AFTER_ASSETS = new Set('and to across under while but it as versus compared against'.split(' '));

/** "$24 for each dollar of projected profit", "a dollar and a quarter per dollar of sales". */
function perDollarReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { tokens } = sentence.reading;
  let i = quantity.to;
  if (!/^(?:for|per)$/.test(tokens[i]?.lower ?? '')) return [];
  i += 1;
  if (/^(?:each|every|a|one)$/.test(tokens[i]?.lower ?? '')) i += 1;
  if (tokens[i]?.lower !== 'dollar' && !(tokens[i]?.lower === '$' && tokens[i + 1]?.lower === '1')) return [];
  const tail = tokens.slice(i, i + 7).map((token) => token.lower);
  const isForward = tail.some((word) => /^(?:projected|expected|forecast|estimated|future)$/.test(word));
  const metric = tail.includes('sales') || tail.includes('revenue') ? 'ps' : tail.includes('book') ? 'pb' : tail.some((word) => /^(?:profit|profits|earnings)$/.test(word)) ? (isForward ? 'pe_forward' : 'pe') : null;
  if (metric === null) return [];
  return [{ cost: 0.4, draft: draftFrom(sentence.reading, quantity, metric, 'x'), anchor: anchored(sentence, quantity.hedgedFrom) }];
}
