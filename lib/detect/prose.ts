/**
 * Claims of running text. For every figure of a sentence the rules name what it may measure, each with a cost; the
 * cheapest reading wins, and figures without one of their own may take it from their neighbour ("and Micron 7.2%").
 */
import type { Quantity } from '../text/quantities.ts';
import { rememberPair } from './discourse.ts';
import type { Draft } from './drafts.ts';
import { carriesOn, itemAbove, parallelReading, remember, rememberItem } from './carry.ts';
import { figureList } from './figure-lists.ts';
import { growthOf, growthReadings } from './growth.ts';
import { highReadings } from './highs.ts';
import { inherit, isLike, likeDraft } from './inherit.ts';
import { assignList } from './lists.ts';
import { measureReading } from './measures.ts';
import { moneyReadings } from './money.ts';
import { multipleReadings, tradeVerbBefore } from './multiples.ts';
import { orderClaims } from './orders.ts';
import type { Page } from './page.ts';
import { returnReadings, sideReading } from './returns.ts';
import { ruleClaims } from './rules.ts';
import { forEachParty } from './shared-figures.ts';
import { clauseAround, cuesIn, hasToken, sentencesOf, type Sentence } from './sentence.ts';
import { settle } from './settle.ts';
import { RETURNS } from './when.ts';
import type { Anchor } from './subjects.ts';
import { unprofitableReadings } from './shares.ts';
import { weightReadings } from './weights.ts';

/** One way to read a figure. */
export interface Reading {
  /** Distance in words between the figure and what tells its meaning; the lowest wins. */
  readonly cost: number;
  readonly draft: Draft;
  readonly anchor: Anchor;
  /** No word tells what the figure measures: a multiple by itself, a percentage behind a name and a colon. */
  readonly isBare?: boolean;
  /** Taken from the figure at the same place of the list before. */
  readonly isParallel?: boolean;
  /** Members of a list or a comparison may take over this reading. */
  readonly heritable?: boolean;
}

/** All claims of one block of prose. */
export function proseClaims(page: Page, blockIndex: number): Draft[] {
  const reading = page.readings[blockIndex]!;
  const drafts: Draft[] = [];
  const recent: Reading[] = [];
  let last: Reading | null = lastBefore(page, blockIndex);
  for (const sentence of sentencesOf(reading)) {
    const read = sentenceClaims(page, sentence, last, recent);
    const ruled = ruleClaims(page, sentence);
    rememberPair(page, [...read.drafts, ...ruled]);
    drafts.push(...read.drafts, ...ruled);
    if (!ruled.some((draft) => draft.metric === 'streak')) drafts.push(...orderClaims(page, sentence));
    last = read.last;
  }
  if (last !== null) LAST.set(page, { block: blockIndex, reading: last });
  return drafts;
}

/** What the paragraph before ended with: a change, which the next may add to ("The fourth quarter was quieter: 2.3% for the S&P 500"). */
function lastBefore(page: Page, blockIndex: number): Reading | null {
  const last = LAST.get(page);
  return last !== undefined && last.block === blockIndex - 1 && last.reading.draft.metric === 'return' ? last.reading : null;
}

const LAST: WeakMap<Page, { readonly block: number; readonly reading: Reading }> = new WeakMap();

