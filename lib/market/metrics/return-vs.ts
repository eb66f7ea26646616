import type { MetricSpec } from './spec.ts';

/**
 * Return less the benchmark's return over the same days, in percentage points. A comparison without a figure ("the Dow beat
 * the Nasdaq") is read as over 0 (ahead) or under 0 (behind). Price is set against price, total against total, never mixed.
 */
export const returnVs: MetricSpec = {
  id: 'return_vs',
  name: 'Return against a benchmark',
  unit: 'pp',
  plausible: [-10000, 10000],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [],
    tails: [],
    verbs: [],
  },
  definitions: [
    { id: 'price_return', name: 'price only, dividends left out', publishers: ['index providers'] },
    { id: 'total_return', name: 'with dividends reinvested', publishers: ['fund issuers'] },
  ],
  ageing: { kind: 'fixed' },
  judge: 'return',
  substitution: { absolute: 0.8, relative: 0 },
};
