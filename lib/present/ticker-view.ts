import type { MeasuredReturn, TickerSummary } from '../check/report.ts';
import type { InstrumentId } from '../market/instrument.ts';
import type { Source } from '../market/observation.ts';
import { companyLines, missingLines } from './company.ts';
import type { CardLine } from './company.ts';
import { DEFAULT_LOCALE, formatDate } from './dates.ts';
import { formatNumber } from './format.ts';
import { extent, indexTo100, thin } from './picture.ts';
import { exchangeName, figureLines, kindName, returnFigure } from './ticker.ts';
import { BENCHMARK_ID, BENCHMARK_NAME } from './words.ts';

/** A return in words. */
export interface ReturnView {
  readonly figure: string;
  readonly basis: MeasuredReturn['basis'];
}

/** Everything that the card of one instrument says and draws, in words and figures. Plain data, as `ClaimView`. */
export interface TickerView {
  readonly instrument: InstrumentId;
  readonly name: string;
  /** "VTWO · Nasdaq · Fund". */
  readonly about: string;
  /** Name of the index a fund tracks. */
  readonly tracks: string | null;
  /** Null without a price series; the benchmark is null for itself and where it has no series. */
  readonly thisYear: {
    readonly to: string;
    readonly own: ReturnView;
    readonly benchmark: (ReturnView & { readonly name: string }) | null;
    readonly source: Source;
  } | null;
  /** Levels of this year set to 100 at its start, thinned, with the smallest and the largest; null without a series. */
  readonly sparkline: { readonly points: readonly (readonly [string, number])[]; readonly domain: readonly [number, number] } | null;
  readonly figures: readonly CardLine[];
  /** Sentences on what is not on record. */
  readonly missing: readonly string[];
  readonly memberships: readonly { readonly name: string; readonly weight: string | null; readonly asOf: string; readonly source: Source }[];
  /** Ids of the page's claims about it. */
  readonly claims: readonly number[];
  readonly dataEnd: string;
}

const SPARKLINE_POINTS = 80;

/** The card's content for one instrument; `dataEnd` is the last day that the data cover. */
export function tickerView(summary: TickerSummary, dataEnd: string, locale: string = DEFAULT_LOCALE): TickerView {
  const { instrument, tracksName, memberships, claims, sparkline } = summary;
  return {
    instrument: instrument.id,
    name: instrument.name,
    about: [instrument.symbol, exchangeName(instrument), kindName(instrument), instrument.sector].filter((part) => part !== null).join(' · '),
    tracks: tracksName,
    thisYear: thisYearOf(summary, locale),
    sparkline: sparklineOf(sparkline),
    figures: [...companyLines(summary.company, locale), ...figureLines(summary, locale)],
    missing: missingLines(summary),
    memberships: memberships.map(({ indexName, weightPercent, asOf, source }) => ({
      name: indexName,
      weight: weightPercent === null ? null : `${formatNumber(weightPercent, { locale })}%`,
      asOf: formatDate(asOf, locale),
      source,
    })),
    claims,
    dataEnd: formatDate(dataEnd, locale),
  };
}

function sparklineOf(levels: TickerSummary['sparkline']): TickerView['sparkline'] {
  const points = thin(indexTo100(levels), SPARKLINE_POINTS);
  return points.length < 3 ? null : { points, domain: extent(points.map(([, level]) => level)) };
}

function thisYearOf({ instrument, thisYear }: TickerSummary, locale: string): TickerView['thisYear'] {
  if (thisYear === null) return null;
  const { own, benchmark } = thisYear;
  const isBenchmark = instrument.id === BENCHMARK_ID;
  return {
    to: formatDate(own.to, locale),
    own: returnView(own, locale),
    benchmark: benchmark === null || isBenchmark ? null : { ...returnView(benchmark, locale), name: BENCHMARK_NAME },
    source: own.source,
  };
}

function returnView(measured: MeasuredReturn, locale: string): ReturnView {
  return { figure: returnFigure(measured, locale), basis: measured.basis };
}
