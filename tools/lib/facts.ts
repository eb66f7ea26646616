import { z } from 'zod';
import type { Directory, EvidenceStore } from '../../lib/check/finding.ts';
import { createEvidenceStore } from '../../lib/data/snapshot.ts';
import { addDays, lastSessionOfYear } from '../../lib/market/calendar.ts';
import type { Instrument, InstrumentId } from '../../lib/market/instrument.ts';
import type { Definition, MetricId, Unit } from '../../lib/market/metric.ts';
import { METRICS } from '../../lib/market/metrics/index.ts';
import { nameKey } from '../../lib/market/names.ts';
import type { LevelSeries, Observation } from '../../lib/market/observation.ts';
import { daysNamed } from '../../lib/market/period.ts';

/**
 * Facts that a line of a truth set brings along, as people write them down: the metric by our name or by a usual one
 * (`pe_ttm`, `share_unprofitable`, `top10_concentration`), the definition as a code or in words, money in whole dollars or
 * with its scale in the unit, dates as a day, month, quarter or year.
 */
export const factSchema = z.union([
  z.object({
    instrument: z.string(),
    metric: z.literal('level'),
    return: z.enum(['price', 'total']),
    points: z.array(z.tuple([z.string(), z.number()])),
    source: z.string().optional(),
  }),
  z.object({
    instrument: z.string(),
    metric: z.string(),
    definition: z.union([z.string(), z.array(z.string())]).nullish(),
    component: z.string().nullish(),
    value: z.union([z.number(), z.tuple([z.number().nullable(), z.number().nullable()]), z.string(), z.boolean()]),
    unit: z.string().nullish(),
    asOf: z.union([z.string(), z.tuple([z.string(), z.string()])]).nullish(),
    source: z.string().optional(),
  }),
]);

export type Fact = z.output<typeof factSchema>;
type Figure = Exclude<Fact, { metric: 'level' }>;

/** An evidence store that holds nothing but the facts. `until` is the last day it can speak for at least. */
export function evidenceOfFacts(
  facts: readonly Fact[],
  directory: Directory,
  instruments: readonly Instrument[],
  until: string,
): EvidenceStore {
  const observations: Observation[] = [];
  const series: LevelSeries[] = [];
  facts.forEach((fact, index) => {
    const instrument = instrumentId(fact.instrument, directory);
    if ('points' in fact) series.push(levelsOf(fact, instrument));
    else if (/calendar_year_(?:price|total)?_?return/.test(fact.metric)) series.push(...yearAsLevels(fact, instrument));
    else observations.push(observationOf(fact, instrument, index));
  });
  const days = [...observations.map(({ asOf }) => asOf.to), ...series.flatMap(({ points }) => points.map(([day]) => day))];
  const asOf = [until, ...days.filter((day) => day < '9999')].toSorted().at(-1) ?? until;
  return createEvidenceStore({ instruments, observations, series, asOf });
}

function instrumentId(name: string, directory: Directory): InstrumentId {
  if (name.startsWith('INDEX:')) return name;
  return directory.bySymbol(name)?.id ?? directory.byNameKey(nameKey(name))[0]?.id ?? name;
}

function levelsOf(fact: Extract<Fact, { points: unknown }>, instrument: InstrumentId): LevelSeries {
  const points = fact.points.toSorted((a, b) => (a[0] < b[0] ? -1 : 1));
  return { instrument, basis: fact.return, points, source: { title: fact.source ?? 'given with the text', url: null } };
}

/** A calendar year's return stands as the two closes it runs between. */
function yearAsLevels(fact: Figure, instrument: InstrumentId): LevelSeries[] {
  const year = Number(/\d{4}/.exec(typeof fact.asOf === 'string' ? fact.asOf : (fact.asOf?.[1] ?? ''))?.[0]);
  if (typeof fact.value !== 'number' || !Number.isInteger(year)) return [];
  const isTotal = /total/.test(`${fact.metric} ${String(fact.definition ?? '')}`);
  const points: [string, number][] = [
    [lastSessionOfYear(year - 1), 100],
    [lastSessionOfYear(year), 100 + fact.value],
  ];
  return [{ instrument, basis: isTotal ? 'total' : 'price', points, source: { title: fact.source ?? 'given with the text', url: null } }];
}

function observationOf(fact: Figure, instrument: InstrumentId, index: number): Observation {
  const { metric, component, note } = metricOf(fact.metric);
  const words = [...[fact.definition ?? []].flat(), fact.unit ?? '', note].filter((part) => part !== '').join('; ');
  const spec = METRICS.find((one) => one.id === metric);
  const unit: Unit = spec?.unit ?? '%';
  const { asOf, validity } = datesOf(fact.asOf ?? null, spec?.ageing.kind === 'rule');
  return {
    id: `fact/${index}`,
    instrument,
    metric,
    definitions: definitionsOf(words, metric),
    method: words === '' ? 'as given' : words,
    component: fact.component ?? component,
    ...valuesOf(fact, unit),
    unit,
    asOf,
    validity,
    source: { title: fact.source ?? 'given with the text', url: null },
  };
}

