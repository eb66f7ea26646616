/**
 * The settings room: what the user chose. Only values that were explicitly set are stored, so that a better default
 * reaches everyone who never chose; defaults are filled in on reading.
 *
 * This file has no zod, for the content script. `change.ts` checks what is written.
 */
import type { Verdict } from '../check/finding.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** Languages that the reader can be spoken to in (BCP 47). */
export const LANGUAGE_TAGS = ['en', 'zh-CN', 'es', 'de', 'ja'] as const;
export type LanguageTag = (typeof LANGUAGE_TAGS)[number];
/** `auto`: the browser's own, where it is one of them. */
export type LanguageChoice = 'auto' | LanguageTag;

export interface Settings {
  /** Host → read it or not, where the user decided. Other hosts follow the list of finance sites. */
  readonly sites: Readonly<Record<string, boolean>>;
  /** How long the pointer rests on marked words before the card opens, 0 to 1000 milliseconds. */
  readonly dwellMs: number;
  /** Marks under the words, on all pages. */
  readonly marks: boolean;
  /** Which verdicts are marked. */
  readonly verdicts: Readonly<Record<Verdict, boolean>>;
  readonly theme: Theme;
  readonly language: LanguageChoice;
  /** Group of sources → ask it or not, where the user decided. Others follow what is granted at install. */
  readonly sources: Readonly<Record<string, boolean>>;
}

/** What lies in storage: any part of the settings, the parts of `verdicts` each for themselves. */
export type StoredSettings = Partial<Omit<Settings, 'verdicts'>> & {
  readonly verdicts?: Partial<Settings['verdicts']>;
};

export const MAX_DWELL_MS = 1000;

export const DEFAULT_SETTINGS: Settings = {
  sites: {},
  dwellMs: 300,
  marks: true,
  verdicts: {
    supported: true,
    'definition-dependent': true,
    outdated: true,
    contradicted: true,
    unverifiable: true,
  },
  theme: 'auto',
  language: 'auto',
  sources: {},
};

/** Key of `storage.local` under which the stored settings lie. */
export const SETTINGS_KEY = 'settings';

const THEMES: ReadonlySet<unknown> = new Set<Theme>(['auto', 'light', 'dark']);
const LANGUAGES: ReadonlySet<unknown> = new Set<LanguageChoice>(['auto', ...LANGUAGE_TAGS]);

/**
 * Settings out of whatever storage holds. A value that is missing or makes no sense (an older or newer version wrote
 * it) is the default; never throws.
 */
export function fillDefaults(stored: unknown): Settings {
  const given = recordOf(stored);
  const verdicts = recordOf(given['verdicts']);
  const { dwellMs, marks, theme, language } = given;
  const isDwell = typeof dwellMs === 'number' && dwellMs >= 0 && dwellMs <= MAX_DWELL_MS;
  return {
    sites: flagsOf(given['sites']),
    dwellMs: isDwell ? dwellMs : DEFAULT_SETTINGS.dwellMs,
    marks: typeof marks === 'boolean' ? marks : DEFAULT_SETTINGS.marks,
    verdicts: {
      supported: flagOf(verdicts['supported'], DEFAULT_SETTINGS.verdicts.supported),
      'definition-dependent': flagOf(
        verdicts['definition-dependent'],
        DEFAULT_SETTINGS.verdicts['definition-dependent'],
      ),
      outdated: flagOf(verdicts['outdated'], DEFAULT_SETTINGS.verdicts.outdated),
      contradicted: flagOf(verdicts['contradicted'], DEFAULT_SETTINGS.verdicts.contradicted),
      unverifiable: flagOf(verdicts['unverifiable'], DEFAULT_SETTINGS.verdicts.unverifiable),
    },
    theme: THEMES.has(theme) ? (theme as Theme) : DEFAULT_SETTINGS.theme,
    language: LANGUAGES.has(language) ? (language as LanguageChoice) : DEFAULT_SETTINGS.language,
    sources: flagsOf(given['sources']),
  };
}

/** Whether a host is read by itself: the user's own word, else whether it is on the list of finance sites. */
export function isSiteOn(settings: Settings, host: string, isListed: boolean): boolean {
  return Object.hasOwn(settings.sites, host) ? settings.sites[host] === true : isListed;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function flagOf(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function flagsOf(value: unknown): Record<string, boolean> {
  const flags = Object.entries(recordOf(value)).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean');
  return Object.fromEntries(flags);
}
