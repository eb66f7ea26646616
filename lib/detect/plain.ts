/**
 * Whether a sentence itself says whom and when a figure is about, leaving no choice among several. Everything that is read
 * gets looked up; but only a figure that is plainly somebody's, at a plain time, may be called wrong.
 */
import type { Quantity } from '../text/quantities.ts';
import type { Draft } from './drafts.ts';
import type { Page } from './page.ts';
import type { PlacedMention } from './reading.ts';
import { VENDORS } from './vocabulary/words.ts';
import { monthNumber } from './phrases.ts';
import { clauseAround, cuesIn, type Sentence } from './sentence.ts';

/** `isInherited` is true for a figure that took its measure from its neighbour ("and 9%"). */
export function isPlainlySaid(page: Page, sentence: Sentence, quantity: Quantity, draft: Draft, isInherited: boolean): boolean {
  return hasPlainSubject(page, sentence, draft, isInherited) && hasPlainTime(page, sentence, quantity, draft) && hasPlainPart(page, sentence, quantity, draft);
}

/** The part about whom; for claims without a figure. */
export function hasPlainSubject(page: Page, sentence: Sentence, draft: Draft, isInherited: boolean): boolean {
  if (draft.isSubjectCertain) return true;
  const [subject] = draft.subjects;
  const parties = partiesOf(page, sentence, draft);
  if (subject === undefined || draft.group !== null) return parties.size === 0;
  const head = headOf(page, subject);
  if (parties.size > 0) {
    const party = page.mentions[head]!;
    // Of a change, a name behind the figure only in "Up 5%, IWM …", and never one that something is set against.
    const isBehind = party.from >= draft.valueTo && draft.from - sentence.from > 1;
    return parties.size === 1 && parties.has(head) && !isInherited && !(isChange(draft) && (isBehind || isSetAgainst(sentence, party.from)));
  }
  // Nobody in the sentence: "It lost 3%" is plain where the paragraphs before know one party alone.
  return opensWithAnaphor(sentence) && knownBefore(page, sentence, draft) <= 1;
}

/** "is measured against the Russell 2000, returning 65%". */
function isSetAgainst(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence.reading;
  let i = at - 1;
  while (i > sentence.from && /^(?:the|a|an|its|broader|broad|tech|heavy|blue|chip|small|cap|-|benchmark)$/.test(tokens[i]!.lower)) i -= 1;
  return /^(?:against|than|behind|versus|vs|like|unlike|beyond|trailing|tracking|to|with)$/.test(tokens[i]?.lower ?? '');
}

/** An alias ("(IWM)") counts as the name it stands for. */
function headOf(page: Page, id: number): number {
  const alias = page.aliases.get(id);
  return alias !== undefined && alias < id ? alias : id;
}

/** Who is named in the sentence, but for those the figure is set against and the parts of a whole. */
function partiesOf(page: Page, sentence: Sentence, draft: Draft): Set<number> {
  const others = new Set([...draft.benchmarks, ...draft.components].map((id) => headOf(page, id)));
  // A share of companies or of weight is never one company's: "…, according to Apollo" names the source.
  const isOfWhole = /^(?:unprofitable_share|constituents|sector_weight|holding_weight)$/.test(draft.metric);
  const { tokens, mentions } = sentence.reading;
  const isSource = (mention: PlacedMention): boolean => mention.known === null && page.kinds[mention.id] !== 'fund' && tokens.slice(mention.from, mention.to + 1).some((token) => VENDORS.has(token.lower) || token.lower === 'ftse');
  const named = mentions.filter((mention) => mention.from >= sentence.from && mention.to <= sentence.to && !isSource(mention) && !(isOfWhole && page.kinds[mention.id] === 'stock'));
  return new Set(named.map((mention) => headOf(page, mention.id)).filter((id) => !others.has(id)));
}

function opensWithAnaphor(sentence: Sentence): boolean {
  const { tokens, cues, periods } = sentence.reading;
  let i = sentence.from;
  // "In 2022 it lost …", "But the index …"
  for (let steps = 0; steps < 8; steps += 1) {
    const period = periods.find((candidate) => candidate.from <= i && i < candidate.to);
    if (period !== undefined) i = period.to;
    else if (/^(?:,|in|on|for|over|during|since|and|but|yet|still|so|then|this|by)$/.test(tokens[i]?.lower ?? '')) i += 1;
    else break;
  }
  return /^(?:it|they)$/.test(tokens[i]?.lower ?? '') || cues.some((cue) => cue.value.kind === 'anaphor' && cue.from <= i && i < cue.to);
}

/** How many different securities the page has named up to this sentence. */
function knownBefore(page: Page, sentence: Sentence, draft: Draft): number {
  const seen = new Set<string>();
  for (const [index, reading] of page.readings.entries()) {
    if (index > sentence.reading.index) break;
    for (const mention of reading.mentions) {
      if (index === sentence.reading.index && mention.from >= sentence.from) continue;
      if (draft.components.includes(mention.id)) continue;
      seen.add(mention.known ?? mention.symbol ?? `${headOf(page, mention.id)}`);
    }
  }
  return seen.size;
}