const NAMES: readonly (readonly [RegExp, MetricId])[] = [
  [/^pe_(?:forward|ttm)?_?(?:avg|average|median)/, 'pe_average'],
  [/^pe_forward|forward_pe/, 'pe_forward'],
  [/^pe(?:_ttm|_trailing)?$|^trailing_pe$/, 'pe'],
  [/unprofitable/, 'unprofitable_share'],
  [/^price_to_book$/, 'pb'],
  [/^price_to_sales$/, 'ps'],
  [/dividend_yield/, 'dividend_yield'],
  [/^sector_weight/, 'sector_weight'],
  [/concentration|^top\d*_?(?:holding|weight)|holding_weight|^weight/, 'holding_weight'],
  [/constituents|number_of|equity_lines/, 'constituents'],
  [/market_cap_addition|breakpoint|eligibility_market_cap|min_(?:total_)?market_cap/, 'eligibility_market_cap'],
  [/min_price|eligibility_price/, 'eligibility_price'],
  [/free_float|public_float/, 'eligibility_free_float'],
  [/profitability/, 'profitability_screen'],
  [/reconstitution/, 'reconstitution'],
  [/launch|inception/, 'inception_year'],
  [/share_of_us_market|market_coverage/, 'market_coverage'],
  [/^close$|index_level/, 'index_level'],
  [/net_assets|^aum$/, 'aum'],
];

/** Our name for a metric, with what the usual names hold besides: a component, the years of an average. */
function metricOf(name: string): { metric: MetricId; component: string | null; note: string } {
  const [head = '', tail = ''] = name.split(':');
  const metric = METRICS.find((one) => one.id === head)?.id ?? NAMES.find(([pattern]) => pattern.test(head))?.[1] ?? `other:${head}`;
  const top = /^top10_concentration(_companies)?|^TOP10/.exec(head);
  const years = /(?:avg|average|median)_(\d+)y/.exec(head)?.[1];
  const component = top ? (top[1] ? 'TOP10_COMPANIES' : 'TOP10') : tail === '' ? null : tail;
  return { metric, component, note: [years ? `${years}-year average` : '', /forward/.test(head) ? 'forward' : ''].filter((one) => one !== '').join('; ') };
}

const DEFINITIONS: readonly (readonly [RegExp, Definition])[] = [
  [/excl_negative|neg\w*[^;]*exclu|exclu\w*[^;]*(?:neg|loss)|ex-neg|loss-makers left out|profitable only/i, 'excl_negative'],
  [/incl_negative|incl\w*[^;]*(?:neg|loss)|loss[\w-]* (?:included|counted)|all companies|all members|aggregate/i, 'incl_negative'],
  [/trailing|ttm/i, 'trailing'],
  [/forward|expected|consensus/i, 'forward'],
  [/operating/i, 'operating'],
  [/as[-_ ]reported|gaap/i, 'as_reported'],
  [/by[-_ ]count|number of companies/i, 'by_count'],
  [/by[-_ ](?:weight|market)/i, 'by_weight'],
];

function definitionsOf(words: string, metric: MetricId): readonly Definition[] {
  const found = DEFINITIONS.filter(([pattern]) => pattern.test(words)).map(([, definition]) => definition);
  if (metric === 'pe' && !found.includes('forward')) found.push('trailing');
  return [...new Set(found)];
}

function valuesOf(fact: Figure, unit: Unit): Pick<Observation, 'low' | 'high' | 'text'> {
  const scale = scaleOf(fact.unit ?? '', unit);
  if (Array.isArray(fact.value)) {
    const [low, high] = fact.value;
    return { low: low === null ? null : low * scale, high: high === null ? null : high * scale, text: null };
  }
  if (typeof fact.value !== 'number') {
    const text = String(fact.value);
    return { low: null, high: null, text: unit === 'flag' ? String(!/^(?:false|no|none)\b/i.test(text)) : text };
  }
  const value = fact.value * scale;
  if (unit === 'flag') return { low: null, high: null, text: String(value !== 0) };
  if (/over|more than/i.test(fact.unit ?? '')) return { low: value, high: null, text: null };
  if (/about|around|nearly|approx/i.test(fact.unit ?? '')) return { low: value * 0.97, high: value * 1.03, text: null };
  return { low: value, high: value, text: null };
}

function scaleOf(written: string, unit: Unit): number {
  if (unit !== 'USD') return 1;
  if (/trillion/i.test(written)) return 1e12;
  if (/billion/i.test(written)) return 1e9;
  return /million/i.test(written) ? 1e6 : 1;
}

/** `from 2025-07-01` and `before 2025-07-01` bound a rule; anything that names no day is always in force. */
function datesOf(written: Figure['asOf'], isRule: boolean): Pick<Observation, 'asOf' | 'validity'> {
  const [first, last] = typeof written === 'string' ? written.split('..') : (written ?? []);
  const open = { from: '0001-01-01', to: '9999-12-31' };
  const named = /\d{4}(?:-(?:Q[1-4]|\d{2}(?:-\d{2})?))?/i;
  const start = daysNamed(named.exec(first ?? '')?.[0] ?? '');
  const end = last === undefined ? start : daysNamed(named.exec(last)?.[0] ?? '');
  if (!start || !end) return { asOf: open, validity: { from: null, to: null } };
  const asOf = { from: start.from, to: end.to };
  if (/^(?:before|until)/i.test(first ?? '')) return { asOf, validity: { from: null, to: addDays(start.from, -1) } };
  if (/^(?:from|since)/i.test(first ?? '')) return { asOf, validity: { from: start.from, to: null } };
  return { asOf, validity: isRule && last !== undefined ? { from: start.from, to: end.to } : null };
}
