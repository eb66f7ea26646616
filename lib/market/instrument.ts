/**
 * The domain room: instruments, metrics, observations, level series. Pure; imports `text` only. Knows nothing of pages,
 * storage or the network.
 */

/**
 * Canonical name of an instrument: the symbol with a dot for share classes (`BRK.B`), or `INDEX:` and an upper-case
 * name (`INDEX:RUSSELL2000`).
 */
export type InstrumentId = string;

export type InstrumentKind = 'stock' | 'fund' | 'index' | 'group';

/** A security or index that can be quoted, or a named group of securities (`INDEX:MAG7`). */
export interface Instrument {
  readonly id: InstrumentId;
  readonly kind: InstrumentKind;
  /** Symbol as printed, dot form; null for an index without a common symbol. */
  readonly symbol: string | null;
  readonly name: string;
  /** Other usual names, without those that `nameKeys` derives by itself (legal form dropped and the like). */
  readonly aliases: readonly string[];
  /** Operating market identifier (ISO 10383), for example `XNAS`, `XNYS`, `ARCX`; null when unknown. */
  readonly exchange: string | null;
  /** GICS sector; null for funds and indices. */
  readonly sector: string | null;
  /** For a fund: the index it tracks. */
  readonly tracks: InstrumentId | null;
  /** Symbols of the past with the last day they were in force. */
  readonly formerSymbols: readonly { readonly symbol: string; readonly until: string }[];
  /**
   * True when the name or symbol is also an everyday word ("Target", "Gap", "ALL"): a bare use counts only with other
   * evidence in the article.
   */
  readonly commonWord: boolean;
}
