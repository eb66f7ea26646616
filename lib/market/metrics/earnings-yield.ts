import type { MetricSpec } from './spec.ts';

/**
 * Earnings over the price, the inverse of P/E. Read and shown; not checked yet. It is no dividend yield, which the same
 * word may mean.
 */
export const earningsYield: MetricSpec = {
  id: 'other:earnings_yield',
  name: 'Earnings yield',
  unit: '%',
  plausible: [-50, 100],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      '[forward|trailing] earnings yield',
    ],
    tails: [
      '[forward|trailing] earnings yield',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
