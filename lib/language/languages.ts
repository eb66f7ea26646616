/**
 * The language room: which language the reader is spoken to in, and its words out of the package. Knows the settings,
 * the extension API and the words of the present room; decides nothing about what is said.
 */
import type { LanguageTag } from '../settings/model.ts';

/** Where the words of a language lie in the package, and what it is called by those who speak it. */
export interface SpokenLanguage {
  /** Name of its folder under `_locales`, in the browsers' spelling. */
  readonly folder: string;
  readonly name: string;
}

export const LANGUAGES: Readonly<Record<LanguageTag, SpokenLanguage>> = {
  en: { folder: 'en', name: 'English' },
  'zh-CN': { folder: 'zh_CN', name: '简体中文' },
  es: { folder: 'es', name: 'Español' },
  de: { folder: 'de', name: 'Deutsch' },
  ja: { folder: 'ja', name: '日本語' },
};
