/** Shares of an index or fund: sectors, single holdings, the top ten; and how many companies it holds. */
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, type Draft } from './drafts.ts';
import { canonicalMention, withAlias, type Page } from './page.ts';
import type { PlacedMention } from './reading.ts';
import type { Reading } from './prose.ts';
import { clauseAround, cuesIn, hasToken, type Sentence } from './sentence.ts';

export function weightReadings(page: Page, sentence: Sentence, quantity: Quantity): Reading[] {
  if (quantity.unit === 'plain' && !quantity.isFraction) return [...constituentReadings(sentence, quantity), ...listedSector(sentence, quantity)];
  if (quantity.unit !== '%' && !quantity.isFraction) return [];
  // "less than half its 38% weight": a ratio of two weights.
  if (quantity.isFraction && /^(?:its|that|their|the)$/.test(sentence.reading.tokens[quantity.to]?.lower ?? '')) return [];
  // "50% of its cash" is a share of something else.
  const { tokens } = sentence.reading;
  const put = putIntoSector(sentence, quantity);
  if (put !== null) return [put];
  if (tokens[quantity.to]?.lower === 'of' && /^(?:its|their)$/.test(tokens[quantity.to + 1]?.lower ?? '') && !WHOLE_NOUNS.test(tokens[quantity.to + 2]?.lower ?? '') && !/^(?:total|net|overall|entire|whole|equity|stock|market)$/.test(tokens[quantity.to + 2]?.lower ?? '')) return [];
  return [...namedLargest(page, sentence, quantity), ...wholeReadings(page, sentence, quantity), ...sliceReadings(page, sentence, quantity), ...sliceBehind(page, sentence, quantity), ...sectorReadings(sentence, quantity)];
}

const WHOLE_NOUNS = /^(?:index|fund|etf|portfolio|benchmark|total|assets|holdings|weight|weighting|gauge|trust|value|capitalization)$/;
const EXPOSURE = /^(?:exposure|allocation|weighting|weight|stake|position|share|slice|holding|holdings|representation)$/;
const WEIGHT_VERBS = /^(?:represent|represents|representing|represented|comprise|comprises|comprising|account|accounts|accounting|accounted|make|makes|making|made|constitute|constitutes|weigh|weighs|stand|stands|form|forms|is|are|was|were|at|with|has|have|occupies|commands|contributes|totals|add|adds)$/;

/** "Nvidia is the top holding at 19.8%", "Broadcom is the latter's largest at 6.5%": called the largest, with the figure behind it. */
function namedLargest(page: Page, sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens, mentions } = reading;
  if (quantity.signed || quantity.isFraction || !/^(?:at|with|,|\(|:)$/.test(tokens[quantity.hedgedFrom - 1]?.lower ?? '')) return [];
  for (let i = quantity.hedgedFrom - 2; i >= Math.max(sentence.from, quantity.hedgedFrom - 9); i -= 1) {
    const isCalled = LARGEST.has(tokens[i]!.lower) && (HOLDING_NOUNS.has(tokens[i + 1]?.lower ?? '') || /^(?:at|with|,)$/.test(tokens[i + 1]?.lower ?? ''));
    const isOwned = /^(?:former|latter)$/.test(tokens[i]!.lower) && /^'s$/.test(tokens[i + 1]?.lower ?? '');
    if (!isCalled && !isOwned) continue;
    const holder = mentions.findLast((mention) => mention.from >= sentence.from && mention.to <= i && page.kinds[mention.id] === 'stock' && mention.known === null);
    if (holder === undefined || !tokens.slice(holder.to, i).some((token) => /^(?:is|are|was|remains)$/.test(token.lower))) return [];
    const whole = mentions.find((mention) => mention.from >= holder.to && mention.to <= quantity.from && (page.kinds[mention.id] === 'fund' || mention.known !== null));
    return component(page, sentence, quantity, whole === undefined ? [] : withAlias(page, whole.id), quantity.to, 0.7);
  }
  return [];
}

const LARGEST = new Set('largest biggest top heaviest'.split(' '));
const HOLDING_NOUNS = new Set('holding position stock name weight component constituent member line bet'.split(' '));

