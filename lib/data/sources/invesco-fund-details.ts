/** What Invesco says of a fund as a whole: its size, its costs, its number of holdings, each with a day of its own. */
import { z } from 'zod';
import type { MetricId, Unit } from '../../market/metric.ts';
import type { Observation } from '../../market/observation.ts';
import { textOf } from './body.ts';
import { statedDay } from './fund-part.ts';
import { INVESCO_FUNDS, INVESCO_HOSTS, INVESCO_TERMS, invescoPage, isCodeOf, shareClassAddress } from './invesco-funds.ts';
import { jsonOf } from './json.ts';
import { dayOf } from './printed.ts';
import { figuresSummary, newestDay, published } from './published-figure.ts';
import { beginningOf, SourceFormatError } from './source-format-error.ts';
import type { SourceContext, SourcePart, SourceRequest, SourceSpec } from './source.ts';

const day = z.string().nullish();
const figure = z.number().nullish();

const bodySchema = z.object({
  cusip: z.string().nullish(),
  ticker: z.string().nullish(),
  effectiveDate: day,
  effectiveBusinessDate: day,
  totalNoOfHoldings: figure,
  totalNoOfHoldingsEffectiveDate: day,
  shareclassTotalNetAssets: figure,
  shareclassTotalNetAssetsEffectiveDate: day,
  nav: figure,
  feeValue: figure,
});
type Body = z.infer<typeof bodySchema>;

type FigureName = 'totalNoOfHoldings' | 'shareclassTotalNetAssets' | 'nav' | 'feeValue';
type DayName = 'totalNoOfHoldingsEffectiveDate' | 'shareclassTotalNetAssetsEffectiveDate' | 'effectiveBusinessDate';

const READINGS: readonly { readonly field: FigureName; readonly day: DayName; readonly metric: MetricId; readonly method: string; readonly unit: Unit }[] = [
  { field: 'totalNoOfHoldings', day: 'totalNoOfHoldingsEffectiveDate', metric: 'constituents', method: 'Invesco: number of holdings', unit: 'count' },
  { field: 'shareclassTotalNetAssets', day: 'shareclassTotalNetAssetsEffectiveDate', metric: 'aum', method: 'Invesco: net assets of the fund', unit: 'USD' },
  { field: 'nav', day: 'effectiveBusinessDate', metric: 'other:nav', method: 'Invesco: net asset value of a share', unit: 'USD' },
  { field: 'feeValue', day: 'effectiveBusinessDate', metric: 'expense_ratio', method: 'Invesco: total expense ratio', unit: '%' },
];

/**
 * Reads the figures that the body has; one without a day is left out.
 *
 * @throws {SourceFormatError} when the body is not of this form, is another fund's, or has none of the figures.
 */
export function parseInvescoFundDetails(body: Uint8Array, { key }: SourceRequest, context: SourceContext): SourcePart {
  const file = `Invesco figures of ${key}`;
  const found = jsonOf(file, textOf(file, body), bodySchema, 'a fund of Invesco');
  const code = found.ticker ?? found.cusip ?? null;
  if (code !== null && !isCodeOf(key, code)) throw new SourceFormatError(file, `these are the figures of ${beginningOf(code)}`);
  const source = { title: `Invesco, figures of ${key}`, url: invescoPage(key) };
  const observations = READINGS.flatMap(({ field, day: stated, ...reading }): Observation[] => {
    const value = found[field] ?? null;
    const asOf = dayIn(found, stated);
    if (value === null || asOf === null) return [];
    const place = { column: field };
    return [published(file, `invesco-fund-details/${key}/${field}`, { ...reading, instrument: key, value, asOf: statedDay(file, asOf, context, place), source }, place)];
  });
  if (observations.length === 0) throw new SourceFormatError(file, 'there is no figure with its day in it');
  return { asOf: newestDay(observations), summary: figuresSummary(observations), observations };
}

function dayIn(body: Body, name: DayName): string | null {
  const printed = body[name] ?? (name === 'effectiveBusinessDate' ? body.effectiveDate : null) ?? null;
  return printed === null ? null : dayOf(printed);
}

export const INVESCO_FUND_DETAILS: SourceSpec = {
  id: 'invesco-fund-details',
  group: 'invesco',
  title: 'Invesco fund figures',
  gives: 'Net assets, costs and number of holdings of the fund on the Nasdaq-100.',
  terms: INVESCO_TERMS,
  hosts: INVESCO_HOSTS,
  access: 'optional',
  schedule: { every: 'day', notBefore: '14:00' },
  fallback: null,
  requests: () =>
    INVESCO_FUNDS.map(({ symbol }) => ({
      key: symbol,
      url: shareClassAddress(symbol, '', 'variationType=fundDetails'),
      headers: { Accept: 'application/json' },
      maxBytes: 500_000,
    })),
  parse: parseInvescoFundDetails,
};
