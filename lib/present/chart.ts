import type { LevelSeries } from '../market/observation.ts';
import { DEFAULT_LOCALE, formatDate } from './dates.ts';
import { fill } from './fill.ts';
import { formatNumber } from './format.ts';
import { CHART } from './words.ts';

const DAY_SECONDS = 86_400;

/** One line of a chart. `values` has one level for each of the chart's days; null on days that the series lacks. */
export interface ChartLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Change from the first day to the last: "+12.3%". */
  readonly change: string;
}

/** Level series over the same days, each set to 100 on the first. */
export interface ChartPicture {
  readonly from: string;
  readonly to: string;
  /** Midnight UTC in seconds, ascending. */
  readonly seconds: readonly number[];
  readonly lines: readonly ChartLine[];
  /** The chart in one sentence, for those who do not see it. */
  readonly label: string;
}

/** A series and the name of its line. */
export interface NamedSeries {
  readonly name: string;
  readonly series: LevelSeries;
}

/**
 * A chart of the series from the last close on or before `from`. A series that begins later is left out: its first day
 * would be another base than that of the others. Null when none is left, or fewer than two days are.
 */
export function chartOf(all: readonly NamedSeries[], from: string, locale: string = DEFAULT_LOCALE): ChartPicture | null {
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
      change: `${formatNumber(end, { locale, decimals: 1, signed: true })}%`,
    };
  });
  return {
    from: start,
    to: last,
    seconds: [start, ...days].map(secondsOf),
    lines,
    label: fill(CHART.label, {
      from: formatDate(start, locale),
      to: formatDate(last, locale),
      lines: lines.map(({ name, change }) => `${name} ${change}`).join(', '),
    }),
  };
}

/** Midnight UTC of a day, in seconds. */
export function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}

/** The day of a time in seconds, `YYYY-MM-DD`. */
export function dayOf(seconds: number): string {
  return new Date(Math.floor(seconds / DAY_SECONDS) * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}
