/**
 * Calendar-year returns in percent as others publish them, beside which the bundled levels are tested. `on` and `basis`
 * name the series that they are compared with.
 */
export interface PublishedReturns {
  readonly on: string;
  readonly basis: 'price' | 'total';
  readonly source: string;
  readonly firstYear: number;
  /** One a year from `firstYear` on. */
  readonly percent: readonly number[];
}

export const PUBLISHED_RETURNS: readonly PublishedReturns[] = [
  {
    on: 'INDEX:SP500', basis: 'price', source: 'Slickcharts, S&P 500 return details', firstYear: 2007,
    percent: [3.53, -38.49, 23.45, 12.78, 0, 13.41, 29.6, 11.39, -0.73, 9.54, 19.42, -6.24, 28.88, 16.26, 26.89, -19.44, 24.23, 23.31, 16.39],
  },
  {
    on: 'INDEX:RUSSELL2000', basis: 'price', source: 'Wikipedia, Russell 2000 Index, annual returns', firstYear: 1995,
    percent: [26.21, 14.76, 20.52, -3.45, 19.62, -4.2, 1.03, -21.58, 45.37, 17, 3.32, 17, -2.75, -34.8],
  },
  {
    on: 'INDEX:RUSSELL3000', basis: 'price', source: 'Wikipedia, Russell 3000 Index, annual returns', firstYear: 2008,
    percent: [-38.7, 25.46, 14.75, -0.92, 13.98, 30.95, 10.45, -1.47, 10.42, 18.85, -6.99, 28.54, 18.82, 24],
  },
  {
    on: 'IWM', basis: 'total', source: 'Chartrow, Russell 2000 returns by year (adjusted closes of IWM)', firstYear: 2015,
    percent: [-4.5, 21.6, 14.6, -11.1, 25.4, 20, 14.5, -20.5, 16.8, 11.4, 12.7],
  },
  {
    on: 'SPY', basis: 'total', source: 'Chartrow, S&P 500 returns (adjusted closes of SPY)', firstYear: 2015,
    percent: [1.2, 12, 21.7, -4.6, 31.2, 18.3, 28.7, -18.2, 26.2, 24.9, 17.7],
  },
  {
    on: 'QQQ', basis: 'total', source: 'Chartrow, Nasdaq-100 returns (adjusted closes of QQQ)', firstYear: 2015,
    percent: [9.4, 7.1, 32.7, -0.1, 39, 48.6, 27.4, -32.6, 54.9, 25.6, 20.8],
  },
];

/** The same for other spans: `days` are those of the first and the last close. */
export const PUBLISHED_SPANS: readonly {
  readonly on: string;
  readonly basis: 'price' | 'total';
  readonly source: string;
  readonly days: readonly [from: string, to: string];
  readonly percent: number;
}[] = [
  { on: 'SPY', basis: 'total', source: 'Chartrow, S&P 500 returns, monthly', days: ['2025-12-31', '2026-01-30'], percent: 1.5 },
  { on: 'SPY', basis: 'total', source: 'Chartrow, S&P 500 returns, monthly', days: ['2026-01-30', '2026-02-27'], percent: -0.9 },
  { on: 'SPY', basis: 'total', source: 'Chartrow, S&P 500 returns, monthly', days: ['2026-02-27', '2026-03-31'], percent: -4.9 },
  { on: 'SPY', basis: 'total', source: 'Chartrow, S&P 500 returns, monthly', days: ['2026-03-31', '2026-04-30'], percent: 10.5 },
  { on: 'SPY', basis: 'total', source: 'Chartrow, S&P 500 returns, monthly', days: ['2026-04-30', '2026-05-29'], percent: 5.3 },
];
