/**
 * Resolution: candidates to instruments, then the parties of each draft claim (`resolve-claim.ts`). Pure, over a directory that the caller has
 * loaded with what `directoryKeys` asks for. Ambiguity is never guessed away: a name that is an everyday word counts only
 * with other evidence.
 */
import type { Detection, Mention } from '../detect/detection.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import { METRICS } from '../market/metrics/index.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { canonicalSymbol, isEverydayKey, nameKey } from '../market/names.ts';
import type { Claim, Directory, ResolvedMention } from './finding.ts';
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

/** Words before a company's name that are not part of it. */
const ROLES = new Set(
  ('chipmaker chip maker automaker carmaker retailer bank lender giant rival tech software drugmaker insurer airline streaming social media electric vehicle oil major company companies shares stock shareholders rival peers peer ' +
    'cloud online e-commerce conglomerate parent ceo cfo founder chairman analyst stocks like megacap megacaps etf fund index sponsor fellow u.s. us american big soft drink beverage payment payments biotech pharma bellwether names including both').split(' '),
);
/** Words after it. */
const TRAILERS = new Set(
  ('inc incorporated corp corporation co company companies ltd limited plc group holdings holding stock stocks shares ceo cfo class a b c shareholders common the management earnings results calls').split(' '),
);

interface Window {
  readonly text: string;
  /** Offset of the window inside the mention. */
  readonly start: number;
  readonly end: number;
}

/** The parts of a candidate that may be the name, longest first. */
function nameWindows(mention: Mention): Window[] {
  const words: Window[] = [];
  const pattern = /\S+/g;
  for (let match = pattern.exec(mention.text); match !== null; match = pattern.exec(mention.text)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  const windows: Window[] = [];
  const isRole = (word: string, index: number): boolean => ROLES.has(bare(word)) || /^(?:of|the|and|&)$/i.test(word) || (index === 0 && mention.sentenceStart && isEverydayKey(bare(word)));
  const isTrailer = (word: string): boolean => TRAILERS.has(bare(word)) || /^(?:of|the|and|&)$/i.test(word);
  for (let length = words.length; length >= 1; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      if (!words.slice(0, from).every((word, index) => isRole(word.text, index)) && !startsAfterOf(words, from)) continue;
      if (!words.slice(from + length).every((word) => isTrailer(word.text))) continue;
      const first = words[from]!;
      const last = words[from + length - 1]!;
      windows.push({ text: mention.text.slice(first.start, last.end), start: first.start, end: last.end });
    }
  }
  return windows;
}

function startsAfterOf(words: readonly Window[], from: number): boolean {
  return from > 0 && words[from - 1]!.text.toLowerCase() === 'of' && ROLES.has(bare(words[0]!.text));
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[.,]{1,3}$/, '');
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

