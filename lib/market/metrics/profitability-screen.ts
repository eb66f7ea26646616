import type { MetricSpec } from './spec.ts';

/**
 * Whether newcomers to an index must have earned a profit.
 */
export const profitabilityScreen: MetricSpec = {
  id: 'profitability_screen',
  name: 'Profitability screen',
  unit: 'flag',
  plausible: [0, 1],
  appliesTo: ['index', 'fund'],
  wording: {
    nouns: ['profitability|earnings screen|requirement|rule|test', 'profits|profit requirement'],
    tails: [],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'rule' },
  judge: 'rule',
  substitution: { absolute: 0, relative: 0 },
};
