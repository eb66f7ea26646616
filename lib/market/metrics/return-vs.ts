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
    nouns: ['outperformance|underperformance', 'lead over', 'gap [to|with|between]'],
    tails: ['[percentage] points ahead|behind|better|worse|below|above', 'ahead of|behind'],
    verbs: [
      'outperformed|outperforms|outperforming|outperform [by]',
      'underperformed|underperforms|underperforming|underperform [by]',
      'beat|beats|beating|beaten [by]',
      'surpassed|surpasses|surpassing [by]',
      'outpaced|outpaces|outpacing|outpace [by]',
      'lagged|lags|lagging|lag [by]',
      'trailed|trails|trailing|trail [by]',
      'outran',
      'led [by]',
      'topped',
    ],
  },
  definitions: [
    { id: 'price_return', name: 'price only, dividends left out', publishers: ['index providers'] },
    { id: 'total_return', name: 'with dividends reinvested', publishers: ['fund issuers'] },
  ],
  ageing: { kind: 'fixed' },
  judge: 'return',
  substitution: { absolute: 0.8, relative: 0 },
};
