/**
 * Whether a sentence itself says whom, of what and when a figure is, leaving no choice among several. Everything that is
 * read gets looked up; but only a figure that is plainly somebody's, at a plain time, may be called wrong.
 */
import type { Quantity } from '../text/quantities.ts';
import type { Draft } from './drafts.ts';
import { canonicalMention, type Page } from './page.ts';
import { hasPlainTime } from './plain-time.ts';
import type { PlacedMention } from './reading.ts';
import { clauseAround, cuesIn, hasToken, type Sentence } from './sentence.ts';
import { VENDORS } from './vocabulary/words.ts';

/** `isInherited` is true for a figure that took its measure from its neighbour ("and 9%"). */
export function isPlainlySaid(page: Page, sentence: Sentence, quantity: Quantity, draft: Draft, isInherited: boolean): boolean {
  return hasPlainSubject(page, sentence, draft, isInherited) && hasPlainTime(page, sentence, quantity, draft) && hasPlainPart(page, sentence, quantity, draft) && hasPlainMeasure(sentence, quantity, draft);
}

/** The part about whom; alone for claims without a figure. */
export function hasPlainSubject(page: Page, sentence: Sentence, draft: Draft, isInherited: boolean): boolean {
  if (draft.isSubjectCertain) return true;
  const [subject] = draft.subjects;
  const parties = partiesOf(page, sentence, draft);
  if (subject === undefined || draft.group !== null) return parties.size === 0;
  const head = canonicalMention(page, subject);
  if (parties.size > 0) {
    const party = page.mentions[head]!;
    if (parties.size !== 1 || !parties.has(head) || isInherited || (!isRule(draft) && isSetAgainst(sentence, party.from))) return false;
    // "Only profitable companies are admitted to the Russell 2000": a rule is the one named index's, wherever it stands.
    if (isRule(draft)) return !isOwnerOfOther(sentence, party.to);
    return party.from < draft.valueTo ? !isOwnerOfOther(sentence, party.to) : isNearBehind(sentence, draft, party.from);
  }
  // Nobody in the sentence: "It lost 3%" is plain where the paragraphs before know one party alone.
  return opensWithAnaphor(sentence) && isOnlyOneKnown(page, sentence);
}

/** "To join the Russell 2000, a stock must …": what an index asks of its members. */
function isRule(draft: Draft): boolean {
  return draft.metric.startsWith('eligibility_') || draft.metric === 'profitability_screen' || draft.metric === 'reconstitution' || draft.metric === 'banding';
}

const DETERMINERS = /^(?:the|a|an|its|broader|broad|tech|heavy|blue|chip|small|cap|-|benchmark|big|us|whole)$/;

/** "is measured against the Russell 2000, returning 65%". */
function isSetAgainst(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence.reading;
  let i = at - 1;
  while (i > sentence.from && DETERMINERS.test(tokens[i]!.lower)) i -= 1;
  return /^(?:against|than|behind|versus|vs|like|unlike|beyond|trailing|tracking|to|with)$/.test(tokens[i]?.lower ?? '');
}

