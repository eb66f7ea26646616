/** The Invesco funds that stand for an index, and the service behind their pages. It refuses some browsers with 406. */
import type { InstrumentId } from '../../market/instrument.ts';

export const INVESCO_FUNDS: readonly { readonly symbol: InstrumentId; readonly cusip: string; readonly page: string }[] = [
  { symbol: 'QQQ', cusip: '46090E103', page: 'https://www.invesco.com/qqq-etf/en/about.html' },
];

export const INVESCO_HOSTS = ['https://dng-api.invesco.com/*'] as const;

export const INVESCO_TERMS = 'Invesco allows personal, non-commercial use of its site’s data and no automated collection of it.';

/** An address of one fund's data. `path` begins with a slash or is empty. */
export function shareClassAddress(symbol: InstrumentId, path: string, query: string): string {
  return `https://dng-api.invesco.com/cache/v1/accounts/en_US/shareclasses/${symbol}${path}?idType=ticker&${query}&productType=ETF`;
}

/** The page on which a reader finds what a fund's data say. */
export function invescoPage(symbol: InstrumentId): string | null {
  return INVESCO_FUNDS.find((fund) => fund.symbol === symbol)?.page ?? null;
}

/** Whether a body's `cusip` means the fund: it repeats whatever the fund was asked for by. */
export function isCodeOf(symbol: InstrumentId, code: string): boolean {
  const wanted = code.trim().toUpperCase();
  return wanted === symbol || INVESCO_FUNDS.some((fund) => fund.symbol === symbol && fund.cusip === wanted);
}
