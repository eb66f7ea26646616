import { LANGUAGE_TAGS, type LanguageChoice, type LanguageTag } from '../settings/model.ts';

/** The language of the words, and the locale of figures and dates. */
export interface ChosenLanguage {
  readonly tag: LanguageTag;
  readonly locale: string;
}

/** Day before month, as the project's own prose writes it. */
const ENGLISH_LOCALE = 'en-GB';

/** Language and script of a BCP 47 tag, "zh-Hans" for `zh-SG`; null for a text that is no tag. */
function spoken(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return null;
  }
}

/**
 * The reader's own choice, else the language of the browser when it is one of ours, else English. Figures and dates are
 * written as in the reader's region where it speaks that language: "de-AT" in German, `en-GB` in English words for a
 * reader in France.
 *
 * @param preferred the browser's own language, then those in which the reader wants to see pages
 */
export function chooseLanguage(choice: LanguageChoice, preferred: readonly string[]): ChosenLanguage {
  const own = preferred[0] === undefined ? null : spoken(preferred[0]);
  const tag = choice === 'auto' ? (LANGUAGE_TAGS.find((one) => spoken(one) === own) ?? 'en') : choice;
  const locale = preferred.find((one) => spoken(one) === spoken(tag));
  return { tag, locale: locale ?? (tag === 'en' ? ENGLISH_LOCALE : tag) };
}
