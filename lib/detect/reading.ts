/**
 * One pass over a block: tokens, sentences, and everything the tables know, with metric and index names consumed before
 * symbols and figures.
 */
import { SIZE_GROUPS } from '../market/families.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { SECTORS } from '../market/sectors.ts';
import type { Block } from '../text/document.ts';
import { scanQuantities, type Quantity } from '../text/quantities.ts';
import { sentenceBounds } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { tokenize, type Token } from '../text/tokens.ts';
import type { LocalMention } from './local-mention.ts';
import { scanMentions } from './mentions.ts';
import { inContext } from './period-context.ts';
import { headerPeriodAt, periodAt, type PeriodMatch } from './periods.ts';
import { PhraseTable, type Rule } from './phrases.ts';
import { BEATS, MOTION, type Beat, type Motion } from './vocabulary/motion.ts';
import { CUES, type Cue } from './vocabulary/cues.ts';

export type MetricRole = 'noun' | 'tail' | 'verb';

/** A piece of text that a table knows, by token indices of its block. */
export interface Found<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

export interface MetricPhrase {
  readonly metric: MetricSpec;
  readonly role: MetricRole;
}

export interface SizeGroup {
  readonly group: string;
  readonly indices: readonly string[];
}

/** A mention with its id in the whole page. */
export interface PlacedMention extends LocalMention {
  readonly id: number;
  /** "the Russell 2000 ETF": an index name used for a fund that tracks it. */
  readonly isFundLike: boolean;
}

export interface BlockReading {
  readonly block: Block;
  readonly index: number;
  readonly tokens: readonly Token[];
  /** Offset of each token in the article's text. */
  readonly starts: readonly number[];
  readonly sentences: readonly (readonly [number, number])[];
  readonly metrics: readonly Found<MetricPhrase>[];
  readonly motions: readonly Found<Motion>[];
  readonly beats: readonly Found<Beat>[];
  readonly cues: readonly Found<Cue>[];
  readonly periods: readonly PeriodMatch[];
  readonly sectors: readonly Found<string>[];
  readonly groups: readonly Found<SizeGroup>[];
  readonly mentions: readonly PlacedMention[];
  readonly quantities: readonly Quantity[];
}

type Entry =
  | { readonly kind: 'metric'; readonly value: MetricPhrase }
  | { readonly kind: 'motion'; readonly value: Motion }
  | { readonly kind: 'beat'; readonly value: Beat }
  | { readonly kind: 'cue'; readonly value: Cue }
  | { readonly kind: 'sector'; readonly value: string }
  | { readonly kind: 'group'; readonly value: SizeGroup };

const tables = new WeakMap<readonly MetricSpec[], PhraseTable<Entry>>();

function tableFor(metrics: readonly MetricSpec[]): PhraseTable<Entry> {
  const known = tables.get(metrics);
  if (known !== undefined) return known;
  const rules: Rule<Entry>[] = [];
  for (const metric of metrics) {
    for (const role of ['noun', 'tail', 'verb'] as const) {
      const entry: Entry = { kind: 'metric', value: { metric, role } };
      for (const pattern of metric.wording[`${role}s`]) rules.push({ pattern, value: entry });
    }
  }
  const add = <K extends Entry['kind']>(kind: K, source: readonly Rule<Extract<Entry, { kind: K }>['value']>[]): void => {
    const entries = new Map<unknown, Entry>();
    for (const { pattern, value } of source) {
      let entry = entries.get(value);
      if (entry === undefined) {
        entry = { kind, value } as unknown as Entry;
        entries.set(value, entry);
      }
      rules.push({ pattern, value: entry });
    }
  };
  add('motion', MOTION);
  add('beat', BEATS);
  add('cue', CUES);
  add('sector', SECTORS.flatMap((sector) => sector.aliases.map((pattern) => ({ pattern, value: sector.name }))));
  add('group', SIZE_GROUPS.flatMap((group) => group.patterns.map((pattern) => ({ pattern, value: group as SizeGroup }))));
  const table = new PhraseTable(rules);
  tables.set(metrics, table);
  return table;
}

/** Where the tokens `[from, to)` of a block stand in the article's text. */
export function spanOf(reading: BlockReading, from: number, to: number): Span {
  return { start: reading.starts[from]!, end: reading.starts[to - 1]! + reading.tokens[to - 1]!.length };
}

