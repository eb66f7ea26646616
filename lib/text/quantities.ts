import type { Span } from './span.ts';
import type { Token } from './tokens.ts';
import { hedgeAfter, hedgeBefore, type Hedge } from './hedges.ts';
import { denominator, readNumberWords, SCALES, smallNumber } from './number-words.ts';

/**
 * What the figure counts in, as written. `fold` is a growth factor turned into percent ("tripled" is 200); `foreign` is
 * money that is not US dollars; `plain` has no unit.
 */
export type QuantityUnit = '%' | 'pp' | 'bps' | 'x' | 'fold' | 'USD' | 'points' | 'foreign' | 'plain';

/** A figure with its unit, sign and hedge. */
export interface Quantity {
  /** The figure with sign, currency and unit, without the hedge. */
  readonly span: Span;
  /** Token indices `[from, to)` of the figure, and of the figure with its hedge. */
  readonly from: number;
  readonly to: number;
  readonly hedgedFrom: number;
  readonly hedgedTo: number;
  /** Full units, signed when a sign is written. Equal unless a range. */
  readonly low: number;
  readonly high: number;
  /** Half a unit of the last written digit. */
  readonly halfUnit: number;
  readonly unit: QuantityUnit;
  readonly hedge: Hedge | null;
  readonly isRange: boolean;
  readonly isFraction: boolean;
  /** A plus, minus or bracket is written. */
  readonly signed: boolean;
  /** Written in words or as a bare four-digit year; both need more context to be a figure. */
  readonly inWords: boolean;
  readonly isYear: boolean;
  /** "500-stock": the word hyphenated to the figure; null otherwise. */
  readonly compound: string | null;
}

interface Magnitude {
  readonly value: number;
  readonly halfUnit: number;
  readonly to: number;
  readonly inWords: boolean;
  readonly isFraction: boolean;
  readonly isYear: boolean;
  readonly hasScale: boolean;
}

const FOLDS: Readonly<Record<string, number>> = {
  doubled: 100, tripled: 200, trebled: 200, quadrupled: 300, quintupled: 400, sextupled: 500,
  halved: -50, doubling: 100, tripling: 200, quadrupling: 300, twofold: 100, threefold: 200, fourfold: 300, fivefold: 400,
  sixfold: 500, sevenfold: 600, eightfold: 700, ninefold: 800, tenfold: 900, hundredfold: 9900,
};
const NOT_A_FRACTION_NEXT = new Set(
  ('time session day week month year quarter straight consecutive party place wave round down generation rate term world ' +
    'try attempt person man installment one option reason way').split(' '),
);

/** Every figure between two token indices, left to right, not overlapping. */
export function scanQuantities(tokens: readonly Token[], from: number, to: number): Quantity[] {
  const found: Quantity[] = [];
  let i = from;
  while (i < to) {
    const quantity = quantityAt(tokens, i, from, to);
    if (quantity === null) {
      i += 1;
      continue;
    }
    found.push(quantity);
    i = Math.max(quantity.to, i + 1);
  }
  return found;
}

