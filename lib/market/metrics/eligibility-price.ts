import type { MetricSpec } from './spec.ts';

/**
 * Lowest share price at which an index takes a company in.
 */
export const eligibilityPrice: MetricSpec = {
  id: 'eligibility_price',
  name: 'Price needed to enter',
  unit: 'USD',
  plausible: [0, 1000],
  appliesTo: ['index'],
  wording: {
    nouns: [
      'closing|share|minimum|stock price of at least',
      'minimum [closing|share|stock] price',
      'price of at least',
    ],
    tails: ['[or more] to be eligible', 'or more to qualify|enter|join', 'to qualify for membership'],
    verbs: ['must|should|to close|trade at or above', 'must|should close|trade at|above', 'must|should be priced at [or above]', 'must|should be above'],
  },
  definitions: [],
  ageing: { kind: 'rule' },
  judge: 'rule',
  substitution: { absolute: 0, relative: 0 },
};
