/**
 * Whether a candidate that the directory knows is meant as that security. The letters alone never decide: what the page
 * is about, how it is written, the notation, and what stands around the words do.
 */
import type { Mention, Topic } from '../detect/detection.ts';
import type { Instrument } from '../market/instrument.ts';
import { KNOWN_FUND_SYMBOLS } from '../market/families.ts';
import { isWordSymbol } from '../market/word-symbols.ts';

/** What is known of one mention beside its own words. */
export interface Surroundings {
  readonly topic: Topic;
  /** Words of the page. */
  readonly words: number;
  /** A claim's figure is said of it. */
  readonly isClaimed: boolean;
  /** Named elsewhere on the page by explicit notation, or by a name that is no everyday word. */
  readonly isKnownHere: boolean;
  /** In a list with securities that are certain, or in one of several symbols. */
  readonly isListed: boolean;
}

/**
 * How surely a name is one: `sure`; `word`, an everyday word too ("Target", "Gap"); `listed`, one word of a formal name
 * that stands only in a list of symbols.
 */
export type NameStrength = 'sure' | 'word' | 'listed';

/** Texts of this many words, a headline or a message, need not tell what they are about. */
const SHORT = 30;
/** Up to this many words a claim's figure tells that a security is meant, whatever the rest is about. */
const CLAIM_TELLS = 60;

/** The project's own directory, with sector, index or aliases: somebody chose it. Lists of symbols hold every name there is. */
export function isWellKnown(instrument: Instrument): boolean {
  return instrument.sector !== null || instrument.tracks !== null || instrument.aliases.length > 0 || isKnownFund(instrument);
}

function isKnownFund({ kind, symbol }: Instrument): boolean {
  return kind === 'fund' && symbol !== null && KNOWN_FUND_SYMBOLS.has(symbol);
}

/**
 * Cashtags, exchange-qualified and bracketed symbols, Reuters codes. `holder`: whether the name before the bracket is
 * that instrument's, another's, or there is none.
 */
export function confirmsExplicit(mention: Mention, { topic, words }: Surroundings, holder: 'same' | 'other' | 'nobody'): boolean {
  if (mention.notation === 'exchange' || holder === 'same') return true;
  const isWord = isWordSymbol(mention.symbol!);
  if (mention.notation === 'cashtag') {
    // "$path" and "$Ref" are code, or a writer of the trade in a hurry.
    if (mention.text !== mention.text.toUpperCase()) return topic.market === 'clear' || (topic.isForum && topic.market === 'some');
    return topic.market === 'clear' || topic.isForum || (!isWord && (topic.market === 'some' || words <= SHORT));
  }
  // "(C)", "(A)": a mark or a point of a list. "Cryptographic Message Syntax (CMS)": what the name says shortened.
  if (mention.symbol!.length === 1 || (isWord && holder === 'other')) return false;
  return topic.market === 'clear' || (!isWord && holder === 'nobody' && (topic.market === 'some' || words <= SHORT));
}

/** Names. */
export function confirmsName(mention: Mention, strength: NameStrength, { topic, words, isClaimed, isKnownHere, isListed }: Surroundings): boolean {
  if (isKnownHere) return true;
  const isTraded = mention.evidence === 'trade';
  if (topic.market === 'none' && !(topic.isForum && isTraded)) return isClaimed && words <= CLAIM_TELLS;
  if (strength === 'listed') return isTraded;
  // Forums name securities by symbol; "posted it on Twitter" and "behind the Wendy's" name no investment.
  if (topic.isForum) return isTraded || isClaimed;
  return strength === 'sure' || mention.evidence !== 'none' || isClaimed || isListed;
}

/** Bare symbols. */
export function confirmsSymbol(mention: Mention, instrument: Instrument, { topic, words, isClaimed, isKnownHere, isListed }: Surroundings): boolean {
  if (isKnownHere) return true;
  const symbol = mention.symbol!;
  const { evidence } = mention;
  if (topic.market === 'none') {
    if (isWordSymbol(symbol)) return topic.isForum && isWellKnown(instrument) && evidence === 'trade';
    if (!isWellKnown(instrument)) return false;
    if (evidence === 'trade' && (topic.isForum || words <= CLAIM_TELLS)) return true;
    return words <= CLAIM_TELLS && (isClaimed || isListed || (words <= SHORT && symbol.length >= 4));
  }
  if (isWordSymbol(symbol)) return isWellKnown(instrument) && (evidence === 'trade' || (isClaimed && (evidence !== 'none' || instrument.kind === 'fund')));
  const isClear = topic.market === 'clear';
  if (!isWellKnown(instrument)) return evidence === 'trade' || (isClear && (evidence !== 'none' || isListed));
  return isClear || isClaimed || isListed || evidence !== 'none' || symbol.length >= 4 || isKnownFund(instrument);
}
