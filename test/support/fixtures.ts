import type { Claim, Evidence, Finding } from '../../lib/check/finding.ts';
import type { PageReport, TickerSummary } from '../../lib/check/report.ts';
import type { Instrument } from '../../lib/market/instrument.ts';
import type { Observation, Source } from '../../lib/market/observation.ts';

/** Findings and reports for the tests of words and views. The figures are shaped like real ones and are no evidence. */

export const ISHARES: Source = { title: 'iShares: Russell 2000 ETF, fund characteristics', url: 'https://www.ishares.com/us/products/239710/' };
export const SIBLIS: Source = { title: 'Siblis Research', url: 'https://siblisresearch.com/data/russell-2000-pe-yield/' };
export const LEVELS: Source = { title: 'Closing levels of ^RUT', url: null };

export function makeClaim(overrides: Partial<Claim> = {}): Claim {
  return {
    id: 0,
    metric: 'pe',
    value: { low: 17, high: 17, halfUnit: 0.5, isFraction: false, text: null },
    unit: 'x',
    qualifier: 'exact',
    subject: 'INDEX:RUSSELL2000',
    benchmark: null,
    period: null,
    definition: null,
    component: null,
    group: null,
    benchmarkGroup: null,
    isPlain: true,
    entryDay: null, annualized: false,
    forecast: false,
    past: false,
    statedDate: null,
    vendor: null,
    span: { start: 100, end: 146 },
    valueSpan: { start: 144, end: 146 },
    quote: 'The Russell 2000 index trades at a P/E ratio of 17',
    sentence: 'The Russell 2000 index trades at a P/E ratio of 17, compared to 26 for the S&P 500.',
    ...overrides,
  };
}

export function makeEvidence(overrides: Partial<Evidence> = {}): Evidence {
  return {
    instrument: 'INDEX:RUSSELL2000',
    instrumentName: 'Russell 2000',
    metric: 'pe',
    definitions: ['excl_negative'],
    method: 'companies with negative earnings left out, single values capped at 60',
    low: 17.4,
    high: 17.4,
    text: null,
    unit: 'x',
    asOf: { from: '2025-10-31', to: '2025-10-31' },
    source: ISHARES,
    fits: true,
    role: 'then',
    ...overrides,
  };
}

export function makeFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    claim: makeClaim(),
    subjectName: 'Russell 2000',
    benchmarkName: null,
    interval: { low: 16.5, high: 17.5 },
    verdict: 'supported',
    reason: 'fits',
    notes: [],
    evidence: [makeEvidence()],
    wanted: null,
    copies: [],
    ...overrides,
  };
}

const returnClaim = (overrides: Partial<Claim>): Claim =>
  makeClaim({
    metric: 'return',
    unit: '%',
    value: { low: 20, high: 20, halfUnit: 0.5, isFraction: false, text: null },
    period: 'calendar:2023',
    past: true,
    ...overrides,
  });

const RUT_2026: readonly (readonly [string, number])[] = [
  ['2025-12-31', 2481.9],
  ['2026-01-02', 2508.2],
  ['2026-01-09', 2624.2],
  ['2026-01-16', 2677.7],
];
const SPX_2026: readonly (readonly [string, number])[] = [
  ['2025-12-31', 6845.5],
  ['2026-01-02', 6858.5],
  ['2026-01-09', 6966.3],
  ['2026-01-16', 6940.0],
];

