import type { Frame, FundamentalTag, ReportedFact } from '../../lib/market/fundamentals.ts';
import type { FundHoldings } from '../../lib/market/holdings.ts';
import { seededRandom } from '../support/random.ts';

/** What index figures are computed from, in the size that they have: a fund of 2,600 lines and ten frames of all filers. */
export interface BenchFilings {
  readonly holdings: FundHoldings;
  readonly frames: readonly Frame[];
  /** The SEC's number of the filer, by printed symbol. */
  readonly filers: Readonly<Record<string, number>>;
}

const LINES = 2_600;
/** A frame of net income has about as many rows as there are companies with shares and reports. */
const FILERS = 5_200;
const SOURCE = { title: 'made up', url: null };

const PERIODS: readonly (readonly [FundamentalTag, string, string | null, string])[] = [
  ['NetIncomeLoss', 'CY2025', '2025-01-01', '2025-12-31'],
  ['NetIncomeLoss', 'CY2025Q1', '2025-01-01', '2025-03-31'],
  ['NetIncomeLoss', 'CY2025Q2', '2025-04-01', '2025-06-30'],
  ['NetIncomeLoss', 'CY2025Q3', '2025-07-01', '2025-09-30'],
  ['NetIncomeLoss', 'CY2026Q1', '2026-01-01', '2026-03-31'],
  ['Revenues', 'CY2025', '2025-01-01', '2025-12-31'],
  ['Revenues', 'CY2025Q1', '2025-01-01', '2025-03-31'],
  ['Revenues', 'CY2026Q1', '2026-01-01', '2026-03-31'],
  ['StockholdersEquity', 'CY2026Q1I', null, '2026-03-31'],
  ['WeightedAverageNumberOfDilutedSharesOutstanding', 'CY2026Q1', '2026-01-01', '2026-03-31'],
];

export function benchFilings(): BenchFilings {
  const random = seededRandom(1);
  const cik = (at: number): number => 1_000_000 + at * 37;
  const frames = PERIODS.map(([tag, period, start, end]): Frame => {
    const isShares = tag.startsWith('Weighted');
    const facts = Array.from({ length: FILERS }, (_, at): ReportedFact => ({
      cik: cik(at), start, end,
      value: isShares ? 50_000_000 + at * 1000 : Math.round((random() - 0.3) * 1e9),
      accession: `${String(cik(at)).padStart(10, '0')}-26-${String(at).padStart(6, '0')}`,
    }));
    return { tag, unit: isShares ? 'shares' : 'USD', period, facts, source: SOURCE };
  });
  const lines = Array.from({ length: LINES }, (_, at) => {
    const priceUsd = Math.round(random() * 30_000) / 100 + 1;
    const quantity = 1_000_000 + at * 20;
    return {
      printedSymbol: `S${at}`, name: `COMPANY NUMBER ${at} CLASS A`, sector: ['Industrials', 'Financials', 'Health Care'][at % 3] ?? null,
      kind: 'equity' as const, isUnlisted: false, weightPercent: (priceUsd * quantity) / 4e9, marketValueUsd: priceUsd * quantity, quantity, priceUsd,
    };
  });
  return {
    holdings: { fund: 'FUND', asOf: '2026-06-19', lines, source: SOURCE },
    frames,
    // Every other filer is in the fund.
    filers: Object.fromEntries(lines.map(({ printedSymbol }, at) => [printedSymbol, cik(at * 2)])),
  };
}
