import type { MetricSpec } from '../market/metrics/spec.ts';
import type { Observation } from '../market/observation.ts';
import { claimDates, distanceBetween, evidenceOf, figuresFor } from './admissible.ts';
import { claimInterval, relate } from './interval.ts';
import type { Interval, NoteCode } from './finding.ts';
import { unverifiable } from './judgement.ts';
import type { JudgeContext, Judgement, SubjectClaim } from './judgement.ts';

/** A threshold of another kind (a breakpoint beside a minimum) lies orders of magnitude away and refutes nothing. */
const SAME_KIND = 20;

/**
 * Judges a rule by what was in force on the article's date or the date stated (VERDICTS 5, 14, 25). Sources that
 * disagree on a rule leave a claim that turns on it open. A rule that fitted and has been replaced since is outdated; an
 * undated article is only held to what was never a rule.
 */
export function judgeRule(claim: SubjectClaim, metric: MetricSpec, context: JudgeContext): Judgement {
  const interval = claimInterval(claim, metric);
  const figures = figuresFor(claim, metric, context);
  // The subject's own rules, or those of the index that a fund tracks.
  const steps = Math.min(...figures.map((one) => one.candidate.steps));
  const comparable = figures
    .filter((one) => one.candidate.steps === steps)
    .map((one) => ({ ...one, match: matches(claim, metric, interval, one.observation) }))
    .filter((one) => one.match !== 'other-kind');
  if (comparable.length === 0) return unverifiable('no-data', { interval });
  const dates = claimDates(claim, context);
  const inForce = comparable.filter((one) => distanceBetween(one.observation, dates) === 0 || one.observation.validity === null);
  const shown = (role: 'then' | 'now', list: typeof comparable): ReturnType<typeof evidenceOf>[] =>
    list.map((one) => evidenceOf(claim, { ...one, relation: one.match === 'fits' ? 'inside' : 'outside' }, role, context));
  const notes: NoteCode[] = steps > 0 ? ['index-for-fund'] : [];
  if (inForce.length === 0) return unverifiable('no-data-near', { interval, evidence: shown('then', comparable), notes });

  const evidence = shown('then', inForce);
  const fitting = inForce.filter((one) => one.match === 'fits');
  if (dates.origin === 'none') {
    notes.push('undated-article');
    if (fitting.length > 0) return { verdict: 'supported', reason: 'fits-rule', notes, evidence, interval };
    if (comparable.some((one) => one.match === 'fits')) return unverifiable('no-date', { interval, evidence: shown('then', comparable), notes });
    return { verdict: 'contradicted', reason: 'outside-rule', notes, evidence: shown('then', comparable), interval };
  }
  if (fitting.length > 0 && isDisputed(fitting[0]?.observation, inForce.filter((one) => one.match === 'misses'))) {
    return unverifiable('sources-disagree', { interval, evidence, notes });
  }
  if (fitting.length === 0) return { verdict: 'contradicted', reason: 'outside-rule', notes, evidence, interval };
  const supported: Judgement = { verdict: 'supported', reason: 'fits-rule', notes, evidence, interval };
  if (claim.past || dates.origin === 'stated') return supported;
  const today = { from: context.today, to: context.today };
  const now = comparable.filter((one) => distanceBetween(one.observation, today) === 0);
  const isReplaced = now.length > 0 && now.every((one) => one.match === 'misses') && fitting.every((one) => !now.includes(one));
  if (!isReplaced) return supported;
  return { ...supported, verdict: 'outdated', reason: 'rule-changed-since', evidence: [...evidence, ...shown('now', now)] };
}

/**
 * Two sources for one and the same schedule with other months. Several rules of a kind may be in force side by side: a
 * yearly reconstitution and a quarterly rebalancing, a lower and an upper threshold.
 */
function isDisputed(fit: Observation | undefined, misses: readonly { readonly observation: Observation }[]): boolean {
  if (fit?.text == null) return false;
  const { kind } = scheduleOf(fit.text);
  return misses.some(({ observation }) => observation.text !== null && observation.unit === 'schedule' && scheduleOf(observation.text).kind === kind);
}

type Match = 'fits' | 'misses' | 'other-kind';

function matches(claim: SubjectClaim, metric: MetricSpec, interval: Interval | null, rule: Observation): Match {
  if (claim.value.text !== null && rule.text !== null) {
    return metric.unit === 'flag' ? matchFlag(claim.value.text, rule.text) : matchSchedule(claim.value.text, rule.text);
  }
  const ends = [rule.low, rule.high].filter((end) => end !== null);
  if (!interval || ends.length === 0) return 'other-kind';
  // "between $8.0 and $22.7 billion" has two thresholds, and a claim may name either.
  const allowance = metric.id === 'market_coverage' ? 1 : 0;
  const isOne = ends.some((end) => relate({ low: end, high: end, rounding: 0 }, interval, { inside: allowance, outside: 0 }) === 'inside');
  if (isOne) return 'fits';
  if (metric.unit !== 'USD') return 'misses';
  const size = Math.abs(claim.value.low);
  return ends.some((end) => size < end * SAME_KIND && size * SAME_KIND > end) ? 'misses' : 'other-kind';
}

/** `true` and `false`; a rule in words is a screen unless it begins with "none". */
function matchFlag(claimed: string, rule: string): Match {
  return isTrue(claimed) === isTrue(rule) ? 'fits' : 'misses';
}

function isTrue(text: string): boolean {
  return !/^(?:false|no|none)\b/i.test(text.trim());
}

interface Schedule {
  readonly kind: string;
  readonly months: readonly string[];
}

/**
 * `annual`, `annual:June`, `semi-annual:June,November`, `rank day:April`. A claim without months is met by any months; a
 * rank day is set against rank days only.
 */
function matchSchedule(claimed: string, rule: string): Match {
  const a = scheduleOf(claimed);
  const b = scheduleOf(rule);
  if ((a.kind === 'rank day') !== (b.kind === 'rank day')) return 'other-kind';
  if (a.kind !== b.kind) return 'misses';
  if (a.months.length === 0 || b.months.length === 0) return 'fits';
  return a.months.every((month) => b.months.includes(month)) ? 'fits' : 'misses';
}

function scheduleOf(text: string): Schedule {
  const [kind = '', months = ''] = text.toLowerCase().split(':');
  return {
    kind: kind.trim().replace(/^annually$|^yearly$/, 'annual').replace(/^semi-?annually$|^semiannual$/, 'semi-annual'),
    months: months
      .split(',')
      .map((month) => month.trim())
      .filter((month) => month !== ''),
  };
}
