/** Dollar amounts that have no metric word right beside them: share prices, fund assets, index levels, results a share. */
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, valueOf } from './drafts.ts';
import type { Reading } from './prose.ts';
import { clauseAround, hasToken, type Sentence } from './sentence.ts';

export function moneyReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  if (quantity.unit === 'plain' && !quantity.isFraction) return levelReadings(sentence, quantity);
  if (quantity.unit !== 'USD') return [];
  return [...perShareReadings(sentence, quantity), ...assetReadings(sentence, quantity), ...priceReadings(sentence, quantity), ...perDollarReadings(sentence, quantity)];
}

function anchored(sentence: Sentence, at: number, isVerb = false): Reading['anchor'] {
  return { sentence: [sentence.from, sentence.to], at, isVerb };
}

/** "earned $2.10 a share", "loss per share narrowed to 11 cents", "$2.49 per diluted share". */
function perShareReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { tokens } = sentence.reading;
  const [from, to] = clauseAround(sentence, quantity.from);
  const window = (test: (word: string) => boolean): boolean => hasToken(sentence, Math.max(from, quantity.from - 18), Math.min(to, quantity.to + 4), test);
  const isPerShare = /^(?:a|per|each)$/.test(tokens[quantity.to]?.lower ?? '') && hasToken(sentence, quantity.to, quantity.to + 4, (word) => word === 'share' || word === 'shares');
  const saysResult = window((word) => /^(?:earn|earned|earns|eps|earnings|loss|income|profit|lost)$/.test(word));
  if (!(isPerShare && saysResult)) {
    const isLossPerShare = saysResult && hasToken(sentence, Math.max(from, quantity.from - 12), quantity.from, (word) => word === 'share');
    const isOther = sentence.quantities.some((other) => other !== quantity && other.unit === 'USD' && other.to <= quantity.from);
    if (!isLossPerShare || quantity.low > 100 || (isOther && tokens[quantity.hedgedFrom - 1]?.lower !== 'from')) return [];
  }
  if (window((word) => /^(?:dividend|dividends|payout|distribution)$/.test(word)) || quantity.low > 1000) return [];
  const isLoss = hasToken(sentence, Math.max(from, quantity.from - 12), quantity.from, (word) => word === 'loss' || word === 'losses' || word === 'lost');
  const draft = draftFrom(sentence.reading, quantity, 'eps', 'USD', { value: valueOf(quantity, isLoss && !quantity.signed ? -1 : 1), direction: isLoss ? -1 : 1 });
  return [{ cost: 0.05, draft, anchor: anchored(sentence, quantity.hedgedFrom) }];
}

/** "Assets in IJR topped $86 billion", "the $17.8-billion fund", "leaving it with $62.4 billion". */
function assetReadings(sentence: Sentence, quantity: Quantity): Reading[] {
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
  return readings;
}

const PRICE_WORDS = /^(?:traded|trades|trading|closed|closing|close|price|priced|shares|stock|share|at|to|near|now|opened|ended|finished|settled|cost|costs|run|apiece|each|around|above|below|hit|touched|it's|is)$/;

/** "last traded at $43.17", "fell 3% to $101.20", "$AMD $158.40", "it's $238 now". */
function priceReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens } = reading;
  if (quantity.low >= 1e6 || quantity.isRange || quantity.compound !== null) return [];
  if (perShareReadings(sentence, quantity).length > 0 || (tokens[quantity.to]?.lower === 'a' && tokens[quantity.to + 1]?.lower === 'year')) return [];
  const [from] = clauseAround(sentence, quantity.from);
  const after = tokens[quantity.to]?.lower;
  if (after === 'per' || after === 'for' || (after === 'a' && tokens[quantity.to + 1]?.lower !== 'share')) {
    if (!(after === 'per' && tokens[quantity.to + 1]?.lower === 'share')) return [];
  }
  const behindMention = reading.mentions.some((mention) => mention.to === quantity.from || mention.to === quantity.from - 1);
  const before = tokens[quantity.hedgedFrom - 1]?.lower ?? '';
  const isPriceWord = hasToken(sentence, Math.max(from, quantity.from - 5), quantity.from, (word) => PRICE_WORDS.test(word));
  const saysOther = hasToken(sentence, Math.max(from, quantity.from - 8), quantity.to + 3, (word) => /^(?:median|pay|pays|paid|range|target|dividend|dividends|revenue|sales|earnings|fee|fees|assets|tuition|salary|ticket|invested|stake|buyback|fund|grant|wage|barrel|ounce|gallon|apiece|starts|starting)$/.test(word));
  if (saysOther) return [];
  if (behindMention && !/^(?:'s)$/.test(before)) return [{ cost: 1.2, draft: draftFrom(reading, quantity, 'price', 'USD'), anchor: anchored(sentence, quantity.hedgedFrom) }];
  const isIts = before === "'s" && tokens[quantity.hedgedFrom - 2]?.lower === 'it';
  if (isIts) return [{ cost: 1.8, draft: draftFrom(reading, quantity, 'price', 'USD'), anchor: anchored(sentence, quantity.hedgedFrom) }];
  if (!isPriceWord || !/^(?:at|to|near|is|it's|:|above|below|around|of|you|traded|hit|touched)$/.test(before)) return [];
  return [{ cost: 1.8, draft: draftFrom(reading, quantity, 'price', 'USD'), anchor: anchored(sentence, quantity.hedgedFrom) }];
}

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

/** "gained 0.5% to 22,141", "The Dow crossed 46,000", "closed at 2,301.12": the level of an index. */
function levelReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens } = reading;
  const raw = tokens[quantity.to - 1]!.lower;
  if (quantity.inWords || quantity.compound !== null || quantity.isRange || quantity.isYear) return [];
  const before = tokens[quantity.hedgedFrom - 1]?.lower ?? '';
  const next = tokens[quantity.to]?.lower ?? '';
  if (/^(?:companies|stocks|names|shares|holdings|members|times|x|years|days|months|percent|weeks|contracts|employees)$/.test(next)) return [];
  const isVix = hasToken(sentence, sentence.from, sentence.to, (word) => word === 'vix');
  if (!isVix && (!/[.,]/.test(raw) || quantity.low < 100)) return [];
  const verb = hasToken(sentence, Math.max(sentence.from, quantity.hedgedFrom - 4), quantity.from, (word) => /^(?:at|to|crossed|hit|topped|closed|finished|ended|reached|above|touched|surpassed|stands|level)$/.test(word));
  const hasIndex = reading.mentions.some((mention) => mention.known !== null && mention.from >= sentence.from && mention.to <= quantity.from);
  if (!verb || !hasIndex || !/^(?:at|to|crossed|hit|topped|above|reached|touched|surpassed|of|just|above|:)$/.test(before) && quantity.hedge === null) return [];
  const draft = draftFrom(reading, quantity, 'index_level', 'points');
  if (before === 'crossed' || before === 'topped' || before === 'surpassed') draft.qualifier = 'over';
  return [{ cost: 1.6, draft, anchor: anchored(sentence, quantity.hedgedFrom) }];
}
