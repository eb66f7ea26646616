import type { Rule } from '../phrases.ts';

/** A word that says which way a price went, and how it takes its figure. */
export interface Motion {
  readonly direction: 1 | -1;
  /**
   * `verb`: "rose 3%"; `noun`: "a 3% gain", "a gain of 3%"; `adverb`: "up 3%", "3% higher"; `neutral`: the figure has its
   * own sign ("returned -2%").
   */
  readonly form: 'verb' | 'noun' | 'adverb' | 'neutral';
}

const UP_VERBS = [
  'rose|rises|rising|risen|rise', 'gained|gains|gaining|gain', 'climbed|climbs|climbing|climb', 'jumped|jumps|jumping|jump',
  'surged|surges|surging|surge', 'soared|soars|soaring|soar', 'rallied|rallies|rallying|rally', 'advanced|advances|advancing|advance',
  'added|adds|adding|add', 'grew|grows|growing|grown|grow', 'spiked|spikes|spiking|spike', 'popped|pops|popping|pop',
  'leapt|leaped|leaps|leaping|leap', 'rocketed|rockets|rocketing', 'skyrocketed|skyrocketing', 'increased|increases|increasing|increase',
  'rebounded|rebounds|rebounding|rebound', 'recovered|recovers|recovering', 'bounced|bounces|bouncing', 'picked up', 'put on', 'puts on',
  'tacked on', 'tacks on', 'edged up|higher', 'ticked up|higher', 'inched up|higher', 'crept up|higher', 'moved up|higher', 'pushed up|higher',
  'shot up|higher', 'ran up', 'eked out', 'ekes out', 'appreciated|appreciates|appreciating', 'strengthened', 'expanded', 'returned to gain',
  'zoomed|zooms', 'vaulted', 'notched', 'closed|closing|close|closes up|higher', 'ended|ending|end|ends up|higher', 'finished|finishing|finish up|higher', 'finished ahead', 'opened up|higher',
  'traded up|higher', 'trading up|higher', 'went up', 'goes up', 'going up', 'are|is|was|were up', 'is ahead', 'has appreciated',
  'booked a gain of', 'chalked up', 'racked up', 'scored', 'swelled', 'ripped', 'mounted', 'hiked', 'upped', 'lifted', 'boosted',
];

const DOWN_VERBS = [
  'fell|falls|falling|fallen|fall', 'lost|loses|losing|lose', 'dropped|drops|dropping|drop', 'declined|declines|declining|decline',
  'slid|slides|sliding|slide', 'slipped|slips|slipping|slip', 'shed|sheds|shedding', 'tumbled|tumbles|tumbling|tumble',
  'plunged|plunges|plunging|plunge', 'slumped|slumps|slumping|slump', 'sank|sinks|sinking|sunk|sink', 'dipped|dips|dipping|dip',
  'retreated|retreats|retreating|retreat', 'plummeted|plummets|plummeting|plummet', 'cratered|craters|cratering', 'crashed|crashes|crashing',
  'tanked|tanks|tanking', 'eased|eases|easing', 'gave up', 'gave back', 'giving back', 'giving up', 'gives back', 'surrendered|surrendering',
  'shrank|shrinks|shrinking|shrunk', 'decreased|decreases|decreasing', 'dived|dove|dives|diving', 'nosedived', 'collapsed|collapses',
  'skidded|skids|skidding', 'pulled back', 'pulling back', 'sold off', 'selling off', 'edged down|lower', 'ticked down|lower', 'inched down|lower',
  'moved down|lower', 'drifted down|lower', 'closed|closing|close|closes down|lower', 'ended|ending|end|ends down|lower', 'finished|finishing|finish down|lower', 'opened down|lower',
  'traded down|lower', 'trading down|lower', 'went down', 'goes down', 'going down', 'cooled', 'contracted', 'swooned', 'depreciated', 'weakened',
  'corrected', 'sagged', 'stumbled', 'dragged', 'backtracked', 'reversed', 'was hit by', 'trimmed', 'cut', 'wiped out', 'has depreciated', 'relinquished',
  'shaved off', 'forfeited', 'coughed up', 'melted', 'cheapened', 'deflated',
];

const UP_NOUNS = [
  'gain|gains', 'rise', 'increase', 'advance', 'jump', 'rally', 'surge', 'climb', 'spike', 'pop', 'leap', 'rebound', 'bounce',
  'appreciation', 'upswing', 'uptick', 'run up', 'runup', 'run', 'bump', 'recovery', 'move higher', 'up move', 'upmove', 'soar', 'lift', 'improvement',
];

