/** How much: figures in digits, in words, as fractions and as "two in five", before any unit. */
import { readDigits, type Digits } from './digits.ts';
import { addedFraction, fractionAt, ofPercent, partOfScale } from './fractions.ts';
import { denominator, isMultiplier, readNumberWords, SCALES, scaleOfWord, smallNumber } from './number-words.ts';
import type { Token } from './tokens.ts';

export interface Magnitude {
  readonly value: number;
  readonly halfUnit: number;
  readonly to: number;
  readonly inWords: boolean;
  /** A share of a whole; `value` is in percent. */
  readonly isFraction: boolean;
  readonly isYear: boolean;
  /** The scale in it ("30 million" → 1e6); 1 when there is none. */
  readonly scale: number;
  /** A unit of something else is glued to the digits ("10km", "5GB"). */
  readonly isMeasure: boolean;
}

const PLAIN = { inWords: false, isFraction: false, isYear: false, scale: 1, isMeasure: false } as const;
const IN_WORDS = { ...PLAIN, inWords: true } as const;

export function magnitudeAt(tokens: readonly Token[], at: number, end: number, isMoney: boolean): Magnitude | null {
  const token = tokens[at]!;
  if (token.kind !== 'word') return digitsAt(tokens, at, end, isMoney);
  if (token.upper && token.length > 1) return null;
  const scaled = partOfScale(tokens, at, end);
  if (scaled !== null) return { ...IN_WORDS, ...scaled, halfUnit: scaled.scale * 0.05 };
  const fraction = fractionAt(tokens, at, end);
  return fraction === null ? wordsAt(tokens, at, end) : { ...IN_WORDS, ...shareOf(tokens, fraction.value, fraction.to) };
}

/** The fraction as a share in percent, or in full when percent is what it is of ("half a percent"). */
function shareOf(tokens: readonly Token[], value: number, to: number): Pick<Magnitude, 'value' | 'halfUnit' | 'to' | 'isFraction'> {
  const percent = ofPercent(tokens, to);
  return { value: percent === null ? value * 100 : value, halfUnit: 0, to: percent ?? to, isFraction: percent === null };
}

export function digitsAt(tokens: readonly Token[], at: number, end: number, isMoney: boolean): Magnitude | null {
  const digits = readDigits(tokens, at, end);
  if (digits === null) return null;
  const { value, halfUnit, to } = digits;
  if (digits.isFraction) return { ...PLAIN, ...shareOf(tokens, value, to) };
  if (isPartOfCode(tokens, at, to)) return null;
  const outOf = shareOutOf(tokens, to, end, value);
  if (outOf !== null) return outOf;
  const scaled = withScale(tokens, digits, end, isMoney);
  if (scaled !== null) return scaled;
  const word = tokens[to];
  const isYear = digits.isBare && isYearNumber(tokens[at]!.lower) && !isMoney;
  if (word?.kind === 'word' && word.glued && to < end && !isGluedUnit(word.lower)) {
    // "10Y", "1Q25" and "38th" are names and places; "10km" and "the 1990s" measure something else.
    return isMeasureUnit(tokens, word, to) || (isYear && word.lower === 's') ? { ...PLAIN, value, halfUnit, to: to + 1, isMeasure: true } : null;
  }
  return { ...PLAIN, value, halfUnit, to, isYear };
}

/** Four digits that are a year in prose: 1800 to 2099. */
export function isYearNumber(written: string): boolean {
  return /^(?:1[89]|20)\d\d$/.test(written);
}

/** Dates, ratios, clock times, numbers of forms and telephones: "60/40", "2013-14", "9:30", "Covid-19", "2 pm", "1-222-2222". */
function isPartOfCode(tokens: readonly Token[], at: number, to: number): boolean {
  if (isClock(tokens, to)) return true;
  const before = tokens[at - 1];
  const isGlued = tokens[at]!.glued && before?.glued === true;
  if (isGlued && before.lower === '^') return true;
  if (isGlued && /^[-+]$/.test(before.lower) && tokens[at - 2]?.kind === 'word') {
    return before.lower === '+' || (tokens[at - 2]!.capital && smallNumber(tokens[at - 2]!.lower) === null);
  }
  const marks: string[] = [];
  let first = at;
  for (; isJoined(tokens, first - 1); first -= 2) marks.push(tokens[first - 1]!.lower);
  let last = to - 1;
  for (; isJoined(tokens, last + 1); last += 2) marks.push(tokens[last + 1]!.lower);
  if (marks.length === 0) return false;
  return marks.length > 1 || marks[0] !== '-' || (isYearNumber(tokens[first]!.lower) && /^\d\d$/.test(tokens[last]!.lower));
}

