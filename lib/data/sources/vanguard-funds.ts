/** The Vanguard funds that track an index, and where Vanguard keeps what it says of them. */
import type { InstrumentId } from '../../market/instrument.ts';

export interface VanguardFund {
  readonly symbol: InstrumentId;
  /** Beside its own figures, Vanguard publishes those of the index. */
  readonly index: InstrumentId;
  /** Holdings asked for: more than the fund has, as pages have to be named before the first one says how many there are. */
  readonly lines: number;
}

export const VANGUARD_FUNDS: readonly VanguardFund[] = [
  { symbol: 'VTWO', index: 'INDEX:RUSSELL2000', lines: 2500 },
  { symbol: 'VOO', index: 'INDEX:SP500', lines: 1000 },
  { symbol: 'VIOO', index: 'INDEX:SP600', lines: 1000 },
  { symbol: 'IVOO', index: 'INDEX:SP400', lines: 500 },
  { symbol: 'VONE', index: 'INDEX:RUSSELL1000', lines: 1500 },
  { symbol: 'VTHR', index: 'INDEX:RUSSELL3000', lines: 3500 },
];

export const VANGUARD_HOSTS = ['https://investor.vanguard.com/*'] as const;

export const VANGUARD_TERMS = 'Vanguard allows personal, non-commercial use of its site’s data.';

/** Without it, Vanguard has answered with a web page. */
export const VANGUARD_HEADERS: Readonly<Record<string, string>> = { Accept: 'application/json' };

const SITE = 'https://investor.vanguard.com/investment-products/etfs/profile';

/** The page on which a reader finds what a fund's data say. */
export function profilePage({ symbol }: VanguardFund): string {
  return `${SITE}/${symbol.toLowerCase()}`;
}

/** `characteristic`, or `portfolio-holding/stock` with its page. */
export function profileData({ symbol }: VanguardFund, path: string): string {
  return `${SITE}/api/${symbol}/${path}`;
}

/**
 * The fund of a request's key.
 *
 * @throws when no fund has it: requests are made of this list.
 */
export function vanguardFund(symbol: string): VanguardFund {
  const fund = VANGUARD_FUNDS.find((one) => one.symbol === symbol);
  if (fund === undefined) throw new Error(`no Vanguard fund is called ${symbol}`);
  return fund;
}
