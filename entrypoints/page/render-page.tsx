import { render, type ComponentChild } from 'preact';
import { LanguageContext } from '../../components/language.ts';
import { loadLanguage } from '../../lib/language/load.ts';
import { browser } from '../../lib/platform/browser.ts';
import type { Words } from '../../lib/present/language.ts';
import type { Settings } from '../../lib/settings/model.ts';
import { readSettings, watchSettings } from '../../lib/settings/read.ts';

/**
 * Shows one of our own pages in the reader's language, and again when the reader chooses another.
 *
 * @param titleOf the page's title, where it is not the extension's name
 */
export async function renderPage(app: ComponentChild, titleOf?: (words: Words) => string): Promise<void> {
  const root = document.querySelector('#root');
  if (root === null) return;
  const storage = browser.storage.local;
  const show = async (settings: Settings): Promise<void> => {
    const language = await loadLanguage(settings.language);
    document.documentElement.lang = language.tag;
    if (titleOf !== undefined) document.title = titleOf(language.words);
    render(<LanguageContext.Provider value={language}>{app}</LanguageContext.Provider>, root);
  };
  await show(await readSettings(storage));
  watchSettings(storage, (settings, before) => {
    if (settings.language !== before.language) void show(settings);
  });
}
