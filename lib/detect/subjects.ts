/** Whom a figure is about: ranked candidates, from grammar first and from the page last. */
import { headBefore, type Head } from './head.ts';
import { isSetAgainst, pairBefore, topicsBefore } from './discourse.ts';
import { antecedents, blockAntecedents, canonicalMention, headingSubjects, withAlias, type GuessedKind, type Page } from './page.ts';
import type { BlockReading, Found, PlacedMention, SizeGroup } from './reading.ts';
import type { Draft } from './drafts.ts';
import type { Cue } from './vocabulary/cues.ts';
import { beforeDeterminers } from './vocabulary/determiners.ts';

/** The words before a figure that a subject search starts from. */
export interface Anchor {
  readonly sentence: readonly [number, number];
  /** Token index of the verb or noun that carries the figure; mentions before it are its likely subjects. */
  readonly at: number;
  /** The grammatical subject stands right before `at` (a verb of motion): a foreign noun there blocks all others. */
  readonly isVerb: boolean;
  /** Mentions from here on belong to another role (benchmark) and are no subjects. */
  readonly stop?: number;
  readonly exclude?: readonly number[];
}

/** Nouns whose movement is no return of a security. */
export const OTHER_MOVERS = new Set(
  ('revenue revenues sales earnings profit profits income eps dividend dividends payout payouts yield yields rate rates cost costs expenses margin margins orders deliveries shipments traffic subscribers volume volumes output prices price wages payrolls ' +
    'inflation gdp assets deposits loans spending demand production exports imports rents employment unemployment jobs claims sentiment confidence weight allocation exposure users customers bookings guidance forecast forecasts estimates ebitda backlog capex ' +
    'turnout oil crude gold bitcoin dollar euro treasuries bonds yen rent mortgage housing starts citations growth cash debt flows inflows outflows population score points enrollment premiums nav headcount debt spreads multiple valuation valuations').split(' '),
);

interface Ranked {
  ids: number[];
  certain: boolean;
  kind: GuessedKind | null;
  group: SizeGroup | null;
  inRow: boolean;
  /** The grammatical subject is something that is no security: the figure is no claim. */
  blocked: boolean;
}

const NOBODY: ReadonlySet<number> = new Set();

