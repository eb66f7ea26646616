/** How issuers lay their holdings files out: which columns there are, under which titles. One entry a layout. */
import type { CsvColumn } from './csv.ts';

export type HoldingColumn =
  | 'symbol'
  | 'name'
  | 'weight'
  | 'marketValue'
  | 'quantity'
  | 'price'
  | 'sector'
  | 'assetClass'
  | 'type'
  | 'exchange'
  | 'currency'
  | 'date'
  | 'fund';

/** A layout; what it does not list is not read. The columns that are not optional tell it from others. */
export interface HoldingsLayout {
  /** For the reader: "iShares". */
  readonly name: string;
  readonly columns: Readonly<Partial<Record<HoldingColumn, CsvColumn>>>;
}

const column = (...titles: [string, ...string[]]): CsvColumn => ({ titles });
const maybe = (...titles: [string, ...string[]]): CsvColumn => ({ titles, optional: true });

/**
 * iShares, in CSV and in the workbook. Seen with 12 columns (2019), 19 (2021, with CUSIP, ISIN and SEDOL), 15 (2025 and
 * 2026) and 17 (June 2026, with a type and two weights: by market value and by notional value).
 */
export const ISHARES: HoldingsLayout = {
  name: 'iShares',
  columns: {
    symbol: column('Ticker', 'Issuer Ticker'),
    name: column('Name'),
    assetClass: column('Asset Class'),
    marketValue: column('Market Value'),
    weight: maybe('Weight (%)', 'Market Weight'),
    type: maybe('Type'),
    quantity: maybe('Quantity', 'Shares'),
    price: maybe('Price'),
    sector: maybe('Sector'),
    exchange: maybe('Exchange'),
    currency: maybe('Market Currency'),
  },
};

/** State Street, in its workbook and in CSV made of it. Weights have six decimals. */
export const SSGA: HoldingsLayout = {
  name: 'State Street',
  columns: {
    name: column('Name'),
    symbol: column('Ticker'),
    weight: column('Weight'),
    quantity: column('Shares Held'),
    sector: maybe('Sector'),
    currency: maybe('Local Currency'),
  },
};

/** Invesco's CSV of the years before 2026: fund and day stand in every row. */
export const INVESCO: HoldingsLayout = {
  name: 'Invesco',
  columns: {
    fund: column('Fund Ticker'),
    symbol: column('Holding Ticker'),
    name: column('Name'),
    weight: column('Weight'),
    date: column('Date'),
    marketValue: maybe('MarketValue', 'Market Value'),
    quantity: maybe('Shares/Par Value'),
    type: maybe('Class of Shares'),
    sector: maybe('Sector'),
  },
};

/** Vanguard's download of the table on a fund's page. */
const VANGUARD: HoldingsLayout = {
  name: 'Vanguard',
  columns: {
    name: column('Holdings', 'Holding', 'Holding name'),
    symbol: column('Ticker'),
    weight: column('% of fund', '% of funds', '% of fund*', '% of funds*', '% of net assets'),
    marketValue: maybe('Market value'),
    quantity: maybe('Shares'),
    sector: maybe('Sector'),
  },
};

/** ARK, and those who print like it: a row says the day, the fund and the company. */
const ARK: HoldingsLayout = {
  name: 'ARK',
  columns: {
    date: column('date'),
    fund: column('fund'),
    name: column('company'),
    symbol: column('ticker'),
    weight: column('weight (%)', 'weight(%)', 'weight'),
    marketValue: maybe('market value ($)', 'market value($)', 'market value'),
    quantity: maybe('shares'),
  },
};

/** Any list of symbols and weights. */
const GENERIC: HoldingsLayout = {
  name: 'symbols and weights',
  columns: {
    symbol: column('Ticker', 'Symbol', 'Stock', 'Holding Ticker', 'Stock Ticker', 'Stock Symbol', 'Ticker Symbol'),
    weight: column('Weight', 'Weight (%)', 'Weight(%)', 'Weight %', '% Weight', 'Weighting', 'Weight in %', '% of Fund', '% of Net Assets', '% Assets', '% of Portfolio', '% TNA', 'Percent of Fund', 'Percent of Net Assets', 'Portfolio Weight', 'Weightings', 'Allocation'),
    name: maybe('Name', 'Company', 'Company Name', 'Holding', 'Holding Name', 'Security', 'Security Name', 'Description'),
    marketValue: maybe('Market Value', 'Market Value ($)', 'Market Value (USD)', 'MarketValue'),
    quantity: maybe('Shares', 'Quantity', 'Shares Held', 'Units'),
    price: maybe('Price', 'Share Price'),
    sector: maybe('Sector', 'GICS Sector'),
    assetClass: maybe('Asset Class', 'Asset Type'),
    type: maybe('Type', 'Security Type'),
    exchange: maybe('Exchange'),
    date: maybe('Date', 'As Of', 'As Of Date', 'Holdings Date'),
    fund: maybe('Fund', 'Fund Ticker', 'Fund Symbol', 'ETF'),
  },
};

/** Every layout, the more particular first: the first whose columns are all there is taken. */
export const LAYOUTS: readonly HoldingsLayout[] = [ISHARES, INVESCO, SSGA, ARK, VANGUARD, GENERIC];
