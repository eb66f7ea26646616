import type { MetricSpec } from './spec.ts';

/**
 * Change of sales against the same quarter or year before. Read and shown; not checked yet. Verbs of change ("revenue
 * rose 12%") are read in `detect/growth.ts`.
 */
export const revenueGrowth: MetricSpec = {
  id: 'other:revenue_growth',
  name: 'Revenue growth',
  unit: '%',
  plausible: [-100, 10000],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      '[annual|quarterly|organic] revenue|revenues|sales growth [rate]',
      'growth in|of revenue|revenues|sales',
    ],
    tails: [
      '[annual|quarterly|organic] revenue|revenues|sales growth',
      'growth in revenue|revenues|sales',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
