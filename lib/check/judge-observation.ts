import { addDays } from '../market/calendar.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { admitted, claimDates, evidenceOf, figuresFor, isOfStatedDefinition, isWhole, nearestOfEach, newest, relatedTo } from './admissible.ts';
import type { Admitted, ClaimDates } from './admissible.ts';
import { isFromVendor, isOtherMethod, methodKey } from './definitions.ts';
import { isSmallCap } from './families.ts';
import type { Evidence, Interval, NoteCode, ReasonCode } from './finding.ts';
import { claimInterval } from './interval.ts';
import { judgeLevel } from './judge-level.ts';
import { judgeOrder } from './judge-order.ts';
import { judgeUndated } from './judge-undated.ts';
import { isUnderstated, unverifiable } from './judgement.ts';
import type { JudgeContext, Judgement, SubjectClaim } from './judgement.ts';
import { judgeRank } from './judge-rank.ts';
import { mayRefute } from './refute.ts';

/**
 * Judges a figure by dated observations: the right instrument, metric and definition in the metric's window around the
 * article's date or the date stated (VERDICTS 7 to 13).
 *
 * Any admissible figure that fits supports the claim. When a figure by a method that is documented to differ clearly
 * does not, and the article does not say which is meant, the verdict is `definition-dependent`. A claim is refuted only
 * when every admissible figure misses by more than rounding, substitution and the days between explain, and
 * `mayRefute` agrees. Computed figures that leave too much of the whole out (`isPartial`) may support, and the card says
 * that they are partial; they neither refute nor set two methods against each other.
 */
export function judgeObservation(claim: SubjectClaim, metric: MetricSpec, context: JudgeContext): Judgement {
  if (metric.id === 'price' || metric.id === 'index_level') return judgeLevel(claim, metric, context);
  if (claim.value.text === 'higher' || claim.value.text === 'lower') return judgeOrder(claim, metric, context);
  const interval = claimInterval(claim, metric);
  if (!interval) return unverifiable('not-checkable');
  const all = figuresFor(claim, metric, context);
  if (all.length === 0) return unverifiable('no-data', { interval });
  const stated = all.filter(({ observation }) => isOfStatedDefinition(claim, observation));
  const dates = claimDates(claim, context);
  if (dates.origin === 'none') return judgeUndated(claim, metric, context, { interval, figures: stated, dates });
  const near = preferWhole(nearestOfEach(preferOwn(ofVendor(claim, admitted(stated, metric, interval, dates)), metric)));
  if (near.length === 0) return withoutFigure(claim, metric, context, { interval, dates, all, stated });

  const evidence = near.map((one) => evidenceOf(claim, one, 'then', context));
  const notes = substitutionNotes(claim, near, context);
  const fits = near.filter((one) => one.relation === 'inside');
  if (fits.length > 0) {
    const supported = supportedBy(claim, fits, near, { interval, evidence, notes, context });
    if (supported.verdict !== 'supported') return supported;
    const outdated = changedSince(claim, metric, context, { interval, dates, stated, fits, supported });
    return judgeRank(claim, metric, context, outdated ?? supported, dates);
  }
  if (near.some((one) => one.relation === 'touches')) return unverifiable('too-close-to-call', { interval, evidence, notes });
  // Told in the past without a date, the figure may be of any time.
  if (claim.past && dates.origin === 'article') return unverifiable('period-unclear', { interval, evidence, notes });
  const whole = near.filter(({ observation }) => isWhole(observation));
  const refusal = whole.length === 0 ? 'only-partial-data' : mayRefute(claim, metric, whole, interval, context);
  if (refusal !== null) return unverifiable(refusal, { interval, evidence, notes });
  const reason = claim.definition === null ? 'outside-every-definition' : 'outside-stated-definition';
  return { verdict: 'contradicted', reason, notes, evidence, interval };
}

function supportedBy(
  claim: SubjectClaim,
  fits: readonly Admitted[],
  near: readonly Admitted[],
  more: { interval: Interval; evidence: readonly Evidence[]; notes: readonly NoteCode[]; context: JudgeContext },
): Judgement {
  const { interval, evidence, context } = more;
  const notes = [...more.notes];
  const isHeadline = fits.some((one) => one.method.losses === 'excl_negative') && isSmallCap(context.directory.byId(claim.subject));
  if (isHeadline) notes.push('leaves-out-loss-makers');
  // "Forward" and "trailing" say when the profits fall, and leave open whether losses count.
  const leavesOpen = claim.definition === null || claim.definition === 'forward' || claim.definition === 'trailing';
  if (fits.every(({ observation }) => !isWhole(observation))) notes.push('partial-coverage');
  if (leavesOpen && missesOtherMethod(fits, near.filter(({ observation }) => isWhole(observation)))) {
    return { verdict: 'definition-dependent', reason: 'fits-one-definition', notes, evidence, interval };
  }
  if (claim.metric === 'constituents' && fits.every((one) => one.observation.low !== claim.value.low)) notes.push('nominal-count');
  if (claim.qualifier === 'range') notes.push('range-covers');
  return { verdict: 'supported', reason: supportReason(claim, fits), notes, evidence, interval };
}

function supportReason(claim: SubjectClaim, fits: readonly Admitted[]): ReasonCode {
  if (fits.every((one) => isUnderstated(claim, one.observation.low ?? one.observation.high))) return 'fits-understated';
  return claim.definition === null ? 'fits' : 'fits-stated-definition';
}

/** A figure by another method, whose whole group misses clearly. */
function missesOtherMethod(fits: readonly Admitted[], near: readonly Admitted[]): boolean {
  return near.some((miss) => {
    if (!fits.every((fit) => isOtherMethod(fit.method, miss.method))) return false;
    const key = methodKey(miss.method);
    return near.every((one) => methodKey(one.method) !== key || isApart(one, fits));
  });
}

