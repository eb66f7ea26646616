/**
 * The one engine of detection: a trie over tokens. Tables of patterns go in, matches come out in one pass; the cost of a
 * token is bounded by the longest pattern, so the whole is linear in the text.
 *
 * Pattern language: lower-case words; `a|b` alternatives for one word; `(a b|c)` alternatives of several words; `[a b|c]`
 * the same and may be left out; `{class}` a token of a
 * class (`{n}` a whole number in digits or words, `{year}`, `{month}`, `{weekday}`, `{num}` any digits). A hyphen glued
 * between two words of the text counts as a space, so `year to date` also reads "year-to-date".
 */
import { smallNumber } from '../text/number-words.ts';
import { TokenMemo } from '../text/token-memo.ts';
import { tokenize, type Token } from '../text/tokens.ts';

export interface Rule<T> {
  readonly pattern: string;
  readonly value: T;
}

export interface Match<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
  /** Token indices of class tokens in order of appearance. */
  readonly captures: readonly number[];
}

type TokenClass = 'n' | 'num' | 'year' | 'month' | 'weekday';

/** One bit a class, so that a token's classes are found with one look-up. */
const CLASS_BITS: Readonly<Record<TokenClass, number>> = { n: 1, num: 2, year: 4, month: 8, weekday: 16 };

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const SHORT_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** 1 to 12, or null. "May" and "Mar" need their capital: `may` is a verb. */
export function monthNumber(token: Token): number | null {
  if (token.kind !== 'word') return null;
  if (!token.capital && (token.lower === 'may' || token.lower === 'march' || token.lower === 'mar' || token.lower === 'dec')) return null;
  const long = MONTHS.indexOf(token.lower);
  if (long >= 0) return long + 1;
  const short = token.lower === 'sept' ? 8 : SHORT_MONTHS.indexOf(token.lower);
  return short >= 0 ? short + 1 : null;
}

/** 0 (Sunday) to 6, or null. */
export function weekdayNumber(token: Token): number | null {
  const index = WEEKDAYS.indexOf(token.lower);
  return index >= 0 ? index : null;
}

/** Whole number of a single token in digits or words, or null. */
export function wholeNumber(token: Token): number | null {
  if (token.kind === 'number') return /^\d{1,4}$/.test(token.lower) ? Number(token.lower) : null;
  return token.kind === 'word' ? smallNumber(token.lower) : null;
}

const CLASSES = new TokenMemo((token: Token): number => {
  const { kind, lower } = token;
  if (kind === 'punct') return 0;
  const isYear = kind === 'number' && /^(?:19|20)\d\d$/.test(lower);
  return (
    (kind === 'number' ? CLASS_BITS.num : 0) | (isYear ? CLASS_BITS.year : 0) | (wholeNumber(token) === null ? 0 : CLASS_BITS.n) |
    (monthNumber(token) === null ? 0 : CLASS_BITS.month) | (weekdayNumber(token) === null ? 0 : CLASS_BITS.weekday)
  );
});

interface Node<T> {
  words: Map<string, Node<T>> | null;
  classes: readonly ClassEdge<T>[];
  /** Every class that may follow here. */
  bits: number;
  values: readonly T[];
}

interface ClassEdge<T> {
  readonly bit: number;
  readonly node: Node<T>;
}

const NONE: never[] = [];

function emptyNode<T>(): Node<T> {
  return { words: null, classes: NONE, bits: 0, values: NONE };
}

/** Compiled tables. Building costs a few milliseconds and is done once, on first use. */
export class PhraseTable<T> {
  readonly #root: Node<T> = emptyNode();
  /** Where a token leads from the root; for most tokens of a text nowhere, and that is all that is asked. */
  readonly #firsts = new TokenMemo((token): readonly First<T>[] => firstsOf(this.#root, token));

  /** Of the walk under way; one list for all walks, since most find nothing. */
  readonly #found: Match<T>[] = [];

  constructor(rules: Iterable<Rule<T>>) {
    for (const { pattern, value } of rules) {
      for (const sequence of expand(pattern)) this.#add(sequence, value);
    }
  }

  #add(sequence: readonly string[], value: T): void {
    let node = this.#root;
    for (const step of sequence) node = step.startsWith('{') ? classStep(node, step) : wordStep(node, step);
    if (!node.values.includes(value)) node.values = [...node.values, value];
  }

  /** Whether any row begins with such a token, wherever it stands. */
  mayOpen(token: Token): boolean {
    return this.#firsts.of(token).length > 0;
  }

  /** Every match that starts at token `at` and ends before `stop`, longest first. */
  matchesAt(tokens: readonly Token[], at: number, stop: number): readonly Match<T>[] {
    const firsts = this.#firsts.of(tokens[at]!);
    if (firsts.length === 0) return NONE;
    for (const { node, isCaptured } of firsts) this.#walk(node, tokens, at, at + 1, stop, isCaptured ? [at] : NONE);
    if (this.#found.length === 0) return NONE;
    const found = this.#found.slice();
    this.#found.length = 0;
    return longestFirst(found);
  }

  #walk(node: Node<T>, tokens: readonly Token[], start: number, at: number, stop: number, captures: readonly number[]): void {
    for (const value of node.values) this.#found.push({ from: start, to: at, value, captures });
    if (at >= stop || (node.words === null && node.bits === 0)) return;
    const token = tokens[at]!;
    const child = node.words?.get(token.lower);
    if (child !== undefined) this.#walk(child, tokens, start, at + 1, stop, captures);
    this.#walkClasses(node, tokens, start, at, stop, captures);
    if (child === undefined && token.lower === '-' && token.glued && at + 1 < stop && tokens[at + 1]!.glued) {
      const after = node.words?.get(tokens[at + 1]!.lower);
      if (after !== undefined) this.#walk(after, tokens, start, at + 2, stop, captures);
      this.#walkClasses(node, tokens, start, at + 1, stop, captures);
    }
  }

  #walkClasses(node: Node<T>, tokens: readonly Token[], start: number, at: number, stop: number, captures: readonly number[]): void {
    const bits = node.bits === 0 ? 0 : node.bits & CLASSES.of(tokens[at]!);
    if (bits === 0) return;
    for (const edge of node.classes) if ((bits & edge.bit) !== 0) this.#walk(edge.node, tokens, start, at + 1, stop, [...captures, at]);
  }
}

