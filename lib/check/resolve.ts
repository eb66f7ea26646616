/**
 * Resolution: candidates to instruments, then the parties of each draft claim (`resolve-claim.ts`). Pure, over a directory that the caller has
 * loaded with what `directoryKeys` asks for. Ambiguity is never guessed away: a name that is an everyday word counts only
 * with other evidence.
 */
import type { Detection, Mention } from '../detect/detection.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import { METRICS } from '../market/metrics/index.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { canonicalSymbol, isEverydayKey, isGeneralWord, nameKey } from '../market/names.ts';
import { isWordSymbol } from '../market/word-symbols.ts';
import { confirmsExplicit, confirmsName, confirmsSymbol, isWellKnown, type NameStrength, type Surroundings } from './confirm.ts';
import { HOME_EXCHANGES } from '../detect/vocabulary/words.ts';
import type { Claim, Directory, ResolvedMention } from './finding.ts';
import { nameWindows, type NameWindow } from './name-windows.ts';
import { resolveClaim, type ResolvedMentions } from './resolve-claim.ts';

export interface Resolution {
  readonly mentions: readonly ResolvedMention[];
  readonly claims: readonly Claim[];
}

/** Keys of the directory that resolving this page may ask for. */
export interface DirectoryKeys {
  readonly ids: readonly InstrumentId[];
  readonly symbols: readonly string[];
  readonly nameKeys: readonly string[];
}

/** Everything that the directory must hold before `resolve` is called. */
export function directoryKeys(detection: Detection): DirectoryKeys {
  const ids = new Set<InstrumentId>();
  const symbols = new Set<string>();
  const keys = new Set<string>();
  for (const mention of detection.mentions) {
    if (mention.known !== null) ids.add(mention.known);
    if (mention.symbol !== null) for (const symbol of symbolForms(mention.symbol)) symbols.add(symbol);
    // As candidates are resolved: whatever has no symbol is looked up by name, an index outside the data too.
    if (mention.symbol === null) {
      for (const window of nameWindows(mention)) {
        keys.add(nameKey(window.text));
        keys.add(nameKey(`${window.text}'s`));
      }
    } else if (mention.notation === 'bare') {
      keys.add(nameKey(mention.symbol));
      keys.add(nameKey(`${mention.symbol}'s`));
    }
  }
  keys.delete('');
  return { ids: [...ids], symbols: [...symbols], nameKeys: [...keys] };
}

/** The symbol as written, and without the letters with which Reuters and Yahoo tell the market it trades in. */
function symbolForms(symbol: string): string[] {
  const canonical = canonicalSymbol(symbol);
  const market = HOME_SUFFIX.exec(canonical);
  return market === null ? [canonical] : [canonical, canonical.slice(0, market.index)];
}

/** New York, Nasdaq, Arca, over the counter. Other letters are classes of share, or markets abroad. */
const HOME_SUFFIX = /\.(?:N|O|OQ|K|P|PK|Z)$/;

/** Finds whom the mentions name and whom each claim is about. Claims about nobody in the directory are left out. */
export function resolve(detection: Detection, directory: Directory, metrics: readonly MetricSpec[] = METRICS): Resolution {
  const context = new Resolver(detection, directory);
  const mentions = context.mentions();
  const claims: Claim[] = [];
  for (const draft of detection.claims) {
    const claim = resolveClaim(draft, context, metrics);
    if (claim !== null) claims.push(claim);
  }
  return { mentions, claims };
}

class Resolver implements ResolvedMentions {
  readonly #detection: Detection;
  readonly #directory: Directory;
  readonly #byMention = new Map<number, ResolvedMention>();
  /** Names spelled out in this article, by their words, for the short forms that follow. */
  readonly #fullNames: { words: readonly string[]; instrument: Instrument }[] = [];
  /** Named by explicit notation. */
  readonly #explicit = new Set<InstrumentId>();
  /** Named by a name or symbol that is no everyday word. */
  readonly #named = new Set<InstrumentId>();
  /** Mentions whom a claim's figure is said of. */
  readonly #claimed: ReadonlySet<number>;
  /** Lists of securities by their first mention; null for what stands alone. */
  readonly #lists: readonly (number | null)[];
  readonly #certainLists = new Set<number>();

