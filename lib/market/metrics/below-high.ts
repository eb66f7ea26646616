import type { MetricSpec } from './spec.ts';

/**
 * How far the price lies below an earlier high ("12% below its record"), negative. Read in `detect/highs.ts` and shown;
 * not checked yet, since the high is a day within a month or even a moment within a day.
 */
export const belowHigh: MetricSpec = {
  id: 'other:below_high',
  name: 'Distance from a high',
  unit: '%',
  plausible: [-100, 0],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [],
    tails: [],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
