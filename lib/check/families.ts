import type { Directory } from './finding.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';

/** "Small caps" and the like without an index: the index families on record that the words may mean (VERDICTS 21). */
export type SizeFamily = 'small' | 'mid' | 'large';

export const SIZE_FAMILIES: Readonly<Record<SizeFamily, readonly InstrumentId[]>> = {
  small: ['INDEX:RUSSELL2000', 'INDEX:SP600'],
  mid: ['INDEX:SP400', 'INDEX:RUSSELLMIDCAP'],
  large: ['INDEX:SP500', 'INDEX:RUSSELL1000'],
};

/** The size family of a group that detection read (`GROUP:SMALLCAP` and the like), or null. */
export function sizeFamilyOfGroup(group: string | null): SizeFamily | null {
  const size = /^GROUP:(SMALL|MID|LARGE)CAPS?$/.exec(group ?? '')?.[1];
  return size ? (size.toLowerCase() as SizeFamily) : null;
}

/**
 * Funds that stand for their index, the one with the longest record first. Fixed, so that a verdict does not depend on
 * which funds happen to be loaded.
 */
const TRACKERS: Readonly<Record<InstrumentId, readonly InstrumentId[]>> = {
  'INDEX:RUSSELL2000': ['IWM', 'VTWO'],
  'INDEX:RUSSELL2000VALUE': ['IWN'],
  'INDEX:RUSSELL2000GROWTH': ['IWO'],
  'INDEX:RUSSELL1000': ['IWB', 'VONE'],
  'INDEX:RUSSELL1000VALUE': ['IWD'],
  'INDEX:RUSSELL1000GROWTH': ['IWF'],
  'INDEX:RUSSELL3000': ['IWV', 'VTHR'],
  'INDEX:RUSSELLMIDCAP': ['IWR'],
  'INDEX:RUSSELLMICROCAP': ['IWC'],
  'INDEX:SP500': ['SPY', 'IVV', 'VOO'],
  'INDEX:SP500EW': ['RSP'],
  'INDEX:SP400': ['IJH', 'MDY'],
  'INDEX:SP600': ['IJR', 'VIOO', 'SPSM'],
  'INDEX:NASDAQ100': ['QQQ', 'QQQM'],
  'INDEX:NASDAQCOMP': ['ONEQ'],
  'INDEX:DJIA': ['DIA'],
};

/** Funds that may stand for the index, best first. */
export function trackersOf(index: InstrumentId): readonly InstrumentId[] {
  return TRACKERS[index] ?? [];
}

/** Every fund and index whose weights and figures tickers are looked up in. */
export function knownTrackers(): readonly InstrumentId[] {
  return Object.values(TRACKERS).flat();
}

/** Indices in which loss-makers are many, so that a P/E without them says little. */
const SMALL_CAP_INDICES: ReadonlySet<InstrumentId> = new Set([
  'INDEX:RUSSELL2000',
  'INDEX:RUSSELL2000VALUE',
  'INDEX:RUSSELL2000GROWTH',
  'INDEX:RUSSELLMICROCAP',
  'INDEX:SP600',
]);

/** Indices of large companies, in which leaving loss-makers out changes the P/E by little. */
const LARGE_CAP_INDICES: ReadonlySet<InstrumentId> = new Set([
  'INDEX:SP500',
  'INDEX:RUSSELL1000',
  'INDEX:NASDAQ100',
  'INDEX:DJIA',
]);

/** The index that an instrument is or tracks, or null. */
export function indexOf(instrument: Instrument | null): InstrumentId | null {
  if (!instrument) return null;
  return instrument.kind === 'fund' ? instrument.tracks : instrument.id;
}

export function isSmallCap(instrument: Instrument | null): boolean {
  const index = indexOf(instrument);
  return index !== null && SMALL_CAP_INDICES.has(index);
}

export function isLargeCap(instrument: Instrument | null): boolean {
  const index = indexOf(instrument);
  return index !== null && LARGE_CAP_INDICES.has(index);
}

/** An instrument whose data may speak for the claim's subject. */
export interface Candidate {
  readonly id: InstrumentId;
  /** How many substitutions away: 0 the subject itself, 1 fund for index or index for fund, 2 a fund of the same index. */
  readonly steps: 0 | 1 | 2;
}

/**
 * The subject and what may stand for it under the metric, nearest first. Nothing stands in for a fund's own costs,
 * assets, price or launch; an index's rules hold for its funds.
 */
export function candidatesFor(subject: InstrumentId, metric: MetricSpec, directory: Directory): readonly Candidate[] {
  const own: Candidate = { id: subject, steps: 0 };
  const instrument = directory.byId(subject);
  const tracked = instrument?.kind === 'fund' ? instrument.tracks : null;
  if (metric.judge === 'rule') {
    return tracked !== null && metric.id !== 'inception_year' ? [own, { id: tracked, steps: 1 }] : [own];
  }
  const allowed =
    metric.judge === 'return' ||
    metric.judge === 'streak' ||
    metric.substitution.absolute > 0 ||
    metric.substitution.relative > 0;
  if (!allowed) return [own];
  if (tracked !== null) {
    const siblings = trackersOf(tracked).filter((id) => id !== subject);
    return [own, { id: tracked, steps: 1 }, ...siblings.map((id): Candidate => ({ id, steps: 2 }))];
  }
  return [own, ...trackersOf(subject).map((id): Candidate => ({ id, steps: 1 }))];
}
