/** Index names that the page knows, and foreign ones that it must not take for others. */
import { INDEX_NAMES, OUTSIDE_INDEX, OUTSIDE_INDICES, type IndexName } from '../market/families.ts';
import type { Token } from '../text/tokens.ts';
import { make, type LocalMention } from './local-mention.ts';
import { PhraseTable, type Rule } from './phrases.ts';
import { NOT_NAMES } from './vocabulary/words.ts';

const lazy: { names: PhraseTable<IndexName> | null; outside: PhraseTable<true> | null } = { names: null, outside: null };

function indexTable(): PhraseTable<IndexName> {
  if (lazy.names === null) {
    const rules: Rule<IndexName>[] = INDEX_NAMES.flatMap((name) => name.patterns.map((pattern) => ({ pattern, value: name })));
    lazy.names = new PhraseTable(rules);
  }
  return lazy.names;
}

function outsideTable(): PhraseTable<true> {
  lazy.outside ??= new PhraseTable(OUTSIDE_INDICES.map((pattern) => ({ pattern, value: true as const })));
  return lazy.outside;
}

/** An index's own symbol in brackets ("(SPX)") is read as the index, not as a security. */
export function isIndexSymbol(tokens: readonly Token[], at: number, stop: number): boolean {
  return indexTable().matchesAt(tokens, at, stop).length > 0;
}

/** False for a token that no index name begins with. */
export function mayOpenIndexName(token: Token): boolean {
  return indexTable().mayOpen(token) || outsideTable().mayOpen(token);
}

export function indexAt(tokens: readonly Token[], at: number, isCell: boolean): LocalMention | null {
  const outside = outsideTable().matchesAt(tokens, at, tokens.length)[0];
  if (outside !== undefined && tokens[at]!.capital) return make(outside.from, outside.to, 'index', { known: OUTSIDE_INDEX });
  const matches = indexTable().matchesAt(tokens, at, tokens.length);
  for (const match of matches) {
    if (!isIndexUse(tokens, match.from, match.to, match.value, isCell)) continue;
    // "S&P 500-stock": the number belongs to the name either way. "Nasdaq-listed" and "Russell 2000-like" do not matter.
    let to = match.to;
    if (/^(?:sector|index)$/.test(tokens[to - 1]!.lower)) to -= 1;
    return make(match.from, to, match.value.needs === 'upper' ? 'bare' : 'index', {
      known: match.value.id, evidence: match.value.needs === 'market' ? 'context' : 'strong', symbol: match.value.needs === 'upper' ? tokens[at]!.lower.toUpperCase() : null,
    });
  }
  return null;
}

export function startsIndexName(tokens: readonly Token[], at: number, isCell: boolean): boolean {
  return indexAt(tokens, at, isCell) !== null;
}

function isIndexUse(tokens: readonly Token[], from: number, to: number, name: IndexName, isCell: boolean): boolean {
  const first = tokens[from]!;
  if (name.needs === 'nothing') return true;
  if (name.needs === 'upper') {
    const before = tokens[from - 1];
    return first.upper && !(before?.lower === '$' && before !== undefined && first.glued);
  }
  let hasCapital = false;
  for (let i = from; i < to; i += 1) if (tokens[i]!.capital) hasCapital = true;
  if (!hasCapital) return false;
  const before = tokens[from - 1];
  const after = tokens[to];
  if (name.needs === 'capital') {
    // "Dow Jones Newswires", "Dow Jones Market Data", "Dow Jones U.S. Completion": other things of that name.
    const isDowJones = tokens[to - 1]!.lower === 'jones';
    return !(isDowJones && after !== undefined && after.kind === 'word' && after.capital && !/^(?:index|average)$/.test(after.lower));
  }
  // "Dow Chemical", "Russell Wilson", "S&P Global", "Kurt Russell", "Nasdaq Inc": a neighbouring capital makes it another name.
  if (after !== undefined && after.kind === 'word' && after.capital && !after.upper && !/^(?:index|composite|monday|tuesday|wednesday|thursday|friday|and|up|down|futures)$/.test(after.lower)) return false;
  if (before !== undefined && before.kind === 'word' && before.capital && !NOT_NAMES.has(before.lower)) return false;
  if (name.id === 'INDEX:DJIA' && first.upper) return false; // DOW the symbol, or shouting
  if (after?.lower === ':' && name.id === 'INDEX:NASDAQCOMP') {
    const follower = tokens[to + 1];
    return !(follower !== undefined && follower.kind === 'word' && follower.upper);
  }
  if (after?.lower === '-' && after.glued && /^(?:listed|traded)$/.test(tokens[to + 1]?.lower ?? '')) return false;
  if (name.id === 'INDEX:NASDAQCOMP' && isExchangeUse(tokens, from, to)) return false;
  if (isCell) return true;
  // "the Russell indexes" are all of them.
  if (before?.lower === 'the') return !/^(?:exchange|stock|indexes|indices|universe|reconstitution|reshuffle|rebalancing)$/.test(after?.lower ?? '');
  return name.needs !== 'market' && hasMarketNeighbour(tokens, from, to);
}

/** "listed on the Nasdaq", "exchanges like the NYSE or Nasdaq", "Nasdaq Stock Market". */
function isExchangeUse(tokens: readonly Token[], from: number, to: number): boolean {
  if (/^(?:listed|stock|exchange|listing|listings|global|capital)$/.test(tokens[to]?.lower ?? '')) return true;
  for (let i = Math.max(0, from - 8); i < from; i += 1) {
    const word = tokens[i]!.lower;
    if (/^(?:listed|lists|list|listing|exchange|exchanges|trade|trades|traded|trading|debut|debuted|nyse|quoted)$/.test(word)) {
      if (word.startsWith('trad') && tokens[from - 1]?.lower !== 'on' && tokens[from - 2]?.lower !== 'on') continue;
      return true;
    }
  }
  return tokens[to]?.lower === 'or' && tokens[to + 1]?.lower === 'nyse' || tokens[to]?.lower === 'and' && tokens[to + 1]?.lower === 'nyse';
}

const MARKET_NEIGHBOURS = new Set(
  ('up down gained gains fell rose rises climbed climbs lost loses slid slips slipped dropped drops added adds jumped jumps surged tumbled sank closed closes ended ends finished finishes index futures points higher lower ' +
    'rallied rally was is at has have advanced shed dipped edged and , ; / versus vs companies stocks is , tallied falls retreated ticked hit hits topped crossed').split(' '),
);

function hasMarketNeighbour(tokens: readonly Token[], from: number, to: number): boolean {
  const after = tokens[to];
  const before = tokens[from - 1];
  if (after === undefined && before === undefined) return true;
  if (after !== undefined && (MARKET_NEIGHBOURS.has(after.lower) || after.kind === 'number' || after.lower === '+' || after.lower === '-' || after.lower === ':')) return true;
  if (before !== undefined && /^(?:chip|heavy|benchmark|broad|broader|weighted|stock|oriented|dominated|rich)$/.test(before.lower)) return true;
  return before !== undefined && /^(?:,|and|or|for|versus|vs|than|of|in|beat|to|by|,|dragged|outperformed|against|;)$/.test(before.lower);
}
