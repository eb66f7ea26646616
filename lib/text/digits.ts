/** Numbers written with digits: every notation of decimals and thousands, vulgar fractions, and numbers with an exponent. */
import type { Token } from './tokens.ts';

export interface Digits {
  readonly value: number;
  /** Half a unit of the last written digit. */
  readonly halfUnit: number;
  /** Token index behind the number. */
  readonly to: number;
  /** Nothing but a fraction below one: "3/4", "½". */
  readonly isFraction: boolean;
  /** One token of digits, without mark or fraction. */
  readonly isBare: boolean;
}

const VULGAR: Readonly<Record<string, number>> = {
  '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅕': 1 / 5, '⅖': 2 / 5, '⅗': 3 / 5, '⅘': 4 / 5,
  '⅙': 1 / 6, '⅚': 5 / 6, '⅐': 1 / 7, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8, '⅑': 1 / 9, '⅒': 1 / 10,
};

/** What may open a number besides digits. */
export const DIGIT_STARTERS: readonly string[] = ['.', ...Object.keys(VULGAR)];

/** Denominators beyond ten that are no day of a month: "1/40" is a fraction, "9/11" and "12/31" are dates. */
const LARGE_DENOMINATORS: ReadonlySet<string> = new Set(['32', '40', '50', '64', '100', '1000']);

/** The number that starts at token `at`, or null. */
export function readDigits(tokens: readonly Token[], at: number, end: number): Digits | null {
  const token = tokens[at];
  if (token === undefined || at >= end) return null;
  const vulgar = VULGAR[token.lower];
  if (vulgar !== undefined) return { value: vulgar, halfUnit: 0, to: at + 1, isFraction: true, isBare: false };
  if (token.lower === '.') return pointFirst(tokens, at, end);
  if (token.kind !== 'number') return null;
  const whole = exponent(tokens, notation(tokens, at, end), end);
  if (!Number.isInteger(whole.value) || whole.to > at + 1) return whole;
  return withFraction(tokens, whole, at, end);
}

