import type { MetricSpec } from './spec.ts';

/**
 * Part of an index or fund in one holding, or in the ten largest (`TOP10`: share lines counted apart; `TOP10_COMPANIES`:
 * share classes of one company added together).
 */
export const holdingWeight: MetricSpec = {
  id: 'holding_weight',
  name: 'Holding weight',
  unit: '%',
  plausible: [0, 100],
  appliesTo: ['fund', 'index', 'group'],
  wording: {
    nouns: [
      'top ten|10 holdings|positions|stocks|names',
      'ten|10 largest holdings|positions|stocks|names',
    ],
    tails: [],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'drifts', windowDays: 45, noise: { relative: 0, absolute: 0.3 }, drift: 0.2 },
  judge: 'observation',
  substitution: { absolute: 0.1, relative: 0 },
};
