import type { MetricSpec } from './spec.ts';

/**
 * Average P/E over years. Speaks for its window (`avg:5Y`, `avg:25Y`) and for the method of the ratio it averages; an
 * average without a stated window or method can be confirmed, never refuted. Moves slowly: half a year.
 */
export const peAverage: MetricSpec = {
  id: 'pe_average',
  name: 'Long-term average P/E',
  unit: 'x',
  plausible: [2, 200],
  appliesTo: ['fund', 'index', 'group'],
  wording: {
    nouns: [
      '[its|the] long term|run|time average|mean [p/e|pe] [ratio|multiple]',
      'historical|historic average|mean|norm [p/e|pe] [ratio]',
      '{n} year average|mean [p/e|pe] [ratio|multiple]',
      'average p/e|pe ratio over',
      'averages|average of',
      '{n} year median',
    ],
    tails: [
      'long term average',
      '{n} year average',
    ],
    verbs: [],
  },
  definitions: [
    { id: 'forward', name: 'average of forward P/E ratios', publishers: ['FactSet', 'J.P. Morgan Asset Management'] },
    { id: 'trailing', name: 'average of trailing P/E ratios', publishers: ['S&P Dow Jones Indices'] },
    { id: 'excl_negative', name: 'average, loss-makers left out', publishers: ['FTSE Russell'] },
  ],
  ageing: { kind: 'drifts', windowDays: 180, noise: { relative: 0.1, absolute: 0 }, drift: 0.1 },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0.03 },
};
