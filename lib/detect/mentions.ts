/**
 * Mentions: index names that the page knows, and candidates for everything else. Explicit notations (cashtag, exchange,
 * bracket) are certain of their form; names and bare symbols are only candidates until the directory confirms them.
 */
import { FUND_BRANDS, INDEX_NAMES, OUTSIDE_INDEX, OUTSIDE_INDICES, type IndexName } from '../market/families.ts';
import type { Token } from '../text/tokens.ts';
import type { Mention, Notation } from './detection.ts';
import { PhraseTable, type Rule } from './phrases.ts';
import { ACRONYMS, EXCHANGES, NOT_NAMES, SECURITY_WORDS } from './vocabulary/words.ts';

/** A mention still tied to the tokens of its block. */
export interface LocalMention {
  readonly from: number;
  readonly to: number;
  readonly notation: Notation;
  readonly known: string | null;
  readonly symbol: string | null;
  readonly exchange: string | null;
  readonly evidence: Mention['evidence'];
  readonly sentenceStart: boolean;
}

const lazy: { table: PhraseTable<IndexName> | null; brands: PhraseTable<true> | null; outside: PhraseTable<true> | null } = { table: null, brands: null, outside: null };

function indexTable(): PhraseTable<IndexName> {
  if (lazy.table === null) {
    const rules: Rule<IndexName>[] = INDEX_NAMES.flatMap((name) => name.patterns.map((pattern) => ({ pattern, value: name })));
    lazy.table = new PhraseTable(rules);
  }
  return lazy.table;
}

function outsideTable(): PhraseTable<true> {
  lazy.outside ??= new PhraseTable(OUTSIDE_INDICES.map((pattern) => ({ pattern, value: true as const })));
  return lazy.outside;
}

function brandTable(): PhraseTable<true> {
  lazy.brands ??= new PhraseTable(FUND_BRANDS.map((pattern) => ({ pattern, value: true as const })));
  return lazy.brands;
}

/** Where metric phrases stand; their letters are never symbols. */
export type Consumed = (index: number) => boolean;

/**
 * All mentions of one block, left to right. `starts` holds the token indices that open a sentence; `consumed` tells
 * tokens that belong to metric phrases.
 */
export function scanMentions(tokens: readonly Token[], starts: ReadonlySet<number>, consumed: Consumed, isCell: boolean): LocalMention[] {
  const found: LocalMention[] = [];
  let i = 0;
  while (i < tokens.length) {
    const next =
      cashtagAt(tokens, i) ?? exchangeAt(tokens, i) ?? fundNameAt(tokens, i, starts) ?? indexAt(tokens, i, isCell) ?? bracketAt(tokens, i, consumed) ?? tickerWordAt(tokens, i) ?? nameAt(tokens, i, starts, consumed, isCell);
    if (next === null) {
      i += 1;
    } else if (Array.isArray(next)) {
      found.push(...next);
      i = next.at(-1)!.to;
    } else {
      found.push(next);
      i = next.to;
    }
  }
  return found;
}

function make(from: number, to: number, notation: Notation, rest: Partial<LocalMention>): LocalMention {
  return { from, to, notation, known: null, symbol: null, exchange: null, evidence: 'none', sentenceStart: false, ...rest };
}

/** Symbol from token `at` on: "IWM", "BRK.B", "BRK-B", "BF/B", "FLR.N". Null when it cannot be one. */
function symbolAt(tokens: readonly Token[], at: number, maxLetters = 5): { symbol: string; to: number } | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word' || !token.upper || token.end - token.start > maxLetters) return null;
  if (!/^[a-z]+$/.test(token.lower)) return null;
  const base = token.lower.toUpperCase();
  if (base === 'U' && tokens[at + 1]?.lower === '.') return null; // U.S., U.K., U.N.
  const mark = tokens[at + 1];
  const tail = tokens[at + 2];
  if (mark?.glued && /^[.\-/]$/.test(mark.lower) && tail?.glued && tail.kind === 'word' && tail.upper && tail.end - tail.start <= 2) {
    const after = tokens[at + 3];
    if (!(after?.glued && after.kind !== 'punct')) return { symbol: `${base}.${tail.lower.toUpperCase()}`, to: at + 3 };
  }
  const next = tokens[at + 1];
  if (next?.glued && next.kind === 'number') return null;
  return { symbol: base, to: at + 1 };
}

