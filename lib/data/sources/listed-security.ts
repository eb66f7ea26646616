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
  /[\s,-]+(?:(?:class|series) [a-z] )?(?:common|capital|ordinary|voting|non-voting|subordinate voting) (?:stock|shares?)$/i,
  // "Acadia Realty Trust Common Shares of Beneficial Interest"
  /[\s,-]+(?:common )?shares of beneficial interest$/i,
  // "Alibaba Group Holding Limited American Depositary Shares each representing eight Ordinary share"
  /[\s,-]+(?:sponsored )?american deposit[ao]ry (?:shares?|receipts?)(?:,? \(?(?:each )?represent[^|]{0,80})?$/i,
  // "Energy Transfer LP Common Units representing limited partner interests"
  /[\s,-]+common units(?: representing limited partner(?:ship)? interests?)?$/i,
  // "Berkshire Hathaway Inc. Class B", "Lennar Corporation Class A"
  /[\s,-]+class [a-z]$/i,
  // "Sony Group Corporation - ADS"
  /[\s,-]+ad[rs]s?$/i,
  // "Coca-Cola Company (The)", "AGCO Corporation (DE)", "Fox Corporation (New)"
  /\s+\((?:the|new|[a-z]{2})\)$/i,
  // "BANK OF AMERICA CORP /DE/", "TOYOTA MOTOR CORP/", "COSTCO WHOLESALE CORP /NEW", "US BANCORP \DE\"; but "InBev SA/NV" stays
  /(?:\s+[/\\]\s?[a-z]{2,3}[/\\]?|\/(?:[a-z]{2,3}\/?)?)$/i,
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

function isCommonWord(name: string): boolean {
  const word = WORD_AND_FORM.exec(nameKey(name))?.[1];
  return word !== undefined && isEverydayKey(word);
}

/**
 * One instrument a symbol; a symbol that comes twice counts once. Only the first security of an issuer has the plain
 * name, so that a name finds the main listing; the others have their symbol added ("Alphabet Inc. (GOOGL)").
 */
export function instrumentsOf(securities: Iterable<ListedSecurity>): Instrument[] {
  const instruments = new Map<string, Instrument>();
  const named = new Set<string>();
  for (const security of securities) {
    const symbol = listedSymbol(security.symbol);
    if (symbol === '' || instruments.has(symbol)) continue;
    const issuer = issuerName(security.name);
    const key = nameKey(issuer);
    const isFirst = !named.has(key);
    named.add(key);
    instruments.set(symbol, {
      id: symbol,
      kind: security.kind,
      symbol,
      name: isFirst ? issuer : `${issuer} (${symbol})`,
      aliases: [],
      exchange: security.exchange,
      sector: null,
      tracks: null,
      formerSymbols: [],
      commonWord: isFirst && isCommonWord(issuer),
    });
  }
  return [...instruments.values()];
}

/** Funds that a list without a fund flag shows by name: "SPDR S&P 500 ETF TRUST", "iPath … ETN". */
export function isFundName(name: string): boolean {
  return /\b(?:etfs?|etns?|exchange[- ]traded fund)\b/i.test(name);
}