/** Candidates for the subject of a figure, most likely first. */
export function rankSubjects(page: Page, reading: BlockReading, draft: Draft, anchor: Anchor): Ranked {
  const [from, to] = anchor.sentence;
  const excluded: ReadonlySet<number> = anchor.exclude === undefined || anchor.exclude.length === 0 ? NOBODY : new Set(anchor.exclude);
  const isReturn = draft.metric === 'return' || draft.metric === 'return_vs';
  const usable = reading.mentions.filter((mention) => mention.from >= from && mention.from < to && !excluded.has(mention.id) && (anchor.stop === undefined || mention.from < anchor.stop));
  const result: Ranked = { ids: [], certain: false, inRow: false, kind: null, group: null, blocked: false };
  const push = (ids: readonly number[]): void => {
    for (const id of ids) if (!result.ids.includes(id) && !excluded.has(id)) result.ids.push(id);
  };
  const member = memberOfPair(page, reading, draft);
  const owner = ownerOfFigure(reading, draft, usable);
  if (member.length > 0) {
    push(member.flatMap((id) => withAlias(page, id)));
    result.certain = true;
  } else if (owner !== null) {
    push(withAlias(page, owner.id));
    result.certain = true;
  } else if (anchor.isVerb) {
    const head = headOf(page, reading, anchor, excluded, isReturn);
    if (head.kind === 'blocked') return { ...result, blocked: true };
    if (head.kind === 'company') {
      result.kind = 'stock';
      push(topicsBefore(page, reading.index, from).filter((id) => page.kinds[id] === 'stock').flatMap((id) => withAlias(page, id)));
      push(antecedents(page, reading.index, from, 'stock'));
      if (result.ids.length > 0) return result;
    }
    if (head.kind === 'mention') {
      push(withAlias(page, head.id));
      result.certain = true;
      result.inRow = true;
    }
  }
  if (!result.certain) {
    const behind = mentionBehind(reading, draft, usable, to);
    if (behind !== null) {
      push(withAlias(page, behind.id));
      result.certain = true;
      result.inRow = true;
    } else if (isOfAnother(reading, draft, to, isReturn)) return { ...result, blocked: true };
  }
  // "helped the energy sector to a 2.1% advance": the sector's.
  if (!result.certain && isReturn && isOfSector(reading, draft, from)) return { ...result, blocked: true };
  const at = mainVerbBefore(reading, anchor) ?? anchor.at;
  const named = usable.filter((mention) => mention.to <= at).reverse();
  // What another figure was set against is the last to take this one ("up 27%, against 14% for the S&P 500, yet at 8 times earnings").
  const before = named.filter((mention) => !isSetAgainst(reading, mention, from, at, draft.valueTo));
  const anaphor = subjectAnaphor(reading, draft, at, from);
  const group = lastBefore(reading.groups, at, from, () => true);
  const anaphorAt = anaphor?.from ?? -1;
  const groupAt = group?.from ?? -1;
  const nearestAt = before[0]?.from ?? -1;
  const topics = (): number[] => topicsBefore(page, reading.index, from).filter((id) => result.kind === null || page.kinds[id] === result.kind || (result.kind === 'fund' && page.mentions[id]!.isFundLike)).flatMap((id) => withAlias(page, id));
  if (!result.certain && group !== null && groupAt > nearestAt && groupAt > anaphorAt && result.ids.length === 0) {
    result.group = group.value;
    push(groupMentions(page, group.value));
  } else if (!result.certain && anaphor !== null && anaphorAt > nearestAt && result.ids.length === 0) {
    const { refers } = anaphor.value as Extract<Cue, { kind: 'anaphor' }>;
    if (refers === 'index' || refers === 'fund' || refers === 'stock') result.kind = refers;
    // "The Nasdaq is not the Dow: in 2016 it advanced": the pronoun means the subject of the sentence, not the nearest name.
    const subject = usable.find((mention) => mention.to <= anaphor.from && !isSetAgainst(reading, mention, from, anaphor.from));
    if (refers === 'any' && subject !== undefined && /^(?:it|its|they|their)$/.test(reading.tokens[anaphor.from]!.lower)) push(withAlias(page, subject.id));
    if (refers === 'former' || refers === 'latter') push(pairMember(page, reading, anaphor.from, refers));
    push(topics());
    push(antecedents(page, reading.index, refers === 'any' ? from : anaphor.from, result.kind));
  }
  for (const mention of before) push(withAlias(page, mention.id));
  if (result.ids.length === 0 && result.group === null && group !== null) {
    result.group = group.value;
    push(groupMentions(page, group.value));
  }
  const isParticiple = at !== anchor.at;
  const behind = result.group === null && !isParticiple ? usable.filter((mention) => mention.to > anchor.at) : [];
  for (const mention of behind) if (isNextBehind(reading, draft, mention, from)) push(withAlias(page, mention.id));
  if (!result.certain && result.group === null && result.ids.length === 0) {
    const pronoun = anaphorBehind(reading, draft, to);
    if (pronoun !== null) {
      if (pronoun.refers !== 'any') result.kind = pronoun.refers;
      push(topics());
    }
  }
  if (result.ids.length === 0 && result.group === null) {
    const groupAfter = reading.groups.find((candidate) => candidate.from >= anchor.at && candidate.from < to);
    if (groupAfter !== undefined) {
      result.group = groupAfter.value;
      push(groupMentions(page, groupAfter.value));
    }
  }
  // "Small caps" by themselves mean no index that was named for something else.
  if (!result.certain && result.group === null) {
    push(topics());
    push(blockAntecedents(page, reading.index, from, result.kind));
    push(headingSubjects(page, reading.index));
    push(page.articleSubjects.slice(0, 1));
    push(antecedents(page, reading.index, from, result.kind));
    push(page.articleSubjects);
  }
  for (const mention of named) push(withAlias(page, mention.id));
  for (const mention of behind) push(withAlias(page, mention.id));
  // A page whose subject is only named later ("… The Russell 2000 is like that.").
  if (!result.certain && result.group === null) push(laterMentions(page, reading.index, to));
  return result;
}

