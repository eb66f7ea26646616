/**
 * Figures that readers bring themselves, as a CSV that docs/data.md describes. Its titles are those of the evidence page's
 * download, so that a table that was saved there can be changed and brought back.
 */
import type { InstrumentId } from '../../market/instrument.ts';
import type { Definition, MetricId } from '../../market/metric.ts';
import { METRICS, metricById } from '../../market/metrics/index.ts';
import type { MetricSpec } from '../../market/metrics/spec.ts';
import { canonicalSymbol } from '../../market/names.ts';
import type { Observation } from '../../market/observation.ts';
import { sectorNamed } from '../../market/sectors.ts';
import { daysOf } from '../snapshot.ts';
import { bodyOf } from './body.ts';
import { csvLines, csvTable, hasHeader } from './csv.ts';
import type { CsvRow } from './csv.ts';
import { notAfter } from './plausible.ts';
import { dayOf } from './printed.ts';
import { beginningOf, SourceFormatError } from './source-format-error.ts';
import type { SourceContext } from './source.ts';

const COLUMNS = {
  instrument: { titles: ['instrument', 'symbol', 'ticker'] },
  metric: { titles: ['metric'] },
  component: { titles: ['component'], optional: true },
  definitions: { titles: ['definitions', 'definition'], optional: true },
  value: { titles: ['value'], optional: true },
  low: { titles: ['low'], optional: true },
  high: { titles: ['high'], optional: true },
  unit: { titles: ['unit'], optional: true },
  asOf: { titles: ['as_of', 'as of', 'date'], optional: true },
  from: { titles: ['as_of_from'], optional: true },
  to: { titles: ['as_of_to'], optional: true },
  method: { titles: ['method'], optional: true },
  source: { titles: ['source'], optional: true },
  address: { titles: ['address', 'url'], optional: true },
} as const;

type Row = CsvRow<keyof typeof COLUMNS>;

/** More figures than a person keeps. */
const MAX_ROWS = 20_000;
const MAX_TEXT = 300;
/** The header is within so much of a text. */
const MAX_HEAD = 64_000;

/** Metrics that dated figures decide; rules and returns are decided by other things. */
const BRINGABLE: readonly MetricSpec[] = METRICS.filter(({ judge }) => judge === 'observation');

/** Metrics of which a figure is of one part of the whole. */
const OF_COMPONENTS: ReadonlySet<MetricId> = new Set(['sector_weight', 'holding_weight']);

/** Two figures as they are to be written, to begin a file with. */
export const OBSERVATIONS_EXAMPLE = [
  'instrument,metric,value,as_of,definitions,component,method,source,address',
  'IWM,pe,16.4,2026-09-30,trailing excl_negative,,"Fact sheet, loss-makers left out",Fact sheet of September 2026,https://example.com/iwm.pdf',
  'INDEX:RUSSELL2000,sector_weight,18.2,2026-09,,Health Care,Index provider,Fact sheet of September 2026,',
  '',
].join('\r\n');

/** What figures are read against. */
export interface FiguresContext extends Pick<SourceContext, 'today'> {
  /** Whether an instrument is on record; any is taken for known when left out. */
  readonly isKnown?: (id: InstrumentId) => boolean;
}

/** Whether a text is meant as a file of own figures and not of holdings: by its header, which may lack a column still. */
export function isObservationsFile(text: string): boolean {
  const lines = csvLines(text.slice(0, MAX_HEAD));
  return hasHeader(lines, { metric: COLUMNS.metric }) || hasHeader(lines, { instrument: { titles: ['instrument'] }, value: { titles: ['value'] } });
}

/**
 * Reads a file of own figures, whole or not at all.
 *
 * @param name File name, for the faults, and for the figures' sources.
 * @throws {SourceFormatError} with line, column and what was expected.
 */
export function parseObservationsFile(name: string, text: string, context: FiguresContext): readonly Observation[] {
  const { rows, rest } = csvTable(name, bodyOf(name, text), COLUMNS);
  const [stray] = rest;
  if (stray !== undefined) throw new SourceFormatError(name, `${beginningOf(stray.cells.join(','))} is no row of the table`, { line: stray.line });
  if (rows.length === 0) throw new SourceFormatError(name, 'there is no row below the header');
  if (rows.length > MAX_ROWS) throw new SourceFormatError(name, `${rows.length} rows are more than can be kept (${MAX_ROWS})`);
  const used = new Map<string, number>();
  return rows.map((row) => {
    const observation = observationOf(name, row, context);
    const count = (used.get(observation.id) ?? 0) + 1;
    used.set(observation.id, count);
    return count === 1 ? observation : { ...observation, id: `${observation.id}#${count}` };
  });
}

function observationOf(name: string, row: Row, { today, isKnown }: FiguresContext): Observation {
  const instrument = instrumentOf(row);
  if (isKnown?.(instrument) === false) {
    throw row.fault('instrument', `${beginningOf(instrument)} is not on record; the symbol of a company or fund, or an index of the evidence page was expected`);
  }
  const metric = metricOf(row);
  const component = componentOf(row, metric);
  const { low, high } = boundsOf(row, metric);
  const unit = row.text('unit');
  if (unit !== '' && unit !== metric.unit) throw row.fault('unit', `${beginningOf(unit)} was found; ${metric.id} is in ${metric.unit}`);
  const asOf = asOfOf(name, row, today);
  return {
    id: ['own', instrument, metric.id, component ?? '', asOf.from].join('/'),
    instrument,
    metric: metric.id,
    definitions: definitionsOf(row, metric),
    method: row.text('method').slice(0, MAX_TEXT) || 'Your own figure',
    component,
    low,
    high,
    text: null,
    unit: metric.unit,
    asOf,
    validity: null,
    source: { title: titleOf(name, row), url: addressOf(row) },
  };
}

