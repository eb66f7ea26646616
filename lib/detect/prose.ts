/**
 * Claims of running text. For every figure of a sentence the rules name what it may measure, each with a cost; the
 * cheapest reading wins, and figures without one of their own may take it from their neighbour ("and Micron 7.2%").
 */
import type { Quantity } from '../text/quantities.ts';
import { draftFrom, valueOf, type Draft } from './drafts.ts';
import { assignList } from './lists.ts';
import { averagePeriod, bareMultiple, measureReading } from './measures.ts';
import { moneyReadings } from './money.ts';
import { orderClaims } from './orders.ts';
import type { Page } from './page.ts';
import { returnReadings } from './returns.ts';
import { ruleClaims } from './rules.ts';
import { clauseAround, cuesIn, definitionsIn, hasToken, periodFor, sentencesOf, statedDateFor, type Sentence } from './sentence.ts';
import { rankSubjects, type Anchor } from './subjects.ts';
import { unprofitableReadings } from './shares.ts';
import { weightReadings } from './weights.ts';

/** One way to read a figure. */
export interface Reading {
  /** Distance in words between the figure and what tells its meaning; the lowest wins. */
  readonly cost: number;
  readonly draft: Draft;
  readonly anchor: Anchor;
  /** Members of a list or a comparison may take over this reading. */
  readonly heritable?: boolean;
}

/** All claims of one block of prose. */
export function proseClaims(page: Page, blockIndex: number): Draft[] {
  const reading = page.readings[blockIndex]!;
  const drafts: Draft[] = [];
  let last: Reading | null = null;
  for (const sentence of sentencesOf(reading)) {
    const read = sentenceClaims(page, sentence, carriesOn(sentence) ? last : null);
    const ruled = ruleClaims(page, sentence);
    drafts.push(...read.drafts, ...ruled);
    if (!ruled.some((draft) => draft.metric === 'streak')) drafts.push(...orderClaims(page, sentence));
    last = read.last;
  }
  return drafts;
}

/** `earlier` is the last reading of the sentence before, when this one only carries it on ("It is 41% today"). */
function sentenceClaims(page: Page, sentence: Sentence, earlier: Reading | null): { drafts: Draft[]; last: Reading | null } {
  const drafts: Draft[] = [];
  let previous: Reading | null = earlier;
  let isBlocked = false;
  for (const quantity of sentence.quantities) {
    if (quantity.unit === 'foreign' || (quantity.isYear && quantity.hedge === null)) continue;
    const own = bestReading(page, sentence, quantity);
    const inherited: Reading | null = own === null || own.cost > 4 ? inherit(sentence, quantity, previous) : null;
    const reading: Reading | null = inherited ?? own;
    if (reading === null) continue;
    const { draft } = reading;
    // "revenue of $25.2 billion, down 9%": what moved is the revenue.
    if (draft.metric === 'return' && previous !== null && /^(?:revenue|eps|aum|market_cap)$/.test(previous.draft.metric) && draft.from - previous.draft.valueTo <= 4 && previous.draft.valueFrom >= sentence.from && !mentionsIn(sentence, previous.draft.valueTo, quantity.from)) continue;
    // "profits growing 31% … after shrinking 4%": what moves is still the profits.
    if (isBlocked && draft.metric === 'return' && !mentionsIn(sentence, previousEnd(sentence, quantity), quantity.from)) continue;
    if (!settle(page, sentence, quantity, reading, inherited !== null ? previous : null)) {
      isBlocked = true;
      continue;
    }
    isBlocked = false;
    // "6.5% a year, while the S&P 500 lost 1%": over the same years the rates are of one kind.
    if (RETURNS.has(draft.metric) && draft.period !== null && drafts.some((other) => other.annualized && other.period === draft.period)) draft.annualized = true;
    previous = reading;
    if (!isNegated(sentence, quantity)) drafts.push(draft);
  }
  return { drafts: assignList(page, sentence, drafts), last: previous };
}

