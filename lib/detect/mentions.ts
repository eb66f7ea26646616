/**
 * Mentions: index names that the page knows, and candidates for everything else. Explicit notations (cashtag, exchange,
 * bracket) are certain of their form; names and bare symbols are only candidates until the directory confirms them.
 */
import type { Token } from '../text/tokens.ts';
import { TokenMemo } from '../text/token-memo.ts';
import { indexAt, mayOpenIndexName } from './index-mentions.ts';
import type { LocalMention } from './local-mention.ts';
import { fundNameAt, isCamelName, nameAt } from './names.ts';
import { bracketAt, cashtagAt, exchangeAt, isContractWord, smallSymbolBeside, tickerWordAt, type Consumed } from './symbols.ts';
import { EXCHANGES } from './vocabulary/words.ts';

/**
 * Whether a mention may open with the token: a capital, a mark of explicit notation, an exchange, an index that needs no
 * capital; or stand beside it, where it names a contract. Everything else, four tokens of five, is asked nothing more.
 */
const MAY_OPEN = new TokenMemo((token) => token.capital || isCamelName(token) || isContractWord(token) || token.lower === '$' || token.lower === '(' || token.lower === '[' || EXCHANGES.has(token.lower) || mayOpenIndexName(token));

/**
 * All mentions of one block, left to right. `starts` holds the token indices that open a sentence; `consumed` tells
 * tokens that belong to metric phrases.
 */
export function scanMentions(tokens: readonly Token[], starts: ReadonlySet<number>, consumed: Consumed, isCell: boolean): LocalMention[] {
  const found: LocalMention[] = [];
  let i = 0;
  while (i < tokens.length) {
    if (!MAY_OPEN.of(tokens[i]!)) {
      i += 1;
      continue;
    }
    const next =
      cashtagAt(tokens, i) ?? exchangeAt(tokens, i) ?? fundNameAt(tokens, i, starts) ?? indexAt(tokens, i, isCell) ?? bracketAt(tokens, i, consumed) ?? tickerWordAt(tokens, i) ?? nameAt(tokens, i, starts, consumed, isCell) ??
      (isContractWord(tokens[i]!) ? smallSymbolBeside(tokens, i, found.at(-1)?.to ?? 0) : null);
    if (next === null) {
      i += 1;
    } else if (Array.isArray(next)) {
      found.push(...next);
      i = next.at(-1)!.to;
    } else {
      found.push(next);
      i = Math.max(i + 1, next.to);
    }
  }
  return found;
}
