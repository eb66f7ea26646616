/**
 * Resolution: candidates to instruments, then the parties of each draft claim (`resolve-claim.ts`). Pure, over a directory that the caller has
 * loaded with what `directoryKeys` asks for. Ambiguity is never guessed away: a name that is an everyday word counts only
 * with other evidence.
 */
import type { Detection, Mention } from '../detect/detection.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import { METRICS } from '../market/metrics/index.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { canonicalSymbol, isEverydayKey, isGeneralWord, isLegalForm, nameKey } from '../market/names.ts';
import { isWordSymbol } from '../market/word-symbols.ts';
import { confirmsExplicit, confirmsName, confirmsSymbol, isWellKnown, type Surroundings } from './confirm.ts';
import { HOME_EXCHANGES } from '../detect/vocabulary/words.ts';
import type { Claim, Directory, ResolvedMention } from './finding.ts';
import { Holders, symbolForms } from './holders.ts';
import { nameWindows, type NameWindow } from './name-windows.ts';
import { resolveClaim, type ResolvedMentions } from './resolve-claim.ts';
import { areUnlistedUses, baseOf, isUnlistedSymbol, unlistedInstrument } from './unlisted.ts';

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
  readonly #holders: Holders;
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
  /** Symbols that no list has, and the letters before the market of those that trade abroad. */
  readonly #unlisted = new Map<string, Instrument>();

  constructor(detection: Detection, directory: Directory) {
    this.#detection = detection;
    this.#directory = directory;
    this.#holders = new Holders(directory, detection.published, this.#explicit);
    this.#claimed = new Set(detection.claims.flatMap((claim) => [...claim.subjects.slice(0, claim.isSubjectCertain ? 2 : 1), ...claim.componentMentions]));
    this.#lists = listsOf(detection.mentions);
    for (const mention of detection.mentions) this.#resolveExplicit(mention);
    this.#noteSymbolLists();
    this.#noteUnlistedUses();
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
    const former = before === null ? null : this.#holders.formerHolder(before, mention.symbol);
    const instrument = former ?? this.#holders.bySymbol(mention.symbol);
    if (instrument === null) {
      this.#resolveUnlisted(mention, before);
      return;
    }
    if (!confirmsExplicit(mention, this.#surroundings(mention, instrument), before === null ? 'nobody' : this.#holders.named(before, instrument))) return;
    this.#set(mention, instrument);
    this.#explicit.add(instrument.id);
    // "Brinker International (NYSE: EAT)": the bracket says what the name means, in the directory or not.
    if (before !== null) this.#noteFullName(before, instrument);
  }

  #resolveUnlisted(mention: Mention, before: Mention | null): void {
    if (!isUnlistedSymbol(mention, this.#detection.topic, before)) return;
    const symbol = canonicalSymbol(mention.symbol!);
    const instrument = this.#unlisted.get(symbol) ?? unlistedInstrument(symbol, mention.exchange);
    this.#unlisted.set(symbol, instrument);
    // "$PLUG.CN": from here on PLUG means that one.
    if (!this.#unlisted.has(baseOf(symbol))) this.#unlisted.set(baseOf(symbol), instrument);
    this.#set(mention, instrument);
    this.#explicit.add(instrument.id);
    if (before !== null) this.#noteFullName(before, instrument);
  }

  #noteFullName(name: Mention, instrument: Instrument): void {
    const words = nameKey(name.text).split(' ');
    if (!isLegalForm(words[0]!)) this.#fullNames.push({ words, instrument });
  }

  #noteUnlistedUses(): void {
    const uses = Map.groupBy(this.#detection.mentions.filter(({ notation, evidence }) => notation === 'bare' && evidence !== 'strong'), ({ symbol }) => symbol!);
    for (const [symbol, mentions] of uses) {
      if (this.#unlisted.has(symbol) || this.#holders.bySymbol(symbol) !== null || this.#holders.byName(symbol) !== null) continue;
      if (areUnlistedUses(mentions, this.#detection.topic)) this.#unlisted.set(symbol, unlistedInstrument(symbol, null));
    }
  }

  /** The name that a symbol stands behind. */
  #nameBefore(mention: Mention): Mention | null {
    const previous = this.#detection.mentions[mention.id - 1];
    if (previous?.notation !== 'name' || mention.joinsPrevious) return null;
    // "Velo3D ($VELO)", but "Nvidia, $AMD" are two.
    const gap = mention.span.start - previous.span.end;
    return gap <= (mention.notation === 'cashtag' ? 2 : 24) ? previous : null;
  }

  /** Three well-known symbols in a row are a list of securities wherever they stand. */
  #noteSymbolLists(): void {
    const counts = new Map<number, number>();
    for (const mention of this.#detection.mentions) {
      const list = this.#lists[mention.id] ?? null;
      if (list === null || mention.symbol === null || isWordSymbol(mention.symbol)) continue;
      const instrument = this.#holders.bySymbol(mention.symbol);
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
      const found = this.#holders.byName(window.text);
      if (found === null) continue;
      const { instrument } = found;
      if (!confirmsName(mention, found.strength, this.#surroundings(mention, instrument))) continue;
      this.#set(mention, instrument, window);
      if (found.strength === 'sure') this.#named.add(instrument.id);
      this.#fullNames.push({ words: nameKey(instrument.name).split(' '), instrument });
      return;
    }
  }

  #resolveBareSymbol(mention: Mention): void {
    const symbol = mention.symbol!;
    const unlisted = this.#unlisted.get(symbol);
    if (unlisted !== undefined) {
      this.#set(mention, unlisted);
      return;
    }
    const instrument = this.#holders.bySymbol(symbol);
    if (instrument === null) {
      // Upper-case company names ("IBM", "NVIDIA", "UPS") are names; most are symbols too.
      const named = this.#holders.byName(symbol);
      const strength = named?.strength === 'sure' && isWordSymbol(symbol) ? 'word' : named?.strength;
      if (named !== null && confirmsName(mention, strength!, this.#surroundings(mention, named.instrument))) this.#set({ ...mention, notation: 'name' }, named.instrument);
      return;
    }
    const surroundings = this.#surroundings(mention, instrument);
    if (this.#isPartOfName(mention, instrument) && !surroundings.isKnownHere) return;
    if (!confirmsSymbol(mention, instrument, surroundings)) return;
    this.#set(mention, instrument);
    if (!isWordSymbol(symbol)) this.#named.add(instrument.id);
  }

  /** "Nikon SLM": right behind the name of another, without a word of the trade, the letters are that one's product. */
  #isPartOfName(mention: Mention, instrument: Instrument): boolean {
    const previous = this.#detection.mentions[mention.id - 1];
    if (previous?.notation !== 'name' || previous.sentenceStart || mention.span.start - previous.span.end !== 1 || mention.evidence !== 'none') return false;
    return this.#holders.named(previous, instrument) === 'other';
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
  let first = 0;
  return mentions.map((mention, at) => {
    if (!mention.joinsPrevious) first = at;
    return mention.joinsPrevious || mentions[at + 1]?.joinsPrevious === true ? first : null;
  });
}
