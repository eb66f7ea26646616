/**
 * The iShares funds that stand for an index, and where iShares keeps what it says of them. The site was rebuilt in 2026:
 * addresses of before, with `1467271812596.ajax`, answer with a web page.
 */
import type { InstrumentId } from '../../market/instrument.ts';
import { beginningOf, SourceFormatError } from './source-format-error.ts';

export interface IsharesFund {
  readonly symbol: InstrumentId;
  /** Number under which BlackRock keeps the fund. */
  readonly portfolio: number;
  /** Last part of the product page's address. */
  readonly page: string;
  /** Words that the fund's name has, whatever else changes in it: another fund's data are told by them. */
  readonly nameHas: readonly string[];
}

export const ISHARES_FUNDS: readonly IsharesFund[] = [
  { symbol: 'IWM', portfolio: 239710, page: 'ishares-russell-2000-etf', nameHas: ['russell', '2000'] },
  { symbol: 'IVV', portfolio: 239726, page: 'ishares-core-sp-500-etf', nameHas: ['s&p', '500'] },
  { symbol: 'IJR', portfolio: 239774, page: 'ishares-core-sp-smallcap-etf', nameHas: ['s&p', 'small'] },
  { symbol: 'IJH', portfolio: 239763, page: 'ishares-core-sp-midcap-etf', nameHas: ['s&p', 'mid'] },
  { symbol: 'IWB', portfolio: 239707, page: 'ishares-russell-1000-etf', nameHas: ['russell', '1000'] },
  { symbol: 'IWV', portfolio: 239714, page: 'ishares-russell-3000-etf', nameHas: ['russell', '3000'] },
  { symbol: 'IWC', portfolio: 239716, page: 'ishares-microcap-etf', nameHas: ['micro'] },
];

/**
 * Both are asked: the site for its pages' files, BlackRock for its documents. Each is said to shut out whoever asks more than
 * about ten times a minute, so what is asked for daily is shared out between them.
 */
export const ISHARES_HOSTS = ['https://www.ishares.com/*', 'https://www.blackrock.com/*'] as const;

export const ISHARES_TERMS = 'BlackRock allows personal, non-commercial use of the data on its sites and forbids passing them on.';

/** The page on which a reader finds what a fund's data say. */
export function productPage({ portfolio, page }: IsharesFund): string {
  return `https://www.ishares.com/us/products/${portfolio}/${page}`;
}

const SITE = 'appType=PRODUCT_PAGE&appSubType=ISHARES&targetSite=us-ishares&locale=en_US&userType=individual';

/** A file as the product page's buttons download it: `holdings` (CSV), `fundDownload` (workbook). */
export function documentAddress(component: 'holdings' | 'fundDownload', { portfolio }: IsharesFund): string {
  return `https://www.blackrock.com/varnish-api/blk-one01-product-data/product-data/api/v1/get-fund-document?${SITE}&component=${component}&portfolioId=${portfolio}`;
}

/** Data of the product page as JSON; both hosts give them. */
export function productDataAddress(component: 'holdings.all' | 'fundamentalsAndRisk', { portfolio }: IsharesFund, host = 'www.ishares.com'): string {
  return `https://${host}/varnish-api/blk-one01-product-data/product-data/api/v2/get-product-data?${SITE}&component=${component}&portfolioId=${portfolio}&excludeContent=true&includeConfig=true`;
}

/**
 * The fund of a request's key.
 *
 * @throws when no fund has it: requests are made of this list.
 */
export function isharesFund(symbol: string): IsharesFund {
  const fund = ISHARES_FUNDS.find((one) => one.symbol === symbol);
  if (fund === undefined) throw new Error(`no iShares fund is called ${symbol}`);
  return fund;
}

/**
 * Refuses a body that calls itself by another fund's name. A title that names no iShares fund says nothing.
 *
 * @throws {SourceFormatError}
 */
export function refuseOtherFund(file: string, { nameHas }: IsharesFund, title: string | null): void {
  const name = title?.toLowerCase() ?? '';
  if (!name.includes('ishares') || nameHas.every((words) => name.includes(words))) return;
  throw new SourceFormatError(file, `this is of another fund, ${beginningOf(title ?? '')}`);
}