/** The symbol as written and, for a Reuters code, without the exchange letter. */
function symbolForms(symbol: string): string[] {
  const canonical = canonicalSymbol(symbol);
  const dot = canonical.indexOf('.');
  return dot > 0 ? [canonical, canonical.slice(0, dot)] : [canonical];
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
  readonly #byMention = new Map<number, ResolvedMention>();
  /** Names spelled out in this article, by their words, for the short forms that follow. */
  readonly #fullNames: { words: readonly string[]; instrument: Instrument }[] = [];
  readonly #explicit = new Set<InstrumentId>();
  /** The text speaks of markets: an index, an explicit symbol or a claim. Without, upper-case words are acronyms. */
  readonly #isMarketText: boolean;

  constructor(detection: Detection, directory: Directory) {
    this.#detection = detection;
    this.#directory = directory;
    const claimed = new Set(detection.claims.flatMap((claim) => [...claim.subjects.slice(0, claim.isSubjectCertain ? 2 : 1), ...claim.componentMentions]));
    this.#isMarketText = detection.claims.length > 0 || detection.mentions.some((mention) => mention.known !== null || mention.evidence !== 'none');
    for (const mention of detection.mentions) this.#resolveExplicit(mention);
    for (const mention of detection.mentions) if (!this.#byMention.has(mention.id)) this.#resolveCandidate(mention, claimed.has(mention.id));
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

  #set(mention: Mention, instrument: Instrument, part: { start: number; end: number } | null = null): void {
    const placed = part === null ? mention : {
      ...mention, text: mention.text.slice(part.start, part.end), span: { start: mention.span.start + part.start, end: mention.span.start + part.end },
    };
    this.#byMention.set(mention.id, { mention: placed, instrument });
  }

  #bySymbol(symbol: string): Instrument | null {
    for (const form of symbolForms(symbol)) {
      const found = this.#directory.bySymbol(form);
      if (found !== null) return found;
    }
    return null;
  }

  /** Index names, cashtags, exchange-qualified and bracketed symbols: the notation itself is the evidence. */
  #resolveExplicit(mention: Mention): void {
    if (mention.known !== null) {
      const instrument = this.#directory.byId(mention.known);
      if (instrument !== null) this.#set(mention, instrument);
      return;
    }
    if (mention.symbol === null || mention.evidence !== 'strong') return;
    const instrument = this.#bySymbol(mention.symbol);
    if (instrument === null) return;
    if (mention.exchange !== null && /^(?:XASX|XTSE|XTSX|XLON|XCNQ)$/.test(mention.exchange)) return;
    this.#set(mention, instrument);
    this.#explicit.add(instrument.id);
    const previous = this.#detection.mentions[mention.id - 1];
    if (previous !== undefined && previous.notation === 'name' && mention.span.start - previous.span.end <= 24 && mention.notation !== 'cashtag') {
      // "Brinker International (NYSE: EAT)": the bracket says what the name means, in the directory or not.
      const window = nameWindows(previous)[0];
      if (window !== undefined) this.#fullNames.push({ words: nameKey(previous.text).split(' '), instrument });
    }
  }

  #resolveCandidate(mention: Mention, isClaimed: boolean): void {
    if (mention.symbol !== null) {
      this.#resolveBareSymbol(mention, isClaimed);
      return;
    }
    for (const window of nameWindows(mention)) {
      const found = this.#byName(window.text);
      if (found === null) continue;
      const { instrument, isWeak } = found;
      const isWhole = window.start === 0 && window.end === mention.text.length;
      const needsEvidence = isWeak || (mention.sentenceStart && !window.text.includes(' ') && isEverydayKey(nameKey(window.text)));
      if (needsEvidence && mention.evidence === 'none' && !isClaimed && !this.#explicit.has(instrument.id)) continue;
      this.#set(mention, instrument, isWhole ? null : window);
      this.#fullNames.push({ words: nameKey(instrument.name).split(' '), instrument });
      return;
    }
  }

  /** The instrument of that name; share classes of one company count as one, others as ambiguous. */
  #byName(text: string): { instrument: Instrument; isWeak: boolean } | null {
    for (const key of [nameKey(text), nameKey(`${text}'s`)]) {
      const found = this.#directory.byNameKey(key);
      if (found.length === 0) continue;
      const first = preferred(found, this.#explicit);
      if (first === null) continue;
      // One word of a symbol list's formal name ("Hello" of Hello Group) was chosen by nobody.
      const isUnchecked = first.kind === 'stock' && first.sector === null && first.aliases.length === 0;
      return { instrument: first, isWeak: first.commonWord || (!key.includes(' ') && (isUnchecked || isEverydayKey(key))) };
    }
    return null;
  }

  #resolveBareSymbol(mention: Mention, isClaimed: boolean): void {
    const symbol = mention.symbol!;
    const named = this.#byName(symbol);
    const instrument = this.#bySymbol(symbol);
    // Upper-case company names ("IBM", "NVIDIA", "UPS") are names; most are symbols too.
    if (instrument === null) {
      if (named !== null && (!named.isWeak || mention.evidence !== 'none')) this.#set({ ...mention, notation: 'name' }, named.instrument);
      return;
    }
    const isKnownHere = this.#explicit.has(instrument.id);
    const isWord = symbol.length <= 2 || isEverydayKey(symbol.toLowerCase());
    const isSupported = mention.evidence !== 'none' || isClaimed;
    const isShortFund = instrument.kind === 'fund' && symbol.length === 2 && isSupported && !instrument.commonWord;
    if (isKnownHere || (!isWord && (this.#isMarketText || isSupported)) || isShortFund) this.#set(mention, instrument);
  }

  /** "Super Micro" after "Super Micro Computer", "Brinker" after "Brinker International (NYSE: EAT)". */
  #resolveShortForm(mention: Mention): void {
    if (mention.notation !== 'name') return;
    for (const window of nameWindows(mention)) {
      const words = nameKey(window.text).split(' ');
      const found = this.#fullNames.find((name) => words.length <= name.words.length && words.every((word, index) => word === name.words[index]));
      if (found === undefined) continue;
      if (words.length === 1 && (words[0]!.length < 3 || (isEverydayKey(words[0]!) && mention.sentenceStart && mention.evidence === 'none'))) continue;
      this.#set(mention, found.instrument, window.start === 0 && window.end === mention.text.length ? null : window);
      return;
    }
  }
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
