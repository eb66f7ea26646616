/**
 * A small market that never was, in the formats of the real sources: what each of their addresses answers.
 */
import { COMPANIES, levelAt, symbolAt } from './made-up-companies.ts';
import type { MadeUpCompany } from './made-up-companies.ts';
import { fundAnswer } from './made-up-funds.ts';
import { addDays, addSessions, dayNumber, isTradingDay, lastDayOfMonth, sessionOnOrBefore } from '../../lib/market/calendar.ts';

/** What an address answers on a day; null for one that no source asks for. */
export function answerOf(url: URL, today: string): string | Uint8Array | null {
  const { host, pathname } = url;
  if (host === 'www.nasdaqtrader.com') return exchangeList(pathname, today);
  if (host === 'www.sec.gov') return secList(pathname);
  if (host === 'data.sec.gov') return frame(pathname, today);
  if (host === 'query1.finance.yahoo.com') return chart(pathname, today);
  if (host === 'fred.stlouisfed.org') return fredSeries(url.searchParams.get('id') ?? '', today);
  return fundAnswer(url, lastSession(today));
}

function exchangeList(path: string, today: string): string | null {
  const [year, month, day] = today.split('-');
  const closing = `File Creation Time: ${month}${day}${year}08:00`;
  if (path.endsWith('/nasdaqlisted.txt')) {
    const rows = COMPANIES.filter(({ exchange }) => exchange === 'Nasdaq').map(({ symbol, name }) => `${symbol}|${name}, Inc. - Common Stock|Q|N|N|100|N|N`);
    const head = 'Symbol|Security Name|Market Category|Test Issue|Financial Status|Round Lot Size|ETF|NextShares';
    return [head, ...rows, `${closing}|||||||`].join('\r\n');
  }
  if (path.endsWith('/otherlisted.txt')) {
    const rows = COMPANIES.filter(({ exchange }) => exchange === 'NYSE').map(({ symbol, name }) => `${symbol}|${name}, Inc. Common Stock|N|${symbol}|N|100|N|${symbol}`);
    const head = 'ACT Symbol|Security Name|Exchange|CQS Symbol|ETF|Round Lot Size|Test Issue|NASDAQ Symbol';
    return [head, ...rows, `${closing}||||||`].join('\r\n');
  }
  return null;
}

function secList(path: string): string | null {
  if (path.endsWith('/company_tickers_exchange.json')) {
    const data = COMPANIES.map(({ cik, name, symbol, exchange }) => [cik, `${name.toUpperCase()}, INC.`, symbol, exchange]);
    return JSON.stringify({ fields: ['cik', 'name', 'ticker', 'exchange'], data });
  }
  if (path.endsWith('/company_tickers.json')) {
    return JSON.stringify(Object.fromEntries(COMPANIES.map(({ cik, symbol, name }, at) => [at, { cik_str: cik, ticker: symbol, title: name }])));
  }
  if (path.endsWith('/company_tickers_mf.json')) {
    const data = Array.from({ length: 30 }, (_, at) => [1000 + at, `S${at}`, `C${at}`, `QF${symbolAt(at).slice(2)}X`]);
    return JSON.stringify({ fields: ['cik', 'seriesId', 'classId', 'symbol'], data });
  }
  return null;
}

const FRAME = /\/us-gaap\/(\w+)\/(\w+)\/(CY(\d{4})(?:Q([1-4]))?(I?))\.json$/;

/** Null for a period that is not over: nobody has reported it. */
function frame(path: string, today: string): string | null {
  const [, tag = '', unit = '', period = '', year = '', quarter, instant] = FRAME.exec(path) ?? [];
  if (tag === '') return null;
  const lastMonth = quarter === undefined ? 12 : Number(quarter) * 3;
  const months = quarter === undefined ? 12 : 3;
  const end = lastDayOfMonth(`${year}-${String(lastMonth).padStart(2, '0')}`);
  if (end > today) return null;
  const start = `${year}-${String(lastMonth - months + 1).padStart(2, '0')}-01`;
  const data = COMPANIES.map((company, at) => ({
    accn: `${String(company.cik).padStart(10, '0')}-${year.slice(2)}-${String(at + 1).padStart(6, '0')}`,
    cik: company.cik,
    entityName: company.name,
    loc: 'US-NY',
    ...(instant === 'I' ? {} : { start }),
    end,
    val: reported(company, tag) * (tag.startsWith('Weighted') || instant === 'I' ? 1 : months / 3),
  }));
  return JSON.stringify({ taxonomy: 'us-gaap', tag, ccp: period, uom: unit, label: tag, description: '', pts: data.length, data });
}

/** What a company reports of a quarter, or on a day. */
function reported({ quarterlyIncome, shares }: MadeUpCompany, tag: string): number {
  if (tag === 'NetIncomeLoss' || tag === 'ProfitLoss') return quarterlyIncome;
  if (tag === 'StockholdersEquity') return 150_000_000;
  return tag.startsWith('Weighted') ? shares : 40_000_000;
}

/** The last session that is over. */
function lastSession(today: string): string {
  return addSessions(sessionOnOrBefore(today), isTradingDay(today) ? -1 : 0);
}

/** The sessions of two years up to the last one before the day. */
function sessions(today: string): readonly string[] {
  const last = lastSession(today);
  const days: string[] = [];
  for (let day = addDays(last, -730); day <= last; day = addDays(day, 1)) if (isTradingDay(day)) days.push(day);
  return days;
}

function chart(path: string, today: string): string | null {
  const symbol = decodeURIComponent(/\/v8\/finance\/chart\/([^/]+)$/.exec(path)?.[1] ?? '');
  if (symbol === '') return null;
  const days = sessions(today);
  const opens = days.map((day) => dayNumber(day) * 86_400 + 14.5 * 3600);
  const close = days.map((_, at) => Math.fround(levelAt(at)));
  const meta = {
    currency: 'USD', symbol, instrumentType: symbol.startsWith('^') ? 'INDEX' : 'ETF', gmtoffset: -18_000, timezone: 'EST', exchangeTimezoneName: 'America/New_York',
    regularMarketTime: (opens.at(-1) ?? 0) + 6.5 * 3600, dataGranularity: '1d', range: '',
    currentTradingPeriod: { regular: { start: opens.at(-1) ?? 0, end: (opens.at(-1) ?? 0) + 6.5 * 3600 } },
  };
  const indicators = { quote: [{ close }], adjclose: [{ adjclose: symbol.startsWith('^') ? close : close.map((value) => Math.fround(value * 0.98)) }] };
  return JSON.stringify({ chart: { result: [{ meta, timestamp: opens, indicators }], error: null } });
}

function fredSeries(id: string, today: string): string {
  const rows = sessions(today).map((day, at) => `${day},${levelAt(at).toFixed(2)}`);
  return [`observation_date,${id}`, ...rows, ''].join('\n');
}
