import { addSessions, daysBetween } from '../market/calendar.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { windowsOf } from '../market/period.ts';
import type { DayWindow, PeriodWindows } from '../market/period.ts';
import type { Evidence, Interval, NoteCode, ReasonCode } from './finding.ts';
import { claimInterval, relate } from './interval.ts';
import { isUnderstated, unverifiable } from './judgement.ts';
import type { JudgeContext, Judgement, SubjectClaim } from './judgement.ts';
import { hasSeries, measure, measuredEvidence } from './measure.ts';
import type { Basis, Measured } from './measure.ts';

/** Dividends of a broad index or fund never came to more, in points a year: bounds the basis that is not on record. */
const MOST_YIELD = 4.5;
/**
 * No session since 1988 moved a broad index by more than this, in per cent (Russell 2000, 16 March 2020: −14.3), nor one
 * such index against another by more than two thirds of it. Bridges a session that weekly data lack.
 */
const MOST_IN_A_SESSION = 15;
/** Change of a running return that is no news: points, or part of the figure. */
const NOISE = { points: 2, relative: 0.1 };

/**
 * Judges a return, or a return against a benchmark, by closes on record (VERDICTS 11, 12, 15 to 20).
 *
 * Price and total return are both computed. A claim that names neither is supported when either fits, and the reason says
 * which; only an order or sign that differs between them makes it definition-dependent. It is contradicted when under
 * each basis every likely window is on record and every window on record misses; where one basis is not on record the
 * claim must lie outside what dividends could explain.
 */
export function judgeReturn(claim: SubjectClaim, metric: MetricSpec, context: JudgeContext): Judgement {
  const interval = claimInterval(claim, metric);
  if (!interval) return unverifiable('not-checkable');
  if (metric.id === 'return_vs' && claim.benchmark === null) return unverifiable('no-subject', { interval });
  const windows = windowsOf(claim.period, { published: context.published, stated: claim.statedDate });
  if (windows === 'unclear') return unverifiable('period-unclear', { interval });
  if (windows === 'no-date') return asOfDataEnd(claim, metric, context, interval);
  const judged = judgeWindows(claim, metric, context, { interval, windows });
  if (judged.verdict !== 'contradicted' || !mayBeAnnualized(claim)) return judged;
  // Performance tables print years annualised without saying so: what fits that way is not wrong.
  const yearly = judgeWindows({ ...claim, annualized: true }, metric, context, { interval, windows });
  return yearly.verdict === 'contradicted' ? judged : yearly.verdict === 'supported' ? yearly : unverifiable('period-unclear', { interval, evidence: judged.evidence });
}

/** A window of several years whose rate the text calls neither cumulative nor annual. */
function mayBeAnnualized(claim: SubjectClaim): boolean {
  const years = /^(\d+)Y$/.exec(claim.period ?? '');
  return !claim.annualized && ((years !== null && Number(years[1]) > 1) || /^(?:since|range|inception)/.test(claim.period ?? ''));
}

/** An article without a date: confirmed as of the end of the data, or left open. */
function asOfDataEnd(claim: SubjectClaim, metric: MetricSpec, context: JudgeContext, interval: Interval): Judgement {
  const { dataEnd } = context.evidence;
  const windows = windowsOf(claim.period, { published: dataEnd, stated: null });
  if (typeof windows === 'string') return unverifiable('no-date', { interval, notes: ['undated-article'] });
  const judged = judgeWindows(claim, metric, { ...context, published: dataEnd }, { interval, windows });
  const notes: NoteCode[] = [...judged.notes, 'undated-article'];
  if (judged.verdict === 'supported') return { ...judged, notes };
  return unverifiable('no-date', { interval, notes, evidence: judged.evidence });
}

interface Trial {
  readonly basis: Basis;
  readonly hits: readonly Measured[];
  readonly misses: readonly Measured[];
  /** Every likely window is on record, or bridged by one that is. */
  readonly isComplete: boolean;
  /** All that was measured, by its own basis, lies outside, margins included. */
  readonly isRefuted: boolean;
}

