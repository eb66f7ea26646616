import type { MetricSpec } from './spec.ts';

/**
 * Assets of a fund in dollars. Moves with price and flows: 45 days.
 */
export const aum: MetricSpec = {
  id: 'aum',
  name: 'Assets under management',
  unit: 'USD',
  plausible: [100000, 9_000_000_000_000_000],
  appliesTo: ['fund'],
  wording: {
    nouns: [
      'assets under management',
      'aum',
      '[total|net] assets',
      'asset base',
    ],
    tails: [
      'in [net|total] assets [under management]',
      '[of] assets [under management]',
      'in aum',
    ],
    verbs: [
      'manages|managed|managing',
      'leaving it with',
    ],
  },
  definitions: [],
  ageing: { kind: 'drifts', windowDays: 45, noise: { relative: 0.1, absolute: 0 }, drift: 0.2 },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0 },
};
