import type { Directory, EvidenceStore } from '../check/finding.ts';
import type { Company } from '../market/company-figures.ts';
import type { Membership } from '../market/holdings.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { MetricId } from '../market/metric.ts';
import { canonicalSymbol, nameKeys } from '../market/names.ts';
import type { LevelSeries, Observation } from '../market/observation.ts';
import { InstrumentsFile, LevelsFile, ObservationsFile, SECTORS } from './snapshot-schema.ts';
import type { InstrumentsBody, LevelsBody, ObservationBody, ObservationsBody } from './snapshot-schema.ts';
import type { z } from 'zod';

/** All that a fresh install knows. */
export interface Snapshot {
  readonly instruments: readonly Instrument[];
  readonly observations: readonly Observation[];
  readonly series: readonly LevelSeries[];
  /** Last day for which the data can speak, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** The parsed JSON of the three files of `public/data/`, not yet trusted. */
export interface SnapshotBodies {
  readonly instruments: unknown;
  readonly observations: unknown;
  readonly levels: unknown;
}

/** A snapshot file that cannot be used; the message names file, row and field. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

/**
 * Validates the three files and gives their rows in the domain's types. Nothing is repaired: the first fault of a file
 * is an error.
 *
 * @throws {SnapshotError} when a body does not have its shape, an id is given twice, or a row refers to nothing.
 */
export function parseSnapshot(bodies: SnapshotBodies): Snapshot {
  const instrumentsBody = validated('instruments.json', InstrumentsFile, bodies.instruments);
  const observationsBody = validated('observations.json', ObservationsFile, bodies.observations);
  const levelsBody = validated('levels.json', LevelsFile, bodies.levels);
  const instruments = instrumentsOf(instrumentsBody);
  const known = new Set(instruments.map((instrument) => instrument.id));
  for (const fund of instruments) {
    if (fund.tracks !== null && !known.has(fund.tracks)) {
      throw fault('instruments.json', `fund ${fund.id}`, 'tracks', `names ${fund.tracks}, which is not on record`);
    }
  }
  const asOf = [instrumentsBody.asOf, observationsBody.asOf, levelsBody.asOf].sort().at(-1) ?? levelsBody.asOf;
  return {
    instruments,
    observations: observationsOf(observationsBody, known, asOf),
    series: seriesOf(levelsBody, known),
    asOf,
  };
}

function validated<S extends z.ZodType>(file: string, schema: S, body: unknown): z.infer<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (issue === undefined) throw new SnapshotError(`${file}: not readable`);
  const { path, message } = deepest(issue);
  const [list, row, ...field] = path;
  if (typeof row !== 'number') throw fault(file, null, path.map(String).join('.'), message);
  throw fault(file, `${String(list)} row ${row + 1}`, field.map(String).join('.'), message);
}

/** The fault inside a union that lies furthest in: the member that fitted best tells most. */
function deepest(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code !== 'invalid_union') return { path: [...issue.path], message: issue.message };
  let best: { path: PropertyKey[]; message: string } = { path: [...issue.path], message: issue.message };
  for (const member of issue.errors) {
    const inner = member[0];
    if (inner === undefined) continue;
    const found = deepest(inner);
    if (found.path.length > 0 || best.message === issue.message) {
      const path = [...issue.path, ...found.path];
      if (path.length > best.path.length || best.message === issue.message) best = { path, message: found.message };
    }
  }
  return best;
}

function fault(file: string, row: string | null, field: string | null, message: string): SnapshotError {
  const where = [file, row, field === null || field === '' ? null : `field ${field}`].filter((part) => part !== null);
  return new SnapshotError(`${where.join(', ')}: ${message}`);
}

function instrumentsOf(body: InstrumentsBody): readonly Instrument[] {
  const rows: Instrument[] = [
    ...body.indices.map(
      (row): Instrument => ({
        id: row.id,
        kind: row.kind ?? 'index',
        symbol: row.symbol ?? null,
        name: row.name,
        aliases: row.aliases,
        exchange: null,
        sector: null,
        tracks: null,
        formerSymbols: [],
        commonWord: row.commonWord ?? false,
      }),
    ),
    ...body.funds.map(
      (row): Instrument => ({
        id: row.symbol,
        kind: 'fund',
        symbol: row.symbol,
        name: row.name,
        aliases: row.aliases,
        exchange: row.exchange,
        sector: null,
        tracks: row.tracks ?? null,
        formerSymbols: (row.former ?? []).map(([symbol, until]) => ({ symbol, until })),
        commonWord: row.commonWord ?? false,
      }),
    ),
    ...body.companies.map(
      ([symbol, name, exchange, sector, aliases, more]): Instrument => ({
        id: symbol,
        kind: 'stock',
        symbol,
        name,
        aliases,
        exchange,
        sector: SECTORS[sector],
        tracks: null,
        formerSymbols: [
          ...(more?.former ?? []).map(([former, until]) => ({ symbol: former, until })),
          ...(more?.delisted === undefined ? [] : [{ symbol, until: more.delisted }]),
        ],
        commonWord: more?.commonWord ?? false,
      }),
    ),
  ];
  const seen = new Set<InstrumentId>();
  for (const { id } of rows) {
    if (seen.has(id)) throw fault('instruments.json', id, null, 'is given twice');
    seen.add(id);
  }
  return rows;
}

