import type { Mention, Notation } from './detection.ts';

/** A mention still tied to the tokens of its block. */
export interface LocalMention {
  readonly from: number;
  readonly to: number;
  readonly notation: Notation;
  readonly known: string | null;
  readonly symbol: string | null;
  readonly exchange: string | null;
  readonly evidence: Mention['evidence'];
  readonly sentenceStart: boolean;
}

export function make(from: number, to: number, notation: Notation, rest: Partial<LocalMention>): LocalMention {
  return { from, to, notation, known: null, symbol: null, exchange: null, evidence: 'none', sentenceStart: false, ...rest };
}
