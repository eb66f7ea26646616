import type { MetricSpec } from './spec.ts';

/**
 * Closing level of an index. Judged only where the claim's own session is on record; highs and lows within a day are not.
 */
export const indexLevel: MetricSpec = {
  id: 'index_level',
  name: 'Index level',
  unit: 'points',
  plausible: [0.1, 10000000],
  appliesTo: ['index'],
  wording: {
    nouns: [
      'record [high] of',
      'close of',
    ],
    tails: [],
    verbs: [
      'closed|closes|closing at',
      'ended|ends|ending at',
      'finished|finishes|finishing at',
      'stands|stood at',
      'finished|ended|closed {year} at',
    ],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0 },
};
