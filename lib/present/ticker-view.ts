import type { MeasuredReturn, TickerSummary } from '../check/report.ts';
import type { InstrumentId } from '../market/instrument.ts';
import type { Source } from '../market/observation.ts';
import { BENCHMARK_ID, BENCHMARK_NAME } from './benchmark.ts';
import { companyLines, missingLines } from './company.ts';
import type { CardLine } from './company.ts';
import { formatDate } from './dates.ts';
import { fill } from './fill.ts';
import { formatPercent } from './format.ts';
import { ENGLISH, type Language } from './language.ts';
import { extent, indexTo100, thin } from './picture.ts';
import { aboutLine, basisName, figureLines, returnFigure } from './ticker.ts';

/** A return in words. */
export interface ReturnView {
  /** Whose, and to which day. */
  readonly title: string;
  readonly figure: string;
  /** With dividends or without. */
  readonly basis: string;
}

/** Everything that the card of one instrument says and draws, in words and figures. Plain data, as `ClaimView`. */
export interface TickerView {
  readonly instrument: InstrumentId;
  readonly name: string;
  /** "VTWO · Nasdaq · Fund". */
  readonly about: string;
  /** Which index a fund tracks, in words. */
  readonly tracks: string | null;
  /** Null without a price series; the benchmark is null for itself and where it has no series. */
  readonly thisYear: {
    readonly own: ReturnView;
    readonly benchmark: ReturnView | null;
    readonly source: Source;
  } | null;
  /** Levels of this year set to 100 at its start, thinned, with the smallest and the largest; null without a series. */
  readonly sparkline: { readonly points: readonly (readonly [string, number])[]; readonly domain: readonly [number, number] } | null;
  readonly figures: readonly CardLine[];
  /** Sentences on what is not on record. */
  readonly missing: readonly string[];
  readonly memberships: readonly { readonly name: string; readonly weight: string; readonly asOf: string; readonly source: Source }[];
  /** Ids of the page's claims about it. */
  readonly claims: readonly number[];
  /** To which day the data go, in words. */
  readonly dataEnd: string;
}

const SPARKLINE_POINTS = 80;

/** The card's content for one instrument; `dataEnd` is the last day that the data cover. */
export function tickerView(summary: TickerSummary, dataEnd: string, language: Language = ENGLISH): TickerView {
  const { instrument, tracksName, memberships, claims, sparkline } = summary;
  const { ticker } = language.words.card;
  return {
    instrument: instrument.id,
    name: instrument.name,
    about: aboutLine(instrument, language),
    tracks: tracksName === null ? null : fill(ticker.tracks, { index: tracksName }),
    thisYear: thisYearOf(summary, language),
    sparkline: sparklineOf(sparkline),
    figures: [...companyLines(summary.company, language), ...figureLines(summary, language)],
    missing: missingLines(summary, language),
    memberships: memberships.map(({ indexName, weightPercent, asOf, source }) => ({
      name: indexName,
      weight: weightPercent === null ? ticker.member : formatPercent(weightPercent, { language }),
      asOf: formatDate(asOf, language),
      source,
    })),
    claims,
    dataEnd: fill(ticker.dataEnd, { date: formatDate(dataEnd, language) }),
  };
}

function sparklineOf(levels: TickerSummary['sparkline']): TickerView['sparkline'] {
  const points = thin(indexTo100(levels), SPARKLINE_POINTS);
  return points.length < 3 ? null : { points, domain: extent(points.map(([, level]) => level)) };
}

function thisYearOf({ instrument, thisYear }: TickerSummary, language: Language): TickerView['thisYear'] {
  if (thisYear === null) return null;
  const { own, benchmark } = thisYear;
  const isBenchmark = instrument.id === BENCHMARK_ID;
  const { ticker } = language.words.card;
  return {
    own: returnView(own, fill(ticker.thisYear, { date: formatDate(own.to, language) }), language),
    benchmark: benchmark === null || isBenchmark ? null : returnView(benchmark, fill(ticker.against, { name: BENCHMARK_NAME }), language),
    source: own.source,
  };
}

function returnView(measured: MeasuredReturn, title: string, language: Language): ReturnView {
  return { title, figure: returnFigure(measured, language), basis: basisName(measured.basis, language) };
}