/** For "X beat Y, gaining 9%": the first verb, whose subject the participle shares; null for any other verb. */
function mainVerbBefore(reading: BlockReading, anchor: Anchor): number | null {
  if (!anchor.isVerb || !(reading.tokens[anchor.at]?.lower ?? '').endsWith('ing') || reading.tokens[anchor.at - 1]?.lower !== ',') return null;
  const [from] = anchor.sentence;
  const verbs = [...reading.beats, ...reading.motions].filter((item) => item.from >= from && item.to <= anchor.at && item.value.form !== 'noun' && item.value.form !== 'adverb');
  return verbs.length === 0 ? null : Math.min(...verbs.map((item) => item.from));
}

/** "81% for investment-grade bonds", "a 7% increase in buybacks by …": the figure is said to be of something that is no mention. */
function isOfAnother(reading: BlockReading, draft: Draft, to: number, isReturn: boolean): boolean {
  const { tokens } = reading;
  const start = Math.max(draft.valueTo, draft.to);
  const link = tokens[start]?.lower ?? '';
  // "a 7% increase in buybacks", "a decline of 10% in traffic"
  const isNoun = draft.to > draft.valueTo || reading.motions.some((motion) => motion.from >= draft.from && motion.to <= draft.valueFrom && motion.value.form === 'noun');
  if (start >= to || !((link === 'for' && (isReturn || draft.unit === 'x')) || (isReturn && isNoun && (link === 'in' || link === 'of')))) return false;
  let i = start + 1;
  while (i < to && /^(?:the|a|an|its|their|all|both|broader|benchmark|whole|overall)$/.test(tokens[i]!.lower)) i += 1;
  // "a 3.1% drop in the 10-year Treasury"
  if (tokens[i]?.kind === 'number' && tokens[i + 1]?.lower === '-' && tokens[i + 2]?.lower === 'year') return true;
  if (i >= to || tokens[i]!.kind !== 'word' || tokens[i + 1]?.lower === 'time') return false;
  if (reading.periods.some((period) => period.from >= start && period.from <= i && i < period.to)) return false;
  if (reading.groups.some((group) => group.from === i) || reading.cues.some((cue) => cue.value.kind === 'anaphor' && cue.from >= start && cue.from <= i && i < cue.to)) return false;
  if (reading.mentions.some((mention) => mention.from <= i && i < mention.to)) return true; // its own noun stands behind it
  return !/^(?:value|price|prices|shares|stock|index|fund|etf|total|trading|it|them|him|investors|shareholders|holders|owners|example|instance|now|more|less|just|only|about|years|months|weeks|days|year|month|week|quarter|day|session|period|decade|that|this|which)$/.test(tokens[i]!.lower);
}

/** The head of the verb; of a participle behind a comma ("…, returning 19%") that of the sentence's first verb. */
function headOf(page: Page, reading: BlockReading, anchor: Anchor, excluded: ReadonlySet<number>, isReturn: boolean): Head {
  const [from] = anchor.sentence;
  const own = headBefore(page, reading, anchor.at, from, excluded, isReturn);
  const verb = reading.tokens[anchor.at]?.lower ?? '';
  if (own.kind !== 'open' || !verb.endsWith('ing') || reading.tokens[anchor.at - 1]?.lower !== ',') return own;
  // The participle's own clause has no noun; a sentence without a verb we know has a subject we do not.
  const first = [...reading.beats, ...reading.motions].filter((item) => item.from >= from && item.to <= anchor.at && item.value.form !== 'noun' && item.value.form !== 'adverb').sort((a, b) => a.from - b.from)[0];
  if (first === undefined) {
    // "Upstart (UPST) is this quarter's standout, adding 12%".
    for (let i = from; i < anchor.at; i += 1) if (/^(?:is|was|are|were|has|had)$/.test(reading.tokens[i]!.lower)) return headBefore(page, reading, i, from, new Set(), isReturn);
    return { kind: 'blocked' };
  }
  return headBefore(page, reading, first.from, from, new Set(), isReturn);
}

