import type { MetricSpec } from './spec.ts';

/**
 * Greatest fall from a high to the low after it, negative. It is no return of the year in which it lies: in 2020 the
 * S&P 500 fell by a third and ended higher. Read in `detect/highs.ts` and shown; not checked yet.
 */
export const drawdown: MetricSpec = {
  id: 'other:drawdown',
  name: 'Drawdown',
  unit: '%',
  plausible: [-100, 0],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      '[maximum|max|peak to trough|worst|deepest|largest|biggest] drawdown|drawdowns',
    ],
    tails: [],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
