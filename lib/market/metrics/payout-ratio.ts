import type { MetricSpec } from './spec.ts';

/**
 * Dividends over earnings. Read and shown; not checked yet. It is no dividend yield, though both are paid out.
 */
export const payoutRatio: MetricSpec = {
  id: 'other:payout_ratio',
  name: 'Payout ratio',
  unit: '%',
  plausible: [0, 1000],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      '[dividend] payout ratio|ratios',
    ],
    tails: [
      'payout ratio',
      'of [its|their] [net|annual|adjusted|trailing|free] earnings|profit|profits|income (as|in) dividends',
      'of [its|their] [net|annual|adjusted|trailing] earnings|profit|profits|income',
    ],
    verbs: [
      'pays|paying|paid|pay out',
    ],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
