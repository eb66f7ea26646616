import type { MetricSpec } from './spec.ts';

/**
 * Part of a company's shares that must be in public hands for an index to take it in.
 */
export const eligibilityFreeFloat: MetricSpec = {
  id: 'eligibility_free_float',
  name: 'Free float needed to enter',
  unit: '%',
  plausible: [0, 100],
  appliesTo: ['index'],
  wording: {
    nouns: [
      'minimum [free|public] float',
      'free|public float of at least',
    ],
    tails: [
      "of [the|its|a] (company 's|companies '|company|companies|its) total shares",
      'of the total shares',
      'free|public float',
      'of [the|its] shares must be available',
      'of its shares must be available',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'rule' },
  judge: 'rule',
  substitution: { absolute: 0, relative: 0 },
};
