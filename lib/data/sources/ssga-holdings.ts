/** Holdings of State Street's funds: a workbook a fund, with six decimals of weight and without market values. */
import { csvLinesOf } from './csv.ts';
import { holdingsPart } from './fund-part.ts';
import { SSGA } from './holdings-layouts.ts';
import { holdingsTable } from './holdings-table.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { SourceContext, SourcePart, SourceRequest, SourceSpec } from './source.ts';
import { textOf } from './body.ts';
import { readXlsx } from './xlsx.ts';

/** Funds that stand for an index: the S&P 500, 600 and 400 and the Dow Jones Industrial Average. */
const FUNDS = ['SPY', 'SPSM', 'MDY', 'DIA'] as const;

/**
 * Reads a workbook as the holdings of the request's fund.
 *
 * @throws {SourceFormatError} when it is no workbook, is another fund's, or is not whole.
 */
export async function parseSsgaHoldings(body: Uint8Array, request: SourceRequest, context: SourceContext): Promise<SourcePart> {
  const file = `State Street holdings of ${request.key}`;
  // What is no archive is told apart by its text: nothing, a web page, or something else.
  if (body[0] !== 0x50 || body[1] !== 0x4b) {
    textOf(file, body);
    throw new SourceFormatError(file, 'this is text; a workbook (.xlsx) was expected');
  }
  const rows = await readXlsx(file, body, context.pause);
  const { asOf, fund, holdings } = holdingsTable(file, csvLinesOf(rows), [SSGA]);
  if (fund !== null && fund !== request.key) throw new SourceFormatError(file, `these are the holdings of ${fund}`);
  const source = { title: `State Street, holdings of ${request.key}`, url: request.url };
  return holdingsPart(file, request.key, { asOf, holdings, source }, context);
}

export const SSGA_HOLDINGS: SourceSpec = {
  id: 'ssga-holdings',
  group: 'ssga',
  title: 'State Street fund holdings',
  gives: 'Members and weights of the S&P 500, 400 and 600 and of the Dow Jones Industrial Average.',
  terms: 'State Street allows no copying or passing on of its site’s data without its consent.',
  hosts: ['https://www.ssga.com/*'],
  access: 'optional',
  schedule: { every: 'day', notBefore: '14:00' },
  fallback: null,
  requests: () =>
    FUNDS.map((fund) => ({
      key: fund,
      url: `https://www.ssga.com/us/en/intermediary/library-content/products/fund-data/etfs/us/holdings-daily-us-en-${fund.toLowerCase()}.xlsx`,
      maxBytes: 2_000_000,
    })),
  parse: parseSsgaHoldings,
};
