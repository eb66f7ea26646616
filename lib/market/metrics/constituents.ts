import type { MetricSpec } from './spec.ts';

/**
 * How many companies, or share lines ("holdings"), an index or fund has. A nominal count (500, 600, 2,000) fits within 3%;
 * changes inside 3% are no news. A year.
 */
export const constituents: MetricSpec = {
  id: 'constituents',
  name: 'Number of constituents',
  unit: 'count',
  plausible: [5, 20000],
  appliesTo: ['fund', 'index', 'group'],
  wording: {
    nouns: [
      'number of constituents|holdings|components|stocks|companies|securities|members|names',
      'constituents',
      'holdings',
    ],
    tails: [],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'drifts', windowDays: 366, noise: { relative: 0.03, absolute: 0 }, drift: 0.03 },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0.03 },
};
