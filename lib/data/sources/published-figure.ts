import type { InstrumentId } from '../../market/instrument.ts';
import type { Definition, MetricId, Unit } from '../../market/metric.ts';
import { metricById } from '../../market/metrics/index.ts';
import type { Observation, Source } from '../../market/observation.ts';
import { counted } from './printed.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { FaultPlace } from './source-format-error.ts';

/** One exact figure that a source gives for a day. Percentages as written, money in whole dollars. */
export interface PublishedFigure {
  readonly instrument: InstrumentId;
  readonly metric: MetricId;
  readonly definitions?: readonly Definition[];
  /** The publisher's method in one line, shown as it stands. */
  readonly method: string;
  readonly component?: string;
  readonly value: number;
  readonly unit: Unit;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly source: Source;
}

/**
 * The figure as an observation, with an id that is the same each time the source is read.
 *
 * @param id Names the figure within its source and day: `ishares-fundamentals/IWM/priceEarnings`.
 * @throws {SourceFormatError} when the value is no number, or outside of what the metric can be.
 */
export function published(file: string, id: string, figure: PublishedFigure, place: FaultPlace = {}): Observation {
  const { instrument, metric, definitions = [], method, component = null, value, unit, asOf, source } = figure;
  if (!isPlausible(metric, value)) {
    const [least, most] = boundsOf(metric);
    throw new SourceFormatError(file, `${value} cannot be: ${least} to ${most} was expected`, place);
  }
  return {
    id: `${id}/${asOf}`,
    instrument,
    metric,
    definitions,
    method,
    component,
    low: value,
    high: value,
    text: null,
    unit,
    asOf: { from: asOf, to: asOf },
    validity: null,
    source,
  };
}

/** Whether a metric can have the value at all. */
export function isPlausible(metric: MetricId, value: number): boolean {
  const [least, most] = boundsOf(metric);
  return value >= least && value <= most;
}

function boundsOf(metric: MetricId): readonly [number, number] {
  return metricById(metric)?.plausible ?? [-Number.MAX_VALUE, Number.MAX_VALUE];
}

/** "5 figures", for the summary of a part. */
export function figuresSummary(figures: readonly Observation[]): string {
  return counted(figures.length, 'figure');
}

/** The newest day among the figures; null for none. */
export function newestDay(figures: readonly Observation[]): string | null {
  return figures.reduce<string | null>((newest, { asOf }) => (newest === null || asOf.to > newest ? asOf.to : newest), null);
}
