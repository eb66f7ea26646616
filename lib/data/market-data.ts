/**
 * Everything on record, put together: the bundled snapshot and what sources gave. Pure but for the pauses: runs in the
 * worker and in tools alike.
 */
import { addDays, dayNumber } from '../market/calendar.ts';
import type { Company } from '../market/company-figures.ts';
import type { HeldCompany } from '../market/held-company.ts';
import type { FundHoldings, Membership } from '../market/holdings.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { LevelSeries, Observation } from '../market/observation.ts';
import { computeFigures } from './compute-figures.ts';
import type { JoinedHoldings } from './join-holdings.ts';
import { joinHoldings, membershipsOf } from './join-holdings.ts';
import type { PartContent } from './packed.ts';
import type { Pace } from './pace.ts';
import type { Snapshot } from './snapshot.ts';

/** What a generation is made of. */
export interface MarketData extends Snapshot {
  readonly holdings: readonly JoinedHoldings[];
  /** Who holds an instrument, heaviest first. */
  readonly memberships: ReadonlyMap<InstrumentId, readonly Membership[]>;
  /** The companies of each fund, with what its figures were computed from. */
  readonly heldCompanies: ReadonlyMap<InstrumentId, readonly HeldCompany[]>;
  /** What is known of companies, by each of their symbols. */
  readonly companies: ReadonlyMap<InstrumentId, Company>;
}

/** A snapshot with nothing beside it. */
export function withoutSources(snapshot: Snapshot): MarketData {
  return { ...snapshot, holdings: [], memberships: new Map(), heldCompanies: new Map(), companies: new Map() };
}

/** One part of a source, ready to be put together with the others. */
export interface GivenPart {
  readonly asOf: string | null;
  readonly content: PartContent;
}

/**
 * Adds parts to a snapshot. Where two parts give the same thing, the one that speaks for the later day is taken, and of
 * two for one day the one that comes first.
 *
 * - Instruments of the snapshot stay as they are, with their names and sectors; symbols that lists have beside them are
 *   added.
 * - Observations are added.
 * - A level series replaces the one of the snapshot whole, since adjusted levels change with every dividend, unless it
 *   begins much later: so long a past is not given up. Only a price series of an index, which nothing adjusts, is joined to
 *   what the snapshot has from before its beginning.
 * - Figures of funds, indices and companies are computed from holdings and reports.
 *
 * @param today the day in New York, `YYYY-MM-DD`, that companies' figures are to speak for
 */
export async function assemble(snapshot: Snapshot, parts: readonly GivenPart[], today: string, pace: Pace): Promise<MarketData> {
  const newestFirst = parts.toSorted((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''));
  const instruments = await directoryOf(snapshot, parts, pace);
  const series = seriesOf(snapshot, newestFirst);
  const holdings = await joinHoldings(newestHoldings(newestFirst), instruments, pace);
  await pace();
  const memberships = membershipsOf(holdings);
  await pace();
  const filers = filersOf(parts);
  const frames = parts.flatMap(({ content }) => content.frames ?? []);
  const computed = await computeFigures({ instruments, holdings, filers, frames, asOf: today }, pace);
  const given = newestFirst.flatMap(({ content }) => content.observations ?? []);
  return {
    instruments,
    observations: observationsOf([...snapshot.observations, ...given, ...computed.observations]),
    series,
    holdings,
    memberships,
    heldCompanies: computed.heldCompanies,
    companies: computed.companies,
    asOf: lastDayOf(snapshot.asOf, series),
  };
}

/** Instruments of the snapshot, then those of the lists, each symbol once: the first list to name one describes it. */
async function directoryOf(snapshot: Snapshot, parts: readonly GivenPart[], pace: Pace): Promise<readonly Instrument[]> {
  const byId = new Map<InstrumentId, Instrument>(snapshot.instruments.map((instrument) => [instrument.id, instrument]));
  for (const { content } of parts) {
    for (const listed of content.instruments ?? []) {
      const known = byId.get(listed.id);
      if (known === undefined) byId.set(listed.id, listed);
      else if (known.exchange === null && known.formerSymbols.every(({ symbol }) => symbol !== known.symbol)) {
        byId.set(listed.id, { ...known, exchange: listed.exchange });
      }
      await pace();
    }
  }
  return [...byId.values()];
}

