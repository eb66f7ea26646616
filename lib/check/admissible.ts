import { addDays, daysBetween } from '../market/calendar.ts';
import { datesOfPeriod } from '../market/period.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { isPartial } from '../market/observation.ts';
import type { Observation } from '../market/observation.ts';
import { isMadeAs, isMonthlyAverage, methodKey, methodOf, saysNumber } from './definitions.ts';
import type { Method } from './definitions.ts';
import { metricsFor } from './evidence.ts';
import { candidatesFor } from './families.ts';
import type { Candidate } from './families.ts';
import type { Evidence, Interval } from './finding.ts';
import { printedRounding, relate } from './interval.ts';
import type { Relation } from './interval.ts';
import { nameOf } from './judgement.ts';
import type { JudgeContext, SubjectClaim } from './judgement.ts';

/** Days that a claim speaks of, and how they are known. */
export interface ClaimDates {
  readonly from: string;
  readonly to: string;
  /** `stated`: in the text; `article`: the day of publication; `none`: undated, so the end of the data stands in. */
  readonly origin: 'stated' | 'article' | 'none';
}

/** When the figure of the claim is meant to hold. */
export function claimDates(claim: SubjectClaim, context: JudgeContext): ClaimDates {
  const stated = claim.statedDate ?? (claim.period?.startsWith('avg:') ? null : datesOfPeriod(claim.period));
  if (stated) {
    // "in 2026", written in June, speaks of the months gone by.
    const to = context.published !== null && stated.to > context.published && stated.from <= context.published ? context.published : stated.to;
    return { from: stated.from, to, origin: 'stated' };
  }
  if (context.published !== null) return { from: context.published, to: context.published, origin: 'article' };
  return { from: context.evidence.dataEnd, to: context.evidence.dataEnd, origin: 'none' };
}

/** A figure on record that may speak to the claim, set against its interval. */
export interface Admitted {
  readonly observation: Observation;
  readonly candidate: Candidate;
  readonly method: Method;
  readonly relation: Relation;
  /** The relation when only half of the drift is allowed for: tells two methods apart, refutes nothing. */
  readonly apart: Relation;
  /** The relation without any allowance for the days between. */
  readonly bare: Relation;
  /** Days between the figure's date and the claim's, vague dates counted from their middles. */
  readonly distance: number;
}

/** Every figure of the metric for the subject or its stand-ins, of any date, with the component that is spoken of. */
export function figuresFor(
  claim: SubjectClaim,
  metric: MetricSpec,
  context: JudgeContext,
): readonly { readonly observation: Observation; readonly candidate: Candidate }[] {
  const wanted = claim.metric === 'pe' && claim.definition === 'forward' ? (['pe_forward'] as const) : metricsFor(claim.metric);
  const found = candidatesFor(claim.subject, metric, context.directory).flatMap((candidate) =>
    wanted.flatMap((id) =>
      context.evidence
        .observations(candidate.id, id)
        .filter((observation) => isSameComponent(claim, metric, observation))
        .map((observation) => ({ observation, candidate: computedCandidate(observation, candidate) })),
    ),
  );
  return found.filter(({ observation }) => !isCopied(observation, found));
}

/** A figure computed for an index is its fund's, which stands for it: one step further than the index itself. */
function computedCandidate({ instrument, computedFrom: fund = instrument }: Observation, candidate: Candidate): Candidate {
  return fund === instrument ? candidate : { id: fund, steps: candidate.steps === 0 ? 1 : 2 };
}

/** Whether the figure was computed for an index and the fund's own copy of it is there. */
function isCopied(one: Observation, found: readonly { readonly observation: Observation }[]): boolean {
  const { computedFrom: fund, instrument } = one;
  if (fund === undefined || fund === instrument) return false;
  return found.some(
    ({ observation }) =>
      observation.instrument === fund &&
      observation.computedFrom === fund &&
      observation.asOf.to === one.asOf.to &&
      observation.component === one.component &&
      observation.method === one.method,
  );
}

