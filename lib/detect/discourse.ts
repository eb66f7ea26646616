/**
 * What a text is speaking of, sentence by sentence: the security that the last sentences were about, which "it", "its
 * shares" and sentences without a name carry on with. One pass over the page.
 */
import type { Draft } from './drafts.ts';
import { headingLevel } from './headings.ts';
import { canonicalMention, type Page } from './page.ts';
import type { BlockReading, PlacedMention } from './reading.ts';
import { beforeDeterminers } from './vocabulary/determiners.ts';

/** Topics that are remembered: enough for "back to Apple", few enough to be looked through for every figure. */
const REMEMBERED = 4;

/** For each block, what was spoken of before each of its sentences, latest first. */
type Topics = readonly (readonly (readonly number[])[])[];

const TOPICS = new WeakMap<Page, Topics>();

/** Mentions that the text before a sentence was about, latest first. `at` is the sentence's first token. */
export function topicsBefore(page: Page, blockIndex: number, at: number): readonly number[] {
  let topics = TOPICS.get(page);
  if (topics === undefined) {
    topics = topicsOf(page);
    TOPICS.set(page, topics);
  }
  const sentence = page.readings[blockIndex]!.sentences.findIndex(([from, to]) => from <= at && at < to);
  return topics[blockIndex]![Math.max(0, sentence)] ?? [];
}

function topicsOf(page: Page): Topics {
  let standing: readonly number[] = [];
  return page.readings.map((reading, index) => {
    const isHeading = headingLevel(page.readings, index) !== null;
    const before: (readonly number[])[] = [];
    // A heading opens a new matter.
    let current: readonly number[] = isHeading ? [] : standing;
    for (const [from, to] of reading.sentences) {
      before.push(current);
      const own = isHeading ? onlyNamed(page, reading, from, to) : spokenOf(page, reading, from, to);
      if (own !== null) current = [own.id, ...current.filter((id) => keyOf(page, id) !== keyOf(page, own.id))].slice(0, REMEMBERED);
    }
    // What one item of a list is about is no matter of the next.
    if (reading.block.kind !== 'item') standing = current;
    return before;
  });
}

/** The only security that a heading names; "A vs. B" sets no topic. */
function onlyNamed(page: Page, reading: BlockReading, from: number, to: number): PlacedMention | null {
  const heads = reading.mentions.filter((mention) => mention.from >= from && mention.to <= to && canonicalMention(page, mention.id) === mention.id && (mention.evidence !== 'none' || mention.known !== null || mention.from === from));
  return new Set(heads.map((mention) => keyOf(page, mention.id))).size === 1 ? heads[0]! : null;
}

/** The security that a sentence itself puts first; null when it opens with a pronoun or names none but in passing. */
function spokenOf(page: Page, reading: BlockReading, from: number, to: number): PlacedMention | null {
  const pronoun = reading.cues.find((cue) => cue.from >= from && cue.to <= to && cue.value.kind === 'anaphor' && !/^(?:both|each|them|which|that|who)$/.test(reading.tokens[cue.from]!.lower));
  for (const mention of reading.mentions) {
    if (mention.from < from || mention.from >= to || canonicalMention(page, mention.id) !== mention.id) continue;
    if (pronoun !== undefined && pronoun.from < mention.from && isOpening(reading, pronoun.from, from)) return null;
    if (!isInPassing(reading, mention, from)) return mention;
  }
  return null;
}

/** "Its shares", "But it", "This year the fund": a pronoun in the place of a subject, not of an aside. */
function isOpening(reading: BlockReading, at: number, from: number): boolean {
  if (!/^(?:its|their)$/.test(reading.tokens[at]!.lower)) return true;
  return at - from <= 1;
}

const PASSING = new Set('against than versus vs v like unlike behind beyond by for in on at to with from of into among about over under after before via per and or'.split(' '));
const GOVERNORS = new Set('share shares stock stocks unit units owners holders buyers price value'.split(' '));

