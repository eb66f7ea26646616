/** Holdings of Vanguard funds at a month's end, in pages of at most 500 lines. */
import { z } from 'zod';
import { textOf } from './body.ts';
import { holdingsPart, statedDay } from './fund-part.ts';
import { symbolIn } from './holding-lines.ts';
import type { PrintedHolding } from './holding-lines.ts';
import { jsonOf } from './json.ts';
import { dayOf, isNone, numberOf } from './printed.ts';
import { beginningOf, SourceFormatError } from './source-format-error.ts';
import type { SourceContext, SourcePart, SourceRequest, SourceSpec } from './source.ts';
import { profileData, profilePage, VANGUARD_FUNDS, VANGUARD_HEADERS, VANGUARD_HOSTS, VANGUARD_TERMS, vanguardFund } from './vanguard-funds.ts';
import type { VanguardFund } from './vanguard-funds.ts';

const PAGE_LINES = 500;

const printed = z.union([z.string(), z.number()]).nullish();

const lineSchema = z.object({
  ticker: z.string().nullish(),
  longName: z.string().nullish(),
  shortName: z.string().nullish(),
  percentWeight: printed,
  marketValue: printed,
  sharesHeld: printed,
});

const pageSchema = z.object({
  /** Lines of all pages together. */
  size: z.int().nonnegative(),
  asOfDate: z.string(),
  fund: z.object({ entity: z.array(lineSchema) }),
});
type Page = z.infer<typeof pageSchema>;

/**
 * Reads the pages as the holdings of one day. Weights are shares of the stocks' market value: cash is not among them.
 *
 * @param further The pages behind the first, in order; those beyond the last line are empty.
 * @throws {SourceFormatError} when a page is not of this form, pages are of different days, or lines are missing.
 */
export async function parseVanguardHoldings(
  body: Uint8Array,
  request: SourceRequest,
  context: SourceContext,
  further: readonly Uint8Array[] = [],
): Promise<SourcePart> {
  const fund = vanguardFund(request.key);
  const file = `Vanguard holdings of ${fund.symbol}`;
  const pages: Page[] = [];
  for (const [at, bytes] of [body, ...further].entries()) {
    const name = `${file}, page ${at + 1}`;
    pages.push(jsonOf(name, textOf(name, bytes), pageSchema, 'a page of holdings'));
    await context.pause();
  }
  const { size, asOfDate } = pages[0]!;
  for (const [at, page] of pages.entries()) {
    // Behind the last line, pages need not say anything.
    if (page.fund.entity.length > 0 && (page.asOfDate !== asOfDate || page.size !== size)) {
      throw new SourceFormatError(`${file}, page ${at + 1}`, `it is of ${beginningOf(page.asOfDate)} with ${page.size} lines, the first one of ${beginningOf(asOfDate)} with ${size}`);
    }
  }
  const lines: Page['fund']['entity'] = [];
  for (const { fund: { entity } } of pages) {
    // Whoever gives all at once gives all on every page.
    if (lines.length < size) lines.push(...entity);
  }
  if (lines.length === 0) throw new SourceFormatError(file, 'there is no line in it');
  if (lines.length !== size) throw new SourceFormatError(file, `${lines.length} of ${size} lines came`);
  const asOf = statedDay(file, dayOf(asOfDate), context, { column: 'asOfDate' });
  const holdings = lines.map((line, at) => printedHolding(file, line, at + 1));
  return holdingsPart(file, fund.symbol, { asOf, holdings, source: { title: `Vanguard, holdings of ${fund.symbol}`, url: profilePage(fund) } }, context);
}

function printedHolding(file: string, line: z.infer<typeof lineSchema>, row: number): PrintedHolding {
  const symbol = symbolIn(line.ticker);
  const number = (field: 'percentWeight' | 'marketValue' | 'sharesHeld', unit: '' | '%' | '$'): number | null => {
    const value = line[field] ?? '';
    if (typeof value === 'number') return value;
    if (isNone(value)) return null;
    const read = /^<\s?0?\.\d+%?$/.test(value) ? 0 : numberOf(value, unit);
    if (read === null) throw new SourceFormatError(file, `${beginningOf(value)} is not a number`, { row, column: field });
    return read;
  };
  return {
    place: { row },
    symbol,
    name: line.longName ?? line.shortName ?? symbol ?? '',
    sector: null,
    classes: ['Stock'],
    exchange: null,
    weightPercent: number('percentWeight', '%'),
    marketValueUsd: number('marketValue', '$'),
    quantity: number('sharesHeld', ''),
    priceUsd: null,
  };
}

function pageAddress(fund: VanguardFund, start: number): string {
  return profileData(fund, `portfolio-holding/stock?start=${start}&count=${PAGE_LINES}`);
}

export const VANGUARD_HOLDINGS: SourceSpec = {
  id: 'vanguard-holdings',
  group: 'vanguard',
  title: 'Vanguard fund holdings',
  gives: 'Members and weights of the Russell 1000, 2000 and 3000 and of the S&P 500, 400 and 600, at month ends.',
  terms: VANGUARD_TERMS,
  hosts: VANGUARD_HOSTS,
  access: 'optional',
  schedule: { every: 'week', notBefore: '14:00' },
  fallback: null,
  requests: () =>
    VANGUARD_FUNDS.map((fund) => ({
      key: fund.symbol,
      url: pageAddress(fund, 1),
      furtherPages: Array.from({ length: fund.lines / PAGE_LINES - 1 }, (_, at) => pageAddress(fund, (at + 1) * PAGE_LINES + 1)),
      headers: VANGUARD_HEADERS,
      maxBytes: 2_000_000,
    })),
  parse: parseVanguardHoldings,
};
