import type { MetricSpec } from './spec.ts';

/**
 * Dividends of a year over the price. Index yields are before, fund yields after the fund's costs: 0.1 points.
 */
export const dividendYield: MetricSpec = {
  id: 'dividend_yield',
  name: 'Dividend yield',
  unit: '%',
  plausible: [0, 40],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      '[trailing|forward|annual|indicated|average|current] dividend yield',
      '[trailing twelve month|12 month trailing] yield',
      'yield',
      'dividend payout rate',
      'payouts',
    ],
    tails: [
      'dividend yield',
      'yield',
      'of its|the price',
    ],
    verbs: [
      'yields|yielded|yielding|yield',
      'throws|throwing off',
      'pays|paying out|dividends of',
      'hands|handing back',
      'pays out',
    ],
  },
  definitions: [],
  ageing: { kind: 'drifts', windowDays: 45, noise: { relative: 0.1, absolute: 0.05 } },
  judge: 'observation',
  substitution: { absolute: 0.1, relative: 0 },
};