/** "the first 20.5%, the second 18.2%", "the former at 17, the latter at 26": one of the two named before. */
function memberOfPair(page: Page, reading: BlockReading, draft: Draft): number[] {
  let i = draft.valueFrom - 1;
  while (/^(?:at|with|by|returned|gained|lost|rose|fell|,|about|nearly|over|more|than)$/.test(reading.tokens[i]?.lower ?? '') && draft.valueFrom - i <= 4) i -= 1;
  const word = reading.tokens[i]?.lower ?? '';
  // "7.7% a year for the former"
  const isYearly = reading.tokens[draft.valueTo]?.lower === 'a' && reading.tokens[draft.valueTo + 1]?.lower === 'year';
  const link = draft.valueTo + (isYearly ? 2 : 0);
  if (/^(?:for|in)$/.test(reading.tokens[link]?.lower ?? '') && reading.tokens[link + 1]?.lower === 'the') {
    const which = reading.tokens[link + 2]?.lower;
    if (which === 'former' || which === 'latter') return pairMember(page, reading, draft.valueFrom, which);
  }
  if (reading.tokens[i - 1]?.lower !== 'the') return [];
  if (word === 'former' || word === 'first') return pairMember(page, reading, i - 1, 'former');
  return word === 'latter' || word === 'second' || word === 'other' ? pairMember(page, reading, i - 1, 'latter') : [];
}

/** "the Russell 2000's 24%", "Dow's nearly 27% climb", "Nasdaq (-0.8%)": the name right before the figure. */
function ownerOfFigure(reading: BlockReading, draft: Draft, usable: readonly PlacedMention[]): PlacedMention | null {
  const { tokens } = reading;
  let i = draft.valueFrom - 1;
  for (let skipped = 0; skipped < 4 && /^(?:nearly|almost|about|roughly|around|over|more|than|only|just|mere|whopping|own|\+|~|total|year|to|date|-|five|ten|three|one|annualized|annual|average)$/.test(tokens[i]?.lower ?? ''); skipped += 1) i -= 1;
  const mark = tokens[i]?.lower;
  if (mark === "'s" || mark === "'") return usable.find((mention) => mention.to === i) ?? null;
  if (mark === '(' && tokens[draft.valueTo]?.lower === ')') {
    const end = /^'s?$/.test(tokens[i - 1]?.lower ?? '') ? i - 1 : i;
    return usable.find((mention) => mention.to === end) ?? null;
  }
  return null;
}

/** A sector is named as what moves, behind every name and every other figure. */
function isOfSector(reading: BlockReading, draft: Draft, from: number): boolean {
  const sector = reading.sectors.findLast((item) => item.from >= from && item.to <= draft.valueFrom);
  if (sector === undefined || !/^(?:sector|stocks|shares|companies|names|group)$/.test(reading.tokens[sector.to]?.lower ?? '')) return false;
  return !reading.mentions.some((mention) => mention.from >= sector.to && mention.to <= draft.valueFrom) && !reading.quantities.some((other) => other.from >= sector.to && other.to <= draft.valueFrom);
}

