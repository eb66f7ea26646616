/**
 * The data room: what is known of the market, in IndexedDB, and where it came from.
 *
 * In: validated snapshots and files of sources. Out: rows by indexed key (`queries.ts`). Refuses to know pages,
 * messages and anything of the DOM.
 *
 * Rows of market data carry a generation. A load writes a new one beside the one in use and switches `meta` to it in a
 * single transaction, so that readers see the old data whole or the new data whole (`generations.ts`). The directory, by
 * far the most rows, changes once a week and has a generation of its own.
 *
 * Published versions below are never edited: a change is a new `version(n)`, and `test/upgrade/` gets a snapshot of the
 * version before it.
 */
import { Dexie } from 'dexie';
import type { DexieOptions, EntityTable, Table } from 'dexie';
import { dateOfDay } from '../market/calendar.ts';
import type { Company } from '../market/company-figures.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { MetricId } from '../market/metric.ts';
import type { HeldCompany } from '../market/held-company.ts';
import type { Membership } from '../market/holdings.ts';
import type { LevelSeries, Observation, Source } from '../market/observation.ts';
import type { SourceFailure } from '../market/source-failure.ts';
import type { Correction } from '../check/corrections.ts';
import type { PageReport } from '../check/report.ts';
import type { PackedLevels, PackedPart } from './packed.ts';
import { packLevels } from './packed.ts';

export const DATABASE_NAME = 'tickmark';

interface OfGeneration {
  readonly generation: number;
}

export type InstrumentRow = Instrument & OfGeneration;

/** `key` is a symbol (`symbol:IWM`, former symbols too) or a name key (`name:russell 2000`). */
export interface NameRow extends OfGeneration {
  readonly key: string;
  readonly ids: readonly InstrumentId[];
}

export type ObservationRow = Observation & OfGeneration;

export type LevelsRow = PackedLevels & OfGeneration;

/** What one fund holds. */
export interface HoldingsRow extends OfGeneration {
  readonly fund: InstrumentId;
  readonly asOf: string;
  /** What its computed figures were computed from. */
  readonly companies: readonly HeldCompany[];
  readonly source: Source;
}

/** Who holds an instrument, by the holdings on record. */
export interface MembershipRow extends OfGeneration {
  readonly instrument: InstrumentId;
  readonly heldBy: readonly Membership[];
}

/** What is known of a company, by each of its symbols. */
export interface CompanyRow extends OfGeneration {
  readonly instrument: InstrumentId;
  readonly company: Company;
}

/**
 * What one answer of a source was, and when. Not of a generation: generations are built from the parts that are there.
 * Times are milliseconds. Its content lies in `contents` under the same id, so that states are read without it.
 */
export interface PartRow {
  /** Id of the source, a slash, and the key of the request. */
  readonly id: string;
  readonly source: string;
  readonly key: string;
  /** When the content came. */
  readonly fetchedAt: number;
  /** When the source last said that it is still the newest; not before `fetchedAt`. */
  readonly checkedAt: number;
  readonly asOf: string | null;
  /** For the reader: "1,924 holdings". */
  readonly summary: string;
  /** How many rows it has: a file that shrinks to a fraction is not believed. */
  readonly rows: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Version of the extension that read it; another one asks for the whole body again, as it may read more in it. */
  readonly readBy: string;
}

export interface ContentRow {
  readonly id: string;
  readonly content: PackedPart;
}

/** State of one source between refreshes. Times are milliseconds. */
export interface SourceRow {
  readonly id: string;
  /** When everything that it gives was last up to date. */
  readonly lastSuccess: number | null;
  /** Why the last try failed; null after one that did not. */
  readonly failure: SourceFailure | null;
  /** Tries in a row that failed. */
  readonly failures: number;
  /** Not asked again before this. */
  readonly nextTry: number | null;
  /** When `nextTry` was set: a clock that was set back since is noticed by it. */
  readonly setAt: number | null;
}

/** A host that asked to be left alone, or that did not answer. Times are milliseconds. */
export interface HostRow {
  readonly host: string;
  readonly notBefore: number;
  readonly setAt: number;
  readonly failure: SourceFailure;
  /** True when the host itself asked for it, so that not even the reader's "refresh now" goes over it. */
  readonly isHostsWish: boolean;
}

/** The report of a tab's page, for the popup. Dropped on navigation, with the tab, and after a day. */
export interface FindingsRow {
  readonly tabId: number;
  readonly report: PageReport;
  readonly storedAt: number;
}

/** What the reader muted or called a wrong match, and when (milliseconds). */
export interface CorrectionRow extends Correction {
  readonly id: number;
  readonly madeAt: number;
}

/** What is in use. Absent in an empty (new or evicted) database. */
export interface CurrentMeta {
  readonly key: 'current';
  readonly generation: number;
  /** Generation of the directory, which goes on from one to the next while nothing in it changes. */
  readonly directory: number;
  /** Told apart by it whether the directory has changed; empty where it is not known. */
  readonly directoryHash: string;
  /** Version of the extension whose bundled snapshot was loaded. */
  readonly snapshotVersion: string;
  /** Last day that the data cover. */
  readonly asOf: string;
  readonly loadedAt: number;
  /** Number of the parts that it was built from, see `PartsMeta`. */
  readonly parts: number;
}

