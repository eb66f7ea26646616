import { hedgeAfter, hedgeBefore, type Hedge } from './hedges.ts';
import { digitsAt, magnitudeAt, wordsAt, type Magnitude } from './magnitude.ts';
import { NUMBER_WORDS } from './number-words.ts';
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
  /** "500-stock": the word hyphenated to the figure; null otherwise. */
  readonly compound: string | null;
}

const FOLDS: Readonly<Record<string, number>> = {
  doubled: 100, tripled: 200, trebled: 200, quadrupled: 300, quintupled: 400, sextupled: 500,
  halved: -50, doubling: 100, tripling: 200, quadrupling: 300, twofold: 100, threefold: 200, fourfold: 300, fivefold: 400,
  sixfold: 500, sevenfold: 600, eightfold: 700, ninefold: 800, tenfold: 900, hundredfold: 9900,
};

/** What may open a figure besides a digit. */
const STARTERS: ReadonlySet<string> = new Set([...NUMBER_WORDS, ...Object.keys(FOLDS), 'a', 'half', 'minus', 'plus', 'us', '$', '(', '+', '-', '±', '€', '£', '¥', '₹']);

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
