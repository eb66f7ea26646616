import type { MetricSpec } from './spec.ts';

/**
 * Earnings per share of a quarter or a year. Read and shown; not checked yet.
 */
export const eps: MetricSpec = {
  id: 'eps',
  name: 'Earnings per share',
  unit: 'USD',
  plausible: [-10000, 10000],
  appliesTo: ['stock', 'index'],
  wording: {
    nouns: [
      '[adjusted|diluted|gaap] eps',
      '[adjusted|diluted|gaap] earnings|profit|loss per share',
    ],
    tails: [
      'in eps',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
