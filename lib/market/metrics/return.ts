import type { MetricSpec } from './spec.ts';

/**
 * Change of an index, fund or share between two closes, in percent. Price and total return are both computed; a claim that
 * names neither is true when either fits. A fund's total return stands for its index with 0.4 points a year for fees and
 * sampling.
 */
export const returnMetric: MetricSpec = {
  id: 'return',
  name: 'Return',
  unit: '%',
  plausible: [-100, 100000],
  appliesTo: ['stock', 'fund', 'index', 'group'],
  wording: {
    nouns: [
      'return',
      '[annual|annualized|average|total|price|year to date|ytd|cumulative] return|returns|gain|gains|loss|losses|growth',
      'gain|gains|loss|losses|drop|decline|rally|surge|jump|slide|fall|rise|increase|advance|slump|plunge|climb',
    ],
    tails: [
      'gain|gains|loss|losses|drop|decline|rally|surge|jump|slide|fall|rise|increase|advance|slump|plunge|climb|return|returns',
      'higher|lower',
    ],
    verbs: [
      'returned|returns|returning|return',
      'gained|gains|gaining|gain',
      'rose|rises|rising|risen|rise',
      'fell|falls|falling|fallen|fall',
      'climbed|climbs|climbing|climb',
      'jumped|jumps|jumping|jump',
      'surged|surges|surging|surge',
      'soared|soars|soaring|soar',
      'rallied|rallies|rallying|rally',
      'advanced|advances|advancing|advance',
      'added|adds|adding|add',
      'dropped|drops|dropping|drop',
      'declined|declines|declining|decline',
      'lost|loses|losing|lose',
      'slid|slides|sliding|slide',
      'slipped|slips|slipping|slip',
      'shed|sheds|shedding',
      'tumbled|tumbles|tumbling|tumble',
      'plunged|plunges|plunging|plunge',
      'slumped|slumps|slumping|slump',
      'sank|sinks|sinking|sunk|sink',
      '[is|are|was|were] up|down|higher|lower|off',
      'compounded|compounding',
      'delivered|earned|posted',
      'grew|grown|growing|grow',
    ],
  },
  definitions: [
    { id: 'price_return', name: 'price only, dividends left out', publishers: ['index providers', 'exchanges'] },
    { id: 'total_return', name: 'with dividends reinvested', publishers: ['fund issuers', 'index providers'] },
  ],
  ageing: { kind: 'fixed' },
  judge: 'return',
  substitution: { absolute: 0.4, relative: 0 },
};
