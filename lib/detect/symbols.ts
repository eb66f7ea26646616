/** Symbols in explicit notation: cashtags, exchange-qualified, in brackets, behind the word "ticker". The form is the evidence. */
import { isWordSymbol } from '../market/word-symbols.ts';
import type { Token } from '../text/tokens.ts';
import { isIndexSymbol } from './index-mentions.ts';
import { make, type LocalMention } from './local-mention.ts';
import { ACRONYMS, EXCHANGES, HOME_EXCHANGES } from './vocabulary/words.ts';

/** Tells tokens that belong to metric phrases: their letters are never symbols. */
export type Consumed = (index: number) => boolean;

/** Symbol from token `at` on: "IWM", "BRK.B", "BRK-B", "BF/B", "FLR.N". Null when it cannot be one. */
export function symbolAt(tokens: readonly Token[], at: number, maxLetters = 5): { symbol: string; to: number } | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word' || !token.upper || token.length > maxLetters) return null;
  if (!/^[a-z]+$/.test(token.lower)) return null;
  const base = token.lower.toUpperCase();
  const mark = tokens[at + 1];
  const tail = tokens[at + 2];
  // U.S., D.C., A.I., P.M.: letters with points are symbols only where a notation says so.
  if (base.length === 1 && mark?.lower === '.' && tail?.glued && (tail.length === 1 || base === 'U') && !/^[($<:]$/.test(tokens[at - 1]?.lower ?? '')) return null;
  if (mark?.glued && tail?.glued && tail.kind === 'word' && tail.upper && isShareClass(mark.lower, tail.lower)) {
    const after = tokens[at + 3];
    if (!(after?.glued && after.kind !== 'punct')) return { symbol: `${base}.${tail.lower.toUpperCase()}`, to: at + 3 };
  }
  const next = tokens[at + 1];
  if (next?.glued && next.kind === 'number') return null;
  return { symbol: base, to: at + 1 };
}

/** ".B", "-B", "/B", and the two letters that Reuters and Yahoo append to a symbol (".OQ", ".TO"). */
function isShareClass(mark: string, letters: string): boolean {
  return mark === '.' ? letters.length <= 2 : (mark === '-' || mark === '/') && letters.length === 1;
}

/** Marks that may stand right before a cashtag; behind any other the dollar sign belongs to something else. */
const BEFORE_CASHTAG = new Set('( [ " \' * _ | / , ; : - ~ > •'.split(' '));

/**
 * "$IWM", "$BRK.B", "$gme". The letters are the rules of twitter-text: one to six, then a point or underscore with one or
 * two more, none of them a digit and nothing glued behind.
 */
