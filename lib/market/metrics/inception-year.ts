import type { MetricSpec } from './spec.ts';

/**
 * Year in which an index or fund was launched. The first year of back-calculated history is not the launch.
 */
export const inceptionYear: MetricSpec = {
  id: 'inception_year',
  name: 'Year of launch',
  unit: 'year',
  plausible: [1850, 2100],
  appliesTo: ['fund', 'index'],
  wording: {
    nouns: ['launched|created|introduced|founded|established|started in', 'inception [date|year]'],
    tails: [],
    verbs: ['launched|created|introduced|founded|established|debuted in'],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'rule',
  substitution: { absolute: 0, relative: 0 },
};
