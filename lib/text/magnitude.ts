/** How much: figures in digits, in words, as fractions and as "two in five", before any unit. */
import { denominator, readNumberWords, SCALES, smallNumber } from './number-words.ts';
import type { Token } from './tokens.ts';

export interface Magnitude {
  readonly value: number;
  readonly halfUnit: number;
  readonly to: number;
  readonly inWords: boolean;
  readonly isFraction: boolean;
  readonly isYear: boolean;
  readonly hasScale: boolean;
}

const NOT_A_FRACTION_NEXT = new Set(
  ('time session day week month year quarter straight consecutive party place wave round down generation rate term world ' +
    'try attempt person man installment one option reason way').split(' '),
);

export function magnitudeAt(tokens: readonly Token[], at: number, end: number, isMoney: boolean): Magnitude | null {
  const token = tokens[at]!;
  if (token.kind === 'number') return digitsAt(tokens, at, end, isMoney);
  if (token.kind !== 'word' || token.upper && token.length > 1) return null;
  return fractionAt(tokens, at, end) ?? wordsAt(tokens, at, end);
}

export function digitsAt(tokens: readonly Token[], at: number, end: number, isMoney: boolean): Magnitude | null {
  const token = tokens[at]!;
  const raw = token.lower;
  const plain = raw.replaceAll(',', '');
  let value = Number(plain);
  let decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  let to = at + 1;
  // A decimal comma: "17,45" glued on both sides, one or two digits, no further group behind it.
  const comma = tokens[to];
  const rest = tokens[to + 1];
  if (comma?.lower === ',' && comma.glued && rest?.kind === 'number' && rest.glued && /^\d{1,2}$/.test(rest.lower) && !raw.includes('.') && !raw.includes(',')) {
    value = Number(`${plain}.${rest.lower}`);
    decimals = rest.lower.length;
    to += 2;
  }
  // "3 1/2", "1/3"
  if (tokens[to]?.lower === '/' && tokens[to]!.glued && tokens[to + 1]?.kind === 'number' && tokens[to + 1]!.glued && /^[1-9]$/.test(raw) && /^(?:[2-9]|10)$/.test(tokens[to + 1]!.lower)) {
    if (tokens[to + 2]?.lower !== '/') {
      const value2 = value / Number(tokens[to + 1]!.lower);
      return { value: value2 * 100, halfUnit: 0, to: to + 2, inWords: false, isFraction: true, isYear: false, hasScale: false };
    }
    return null;
  }
  const outOf = shareOutOf(tokens, to, end, value);
  if (outOf !== null) return outOf;
  const next = tokens[to];
  let scale = 1;
  let hasScale = false;
  let scaleAt = to;
  if (next?.lower === '-' && next.glued && tokens[to + 1]?.glued && (SCALES[tokens[to + 1]!.lower] ?? 0) >= 1e6) scaleAt = to + 1;
  const word = tokens[scaleAt];
  if (word?.kind === 'word' && scaleAt < end) {
    const factor = SCALES[word.lower];
    if (factor !== undefined && (word.lower.length > 3 || (word.glued || (isMoney && word.lower.length >= 1 && word.lower !== 't'))) && !(word.lower === 'm' && !isMoney && !word.glued)) {
      const isLetter = word.lower.length <= 3;
      if (!isLetter || isMoney || word.lower === 'bn' || word.lower === 'mn' || word.lower === 'k' || (word.glued && word.upper)) {
        scale = factor;
        hasScale = true;
        to = scaleAt + 1;
      }
    }
    if (scale === 1 && word.glued && word.lower.length > 0 && !isGluedUnit(word.lower) && scaleAt === to) return null; // 10Y, 1Q25, 38th
  }
  const isYear = /^(?:1[89]|20)\d\d$/.test(raw) && !isMoney && !hasScale;
  return { value: value * scale, halfUnit: 0.5 * 10 ** -decimals * scale, to, inWords: false, isFraction: false, isYear, hasScale };
}

function isGluedUnit(word: string): boolean {
  return word === 'x' || word === 'bps' || word === 'bp' || word === 'pp' || word === 'pts' || word === 'pct' || word === 'percent';
}

/** "two in five", "7 in 10", "three out of ten", "one constituent in fifteen". Value in percent. */
function shareOutOf(tokens: readonly Token[], at: number, end: number, part: number): Magnitude | null {
  let i = at;
  if (part > 99 || !Number.isInteger(part) || part < 1) return null;
  if (tokens[i]?.kind === 'word' && tokens[i + 1]?.lower === 'in' && /^(?:constituent|company|companies|stock|stocks|firm|firms|member|members|name|names)s?$/.test(tokens[i]!.lower)) i += 1;
  else if (tokens[i]?.lower === 'of' && tokens[i + 1]?.lower === 'every') i += 0;
  const isIn = tokens[i]?.lower === 'in';
  const isOutOf = tokens[i]?.lower === 'out' && tokens[i + 1]?.lower === 'of';
  const isOfEvery = tokens[i]?.lower === 'of' && tokens[i + 1]?.lower === 'every';
  if (!isIn && !isOutOf && !isOfEvery) return null;
  i += isIn ? 1 : 2;
  if (tokens[i]?.lower === 'every') i += 1;
  if (i >= end) return null;
  const token = tokens[i];
  if (token === undefined) return null;
  let whole: number | null = null;
  let length = 1;
  if (token.kind === 'number' && /^\d{1,3}$/.test(token.lower)) whole = Number(token.lower);
  else if (token.kind === 'word') {
    const { words, ends } = lowerWords(tokens, i, end);
    const read = readNumberWords(words, 0);
    if (read !== null) {
      whole = read.value;
      length = ends[read.length - 1]! - i;
    }
  }
  if (whole === null || whole <= part || whole < 3 || whole > 100) return null;
  return { value: (part / whole) * 100, halfUnit: 0, to: i + length, inWords: true, isFraction: true, isYear: false, hasScale: false };
}

