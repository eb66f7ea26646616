import { browser } from '../platform/browser.ts';
import { createLog } from '../platform/log.ts';
import { ENGLISH, type Language } from '../present/language.ts';
import type { LanguageChoice } from '../settings/model.ts';
import { chooseLanguage } from './choose.ts';
import { LANGUAGES } from './languages.ts';
import { wordsOf, type Messages } from './words.ts';

const loaded = new Map<string, Promise<Language>>();

/**
 * The language that the reader chose, or the browser's. Its words are read from the package once in the life of a page or
 * of the worker; English is there without reading. Falls back to English when they cannot be read.
 */
export function loadLanguage(choice: LanguageChoice): Promise<Language> {
  const { tag, locale } = chooseLanguage(choice, [browser.i18n.getUILanguage(), ...navigator.languages]);
  if (tag === 'en') return Promise.resolve({ ...ENGLISH, locale });
  const key = `${tag} ${locale}`;
  const before = loaded.get(key);
  if (before !== undefined) return before;
  const language = readMessages(LANGUAGES[tag].folder).then(
    (messages) => ({ tag, locale, words: wordsOf(messages) }),
    (error: unknown) => {
      createLog('language').error(`the words of ${tag} could not be read`, error);
      loaded.delete(key);
      return ENGLISH;
    },
  );
  loaded.set(key, language);
  return language;
}

/** As the browser itself reads them for the manifest. */
async function readMessages(folder: string): Promise<Messages> {
  const response = await fetch(browser.runtime.getURL(`_locales/${folder}/messages.json`));
  return (await response.json()) as Messages;
}
