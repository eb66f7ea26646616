import type { MetricSpec } from '../market/metrics/spec.ts';
import { admitted, claimDates, evidenceOf, figuresFor, isOfStatedDefinition, isWhole } from './admissible.ts';
import type { Admitted } from './admissible.ts';
import { unverifiable } from './judgement.ts';
import type { JudgeContext, Judgement, SubjectClaim } from './judgement.ts';

/** Everything lies inside: the order is decided between figures, not against an interval. */
const OPEN = { low: null, high: null };

/**
 * Judges "A is cheaper than B" (`value.text` is `lower` or `higher`): every figure of the subject against every figure of
 * the benchmark near the date. One order throughout decides; when it depends on the method, so does the verdict. For a
 * P/E the figure without loss-makers and the one counting everyone must both be there before it is called wrong.
 */
export function judgeOrder(claim: SubjectClaim, metric: MetricSpec, context: JudgeContext): Judgement {
  if (claim.benchmark === null) return unverifiable('no-subject');
  const dates = claimDates(claim, context);
  if (dates.origin === 'none') return unverifiable('no-date');
  const near = (subject: string): readonly Admitted[] => {
    const party = { ...claim, subject };
    const figures = figuresFor(party, metric, context).filter(({ observation }) => isWhole(observation) && isOfStatedDefinition(claim, observation));
    return admitted(figures, metric, OPEN, dates).filter((one) => one.observation.low !== null && one.observation.high !== null);
  };
  const own = near(claim.subject);
  const others = near(claim.benchmark);
  if (own.length === 0 || others.length === 0) return unverifiable('no-data-near');
  const wantsLower = claim.value.text === 'lower';
  const holds = (a: Admitted, b: Admitted): boolean => (wantsLower ? middle(a) < middle(b) : middle(a) > middle(b));
  const comparable = (a: Admitted): readonly Admitted[] => {
    const same = others.filter((b) => a.method.timing === b.method.timing && a.method.share === b.method.share);
    return same.length > 0 ? same : [];
  };
  const pairs = own.flatMap((a) => comparable(a).map((b) => ({ a, b })));
  const evidence = [
    ...own.map((one) => ({
      ...evidenceOf(claim, one, 'then' as const, context),
      fits: comparable(one).length > 0 && comparable(one).every((other) => holds(one, other)),
    })),
    ...others.map((one) => ({
      ...evidenceOf({ ...claim, subject: claim.benchmark ?? claim.subject }, one, 'then' as const, context),
      fits: pairs.filter(({ b }) => b === one).every(({ a, b }) => holds(a, b)),
    })),
  ];
  if (pairs.length === 0) return unverifiable('only-other-definition', { evidence });
  const held = pairs.filter(({ a, b }) => holds(a, b)).length;
  const losses = new Set(own.map((one) => one.method.losses));
  const hasBoth = metric.id !== 'pe' || (losses.has('excl_negative') && losses.has('incl_negative'));
  if (held === pairs.length) return { verdict: 'supported', reason: 'fits', notes: [], evidence, interval: null };
  if (held > 0) {
    return { verdict: 'definition-dependent', reason: 'order-depends-on-definition', notes: [], evidence, interval: null };
  }
  if (!hasBoth) return unverifiable('only-other-definition', { evidence });
  return { verdict: 'contradicted', reason: 'outside-every-definition', notes: [], evidence, interval: null };
}

function middle(one: Admitted): number {
  return ((one.observation.low ?? 0) + (one.observation.high ?? 0)) / 2;
}
