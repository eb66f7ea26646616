import type { Frame, FundamentalTag, ReportedFact } from '../../lib/market/fundamentals.ts';

/** Reported figures as tests write them. */

const SEC = { title: 'SEC, XBRL frames', url: 'https://data.sec.gov/' };

/** `[start or null, end, value, accession?]`. */
export type FactRow = readonly [start: string | null, end: string, value: number, accession?: string];

/** One filer's facts of one tag, in a frame of their own: what a frame is called decides nothing. */
export function frameOf(tag: FundamentalTag, cik: number, rows: readonly FactRow[]): Frame {
  return frameWith(
    tag,
    rows.map(([start, end, value, accession]): ReportedFact => ({ cik, start, end, value, accession: accession ?? '0000000001-26-000001' })),
  );
}

export function frameWith(tag: FundamentalTag, facts: readonly ReportedFact[], period = 'CY2026Q1'): Frame {
  return { tag, unit: tag === 'WeightedAverageNumberOfDilutedSharesOutstanding' ? 'shares' : 'USD', period, facts, source: SEC };
}

/** The quarters and years of companies whose books are the calendar's. */
export const DAYS = {
  y2025: ['2025-01-01', '2025-12-31'],
  q1_2025: ['2025-01-01', '2025-03-31'],
  q2_2025: ['2025-04-01', '2025-06-30'],
  q3_2025: ['2025-07-01', '2025-09-30'],
  q4_2025: ['2025-10-01', '2025-12-31'],
  q1_2026: ['2026-01-01', '2026-03-31'],
  q2_2026: ['2026-04-01', '2026-06-30'],
} as const satisfies Record<string, readonly [string, string]>;