function quantityAt(tokens: readonly Token[], at: number, start: number, end: number): Quantity | null {
  const token = tokens[at]!;
  if (token.kind === 'word') {
    const fold = FOLDS[token.lower];
    if (fold !== undefined) return assemble(tokens, start, end, at, at + 1, fold, fold, 0, 'fold', { isFraction: false });
  }
  let i = at;
  let sign = 0;
  let bracket = false;
  if (token.lower === '(' && isNegativeBracket(tokens, at, end)) {
    bracket = true;
    sign = -1;
    i += 1;
  }
  if (isSign(tokens, i, end)) {
    // "+/- 2.5%" is a band, not a sign.
    if (tokens[i + 1]?.lower === '/' && tokens[i + 2]?.lower === '-') i += 3;
    else {
      sign = tokens[i]!.lower === '-' || tokens[i]!.lower === 'minus' ? -1 : 1;
      i += 1;
    }
  } else if (tokens[i]?.lower === '±') i += 1;
  let currency: 'USD' | 'foreign' | null = null;
  const symbol = tokens[i];
  if (symbol !== undefined && i < end) {
    if (symbol.lower === '$' || (symbol.lower === 'us' && tokens[i + 1]?.lower === '$')) {
      const before = tokens[i - 1];
      const isForeignDollar = symbol.lower === '$' && symbol.glued && before?.kind === 'word' && before.lower !== 'us';
      currency = isForeignDollar ? 'foreign' : 'USD';
      i += symbol.lower === 'us' ? 2 : 1;
      if (sign === 0 && tokens[i]?.lower === '-' && tokens[i]!.glued) {
        sign = -1;
        i += 1;
      }
    } else if (/^[€£¥₹]$/.test(symbol.lower)) {
      currency = 'foreign';
      i += 1;
    }
  }
  if (i >= end) return null;
  const first = magnitudeAt(tokens, i, end, currency !== null);
  if (first === null) return null;
  if (i === at && isPartOfWord(tokens, at)) return null;
  const firstUnit = unitAt(tokens, first.to, end);
  let low = first.value;
  let high = first.value;
  let halfUnit = first.halfUnit;
  let next = first.to;
  let unit = firstUnit;
  let isRange = false;
  const second = currency === 'foreign' ? null : rangeEnd(tokens, firstUnit?.to ?? first.to, first, firstUnit?.unit ?? null, end);
  if (second !== null) {
    const secondUnit = unitAt(tokens, second.magnitude.to, end);
    const isPlainPair = firstUnit === null && secondUnit === null && currency === null;
    if (!(isPlainPair && (first.isYear || second.magnitude.isYear))) {
      isRange = true;
      const scale = second.magnitude.hasScale && !first.hasScale ? impliedScale(first.value, second.magnitude) : 1;
      low = first.value * scale;
      high = second.magnitude.value;
      halfUnit = Math.max(first.halfUnit * scale, second.magnitude.halfUnit);
      next = second.magnitude.to;
      unit = secondUnit ?? firstUnit;
      if (unit !== null) next = Math.max(next, secondUnit?.to ?? next);
    }
  }
  if (!isRange && unit !== null) next = unit.to;
  if (first.inWords && currency === null && tokens[i]!.lower === 'a' && tokens[i + 1]?.lower === 'dollar') currency = 'USD';
  let kind: QuantityUnit = currency ?? 'plain';
  if (unit !== null && currency === null) {
    kind = unit.unit;
    if (unit.factor !== 1) {
      low *= unit.factor;
      high *= unit.factor;
      halfUnit *= unit.factor;
    }
  }
  if (isRange && low > high) [low, high] = [high, low];
  if (sign < 0) [low, high] = isRange ? [-high, -low] : [-low, -high];
  if (bracket && tokens[next]?.lower === ')') next += 1;
  return assemble(tokens, start, end, at, next, low, high, halfUnit, kind, {
    isFraction: first.isFraction, isRange, signed: sign !== 0, inWords: first.inWords,
    isYear: first.isYear && kind === 'plain' && !isRange,
  });
}

function assemble(
  tokens: readonly Token[], start: number, end: number, from: number, to: number,
  low: number, high: number, halfUnit: number, unit: QuantityUnit,
  flags: { isFraction: boolean; isRange?: boolean; signed?: boolean; inWords?: boolean; isYear?: boolean },
): Quantity {
  const before = hedgeBefore(tokens, from, start);
  const after = hedgeAfter(tokens, to, end);
  let compound: string | null = null;
  const hyphen = tokens[to];
  if (hyphen?.lower === '-' && hyphen.glued && to + 1 < end && tokens[to + 1]!.glued && tokens[to + 1]!.kind === 'word') {
    if (after === null) compound = tokens[to + 1]!.lower;
  }
  return {
    span: { start: tokens[from]!.start, end: tokens[to - 1]!.end },
    from, to, hedgedFrom: before?.from ?? from, hedgedTo: after?.to ?? to,
    low, high, halfUnit, unit, hedge: before?.hedge ?? after?.hedge ?? null,
    isRange: flags.isRange ?? false, isFraction: flags.isFraction, signed: flags.signed ?? false,
    inWords: flags.inWords ?? unit === 'fold', isYear: flags.isYear ?? false, compound,
  };
}

