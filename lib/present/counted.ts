import { fill } from './fill.ts';
import type { Language, Plural } from './language.ts';

const rules = new Map<string, Intl.PluralRules>();

/**
 * The form of a text for a count, with `{n}` filled.
 *
 * @param written the count as it stands in the text; in plain digits when left out
 */
export function counted(forms: Plural, n: number, language: Pick<Language, 'tag'>, written: string = String(n)): string {
  let rule = rules.get(language.tag);
  if (!rule) {
    rule = new Intl.PluralRules(language.tag);
    rules.set(language.tag, rule);
  }
  return fill(forms[rule.select(n)] ?? forms.other, { n: written });
}

/** Several phrases as one, by the pattern that puts the next one behind those before: "{before}, {next}". Empty without any. */
export function listed(phrases: readonly string[], pattern: string): string {
  return phrases.length === 0 ? '' : phrases.reduce((before, next) => fill(pattern, { before, next }));
}
