/** What the whole page contributes to one sentence: who has been named so far, and whom the article is about. */
import { KNOWN_FUND_SYMBOLS } from '../market/families.ts';
import type { ArticleText } from '../text/document.ts';
import { headingLevel } from './headings.ts';
import type { BlockReading, PlacedMention } from './reading.ts';

export type GuessedKind = 'index' | 'fund' | 'stock';

export interface Page {
  readonly article: ArticleText;
  readonly readings: readonly BlockReading[];
  /** Title first, then the rest of the page; index is the mention's id. */
  readonly mentions: readonly PlacedMention[];
  readonly blockOf: readonly number[];
  /** The other mentions of the same thing beside it: "Vanguard Russell 2000 ETF (VTWO)". */
  readonly aliases: ReadonlyMap<number, number>;
  readonly kinds: readonly GuessedKind[];
  /** What each mention names, as far as the page can tell: two mentions of one key name the same. */
  readonly keys: readonly string[];
  readonly articleSubjects: readonly number[];
  /** For each block the heading or title above it that is nearest; -1 where there is none. */
  readonly headingAbove: readonly number[];
  /** What `headingSubjects` has found, by block. */
  readonly headings: Map<number, readonly number[]>;
}

/** Puts the readings of a page together. `title` is the reading of the page's title, or null. */
export function assemblePage(article: ArticleText, readings: readonly BlockReading[]): Page {
  const mentions: PlacedMention[] = [];
  const blockOf: number[] = [];
  const aliases = new Map<number, number>();
  const kinds: GuessedKind[] = [];
  const keys: string[] = [];
  const headingAbove: number[] = [];
  let heading = -1;
  readings.forEach((reading, index) => {
    headingAbove.push(heading);
    if (headingLevel(readings, index) !== null) heading = index;
    reading.mentions.forEach((mention, k) => {
      mentions.push(mention);
      blockOf.push(index);
      kinds.push(guessKind(mention, reading));
      keys.push(keyOf(mention, reading));
      const previous = reading.mentions[k - 1];
      if (previous !== undefined && previous.symbol === null && mention.symbol !== null && previous.known === null && isBracketedBehind(reading, previous, mention)) {
        aliases.set(previous.id, mention.id);
        aliases.set(mention.id, previous.id);
        if (kinds[previous.id] === 'fund') kinds[mention.id] = 'fund';
        if (kinds[mention.id] === 'fund') kinds[previous.id] = 'fund';
      }
    });
  });
  return { article, readings, mentions, blockOf, aliases, kinds, keys, articleSubjects: rankArticleSubjects(readings, mentions, keys, aliases), headingAbove, headings: new Map() };
}

function guessKind(mention: PlacedMention, reading: BlockReading): GuessedKind {
  if (mention.known !== null) return 'index';
  if (mention.symbol !== null) {
    if (KNOWN_FUND_SYMBOLS.has(mention.symbol)) return 'fund';
    const before = reading.tokens[mention.from - 2]?.lower;
    return before === 'etf' || before === 'fund' ? 'fund' : 'stock';
  }
  const last = reading.tokens[mention.to - 1]!.lower;
  return last === 'etf' || last === 'fund' || last === 'trust' && mention.to - mention.from > 2 ? 'fund' : 'stock';
}

function isBracketedBehind(reading: BlockReading, name: PlacedMention, symbol: PlacedMention): boolean {
  const gap = symbol.from - name.to;
  if (gap < 0 || gap > 6) return false;
  if (symbol.notation === 'paren' || symbol.notation === 'exchange' || (symbol.notation === 'cashtag' && gap === 1)) {
    for (let i = name.to; i < symbol.from; i += 1) {
      const word = reading.tokens[i]!.lower;
      if (word === '(' || word === '[') return i - name.to <= 2;
    }
    return false;
  }
  // "Fluor FLR.N", "Tesla $TSLA", "Marathon Digital, ticker MARA"
  return gap === 0 || (symbol.notation === 'bare' && symbol.evidence === 'strong');
}

function keyOf(mention: PlacedMention, reading: BlockReading): string {
  if (mention.known !== null) return mention.known;
  if (mention.symbol !== null) return mention.symbol;
  return reading.tokens.slice(mention.from, mention.to).map((token) => token.lower).join(' ');
}

