import type { MetricSpec } from './spec.ts';

/**
 * Spread of returns over a year. Read and shown; not checked yet, since its window and sampling are rarely stated.
 */
export const volatility: MetricSpec = {
  id: 'volatility',
  name: 'Volatility',
  unit: '%',
  plausible: [0, 500],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      '[annualized|annual|implied|historical|realized] volatility',
      '[{n} year] standard deviation',
    ],
    tails: [
      'volatility',
      'standard deviation',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
