/** From the domain's types back to the files of `public/data/`: what `parseSnapshot` reads, the other way round. */
import { dayNumber } from '../market/calendar.ts';
import type { LevelSeries, Observation, Source } from '../market/observation.ts';
import { METRICS } from './snapshot-schema.ts';
import type { InstrumentsBody, LevelsBody, ObservationBody, ObservationsBody } from './snapshot-schema.ts';
import type { Snapshot } from './snapshot.ts';

/** The three files. */
export interface WrittenBodies {
  readonly instruments: InstrumentsBody;
  readonly observations: ObservationsBody;
  readonly levels: LevelsBody;
}

/** Levels are weekly from this day on, and month-ends before: bulk daily levels are licensed (docs/data.md). */
const WEEKLY_FROM = '2025-01-01';

/**
 * Data as files. The directory stays the one that was written by hand, with its names and sectors: figures and levels of
 * instruments that are not in it are left out, and so is what only a fund's holdings say.
 *
 * @param directory body of `instruments.json` that the data were built upon
 */
export function snapshotBodies(directory: InstrumentsBody, data: Snapshot): WrittenBodies {
  const known = new Set([...directory.indices.map(({ id }) => id), ...directory.funds.map(({ symbol }) => symbol), ...directory.companies.map(([symbol]) => symbol)]);
  const observations = data.observations.filter(({ instrument, metric }) => known.has(instrument) && hasForm(metric));
  const asOf = observations.reduce((last, one) => (one.asOf.from > last ? one.asOf.from : last), data.asOf);
  return {
    instruments: { ...directory, asOf },
    observations: { format: 1, asOf, ...observationRows(observations) },
    levels: { format: 1, asOf, ...levelRows(data.series.filter(({ instrument }) => known.has(instrument)).map(thinned)) },
  };
}

function hasForm(metric: Observation['metric']): boolean {
  return metric.startsWith('other:') || (METRICS as readonly string[]).includes(metric);
}

function observationRows(observations: readonly Observation[]): Pick<ObservationsBody, 'sources' | 'observations'> {
  const keys = new Map<string, string>();
  const sources: ObservationsBody['sources'] = {};
  const keyOf = ({ title, url }: Source): string => {
    const name = JSON.stringify([title, url]);
    const key = keys.get(name) ?? `s${keys.size + 1}`;
    keys.set(name, key);
    sources[key] = [title, url];
    return key;
  };
  return { sources, observations: observations.map((one) => rowOf(one, keyOf(one.source))) };
}

function rowOf(one: Observation, source: string): ObservationBody {
  const { instrument, metric, definitions, component, low, high, text, unit, asOf, validity, method, coverage, computedFrom } = one;
  const isExact = low !== null && low === high;
  return {
    on: instrument,
    metric,
    ...(definitions.length > 0 && { is: [...definitions] }),
    ...(component !== null && { component }),
    ...(text !== null ? { text } : isExact ? { value: low } : { between: [low, high] }),
    unit,
    asOf: asOf.from === asOf.to ? asOf.from : [asOf.from, asOf.to],
    ...(validity && { inForce: [validity.from, validity.to] }),
    method,
    source,
    ...(coverage !== undefined && computedFrom !== undefined && {
      computed: [computedFrom, coverage.counted, coverage.total, coverage.weight],
    }),
    // Which metrics and definitions there are is checked when the file is read.
  } as ObservationBody;
}

/** A series with the last level of each month, from 2025 on of each week, and its very last. */
export function thinned(series: LevelSeries): LevelSeries {
  const { points } = series;
  // Weeks end on Friday; 1970-01-01 was a Thursday.
  const spanOf = (day: string): string => (day < WEEKLY_FROM ? day.slice(0, 7) : `${day.slice(0, 7)} ${Math.floor((dayNumber(day) + 5) / 7)}`);
  return { ...series, points: points.filter(([day], at) => spanOf(day) !== spanOf(points[at + 1]?.[0] ?? '')) };
}

function levelRows(all: readonly LevelSeries[]): Pick<LevelsBody, 'days' | 'series'> {
  const days = [...new Set(all.flatMap(({ points }) => points.map(([day]) => day)))].sort();
  const positions = new Map(days.map((day, at) => [day, at]));
  const series = all.map(({ instrument, basis, source, points }) => {
    const from = positions.get(points[0]?.[0] ?? '') ?? 0;
    const to = positions.get(points.at(-1)?.[0] ?? '') ?? from;
    const levels = new Map(points);
    const values = days.slice(from, to + 1).map((day) => levels.get(day) ?? null);
    return { on: instrument, basis, source: [source.title, source.url] as [string, string | null], from, values };
  });
  return { days, series };
}

/** JSON with each row of a list on a line of its own, so that a change can be read in a diff. */
export function writtenBody(body: WrittenBodies[keyof WrittenBodies]): string {
  const fields = Object.entries(body).map(([name, value]: [string, unknown]) => {
    if (!Array.isArray(value) || name === 'days') return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    return `${JSON.stringify(name)}: [\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}