/** `earlier` is the last reading of the sentences before, which this one may carry on with ("It is 41% today"); `recent` are the last few. */
function sentenceClaims(page: Page, sentence: Sentence, earlier: Reading | null, recent: Reading[]): { drafts: Draft[]; last: Reading | null } {
  if (sentence.quantities.length === 0) return { drafts: [], last: null };
  const drafts: Draft[] = [];
  const carry = earlier === null ? 'none' : carriesOn(sentence, earlier);
  let previous: Reading | null = carry === 'none' ? null : earlier;
  let isBlocked = false;
  for (const quantity of sentence.quantities) {
    if (quantity.unit === 'foreign' || (quantity.isYear && quantity.hedge === null)) continue;
    const own = readingInList(page, sentence, quantity, bestReading(page, sentence, quantity));
    const lead = drafts.findLast(({ metric }) => metric === 'return_vs');
    const parallel = (lead === undefined ? null : sideReading(sentence, quantity, lead)) ?? parallelReading(sentence, quantity, own, recent) ?? (own === null ? itemAbove(page, sentence, quantity) : null);
    const inherited: Reading | null = parallel !== null ? null : own === null || own.cost > 4 || isOfLastSum(sentence, own, previous) ? (inherit(page, sentence, quantity, previous) ?? inheritEarlier(page, sentence, quantity, recent)) : null;
    let reading: Reading | null = parallel ?? inherited ?? own;
    if (reading === null) continue;
    // "Russell 2000: 10% in 2024, 11% in 2025": no word says that it is a return, so none of them is blamed for being none.
    if (inherited !== null && previous?.isBare === true && inherited.draft.metric === 'return') reading = { ...inherited, isBare: true };
    const { draft } = reading;
    // "0.8 times book value, JPMorgan at 2.2 times": a multiple without a kind is of the kind before it.
    if (own === reading && reading.isBare === true && draft.metric === 'pe' && previous !== null && /^(?:p[bs]|pe_forward)$/.test(previous.draft.metric) && draft.definition === null) draft.metric = previous.draft.metric;
    // "… 22 times forward earnings. Amazon and Microsoft are dearer, at 27 and 25 times": set beside them, of their kind.
    if (own === reading && reading.isBare === true && draft.metric === 'pe' && previous === null && earlier !== null && earlier.draft.unit === 'x' && isComparison(sentence)) draft.metric = earlier.draft.metric;
    // "revenue of $25.2 billion, down 9%": what moved is the revenue.
    if (draft.metric === 'return' && previous !== null && /^(?:revenue|eps|aum|market_cap)$/.test(previous.draft.metric) && draft.from - previous.draft.valueTo <= (isRepresented(sentence, previous.draft.valueTo, draft.valueFrom) ? 12 : 4) && previous.draft.valueFrom >= sentence.from && !mentionsIn(sentence, previous.draft.valueTo, quantity.from)) {
      const growth = growthOf(sentence, previous.draft, draft);
      if (growth === null) continue;
      draft.metric = growth;
      draft.subjects = [...previous.draft.subjects];
    }
    // "profits growing 31% … after shrinking 4%": what moves is still the profits.
    if (isBlocked && draft.metric === 'return' && !namesOther(sentence, previousEnd(sentence, quantity), quantity.from)) continue;
    if (!settle(page, sentence, quantity, reading, inherited !== null ? previous : null)) {
      isBlocked = true;
      continue;
    }
    isBlocked = isGrowth(draft.metric);
    if (parallel !== null || (reading.isBare === true && draft.metric === 'return') || (carry === 'far' && inherited !== null && previous === earlier)) draft.isPlain = false;
    // "three years of double-digit gains: 24.2%, …": so little is said that it is a claim only when the rest is plain.
    if (quantity.isDigitCount && (!draft.isPlain || sentence.quantities.length > 1)) continue;
    // "6.5% a year, while the S&P 500 lost 1%": over the same years the rates are of one kind.
    if (RETURNS.has(draft.metric) && draft.period !== null && drafts.some((other) => other.annualized && other.period === draft.period)) draft.annualized = true;
    // A measure that nobody can check lends itself to no other figure, and does not come between two that do.
    if (!isGrowth(draft.metric) && (reading.heritable !== false || !draft.metric.startsWith('other:'))) {
      previous = reading;
      remember(recent, reading);
      rememberItem(page, sentence, reading);
    }
    if (isNegated(sentence, quantity)) continue;
    drafts.push(...(figureList(sentence.reading.tokens, sentence.quantities, quantity).length > 1 ? [draft] : forEachParty(page, sentence, draft)));
  }
  return { drafts: assignList(page, sentence, drafts), last: previous };
}

/** "A trades for 16 times earnings and yields 3.4%; B trades for 17": the figure before is of another unit, one further back is not. */
function inheritEarlier(page: Page, sentence: Sentence, quantity: Quantity, recent: readonly Reading[]): Reading | null {
  const { tokens } = sentence.reading;
  const source = recent.slice(0, -1).findLast(({ draft }) => draft.valueFrom >= sentence.from && draft.reading === sentence.reading && draft.metric !== 'return' && isLike(draft, quantity));
  if (source === undefined || tokens[quantity.hedgedFrom - 1]?.lower !== tokens[source.draft.from - 1]?.lower && tradeVerbBefore(sentence, quantity.hedgedFrom) === null) return null;
  const last = recent.at(-1)!.draft;
  if (!mentionsIn(sentence, last.valueTo, quantity.from)) return null;
  const draft = likeDraft(sentence, quantity, source.draft);
  if (draft === null) return null;
  const verb = tradeVerbBefore(sentence, quantity.hedgedFrom);
  return { cost: 4, draft, anchor: { sentence: [sentence.from, sentence.to], at: verb ?? quantity.hedgedFrom, isVerb: verb !== null } };
}

