import type { MetricSpec } from './spec.ts';

/**
 * The day from which a buyer of the share no longer gets the next dividend. Its value is a day, read in
 * `detect/ex-dividend.ts` and shown; not checked yet.
 */
export const exDividend: MetricSpec = {
  id: 'other:ex_dividend',
  name: 'Ex-dividend date',
  unit: 'schedule',
  plausible: [0, 0],
  appliesTo: ['stock', 'fund'],
  wording: {
    nouns: [
      'ex dividend date|day [of|is|was]',
      'go|goes|went|going|trade|trades|traded|trading|turn|turns|turned ex dividend',
      'ex dividend on',
    ],
    tails: [],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
