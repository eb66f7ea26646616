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
      'share|percentage|proportion of [the] unprofitable|loss making|money losing companies|firms|stocks|members',
      'unprofitable share',
    ],
    tails: [
      '[of] [the] [its|index|indexs] [companies|constituents|members|stocks|firms|names|components] [in|of|within] [the] [index] [are|is|were|remain|being|was] [currently|still|now] unprofitable',
      'of [its|the] companies|constituents|members|stocks|firms|names|components|stocks [are|were|is] losing|lost|lose|loses money',
      'of [its|the] companies|constituents|members|stocks|firms|names|components [have|had|has|report|reported] negative earnings',
      'unprofitable|loss making|money losing companies|firms|stocks|businesses|constituents|members',
      '[are|remain|being|were|is] unprofitable',
      'lose|loses|losing|lost money',
      'have|had|has negative earnings',
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
