import type { MetricSpec } from './spec.ts';

/**
 * Part of the market's value that an index was built to cover. A matter of design; whole percents differ between
 * providers' pages, so one point either way is no contradiction.
 */
export const marketCoverage: MetricSpec = {
  id: 'market_coverage',
  name: 'Share of the market covered',
  unit: '%',
  plausible: [0, 100],
  appliesTo: ['fund', 'index', 'group'],
  wording: {
    nouns: [
      'share of [the] [investable] [u.s.|us] [equity|stock] market',
    ],
    tails: [
      'of [the] [total|investable|investible|public|overall] [u.s.|us|american] [equity|stock|stocks] market [capitalization|value]',
      "of [the] [u.s.|us|american] [equity|stock] market 's [value|capitalization]",
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'rule' },
  judge: 'rule',
  substitution: { absolute: 0, relative: 0 },
};