/** Whether the figure speaks for the whole: a computed one that leaves too much out decides against nothing. */
export function isWhole({ coverage }: Observation): boolean {
  return coverage === undefined || !isPartial(coverage);
}

/** Keeps what was made as the article says, where it says. */
export function isOfStatedDefinition(claim: SubjectClaim, observation: Observation): boolean {
  if (claim.definition !== null) return isMadeAs(observation, claim.definition);
  return !(saysNumber(claim) && methodOf(observation).share === 'by_weight');
}

/** The figures whose date lies in the metric's window around the dates, related to the interval. */
export function admitted(
  figures: readonly { readonly observation: Observation; readonly candidate: Candidate }[],
  metric: MetricSpec,
  interval: Interval,
  dates: { readonly from: string; readonly to: string },
): readonly Admitted[] {
  const windowDays = metric.ageing.kind === 'drifts' ? metric.ageing.windowDays : 0;
  return figures.flatMap(({ observation, candidate }) => {
    if (distanceBetween(observation, dates) > windowDays) return [];
    return [relatedTo(observation, candidate, metric, interval, dates)];
  });
}

/** One figure set against the interval as of some days. */
export function relatedTo(
  observation: Observation,
  candidate: Candidate,
  metric: MetricSpec,
  interval: Interval,
  dates: { readonly from: string; readonly to: string },
): Admitted {
  return {
    observation,
    candidate,
    method: methodOf(observation),
    relation: relationOf(observation, candidate, metric, interval, dates, 1),
    apart: relationOf(observation, candidate, metric, interval, dates, 0.5),
    bare: relationOf(observation, candidate, metric, interval, dates, 0),
    distance: middleDistance(observation, dates),
  };
}

/**
 * Of the figures that do not fit, those by the same publisher and method that lie nearest in time: what it said nearer to
 * the date replaces what it said before. A figure that fits stays, whenever in the window it was published.
 */
export function nearestOfEach(near: readonly Admitted[]): readonly Admitted[] {
  // The line of a computed figure tells its coverage too, which changes from day to day.
  const howMade = ({ observation, method }: Admitted): string => (observation.coverage === undefined ? observation.method : `computed ${methodKey(method)}`);
  const key = (one: Admitted): string => `${one.observation.instrument} ${one.observation.component ?? ''} ${howMade(one)}`;
  const least = new Map<string, number>();
  for (const one of near) least.set(key(one), Math.min(least.get(key(one)) ?? one.distance, one.distance));
  return near.filter((one) => one.relation === 'inside' || one.distance === least.get(key(one)));
}

/** How one figure lies to the interval when it is to speak for the dates, with part of the drift allowed for. */
function relationOf(
  observation: Observation,
  candidate: Candidate,
  metric: MetricSpec,
  interval: Interval,
  dates: { readonly from: string; readonly to: string },
  driftShare: number,
): Relation {
  const size = Math.max(Math.abs(observation.low ?? 0), Math.abs(observation.high ?? 0));
  const { absolute, relative } = metric.substitution;
  const substitution = candidate.steps * Math.max(absolute, relative * size);
  const figure = {
    low: observation.low,
    high: observation.high,
    rounding: printedRounding(observation.low ?? observation.high, observation.unit),
  };
  const drift = driftShare * driftOf(observation, metric, dates) * size;
  const average = isMonthlyAverage(observation) ? 0.1 * size : 0;
  return relate(figure, interval, { inside: substitution / 2, outside: substitution + drift + average });
}

/** Relative change that the days between a figure and the claim may have brought. */
function driftOf(observation: Observation, metric: MetricSpec, dates: { readonly from: string; readonly to: string }): number {
  if (metric.ageing.kind !== 'drifts' || observation.validity !== null) return 0;
  const { windowDays, drift = 0.12 } = metric.ageing;
  return drift * Math.sqrt(middleDistance(observation, dates) / windowDays);
}

