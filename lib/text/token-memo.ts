import { TOKEN_SLOTS, type Token } from './tokens.ts';

/**
 * A function of a token, remembered for every word that is met again: what a word is does not depend on where it stands.
 * Holds no more than there are slots for words, and takes an array's look-up where a set of words takes a hash.
 */
export class TokenMemo<T> {
  readonly #compute: (token: Token) => T;
  readonly #tokens: (Token | undefined)[] = Array.from({ length: TOKEN_SLOTS });
  readonly #values: (T | undefined)[] = Array.from({ length: TOKEN_SLOTS });

  constructor(compute: (token: Token) => T) {
    this.#compute = compute;
  }

  of(token: Token): T {
    const { slot } = token;
    if (slot < 0) return this.#compute(token);
    // The slot may have been another word's since.
    if (this.#tokens[slot] !== token) {
      this.#values[slot] = this.#compute(token);
      this.#tokens[slot] = token;
    }
    return this.#values[slot] as T;
  }
}
