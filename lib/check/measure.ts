import { annualise, arithmeticYearly, levelsBetween, returnBetween } from '../market/returns.ts';
import type { InstrumentId } from '../market/instrument.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import type { LevelSeries } from '../market/observation.ts';
import type { DayWindow } from '../market/period.ts';
import { candidatesFor } from './families.ts';
import type { Evidence } from './finding.ts';
import { nameOf } from './judgement.ts';
import type { JudgeContext, SubjectClaim } from './judgement.ts';

export type Basis = 'price' | 'total';

/** Fees and sampling of a fund that stands for its index, in points a year (VERDICTS 11). */
const TRACKING_A_YEAR = 0.4;
/** Even over days a fund's close and its index differ by this many points. */
const TRACKING_FLOOR = 0.1;
/** What published totals of an index and its fund's were found apart in single years: 0.71 for the Russell 2000 in 2001. */
const TRACKING_AT_MOST = 0.8;
/** A fund's return by net asset value and by market close, in points a year: 11.89 and 11.54% for IVV in 2016. */
const NAV_AND_MARKET = 0.4;
/** Until then closing auctions were thin and the two lay further apart: 0.62 for IVV in 2002. */
const THIN_CLOSES_UNTIL = '2005-01-01';

/** The return of one instrument over one window, by its own series or by a stand-in's. */
export interface Leg {
  readonly series: LevelSeries;
  readonly steps: number;
  readonly percent: number;
  /** Points by which the figure may be off for what the series is, before it refutes. */
  readonly slack: number;
  /** Points of it that also count for the claim: the stand-in's. */
  readonly tracking: number;
}

/** A return, or a return less the benchmark's, over one window under one basis. */
export interface Measured {
  readonly basis: Basis;
  readonly window: DayWindow;
  readonly value: number;
  /** For average annual returns: the arithmetic mean of the years, when it can be had. */
  readonly arithmetic: number | null;
  readonly slack: number;
  readonly tracking: number;
  readonly subject: Leg;
  readonly benchmark: Leg | null;
}

/** Return of an instrument between the window's closes: its own series before a stand-in's; null when none has both. */
export function legOf(
  id: InstrumentId,
  basis: Basis,
  window: DayWindow,
  metric: MetricSpec,
  context: JudgeContext,
): Leg | null {
  for (const { id: candidate, steps } of candidatesFor(id, metric, context.directory)) {
    const series = context.evidence.series(candidate, basis);
    const found = series && returnBetween(series, window.from, window.to);
    if (!series || !found) continue;
    const growth = 1 + found.percent / 100;
    const isFund = context.directory.byId(candidate)?.kind === 'fund';
    const slack = slackOf(isFund && basis === 'total', steps, window) * Math.max(1, growth);
    const tracking = steps === 0 ? 0 : steps * Math.max(TRACKING_FLOOR, TRACKING_A_YEAR * window.years * Math.max(1, growth));
    return { series, steps, percent: found.percent, tracking, slack: Math.max(slack, tracking) };
  }
  return null;
}

function slackOf(isFundTotal: boolean, steps: number, window: DayWindow): number {
  const years = Math.max(1, window.years);
  if (steps > 0) return steps * TRACKING_AT_MOST * years;
  if (!isFundTotal) return 0.01;
  return NAV_AND_MARKET * years * (window.from < THIN_CLOSES_UNTIL ? 2 : 1);
}

/** The claim's figure over one window under one basis; null when a close is missing. */
export function measure(
  claim: SubjectClaim,
  basis: Basis,
  window: DayWindow,
  metric: MetricSpec,
  context: JudgeContext,
): Measured | null {
  const subject = legOf(claim.subject, basis, window, metric, context);
  if (!subject) return null;
  const isRelative = metric.id === 'return_vs' || (metric.id === 'streak' && claim.benchmark !== null);
  const benchmark = isRelative && claim.benchmark !== null ? legOf(claim.benchmark, basis, window, metric, context) : null;
  if (isRelative && !benchmark) return null;
  const yearly = claim.annualized && window.years > 1;
  const rate = (leg: Leg): number => (yearly ? annualise(leg.percent, window.years) : leg.percent);
  const scale = yearly ? 1 / window.years / Math.max(1, 1 + subject.percent / 100) : 1;
  return {
    basis,
    window,
    value: rate(subject) - (benchmark ? rate(benchmark) : 0),
    arithmetic: yearly && !benchmark ? arithmeticYearly(subject.series, window.from, window.to) : null,
    slack: (subject.slack + (benchmark?.slack ?? 0)) * scale,
    tracking: (subject.tracking + (benchmark?.tracking ?? 0)) * scale,
    subject,
    benchmark,
  };
}

/** Whether any series of the instrument or its stand-ins under the basis is on record. */
export function hasSeries(id: InstrumentId, basis: Basis, metric: MetricSpec, context: JudgeContext): boolean {
  return candidatesFor(id, metric, context.directory).some((one) => context.evidence.series(one.id, basis) !== null);
}

/** A measured return as the card shows it: the figure itself, then the two returns of a difference. */
export function measuredEvidence(
  claim: SubjectClaim,
  measured: Measured,
  fits: boolean,
  role: 'then' | 'now',
  context: JudgeContext,
): readonly Evidence[] {
  const { window, basis, subject, benchmark } = measured;
  const one = (id: InstrumentId, leg: Leg, value: number, isDifference: boolean): Evidence => ({
    instrument: leg.series.instrument,
    instrumentName: nameOf(leg.series.instrument, context.directory),
    metric: isDifference ? 'return_vs' : 'return',
    definitions: [basis === 'price' ? 'price_return' : 'total_return'],
    method: methodLine(measured, leg, isDifference, claim, context),
    low: rounded(value),
    high: rounded(value),
    text: null,
    unit: isDifference ? 'pp' : '%',
    asOf: { from: window.from, to: window.to },
    source: leg.series.source,
    fits,
    role,
    levels: levelsBetween(leg.series, window.from, window.to),
    ...(leg.steps > 0 ? { standsFor: id } : {}),
  });
  if (!benchmark || claim.benchmark === null) return [one(claim.subject, subject, measured.value, false)];
  return [
    one(claim.subject, subject, measured.value, true),
    one(claim.subject, subject, subject.percent, false),
    one(claim.benchmark, benchmark, benchmark.percent, false),
  ];
}

function methodLine(measured: Measured, leg: Leg, isDifference: boolean, claim: SubjectClaim, context: JudgeContext): string {
  const { window, basis } = measured;
  const kind = basis === 'price' ? 'price return, dividends left out' : 'total return, dividends reinvested';
  const days = `${window.from} to ${window.to}`;
  const yearly = claim.annualized && window.years > 1 && !(!isDifference && measured.benchmark) ? ', a year' : '';
  const less = isDifference && measured.benchmark ? ` less ${nameOf(measured.benchmark.series.instrument, context.directory)}` : '';
  const standIn = leg.steps > 0 ? ` of ${nameOf(leg.series.instrument, context.directory)}` : '';
  return `${kind}${standIn}${less}${yearly}, ${days}`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
