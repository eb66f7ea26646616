/** Returns: figures that a word of motion, a noun of gain or a sign makes a change of price; and leads over a benchmark. */
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, valueOf, type Draft } from './drafts.ts';
import { withAlias, type Page } from './page.ts';
import type { Reading } from './prose.ts';
import { clauseAround, gapBetween, hasToken, type Sentence } from './sentence.ts';
import { groupMentions, OTHER_MOVERS, pairMember } from './subjects.ts';

/** Readings of a figure as a return or an excess return. */
export function returnReadings(page: Page, sentence: Sentence, quantity: Quantity): Reading[] {
  const { unit } = quantity;
  const isShare = quantity.isFraction;
  if (quantity.compound !== null && unit === 'plain') return [];
  if (unit === 'x') return foldReadings(sentence, quantity);
  if (unit !== '%' && unit !== 'pp' && unit !== 'bps' && unit !== 'fold' && unit !== 'points' && !isShare && !(unit === 'plain' && quantity.signed)) return [];
  // "ten $TSLA 400 calls, down 60%": what moved is the option.
  if (hasToken(sentence, sentence.from, quantity.from, (word) => word === 'calls' || word === 'puts' || word === 'options' || word === 'straddle')) return [];
  const versus = unit === 'fold' ? [] : versusReadings(page, sentence, quantity);
  if (unit === 'pp' || unit === 'bps' || unit === 'points') return versus;
  return [...versus, ...plainReadings(sentence, quantity)];
}

function makeReturn(sentence: Sentence, quantity: Quantity, cost: number, direction: 1 | -1, at: number, isVerb: boolean, from: number, to: number): Reading {
  // "Down -1.1%" says it twice; a neutral word leaves the written sign.
  const sign: 1 | -1 = quantity.signed && quantity.low < 0 ? 1 : direction;
  const value = quantity.signed && quantity.low > 0 && direction < 0 && !quantity.isRange ? valueOf(quantity, 1) : valueOf(quantity, sign);
  const draft = draftFrom(sentence.reading, quantity, 'return', '%', { value, direction });
  draft.from = Math.min(draft.from, from);
  draft.to = Math.max(draft.to, to);
  return { cost, draft, anchor: { sentence: [sentence.from, sentence.to], at, isVerb } };
}

/** "soared more than 3x", "is up tenfold": growth as a multiple. */
function foldReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const motion = motionBefore(sentence, quantity);
  if (motion === null || motion.value.direction < 0 || quantity.low <= 1) return [];
  // "nearly three times SPY's 18%", "twice that of": a comparison, not a growth.
  const next = sentence.reading.tokens[quantity.to]?.lower === 'the' ? quantity.to + 1 : quantity.to;
  if (sentence.reading.mentions.some((mention) => mention.from === next) || /^(?:that|those|as|what|its|their|more|higher)$/.test(sentence.reading.tokens[next]?.lower ?? '')) return [];
  if (gapBetween(sentence, motion.to, quantity.hedgedFrom) > 4) return [];
  const draft = draftFrom(sentence.reading, quantity, 'return', '%', {
    value: { ...valueOf(quantity), low: (quantity.low - 1) * 100, high: (quantity.high - 1) * 100, halfUnit: quantity.halfUnit * 100 }, direction: 1,
  });
  draft.from = motion.from;
  return [{ cost: 1.5 + gapBetween(sentence, motion.to, quantity.hedgedFrom), draft, anchor: { sentence: [sentence.from, sentence.to], at: motion.from, isVerb: true } }];
}

function motionBefore(sentence: Sentence, quantity: Quantity) {
  const list = sentence.reading.motions.filter((motion) => motion.from >= sentence.from && motion.to <= quantity.hedgedFrom && motion.value.form !== 'noun');
  return list.at(-1) ?? null;
}

function plainReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens } = reading;
  const readings: Reading[] = [];
  if (quantity.unit === 'fold') return doubledReadings(sentence, quantity);
  const after = tokens[quantity.to]?.lower;
  const before = tokens[quantity.hedgedFrom - 1]?.lower ?? '';
  // "It has been a 19% year so far for IWM."
  if (after === 'year' && /^an?$/.test(before) && !quantity.isFraction) {
    const ofYear = makeReturn(sentence, quantity, 0.8, 1, quantity.hedgedFrom, false, quantity.from, quantity.to + 1);
    if (tokens[quantity.to + 1]?.lower === 'so' && tokens[quantity.to + 2]?.lower === 'far') ofYear.draft.period = 'YTD';
    return [ofYear];
  }
  // "SPY did 17.7%", "you made 150% in IWM"
  if (/^(?:did|made)$/.test(before) && quantity.unit === '%') return [makeReturn(sentence, quantity, 0.8, 1, quantity.hedgedFrom - 1, true, quantity.hedgedFrom - 1, quantity.to)];
  const upside = upsideReading(sentence, quantity);
  if (upside !== null) return [upside];
  const knocked = knockedOff(sentence, quantity);
  if (knocked !== null) return [knocked];
  const needsValue = quantity.isFraction; // "lost half of its value", "adding three-quarters of its value"
  const isMove = /^(?:up|down|by)$/.test(tokens[quantity.hedgedFrom - 1]?.lower ?? '') && tokens[quantity.to]?.lower !== 'of'; // "is up a third"
  if (needsValue && !isMove && !hasToken(sentence, quantity.to, quantity.to + 5, (word) => word === 'value' || word === 'worth')) return [];
  // "12% more floor space", "30% fewer", "18% cheaper than": more of something, no move of a price.
  if (/^(?:more|fewer|less|cheaper|larger|bigger|smaller|faster|longer|of)$/.test(after ?? '') && after !== 'of') return [];
  if (after === 'of' && !needsValue && !/^(?:its|their|the)$/.test(tokens[quantity.to + 1]?.lower ?? '')) {
    // "3% of the S&P 500" is a share, not a return.
    return [];
  }
  if (after === 'of' && !needsValue && !hasToken(sentence, quantity.to, quantity.to + 4, (word) => word === 'value' || word === 'gains')) return [];
  for (const motion of reading.motions) {
    if (motion.from < sentence.from || motion.to > sentence.to) continue;
    const { direction, form } = motion.value;
    // "loss-makers": half a word is no move.
    if (form === 'noun' && tokens[motion.to]?.lower === '-' && tokens[motion.to]!.glued && tokens[motion.to + 1]?.glued === true) continue;
    if (motion.to <= quantity.hedgedFrom) {
      const isLinked = !sentence.quantities.some((other) => other.from >= motion.to && other.to <= quantity.from && !isAside(sentence, other, quantity));
      if (!isLinked || levelAfter(sentence, motion.to, quantity) || hasOtherObject(sentence, motion.to, quantity)) continue;
      const gap = gapBetween(sentence, motion.to, quantity.hedgedFrom);
      if (form === 'noun' || (form === 'neutral' && isNounLike(tokens[motion.to - 1]!.lower))) {
        if (gap > 6 || isOtherGrowth(sentence, motion.from, motion.to)) continue;
        readings.push(makeReturn(sentence, quantity, gap * 0.6 + 0.9, direction, motion.from, false, motion.from, quantity.to));
      } else if (gap <= (form === 'neutral' ? 3.5 : 5)) {
        // "left it behind the Nasdaq, which at 43.4% …": behind somebody, no move.
        if (form === 'adverb' && reading.mentions.some((mention) => mention.from === motion.to || (mention.from === motion.to + 1 && tokens[motion.to]!.lower === 'the'))) continue;
        if (form === 'neutral' && /^(?:had|has|saw|sees|seen|boasts|earned|delivered|posted|finished|averaged)$/.test(tokens[motion.from]!.lower) && !nounBehind(sentence, quantity)) continue;
        readings.push(makeReturn(sentence, quantity, gap * 0.6 + 0.4, direction, motion.from, true, motion.from, quantity.to));
      }
    } else if (motion.from >= quantity.to) {
      const gap = motion.from - quantity.to;
      if (gap > 4) continue;
      const between = tokens.slice(quantity.to, motion.from);
      const isAdjectives = between.every((token, k) => token.lower === '-' || /^(?:year|to|date|ytd|annual|annualized|annualised|total|average|price|daily|weekly|monthly|quarterly|one|day|week|month|single|overall|cumulative|five|ten|three|intraday|compound|yearly|further|sharp|or|so|points?)$/.test(token.lower) || reading.periods.some((period) => period.from <= quantity.to + k && quantity.to + k < period.to));
      // "250 points, or 0.5%, higher"
      const isBetweenCommas = gap === 1 && tokens[quantity.to]!.lower === ',' && tokens[quantity.hedgedFrom - 1]?.lower === 'or';
      if (!isAdjectives && !isBetweenCommas) continue;
      if (form === 'adverb' && (gap === 0 || isBetweenCommas)) {
        if (/^(?:off|ahead|behind|plus|minus|cheaper|richer)$/.test(tokens[motion.from]!.lower)) continue;
        readings.push(makeReturn(sentence, quantity, 0.7, direction, quantity.hedgedFrom, true, quantity.from, motion.to));
      } else if (form === 'noun' || (form === 'neutral' && isNounLike(tokens[motion.to - 1]!.lower))) {
        if (isOtherGrowth(sentence, motion.from, motion.to)) continue;
        readings.push(makeReturn(sentence, quantity, gap * 0.3 + 0.6, direction, quantity.hedgedFrom, false, quantity.from, motion.to));
      }
    }
  }
  if (quantity.signed || tokens[quantity.from - 1]?.lower === '(') readings.push(...signReadings(sentence, quantity));
  else if (isUnderPeriod(sentence, quantity)) readings.push(makeReturn(sentence, quantity, 1.6, 1, quantity.hedgedFrom, false, quantity.from, quantity.to));
  else if (isInColonList(sentence, quantity)) readings.push({ ...makeReturn(sentence, quantity, 1.6, 1, quantity.hedgedFrom, false, quantity.from, quantity.to), isBare: true });
  const annual = reading.cues.find((cue) => cue.value.kind === 'annualized' && cue.from >= quantity.to && cue.from - quantity.to <= 1 && tokens[cue.from]!.lower !== 'annually');
  if (annual !== undefined && !/^(?:a|per)$/.test(tokens[annual.from]!.lower)) readings.push(makeReturn(sentence, quantity, 1.5, 1, quantity.hedgedFrom, false, quantity.from, annual.to));
  return readings;
}