/** One finding of each verdict, in the shapes the judge hands over. */
export const SAMPLE_FINDINGS: readonly Finding[] = [
  makeFinding({
    verdict: 'definition-dependent',
    reason: 'fits-one-definition',
    notes: ['leaves-out-loss-makers'],
    evidence: [
      makeEvidence(),
      makeEvidence({ definitions: ['incl_negative'], low: 32.1, high: 32.1, fits: false, source: SIBLIS, asOf: { from: '2025-09-30', to: '2025-09-30' } }),
    ],
  }),
  makeFinding({
    claim: makeClaim({
      id: 1,
      metric: 'return_vs',
      unit: 'pp',
      value: { low: 6, high: 6, halfUnit: 0.5, isFraction: false, text: null },
      qualifier: 'over',
      benchmark: 'INDEX:SP500',
      period: 'YTD',
      span: { start: 300, end: 371 },
      valueSpan: { start: 350, end: 352 },
      quote: 'small-cap stocks have surpassed the S&P 500 by more than 6% this year',
      sentence: 'Through the middle of January, small-cap stocks have surpassed the S&P 500 by more than 6% this year.',
    }),
    benchmarkName: 'S&P 500',
    interval: { low: 6, high: null },
    reason: 'fits-price-return',
    notes: ['points-not-percent', 'proxy-for-small-caps'],
    evidence: [
      makeEvidence({
        metric: 'return_vs', unit: 'pp', definitions: ['price_return'], method: 'difference of price returns', low: 6.51, high: 6.51,
        asOf: { from: '2025-12-31', to: '2026-01-16' }, source: LEVELS, levels: RUT_2026,
      }),
      makeEvidence({
        metric: 'return', unit: '%', definitions: ['price_return'], instrument: 'INDEX:SP500', instrumentName: 'S&P 500', low: 1.38, high: 1.38,
        asOf: { from: '2025-12-31', to: '2026-01-16' }, source: { title: 'Closing levels of ^GSPC', url: null }, levels: SPX_2026,
      }),
    ],
  }),
  makeFinding({
    claim: returnClaim({ id: 2, span: { start: 500, end: 548 }, quote: 'the Russell 2000 gained 20% in calendar year 2023', sentence: 'After the Russell 2000 gained 20% in calendar year 2023, hopes were high.' }),
    interval: { low: 19.5, high: 20.5 },
    verdict: 'contradicted',
    reason: 'outside-return',
    evidence: [
      makeEvidence({ metric: 'return', unit: '%', definitions: ['price_return'], low: 15.09, high: 15.09, fits: false, asOf: { from: '2022-12-30', to: '2023-12-29' }, source: LEVELS, levels: [['2022-12-30', 1761.25], ['2023-06-30', 1888.73], ['2023-12-29', 2027.07]] }),
      makeEvidence({ metric: 'return', unit: '%', definitions: ['total_return'], low: 16.84, high: 16.84, fits: false, asOf: { from: '2022-12-30', to: '2023-12-29' }, instrument: 'IWM', instrumentName: 'iShares Russell 2000 ETF', standsFor: 'INDEX:RUSSELL2000', source: { title: 'Adjusted closes of IWM', url: null }, levels: [['2022-12-30', 170.2], ['2023-06-30', 184.1], ['2023-12-29', 198.9]] }),
    ],
    notes: ['fund-for-index'],
  }),
  makeFinding({
    claim: makeClaim({ id: 3, metric: 'sector_weight', unit: '%', component: 'Information Technology', qualifier: 'about', value: { low: 12, high: 12, halfUnit: 0.5, isFraction: false, text: null }, span: { start: 700, end: 760 }, quote: 'technology representing only about 12% of the portfolio', sentence: 'The fund holds little of it, with technology representing only about 12% of the portfolio.' }),
    interval: { low: 11, high: 13 },
    verdict: 'outdated',
    reason: 'changed-since',
    evidence: [
      makeEvidence({ metric: 'sector_weight', unit: '%', definitions: [], low: 12.4, high: 12.4, asOf: { from: '2025-12-31', to: '2025-12-31' } }),
      makeEvidence({ metric: 'sector_weight', unit: '%', definitions: [], low: 16.2, high: 16.2, fits: false, role: 'now', asOf: { from: '2026-09-01', to: '2026-09-30' } }),
    ],
  }),
  makeFinding({
    claim: returnClaim({ id: 4, forecast: true, past: false, period: '1Y', qualifier: 'about', value: { low: 12, high: 12, halfUnit: 0.5, isFraction: false, text: null }, span: { start: 900, end: 950 }, quote: 'could return about 12% over the next year', sentence: 'Strategists say that the index could return about 12% over the next year.' }),
    interval: null,
    verdict: 'unverifiable',
    reason: 'forecast',
    evidence: [],
    wanted: 'time',
  }),
  makeFinding({
    claim: makeClaim({ id: 5, metric: 'unprofitable_share', unit: '%', qualifier: 'about', value: { low: 40, high: 40, halfUnit: 0.5, isFraction: false, text: null }, span: { start: 1100, end: 1170 }, quote: 'About 40% of companies within the Russell 2000 are unprofitable', sentence: 'About 40% of companies within the Russell 2000 are unprofitable.' }),
    interval: { low: 39, high: 41 },
    evidence: [makeEvidence({ metric: 'unprofitable_share', unit: '%', definitions: ['by_count'], low: 40, high: 40, asOf: { from: '2025-09-01', to: '2025-09-30' }, source: { title: 'Apollo Academy: The Daily Spark', url: 'https://www.apolloacademy.com/' } })],
    copies: [9],
  }),
];

