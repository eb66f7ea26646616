import type { MetricSpec } from './spec.ts';

/**
 * Price over book value. A fund and its index may differ by the date of the books; 3%.
 */
export const pb: MetricSpec = {
  id: 'pb',
  name: 'Price-to-book ratio',
  unit: 'x',
  plausible: [0.05, 200],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      'p/b|pb [ratio|multiple]',
      'price / book [value] [ratio|multiple]',
      'price to book [value] [ratio|multiple]',
      'price book [value] [ratio|multiple]',
    ],
    tails: [
      'times|x [tangible|its|{year}|the] book [value]',
      'times|x [its|the] net assets',
      'of [tangible|its|their|the] book [value]',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'drifts', windowDays: 45, noise: { relative: 0.1, absolute: 0 } },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0.03 },
};