/** Clearly off: by more than half the drift of the days between, or on the very day of the figure that fits. */
function isApart(one: Admitted, fits: readonly Admitted[]): boolean {
  const isSameDay = fits.some(({ observation: { asOf } }) => asOf.from === one.observation.asOf.from && asOf.to === one.observation.asOf.to);
  return (isSameDay ? one.bare : one.apart) === 'outside';
}

/** A named vendor means that vendor's figure, where it is on record (VERDICTS 9). */
function ofVendor(claim: SubjectClaim, near: readonly Admitted[]): readonly Admitted[] {
  const { vendor } = claim;
  if (vendor === null) return near;
  const own = near.filter((one) => isFromVendor(one.observation, vendor));
  return own.length > 0 ? own : near;
}

/** A partial figure is not heard beside one by the same method that speaks for the whole. */
function preferWhole(near: readonly Admitted[]): readonly Admitted[] {
  const covered = new Set(near.filter(({ observation }) => isWhole(observation)).map(({ method }) => methodKey(method)));
  return near.filter((one) => isWhole(one.observation) || !covered.has(methodKey(one.method)));
}

/**
 * Weights and counts are facts of one portfolio: a stand-in speaks only where the subject's own figure by that method is
 * missing. Multiples differ by vendor anyway, so all of them are heard.
 */
function preferOwn(near: readonly Admitted[], metric: MetricSpec): readonly Admitted[] {
  if (metric.unit === 'x') return near;
  const steps = new Map<string, number>();
  for (const one of near) {
    const key = methodKey(one.method);
    steps.set(key, Math.min(steps.get(key) ?? one.candidate.steps, one.candidate.steps));
  }
  return near.filter((one) => one.candidate.steps === steps.get(methodKey(one.method)));
}

function withoutFigure(
  claim: SubjectClaim,
  metric: MetricSpec,
  context: JudgeContext,
  more: {
    interval: Interval;
    dates: ClaimDates;
    all: Parameters<typeof admitted>[0];
    stated: Parameters<typeof admitted>[0];
  },
): Judgement {
  const others = admitted(more.all, metric, more.interval, more.dates);
  if (others.length > 0) {
    const evidence = others.map((one) => ({ ...evidenceOf(claim, one, 'then', context), fits: false }));
    return unverifiable('only-other-definition', { interval: more.interval, evidence });
  }
  if (more.stated.length === 0) return unverifiable('definition-not-on-record', { interval: more.interval });
  const related = more.stated.map(({ observation, candidate }) => relatedTo(observation, candidate, metric, more.interval, more.dates));
  const evidence = closest(related).map((one) => ({ ...evidenceOf(claim, one, 'then', context), fits: false }));
  return unverifiable('no-data-near', { interval: more.interval, evidence, notes: substitutionNotes(claim, closest(related), context) });
}

/** The figure nearest in time, of the subject itself where it has any: too far away to judge by, but of use to the reader. */
function closest(related: readonly Admitted[]): readonly Admitted[] {
  const [first] = related.toSorted((a, b) => a.candidate.steps - b.candidate.steps || a.distance - b.distance);
  return first === undefined ? [] : [first];
}

/** `outdated` when the latest figures by the method that fitted all miss now, by more than noise (VERDICTS 22, 24). */
function changedSince(
  claim: SubjectClaim,
  metric: MetricSpec,
  context: JudgeContext,
  more: {
    interval: Interval;
    dates: ClaimDates;
    stated: Parameters<typeof admitted>[0];
    fits: readonly Admitted[];
    supported: Judgement;
  },
): Judgement | null {
  const { ageing } = metric;
  if (ageing.kind !== 'drifts' || claim.past || more.dates.origin !== 'article') return null;
  const after = addDays(more.dates.to, ageing.windowDays);
  const later = more.stated
    .filter(({ observation }) => observation.validity === null && observation.asOf.from > after && isWhole(observation))
    .map(({ observation, candidate }) => relatedTo(observation, candidate, metric, more.interval, observation.asOf))
    .filter((one) => more.fits.some((fit) => !isOtherMethod(fit.method, one.method)));
  const now = preferOwn(newest(later), metric);
  if (now.length === 0) return null;
  const evidence = [...more.supported.evidence, ...now.map((one) => evidenceOf(claim, one, 'now', context))];
  const then = mean(more.fits.map((one) => figureOf(one)));
  const isNews = now.every((one) => {
    const change = Math.abs(figureOf(one) - then);
    return one.bare === 'outside' && change > Math.max(ageing.noise.absolute, ageing.noise.relative * Math.abs(then));
  });
  if (!isNews) return { ...more.supported, evidence };
  return { ...more.supported, verdict: 'outdated', reason: 'changed-since', evidence };
}

function figureOf(one: Admitted): number {
  const { low, high } = one.observation;
  return low !== null && high !== null ? (low + high) / 2 : (low ?? high ?? 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}

/** Says when the figures are another instrument's. */
export function substitutionNotes(
  claim: SubjectClaim,
  near: readonly Admitted[],
  context: JudgeContext,
): readonly NoteCode[] {
  const isFund = context.directory.byId(claim.subject)?.kind === 'fund';
  if (near.length === 0 || near.some((one) => one.candidate.steps === 0 && one.relation === 'inside')) return [];
  const used = near.some((one) => one.relation === 'inside') ? near.filter((one) => one.relation === 'inside') : near;
  if (used.every((one) => one.candidate.steps === 0)) return [];
  return [isFund ? 'index-for-fund' : 'fund-for-index'];
}
