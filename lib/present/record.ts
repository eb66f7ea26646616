import type { Observation } from '../market/observation.ts';
import { METRICS } from '../market/metrics/index.ts';
import { csvText } from './csv.ts';
import { formatAsOf } from './dates.ts';
import { definitionLabel } from './evidence-words.ts';
import { fill } from './fill.ts';
import { metricName } from './metric-names.ts';
import { observationFigure } from './ticker.ts';
import { ENGLISH, type Language } from './language.ts';
import { componentName } from './reading.ts';

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
export function recordRows(observations: readonly Observation[], language: Language = ENGLISH): RecordRow[] {
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
      metric: nameOfFigure(item, language),
      definition: definitionLabel(item.definitions, language) ?? '',
      figure: observationFigure(item, language),
      asOf: formatAsOf(item.asOf, language),
      method: item.method,
      source: item.source,
    }));
}

function nameOfFigure({ metric, component }: Observation, language: Language): string {
  const name = metricName(metric, language);
  return component === null ? name : fill(language.words.reading.component, { metric: name, component: componentName(component, language) });
}

const CSV_COLUMNS = [
  'instrument', 'metric', 'component', 'definitions', 'low', 'high', 'text', 'unit',
  'as_of_from', 'as_of_to', 'method', 'source', 'address',
] as const;

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
  return csvText([[...CSV_COLUMNS], ...rows]);
}
