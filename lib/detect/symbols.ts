/** Symbols in explicit notation: cashtags, exchange-qualified, in brackets, behind the word "ticker". The form is the evidence. */
import type { Token } from '../text/tokens.ts';
import { isIndexSymbol } from './index-mentions.ts';
import { make, type LocalMention } from './local-mention.ts';
import { ACRONYMS, EXCHANGES } from './vocabulary/words.ts';

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
  if (mark?.glued && /^[.\-/]$/.test(mark.lower) && tail?.glued && tail.kind === 'word' && tail.upper && tail.length <= 2) {
    const after = tokens[at + 3];
    if (!(after?.glued && after.kind !== 'punct')) return { symbol: `${base}.${tail.lower.toUpperCase()}`, to: at + 3 };
  }
  const next = tokens[at + 1];
  if (next?.glued && next.kind === 'number') return null;
  return { symbol: base, to: at + 1 };
}

export function cashtagAt(tokens: readonly Token[], at: number): LocalMention | null {
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
export function exchangeAt(tokens: readonly Token[], at: number): LocalMention[] | null {
  const token = tokens[at]!;
  if (token.kind !== 'word') return null;
  let mic = EXCHANGES.get(token.lower);
  if (mic === undefined) return null;
  let i = at + 1;
  const second = tokens[i]?.lower;
  if (second === 'arca' || second === 'american' || second === 'mkt' || (second === '-' && tokens[i + 1]?.kind === 'word')) {
    const word = second === '-' ? tokens[i + 1]!.lower : second;
    const joined = EXCHANGES.get(`nyse${word}`);
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
    if (EXCHANGES.has(tokens[i]?.lower ?? '')) break;
  }
  return found.length > 0 ? found : null;
}

/** "(SMCI)", "(ticker: VTWO)", "(IWM, VTWO, etc.)". */
export function bracketAt(tokens: readonly Token[], at: number, consumed: Consumed): LocalMention[] | null {
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
    if (isIndexSymbol(tokens, i, read.to)) break;
    const close = tokens[read.to]?.lower;
    if (close === undefined || !/^(?:[)\],;/-]|and)$/.test(close) || EXCHANGES.has(tokens[i]!.lower)) break;
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

/** "ticker MARA", "ticker symbol: IWM". */
export function tickerWordAt(tokens: readonly Token[], at: number): LocalMention | null {
  if (!/^(?:ticker|symbol)$/.test(tokens[at - 1]?.lower ?? '') && !(tokens[at - 1]?.lower === ':' && /^(?:ticker|symbol)$/.test(tokens[at - 2]?.lower ?? ''))) return null;
  const read = symbolAt(tokens, at);
  return read === null ? null : make(at, read.to, 'bare', { symbol: read.symbol, evidence: 'strong' });
}