/** "12% of the portfolio", "5.2% of the Russell 2000", "30.4% of XLK", "a 12.1% stake". */
function wholeReadings(page: Page, sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens } = reading;
  let i = quantity.to;
  const isOf = tokens[i]?.lower === 'of' || (tokens[i]?.lower === 'weight' || tokens[i]?.lower === 'share' || tokens[i]?.lower === 'allocation' || tokens[i]?.lower === 'slice') && /^(?:of|in)$/.test(tokens[i + 1]?.lower ?? '');
  const isWeightIn = tokens[i]?.lower === 'in' && hasToken(sentence, quantity.hedgedFrom - 3, quantity.hedgedFrom, (word) => word === 'weight' || word === 'weighting' || word === 'stake');
  const isStake = /^(?:stake|weight|weighting|position|slice|allocation)$/.test(tokens[i]?.lower ?? '') && tokens[i + 1]?.lower !== 'of';
  let whole: number[] = [];
  let end = quantity.to;
  if (isOf || isWeightIn) {
    i = tokens[i]!.lower === 'of' || isWeightIn ? i + 1 : i + 2;
    while (/^(?:the|its|their|this|that|all|overall|total|entire|whole|fund|index|etf|net)$/.test(tokens[i]?.lower ?? '') && !WHOLE_NOUNS.test(tokens[i]?.lower ?? '')) i += 1;
    if (/^(?:their)$/.test(tokens[i - 1]?.lower ?? '')) return [];
    const mention = reading.mentions.find((candidate) => candidate.from === i);
    const isNoun = WHOLE_NOUNS.test(tokens[i]?.lower ?? '') || (tokens[i]?.lower === 'it' && !isWeightIn);
    if (mention === undefined && !isNoun) return [];
    if (mention !== undefined) {
      // "40% of the Russell 2000's companies", "3% of Apple's revenue" are shares of something else.
      const next = tokens[mention.to]?.lower;
      if (next === "'s" && !/^(?:weight|weighting|assets|portfolio|holdings|value|market)$/.test(tokens[mention.to + 1]?.lower ?? '')) return [];
      if (/^(?:companies|stocks|constituents|members|names|firms|roster)$/.test(next ?? '')) return [];
      if (page.kinds[mention.id] === 'stock' && mention.known === null && mention.notation === 'name') return [];
      whole = withAlias(page, mention.id);
      end = mention.to;
    } else {
      // "more than a third of the index's advance" is a share of something else.
      if (tokens[i + 1]?.lower === "'s" && !/^(?:weight|weighting|assets|portfolio|holdings|value|market|total)$/.test(tokens[i + 2]?.lower ?? '')) return [];
      end = i + 1;
      if (/^(?:value|total|assets|holdings|weight)$/.test(tokens[i]!.lower) && sentence.reading.mentions.length === 0 && !hasToken(sentence, sentence.from, sentence.to, (word) => /^(?:fund|etf|index|portfolio)$/.test(word))) return [];
    }
  } else if (!isStake) {
    return shortWeightReadings(page, sentence, quantity);
  }
  return component(page, sentence, quantity, whole, end, isOf ? 0.8 : 1.3);
}

/** "Nvidia (7.9%)", "each near 0.5%": only beside words that speak of weight. */
function shortWeightReadings(page: Page, sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const weightWord = hasToken(sentence, sentence.from, sentence.to, (word) => /^(?:holdings|holding|weight|weights|weighting|weightings|weighted|position|positions|constituents|allocation)$/.test(word));
  // "Amazon (6.1%) and Tesla (4.0%) are the biggest names in XLY"
  const areLargest = hasToken(sentence, quantity.to, sentence.to, (word) => LARGEST.has(word)) && hasToken(sentence, quantity.to, sentence.to, (word) => /^(?:names|stocks|companies|members|components|lines)$/.test(word));
  if (!(weightWord || areLargest) || quantity.signed) return [];
  const before = reading.tokens[quantity.hedgedFrom - 1]?.lower;
  const mention = reading.mentions.find((candidate) => candidate.to === quantity.hedgedFrom - 1 || candidate.to === quantity.hedgedFrom || candidate.to === quantity.hedgedFrom - 2);
  if (mention === undefined || !(before === '(' || before === 'at' || before === '-' || before === ':' || before === ',' || mention.to === quantity.hedgedFrom)) return [];
  if (mention.known !== null) return [];
  return component(page, sentence, quantity, [], quantity.to, 2.2);
}

