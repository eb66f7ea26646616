/** Figures without a measure of their own take it from their neighbour: "against 12 for Snowflake", "and Micron 7.2%". */
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, valueOf, type Draft } from './drafts.ts';
import { averagePeriod } from './measures.ts';
import { isCalledEstimate } from './modality.ts';
import { tradeVerbBefore } from './multiples.ts';
import type { Page } from './page.ts';
import type { Reading } from './prose.ts';
import { areInList } from './figure-lists.ts';
import { definitionsIn, hasToken, type Sentence } from './sentence.ts';

/** "against 12 for Snowflake", "and Micron 7.2%", "S&P 500 22.1x", "another 0.6% Tuesday". */
export function inherit(page: Page, sentence: Sentence, quantity: Quantity, previous: Reading | null): Reading | null {
  if (previous === null || previous.heritable === false) return null;
  const { tokens } = sentence.reading;
  const source = previous.draft;
  if (quantity.compound !== null || quantity.isYear) return null;
  if (unitLike(source, quantity) === null) return null;
  const isCarried = source.valueFrom < sentence.from || source.reading !== sentence.reading;
  const gapFrom = isCarried ? sentence.from : Math.max(source.to, source.valueTo);
  const gap = quantity.hedgedFrom - gapFrom;
  if (gap > 16) return null;
  // "half the 8.9% of the S&P 500": a ratio of two returns.
  if (quantity.isFraction && (source.metric === 'return' || source.metric === 'return_vs') && !hasToken(sentence, quantity.to, quantity.to + 5, (word) => word === 'value' || word === 'worth')) return null;
  const between = tokens.slice(gapFrom, quantity.hedgedFrom);
  // "… gained 26% (VOO), without them 24%": a bracket behind a figure names its source, not the next subject.
  const hasMention = sentence.reading.mentions.some((mention) => tokens[mention.from - 1]?.lower !== '(' && mention.from >= gapFrom && mention.to <= quantity.hedgedFrom + 1);
  const behind = sentence.reading.mentions.some((mention) => mention.from >= quantity.to && mention.from - quantity.to <= 4);
  const link = isCarried || between.some((token) => /^(?:and|or|to|versus|vs|v|against|,|;|but|while|whereas|from|than|with|another|including|\/|at|the|:)$/.test(token.lower));
  const definition = definitionsIn(sentence, gapFrom, quantity.hedgedFrom, quantity.from).find((item) => item.definition === 'incl_negative' || item.definition === 'excl_negative' || (source.metric === 'return' && (item.definition === 'price_return' || item.definition === 'total_return')));
  // "ahead of the $889 million consensus": what was expected of the same.
  const isExpected = source.unit === 'USD' && isCalledEstimate(sentence, quantity);
  const isRenewed = definition !== undefined || between.some((token) => /^(?:now|today|currently|try|stands)$/.test(token.lower));
  if (!link && !hasMention && !isRenewed && !isExpected) return null;
  const isSetAgainst = /^(?:versus|vs|from|against|than)$/.test(between.at(-1)?.lower ?? '');
  const isCompared = isSetAgainst || /^(?:to|from)$/.test(between.at(-1)?.lower ?? '') || (between.at(-1)?.lower === '.' && between.at(-2)?.lower === 'vs');
  const tradesAt = isCarried && /^(?:at|for)$/.test(between.at(-1)?.lower ?? '') && source.unit === 'x';
  if (isCarried && !tradesAt && source.unit === 'x' && between.length > 10) return null;
  // A bare number carries on only as a level: "it fell to 11", not "it has 11 stores".
  if (isCarried && quantity.unit === 'plain' && !/^(?:to|from|at|is|was|of|than|for|by|with|try|,|:|'s|it's)$/.test(between.at(-1)?.lower ?? '')) return null;
  // "up 9% in three months and 26% in a year": the period of the figure before is its own.
  const words = between.filter((_token, k) => !sentence.reading.periods.some((period) => period.from <= gapFrom + k && gapFrom + k < period.to));
  // "It fell to 11 in the autumn and has since recovered to 15."
  const isNextLevel = source.unit === 'x' && between.at(-1)?.lower === 'to' && !hasMention && between.length <= 12 && !between.some((token) => token.lower === ';');
  // "a profit of $1.51 a share from a loss of 20 cents"
  const isNamedResult = source.metric === 'eps' && between.some((token) => /^(?:loss|profit|earnings)$/.test(token.lower));
  const isShort = isExpected || isNamedResult || isNextLevel || words.length <= 3 || isCarried || isRenewed || (isSetAgainst && between.length <= 7);
  // "Financials account for 19% of the Russell 2000, health care for 16%"
  const sector = source.metric === 'sector_weight' ? sentence.reading.sectors.filter((item) => item.from >= gapFrom && item.to <= quantity.hedgedFrom).at(-1) : undefined;
  if (!hasMention && !behind && !isShort && sector === undefined) return null;
  if (source.metric === 'constituents' && !behind && !sentence.reading.mentions.some((mention) => mention.to === quantity.hedgedFrom && mention.from >= gapFrom)) return null;

  if (quantity.unit === 'plain' && source.unit === '%' && (quantity.halfUnit >= 0.5 && between.length > 2)) return null;
  if (source.unit === 'USD' && !hasMention && !isCompared && !isExpected && !isCarried && !isNamedResult && !areInList(tokens, gapFrom, quantity.hedgedFrom)) return null;
  if (quantity.unit === 'plain' && /^(?:in|on|since|by|until|through)$/.test(between.at(-1)?.lower ?? '')) return null;
  const draft = likeDraft(sentence, quantity, source)!;
  if (source.metric === 'sector_weight') draft.component = sector?.value ?? null;
  const opening = isCarried && source.metric === 'holding_weight' ? sentence.reading.sectors.find((item) => item.from === sentence.from) : undefined;
  if (opening !== undefined) {
    draft.metric = 'sector_weight';
    draft.component = opening.value;
  }
  if (source.metric === 'eps' && !quantity.signed) {
    // "swung to a profit of $1.51 a share from a loss of 20 cents"
    const word = between.findLast((token) => /^(?:loss|losses|lost|profit|earnings|earned)$/.test(token.lower))?.lower;
    if (word !== undefined) draft.value = valueOf(quantity, word.startsWith('los') ? -1 : 1);
  }
  draft.period = source.metric === 'pe_average' ? (averagePeriod(sentence, quantity, gapFrom) ?? source.period) : isCarried ? null : source.period;
  const isPaired = sentence.reading.cues.some((cue) => cue.from >= gapFrom && (cue.to <= quantity.hedgedFrom || (cue.from >= quantity.to && cue.from - quantity.to <= 3)) && cue.value.kind === 'anaphor' && (cue.value.refers === 'former' || cue.value.refers === 'latter'));
  const isMember = /^(?:first|second|other|former|latter)$/.test(tokens[quantity.hedgedFrom - 1]?.lower ?? '') && tokens[quantity.hedgedFrom - 2]?.lower === 'the';
  // "The index as a whole stands at 21.6."
  const isRenamed = isCarried && sentence.cues.some((cue) => cue.to <= quantity.from && cue.value.kind === 'anaphor' && cue.value.refers !== 'any');
  draft.subjects = hasMention || behind || isPaired || isMember || isRenamed ? [] : [...source.subjects];
  if (draft.metric === 'holding_weight') inheritComponent(page, sentence, draft, source, gapFrom, quantity);
  const verb = isCarried ? tradeVerbBefore(sentence, quantity.hedgedFrom) : null;
  if (verb !== null && !/^(?:it|they|that|this)$/.test(tokens[sentence.from]!.lower)) draft.subjects = [];
  return { cost: 4, draft, anchor: { sentence: [sentence.from, sentence.to], at: verb ?? quantity.hedgedFrom, isVerb: verb !== null } };
}