/** "implies upside of 22%", "18% upside": what a target leaves, no change of a price. */
function upsideReading(sentence: Sentence, quantity: Quantity): Reading | null {
  const { tokens } = sentence.reading;
  if (quantity.isFraction) return null;
  const before = tokens.slice(Math.max(sentence.from, quantity.hedgedFrom - 4), quantity.hedgedFrom).map((token) => token.lower);
  const word = before.find((one) => one === 'upside' || one === 'downside') ?? tokens.slice(quantity.to, quantity.to + 2).map((token) => token.lower).find((one) => one === 'upside' || one === 'downside');
  if (word === undefined) return null;
  const reading = makeReturn(sentence, quantity, 0.2, word === 'upside' ? 1 : -1, quantity.hedgedFrom, false, quantity.from, quantity.to);
  reading.draft.metric = 'other:upside';
  reading.draft.forecast = true;
  return reading;
}

/** "knocked 12% off the Russell 2000", "wiped 3% from its value": the subject stands behind the figure. */
function knockedOff(sentence: Sentence, quantity: Quantity): Reading | null {
  const { tokens } = sentence.reading;
  const verb = tokens[quantity.hedgedFrom - 1];
  if (verb === undefined || !/^(?:knocked|wiped|shaved|lopped|sliced|took|cut|chopped|carved|stripped)$/.test(verb.lower)) return null;
  if (!/^(?:off|from)$/.test(tokens[quantity.to]?.lower ?? '')) return null;
  const mention = sentence.reading.mentions.find((candidate) => candidate.from > quantity.to && candidate.from - quantity.to <= 4);
  if (mention === undefined) return null;
  const reading = makeReturn(sentence, quantity, 0.3, -1, quantity.hedgedFrom, false, quantity.hedgedFrom - 1, mention.to);
  reading.draft.subjects.push(mention.id);
  reading.draft.isSubjectCertain = true;
  return reading;
}