function middleDistance(observation: Observation, dates: { readonly from: string; readonly to: string }): number {
  if (observation.validity !== null) return distanceBetween(observation, dates);
  const spread = (daysBetween(observation.asOf.from, observation.asOf.to) + daysBetween(dates.from, dates.to)) / 2;
  return distanceBetween(observation, dates) + spread;
}

/** Days from the figure's date, or from the span in which it is in force, to the dates. The nearer ends count. */
export function distanceBetween(observation: Observation, dates: { readonly from: string; readonly to: string }): number {
  const from = observation.validity ? (observation.validity.from ?? '0000-01-01') : observation.asOf.from;
  const to = observation.validity ? (observation.validity.to ?? '9999-12-31') : observation.asOf.to;
  if (to < dates.from) return daysBetween(to, dates.from);
  return from > dates.to ? daysBetween(dates.to, from) : 0;
}

/** The newest figures of each method: those within a month of the newest one. */
export function newest(figures: readonly Admitted[]): readonly Admitted[] {
  const last = figures.map((one) => one.observation.asOf.to).sort().at(-1);
  if (last === undefined) return [];
  const since = addDays(last, -31);
  return figures.filter((one) => one.observation.asOf.to >= since);
}

/** A figure as the card shows it. */
export function evidenceOf(
  claim: SubjectClaim,
  { observation, candidate, relation }: Pick<Admitted, 'observation' | 'candidate' | 'relation'>,
  role: 'then' | 'now',
  context: JudgeContext,
): Evidence {
  const { computedFrom: instrument = observation.instrument } = observation;
  return {
    instrument,
    instrumentName: nameOf(instrument, context.directory),
    metric: observation.metric,
    definitions: observation.definitions,
    method: observation.method,
    low: observation.low,
    high: observation.high,
    text: observation.text,
    unit: observation.unit,
    asOf: observation.asOf,
    source: observation.source,
    fits: relation === 'inside',
    role,
    ...(candidate.steps > 0 ? { standsFor: claim.subject } : {}),
    ...(observation.coverage === undefined ? {} : { coverage: observation.coverage }),
  };
}

function isSameComponent(claim: SubjectClaim, metric: MetricSpec, observation: Observation): boolean {
  if (metric.id === 'sector_weight') {
    return claim.component !== null && observation.component !== null && sectorKey(claim.component) === sectorKey(observation.component);
  }
  if (metric.id === 'holding_weight') {
    if (claim.component === null || observation.component === null) return false;
    return observation.component === claim.component || observation.component === `${claim.component}_COMPANIES`;
  }
  if (metric.id === 'pe_average' && !isSameSpan(claim.period, observation.method)) return false;
  return observation.component === null || observation.component === claim.component;
}

/** An average over five years is none over ten: the claim's `avg:5Y` against "5-year average" in the publisher's line. */
function isSameSpan(period: string | null, method: string): boolean {
  const claimed = /^avg:(\d+)Y$/.exec(period ?? '')?.[1];
  const published = /\b(\d+)[- ]year/i.exec(method)?.[1];
  return claimed === undefined || published === undefined || claimed === published;
}

const SECTOR_KEYS: readonly (readonly [RegExp, string])[] = [
  [/communication|telecom/, 'communication'],
  [/discretionary/, 'discretionary'],
  [/staples/, 'staples'],
  [/energy/, 'energy'],
  [/financ/, 'financials'],
  [/health/, 'health'],
  [/industrial/, 'industrials'],
  [/tech/, 'technology'],
  [/material/, 'materials'],
  [/real ?estate/, 'realestate'],
  [/utilit/, 'utilities'],
];

/** One key for the usual spellings of a GICS sector ("Healthcare", "Tech"). */
export function sectorKey(name: string): string {
  const text = name.toLowerCase();
  return SECTOR_KEYS.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}
