import { ENGLISH, type Words } from '../present/language.ts';

/** A file of messages as browsers have it: names without levels. */
export type Messages = Readonly<Record<string, { readonly message: string } | undefined>>;

const PLURALS: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * The words of a language from its file of messages, in the form of the English ones, whose levels are joined by `_` in
 * the names of messages. A word that the file lacks is English.
 */
export function wordsOf(messages: Messages): Words {
  const made = (english: unknown, name: string): unknown => {
    if (typeof english === 'string') return messages[name]?.message ?? english;
    const forms = Object.entries(english as object);
    if (!forms.some(([form, words]) => form === 'other' && typeof words === 'string')) {
      return Object.fromEntries(forms.map(([key, words]) => [key, made(words, name === '' ? key : `${name}_${key}`)]));
    }
    const own = PLURALS.flatMap((form) => {
      const words = messages[`${name}_${form}`]?.message;
      return words === undefined ? [] : [[form, words] as const];
    });
    return own.length === 0 ? english : Object.fromEntries(own);
  };
  return made(ENGLISH.words, '') as Words;
}
