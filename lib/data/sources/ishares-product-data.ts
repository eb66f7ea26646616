/**
 * Holdings of iShares funds out of the product page's own data: parallel lists, one a column. For a day that is not
 * published yet every list is null, while the day and `hasData` stay filled.
 */
import { z } from 'zod';
import { dayOf } from './printed.ts';
import { holdingsPart } from './fund-part.ts';
import { symbolIn } from './holding-lines.ts';
import type { PrintedHolding } from './holding-lines.ts';
import { isharesFund, ISHARES_FUNDS, ISHARES_HOSTS, ISHARES_TERMS, productDataAddress, productPage, refuseOtherFund } from './ishares-funds.ts';
import { shapeOf } from './json.ts';
import { productData } from './product-data.ts';
import type { ProductData } from './product-data.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { SourceContext, SourcePart, SourceRequest, SourceSpec } from './source.ts';

/** Five times what 3,000 lines of twenty columns come to. */
const MAX_BYTES = 16_000_000;

const text = z.union([z.string(), z.null()]);
const number = z.union([z.number(), z.null()]);

/** Columns by their name in the body. */
const COLUMNS = {
  ticker: z.array(text),
  issueName: z.array(text),
  assetClass: z.array(text),
  marketValue: z.array(number),
  holdingPercent: z.array(number).optional(),
  sectorName: z.array(text).optional(),
  exchange: z.array(text).optional(),
  unitsHeld: z.array(number).optional(),
  unitPrice: z.array(number).optional(),
  currencyCode: z.array(text).optional(),
};
const columnsSchema = z.object(COLUMNS);
type Columns = z.infer<typeof columnsSchema>;

/**
 * Reads the holdings of the request's fund.
 *
 * @throws {SourceFormatError} when the body is not of this form, is another fund's, or holds nothing for its day.
 */
export async function parseIsharesProductData(body: Uint8Array, request: SourceRequest, context: SourceContext): Promise<SourcePart> {
  const fund = isharesFund(request.key);
  const file = `iShares holdings of ${fund.symbol} (JSON)`;
  const data = await productData(file, body, 'holdings', context.pause);
  refuseOtherFund(file, fund, data.fundName);
  const holdings = linesOf(file, columnsOf(file, data));
  await context.pause();
  const asOf = data.point('asOfDate')?.value;
  return holdingsPart(
    file,
    fund.symbol,
    {
      asOf: typeof asOf === 'number' || typeof asOf === 'string' ? dayOf(asOf) : null,
      holdings,
      source: { title: `iShares, holdings of ${fund.symbol}`, url: productPage(fund) },
    },
    context,
  );
}

function columnsOf(file: string, data: ProductData): Columns {
  const points = Object.keys(COLUMNS).flatMap((name) => data.point(name) ?? []);
  const given = Object.keys(COLUMNS).flatMap((name) => {
    const value = data.point(name)?.value ?? null;
    return value === null ? [] : [[name, value] as const];
  });
  if (points.length > 0 && given.length === 0) throw new SourceFormatError(file, 'every column is empty: nothing was published for this day');
  const columns = shapeOf(file, Object.fromEntries(given), columnsSchema, 'a table of holdings');
  const { length } = columns.issueName;
  for (const [name, values] of Object.entries(columns)) {
    if (values.length !== length) throw new SourceFormatError(file, `${values.length} values stand beside ${length} names`, { column: name });
  }
  return columns;
}

function linesOf(file: string, columns: Columns): PrintedHolding[] {
  const given = (values: readonly (string | null)[] | undefined, at: number): string | null => {
    const value = values?.[at]?.trim() ?? '';
    return value === '' || value === '-' ? null : value;
  };
  const lines = columns.issueName.map((name, at): PrintedHolding => {
    const currency = given(columns.currencyCode, at);
    const assetClass = given(columns.assetClass, at);
    return {
      place: { row: at + 1 },
      symbol: symbolIn(columns.ticker[at]),
      name: name ?? '',
      sector: given(columns.sectorName, at),
      classes: assetClass === null ? [] : [assetClass],
      exchange: given(columns.exchange, at),
      weightPercent: columns.holdingPercent?.[at] ?? null,
      marketValueUsd: columns.marketValue[at]!,
      quantity: columns.unitsHeld?.[at] ?? null,
      priceUsd: currency === null || currency === 'USD' ? (columns.unitPrice?.[at] ?? null) : null,
    };
  });
  if (lines.length === 0) throw new SourceFormatError(file, 'there is no line in it: nothing was published for this day');
  return lines;
}

export const ISHARES_PRODUCT_DATA: SourceSpec = {
  id: 'ishares-product-data',
  group: 'ishares',
  title: 'iShares fund holdings (product page data)',
  gives: 'The holdings of iShares funds when neither the page’s file nor BlackRock’s document can be had.',
  terms: ISHARES_TERMS,
  hosts: ISHARES_HOSTS,
  access: 'optional',
  schedule: { every: 'day', notBefore: '14:00' },
  fallback: null,
  requests: () => ISHARES_FUNDS.map((fund) => ({ key: fund.symbol, url: productDataAddress('holdings.all', fund), maxBytes: MAX_BYTES })),
  parse: parseIsharesProductData,
};
