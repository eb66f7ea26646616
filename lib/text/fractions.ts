/** Fractions in words: shares of a whole, parts of a scale, and what is added to a whole number. */
import { denominator, scaleOfWord, smallNumber } from './number-words.ts';
import type { Token } from './tokens.ts';

/** A part of one, and the token index behind it. */
export interface Part {
  readonly value: number;
  readonly to: number;
}

/** A part of a scale in full ("half a million" → 500,000). */
export interface ScaledPart extends Part {
  readonly scale: number;
}

const NOT_A_FRACTION_NEXT = new Set(
  ('time session day week month year quarter straight consecutive party place wave round down generation rate term world ' +
    'try attempt person man installment one option reason way').split(' '),
);

/** "half a million", "a quarter million", "three quarters of a billion", "half a dozen": a part of a scale, not a share. */
export function partOfScale(tokens: readonly Token[], at: number, end: number): ScaledPart | null {
  const part = fractionWords(tokens, at, end);
  if (part === null) return null;
  let i = part.to;
  if (tokens[i]?.lower === 'of') i += 1;
  if (/^an?$/.test(tokens[i]?.lower ?? '')) i += 1;
  const word = tokens[i];
  if (word === undefined || i >= end || (!/^(?:dozen|hundred)$/.test(word.lower) && scaleOfWord(word.lower) === null) || word.lower.endsWith('s')) return null;
  const factor = scaleOfWord(word.lower) ?? (word.lower === 'dozen' ? 12 : 100);
  return { value: (part.numerator / part.parts) * factor, scale: factor, to: i + 1 };
}

/** "a third", "two-thirds", "half": numerator and denominator as written, whatever stands around them. */
function fractionWords(tokens: readonly Token[], at: number, end: number): { numerator: number; parts: number; to: number } | null {
  let i = at;
  let numerator = 1;
  const word = tokens[i]!.lower;
  const small = smallNumber(word);
  if (word === 'a' || word === 'one') i += 1;
  else if (small !== null && small <= 9 && small > 1) {
    numerator = small;
    i += 1;
  } else if (word !== 'half' && word !== 'quarter') return null;
  if (tokens[i]?.lower === '-' && tokens[i]!.glued) i += 1;
  const token = tokens[i];
  if (token === undefined || i >= end || token.kind !== 'word') return null;
  const parts = denominator(token.lower);
  return parts === null ? null : { numerator, parts, to: i + 1 };
}

/** "a third of the companies", "two-thirds", "nearly half"; null where the words count something else ("a third time", "the first half"). */
export function fractionAt(tokens: readonly Token[], at: number, end: number): Part | null {
  const read = fractionWords(tokens, at, end);
  const word = tokens[at]!.lower;
  if (read === null || read.numerator >= read.parts || word === 'quarter') return null;
  const { numerator, parts, to } = read;
  const previous = tokens[at - 1]?.lower ?? '';
  const next = tokens[to];
  if (parts === 2) {
    // "the profitable half of the index"
    if (word === 'half' && tokens[at - 2]?.lower === 'the' && tokens[at - 1]!.kind === 'word' && next?.lower === 'of') return null;
    if (/^(?:first|second|opening|latter|other|back|final|1st|2nd|better|and)$/.test(previous)) return null;
    if (word === 'half' && next?.lower === '-' && next.glued) return null;
    const isOfPercent = next?.lower === 'a' && /^(?:percent|percentage)$/.test(tokens[to + 1]?.lower ?? '');
    if (word === 'half' && !isOfPercent && !/^(?:of|the|its|their|percent)$/.test(next?.lower ?? '') && !/^(?:about|nearly|almost|roughly|over|than|lost|shed|by|only|just|around)$/.test(previous)) return null;
  }
  if (next !== undefined && !next.glued && NOT_A_FRACTION_NEXT.has(next.lower)) return null;
  if (parts === 4 && numerator === 1 && next?.lower !== 'of' && !/^(?:about|nearly|almost|roughly|over|above|under|below|than|around)$/.test(previous)) return null;
  return { value: numerator / parts, to };
}

/** "a fifth of one percent", "half a percent", "half of 1%", "a half percent": where the percent sign or word stands; null when there is none. */
export function ofPercent(tokens: readonly Token[], at: number): number | null {
  let i = at;
  if (tokens[i]?.lower === 'of') i += 1;
  if (/^(?:one|a|1)$/.test(tokens[i]?.lower ?? '')) i += 1;
  return /^(?:percent|%|pct|percentage)$/.test(tokens[i]?.lower ?? '') ? i : null;
}

/** "… and a half", "… and two thirds" behind a whole number. */
export function addedFraction(tokens: readonly Token[], at: number, end: number): Part | null {
  if (!/^(?:and|&)$/.test(tokens[at]?.lower ?? '') || at + 1 >= end || tokens[at + 1]!.kind !== 'word') return null;
  const part = fractionWords(tokens, at + 1, end);
  return part === null || part.to === at + 2 || part.numerator >= part.parts ? null : { value: part.numerator / part.parts, to: part.to };
}