/** Whoever says so according to the file; and that it is the reader's file, wherever the figure is shown. */
function titleOf(name: string, row: Row): string {
  const said = row.text('source').slice(0, MAX_TEXT);
  if (said === '') return `Your file ${name}`;
  // A table that was saved from the evidence page says so already.
  return /\byour file /i.test(said) ? said : `${said} (your file ${name})`;
}

function instrumentOf(row: Row): InstrumentId {
  const text = row.text('instrument').toUpperCase();
  if (/^(?:INDEX|GROUP):[A-Z0-9_]+$/.test(text)) return text;
  const symbol = canonicalSymbol(text);
  if (/^[A-Z0-9]{1,6}(?:\.[A-Z])?$/.test(symbol)) return symbol;
  throw row.fault('instrument', `${beginningOf(text)} is neither a symbol (IWM, BRK.B) nor an index (INDEX:RUSSELL2000)`);
}

function metricOf(row: Row): MetricSpec {
  const id = row.text('metric').toLowerCase();
  const metric = BRINGABLE.find((one) => one.id === id);
  if (metric !== undefined) return metric;
  const known = metricById(id as MetricId) !== null;
  throw row.fault('metric', `${beginningOf(id)} ${known ? 'is not decided by figures of single days' : 'is no metric'}; one of ${BRINGABLE.map((one) => one.id).join(', ')} was expected`);
}

function componentOf(row: Row, { id }: MetricSpec): string | null {
  const text = row.text('component');
  if (!OF_COMPONENTS.has(id)) {
    if (text !== '') throw row.fault('component', `${beginningOf(text)} was found; ${id} has no components`);
    return null;
  }
  if (id === 'sector_weight') {
    const sector = sectorNamed(text);
    if (sector === null) throw row.fault('component', `${beginningOf(text)} is no GICS sector`);
    return sector;
  }
  const symbol = canonicalSymbol(text);
  if (/^TOP10(?:_COMPANIES)?$/.test(symbol) || /^[A-Z0-9]{1,6}(?:\.[A-Z])?$/.test(symbol)) return symbol;
  throw row.fault('component', `${beginningOf(text)} is neither a symbol nor TOP10`);
}

/** One exact value, or two bounds of which one may be open. */
function boundsOf(row: Row, { plausible: [least, most], unit }: MetricSpec): { low: number | null; high: number | null } {
  const sign = unit === '%' ? '%' : unit === 'x' ? 'x' : unit === 'USD' ? '$' : '';
  const [value, low, high] = (['value', 'low', 'high'] as const).map((column) => row.number(column, sign));
  for (const [column, number] of [['value', value], ['low', low], ['high', high]] as const) {
    if (number != null && (number < least || number > most)) throw row.fault(column, `${number} cannot be: ${least} to ${most} was expected`);
  }
  if (value != null) {
    if (low != null || high != null) throw row.fault('value', 'a value was found beside “low” or “high”; one or the other was expected');
    return { low: value, high: value };
  }
  if (low == null && high == null) throw row.fault('value', 'there is no value; a number was expected here or in “low” and “high”');
  if (low != null && high != null && low > high) throw row.fault('low', `${low} lies above “high”, which is ${high}`);
  return { low: low ?? null, high: high ?? null };
}

function definitionsOf(row: Row, metric: MetricSpec): readonly Definition[] {
  const words = row.text('definitions').split(/[\s;|]+/).filter((word) => word !== '');
  return words.map((word) => {
    const found = metric.definitions.find(({ id }) => id === word)?.id;
    if (found !== undefined) return found;
    const expected = metric.definitions.map(({ id }) => id).join(', ');
    throw row.fault('definitions', `${beginningOf(word)} is no definition of ${metric.id}; ${expected === '' ? 'none' : `some of ${expected}`} was expected`);
  });
}

/** A day, month, quarter or year in one column, or first and last day in two. */
function asOfOf(name: string, row: Row, today: string): { readonly from: string; readonly to: string } {
  const text = row.text('asOf');
  const from = row.day('from');
  const to = row.day('to');
  const column = text === '' ? 'from' : 'asOf';
  const isVague = /^\d{4}(?:-(?:0[1-9]|1[0-2])|-Q[1-4])?$/.test(text);
  const day = isVague ? text : dayOf(text);
  const days = text === '' ? (from === null ? null : { from, to: to ?? from }) : day === null ? null : daysOf(day);
  if (days === null) throw row.fault('asOf', `${beginningOf(text)} is not a date; a day (2026-09-30), month (2026-09), quarter (2026-Q3) or year was expected`);
  if (days.from > days.to) throw row.fault('from', `${days.from} lies after “as_of_to”, which is ${days.to}`);
  notAfter(name, days.from, today, { line: row.line, column: COLUMNS[column].titles[0] });
  return days;
}

function addressOf(row: Row): string | null {
  const text = row.text('address');
  if (text === '') return null;
  if (text.length <= MAX_TEXT * 4 && URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol)) return text;
  throw row.fault('address', `${beginningOf(text)} is not an address of a web page`);
}