/** "tripled", "more than doubled since January", "halved". */
function doubledReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { tokens } = sentence.reading;
  const word = tokens[quantity.from]!.lower;
  const next = tokens[quantity.to]?.lower ?? '';
  if (/^(?:doubling|tripling|quadrupling)$/.test(word)) return [];
  if (word.endsWith('fold') || quantity.to - quantity.from > 1) {
    const motion = motionBefore(sentence, quantity);
    if (motion === null) return [];
    const fold = word.endsWith('fold') ? quantity.low : (quantity.low - 1) * 100;
    const draft = draftFrom(sentence.reading, quantity, 'return', '%', { value: { ...valueOf(quantity), low: fold, high: fold }, direction: 1 });
    draft.from = motion.from;
    return [{ cost: 1.2, draft, anchor: { sentence: [sentence.from, sentence.to], at: motion.from, isVerb: true } }];
  }
  const isFromDay = sentence.reading.periods.some((period) => period.from === quantity.to && period.period?.startsWith('since:') === true); // "tripled from its pandemic low"
  if (!isFromDay && (next === 'the' || next === 'its' || next === 'their' || next === 'his' || next === 'from')) {
    if (!hasToken(sentence, quantity.to, quantity.to + 4, (token) => token === 'value' || token === 'money')) return [];
  }
  const draft = draftFrom(sentence.reading, quantity, 'return', '%', { value: valueOf(quantity), direction: 1 });
  return [{ cost: 1, draft, anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom, isVerb: true } }];
}

/** "IWM +0.9%", "$AMD $158.40 (+2.7%)", "Dow +3.1% m/m": the sign alone, right behind a name or a price. */
function signReadings(sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens } = reading;
  if (quantity.unit !== '%') return [];
  if (!quantity.signed && tokens[quantity.from - 1]?.lower === '(') return [];
  let i = quantity.hedgedFrom - 1;
  if (tokens[i]?.lower === '(') i -= 1;
  const behindFigure = sentence.quantities.some((other) => other.to === i + 1);
  const behindMention = reading.mentions.some((mention) => mention.to === i + 1 || mention.to === i);
  const behindColon = (tokens[i]?.lower === ':' && !isOfUnknown(sentence, i)) || tokens[i]?.lower === ',';
  if (!behindFigure && !behindMention && !behindColon && i >= sentence.from) return [];
  return [makeReturn(sentence, quantity, 1.4, 1, quantity.hedgedFrom, false, quantity.from, quantity.to)];
}

/** "Russell 2000: 10.0% in 2024": a name, a colon, and a figure with its time. */
function isInColonList(sentence: Sentence, quantity: Quantity): boolean {
  const { reading } = sentence;
  if (quantity.unit !== '%' || quantity.isRange || reading.tokens[quantity.hedgedFrom - 1]?.lower !== ':') return false;
  if (!reading.mentions.some((mention) => mention.to === quantity.hedgedFrom - 1 && mention.from - sentence.from <= 1)) return false;
  return reading.periods.some((period) => period.from === quantity.hedgedTo && period.strength > 1 && /^(?:calendar|quarter|month|week|range|since|YTD|MTD|QTD)/.test(period.period ?? ''));
}

