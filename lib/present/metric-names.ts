import type { MetricId } from '../market/metric.ts';

type NamedMetric = Exclude<MetricId, `other:${string}`>;

/**
 * Reader's name of each metric. The metric files hold the same name beside all their wording; this table is apart so
 * that a card can name a metric in a page without carrying the words of detection there. A test holds the two together.
 */
const METRIC_NAMES: Readonly<Record<NamedMetric, string>> = {
  pe: 'P/E ratio',
  pe_forward: 'Forward P/E',
  pe_average: 'Long-term average P/E',
  pb: 'Price-to-book ratio',
  ps: 'Price-to-sales ratio',
  dividend_yield: 'Dividend yield',
  unprofitable_share: 'Share of unprofitable companies',
  return: 'Return',
  return_vs: 'Return against a benchmark',
  streak: 'Streak or record',
  sector_weight: 'Sector weight',
  holding_weight: 'Holding weight',
  constituents: 'Number of constituents',
  market_coverage: 'Share of the market covered',
  eligibility_market_cap: 'Market value needed to enter',
  eligibility_price: 'Price needed to enter',
  eligibility_free_float: 'Free float needed to enter',
  banding: 'Banding around the breakpoint',
  reconstitution: 'Reconstitution schedule',
  profitability_screen: 'Profitability screen',
  inception_year: 'Year of launch',
  expense_ratio: 'Expense ratio',
  market_cap: 'Market value',
  price: 'Share price',
  index_level: 'Index level',
  aum: 'Assets under management',
  eps: 'Earnings per share',
  revenue: 'Revenue',
  volatility: 'Volatility',
};

/** The same for metrics beyond those that labelled sets know by a name of their own. */
const FURTHER_NAMES: Readonly<Record<`other:${string}`, string>> = {
  'other:cape': 'CAPE',
  'other:peg': 'PEG ratio',
  'other:earnings_yield': 'Earnings yield',
  'other:ev_ebitda': 'EV/EBITDA',
  'other:dividend_per_share': 'Dividend per share',
  'other:payout_ratio': 'Payout ratio',
  'other:ex_dividend': 'Ex-dividend date',
  'other:high_52w': '52-week high',
  'other:low_52w': '52-week low',
  'other:below_high': 'Distance from a high',
  'other:eps_growth': 'Earnings growth',
  'other:revenue_growth': 'Revenue growth',
  'other:beta': 'Beta',
  'other:drawdown': 'Drawdown',
};

/** Metrics measured over a period, which a claim should state: those of the return judge. */
const OVER_A_PERIOD: ReadonlySet<MetricId> = new Set<NamedMetric>(['return', 'return_vs']);

/** Metrics whose observations come under several definitions, which a claim should state. */
const OF_SEVERAL_DEFINITIONS: ReadonlySet<MetricId> = new Set<NamedMetric>(['pe', 'pe_average', 'unprofitable_share']);

/** Reader's name of a metric; one without a file is named by what stands after the colon of its id. */
export function metricName(id: MetricId): string {
  if (Object.hasOwn(METRIC_NAMES, id)) return METRIC_NAMES[id as NamedMetric];
  if (Object.hasOwn(FURTHER_NAMES, id)) return FURTHER_NAMES[id as `other:${string}`]!;
  const bare = id.replace(/^other:/, '').replace(/_/g, ' ').trim();
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Whether a claim of this metric is incomplete without a period. */
export function needsPeriod(id: MetricId): boolean {
  return OVER_A_PERIOD.has(id);
}

/** Whether a claim of this metric may be true under one definition and untrue under another. */
export function needsDefinition(id: MetricId): boolean {
  return OF_SEVERAL_DEFINITIONS.has(id);
}
