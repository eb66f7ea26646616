import type { MetricSpec } from './spec.ts';

/**
 * Lowest price of the past year, or level of an index, by closes or within a day. Read and shown; not checked yet:
 * closes on record are weekly at most.
 */
export const low52w: MetricSpec = {
  id: 'other:low_52w',
  name: '52-week low',
  unit: 'USD',
  plausible: [0.0001, 10000000],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      '(52 week|fifty two week|one year|12 month) low|lows [of|at|near]',
      '(52 week|fifty two week|one year|12 month) closing|intraday low [of|at]',
    ],
    tails: [],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