/** The filer of each symbol, by the first list that knows it. */
function filersOf(parts: readonly GivenPart[]): ReadonlyMap<string, number> {
  const filers = new Map<string, number>();
  for (const { content } of parts) {
    for (const [symbol, cik] of content.filers ?? []) if (!filers.has(symbol)) filers.set(symbol, cik);
  }
  return filers;
}

function newestHoldings(newestFirst: readonly GivenPart[]): readonly FundHoldings[] {
  const byFund = new Map<InstrumentId, FundHoldings>();
  for (const { content } of newestFirst) {
    for (const holdings of content.holdings ?? []) {
      const known = byFund.get(holdings.fund);
      if (known === undefined || known.asOf < holdings.asOf) byFund.set(holdings.fund, holdings);
    }
  }
  return [...byFund.values()];
}

/** Ids are keys: two figures under one id are told apart by a number, and a figure that is there already comes once. */
export function observationsOf(all: readonly Observation[]): readonly Observation[] {
  const byId = new Map<string, Observation>();
  for (const observation of all) {
    let id = observation.id;
    for (let number = 2; byId.has(id) && !isSameFigure(byId.get(id)!, observation); number += 1) id = `${observation.id}#${number}`;
    if (!byId.has(id)) byId.set(id, id === observation.id ? observation : { ...observation, id });
  }
  return [...byId.values()];
}

function isSameFigure(a: Observation, b: Observation): boolean {
  return a.low === b.low && a.high === b.high && a.text === b.text && a.method === b.method && a.source.title === b.source.title;
}

function seriesOf(snapshot: Snapshot, newestFirst: readonly GivenPart[]): readonly LevelSeries[] {
  const nameOf = ({ instrument, basis }: LevelSeries): string => `${instrument} ${basis}`;
  const bundled = new Map(snapshot.series.map((series) => [nameOf(series), series]));
  const given = new Map<string, LevelSeries>();
  for (const series of newestFirst.flatMap(({ content }) => content.series ?? [])) {
    const known = given.get(nameOf(series));
    if (known === undefined || lastDay(known) < lastDay(series)) given.set(nameOf(series), series);
  }
  const replaced = [...given].flatMap(([name, series]): [string, LevelSeries][] => {
    const before = bundled.get(name);
    if (before === undefined) return [[name, series]];
    // An old copy of a source's series must not hide a newer one that came with an update of the extension.
    if (lastDay(before) > lastDay(series)) return [];
    const joined = firstDay(series) <= addDays(firstDay(before), LATER_BEGINNING_DAYS) ? series : withBeginning(series, before);
    return joined === null ? [] : [[name, joined]];
  });
  return [...new Map([...bundled, ...replaced]).values()];
}

/** A series that begins later by more than this is a piece of one. */
const LATER_BEGINNING_DAYS = 366;

function firstDay({ points }: LevelSeries): string {
  return points[0]?.[0] ?? '';
}

function lastDay({ points }: LevelSeries): string {
  return points.at(-1)?.[0] ?? '';
}

/** Closes of one index that two publishers give differ by rounding only. */
const SAME_LEVEL = 1e-3;
/** Over so many years the two have to agree before they are taken for one series. */
const OVERLAP_DAYS = 365;

/**
 * A price series of an index with what another one has from before its beginning; null where the two do not agree on shared
 * days, or are too few to tell, or are adjusted.
 */
function withBeginning(series: LevelSeries, older: LevelSeries): LevelSeries | null {
  const first = firstDay(series);
  if (series.basis !== 'price' || !series.instrument.startsWith('INDEX:')) return null;
  const levels = new Map(series.points);
  const shared = older.points.filter(([day]) => levels.has(day));
  const agrees = shared.every(([day, level]) => Math.abs((levels.get(day) ?? 0) / level - 1) < SAME_LEVEL);
  const spans = dayNumber(shared.at(-1)?.[0] ?? first) - dayNumber(shared[0]?.[0] ?? first) >= OVERLAP_DAYS;
  if (!agrees || !spans) return null;
  return { ...series, points: [...older.points.filter(([day]) => day < first), ...series.points] };
}

/** The last day of the snapshot, or of the levels that go on after it. */
function lastDayOf(snapshotEnd: string, series: readonly LevelSeries[]): string {
  return series.reduce((last, one) => (lastDay(one) > last ? lastDay(one) : last), snapshotEnd);
}
