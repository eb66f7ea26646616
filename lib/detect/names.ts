/** Names of companies and funds, and bare symbols: candidates until the directory confirms them. */
import { FUND_BRANDS } from '../market/families.ts';
import type { Token } from '../text/tokens.ts';
import type { Mention } from './detection.ts';
import { startsIndexName } from './index-mentions.ts';
import { make, type LocalMention } from './local-mention.ts';
import { PhraseTable } from './phrases.ts';
import { symbolAt, type Consumed } from './symbols.ts';
import { ACRONYMS, EXCHANGES, NOT_NAMES, SECURITY_WORDS } from './vocabulary/words.ts';

const lazy: { brands: PhraseTable<true> | null } = { brands: null };

function brandTable(): PhraseTable<true> {
  lazy.brands ??= new PhraseTable(FUND_BRANDS.map((pattern) => ({ pattern, value: true as const })));
  return lazy.brands;
}

export function fundNameAt(tokens: readonly Token[], at: number, starts: ReadonlySet<number>): LocalMention | null {
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

const NAME_LINKS = new Set(['&', 'of', 'de', 'the', '-', '+']);

const CAMEL_NAMES = new Set(['ebay', 'ishares', 'iqiyi', 'irobot', 'etsy']);

/** Names that begin with a small letter. */
export function isCamelName(token: Token): boolean {
  return !token.capital && CAMEL_NAMES.has(token.lower);
}

/** Capitalised words that may be a company or fund, or one upper-case word that may be a bare symbol. */
export function nameAt(tokens: readonly Token[], at: number, starts: ReadonlySet<number>, consumed: Consumed, isCell: boolean): LocalMention | null {
  const token = tokens[at]!;
  if (token.kind !== 'word' || consumed(at)) return null;
  const isStart = starts.has(at);
  if (!token.capital && !isCamelName(token)) return null;
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
      const isSymbol = word.upper && word.length >= 2 && !tokens[i - 1]!.upper && symbolAt(tokens, i) !== null;
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

/** Two or more upper-case words in a row, or a symbol glued into one: a heading in capitals, not a symbol. */
function isUpperName(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[to];
  const before = tokens[at - 1];
  const isUpperWord = (token: Token | undefined): boolean => token !== undefined && token.kind === 'word' && token.upper && token.length > 1 && !/^(?:etf|etfs|ceo|cfo|ipo|us|ai)$/.test(token.lower);
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
  if (tokens[to]?.lower === '(' && EXCHANGES.has(tokens[to + 1]?.lower ?? '')) return 'context';
  if (tokens[to]?.lower === '(' && /^(?:ticker|symbol)$/.test(tokens[to + 1]?.lower ?? '')) return 'context';
  return 'none';
}