function component(page: Page, sentence: Sentence, quantity: Quantity, whole: readonly number[], end: number, cost: number): Reading[] {
  const { reading } = sentence;
  const [from] = clauseAround(sentence, quantity.from);
  const start = Math.min(from, sentence.from);
  const sector = nearestSector(sentence, quantity, end);
  // The "10" of "10% of its stocks" counts nothing.
  const isCount = (cue: { readonly from: number; readonly to: number }): boolean => !/^(?:%|percent)$/.test(reading.tokens[cue.to]?.lower ?? '') && !/^(?:%|percent)$/.test(reading.tokens[cue.from + 1]?.lower ?? '');
  const topBefore = cuesIn(sentence, start, quantity.from, 'top').filter(isCount).at(-1);
  const holders = reading.mentions.filter((mention) => mention.from >= start && mention.to <= sentence.to && !whole.includes(mention.id) && mention.known === null && page.kinds[mention.id] === 'stock');
  const beforeHolders = holders.filter((mention) => mention.to <= quantity.from).reverse();
  const holder = beforeHolders[0] ?? holders[0];
  // "Nvidia made up 7.9%, and the ten largest 38.9%": a top ten behind the figure is the next one's.
  const topBehind = holder === undefined && sector === null ? cuesIn(sentence, end, sentence.to, 'top').filter(isCount)[0] : undefined;
  const top = topBefore !== undefined && !(beforeHolders[0] !== undefined && beforeHolders[0].from > topBefore.to) ? topBefore : topBehind;
  let metric: 'sector_weight' | 'holding_weight';
  const draftExtra: Partial<Draft> = {};
  if (top !== undefined) {
    metric = 'holding_weight';
    draftExtra.component = 'TOP10';
  } else if (sector !== null && (holder === undefined || Math.abs(sector.from - quantity.from) <= Math.abs(holder.from - quantity.from))) {
    metric = 'sector_weight';
    const isSum = areSectorsTogether(sentence, sector.from, quantity.from);
    draftExtra.component = isSum && !sentence.quantities.some((other) => other !== quantity && other.unit === '%') ? 'SEVERAL' : sector.value;
  } else if (holder !== undefined) {
    metric = 'holding_weight';
    // "Nvidia, Microsoft and Apple make up 20%": the sum of several, which is no single weight.
    if (areTogether(page, sentence, beforeHolders, quantity)) draftExtra.component = 'SEVERAL';
    else draftExtra.components = [...new Set([...beforeHolders, ...holders].flatMap((mention) => withAlias(page, mention.id)))];
  } else return [];
  const draft = draftFrom(reading, quantity, metric, '%', draftExtra);
  const isFirstShare = !sentence.quantities.some((other) => other.to <= quantity.from && other.unit === '%');
  if (draft.component !== 'TOP10' && isFirstShare && saysLargest(sentence)) draft.value = { ...draft.value, text: 'largest' };
  draft.to = Math.max(draft.to, end);
  if (whole.length > 0) draft.subjects.push(...whole);
  const exclude = metric === 'holding_weight' ? holders.map((mention) => mention.id) : [];
  return [{ cost: cost + (sector !== null || holder !== undefined || top !== undefined ? 0 : 2), draft, anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom, isVerb: false, exclude } }];
}

/** "Technology and communication services make up 40%": nothing but "and" or commas between the two. */
function areSectorsTogether(sentence: Sentence, at: number, before: number): boolean {
  const { tokens, sectors } = sentence.reading;
  const own = sectors.find((sector) => sector.from === at);
  return own !== undefined && sectors.some((other) => {
    if (other.from === at || other.from < sentence.from || other.to > before) return false;
    const [first, second] = other.from < at ? [other, own] : [own, other];
    const between = tokens.slice(first.to, second.from).map((token) => token.lower);
    return between.some((word) => word === 'and' || word === '&' || word === 'plus') && between.every((word) => /^(?:,|and|&|plus|stocks|companies|the)$/.test(word));
  });
}

