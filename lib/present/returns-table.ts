import type { LevelSeries } from '../market/observation.ts';
import { calendarYears, drawdown, lastMonthEnd, returnSince, runTo, yearsTo, yearToDate } from '../market/performance.ts';
import { annualise, returnBetween } from '../market/returns.ts';
import type { SeriesReturn } from '../market/returns.ts';
import { DEFAULT_LOCALE, formatDate } from './dates.ts';
import { fill } from './fill.ts';
import { formatNumber } from './format.ts';
import { RETURNS } from './words.ts';

/** One window: the instrument's return, the benchmark's over the same closes, and the difference in points. */
export interface ReturnRow {
  readonly window: string;
  readonly days: string;
  readonly own: string;
  /** Null without a benchmark, or without its closes on those days. */
  readonly benchmark: string | null;
  readonly difference: string | null;
}

export interface ReturnsTable {
  readonly rows: readonly ReturnRow[];
  /** Runs of calendar years and the deepest fall, in sentences. */
  readonly remarks: readonly string[];
}

/** Lengths that fact sheets give, in years. */
const LENGTHS = [1, 3, 5, 10, 20] as const;
const MOST_CALENDAR_YEARS = 10;

/** A series to set returns against, with the name that it goes by. */
export interface Benchmark {
  readonly name: string;
  readonly series: LevelSeries;
}

/**
 * Returns of one series up to the end of the data: this year, since a day (the article's; null for none), over whole years
 * to the last month's end on record, and calendar years. Windows whose closes are not on record are left out.
 */
export function returnsTable(
  series: LevelSeries,
  benchmark: Benchmark | null,
  { dataEnd, since }: { readonly dataEnd: string; readonly since: string | null },
  locale: string = DEFAULT_LOCALE,
): ReturnsTable {
  const row = (window: string, found: SeriesReturn | null, years = 1): readonly ReturnRow[] => {
    if (found === null) return [];
    const [from, to] = [found.from[0], found.to[0]];
    const other = benchmark === null ? null : returnBetween(benchmark.series, from, to);
    const rate = ({ percent }: SeriesReturn): number => (years === 1 ? percent : annualise(percent, years));
    return [
      {
        window,
        days: fill(RETURNS.days, { from: formatDate(from, locale), to: formatDate(to, locale) }),
        own: percentOf(rate(found), locale),
        benchmark: other === null ? null : percentOf(rate(other), locale),
        difference: other === null ? null : fill(RETURNS.points, { points: signed(rate(found) - rate(other), locale) }),
      },
    ];
  };
  const monthEnd = lastMonthEnd(benchmark === null ? [series] : [series, benchmark.series], dataEnd) ?? lastMonthEnd([series], dataEnd);
  return {
    rows: [
      ...row(fill(RETURNS.yearToDate, { year: dataEnd.slice(0, 4) }), yearToDate(series, dataEnd)),
      ...(since === null ? [] : row(RETURNS.sinceArticle, returnSince(series, since, dataEnd))),
      ...(monthEnd === null ? [] : LENGTHS.flatMap((years) => row(years === 1 ? RETURNS.oneYear : fill(RETURNS.years, { years: String(years) }), yearsTo(series, years, monthEnd), years))),
      ...calendarYears(series).slice(0, MOST_CALENDAR_YEARS).flatMap((found) => row(String(found.year), found)),
    ],
    remarks: [runRemark(series, benchmark, dataEnd), fallRemark(series, dataEnd, locale)].filter((remark) => remark !== null),
  };
}

/** A run of calendar years against the benchmark, or of the series itself where that is what there is. */
function runRemark(series: LevelSeries, benchmark: Benchmark | null, dataEnd: string): string | null {
  const run = runTo(series, 'year', dataEnd, benchmark?.series ?? null);
  if (run === null || run.count < 2) return null;
  const words = { count: run.isWhole ? String(run.count) : fill(RETURNS.atLeast, { count: String(run.count) }), from: run.first.key, to: run.last.key };
  return fill(RETURNS.runs[run.direction], { ...words, name: benchmark?.name ?? '' });
}

function fallRemark(series: LevelSeries, dataEnd: string, locale: string): string | null {
  const first = series.points[0]?.[0];
  const fall = first === undefined ? null : drawdown(series, first, dataEnd);
  if (first === undefined || fall === null || fall.percent === 0) return null;
  const { percent, peak, trough, recovered } = fall;
  const words = { percent: percentOf(percent, locale), from: formatDate(peak[0], locale), to: formatDate(trough[0], locale), year: first.slice(0, 4) };
  return recovered === null ? fill(RETURNS.fall, words) : fill(RETURNS.fallRecovered, { ...words, recovered: formatDate(recovered, locale) });
}

function percentOf(percent: number, locale: string): string {
  return `${signed(percent, locale)}%`;
}

function signed(number: number, locale: string): string {
  return formatNumber(number, { locale, decimals: 1, signed: true });
}
