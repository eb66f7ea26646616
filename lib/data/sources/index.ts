import { EXCHANGE_LISTS } from './exchange-lists.ts';
import { FRED } from './fred.ts';
import { SEC_FRAMES } from './sec-frames.ts';
import { SEC_SYMBOLS } from './sec-symbols.ts';
import { SEC_TICKERS } from './sec-tickers.ts';
import type { SourceSpec } from './source.ts';
import { YAHOO_CHART } from './yahoo-chart.ts';

/**
 * Every source, in the order in which they are asked. Where two give the same thing (the holdings of one fund, a series of
 * one basis), the later day is believed, and for one day the source that stands first here. The exchanges stand before the
 * SEC: their lists have the names of funds, and names in ordinary letters.
 */
export const SOURCES: readonly SourceSpec[] = [EXCHANGE_LISTS, SEC_SYMBOLS, SEC_TICKERS, SEC_FRAMES, YAHOO_CHART, FRED];
