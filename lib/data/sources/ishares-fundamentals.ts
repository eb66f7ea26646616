/**
 * Portfolio characteristics of iShares funds. Of the P/E, iShares says on the same page that companies with negative
 * earnings are left out and that a single company counts for 60 at most.
 */
import type { Definition, MetricId, Unit } from '../../market/metric.ts';
import type { Observation } from '../../market/observation.ts';
import { statedDay } from './fund-part.ts';
import { isharesFund, ISHARES_FUNDS, ISHARES_HOSTS, ISHARES_TERMS, productDataAddress, productPage, refuseOtherFund } from './ishares-funds.ts';
import { isNone, numberOf } from './printed.ts';
import { dayOfPoint, productData } from './product-data.ts';
import type { DataPoint } from './product-data.ts';
import { figuresSummary, newestDay, published } from './published-figure.ts';
import { beginningOf, SourceFormatError } from './source-format-error.ts';
import type { SourceContext, SourcePart, SourceRequest, SourceSpec } from './source.ts';

interface Characteristic {
  /** Name of the data point. */
  readonly point: string;
  readonly metric: MetricId;
  readonly definitions?: readonly Definition[];
  readonly method: string;
  readonly unit: Unit;
}

const CHARACTERISTICS: readonly Characteristic[] = [
  {
    point: 'priceEarnings',
    metric: 'pe',
    definitions: ['trailing', 'excl_negative'],
    method: 'iShares: companies with negative earnings left out, a single P/E capped at 60',
    unit: 'x',
  },
  { point: 'priceBook', metric: 'pb', method: 'iShares: price to book value of the holdings', unit: 'x' },
  { point: 'twelveMonTrlYld', metric: 'dividend_yield', method: 'iShares: distributions of the past 12 months over net asset value', unit: '%' },
  { point: 'thirtyDaySecYield', metric: 'dividend_yield', method: 'iShares: 30-day SEC yield, after costs', unit: '%' },
  { point: 'numHoldings', metric: 'constituents', method: 'iShares: number of holdings, without cash and derivatives', unit: 'count' },
  { point: 'beta3Yr', metric: 'other:beta', method: 'iShares: equity beta over 3 years against the S&P 500', unit: 'x' },
  { point: 'standardDeviation3Yr', metric: 'volatility', method: 'iShares: standard deviation of monthly returns over 3 years, a year', unit: '%' },
];

/**
 * Reads the characteristics that the body has; a point without a figure or without a day of its own is left out.
 *
 * @throws {SourceFormatError} when the body is not of this form, is another fund's, has none of the figures, or one that
 * cannot be.
 */
export async function parseIsharesFundamentals(body: Uint8Array, request: SourceRequest, context: SourceContext): Promise<SourcePart> {
  const fund = isharesFund(request.key);
  const file = `iShares characteristics of ${fund.symbol}`;
  const data = await productData(file, body, 'fundamentalsAndRisk', context.pause);
  refuseOtherFund(file, fund, data.fundName);
  const source = { title: `iShares, portfolio characteristics of ${fund.symbol}`, url: productPage(fund) };
  const observations = CHARACTERISTICS.flatMap(({ point: name, ...figure }): Observation[] => {
    const point = data.point(name);
    const value = point === null ? null : valueOf(file, name, point);
    const day = point === null ? null : dayOfPoint(point);
    if (value === null || day === null) return [];
    const asOf = statedDay(file, day, context, { column: name });
    return [published(file, `ishares-fundamentals/${fund.symbol}/${name}`, { instrument: fund.symbol, ...figure, value, asOf, source }, { column: name })];
  });
  if (observations.length === 0) throw new SourceFormatError(file, `none of ${CHARACTERISTICS.map(({ point }) => `“${point}”`).join(', ')} has a figure with its day`);
  return { asOf: newestDay(observations), summary: figuresSummary(observations), observations };
}

function valueOf(file: string, name: string, { value }: DataPoint): number | null {
  if (value === null || value === undefined || (typeof value === 'string' && isNone(value))) return null;
  const number = typeof value === 'string' ? (numberOf(value, '%') ?? numberOf(value, 'x')) : value;
  if (typeof number === 'number') return number;
  throw new SourceFormatError(file, `${beginningOf(typeof value === 'string' ? value : JSON.stringify(value))} is not a number`, { column: name });
}

export const ISHARES_FUNDAMENTALS: SourceSpec = {
  id: 'ishares-fundamentals',
  group: 'ishares',
  title: 'iShares portfolio characteristics',
  gives: 'P/E, price-to-book, yields and number of holdings of the main iShares funds, day by day.',
  terms: ISHARES_TERMS,
  hosts: ISHARES_HOSTS,
  access: 'optional',
  schedule: { every: 'day', notBefore: '14:00' },
  fallback: null,
  requests: () => ISHARES_FUNDS.map((fund) => ({ key: fund.symbol, url: productDataAddress('fundamentalsAndRisk', fund, 'www.blackrock.com'), maxBytes: 2_000_000 })),
  parse: parseIsharesFundamentals,
};
