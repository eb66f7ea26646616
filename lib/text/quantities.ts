import { DIGIT_STARTERS } from './digits.ts';
import { hedgeAfter, hedgeBefore, type Hedge } from './hedges.ts';
import { magnitudeAt } from './magnitude.ts';
import { NUMBER_WORDS, SCALES, smallNumber } from './number-words.ts';
import { impliedScale, rangeEnd } from './ranges.ts';
import { TokenMemo } from './token-memo.ts';
import type { Token } from './tokens.ts';
import { unitAt, type QuantityUnit } from './units.ts';

export type { QuantityUnit } from './units.ts';

/** A figure with its unit, sign and hedge. */
export interface Quantity {
  /** Token indices `[from, to)` of the figure with sign, currency and unit; and of the same with its hedge. */
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
  /** "double-digit": all that is said is how many digits there are. */
  readonly isDigitCount: boolean;
  /** "500-stock": the word hyphenated to the figure; null otherwise. */
  readonly compound: string | null;
}

const FOLDS: Readonly<Record<string, number>> = {
  doubled: 100, tripled: 200, trebled: 200, quadrupled: 300, quintupled: 400, sextupled: 500,
  halved: -50, doubling: 100, tripling: 200, quadrupling: 300, twofold: 100, threefold: 200, fourfold: 300, fivefold: 400,
  sixfold: 500, sevenfold: 600, eightfold: 700, ninefold: 800, tenfold: 900, hundredfold: 9900,
};

/** Least and greatest whole number of so many digits. */
const DIGIT_COUNTS: Readonly<Record<string, readonly [number, number]>> = { single: [1, 9], double: [10, 99], triple: [100, 999] };

/** What may open a figure besides a digit. */
const STARTERS: ReadonlySet<string> = new Set([
  ...NUMBER_WORDS, ...DIGIT_STARTERS, ...Object.keys(FOLDS), ...Object.keys(DIGIT_COUNTS), 'a', 'half', 'quarter', 'hundred', 'minus', 'negative', 'plus', 'us', 'usd', 'eur', 'gbp', '$', '(', '+', '-', '±', '€', '£', '¥', '₹',
]);

const MAY_OPEN = new TokenMemo(({ kind, lower }) => kind === 'number' || STARTERS.has(lower));

/** Every figure between two token indices, left to right, not overlapping; added to `found`. */
export function scanQuantities(tokens: readonly Token[], from: number, to: number, found: Quantity[] = []): Quantity[] {
  let i = from;
  while (i < to) {
    const quantity = MAY_OPEN.of(tokens[i]!) ? quantityAt(tokens, i, from, to) : null;
    if (quantity === null) {
      i += 1;
      continue;
    }
    const last = found.at(-1);
    const between = last === undefined ? null : boundedOnBothSides(tokens, last, quantity);
    if (between === null) found.push(quantity);
    else found[found.length - 1] = between;
    i = Math.max(quantity.to, i + 1);
  }
  return found;
}

/** "above 10 but below 15", "more than 20% and less than 35%": one range; null for anything else. */
function boundedOnBothSides(tokens: readonly Token[], a: Quantity, b: Quantity): Quantity | null {
  const [floor, ceiling] = a.hedge === 'over' ? [a, b] : [b, a];
  if (floor.hedge !== 'over' || (ceiling.hedge !== 'under' && ceiling.hedge !== 'up to') || a.isRange || b.isRange || a.hedgedFrom === a.from || b.hedgedFrom === b.from) return null;
  if (floor.low >= ceiling.low || (a.unit !== b.unit && a.unit !== 'plain') || a.isFraction !== b.isFraction) return null;
  if (b.hedgedFrom - a.to > 2 || !tokens.slice(a.to, b.hedgedFrom).every((token) => /^(?:and|but|yet|,)$/.test(token.lower))) return null;
  return {
    ...b, from: a.from, hedgedFrom: a.hedgedFrom,
    low: floor.low, high: ceiling.low, halfUnit: Math.max(a.halfUnit, b.halfUnit), hedge: null, isRange: true, inWords: a.inWords && b.inWords, isYear: false,
  };
}

