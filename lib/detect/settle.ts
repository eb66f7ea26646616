/** What the sentence says beside the figure: whom it is about, when, by which definition, and whether it is a fact at all. */
import type { Quantity } from '../text/quantities.ts';
import { otherOfPair } from './discourse.ts';
import type { Draft } from './drafts.ts';
import type { Page } from './page.ts';
import type { Reading } from './prose.ts';
import { clauseAround, definitionsIn, hasToken, type Sentence, type StatedDefinition } from './sentence.ts';
import { isPlainlySaid } from './plain.ts';
import { rankSubjects } from './subjects.ts';
import { VENDORS } from './vocabulary/words.ts';
import { rememberChange } from './period-frames.ts';
import { isForecast, isOfThePast } from './modality.ts';
import { settlePeriod } from './when.ts';

/** Fills in subject, period, definition and modality. False when the figure turns out to be no claim. */
export function settle(page: Page, sentence: Sentence, quantity: Quantity, reading: Reading, source: Reading | null): boolean {
  const { draft, anchor } = reading;
  if (draft.subjects.length === 0) {
    const ranked = rankSubjects(page, sentence.reading, draft, anchor);
    if (ranked.blocked) return false;
    draft.subjects.push(...ranked.ids);
    draft.isSubjectCertain = ranked.certain;
    draft.isSubjectInRow = ranked.inRow;
    draft.subjectKind = ranked.kind;
    draft.group = ranked.group?.group ?? null;
    const target = targetFund(page, draft);
    if (target !== null) draft.subjects.unshift(...target);
  }
  draft.forecast = isForecast(page, sentence, quantity, draft);
  settlePeriod(page, sentence, quantity, draft, source);
  const isBenchmarkSaid = settleBenchmark(page, sentence, draft);
  settleDefinition(sentence, quantity, draft);
  draft.past = isOfThePast(sentence, quantity, draft);
  draft.vendor = vendorIn(sentence) ?? draft.vendor;
  rememberChange(page, sentence, draft);
  draft.isPlain = isBenchmarkSaid && isPlainlySaid(page, sentence, quantity, draft, source !== null && source.draft.reading === draft.reading);
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

/**
 * "the shortfall was 13 points (A vs. B)", "lost to its twin by 4 points; the twin is SPY": the other one that is named.
 * False when it had to be taken from the sentences before.
 */
function settleBenchmark(page: Page, sentence: Sentence, draft: Draft): boolean {
  if (draft.metric !== 'return_vs' || draft.benchmarks.length > 0 || draft.benchmarkGroup !== null) return true;
  const subject = draft.subjects[0];
  const others = sentence.reading.mentions.filter((mention) => mention.from >= sentence.from && mention.to <= sentence.to && mention.id !== subject && page.aliases.get(mention.id) !== subject);
  // "Small has lagged big … (Russell 2000 vs. Russell 1000)": the first of the pair is the subject.
  draft.benchmarks.push(...others.map((mention) => mention.id).slice(0, 2));
  if (others.length > 0 || subject === undefined) return true;
  // "It leads by 1.4 points": over the one that the text has just set it beside.
  const other = otherOfPair(page, subject);
  if (other !== null) draft.benchmarks.push(other);
  return other === null;
}

function settleDefinition(sentence: Sentence, quantity: Quantity, draft: Draft): void {
  if (draft.metric === 'pe') {
    const change = definitionOfChange(sentence, quantity);
    if (change !== null) {
      draft.definition = change;
      return;
    }
    const [from, to] = clauseAround(sentence, quantity.from);
    const isLoss = (item: StatedDefinition): boolean => item.definition === 'excl_negative' || item.definition === 'incl_negative';
    // A definition beyond another multiple is that one's: "238 with losses included, but nearly 25 without".
    const isOthers = (item: StatedDefinition, low: number, high: number): boolean => sentence.quantities.some((other) => other !== quantity && other.from >= low && other.to <= high && (other.unit === 'x' || other.unit === 'plain') && !other.isYear && Math.abs(other.from - item.at) < Math.abs(quantity.from - item.at));
    const whole = definitionsIn(sentence, sentence.from, sentence.to, quantity.from);
    const near = definitionsIn(sentence, from, to, quantity.from).filter(isLoss);
    const far = whole.filter(isLoss);
    const own = near.find((item) => !isOthers(item, from, to)) ?? far.find((item) => !isOthers(item, sentence.from, sentence.to));
    draft.definition = own?.definition ?? (far.length > 0 ? null : draft.definition);
    if (draft.definition === null && whole.some((item) => item.definition === 'trailing' && item.distance <= 12)) draft.definition = 'trailing';
  } else if (draft.metric === 'pe_forward') {
    draft.definition = 'forward';
  } else if (draft.metric === 'pe_average') {
    if (definitionsIn(sentence, sentence.from, sentence.to, quantity.from).some((item) => item.definition === 'forward')) draft.definition = 'forward';
  } else if (draft.metric === 'return' || draft.metric === 'return_vs') {
    const whole = definitionsIn(sentence, sentence.from, sentence.to, quantity.from);
    const [from, to] = clauseAround(sentence, quantity.from);
    // "with dividends 26.3%, without them 24.2%"
    if (hasToken(sentence, quantity.hedgedFrom - 3, quantity.hedgedFrom, (word) => word === 'without') && hasToken(sentence, quantity.hedgedFrom - 3, quantity.hedgedFrom, (word) => word === 'them' || word === 'dividends')) {
      draft.definition = 'price_return';
      return;
    }
    const opening = sentence.reading.tokens[sentence.from]!.lower;
    const isPart = /^(?:without|excluding|minus|ex)$/.test(opening) && sentence.reading.mentions.some((mention) => mention.from <= sentence.from + 2 && mention.from > sentence.from);
    const isOther = isPart || definitionsIn(sentence, from, to, quantity.from).some((item) => item.definition === 'other_basis') || whole.some((item) => item.definition === 'other_basis' && item.distance <= 6);
    // "With dividends it returned 17.9%; on price alone, 16.4%": the words of its own clause come first.
    const isBasis = (item: StatedDefinition): boolean => item.definition === 'total_return' || item.definition === 'price_return';
    const own = definitionsIn(sentence, from, to, quantity.from).find(isBasis);
    draft.definition = isOther ? 'other_basis' : ((own ?? whole.find(isBasis))?.definition ?? draft.definition);
  } else if (draft.metric === 'unprofitable_share') {
    draft.definition ??= definitionsIn(sentence, sentence.from, sentence.to, quantity.from).find((item) => item.definition === 'by_weight' || item.definition === 'by_count')?.definition ?? null;
  }
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

/** "according to Apollo", "iShares says", "Apollo calculated": the publisher a figure is laid to. */
function vendorIn(sentence: Sentence): string | null {
  const { tokens } = sentence.reading;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const token = tokens[i]!;
    if (!VENDORS.has(token.lower)) continue;
    const before = `${tokens[i - 2]?.lower ?? ''} ${tokens[i - 1]?.lower ?? ''}`;
    const after = tokens[i + 1]?.lower ?? '';
    if (before.endsWith('according to') || /(?:data from|by|per)$/.test(before.trim()) || /^(?:put|puts|says|said|calculated|calculates|estimates|reports|reported|data|puts|shows|figures)$/.test(after)) {
      return token.lower;
    }
  }
  return null;
}