function judgeWindows(
  claim: SubjectClaim,
  metric: MetricSpec,
  context: JudgeContext,
  more: { interval: Interval; windows: PeriodWindows },
): Judgement {
  const { interval, windows } = more;
  const bases = basesOf(claim);
  const trials = bases.map((basis) => tryBasis(claim, metric, context, { interval, windows, basis }));
  const notes = notesFor(claim, trials);
  const evidence = trials.flatMap((trial) => evidenceOfTrial(claim, trial, context));
  const fitting = trials.filter((trial) => trial.hits.length > 0);
  if (fitting.length > 0) {
    const refuted = trials.filter((trial) => trial.hits.length === 0 && trial.isComplete && trial.isRefuted);
    if (isOrderOnly(claim) && refuted.length > 0) {
      return { verdict: 'definition-dependent', reason: 'order-depends-on-definition', notes, evidence, interval };
    }
    const supported: Judgement = { verdict: 'supported', reason: supportReason(claim, fitting, bases), notes, evidence, interval };
    return runningSince(claim, metric, context, { ...more, supported, fitting }) ?? supported;
  }
  const measuredTrials = boundedByPrice(trials.filter((trial) => trial.misses.length > 0), interval, context);
  if (measuredTrials.length === 0) return byOtherBasis(claim, metric, context, { ...more, bases, notes });
  if (!measuredTrials.every((trial) => trial.isRefuted)) return unverifiable('too-close-to-call', { interval, evidence, notes });
  if (!measuredTrials.some((trial) => trial.isComplete)) return unverifiable('data-too-coarse', { interval, evidence, notes });
  if (claim.past && claim.period === null && claim.statedDate === null) return unverifiable('period-unclear', { interval, evidence, notes });
  const complete = measuredTrials.filter((trial) => trial.isComplete);
  if (complete.length < bases.length && complete.some((trial) => mayBeOtherBasis(trial, interval))) {
    return unverifiable('only-other-basis', { interval, evidence, notes });
  }
  return { verdict: 'contradicted', reason: 'outside-return', notes, evidence, interval };
}

/**
 * A stand-in's total return leaves a margin for tracking. Where the broad instrument's own price return refutes the claim,
 * and no dividends could lead from it to the claim, that margin decides nothing: a total return is the price return and
 * the dividends, never less.
 */
function boundedByPrice(trials: readonly Trial[], interval: Interval, context: JudgeContext): readonly Trial[] {
  const price = trials.find(({ basis }) => basis === 'price');
  const isOwn = price?.misses.every((one) => one.benchmark === null && one.subject.steps === 0 && context.directory.byId(one.subject.series.instrument)?.kind !== 'stock');
  if (!price || !isOwn || !price.isRefuted || !price.isComplete || mayBeOtherBasis(price, interval)) return trials;
  return trials.map((trial) => (trial.misses.some(({ subject }) => subject.steps > 0) ? { ...trial, isRefuted: true } : trial));
}

/**
 * The stated basis is not on record. The other one still bounds it: a claim beyond what dividends could explain is wrong
 * all the same, anything nearer is left open (VERDICTS 12).
 */
function byOtherBasis(
  claim: SubjectClaim,
  metric: MetricSpec,
  context: JudgeContext,
  more: { interval: Interval; windows: PeriodWindows; bases: readonly Basis[]; notes: readonly NoteCode[] },
): Judgement {
  const { interval, windows, bases, notes } = more;
  const other = (['price', 'total'] as const).find((basis) => !bases.includes(basis));
  const trial = other && tryBasis(claim, metric, context, { interval, windows, basis: other });
  if (!trial || trial.hits.length + trial.misses.length === 0) {
    return unverifiable(missingReason(claim, metric, context, bases), { interval, notes });
  }
  const evidence = evidenceOfTrial(claim, trial, context).map((one) => ({ ...one, fits: false }));
  const isBeyond = trial.hits.length === 0 && trial.isComplete && trial.isRefuted && !mayBeOtherBasis(trial, interval);
  if (!isBeyond) return unverifiable('only-other-basis', { interval, evidence, notes });
  return { verdict: 'contradicted', reason: 'outside-return', notes, evidence, interval };
}

