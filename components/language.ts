import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { ENGLISH, type Language } from '../lib/present/language.ts';

/** The reader's language, for the views of our own pages. Cards get their words with what they show. */
export const LanguageContext = createContext<Language>(ENGLISH);

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
