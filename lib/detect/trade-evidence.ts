/** What stands around a name or symbol and tells that a security is meant. */
import type { Token } from '../text/tokens.ts';
import type { Mention } from './detection.ts';
import { EXCHANGES, SECURITY_WORDS } from './vocabulary/words.ts';

/** Behind it: "GME shares", "TSLA calls", "AMC squeeze". */
const HELD_AFTER = new Set('shares share stock calls call puts put options option leap leaps warrants squeeze shareholders shareholder holders bulls bears bagholders longs shorts holdings gang'.split(' '));
/** Before it, with the word between: "shares of GME", "80 calls in ALIT", "puts on AMC", "position in F". */
const HELD_BEFORE = new Set('shares share stock calls call puts put options option leap leaps warrants spreads straddles contracts position positions stake exposure bullish bearish long short'.split(' '));
const LINKS = new Set('of on in for'.split(' '));
/** Right before it: "bought GME", "holding PLUG". What is also done to other things ("own", "into") is not among them. */
const DONE_BEFORE = new Set('buy buying bought sell selling sold hold holding held hodl hodling shorting shorted yolo yolo\'d yoloed yoloing longing longed ticker'.split(' '));
/** "TSLA 400c", "SPY 9/16 450p", "AAPL $150 calls": how far behind the symbol the contract may be named. */
const CONTRACT_REACH = 9;

/** Evidence for the tokens `[from, to)`. `symbolAfter` tells whether a symbol in brackets follows. */
export function evidenceAround(tokens: readonly Token[], from: number, to: number, isCell: boolean, symbolAfter: boolean): Mention['evidence'] {
  if (isTraded(tokens, from, to)) return 'trade';
  if (isCell || symbolAfter) return 'context';
  for (let i = Math.max(0, from - 3); i < Math.min(tokens.length, to + 4); i += 1) {
    if ((i < from || i >= to) && SECURITY_WORDS.has(tokens[i]!.lower)) return 'context';
  }
  if (tokens[to]?.lower === '(' && (EXCHANGES.has(tokens[to + 1]?.lower ?? '') || /^(?:ticker|symbol)$/.test(tokens[to + 1]?.lower ?? ''))) return 'context';
  return 'none';
}

function isTraded(tokens: readonly Token[], from: number, to: number): boolean {
  if (HELD_AFTER.has(tokens[to]?.lower ?? '')) return true;
  const before = tokens[from - 1]?.lower ?? '';
  if (DONE_BEFORE.has(before)) return true;
  if (LINKS.has(before) && HELD_BEFORE.has(tokens[from - 2]?.lower ?? '')) return true;
  // "got in to EDXC", "got into GME", "all in on AMC", "loading up on PLUG"
  if (/^(?:to|on|into)$/.test(before) && /^(?:in|up|got|gone|went|yolo)$/.test(tokens[from - 2]?.lower ?? '') && /^(?:got|get|getting|all|load|loaded|loading|i|have|just|went)$/.test(tokens[from - 3]?.lower ?? '')) return true;
  return isContract(tokens, to);
}

/** A strike behind the symbol, with a day between them or not. */
function isContract(tokens: readonly Token[], to: number): boolean {
  for (let i = to; i < Math.min(tokens.length, to + CONTRACT_REACH); i += 1) {
    const token = tokens[i]!;
    if (token.kind === 'number') {
      const next = tokens[i + 1];
      if (next === undefined) return false;
      if (next.glued && /^(?:c|p|cs|ps)$/.test(next.lower)) return true;
      if (/^(?:c|p|calls?|puts?|leaps?|strike)$/.test(next.lower)) return true;
    } else if (!/^(?:\$|\/|-|'|,|exp|expiry|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|dte|d|st|nd|rd|th|\d+)$/.test(token.lower)) return false;
  }
  return false;
}