function basesOf(claim: SubjectClaim): readonly Basis[] {
  if (claim.definition === 'price_return') return ['price'];
  return claim.definition === 'total_return' ? ['total'] : ['price', 'total'];
}

function tryBasis(
  claim: SubjectClaim,
  metric: MetricSpec,
  context: JudgeContext,
  more: { interval: Interval; windows: PeriodWindows; basis: Basis },
): Trial {
  const { interval, windows, basis } = more;
  const hits: Measured[] = [];
  const misses: Measured[] = [];
  const missing: DayWindow[] = [];
  let isRefuted = true;
  for (const window of windows.windows) {
    const measured = measure(claim, basis, window, metric, context);
    if (!measured) {
      if (window.likely) missing.push(window);
      continue;
    }
    const relation = relationTo(measured, interval, windows.vague ? Math.max(10, 0.25 * Math.abs(measured.value)) : 0);
    if (relation === 'inside') hits.push(measured);
    else misses.push(measured);
    if (relation === 'touches') isRefuted = false;
  }
  const isBroad = [claim.subject, claim.benchmark].every((id) => id === null || context.directory.byId(id)?.kind !== 'stock');
  const isComplete = missing.every((window) => isBroad && misses.some((one) => isBridged(one, window, interval)));
  return { basis, hits, misses, isComplete, isRefuted };
}

/**
 * Whether a window that lacks its close ends within one session of one that was measured, and the claim lies farther off
 * than any session could have carried it.
 */
function isBridged(measured: Measured, missing: DayWindow, interval: Interval): boolean {
  if (measured.window.from !== missing.from) return false;
  const { to } = measured.window;
  if (missing.to !== addSessions(to, 1) && missing.to !== addSessions(to, -1)) return false;
  const growth = Math.max(1, 1 + measured.subject.percent / 100);
  const reach = (measured.benchmark ? (MOST_IN_A_SESSION * 2) / 3 : MOST_IN_A_SESSION) * growth;
  return relationTo(measured, interval, reach) === 'outside';
}

function relationTo(measured: Measured, interval: Interval, extra: number): 'inside' | 'touches' | 'outside' {
  const values = [measured.value, ...(measured.arithmetic === null ? [] : [measured.arithmetic])];
  const relations = values.map((value) =>
    relate({ low: value, high: value, rounding: 0 }, interval, {
      inside: measured.tracking,
      outside: measured.slack + extra,
    }),
  );
  if (relations.includes('inside')) return 'inside';
  return relations.includes('touches') ? 'touches' : 'outside';
}

/** A comparison without a figure: "beat", "trailed". */
function isOrderOnly(claim: SubjectClaim): boolean {
  return claim.value.low === 0 && claim.value.high === 0 && claim.qualifier !== 'exact';
}

function supportReason(claim: SubjectClaim, fitting: readonly Trial[], bases: readonly Basis[]): ReasonCode {
  const [first] = fitting;
  if (first && fitting.every((trial) => trial.hits.every((hit) => isUnderstated(claim, hit.value)))) return 'fits-understated';
  if (bases.length === 1) return 'fits-stated-definition';
  if (fitting.length === bases.length) return 'fits';
  return first?.basis === 'price' ? 'fits-price-return' : 'fits-total-return';
}

function missingReason(claim: SubjectClaim, metric: MetricSpec, context: JudgeContext, bases: readonly Basis[]): ReasonCode {
  const has = (basis: Basis): boolean =>
    hasSeries(claim.subject, basis, metric, context) &&
    (metric.id !== 'return_vs' || claim.benchmark === null || hasSeries(claim.benchmark, basis, metric, context));
  if (bases.some(has)) return 'data-too-coarse';
  const others = (['price', 'total'] as const).filter((basis) => !bases.includes(basis));
  return others.some(has) ? 'only-other-basis' : 'no-data';
}

