import { TokenMemo } from '../../text/token-memo.ts';
import type { Token } from '../../text/tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Words without which a sentence makes no claim of a kind. Such claims have no figure to start from, so that every sentence
 * would have to be searched for each of them; one look at each word tells it for all.
 */
const WORDS = {
  rebuild: words('rebuilds rebuild reshuffles remakes overhauls reconstituted reconstitutes reconstitution reconstitute rebuilt rebalanced rebalance rebalances reshuffled reshuffle reconstituting'),
  profit: words('profitable profits profit profitability earnings'),
  launch: words('created launched introduced began established debuted inception started dates founded'),
  run: words('straight consecutive successive running row many each every'),
  extreme: words('best strongest biggest largest worst weakest'),
  dearer: words('cheaper expensive dearer pricier'),
} as const satisfies Record<string, ReadonlySet<string>>;

export type SignKind = keyof typeof WORDS;

const KINDS = Object.keys(WORDS) as SignKind[];

/** One bit a kind. */
export const SIGNS = Object.fromEntries(KINDS.map((kind, place) => [kind, 1 << place])) as Readonly<Record<SignKind, number>>;

const SIGNS_OF = new TokenMemo(({ lower }) => KINDS.reduce((bits, kind) => (WORDS[kind].has(lower) ? bits | SIGNS[kind] : bits), 0));

/** The kinds that the word is a sign of, as bits. */
export function signsOf(token: Token): number {
  return SIGNS_OF.of(token);
}

export function isSign(token: Token, kind: SignKind): boolean {
  return (SIGNS_OF.of(token) & SIGNS[kind]) !== 0;
}
