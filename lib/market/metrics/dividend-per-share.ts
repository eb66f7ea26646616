import type { MetricSpec } from './spec.ts';

/**
 * Dollars paid for one share. Read and shown; not checked yet. It is no price of a share.
 */
export const dividendPerShare: MetricSpec = {
  id: 'other:dividend_per_share',
  name: 'Dividend per share',
  unit: 'USD',
  plausible: [0, 1000],
  appliesTo: ['stock', 'fund'],
  wording: {
    nouns: [
      '[quarterly|annual|semiannual|monthly|special|regular|cash|interim|final|first|next] dividend|dividends [payment] of|to|at|from',
      '[quarterly|annual|monthly] distribution of',
      '[quarterly|annual|monthly] payout of|to|from',
    ],
    tails: [
      '[quarterly|annual|semiannual|monthly|special|regular|cash] dividend|dividends [per share]',
      '(a|per share) in [annual|quarterly] dividends',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
