import type { MetricSpec } from './spec.ts';

/**
 * Price over earnings, on past earnings or with nothing said of which earnings.
 *
 * The same index on the same day has two true figures. Fund issuers (iShares, Vanguard) and the index factsheets of FTSE
 * Russell leave companies with negative earnings out, and iShares caps a single company at 60; the Wall Street Journal
 * (Birinyi) and Siblis add up all earnings, losses included. For the Russell 2000 in April 2025 that was 15.2 and 32.1.
 * Trailing and forward differ by a tenth to a third; as-reported earnings (Shiller) are lower than operating ones.
 * Moves with the price: 45 days. Noise up to 10% of the value.
 */
export const pe: MetricSpec = {
  id: 'pe',
  name: 'P/E ratio',
  unit: 'x',
  plausible: [0.5, 2000],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      'p/e|pe [ratio|multiple|ratios|multiples]',
      'price / earnings [ratio|multiple]',
      'price to earnings [ratio|multiple]',
      'price earnings [ratio|multiple]',
      'earnings multiple',
      'trailing p/e|pe [ratio|multiple]',
      'multiple of earnings',
      'multiple',
      'trailing (four quarter|twelve month|12 month) earnings',
      'going rate',
    ],
    tails: [
      'times|x [trailing|reported|current|annual|its|their] earnings|profits|profit',
      "times|x [the] last|past [year|twelve months|12 months|year 's] earnings|profits",
      'times|x trailing (twelve month|12 month|four quarter) earnings',
      'times|x what its|their members earned',
      'p/e|pe',
      'trailing p/e|pe',
    ],
    verbs: [],
  },
  definitions: [
    { id: 'excl_negative', name: 'loss-makers left out', publishers: ['iShares', 'Vanguard', 'FTSE Russell'] },
    { id: 'incl_negative', name: 'all companies counted, losses included', publishers: ['Birinyi Associates (WSJ)', 'Siblis Research', 'Bloomberg'] },
    { id: 'trailing', name: 'trailing twelve months', publishers: ['FactSet', 'State Street', 'The Wall Street Journal'] },
    { id: 'as_reported', name: 'as-reported (GAAP) earnings', publishers: ['S&P Dow Jones Indices', 'Robert Shiller'] },
    { id: 'operating', name: 'operating earnings', publishers: ['S&P Dow Jones Indices', 'FactSet'] },
  ],
  ageing: { kind: 'drifts', windowDays: 45, noise: { relative: 0.1, absolute: 0 } },
  judge: 'observation',
  substitution: { absolute: 0, relative: 0.03 },
};