/** The figure as a draft of the same measure as another, with neither its subject nor its time; null when their units differ. */
export function likeDraft(sentence: Sentence, quantity: Quantity, source: Draft): Draft | null {
  const factor = unitLike(source, quantity);
  if (factor === null) return null;
  const sign: 1 | -1 = quantity.signed || source.direction === 0 ? 1 : source.direction;
  const value = valueOf(quantity, sign, factor);
  return draftFrom(sentence.reading, quantity, source.metric, source.unit, {
    value: source.component === 'stated_as_profitable_share' ? { ...value, low: 100 - value.high, high: 100 - value.low } : value,
    definition: source.definition, annualized: source.annualized, component: source.component, direction: source.direction,
    // What the sentence before expected, this one may report.
    forecast: source.forecast && source.reading === sentence.reading && source.valueFrom >= sentence.from,
  });
}

/** "Bloom Energy at 1.9%, followed by Credo at 0.9%", "… and the ten largest companies 38.9%": the same whole, another part. */
function inheritComponent(page: Page, sentence: Sentence, draft: Draft, source: Draft, from: number, quantity: Quantity): void {
  // "…; together they're nearly 14%": the sum of those before.
  if (hasToken(sentence, from, quantity.hedgedFrom, (word) => /^(?:together|combined|collectively|jointly|total)$/.test(word))) {
    draft.component = 'SEVERAL';
    draft.components = [];
    draft.subjects = [...source.subjects];
    return;
  }
  const isTop = sentence.reading.cues.some((cue) => cue.value.kind === 'top' && cue.from >= from && cue.to <= quantity.hedgedFrom);
  const named = sentence.reading.mentions.filter((mention) => mention.from >= from && mention.to <= quantity.hedgedFrom);
  const wholes = named.filter((mention) => mention.known !== null || page.kinds[mention.id] === 'fund');
  // "SCHD's top ten come to 41% of the fund, VIG's to 33%": the same part of another whole.
  if (wholes.length > 0 && wholes.length === named.length) {
    draft.component = source.component;
    draft.components = [...source.components];
    draft.subjects = wholes.map((mention) => mention.id);
    return;
  }
  const holders = named.filter((mention) => mention.known === null);
  draft.component = isTop ? 'TOP10' : holders.length > 0 ? null : source.component;
  draft.components = isTop ? [] : holders.length > 0 ? holders.map((mention) => mention.id).reverse() : [...source.components];
  const isOtherWhole = sentence.reading.mentions.some((mention) => mention.from >= quantity.to && mention.from - quantity.to <= 4);
  if (!isOtherWhole) draft.subjects = [...source.subjects];
}