/** True for a name that a preposition makes an aside ("a deal for Kenvue", "than Nvidia"), but not for "shares of Apple". */
export function isInPassing(reading: BlockReading, mention: PlacedMention, from: number): boolean {
  const { tokens } = reading;
  const link = beforeDeterminers(tokens, mention.from, from);
  if (link < from || !PASSING.has(tokens[link]!.lower)) return false;
  // "For Apple, …", "In the S&P 500, …": what opens a sentence is what it is about.
  if (link === from && /^(?:for|in|at|with|on)$/.test(tokens[link]!.lower)) return false;
  if (/^(?:and|or)$/.test(tokens[link]!.lower)) return reading.mentions.some((other) => other.to === link);
  return !(tokens[link]!.lower === 'of' && GOVERNORS.has(tokens[link - 1]?.lower ?? ''));
}

/**
 * A name that a figure is set against, or that another figure belongs to ("against 14% for the S&P 500", "cheaper than
 * JPMorgan's"): later figures of the sentence are not its own unless a relative clause carries on with it. `own` is the end
 * of the figure that is asked about.
 */
export function isSetAgainst(reading: BlockReading, mention: PlacedMention, from: number, at: number, own = -1): boolean {
  const { tokens } = reading;
  const isOwner = /^'s?$/.test(tokens[mention.to]?.lower ?? '');
  const next = isOwner ? mention.to + 1 : mention.to;
  // "less than Apple alone at $3.4 trillion", "behind the S&P 500's daily gain of 0.2%": the figure is still its own.
  const figure = reading.quantities.find((quantity) => quantity.from >= next);
  if (figure !== undefined && figure.from >= at && figure.hedgedFrom - next <= (isOwner ? 5 : 2) && !tokens.slice(next, figure.hedgedFrom).some((token) => token.lower === ',' || token.lower === ';')) return false;
  const isCarriedOn = tokens.slice(next, at).some((token, k) => k <= 2 && /^(?:which|who|that|whose)$/.test(token.lower));
  if (isCarriedOn) return false;
  const link = beforeDeterminers(tokens, mention.from, from);
  if (link < from) return false;
  const word = tokens[link]!.lower;
  if (/^(?:against|than|versus|vs|like|unlike|behind|beyond)$/.test(word)) return true;
  if (/^(?:with|to)$/.test(word) && /^(?:compared|compares|relative|contrast)$/.test(tokens[link - 1]?.lower ?? '')) return true;
  return /^(?:for|in|of|at)$/.test(word) && reading.quantities.some((quantity) => quantity.to !== own && (quantity.to === link || quantity.hedgedTo === link));
}

function keyOf(page: Page, id: number): string {
  return page.keys[canonicalMention(page, id)]!;
}

/** The last two that figures were set side by side for, in the order of the text: "the former" and "the latter". */
const PAIRS: WeakMap<Page, readonly [number, number]> = new WeakMap();

/** Remembers whom the claims of a sentence were about, when they are two. */
export function rememberPair(page: Page, drafts: readonly Draft[]): void {
  if (drafts.length === 0) return;
  const parties = drafts.flatMap((draft) => [...draft.subjects.slice(0, 1), ...draft.benchmarks.slice(0, 1)]);
  const found: number[] = [];
  for (const id of parties) if (!found.some((other) => keyOf(page, other) === keyOf(page, id))) found.push(id);
  const [first, second] = found;
  if (first !== undefined && second !== undefined && found.length === 2) PAIRS.set(page, [first, second]);
}

/** The two that were last spoken of together before token `at` of a block; null where none were. */
export function pairBefore(page: Page, reading: BlockReading, at: number): readonly [number, number] | null {
  const [from] = reading.sentences.findLast(([start]) => start <= at) ?? [0];
  const named: PlacedMention[] = [];
  for (const mention of reading.mentions) {
    if (mention.from < from || mention.to > at || canonicalMention(page, mention.id) !== mention.id) continue;
    if (!named.some((other) => keyOf(page, other.id) === keyOf(page, mention.id))) named.push(mention);
  }
  if (named.length === 2) return [named[0]!.id, named[1]!.id];
  return PAIRS.get(page) ?? null;
}

/** The other one of the last pair. */
export function otherOfPair(page: Page, id: number): number | null {
  const pair = PAIRS.get(page);
  if (pair === undefined) return null;
  if (keyOf(page, pair[0]) === keyOf(page, id)) return pair[1];
  return keyOf(page, pair[1]) === keyOf(page, id) ? pair[0] : null;
}