function fractionAt(tokens: readonly Token[], at: number, end: number): Magnitude | null {
  let i = at;
  let numerator = 1;
  const word = tokens[i]!.lower;
  const small = smallNumber(word);
  if (word === 'a' || word === 'one') i += 1;
  else if (small !== null && small <= 9 && small > 1) {
    numerator = small;
    i += 1;
  } else if (word !== 'half') return null;
  if (tokens[i]?.lower === '-' && tokens[i]!.glued) i += 1;
  const token = tokens[i];
  if (token === undefined || i >= end || token.kind !== 'word') return null;
  const parts = denominator(token.lower);
  if (parts === null || numerator >= parts) return null;
  const previous = tokens[at - 1]?.lower ?? '';
  const next = tokens[i + 1];
  if (token.lower === 'half') {
    // "the profitable half of the index"
    if (word === 'half' && tokens[at - 2]?.lower === 'the' && tokens[at - 1]!.kind === 'word' && next?.lower === 'of') return null;
    if (/^(?:first|second|opening|latter|other|back|final|1st|2nd|better|and)$/.test(previous)) return null;
    if (word === 'half' && next?.lower === '-' && next.glued) return null;
    const isOfPercent = next?.lower === 'a' && /^(?:percent|percentage)$/.test(tokens[i + 2]?.lower ?? '');
    if (word === 'half' && !isOfPercent && !/^(?:of|the|its|their|percent)$/.test(next?.lower ?? '') && !/^(?:about|nearly|almost|roughly|over|than|lost|shed|by|only|just|around)$/.test(previous)) return null;
  }
  if (next !== undefined && !next.glued && NOT_A_FRACTION_NEXT.has(next.lower)) return null;
  if (parts === 4 && numerator === 1 && next?.lower !== 'of' && !/^(?:about|nearly|almost|roughly|over|than|around)$/.test(previous)) return null;
  let to = i + 1;
  let value = (numerator / parts) * 100;
  let isFraction = true;
  // "a fifth of one percent", "half a percent", "half of 1%"
  let k = to;
  if (tokens[k]?.lower === 'of') k += 1;
  if (/^(?:one|a|1)$/.test(tokens[k]?.lower ?? '')) k += 1;
  // … "a half percent"
  if (/^(?:percent|%|pct|percentage)$/.test(tokens[k]?.lower ?? '')) {
    value /= 100;
    isFraction = false;
    to = k;
  }
  return { value, halfUnit: 0, to, inWords: true, isFraction, isYear: false, hasScale: false };
}

export function wordsAt(tokens: readonly Token[], at: number, end: number): Magnitude | null {
  const first = tokens[at]!.lower;
  // "a dollar and a quarter"
  if (first === 'a' && tokens[at + 1]?.lower === 'dollar' && tokens[at + 2]?.lower === 'and' && tokens[at + 3]?.lower === 'a') {
    const parts = denominator(tokens[at + 4]?.lower ?? '');
    if (parts !== null) return { value: 1 + 1 / parts, halfUnit: 0.05, to: at + 5, inWords: true, isFraction: false, isYear: false, hasScale: false };
  }
  const { words, ends } = lowerWords(tokens, at, end);
  const read = readNumberWords(words, 0);
  if (read === null) return null;
  let to = ends[read.length - 1]!;
  const outOf = shareOutOf(tokens, to, end, read.value);
  if (outOf !== null) return outOf;
  let value = read.value;
  let halfUnit = 0.5;
  if (tokens[to]?.lower === 'and' && tokens[to + 1]?.lower === 'a') {
    const parts = denominator(tokens[to + 2]?.lower ?? '');
    if (parts !== null) {
      value += 1 / parts;
      halfUnit = 0.05;
      to += 3;
    }
  }
  const scale = SCALES[tokens[to]?.lower ?? ''];
  if (scale !== undefined && tokens[to]!.lower.length > 3) {
    value *= scale;
    halfUnit *= scale;
    to += 1;
  }
  return { value, halfUnit, to, inWords: true, isFraction: false, isYear: false, hasScale: scale !== undefined };
}

/** Words from token `at` on, and the token behind each. "twenty-five" is two words. */
function lowerWords(tokens: readonly Token[], at: number, end: number): { words: string[]; ends: number[] } {
  const words: string[] = [];
  const ends: number[] = [];
  for (let i = at; i < Math.min(end, at + 14) && words.length < 8; i += 1) {
    const token = tokens[i]!;
    if (token.lower === '-' && token.glued) {
      const isCompound = (smallNumber(words.at(-1) ?? '') ?? 0) >= 20 && (smallNumber(tokens[i + 1]?.lower ?? '') ?? 10) < 10;
      if (isCompound) continue;
      break;
    }
    if (token.kind !== 'word') break;
    words.push(token.lower);
    ends.push(i + 1);
  }
  return { words, ends };
}
