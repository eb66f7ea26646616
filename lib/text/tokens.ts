/**
 * Text into tokens, in one walk over its characters.
 *
 * A token knows nothing of the place where it stands, so that all places where the same thing is written share one:
 * reading a page makes a few thousand objects instead of one for every word. Places are a list of their own.
 */

/** One word, number or mark of punctuation, as written. */
export interface Token {
  readonly kind: 'word' | 'number' | 'punct';
  /** Lower case, typographic apostrophes and dashes folded to `'` and `-`. */
  readonly lower: string;
  /** Characters (UTF-16 units) as written. */
  readonly length: number;
  /** No white space before it. */
  readonly glued: boolean;
  /** For words: first letter upper case. */
  readonly capital: boolean;
  /** For words: every letter upper case (one letter counts). */
  readonly upper: boolean;
  /** Below `TOKEN_SLOTS`, where `TokenMemo` keeps what is known of it; -1 for what is too long to be met again. */
  readonly slot: number;
}

/** Places for words that were met; a new word takes the place of the one there, so no text makes the store grow. */
const WORD_SLOTS = 8192;
/** Each word twice: glued and not. */
export const TOKEN_SLOTS = 2 * WORD_SLOTS;
const LONGEST_KEPT = 24;
/** Engines copy shorter slices; longer ones point into the text that they are of. */
const SHORTEST_SHARED_SLICE = 13;

interface Word {
  readonly raw: string;
  readonly spaced: Token;
  readonly glued: Token;
}

const WORDS: (Word | undefined)[] = Array.from({ length: WORD_SLOTS });

const OTHER = 0;
const SPACE = 1;
const DIGIT = 2;
const LETTER = 3;
const APOSTROPHE = 4;

/** First character beyond the Latin letters: from here on there are only space, the apostrophe and single marks. */
const BEYOND_LATIN = 0x250;
const KINDS = Uint8Array.from({ length: BEYOND_LATIN }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[\s\u00ad]/.test(char)) return SPACE;
  if (/\d/.test(char)) return DIGIT;
  if (/[A-Za-z\u00c0-\u024f]/.test(char)) return LETTER;
  return char === "'" ? APOSTROPHE : OTHER;
});

function kindOf(code: number): number {
  if (code < BEYOND_LATIN) return KINDS[code]!;
  if (code === 0x2019) return APOSTROPHE;
  // The white space of \s, and the zero-width space.
  const isSpace = code === 0x1680 || (code >= 0x2000 && code <= 0x200b) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff;
  return isSpace ? SPACE : OTHER;
}

/**
 * Splits `text` between two offsets into tokens. White space and soft hyphens vanish. The offset of each token is added to
 * `starts`; its end is `length` further on.
 *
 *     2,000  17.45  1,234.5     digits with thousands commas and a decimal point are one token
 *     hasn't  we're             so is a word with a contraction
 *     Apple 's                  the possessive is one of its own
 *     everything else           one character of punctuation
 */
