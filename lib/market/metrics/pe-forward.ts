import type { MetricSpec } from './spec.ts';

/**
 * Price over the earnings expected for the next twelve months. Never judges a claim on past earnings, nor the other way
 * round. Vendors differ by a few per cent in the consensus they use; that is no difference in definition.
 */
export const peForward: MetricSpec = {
  id: 'pe_forward',
  name: 'Forward P/E',
  unit: 'x',
  plausible: [0.5, 2000],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      'forward [12 month|twelve month|one year] p/e|pe [ratio|multiple]',
      'forward [price to] earnings [ratio|multiple]',
      'forward multiple',
      'p/e|pe [ratio|multiple] [based] on forward|expected|estimated earnings',
      'forward price to earnings [ratio|multiple]',
      'forward price earnings [ratio|multiple]',
    ],
    tails: [
      'times|x forward|expected|projected|estimated|next [12 month|twelve month|years|year] earnings|profits',
      'times|x earnings estimates|forecasts',
      'times|x [the] next|coming years|year|twelve|12 [months] [expected|estimated] earnings|profits',
      'times|x [this|next] years|year [expected|estimated|projected] earnings|profits',
      'times|x full year estimates',
      'forward p/e|pe',
    ],
    verbs: [],
  },
  definitions: [
    { id: 'forward', name: 'on expected earnings of the next twelve months', publishers: ['FactSet', 'LSEG I/B/E/S', 'J.P. Morgan Asset Management', 'UBS'] },
  ],
  ageing: { kind: 'drifts', windowDays: 45, noise: { relative: 0.1, absolute: 0 } },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0.03 },
};