  constructor(detection: Detection, directory: Directory) {
    this.#detection = detection;
    this.#directory = directory;
    this.#claimed = new Set(detection.claims.flatMap((claim) => [...claim.subjects.slice(0, claim.isSubjectCertain ? 2 : 1), ...claim.componentMentions]));
    this.#lists = listsOf(detection.mentions);
    for (const mention of detection.mentions) this.#resolveExplicit(mention);
    this.#noteSymbolLists();
    // What is sure first, then what only the company of others makes sure.
    for (let round = 0; round < 2; round += 1) {
      for (const mention of detection.mentions) if (!this.#byMention.has(mention.id)) this.#resolveCandidate(mention);
    }
    for (const mention of detection.mentions) if (!this.#byMention.has(mention.id)) this.#resolveShortForm(mention);
  }

  instrument(id: number): Instrument | null {
    return this.#byMention.get(id)?.instrument ?? null;
  }

  mention(id: number): Mention | null {
    return this.#detection.mentions[id] ?? null;
  }

  mentions(): ResolvedMention[] {
    return [...this.#byMention.values()].sort((a, b) => a.mention.span.start - b.mention.span.start);
  }

  #set(mention: Mention, instrument: Instrument, part: NameWindow | null = null): void {
    const isPart = part !== null && (part.start > 0 || part.end < mention.text.length);
    const placed = isPart ? { ...mention, text: part.text, span: { start: mention.span.start + part.start, end: mention.span.start + part.end } } : mention;
    this.#byMention.set(mention.id, { mention: placed, instrument });
    const list = this.#lists[mention.id] ?? null;
    if (list !== null && instrument.kind !== 'index' && isWellKnown(instrument)) this.#certainLists.add(list);
  }

  #bySymbol(symbol: string): Instrument | null {
    for (const form of symbolForms(symbol)) {
      const found = this.#directory.bySymbol(form, this.#detection.published);
      if (found !== null) return found;
    }
    return null;
  }

  #surroundings(mention: Mention, instrument: Instrument): Surroundings {
    const { topic, words } = this.#detection;
    const list = this.#lists[mention.id] ?? null;
    return {
      topic, words, isClaimed: this.#claimed.has(mention.id), isKnownHere: this.#explicit.has(instrument.id) || this.#named.has(instrument.id),
      isListed: list !== null && this.#certainLists.has(list),
    };
  }