/** "the yield of IWM's dividend payers is 3%": what is spoken of is theirs, not the fund's. */
function isOwnerOfOther(sentence: Sentence, at: number): boolean {
  const { tokens, metrics, motions } = sentence.reading;
  if (!/^'s?$/.test(tokens[at]?.lower ?? '')) return false;
  const next = at + 1;
  if (next >= sentence.to || tokens[next]!.kind !== 'word' || /^(?:stock|stocks|shares?|price|own|annual|total|average|year|best|worst|first|second|third|fourth|fifth|longest|strongest|weakest|biggest|weight|weighting|portfolio|allocation|exposure|largest|sector|holdings?|companies|members|constituents|reconstitution|index|etf|fund)$/.test(tokens[next]!.lower)) return false;
  const isNear = (found: { readonly from: number }): boolean => found.from >= next && found.from - next <= 2;
  return !metrics.some(isNear) && !motions.some(isNear) && !sentence.quantities.some(isNear);
}

/** "At 26 times earnings, the S&P 500 …" names it at once; "With a yield of 7.5%, a savings account beats SPY's" does not. */
function isNearBehind(sentence: Sentence, draft: Draft, party: number): boolean {
  const { tokens } = sentence.reading;
  let i = party - 1;
  while (i > draft.valueTo && DETERMINERS.test(tokens[i]!.lower)) i -= 1;
  if (tokens[i]!.lower === ',') return draft.from - sentence.from <= 6 && !tokens.slice(draft.valueTo, i).some((token) => token.lower === ',');
  if (draft.metric === 'return' || draft.metric === 'return_vs') return false;
  return !tokens.slice(draft.valueTo, party).some((token) => /^(?:[,;:]|and|but|while|than|is|are|was|beats|beat)$/.test(token.lower));
}

/** Who is named in the sentence, but for those the figure is set against, the parts of a whole and its source. */
function partiesOf(page: Page, sentence: Sentence, draft: Draft): Set<number> {
  const others = new Set([...draft.benchmarks, ...draft.components].map((id) => canonicalMention(page, id)));
  // A share of companies or of weight is never one company's.
  const isOfWhole = /^(?:unprofitable_share|constituents|sector_weight|holding_weight)$/.test(draft.metric);
  const { tokens, mentions } = sentence.reading;
  const isSource = (mention: PlacedMention): boolean =>
    mention.known === null && page.kinds[mention.id] !== 'fund' && tokens.slice(mention.from, mention.to + 1).some((token) => VENDORS.has(token.lower) || token.lower === 'ftse');
  const named = mentions.filter((mention) => mention.from >= sentence.from && mention.to <= sentence.to && !isSource(mention) && !(isOfWhole && page.kinds[mention.id] === 'stock'));
  return new Set(named.map((mention) => canonicalMention(page, mention.id)).filter((id) => !others.has(id)));
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

/** Where a page names its second security, as block and token; asked for many claims, found once. */
const SECOND = new WeakMap<Page, readonly [number, number]>();

/** The page has named one security at most before this sentence. */
function isOnlyOneKnown(page: Page, sentence: Sentence): boolean {
  let second = SECOND.get(page);
  if (second === undefined) {
    second = secondNamed(page);
    SECOND.set(page, second);
  }
  const [block, at] = second;
  return sentence.reading.index < block || (sentence.reading.index === block && sentence.from <= at);
}

function secondNamed(page: Page): readonly [number, number] {
  const seen = new Set<string>();
  for (const [index, { mentions }] of page.readings.entries()) {
    for (const mention of mentions) {
      const head = page.mentions[canonicalMention(page, mention.id)]!;
      seen.add(head.known ?? head.symbol ?? String(head.id));
      if (seen.size > 1) return [index, mention.from];
    }
  }
  return [Infinity, 0];
}

/** The weight of one of several: the name right before the figure, or the only one. */
function hasPlainPart(page: Page, sentence: Sentence, quantity: Quantity, draft: Draft): boolean {
  const [part] = draft.components;
  if (draft.metric !== 'holding_weight' || part === undefined) return true;
  const holders = sentence.reading.mentions.filter((mention) => mention.from >= sentence.from && mention.to <= sentence.to && mention.known === null && page.kinds[mention.id] === 'stock');
  const heads = new Set(holders.map((mention) => canonicalMention(page, mention.id)));
  if (heads.size <= 1) return true;
  const before = holders.filter((mention) => mention.to <= quantity.from).at(-1);
  return before !== undefined && canonicalMention(page, before.id) === canonicalMention(page, part) && quantity.hedgedFrom - before.to <= 4;
}

/** Nothing beside the figure makes it a figure of a part, or by a definition that another clause holds. */
function hasPlainMeasure(sentence: Sentence, quantity: Quantity, draft: Draft): boolean {
  switch (draft.metric) {
    case 'unprofitable_share':
      // "In health care, 18% of Russell 2000 companies lose money."
      return !sentence.reading.sectors.some((sector) => sector.from >= sentence.from && sector.to <= sentence.to);
    case 'constituents':
      return quantity.compound !== null || hasToken(sentence, quantity.hedgedFrom - 8, quantity.hedgedFrom, (word) => HOLDS.has(word));
    case 'pe':
    case 'pe_forward':
      return !hasRivalDefinition(sentence, quantity) && !isOfUnread(sentence, draft);
    case 'pb':
    case 'ps':
    case 'dividend_yield':
    case 'expense_ratio':
      return !isOfUnread(sentence, draft);
    default:
      return true;
  }
}

const HOLDS = new Set('holds hold held holding owns own owning contains contain containing comprises comprise comprising tracks track includes include including covers cover covering counts has have had tracked owned contained included spans lists list consists consist with represents represent measures made'.split(' '));

/** "P/E is 15.2, but including loss-makers it would be higher": two definitions, and which is the figure's is a matter of clauses. */
function hasRivalDefinition(sentence: Sentence, quantity: Quantity): boolean {
  const losses = cuesIn(sentence, sentence.from, sentence.to, 'definition').filter((cue) => cue.value.kind === 'definition' && (cue.value.definition === 'incl_negative' || cue.value.definition === 'excl_negative'));
  if (losses.length === 0) return false;
  const kinds = new Set(losses.map((cue) => (cue.value.kind === 'definition' ? cue.value.definition : null)));
  const [from, to] = clauseAround(sentence, quantity.from);
  const hasWith = hasToken(sentence, quantity.to, sentence.to, (word) => word === 'them' || word === 'otherwise');
  return kinds.size > 1 ? !losses.some((cue) => Math.abs(cue.from - quantity.to) <= 3 || Math.abs(quantity.hedgedFrom - cue.to) <= 3) : hasWith || losses.every((cue) => cue.from < from || cue.to > to || hasToken(sentence, Math.min(cue.to, quantity.to), Math.max(cue.from, quantity.from), (word) => word === 'and'));
}

/** "the 37.4 of Japanese stocks", "28 times for banks": of something that was not read. */
function isOfUnread(sentence: Sentence, draft: Draft): boolean {
  const { tokens, mentions, cues, periods, metrics, groups } = sentence.reading;
  const start = Math.max(draft.valueTo, draft.to);
  if (start >= sentence.to || !/^(?:of|for|among)$/.test(tokens[start]!.lower)) return false;
  let i = start + 1;
  while (i < sentence.to && DETERMINERS.test(tokens[i]!.lower)) i += 1;
  const covers = (found: { readonly from: number; readonly to: number }): boolean => found.from <= i && i < found.to;
  return i < sentence.to && tokens[i]!.kind === 'word' && ![mentions, cues, periods, metrics, groups].some((list) => list.some(covers)) && !/^(?:now|more|less|fund|index|etf|stock|earnings|profit|profits|sales|book|that|this|it|them|every|each|assets|price)$/.test(tokens[i]!.lower);
}
