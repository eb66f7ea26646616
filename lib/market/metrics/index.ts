import type { MetricId } from '../metric.ts';
import { aum } from './aum.ts';
import { banding } from './banding.ts';
import { constituents } from './constituents.ts';
import { dividendYield } from './dividend-yield.ts';
import { eligibilityFreeFloat } from './eligibility-free-float.ts';
import { eligibilityMarketCap } from './eligibility-market-cap.ts';
import { eligibilityPrice } from './eligibility-price.ts';
import { eps } from './eps.ts';
import { expenseRatio } from './expense-ratio.ts';
import { holdingWeight } from './holding-weight.ts';
import { inceptionYear } from './inception-year.ts';
import { indexLevel } from './index-level.ts';
import { marketCap } from './market-cap.ts';
import { marketCoverage } from './market-coverage.ts';
import { pb } from './pb.ts';
import { pe } from './pe.ts';
import { peAverage } from './pe-average.ts';
import { peForward } from './pe-forward.ts';
import { price } from './price.ts';
import { profitabilityScreen } from './profitability-screen.ts';
import { ps } from './ps.ts';
import { reconstitution } from './reconstitution.ts';
import { returnMetric } from './return.ts';
import { returnVs } from './return-vs.ts';
import { revenue } from './revenue.ts';
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
  pb,
  ps,
  dividendYield,
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
  aum,
  eps,
  revenue,
  volatility,
];

/** The metric of that id, or null for `other:` metrics, which are read but have no file. */
export function metricById(id: MetricId, metrics: readonly MetricSpec[] = METRICS): MetricSpec | null {
  return metrics.find((metric) => metric.id === id) ?? null;
}