function cashtagAt(tokens: readonly Token[], at: number): LocalMention | null {
  const token = tokens[at]!;
  const word = tokens[at + 1];
  if (token.lower !== '$' || word === undefined || !word.glued || word.kind !== 'word') return null;
  const before = tokens[at - 1];
  if (token.glued && before !== undefined && (before.kind !== 'punct' || before.lower === '$')) return null;
  const letters = word.lower;
  if (!/^[a-z]{1,6}$/.test(letters)) return null;
  const read = symbolAt(tokens, at + 1, 6);
  const symbol = read?.symbol ?? letters.toUpperCase();
  const to = read?.to ?? at + 2;
  return make(at, to, 'cashtag', { symbol, evidence: 'strong' });
}

/** "NASDAQ: VTWO", "NYSE American: X", "(NYSE: A, B and C)": one mention a symbol. */
function exchangeAt(tokens: readonly Token[], at: number): LocalMention[] | null {
  const token = tokens[at]!;
  if (token.kind !== 'word') return null;
  let mic = EXCHANGES[token.lower];
  if (mic === undefined) return null;
  let i = at + 1;
  const second = tokens[i]?.lower;
  if (second === 'arca' || second === 'american' || second === 'mkt' || (second === '-' && tokens[i + 1]?.kind === 'word')) {
    const word = second === '-' ? tokens[i + 1]!.lower : second;
    const joined = EXCHANGES[`nyse${word}`];
    mic = joined ?? mic;
    i += second === '-' ? 2 : 1;
  } else if (second === 'bzx' || second === 'global' || second === 'capital' || second === 'gs' || second === 'gm' || second === 'cm') {
    i += second === 'global' && tokens[i + 1]?.lower === 'select' ? 2 : 1;
    if (tokens[i]?.lower === 'market') i += 1;
  }
  if (tokens[i]?.lower !== ':') return null;
  i += 1;
  const found: LocalMention[] = [];
  for (;;) {
    if (tokens[i]?.lower === '$') i += 1;
    const read = symbolAt(tokens, i);
    if (read === null) break;
    found.push(make(i, read.to, 'exchange', { symbol: read.symbol, exchange: mic, evidence: 'strong' }));
    i = read.to;
    const isList = tokens[i]?.lower === ',' || tokens[i]?.lower === 'and' || tokens[i]?.lower === '&' || tokens[i]?.lower === ';';
    if (!isList) break;
    i += 1;
    if (tokens[i]?.lower === 'and') i += 1;
    if (EXCHANGES[tokens[i]?.lower ?? ''] !== undefined) break;
  }
  return found.length > 0 ? found : null;
}

function fundNameAt(tokens: readonly Token[], at: number, starts: ReadonlySet<number>): LocalMention | null {
  const token = tokens[at]!;
  if (token.kind !== 'word' || (!token.capital && token.lower !== 'ishares')) return null;
  const brand = brandTable().matchesAt(tokens, at, tokens.length)[0];
  if (brand === undefined) return genericFundNameAt(tokens, at, starts);
  let end = -1;
  let i = brand.to;
  for (; i < Math.min(tokens.length, at + 14); i += 1) {
    const word = tokens[i]!;
    if (word.kind === 'word' && /^(?:etf|fund|trust|shares)$/.test(word.lower) && word.capital) {
      end = i + 1;
      if ((word.lower === 'etf' || word.lower === 'fund') && !/^(?:etf|trust)$/.test(tokens[i + 1]?.lower ?? '')) break;
      if (word.lower === 'trust' && tokens[i + 1]?.lower !== 'etf') break;
      continue;
    }
    const isNamePart = word.capital || word.kind === 'number' || word.lower === '&' || word.lower === '-' || word.lower === '+' || word.lower === '.' && word.glued || /^(?:of|and|ex)$/.test(word.lower) || word.glued;
    if (!isNamePart || word.lower === ',' || word.lower === '(' || word.lower === ')' || word.lower === "'s") break;
  }
  if (end < 0) return null;
  return make(at, end, 'name', { evidence: 'context', sentenceStart: starts.has(at) });
}

