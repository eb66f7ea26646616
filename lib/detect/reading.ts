/**
 * One pass over a block: everything the tables know, with metric and index names consumed before symbols and figures.
 */
import type { MetricSpec } from '../market/metrics/spec.ts';
import type { Block } from '../text/document.ts';
import { scanQuantities, type Quantity } from '../text/quantities.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { LocalMention } from './local-mention.ts';
import { scanMentions } from './mentions.ts';
import type { Passage } from './passages.ts';
import { inContext } from './period-context.ts';
import { headerPeriodAt, periodAt, type PeriodMatch } from './periods.ts';
import type { Match } from './phrases.ts';
import type { Beat, Motion } from './vocabulary/motion.ts';
import type { Cue } from './vocabulary/cues.ts';
import { wordingOf, type Entry, type Meanings, type MetricPhrase, type PhraseKind, type SizeGroup } from './wording.ts';

export type { MetricPhrase, MetricRole, SizeGroup } from './wording.ts';

/** A piece of text that a table knows, by token indices of its block. */
export interface Found<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

/** A mention with its id in the whole page. */
export interface PlacedMention extends LocalMention {
  readonly id: number;
  /** "the Russell 2000 ETF": an index name used for a fund that tracks it. */
  readonly isFundLike: boolean;
}

export interface BlockReading extends Passage {
  readonly block: Block;
  readonly index: number;
  readonly metrics: readonly Found<MetricPhrase>[];
  readonly motions: readonly Found<Motion>[];
  readonly beats: readonly Found<Beat>[];
  readonly cues: readonly Found<Cue>[];
  readonly periods: readonly PeriodMatch[];
  readonly sectors: readonly Found<string>[];
  readonly groups: readonly Found<SizeGroup>[];
  readonly mentions: readonly PlacedMention[];
  /** The mentions of each sentence that has any. */
  readonly named: readonly (readonly PlacedMention[])[];
  readonly quantities: readonly Quantity[];
  /** The article's date, against which "next year" is one to come. */
  readonly published: string | null;
  /** For each token what it is part of, as the bits of `PART_OF`. */
  readonly parts: Uint8Array;
}

export const PART_OF = { mention: 1, period: 2, metricNoun: 4 } as const;

/** Where the tokens `[from, to)` of a block stand in the article's text. */
export function spanOf(reading: BlockReading, from: number, to: number): Span {
  return { start: reading.starts[from]!, end: reading.starts[to - 1]! + reading.tokens[to - 1]!.length };
}

/** Reads a block, or a part of a long one. `firstMentionId` is the id its first mention gets. */
export function readBlock(
  block: Block, passage: Passage, index: number, published: string | null, metrics: readonly MetricSpec[], firstMentionId: number,
): BlockReading {
  const { tokens, starts, sentences } = passage;
  const isCell = block.kind === 'cell';
  const phrases = findPhrases(passage, metrics);
  const periods = findPeriods(passage, published, isCell);
  const parts = new Uint8Array(tokens.length);
  markParts(parts, phrases.metric.filter(({ value }) => value.role === 'noun'), PART_OF.metricNoun);
  const openings = new Set(sentences.map(([from]) => from));
  const mentions = scanMentions(tokens, openings, (at) => parts[at] === PART_OF.metricNoun, isCell).map((mention, k): PlacedMention => ({
    ...mention,
    id: firstMentionId + k,
    isFundLike: isUsedAsFund(tokens, mention),
  }));
  const highs = phrases.metric.filter(({ value }) => value.metric.id === 'other:high_52w' || value.metric.id === 'other:low_52w');
  const freePeriods = periods.filter((period) => !mentions.some((mention) => (mention.known !== null && overlaps(mention, period)) || isYearOfName(period, mention)) && !highs.some((high) => overlaps(high, period)));
  markParts(parts, mentions, PART_OF.mention);
  markParts(parts, freePeriods, PART_OF.period);
  return {
    block, index, published, tokens, starts, sentences, mentions, named: bySentence(mentions, sentences),
    metrics: phrases.metric, motions: phrases.motion, beats: phrases.beat, cues: phrases.cue, periods: freePeriods,
    sectors: phrases.sector.filter((sector) => !mentions.some((mention) => isPartOfName(sector, mention))),
    groups: phrases.group.filter((group) => !NOUNS_BEHIND_A_SIZE.has(tokens[group.to]?.lower ?? '') && !mentions.some((mention) => overlaps(mention, group))),
    parts, quantities: quantitiesOutside(passage, parts),
  };
}

type Phrases = { readonly [K in PhraseKind]: Found<Meanings[K]>[] };

function findPhrases({ tokens, sentences }: Passage, metrics: readonly MetricSpec[]): Phrases {
  const table = wordingOf(metrics);
  const found: Phrases = { metric: [], motion: [], beat: [], cue: [], sector: [], group: [] };
  for (const [from, to] of sentences) {
    for (let i = from; i < to; i += 1) {
      for (const match of table.matchesAt(tokens, i, to)) {
        const { kind, value } = match.value;
        const list: Found<unknown>[] = found[kind];
        const isTaken = kind === 'metric' ? isInsideLonger(found.metric, match, from) : isBehindOther(list, match);
        if (!isTaken && isMeant(tokens, from, match)) list.push({ from: match.from, to: match.to, value });
      }
    }
  }
  return found;
}

