import type { MetricSpec } from './spec.ts';

/**
 * Enterprise value (market value and net debt) over earnings before interest, taxes, depreciation and amortisation.
 * Read and shown; not checked yet.
 */
export const evEbitda: MetricSpec = {
  id: 'other:ev_ebitda',
  name: 'EV/EBITDA',
  unit: 'x',
  plausible: [-500, 1000],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      'ev / ebitda [ratio|multiple]',
      'ev to ebitda [ratio|multiple]',
      'enterprise value to ebitda [ratio|multiple]',
      'enterprise value / ebitda [ratio|multiple]',
      'ebitda multiple',
    ],
    tails: [
      'times|x [its|their|forward|trailing|projected|expected|estimated|annual|adjusted] ebitda',
      'ev / ebitda',
      '(enterprise value to|ev to) ebitda',
    ],
    verbs: [],
  },
  definitions: [],
  ageing: { kind: 'fixed' },
  judge: 'none',
  substitution: { absolute: 0, relative: 0 },
};