/** True when the figure can be of the same measure as the draft. */
export function isLike(source: Draft, quantity: Quantity): boolean {
  return unitLike(source, quantity) !== null;
}

/** Factor that brings the figure to the unit of the draft it follows, or null when the two do not go together. */
function unitLike(source: Draft, quantity: Quantity): number | null {
  switch (source.unit) {
    case 'x':
      return quantity.unit === 'x' || (quantity.unit === 'plain' && !quantity.isFraction) ? 1 : null;
    case '%':
      if (quantity.unit === 'bps') return 0.01;
      if (quantity.isFraction) return 1;
      if (quantity.unit === '%' || quantity.unit === 'fold') return 1;
      return quantity.unit === 'plain' && source.metric === 'expense_ratio' && quantity.inWords ? 0.01 : quantity.unit === 'plain' && !quantity.inWords ? 1 : null;
    case 'pp':
      if (quantity.unit === 'bps') return 0.01;
      return quantity.unit === 'pp' || quantity.unit === 'points' || quantity.unit === 'plain' ? 1 : null;
    case 'USD':
      // Billions and dollars a share do not go together.
      return quantity.unit === 'USD' && (quantity.low >= 1e6) === (source.metric === 'aum' || source.metric === 'market_cap' || source.metric === 'revenue') ? 1 : null;
    case 'count':
      return quantity.unit === 'plain' && !quantity.inWords ? 1 : null;
    case 'points':
      return quantity.unit === 'plain' ? 1 : null;
    default:
      return null;
  }
}