/** "Dividend Aristocrats ETF (NOBL)": capitalised words up to "ETF" right before a bracket. */
function genericFundNameAt(tokens: readonly Token[], at: number, starts: ReadonlySet<number>): LocalMention | null {
  let i = at;
  for (; i < Math.min(tokens.length, at + 9); i += 1) {
    const word = tokens[i]!;
    if (word.kind === 'word' && (word.lower === 'etf' || word.lower === 'fund') && i > at && tokens[i + 1]?.lower === '(') {
      if (at > 0 && tokens[at - 1]!.kind === 'word' && tokens[at - 1]!.capital && !starts.has(at)) return null;
      return make(at, i + 1, 'name', { evidence: 'context', sentenceStart: starts.has(at) });
    }
    const isPart = (word.kind === 'word' && word.capital) || word.kind === 'number' || word.lower === '&' || word.lower === '-' && word.glued || /^(?:of|and)$/.test(word.lower);
    if (!isPart || (i === at && NOT_NAMES.has(word.lower) && word.lower !== 'small' && word.lower !== 'total' && word.lower !== 'dividend')) return null;
  }
  return null;
}

function indexAt(tokens: readonly Token[], at: number, isCell: boolean): LocalMention | null {
  const outside = outsideTable().matchesAt(tokens, at, tokens.length)[0];
  if (outside !== undefined && tokens[at]!.capital) return make(outside.from, outside.to, 'index', { known: OUTSIDE_INDEX });
  const matches = indexTable().matchesAt(tokens, at, tokens.length);
  for (const match of matches) {
    if (!isIndexUse(tokens, match.from, match.to, match.value, isCell)) continue;
    // "S&P 500-stock": the number belongs to the name either way. "Nasdaq-listed" and "Russell 2000-like" do not matter.
    let to = match.to;
    if (/^(?:sector|index)$/.test(tokens[to - 1]!.lower)) to -= 1;
    return make(match.from, to, match.value.needs === 'upper' ? 'bare' : 'index', {
      known: match.value.id, evidence: 'strong', symbol: match.value.needs === 'upper' ? tokens[at]!.lower.toUpperCase() : null,
    });
  }
  return null;
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
  if (before?.lower === 'the' || before?.lower === "the") return after?.lower !== 'exchange' && after?.lower !== 'stock';
  return hasMarketNeighbour(tokens, from, to);
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
  if (after !== undefined && (MARKET_NEIGHBOURS.has(after.lower) || after.kind === 'number' || after.lower === '+' || after.lower === '-')) return true;
  return before !== undefined && /^(?:,|and|or|for|versus|vs|than|of|in|beat|to|by|,|dragged|outperformed|against|;)$/.test(before.lower);
}

/** "(SMCI)", "(ticker: VTWO)", "(IWM, VTWO, etc.)". */
function bracketAt(tokens: readonly Token[], at: number, consumed: Consumed): LocalMention[] | null {
  if (tokens[at]!.lower !== '(' && tokens[at]!.lower !== '[') return null;
  let i = at + 1;
  let labelled = false;
  while (i < at + 4 && /^(?:ticker|symbol|stock|tickers)$/.test(tokens[i]?.lower ?? '')) {
    labelled = true;
    i += 1;
  }
  if (labelled && tokens[i]?.lower === ':') i += 1;
  const found: LocalMention[] = [];
  for (;;) {
    if (tokens[i]?.lower === '$') i += 1;
    const read = symbolAt(tokens, i);
    if (read === null || consumed(i)) break;
    const known = indexTable().matchesAt(tokens, i, read.to)[0];
    if (known !== undefined) break;
    const close = tokens[read.to]?.lower;
    if (close === undefined || !/^(?:[)\],;/-]|and)$/.test(close) || EXCHANGES[tokens[i]!.lower] !== undefined) break;
    const before = tokens[at - 1];
    const isCapitalBefore = before !== undefined && ((before.kind === 'word' && before.capital) || before.kind === 'number' || before.lower === '.' || before.lower === "'s" || /^(?:etf|etfs|fund|funds|stock|shares|basket|cap|trust)$/.test(before.lower));
    if (!labelled && !isCapitalBefore && ACRONYMS.has(read.symbol)) return null;
    if (!labelled && isInitialism(tokens, at, read.symbol)) return null;
    found.push(make(i, read.to, 'paren', { symbol: read.symbol, evidence: labelled || isCapitalBefore ? 'strong' : 'context' }));
    i = read.to;
    if (close !== ',' && close !== ';' && close !== '/' && close !== 'and') break;
    i += 1;
  }
  return found.length > 0 ? found : null;
}