/** "Aggregate bonds: +0.3%": the words before the colon name something that is no security. */
function isOfUnknown(sentence: Sentence, colon: number): boolean {
  const { reading } = sentence;
  let from = colon;
  while (from > sentence.from && !/^[;,.]$/.test(reading.tokens[from - 1]!.lower)) from -= 1;
  const covers = (found: { readonly from: number; readonly to: number }): boolean => found.from >= from && found.to <= colon;
  if ([reading.mentions, reading.periods, reading.motions, reading.groups, reading.sectors].some((list) => list.some(covers))) return false;
  return reading.tokens.slice(from, colon).filter((token) => token.kind === 'word').length > 1;
}

/** "Year to date: VTWO 14.1%, VOO 6.2%": a period and a colon, then names with their figures. */
function isUnderPeriod(sentence: Sentence, quantity: Quantity): boolean {
  const { reading } = sentence;
  const opening = reading.periods.find((period) => period.from - sentence.from <= 2 && period.period !== null);
  if (opening === undefined || quantity.unit !== '%' || reading.tokens[opening.to]?.lower !== ':') return false;
  return reading.mentions.some((mention) => mention.to === quantity.hedgedFrom && mention.from > opening.to);
}

function isNounLike(word: string): boolean {
  return /^(?:return|returns|performance|change|move|rate|cagr)$/.test(word);
}

function nounBehind(sentence: Sentence, quantity: Quantity): boolean {
  return sentence.reading.motions.some((motion) => motion.from >= quantity.to && motion.from - quantity.to <= 3 && (motion.value.form === 'noun' || motion.value.form === 'neutral'));
}

/** "rose to 3%", "slipped below 1.2%": a level, not a move. */
function levelAfter(sentence: Sentence, from: number, quantity: Quantity): boolean {
  const before = sentence.reading.tokens[quantity.hedgedFrom - 1]?.lower;
  // "up from 6.1% a year ago": where a level came from.
  if (before === 'from' && from === quantity.hedgedFrom - 1 && sentence.reading.motions.some((motion) => motion.to === from && motion.value.form === 'adverb')) return true;
  if (from === quantity.hedgedFrom && /^(?:below|above|past|beneath)$/.test(sentence.reading.tokens[from]!.lower)) return true;
  return before === 'to' && from <= quantity.hedgedFrom - 1 && sentence.reading.tokens[quantity.hedgedFrom - 2]?.lower !== 'up';
}

/** "cut its workforce by 15%", "lifted its dividend by 4%": somebody moved something of theirs. */
function hasOtherObject(sentence: Sentence, from: number, quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  for (let i = from; i < quantity.hedgedFrom - 1; i += 1) {
    if (/^(?:its|their|his|her|our)$/.test(tokens[i]!.lower) && !/^(?:value|price|gain|gains|loss|losses|total|market|share|shares|stock|lead|best|worst|biggest|largest|return|returns|year|own|advance|decline|rally|first|second|third|steepest|smallest|sharpest|rise|drop|fall|slide)$/.test(tokens[i + 1]!.lower)) return true;
  }
  return false;
}

/** "18.50 points, or 0.8%", "3.8 points (1.2%)": the figure between is the same move in points. */
function isAside(sentence: Sentence, other: Quantity, quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  if (other.unit === 'points' || other.unit === 'USD' || (other.unit === 'plain' && other.signed)) return true;
  return tokens[other.to]?.lower === 'points' || (other.unit === 'plain' && tokens[quantity.from - 1]?.lower === 'or');
}