/** "It is 41% today", "Now it's 14": a short sentence whose figure is the same measure again. */
function carriesOn(sentence: Sentence): boolean {
  // "The S&P 500, by contrast, trades at 26."
  if (sentence.to - sentence.from <= 16 && hasToken(sentence, sentence.from, sentence.to, (word) => /^(?:trades|trade|sells|traded|trading|fetches|commands)$/.test(word))) return true;
  const first = sentence.reading.tokens[sentence.from]!.lower;
  return sentence.to - sentence.from <= 9 && /^(?:it|it's|now|today|that|they)$/.test(first);
}

function previousEnd(sentence: Sentence, quantity: Quantity): number {
  const before = sentence.quantities.filter((other) => other.to <= quantity.from).at(-1);
  return before?.to ?? sentence.from;
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

function bestReading(page: Page, sentence: Sentence, quantity: Quantity): Reading | null {
  const readings = [
    ...measureReading(sentence, quantity),
    ...bareMultiple(sentence, quantity),
    ...unprofitableReadings(sentence, quantity),
    ...weightReadings(page, sentence, quantity),
    ...returnReadings(page, sentence, quantity),
    ...moneyReadings(sentence, quantity),
  ];
  let best: Reading | null = null;
  for (const reading of readings) if (best === null || reading.cost < best.cost) best = reading;
  return best;
}

/** "against 12 for Snowflake", "and Micron 7.2%", "S&P 500 22.1x", "another 0.6% Tuesday". */
function inherit(sentence: Sentence, quantity: Quantity, previous: Reading | null): Reading | null {
  if (previous === null || previous.heritable === false) return null;
  const { tokens } = sentence.reading;
  const source = previous.draft;
  if (quantity.compound !== null || quantity.isYear) return null;
  const unit = unitLike(source, quantity);
  if (unit === null) return null;
  const isCarried = source.valueFrom < sentence.from;
  const gapFrom = isCarried ? sentence.from : Math.max(source.to, source.valueTo);
  const gap = quantity.hedgedFrom - gapFrom;
  if (gap > 16) return null;
  const between = tokens.slice(gapFrom, quantity.hedgedFrom);
  const hasMention = sentence.reading.mentions.some((mention) => mention.from >= gapFrom && mention.to <= quantity.hedgedFrom + 1);
  const behind = sentence.reading.mentions.some((mention) => mention.from >= quantity.to && mention.from - quantity.to <= 4);
  const link = isCarried || between.some((token) => /^(?:and|or|to|versus|vs|v|against|,|;|but|while|whereas|from|than|with|another|including|\/|at|the|:)$/.test(token.lower));
  const definition = definitionsIn(sentence, gapFrom, quantity.hedgedFrom, quantity.from).find((item) => item.definition === 'incl_negative' || item.definition === 'excl_negative');
  const isRenewed = definition !== undefined || between.some((token) => /^(?:now|today|currently|try|stands)$/.test(token.lower));
  if (!link && !hasMention && !isRenewed) return null;
  const isSetAgainst = /^(?:versus|vs|from|against|than)$/.test(between.at(-1)?.lower ?? '');
  const tradesAt = isCarried && /^(?:at|for)$/.test(between.at(-1)?.lower ?? '') && source.unit === 'x';
  if (isCarried && !tradesAt && source.unit === 'x' && between.length > 6) return null;
  const isShort = between.length <= 3 || isCarried || isRenewed || (isSetAgainst && between.length <= 7);
  if (!hasMention && !behind && !isShort) return null;
  if (source.metric === 'constituents' && !behind) return null;
  if (quantity.unit === 'plain' && source.unit === '%' && (quantity.halfUnit >= 0.5 && between.length > 2)) return null;
  if (source.unit === 'USD' && !hasMention && !/^(?:to|from|versus|against)$/.test(between.at(-1)?.lower ?? '')) return null;
  if (quantity.unit === 'plain' && /^(?:in|on|since|by|until|through)$/.test(between.at(-1)?.lower ?? '')) return null;
  const draft = draftFrom(sentence.reading, quantity, source.metric, source.unit, {
    definition: source.definition, annualized: source.annualized, component: source.metric === 'sector_weight' ? null : source.component,
  });
  let sign: 1 | -1 = source.direction === 0 ? 1 : source.direction;
  if (quantity.signed) sign = 1;
  draft.direction = source.direction;
  draft.value = valueOf(quantity, sign, unit);
  if (source.component === 'stated_as_profitable_share') draft.value = { ...draft.value, low: 100 - draft.value.high, high: 100 - draft.value.low };
  draft.period = source.metric === 'pe_average' ? (averagePeriod(sentence, quantity, gapFrom) ?? source.period) : isCarried ? null : source.period;
  draft.subjects = hasMention || behind ? [] : [...source.subjects];
  draft.forecast = source.forecast;
  return { cost: 4, draft, anchor: { sentence: [sentence.from, sentence.to], at: quantity.hedgedFrom, isVerb: false } };
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
      return quantity.unit === 'USD' && source.metric !== 'aum' && source.metric !== 'market_cap' ? 1 : quantity.unit === 'USD' && quantity.low >= 1e6 ? 1 : null;
    case 'count':
      return quantity.unit === 'plain' && !quantity.inWords ? 1 : null;
    case 'points':
      return quantity.unit === 'plain' ? 1 : null;
    default:
      return null;
  }
}

/** Fills in subject, period, definition and modality. False when the figure turns out to be no claim. */
function settle(page: Page, sentence: Sentence, quantity: Quantity, reading: Reading, source: Reading | null): boolean {
  const { draft, anchor } = reading;
  if (draft.subjects.length === 0) {
    const ranked = rankSubjects(page, sentence.reading, draft, anchor);
    if (ranked.blocked) return false;
    draft.subjects.push(...ranked.ids);
    draft.isSubjectCertain = ranked.certain;
    draft.subjectKind = ranked.kind;
    draft.group = ranked.group?.group ?? null;
    const target = targetFund(page, draft);
    if (target !== null) draft.subjects.unshift(...target);
  }
  settlePeriod(page, sentence, quantity, draft, source);
  settleBenchmark(page, sentence, draft);
  settleDefinition(page, sentence, quantity, draft);
  settleModality(sentence, quantity, draft);
  return draft.subjects.length > 0 || draft.group !== null;
}

/** "the Russell 2000 ETF" means the article's own fund, when it has named one. */
function targetFund(page: Page, draft: Draft): number[] | null {
  const first = page.mentions[draft.subjects[0] ?? -1];
  if (first === undefined || !first.isFundLike) return null;
  const fund = page.mentions.find((mention) => page.kinds[mention.id] === 'fund' && mention.id < first.id && mention.symbol !== null)
    ?? page.mentions.find((mention) => page.kinds[mention.id] === 'fund' && mention.symbol !== null && page.articleSubjects.includes(mention.id));
  return fund === undefined ? null : [fund.id];
}

const RETURNS = new Set(['return', 'return_vs', 'volatility']);
/** Metrics of which an as-of month is worth keeping as the period. */
const DATED = new Set(['pe', 'pe_forward', 'pe_average', 'pb', 'ps', 'unprofitable_share', 'dividend_yield']);

/** "the shortfall was 13 points (A vs. B)", "lost to its twin by 4 points; the twin is SPY": the other one that is named. */
function settleBenchmark(page: Page, sentence: Sentence, draft: Draft): void {
  if (draft.metric !== 'return_vs' || draft.benchmarks.length > 0 || draft.benchmarkGroup !== null) return;
  const subject = draft.subjects[0];
  const others = sentence.reading.mentions.filter((mention) => mention.from >= sentence.from && mention.to <= sentence.to && mention.id !== subject && page.aliases.get(mention.id) !== subject);
  // "Small has lagged big … (Russell 2000 vs. Russell 1000)": the first of the pair is the subject.
  draft.benchmarks.push(...others.map((mention) => mention.id).slice(0, 2));
}

function settlePeriod(page: Page, sentence: Sentence, quantity: Quantity, draft: Draft, source: Reading | null): void {
  const period = periodFor(sentence, quantity);
  const stated = statedDateFor(sentence, quantity.from);
  if (RETURNS.has(draft.metric)) {
    const code = period?.period ?? null;
    const isAdjacent = period !== null && (period.from - quantity.hedgedTo <= 1 && period.from >= quantity.to);
    if (source !== null && draft.period !== null && (code === null || (period!.strength < 3 && !isAdjacent))) return;
    draft.period = code ?? draft.period ?? precedingPeriod(sentence);
    draft.statedDate = stated?.stated ?? null;
    const [from, to] = clauseAround(sentence, quantity.from);
    if (cuesIn(sentence, from, to, 'annualized').some((cue) => Math.abs(cue.from - quantity.to) <= 4 || cue.from < quantity.from)) draft.annualized = draft.metric !== 'volatility';
  } else {
    draft.statedDate = stated?.stated ?? null;
    if (draft.statedDate === null && period?.period === 'YTD' && page.article.published !== null && period.strength === 2) {
      // "in 2024" of the year that is running: any day of it so far.
      draft.statedDate = { from: `${page.article.published.slice(0, 4)}-01-01`, to: page.article.published };
    }
    if (DATED.has(draft.metric) && stated !== null && stated.stated !== null) {
      const { from, to } = stated.stated;
      if (from.slice(0, 7) === to.slice(0, 7)) draft.period ??= `month:${from.slice(0, 7)}`;
      else if (from.endsWith('-01-01') && to.endsWith('-12-31')) draft.period ??= `calendar:${from.slice(0, 4)}`;
    }
  }
}

/** "Micro caps were the surprise of 2025. IWC returned 22%": a calendar period that the sentence before has set. */
function precedingPeriod(sentence: Sentence): string | null {
  const { reading } = sentence;
  const index = reading.sentences.findIndex(([from]) => from === sentence.from);
  const before = reading.sentences[index - 1];
  if (before === undefined) return null;
  const found = reading.periods.filter((period) => period.from >= before[0] && period.to <= before[1] && period.period !== null && period.strength > 1);
  const [only] = found;
  return found.length === 1 && only!.period!.startsWith('calendar:') ? only!.period : null;
}

function settleDefinition(page: Page, sentence: Sentence, quantity: Quantity, draft: Draft): void {
  if (draft.metric === 'pe') {
    const change = definitionOfChange(sentence, quantity);
    if (change !== null) {
      draft.definition = change;
      return;
    }
    const [from, to] = clauseAround(sentence, quantity.from);
    const loss = (list: ReturnType<typeof definitionsIn>) => list.find((item) => item.definition === 'excl_negative' || item.definition === 'incl_negative');
    const whole = definitionsIn(sentence, sentence.from, sentence.to, quantity.from);
    draft.definition = loss(definitionsIn(sentence, from, to, quantity.from))?.definition ?? loss(whole)?.definition ?? draft.definition;
    if (draft.definition === null && whole.some((item) => item.definition === 'trailing' && item.distance <= 12)) draft.definition = 'trailing';
  } else if (draft.metric === 'pe_forward') {
    draft.definition = 'forward';
  } else if (draft.metric === 'pe_average') {
    if (definitionsIn(sentence, sentence.from, sentence.to, quantity.from).some((item) => item.definition === 'forward')) draft.definition = 'forward';
  } else if (draft.metric === 'return' || draft.metric === 'return_vs') {
    const whole = definitionsIn(sentence, sentence.from, sentence.to, quantity.from);
    draft.definition = whole.find((item) => item.definition === 'total_return' || item.definition === 'price_return')?.definition ?? draft.definition;
  } else if (draft.metric === 'unprofitable_share') {
    draft.definition ??= definitionsIn(sentence, sentence.from, sentence.to, quantity.from).find((item) => item.definition === 'by_weight')?.definition ?? null;
  }
  void page;
}

/** "Counting losses lifts the P/E from 15 to 25": the first figure leaves them out, the second has them. */
function definitionOfChange(sentence: Sentence, quantity: Quantity): 'excl_negative' | 'incl_negative' | null {
  const cue = sentence.reading.cues.find((item) => item.from >= sentence.from && item.to <= quantity.from && item.value.kind === 'definition' && (item.value.definition === 'incl_negative' || item.value.definition === 'excl_negative'));
  if (cue === undefined || cue.value.kind !== 'definition') return null;
  if (!hasToken(sentence, cue.to, quantity.from, (word) => /^(?:lifts|raises|pushes|takes|moves|changes|lowers|cuts|drops|brings|sends|lifted|raised|pushed|lowered|brought)$/.test(word))) return null;
  const before = sentence.reading.tokens[quantity.hedgedFrom - 1]?.lower;
  const stated = cue.value.definition === 'incl_negative' ? 'incl_negative' : 'excl_negative';
  if (before === 'to') return stated;
  if (before === 'from') return stated === 'incl_negative' ? 'excl_negative' : 'incl_negative';
  return null;
}

function settleModality(sentence: Sentence, quantity: Quantity, draft: Draft): void {
  const [from, to] = clauseAround(sentence, quantity.from);
  const inMultiple = (cue: { readonly from: number }): boolean => sentence.reading.metrics.some((phrase) => phrase.value.metric.id === 'pe_forward' && phrase.from <= cue.from && cue.from < phrase.to);
  const before = cuesIn(sentence, from, quantity.from, 'forecast').filter((cue) => !inMultiple(cue));
  const after = cuesIn(sentence, quantity.to, Math.min(to, quantity.to + 8), 'forecast');
  const isRule = draft.metric.startsWith('eligibility_') || draft.metric === 'banding';
  const conditional = isRule ? [] : cuesIn(sentence, sentence.from, quantity.from, 'conditional');
  const { tokens } = sentence.reading;
  const isEstimateMetric = draft.metric === 'pe_forward';
  const strong = isRule ? [] : before.filter((cue) => !(isEstimateMetric && /^(?:estimate|expect|forecast|project|consensus|next|analyst)/.test(tokens[cue.from]!.lower)));
  const late = after.filter((cue) => /^(?:will|could|would|forecast|guidance|target|by|next|in|over|consensus|estimate|estimates)$/.test(tokens[cue.from]!.lower));
  const isNow = /^(?:now|today|currently)$/.test(tokens[quantity.to]?.lower ?? '');
  draft.forecast = !isNow && (draft.forecast || strong.length > 0 || (late.length > 0 && !isEstimateMetric) || conditional.length > 0);
  const past = cuesIn(sentence, from, to, 'past');
  const now = cuesIn(sentence, from, to, 'now');
  draft.past = draft.statedDate !== null || (past.length > 0 && now.length === 0);
  const vendor = vendorIn(sentence);
  if (vendor !== null) draft.vendor = vendor;
}

const VENDORS = new Set('apollo ishares vanguard factset bloomberg lseg refinitiv goldman jpmorgan morningstar blackrock wsj birinyi yardeni shiller ssga fidelity invesco'.split(' '));

/** "according to Apollo", "iShares says", "Apollo calculated": the publisher a figure is laid to. */
function vendorIn(sentence: Sentence): string | null {
  const { tokens } = sentence.reading;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const token = tokens[i]!;
    if (!VENDORS.has(token.lower)) continue;
    const before = `${tokens[i - 2]?.lower ?? ''} ${tokens[i - 1]?.lower ?? ''}`;
    const after = tokens[i + 1]?.lower ?? '';
    if (/according to$/.test(before) || /(?:data from|by|per)$/.test(before.trim()) || /^(?:put|puts|says|said|calculated|calculates|estimates|reports|reported|data|puts|shows|figures)$/.test(after)) {
      return token.lower;
    }
  }
  return null;
}

