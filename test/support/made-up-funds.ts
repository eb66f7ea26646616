/** What the issuers of funds answer in the made-up market: every fund holds all of its companies, and some cash. */
import { INVESCO_FUNDS } from '../../lib/data/sources/invesco-funds.ts';
import { ISHARES_FUNDS } from '../../lib/data/sources/ishares-funds.ts';
import type { IsharesFund } from '../../lib/data/sources/ishares-funds.ts';
import { addDays, isTradingDay } from '../../lib/market/calendar.ts';
import { isharesCsv, spreadsheetMl, xlsx } from './fund-files.ts';
import { COMPANIES, levelAt } from './made-up-companies.ts';
import type { MadeUpCompany } from './made-up-companies.ts';

/** Shares of each company that a fund holds: a thousandth of them. */
const heldOf = ({ shares }: MadeUpCompany): number => shares / 1000;
const valueOf = (company: MadeUpCompany): number => heldOf(company) * company.price;
const TOTAL = COMPANIES.reduce((sum, company) => sum + valueOf(company), 0);
const CASH = TOTAL / 500;

/** Weight of a company in every fund, in percent of its shares and cash. */
export const weightOf = (company: MadeUpCompany): number => (valueOf(company) / (TOTAL + CASH)) * 100;

/** Null for an address that no source asks for. `day` is the last session. */
export function fundAnswer(url: URL, day: string): string | Uint8Array | null {
  const { host, pathname, searchParams } = url;
  if (host === 'www.ishares.com' && pathname.endsWith('/product-screener-v3.1.jsn')) return screener(day);
  if (host === 'www.ishares.com' || host === 'www.blackrock.com') return ishares(pathname, searchParams, day);
  if (host === 'www.ssga.com') return ssga(pathname, day);
  if (host === 'dng-api.invesco.com') return invesco(pathname, day);
  return host === 'investor.vanguard.com' ? vanguard(pathname, searchParams, day) : null;
}

const compact = (day: string): number => Number(day.replaceAll('-', ''));
const monthDay = (day: string): string => new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', { timeZone: 'UTC', month: 'short', day: '2-digit', year: 'numeric' });

function nameOf({ nameHas }: IsharesFund): string {
  return `iShares ${nameHas.map((word) => word.toUpperCase()).join(' ')} ETF`;
}

function ishares(path: string, query: URLSearchParams, day: string): string | null {
  const fund = ISHARES_FUNDS.find(({ page, portfolio }) => path.includes(page) || query.get('portfolioId') === String(portfolio));
  if (fund === undefined) return null;
  const name = nameOf(fund);
  const component = query.get('component');
  if (path.endsWith('/latest-holdings.csv') || component === 'holdings') {
    const lines = COMPANIES.map((company) => ({ ticker: company.symbol, name: company.name.toUpperCase(), sector: company.sector, value: valueOf(company) }));
    const cash = { ticker: 'USD', name: 'USD CASH', sector: 'Cash and/or Derivatives', assetClass: 'Cash', value: CASH, exchange: '-' };
    // The file's price is ten dollars for everybody; ours are not.
    const csv = isharesCsv({ lines: [...lines, cash], name, day: monthDay(day) });
    return COMPANIES.reduce((text, company) => withPrice(text, company), csv);
  }
  if (component === 'fundDownload') return workbook(name, day);
  if (component === 'holdings.all') return productData('holdings', 'all', name, columns(day));
  return component === 'fundamentalsAndRisk' ? productData('fundamentalsAndRisk', 'default', name, characteristics(day)) : null;
}

/** Puts a company's own price and number of shares into its line. */
function withPrice(csv: string, company: MadeUpCompany): string {
  const money = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2 });
  const line = new RegExp(`^"${company.symbol}",.*$`, 'm');
  return csv.replace(line, (text) => text.replace(`"${money(valueOf(company) / 10)}","10.00"`, `"${money(heldOf(company))}","${money(company.price)}"`));
}

function columns(day: string): Record<string, unknown> {
  return {
    ticker: COMPANIES.map(({ symbol }) => symbol),
    issueName: COMPANIES.map(({ name }) => name),
    sectorName: COMPANIES.map(({ sector }) => sector),
    assetClass: COMPANIES.map(() => 'Equity'),
    holdingPercent: COMPANIES.map((company) => Number(((valueOf(company) / TOTAL) * 100).toFixed(5))),
    marketValue: COMPANIES.map(valueOf),
    unitsHeld: COMPANIES.map(heldOf),
    unitPrice: COMPANIES.map(({ price }) => price),
    exchange: COMPANIES.map(() => 'NASDAQ'),
    currencyCode: COMPANIES.map(() => 'USD'),
    dateList: [compact(day)],
    asOfDate: compact(day),
  };
}

function characteristics(day: string): Record<string, unknown> {
  const point = (value: number) => ({ value, asOfDate: compact(day), formattedValue: '-' });
  return { priceEarnings: point(19.6), priceBook: point(2.6), twelveMonTrlYld: point(1.1), numHoldings: point(COMPANIES.length) };
}

