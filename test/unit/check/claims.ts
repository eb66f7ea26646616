import { judgeClaim } from '../../../lib/check/judge.ts';
import type { Claim, Directory, EvidenceStore, Finding } from '../../../lib/check/finding.ts';
import type { SizeFamily } from '../../../lib/check/families.ts';
import { createDirectory, createEvidenceStore } from '../../../lib/data/snapshot.ts';
import type { Qualifier } from '../../../lib/detect/detection.ts';
import type { Instrument, InstrumentId } from '../../../lib/market/instrument.ts';
import type { Definition, MetricId, Unit } from '../../../lib/market/metric.ts';
import { METRICS } from '../../../lib/market/metrics/index.ts';
import type { LevelSeries, Observation } from '../../../lib/market/observation.ts';
import { loadBundledSnapshot } from '../../support/bundled.ts';

/** A claim as a test writes it: what matters, the rest as in plain text. */
export interface ClaimCase {
  readonly metric: MetricId;
  readonly subject: InstrumentId | null;
  readonly value: number | readonly [number, number];
  readonly unit: Unit;
  readonly halfUnit?: number;
  readonly qualifier?: Qualifier;
  readonly fraction?: boolean;
  readonly text?: string;
  readonly benchmark?: InstrumentId;
  readonly period?: string;
  readonly definition?: Definition;
  readonly component?: string;
  readonly isPlain?: boolean;
  readonly annualized?: boolean;
  readonly forecast?: boolean;
  readonly past?: boolean;
  readonly stated?: readonly [string, string];
  readonly vendor?: string;
  readonly quote?: string;
  readonly subjectFamily?: SizeFamily;
  readonly benchmarkFamily?: SizeFamily;
  readonly isNamed?: boolean;
}

export function claimOf(given: ClaimCase, id = 0): Claim {
  const [low, high] = typeof given.value === 'number' ? [given.value, given.value] : given.value;
  const quote = given.quote ?? `${String(low)} ${given.unit}`;
  return {
    id,
    metric: given.metric,
    value: { low, high, halfUnit: given.halfUnit ?? 0.5, isFraction: given.fraction ?? false, text: given.text ?? null },
    unit: given.unit,
    qualifier: given.qualifier ?? 'exact',
    subject: given.subject,
    benchmark: given.benchmark ?? null,
    group: null,
    benchmarkGroup: null,
    period: given.period ?? null,
    definition: given.definition ?? null,
    component: given.component ?? null,
    isPlain: given.isPlain ?? true,
    entryDay: null,
    annualized: given.annualized ?? false,
    forecast: given.forecast ?? false,
    past: given.past ?? false,
    statedDate: given.stated ? { from: given.stated[0], to: given.stated[1] } : null,
    vendor: given.vendor ?? null,
    span: { start: 0, end: quote.length },
    valueSpan: { start: 0, end: quote.length },
    quote,
    sentence: quote,
  };
}

/** Data that a test brings; what it leaves out is not on record. */
export interface Given {
  readonly instruments?: readonly Instrument[];
  readonly observations?: readonly Observation[];
  readonly series?: readonly LevelSeries[];
  readonly dataEnd?: string;
}

const bundled = loadBundledSnapshot();
export const bundledDirectory: Directory = createDirectory(bundled.instruments);
export const bundledEvidence: EvidenceStore = createEvidenceStore(bundled);

export function evidenceFrom(given: Given): EvidenceStore {
  return createEvidenceStore({
    instruments: given.instruments ?? bundled.instruments,
    observations: given.observations ?? [],
    series: given.series ?? [],
    asOf: given.dataEnd ?? bundled.asOf,
  });
}

export function judged(
  given: ClaimCase,
  published: string | null,
  evidence: EvidenceStore = bundledEvidence,
  today = evidence.dataEnd,
): Finding {
  return judgeClaim(
    claimOf(given),
    { subjectFamily: given.subjectFamily ?? null, benchmarkFamily: given.benchmarkFamily ?? null, isNamed: given.isNamed ?? false },
    { directory: bundledDirectory, evidence, metrics: METRICS, published, today },
  );
}

const TEST_SOURCE = { title: 'a publisher of the test', url: null };

/** A figure on record as a test writes it. */
export function figure(
  on: InstrumentId,
  metric: MetricId,
  value: number | readonly [number | null, number | null],
  asOf: string | readonly [string, string],
  more: {
    definitions?: readonly Definition[];
    component?: string;
    method?: string;
    unit?: Unit;
    text?: string;
    inForce?: readonly [string | null, string | null];
    source?: string;
  } = {},
): Observation {
  const [low, high] = typeof value === 'number' ? [value, value] : value;
  const days = typeof asOf === 'string' ? { from: asOf, to: asOf } : { from: asOf[0], to: asOf[1] };
  return {
    id: `${on}/${metric}/${days.from}/${String(low)}/${more.method ?? ''}/${more.component ?? ''}`,
    instrument: on,
    metric,
    definitions: more.definitions ?? [],
    method: more.method ?? 'as published',
    component: more.component ?? null,
    low: more.text === undefined ? low : null,
    high: more.text === undefined ? high : null,
    text: more.text ?? null,
    unit: more.unit ?? 'x',
    asOf: days,
    validity: more.inForce ? { from: more.inForce[0], to: more.inForce[1] } : null,
    source: more.source === undefined ? TEST_SOURCE : { title: more.source, url: null },
  };
}

export function levels(on: InstrumentId, basis: 'price' | 'total', points: readonly (readonly [string, number])[]): LevelSeries {
  return { instrument: on, basis, points, source: TEST_SOURCE };
}
