import { datesOfPeriod, daysNamed } from '../market/period.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { periodBefore, periodHolding } from '../market/returns.ts';
import type { CalendarPeriod } from '../market/returns.ts';
import { parseStreak } from '../market/streak.ts';
import type { StreakForm } from '../market/streak.ts';
import type { Evidence } from './finding.ts';
import { unverifiable } from './judgement.ts';
import type { JudgeContext, Judgement, SubjectClaim } from './judgement.ts';
import { measure, measuredEvidence } from './measure.ts';
import type { Basis, Measured } from './measure.ts';

/** No record reaches further back than this many periods of any unit; bounds the walk. */
const MOST_PERIODS = 1500;
/** With one basis on record, a counterexample this small could be undone by dividends, in points a year. */
const DIVIDENDS_A_YEAR = 4.5;

/** What one basis says of the claim; `unknown` when a close is missing, `close` when a margin decides. */
interface Trial {
  readonly basis: Basis;
  readonly outcome: 'holds' | 'longer' | 'broken' | 'close' | 'unknown';
  /** By how much the counterexample breaks the claim, in points; null when there is none. */
  readonly gap?: { readonly points: number; readonly years: number };
  /** What decides, newest first. */
  readonly shown: readonly { readonly measured: Measured; readonly fits: boolean }[];
}

/**
 * Judges runs and records of calendar periods from closes on record (VERDICTS 18). One counterexample refutes; support
 * needs every period that the claim spans. When price and total return disagree on a sign, an order or a run, the verdict
 * is definition-dependent (VERDICTS 15).
 */
export function judgeStreak(claim: SubjectClaim, metric: MetricSpec, context: JudgeContext): Judgement {
  const form = parseStreak(claim.value.text);
  if (!form) return unverifiable('not-checkable');
  const needsBenchmark = form.kind !== 'record' && (form.direction === 'ahead' || form.direction === 'behind');
  if (needsBenchmark && claim.benchmark === null) return unverifiable('no-subject');
  const party = needsBenchmark ? claim : { ...claim, benchmark: null };
  const newest = newestPeriod(party, form, context);
  if (newest === null) return unverifiable(context.published === null ? 'no-date' : 'period-unclear');
  const bases: readonly Basis[] =
    claim.definition === 'price_return' ? ['price'] : claim.definition === 'total_return' ? ['total'] : ['price', 'total'];
  const walk = new Walk(party, metric, context);
  const trials = bases.map((basis) => {
    if (form.kind === 'run') return walk.run(basis, form, newest, claim.value.low);
    return form.kind === 'not-since' ? walk.notSince(basis, form, newest, claim.value.low) : walk.record(basis, form, newest);
  });
  return decide(party, trials, context);
}

function decide(claim: SubjectClaim, trials: readonly Trial[], context: JudgeContext): Judgement {
  const evidence = trials.flatMap((trial) => evidenceOfTrial(claim, trial, context));
  const isStandIn = trials.some((trial) => trial.shown.some(({ measured }) => measured.subject.steps > 0 || (measured.benchmark?.steps ?? 0) > 0));
  const notes = isStandIn ? [claim.subject.startsWith('INDEX:') ? ('fund-for-index' as const) : ('index-for-fund' as const)] : [];
  const has = (outcome: Trial['outcome']): boolean => trials.some((trial) => trial.outcome === outcome);
  const holds = has('holds') || has('longer');
  if (holds && has('broken')) {
    return { verdict: 'definition-dependent', reason: 'order-depends-on-definition', notes, evidence, interval: null };
  }
  if (holds) {
    const reason = has('holds') ? 'fits-streak' : 'fits-understated';
    return { verdict: 'supported', reason, notes, evidence, interval: null };
  }
  if (!has('broken')) return unverifiable(has('close') ? 'too-close-to-call' : 'data-too-coarse', { evidence, notes });
  if (trials.some((trial) => trial.outcome === 'close')) return unverifiable('too-close-to-call', { evidence, notes });
  const unknown = trials.some((trial) => trial.outcome === 'unknown');
  const isWide = trials.filter((trial) => trial.outcome === 'broken').every((trial) => isBeyondDividends(trial));
  if (unknown && !isWide) return unverifiable('only-other-basis', { evidence, notes });
  return { verdict: 'contradicted', reason: 'streak-broken', notes, evidence, interval: null };
}

function isBeyondDividends(trial: Trial): boolean {
  return trial.gap !== undefined && trial.gap.points > DIVIDENDS_A_YEAR * trial.gap.years;
}

/** The last period that the claim speaks of: the one it names, else the last that was over when it was written. */
function newestPeriod(claim: SubjectClaim, form: StreakForm, context: JudgeContext): CalendarPeriod | null {
  const named = datesOfPeriod(claim.period) ?? claim.statedDate;
  // "since 2020" may be written into the period; it is the value that says so.
  const isOfUnit = form.kind !== 'not-since' && named !== null;
  if (isOfUnit) return periodHolding(form.unit, named.to);
  if (context.published === null) return null;
  const current = periodHolding(form.unit, context.published);
  return current.to <= context.published ? current : periodBefore(form.unit, current);
}

class Walk {
  readonly #claim: SubjectClaim;
  readonly #metric: MetricSpec;
  readonly #context: JudgeContext;

  constructor(claim: SubjectClaim, metric: MetricSpec, context: JudgeContext) {
    this.#claim = claim;
    this.#metric = metric;
    this.#context = context;
  }

