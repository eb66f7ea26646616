import { EXCHANGE_LISTS } from './exchange-lists.ts';
import { FRED } from './fred.ts';
import { INVESCO_FUND_DETAILS } from './invesco-fund-details.ts';
import { INVESCO_HOLDINGS } from './invesco-holdings.ts';
import { ISHARES_FUND_DOCUMENT } from './ishares-fund-document.ts';
import { ISHARES_FUNDAMENTALS } from './ishares-fundamentals.ts';
import { ISHARES_HOLDINGS } from './ishares-holdings.ts';
import { ISHARES_PRODUCT_DATA } from './ishares-product-data.ts';
import { ISHARES_SCREENER } from './ishares-screener.ts';
import { ISHARES_WORKBOOK } from './ishares-workbook.ts';
import { SEC_FRAMES } from './sec-frames.ts';
import { SEC_SYMBOLS } from './sec-symbols.ts';
import { SEC_TICKERS } from './sec-tickers.ts';
import type { SourceSpec } from './source.ts';
import { SSGA_HOLDINGS } from './ssga-holdings.ts';
import { VANGUARD_CHARACTERISTICS } from './vanguard-characteristics.ts';
import { VANGUARD_HOLDINGS } from './vanguard-holdings.ts';
import { YAHOO_CHART } from './yahoo-chart.ts';

/**
 * Every source, in the order in which they are asked. Where two give the same thing (the holdings of one fund, a series of
 * one basis), the later day is believed, and for one day the source that stands first here. The exchanges stand before the
 * SEC: their lists have the names of funds, and names in ordinary letters. Prices stand before the funds' own net asset
 * values: articles quote prices.
 */
export const SOURCES: readonly SourceSpec[] = [
  EXCHANGE_LISTS,
  SEC_SYMBOLS,
  SEC_TICKERS,
  SEC_FRAMES,
  YAHOO_CHART,
  FRED,
  ISHARES_HOLDINGS,
  ISHARES_FUND_DOCUMENT,
  ISHARES_PRODUCT_DATA,
  ISHARES_FUNDAMENTALS,
  ISHARES_SCREENER,
  ISHARES_WORKBOOK,
  SSGA_HOLDINGS,
  INVESCO_HOLDINGS,
  INVESCO_FUND_DETAILS,
  VANGUARD_HOLDINGS,
  VANGUARD_CHARACTERISTICS,
];
