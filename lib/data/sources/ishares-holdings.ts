/**
 * Holdings of iShares funds, the CSV that the product page links as "Detailed Holdings and Analytics". Published on the
 * next morning; the day inside the file is believed, never the one that was asked for.
 */
import { textOf } from './body.ts';
import { csvLines } from './csv.ts';
import { holdingsPart } from './fund-part.ts';
import { ISHARES } from './holdings-layouts.ts';
import { holdingsTable } from './holdings-table.ts';
import { isharesFund, ISHARES_FUNDS, ISHARES_HOSTS, ISHARES_TERMS, productPage, refuseOtherFund } from './ishares-funds.ts';
import type { SourceContext, SourcePart, SourceRequest, SourceSpec } from './source.ts';

/** The largest, of a Russell 3000 fund, has 0.5 MB. */
export const MAX_HOLDINGS_BYTES = 4_000_000;

/**
 * Reads a holdings CSV of iShares, of any year since 2019, as the holdings of the request's fund.
 *
 * @throws {SourceFormatError} when it is another fund's, is the empty template of a day without data, or is not whole.
 */
export async function parseIsharesHoldings(body: Uint8Array, request: SourceRequest, context: SourceContext): Promise<SourcePart> {
  const fund = isharesFund(request.key);
  const file = `iShares holdings of ${fund.symbol}`;
  const lines = csvLines(textOf(file, body));
  await context.pause();
  const { asOf, fundName, holdings } = holdingsTable(file, lines, [ISHARES]);
  await context.pause();
  refuseOtherFund(file, fund, fundName);
  return holdingsPart(file, fund.symbol, { asOf, holdings, source: { title: `iShares, holdings of ${fund.symbol}`, url: productPage(fund) } }, context);
}

export const ISHARES_HOLDINGS: SourceSpec = {
  id: 'ishares-holdings',
  group: 'ishares',
  title: 'iShares fund holdings',
  gives: 'Members, weights and sectors of the Russell 1000, 2000, 3000 and Microcap and of the S&P 500, 400 and 600.',
  terms: ISHARES_TERMS,
  hosts: ISHARES_HOSTS,
  access: 'optional',
  schedule: { every: 'day', notBefore: '14:00' },
  fallback: 'ishares-fund-document',
  requests: () =>
    ISHARES_FUNDS.map((fund) => ({ key: fund.symbol, url: `${productPage(fund)}/latest-holdings.csv`, maxBytes: MAX_HOLDINGS_BYTES })),
  parse: parseIsharesHoldings,
};
