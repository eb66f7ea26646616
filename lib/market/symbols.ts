/**
 * Notations of symbols. Inside there is one: the dot for a class of share (`BRK.B`), and for what is no common share
 * `ABR-PD` (a preferred series), `AAM.U` (units), `AAM.W` (warrants), `CELG.R` (rights).
 */
import { canonicalSymbol } from './names.ts';

/** What the SEC writes behind a dash for what the exchanges write with a dot. */
const SEC_ENDINGS: Readonly<Record<string, string>> = { UN: '.U', WT: '.W', RI: '.R' };

/**
 * A symbol as a list prints it, in the one notation: `BRK-B` (SEC, Yahoo), `BRK/B` (press) and `BRK B` (Bloomberg) are
 * `BRK.B`; `ABR$D` (NYSE), `ABR PRD` and `ABR.PRD` (brokers) are `ABR-PD`, the SEC's form; a preferred share without
 * series is `TY-P`.
 */
export function listedSymbol(text: string): string {
  const symbol = canonicalSymbol(text.trim().replace(/[\s.]+/g, '.'));
  const preferred = /^([A-Z]+)(?:\$|\.PR\.?|[.-]P)([A-Z]?)$/.exec(symbol);
  if (preferred !== null) return `${preferred[1] ?? ''}-P${preferred[2] ?? ''}`;
  return symbol.replace(/-(UN|WT|RI)$/, (dashed, ending: string) => SEC_ENDINGS[ending] ?? dashed);
}

/**
 * The listed symbol that a holdings file means. iShares runs the class of share into the symbol ("BRKB" for `BRK.B`),
 * and only the lists can tell that from a symbol that ends so ("RUSHA", "GOOGL"): a symbol that is listed as it stands is
 * never split.
 *
 * @param isListed Whether a symbol, in the one notation, is on the lists.
 * @returns null when it is listed in no notation: delisted since, unlisted, foreign, or no symbol at all ("-").
 */
export function joinSymbol(printed: string, isListed: (symbol: string) => boolean): string | null {
  const symbol = listedSymbol(printed);
  const forms = [
    symbol,
    symbol.replace(/^([A-Z]{1,5})([A-Z])$/, '$1.$2'),
    // Nasdaq writes a preferred series like a class of share: "ABR-D".
    symbol.replace(/^([A-Z]{1,5})\.([A-Z])$/, '$1-P$2'),
  ];
  return forms.find(isListed) ?? null;
}
