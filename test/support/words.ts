import { ENGLISH, type Language } from '../../lib/present/language.ts';

/** The ids that a table of words has words for, of those that are written with hyphens. */
export function idsOf<Id extends string>(table: Readonly<Record<string, unknown>>): readonly Id[] {
  return Object.keys(table).map((name) => name.replaceAll('_', '-') as Id);
}

/** What the browsers of the tests ask for: American dates and figures. */
export const READER: Language = { ...ENGLISH, locale: 'en-US' };
