import type { MetricSpec } from './spec.ts';

/**
 * Share of index members with a loss over twelve months, by number or by weight: two figures, since loss-makers are
 * smaller. Follows the quarterly results rather than the price: half a year. Vendors differ in the profit they look at
 * (net income or operating) and in the date; a contradiction needs figures of both kinds, or the stated one, on record.
 */
export const unprofitableShare: MetricSpec = {
  id: 'unprofitable_share',
  name: 'Share of unprofitable companies',
  unit: '%',
  plausible: [0, 100],
  appliesTo: ['fund', 'index', 'group'],
  wording: {
    nouns: [
      'share|percentage|proportion|portion of [the] (unprofitable|loss making|money losing) companies|firms|stocks|members|constituents',
      'unprofitable share|companies',
    ],
    tails: [
      'unprofitable',
      'not profitable',
      'lose|loses|losing|lost money',
      'loss making|makers',
      'money losing|losers',
      'negative earnings|profits|income',
      'no [trailing] earnings',
      'no net income|profits|profit',
      'in the red',
      'without earnings|profits',
      'report|reported|reporting [a] [net] loss|losses',
      'burned|burn more than they earned|earn',
      'bleeding cash|money',
      'run|running at a loss',
      'negative net income',
      'failed to turn a profit',
      "don't make|earn money",
      'yet to turn a profit',
      'earn no money|profit',
    ],
    verbs: [],
  },
  definitions: [
    { id: 'by_count', name: 'by number of companies', publishers: ['Apollo', 'FactSet', 'Goldman Sachs'] },
    { id: 'by_weight', name: 'by index weight', publishers: ['Research Affiliates', 'Furey Research'] },
  ],
  ageing: { kind: 'drifts', windowDays: 180, noise: { relative: 0.1, absolute: 1 }, drift: 0.2 },
  judge: 'observation',
  substitution: { absolute: 1, relative: 0.03 },
};
