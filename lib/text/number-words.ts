const SMALL: Readonly<Record<string, number>> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11,
  twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};
const DENOMINATORS: Readonly<Record<string, number>> = {
  half: 2, halves: 2, third: 3, thirds: 3, quarter: 4, quarters: 4, fourth: 4, fourths: 4, fifth: 5, fifths: 5,
  sixth: 6, sixths: 6, seventh: 7, sevenths: 7, eighth: 8, eighths: 8, ninth: 9, ninths: 9, tenth: 10, tenths: 10,
};

/** Scale words and letters after a figure: "$30M", "1.2 billion", "45bn". */
export const SCALES: Readonly<Record<string, number>> = {
  k: 1e3, thousand: 1e3, m: 1e6, mm: 1e6, mn: 1e6, mln: 1e6, million: 1e6, millions: 1e6,
  b: 1e9, bn: 1e9, bln: 1e9, billion: 1e9, billions: 1e9, t: 1e12, tn: 1e12, trn: 1e12, trillion: 1e12, trillions: 1e12,
};

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

/**
 * Reads a whole number in words from `words[at]` on ("twenty five", "two hundred", "three thousand"). Returns the value
 * and how many words it took, or null when no number starts there. "hundred" and "thousand" alone are not numbers.
 */
export function readNumberWords(words: readonly string[], at: number): { value: number; length: number } | null {
  let i = at;
  let total = 0;
  let current = 0;
  let seen = false;
  while (i < words.length) {
    const word = words[i]!;
    const small = SMALL[word];
    const tens = TENS[word];
    if (tens !== undefined && current % 100 === 0) current += tens;
    else if (small !== undefined && (current % 100 === 0 || (current % 10 === 0 && current % 100 >= 20 && small < 10))) {
      current += small;
    } else if (seen && word === 'hundred' && current > 0 && current < 100) current *= 100;
    else if (seen && word === 'thousand' && current > 0) {
      total += current * 1000;
      current = 0;
    } else if (seen && word === 'and' && (current % 100 === 0) && SMALL[words[i + 1] ?? ''] !== undefined && current >= 100) {
      i += 1;
      continue;
    } else break;
    seen = true;
    i += 1;
  }
  return seen ? { value: total + current, length: i - at } : null;
}