/** A change needs its own time: the only one of the sentence, or the one in the figure's clause with no other beside it. */
function hasPlainTime(page: Page, sentence: Sentence, quantity: Quantity, draft: Draft): boolean {
  if (!isChange(draft)) return true;
  if (isOnOtherTerms(sentence, quantity) || namesOpenMonth(sentence, quantity) || isOfAnotherYear(page, sentence, draft)) return false;
  const named = sentence.reading.periods.filter((period) => period.from >= sentence.from && period.to <= sentence.to && period.period !== null && period.strength > 1);
  const codes = new Set(named.map((period) => period.period));
  if (codes.size <= 1) return true;
  const [from, to] = clauseAround(sentence, quantity.from);
  const own = named.filter((period) => period.from >= from && period.to <= to);
  if (new Set(own.map((period) => period.period)).size === 1) return true;
  return named.some((period) => period.period === draft.period && (touches(period, quantity)));
}

/** "In 2022 the S&P 500 fell 19%. In June it lost 8%": a month or quarter without a year, behind another year than the one it was given. */
function isOfAnotherYear(page: Page, sentence: Sentence, draft: Draft): boolean {
  const year = /^(?:month|quarter|range|since):(?:.*\.\.)?((?:19|20)\d\d)/.exec(draft.period ?? '')?.[1];
  if (year === undefined || yearsIn(sentence, sentence.from, sentence.to).length > 0) return false;
  for (let b = sentence.reading.index; b >= Math.max(0, sentence.reading.index - 2); b -= 1) {
    const reading = page.readings[b]!;
    const last = yearsIn({ ...sentence, reading }, 0, b === sentence.reading.index ? sentence.from : reading.tokens.length).at(-1);
    if (last !== undefined) return last !== year;
  }
  return false;
}

/** Calendar years written out, but for those inside names ("Russell 2000"). */
function yearsIn(sentence: Sentence, from: number, to: number): string[] {
  const { tokens, mentions } = sentence.reading;
  const years: string[] = [];
  for (let i = from; i < to; i += 1) {
    if (tokens[i]!.kind === 'number' && /^(?:19|20)\d\d$/.test(tokens[i]!.lower) && !mentions.some((mention) => mention.from <= i && i < mention.to)) years.push(tokens[i]!.lower);
  }
  return years;
}

function isChange(draft: Draft): boolean {
  return draft.metric === 'return' || draft.metric === 'return_vs';
}

/** "Without Nvidia, VOO lost …", "Measured in gold, …", "At one stage, …": another figure than that of the period's ends. */
function isOnOtherTerms(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  const end = Math.min(quantity.from, sentence.from + 9);
  for (let i = sentence.from; i < end; i += 1) {
    const word = tokens[i]!.lower;
    if (word === ',' && cuesIn(sentence, sentence.from, i, 'definition').length > 0) return false;
    if (word === ',') return tokens.slice(sentence.from, i).some((token) => OTHER_TERMS.has(token.lower));
  }
  return false;
}

const OTHER_TERMS = new Set('without excluding hedged unhedged measured priced adjusted terms stage point worst best low peak trough intraday stripping removing minus leaving setting barring'.split(' '));

/** "rose 18.3% that November": a month that no date was made of. */
function namesOpenMonth(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens, periods } = sentence.reading;
  const [from, to] = clauseAround(sentence, quantity.from);
  for (let i = from; i < to; i += 1) {
    if (monthNumber(tokens[i]!) === null || tokens[i]!.lower.length <= 3 || !/^(?:that|same|following|next|previous)$/.test(tokens[i - 1]?.lower ?? '')) continue;
    if (!periods.some((period) => period.from <= i && i < period.to && period.period !== null)) return true;
  }
  return false;
}

function touches(period: { readonly from: number; readonly to: number }, quantity: Quantity): boolean {
  return period.from >= quantity.to ? period.from - quantity.to <= 3 : quantity.hedgedFrom - period.to <= 6;
}

/** The weight of one of several: the name right before the figure, or the only one. */
function hasPlainPart(page: Page, sentence: Sentence, quantity: Quantity, draft: Draft): boolean {
  const [part] = draft.components;
  if (draft.metric !== 'holding_weight' || part === undefined) return true;
  const holders = sentence.reading.mentions.filter((mention) => mention.from >= sentence.from && mention.to <= sentence.to && mention.known === null && page.kinds[mention.id] === 'stock');
  const heads = new Set(holders.map((mention) => headOf(page, mention.id)));
  if (heads.size <= 1) return true;
  const before = holders.filter((mention) => mention.to <= quantity.from).at(-1);
  return before !== undefined && headOf(page, before.id) === headOf(page, part) && quantity.hedgedFrom - before.to <= 4;
}
