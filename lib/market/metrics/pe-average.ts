import type { MetricSpec } from './spec.ts';

/**
 * Average P/E over years. Speaks for its window (`avg:5Y`, `avg:25Y`) and for the method of the ratio it averages; an
 * average without a stated window or method can be confirmed, never refuted. Moves slowly: a year.
 */
export const peAverage: MetricSpec = {
  id: 'pe_average',
  name: 'Long-term average P/E',
  unit: 'x',
  plausible: [2, 200],
  appliesTo: ['fund', 'index', 'group'],
  wording: {
    nouns: [
      '[long term|historical|five year|5 year|ten year|10 year|25 year|20 year|30 year] average p/e|pe [ratio|multiple]',
      '[long term|historical|five year|5 year|ten year|10 year|25 year|20 year|30 year] average [of]',
      'long run average',
      'historical mean|norm',
    ],
    tails: [],
    verbs: [],
  },
  definitions: [
    { id: 'forward', name: 'average of forward P/E ratios', publishers: ['FactSet', 'J.P. Morgan Asset Management'] },
    { id: 'trailing', name: 'average of trailing P/E ratios', publishers: ['S&P Dow Jones Indices'] },
    { id: 'excl_negative', name: 'average, loss-makers left out', publishers: ['FTSE Russell'] },
  ],
  ageing: { kind: 'drifts', windowDays: 366, noise: { relative: 0.1, absolute: 0 }, drift: 0.1 },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0.03 },
};
