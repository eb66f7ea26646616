/** Figures that say less than a whole: they carry on with the measures of the sentence, or the list item, before. */
import type { Quantity } from '../text/quantities.ts';
import { figureList } from './figure-lists.ts';
import { likeDraft } from './inherit.ts';
import { isCalledEstimate } from './modality.ts';
import type { Page } from './page.ts';
import type { Reading } from './prose.ts';
import { hasToken, type Sentence } from './sentence.ts';

/** How much of the measure before a sentence takes over: `none`, `near` where it plainly says so, `far` where it is a guess. */
export type Carry = 'none' | 'near' | 'far';

/** Whether a sentence carries on with the measure that was read last. */
export function carriesOn(sentence: Sentence, last: Reading): Carry {
  const { tokens, periods } = sentence.reading;
  const length = sentence.to - sentence.from;
  const has = (test: (word: string) => boolean): boolean => hasToken(sentence, sentence.from, sentence.to, test);
  // "The S&P 500, by contrast, trades at 26."
  if (length <= 16 && last.draft.unit === 'x' && has((word) => TRADES.has(word))) return 'near';
  // "the three had made $5.07": the count of those spoken of is no figure of theirs.
  const first = sentence.quantities.find((quantity) => quantity.unit !== 'plain' || !quantity.inWords);
  if (first === undefined) return 'none';
  // "The consensus was $5.74", "A year ago the three had made $5.07, $1.39 and $1.96."
  if (first.unit === 'USD') return isCalledEstimate(sentence, first) || has((word) => FORECASTING.has(word)) ? 'far' : 'none';
  const opening = tokens[sentence.from]!.lower;
  if (length <= 9 && /^(?:it|it's|now|today|that|they)$/.test(opening)) return 'near';
  if (length > 24) return 'none';
  // "At the top of the bubble the figure was 27%."
  for (let i = sentence.from; i < first.hedgedFrom - 1; i += 1) if (FIGURE.has(tokens[i]!.lower) && COPULAS.has(tokens[i + 1]!.lower)) return 'far';
  // "In 2025 it was 13% against 12.6%", "It fell to 11 in the autumn and has since recovered to 15."
  let start = sentence.from;
  const period = periods.find((candidate) => candidate.from <= start && start < candidate.to);
  if (period !== undefined) start = tokens[period.to]?.lower === ',' ? period.to + 1 : period.to;
  const isLevel = LEVEL_LINKS.has(tokens[first.hedgedFrom - 1]?.lower ?? '');
  if (isLevel && /^(?:it|that)$/.test(tokens[start]?.lower ?? '')) return 'far';
  // "The dearest are technology (XLK, 26.9) and discretionary (XLY, 28.2)."
  const isLabelled = tokens[first.hedgedFrom - 1]?.lower === ':' && first.halfUnit < 0.5 && sentence.reading.mentions.some((mention) => mention.to === first.hedgedFrom - 1);
  if (last.draft.unit === 'x' && first.unit === 'plain' && isLabelled) return 'far';
  const isBracketed = tokens[first.hedgedFrom - 1]?.lower === ',' && sentence.reading.mentions.some((mention) => mention.to === first.hedgedFrom - 1 && tokens[mention.from - 1]?.lower === '(');
  if (last.draft.unit === 'x' && first.unit === 'plain' && isBracketed) return 'far';
  // "The index as a whole stands at 21.6."
  if (last.draft.unit === 'x' && first.unit === 'plain' && first.halfUnit < 0.5 && tokens[first.hedgedFrom - 1]?.lower === 'at' && has((word) => /^(?:stands|stood|sits|sat)$/.test(word))) return 'far';
  // "The fourth quarter was quieter: 2.3% for the S&P 500", "The Russell 2000 brought up the rear at 11.3%."
  if (last.draft.metric === 'return' && first.unit === '%' && !first.isFraction && isSaidOfName(sentence, first)) return 'far';
  // "Technology alone is 35%."
  const isWeight = last.draft.metric === 'sector_weight' || last.draft.metric === 'holding_weight';
  // "SCHD's come to 41%."
  const isOfOther = isWeight && first.unit === '%' && length <= 10 && sentence.reading.mentions.some((mention) => mention.from === sentence.from && /^'s?$/.test(tokens[mention.to]?.lower ?? ''));
  if (isOfOther) return 'far';
  return isWeight && first.unit === '%' && sentence.reading.sectors.some((sector) => sector.from === sentence.from) && COPULAS.has(tokens[first.hedgedFrom - 1]?.lower ?? '') ? 'far' : 'none';
}

/** A name right behind the figure with "for", or before it with "at"; nothing else in the sentence moves. */
function isSaidOfName(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens, mentions, cues } = sentence.reading;
  if (sentence.reading.motions.some((motion) => motion.from >= sentence.from && motion.to <= sentence.to && (motion.value.form === 'verb' || motion.value.form === 'noun')) || sentence.reading.metrics.some((phrase) => phrase.from >= sentence.from && phrase.to <= sentence.to)) return false;
  const isYearly = tokens[quantity.to]?.lower === 'a' && tokens[quantity.to + 1]?.lower === 'year';
  const link = isYearly ? quantity.to + 2 : quantity.to;
  const isName = (at: number): boolean => mentions.some((mention) => mention.from === at || (mention.from === at + 1 && tokens[at]!.lower === 'the')) || cues.some((cue) => cue.from === at && cue.value.kind === 'anaphor' && (cue.value.refers === 'former' || cue.value.refers === 'latter'));
  if (tokens[link]?.lower === 'for' && isName(link + 1)) return true;
  return tokens[quantity.hedgedFrom - 1]?.lower === 'at' && mentions.some((mention) => mention.from >= sentence.from && mention.to <= quantity.from && mention.known !== null);
}

const TRADES = new Set('trades trade sells traded trading fetches commands'.split(' '));
const FORECASTING = new Set('ago earlier analysts consensus estimates expected modelling modeling'.split(' '));
const FIGURE = new Set('figure number ratio multiple share proportion percentage reading level'.split(' '));
const COPULAS = new Set('is was stands stood'.split(' '));
const LEVEL_LINKS = new Set('to from at is was'.split(' '));

/** Readings that a later list may run parallel to. */
const REMEMBERED = 8;

export function remember(recent: Reading[], reading: Reading): void {
  recent.push(reading);
  if (recent.length > REMEMBERED) recent.shift();
}

/**
 * "KRE trades at 1.15x book and 10.9x earnings; the XLF is at 2.2x and 16.8x": a list of bare figures behind as many
 * figures of unlike measures, each like the one at its place.
 */
export function parallelReading(sentence: Sentence, quantity: Quantity, own: Reading | null, recent: readonly Reading[]): Reading | null {
  if (own !== null && own.isBare !== true && own.cost < 1.9) return null;
  const list = figureList(sentence.reading.tokens, sentence.quantities, quantity);
  if (list.length < 2) return null;
  if (list.indexOf(quantity) > 0 && recent.at(-1)?.isParallel !== true) return null;
  const models = recent.slice(-list.length - list.indexOf(quantity)).slice(0, list.length);
  const [first] = models;
  if (first === undefined || models.length < list.length || models.some((model) => model.draft.reading !== sentence.reading || model.draft.unit !== first.draft.unit)) return null;
  // The figures of one list are models of the next, not of themselves.
  if (models.some((model) => list.some((member) => member.from === model.draft.valueFrom))) return null;
  const isOfSeveral = new Set(models.map(({ draft }) => draft.subjects[0])).size === models.length && first.draft.metric === 'return' && !namesAnybody(sentence, first.draft.reading === sentence.reading ? models.at(-1)!.draft.valueTo : sentence.from, list[0]!.hedgedFrom);
  if (new Set(models.map(({ draft }) => `${draft.metric} ${draft.component ?? ''}`)).size < 2 && !isOfSeveral) return null;
  const model = models[list.indexOf(quantity)]!;
  const draft = likeDraft(sentence, quantity, model.draft);
  if (draft === null) return null;
  // "IWM has returned 9.1% over ten years, SPY 14.2%; over five years the figures are 7.0% and 15.1%."
  if (isOfSeveral) draft.subjects = [...model.draft.subjects];
  return { cost: 3, isParallel: true, draft, anchor: { sentence: [sentence.from, sentence.to], at: list[0]!.hedgedFrom, isVerb: false } };
}

function namesAnybody(sentence: Sentence, from: number, to: number): boolean {
  return sentence.reading.mentions.some((mention) => mention.from >= from && mention.to <= to);
}

/** The last item of a list, whose measure its neighbours share ("Verizon – 6.6% yield", "Chevron – 4.4%"). */
const LAST_ITEM: WeakMap<Page, { readonly block: number; readonly reading: Reading }> = new WeakMap();

const LONGEST_ITEM = 12;

export function rememberItem(page: Page, sentence: Sentence, reading: Reading): void {
  if (isListLine(sentence)) LAST_ITEM.set(page, { block: sentence.reading.index, reading });
}

/** The reading of the list item right above, for a line of a name and a bare figure. */
export function itemAbove(page: Page, sentence: Sentence, quantity: Quantity): Reading | null {
  const last = LAST_ITEM.get(page);
  if (last === undefined || last.block !== sentence.reading.index - 1 || !isListLine(sentence) || last.reading.draft.metric === 'return') return null;
  const { mentions, tokens } = sentence.reading;
  const name = mentions.findLast((mention) => mention.to <= quantity.hedgedFrom);
  if (name === undefined || !tokens.slice(name.to, quantity.hedgedFrom).every((token) => token.kind === 'punct')) return null;
  // The line above, too, was of a name of its own: a list of key facts about one security is no such list.
  if (!last.reading.draft.subjects.some((id) => page.blockOf[id] === last.block)) return null;
  const draft = likeDraft(sentence, quantity, last.reading.draft);
  if (draft === null) return null;
  draft.isPlain = false;
  return { cost: 3, draft, anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom, isVerb: false } };
}

function isListLine(sentence: Sentence): boolean {
  return sentence.reading.tokens.length <= LONGEST_ITEM && sentence.quantities.length === 1;
}