function areTogether(page: Page, sentence: Sentence, nearestFirst: readonly PlacedMention[], quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  const heads = nearestFirst.filter((mention) => canonicalMention(page, mention.id) === mention.id);
  const [last, previous] = heads;
  // "Nvidia (7.9%), Microsoft (6.0%) …; combined they're 24%": in brackets behind a name stands its own weight.
  const isBehindName = last !== undefined && quantity.hedgedFrom - last.to <= 2 && /^(?:[(:,-])$/.test(tokens[quantity.hedgedFrom - 1]?.lower ?? '');
  if (isBehindName) return false;
  if (hasToken(sentence, sentence.from, sentence.to, (word) => /^(?:together|combined|collectively|jointly)$/.test(word)) && heads.length !== 1) return true;
  if (last === undefined || previous === undefined) return false;
  if (hasToken(sentence, last.to, quantity.from, (word) => word === 'each' || word === 'respectively')) return false;
  const between = tokens.slice(previous.to, last.from).map((token) => token.lower);
  return between.length <= 8 && between.includes('and') && !between.some((word) => /^(?:[%;]|with|at|to|by|in)$/.test(word));
}

function nearestSector(sentence: Sentence, quantity: Quantity, end: number): { from: number; value: string } | null {
  let best: { from: number; value: string; distance: number } | null = null;
  for (const sector of sentence.reading.sectors) {
    if (sector.from < sentence.from || sector.to > sentence.to) continue;
    const isInside = sector.from < end && quantity.from < sector.to;
    if (isInside) continue;
    const distance = sector.to <= quantity.from ? quantity.from - sector.to : sector.from - end + 2;
    if (distance < 0 || distance > 26) continue;
    const between = sentence.quantities.some((other) => other !== quantity && other.from >= Math.min(sector.to, quantity.to) && other.to <= Math.max(sector.from, quantity.from));
    const score = distance + (between ? 6 : 0);
    if (best === null || score < best.distance) best = { from: sector.from, value: sector.value, distance: score };
  }
  return best;
}

/** "the biggest slice", "its largest holding": the weight is also called the first of its kind. */
function saysLargest(sentence: Sentence): boolean {
  const { tokens } = sentence.reading;
  for (let i = sentence.from; i < sentence.to - 1; i += 1) {
    if (!/^(?:biggest|largest|heaviest)$/.test(tokens[i]!.lower)) continue;
    if (/^(?:of|second|third|ten)$/.test(tokens[i - 1]?.lower ?? '') || tokens[i - 1]?.lower === '-') continue;
    if (/^(?:slice|position|holding|weight|weighting|sector|component|constituent|part|block|member|share|stake|single)$/.test(tokens[i + 1]!.lower)) return true;
  }
  return false;
}

/** "Financial stocks are the biggest slice of IWM, at just under 20%": the whole is named before the figure. */
function sliceReadings(page: Page, sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens } = reading;
  for (let i = sentence.from; i < quantity.hedgedFrom; i += 1) {
    if (!/^(?:slice|position|holding|sector|component|constituent|part|block|member|weight|weighting|piece|chunk|share|exposure|allocation)$/.test(tokens[i]!.lower) || !/^(?:of|in)$/.test(tokens[i + 1]?.lower ?? '')) continue;
    const whole = reading.mentions.find((mention) => mention.from > i && mention.from <= i + 3);
    if (whole === undefined || (page.kinds[whole.id] === 'stock' && whole.notation === 'name')) continue;
    return component(page, sentence, quantity, withAlias(page, whole.id), quantity.to, 1.2);
  }
  return [];
}

/** "Microsoft, at roughly 7%, is the biggest position in SPY": the whole is named behind it. */
function sliceBehind(page: Page, sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens } = reading;
  for (let i = quantity.to; i < Math.min(sentence.to, quantity.to + 8); i += 1) {
    if (!/^(?:position|holding|component|constituent|member|weight|sector)$/.test(tokens[i]!.lower) || !/^(?:of|in)$/.test(tokens[i + 1]?.lower ?? '')) continue;
    const whole = reading.mentions.find((mention) => mention.from > i && mention.from <= i + 3);
    if (sentence.quantities.some((other) => other.from >= quantity.to && other.from < i)) return [];
    if (whole !== undefined) return component(page, sentence, quantity, withAlias(page, whole.id), quantity.to, 1.2);
  }
  return [];
}

/** "18% financial exposure", "16% in industrials", "Industrials 18.1", "technology, 13.0%". */
function sectorReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens } = reading;
  if (quantity.signed || quantity.unit !== '%' && !quantity.isFraction) return [];
  for (const sector of reading.sectors) {
    if (sector.from < sentence.from || sector.to > sentence.to) continue;
    const after = sector.from - quantity.to;
    const before = quantity.hedgedFrom - sector.to;
    let cost: number | null = null;
    if (after === 0 && (EXPOSURE.test(tokens[sector.to]?.lower ?? '') || areSectorsListed(sentence))) cost = 0.6;
    else if (after === 1 && /^(?:in|to|from)$/.test(tokens[quantity.to]!.lower) && isWeightContext(sentence, quantity)) cost = 0.9;
    else if (before > 2 && before <= 10 && isCalledLargest(sentence, sector.to, quantity.hedgedFrom)) cost = 1.2;
    else if (before >= 0 && before <= 2 && tokens.slice(sector.to, quantity.hedgedFrom).every((token) => WEIGHT_VERBS.test(token.lower) || /^(?:[(:,-]|up|for|stocks|sector|companies)$/.test(token.lower)) && isWeightContext(sentence, quantity)) cost = 1.1;
    if (cost === null) continue;
    const draft = draftFrom(reading, quantity, 'sector_weight', '%', { component: sector.value });
    draft.from = Math.min(draft.from, sector.from);
    draft.to = Math.max(draft.to, sector.to);
    return [{ cost, draft, anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom, isVerb: false } }];
  }
  return [];
}

