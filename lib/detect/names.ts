/** Names of companies and funds, and bare symbols: candidates until the directory confirms them. */
import { FUND_BRANDS } from '../market/families.ts';
import type { Token } from '../text/tokens.ts';
import { startsIndexName } from './index-mentions.ts';
import { make, type LocalMention } from './local-mention.ts';
import { PhraseTable } from './phrases.ts';
import { symbolAt, type Consumed } from './symbols.ts';
import { evidenceAround } from './trade-evidence.ts';
import { ACRONYMS, NOT_NAMES } from './vocabulary/words.ts';

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
const LEGAL_FORMS = new Set('inc incorporated corp corporation co cos company ltd limited plc llc lp nv sa ag se group holdings'.split(' '));
/** Forms behind which a name is over: what follows with a capital is the next one ("JPMorgan Chase & Co Citigroup Inc"). */
const LAST_WORDS = new Set('inc incorporated corp corporation co cos ltd limited plc llc nv'.split(' '));

/** Names that begin with a small letter. */
export function isCamelName(token: Token): boolean {
  return !token.capital && CAMEL_NAMES.has(token.lower);
}

/** Capitalised words that may be a company or fund, or one upper-case word that may be a bare symbol. */
export function nameAt(tokens: readonly Token[], at: number, starts: ReadonlySet<number>, consumed: Consumed, isCell: boolean): LocalMention | null {
  const token = tokens[at]!;
  if (token.kind !== 'word' || consumed(at)) return null;
  if (!token.capital && !isCamelName(token)) return null;
  const symbol = symbolAt(tokens, at);
  if (symbol !== null && symbol.symbol.length >= 2 && !isUpperName(tokens, at, symbol.to)) return bareSymbolAt(tokens, at, symbol, starts.has(at), isCell);
  if (NOT_NAMES.has(token.lower) && !startsLongerName(tokens, at)) return null;
  if (isCopyrightHolder(tokens, at) || isVenue(tokens, at)) return null;
  const to = nameEnd(tokens, at, starts, consumed, isCell);
  if (to === at + 1 && symbol !== null && symbol.symbol.length === 1) return null;
  return make(at, to, 'name', { evidence: evidenceAround(tokens, at, to, isCell, isSymbolBracket(tokens, to)), sentenceStart: starts.has(at) });
}

