/**
 * The head of a verb's subject: the noun that moved. An index in a prepositional phrase did not ("earnings of S&P 500
 * companies grew"), nor one before another noun ("the S&P 500's technology sector fell"). What may stand there is a list
 * of words that leave the security itself as the subject; every other noun blocks, since no list of other movers ends.
 */
import { canonicalMention, type Page } from './page.ts';
import type { BlockReading, PlacedMention } from './reading.ts';

export type Head = { readonly kind: 'mention'; readonly id: number } | { readonly kind: 'blocked' } | { readonly kind: 'open' } | { readonly kind: 'company' };

/** What a company is called when its name has been said: "the chip maker", "the Dow component". */
const COMPANY_NOUNS: ReadonlySet<string> = new Set(
  ('maker company firm giant chipmaker retailer bank lender insurer carrier airline drugmaker automaker carmaker conglomerate operator provider developer manufacturer producer miner driller utility builder homebuilder chain grocer brewer broker platform ' +
    'component heavyweight titan behemoth stalwart specialist restaurateur trucker railroad').split(' '),
);

/** "the iPhone maker", "the insurer": one that the text has named before; "chip makers" and "a bank" are anybody. */
function isCompanyNoun(reading: BlockReading, noun: number, from: number): boolean {
  const { tokens } = reading;
  if (!COMPANY_NOUNS.has(tokens[noun]!.lower)) return false;
  for (let i = noun - 1; i >= Math.max(from, noun - 4); i -= 1) if (tokens[i]!.lower === 'the') return true;
  return false;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Between a subject and its verb without being either. */
const SKIP = words(
  'has have had is are was were be been being also only just now then already still even again currently which that who since did do does will would could may might to largely mostly typically generally broadly ' +
    'has hasn\'t never all itself themselves both each together since thus so far yet once almost nearly roughly about again alone not managed continued began started went helped tended ended up ’ index composite instead likewise meanwhile',
);

/** Nouns that stand for the security itself. */
const SECURITY_NOUNS = words('stock stocks share shares index fund etf price prices benchmark benchmarks gauge gauges indexes indices funds etfs average averages units composite trust unit barometer level shareholders investors holders owners');

/** Words after which a verb carries on with the subject of an earlier one, or which refer to one. */
const CARRY_ON = words(
  'a an the \'s and or but before after while as when than by because though although if it they these those that which who he she we you then , ; : - — ( to nor whereas having since until plus versus vs with following finally later',
);

const PREPOSITIONS = words('of in at by from for among within inside across on throughout into to against with than like excluding outside beyond around excludes tracks mirrors includes follows mimics unlike');

/** What may govern a security: "shares of Apple", "a stake in SPY", "the price of VTWO". */
const GOVERNORS = words(
  'index indexes fund funds etf etfs share shares stock stocks unit units price prices value level money stake investment position basket measure gauge benchmark dollar dollars portfolio investor investors buyers owner owners holder holders return returns performance',
);

/** Adjectives that make another quantity of an index: the average stock is not the index. */
const OTHER_KIND = words('average median typical mean unprofitable profitable smallest largest biggest cheapest loss-making money-losing weakest best worst');

/** The head noun right before the verb at token `at`. The average member of an index has no return of the index, but as many holdings. */
export function headBefore(page: Page, reading: BlockReading, at: number, from: number, excluded: ReadonlySet<number>, isReturn: boolean): Head {
  const { tokens, mentions } = reading;
  let i = at - 1;
  for (let steps = 0; i >= from && steps < 40; steps += 1) {
    const token = tokens[i]!;
    if (token.lower === ')') {
      const inside = mentions.find((candidate) => candidate.to === i && candidate.symbol !== null);
      while (i >= from && tokens[i]!.lower !== '(') i -= 1;
      i -= 1;
      // "The median stock in the S&P 500 Index (SPX)": the symbol of the name before it.
      const named = mentions.some((candidate) => candidate.to === i + 1 || (candidate.to === i && /^(?:index|etf|fund|trust|composite)$/.test(tokens[i]!.lower)));
      if (named) continue;
      // "An equal-weighted basket (RSP) lost": the bracket names what the noun is.
      if (inside !== undefined && !excluded.has(inside.id)) return governed(page, reading, inside, from, isReturn);
      continue;
    }
    const mention = mentions.find((candidate) => candidate.from <= i && i < candidate.to);
    if (mention !== undefined) return excluded.has(mention.id) ? { kind: 'open' } : governed(page, reading, mention, from, isReturn);
    const period = reading.periods.find((candidate) => candidate.from <= i && i < candidate.to);
    if (period !== undefined) {
      i = period.from - 1;
      continue;
    }
    if (token.lower === ',') {
      // "than Nvidia, which trades at 25 times"
      const relative = /^(?:which|who|whose)$/.test(tokens[i + 1]?.lower ?? '') ? mentions.find((candidate) => candidate.to === i) : undefined;
      if (relative !== undefined && !excluded.has(relative.id)) return { kind: 'mention', id: relative.id };
      const before = asideStart(reading, i, from);
      const named = namedAside(reading, i, before);
      if (named !== null && !excluded.has(named.id)) return { kind: 'mention', id: named.id };
      if (before === null) return { kind: 'open' };
      i = before;
      continue;
    }
    if (SKIP.has(token.lower) || token.lower.endsWith('ly') || token.lower.endsWith("n't")) {
      i -= 1;
      continue;
    }
    if (SECURITY_NOUNS.has(token.lower)) {
      // "Tesla stock price": the first of the nouns has the owner.
      while (i - 1 >= from && SECURITY_NOUNS.has(tokens[i - 1]!.lower) && !mentions.some((candidate) => candidate.to === i)) i -= 1;
      return ofSecurityNoun(page, reading, i, at, from, isReturn);
    }
    if (isCompanyNoun(reading, i, from)) return { kind: 'company' };
    if (CARRY_ON.has(token.lower) || token.kind !== 'word') return { kind: 'open' };
    if (reading.cues.some((cue) => cue.value.kind === 'anaphor' && cue.from <= i && i < cue.to)) return { kind: 'open' };
    const group = reading.groups.find((candidate) => candidate.from <= i && i < candidate.to);
    if (group !== undefined) return isReturn && isOfOtherKind(reading, group.from, from) ? { kind: 'blocked' } : { kind: 'open' };
    if (reading.motions.some((motion) => motion.from <= i && i < motion.to) || reading.beats.some((beat) => beat.from <= i && i < beat.to)) return { kind: 'open' };
    return { kind: 'blocked' };
  }
  return { kind: 'open' };
}

/** "Walmart, a haven, rose 1.4%": the token before the aside that ends at the comma; null when the comma ends none. */
function asideStart(reading: BlockReading, comma: number, from: number): number | null {
  for (let k = comma - 1; k > from && comma - k < 24; k -= 1) if (reading.tokens[k]!.lower === ',') return k - 1;
  return null;
}

/** "A new fund, the Avantis U.S. Small Cap Value ETF, beat …": the aside is the noun's name. */
function namedAside(reading: BlockReading, comma: number, before: number | null): PlacedMention | null {
  if (before === null || !/^(?:fund|etf|index|stock|benchmark|gauge|company|maker|giant)$/.test(reading.tokens[before]!.lower)) return null;
  return reading.mentions.find((mention) => mention.to === comma && (mention.from === before + 2 || (mention.from === before + 3 && reading.tokens[before + 2]!.lower === 'the'))) ?? null;
}

/** "Apple's stock", "Apple shares", "shares of Apple", "the price of VTWO"; a stock that is somebody else's blocks. */
function ofSecurityNoun(page: Page, reading: BlockReading, noun: number, verb: number, from: number, isReturn: boolean): Head {
  const { tokens } = reading;
  for (const mention of reading.mentions) {
    const isOwner = mention.to === noun || (mention.to === noun - 1 && /^'s?$/.test(tokens[noun - 1]!.lower));
    if (isOwner) return isReturn && isOfOtherKind(reading, mention.from, from) ? { kind: 'blocked' } : governed(page, reading, mention, from, isReturn);
    const isOf = mention.from > noun && mention.to <= verb && /^(?:of|in)$/.test(tokens[noun + 1]?.lower ?? '') && mention.from - noun <= 4;
    if (isOf) return isReturn && isOfOtherKind(reading, noun, from) ? { kind: 'blocked' } : { kind: 'mention', id: mention.id };
  }
  if (isReturn && isOfOtherKind(reading, noun, from)) return { kind: 'blocked' };
  const before = tokens[noun - 1]?.lower ?? '';
  // "tech stocks", "growth stocks", "emerging markets": a group that is nobody here.
  const isPlain = noun - 1 < from || /^(?:the|its|their|this|that|these|those|both|all|two|three|four|his|her|,|and|company|retailer|small|large|mid|cap|blue|chip|benchmark|broader|broad|heavy|-|exchange|traded|main|major|us|u|\.|s)$/.test(before) || SKIP.has(before);
  return isPlain ? { kind: 'open' } : { kind: 'blocked' };
}

function isOfOtherKind(reading: BlockReading, at: number, from: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 5); i -= 1) {
    const word = reading.tokens[i]!.lower;
    if (OTHER_KIND.has(word)) return true;
    if (!/^(?:-|the|a|single|u|s|\.|small|mid|large|micro|cap|tech|heavy)$/.test(word)) return false;
  }
  return false;
}