export function tokenize(text: string, from = 0, to = text.length, starts: number[] = []): Token[] {
  const tokens: Token[] = [];
  let previousEnd = -1;
  let at = from;
  while (at < to) {
    const start = at;
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    at += 1;
    if (kind === SPACE) continue;
    let hash = code;
    if (kind === LETTER) {
      while (at < to) {
        const next = text.charCodeAt(at);
        if (kindOf(next) !== LETTER) break;
        hash = (Math.imul(hash, 31) + next) | 0;
        at += 1;
      }
      const end = contractionEnd(text, at, to);
      for (; at < end; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    } else if (kind === DIGIT) {
      const end = numberEnd(text, at, to);
      for (; at < end; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    } else if (kind === APOSTROPHE && isPossessive(text, at, to)) {
      hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
      at += 1;
    }
    tokens.push(tokenOf(text, start, at, hash, start === previousEnd));
    starts.push(start);
    previousEnd = at;
  }
  return tokens;
}

function isDigit(text: string, at: number, to: number): boolean {
  return at < to && kindOf(text.charCodeAt(at)) === DIGIT;
}

function isEnglishLetter(text: string, at: number, to: number): boolean {
  const code = at < to ? text.charCodeAt(at) | 32 : 0;
  return code >= 97 && code <= 122;
}

/** Where the number ends whose first digit stands before `at`. Commas part groups of three, or belong to the sentence. */
function numberEnd(text: string, at: number, to: number): number {
  const first = at - 1;
  let end = at;
  while (isDigit(text, end, to)) end += 1;
  if (end - first <= 3) {
    const whole = end;
    let group = end;
    while (text[group] === ',' && isDigit(text, group + 1, to) && isDigit(text, group + 2, to) && isDigit(text, group + 3, to)) {
      end = group;
      group += 4;
    }
    // "1,234,5678": the last comma is none of thousands.
    end = isDigit(text, group, to) && group > whole ? end : group;
  }
  if (text[end] === '.' && isDigit(text, end + 1, to)) {
    end += 2;
    while (isDigit(text, end, to)) end += 1;
  }
  return end;
}

/** Where "n't", "'re" and the like end behind a word; `at` when there is none. */
function contractionEnd(text: string, at: number, to: number): number {
  if (at + 1 >= to || kindOf(text.charCodeAt(at)) !== APOSTROPHE) return at;
  const first = text[at + 1];
  const isTwo = (first === 'r' || first === 'v') && text[at + 2] === 'e' || first === 'l' && text[at + 2] === 'l';
  const isOne = first === 't' || first === 'd' || first === 'm';
  const end = isTwo ? at + 3 : at + 2;
  return (isOne || isTwo) && end <= to && !isEnglishLetter(text, end, to) ? end : at;
}

/** The "s" of "'s", with no letter behind it. */
function isPossessive(text: string, at: number, to: number): boolean {
  return at < to && (text[at] === 's' || text[at] === 'S') && !isEnglishLetter(text, at + 1, to);
}

function tokenOf(text: string, start: number, end: number, hash: number, glued: boolean): Token {
  const length = end - start;
  if (length > LONGEST_KEPT) return makeToken(text.slice(start, end), glued, -1);
  const slot = (hash ^ (hash >>> 13)) & (WORD_SLOTS - 1);
  let word = WORDS[slot];
  if (word === undefined || !isWritten(word.raw, text, start, length)) {
    const raw = copyOf(text, start, end);
    const spaced = makeToken(raw, false, 2 * slot);
    word = { raw, spaced, glued: { ...spaced, glued: true, slot: 2 * slot + 1 } };
    WORDS[slot] = word;
  }
  return glued ? word.glued : word.spaced;
}

function isWritten(raw: string, text: string, start: number, length: number): boolean {
  if (raw.length !== length) return false;
  for (let i = 0; i < length; i += 1) if (raw.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

/** A string of its own: a long slice would keep the whole page in memory for as long as the word is kept. */
function copyOf(text: string, start: number, end: number): string {
  if (end - start < SHORTEST_SHARED_SLICE) return text.slice(start, end);
  const codes: number[] = [];
  for (let i = start; i < end; i += 1) codes.push(text.charCodeAt(i));
  return String.fromCharCode(...codes);
}

function makeToken(raw: string, glued: boolean, slot: number): Token {
  const { length } = raw;
  if (kindOf(raw.charCodeAt(0)) === DIGIT) return { kind: 'number', lower: raw, length, glued, capital: false, upper: false, slot };
  const lower = raw.toLowerCase();
  const upper = raw.toUpperCase();
  if (lower === upper) return { kind: 'punct', lower: foldMark(raw), length, glued, capital: false, upper: false, slot };
  const first = raw[0]!;
  const capital = first !== first.toLowerCase();
  return { kind: 'word', lower: lower.replace('’', "'"), length, glued, capital, upper: capital && raw === upper, slot };
}

function foldMark(mark: string): string {
  if (/^[\u2010-\u2015\u2212]/.test(mark)) return '-';
  if (mark === '’' || mark === '‘') return "'";
  return mark === '“' || mark === '”' ? '"' : mark;
}