/** Two or three matches as a rule: a general sort takes longer to set up. Of one length, what was found first stays so. */
function longestFirst<T>(found: Match<T>[]): Match<T>[] {
  for (let k = 1; k < found.length; k += 1) {
    const match = found[k]!;
    let place = k;
    for (; place > 0 && found[place - 1]!.to < match.to; place -= 1) found[place] = found[place - 1]!;
    found[place] = match;
  }
  return found;
}

interface First<T> {
  readonly node: Node<T>;
  readonly isCaptured: boolean;
}

function firstsOf<T>(root: Node<T>, token: Token): readonly First<T>[] {
  const child = root.words?.get(token.lower);
  const bits = CLASSES.of(token);
  const classes = root.classes.filter((edge) => (bits & edge.bit) !== 0);
  if (child === undefined && classes.length === 0) return NONE;
  return [...(child === undefined ? [] : [{ node: child, isCaptured: false }]), ...classes.map(({ node }) => ({ node, isCaptured: true }))];
}

function wordStep<T>(node: Node<T>, word: string): Node<T> {
  node.words ??= new Map();
  let child = node.words.get(word);
  if (child === undefined) {
    child = emptyNode();
    node.words.set(word, child);
  }
  return child;
}

function classStep<T>(node: Node<T>, step: string): Node<T> {
  const bit = CLASS_BITS[step.slice(1, -1) as TokenClass];
  let edge = node.classes.find((candidate) => candidate.bit === bit);
  if (edge === undefined) {
    edge = { bit, node: emptyNode() };
    node.classes = [...node.classes, edge];
    node.bits |= bit;
  }
  return edge.node;
}

/** All token sequences that a pattern stands for. Throws on an unbalanced bracket: a mistake in a table. */
export function expand(pattern: string): string[][] {
  let sequences: string[][] = [[]];
  let i = 0;
  while (i < pattern.length) {
    const char = pattern[i]!;
    if (char === ' ') {
      i += 1;
    } else if (char === '[' || char === '(') {
      const end = closingBracket(pattern, i);
      const inner = phrasesOf(pattern.slice(i + 1, end)).flatMap(expand);
      const longer = sequences.flatMap((sequence) => inner.map((part) => [...sequence, ...part]));
      sequences = char === '[' ? [...sequences, ...longer] : longer;
      i = end + 1;
    } else {
      let end = i;
      while (end < pattern.length && pattern[end] !== ' ' && pattern[end] !== '[' && pattern[end] !== '(') end += 1;
      const alternatives = pattern.slice(i, end).split('|').map(splitWord);
      sequences = sequences.flatMap((sequence) => alternatives.map((part) => [...sequence, ...part]));
      i = end;
    }
  }
  return sequences.filter((sequence) => sequence.length > 0);
}

function closingBracket(pattern: string, from: number): number {
  let depth = 0;
  for (let end = from; end < pattern.length; end += 1) {
    if (pattern[end] === '[' || pattern[end] === '(') depth += 1;
    if (pattern[end] === ']' || pattern[end] === ')') depth -= 1;
    if (depth === 0) return end;
  }
  throw new Error(`Unbalanced bracket in pattern: ${pattern}`);
}

/** Alternatives of a bracket: whole phrases, when one of them has several words; else one word with alternatives. */
function phrasesOf(inner: string): string[] {
  if (!inner.includes(' ') || !inner.includes('|')) return [inner];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < inner.length; i += 1) {
    if (inner[i] === '[' || inner[i] === '(') depth += 1;
    if (inner[i] === ']' || inner[i] === ')') depth -= 1;
    if (depth === 0 && inner[i] === '|') {
      parts.push(inner.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(inner.slice(start));
  return parts;
}

/** The words of patterns, which are a few hundred, met thousands of times. */
const SPLIT_WORDS = new Map<string, readonly string[]>();

/** "p/e" → p / e, by the same tokenizer as the text; classes stay whole; hyphens vanish. */
function splitWord(word: string): readonly string[] {
  let parts = SPLIT_WORDS.get(word);
  if (parts === undefined) {
    parts = word.startsWith('{') ? [word] : tokenize(word).map((token) => token.lower).filter((part, index, all) => part !== '-' || all.length === 1);
    SPLIT_WORDS.set(word, parts);
  }
  return parts;
}
