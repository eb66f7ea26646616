/**
 * The list behind the iShares fund finder: every fund of the United States in one body, by portfolio number. A cell is
 * `{d, r}`, text for people and the raw figure; a fund without the figure has "-" or a space instead.
 *
 * All returns are with distributions reinvested, those "at price" too, which are measured from market prices instead of
 * net asset values; only the latter are read. Annualised ones end on the last day of a month.
 */
import { z } from 'zod';
import type { Observation } from '../../market/observation.ts';
import { textOf } from './body.ts';
import { statedDay } from './fund-part.ts';
import { ISHARES_TERMS } from './ishares-funds.ts';
import { jsonOf } from './json.ts';
import { dayOf } from './printed.ts';
import { figuresSummary, isPlausible, newestDay, published } from './published-figure.ts';
import type { PublishedFigure } from './published-figure.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { SourceContext, SourcePart, SourceRequest, SourceSpec } from './source.ts';

const cellSchema = z.union([z.object({ r: z.union([z.number(), z.string(), z.null()]) }), z.string(), z.number(), z.null()]).optional();
type Cell = z.infer<typeof cellSchema>;

const FIGURES = [
  'navAmount', 'totalNetAssets', 'netr', 'twelveMonTrlYield', 'thirtyDaySecYield', 'dailyPerformanceYearToDate',
  'navOneYearAnnualized', 'navThreeYearAnnualized', 'navFiveYearAnnualized', 'navTenYearAnnualized',
] as const;
const DAYS = ['navAmountAsOf', 'totalNetAssetsFundAsOf', 'twelveMonTrlYieldAsOf', 'thirtyDaySecYieldAsOf', 'navAnnualisedAsOf'] as const;

type FigureName = (typeof FIGURES)[number];
type DayName = (typeof DAYS)[number];

const cells = Object.fromEntries([...FIGURES, ...DAYS].map((name) => [name, cellSchema])) as Record<FigureName | DayName, typeof cellSchema>;

const bodySchema = z.record(
  z.string().regex(/^\d+$/, 'a portfolio number was expected'),
  z.object({ localExchangeTicker: z.string().nullish(), fundName: z.string().nullish(), productPageUrl: z.string().nullish(), ...cells }),
);
type Fund = z.infer<typeof bodySchema>[string];

interface Reading extends Pick<PublishedFigure, 'metric' | 'definitions' | 'component' | 'method' | 'unit'> {
  readonly cell: FigureName;
  /** Where the body says the figure's day. */
  readonly day: DayName;
}

const READINGS: readonly Reading[] = [
  { cell: 'navAmount', day: 'navAmountAsOf', metric: 'other:nav', method: 'iShares: net asset value of a share', unit: 'USD' },
  { cell: 'totalNetAssets', day: 'totalNetAssetsFundAsOf', metric: 'aum', method: 'iShares: net assets of the fund', unit: 'USD' },
  { cell: 'netr', day: 'navAmountAsOf', metric: 'expense_ratio', method: 'iShares: net expense ratio', unit: '%' },
  { cell: 'twelveMonTrlYield', day: 'twelveMonTrlYieldAsOf', metric: 'dividend_yield', method: 'iShares: distributions of the past 12 months over net asset value', unit: '%' },
  { cell: 'thirtyDaySecYield', day: 'thirtyDaySecYieldAsOf', metric: 'dividend_yield', method: 'iShares: 30-day SEC yield, after costs', unit: '%' },
  yearly('dailyPerformanceYearToDate', 'navAmountAsOf', 'YTD', 'since the end of last year'),
  yearly('navOneYearAnnualized', 'navAnnualisedAsOf', '1Y', 'over 1 year'),
  yearly('navThreeYearAnnualized', 'navAnnualisedAsOf', '3Y', 'a year over 3 years'),
  yearly('navFiveYearAnnualized', 'navAnnualisedAsOf', '5Y', 'a year over 5 years'),
  yearly('navTenYearAnnualized', 'navAnnualisedAsOf', '10Y', 'a year over 10 years'),
];

function yearly(cell: FigureName, day: DayName, component: string, window: string): Reading {
  return { cell, day, metric: 'return', definitions: ['total_return'], component, method: `iShares: ${window}, net asset value with distributions reinvested`, unit: '%' };
}