/** The highest generation number ever given out, so that an interrupted load's number is not used again. */
export interface CounterMeta {
  readonly key: 'counter';
  readonly generation: number;
}

/** Counts the changes of `contents`: data in use that were built from an older number are built again. */
export interface PartsMeta {
  readonly key: 'parts';
  readonly changes: number;
}

/** When the reader last asked for everything anew, in milliseconds: what is older is asked for, by whichever worker. */
export interface WantedMeta {
  readonly key: 'wanted';
  readonly at: number;
}

/** Why the data in use could not be built anew. Absent when they are up to date. */
export interface BuildMeta {
  readonly key: 'build';
  readonly failure: SourceFailure;
  readonly at: number;
}

export type MetaRow = CurrentMeta | CounterMeta | PartsMeta | WantedMeta | BuildMeta;

export class Database extends Dexie {
  declare readonly instruments: Table<InstrumentRow, [number, InstrumentId]>;
  declare readonly names: Table<NameRow, [number, string]>;
  declare readonly observations: Table<ObservationRow, [number, string]>;
  declare readonly levels: Table<LevelsRow, [number, InstrumentId, string]>;
  declare readonly holdings: Table<HoldingsRow, [number, InstrumentId]>;
  declare readonly memberships: Table<MembershipRow, [number, InstrumentId]>;
  declare readonly companies: Table<CompanyRow, [number, InstrumentId]>;
  declare readonly parts: EntityTable<PartRow, 'id'>;
  declare readonly contents: EntityTable<ContentRow, 'id'>;
  declare readonly hosts: EntityTable<HostRow, 'host'>;
  declare readonly sources: EntityTable<SourceRow, 'id'>;
  declare readonly findings: EntityTable<FindingsRow, 'tabId'>;
  declare readonly corrections: EntityTable<CorrectionRow, 'id'>;
  declare readonly meta: Table<MetaRow, string>;

  constructor(name: string = DATABASE_NAME, options: DexieOptions = {}) {
    super(name, options);
    this.version(1).stores({
      instruments: '[generation+id], [generation+tracks]',
      names: '[generation+key]',
      observations: '[generation+id], [generation+instrument+metric]',
      levels: '[generation+instrument+basis]',
      holdings: '[generation+fund]',
      fundamentals: '[generation+cik+tag+period]',
      sources: 'id',
      findings: 'tabId, storedAt',
      corrections: '++id, host',
      meta: 'key',
    });
    this.version(2)
      .stores({
        // Never filled by any version.
        fundamentals: null,
        memberships: '[generation+instrument]',
        companies: '[generation+instrument]',
        parts: 'id, source',
        contents: 'id',
        hosts: 'host',
      })
      .upgrade(async (transaction) => {
        await transaction.table('levels').toCollection().modify((row: LevelsRowOfVersion1, ref) => {
          ref.value = { generation: row.generation, ...packLevels(seriesOfVersion1(row)) };
        });
        await transaction.table('sources').toCollection().modify((row: SourceRowOfVersion1, ref) => {
          const { id, lastSuccess, nextTry } = row;
          ref.value = { id, lastSuccess, failure: null, failures: 0, nextTry, setAt: null } satisfies SourceRow;
        });
        await transaction.table('meta').where('key').equals('current').modify((row: CurrentMeta, ref) => {
          ref.value = { ...row, directory: row.generation, directoryHash: '', parts: 0 };
        });
      });
    // Dexie itself closes on `versionchange`, so that a newer version or a deletion elsewhere is not blocked, and opens
    // again at the next use; a listener of our own would keep it closed.
  }

  /** Tables whose rows belong to a generation of the directory: who can be meant. */
  get directoryTables(): readonly Table<OfGeneration, unknown>[] {
    const { instruments, names } = this;
    return [instruments, names] as unknown as readonly Table<OfGeneration, unknown>[];
  }

  /** Tables whose rows belong to a generation of figures. */
  get figureTables(): readonly Table<OfGeneration, unknown>[] {
    const { observations, levels, holdings, memberships, companies } = this;
    return [observations, levels, holdings, memberships, companies] as unknown as readonly Table<OfGeneration, unknown>[];
  }
}

/** Key of one observation group, for `[generation+instrument+metric]`. */
export type ObservationKey = readonly [InstrumentId, MetricId];

/** What version 1 stored, for its upgrade and for nothing else. */
interface LevelsRowOfVersion1 extends OfGeneration {
  readonly instrument: InstrumentId;
  readonly basis: 'price' | 'total';
  readonly days: Int32Array;
  readonly values: Float64Array;
  readonly source: Source;
}

interface SourceRowOfVersion1 {
  readonly id: string;
  readonly lastSuccess: number | null;
  readonly nextTry: number | null;
}

function seriesOfVersion1({ instrument, basis, days, values, source }: LevelsRowOfVersion1): LevelSeries {
  const points = Array.from(days, (day, at): readonly [string, number] => [dateOfDay(day), values[at] ?? Number.NaN]);
  return { instrument, basis, points, source };
}