/** "artificial intelligence (AI)", "Securities and Exchange Commission (SEC)": the bracket abbreviates the words before it. */
function isInitialism(tokens: readonly Token[], at: number, symbol: string): boolean {
  if (symbol.length < 2) return false;
  const letters = [...symbol.toLowerCase()];
  let i = at - 1;
  for (let k = letters.length - 1; k >= 0; k -= 1) {
    while (i >= 0 && (tokens[i]!.kind === 'punct' || /^(?:of|and|the|for|to)$/.test(tokens[i]!.lower))) i -= 1;
    if (i < 0 || tokens[i]!.kind !== 'word' || tokens[i]!.lower[0] !== letters[k]) return false;
    // A capitalised name whose initials are its symbol is common ("General Motors (GM)"); lower-case words are a term.
    if (tokens[i]!.capital) return ACRONYMS.has(symbol);
    i -= 1;
  }
  return true;
}

/** "ticker MARA", "ticker symbol: IWM". */
function tickerWordAt(tokens: readonly Token[], at: number): LocalMention | null {
  if (!/^(?:ticker|symbol)$/.test(tokens[at - 1]?.lower ?? '') && !(tokens[at - 1]?.lower === ':' && /^(?:ticker|symbol)$/.test(tokens[at - 2]?.lower ?? ''))) return null;
  const read = symbolAt(tokens, at);
  return read === null ? null : make(at, read.to, 'bare', { symbol: read.symbol, evidence: 'strong' });
}

const NAME_LINKS = new Set(['&', 'of', 'de', 'the', '-', '+']);