/** A mark at `at` with digits glued on both sides: "5/17", "9:30", "10-15". */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return mark?.glued === true && /^[-/:]$/.test(mark.lower) && before?.kind === 'number' && after?.kind === 'number' && after.glued;
}

/** "2 pm", "4 P.M.", "2.17pm": a minute has two digits, "2.1 pm" is a length. */
function isClock(tokens: readonly Token[], at: number): boolean {
  const written = tokens[at - 1]!.lower;
  if (!/^(?:1?\d|2[0-4])(?:\.[0-5]\d)?$/.test(written)) return false;
  const word = tokens[at]?.lower ?? '';
  return word === 'am' || word === 'pm' || (/^[ap]$/.test(word) && tokens[at + 1]?.lower === '.' && tokens[at + 2]?.lower === 'm');
}

function isGluedUnit(word: string): boolean {
  return /^(?:x|bps|bp|pp|ppt|ppts|pts|pct|percent|times|fold|cents|usd)$/.test(word);
}

/** Small letters behind digits are a unit, when no digit follows them and they are no ending of an ordinal. */
function isMeasureUnit(tokens: readonly Token[], word: Token, at: number): boolean {
  if (/^(?:st|nd|rd|th|s|y|d|w|h|q|e)$/.test(word.lower) || (tokens[at + 1]?.kind === 'number' && tokens[at + 1]!.glued)) return false;
  return !word.upper || word.lower.length === 2;
}

/** "30 million", "$30M", "45bn", "the $17.8-billion fund"; null when no scale follows. */
function withScale(tokens: readonly Token[], digits: Digits, end: number, isMoney: boolean): Magnitude | null {
  let at = digits.to;
  if (tokens[at]?.lower === '-' && tokens[at]!.glued && tokens[at + 1]?.glued && (SCALES[tokens[at + 1]!.lower] ?? 0) >= 1e6) at += 1;
  const word = tokens[at];
  if (word?.kind !== 'word' || at >= end || !isScale(word, isMoney)) return null;
  let factor = SCALES[word.lower] ?? (word.lower.startsWith('hundred') ? 100 : 12);
  let to = at + 1;
  if (/^lakhs?$/.test(word.lower) && /^crores?$/.test(tokens[to]?.lower ?? '') && to < end) {
    factor *= 1e7;
    to += 1;
  }
  let value = digits.value;
  // "3 million and a half"
  const part = factor >= 1e6 ? addedFraction(tokens, to, end) : null;
  if (part !== null) {
    value += part.value;
    to = part.to;
  }
  return { ...PLAIN, value: value * factor, halfUnit: digits.halfUnit * factor, to, scale: factor };
}

function isScale(word: Token, isMoney: boolean): boolean {
  const { lower, glued } = word;
  if (isMultiplier(lower)) return !glued || scaleOfWord(lower) !== null;
  if (SCALES[lower] === undefined) return false;
  if (/^(?:mln|bln|tln|trn|bn|tn)$/.test(lower)) return true;
  if (lower === 'mn' || lower === 'k' || lower === 'mil') return glued || isMoney;
  return isMoney ? glued || lower !== 't' : glued && (word.upper || lower === 'b');
}

