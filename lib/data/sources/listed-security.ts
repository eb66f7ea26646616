/** What the symbol lists have in common: names of securities cleaned to names of companies, one instrument a symbol. */
import type { Instrument, InstrumentKind } from '../../market/instrument.ts';
import { isEverydayKey, nameKey } from '../../market/names.ts';
import { listedSymbol } from '../../market/symbols.ts';

/** One line of a symbol list. */
export interface ListedSecurity {
  /** As the list prints it. */
  readonly symbol: string;
  readonly name: string;
  readonly exchange: string | null;
  readonly kind: InstrumentKind;
}

/**
 * Endings that name the security and not its issuer. One alternative a line, each with a name that has it.
 */
const SECURITY_ENDINGS: readonly RegExp[] = [
  // "Alphabet Inc. - Class C Capital Stock", "Alcoa Corporation Common Stock"
  /[\s,-]{1,9}(?:(?:class|series) [a-z] )?(?:common|capital|ordinary|voting|non-voting|subordinate voting) (?:stock|shares?)$/i,
  // "Acadia Realty Trust Common Shares of Beneficial Interest"
  /[\s,-]{1,9}(?:common )?shares of beneficial interest$/i,
  // "Alibaba Group Holding Limited American Depositary Shares each representing eight Ordinary share"
  /[\s,-]{1,9}(?:sponsored )?american deposit[ao]ry (?:shares?|receipts?)(?:,? \(?(?:each )?represent[^|]{0,80})?$/i,
  // "Energy Transfer LP Common Units representing limited partner interests"
  /[\s,-]{1,9}common units(?: representing limited partner(?:ship)? interests?)?$/i,
  // "Berkshire Hathaway Inc. Class B", "Lennar Corporation Class A"
  /[\s,-]{1,9}class [a-z]$/i,
  // "Sony Group Corporation - ADS"
  /[\s,-]{1,9}ad[rs]s?$/i,
  // "Coca-Cola Company (The)", "AGCO Corporation (DE)", "Fox Corporation (New)"
  /\s\((?:the|new|[a-z]{2})\)$/i,
  // "BANK OF AMERICA CORP /DE/", "TOYOTA MOTOR CORP/", "COSTCO WHOLESALE CORP /NEW", "US BANCORP \DE\"; but "InBev SA/NV" stays
  /(?:\s[/\\]\s?[a-z]{2,3}[/\\]?|\/(?:[a-z]{2,3}\/?)?)$/i,
];

/** Legal forms that hold a slash of their own. */
const SLASHED_FORM = /\b(?:sa\/nv|a\/s|s\/a)$/i;

/**
 * The issuer's or fund's name out of the name of a security: kind and class of share, depositary wording, and the
 * state that SEC adds to tell companies apart are dropped; the legal form stays. What is no such ending (rights,
 * warrants, a preferred series) stays, so that these never take the company's name.
 */
export function issuerName(securityName: string): string {
  let name = securityName.replace(/\s+/g, ' ').trim();
  for (;;) {
    const before = name;
    for (const ending of SECURITY_ENDINGS) {
      if (SLASHED_FORM.test(name)) break;
      name = name.replace(ending, '');
    }
    if (name === before || name === '') break;
  }
  return name === '' ? securityName.trim() : name;
}

/** A company whose whole name is one everyday word and its legal form: "Target Corp", "The Gap, Inc.". */
const WORD_AND_FORM =
  /^(?:the )?([a-z]+)(?: (?:inc|incorporated|corp|corporation|company|co|ltd|limited|plc|nv|sa|holdings?|group|lp|llc))*$/;

function isCommonWord(key: string): boolean {
  const word = WORD_AND_FORM.exec(key)?.[1];
  return word !== undefined && isEverydayKey(word);
}

/** Gathers instruments out of the lines of a list. */
export class SecurityList {
  readonly #instruments = new Map<string, Instrument>();
  readonly #named = new Set<string>();

  /**
   * Takes one line. A symbol that comes twice counts once. Only the first security of an issuer has the plain name, so
   * that a name finds the main listing; the others have their symbol added ("Alphabet Inc. (GOOGL)").
   */
  add(security: ListedSecurity): void {
    const symbol = listedSymbol(security.symbol);
    if (symbol === '' || this.#instruments.has(symbol)) return;
    const issuer = issuerName(security.name);
    const key = nameKey(issuer);
    const isFirst = !this.#named.has(key);
    this.#named.add(key);
    this.#instruments.set(symbol, {
      ...UNKNOWN,
      id: symbol,
      kind: security.kind,
      symbol,
      name: isFirst ? issuer : `${issuer} (${symbol})`,
      exchange: security.exchange,
      commonWord: isFirst && isCommonWord(key),
    });
  }

  /** In the order of the list. */
  get instruments(): Instrument[] {
    return [...this.#instruments.values()];
  }
}

/** What a symbol list does not say. */
const UNKNOWN = { aliases: [], sector: null, tracks: null, formerSymbols: [] } as const;

/** One instrument a symbol. */
export function instrumentsOf(securities: Iterable<ListedSecurity>): Instrument[] {
  const list = new SecurityList();
  for (const security of securities) list.add(security);
  return list.instruments;
}

/** Names are cleaned with a dozen patterns each: so many lines take a few milliseconds. */
const STEP = 2000;

/** The same, letting others go first now and then. */
export async function instrumentsInSteps(securities: readonly ListedSecurity[], pause: () => Promise<void>): Promise<Instrument[]> {
  const list = new SecurityList();
  for (const [at, security] of securities.entries()) {
    if (at % STEP === 0) await pause();
    list.add(security);
  }
  return list.instruments;
}

/** A fund of which a list gives nothing but the symbol. */
export function unnamedFund(symbol: string): Instrument {
  return { ...UNKNOWN, id: symbol, kind: 'fund', symbol, name: `${symbol} fund`, exchange: null, commonWord: false };
}

/** Funds that a list without a fund flag shows by name: "SPDR S&P 500 ETF TRUST", "iPath … ETN". */
export function isFundName(name: string): boolean {
  return /\b(?:etfs?|etns?|exchange[- ]traded fund)\b/i.test(name);
}
