/** What a page as a whole is about, and in what manner it is written: decides how much evidence a name or symbol needs. */
import { KNOWN_FUND_SYMBOLS, OUTSIDE_INDEX } from '../market/families.ts';
import { isWordSymbol } from '../market/word-symbols.ts';
import { TokenMemo } from '../text/token-memo.ts';
import type { Topic } from './detection.ts';
import type { BlockReading } from './reading.ts';
import { TOPIC_TERMS, type TopicKind } from './vocabulary/topic-words.ts';

/** Terms by first word, then by the word behind it; '' for a term of one word. */
type Terms = ReadonlyMap<string, ReadonlyMap<string, readonly TopicKind[]>>;

const lazy: { terms: Terms | null } = { terms: null };

function termTable(): Terms {
  if (lazy.terms !== null) return lazy.terms;
  const terms = new Map<string, Map<string, TopicKind[]>>();
  for (const [kind, list] of TOPIC_TERMS) {
    for (const term of list.split('|')) {
      const [first = '', second = ''] = term.split(' ');
      const tails = terms.get(first) ?? new Map<string, TopicKind[]>();
      tails.set(second, [...(tails.get(second) ?? []), kind]);
      terms.set(first, tails);
    }
  }
  lazy.terms = terms;
  return terms;
}

const TAILS = new TokenMemo((token) => termTable().get(token.lower) ?? null);

/**
 * The topic of a page, in one pass over its tokens. Counted are different terms, not their repetition, and the longer
 * the text the more of them it takes: any long text says "market" or "options" somewhere.
 *
 * @param words Words and numbers of the page.
 */
export function topicOf(readings: readonly BlockReading[], words: number): Topic {
  const counts = countTerms(readings);
  const trade = 2 * counts.sure + counts.likely + notationsOf(readings);
  const business = trade + counts.business;
  const isForum = counts.forum >= 1 + Number(words >= 60) + Math.floor(words / 1000);
  const isClear = trade >= Math.min(8 + Math.floor(words / 1500), 2 + Math.floor(words / 60), 14);
  const isSome = business >= Math.min(16, 1 + Math.floor(words / 70));
  return { market: isClear ? 'clear' : isSome ? 'some' : 'none', isForum };
}

/** Different terms of each kind. */
function countTerms(readings: readonly BlockReading[]): Record<TopicKind, number> {
  const seen = new Set<string>();
  const counts: Record<TopicKind, number> = { sure: 0, likely: 0, business: 0, forum: 0 };
  for (const { tokens } of readings) {
    for (let i = 0; i < tokens.length; i += 1) {
      const tails = TAILS.of(tokens[i]!);
      if (tails === null) continue;
      const { lower } = tokens[i]!;
      for (const tail of ['', tokens[i + 1]?.lower ?? '-']) {
        const kinds = tails.get(tail);
        if (kinds === undefined || seen.has(`${lower} ${tail}`)) continue;
        seen.add(`${lower} ${tail}`);
        for (const kind of kinds) counts[kind] += 1;
      }
    }
  }
  return counts;
}

/** Metrics whose wording is said of other things too ("founded in", "closed at"). */
const LOOSE_METRICS: ReadonlySet<string> = new Set(['inception_year', 'index_level', 'pe_average', 'price', 'aum']);

/**
 * What names of indices, symbols and wording of metrics add, each different one once: an exchange says most, cashtags
 * may be code, and a term of one word ("multiple", "fee") says nothing.
 */
function notationsOf(readings: readonly BlockReading[]): number {
  const indices = new Set<string>();
  const qualified = new Set<string>();
  const cashtags = new Set<string>();
  const funds = new Set<string>();
  const metrics = new Set<string>();
  for (const { tokens, mentions, metrics: phrases } of readings) {
    for (const { known, notation, symbol, evidence, from, to } of mentions) {
      // "Russell" is a town too.
      if (known !== null) {
        if (known !== OUTSIDE_INDEX && evidence === 'strong') indices.add(known);
      } else if (notation === 'exchange') qualified.add(symbol!);
      else if (notation === 'cashtag' && tokens[to - 1]!.upper) cashtags.add(symbol!);
      // "The IJR, a journal"
      else if (notation === 'bare' && KNOWN_FUND_SYMBOLS.has(symbol!) && !isWordSymbol(symbol!) && !/^(?:the|an?)$/.test(tokens[from - 1]?.lower ?? '')) funds.add(symbol!);
    }
    for (const { from, to, value } of phrases) {
      if (to - from > 1 && value.role !== 'verb' && !LOOSE_METRICS.has(value.metric.id)) metrics.add(value.metric.id);
    }
  }
  return 2 * indices.size + 3 * qualified.size + Math.min(1, cashtags.size) + funds.size + metrics.size;
}
