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
    nouns: [
      'banding',
      'bands',
      'buffer zone',
    ],
    tails: [
      'band',
      'banding',
      'buffer',
      'beyond|around|of [the] breakpoint',
      'cumulative market cap',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'rule' },
  judge: 'rule',
  substitution: { absolute: 0, relative: 0 },
};
