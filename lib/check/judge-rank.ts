import type { MetricSpec } from '../market/metrics/spec.ts';
import type { Observation } from '../market/observation.ts';
import { distanceBetween, evidenceOf, isWhole, sectorKey } from './admissible.ts';
import type { ClaimDates } from './admissible.ts';
import { candidatesFor } from './families.ts';
import type { Candidate } from './families.ts';
import { addDays } from '../market/calendar.ts';
import type { JudgeContext, Judgement, SubjectClaim } from './judgement.ts';

/**
 * Adds the rank to a weight that is also called the largest (`value.text` is `largest`): a component on record with more
 * weight near the article's date turns `supported` into `contradicted`, one that overtook it since into `outdated`.
 * Weights are on record for some components only, so a rank is never confirmed by this alone.
 */
export function judgeRank(
  claim: SubjectClaim,
  metric: MetricSpec,
  context: JudgeContext,
  judged: Judgement,
  dates: ClaimDates,
): Judgement {
  if (claim.value.text !== 'largest' || metric.ageing.kind !== 'drifts' || claim.component === null) return judged;
  const { windowDays } = metric.ageing;
  const rivals = candidatesFor(claim.subject, metric, context.directory).flatMap((candidate) =>
    context.evidence
      .observations(candidate.id, metric.id)
      .filter((one) => isSingle(one) && isWhole(one) && !isSame(one.component, claim.component, metric))
      .map((observation) => ({ observation, candidate })),
  );
  const then = rivals.filter(({ observation, candidate }) => candidate.steps === 0 && distanceBetween(observation, dates) <= windowDays);
  const own = judged.evidence.filter((one) => one.role === 'then' && one.fits);
  const ownThen = Math.max(...own.map((one) => one.high ?? 0));
  const ahead = then.filter(
    ({ observation }) => (observation.low ?? 0) > ownThen + 0.3 && own.some((one) => one.asOf.to === observation.asOf.to),
  );
  if (ahead.length > 0) {
    const evidence = ahead.map((one) => shown(claim, one, 'then', context));
    return { ...judged, verdict: 'contradicted', reason: 'outside-every-definition', evidence: [...judged.evidence, ...evidence] };
  }
  if (judged.verdict !== 'supported' || claim.past || dates.origin !== 'article') return judged;
  const after = addDays(dates.to, windowDays);
  const later = rivals.filter(({ observation }) => observation.asOf.from > after);
  const top = later.filter(({ observation, candidate }) => isTop(observation, candidate, claim, metric, context));
  if (top.length === 0) return judged;
  const evidence = top.slice(-1).map((one) => shown(claim, one, 'now', context));
  return { ...judged, verdict: 'outdated', reason: 'changed-since', evidence: [...judged.evidence, ...evidence] };
}

/** On its day the rival led the portfolio: it outweighs what is on record of the claim's own, or its source says so. */
function isTop(
  rival: Observation,
  candidate: Candidate,
  claim: SubjectClaim,
  metric: MetricSpec,
  context: JudgeContext,
): boolean {
  const sameDay = context.evidence
    .observations(candidate.id, metric.id)
    .filter((one) => one.asOf.to === rival.asOf.to && isSingle(one));
  const own = sameDay.find((one) => isSame(one.component, claim.component, metric));
  if (own) return (rival.low ?? 0) > (own.high ?? 0) + 0.3;
  return /largest|biggest|top holding|first/i.test(rival.method) && sameDay.every((one) => (one.low ?? 0) <= (rival.low ?? 0));
}

function isSingle(observation: Observation): boolean {
  return observation.component !== null && !observation.component.startsWith('TOP');
}

function isSame(a: string | null, b: string | null, metric: MetricSpec): boolean {
  if (a === null || b === null) return false;
  return metric.id === 'sector_weight' ? sectorKey(a) === sectorKey(b) : a === b;
}

function shown(
  claim: SubjectClaim,
  one: { observation: Observation; candidate: Candidate },
  role: 'then' | 'now',
  context: JudgeContext,
): ReturnType<typeof evidenceOf> {
  return evidenceOf(claim, { ...one, relation: 'outside' }, role, context);
}