/** "two in five", "7 in 10", "three out of ten", "one constituent in fifteen". Value in percent. */
function shareOutOf(tokens: readonly Token[], at: number, end: number, part: number): Magnitude | null {
  let i = at;
  if (part > 99 || !Number.isInteger(part) || part < 1) return null;
  if (tokens[i]?.kind === 'word' && tokens[i + 1]?.lower === 'in' && /^(?:constituent|company|companies|stock|stocks|firm|firms|member|members|name|names)s?$/.test(tokens[i]!.lower)) i += 1;
  const isIn = tokens[i]?.lower === 'in';
  const isOutOf = tokens[i]?.lower === 'out' && tokens[i + 1]?.lower === 'of';
  const isOfEvery = tokens[i]?.lower === 'of' && tokens[i + 1]?.lower === 'every';
  if (!isIn && !isOutOf && !isOfEvery) return null;
  i += isIn ? 1 : 2;
  if (tokens[i]?.lower === 'every') i += 1;
  const token = tokens[i];
  if (token === undefined || i >= end) return null;
  let whole: number | null = null;
  let to = i + 1;
  if (token.kind === 'number' && /^\d{1,3}$/.test(token.lower)) whole = Number(token.lower);
  else if (token.kind === 'word') {
    const { words, ends } = lowerWords(tokens, i, end);
    const read = readNumberWords(words, 0);
    if (read !== null) {
      whole = read.value;
      to = ends[read.length - 1]!;
    }
  }
  const limit = isOutOf ? 1000 : 100;
  if (whole === null || whole <= part || whole < 3 || whole > limit) return null;
  return { ...IN_WORDS, value: (part / whole) * 100, halfUnit: 0, to, isFraction: true };
}

export function wordsAt(tokens: readonly Token[], at: number, end: number): Magnitude | null {
  const first = tokens[at]!.lower;
  // "a dollar and a quarter"
  if (first === 'a' && tokens[at + 1]?.lower === 'dollar') {
    const part = addedFraction(tokens, at + 2, end);
    return part === null ? null : { ...IN_WORDS, value: 1 + part.value, halfUnit: 0.05, to: part.to };
  }
  if (first === 'one' && isPronoun(tokens, at)) return null;
  const { words, ends } = lowerWords(tokens, at, end);
  const read = readNumberWords(words, 0);
  if (read === null) return null;
  let to = ends[read.length - 1]!;
  if (isOrdinalNext(tokens, to)) return null;
  const outOf = shareOutOf(tokens, to, end, read.value);
  if (outOf !== null) return outOf;
  let { value, scale } = read;
  let halfUnit = Number.isInteger(value) ? 0.5 * scale : 0.05;
  const part = addedFraction(tokens, to, end);
  if (part !== null) {
    value += part.value * scale;
    halfUnit = 0.05 * scale;
    to = part.to;
    const factor = to < end ? scaleOfWord(tokens[to]!.lower) : null;
    if (factor !== null && (scale === 1 || factor < scale)) {
      // "two and a half million"; "one billion and a half million"
      value = scale === 1 ? value * factor : read.value + part.value * factor;
      halfUnit = 0.05 * factor;
      if (scale === 1) scale = factor;
      to += 1;
    }
  }
  return { ...IN_WORDS, value, halfUnit, to, scale };
}

/** "the one", "this one": no number. */
function isPronoun(tokens: readonly Token[], at: number): boolean {
  const isCounting = tokens[at + 1]?.lower === '-' || isMultiplier(tokens[at + 1]?.lower ?? '');
  return !isCounting && /^(?:the|this|that|which|no|every|any|each|another|some)$/.test(tokens[at - 1]?.lower ?? '');
}

/** "twenty-first": the word glued behind the number makes it a place. */
function isOrdinalNext(tokens: readonly Token[], at: number): boolean {
  const isHyphen = tokens[at]?.lower === '-' && tokens[at].glued && tokens[at + 1]?.glued === true;
  const next = isHyphen ? tokens[at + 1]!.lower : '';
  return /^(?:first|second|[a-z]+(?:rd|th))$/.test(next) && (next === 'first' || next === 'second' || denominator(next) !== null);
}

/** Words from token `at` on, and the token behind each. "twenty-five" is two words. */
function lowerWords(tokens: readonly Token[], at: number, end: number): { words: string[]; ends: number[] } {
  const words: string[] = [];
  const ends: number[] = [];
  for (let i = at; i < Math.min(end, at + 18) && words.length < 12; i += 1) {
    const token = tokens[i]!;
    if (token.lower === '-' && token.glued) {
      const next = tokens[i + 1];
      if (next?.glued === true && (smallNumber(next.lower) !== null || isMultiplier(next.lower))) continue;
      break;
    }
    if (token.kind !== 'word' && token.lower !== '&') break;
    words.push(token.lower);
    ends.push(i + 1);
  }
  return { words, ends };
}