function quantityAt(tokens: readonly Token[], at: number, start: number, end: number): Quantity | null {
  const token = tokens[at]!;
  if (token.kind === 'word') {
    const fold = FOLDS[token.lower];
    if (fold !== undefined) return assemble(tokens, start, end, at, at + 1, fold, fold, 0, 'fold', { isFraction: false, inWords: true });
    if (DIGIT_COUNTS[token.lower] !== undefined) return countOfDigits(tokens, at, start, end);
  }
  const head = headAt(tokens, at, end);
  const { currency } = head;
  const i = head.to;
  if (i >= end) return null;
  const first = magnitudeAt(tokens, i, end, currency !== null);
  if (first === null || (i === at && isPartOfWord(tokens, at))) return null;
  const firstUnit = unitAt(tokens, first.to, end);
  const second = rangeEnd(tokens, firstUnit?.to ?? first.to, { ...first, unit: firstUnit?.unit ?? null, isNegative: head.sign < 0 }, end);
  const secondUnit = second === null ? null : unitAt(tokens, second.to, end);
  const arePlain = firstUnit === null && secondUnit === null && currency === null;
  const isRange = second !== null && !(arePlain && (first.isYear || second.isYear));
  const scale = isRange ? impliedScale(first, second) : 1;
  let low = first.value * scale * (head.sign < 0 ? -1 : 1);
  let high = isRange ? second.value * (second.isNegative ? -1 : 1) : low;
  let halfUnit = isRange ? Math.max(first.halfUnit * scale, second.halfUnit) : first.halfUnit;
  const unit = isRange ? (secondUnit ?? firstUnit) : firstUnit;
  let next = isRange ? Math.max(second.to, secondUnit?.to ?? 0) : (unit?.to ?? first.to);
  let kind: QuantityUnit = currency ?? (first.isMeasure ? 'measure' : 'plain');
  if (first.inWords && currency === null && tokens[i]!.lower === 'a' && tokens[i + 1]?.lower === 'dollar') kind = 'USD';
  if (unit !== null && currency === null) kind = unit.unit;
  // "3/4 percent", "½ point": with a unit behind it, it is no share of a whole. In words that is seen to before.
  const isFraction = first.isFraction && (unit === null || first.inWords);
  const factor = (unit !== null && currency === null ? unit.factor : 1) * (first.isFraction && !isFraction ? 0.01 : 1);
  [low, high, halfUnit] = [low * factor, high * factor, halfUnit * factor];
  if (isRange && low > high) [low, high] = [high, low];
  if (head.isBracket && tokens[next]?.lower === ')') {
    next += 1;
    // "(1.1)%"
    if (kind === 'plain' && tokens[next]?.lower === '%') [next, kind] = [next + 1, '%'];
  }
  return assemble(tokens, start, end, at, next, low, high, halfUnit, kind, {
    isFraction, isRange, signed: head.sign !== 0, inWords: first.inWords, isYear: first.isYear && kind === 'plain' && !isRange,
  });
}

/** What stands before the digits: an accountant's bracket, a sign, a currency. */
interface Head {
  readonly to: number;
  readonly sign: 1 | -1 | 0;
  readonly isBracket: boolean;
  readonly currency: 'USD' | 'foreign' | null;
}

function headAt(tokens: readonly Token[], at: number, end: number): Head {
  let i = at;
  let sign: Head['sign'] = 0;
  const isBracket = tokens[i]!.lower === '(' && isNegativeBracket(tokens, at, end);
  if (isBracket) {
    sign = -1;
    i += 1;
  }
  if (isSign(tokens, i, end)) {
    // "+/- 2.5%" is a band, not a sign.
    if (tokens[i + 1]?.lower === '/' && tokens[i + 2]?.lower === '-') i += 3;
    else {
      sign = /^(?:-|minus|negative)$/.test(tokens[i]!.lower) ? -1 : 1;
      i += 1;
    }
  } else if (tokens[i]?.lower === '±') i += 1;
  const symbol = tokens[i];
  if (symbol === undefined || i >= end) return { to: i, sign, isBracket, currency: null };
  let currency: Head['currency'] = null;
  const isCode = /^(?:us|usd)$/.test(symbol.lower) && tokens[i + 1]?.lower === '$';
  if (symbol.lower === '$' || isCode) {
    const before = tokens[i - 1];
    const isForeignDollar = symbol.lower === '$' && symbol.glued && before?.kind === 'word' && !/^(?:us|usd)$/.test(before.lower);
    currency = isForeignDollar ? 'foreign' : 'USD';
    i += isCode ? 2 : 1;
    if (sign === 0 && tokens[i]?.lower === '-' && tokens[i]!.glued) {
      sign = -1;
      i += 1;
    }
  } else if (/^[€£¥₹]$/.test(symbol.lower)) {
    currency = 'foreign';
    i += 1;
  } else if (symbol.upper && /^(?:usd|eur|gbp)$/.test(symbol.lower) && tokens[i + 1]?.kind === 'number') {
    currency = symbol.lower === 'usd' ? 'USD' : 'foreign';
    i += 1;
  }
  return { to: i, sign, isBracket, currency };
}

