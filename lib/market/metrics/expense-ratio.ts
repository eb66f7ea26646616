import type { MetricSpec } from './spec.ts';

/**
 * Yearly costs of a fund in percent of its assets. Changes by announcement, so a year.
 */
export const expenseRatio: MetricSpec = {
  id: 'expense_ratio',
  name: 'Expense ratio',
  unit: '%',
  plausible: [0, 10],
  appliesTo: ['fund'],
  wording: {
    nouns: [
      '[net|gross|total] expense ratio',
      '[annual|management|total] fee|fees',
      'expenses',
      'operating expenses',
      'ter',
      'costs',
      'expense',
    ],
    tails: [
      'expense ratio',
      '[in] [annual] fees|expenses',
      'annual fee',
      'a year in fees',
      'fee',
    ],
    verbs: [
      'charges|charge|charged|charging',
      'costs|cost',
      'levies|levy|levied|levying',
    ],
  },
  definitions: [],
  ageing: { kind: 'drifts', windowDays: 366, noise: { relative: 0, absolute: 0.005 }, drift: 0.5 },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0 },
};