function observationsOf(
  body: ObservationsBody,
  known: ReadonlySet<InstrumentId>,
  asOf: string,
): readonly Observation[] {
  const used = new Map<string, number>();
  return body.observations.map((row, at) => {
    const where = `observations row ${at + 1}`;
    const source = body.sources[row.source];
    if (source === undefined) throw fault('observations.json', where, 'source', `no source is called ${row.source}`);
    if (!known.has(row.on)) throw fault('observations.json', where, 'on', `${row.on} is not on record`);
    const days = daysOf(row.asOf);
    if (days.from > days.to) throw fault('observations.json', where, 'asOf', 'ends before it begins');
    if (days.from > asOf) throw fault('observations.json', where, 'asOf', `lies after the snapshot (${asOf})`);
    const [low, high] = row.between ?? [row.value ?? null, row.value ?? null];
    if (low !== null && high !== null && low > high) {
      throw fault('observations.json', where, 'between', 'ends below its beginning');
    }
    return {
      id: numbered(used, idOf(row, days.from)),
      instrument: row.on,
      metric: row.metric,
      definitions: row.is ?? [],
      method: row.method,
      component: row.component ?? null,
      low,
      high,
      text: row.text ?? null,
      unit: row.unit,
      asOf: days,
      validity: row.inForce === undefined ? null : { from: row.inForce[0], to: row.inForce[1] },
      source: { title: source[0], url: source[1] },
      ...(row.computed && computedOf(row.computed)),
    };
  });
}

function computedOf([computedFrom, counted, total, weight]: NonNullable<ObservationBody['computed']>): Pick<Observation, 'coverage' | 'computedFrom'> {
  return { coverage: { counted, total, weight }, computedFrom };
}

function idOf(row: ObservationBody, day: string): string {
  return [row.on, row.metric, row.component, day].filter((part) => part !== undefined).join('/');
}

/** Two figures of one day (two vendors, two definitions) are told apart by their order in the file. */
function numbered(used: Map<string, number>, id: string): string {
  const count = (used.get(id) ?? 0) + 1;
  used.set(id, count);
  return count === 1 ? id : `${id}#${count}`;
}