/** "QQQ: 52% technology, 16% communication services": figure and sector, at least twice. */
function areSectorsListed(sentence: Sentence): boolean {
  const { sectors } = sentence.reading;
  return sentence.quantities.filter((quantity) => quantity.unit === '%' && !quantity.signed && sectors.some((sector) => sector.from === quantity.to)).length >= 2;
}

/** "Health care is the largest sector with 17.4%": nothing but that between the sector and its figure. */
function isCalledLargest(sentence: Sentence, from: number, to: number): boolean {
  const between = sentence.reading.tokens.slice(from, to).map((token) => token.lower);
  return between.some((word) => /^(?:largest|biggest|heaviest|top)$/.test(word)) && between.every((word) => CALLED.has(word));
}

const CALLED = new Set('is are was were the its single second third fourth - largest biggest heaviest top sector sectors slice slices weight weighting position part block group , at with of now stocks still remains remain'.split(' '));

/** "IJR puts 18% of its money into financials, 17% into industrials". */
function putIntoSector(sentence: Sentence, quantity: Quantity): Reading | null {
  const { reading } = sentence;
  const { tokens } = reading;
  let i = quantity.to;
  if (tokens[i]?.lower === 'of' && /^(?:its|their|the)$/.test(tokens[i + 1]?.lower ?? '') && /^(?:money|assets|portfolio|holdings|capital)$/.test(tokens[i + 2]?.lower ?? '')) i += 3;
  if (!/^(?:into|in|to)$/.test(tokens[i]?.lower ?? '')) return null;
  const sector = reading.sectors.find((item) => item.from === i + 1);
  const verb = hasToken(sentence, sentence.from, quantity.hedgedFrom, (word) => PUTS.has(word));
  if (sector === undefined || !verb) return null;
  const draft = draftFrom(reading, quantity, 'sector_weight', '%', { component: sector.value });
  draft.to = Math.max(draft.to, sector.to);
  return { cost: 0.6, draft, anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom, isVerb: false } };
}

const PUTS = new Set('puts put putting invests invested allocates allocated devotes devoted places parks has holds'.split(' '));

function isWeightContext(sentence: Sentence, quantity: Quantity): boolean {
  // "losses of 3.8% in energy": a move.
  if (sentence.reading.motions.some((motion) => motion.to <= quantity.hedgedFrom && quantity.hedgedFrom - motion.to <= 2 && (motion.value.form === 'verb' || motion.value.form === 'noun'))) return false;
  return hasToken(sentence, sentence.from, sentence.to, (word) => EXPOSURE.test(word) || /^(?:sector|sectors|composition|weights|allocations|portfolio|split|breakdown|represent|representing|represents|biggest|largest|heaviest)$/.test(word));
}

const MEMBER_NOUNS = /^(?:companies|stocks|holdings|names|members|constituents|securities|issues|components|firms|equities|positions)$/;
const HOLD_VERBS = /^(?:counted|counting|numbered|listed|held|owned|contained|tracked|covered|holds|hold|holding|owns|own|contains|contain|had|comprises|comprising|comprise|tracks|tracking|track|includes|include|measures|represents|consists|composed|covers|counts|has|have|with|are|spans|spanning|of|inside|portfolio|smallest|largest|biggest|roster|basket|members|lists|invests|spread|across|hosts|numbers)$/;