/** "it", "the fund", "its shares" in the place of a subject before a token; a relative pronoun means what stands right before it. */
function subjectAnaphor(reading: BlockReading, draft: Draft, at: number, from: number): Found<Cue> | null {
  // In a rule of entry "a stock" is any stock.
  const isRule = draft.metric.startsWith('eligibility_');
  // "SPY stock", "Apple's shares" name whose they are.
  const isOwned = (cue: Found<Cue>): boolean => reading.mentions.some((mention) => mention.to === cue.from || (mention.to === cue.from - 1 && /^'s?$/.test(reading.tokens[cue.from - 1]!.lower)));
  // "overtaken it", "inside of it": an object, not a subject.
  const isObject = (cue: Found<Cue>): boolean => /^(?:it|them)$/.test(reading.tokens[cue.from]!.lower) && cue.from > from && /(?:ed|en)$|^(?:of|in|for|than|to|with|on|by|from|about|into|like|beat|behind)$/.test(reading.tokens[cue.from - 1]!.lower);
  return lastBefore(reading.cues, at, from, (cue) => cue.value.kind === 'anaphor' && !isOwned(cue) && !isObject(cue) && !(isRule && cue.value.refers === 'stock') && (cue.to - cue.from > 1 || !/^(?:which|that|who)$/.test(reading.tokens[cue.from]!.lower)));
}

/** "At 14.6x forward earnings shares look cheap": the pronoun of the main clause, with no name and no other figure before it. */
function anaphorBehind(reading: BlockReading, draft: Draft, to: number): { refers: GuessedKind | 'any' } | null {
  const start = Math.max(draft.valueTo, draft.to);
  for (const cue of reading.cues) {
    if (cue.from < start || cue.to > to || cue.value.kind !== 'anaphor' || /^(?:both|each|them|which|that|who)$/.test(reading.tokens[cue.from]!.lower)) continue;
    const { refers } = cue.value;
    if (refers === 'former' || refers === 'latter') return null;
    return reading.mentions.some((mention) => mention.from >= start && mention.to <= cue.from) ? null : { refers };
  }
  return null;
}

/** "At 26 times earnings, the S&P 500 …": the name behind a figure, with no other figure between; not what it is set against. */
function isNextBehind(reading: BlockReading, draft: Draft, mention: PlacedMention, from: number): boolean {
  const start = Math.max(draft.valueTo, draft.to);
  if (mention.from < start) return true;
  if (reading.quantities.some((other) => other.from >= start && other.to <= mention.from) || reading.mentions.some((other) => other.from >= start && other.to <= mention.from)) return false;
  return !isSetAgainst(reading, mention, from, mention.to, draft.valueTo) && !reading.cues.some((cue) => cue.value.kind === 'versus' && cue.from >= start && cue.to <= mention.from);
}

/** The last thing of a list that ends before a token, within the sentence. */
function lastBefore<T>(found: readonly Found<T>[], at: number, from: number, accept: (item: Found<T>) => boolean): Found<T> | null {
  for (let i = found.length - 1; i >= 0 && found[i]!.from >= from; i -= 1) {
    const item = found[i]!;
    if (item.to <= at && accept(item)) return item;
  }
  return null;
}

/** "26 for the S&P 500", "a 2% drop in Apple", "3 bps for VOO", "0.5% of the Russell 2000". */
function mentionBehind(reading: BlockReading, draft: Draft, usable: readonly PlacedMention[], to: number): PlacedMention | null {
  const start = Math.max(draft.valueTo, draft.to);
  const isOfReturn = draft.metric === 'return' || draft.metric === 'return_vs';
  for (const mention of usable) {
    if (mention.from < start || mention.from - start > 7) continue;
    // "Forward P/E: 21.4 (S&P 500), 15.9 (Russell 2000)"
    if (draft.unit === 'x' && reading.tokens[start]?.lower === '(' && mention.from === start + 1 && reading.tokens[mention.to]?.lower === ')') return mention;
    let i = beforeDeterminers(reading.tokens, mention.from, start + 1);
    // "8.6% for small caps (IJR)": the words between the link and the bracket say the same.
    if (reading.tokens[i]?.lower === '(') {
      let k = i - 1;
      while (k > start && i - k <= 4 && !/^(?:for|in|of|on)$/.test(reading.tokens[k]!.lower)) k -= 1;
      i = k;
    }
    const link = reading.tokens[i]?.lower ?? '';
    const isBelonging = link === 'to' && /^(?:belonged|belong|belongs)$/.test(reading.tokens[i - 1]?.lower ?? '');
    if (i < start || (!/^(?:for|in|of|on|from|behind)$/.test(link) && !isBelonging)) return null;
    if (/^(?:companies|company|members|member|constituents|names|firms|futures|earnings|sales|revenue|revenues|profits|dividends|options|sector|sectors|funds|buybacks|volume|components)$/.test(reading.tokens[mention.to]?.lower ?? '') && isOfReturn) return null;
    if (isOfReturn && !endsPhrase(reading, mention.to, to)) return null;
    // "a gain in technology stocks in the Russell 2000": the first noun behind the figure decides.
    if (isOfReturn && reading.tokens.slice(start, i).some((token, k) => /^(?:in|of|by|for)$/.test(token.lower) && !reading.periods.some((period) => period.from <= start + k + 1 && start + k < period.to))) return null;
    if (reading.quantities.some((other) => other.from >= start && other.from < mention.from)) return null;
    for (let k = start; k < i; k += 1) if (/^(?:is|are|was|were|above|below|that|has|have|had)$/.test(reading.tokens[k]!.lower) || /^[;:,.]$/.test(reading.tokens[k]!.lower) || /^(?:but|while|than|as|and)$/.test(reading.tokens[k]!.lower)) return null;
    return mention.from < to ? mention : null;
  }
  return null;
}

/** Nothing that a name could be an attribute of stands behind it ("SPY's largest holding", "S&P 500 market value"). */
function endsPhrase(reading: BlockReading, at: number, to: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined || at >= to) return true;
  if (/^'s?$/.test(token.lower)) return false;
  if (token.kind !== 'word' || /(?:ed|ly)$/.test(token.lower) || reading.periods.some((period) => period.from <= at && at < period.to)) return true;
  if (reading.motions.some((motion) => motion.from === at) || reading.beats.some((beat) => beat.from === at)) return true;
  return BEHIND_A_NAME.has(token.lower);
}

const BEHIND_A_NAME = new Set(
  ('in on at over since from for to during this last and but or nor which that who was is were are has had have as by with after before while when than versus vs compared against index composite etf fund stock shares trust itself so year today yesterday ' +
    'again despite amid because following until through between across about around including if where whose, whose what will would may might can could did does came made took left sent put brought gave set').split(' '),
);

/** The article's own index for a size group, if it names one. */
export function groupMentions(page: Page, group: SizeGroup): number[] {
  for (const index of group.indices) {
    const mention = page.mentions.find((candidate) => candidate.known === index && !candidate.isFundLike) ?? page.mentions.find((candidate) => candidate.known === index);
    if (mention !== undefined) return [mention.id];
  }
  return [];
}

export function pairMember(page: Page, reading: BlockReading, at: number, which: 'former' | 'latter'): number[] {
  const pair = pairBefore(page, reading, at);
  if (pair !== null) return [which === 'former' ? pair[0] : pair[1]];
  const earlier = antecedents(page, reading.index, at, null, 6).filter((id) => canonicalMention(page, id) === id);
  const inOrder = [...earlier].sort((a, b) => a - b);
  if (inOrder.length < 2) return [];
  return [which === 'former' ? inOrder.at(-2)! : inOrder.at(-1)!];
}

function laterMentions(page: Page, blockIndex: number, at: number): number[] {
  const found: number[] = [];
  for (const mention of page.readings[blockIndex]!.mentions) if (mention.from >= at && (mention.evidence !== 'none' || mention.symbol !== null)) found.push(...withAlias(page, mention.id));
  for (let b = blockIndex + 1; b < Math.min(page.readings.length, blockIndex + 8) && found.length === 0; b += 1) {
    for (const mention of page.readings[b]!.mentions) if (mention.evidence !== 'none') found.push(...withAlias(page, mention.id));
  }
  return found.slice(0, 4);
}