/** Capitalised words that may be a company or fund, or one upper-case word that may be a bare symbol. */
function nameAt(tokens: readonly Token[], at: number, starts: ReadonlySet<number>, consumed: Consumed, isCell: boolean): LocalMention | null {
  const token = tokens[at]!;
  if (token.kind !== 'word' || consumed(at)) return null;
  const isStart = starts.has(at);
  const isCamel = !token.capital && /^(?:ebay|ishares|iqiyi|irobot|etsy)$/.test(token.lower);
  if (!token.capital && !isCamel) return null;
  const symbol = symbolAt(tokens, at);
  if (symbol !== null && symbol.symbol.length >= 2 && !isUpperName(tokens, at, symbol.to)) {
    if (ACRONYMS.has(symbol.symbol)) return null;
    if (token.glued && /^[.@#\\]$/.test(tokens[at - 1]?.lower ?? '')) return null;
    // "SPY-themed", "VOO-shaped": an adjective, not the fund.
    const hyphen = tokens[symbol.to];
    const tail = tokens[symbol.to + 1];
    if (hyphen?.lower === '-' && hyphen.glued && tail?.glued === true && tail.kind === 'word' && !tail.capital && !/^(?:backed|tracking|linked|based|led|like|listed|style)$/.test(tail.lower)) return null;
    // A Reuters code ("FLR.N") says by its form that it is one.
    const isCode = symbol.symbol.includes('.');
    return make(at, symbol.to, 'bare', { symbol: symbol.symbol, evidence: isCode ? 'strong' : securityNear(tokens, at, symbol.to, isCell), sentenceStart: isStart });
  }
  if (NOT_NAMES.has(token.lower) && !startsLongerName(tokens, at)) return null;
  let to = at + 1;
  let i = at + 1;
  while (i < tokens.length && i < at + 8) {
    const word = tokens[i]!;
    if (starts.has(i)) break;
    if (word.kind === 'word' && word.capital && !consumed(i)) {
      if (isStopWord(word.lower) || startsIndexName(tokens, i, isCell)) break;
      // "Fluor FLR.N", "Tesla TSLA": the symbol behind a name is a mention of its own.
      const isSymbol = word.upper && word.end - word.start >= 2 && !tokens[i - 1]!.upper && symbolAt(tokens, i) !== null;
      if (isSymbol) break;
      i += 1;
      to = i;
    } else if (word.lower === '.' && word.glued && tokens[i + 1] !== undefined && (tokens[i + 1]!.glued || isAbbreviated(tokens, i))) {
      i += 1;
      if (!tokens[i]!.glued) to = i;
      else if (tokens[i]!.kind === 'word') {
        i += 1;
        to = i;
      }
    } else if (NAME_LINKS.has(word.lower) && tokens[i + 1]?.kind === 'word' && tokens[i + 1]!.capital && !consumed(i + 1)) {
      // "Holders of IWM", "shares of the S&P": the symbol or index behind "of" is a mention of its own.
      if (/^(?:of|the)$/.test(word.lower) && (symbolAt(tokens, i + 1) !== null || startsIndexName(tokens, i + 1, isCell))) break;
      if (word.lower === '-' && !(word.glued && tokens[i + 1]!.glued)) break;
      if (word.lower === 'the' || word.lower === 'of') {
        if (isStopWord(tokens[i + 1]!.lower)) break;
      }
      i += 2;
      to = i;
    } else break;
  }
  // A possessive may belong to the name (Macy's, Lowe's, Kohl's).
  if (to === at + 1 && symbol !== null && symbol.symbol.length === 1) return null;
  return make(at, to, 'name', { evidence: securityNear(tokens, at, to, isCell), sentenceStart: isStart });
}

function isAbbreviated(tokens: readonly Token[], dot: number): boolean {
  const before = tokens[dot - 1]!.lower;
  return before.length === 1 || /^(?:inc|corp|co|ltd|st|dr|jr|mr|cos)$/.test(before);
}

const STOP_IN_NAME = new Set(
  ('the and or but in on at for with from is are was were has have had will would could its their monday tuesday wednesday thursday friday january february march april may june july august september october november december q1 q2 q3 q4 ' +
    'shares stock stocks etf fund index ceo cfo chief said says down up why how what when where which who after before as by to price prices earnings revenue').split(' '),
);

function isStopWord(word: string): boolean {
  return STOP_IN_NAME.has(word);
}

/** "Best Buy", "First Solar", "American Express", "General Motors": names that begin with a common word. */
function startsLongerName(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]!;
  const second = tokens[at + 1];
  if (second === undefined || second.kind !== 'word' || !second.capital || second.glued) return first.lower === 'u' && second?.lower === '.';
  if (isStopWord(first.lower) || first.lower === 'the' || startsIndexName(tokens, at + 1, false)) return false;
  return !NOT_NAMES.has(second.lower) || tokens[at + 2]?.capital === true;
}

function startsIndexName(tokens: readonly Token[], at: number, isCell: boolean): boolean {
  return indexAt(tokens, at, isCell) !== null;
}

/** Two or more upper-case words in a row, or a symbol glued into one: a heading in capitals, not a symbol. */
function isUpperName(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[to];
  const before = tokens[at - 1];
  const isUpperWord = (token: Token | undefined): boolean => token !== undefined && token.kind === 'word' && token.upper && token.end - token.start > 1 && !/^(?:etf|etfs|ceo|cfo|ipo|us|ai)$/.test(token.lower);
  if (isUpperWord(next) && !next!.glued && isUpperWord(tokens[to + 1])) return true;
  if (isUpperWord(before) && isUpperWord(tokens[at - 2])) return true;
  // "FTAI Aviation", "IBM Cloud": part of a longer name; the resolver tries the whole first.
  if (next !== undefined && next.kind === 'word' && next.capital && !next.upper && !next.glued && !isStopWord(next.lower) && !NOT_NAMES.has(next.lower)) return true;
  return next?.lower === '&' && next.glued === true;
}

function securityNear(tokens: readonly Token[], from: number, to: number, isCell: boolean): Mention['evidence'] {
  if (isCell) return 'context';
  for (let i = Math.max(0, from - 3); i < Math.min(tokens.length, to + 4); i += 1) {
    if (i >= from && i < to) continue;
    const word = tokens[i]!.lower;
    if (SECURITY_WORDS.has(word)) return 'context';
  }
  if (tokens[to]?.lower === '(' && symbolAt(tokens, to + 1) !== null) return 'context';
  if (tokens[to]?.lower === '(' && EXCHANGES[tokens[to + 1]?.lower ?? ''] !== undefined) return 'context';
  if (tokens[to]?.lower === '(' && /^(?:ticker|symbol)$/.test(tokens[to + 1]?.lower ?? '')) return 'context';
  return 'none';
}