/** "Industrials 18.1 / Financials 17.9 / Health Care 16.4": three or more sectors, each with its figure right behind it. */
function listedSector(sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  if (quantity.halfUnit >= 0.5 || quantity.signed || quantity.inWords || quantity.high > 100) return [];
  const pairs = sentence.quantities.flatMap((other) => reading.sectors.filter((sector) => sector.to === other.from && sector.from >= sentence.from));
  const own = pairs.find((sector) => sector.to === quantity.from);
  if (own === undefined || pairs.length < 3) return [];
  const draft = draftFrom(reading, quantity, 'sector_weight', '%', { component: own.value });
  draft.from = own.from;
  return [{ cost: 0.5, draft, anchor: { sentence: [sentence.from, sentence.to], at: pairs[0]!.from, isVerb: false } }];
}

/** "holds around 2,000 companies", "the smallest 2,000 securities", "639 securities", "the 30-stock index". */
function constituentReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens } = reading;
  // "two thousand stocks" is a count of holdings, "five stocks" seldom is.
  if ((quantity.inWords && quantity.low < 100) || quantity.isYear || !Number.isInteger(quantity.low) || quantity.low < 20 || quantity.high > 12000 || quantity.signed) return [];
  // "Holdings: 605"
  if (tokens[quantity.hedgedFrom - 1]?.lower === ':' && MEMBER_NOUNS.test(tokens[quantity.hedgedFrom - 2]?.lower ?? '') && quantity.compound === null) {
    return [{ cost: 0.5, draft: draftFrom(reading, quantity, 'constituents', 'count'), anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom - 2, isVerb: false } }];
  }
  let at = -1;
  if (quantity.compound !== null) {
    if (/^(?:stock|company|member|issue)$/.test(quantity.compound)) at = quantity.to;
  } else {
    // "2,000 of the smallest companies"
    const isOfSize = tokens[quantity.hedgedTo]?.lower === 'of' && /^(?:largest|smallest|biggest|most|leading|top)$/.test(tokens[quantity.hedgedTo + 2]?.lower ?? '');
    for (let i = quantity.hedgedTo + (isOfSize ? 3 : 0); i < Math.min(quantity.hedgedTo + 10, sentence.to); i += 1) {
      const token = tokens[i]!;
      if (MEMBER_NOUNS.test(token.lower)) {
        at = i;
        break;
      }
      const isAdjective = token.kind === 'word' && !/^(?:of|in|and|to|for|by|is|are|were|points|times|percent|people|employees|jobs|years|shares|customers|stores|units|the|this|a|an)$/.test(token.lower) || token.lower === '-' || token.lower === '.' && token.glued;
      if (!isAdjective) break;
    }
  }
  if (at < 0) return [];
  const isHeld = hasToken(sentence, Math.max(sentence.from, quantity.hedgedFrom - 8), quantity.hedgedFrom, (word) => HOLD_VERBS.test(word)) || /^(?:in|inside|within)$/.test(tokens[at + 1]?.lower ?? '');
  // "About 200 companies left the index and 230 joined": a flow, not a stock.
  if (hasToken(sentence, at + 1, at + 3, (word) => /^(?:left|joined|leave|join|rose|fell|gained|lost|advanced|declined|reported|beat|missed|were|was|dropped|entered|exited|graduated|fewer|more|less)$/.test(word))) return [];
  const nearMention = reading.mentions.some((mention) => mention.from >= sentence.from && mention.to <= sentence.to) || reading.cues.some((cue) => cue.value.kind === 'anaphor' && cue.from >= sentence.from && cue.to <= sentence.to);
  if (!isHeld && !/^(?:stock)$/.test(quantity.compound ?? '') && !(nearMention && /^(?:stocks|holdings|securities|names)$/.test(tokens[at]!.lower))) return [];
  const draft = draftFrom(reading, quantity, 'constituents', 'count');
  draft.to = Math.max(draft.to, at + 1);
  const verb = holdVerbBefore(sentence, quantity);
  return [{ cost: 1, draft, anchor: { sentence: [sentence.from, sentence.to], at: verb < 0 ? quantity.hedgedFrom : verb, isVerb: verb >= 0 } }];
}

/** "The Russell 2000 represents the smallest 2,000 …": the verb whose subject holds them; -1 when there is none. */
function holdVerbBefore(sentence: Sentence, quantity: Quantity): number {
  for (let i = quantity.hedgedFrom - 1; i >= Math.max(sentence.from, quantity.hedgedFrom - 6); i -= 1) {
    if (/^(?:holds|hold|owns|own|contains|contain|comprises|comprise|tracks|track|includes|include|measures|represents|covers|counts|has|spans|lists)$/.test(sentence.reading.tokens[i]!.lower)) return i;
  }
  return -1;
}
