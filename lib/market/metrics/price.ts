import type { MetricSpec } from './spec.ts';

/**
 * Price of one share on one day. Judged from closing levels only where the claim's own day is on record.
 */
export const price: MetricSpec = {
  id: 'price',
  name: 'Share price',
  unit: 'USD',
  plausible: [0.0001, 10000000],
  appliesTo: ['stock', 'fund'],
  wording: {
    nouns: [
      '[share|stock|closing] price',
    ],
    tails: [
      'a|per share',
      'apiece',
      'per unit',
    ],
    verbs: [
      'trades|traded|trading at',
      'closed|closes|closing at',
      'priced at',
      'run you',
    ],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0 },
};