/** "revenue growth", "an increase in sales", "a drop in inflation": growth of something that is no security. */
function isOtherGrowth(sentence: Sentence, from: number, to: number): boolean {
  const { tokens } = sentence.reading;
  // "return on equity", "return of capital": a ratio of the accounts.
  if (tokens[to]?.lower === 'on' && tokens[to - 1]!.lower.startsWith('return') && /^(?:equity|assets|capital|invested|investment|tangible)$/.test(tokens[to + 1]?.lower ?? '')) return true;
  const before = tokens[from - 1];
  if (before !== undefined && OTHER_MOVERS.has(before.lower) && before.lower !== 'price' && before.lower !== 'prices' && !sentence.reading.periods.some((period) => period.from <= from - 1 && from - 1 < period.to)) return true;
  let i = to;
  if (/^(?:in|of|for)$/.test(tokens[i]?.lower ?? '')) {
    for (i += 1; i < Math.min(to + 6, sentence.to); i += 1) {
      const word = tokens[i]!.lower;
      if (OTHER_MOVERS.has(word)) return word !== 'price' && word !== 'prices';
      if (sentence.reading.mentions.some((mention) => mention.from <= i && i < mention.to)) return OTHER_MOVERS.has(tokens[i + 1]?.lower ?? '') || (tokens[i + 1]?.lower === "'s" && OTHER_MOVERS.has(tokens[i + 2]?.lower ?? ''));
    }
  }
  return false;
}

/** "outperformed X by 8 points", "2.9 points a year behind VOO", "the shortfall was 13 points". */
function versusReadings(page: Page, sentence: Sentence, quantity: Quantity): Reading[] {
  const { reading } = sentence;
  const { tokens } = reading;
  const readings: Reading[] = [];
  const factor = quantity.unit === 'bps' ? 0.01 : 1;
  // "IJR (-16.2%) held up better than IWM (-20.5%)": in brackets behind a name stands its own return.
  if (quantity.isFraction || (quantity.unit === '%' && tokens[quantity.from - 1]?.lower === '(')) return [];
  for (const beat of reading.beats) {
    if (beat.from < sentence.from || beat.to > sentence.to) continue;
    const { direction, form } = beat.value;
    if (form === 'object' && beat.to <= quantity.hedgedFrom) {
      const [clauseFrom] = clauseAround(sentence, quantity.from);
      if (beat.from < clauseFrom && !hasToken(sentence, beat.to, quantity.hedgedFrom, (word) => word === 'by')) continue;
      const by = lastToken(sentence, beat.to, quantity.from, 'by');
      if (by < 0 || quantity.hedgedFrom - by > 5 || sentence.quantities.some((other) => other.from > by && other.to <= quantity.from)) continue;
      const object = benchmarkAfter(page, sentence, beat.to, by);
      readings.push(makeVersus(sentence, quantity, factor, direction, 0.2 + (quantity.hedgedFrom - by) * 0.1, beat.from, true, object, beat.from));
    } else if (form === 'behind' && beat.from >= quantity.to && beat.from - quantity.to <= 3) {
      const object = benchmarkAfter(page, sentence, beat.to, Math.min(sentence.to, beat.to + 6));
      if (object.length === 0) continue;
      if (quantity.unit === '%' && !/^(?:behind|ahead|better|worse)$/.test(tokens[beat.from]!.lower)) continue;
      // "fell by 38%, much worse than the S&P 500": the comma parts the figure from the comparison.
      if (tokens[quantity.to]?.lower === ',') continue;
      if (/^(?:above|below|more|less)$/.test(tokens[beat.from]!.lower) && quantity.unit !== 'pp' && !(quantity.unit === 'points' && sentence.quantities.some((other) => other.to <= quantity.from && other.unit === '%'))) continue;
      readings.push(makeVersus(sentence, quantity, factor, direction, 0.5, quantity.hedgedFrom, false, object, quantity.from));
    } else if (form === 'gap' && quantity.unit !== '%' && beat.to <= quantity.hedgedFrom && quantity.hedgedFrom - beat.to <= 5) {
      readings.push(makeVersus(sentence, quantity, factor, direction, 1, beat.from, false, [], beat.from));
    } else if (form === 'behind' && /^(?:better|worse) off$/.test(`${tokens[beat.from]!.lower} ${tokens[beat.to - 1]!.lower}`) && quantity.unit !== '%' && beat.to <= quantity.hedgedFrom && quantity.hedgedFrom - beat.to <= 2) {
      const object = benchmarkAfter(page, sentence, quantity.to, sentence.to);
      if (object.length > 0) readings.push(makeVersus(sentence, quantity, factor, direction, 0.5, beat.from, false, object, beat.from));
    }
  }
  return readings;
}