function rankArticleSubjects(readings: readonly BlockReading[], mentions: readonly PlacedMention[], keys: readonly string[], aliases: ReadonlyMap<number, number>): number[] {
  const scores = new Map<string, { score: number; id: number }>();
  const lead = readings.findIndex((reading) => reading.block.kind !== 'title');
  readings.forEach((reading, index) => {
    const { block } = reading;
    const isLead = index === lead;
    const weight = block.kind === 'title' ? 6 : block.kind === 'heading' ? ((block.level ?? 2) === 1 ? 5 : 2) : isLead ? 3 : 1;
    for (const mention of reading.mentions) {
      // A bare capitalised word is no subject of an article; a name with a symbol behind it, or a known index, is.
      if (mention.known === null && mention.symbol === null && mention.evidence === 'none' && !aliases.has(mention.id) && block.kind !== 'title') continue;
      if (mention.known === 'INDEX:MAG7') continue;
      const alias = aliases.get(mention.id);
      const key = alias !== undefined && mention.symbol === null ? (mentions[alias]!.symbol ?? '') : keys[mention.id]!;
      const entry = scores.get(key) ?? { score: 0, id: alias !== undefined && mention.symbol === null ? alias : mention.id };
      entry.score += weight;
      scores.set(key, entry);
    }
  });
  return [...scores.values()].sort((a, b) => b.score - a.score || a.id - b.id).slice(0, 8).map((entry) => entry.id);
}

/** The mention that was written first of a name and its alias: a symbol in brackets counts as the name before it. */
export function canonicalMention(page: Page, id: number): number {
  const alias = page.aliases.get(id);
  return alias !== undefined && alias < id ? alias : id;
}

/** In order, each once. Lists of mentions are short as a rule. */
export function unique(ids: readonly number[]): number[] {
  return ids.length > 20 ? [...new Set(ids)] : ids.filter((id, at) => ids.indexOf(id) === at);
}

/** The mention with its alias, symbol first: a symbol resolves more surely than a name. */
export function withAlias(page: Page, id: number): number[] {
  const alias = page.aliases.get(id);
  if (alias === undefined) return [id];
  return page.mentions[id]!.symbol !== null ? [id, alias] : [alias, id];
}

/** Names that are passed in search of the right kind. An article has fewer between a figure and what it is about. */
const MAX_PASSED = 300;

/**
 * Mentions before token `at` of a block, nearest sentence first; within a sentence its first mention (the likely
 * subject) leads. Only those of `kind`, when given. Looks on in the blocks before until it has `limit`.
 */
export function antecedents(page: Page, blockIndex: number, at: number, kind: GuessedKind | null, limit = 6, blocksBefore = 40): number[] {
  const found: number[] = [];
  const accept = (mention: PlacedMention): boolean => kind === null || page.kinds[mention.id] === kind || (kind === 'fund' && mention.isFundLike);
  let passed = 0;
  for (let b = blockIndex; b >= Math.max(0, blockIndex - blocksBefore); b -= 1) {
    const { named } = page.readings[b]!;
    for (let s = named.length - 1; s >= 0; s -= 1) {
      if (found.length >= limit || passed > MAX_PASSED) return unique(found).slice(0, limit + 2);
      for (const mention of named[s]!) {
        passed += 1;
        if (b === blockIndex && mention.to > at) continue;
        if (accept(mention) && mention.known !== 'INDEX:MAG7') found.push(...withAlias(page, mention.id));
      }
    }
  }
  return unique(found).slice(0, limit + 2);
}

/** Certain mentions of the headings above a block, nearest heading first. */
export function headingSubjects(page: Page, blockIndex: number): readonly number[] {
  const known = page.headings.get(blockIndex);
  if (known !== undefined) return known;
  const found = readHeadings(page, blockIndex);
  page.headings.set(blockIndex, found);
  return found;
}

function readHeadings(page: Page, blockIndex: number): number[] {
  const found: number[] = [];
  let level = 7;
  // A page of thousands of blocks under one heading is no article: what is that far up is not its heading.
  for (let b = page.headingAbove[blockIndex]!; b >= Math.max(0, blockIndex - 400); b = page.headingAbove[b]!) {
    const own = headingLevel(page.readings, b)!;
    if (own > level) continue;
    level = own;
    for (const mention of page.readings[b]!.mentions) if (mention.evidence !== 'none' || mention.known !== null || mention.symbol !== null) found.push(...withAlias(page, mention.id));
    if (level <= 1) break;
  }
  return unique(found);
}

/** Antecedents within the block only: what the paragraph has spoken of so far. */
export function blockAntecedents(page: Page, blockIndex: number, at: number, kind: GuessedKind | null): number[] {
  return antecedents(page, blockIndex, at, kind, 4, 0);
}