export function makeInstrument(overrides: Partial<Instrument> = {}): Instrument {
  return {
    id: 'VTWO',
    kind: 'fund',
    symbol: 'VTWO',
    name: 'Vanguard Russell 2000 ETF',
    aliases: [],
    exchange: 'XNAS',
    sector: null,
    tracks: 'INDEX:RUSSELL2000',
    formerSymbols: [],
    commonWord: false,
    ...overrides,
  };
}

export function makeObservation(overrides: Partial<Observation> = {}): Observation {
  return {
    id: 'o1',
    instrument: 'VTWO',
    metric: 'pe',
    definitions: ['excl_negative'],
    method: 'loss-makers left out',
    component: null,
    low: 17.4,
    high: 17.4,
    text: null,
    unit: 'x',
    asOf: { from: '2025-10-31', to: '2025-10-31' },
    validity: null,
    source: ISHARES,
    ...overrides,
  };
}

export function makeTicker(overrides: Partial<TickerSummary> = {}): TickerSummary {
  return {
    instrument: makeInstrument(),
    tracksName: 'Russell 2000',
    memberships: [],
    noMembership: null,
    company: null,
    figures: [
      makeObservation(),
      makeObservation({ id: 'o2', definitions: ['incl_negative'], low: 32.1, high: 32.1, source: SIBLIS, asOf: { from: '2025-09-30', to: '2025-09-30' } }),
      makeObservation({ id: 'o3', metric: 'pb', definitions: [], low: 2.13, high: 2.13 }),
    ],
    thisYear: {
      own: { percent: 3.42, basis: 'price', from: '2025-12-31', to: '2026-10-07', source: LEVELS },
      benchmark: { percent: 8.13, basis: 'price', from: '2025-12-31', to: '2026-10-07', source: LEVELS },
    },
    sparkline: RUT_2026,
    mentions: [0, 4],
    claims: [0, 1],
    ...overrides,
  };
}

export const STOCK_TICKER: TickerSummary = makeTicker({
  instrument: makeInstrument({ id: 'BE', kind: 'stock', symbol: 'BE', name: 'Bloom Energy', exchange: 'XNYS', sector: 'Industrials', tracks: null }),
  tracksName: null,
  memberships: [{ index: 'INDEX:RUSSELL2000', indexName: 'Russell 2000', weightPercent: 0.64, asOf: '2025-10-31', source: ISHARES }],
  figures: [],
  thisYear: null,
  sparkline: [],
  mentions: [7],
  claims: [],
});

export function makeReport(overrides: Partial<PageReport> = {}): PageReport {
  return {
    title: 'Small caps: the rally and its price',
    url: 'https://www.example.com/small-caps',
    published: '2026-01-20',
    today: '2026-11-20',
    dataEnd: '2026-10-07',
    findings: SAMPLE_FINDINGS,
    tickers: [makeTicker(), STOCK_TICKER],
    words: 1234,
    ...overrides,
  };
}
