import type { MetricId } from '../market/metric.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import type { Observation } from '../market/observation.ts';
import type { Admitted } from './admissible.ts';
import { isFromVendor, methodKey, methodOf, saysNumber } from './definitions.ts';
import { isLargeCap, isSmallCap } from './families.ts';
import type { Interval, ReasonCode } from './finding.ts';
import type { JudgeContext, SubjectClaim } from './judgement.ts';

/**
 * By how much vendors' figures of one method differ on one day: relative, and absolute in the metric's unit. Forward
 * multiples: FactSet, I/B/E/S and Birinyi within a twentieth. Book and sales multiples and yields: dates of the accounts,
 * trailing or indicated dividends. Unprofitable share: 36, 42 and 43% for the Russell 2000 in autumn 2024.
 */
const VENDOR_SPREAD: Readonly<Partial<Record<MetricId, { relative: number; absolute: number }>>> = {
  pe: { relative: 0.06, absolute: 0 },
  pe_forward: { relative: 0.06, absolute: 0 },
  pe_average: { relative: 0.06, absolute: 0 },
  pb: { relative: 0.2, absolute: 0 },
  ps: { relative: 0.2, absolute: 0 },
  dividend_yield: { relative: 0.15, absolute: 0.1 },
  unprofitable_share: { relative: 0, absolute: 5 },
  // Cash in the whole or not, share classes, rounded lines: 14.67 and 15.07% of IWV in financials on one day.
  sector_weight: { relative: 0.05, absolute: 0.15 },
  holding_weight: { relative: 0.04, absolute: 0.03 },
};

/**
 * A multiple computed from net income as filed may lie this far, relative, from one on adjusted or operating earnings:
 * outside of recessions the two kinds of earnings of the S&P 500 differ by up to a fifth.
 */
const COMPUTED_MULTIPLE_SPREAD = 0.25;

/** A multiple this many times above the figure that counts everyone is above every other figure too. */
const FAR = 1.5;

/**
 * Whether figures that all miss may refute the claim: null when they may, else the reason to abstain (VERDICTS 8, 9).
 * `near` are all admissible figures, each outside the interval.
 */
export function mayRefute(
  claim: SubjectClaim,
  metric: MetricSpec,
  near: readonly Admitted[],
  interval: Interval,
  context: JudgeContext,
): ReasonCode | null {
  const { vendor } = claim;
  const isVendors = vendor !== null && near.every((one) => isFromVendor(one.observation, vendor));
  // A vendor is named whose figure is not on record: the others may confirm it, they cannot refute it.
  if (vendor !== null && !isVendors) return 'no-data-near';
  if (!isVendors && !isBeyondVendors(near, metric, interval)) return 'too-close-to-call';
  if (metric.id === 'pe') return mayRefutePe(claim, near, interval, context);
  // The vendor named publishes this multiple by one method: its own figure settles it.
  if (metric.id === 'pe_forward') return isVendors ? null : mayRefuteForward(claim, near, interval, context);
  if (metric.id === 'pe_average') return mayRefuteAverage(claim, near, interval, context, isVendors);
  if (metric.id === 'unprofitable_share') return mayRefuteShare(claim, near, interval);
  return null;
}

function mayRefutePe(claim: SubjectClaim, near: readonly Admitted[], interval: Interval, context: JudgeContext): ReasonCode | null {
  if (claim.definition === 'excl_negative' || claim.definition === 'incl_negative') return null;
  const trailing = near.filter((one) => one.method.timing === 'trailing');
  const everyone = trailing.filter((one) => one.method.losses !== 'excl_negative');
  const leftOut = trailing.filter((one) => one.method.losses === 'excl_negative');
  const counted = trailing.filter((one) => one.method.losses === 'incl_negative');
  if (leftOut.length > 0 && counted.length > 0) return null;
  // Leaving losses out only lowers the ratio, and so does looking forward, outside of recessions: far above the figure
  // that counts everyone means above all of them.
  if (everyone.length > 0 && isAbove(near, interval, FAR)) return null;
  // Where few companies lose money the figure without them is close by, so far below both kinds is below it too.
  const hasForward = claim.definition !== null || near.some((one) => one.method.timing === 'forward');
  if (isLargeCap(context.directory.byId(claim.subject)) && everyone.length > 0 && hasForward && isBelow(near, interval, FAR)) return null;
  return 'only-other-definition';
}

