import type { MetricSpec } from './spec.ts';

/**
 * Change of an index, fund or share between two closes, in percent. Price and total return are both computed; a claim that
 * names neither is true when either fits. A fund's total return stands for its index with 0.4 points a year for fees and
 * sampling.
 */
export const returnMetric: MetricSpec = {
  id: 'return',
  name: 'Return',
  unit: '%',
  plausible: [-100, 100000],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [],
    tails: [],
    verbs: [],
  },
  definitions: [
    { id: 'price_return', name: 'price only, dividends left out', publishers: ['index providers', 'exchanges'] },
    { id: 'total_return', name: 'with dividends reinvested', publishers: ['fund issuers', 'index providers'] },
  ],
  ageing: { kind: 'fixed' },
  judge: 'return',
  substitution: { absolute: 0.4, relative: 0 },
};
