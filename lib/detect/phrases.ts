/**
 * The one engine of detection: a trie over tokens. Tables of patterns go in, matches come out in one pass; the cost of a
 * token is bounded by the longest pattern, so the whole is linear in the text.
 *
 * Pattern language: lower-case words; `a|b` alternatives for one word; `(a b|c)` alternatives of several words; `[a b|c]`
 * the same and may be left out; `{class}` a token of a
 * class (`{n}` a whole number in digits or words, `{year}`, `{month}`, `{weekday}`, `{num}` any digits). A hyphen glued
 * between two words of the text counts as a space, so `year to date` also reads "year-to-date".
 */
import { NUMBER_WORDS, smallNumber } from '../text/number-words.ts';
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

/** Words that belong to a class at all; everything else is dismissed by one look-up. */
const CLASS_WORDS: ReadonlySet<string> = new Set([...MONTHS, ...SHORT_MONTHS, 'sept', ...WEEKDAYS, ...NUMBER_WORDS]);

function classesOf(token: Token): number {
  if (token.kind === 'number') {
    let bits = CLASS_BITS.num;
    const { lower } = token;
    if (lower.length <= 4 && wholeNumber(token) !== null) bits |= CLASS_BITS.n;
    if (lower.length === 4 && /^(?:19|20)\d\d$/.test(lower)) bits |= CLASS_BITS.year;
    return bits;
  }
  if (token.kind !== 'word' || !CLASS_WORDS.has(token.lower)) return 0;
  return (wholeNumber(token) === null ? 0 : CLASS_BITS.n) | (monthNumber(token) === null ? 0 : CLASS_BITS.month) | (weekdayNumber(token) === null ? 0 : CLASS_BITS.weekday);
}

interface Node<T> {
  words: Map<string, Node<T>>;
  classes: { bit: number; node: Node<T> }[];
  /** Every class that may follow here. */
  bits: number;
  values: T[];
}

function emptyNode<T>(): Node<T> {
  return { words: new Map(), classes: [], bits: 0, values: [] };
}

const NONE: never[] = [];

/** Compiled tables. Building costs a few milliseconds and is done once, on first use. */
export class PhraseTable<T> {
  readonly #root: Node<T> = emptyNode();

  constructor(rules: Iterable<Rule<T>>) {
    for (const { pattern, value } of rules) {
      for (const sequence of expand(pattern)) this.#add(sequence, value);
    }
  }

  #add(sequence: readonly string[], value: T): void {
    let node = this.#root;
    for (const step of sequence) {
      if (step.startsWith('{')) {
        const bit = CLASS_BITS[step.slice(1, -1) as TokenClass];
        let edge = node.classes.find((candidate) => candidate.bit === bit);
        if (edge === undefined) {
          edge = { bit, node: emptyNode() };
          node.classes.push(edge);
          node.bits |= bit;
        }
        node = edge.node;
      } else {
        let child = node.words.get(step);
        if (child === undefined) {
          child = emptyNode();
          node.words.set(step, child);
        }
        node = child;
      }
    }
    if (!node.values.includes(value)) node.values.push(value);
  }

  /** Every match that starts at token `at` and ends before `stop`, longest first. */
  matchesAt(tokens: readonly Token[], at: number, stop: number): Match<T>[] {
    const token = tokens[at]!;
    if (!this.#root.words.has(token.lower) && (this.#root.bits & classesOf(token)) === 0) return NONE;
    const found: Match<T>[] = [];
    this.#walk(this.#root, tokens, at, at, stop, [], found);
    return found.length > 1 ? found.sort((a, b) => b.to - a.to) : found;
  }

  #walk(node: Node<T>, tokens: readonly Token[], start: number, at: number, stop: number, captures: readonly number[], found: Match<T>[]): void {
    for (const value of node.values) found.push({ from: start, to: at, value, captures });
    if (at >= stop) return;
    const token = tokens[at]!;
    const child = node.words.get(token.lower);
    if (child !== undefined) this.#walk(child, tokens, start, at + 1, stop, captures, found);
    if (node.bits !== 0) {
      const bits = node.bits & classesOf(token);
      if (bits !== 0) for (const edge of node.classes) if ((bits & edge.bit) !== 0) this.#walk(edge.node, tokens, start, at + 1, stop, [...captures, at], found);
    }
    if (child === undefined && at > start && token.lower === '-' && token.glued && tokens[at + 1]?.glued && at + 1 < stop) {
      const next = tokens[at + 1]!;
      const after = node.words.get(next.lower);
      if (after !== undefined) this.#walk(after, tokens, start, at + 2, stop, captures, found);
      const bits = node.bits === 0 ? 0 : node.bits & classesOf(next);
      for (const edge of node.classes) if ((bits & edge.bit) !== 0) this.#walk(edge.node, tokens, start, at + 2, stop, [...captures, at + 1], found);
    }
  }
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

/** "p/e" → p / e, by the same tokenizer as the text; classes stay whole; hyphens vanish. */
function splitWord(word: string): string[] {
  if (word.startsWith('{')) return [word];
  return tokenize(word).map((token) => token.lower).filter((part, index, all) => part !== '-' || all.length === 1);
}
