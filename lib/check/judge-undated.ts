import { addDays } from '../market/calendar.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { admitted, evidenceOf, isWhole, relatedTo } from './admissible.ts';
import type { Admitted, ClaimDates } from './admissible.ts';
import { isMonthlyAverage, isOtherMethod, methodKey } from './definitions.ts';
import { isSmallCap } from './families.ts';
import type { Interval, NoteCode } from './finding.ts';
import { relate } from './interval.ts';
import { isUnderstated, unverifiable } from './judgement.ts';
import type { JudgeContext, Judgement, SubjectClaim } from './judgement.ts';

/** How far back an undated article may reasonably reach: what is on show on the web today. */
const YEARS_BACK = 3;
/** A method is out of the question only when all its figures of those years miss by this much. */
const CLEAR = 0.15;

/**
 * Judges a drifting figure of an article without a date. Only "as of the data's date" can be claimed, so it is never
 * refuted and never outdated. What it can be is definition-dependent: a P/E of 17 for the Russell 2000 was never, in
 * years, the figure that counts everyone.
 */
export function judgeUndated(
  claim: SubjectClaim,
  metric: MetricSpec,
  context: JudgeContext,
  more: { interval: Interval; figures: Parameters<typeof admitted>[0]; dates: ClaimDates },
): Judgement {
  const { interval, figures, dates } = more;
  const near = admitted(figures, metric, interval, dates);
  const fits = near.filter((one) => one.relation === 'inside');
  const recent = recentFigures(figures, metric, interval, dates);
  const isHeadline = (used: readonly Admitted[]): boolean =>
    used.some((one) => one.method.losses === 'excl_negative') && isSmallCap(context.directory.byId(claim.subject));
  if (claim.definition === null) {
    const possible = methodsThatMay(recent, interval);
    const impossible = recent.filter((one) => isImpossible(one, recent, interval));
    const other = impossible.filter((miss) => possible.length > 0 && possible.every((fit) => isOtherMethod(fit.method, miss.method)));
    if (other.length > 0) {
      const notes: NoteCode[] = ['undated-article'];
      if (isHeadline(possible)) notes.push('leaves-out-loss-makers');
      const evidence = [...closest(possible), ...closest(other)].map((one) => evidenceOf(claim, one, 'then', context));
      return { verdict: 'definition-dependent', reason: 'fits-one-definition', notes, evidence, interval };
    }
  }
  const evidence = near.map((one) => evidenceOf(claim, one, 'then', context));
  if (fits.length === 0) return unverifiable('no-date', { interval, evidence, notes: ['undated-article'] });
  const notes: NoteCode[] = ['undated-article'];
  if (isHeadline(fits)) notes.push('leaves-out-loss-makers');
  if (fits.every(({ observation }) => !isWhole(observation))) notes.push('partial-coverage');
  if (fits.every((one) => one.candidate.steps > 0)) {
    notes.push(context.directory.byId(claim.subject)?.kind === 'fund' ? 'index-for-fund' : 'fund-for-index');
  }
  const understated = fits.every((one) => isUnderstated(claim, one.observation.low ?? one.observation.high));
  const reason = understated ? 'fits-understated' : claim.definition === null ? 'fits' : 'fits-stated-definition';
  return { verdict: 'supported', reason, notes, evidence, interval };
}

/** Figures of the last years, each set against the interval as of its own date. */
function recentFigures(
  figures: Parameters<typeof admitted>[0],
  metric: MetricSpec,
  interval: Interval,
  dates: ClaimDates,
): readonly Admitted[] {
  const since = addDays(dates.to, -365 * YEARS_BACK);
  return figures
    .filter(({ observation }) => observation.asOf.to >= since && !isMonthlyAverage(observation) && isWhole(observation))
    .map(({ observation, candidate }) => relatedTo(observation, candidate, metric, interval, observation.asOf));
}

/** Figures of the methods whose span over the years holds the claim. */
function methodsThatMay(recent: readonly Admitted[], interval: Interval): readonly Admitted[] {
  return recent.filter((one) => {
    const group = recent.filter((other) => methodKey(other.method) === methodKey(one.method));
    const ends = group.flatMap(({ observation }) => [observation.low, observation.high]).filter((end) => end !== null);
    const span = { low: Math.min(...ends), high: Math.max(...ends), rounding: 0 };
    if (one.relation === 'inside') return true;
    const isWithin = (interval.low ?? span.low) <= span.high && (interval.high ?? span.high) >= span.low;
    return group.length > 1 && isWithin && group.some((other) => other.relation === 'inside' || isBetween(group, interval));
  });
}

/** The claim lies between a lower and a higher figure of the method: on some day of the years it held. */
function isBetween(group: readonly Admitted[], interval: Interval): boolean {
  const below = group.some(({ observation }) => observation.high !== null && observation.high <= (interval.low ?? Number.NEGATIVE_INFINITY));
  const above = group.some(({ observation }) => observation.low !== null && observation.low >= (interval.high ?? Number.POSITIVE_INFINITY));
  return below && above;
}

function isImpossible(one: Admitted, recent: readonly Admitted[], interval: Interval): boolean {
  const key = methodKey(one.method);
  return recent
    .filter((other) => methodKey(other.method) === key)
    .every(({ observation }) => {
      const size = Math.max(Math.abs(observation.low ?? 0), Math.abs(observation.high ?? 0));
      const figure = { low: observation.low, high: observation.high, rounding: 0 };
      return relate(figure, interval, { inside: 0, outside: CLEAR * size }) === 'outside';
    });
}

/** The newest few of each method: enough for a card. */
function closest(figures: readonly Admitted[]): readonly Admitted[] {
  const kept = new Map<string, number>();
  return figures
    .toSorted((a, b) => (a.observation.asOf.to < b.observation.asOf.to ? 1 : -1))
    .filter((one) => {
      const key = methodKey(one.method);
      const count = (kept.get(key) ?? 0) + 1;
      kept.set(key, count);
      return count <= 2;
    });
}
