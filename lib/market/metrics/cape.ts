import type { MetricSpec } from './spec.ts';

/**
 * Price over the average of ten years of earnings after inflation (Shiller). Never judges a claim on the earnings of
 * one year, nor the other way round: on the same day the two are far apart. Moves with the price: 45 days. Noise up to
 * 10% of the value.
 */
export const cape: MetricSpec = {
  id: 'other:cape',
  name: 'CAPE',
  unit: 'x',
  plausible: [1, 200],
  appliesTo: ['index', 'fund', 'group'],
  wording: {
    nouns: [
      '[shiller] cape ratio|multiple|ratios',
      'shiller cape',
      'cape of|at|above|below|near|is|was|stands|stood|reached|hit',
      'shiller p/e|pe [ratio|multiple]',
      'shiller price to earnings [ratio]',
      'shiller [earnings] multiple',
      'cyclically adjusted p/e|pe [ratio|multiple]',
      'cyclically adjusted price to earnings [ratio|multiple]',
      'cyclically adjusted price / earnings [ratio|multiple]',
      'cyclically adjusted price earnings [ratio|multiple]',
      'cyclically adjusted [earnings] multiple',
    ],
    tails: [
      'times|x cyclically adjusted earnings',
      'times|x ten|10 year [average] earnings',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'drifts', windowDays: 45, noise: { relative: 0.1, absolute: 0 } },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0.03 },
};
