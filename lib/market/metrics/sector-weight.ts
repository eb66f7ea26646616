import type { MetricSpec } from './spec.ts';

/**
 * Part of an index or fund in one GICS sector. Weights of weeks ago still speak (45 days) when the sector has not moved
 * far. Fund and index differ by cash: 0.1 points.
 */
export const sectorWeight: MetricSpec = {
  id: 'sector_weight',
  name: 'Sector weight',
  unit: '%',
  plausible: [0, 100],
  appliesTo: ['fund', 'index', 'group'],
  wording: {
    nouns: [
      'sector weight|weighting|weights|weightings|allocation|breakdown|composition',
    ],
    tails: [],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'drifts', windowDays: 45, noise: { relative: 0, absolute: 0.3 } },
  judge: 'observation',
  substitution: { absolute: 0.1, relative: 0 },
};
