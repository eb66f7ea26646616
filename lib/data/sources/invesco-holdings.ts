/**
 * Holdings of Invesco's funds, JSON of the service behind the fund's page (served as text). The CSV of the years before
 * 2026 is read too. Names come escaped for HTML; a line of dividends to be paid has no weight.
 */
import { z } from 'zod';
import { textOf } from './body.ts';
import { csvLines } from './csv.ts';
import { holdingsPart } from './fund-part.ts';
import type { HoldingsBody } from './fund-part.ts';
import { symbolIn } from './holding-lines.ts';
import type { PrintedHolding } from './holding-lines.ts';
import { INVESCO } from './holdings-layouts.ts';
import { holdingsTable } from './holdings-table.ts';
import { INVESCO_FUNDS, INVESCO_HOSTS, INVESCO_TERMS, invescoPage, isCodeOf, shareClassAddress } from './invesco-funds.ts';
import { jsonOf } from './json.ts';
import { dayOf } from './printed.ts';
import { beginningOf, SourceFormatError } from './source-format-error.ts';
import type { SourceContext, SourcePart, SourceRequest, SourceSpec } from './source.ts';

const lineSchema = z.object({
  ticker: z.string().nullish(),
  issuerName: z.string().nullish(),
  securityTypeName: z.string().nullish(),
  units: z.number().nullish(),
  percentageOfTotalNetAssets: z.number().nullish(),
  marketValueBase: z.number().nullish(),
});

const bodySchema = z.object({
  /** The ticker, where the fund was asked for by ticker. */
  cusip: z.string().nullish(),
  effectiveDate: z.string().nullish(),
  /** The day of the holdings, where the other is the day of publication. */
  effectiveBusinessDate: z.string().nullish(),
  totalNumberOfHoldings: z.int().nullish(),
  holdings: z.array(lineSchema),
});

/**
 * Reads the holdings of the request's fund.
 *
 * @throws {SourceFormatError} when the body is neither form, is another fund's, or lacks lines.
 */
export async function parseInvescoHoldings(body: Uint8Array, request: SourceRequest, context: SourceContext): Promise<SourcePart> {
  const file = `Invesco holdings of ${request.key}`;
  const text = textOf(file, body);
  await context.pause();
  const read = text.trimStart().startsWith('{') ? ofJson(file, text, request.key) : ofCsv(file, text, request.key);
  return holdingsPart(file, request.key, { ...read, source: { title: `Invesco, holdings of ${request.key}`, url: invescoPage(request.key) } }, context);
}

type Read = Pick<HoldingsBody, 'asOf' | 'holdings'>;

function ofJson(file: string, text: string, fund: string): Read {
  const { cusip, effectiveDate, effectiveBusinessDate, totalNumberOfHoldings: total, holdings } = jsonOf(file, text, bodySchema, 'holdings of Invesco');
  if (cusip && !isCodeOf(fund, cusip)) throw new SourceFormatError(file, `these are the holdings of ${beginningOf(cusip)}`);
  if (holdings.length === 0) throw new SourceFormatError(file, 'there is no line in it: nothing was published for this day');
  if (typeof total === 'number' && total !== holdings.length) throw new SourceFormatError(file, `${holdings.length} of ${total} lines came`);
  if (holdings.every(({ percentageOfTotalNetAssets }) => (percentageOfTotalNetAssets ?? null) === null)) {
    throw new SourceFormatError(file, 'no line has a weight', { column: 'percentageOfTotalNetAssets' });
  }
  const day = effectiveBusinessDate ?? effectiveDate ?? null;
  return { asOf: day === null ? null : dayOf(day), holdings: holdings.map((line, at) => printedHolding(line, at + 1)) };
}

function printedHolding(line: z.infer<typeof lineSchema>, row: number): PrintedHolding {
  const symbol = symbolIn(line.ticker);
  return {
    place: { row },
    symbol,
    name: unescaped(line.issuerName?.trim() ?? symbol ?? ''),
    sector: null,
    classes: line.securityTypeName ? [line.securityTypeName] : [],
    exchange: null,
    weightPercent: line.percentageOfTotalNetAssets ?? null,
    marketValueUsd: line.marketValueBase ?? null,
    quantity: line.units ?? null,
    priceUsd: null,
  };
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

function ofCsv(file: string, text: string, fund: string): Read {
  const table = holdingsTable(file, csvLines(text), [INVESCO]);
  if (table.fund !== null && table.fund !== fund) throw new SourceFormatError(file, `these are the holdings of ${table.fund}`);
  return table;
}

export const INVESCO_HOLDINGS: SourceSpec = {
  id: 'invesco-holdings',
  group: 'invesco',
  title: 'Invesco fund holdings',
  gives: 'Members and weights of the Nasdaq-100.',
  terms: INVESCO_TERMS,
  hosts: INVESCO_HOSTS,
  access: 'optional',
  schedule: { every: 'day', notBefore: '14:00' },
  fallback: null,
  requests: () =>
    INVESCO_FUNDS.map(({ symbol }) => ({
      key: symbol,
      url: shareClassAddress(symbol, '/holdings/fund', 'interval=monthly'),
      headers: { Accept: 'application/json' },
      maxBytes: 2_000_000,
    })),
  parse: parseInvescoHoldings,
};