  /** Index names, cashtags, exchange-qualified and bracketed symbols: the notation itself is most of the evidence. */
  #resolveExplicit(mention: Mention): void {
    if (mention.known !== null) {
      const instrument = this.#directory.byId(mention.known);
      if (instrument !== null && (mention.evidence === 'strong' || this.#detection.topic.market !== 'none')) this.#set(mention, instrument);
      return;
    }
    if (mention.symbol === null || mention.evidence !== 'strong') return;
    if (mention.exchange !== null && !HOME_EXCHANGES.has(mention.exchange)) return;
    const before = this.#nameBefore(mention);
    const former = before === null ? null : this.#formerHolder(before, mention.symbol);
    const instrument = former ?? this.#bySymbol(mention.symbol);
    if (instrument === null) return;
    if (!confirmsExplicit(mention, this.#surroundings(mention, instrument), before === null ? 'nobody' : this.#holderNamed(before, instrument))) return;
    this.#set(mention, instrument);
    this.#explicit.add(instrument.id);
    // "Brinker International (NYSE: EAT)": the bracket says what the name means, in the directory or not.
    if (before !== null) this.#fullNames.push({ words: nameKey(before.text).split(' '), instrument });
  }

  /** The name that a symbol stands behind. */
  #nameBefore(mention: Mention): Mention | null {
    const previous = this.#detection.mentions[mention.id - 1];
    const isNear = previous !== undefined && mention.span.start - previous.span.end <= 24 && mention.notation !== 'cashtag';
    return isNear && previous.notation === 'name' ? previous : null;
  }

  /** Whom the name before a symbol names. */
  #holderNamed(name: Mention, instrument: Instrument): 'same' | 'other' | 'nobody' {
    if (nameWindows(name).some((window) => this.#byName(window.text)?.instrument.id === instrument.id)) return 'same';
    const words = new Set(nameKey(name.text).split(' '));
    // "MIT License (MIT)": the symbol's own letters prove nothing.
    words.delete(instrument.symbol?.toLowerCase() ?? '');
    const known = [instrument.name, ...instrument.aliases].flatMap((own) => nameKey(own).split(' '));
    return known.some((word) => word.length > 2 && words.has(word) && !isGeneralWord(word)) ? 'same' : 'other';
  }

  /** "Meta Platforms (NASDAQ: FB)": the name tells whose the symbol was. */
  #formerHolder(name: Mention, symbol: string): Instrument | null {
    for (const window of nameWindows(name)) {
      const instrument = this.#byName(window.text)?.instrument;
      if (instrument?.formerSymbols.some((former) => former.symbol === canonicalSymbol(symbol))) return instrument;
    }
    return null;
  }

  /** Three well-known symbols in a row are a list of securities wherever they stand. */
  #noteSymbolLists(): void {
    const counts = new Map<number, number>();
    for (const mention of this.#detection.mentions) {
      const list = this.#lists[mention.id] ?? null;
      if (list === null || mention.symbol === null || isWordSymbol(mention.symbol)) continue;
      const instrument = this.#bySymbol(mention.symbol);
      if (instrument !== null && isWellKnown(instrument)) counts.set(list, (counts.get(list) ?? 0) + 1);
    }
    for (const [list, count] of counts) if (count >= 3) this.#certainLists.add(list);
  }

  #resolveCandidate(mention: Mention): void {
    if (mention.known !== null) return;
    if (mention.symbol !== null) {
      if (mention.evidence !== 'strong') this.#resolveBareSymbol(mention);
      return;
    }
    for (const window of nameWindows(mention)) {
      const found = this.#byName(window.text);
      if (found === null) continue;
      const { instrument } = found;
      if (!confirmsName(mention, found.strength, this.#surroundings(mention, instrument))) continue;
      this.#set(mention, instrument, window);
      if (found.strength === 'sure') this.#named.add(instrument.id);
      this.#fullNames.push({ words: nameKey(instrument.name).split(' '), instrument });
      return;
    }
  }

  /** The instrument of that name; share classes of one company count as one, others as ambiguous. */
  #byName(text: string): { instrument: Instrument; strength: NameStrength } | null {
    const written = nameKey(text);
    for (const key of [written, nameKey(`${text}'s`)]) {
      const found = this.#directory.byNameKey(key);
      if (found.length === 0) continue;
      const first = preferred(found, this.#explicit);
      if (first === null) continue;
      // One word of a symbol list's formal name ("Hello" of Hello Group) was chosen by nobody. Of Meta Platforms the first
      // word is common, its alias Facebook is not.
      const isUnchecked = first.kind === 'stock' && !isWellKnown(first);
      const isCommon = (first.commonWord && nameKey(first.name).split(' ')[0] === key) || isEverydayKey(key) || key !== written;
      return { instrument: first, strength: key.includes(' ') ? 'sure' : isUnchecked ? 'listed' : isCommon ? 'word' : 'sure' };
    }
    return null;
  }

  #resolveBareSymbol(mention: Mention): void {
    const symbol = mention.symbol!;
    const instrument = this.#bySymbol(symbol);
    if (instrument === null) {
      // Upper-case company names ("IBM", "NVIDIA", "UPS") are names; most are symbols too.
      const named = this.#byName(symbol);
      const strength = named?.strength === 'sure' && isWordSymbol(symbol) ? 'word' : named?.strength;
      if (named !== null && confirmsName(mention, strength!, this.#surroundings(mention, named.instrument))) this.#set({ ...mention, notation: 'name' }, named.instrument);
      return;
    }
    if (!confirmsSymbol(mention, instrument, this.#surroundings(mention, instrument))) return;
    this.#set(mention, instrument);
    if (!isWordSymbol(symbol)) this.#named.add(instrument.id);
  }

  /** "Super Micro" after "Super Micro Computer", "Brinker" after "Brinker International (NYSE: EAT)". */
  #resolveShortForm(mention: Mention): void {
    if (mention.notation !== 'name') return;
    for (const window of nameWindows(mention)) {
      const words = nameKey(window.text).split(' ');
      const found = this.#fullNames.find((name) => words.length <= name.words.length && words.every((word, index) => word === name.words[index]));
      if (found === undefined) continue;
      const [word = ''] = words;
      if (words.length === 1 && (word.length < 3 || isGeneralWord(word) || (isEverydayKey(word) && mention.sentenceStart && mention.evidence === 'none'))) continue;
      this.#set(mention, found.instrument, window);
      return;
    }
  }
}

/** For each mention the first of the list it stands in, or null. */
function listsOf(mentions: readonly Mention[]): (number | null)[] {
  return mentions.map((mention, at) => {
    if (!mention.joinsPrevious) return mentions[at + 1]?.joinsPrevious === true ? at : null;
    let first = at;
    while (mentions[first]!.joinsPrevious) first -= 1;
    return first;
  });
}

/** Of several instruments of one name: the one already named, the ordinary share of one issuer, else none. */
function preferred(found: readonly Instrument[], explicit: ReadonlySet<InstrumentId>): Instrument | null {
  if (found.length === 1) return found[0]!;
  const named = found.filter((instrument) => explicit.has(instrument.id));
  if (named.length === 1) return named[0]!;
  const stocks = found.filter((instrument) => instrument.kind === 'stock').toSorted(byClass);
  const [first] = stocks;
  if (first === undefined) return null;
  const root = (instrument: Instrument): string => nameKey(instrument.name).split(' ').slice(0, 2).join(' ');
  return stocks.every((other) => root(other) === root(first)) ? first : null;
}

/** Share classes in an order of their own, whatever order they were loaded in: LEN before LEN.B, BRK.B before BRK.A, GOOGL before GOOG. */
function byClass(a: Instrument, b: Instrument): number {
  const isDotted = Number(a.id.includes('.')) - Number(b.id.includes('.'));
  return isDotted !== 0 ? isDotted : a.id < b.id ? 1 : -1;
}
