import type { MetricSpec } from './spec.ts';

/**
 * Sales of a quarter or a year. Read and shown; not checked yet.
 */
export const revenue: MetricSpec = {
  id: 'revenue',
  name: 'Revenue',
  unit: 'USD',
  plausible: [1000, 9_000_000_000_000_000],
  appliesTo: ['stock'],
  wording: {
    nouns: [
      '[quarterly|annual|net|total] revenue|revenues',
      'sales of',
    ],
    tails: [
      'in [annual|quarterly|net|total] revenue|revenues|sales',
      'of revenue|revenues|sales',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