/** A sign counts when it is glued to what follows or stands alone before a figure ("+ 2.1%", "minus 3%", "- 3%"). */
function isSign(tokens: readonly Token[], i: number, end: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (token === undefined || next === undefined || i + 1 >= end) return false;
  const startsFigure = next.kind === 'number' || next.lower === '$' || (token.lower === '+' && next.lower === '/');
  if (token.lower === 'minus' || token.lower === 'plus') return next.kind === 'number' && !token.glued;
  if (token.lower !== '+' && token.lower !== '-') return false;
  if (!startsFigure) return false;
  const before = tokens[i - 1];
  // "10-15" and "S&P-500" are no signs; neither is a dash between words ("the market - 2,000 stocks").
  if (token.glued && before !== undefined && (before.kind !== 'punct' || before.lower === '%')) return false;
  return next.glued || token.lower === '+';
}

function isNegativeBracket(tokens: readonly Token[], at: number, end: number): boolean {
  // "(1.1)" or "(1.1%)" standing as a whole cell or figure: only when nothing but the figure is inside.
  let i = at + 1;
  if (tokens[i]?.lower === '$') i += 1;
  if (i >= end || tokens[i]?.kind !== 'number') return false;
  i += 1;
  if (tokens[i]?.lower === '%') i += 1;
  if (tokens[i]?.lower !== ')') return false;
  const before = tokens[at - 1];
  // After a word it is an aside ("the long-term average (21.5)"), after a figure or at the start an accountant's minus.
  return before === undefined || before.lower === '\t';
}