/** Metric phrases of different roles stand side by side, and in one another but for a noun: "forward P/E" is no P/E. */
function isInsideLonger(found: readonly Found<MetricPhrase>[], match: Match<Entry>, sentence: number): boolean {
  for (let k = found.length - 1; k >= 0 && found[k]!.from >= sentence; k -= 1) {
    const other = found[k]!;
    if (other.value.role === 'noun' && other.from <= match.from && match.to <= other.to && other.to - other.from > match.to - match.from) return true;
  }
  return false;
}

/** Within every other kind the longest match at a place wins; the same words may mean two things. */
function isBehindOther(found: readonly Found<unknown>[], match: Match<Entry>): boolean {
  const last = found.at(-1);
  return last !== undefined && match.from < last.to && !(last.from === match.from && last.to === match.to);
}

/** Whether the words mean at this place what the table says. */
function isMeant(tokens: readonly Token[], sentence: number, match: Match<Entry>): boolean {
  const { from, to } = match;
  const { kind } = match.value;
  const first = tokens[from]!;
  // The pronoun "it" is no sector.
  if (kind === 'sector') return first.lower !== 'it' || to - from > 1 || first.upper;
  if (kind !== 'cue') return true;
  // "from a year ago" is a point in time, not a rate.
  if (tokens[to - 1]!.lower === 'year' && /^(?:ago|earlier|later|back|from|of|after)$/.test(tokens[to]?.lower ?? '')) return false;
  switch (first.lower) {
    case 'may':
      return !first.capital || from === sentence;
    case 'were':
      // "Were the multiple to expand" opens a condition; "were the heaviest members" does not.
      return from === sentence;
    case 'will':
      // "will run you $11" is a price.
      return tokens[from + 2]?.lower !== 'you' || !/^(?:run|cost|set)$/.test(tokens[from + 1]!.lower);
    default:
      return true;
  }
}

function findPeriods({ tokens, sentences }: Passage, published: string | null, isCell: boolean): PeriodMatch[] {
  const found: PeriodMatch[] = [];
  const read = isCell ? headerPeriodAt : periodAt;
  let end = 0;
  for (const [from, to] of sentences) {
    for (let i = Math.max(from, end); i < to; i += 1) {
      const period = read(tokens, i, to, published);
      const fitting = period === null ? null : inContext(tokens, period);
      if (fitting === null) continue;
      // "since the … in September 2024" takes in the words that were read as a time nobody knows.
      if (fitting.from < (found.at(-1)?.to ?? 0)) found.pop();
      found.push(fitting);
      end = fitting.to;
      i = end - 1;
    }
  }
  return found;
}

/** "the Russell 2000 ETF", "the S&P 500 index fund". */
function isUsedAsFund(tokens: readonly Token[], mention: LocalMention): boolean {
  if (mention.known === null) return false;
  const at = tokens[mention.to]?.lower === 'index' ? mention.to + 1 : mention.to;
  return /^(?:etf|etfs|fund|funds)$/.test(tokens[at]?.lower ?? '');
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function overlaps(a: Place, b: Place): boolean {
  return a.from < b.to && b.from < a.to;
}

/** The "2000" of "iShares Russell 2000 ETF". */
function isYearOfName(period: Place, mention: Place): boolean {
  return period.to - period.from === 1 && mention.from < period.from && period.to <= mention.to;
}

/** "Bloom Energy", "Realty Income": a sector's word inside a name is part of the name. */
function isPartOfName(sector: Place, mention: LocalMention): boolean {
  return mention.known === null && mention.from <= sector.from && sector.to <= mention.to && mention.to - mention.from > sector.to - sector.from;
}

/** "small cap fund", "large cap growth": a size that is said of something else. */
const NOUNS_BEHIND_A_SIZE = new Set(
  ['fund', 'funds', 'manager', 'managers', 'value', 'growth', 'portfolio', 'strategy', 'etf', 'etfs', 'company', 'index', 'indexes', 'indices', 'benchmark', 'space', 'arena'],
);

function bySentence(mentions: readonly PlacedMention[], sentences: Passage['sentences']): PlacedMention[][] {
  if (sentences.length === 1 && mentions.length > 0) return [[...mentions]];
  const named: PlacedMention[][] = [];
  let next = 0;
  for (const [, to] of sentences) {
    const first = next;
    while (next < mentions.length && mentions[next]!.from < to) next += 1;
    if (next > first) named.push(mentions.slice(first, next));
  }
  return named;
}

function markParts(parts: Uint8Array, found: readonly Place[], part: number): void {
  for (const { from, to } of found) for (let i = from; i < to; i += 1) parts[i]! |= part;
}

/** Figures outside of the parts, where digits belong to them. */
function quantitiesOutside({ tokens, sentences }: Passage, parts: Uint8Array): Quantity[] {
  const found: Quantity[] = [];
  for (const [from, to] of sentences) {
    // Figures are scanned in the gaps between what is taken, but see their neighbours for hedges.
    let gap = from;
    for (let i = from; i <= to; i += 1) {
      if (i < to && parts[i] === 0) continue;
      if (i > gap) scanQuantities(tokens, gap, i, found);
      gap = i + 1;
    }
  }
  return found.filter(({ unit }) => unit !== 'measure');
}