/** The mention itself, unless a preposition makes it the attribute of another noun. */
function governed(page: Page, reading: BlockReading, mention: PlacedMention, from: number, isReturn: boolean): Head {
  const { tokens } = reading;
  const first = page.mentions[canonicalMention(page, mention.id)]!.from;
  if (mention.symbol !== null && tokens[mention.from - 1]?.lower === '(' && first === mention.from) return { kind: 'mention', id: mention.id };
  let i = first - 1;
  while (i >= from && /^(?:the|a|an|all|both|its|their|broader|broad|benchmark|whole|entire|big|small|cap|tech|heavy|blue|chip|-|popular|so|called|"|large|us|u|\.|s)$/.test(tokens[i]!.lower)) i -= 1;
  if (isReturn && isOfOtherKind(reading, first, from)) return { kind: 'blocked' };
  const link = tokens[i];
  // "Shorting the Russell 2000 returned 21%".
  if (isReturn && link !== undefined && i >= from && link.lower.endsWith('ing') && (i === from || tokens[i - 1]!.lower === ',')) return { kind: 'blocked' };
  // "A fund that shorts the Russell 2000 fell": the object of a relative clause.
  if (link !== undefined && i > from && /^(?:that|which|who)$/.test(tokens[i - 1]!.lower) && !SKIP.has(link.lower) && !/^(?:tracks|track|mirrors|follows|mimics|replicates|copies)$/.test(link.lower)) return isReturn ? { kind: 'blocked' } : { kind: 'open' };
  if (link === undefined || i < from || !PREPOSITIONS.has(link.lower)) return { kind: 'mention', id: mention.id };
  // "shares of Apple and Tesla": the second is governed through the first.
  for (let k = i - 1; k >= Math.max(from, i - 4); k -= 1) {
    const word = tokens[k]!;
    const isGroup = reading.groups.some((group) => group.from <= k && k < group.to);
    if (isGroup) return { kind: 'mention', id: mention.id };
    if (GOVERNORS.has(word.lower)) {
      // "stocks in the S&P 500" and "the median stock in it" are members, not the index.
      const isMember = /^(?:stocks?|shares?)$/.test(word.lower) && link.lower !== 'of';
      return (isMember && mention.known !== null) || isOfOtherKind(reading, k, from) ? { kind: 'blocked' } : { kind: 'mention', id: mention.id };
    }
    if (word.kind !== 'word') break;
    if (k === i - 1 && !word.lower.endsWith('ed') && !/^(?:put|in|at|tied)$/.test(word.lower)) break;
  }
  // "regional lenders in KRE trade at book": of a price, the members speak for the whole; of a return they do not.
  if (!isReturn && !isOfOtherKind(reading, i - 1, from)) return { kind: 'mention', id: mention.id };
  const opensSentence = i === from || tokens[i - 1]?.lower === ',';
  return opensSentence ? { kind: 'open' } : { kind: 'blocked' };
}