/** First and last day that a written date may mean: a day, a month `2025-04`, a quarter `2024-Q4` or a year. */
export function daysOf(asOf: ObservationBody['asOf']): { readonly from: string; readonly to: string } {
  if (typeof asOf !== 'string') return { from: asOf[0], to: asOf[1] };
  if (asOf.length === 10) return { from: asOf, to: asOf };
  if (asOf.length === 4) return { from: `${asOf}-01-01`, to: `${asOf}-12-31` };
  const year = asOf.slice(0, 4);
  const rest = asOf.slice(5);
  const last = rest.startsWith('Q') ? Number(rest.slice(1)) * 3 : Number(rest);
  const first = rest.startsWith('Q') ? last - 2 : last;
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  return { from: `${year}-${twoDigits(first)}-01`, to: `${year}-${twoDigits(last)}-${lastDay}` };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function seriesOf(body: LevelsBody, known: ReadonlySet<InstrumentId>): readonly LevelSeries[] {
  body.days.forEach((day, at) => {
    if (at > 0 && day <= (body.days[at - 1] ?? '')) throw fault('levels.json', `days row ${at + 1}`, null, 'not ascending');
  });
  const seen = new Set<string>();
  return body.series.map((row, at) => {
    const where = `series row ${at + 1}`;
    if (!known.has(row.on)) throw fault('levels.json', where, 'on', `${row.on} is not on record`);
    if (seen.has(`${row.on} ${row.basis}`)) throw fault('levels.json', where, 'on', `${row.on} is given twice`);
    seen.add(`${row.on} ${row.basis}`);
    if (row.from + row.values.length > body.days.length) {
      throw fault('levels.json', where, 'values', 'has more values than there are days');
    }
    const points: [string, number][] = [];
    row.values.forEach((value, offset) => {
      const day = body.days[row.from + offset];
      if (value !== null && day !== undefined) points.push([day, value]);
    });
    if (points.length === 0) throw fault('levels.json', where, 'values', 'has no value');
    return { instrument: row.on, basis: row.basis, points, source: { title: row.source[0], url: row.source[1] } };
  });
}

/** Upper-case aliases of indices are symbols of other vendors: `RTY`, `INX`, `COMPX`. */
const VENDOR_SYMBOL = /^[A-Z][A-Z0-9]{1,9}$/;

/**
 * A directory held in memory. On a day, a symbol is its whose turn with it ended next; without a day, current symbols
 * win over former ones, and of two instruments that once had the same symbol the one that gave it up last wins. Symbols
 * of indices come last: DJT is a company before it is the transportation average. A company that is no longer listed has
 * its last symbol among its former ones, so that whoever took the symbol over comes first.
 */
export function createDirectory(instruments: readonly Instrument[]): Directory {
  const byId = new Map<InstrumentId, Instrument>();
  const bySymbol = new Map<string, Instrument>();
  const byFormer = new Map<string, { instrument: Instrument; until: string }[]>();
  const byVendor = new Map<string, Instrument>();
  const byName = new Map<string, Instrument[]>();
  for (const instrument of instruments) {
    byId.set(instrument.id, instrument);
    const { symbol: own } = instrument;
    const isCurrent = own !== null && !instrument.formerSymbols.some((former) => former.symbol === own);
    if (instrument.kind === 'index') {
      if (own !== null) byVendor.set(own, instrument);
      for (const alias of instrument.aliases) if (VENDOR_SYMBOL.test(alias) && !byVendor.has(alias)) byVendor.set(alias, instrument);
    } else if (isCurrent && !bySymbol.has(own)) bySymbol.set(own, instrument);
    for (const { symbol, until } of instrument.formerSymbols) {
      byFormer.set(symbol, [...(byFormer.get(symbol) ?? []), { instrument, until }].sort((a, b) => a.until.localeCompare(b.until)));
    }
    for (const key of nameKeys(instrument)) {
      const sharing = byName.get(key);
      if (sharing === undefined) byName.set(key, [instrument]);
      else sharing.push(instrument);
    }
  }
  return {
    byId: (id) => byId.get(id) ?? null,
    bySymbol: (symbol, day = null) => {
      const canonical = canonicalSymbol(symbol);
      const former = byFormer.get(canonical) ?? [];
      const then = day === null ? undefined : former.find(({ until }) => until >= day);
      // Given up before that day: what was renamed is called otherwise since, what was delisted is called nothing else.
      const last = day === null ? former.at(-1) : former.findLast(({ instrument }) => instrument.symbol === canonical);
      return then?.instrument ?? bySymbol.get(canonical) ?? last?.instrument ?? byVendor.get(canonical) ?? null;
    },
    byNameKey: (key) => byName.get(key) ?? [],
  };
}

/** What holdings and reports add to a snapshot. */
export interface Beside {
  readonly memberships: ReadonlyMap<InstrumentId, readonly Membership[]>;
  readonly companies: ReadonlyMap<InstrumentId, Company>;
  readonly hasHoldings: boolean;
  readonly hasReports: boolean;
}

const NOTHING_BESIDE: Beside = { memberships: new Map(), companies: new Map(), hasHoldings: false, hasReports: false };

/** Evidence held in memory. Observations come in ascending order of the last day that their date may mean. */
export function createEvidenceStore(snapshot: Snapshot, beside: Beside = NOTHING_BESIDE): EvidenceStore {
  const observations = new Map<string, Observation[]>();
  for (const observation of snapshot.observations) {
    const key = `${observation.instrument} ${observation.metric}`;
    const sharing = observations.get(key);
    if (sharing === undefined) observations.set(key, [observation]);
    else sharing.push(observation);
  }
  for (const list of observations.values()) {
    list.sort((a, b) => a.asOf.to.localeCompare(b.asOf.to) || a.id.localeCompare(b.id));
  }
  const series = new Map(snapshot.series.map((one) => [`${one.instrument} ${one.basis}`, one]));
  const funds = new Map<InstrumentId, InstrumentId[]>();
  for (const { id, tracks } of snapshot.instruments) {
    if (tracks === null) continue;
    funds.set(tracks, [...(funds.get(tracks) ?? []), id]);
  }
  return {
    observations: (instrument: InstrumentId, metric: MetricId) => observations.get(`${instrument} ${metric}`) ?? [],
    series: (instrument, basis) => series.get(`${instrument} ${basis}`) ?? null,
    fundsTracking: (index) => funds.get(index) ?? [],
    heldBy: (instrument) => beside.memberships.get(instrument) ?? [],
    company: (instrument) => beside.companies.get(instrument) ?? null,
    hasHoldings: beside.hasHoldings,
    hasReports: beside.hasReports,
    dataEnd: snapshot.asOf,
  };
}
