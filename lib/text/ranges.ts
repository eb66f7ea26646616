/** The second figure of a range, and bounds on both sides: "30-40%", "between 3 and 4", "above 10 but below 15". */
import { digitsAt, wordsAt, type Magnitude } from './magnitude.ts';
import type { Token } from './tokens.ts';
import { unitAt, type QuantityUnit } from './units.ts';

/** The figure that a range may begin with. */
export interface FirstFigure extends Magnitude {
  readonly unit: QuantityUnit | null;
  readonly isNegative: boolean;
}

export interface RangeEnd extends Magnitude {
  /** "-2 to 4" ends above zero, "-2-4" and "-2 to -4" below. */
  readonly isNegative: boolean;
}

/** The second figure of a range: "30-40%", "3- to 5-year", "$1.29 billion to $1.31 billion", "between 44 mg and 50 mg". */
export function rangeEnd(tokens: readonly Token[], at: number, first: FirstFigure, end: number): RangeEnd | null {
  const { unit: firstUnit } = first;
  if (first.isFraction && firstUnit === null) return null;
  let i = at;
  // A unit that is not ours, written with both figures.
  const shared = firstUnit === null && isLink(tokens, at + 1) && !isLink(tokens, at) && tokens[at]?.kind === 'word' ? tokens[at].lower : null;
  if (shared !== null) i += 1;
  const link = tokens[i];
  if (link === undefined || i + 1 >= end) return null;
  const isDash = link.lower === '-' || (link.lower === '~' && link.glued);
  const isHyphenTo = link.lower === '-' && link.glued && tokens[i + 1]?.lower === 'to';
  const isTo = link.lower === 'to' || link.lower === 'through' || isHyphenTo;
  const isAnd = link.lower === 'and' && isBetween(tokens, i);
  if (!isDash && !isTo && !isAnd) return null;
  i += isHyphenTo ? 2 : 1;
  const isMoney = /^[$€£]$/.test(tokens[i]?.lower ?? '');
  if (isMoney) i += 1;
  const isMinus = /^(?:-|minus|negative)$/.test(tokens[i]?.lower ?? '') && (tokens[i]!.kind === 'word' || tokens[i + 1]?.glued === true);
  if (isMinus) i += 1;
  const isNegative = isMinus || (first.isNegative && isDash && !isTo);
  const token = tokens[i];
  if (token === undefined || i >= end) return null;
  if (isDash && !isTo && token.kind !== 'number' && token.lower !== '.') return null;
  const second = token.kind === 'word' ? wordsAt(tokens, i, end) : digitsAt(tokens, i, end, isMoney);
  if (second === null || second.isMeasure !== first.isMeasure) return null;
  // "from 19 to 17" is a change, "to 4.2% from 4.5%" as well: only a rising pair of like units is a range.
  if (isTo && isChange(tokens, at)) return null;
  const secondUnit = unitAt(tokens, second.to, end)?.unit ?? null;
  if (shared !== null && (secondUnit !== null || tokens[second.to]?.lower !== shared)) return null;
  if (firstUnit !== null && secondUnit !== null && firstUnit !== secondUnit) return null;
  if (firstUnit !== null && secondUnit === null && isTo) return null;
  // "-4% to -2%" and "-2% to -4%" are ranges alike.
  const isRising = isNegative !== first.isNegative ? first.isNegative : second.value > first.value || (isMinus && second.value < first.value);
  if (!isRising && !(second.scale > 1 && first.scale === 1)) return null;
  return { ...second, isNegative };
}

function isLink(tokens: readonly Token[], at: number): boolean {
  return /^(?:to|and|through)$/.test(tokens[at]?.lower ?? '');
}

function isBetween(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i -= 1) if (tokens[i]!.lower === 'between') return true;
  return false;
}

/** A verb of change or "from" before the first figure: two values, not one range. "ranged from" is a range. */
function isChange(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 7); i -= 1) {
    if (tokens[i]!.lower === 'from') return !/^(?:rang(?:ed|es|ing)|anywhere|varies|vary)$/.test(tokens[i - 1]?.lower ?? '');
  }
  return false;
}

/** "$1.2 to $1.4 billion", "30-40 million": a scale on the second figure alone holds for the first too. */
export function impliedScale(first: Magnitude, second: Magnitude): number {
  if (second.scale === 1 || first.scale > 1) return 1;
  return first.value < (second.value / second.scale) * 10 ? second.scale : 1;
}