/** Beyond this share of figures that cannot be, the columns are not what they were. */
const MAX_IMPLAUSIBLE = 0.05;

/**
 * Reads net asset value, net assets, costs, yields and returns of every fund that has a symbol; a figure without its day
 * is left out, and so is what a metric cannot be (funds that write options distribute more than any dividend yield). The
 * components of the returns name their windows: `YTD`, `1Y`, `3Y`, `5Y`, `10Y`.
 *
 * @throws {SourceFormatError} when the body is not of this form, two funds have one symbol, or many figures cannot be.
 */
export async function parseIsharesScreener(body: Uint8Array, _request: SourceRequest, context: SourceContext): Promise<SourcePart> {
  const file = 'iShares list of funds';
  const text = textOf(file, body);
  await context.pause();
  const funds = jsonOf(file, text, bodySchema, 'the list of iShares funds');
  const observations: Observation[] = [];
  const implausible: string[] = [];
  const seen = new Set<string>();
  for (const fund of Object.values(funds)) {
    await context.pause();
    const symbol = /^[A-Z]{1,5}$/.exec(fund.localExchangeTicker?.trim() ?? '')?.[0];
    if (symbol === undefined) continue;
    if (seen.has(symbol)) throw new SourceFormatError(file, `two funds have the symbol ${symbol}`);
    seen.add(symbol);
    observations.push(...figuresOf(file, symbol, fund, context, implausible));
  }
  if (implausible.length > MAX_IMPLAUSIBLE * (observations.length + implausible.length)) {
    throw new SourceFormatError(file, `${implausible.length} figures cannot be; the first is ${implausible[0]}`);
  }
  if (observations.length === 0) throw new SourceFormatError(file, 'there is no fund with a figure in it');
  return { asOf: newestDay(observations), summary: `${figuresSummary(observations)} of ${seen.size} funds`, observations };
}

function figuresOf(file: string, symbol: string, fund: Fund, context: SourceContext, implausible: string[]): Observation[] {
  const page = fund.productPageUrl ?? '';
  const url = /^\/us\/products\/\d+\/[\w-]+$/.test(page) ? `https://www.ishares.com${page}` : null;
  return READINGS.flatMap(({ cell, day, ...reading }): Observation[] => {
    const value = figureOf(file, symbol, cell, fund[cell]);
    const printed = rawOf(fund[day]);
    const known = printed === null ? null : dayOf(printed);
    if (value === null || known === null) return [];
    if (!isPlausible(reading.metric, value)) {
      implausible.push(`${symbol} ${cell} ${value}`);
      return [];
    }
    const place = { column: `${symbol} ${cell}` };
    const asOf = statedDay(file, known, context, place);
    const source = { title: `iShares, list of funds: ${fund.fundName?.slice(0, 120) ?? symbol}`, url };
    return [published(file, `ishares-screener/${symbol}/${cell}`, { ...reading, instrument: symbol, value, asOf, source }, place)];
  });
}

function rawOf(cell: Cell): number | string | null {
  return cell !== null && typeof cell === 'object' ? cell.r : (cell ?? null);
}

function figureOf(file: string, symbol: string, name: string, cell: Cell): number | null {
  const raw = rawOf(cell);
  if (raw === null || (typeof raw === 'string' && ['', '-', '--'].includes(raw.trim()))) return null;
  if (typeof raw !== 'number') throw new SourceFormatError(file, `“${raw.slice(0, 40)}” is not a number`, { column: `${symbol} ${name}` });
  return raw;
}

export const ISHARES_SCREENER: SourceSpec = {
  id: 'ishares-screener',
  group: 'ishares',
  title: 'iShares list of funds',
  gives: 'Net assets, costs, yields and returns of every iShares fund, in one request.',
  terms: ISHARES_TERMS,
  hosts: ['https://www.ishares.com/*'],
  access: 'optional',
  schedule: { every: 'day', notBefore: '14:00' },
  fallback: null,
  requests: () => [
    {
      key: 'all',
      url: 'https://www.ishares.com/us/product-screener/product-screener-v3.1.jsn?dcrPath=/templatedata/config/product-screener-v3/data/en/us-ishares/ishares-product-screener-backend-config&siteEntryPassthrough=true',
      maxBytes: 16_000_000,
    },
  ],
  parse: parseIsharesScreener,
};
