import type { MetricSpec } from './spec.ts';

/**
 * Share price times shares, in dollars. Moves with the price: a week.
 */
export const marketCap: MetricSpec = {
  id: 'market_cap',
  name: 'Market value',
  unit: 'USD',
  plausible: [100000, 9_000_000_000_000_000],
  appliesTo: ['stock', 'index', 'group'],
  wording: {
    nouns: [
      'market cap|capitalization|capitalisation|value',
      'market valuation',
      'valuation',
      'price tag',
    ],
    tails: [
      'market cap|capitalization|capitalisation|value',
      'in market value',
      'price tag',
      'valuation',
    ],
    verbs: [
      '[is|are|was|were] [together] worth',
      'valued at',
      'valuing the company at',
    ],
  },
  definitions: [],
  ageing: { kind: 'drifts', windowDays: 7, noise: { relative: 0.1, absolute: 0 }, drift: 0.2 },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0 },
};
