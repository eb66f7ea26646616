/**
 * What no source may give, however well-formed its body: a figure of a day to come, a level of nothing, a file that shrank
 * to a fraction of what it was.
 */
import { addDays, isDay } from '../../market/calendar.ts';
import type { Frame } from '../../market/fundamentals.ts';
import type { FundHoldings } from '../../market/holdings.ts';
import { metricById } from '../../market/metrics/index.ts';
import type { LevelSeries, Observation } from '../../market/observation.ts';
import type { SourceContext, SourcePart } from '../sources/source.ts';
import { FetchFailure } from './fetch-failure.ts';

/** A level that changes by more from one point to the next is a misprint: no index ever did. */
const LARGEST_STEP = 6;

/** A file with less than this share of the rows of the one before is taken for a piece of one. */
const SMALLEST_SHARE = 0.7;
/** Below so many rows, shares say little. */
const FEW_ROWS = 20;

/** Fractions of a fund that its lines may add up to: leverage and short lines included, a wrong unit not. */
const TOTAL_WEIGHT: readonly [number, number] = [10, 400];

/** How many rows a part has, whatever it holds. */
export function rowsOf({ instruments, filers, observations, series, holdings, frames }: SourcePart): number {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return sum([
    Math.max(instruments?.length ?? 0, filers?.size ?? 0),
    observations?.length ?? 0,
    sum((series ?? []).map(({ points }) => points.length)),
    sum((holdings ?? []).map(({ lines }) => lines.length)),
    sum((frames ?? []).map(({ facts }) => facts.length)),
  ]);
}

/**
 * Refuses a part that cannot be true.
 *
 * @param rowsBefore rows of the part that it is to replace; null when there is none
 * @throws {FetchFailure} `implausible`, with what is wrong and where
 */
export function checkPart(part: SourcePart, rowsBefore: number | null, { today }: SourceContext): void {
  // Sessions are dated in New York, files sometimes in Sydney.
  const lastDay = addDays(today, 1);
  const check = new PartCheck(lastDay);
  if (part.asOf !== null) check.day(part.asOf, 'the data');
  const rows = rowsOf(part);
  if (rows === 0) throw implausible('there is nothing in it');
  if (rowsBefore !== null && rowsBefore >= FEW_ROWS && rows < rowsBefore * SMALLEST_SHARE) {
    throw implausible(`only ${rows} rows where there were ${rowsBefore}`);
  }
  for (const observation of part.observations ?? []) check.observation(observation);
  for (const series of part.series ?? []) check.series(series);
  for (const holdings of part.holdings ?? []) check.holdings(holdings);
  for (const frame of part.frames ?? []) check.frame(frame);
}

function implausible(detail: string): FetchFailure {
  return new FetchFailure('implausible', { detail });
}

class PartCheck {
  readonly #lastDay: string;

  constructor(lastDay: string) {
    this.#lastDay = lastDay;
  }

  day(day: string, what: string): void {
    if (!isDay(day)) throw implausible(`${what}: “${day}” is not a day`);
    if (day > this.#lastDay) throw implausible(`${what}: ${day} has not come yet`);
  }

  observation({ id, metric, low, high, asOf }: Observation): void {
    this.day(asOf.from, id);
    this.day(asOf.to, id);
    const [least, most] = metricById(metric)?.plausible ?? [-Infinity, Infinity];
    for (const value of [low, high]) {
      if (value === null) continue;
      if (!Number.isFinite(value) || value < least || value > most) throw implausible(`${id}: ${value} cannot be`);
    }
  }

  series({ instrument, basis, points }: LevelSeries): void {
    const what = `${instrument} ${basis}`;
    if (points.length === 0) throw implausible(`${what}: no level`);
    this.day(points[0]?.[0] ?? '', what);
    this.day(points.at(-1)?.[0] ?? '', what);
    let before: readonly [string, number] | null = null;
    for (const point of points) {
      const [day, level] = point;
      if (!Number.isFinite(level) || level <= 0) throw implausible(`${what}, ${day}: ${level} is no level`);
      if (before !== null && day <= before[0]) throw implausible(`${what}: ${day} comes after ${before[0]}`);
      if (before !== null && Math.max(level / before[1], before[1] / level) > LARGEST_STEP) {
        throw implausible(`${what}, ${day}: from ${before[1]} to ${level}`);
      }
      before = point;
    }
  }

  holdings({ fund, asOf, lines }: FundHoldings): void {
    this.day(asOf, fund);
    if (lines.length === 0) throw implausible(`${fund}: no holding`);
    let total = 0;
    for (const { name, weightPercent, marketValueUsd, quantity, priceUsd } of lines) {
      const figures = [weightPercent, marketValueUsd ?? 0, quantity ?? 0, priceUsd ?? 0];
      if (!figures.every((figure) => Number.isFinite(figure))) throw implausible(`${fund}, ${name}: not a number`);
      total += weightPercent;
    }
    if (total < TOTAL_WEIGHT[0] || total > TOTAL_WEIGHT[1]) {
      throw implausible(`${fund}: the weights add up to ${Math.round(total)}%`);
    }
  }

  frame({ tag, period, facts }: Frame): void {
    for (const { cik, start, end, value } of facts) {
      const what = `${tag} ${period}, company ${cik}`;
      this.day(end, what);
      if (start !== null && start > end) throw implausible(`${what}: begins on ${start} and ends on ${end}`);
      if (!Number.isFinite(value)) throw implausible(`${what}: not a number`);
    }
  }
}
