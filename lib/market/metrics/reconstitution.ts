import type { MetricSpec } from './spec.ts';

/**
 * When an index is drawn up anew: `annual`, `annual:June`, `semi-annual`, `quarterly`, `continuous`, `rank day:April`.
 * Russell's second yearly reconstitution begins in late 2026; its sources give November and December.
 */
export const reconstitution: MetricSpec = {
  id: 'reconstitution',
  name: 'Reconstitution schedule',
  unit: 'schedule',
  plausible: [0, 0],
  appliesTo: ['index', 'fund'],
  wording: {
    nouns: ['reconstitution', '[index] rebalancing|rebalance'],
    tails: [],
    verbs: ['reconstituted|reconstitutes|reconstitute', 'rebuilt|rebalanced|rebalances'],
  },
  definitions: [],
  ageing: { kind: 'rule' },
  judge: 'rule',
  substitution: { absolute: 0, relative: 0 },
};
