/**
 * Compact forms for storage: days as gaps, levels and reported figures as columns of numbers. What is unpacked equals
 * what was packed.
 */
import { dateOfDay, dayNumber } from '../market/calendar.ts';
import type { Frame, FundamentalTag, ReportedFact } from '../market/fundamentals.ts';
import type { FundHoldings } from '../market/holdings.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { LevelSeries, Observation, Source } from '../market/observation.ts';
import type { SourcePart } from './sources/source.ts';

/**
 * One level series. `gaps` are the days from each point to the next; a level is its `values` entry divided by `scale`,
 * which is 1 unless the levels are decimals that became whole numbers.
 */
export interface PackedLevels {
  readonly instrument: InstrumentId;
  readonly basis: 'price' | 'total';
  /** Day of the first point, counted from 1970-01-01. */
  readonly firstDay: number;
  readonly gaps: Uint16Array;
  readonly values: Int32Array | Float32Array | Float64Array;
  readonly scale: number;
  readonly source: Source;
}

/** One frame, a column for each field, an entry for each fact. Days count from 1970-01-01. */
export interface PackedFrame {
  readonly tag: FundamentalTag;
  readonly unit: Frame['unit'];
  readonly period: string;
  readonly source: Source;
  readonly cik: Uint32Array;
  /** `NO_DAY` for an instant. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly value: Float64Array;
  /** Accession numbers without their hyphens; 0 for one in another form than the SEC's, which is not kept. */
  readonly accession: BigUint64Array;
}

/** Content of a part as it is stored. */
export interface PackedPart {
  /** Form of this record: one of another number is not read, and its source is asked again. */
  readonly format: typeof PART_FORMAT;
  readonly instruments?: readonly Instrument[];
  readonly filers?: ReadonlyMap<string, number>;
  readonly observations?: readonly Observation[];
  readonly series?: readonly PackedLevels[];
  readonly holdings?: readonly FundHoldings[];
  readonly frames?: readonly PackedFrame[];
}

/** What a part holds, without what is said of it. */
export type PartContent = Omit<SourcePart, 'asOf' | 'summary'>;

export const PART_FORMAT = 1;

const NO_DAY = -0x8000_0000;

/** Scales under which levels in cents, hundredths of cents and whole points are whole numbers. */
const SCALES = [1, 100, 10_000] as const;

export function packLevels(series: LevelSeries): PackedLevels {
  const { instrument, basis, points, source } = series;
  const days = points.map(([day]) => dayNumber(day));
  const gaps = Uint16Array.from(days.slice(1), (day, at) => day - (days[at] ?? day));
  return { instrument, basis, firstDay: days[0] ?? 0, gaps, ...packValues(points.map(([, level]) => level)), source };
}

/** The smallest column that holds every value exactly. Publishers' levels have two decimals or are 32-bit floats. */
function packValues(levels: readonly number[]): Pick<PackedLevels, 'values' | 'scale'> {
  for (const scale of SCALES) {
    const values = Int32Array.from(levels, (level) => Math.round(level * scale));
    if (levels.every((level, at) => (values[at] ?? 0) / scale === level)) return { values, scale };
  }
  const floats = Float32Array.from(levels);
  const isExact = levels.every((level, at) => floats[at] === level);
  return { values: isExact ? floats : Float64Array.from(levels), scale: 1 };
}

export function unpackLevels(packed: PackedLevels): LevelSeries {
  const { instrument, basis, gaps, values, scale, source } = packed;
  let day = packed.firstDay;
  const points = Array.from(values, (value, at): readonly [string, number] => {
    if (at > 0) day += gaps[at - 1] ?? 0;
    return [dayName(day), value / scale];
  });
  return { instrument, basis, points, source };
}

export function packFrame({ tag, unit, period, source, facts }: Frame): PackedFrame {
  return {
    tag,
    unit,
    period,
    source,
    cik: Uint32Array.from(facts, ({ cik }) => cik),
    start: Int32Array.from(facts, ({ start }) => (start === null ? NO_DAY : dayNumber(start))),
    end: Int32Array.from(facts, ({ end }) => dayNumber(end)),
    value: Float64Array.from(facts, ({ value }) => value),
    accession: BigUint64Array.from(facts, ({ accession }) => packAccession(accession)),
  };
}

export function unpackFrame({ tag, unit, period, source, cik, start, end, value, accession }: PackedFrame): Frame {
  const facts = Array.from(cik, (filer, at): ReportedFact => {
    const from = start[at] ?? NO_DAY;
    return {
      cik: filer,
      start: from === NO_DAY ? null : dayName(from),
      end: dayName(end[at] ?? 0),
      value: value[at] ?? Number.NaN,
      accession: unpackAccession(accession[at] ?? 0n),
    };
  });
  return { tag, unit, period, facts, source };
}

/** `0000320193-26-000006`: the agent that filed, the year, a number. */
const ACCESSION = /^\d{10}-\d{2}-\d{6}$/;

function packAccession(accession: string): bigint {
  return ACCESSION.test(accession) ? BigInt(accession.replaceAll('-', '')) : 0n;
}

function unpackAccession(packed: bigint): string {
  if (packed === 0n) return '';
  const digits = packed.toString().padStart(18, '0');
  return `${digits.slice(0, 10)}-${digits.slice(10, 12)}-${digits.slice(12)}`;
}

/** The content of a part for storage. */
export function packPart({ instruments, filers, observations, series, holdings, frames }: PartContent): PackedPart {
  return {
    format: PART_FORMAT,
    ...(instruments && { instruments }),
    ...(filers && { filers }),
    ...(observations && { observations }),
    ...(series && { series: series.map(packLevels) }),
    ...(holdings && { holdings }),
    ...(frames && { frames: frames.map(packFrame) }),
  };
}

/** The content of a part out of storage; null when an older version of the extension left it in another form. */
export function unpackPart(packed: PackedPart): PartContent | null {
  if (packed.format !== PART_FORMAT) return null;
  const { format: _format, series, frames, ...rest } = packed;
  return {
    ...rest,
    ...(series && { series: series.map(unpackLevels) }),
    ...(frames && { frames: frames.map(unpackFrame) }),
  };
}

/** Series and frames share their days, and writing a date out costs more than all else here. */
const dayNames = new Map<number, string>();

function dayName(day: number): string {
  const known = dayNames.get(day);
  if (known !== undefined) return known;
  const name = dateOfDay(day);
  dayNames.set(day, name);
  return name;
}
