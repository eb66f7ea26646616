import type { MeasuredReturn, TickerSummary } from '../check/report.ts';
import type { Instrument } from '../market/instrument.ts';
import type { MetricId } from '../market/metric.ts';
import { isPartial } from '../market/observation.ts';
import type { Observation } from '../market/observation.ts';
import { formatAsOf, formatDate } from './dates.ts';
import { definitionLabel } from './evidence-words.ts';
import { listed } from './counted.ts';
import { fill } from './fill.ts';
import { formatFigure, formatInterval, formatRuleText } from './format.ts';
import { metricName } from './metric-names.ts';
import { isUnlisted } from '../check/unlisted.ts';
import { BENCHMARK_ID, BENCHMARK_NAME } from './benchmark.ts';
import { ENGLISH, type Language } from './language.ts';
import { sectorName } from './sector-name.ts';
import { wordFor } from './word-of.ts';

/** "Nasdaq" for `XNAS`; an identifier without a usual name as it stands; null when unknown. */
export function exchangeName({ exchange }: Instrument, { words }: Language = ENGLISH): string | null {
  return exchange === null ? null : (wordFor(words.exchanges, exchange) ?? exchange);
}

/** What kind of thing an instrument is, where it is listed, and its sector, as far as they are known. */
export function aboutInstrument(instrument: Instrument, language: Language = ENGLISH): { kind: string | null; exchange: string | null; sector: string | null } {
  return {
    // Of a symbol that is on no list nothing is known but the symbol.
    kind: isUnlisted(instrument) ? null : language.words.kinds[instrument.kind],
    exchange: exchangeName(instrument, language),
    sector: instrument.sector === null ? null : sectorName(instrument.sector, language),
  };
}

/** "VTWO · Nasdaq · Fund". */
export function aboutLine(instrument: Instrument, language: Language = ENGLISH): string {
  const { kind, exchange, sector } = aboutInstrument(instrument, language);
  return [instrument.symbol, exchange, kind, sector].filter((part) => part !== null).join(' · ');
}

/** The figure of an observation in its unit; rules in words. */
export function observationFigure(observation: Observation, language: Language = ENGLISH): string {
  if (observation.text !== null) return formatRuleText(observation.text, observation.unit, language);
  return formatInterval(observation.low, observation.high, observation.unit, { language }) ?? language.words.figures.unknown;
}

/** One figure on record, ready to be set in a row. */
export interface FigureLine {
  readonly metric: MetricId;
  readonly name: string;
  readonly definition: string | null;
  readonly figure: string;
  readonly asOf: string;
  readonly source: Observation['source'];
}

const VALUATIONS: readonly MetricId[] = ['pe', 'pe_forward', 'pb', 'ps', 'dividend_yield', 'unprofitable_share', 'market_cap'];

/** An older figure says nothing of today; the evidence page still lists it. */
const OLDEST_YEARS = 4;

/**
 * Valuation figures on record in the order a reader looks for them, the newest of each metric and definition. Those more
 * than four years older than the newest figure on record are left out.
 */
export function figureLines(summary: TickerSummary, language: Language = ENGLISH): FigureLine[] {
  const newest = summary.figures.reduce((last, { asOf }) => (asOf.to > last ? asOf.to : last), summary.thisYear?.own.to ?? '');
  const oldest = `${Number(newest.slice(0, 4)) - OLDEST_YEARS}${newest.slice(4)}`;
  return VALUATIONS.flatMap((metric) => {
    const seen = new Set<string>();
    return summary.figures
      .filter((item) => item.metric === metric && item.component === null && item.asOf.to >= oldest)
      .sort((a, b) => b.asOf.to.localeCompare(a.asOf.to))
      .filter((item) => {
        const key = item.definitions.join();
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      })
      .map((item) => ({
        metric,
        name: metricName(metric, language),
        definition: definitionOf(item, language),
        figure: observationFigure(item, language),
        asOf: formatAsOf(item.asOf, language),
        source: item.source,
      }));
  });
}

/** What was counted, and that it was not all. */
function definitionOf({ definitions, coverage }: Observation, language: Language): string | null {
  const label = definitionLabel(definitions, language);
  if (coverage === undefined || !isPartial(coverage)) return label;
  const { figures, lists } = language.words;
  return label === null ? figures.partialShort : listed([label, figures.partialShort], lists.comma);
}

/** "price only", "dividends reinvested". */
export function basisName(basis: MeasuredReturn['basis'], { words }: Language = ENGLISH): string {
  return words.definitions[basis === 'price' ? 'price_return' : 'total_return'].label;
}

/** "+12.7%" with its sign. */
export function returnFigure(measured: MeasuredReturn, language: Language = ENGLISH): string {
  return formatFigure(measured.percent, '%', { language, decimals: 1, signed: true });
}

/** "+12.7% to 7 October 2026; S&P 500 +8.1%", or null without a series. */
export function thisYearLine(summary: TickerSummary, language: Language = ENGLISH): string | null {
  if (summary.thisYear === null) return null;
  const { own, benchmark } = summary.thisYear;
  const { report } = language.words;
  const date = formatDate(own.to, language);
  if (benchmark === null || summary.instrument.id === BENCHMARK_ID) return fill(report.returnLine, { own: returnFigure(own, language), date });
  return fill(report.returnAgainst, {
    own: returnFigure(own, language),
    date,
    benchmark: BENCHMARK_NAME,
    other: returnFigure(benchmark, language),
  });
}

/** One line of a ticker list: the P/E on record, else the return this year, else that nothing is on record. */
export function tickerLine(summary: TickerSummary, language: Language = ENGLISH): string {
  const [pe] = figureLines(summary, language);
  const { report, lists } = language.words;
  if (pe) return listed([`${pe.name} ${pe.figure}`, pe.definition, pe.asOf].filter((part) => part !== null), lists.comma);
  return thisYearLine(summary, language) ?? report.noData;
}
