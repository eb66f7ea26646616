import type { Observation } from '../market/observation.ts';
import { METRICS } from '../market/metrics/index.ts';
import { csvText } from './csv.ts';
import { DEFAULT_LOCALE, formatAsOf } from './dates.ts';
import { definitionLabel } from './evidence-words.ts';
import { metricName } from './metric-names.ts';
import { observationFigure } from './ticker.ts';
import { RECORD, TOP10 } from './words.ts';

/** One observation as a row of the evidence table. */
export interface RecordRow {
  readonly id: string;
  readonly metric: string;
  readonly definition: string;
  readonly figure: string;
  readonly asOf: string;
  readonly method: string;
  readonly source: Observation['source'];
}

/** Observations by metric in the registry's order, then component, then newest first. */
export function recordRows(observations: readonly Observation[], locale: string = DEFAULT_LOCALE): RecordRow[] {
  const place = new Map(METRICS.map((metric, index) => [metric.id, index]));
  const placeOf = (item: Observation): number => place.get(item.metric) ?? METRICS.length;
  return [...observations]
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) ||
        (a.component ?? '').localeCompare(b.component ?? '') ||
        b.asOf.to.localeCompare(a.asOf.to) ||
        a.definitions.join().localeCompare(b.definitions.join()),
    )
    .map((item) => ({
      id: item.id,
      metric: item.component === null ? metricName(item.metric) : `${metricName(item.metric)}: ${componentName(item.component)}`,
      definition: definitionLabel(item.definitions) ?? '',
      figure: observationFigure(item, locale),
      asOf: formatAsOf(item.asOf, locale),
      method: item.method,
      source: item.source,
    }));
}

function componentName(component: string): string {
  if (component === 'TOP10') return TOP10;
  return component === 'TOP10_COMPANIES' ? RECORD.top10Companies : component;
}

/** The table as CSV (RFC 4180) with plain figures and ISO dates, for further work with it. */
export function recordCsv(observations: readonly Observation[]): string {
  const rows = observations.map((item) => [
    item.instrument,
    item.metric,
    item.component ?? '',
    item.definitions.join(' '),
    item.low ?? '',
    item.high ?? '',
    item.text ?? '',
    item.unit,
    item.asOf.from,
    item.asOf.to,
    item.method,
    item.source.title,
    item.source.url ?? '',
  ]);
  return csvText([[...RECORD.csvColumns], ...rows]);
}
