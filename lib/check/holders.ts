/** Who has a symbol or a name, on the day of the article. */
import type { Mention } from '../detect/detection.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import { canonicalSymbol, isEverydayKey, isGeneralWord, nameKey } from '../market/names.ts';
import { isWellKnown, type NameStrength } from './confirm.ts';
import type { Directory } from './finding.ts';
import { nameWindows } from './name-windows.ts';

/** The symbol as written, and without the letters with which Reuters and Yahoo tell the market it trades in. */
export function symbolForms(symbol: string): string[] {
  const canonical = canonicalSymbol(symbol);
  const market = HOME_SUFFIX.exec(canonical);
  return market === null ? [canonical] : [canonical, canonical.slice(0, market.index)];
}

/** New York, Nasdaq, Arca, over the counter. Other letters are classes of share, or markets abroad. */
const HOME_SUFFIX = /\.(?:N|O|OQ|K|P|PK|Z)$/;

/** A directory asked by symbol and by name, for one article. */
export class Holders {
  readonly #directory: Directory;
  readonly #day: string | null;
  readonly #explicit: ReadonlySet<InstrumentId>;

  /** `explicit`: whom the article names by explicit notation; read anew at every question. */
  constructor(directory: Directory, day: string | null, explicit: ReadonlySet<InstrumentId>) {
    this.#directory = directory;
    this.#day = day;
    this.#explicit = explicit;
  }

  bySymbol(symbol: string): Instrument | null {
    for (const form of symbolForms(symbol)) {
      const found = this.#directory.bySymbol(form, this.#day);
      if (found !== null) return found;
    }
    return null;
  }

  /** The instrument of that name; share classes of one company count as one, others as ambiguous. */
  byName(text: string): { instrument: Instrument; strength: NameStrength } | null {
    const written = nameKey(text);
    for (const key of [written, nameKey(`${text}'s`)]) {
      const found = this.#directory.byNameKey(key);
      if (found.length === 0) continue;
      const first = preferred(found, this.#explicit, (symbol) => this.bySymbol(symbol));
      if (first === null) continue;
      // One word of a symbol list's formal name ("Hello" of Hello Group) was chosen by nobody. Of Meta Platforms the first
      // word is common, its alias Facebook is not.
      const isUnchecked = first.kind === 'stock' && !isWellKnown(first);
      const isCommon = (first.commonWord && nameKey(first.name).split(' ')[0] === key) || isEverydayKey(key) || key !== written;
      return { instrument: first, strength: key.includes(' ') ? 'sure' : isUnchecked ? 'listed' : isCommon ? 'word' : 'sure' };
    }
    return null;
  }

  /** Whom the name before a symbol names. */
  named(name: Mention, instrument: Instrument): 'same' | 'other' | 'nobody' {
    if (nameWindows(name).some((window) => this.byName(window.text)?.instrument.id === instrument.id)) return 'same';
    const words = new Set(nameKey(name.text).split(' '));
    // "MIT License (MIT)": the symbol's own letters prove nothing.
    words.delete(instrument.symbol?.toLowerCase() ?? '');
    const known = [instrument.name, ...instrument.aliases].flatMap((own) => nameKey(own).split(' '));
    return known.some((word) => word.length > 2 && words.has(word) && !isGeneralWord(word)) ? 'same' : 'other';
  }

  /** "Meta Platforms (NASDAQ: FB)": the name tells whose the symbol was. */
  formerHolder(name: Mention, symbol: string): Instrument | null {
    for (const window of nameWindows(name)) {
      const instrument = this.byName(window.text)?.instrument;
      if (instrument?.formerSymbols.some((former) => former.symbol === canonicalSymbol(symbol))) return instrument;
    }
    return null;
  }
}

/**
 * Of several instruments of one name: the one already named, the one that had the other's symbol on the article's day
 * (Bed Bath & Beyond before its name and symbol were Overstock's), the ordinary share of one issuer, else none.
 */
function preferred(found: readonly Instrument[], explicit: ReadonlySet<InstrumentId>, holderOf: (symbol: string) => Instrument | null): Instrument | null {
  if (found.length === 1) return found[0]!;
  const named = found.filter((instrument) => explicit.has(instrument.id));
  if (named.length === 1) return named[0]!;
  for (const { symbol, formerSymbols } of found) {
    const holder = symbol === null || formerSymbols.length === 0 ? null : holderOf(symbol);
    if (holder !== null && holder.symbol !== symbol && found.includes(holder)) return holder;
  }
  const stocks = found.filter((instrument) => instrument.kind === 'stock').toSorted(byClass);
  const [first] = stocks;
  if (first === undefined) return null;
  const root = (instrument: Instrument): string => nameKey(instrument.name).split(' ').slice(0, 2).join(' ');
  return stocks.every((other) => root(other) === root(first)) ? first : null;
}

/**
 * What is listed before what is gone, what is well known before what stands in a list, and share classes in an order of
 * their own, whatever order they were loaded in: LEN before LEN.B, BRK.B before BRK.A, GOOGL before GOOG.
 */
function byClass(a: Instrument, b: Instrument): number {
  const isGone = (instrument: Instrument): number => Number(instrument.formerSymbols.some(({ symbol }) => symbol === instrument.symbol));
  if (isGone(a) !== isGone(b)) return isGone(a) - isGone(b);
  const isKnown = (instrument: Instrument): number => Number(isWellKnown(instrument));
  if (isKnown(a) !== isKnown(b)) return isKnown(b) - isKnown(a);
  const isDotted = Number(a.id.includes('.')) - Number(b.id.includes('.'));
  return isDotted !== 0 ? isDotted : a.id < b.id ? 1 : -1;
}
