import type { MetricId } from '../market/metric.ts';
import type { LevelSeries, Observation } from '../market/observation.ts';
import { formatAsOf, formatDate } from './dates.ts';
import { definitionLabel } from './evidence-words.ts';
import { listed } from './counted.ts';
import { fill } from './fill.ts';
import { formatPercent } from './format.ts';
import { ENGLISH, type Language } from './language.ts';
import { metricName } from './metric-names.ts';
import { observationFigure } from './ticker.ts';


const DAY_SECONDS = 86_400;

/** As many as can be told apart. */
const MOST_LINES = 4;
const FEWEST_DAYS = 3;

/** One line of a chart. `values` has one for each of the chart's days; null on days that it has none for. */
export interface ChartLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** What the legend says beside the name: the change "+12.3%", or the last figure "17.4, 7 October 2026". */
  readonly said: string;
}

/** Lines over the same days. */
export interface ChartPicture {
  readonly from: string;
  readonly to: string;
  /** Midnight UTC in seconds, ascending. */
  readonly seconds: readonly number[];
  readonly lines: readonly ChartLine[];
  /** Whether a line is single figures, each to be seen by itself, rather than one close after another. */
  readonly isSparse: boolean;
  /** The chart in one sentence, for those who do not see it. */
  readonly label: string;
}

/** A series and the name of its line. */
export interface NamedSeries {
  readonly name: string;
  readonly series: LevelSeries;
}

/**
 * Level series from the last close on or before `from`, each set to 100 there. A series that begins later is left out: its first day
 * would be another base than that of the others. Null when none is left, or fewer than two days are.
 */
export function chartOf(all: readonly NamedSeries[], from: string, language: Language = ENGLISH): ChartPicture | null {
  const cut = all.flatMap(({ name, series }) => {
    const base = series.points.findLastIndex(([day]) => day <= from);
    const points = base < 0 ? [] : series.points.slice(base);
    return points.length > 1 && (points[0]?.[1] ?? 0) > 0 ? [{ name, points }] : [];
  });
  const days = [...new Set(cut.flatMap(({ points }) => points.slice(1).map(([day]) => day)))].sort();
  const last = days.at(-1);
  if (last === undefined) return null;
  const start = cut.map(({ points }) => points[0]![0]).sort().at(-1)!;
  const lines = cut.map(({ name, points }) => {
    const base = points[0]![1];
    const levels = new Map(points.slice(1).map(([day, level]) => [day, (level / base) * 100]));
    const end = (points.at(-1)![1] / base - 1) * 100;
    return {
      name,
      values: [100, ...days.map((day) => levels.get(day) ?? null)],
      said: formatPercent(end, { language, decimals: 1, signed: true }),
    };
  });
  return {
    from: start,
    to: last,
    seconds: [start, ...days].map(secondsOf),
    lines,
    isSparse: false,
    label: fill(language.words.charts.label, {
      from: formatDate(start, language),
      to: formatDate(last, language),
      lines: inWords(lines, language),
    }),
  };
}

/**
 * Figures of one metric over time, one line for each definition on record, at the end of the days that the as-of date
 * may mean. A definition with a single figure is no line.
 * Null when those left are of fewer than three days.
 */
export function definitionChart(observations: readonly Observation[], metric: MetricId, language: Language = ENGLISH): ChartPicture | null {
  const own = observations.filter((item) => item.metric === metric && item.component === null && item.low !== null && item.high !== null);
  const byDefinition = Map.groupBy(own, ({ definitions }) => definitionLabel(definitions, language) ?? language.words.reading.definitionNotStated);
  const several = [...byDefinition].filter(([, items]) => new Set(items.map(({ asOf }) => asOf.to)).size > 1);
  const days = [...new Set(several.flatMap(([, items]) => items.map(({ asOf }) => asOf.to)))].sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined || days.length < FEWEST_DAYS) return null;
  const lines = several
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_LINES)
    .map(([name, items]) => {
      const figures = new Map(items.map((item) => [item.asOf.to, ((item.low ?? 0) + (item.high ?? 0)) / 2]));
      const last = items.toSorted((a, b) => a.asOf.to.localeCompare(b.asOf.to)).at(-1)!;
      return {
        name,
        values: days.map((day) => figures.get(day) ?? null),
        said: listed([observationFigure(last, language), formatAsOf(last.asOf, language)], language.words.lists.comma),
      };
    });
  return {
    from,
    to,
    seconds: days.map(secondsOf),
    lines,
    isSparse: true,
    label: fill(language.words.charts.definitions, { metric: metricName(metric, language), from: formatDate(from, language), to: formatDate(to, language), lines: inWords(lines, language) }),
  };
}

function inWords(lines: readonly ChartLine[], { words }: Language): string {
  return listed(lines.map(({ name, said }) => `${name} ${said}`), words.lists.semicolon);
}

/** Midnight UTC of a day, in seconds. */
export function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}

/** The day of a time in seconds, `YYYY-MM-DD`. */
export function dayOf(seconds: number): string {
  return new Date(Math.floor(seconds / DAY_SECONDS) * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}
