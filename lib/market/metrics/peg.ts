import type { MetricSpec } from './spec.ts';

/**
 * P/E over the expected growth of earnings in percent. Read and shown; not checked yet, since the growth that went in
 * is rarely stated.
 */
export const peg: MetricSpec = {
  id: 'other:peg',
  name: 'PEG ratio',
  unit: 'x',
  plausible: [-50, 50],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      '[forward] peg ratio|ratios|multiple',
      'peg of|at|above|below|near|is|was|stands',
      'price / earnings to growth [ratio|multiple]',
      'price to earnings growth [ratio|multiple]',
      'price to earnings to growth [ratio|multiple]',
      'p/e to growth [ratio|multiple]',
    ],
    tails: [],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
