import type { MeasuredReturn, TickerSummary } from '../check/report.ts';
import type { Instrument } from '../market/instrument.ts';
import type { MetricId } from '../market/metric.ts';
import { isPartial } from '../market/observation.ts';
import type { Observation } from '../market/observation.ts';
import { DEFAULT_LOCALE, formatAsOf, formatDate } from './dates.ts';
import { definitionLabel } from './evidence-words.ts';
import { fill } from './fill.ts';
import { formatFigure, formatInterval, formatRuleText } from './format.ts';
import { metricName } from './metric-names.ts';
import { BENCHMARK_ID, BENCHMARK_NAME, EVIDENCE, EXCHANGES, FIGURES, KINDS, REPORT } from './words.ts';

/** "Nasdaq" for `XNAS`; an identifier without a usual name as it stands; null when unknown. */
export function exchangeName(instrument: Instrument): string | null {
  return instrument.exchange === null ? null : (EXCHANGES[instrument.exchange] ?? instrument.exchange);
}

/** "Company", "Fund", "Index", "Group of companies". */
export function kindName(instrument: Instrument): string {
  return KINDS[instrument.kind];
}

/** The figure of an observation in its unit; rules in words. */
export function observationFigure(observation: Observation, locale: string = DEFAULT_LOCALE): string {
  if (observation.text !== null) return formatRuleText(observation.text, observation.unit);
  return formatInterval(observation.low, observation.high, observation.unit, { locale }) ?? FIGURES.unknown;
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
export function figureLines(summary: TickerSummary, locale: string = DEFAULT_LOCALE): FigureLine[] {
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
        name: metricName(metric),
        definition: definitionOf(item),
        figure: observationFigure(item, locale),
        asOf: formatAsOf(item.asOf, locale),
        source: item.source,
      }));
  });
}

/** What was counted, and that it was not all. */
function definitionOf({ definitions, coverage }: Observation): string | null {
  const label = definitionLabel(definitions);
  if (coverage === undefined || !isPartial(coverage)) return label;
  return label === null ? EVIDENCE.partialShort : `${label}, ${EVIDENCE.partialShort}`;
}

/** "+12.7%" with its sign. */
export function returnFigure(measured: MeasuredReturn, locale: string = DEFAULT_LOCALE): string {
  return formatFigure(measured.percent, '%', { locale, decimals: 1, signed: true });
}

/** "+12.7% to 7 October 2026; S&P 500 +8.1%", or null without a series. */
export function thisYearLine(summary: TickerSummary, locale: string = DEFAULT_LOCALE): string | null {
  if (summary.thisYear === null) return null;
  const { own, benchmark } = summary.thisYear;
  const date = formatDate(own.to, locale);
  if (benchmark === null || summary.instrument.id === BENCHMARK_ID) return fill(REPORT.returnLine, { own: returnFigure(own, locale), date });
  return fill(REPORT.returnAgainst, {
    own: returnFigure(own, locale),
    date,
    benchmark: BENCHMARK_NAME,
    other: returnFigure(benchmark, locale),
  });
}

/** One line of a ticker list: the P/E on record, else the return this year, else that nothing is on record. */
export function tickerLine(summary: TickerSummary, locale: string = DEFAULT_LOCALE): string {
  const [pe] = figureLines(summary, locale);
  if (pe) return [`${pe.name} ${pe.figure}`, pe.definition, pe.asOf].filter((part) => part !== null).join(', ');
  return thisYearLine(summary, locale) ?? REPORT.noData;
}
