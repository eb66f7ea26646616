import type { MetricId } from '../market/metric.ts';
import { ENGLISH, type Language } from './language.ts';
import { wordFor } from './word-of.ts';

/** Metrics measured over a period, which a claim should state: those of the return judge. */
const OVER_A_PERIOD: ReadonlySet<MetricId> = new Set<MetricId>(['return', 'return_vs']);

/** Metrics whose observations come under several definitions, which a claim should state. */
const OF_SEVERAL_DEFINITIONS: ReadonlySet<MetricId> = new Set<MetricId>(['pe', 'pe_average', 'unprofitable_share']);

/** Reader's name of a metric; one without a file is named by what stands after the colon of its id. */
export function metricName(id: MetricId, { words }: Language = ENGLISH): string {
  const name = wordFor(words.metrics, id);
  if (name !== undefined) return name;
  const bare = id.replace(/^other:/, '').replace(/_/g, ' ').trim();
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Whether a claim of this metric is incomplete without a period. */
export function needsPeriod(id: MetricId): boolean {
  return OVER_A_PERIOD.has(id);
}

/** Whether a claim of this metric may be true under one definition and untrue under another. */
export function needsDefinition(id: MetricId): boolean {
  return OF_SEVERAL_DEFINITIONS.has(id);
}