  run(basis: Basis, form: StreakForm & { kind: 'run' }, newest: CalendarPeriod, count: number): Trial {
    const wantsUp = form.direction === 'up' || form.direction === 'ahead';
    const shown: { measured: Measured; fits: boolean }[] = [];
    let period = newest;
    for (let step = 0; step < Math.min(count, MOST_PERIODS); step += 1) {
      const measured = this.#of(basis, period);
      if (!measured) return { basis, outcome: 'unknown', shown };
      const side = sideOf(measured);
      shown.push({ measured, fits: side === (wantsUp ? 1 : -1) });
      if (side === 0) return { basis, outcome: 'close', shown };
      if (side !== (wantsUp ? 1 : -1)) return { basis, outcome: 'broken', gap: gapOf(measured), shown };
      period = periodBefore(form.unit, period);
    }
    const before = this.#of(basis, period);
    if (before) shown.push({ measured: before, fits: true });
    const isLonger = before !== null && sideOf(before) === (wantsUp ? 1 : -1);
    return { basis, outcome: isLonger ? 'longer' : 'holds', shown };
  }

  notSince(basis: Basis, form: StreakForm & { kind: 'not-since' }, newest: CalendarPeriod, year: number): Trial {
    const wanted = form.direction === 'up' || form.direction === 'ahead' ? 1 : -1;
    const shown: { measured: Measured; fits: boolean }[] = [];
    let period = newest;
    for (let step = 0; step < MOST_PERIODS && Number(period.to.slice(0, 4)) > year; step += 1) {
      const measured = this.#of(basis, period);
      if (!measured) return { basis, outcome: 'unknown', shown };
      const side = sideOf(measured);
      shown.push({ measured, fits: side !== wanted });
      if (side === 0) return { basis, outcome: 'close', shown };
      if (side === wanted) return { basis, outcome: 'broken', gap: gapOf(measured), shown };
      period = periodBefore(form.unit, period);
    }
    if (shown.length === 0) return { basis, outcome: 'unknown', shown };
    // Within the named year one period with that direction is enough to make it the last.
    let isLast = false;
    for (; Number(period.to.slice(0, 4)) === year && !isLast; period = periodBefore(form.unit, period)) {
      const measured = this.#of(basis, period);
      if (!measured) return { basis, outcome: 'unknown', shown };
      isLast = sideOf(measured) === wanted;
      if (isLast) shown.push({ measured, fits: true });
    }
    // True to the letter, but the named year was not the last one either: left open.
    return { basis, outcome: isLast ? 'holds' : 'close', shown };
  }

  record(basis: Basis, form: StreakForm & { kind: 'record' }, newest: CalendarPeriod): Trial {
    const own = this.#of(basis, newest);
    if (!own) return { basis, outcome: 'unknown', shown: [] };
    const sign = form.extreme === 'best' ? 1 : -1;
    const beats = (measured: Measured): number => sign * (measured.value - own.value) - measured.slack - own.slack;
    const since = form.since === null ? null : daysNamed(stripHead(form.since));
    if (form.since !== null && !since) return { basis, outcome: 'unknown', shown: [] };
    const bound = since?.to ?? '';
    let isWhole = true;
    let hasEqual = false;
    let period = periodBefore(form.unit, newest);
    for (let step = 0; step < MOST_PERIODS && period.to > bound; step += 1) {
      const measured = this.#of(basis, period);
      if (measured && beats(measured) > 0) {
        const gap = gapOf(measured, own);
        return { basis, outcome: 'broken', gap, shown: [{ measured: own, fits: true }, { measured, fits: false }] };
      }
      if (measured && sign * (measured.value - own.value) > 0) hasEqual = true;
      if (!measured) {
        isWhole = false;
        if (since === null) break;
      }
      period = periodBefore(form.unit, period);
    }
    const shown = [{ measured: own, fits: true }];
    if (hasEqual) return { basis, outcome: 'close', shown };
    if (!isWhole || since === null) return { basis, outcome: 'unknown', shown };
    // The period of the comparison must itself have been better, or the record reaches further back.
    for (; period.to >= since.from; period = periodBefore(form.unit, period)) {
      const measured = this.#of(basis, period);
      if (measured && sign * (measured.value - own.value) > 0) {
        return { basis, outcome: 'holds', shown: [...shown, { measured, fits: true }] };
      }
      if (!measured) return { basis, outcome: 'unknown', shown };
    }
    return { basis, outcome: 'close', shown };
  }

  #of(basis: Basis, period: CalendarPeriod): Measured | null {
    const window = { from: period.from, to: period.to, years: yearsOf(period), likely: true };
    return measure({ ...this.#claim, annualized: false }, basis, window, this.#metric, this.#context);
  }
}

function yearsOf(period: CalendarPeriod): number {
  if (/^\d{4}$/.test(period.key)) return 1;
  if (/^\d{4}Q/.test(period.key)) return 0.25;
  return /^\d{4}-\d{2}$/.test(period.key) ? 1 / 12 : 1 / 52;
}

/** 1 up or ahead, −1 down or behind, 0 within the margin of what stands in. */
function sideOf(measured: Measured): -1 | 0 | 1 {
  const margin = measured.tracking;
  if (measured.value > margin) return 1;
  return measured.value < -margin ? -1 : 0;
}

function gapOf(measured: Measured, own?: Measured): { points: number; years: number } {
  return { points: Math.abs(measured.value - (own?.value ?? 0)), years: measured.window.years };
}

/** `quarter:2020Q2` and `2020Q2` name the same days. */
function stripHead(period: string): string {
  return period.slice(period.indexOf(':') + 1);
}

function evidenceOfTrial(claim: SubjectClaim, trial: Trial, context: JudgeContext): readonly Evidence[] {
  // The counterexample, or the run with the period that ends it: at most a dozen rows for the card.
  return trial.shown
    .slice(-12)
    .flatMap(({ measured, fits }) => measuredEvidence(claim, measured, fits, 'then', context).slice(0, 1));
}
