/**
 * Daily closes from FRED, the data service of the Federal Reserve Bank of St. Louis (`fredgraph.csv`, the file behind the
 * button "Download" of its charts). Closes alone: no dividends. S&P and Dow Jones let it show the last ten years.
 */
import type { LevelSeries } from '../../market/observation.ts';
import { textOf } from './body.ts';
import { csvTable } from './csv.ts';
import { notAfter, plausibleCloses } from './plausible.ts';
import { counted } from './printed.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { SourceSpec } from './source.ts';

/** FRED's series and the index that each is of. */
export const FRED_SERIES: ReadonlyMap<string, string> = new Map([
  ['SP500', 'INDEX:SP500'],
  ['DJIA', 'INDEX:DJIA'],
  ['NASDAQCOM', 'INDEX:NASDAQCOMP'],
  ['VIXCLS', 'INDEX:VIX'],
]);

/** The last closes of the year before 25 full ones, as far back as levels are kept by the day. */
const firstDay = (today: string): string => `${Number(today.slice(0, 4)) - 26}-12-15`;

export const FRED: SourceSpec = {
  id: 'fred',
  group: 'fred',
  title: 'FRED index closes',
  gives: 'Checks price returns of the S&P 500, the Dow, the Nasdaq Composite and the VIX from a public archive.',
  terms: 'The Federal Reserve Bank of St. Louis lets anyone use it for themselves; the S&P and Dow figures may not be passed on.',
  hosts: ['https://fred.stlouisfed.org/*'],
  access: 'optional',
  // Put up in the evening in St. Louis.
  schedule: { every: 'day', notBefore: '02:00' },
  fallback: null,
  requests: ({ today }) =>
    [...FRED_SERIES.keys()].map((key) => ({
      key,
      url: `https://fred.stlouisfed.org/graph/fredgraph.csv?id=${key}&cosd=${firstDay(today)}&coed=${today}`,
      maxBytes: 2_000_000,
    })),
  parse(body, { key }, { today }) {
    const file = `${key}.csv`;
    const text = textOf(file, body);
    if (!text.endsWith('\n')) throw new SourceFormatError(file, 'the file is cut short: its last line has no end');
    const { rows, rest } = csvTable(file, text, {
      // The title was DATE before 2025.
      day: { titles: ['observation_date', 'DATE'] },
      close: { titles: [key] },
    });
    const [trailing] = rest;
    if (trailing !== undefined) throw new SourceFormatError(file, 'this line has no value', { line: trailing.line });
    const points: [string, number][] = [];
    let before = '';
    for (const row of rows) {
      const day = row.day('day');
      if (day === null) throw row.fault('day', 'the date is missing');
      notAfter(file, day, today, { line: row.line });
      if (day <= before) throw row.fault('day', `${day} comes after ${before}`);
      before = day;
      // A holiday: empty, or "." before 2025.
      const close = row.number('close');
      if (close !== null) points.push([day, close]);
    }
    const series: LevelSeries = {
      instrument: FRED_SERIES.get(key) ?? key,
      basis: 'price',
      points: plausibleCloses(file, points, key === 'VIXCLS' ? 'volatility' : 'price'),
      source: { title: `FRED: daily closes (${key})`, url: `https://fred.stlouisfed.org/series/${key}` },
    };
    const asOf = points.at(-1)?.[0];
    if (asOf === undefined) throw new SourceFormatError(file, 'there is no close in it');
    return { asOf, summary: `${counted(points.length, 'close')} of ${key}`, series: [series] };
  },
};
