/**
 * Symbols that the directory does not have, though their notation says what they are: listed since, traded over the
 * counter only, or abroad. They are shown as what they are, symbols of which nothing is on record, and lend themselves to
 * nobody else: "$PLUG.CN" is not Plug Power.
 */
import type { Mention, Topic } from '../detect/detection.ts';
import type { Instrument } from '../market/instrument.ts';
import { nameKey } from '../market/names.ts';
import { isWordSymbol } from '../market/word-symbols.ts';

/** Coins and currencies, which are written with a dollar sign too. */
const MONEY = new Set(
  'BTC ETH XRP DOGE SOL ADA SHIB PEPE LTC BNB AVAX MATIC USDT USDC BCH XLM HBAR XMR TRX ALGO BONK WIF FLOKI USD EUR GBP JPY CAD AUD NZD CHF CNY INR MXN BRL HKD SGD DXY'.split(' '),
);

/** Words that end the name of a company or fund. */
const NAME_ENDINGS = new Set(
  ('inc corp corporation company co ltd limited plc holdings group etf fund trust technologies technology pharmaceuticals therapeutics biosciences biotech bio energy resources mining minerals gold silver lithium uranium metals partners ' +
    'capital financial bancorp systems networks semiconductor industries brands entertainment interactive motors aerospace').split(' '),
);

/** Uses of bare letters that nobody lists, in a forum, until they are taken for a symbol. */
const USES = 2;

/** An instrument of which only the symbol is known. The name is not taken from the page. */
export function unlistedInstrument(symbol: string, exchange: string | null): Instrument {
  return { id: symbol, kind: 'stock', symbol, name: symbol, aliases: [], exchange, sector: null, tracks: null, formerSymbols: [], commonWord: false };
}

/** True for what `unlistedInstrument` made. */
export function isUnlisted({ kind, symbol, name, sector }: Instrument): boolean {
  return kind === 'stock' && symbol === name && sector === null;
}

/** Whether an explicit notation names a security although no list has the symbol. `before`: the name that it stands behind. */
export function isUnlistedSymbol(mention: Mention, topic: Topic, before: Mention | null): boolean {
  const letters = baseOf(mention.symbol!);
  if (topic.market === 'none' || letters.length < 2 || MONEY.has(letters)) return false;
  if (mention.notation === 'exchange') return true;
  if (topic.market === 'some' && !topic.isForum) return false;
  // Letters and a market ("PLUG.CN") are no word.
  const isAbroad = mention.symbol!.includes('.');
  if (isWordSymbol(letters) && !isAbroad) return false;
  if (mention.notation === 'cashtag') return mention.text === mention.text.toUpperCase();
  if (isAbroad) return topic.isForum;
  return before !== null && isNameOf(before.text, letters);
}

/** "Quantum Emotion Corp. (QNC)", "Velo3D (VELO)", but not "Rapid Production Solutions (RPS)": initials shorten anything. */
function isNameOf(name: string, letters: string): boolean {
  const words = nameKey(name).split(' ');
  const wanted = letters.toLowerCase();
  if (words.map((word) => word[0]).join('').endsWith(wanted)) return false;
  if (words.some((word) => NAME_ENDINGS.has(word))) return true;
  let at = 0;
  for (const char of words.join('')) if (char === wanted[at]) at += 1;
  return words[0]![0] === wanted[0] && at === wanted.length;
}

/**
 * Bare letters in a forum that no list has and that are no word: a symbol when they come again, or with a price, and at
 * one place are bought, sold or held.
 */
export function areUnlistedUses(uses: readonly Mention[], topic: Topic): boolean {
  const [first] = uses;
  if (first === undefined || !topic.isForum || topic.market === 'none') return false;
  const symbol = first.symbol!;
  if (symbol.length < 4 || MONEY.has(symbol) || isWordSymbol(symbol)) return false;
  return uses.length >= USES && uses.some(({ evidence }) => evidence === 'trade');
}

/** The letters before a class of share or a market. */
export function baseOf(symbol: string): string {
  const dot = symbol.indexOf('.');
  return dot < 0 ? symbol : symbol.slice(0, dot);
}
