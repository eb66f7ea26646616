/**
 * Characteristics of Vanguard funds at a month's end, all as text with their units ("35.6x", "$1.8 trillion", "32.4%").
 * Beside the fund's own figures stand those of its index, which articles quote as the index's P/E. Vanguard leaves
 * companies without earnings out of the P/E.
 */
import { z } from 'zod';
import type { InstrumentId } from '../../market/instrument.ts';
import type { Definition, MetricId, Unit } from '../../market/metric.ts';
import type { Observation } from '../../market/observation.ts';
import { textOf } from './body.ts';
import { statedDay } from './fund-part.ts';
import { jsonOf } from './json.ts';
import { dayOf, isNone, moneyOf, numberOf } from './printed.ts';
import { figuresSummary, published } from './published-figure.ts';
import { beginningOf, SourceFormatError } from './source-format-error.ts';
import type { SourceContext, SourcePart, SourceRequest, SourceSpec } from './source.ts';
import { profileData, profilePage, VANGUARD_FUNDS, VANGUARD_HEADERS, VANGUARD_HOSTS, VANGUARD_TERMS, vanguardFund } from './vanguard-funds.ts';

const printed = z.union([z.string(), z.number()]).nullish();

const figuresSchema = z.object({
  priceEarningsRatio: printed,
  priceBookRatio: printed,
  numberOfStocks: printed,
  totalNetAssets: printed,
});
type Figures = z.infer<typeof figuresSchema>;

const bodySchema = z.object({
  equityCharacteristic: z.object({
    asOfDate: z.string(),
    benchmarkShortName: z.string().nullish(),
    fund: figuresSchema,
    benchmark: figuresSchema.nullish(),
  }),
});

interface Reading {
  readonly field: keyof Figures;
  readonly metric: MetricId;
  readonly definitions?: readonly Definition[];
  readonly method: string;
  readonly unit: Unit;
}

const READINGS: readonly Reading[] = [
  { field: 'priceEarningsRatio', metric: 'pe', definitions: ['trailing', 'excl_negative'], method: 'Vanguard: companies without earnings left out, month end', unit: 'x' },
  { field: 'priceBookRatio', metric: 'pb', method: 'Vanguard: price to book value, month end', unit: 'x' },
  { field: 'numberOfStocks', metric: 'constituents', method: 'Vanguard: number of stocks, month end', unit: 'count' },
  { field: 'totalNetAssets', metric: 'aum', method: 'Vanguard: net assets of the fund, all share classes, month end', unit: 'USD' },
];

/**
 * Reads the fund's figures and those of its index.
 *
 * @throws {SourceFormatError} when the body is not of this form, has no day, no figure, or one that cannot be.
 */
export function parseVanguardCharacteristics(body: Uint8Array, request: SourceRequest, context: SourceContext): SourcePart {
  const fund = vanguardFund(request.key);
  const file = `Vanguard characteristics of ${fund.symbol}`;
  const { equityCharacteristic: found } = jsonOf(file, textOf(file, body), bodySchema, 'characteristics of a Vanguard stock fund');
  const asOf = statedDay(file, dayOf(found.asOfDate), context, { column: 'asOfDate' });
  const source = { title: `Vanguard, characteristics of ${fund.symbol}`, url: profilePage(fund) };
  const read = (instrument: InstrumentId, figures: Figures, part: 'fund' | 'benchmark'): Observation[] =>
    READINGS.flatMap(({ field, ...figure }) => {
      const place = { column: `${part}.${field}` };
      const value = valueOf(file, figures[field], figure.unit, place);
      // An index has no net assets of a fund.
      if (value === null || (part === 'benchmark' && figure.metric === 'aum')) return [];
      return [published(file, `vanguard-characteristics/${fund.symbol}/${part}.${field}`, { instrument, ...figure, value, asOf, source }, place)];
    });
  const observations = [
    ...read(fund.symbol, found.fund, 'fund'),
    ...(found.benchmark ? read(fund.index, found.benchmark, 'benchmark') : []),
  ];
  if (observations.length === 0) throw new SourceFormatError(file, 'there is no figure in it');
  return { asOf, summary: figuresSummary(observations), observations };
}

function valueOf(file: string, printed: string | number | null | undefined, unit: Unit, place: { column: string }): number | null {
  if (printed === null || printed === undefined || isNone(String(printed))) return null;
  if (typeof printed === 'number') return printed;
  const value = unit === 'USD' ? moneyOf(printed) : numberOf(printed, unit === 'x' ? 'x' : '');
  if (value === null) throw new SourceFormatError(file, `${beginningOf(printed)} is not ${unit === 'USD' ? 'an amount of money' : 'a number'}`, place);
  return value;
}

export const VANGUARD_CHARACTERISTICS: SourceSpec = {
  id: 'vanguard-characteristics',
  group: 'vanguard',
  title: 'Vanguard fund and index characteristics',
  gives: 'P/E, price-to-book and number of stocks of Vanguard’s index funds and of the indices themselves, at month ends.',
  terms: VANGUARD_TERMS,
  hosts: VANGUARD_HOSTS,
  access: 'optional',
  schedule: { every: 'week', notBefore: '14:00' },
  fallback: null,
  requests: () =>
    VANGUARD_FUNDS.map((fund) => ({ key: fund.symbol, url: profileData(fund, 'characteristic'), headers: VANGUARD_HEADERS, maxBytes: 500_000 })),
  parse: parseVanguardCharacteristics,
};
