import type { MetricSpec } from './spec.ts';

/**
 * Runs and records of calendar periods: "has not beaten the S&P 500 over a calendar year since 2020" (the year stands in the
 * value), "the sixth monthly gain in a row", "the best quarter since 1999". The forms are in `market/streak.ts`.
 */
export const streak: MetricSpec = {
  id: 'streak',
  name: 'Streak or record',
  unit: 'year',
  plausible: [0, 3000],
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
  judge: 'streak',
  substitution: { absolute: 0, relative: 0 },
};
