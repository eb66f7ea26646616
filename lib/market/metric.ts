/**
 * Metrics that Tickmark reads. Those beyond the schema of the labelled sets are `other:NAME`: a set without a label for one
 * counts it neither way. They have files like all others.
 */
export type MetricId =
  | 'pe'
  | 'pe_forward'
  | 'pe_average'
  | 'pb'
  | 'ps'
  | 'dividend_yield'
  | 'unprofitable_share'
  | 'return'
  | 'return_vs'
  | 'streak'
  | 'sector_weight'
  | 'holding_weight'
  | 'constituents'
  | 'market_coverage'
  | 'eligibility_market_cap'
  | 'eligibility_price'
  | 'eligibility_free_float'
  | 'banding'
  | 'reconstitution'
  | 'profitability_screen'
  | 'inception_year'
  | 'expense_ratio'
  | 'market_cap'
  | 'price'
  | 'index_level'
  | 'aum'
  | 'eps'
  | 'revenue'
  | 'volatility'
  | `other:${string}`;

/** `x` a multiple, `%` percent as written, `pp` percentage points, `USD` dollars in full, `points` index points. */
export type Unit = 'x' | '%' | 'pp' | 'USD' | 'count' | 'points' | 'year' | 'schedule' | 'flag';

/**
 * How a figure was made. For P/E: whether loss-makers count; for returns: with or without dividends.
 * `by_count` and `by_weight` tell the two shares of unprofitable companies apart.
 */
export type Definition =
  | 'excl_negative'
  | 'incl_negative'
  | 'trailing'
  | 'forward'
  | 'operating'
  | 'as_reported'
  | 'total_return'
  | 'price_return'
  | 'by_count'
  | 'by_weight'
  /** Counted in a way that nothing on record is: after inflation, in another currency, from a day's low. */
  | 'other_basis';
