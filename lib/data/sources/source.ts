import type { FundHoldings } from '../../market/holdings.ts';
import type { Frame } from '../../market/fundamentals.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { LevelSeries, Observation } from '../../market/observation.ts';

/** What one request asks for. */
export interface SourceRequest {
  /** Names the part within its source, the same each time it is asked for: `IWM`, `NetIncomeLoss/CY2026Q2`. */
  readonly key: string;
  readonly url: string;
  /** Addresses of the pages behind the first, for data that come in several bodies and are nothing without each other. */
  readonly furtherPages?: readonly string[];
  /** Beside those that the browser sends by itself. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A longer body, after the browser has unpacked it, is refused while it is still coming in. */
  readonly maxBytes: number;
  /** Statuses that mean "there is none" and not a failure: 404 for a frame that nobody reported in. */
  readonly emptyStatuses?: readonly number[];
}

/** What is fixed for one refresh. */
export interface SourceContext {
  /** The day in New York, `YYYY-MM-DD`. No body may speak of a later one. */
  readonly today: string;
  /**
   * Lets whatever waits go first when the work has gone on for long; resolves at once otherwise. To be awaited between
   * the steps of reading a big body (decoding, validating, every so many rows), as the worker must answer pages meanwhile.
   */
  readonly pause: () => Promise<void>;
}

/** What one body holds. What a source does not give is left out. */
export interface SourcePart {
  /** Last day that the part speaks for, `YYYY-MM-DD`, from inside the body; null where it names none. */
  readonly asOf: string | null;
  /** For the reader, without date: "1,924 holdings". */
  readonly summary: string;
  readonly instruments?: readonly Instrument[];
  /** The SEC's number of the filer, by canonical symbol. */
  readonly filers?: ReadonlyMap<string, number>;
  readonly observations?: readonly Observation[];
  readonly series?: readonly LevelSeries[];
  readonly holdings?: readonly FundHoldings[];
  readonly frames?: readonly Frame[];
}

/** What the reader allows in one click: all sources of one issuer or service together. */
export type SourceGroup = 'sec' | 'exchanges' | 'ishares' | 'vanguard' | 'ssga' | 'invesco' | 'yahoo' | 'fred';

/**
 * One source of market data: what it gives, where, on which terms, and how its bodies are read. Knows no network, no
 * database and no clock.
 */
export interface SourceSpec {
  /** Lower case with hyphens, the name of its file. */
  readonly id: string;
  readonly group: SourceGroup;
  /** "iShares fund holdings". */
  readonly title: string;
  /** What the reader gains, one sentence. */
  readonly gives: string;
  /** The provider's terms, one sentence. */
  readonly terms: string;
  /** Match patterns of the hosts that it asks: `https://www.ishares.com/*`. */
  readonly hosts: readonly string[];
  /** Whether the hosts are granted at install or only by the reader's click. */
  readonly access: 'required' | 'optional';
  readonly schedule: {
    /** `reporting-season`: weekly, and daily while most companies report (mid February to March, May, August, November). */
    readonly every: 'day' | 'week' | 'reporting-season';
    /** Earliest time of day in UTC, `HH:MM`, at which new data are due. */
    readonly notBefore: string;
  };
  /**
   * Id of the source that is asked for the same key when a part of this one fails; null for none. A source that is
   * another's fallback is asked for nothing else.
   */
  readonly fallback: string | null;
  /** Everything that one refresh asks for, in order. */
  requests(context: SourceContext): readonly SourceRequest[];
  /**
   * Reads one body. Everything in it is hostile: it is validated whole before anything is returned.
   *
   * @param further Bodies of the request's further pages, in order.
   * @throws {SourceFormatError} with the fault in words, the line and the column where there are such; as a rejection
   * where it works in steps.
   */
  parse(
    body: Uint8Array,
    request: SourceRequest,
    context: SourceContext,
    further?: readonly Uint8Array[],
  ): SourcePart | Promise<SourcePart>;
}
