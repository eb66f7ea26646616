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
      'forward price / earnings [ratio|multiple]',
      'forward [price to] earnings [ratio|multiple]',
      'forward multiple',
      'forward price earnings [ratio|multiple]',
      'p/e|pe [ratio|multiple] [based] on forward|expected|estimated earnings',
      'forward valuation',
    ],
    tails: [
      'times|x [the] forward|expected|projected|estimated|consensus|forecast earnings|profits|profit|eps',
      'times|x forward',
      'times|x consensus',
      'times|x earnings estimates|forecasts',
      "times|x [the] next|coming (year|twelve months|12 months|year 's|twelve months '|12 months ') [earnings|profits|eps|estimated earnings|expected earnings]",
      "times|x this|next year 's [expected|estimated|projected] earnings|profits",
      'times|x next (twelve|12) month eps|earnings',
      'times|x full year estimates',
      'times|x estimated {year} eps|earnings',
      'times|x what analysts expect',
      'times|x {year} estimates|earnings',
      'times|x analyst|analysts estimates',
      'times|x what it|they should|will|is earn',
      'forward p/e|pe',
      'forward earnings',
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
