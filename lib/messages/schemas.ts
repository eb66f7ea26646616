/** zod schemas of the plain values that detection and reports share. Full zod: never for the content script. */
import { z } from 'zod';
import type { Span } from '../text/span.ts';
import type { ClaimValue, Qualifier } from '../detect/detection.ts';
import type { Definition, MetricId, Unit } from '../market/metric.ts';
import { LIMITS } from './limits.ts';

/** An enum that must list every member of the union `T`: a member that is missing here does not compile. */
export function everyOf<T extends string>() {
  return <const U extends readonly [T, ...T[]]>(values: [T] extends [U[number]] ? U : never) =>
    z.enum<{ [K in T]: K }>(Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K });
}

export const nameSchema = z.string().max(LIMITS.name);
export const quoteSchema = z.string().max(LIMITS.quote);
export const titleSchema = z.string().max(LIMITS.title);
export const idSchema = z.int().min(0);
export const tabIdSchema = z.int().min(0);

/** A host name as `URL.hostname` gives it: lower case, no port, punycode; IPv4 addresses and bracketed IPv6 too. */
export const hostSchema = z
  .string()
  .min(1)
  .max(LIMITS.host)
  .regex(/^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])$/);

/** A calendar day that exists, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

export const dayRangeSchema = z.object({ from: daySchema, to: daySchema });

export const spanSchema: z.ZodType<Span> = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .refine((span) => span.start <= span.end, 'a span ends before it starts');

export const unitSchema = everyOf<Unit>()(['x', '%', 'pp', 'USD', 'count', 'points', 'year', 'schedule', 'flag']);

export const definitionSchema = everyOf<Definition>()([
  'excl_negative',
  'incl_negative',
  'trailing',
  'forward',
  'operating',
  'as_reported',
  'total_return',
  'price_return',
  'by_count',
  'by_weight',
  'other_basis',
]);

type NamedMetric = Exclude<MetricId, `other:${string}`>;

const namedMetricSchema = everyOf<NamedMetric>()([
  'pe',
  'pe_forward',
  'pe_average',
  'pb',
  'ps',
  'dividend_yield',
  'unprofitable_share',
  'return',
  'return_vs',
  'streak',
  'sector_weight',
  'holding_weight',
  'constituents',
  'market_coverage',
  'eligibility_market_cap',
  'eligibility_price',
  'eligibility_free_float',
  'banding',
  'reconstitution',
  'profitability_screen',
  'inception_year',
  'expense_ratio',
  'market_cap',
  'price',
  'index_level',
  'aum',
  'eps',
  'revenue',
  'volatility',
]);

export const metricSchema: z.ZodType<MetricId> = z.union([
  namedMetricSchema,
  z.templateLiteral(['other:', z.string().min(1).max(60)]),
]);

export const qualifierSchema = everyOf<Qualifier>()(['exact', 'about', 'nearly', 'over', 'under', 'up to', 'range']);

export const claimValueSchema: z.ZodType<ClaimValue> = z.object({
  low: z.number(),
  high: z.number(),
  halfUnit: z.number().min(0),
  isFraction: z.boolean(),
  text: nameSchema.nullable(),
});
