import type { MetricId } from '../metric.ts';
import { aum } from './aum.ts';
import { banding } from './banding.ts';
import { belowHigh } from './below-high.ts';
import { beta } from './beta.ts';
import { cape } from './cape.ts';
import { constituents } from './constituents.ts';
import { dividendPerShare } from './dividend-per-share.ts';
import { dividendYield } from './dividend-yield.ts';
import { drawdown } from './drawdown.ts';
import { earningsYield } from './earnings-yield.ts';
import { eligibilityFreeFloat } from './eligibility-free-float.ts';
import { eligibilityMarketCap } from './eligibility-market-cap.ts';
import { eligibilityPrice } from './eligibility-price.ts';
import { eps } from './eps.ts';
import { epsGrowth } from './eps-growth.ts';
import { evEbitda } from './ev-ebitda.ts';
import { exDividend } from './ex-dividend.ts';
import { expenseRatio } from './expense-ratio.ts';
import { high52w } from './high-52w.ts';
import { holdingWeight } from './holding-weight.ts';
import { inceptionYear } from './inception-year.ts';
import { indexLevel } from './index-level.ts';
import { low52w } from './low-52w.ts';
import { marketCap } from './market-cap.ts';
import { marketCoverage } from './market-coverage.ts';
import { payoutRatio } from './payout-ratio.ts';
import { pb } from './pb.ts';
import { pe } from './pe.ts';
import { peAverage } from './pe-average.ts';
import { peForward } from './pe-forward.ts';
import { peg } from './peg.ts';
import { price } from './price.ts';
import { profitabilityScreen } from './profitability-screen.ts';
import { ps } from './ps.ts';
import { reconstitution } from './reconstitution.ts';
import { returnMetric } from './return.ts';
import { returnVs } from './return-vs.ts';
import { revenue } from './revenue.ts';
import { revenueGrowth } from './revenue-growth.ts';
import { sectorWeight } from './sector-weight.ts';
import { streak } from './streak.ts';
import { unprofitableShare } from './unprofitable-share.ts';
import { volatility } from './volatility.ts';
import type { MetricSpec } from './spec.ts';

/** Every metric the project reads, in the order in which a reader would list them. One file each. */
export const METRICS: readonly MetricSpec[] = [
  pe,
  peForward,
  peAverage,
  cape,
  peg,
  earningsYield,
  evEbitda,
  pb,
  ps,
  dividendYield,
  dividendPerShare,
  payoutRatio,
  exDividend,
  unprofitableShare,
  returnMetric,
  returnVs,
  streak,
  sectorWeight,
  holdingWeight,
  constituents,
  marketCoverage,
  eligibilityMarketCap,
  eligibilityPrice,
  eligibilityFreeFloat,
  banding,
  reconstitution,
  profitabilityScreen,
  inceptionYear,
  expenseRatio,
  marketCap,
  price,
  indexLevel,
  high52w,
  low52w,
  belowHigh,
  aum,
  eps,
  epsGrowth,
  revenue,
  revenueGrowth,
  volatility,
  beta,
  drawdown,
];

/** The metric of that id, or null when no file tells of it. */
export function metricById(id: MetricId, metrics: readonly MetricSpec[] = METRICS): MetricSpec | null {
  return metrics.find((metric) => metric.id === id) ?? null;
}
