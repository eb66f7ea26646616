import type { MetricSpec } from './spec.ts';

/**
 * Market value that a company needs for an index to take it in, in force from one announcement to the next; for Russell
 * also the breakpoint between the 1000 and the 2000 on a rank day. Thresholds are exact.
 */
export const eligibilityMarketCap: MetricSpec = {
  id: 'eligibility_market_cap',
  name: 'Market value needed to enter',
  unit: 'USD',
  plausible: [100000, 9_000_000_000_000_000],
  appliesTo: ['index'],
  wording: {
    nouns: [
      '[total] market cap|capitalization|value of at least',
      'minimum market cap|capitalization|value',
      'breakpoint',
      'market cap|capitalization requirement|threshold|minimum',
      'market value a company needs',
      'line between',
    ],
    tails: [
      'market cap|capitalization requirement|threshold|minimum',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'rule' },
  judge: 'rule',
  substitution: { absolute: 0, relative: 0 },
};