const DOWN_NOUNS = [
  'loss|losses', 'drop|drops', 'decline|declines', 'fall', 'slide', 'slump', 'plunge', 'tumble', 'dip', 'retreat', 'pullback', 'pull back', 'correction',
  'sell off', 'selloff', 'decrease', 'crash', 'slip', 'collapse', 'rout', 'swoon', 'plummet', 'hit', 'reversal', 'setback', 'haircut', 'downturn', 'contraction', 'downdraft',
];

const NEUTRAL_NOUNS = [
  'return|returns', 'performance', 'total return|returns', 'price return', 'total shareholder return', 'annual return', 'price change', 'change', 'move', 'annualized|annualised return|returns',
  'average annual return|returns', 'compound annual growth rate', 'cagr', 'price performance', 'annual total return',
];

const NEUTRAL_VERBS = [
  'returned|returns|returning', 'delivered|delivers|delivering', 'earned|earning', 'generated|generating', 'posted|posts|posting', 'produced|producing', 'yielded a return of',
  'compounded|compounding [at]', 'registered|registers|registering', 'recorded|records|recording', 'logged', 'clocked', 'averaged|averages|averaging', 'has done', 'achieved', 'moved', 'changed', 'performed', 'went nowhere', 'finished', 'saw', 'sees', 'seen', 'boasts', 'had', 'has',
];

/** What stands between a figure in percent and its subject when only an adverb tells the direction. */
const UP_ADVERBS = ['up', 'higher', 'ahead', 'to the good', 'in the green', 'above water', 'better off [by]', 'plus', 'richer'];
const DOWN_ADVERBS = ['down', 'lower', 'off', 'in the red', 'in the hole', 'under water', 'underwater', 'worse off [by]', 'behind', 'minus', 'poorer', 'to the bad', 'cheaper'];

function rules(patterns: readonly string[], direction: 1 | -1, form: Motion['form']): Rule<Motion>[] {
  const value: Motion = { direction, form };
  return patterns.map((pattern) => ({ pattern, value }));
}

/** Direction words of the return metric. */
export const MOTION: readonly Rule<Motion>[] = [
  ...rules(UP_VERBS, 1, 'verb'),
  ...rules(DOWN_VERBS, -1, 'verb'),
  ...rules(UP_NOUNS, 1, 'noun'),
  ...rules(DOWN_NOUNS, -1, 'noun'),
  ...rules(NEUTRAL_NOUNS, 1, 'neutral'),
  ...rules(NEUTRAL_VERBS, 1, 'neutral'),
  ...rules(UP_ADVERBS, 1, 'adverb'),
  ...rules(DOWN_ADVERBS, -1, 'adverb'),
];

/** Doing better or worse than another: the verb takes the benchmark as its object. */
export interface Beat {
  readonly direction: 1 | -1;
  /** `object`: "beat X by Q"; `behind`: "Q behind X", "Q ahead of X"; `gap`: "the shortfall was Q". */
  readonly form: 'object' | 'behind' | 'gap';
}

function beats(patterns: readonly string[], direction: 1 | -1, form: Beat['form']): Rule<Beat>[] {
  const value: Beat = { direction, form };
  return patterns.map((pattern) => ({ pattern, value }));
}

export const BEATS: readonly Rule<Beat>[] = [
  ...beats([
    'outperformed|outperforms|outperforming|outperform', 'beat|beats|beating|beaten', 'outpaced|outpaces|outpacing|outpace', 'surpassed|surpasses|surpassing',
    'topped|tops|topping', 'led|leads|leading', 'out ran', 'outran', 'outrun', 'outdid', 'outdone', 'bested', 'trounced', 'exceeded|exceeds', 'pulled ahead of', 'was|were|is ahead of',
    'finished ahead of', 'did better than', 'done better than', 'fared better than', 'outstripped', 'outgained', 'overtook', 'crushed', 'edged out', 'gained on', 'out performed', 'outshone', 'outclassed', 'whipped', 'walloped', 'thumped',
  ], 1, 'object'),
  ...beats([
    'underperformed|underperforms|underperforming|underperform', 'lagged|lags|lagging|lag', 'trailed|trails|trailing|trail', 'fell behind', 'fallen behind', 'lost to', 'did worse than', 'done worse than',
    'fared worse than', 'fell short of', 'fallen short of', 'was|were|is behind', 'finished behind', 'lost out to', 'lagged behind', 'lagging behind', 'trailed behind', 'came up short of',
  ], -1, 'object'),
  ...beats(['ahead of', 'better than', 'in front of', 'above', 'more than', 'better off'], 1, 'behind'),
  ...beats(['behind', 'worse than', 'short of', 'below', 'less than', 'worse off'], -1, 'behind'),
  ...beats(['lead', 'outperformance', 'edge', 'margin', 'advantage', 'excess return', 'alpha', 'lead over', 'edge over', 'difference', 'divergence', 'gap'], 1, 'gap'),
  ...beats(['shortfall', 'underperformance', 'lag', 'deficit'], -1, 'gap'),
];