export function cashtagAt(tokens: readonly Token[], at: number): LocalMention | null {
  const token = tokens[at]!;
  const word = tokens[at + 1];
  if (token.lower !== '$' || word === undefined || !word.glued || !/^[a-z]{1,6}$/.test(word.lower)) return null;
  if (token.glued && at > 0 && !BEFORE_CASHTAG.has(tokens[at - 1]!.lower)) return null;
  const read = symbolAt(tokens, at + 1, 6);
  if (read !== null && read.to > at + 2) return make(at, read.to, 'cashtag', { symbol: read.symbol, evidence: 'strong' });
  const [mark, tail, after] = [tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  const symbol = word.lower.toUpperCase();
  if (!mark?.glued) return make(at, at + 2, 'cashtag', { symbol, evidence: 'strong' });
  if (mark.kind !== 'punct') return null;
  const hasTail = (mark.lower === '.' || mark.lower === '_') && tail?.glued === true && /^[a-z]{1,2}$/.test(tail.lower) && (!after?.glued || after.kind === 'punct');
  return hasTail ? make(at, at + 4, 'cashtag', { symbol: `${symbol}.${tail.lower.toUpperCase()}`, evidence: 'strong' }) : make(at, at + 2, 'cashtag', { symbol, evidence: 'strong' });
}

/** Words between an exchange and the colon that name its segment; for NYSE the segment has a market of its own. */
const SEGMENTS = /^(?:global|select|capital|market|markets|group|pink|bulletin|board|bzx|gs|gm|cm|llc|exchange|symbol|ticker)$/;

/** "NASDAQ: VTWO", "NYSE American: X", "(NYSE: A, B and C)", "NYSE & TSX: X": one mention a symbol. */
export function exchangeAt(tokens: readonly Token[], at: number): LocalMention[] | null {
  const token = tokens[at]!;
  if (token.kind !== 'word') return null;
  let mic = EXCHANGES.get(token.lower);
  if (mic === undefined) return null;
  let i = at + 1;
  const second = tokens[i]?.lower === '-' ? tokens[i + 1] : tokens[i];
  const joined = second?.kind === 'word' ? EXCHANGES.get(`${token.lower}${second.lower}`) : undefined;
  if (joined !== undefined) {
    mic = joined;
    i += tokens[i]!.lower === '-' ? 2 : 1;
  }
  while (SEGMENTS.test(tokens[i]?.lower ?? '')) i += 1;
  if (tokens[i]?.lower !== ':') return null;
  i += 1;
  // "NYSE & TSX: AEM", "NASDAQ/TSX: OTEX": one symbol at home and abroad.
  const home = /^(?:\/|&|and|,)$/.test(tokens[at - 1]?.lower ?? '') ? EXCHANGES.get(tokens[at - 2]?.lower ?? '') : undefined;
  if (home !== undefined && HOME_EXCHANGES.has(home)) mic = home;
  const found: LocalMention[] = [];
  for (;;) {
    if (tokens[i]?.lower === '$') i += 1;
    const read = symbolAt(tokens, i);
    // In running text a list may be over and an abbreviation follow: "NYSE: T, CEO of the year".
    if (read === null || (found.length > 0 && ACRONYMS.has(read.symbol) && tokens[read.to]?.lower !== ')')) break;
    found.push(make(i, read.to, 'exchange', { symbol: read.symbol, exchange: mic, evidence: 'strong' }));
    i = read.to;
    if (!/^(?:,|;|&|\/|and)$/.test(tokens[i]?.lower ?? '')) break;
    i += 1;
    if (tokens[i]?.lower === 'and') i += 1;
    if (EXCHANGES.has(tokens[i]?.lower ?? '')) break;
  }
  return found.length > 0 ? found : null;
}

/** "(SMCI)", "(ticker: VTWO)", "(IWM, VTWO, etc.)". */
export function bracketAt(tokens: readonly Token[], at: number, consumed: Consumed): LocalMention[] | null {
  if (tokens[at]!.lower !== '(' && tokens[at]!.lower !== '[') return null;
  // "Velo3D ($VELO)" is a cashtag in brackets.
  if (tokens[at + 1]?.lower === '$') return null;
  const isSquare = tokens[at]!.lower === '[';
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
    if (isIndexSymbol(tokens, i, read.to)) break;
    const close = tokens[read.to]?.lower;
    // "[API](#api)" is a link.
    if (isSquare && close === ']' && tokens[read.to + 1]?.lower === '(' && tokens[read.to + 1]!.glued) break;
    if (close === undefined || !/^(?:[)\],;/-]|and)$/.test(close) || EXCHANGES.has(tokens[i]!.lower)) break;
    const before = tokens[at - 1];
    const isCapitalBefore = before !== undefined && ((before.kind === 'word' && before.capital) || before.kind === 'number' || (before.lower === '.' && /^(?:inc|corp|co|ltd|cos)$/.test(tokens[at - 2]?.lower ?? '')) || before.lower === "'s" || /^(?:etf|etfs|fund|funds|stock|shares|basket|cap|trust)$/.test(before.lower));
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
  const letters = symbol.toLowerCase().split('');
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

/** "ticker MARA", "ticker symbol: IWM", "trades under the symbol BE". */
export function tickerWordAt(tokens: readonly Token[], at: number): LocalMention | null {
  const label = tokens[at - 1]?.lower === ':' ? at - 2 : at - 1;
  const word = tokens[label]?.lower;
  if (word !== 'ticker' && !(word === 'symbol' && /^(?:ticker|stock|trading|the)$/.test(tokens[label - 1]?.lower ?? ''))) return null;
  const read = symbolAt(tokens, at);
  return read === null ? null : make(at, read.to, 'bare', { symbol: read.symbol, evidence: 'strong' });
}

/** Words that name a contract, and the letters behind a strike: where one stands, small letters may be a symbol. */
export function isContractWord(token: Token): boolean {
  return token.glued ? token.lower === 'c' || token.lower === 'p' : token.lower === 'calls' || token.lower === 'puts' || token.lower === 'leaps';
}

/** "gme calls", "puts on amc", "nvda 500c": a symbol in small letters beside the contract at `at`, from token `from` on. */
export function smallSymbolBeside(tokens: readonly Token[], at: number, from: number): LocalMention | null {
  if (tokens[at]!.glued) {
    const strike = at - 1;
    if (tokens[strike]?.kind !== 'number') return null;
    return smallSymbolAt(tokens, tokens[strike - 1]?.lower === '$' ? strike - 2 : strike - 1, from);
  }
  return smallSymbolAt(tokens, at - 1, from) ?? (tokens[at + 1]?.lower === 'on' ? smallSymbolAt(tokens, at + 2, from) : null);
}

function smallSymbolAt(tokens: readonly Token[], at: number, from: number): LocalMention | null {
  const token = at < from ? undefined : tokens[at];
  if (token === undefined || token.capital || token.glued || !/^[a-z]{3,5}$/.test(token.lower) || isWordSymbol(token.lower)) return null;
  return make(at, at + 1, 'bare', { symbol: token.lower.toUpperCase(), evidence: 'trade' });
}
