import { documentAddress, ISHARES_FUNDS, ISHARES_HOSTS, ISHARES_TERMS } from './ishares-funds.ts';
import { MAX_HOLDINGS_BYTES, parseIsharesHoldings } from './ishares-holdings.ts';
import type { SourceSpec } from './source.ts';

/** The same CSV from BlackRock's document service, which the iShares site itself asks. */
export const ISHARES_FUND_DOCUMENT: SourceSpec = {
  id: 'ishares-fund-document',
  group: 'ishares',
  title: 'iShares fund holdings (BlackRock documents)',
  gives: 'The holdings of iShares funds when the fund’s page does not give them.',
  terms: ISHARES_TERMS,
  hosts: ISHARES_HOSTS,
  access: 'optional',
  schedule: { every: 'day', notBefore: '14:00' },
  fallback: 'ishares-product-data',
  requests: () => ISHARES_FUNDS.map((fund) => ({ key: fund.symbol, url: documentAddress('holdings', fund), maxBytes: MAX_HOLDINGS_BYTES })),
  parse: parseIsharesHoldings,
};
