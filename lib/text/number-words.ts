/** Numbers in words: whole numbers, decimals ("five point five"), and the words of fractions and scales. */
const SMALL: Readonly<Record<string, number>> = {
  zero: 0, nought: 0, naught: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11,
  twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};
const DENOMINATORS: Readonly<Record<string, number>> = {
  half: 2, halves: 2, third: 3, thirds: 3, quarter: 4, quarters: 4, fourth: 4, fourths: 4, fifth: 5, fifths: 5,
  sixth: 6, sixths: 6, seventh: 7, sevenths: 7, eighth: 8, eighths: 8, ninth: 9, ninths: 9, tenth: 10, tenths: 10,
  hundredth: 100, hundredths: 100, thousandth: 1000, thousandths: 1000,
};

/** Scale words and letters after a figure: "$30M", "1.2 billion", "45bn", "2 lakh crore". */
export const SCALES: Readonly<Record<string, number>> = {
  k: 1e3, thousand: 1e3, m: 1e6, mm: 1e6, mn: 1e6, mil: 1e6, mln: 1e6, million: 1e6, millions: 1e6,
  b: 1e9, bn: 1e9, bln: 1e9, billion: 1e9, billions: 1e9, t: 1e12, tn: 1e12, tln: 1e12, trn: 1e12, trillion: 1e12, trillions: 1e12,
  lakh: 1e5, lakhs: 1e5, crore: 1e7, crores: 1e7,
};

const DOZENS: ReadonlySet<string> = new Set(['dozen', 'dozens', 'doz', 'dozs', 'dz', 'dzs']);
const HUNDREDS: ReadonlySet<string> = new Set(['hundred', 'hundreds']);

const SINGLE: ReadonlyMap<string, number> = new Map([...Object.entries(SMALL), ...Object.entries(TENS)]);

/** Every word that is a number by itself. */
export const NUMBER_WORDS: readonly string[] = [...SINGLE.keys()];

/** Value of a word that is a whole number below 100 by itself, or null. */
export function smallNumber(word: string): number | null {
  return SINGLE.get(word) ?? null;
}

/** Denominator of a fraction word ("third" → 3), or null. */
export function denominator(word: string): number | null {
  return DENOMINATORS[word] ?? null;
}

/** What a scale word multiplies by ("million" → 1e6); null for letters, which need digits before them, and other words. */
export function scaleOfWord(word: string): number | null {
  return word.length > 3 ? (SCALES[word] ?? null) : null;
}

/** Whether the word goes on with a number in words: "hundred", "dozen", "million". */
export function isMultiplier(word: string): boolean {
  return HUNDREDS.has(word) || DOZENS.has(word) || scaleOfWord(word) !== null;
}

export interface NumberInWords {
  readonly value: number;
  /** How many words it took. */
  readonly length: number;
  /** The last scale word in it ("two million three hundred" → 1e6); 1 when there is none. */
  readonly scale: number;
}

/**
 * Reads a number in words from `words[at]` on ("twenty five", "a hundred and five", "two million three hundred", "three
 * dozen", "five point two"); null when none starts there. "a" counts as one before "hundred", "dozen" and scales only;
 * those alone are no numbers ("hundreds of companies").
 */
export function readNumberWords(words: readonly string[], at: number): NumberInWords | null {
  let i = at;
  let total = 0;
  let current = 0;
  let scale = 1;
  let seen = false;
  if (/^an?$/.test(words[i] ?? '') && isMultiplier(words[i + 1] ?? '')) {
    current = 1;
    seen = true;
    i += 1;
  } else if (words[i] === 'hundred' && scaleOfWord(words[i + 1] ?? '') !== null) {
    current = 100;
    seen = true;
    i += 1;
  }
  while (i < words.length) {
    const word = words[i]!;
    const small = SMALL[word];
    const tens = TENS[word];
    const factor = scaleOfWord(word);
    if (seen && total + current === 0) break; // nothing is added to a zero
    if (tens !== undefined && current % 100 === 0) current += tens;
    else if (small !== undefined && (current % 100 === 0 || (current % 10 === 0 && current % 100 >= 20 && small < 10)) ) current += small;
    else if (HUNDREDS.has(word) && current > 0 && current < 100) current *= 100;
    else if (DOZENS.has(word) && current > 0) current += (current % 100) * 11;
    else if (factor !== null && seen && current > 0 && (scale === 1 || factor < scale)) {
      total += current * factor;
      current = 0;
      scale = factor;
    } else if (factor !== null && current === 0 && total > 0 && factor > scale) {
      total *= factor; // "three lakh crore"
      scale *= factor;
    } else if ((word === 'and' || word === '&') && joins(words, i + 1, current, scale)) {
      i += 1;
      continue;
    } else break;
    seen = true;
    i += 1;
  }
  if (!seen) return null;
  const decimals = words[i] === 'point' ? decimalsAt(words, i + 1) : null;
  if (decimals === null) return { value: total + current, length: i - at, scale };
  return { value: Number(`${total + current}.${decimals.digits}`), length: decimals.to - at, scale };
}

/** "two hundred and five", "one thousand and two hundred"; "two and three" are two numbers. */
function joins(words: readonly string[], at: number, current: number, scale: number): boolean {
  const value = smallNumber(words[at] ?? '');
  if (value === null || value === 0 || opensFraction(words, at)) return false;
  return current === 0 ? scale > 1 : current >= 100 && current % 100 === 0;
}

/** "three quarters", "one half" within a longer number: the part that is added, not a number of its own. */
function opensFraction(words: readonly string[], at: number): boolean {
  const value = SMALL[words[at] ?? ''];
  const parts = denominator(words[at + 1] ?? '');
  return value !== undefined && parts !== null && value < parts && value < 10;
}

/** The digits behind "point": "zero three" → 03, "seventy one" → 71. */
function decimalsAt(words: readonly string[], at: number): { digits: string; to: number } | null {
  let digits = '';
  let i = at;
  for (let value = smallNumber(words[i] ?? ''); value !== null; value = smallNumber(words[i] ?? '')) {
    const unit = value >= 20 ? (SMALL[words[i + 1] ?? ''] ?? 0) : 0;
    const isCompound = unit > 0 && unit < 10;
    digits += String(isCompound ? value + unit : value);
    i += isCompound ? 2 : 1;
  }
  return digits === '' ? null : { digits, to: i };
}
