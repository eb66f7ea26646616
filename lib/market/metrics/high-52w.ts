import type { MetricSpec } from './spec.ts';

/**
 * Highest price of the past year, or level of an index, by closes or within a day. Read and shown; not checked yet:
 * closes on record are weekly at most.
 */
export const high52w: MetricSpec = {
  id: 'other:high_52w',
  name: '52-week high',
  unit: 'USD',
  plausible: [0.0001, 10000000],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      '(52 week|fifty two week|one year|12 month) high|highs [of|at|near]',
      '(52 week|fifty two week|one year|12 month) closing|intraday high [of|at]',
    ],
    tails: [],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