/** Reads one block. `firstMentionId` is the id its first mention gets. */
export function readBlock(
  text: string, block: Block, index: number, published: string | null, metrics: readonly MetricSpec[], firstMentionId: number,
): BlockReading {
  const starts: number[] = [];
  const tokens = tokenize(text, block.start, block.end, starts);
  const sentences = sentenceBounds(tokens);
  const openings = new Set(sentences.map(([from]) => from));
  const isCell = block.kind === 'cell';
  const found: { [K in Entry['kind']]: Found<Extract<Entry, { kind: K }>['value']>[] } = { metric: [], motion: [], beat: [], cue: [], sector: [], group: [] };
  const periods: PeriodMatch[] = [];
  const table = tableFor(metrics);
  const ends: Record<Entry['kind'], number> = { metric: 0, motion: 0, beat: 0, cue: 0, sector: 0, group: 0 };
  let periodEnd = 0;
  for (const [from, to] of sentences) {
    for (let i = from; i < to; i += 1) {
      for (const match of table.matchesAt(tokens, i, to)) {
        const { kind } = match.value;
        // Cues and verbs may share words; within one kind the longest match at a place wins. Metric phrases of
        // different roles stand side by side.
        const last = found[kind].at(-1);
        const isSameWords = last !== undefined && last.from === match.from && last.to === match.to;
        if (i < ends[kind] && kind !== 'metric' && !isSameWords) continue;
        if (kind === 'metric' && isInsideLonger(found.metric, match.from, match.to)) continue;
        if (kind === 'sector' && !isSectorUse(tokens, match.from, match.to)) continue;
        if (kind === 'cue' && tokens[i]!.lower === 'may' && tokens[i]!.capital && i !== from) continue;
        // "from a year ago" is a point in time, not a rate.
        if (kind === 'cue' && /^(?:ago|earlier|later|back|from|of|after)$/.test(tokens[match.to]?.lower ?? '') && tokens[match.to - 1]!.lower === 'year') continue;
        // "Were the multiple to expand" opens a condition; "were the heaviest members" does not. "will run you $11" is a price.
        if (kind === 'cue' && tokens[i]!.lower === 'were' && i !== from) continue;
        if (kind === 'cue' && tokens[i]!.lower === 'will' && /^(?:run|cost|set)$/.test(tokens[i + 1]?.lower ?? '') && tokens[i + 2]?.lower === 'you') continue;
        (found[kind] as Found<unknown>[]).push({ from: match.from, to: match.to, value: match.value.value });
        if (kind !== 'metric') ends[kind] = match.to;
      }
      if (i >= periodEnd) {
        const period = isCell ? headerPeriodAt(tokens, i, to, published) : periodAt(tokens, i, to, published);
        const fitting = period === null ? null : inContext(tokens, period);
        if (fitting !== null) {
          periods.push(fitting);
          periodEnd = fitting.to;
        }
      }
    }
  }
  const metricNouns = new Set<number>();
  for (const phrase of found.metric) {
    if (phrase.value.role === 'noun') for (let i = phrase.from; i < phrase.to; i += 1) metricNouns.add(i);
  }
  const mentions = scanMentions(tokens, openings, (at) => metricNouns.has(at), isCell).map((mention, k): PlacedMention => ({
    ...mention,
    id: firstMentionId + k,
    isFundLike: mention.known !== null && /^(?:etf|etfs|fund|funds)$/.test(tokens[mention.to]?.lower === 'index' ? (tokens[mention.to + 1]?.lower ?? '') : (tokens[mention.to]?.lower ?? '')),
  }));
  const freePeriods = periods.filter((period) => !mentions.some((mention) => (mention.known !== null && mention.from < period.to && period.from < mention.to) || isYearOfName(period, mention)));
  return {
    block, index, tokens, starts, sentences, metrics: found.metric, motions: found.motion, beats: found.beat, cues: found.cue, periods: freePeriods,
    // "Bloom Energy", "Realty Income": a sector's word inside a name is part of the name.
    sectors: found.sector.filter((sector) => !mentions.some((mention) => mention.known === null && mention.from <= sector.from && sector.to <= mention.to && mention.to - mention.from > sector.to - sector.from)), groups: found.group.filter((group) => !/^(?:fund|funds|manager|managers|value|growth|portfolio|strategy|etf|etfs|company|index|indexes|indices|benchmark|space|arena)$/.test(tokens[group.to]?.lower ?? '')).filter((group) => !mentions.some((mention) => mention.from < group.to && group.from < mention.to)), mentions,
    quantities: quantitiesOutside(tokens, sentences, mentions, freePeriods, found.metric),
  };
}

/** The "2000" of "iShares Russell 2000 ETF". */
function isYearOfName(period: PeriodMatch, mention: { readonly from: number; readonly to: number }): boolean {
  return period.to - period.from === 1 && mention.from < period.from && period.to <= mention.to;
}

function isInsideLonger(found: readonly Found<MetricPhrase>[], from: number, to: number): boolean {
  return found.some((other) => other.from <= from && to <= other.to && other.to - other.from > to - from && other.value.role === 'noun');
}

/** "it", "energy", "financial", "health" are sectors only in the right company; the pronoun "it" never. */
function isSectorUse(tokens: readonly Token[], from: number, to: number): boolean {
  const token = tokens[from]!;
  if (to - from === 1 && token.lower === 'it') return token.upper;
  return true;
}

function quantitiesOutside(
  tokens: readonly Token[], sentences: readonly (readonly [number, number])[], mentions: readonly PlacedMention[],
  periods: readonly PeriodMatch[], metrics: readonly Found<MetricPhrase>[],
): Quantity[] {
  const taken = new Uint8Array(tokens.length);
  for (const mention of mentions) taken.fill(1, mention.from, mention.to);
  for (const period of periods) taken.fill(1, period.from, period.to);
  for (const phrase of metrics) if (phrase.value.role === 'noun') taken.fill(1, phrase.from, phrase.to);
  const result: Quantity[] = [];
  for (const [from, to] of sentences) {
    // Figures are scanned in the gaps between what is taken, but see their neighbours for hedges.
    let gap = from;
    for (let i = from; i <= to; i += 1) {
      if (i < to && taken[i] === 0) continue;
      if (i > gap) result.push(...scanQuantities(tokens, gap, i));
      gap = i + 1;
    }
  }
  return result;
}