function productData(component: string, container: string, fundName: string, points: Record<string, unknown>): string {
  const dataPointsByNameMap = Object.fromEntries(
    Object.entries(points).map(([name, point]) => [name, typeof point === 'object' && point !== null && 'value' in point ? point : { name, value: point, formattedValue: '-' }]),
  );
  const containersByNameMap = { [container]: { name: container, hasData: true, dataPointsByNameMap } };
  return JSON.stringify({ fundName, componentsByNameMap: { [component]: { componentId: component, containersByNameMap } } });
}

function screener(day: string): string {
  const cell = (r: number) => ({ d: String(r), r });
  const rows = ISHARES_FUNDS.map((fund) => [
    fund.portfolio,
    {
      portfolioId: fund.portfolio, localExchangeTicker: fund.symbol, fundName: nameOf(fund), productPageUrl: `/us/products/${fund.portfolio}/${fund.page}`,
      navAmount: cell(100), navAmountAsOf: cell(compact(day)), totalNetAssets: cell(TOTAL), totalNetAssetsFundAsOf: cell(compact(day)), dailyPerformanceYearToDate: cell(12.4),
    },
  ]);
  return JSON.stringify(Object.fromEntries(rows));
}

/** The sessions of three weeks, newest first. */
function workbook(name: string, day: string): string {
  const days = Array.from({ length: 21 }, (_, back) => addDays(day, -back)).filter(isTradingDay);
  const history = days.map((date, back) => [monthDay(date), levelAt(400 - back).toFixed(4), '--', '1000']);
  return spreadsheetMl({
    Holdings: [[monthDay(day)], [name], ['Fund Holdings as of', monthDay(day)], ['Ticker', 'Name'], ['WDGT', 'A & B']],
    Historical: [['As Of', 'NAV per Share', 'Ex-Dividends', 'Shares Outstanding'], ...history],
    Distributions: [['Record Date', 'Ex-Date', 'Payable Date', 'Total Distribution', 'Income']],
  });
}

function ssga(path: string, day: string): Uint8Array | null {
  const fund = /holdings-daily-us-en-(\w+)\.xlsx$/.exec(path)?.[1]?.toUpperCase();
  if (fund === undefined) return null;
  const [year, , date] = day.split('-');
  const month = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', { timeZone: 'UTC', month: 'short' });
  return xlsx([
    ['Fund Name:', `Sample ${fund} Trust`],
    ['Ticker Symbol:', fund],
    ['Holdings:', `As of ${date}-${month}-${year}`],
    [],
    ['Name', 'Ticker', 'Identifier', 'SEDOL', 'Weight', 'Sector', 'Shares Held', 'Local Currency'],
    ...COMPANIES.map((company) => [company.name.toUpperCase(), company.symbol, 'X', 'X', Number(weightOf(company).toFixed(6)), '-', heldOf(company), 'USD']),
    ['US DOLLAR', '-', 'CASH_USD', '-', Number(((CASH / (TOTAL + CASH)) * 100).toFixed(6)), '-', CASH, 'USD'],
  ]);
}

function invesco(path: string, day: string): string | null {
  const fund = INVESCO_FUNDS.find(({ symbol }) => path.includes(`/${symbol}`));
  if (fund === undefined) return null;
  if (!path.endsWith('/holdings/fund')) {
    return JSON.stringify({ cusip: fund.symbol, ticker: fund.symbol, effectiveDate: day, totalNoOfHoldings: COMPANIES.length, totalNoOfHoldingsEffectiveDate: day, nav: 500, effectiveBusinessDate: day, feeValue: 0.18 });
  }
  const holdings = COMPANIES.map((company) => ({
    ticker: company.symbol, issuerName: company.name, units: heldOf(company), percentageOfTotalNetAssets: (valueOf(company) / TOTAL) * 100, securityTypeName: 'Common Stock', currency: 'USD', marketValueBase: valueOf(company),
  }));
  return JSON.stringify({ cusip: fund.symbol, effectiveDate: day, effectiveBusinessDate: day, totalNumberOfHoldings: holdings.length, holdings });
}

function vanguard(path: string, query: URLSearchParams, day: string): string | null {
  const asOfDate = `${day}T00:00:00-04:00`;
  if (path.endsWith('/characteristic')) {
    const figures = { priceEarningsRatio: '19.5x', priceBookRatio: '2.6x', numberOfStocks: String(COMPANIES.length), totalNetAssets: '$14.2 billion' };
    return JSON.stringify({ equityCharacteristic: { asOfDate, fund: figures, benchmark: { ...figures, totalNetAssets: '—' } }, fundCharacteristic: {}, fixedIncomeCharacteristic: {} });
  }
  if (!path.endsWith('/portfolio-holding/stock')) return null;
  const start = Number(query.get('start')) - 1;
  const entity = COMPANIES.slice(start, start + Number(query.get('count'))).map((company) => ({
    type: 'portfolioHolding', longName: company.name, shortName: company.name, ticker: company.symbol, sharesHeld: String(heldOf(company)), marketValue: valueOf(company), percentWeight: ((valueOf(company) / TOTAL) * 100).toFixed(2),
  }));
  return JSON.stringify({ size: COMPANIES.length, asOfDate, fund: { entity } });
}