/** "Q3", "S&P500": digits glued behind a letter are part of a name. */
function isPartOfWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  return token.kind === 'number' && token.glued && before !== undefined && (before.kind === 'word' || /^[._#@]$/.test(before.lower));
}

function magnitudeAt(tokens: readonly Token[], at: number, end: number, isMoney: boolean): Magnitude | null {
  const token = tokens[at]!;
  if (token.kind === 'number') return digitsAt(tokens, at, end, isMoney);
  if (token.kind !== 'word' || token.upper && token.end - token.start > 1) return null;
  return fractionAt(tokens, at, end) ?? wordsAt(tokens, at, end);
}

function digitsAt(tokens: readonly Token[], at: number, end: number, isMoney: boolean): Magnitude | null {
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
    const words = readNumberWords(lowerWords(tokens, i, end), 0);
    if (words !== null) {
      whole = words.value;
      length = words.length;
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
    if (/^(?:first|second|opening|latter|other|back|final|1st|2nd|better|and)$/.test(previous)) return null;
    if (word === 'half' && next?.lower === '-' && next.glued) return null;
    if (word === 'half' && !/^(?:of|the|its|their)$/.test(next?.lower ?? '') && !/^(?:about|nearly|almost|roughly|over|than|lost|shed|by|only|just|around)$/.test(previous)) return null;
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
  if (k > to && /^(?:percent|%|pct|percentage)$/.test(tokens[k]?.lower ?? '')) {
    value /= 100;
    isFraction = false;
    to = k;
  }
  return { value, halfUnit: 0, to, inWords: true, isFraction, isYear: false, hasScale: false };
}

function wordsAt(tokens: readonly Token[], at: number, end: number): Magnitude | null {
  const first = tokens[at]!.lower;
  // "a dollar and a quarter"
  if (first === 'a' && tokens[at + 1]?.lower === 'dollar' && tokens[at + 2]?.lower === 'and' && tokens[at + 3]?.lower === 'a') {
    const parts = denominator(tokens[at + 4]?.lower ?? '');
    if (parts !== null) return { value: 1 + 1 / parts, halfUnit: 0.05, to: at + 5, inWords: true, isFraction: false, isYear: false, hasScale: false };
  }
  const read = readNumberWords(lowerWords(tokens, at, end), 0);
  if (read === null) return null;
  let to = at + read.length;
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

function lowerWords(tokens: readonly Token[], at: number, end: number): string[] {
  const words: string[] = [];
  for (let i = at; i < Math.min(end, at + 14) && words.length < 8; i += 1) {
    const token = tokens[i]!;
    if (token.lower === '-' && token.glued) {
      // "twenty-five": the hyphen is skipped, but then token counts would differ; such numbers are read up to the hyphen.
      break;
    }
    if (token.kind !== 'word') break;
    words.push(token.lower);
  }
  return words;
}

function unitAt(tokens: readonly Token[], at: number, end: number): { unit: QuantityUnit; to: number; factor: number } | null {
  let i = at;
  if (i >= end) return null;
  const hyphen = tokens[i]!;
  if (hyphen.lower === '-' && hyphen.glued && tokens[i + 1]?.glued) i += 1;
  const token = tokens[i];
  if (token === undefined || i >= end) return null;
  const next = tokens[i + 1]?.lower;
  switch (token.lower) {
    case '%':
    case 'pct':
      return pointsAfter(tokens, i + 1, i + 1, '%');
    case 'percent':
      return pointsAfter(tokens, i + 1, i + 1, '%');
    case 'per':
      return next === 'cent' ? pointsAfter(tokens, i + 2, i + 2, '%') : null;
    case 'percentage':
      return next === 'point' || next === 'points' ? { unit: 'pp', to: i + 2, factor: 1 } : null;
    case 'full':
      return next === 'percentage' ? { unit: 'pp', to: i + 3, factor: 1 } : null;
    case 'pp':
    case 'ppt':
    case 'ppts':
      return { unit: 'pp', to: i + 1, factor: 1 };
    case 'basis':
      return next === 'points' || next === 'point' ? { unit: 'bps', to: i + 2, factor: 1 } : null;
    case 'bps':
    case 'bp':
      return { unit: 'bps', to: i + 1, factor: 1 };
    case 'x':
      return { unit: 'x', to: i + 1, factor: 1 };
    case 'times':
      return { unit: 'x', to: i + 1, factor: 1 };
    case 'fold':
      return { unit: 'fold', to: i + 1, factor: 1 };
    case 'points':
    case 'point':
    case 'pts':
      return { unit: 'points', to: i + 1, factor: 1 };
    case 'cents':
    case 'cent':
    case '¢':
      return { unit: 'USD', to: i + 1, factor: 0.01 };
    case 'dollars':
      return { unit: 'USD', to: i + 1, factor: 1 };
    case 'euros':
    case 'yen':
    case 'yuan':
    case 'pounds':
    case 'rupees':
    case 'pence':
      return { unit: 'foreign', to: i + 1, factor: 1 };
    default:
      return null;
  }
}

function pointsAfter(tokens: readonly Token[], at: number, to: number, unit: QuantityUnit): { unit: QuantityUnit; to: number; factor: number } {
  const word = tokens[at]?.lower;
  if (word === 'points' || word === 'point' || word === 'pts') return { unit: 'pp', to: at + 1, factor: 1 };
  return { unit, to, factor: 1 };
}

/** The second figure of a range: "30-40%", "$1.29 billion to $1.31 billion", "between 3 and 4". */
function rangeEnd(
  tokens: readonly Token[], at: number, first: Magnitude, firstUnit: QuantityUnit | null, end: number,
): { magnitude: Magnitude } | null {
  const link = tokens[at];
  if (link === undefined || at + 1 >= end || first.isFraction) return null;
  const isDash = link.lower === '-';
  const isTo = link.lower === 'to';
  const isAnd = link.lower === 'and' && isBetween(tokens, at);
  if (!isDash && !isTo && !isAnd) return null;
  let i = at + 1;
  if (tokens[i]?.lower === '$') i += 1;
  const token = tokens[i];
  if (token === undefined || i >= end) return null;
  if (isDash && !(token.kind === 'number')) return null;
  const second = token.kind === 'number' ? digitsAt(tokens, i, end, tokens[i - 1]?.lower === '$') : wordsAt(tokens, i, end);
  if (second === null) return null;
  // "from 19 to 17" is a change, "to 4.2% from 4.5%" as well: only a rising pair of like units is a range.
  if (isTo && isChange(tokens, at)) return null;
  const secondUnit = unitAt(tokens, second.to, end)?.unit ?? null;
  if (firstUnit !== null && secondUnit !== null && firstUnit !== secondUnit) return null;
  if (firstUnit !== null && secondUnit === null && isTo) return null;
  if (second.value <= first.value && !(second.hasScale && !first.hasScale)) return null;
  return { magnitude: second };
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
function impliedScale(first: number, second: Magnitude): number {
  for (const scale of [1e12, 1e9, 1e6, 1e3]) {
    if (second.value >= scale) return first < second.value / scale * 10 ? scale : 1;
  }
  return 1;
}