/** "double-digit gains", "low single digits": between two powers of ten. In percent, unless it is a multiple's. */
function countOfDigits(tokens: readonly Token[], at: number, start: number, end: number): Quantity | null {
  let to = at + 1;
  if (tokens[to]?.lower === '-' && tokens[to]!.glued) to += 1;
  if (to >= end || !/^digits?$/.test(tokens[to]!.lower)) return null;
  to += 1;
  const [low, high] = DIGIT_COUNTS[tokens[at]!.lower]!;
  const unit = unitAt(tokens, to, end);
  const isMultiple = tokens.slice(to, to + 4).some((token) => /^(?:multiples?|p|pe|x|times)$/.test(token.lower));
  return assemble(tokens, start, end, at, unit?.to ?? to, low, high, 0.5, unit?.unit ?? (isMultiple ? 'x' : '%'), { isFraction: false, isRange: true, inWords: true, isDigitCount: true });
}

function assemble(
  tokens: readonly Token[], start: number, end: number, from: number, to: number,
  low: number, high: number, halfUnit: number, unit: QuantityUnit,
  flags: { isFraction: boolean; isRange?: boolean; signed?: boolean; inWords?: boolean; isYear?: boolean; isDigitCount?: boolean },
): Quantity {
  const before = hedgeBefore(tokens, from, start);
  const after = hedgeAfter(tokens, to, end);
  let compound: string | null = null;
  const hyphen = tokens[to];
  if (hyphen?.lower === '-' && hyphen.glued && to + 1 < end && tokens[to + 1]!.glued && tokens[to + 1]!.kind === 'word') {
    if (after === null) compound = tokens[to + 1]!.lower;
  }
  return {
    from, to, hedgedFrom: before?.from ?? from, hedgedTo: after?.to ?? to,
    low, high, halfUnit, unit, hedge: before === null || (before.hedge === 'about' && after !== null) ? (after?.hedge ?? null) : before.hedge,
    isRange: flags.isRange ?? false, isFraction: flags.isFraction, signed: flags.signed ?? false,
    inWords: flags.inWords ?? unit === 'fold', isYear: flags.isYear ?? false, isDigitCount: flags.isDigitCount ?? false, compound,
  };
}

/** A sign counts when it is glued to what follows or stands alone before a figure ("+ 2.1%", "minus 3%", "negative 3%"). */
function isSign(tokens: readonly Token[], i: number, end: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (token === undefined || next === undefined || i + 1 >= end) return false;
  const isDigits = next.kind === 'number' || DIGIT_STARTERS.includes(next.lower);
  if (token.lower === 'plus') return isDigits && !token.glued;
  if (token.lower === 'minus' || token.lower === 'negative') return !token.glued && (isDigits || next.lower === '$' || smallNumber(next.lower) !== null);
  if (token.lower !== '+' && token.lower !== '-') return false;
  if (!isDigits && next.lower !== '$' && !(token.lower === '+' && next.lower === '/')) return false;
  const before = tokens[i - 1];
  // "10-15" and "S&P-500" are no signs; neither is a dash between words ("the market - 2,000 stocks").
  if (token.glued && before !== undefined && (before.kind !== 'punct' || before.lower === '%')) return false;
  return next.glued || token.lower === '+';
}

/**
 * "(1.1)", "($3.2 million)", "(1.1%)": an accountant's minus, when nothing but the figure is inside. After a word it is an
 * aside ("the long-term average (21.5)"), unless the word leaves the figure to the bracket ("a loss of ($0.42)").
 */
function isNegativeBracket(tokens: readonly Token[], at: number, end: number): boolean {
  let i = at + 1;
  if (tokens[i]?.lower === '$') i += 1;
  if (i >= end || tokens[i]?.kind !== 'number') return false;
  i += 1;
  if (SCALES[tokens[i]?.lower ?? ''] !== undefined) i += 1;
  if (tokens[i]?.lower === '%') i += 1;
  if (tokens[i]?.lower !== ')') return false;
  const before = tokens[at - 1];
  return before === undefined || before.lower === '\t' || /^(?:of|is|was|are|were|to|at)$/.test(before.lower);
}

/** "Q3", "S&P500": digits glued behind a letter are part of a name. */
function isPartOfWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  return token.kind === 'number' && token.glued && before !== undefined && (before.kind === 'word' || /^[._#@]$/.test(before.lower));
}