/** ".5": the point opens the number when nothing is glued before it but a sign, a bracket or a currency. */
function pointFirst(tokens: readonly Token[], at: number, end: number): Digits | null {
  const digits = tokens[at + 1];
  const before = tokens[at - 1];
  if (digits?.kind !== 'number' || !digits.glued || at + 1 >= end || !/^\d+$/.test(digits.lower)) return null;
  if (tokens[at]!.glued && before !== undefined && !/^[-+±~≈<>($€£¥/|]$/.test(before.lower)) return null;
  return { value: Number(`0.${digits.lower}`), halfUnit: 0.5 * 10 ** -digits.lower.length, to: at + 2, isFraction: false, isBare: false };
}

function digitsOf(written: string, to: number, isBare = false): Digits {
  const point = written.indexOf('.');
  return { value: Number(written), halfUnit: 0.5 * 10 ** -(point < 0 ? 0 : written.length - point - 1), to, isFraction: false, isBare };
}

/** Thousands and decimals: "1,234.5", "17,45", "1.234,5", "1.234.567,89", "12,34,567.89", "10 000". */
function notation(tokens: readonly Token[], at: number, end: number): Digits {
  const raw = tokens[at]!.lower;
  const plain = raw.replaceAll(',', '');
  const comma = tokens[at + 1];
  const next = tokens[at + 2];
  const isGluedPair = comma?.glued === true && next?.glued === true && next.kind === 'number' && at + 2 < end;
  if (isGluedPair && comma.lower === ',' && !raw.includes(',')) {
    // Indian groups: lakh and crore have two digits.
    if (/^\d{1,2}$/.test(raw) && /^\d\d,\d{3}(?:\.\d+)?$/.test(next.lower)) return digitsOf(`${raw}${next.lower.replaceAll(',', '')}`, at + 3);
    const isDecimal = /^\d{1,2}$/.test(next.lower) && (/^\d+$/.test(raw) || /^\d{1,3}\.\d{3}$/.test(raw));
    // "22,24,26" is a list of numbers.
    const isList = (tokens[at + 3]?.lower === ',' && tokens[at + 4]?.kind === 'number' && tokens[at + 4]!.glued) || (tokens[at]!.glued && tokens[at - 1]?.lower === ',' && tokens[at - 2]?.kind === 'number');
    if (isDecimal && !isList) return digitsOf(`${raw.replace('.', '')}.${next.lower}`, at + 3);
  }
  if (isGluedPair && comma.lower === '.' && /^\d{1,3}\.\d{3}$/.test(raw)) {
    const european = pointGroups(tokens, at, end);
    if (european !== null) return european;
  }
  return spacedGroups(tokens, at, end) ?? digitsOf(plain, at + 1, plain === raw && !raw.includes('.'));
}

/** "1.234.567,89": points between thousands, a comma before the decimals. */
function pointGroups(tokens: readonly Token[], at: number, end: number): Digits | null {
  let written = tokens[at]!.lower.replace('.', '');
  let i = at + 1;
  const isGlued = (mark: string, group: RegExp): boolean => tokens[i]?.lower === mark && tokens[i]!.glued && i + 1 < end && tokens[i + 1]!.glued && group.test(tokens[i + 1]!.lower);
  while (isGlued('.', /^\d{3}$/)) {
    written += tokens[i + 1]!.lower;
    i += 2;
  }
  if (i === at + 1) return null;
  if (isGlued(',', /^\d{1,2}$/)) {
    written += `.${tokens[i + 1]!.lower}`;
    i += 2;
  }
  return digitsOf(written, i);
}

/**
 * "1 414 021 100", "10 000": groups of three with space between. A single group counts only when it is round: two
 * figures side by side ("the S&P 500 100 points lower") are no thousands.
 */
function spacedGroups(tokens: readonly Token[], at: number, end: number): Digits | null {
  if (!/^[1-9]\d{0,2}$/.test(tokens[at]!.lower) || tokens[at - 1]?.kind === 'number') return null;
  let written = tokens[at]!.lower;
  let i = at + 1;
  const groups: string[] = [];
  for (; i < end; i += 1) {
    const token = tokens[i]!;
    if (token.kind !== 'number' || token.glued || !/^\d{3}(?:\.\d+)?$/.test(token.lower) || groups.at(-1)?.includes('.') === true) break;
    groups.push(token.lower);
  }
  if (groups.length === 0 || (groups.length === 1 && groups[0] !== '000') || tokens[i]?.kind === 'number') return null;
  written += groups.join('');
  return digitsOf(written, i);
}

/** "1.5e6", "2.48×10−5", "1.3x10^6". */
function exponent(tokens: readonly Token[], base: Digits, end: number): Digits {
  let i = base.to;
  const isGlued = (index: number): boolean => index < end && tokens[index]?.glued === true;
  const mark = tokens[i]?.lower ?? '';
  if (!isGlued(i)) return base;
  if (mark === 'e') i += 1;
  else if (/^[x×*]$/.test(mark) && isGlued(i + 1) && tokens[i + 1]!.lower === '10') {
    i += 2;
    if (isGlued(i) && tokens[i]!.lower === '^') i += 1;
    else if (!isGlued(i) || !/^[-+]$/.test(tokens[i]!.lower)) return base;
  } else return base;
  const sign = isGlued(i) && /^[-+]$/.test(tokens[i]!.lower) ? tokens[i]!.lower : '';
  if (sign !== '') i += 1;
  if (!isGlued(i) || !/^\d{1,2}$/.test(tokens[i]!.lower)) return base;
  const factor = Number(`1e${sign}${tokens[i]!.lower}`);
  return { value: base.value * factor, halfUnit: base.halfUnit * factor, to: i + 1, isFraction: false, isBare: false };
}

/** "3/4", "2 1/2", "1½". */
function withFraction(tokens: readonly Token[], whole: Digits, at: number, end: number): Digits {
  const next = tokens[whole.to];
  if (next === undefined || whole.to >= end) return whole;
  const own = slashFraction(tokens, at, end);
  if (own !== null) return { ...whole, value: own.value, halfUnit: 0, to: own.to, isFraction: true, isBare: false };
  if (!whole.isBare) return whole;
  const vulgar = VULGAR[next.lower];
  const part = vulgar !== undefined ? { value: vulgar, to: whole.to + 1 } : next.glued ? null : slashFraction(tokens, whole.to, end);
  if (part === null) return whole;
  return { value: whole.value + part.value, halfUnit: 0.05, to: part.to, isFraction: false, isBare: false };
}

/** "3/4" with nothing glued before or behind it that makes it a date or a ratio ("9/11", "60/40", "1/2/24"). */
function slashFraction(tokens: readonly Token[], at: number, end: number): { value: number; to: number } | null {
  const [top, slash, bottom] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (slash?.lower !== '/' || !slash.glued || bottom?.kind !== 'number' || !bottom.glued || at + 2 >= end) return null;
  if (top.kind !== 'number' || !/^[1-9]\d?$/.test(top.lower) || tokens[at + 3]?.lower === '/' || (tokens[at - 1]?.lower === '/' && top.glued)) return null;
  if (!/^(?:[2-9]|10)$/.test(bottom.lower) && !LARGE_DENOMINATORS.has(bottom.lower)) return null;
  const [numerator, parts] = [Number(top.lower), Number(bottom.lower)];
  return numerator < parts ? { value: numerator / parts, to: at + 3 } : null;
}