function mayRefuteForward(
  claim: SubjectClaim,
  near: readonly Admitted[],
  interval: Interval,
  context: JudgeContext,
): ReasonCode | null {
  if (claim.definition === 'excl_negative' || claim.definition === 'incl_negative') return null;
  if (!isSmallCap(context.directory.byId(claim.subject))) return null;
  const leftOut = near.some((one) => one.method.losses === 'excl_negative');
  const counted = near.some((one) => one.method.losses === 'incl_negative');
  return leftOut && counted ? null : 'only-other-definition';
}

/**
 * Averages differ by vendor, span and kind of ratio: only the named vendor's, over the named years and of the stated kind,
 * refutes; else only a figure that is the publisher's own for another span, that is, swapped.
 */
function mayRefuteAverage(
  claim: SubjectClaim,
  near: readonly Admitted[],
  interval: Interval,
  context: JudgeContext,
  isVendors: boolean,
): ReasonCode | null {
  if (claim.period === null) return 'only-other-definition';
  if (isVendors && claim.definition !== null) return null;
  const days = new Set(near.map(({ observation }) => observation.asOf.to));
  const isSwapped = context.evidence
    .observations(claim.subject, 'pe_average')
    .some((one) => days.has(one.asOf.to) && one.low !== null && isWithin(one.low, interval) && near.some(({ observation }) => isSameKind(one, observation)));
  return isSwapped ? null : 'only-other-definition';
}

function isWithin(value: number, interval: Interval): boolean {
  return value >= (interval.low ?? Number.NEGATIVE_INFINITY) && value <= (interval.high ?? Number.POSITIVE_INFINITY);
}

function isSameKind(a: Observation, b: Observation): boolean {
  return methodKey(methodOf(a)) === methodKey(methodOf(b)) && a.source.title === b.source.title;
}

function mayRefuteShare(claim: SubjectClaim, near: readonly Admitted[], interval: Interval): ReasonCode | null {
  if (claim.definition !== null || saysNumber(claim)) return null;
  // Loss-makers are the smaller companies, so their weight is below their number: above the count is above both.
  const counted = near.filter((one) => one.method.share !== 'by_weight');
  if (counted.length > 0 && isAbove(counted, interval, 1)) return null;
  const weighed = near.some((one) => one.method.share === 'by_weight');
  return counted.length > 0 && weighed ? null : 'only-other-definition';
}

function isBeyondVendors(near: readonly Admitted[], metric: MetricSpec, interval: Interval): boolean {
  const spread = VENDOR_SPREAD[metric.id];
  if (!spread) return true;
  return near.every(({ observation }) => {
    const ends = [observation.low, observation.high].filter((end) => end !== null);
    const size = Math.max(...ends.map(Math.abs));
    const isComputedMultiple = observation.coverage !== undefined && metric.unit === 'x';
    const relative = isComputedMultiple ? Math.max(spread.relative, COMPUTED_MULTIPLE_SPREAD) : spread.relative;
    const margin = Math.max(spread.absolute, relative * size);
    const low = observation.low ?? Number.NEGATIVE_INFINITY;
    const high = observation.high ?? Number.POSITIVE_INFINITY;
    return high + margin < (interval.low ?? Number.NEGATIVE_INFINITY) || low - margin > (interval.high ?? Number.POSITIVE_INFINITY);
  });
}

/** The whole interval lies more than `factor` times above every figure. */
function isAbove(near: readonly Admitted[], interval: Interval, factor: number): boolean {
  const { low } = interval;
  return low !== null && near.every(({ observation }) => observation.high !== null && low > observation.high * factor);
}

function isBelow(near: readonly Admitted[], interval: Interval, factor: number): boolean {
  const { high } = interval;
  return high !== null && near.every(({ observation }) => observation.low !== null && high * factor < observation.low);
}
