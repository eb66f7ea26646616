/**
 * The language that a reader is spoken to in. Every word that this project says stands in `locales/`, one file a
 * language; English is the first of them, the form of all others, and what speaks where nothing else was chosen.
 */
import english from '../../locales/en.json' with { type: 'json' };

/** The forms of a text that holds a count, by the plural categories of the language (Unicode CLDR). */
export type Plural = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

type Worded<T> = T extends string ? string : T extends { other: string } ? Plural : { readonly [K in keyof T]: Worded<T[K]> };

/** All words of one language, by what they are for. Slots in braces are filled by `fill`. */
export type Words = Worded<typeof english>;

export interface Language {
  /** BCP 47 tag of the words, for the `lang` attribute: "zh-CN". */
  readonly tag: string;
  /** BCP 47 tag by which figures and dates are written; may name a region, "de-AT". */
  readonly locale: string;
  readonly words: Words;
}

/** Day before month, as the project's own prose writes it. */
export const ENGLISH: Language = { tag: 'en', locale: 'en-GB', words: english };
