/**
 * The data room: what is known of the market, in IndexedDB, and where it came from.
 *
 * In: validated snapshots and files of sources. Out: rows by indexed key (`queries.ts`). Refuses to know pages,
 * messages and anything of the DOM.
 *
 * Rows of market data carry a generation. A load writes a new one beside the one in use and switches `meta` to it in a
 * single transaction, so that readers see the old data whole or the new data whole (`generations.ts`).
 *
 * Published versions below are never edited: a change is a new `version(n)`, and `test/upgrade/` gets a snapshot of the
 * version before it.
 */
import { Dexie } from 'dexie';
import type { DexieOptions, EntityTable, Table } from 'dexie';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { MetricId } from '../market/metric.ts';
import type { Observation, Source } from '../market/observation.ts';
import type { PageReport } from '../check/report.ts';

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

/** One level series; `days` counts from 1970-01-01 and is ascending, `values` has one level for each. */
export interface LevelsRow extends OfGeneration {
  readonly instrument: InstrumentId;
  readonly basis: 'price' | 'total';
  readonly days: Int32Array;
  readonly values: Float64Array;
  readonly source: Source;
}

/** Lines of one fund's holdings file. */
export interface HoldingsRow extends OfGeneration {
  readonly fund: InstrumentId;
  readonly asOf: string;
  readonly lines: readonly { readonly instrument: InstrumentId | null; readonly name: string; readonly weightPercent: number }[];
  readonly source: Source;
}

/** One reported figure of a company, by its SEC number. */
export interface FundamentalRow extends OfGeneration {
  readonly cik: number;
  readonly tag: string;
  readonly period: string;
  readonly value: number;
  readonly unit: string;
}

/** State of one source between refreshes; not of a generation, as it outlives them. Times are milliseconds. */
export interface SourceRow {
  readonly id: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastSuccess: number | null;
  readonly lastError: string | null;
  readonly nextTry: number | null;
}

/** The report of a tab's page, for the popup. Dropped on navigation, with the tab, and after a day. */
export interface FindingsRow {
  readonly tabId: number;
  readonly report: PageReport;
  readonly storedAt: number;
}

/** What the user muted or reported. */
export interface CorrectionRow {
  readonly id: number;
  readonly kind: 'muted' | 'wrong-match';
  readonly host: string;
  readonly quote: string;
  readonly madeAt: number;
}

/** What is in use. Absent in an empty (new or evicted) database. */
export interface CurrentMeta {
  readonly key: 'current';
  readonly generation: number;
  /** Version of the extension whose bundled snapshot was loaded. */
  readonly snapshotVersion: string;
  /** Last day that the data cover. */
  readonly asOf: string;
  readonly loadedAt: number;
}

/** The highest generation number ever given out, so that an interrupted load's number is not used again. */
export interface CounterMeta {
  readonly key: 'counter';
  readonly generation: number;
}

export type MetaRow = CurrentMeta | CounterMeta;

export class Database extends Dexie {
  declare readonly instruments: Table<InstrumentRow, [number, InstrumentId]>;
  declare readonly names: Table<NameRow, [number, string]>;
  declare readonly observations: Table<ObservationRow, [number, string]>;
  declare readonly levels: Table<LevelsRow, [number, InstrumentId, string]>;
  declare readonly holdings: Table<HoldingsRow, [number, InstrumentId]>;
  declare readonly fundamentals: Table<FundamentalRow, [number, number, string, string]>;
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
    // Dexie itself closes on `versionchange`, so that a newer version or a deletion elsewhere is not blocked, and opens
    // again at the next use; a listener of our own would keep it closed.
  }

  /** Tables whose rows belong to a generation. */
  get generationTables(): readonly Table<OfGeneration, unknown>[] {
    const { instruments, names, observations, levels, holdings, fundamentals } = this;
    return [instruments, names, observations, levels, holdings, fundamentals] as unknown as readonly Table<
      OfGeneration,
      unknown
    >[];
  }
}

/** Key of one observation group, for `[generation+instrument+metric]`. */
export type ObservationKey = readonly [InstrumentId, MetricId];
