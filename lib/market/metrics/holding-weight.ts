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
      'weight|weighting|allocation',
      '[top ten|top 10|ten largest] holdings|positions|stocks|names',
    ],
    tails: [
      'weight|weighting|position|stake',
      'of [the|its] [fund|portfolio|index|assets|net assets|holdings]',
    ],
    verbs: [
      'makes|make|made|making up',
      'accounts|account|accounted|accounting for',
      'represents|represent|represented|representing',
      'comprises|comprise|comprised',
    ],
  },
  definitions: [],
  ageing: { kind: 'drifts', windowDays: 45, noise: { relative: 0, absolute: 0.3 }, drift: 0.2 },
  judge: 'observation',
  substitution: { absolute: 0.1, relative: 0 },
};
