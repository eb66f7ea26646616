import type { InstrumentId } from '../market/instrument.ts';

/** What the evidence page is asked to show. */
export interface EvidenceWanted {
  /** Empty when none is named. */
  readonly instrument: InstrumentId;
  /** The article's day, marked in the charts; null for none. */
  readonly day: string | null;
}

/** Address of the evidence page, relative to the extension: `evidence.html#INDEX%3ARUSSELL2000@2026-06-18`. */
export function evidenceAddress(instrument: InstrumentId, day: string | null = null): string {
  return `evidence.html#${encodeURIComponent(instrument)}${day === null ? '' : `@${day}`}`;
}

/** What an address of that form names. Anything else names nothing, and no day. */
export function evidenceWanted(hash: string): EvidenceWanted {
  const [, instrument = '', day] = /^#([^@]*)(?:@(\d{4}-\d{2}-\d{2}))?$/.exec(hash) ?? [];
  try {
    return { instrument: decodeURIComponent(instrument), day: day ?? null };
  } catch {
    return { instrument: '', day: null };
  }
}