function bareSymbolAt(tokens: readonly Token[], at: number, read: { symbol: string; to: number }, isStart: boolean, isCell: boolean): LocalMention | null {
  const { symbol, to } = read;
  if (ACRONYMS.has(symbol)) return null;
  const token = tokens[at]!;
  if (token.glued && (/^[.@#\\]$/.test(tokens[at - 1]?.lower ?? '') || isCompound(tokens, at - 1) || isInAddress(tokens, at))) return null;
  const hyphen = tokens[to];
  const tail = tokens[to + 1];
  if (hyphen?.lower === '-' && hyphen.glued && tail?.glued === true && tail.kind === 'word') {
    // "SPY-themed", "VOO-shaped": an adjective, not the fund. "SAIC-GM", "RIG-USA": one code.
    if (tail.upper ? tail.length > 1 : !tail.capital && !/^(?:backed|tracking|linked|based|led|like|listed|style)$/.test(tail.lower)) return null;
  }
  // A Reuters code ("FLR.N") says by its form that it is one.
  const isCode = tokens[at + 1]?.lower === '.' && symbol.includes('.');
  const evidence = isCode ? 'strong' : evidenceAround(tokens, at, to, isCell, isSymbolBracket(tokens, to));
  return make(at, to, 'bare', { symbol, evidence, sentenceStart: isStart });
}

/** "Copyright (c) 2019 Intel Corporation": whose a text is, not whom it is about. */
function isCopyrightHolder(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 8); i -= 1) {
    const { kind, lower } = tokens[i]!;
    if (lower === 'copyright' || lower === '©') return true;
    if (kind === 'word' && lower !== 'c' && lower !== 'by') return false;
  }
  return false;
}

/** Companies whose product is a place to write or to trade at. */
const VENUES = new Set('twitter reddit facebook instagram youtube robinhood telegram'.split(' '));

/** "posted on Reddit", "a Twitter thread", "Twitter: @name", "Robinhood users": the place, not the company. */
function isVenue(tokens: readonly Token[], at: number): boolean {
  if (!VENUES.has(tokens[at]!.lower)) return false;
  const after = tokens[at + 1]?.lower ?? '';
  if (/^(?:@|post|posts|thread|threads|user|users|account|accounts|handle|feed|meme|memes|group|groups|crowd|forum|forums|page|app|traders)$/.test(after)) return true;
  if (after === ':' && tokens[at]!.capital && (tokens[at - 1]?.lower === ';' || tokens[at + 2]?.lower === '@')) return true;
  return /^(?:on|via|r|u)$/.test(tokens[at - 1]?.lower ?? '') && !/^(?:'s|inc|shares|stock)$/.test(after);
}

/** A hyphen glued behind an upper-case word. */
function isCompound(tokens: readonly Token[], hyphen: number): boolean {
  const mark = tokens[hyphen];
  return mark?.lower === '-' && mark.glued && tokens[hyphen - 1]?.upper === true;
}

/** How far back the beginning of an address is looked for. */
const ADDRESS_REACH = 40;

/** Inside "https://host/NYSE/AMC": letters of an address name nothing. */
function isInAddress(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i > Math.max(1, at - ADDRESS_REACH) && tokens[i]!.glued; i -= 1) {
    if (tokens[i]!.lower === '/' && tokens[i - 1]!.lower === '/' && tokens[i - 2]?.lower === ':') return true;
  }
  return false;
}

/** Where the capitalised words end that begin at `at`. */
function nameEnd(tokens: readonly Token[], at: number, starts: ReadonlySet<number>, consumed: Consumed, isCell: boolean): number {
  let to = at + 1;
  let i = at + 1;
  while (i < tokens.length && i < at + 8) {
    const word = tokens[i]!;
    if (starts.has(i)) break;
    if (word.kind === 'word' && word.capital && !consumed(i)) {
      if (isStopWord(word.lower) || startsIndexName(tokens, i, isCell)) break;
      // "Fluor FLR.N", "Tesla TSLA": the symbol behind a name is a mention of its own.
      const isSymbol = word.upper && word.length >= 2 && !tokens[i - 1]!.upper && symbolAt(tokens, i) !== null;
      if (isSymbol || (LAST_WORDS.has(tokens[i - 1]!.lower) && !LEGAL_FORMS.has(word.lower))) break;
      i += 1;
      to = i;
    } else if (isDigitInside(tokens, i)) {
      i += 2;
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
      if ((word.lower === 'the' || word.lower === 'of') && isStopWord(tokens[i + 1]!.lower)) break;
      i += 2;
      to = i;
    } else break;
  }
  return to;
}

/** The digit of "L3Harris" and "Velo3D", but not of "Q3" or "FY26E". */
function isDigitInside(tokens: readonly Token[], at: number): boolean {
  const [before, digit, after] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]];
  if (digit.kind !== 'number' || !digit.glued || after === undefined || !after.glued || !after.capital) return false;
  return before.upper ? before.length === 1 && !after.upper : true;
}

function isSymbolBracket(tokens: readonly Token[], to: number): boolean {
  return tokens[to]?.lower === '(' && symbolAt(tokens, to + 1) !== null;
}

function isAbbreviated(tokens: readonly Token[], dot: number): boolean {
  const before = tokens[dot - 1]!.lower;
  return before.length === 1 || /^(?:inc|corp|co|ltd|st|dr|jr|mr|cos)$/.test(before);
}

const STOP_IN_NAME = new Set(
  ('the and or but in on at for with from is are was were has have had will would could its their monday tuesday wednesday thursday friday january february march april may june july august september october november december jan feb apr jun jul aug sep sept oct nov dec q1 q2 q3 q4 ' +
    'shares stock stocks etf fund index ceo cfo chief said says down up why how what when where which who after before as by to price prices earnings revenue').split(' '),
);

function isStopWord(word: string): boolean {
  return STOP_IN_NAME.has(word);
}

/** "Best Buy", "First Solar", "American Express", "General Motors": names that begin with a common word. */
function startsLongerName(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]!;
  const second = tokens[at + 1];
  // "Take-Two", "AT&T"
  if (second?.glued === true && (second.lower === '-' || second.lower === '&')) return tokens[at + 2]?.glued === true && tokens[at + 2]!.capital && (second.lower === '&' || !tokens[at + 2]!.upper);
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