/**
 * Whether dividends could carry the basis on record into the claim's interval: a total return lies above its price
 * return by the dividends (VERDICTS 12). For a difference of two returns, either way.
 */
function mayBeOtherBasis(trial: Trial, interval: Interval): boolean {
  return trial.misses.some((measured) => {
    const growth = Math.max(1, 1 + measured.subject.percent / 100);
    const dividends = MOST_YIELD * Math.max(measured.window.years, 0.1) * growth;
    const down = trial.basis === 'total' || measured.benchmark ? dividends : 0;
    const up = trial.basis === 'price' || measured.benchmark ? dividends : 0;
    const from = interval.low ?? Number.NEGATIVE_INFINITY;
    const to = interval.high ?? Number.POSITIVE_INFINITY;
    return measured.value + up >= from && measured.value - down <= to;
  });
}

/** A year to date that was right and is no longer, within the data's current year (VERDICTS 23). */
function runningSince(
  claim: SubjectClaim,
  metric: MetricSpec,
  context: JudgeContext,
  more: { interval: Interval; windows: PeriodWindows; supported: Judgement; fitting: readonly Trial[] },
): Judgement | null {
  const { dataEnd } = context.evidence;
  const { published } = context;
  if (more.windows.kind !== 'running' || published === null || claim.past || claim.statedDate !== null) return null;
  if (published.slice(0, 4) !== dataEnd.slice(0, 4) || daysBetween(published, dataEnd) < 7) return null;
  const windows = windowsOf(claim.period, { published: null, stated: { from: dataEnd, to: dataEnd } });
  if (typeof windows === 'string') return null;
  const now = more.fitting.flatMap((trial) =>
    windows.windows.slice(0, 1).map((window) => measure(claim, trial.basis, window, metric, context)),
  );
  const known = now.filter((one) => one !== null);
  const then = more.fitting.flatMap((trial) => trial.hits)[0];
  if (known.length === 0 || !then) return null;
  const isNews = known.every((one) => {
    const change = Math.abs(one.value - then.value);
    return (
      relationTo(one, more.interval, 0) === 'outside' && change > Math.max(NOISE.points, NOISE.relative * Math.abs(then.value))
    );
  });
  if (!isNews) return null;
  const evidence = [...more.supported.evidence, ...known.flatMap((one) => measuredEvidence(claim, one, false, 'now', context))];
  return { ...more.supported, verdict: 'outdated', reason: 'changed-since', evidence };
}

/** What fitted, else the plainest window that was measured. */
function evidenceOfTrial(claim: SubjectClaim, trial: Trial, context: JudgeContext): readonly Evidence[] {
  const shown = trial.hits[0] ?? trial.misses[0];
  return shown ? measuredEvidence(claim, shown, trial.hits.length > 0, 'then', context) : [];
}

/** A difference of rates written with a per cent sign. */
const PERCENT_OF_A_DIFFERENCE = /\d\s?(?:%|per ?cent\b(?![ -]*age)(?!\s*points))/i;

function notesFor(claim: SubjectClaim, trials: readonly Trial[]): readonly NoteCode[] {
  const notes: NoteCode[] = [];
  if (claim.metric === 'return_vs' && !isOrderOnly(claim) && PERCENT_OF_A_DIFFERENCE.test(claim.quote)) notes.push('points-not-percent');
  const shown = trials.flatMap((trial) => trial.hits.slice(0, 1));
  const legs = (shown.length > 0 ? shown : trials.flatMap((trial) => trial.misses.slice(0, 1))).flatMap((one) =>
    one.benchmark ? [one.subject, one.benchmark] : [one.subject],
  );
  if (legs.some((leg) => leg.steps > 0)) notes.push(claim.subject.startsWith('INDEX:') ? 'fund-for-index' : 'index-for-fund');
  return notes;
}
