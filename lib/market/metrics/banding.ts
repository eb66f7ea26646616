import type { MetricSpec } from './spec.ts';

/**
 * Width of the zone around a breakpoint inside which members stay where they are, in percent of cumulative market value.
 */
export const banding: MetricSpec = {
  id: 'banding',
  name: 'Banding around the breakpoint',
  unit: '%',
  plausible: [0, 50],
  appliesTo: ['index'],
  wording: {
    nouns: ['band|bands|banding|buffer|buffer zone'],
    tails: ['band|bands|banding|buffer', 'cumulative market cap'],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'rule' },
  judge: 'rule',
  substitution: { absolute: 0, relative: 0 },
};
