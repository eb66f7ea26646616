import type { MetricSpec } from './spec.ts';

/**
 * Price over sales of the past twelve months.
 */
export const ps: MetricSpec = {
  id: 'ps',
  name: 'Price-to-sales ratio',
  unit: 'x',
  plausible: [0.02, 500],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      'p/s|ps [ratio|multiple]',
      'price / sales [ratio|multiple]',
      'price to sales [ratio|multiple]',
      'price sales [ratio|multiple]',
      'price to revenue [ratio|multiple]',
      'sales multiple',
    ],
    tails: [
      'times|x [trailing|annual|forward|projected|estimated|its|their|the|annualized] sales|revenue|revenues',
      'times|x trailing (year|twelve month|12 month) sales|revenue',
      'times|x its [trailing|annual|forward|projected] sales|revenue',
      "times|x [next|this|last] year 's sales|revenue",
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'drifts', windowDays: 45, noise: { relative: 0.1, absolute: 0 } },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0.03 },
};