function makeVersus(sentence: Sentence, quantity: Quantity, factor: number, direction: 1 | -1, cost: number, at: number, isVerb: boolean, benchmarks: readonly number[], from: number): Reading {
  const sign: 1 | -1 = quantity.signed ? 1 : direction;
  const draft: Draft = draftFrom(sentence.reading, quantity, 'return_vs', 'pp', { value: valueOf(quantity, sign, factor), direction, benchmarks: [...benchmarks] });
  draft.from = Math.min(draft.from, from);
  return { cost, draft, anchor: { sentence: [sentence.from, sentence.to], at, isVerb, exclude: benchmarks } };
}

/** The mention (or size group) that the verb takes as its object, with its alias. */
export function benchmarkAfter(page: Page, sentence: Sentence, from: number, to: number): number[] {
  const mention = sentence.reading.mentions.find((candidate) => candidate.from >= from && candidate.from < to);
  if (mention !== undefined) return withAlias(page, mention.id);
  const member = sentence.cues.find((cue) => cue.from >= from && cue.to <= to && cue.value.kind === 'anaphor' && (cue.value.refers === 'former' || cue.value.refers === 'latter'));
  if (member?.value.kind === 'anaphor') return pairMember(page, sentence.reading, sentence.from, member.value.refers === 'former' ? 'former' : 'latter');
  const group = sentence.reading.groups.find((candidate) => candidate.from >= from && candidate.from < to);
  return group === undefined ? [] : groupMentions(page, group.value);
}

/** The size group that the verb takes as its object, when no index is named. */
export function benchmarkGroupAfter(sentence: Sentence, from: number, to: number): string | null {
  if (sentence.reading.mentions.some((candidate) => candidate.from >= from && candidate.from < to)) return null;
  return sentence.reading.groups.find((candidate) => candidate.from >= from && candidate.from < to)?.value.group ?? null;
}

function lastToken(sentence: Sentence, from: number, to: number, word: string): number {
  for (let i = to - 1; i >= from; i -= 1) if (sentence.reading.tokens[i]!.lower === word) return i;
  return -1;
}

/** "beat the index by 9.7 points, 11.9% to 2.2%": behind the lead, the returns of the two; `lead` is the reading of the lead. */
export function sideReading(sentence: Sentence, quantity: Quantity, lead: Draft): Reading | null {
  if (quantity.unit !== '%' || quantity.isRange || quantity.isFraction) return null;
  const { tokens } = sentence.reading;
  const behind = sentence.quantities.filter((other) => other.from >= lead.valueTo).slice(0, 2);
  const [own, other] = behind;
  if (own === undefined || other === undefined || own.hedgedFrom - lead.valueTo > 2 || other.hedgedFrom - own.to !== 1 || other.unit !== '%') return null;
  if (!/^[,:(-]$/.test(tokens[lead.valueTo]!.lower) || !/^(?:to|versus|vs|against|-)$/.test(tokens[own.to]!.lower)) return null;
  if (quantity !== own && quantity !== other) return null;
  const draft = draftFrom(sentence.reading, quantity, 'return', '%', { period: lead.period, subjects: quantity === own ? [...lead.subjects] : [...lead.benchmarks] });
  return draft.subjects.length === 0 ? null : { cost: 0.1, draft, anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom, isVerb: false } };
}
