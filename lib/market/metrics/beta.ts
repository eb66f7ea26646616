import type { MetricSpec } from './spec.ts';

/**
 * How far the price moves when the market moves by one percent. Read and shown; not checked yet, since benchmark,
 * window and sampling are rarely stated.
 */
export const beta: MetricSpec = {
  id: 'other:beta',
  name: 'Beta',
  unit: 'x',
  plausible: [-10, 10],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      '[{n} year|monthly] beta of|at|is|was|stands',
      '[{n} year|monthly] beta coefficient [of]',
    ],
    tails: [
      'beta',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
