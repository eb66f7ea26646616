import type { LevelSeries } from '../market/observation.ts';
import { calendarYears, drawdown, lastMonthEnd, returnSince, runTo, yearsTo, yearToDate } from '../market/performance.ts';
import { annualise, returnBetween } from '../market/returns.ts';
import type { SeriesReturn } from '../market/returns.ts';
import { counted } from './counted.ts';
import { formatDate, formatYear } from './dates.ts';
import { fill } from './fill.ts';
import { formatNumber, formatPercent } from './format.ts';
import { ENGLISH, type Language } from './language.ts';

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
  language: Language = ENGLISH,
): ReturnsTable {
  const { returns } = language.words;
  const row = (window: string, found: SeriesReturn | null, years = 1): readonly ReturnRow[] => {
    if (found === null) return [];
    const [from, to] = [found.from[0], found.to[0]];
    const other = benchmark === null ? null : returnBetween(benchmark.series, from, to);
    const rate = ({ percent }: SeriesReturn): number => (years === 1 ? percent : annualise(percent, years));
    return [
      {
        window,
        days: fill(returns.days, { from: formatDate(from, language), to: formatDate(to, language) }),
        own: percentOf(rate(found), language),
        benchmark: other === null ? null : percentOf(rate(other), language),
        difference: other === null ? null : fill(returns.points, { points: signed(rate(found) - rate(other), language) }),
      },
    ];
  };
  const monthEnd = lastMonthEnd(benchmark === null ? [series] : [series, benchmark.series], dataEnd) ?? lastMonthEnd([series], dataEnd);
  return {
    rows: [
      ...row(fill(returns.yearToDate, { year: formatYear(dataEnd.slice(0, 4), language) }), yearToDate(series, dataEnd)),
      ...(since === null ? [] : row(returns.sinceArticle, returnSince(series, since, dataEnd))),
      ...(monthEnd === null ? [] : LENGTHS.flatMap((years) => row(counted(returns.lengths, years, language, formatNumber(years, { language })), yearsTo(series, years, monthEnd), years))),
      ...calendarYears(series).slice(0, MOST_CALENDAR_YEARS).flatMap((found) => row(formatYear(String(found.year), language), found)),
    ],
    remarks: [runRemark(series, benchmark, dataEnd, language), fallRemark(series, dataEnd, language)].filter((remark) => remark !== null),
  };
}

/** A run of calendar years against the benchmark, or of the series itself where that is what there is. */
function runRemark(series: LevelSeries, benchmark: Benchmark | null, dataEnd: string, language: Language): string | null {
  const { returns } = language.words;
  const run = runTo(series, 'year', dataEnd, benchmark?.series ?? null);
  if (run === null || run.count < 2) return null;
  const count = formatNumber(run.count, { language });
  return fill(returns.runs[run.direction], {
    count: run.isWhole ? count : fill(returns.atLeast, { count }),
    from: formatYear(run.first.key, language),
    to: formatYear(run.last.key, language),
    name: benchmark?.name ?? '',
  });
}

function fallRemark(series: LevelSeries, dataEnd: string, language: Language): string | null {
  const first = series.points[0]?.[0];
  const fall = first === undefined ? null : drawdown(series, first, dataEnd);
  if (first === undefined || fall === null || fall.percent === 0) return null;
  const { percent, peak, trough, recovered } = fall;
  const { returns } = language.words;
  const slots = { percent: percentOf(percent, language), from: formatDate(peak[0], language), to: formatDate(trough[0], language), year: formatYear(first.slice(0, 4), language) };
  return recovered === null ? fill(returns.fall, slots) : fill(returns.fallRecovered, { ...slots, recovered: formatDate(recovered, language) });
}

function percentOf(percent: number, language: Language): string {
  return formatPercent(percent, { language, decimals: 1, signed: true });
}

function signed(number: number, language: Language): string {
  return formatNumber(number, { language, decimals: 1, signed: true });
}
