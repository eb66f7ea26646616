import { z } from 'zod';
import type { Definition, MetricId, Unit } from '../market/metric.ts';

/**
 * Shapes of the three files in `public/data/`, described for people in docs/data.md. Rows are kept one to a line and
 * without what can be derived (ids, sector names, sources by key), so that a change reads well in a diff.
 */

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day written YYYY-MM-DD')
  .refine(isCalendarDay, 'is not a day of the calendar');

const Symbol = z
  .string()
  .regex(/^[A-Z]{1,5}(\.[A-Z])?$/, 'must be a symbol in upper case, with a dot before a class of share');

const IndexId = z.string().regex(/^(INDEX|GROUP):[A-Z0-9_]+$/, 'must be INDEX: or GROUP: and an upper-case name');

const Mic = z.string().regex(/^[A-Z]{4}$/, 'must be a market identifier of four letters');

const Text = z.string().trim().min(1, 'must not be empty');

/** GICS sectors under the short codes that company rows use. */
export const SECTORS = {
  COMM: 'Communication Services',
  DISC: 'Consumer Discretionary',
  STAP: 'Consumer Staples',
  ENER: 'Energy',
  FINA: 'Financials',
  HLTH: 'Health Care',
  INDU: 'Industrials',
  TECH: 'Information Technology',
  MATL: 'Materials',
  REAL: 'Real Estate',
  UTIL: 'Utilities',
} as const;

export type SectorCode = keyof typeof SECTORS;

const SectorCodeSchema = z.enum(Object.keys(SECTORS) as [SectorCode, ...SectorCode[]]);

const Former = z.array(z.tuple([Symbol, Day]));

const IndexRow = z.strictObject({
  id: IndexId,
  kind: z.enum(['index', 'group']).optional(),
  symbol: z.string().regex(/^[A-Z0-9]{1,10}$/, 'must be an index symbol in upper case').optional(),
  name: Text,
  aliases: z.array(Text),
  commonWord: z.boolean().optional(),
});

const FundRow = z.strictObject({
  symbol: Symbol,
  name: Text,
  /** Null for mutual funds, which no exchange lists. */
  exchange: Mic.nullable(),
  tracks: IndexId.optional(),
  aliases: z.array(Text),
  former: Former.optional(),
  commonWord: z.boolean().optional(),
});

/** `[symbol, name, exchange, sector code, aliases, more]`; `more` is left out when empty. */
const CompanyRow = z.union([
  z.tuple([Symbol, Text, Mic.nullable(), SectorCodeSchema, z.array(Text)]),
  z.tuple([
    Symbol,
    Text,
    Mic.nullable(),
    SectorCodeSchema,
    z.array(Text),
    z.strictObject({
      former: Former.optional(),
      /** Last day of trading, for a company that is no longer listed. */
      delisted: Day.optional(),
      commonWord: z.boolean().optional(),
    }),
  ]),
]);

export const InstrumentsFile = z.strictObject({
  format: z.literal(1),
  asOf: Day,
  indices: z.array(IndexRow),
  funds: z.array(FundRow),
  companies: z.array(CompanyRow),
});

/** Metrics that the files have a form for. Returns are none: they have two ends, and levels give them. */
export const METRICS = [
  'pe', 'pe_forward', 'pe_average', 'pb', 'ps', 'dividend_yield', 'unprofitable_share', 'sector_weight',
  'holding_weight', 'constituents', 'market_coverage', 'eligibility_market_cap', 'eligibility_price',
  'eligibility_free_float', 'banding', 'reconstitution', 'profitability_screen', 'inception_year', 'expense_ratio',
  'market_cap', 'price', 'index_level', 'aum', 'eps', 'revenue', 'volatility',
] as const satisfies readonly MetricId[];

const OtherMetric = z.templateLiteral(['other:', z.string().regex(/[a-z0-9_]+/)]);

const UNITS = [
  'x', '%', 'pp', 'USD', 'count', 'points', 'year', 'schedule', 'flag',
] as const satisfies readonly Unit[];

const DEFINITIONS = [
  'excl_negative', 'incl_negative', 'trailing', 'forward', 'operating', 'as_reported', 'total_return',
  'price_return', 'by_count', 'by_weight',
] as const satisfies readonly Definition[];

/** A day, month (`2025-04`), quarter (`2024-Q4`) or year, or first and last day of a vaguer date. */
const AsOf = z.union([
  Day,
  z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/, 'must be a day, month, quarter or year'),
  z.tuple([Day, Day]),
]);

const ObservationRow = z
  .strictObject({
    on: z.union([IndexId, Symbol]),
    metric: z.union([z.enum(METRICS), OtherMetric]),
    is: z.array(z.enum(DEFINITIONS)).optional(),
    component: Text.optional(),
    value: z.number().optional(),
    /** An open or vague figure; null is an open end. */
    between: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
    text: Text.optional(),
    unit: z.enum(UNITS),
    asOf: AsOf,
    /** Rules only: first and last day in force, null for open. */
    inForce: z.tuple([Day.nullable(), Day.nullable()]).optional(),
    method: Text,
    source: Text,
    /** Computed figures only: the fund whose holdings went in, and how much of it: counted, of all, part of the weight. */
    computed: z.tuple([Symbol, z.int().nonnegative(), z.int().nonnegative(), z.number().min(0).max(1)]).optional(),
  })
  .refine((row) => row.computed === undefined || row.computed[1] <= row.computed[2], 'counts more than there are in computed')
  .refine(
    (row) => [row.value, row.between, row.text].filter((given) => given !== undefined).length === 1,
    'must have exactly one of value, between and text',
  );

export const ObservationsFile = z.strictObject({
  format: z.literal(1),
  asOf: Day,
  /** Key → `[title, address or null]`. */
  sources: z.record(z.string(), z.tuple([Text, z.url().nullable()])),
  observations: z.array(ObservationRow),
});

const SeriesRow = z.strictObject({
  on: z.union([IndexId, Symbol]),
  basis: z.enum(['price', 'total']),
  source: z.tuple([Text, z.url().nullable()]),
  /** What the reader of the file should know of its density; not shown. */
  note: Text.optional(),
  /** Position of the first value in `days`. */
  from: z.number().int().nonnegative(),
  /** One value for each of `days` from there on; null where the series has none. */
  values: z.array(z.number().positive().nullable()),
});

export const LevelsFile = z.strictObject({
  format: z.literal(1),
  asOf: Day,
  /** Days on which at least one series has a value, ascending. */
  days: z.array(Day),
  series: z.array(SeriesRow),
});

export type InstrumentsBody = z.infer<typeof InstrumentsFile>;
export type ObservationsBody = z.infer<typeof ObservationsFile>;
export type ObservationBody = ObservationsBody['observations'][number];
export type LevelsBody = z.infer<typeof LevelsFile>;

function isCalendarDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
