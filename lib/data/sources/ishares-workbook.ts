/**
 * The workbook that an iShares product page offers as "Data Download": net asset values of every day since inception,
 * distributions, and total returns of every month, each on a sheet of its own.
 */
import { isTradingDay } from '../../market/calendar.ts';
import type { LevelSeries } from '../../market/observation.ts';
import { textOf } from './body.ts';
import { csvLinesOf, tableOf } from './csv.ts';
import type { CsvLine } from './csv.ts';
import { statedDay } from './fund-part.ts';
import { documentAddress, isharesFund, ISHARES_FUNDS, ISHARES_TERMS, productPage, refuseOtherFund } from './ishares-funds.ts';
import { navSeries, refuseOtherReturns } from './nav-history.ts';
import type { Distribution, MonthlyReturn, NavDay } from './nav-history.ts';
import { counted } from './printed.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { SourceContext, SourcePart, SourceRequest, SourceSpec } from './source.ts';
import { readSpreadsheetMl } from './spreadsheet-ml.ts';

type Sheets = ReadonlyMap<string, readonly CsvLine[]>;

const HISTORICAL = {
  day: { titles: ['As Of', 'Date'] },
  nav: { titles: ['NAV per Share', 'NAV'] },
  distribution: { titles: ['Ex-Dividends', 'Ex-Dividend'], optional: true },
  shares: { titles: ['Shares Outstanding'], optional: true },
} as const;

const DISTRIBUTIONS = {
  exDay: { titles: ['Ex-Date', 'Ex Date'] },
  total: { titles: ['Total Distribution', 'Total'] },
} as const;

const PERFORMANCE = {
  month: { titles: ['Month End Date'] },
  percent: { titles: ['Monthly Total (NAV) Return', 'Monthly Total Return'] },
} as const;

/**
 * Reads the net asset values as a price series, and with the distributions reinvested on their ex-days as a total one.
 *
 * @throws {SourceFormatError} when the workbook is another fund's, lacks the history, or its sheets contradict each other:
 * the months' returns are compared with those printed on the performance sheet, where there is one.
 */
export async function parseIsharesWorkbook(body: Uint8Array, request: SourceRequest, context: SourceContext): Promise<SourcePart> {
  const fund = isharesFund(request.key);
  const file = `iShares workbook of ${fund.symbol}`;
  const text = textOf(file, body, 'markup');
  await context.pause();
  const sheets = await readSpreadsheetMl(file, text, context.pause);
  const name = nameIn(sheets);
  refuseOtherFund(file, fund, name);
  const days = await historyOf(`${file}, Historical`, sheets, context);
  await context.pause();
  const { price, total } = navSeries(`${file}, Historical`, days, distributionsOf(`${file}, Distributions`, sheets));
  refuseOtherReturns(`${file}, Performance`, total, monthsOf(`${file}, Performance`, sheets));
  const source = { title: `iShares, net asset values of ${fund.symbol}`, url: productPage(fund) };
  const series: LevelSeries[] = [
    { instrument: fund.symbol, basis: 'price', points: price, source },
    { instrument: fund.symbol, basis: 'total', points: total, source: { ...source, title: `${source.title} with distributions` } },
  ];
  return { asOf: price.at(-1)![0], summary: counted(price.length, 'day'), series };
}

/** Both sheets that name the fund have it alone on a line above their tables. */
function nameIn(sheets: Sheets): string | null {
  for (const sheet of ['Holdings', 'Performance']) {
    const name = sheets.get(sheet)?.slice(0, 3).find(({ cells }) => cells.length === 1 && /iShares/i.test(cells[0]!));
    if (name !== undefined) return name.cells[0]!;
  }
  return null;
}

/** Rows that are read between two pauses: about 10 ms. */
const STEP = 100;

/** The trading days of the history; issuers repeat the last value on days on which New York is shut. */
async function historyOf(file: string, sheets: Sheets, context: SourceContext): Promise<NavDay[]> {
  const lines = sheets.get('Historical');
  if (lines === undefined) throw new SourceFormatError(file, `there is no sheet “Historical” beside ${[...sheets.keys()].map((name) => `“${name}”`).join(', ')}`);
  const { rows } = tableOf(file, csvLinesOf(lines), HISTORICAL);
  const days: NavDay[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % STEP === 0) await context.pause();
    const nav = row.number('nav', '$');
    const day = row.day('day');
    if (nav === null || day === null) continue;
    statedDay(file, day, context, { line: row.line });
    if (isTradingDay(day)) days.push({ day, nav, distribution: row.number('distribution', '$') ?? 0, shares: row.number('shares') });
  }
  if (days.length < 2) throw new SourceFormatError(file, 'there are no net asset values of two trading days in it');
  return days;
}

function distributionsOf(file: string, sheets: Sheets): Distribution[] {
  const rows = sheets.get('Distributions') ?? [];
  if (rows.length === 0) return [];
  return tableOf(file, csvLinesOf(rows), DISTRIBUTIONS).rows.flatMap((row): Distribution[] => {
    const day = row.day('exDay');
    const amount = row.number('total', '$');
    return day === null || amount === null ? [] : [{ day, amount }];
  });
}

function monthsOf(file: string, sheets: Sheets): MonthlyReturn[] {
  const rows = sheets.get('Performance') ?? [];
  if (rows.length === 0) return [];
  return tableOf(file, csvLinesOf(rows), PERFORMANCE).rows.flatMap((row): MonthlyReturn[] => {
    const day = row.day('month');
    const percent = row.number('percent', '%');
    return day === null || percent === null ? [] : [{ month: day.slice(0, 7), percent }];
  });
}

export const ISHARES_WORKBOOK: SourceSpec = {
  id: 'ishares-workbook',
  group: 'ishares',
  title: 'iShares fund history',
  gives: 'Returns of the main iShares funds since their inception, with and without distributions, to the day.',
  terms: ISHARES_TERMS,
  hosts: ['https://www.blackrock.com/*'],
  access: 'optional',
  schedule: { every: 'week', notBefore: '18:00' },
  fallback: null,
  requests: () => ISHARES_FUNDS.map((fund) => ({ key: fund.symbol, url: documentAddress('fundDownload', fund), maxBytes: 16_000_000 })),
  parse: parseIsharesWorkbook,
};
