import type { MetricSpec } from './spec.ts';

/**
 * Change of earnings, in all or a share, against the same quarter or year before. Read and shown; not checked yet.
 * Verbs of change ("profit fell 4%") are read in `detect/growth.ts`.
 */
export const epsGrowth: MetricSpec = {
  id: 'other:eps_growth',
  name: 'Earnings growth',
  unit: '%',
  plausible: [-1000, 10000],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      '[annual|quarterly|adjusted] earnings|profit|profits|eps growth [rate]',
      'growth in|of earnings|profits|eps',
    ],
    tails: [
      '[annual|quarterly|adjusted] earnings|profit|profits|eps growth',
      'growth in earnings|profits|eps',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