/** "earnings of $2.61 per share, which would represent a year-over-year decline of 6.1%" */
function isRepresented(sentence: Sentence, from: number, to: number): boolean {
  return hasToken(sentence, from, to, (word) => /^(?:represent|represents|represented|representing|reflect|reflects|reflecting|mark|marks|marking)$/.test(word));
}

function isComparison(sentence: Sentence): boolean {
  return hasToken(sentence, sentence.from, sentence.to, (word) => /^(?:dearer|cheaper|pricier|richer|including|excluding|expensive)$/.test(word));
}

/** "JPMorgan earned $5.33 a share, Wells Fargo $1.48": an amount right behind a name is of the kind before it, not a price. */
function isOfLastSum(sentence: Sentence, own: Reading, previous: Reading | null): boolean {
  return own.isBare === true && own.draft.metric === 'price' && previous !== null && previous.draft.unit === 'USD' && previous.draft.metric !== 'price' && previous.draft.valueFrom >= sentence.from;
}

/** A bare change behind the growth of a result is the result's, not the share's. */
function isGrowth(metric: Draft['metric']): boolean {
  return metric === 'other:revenue_growth' || metric === 'other:eps_growth';
}

function previousEnd(sentence: Sentence, quantity: Quantity): number {
  const before = sentence.quantities.filter((other) => other.to <= quantity.from).at(-1);
  return before?.to ?? sentence.from;
}

/** A name, or "its shares": somebody else than before moves. */
function namesOther(sentence: Sentence, from: number, to: number): boolean {
  return mentionsIn(sentence, from, to) || hasToken(sentence, from, to, (word) => word === 'shares' || word === 'stock');
}

function mentionsIn(sentence: Sentence, from: number, to: number): boolean {
  return sentence.reading.mentions.some((mention) => mention.from >= from && mention.to <= to);
}

/** "doesn't yield 4%": the figure is denied. The reading still lends its metric to what follows ("try 1.2%"). */
function isNegated(sentence: Sentence, quantity: Quantity): boolean {
  const [clauseFrom] = clauseAround(sentence, quantity.from);
  const negation = cuesIn(sentence, clauseFrom, quantity.hedgedFrom, 'negation').at(-1);
  if (negation === undefined) return false;
  const { tokens } = sentence.reading;
  const word = tokens[negation.from]!.lower;
  // "hasn't", "not" negate the verb before the figure; "no" and "without" only their noun.
  if (word === 'without' || word === 'neither' || word === 'nor') return false;
  // "no longer", "not only" and figures in another clause stay; "hasn't been that rich since" too (no figure there).
  const next = tokens[negation.to]?.lower;
  if (next === 'only' || next === 'just' || next === 'far' || next === 'even') return false;
  return !hasToken(sentence, negation.to, quantity.hedgedFrom, (token) => token === ',' || token === 'but' || token === 'and' || token === 'that' || token === 'because');
}

/** "24, 23 and 21 times the earnings expected": members of a list that say nothing of themselves are what the last of them is. */
function readingInList(page: Page, sentence: Sentence, quantity: Quantity, own: Reading | null): Reading | null {
  const list = figureList(sentence.reading.tokens, sentence.quantities, quantity);
  const last = list.at(-1)!;
  if (last === quantity || last.unit !== quantity.unit) return own;
  const model = bestReading(page, sentence, last);
  if (model === null || model.isBare === true || (own !== null && own.isBare !== true && own.cost <= model.cost)) return own;
  const draft = likeDraft(sentence, quantity, model.draft);
  return draft === null ? own : { ...model, draft, anchor: { ...model.anchor, at: Math.min(model.anchor.at, list[0]!.hedgedFrom) } };
}

function bestReading(page: Page, sentence: Sentence, quantity: Quantity): Reading | null {
  let best: Reading | null = null;
  const compare = (readings: readonly Reading[]): void => {
    for (const reading of readings) if (best === null || reading.cost < best.cost) best = reading;
  };
  compare(measureReading(sentence, quantity));
  compare(multipleReadings(sentence, quantity));
  compare(unprofitableReadings(sentence, quantity));
  compare(weightReadings(page, sentence, quantity));
  compare(returnReadings(page, sentence, quantity));
  compare(moneyReadings(page, sentence, quantity));
  compare(growthReadings(sentence, quantity));
  compare(highReadings(sentence, quantity));
  return best;
}
