/** The report of one page as it crosses from the worker to the tab and the popup. */
import { z } from 'zod';
import type { Claim, Evidence, Finding, NoteCode, ReasonCode, Verdict } from '../check/finding.ts';
import type { CompanyReport, MeasuredReturn, PagePlaces, PageReport, TickerSummary } from '../check/report.ts';
import type { Instrument, InstrumentKind } from '../market/instrument.ts';
import type { Coverage, Observation, Source } from '../market/observation.ts';
import type { MissingReason } from '../market/ttm.ts';
import {
  claimValueSchema,
  dayRangeSchema,
  daySchema,
  definitionSchema,
  everyOf,
  idSchema,
  metricSchema,
  nameSchema,
  qualifierSchema,
  quoteSchema,
  spanSchema,
  unitSchema,
} from './schemas.ts';

const sourceSchema: z.ZodType<Source> = z.object({ title: z.string(), url: z.string().nullable() });

const coverageSchema: z.ZodType<Coverage> = z.object({ counted: z.number(), total: z.number(), weight: z.number() });

const instrumentSchema: z.ZodType<Instrument> = z.object({
  id: z.string(),
  kind: everyOf<InstrumentKind>()(['stock', 'fund', 'index', 'group']),
  symbol: z.string().nullable(),
  name: z.string(),
  aliases: z.array(z.string()),
  exchange: z.string().nullable(),
  sector: z.string().nullable(),
  tracks: z.string().nullable(),
  formerSymbols: z.array(z.object({ symbol: z.string(), until: daySchema })),
  commonWord: z.boolean(),
});

const observationSchema: z.ZodType<Observation> = z.object({
  id: z.string(),
  instrument: z.string(),
  metric: metricSchema,
  definitions: z.array(definitionSchema),
  method: z.string(),
  component: z.string().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  text: z.string().nullable(),
  unit: unitSchema,
  asOf: dayRangeSchema,
  validity: z.object({ from: daySchema.nullable(), to: daySchema.nullable() }).nullable(),
  source: sourceSchema,
  coverage: coverageSchema.optional(),
  computedFrom: z.string().optional(),
});

const levelsSchema = z.array(z.tuple([daySchema, z.number()]));

const claimSchema: z.ZodType<Claim> = z.object({
  id: idSchema,
  metric: metricSchema,
  value: claimValueSchema,
  unit: unitSchema,
  qualifier: qualifierSchema,
  group: nameSchema.nullable(),
  benchmarkGroup: nameSchema.nullable(),
  period: nameSchema.nullable(),
  definition: definitionSchema.nullable(),
  component: nameSchema.nullable(),
  isPlain: z.boolean(),
  entryDay: daySchema.nullable(),
  annualized: z.boolean(),
  forecast: z.boolean(),
  past: z.boolean(),
  statedDate: dayRangeSchema.nullable(),
  vendor: nameSchema.nullable(),
  span: spanSchema,
  valueSpan: spanSchema,
  quote: quoteSchema,
  sentence: quoteSchema,
  subject: z.string().nullable(),
  benchmark: z.string().nullable(),
});

const evidenceSchema: z.ZodType<Evidence> = z.object({
  instrument: z.string(),
  instrumentName: z.string(),
  metric: metricSchema,
  definitions: z.array(definitionSchema),
  method: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  text: z.string().nullable(),
  unit: unitSchema,
  asOf: dayRangeSchema,
  source: sourceSchema,
  fits: z.boolean(),
  role: everyOf<Evidence['role']>()(['then', 'now']),
  levels: levelsSchema.optional(),
  standsFor: z.string().optional(),
  coverage: coverageSchema.optional(),
});

const verdictSchema = everyOf<Verdict>()([
  'supported',
  'definition-dependent',
  'outdated',
  'contradicted',
  'unverifiable',
]);

const reasonSchema = everyOf<ReasonCode>()([
  'fits',
  'fits-stated-definition',
  'fits-one-definition',
  'fits-understated',
  'fits-price-return',
  'fits-total-return',
  'fits-rule',
  'fits-streak',
  'order-depends-on-definition',
  'changed-since',
  'rule-changed-since',
  'outside-every-definition',
  'outside-stated-definition',
  'outside-return',
  'outside-rule',
  'streak-broken',
  'forecast',
  'no-subject',
  'ambiguous-subject',
  'not-plainly-said',
  'no-date',
  'no-data',
  'no-data-near',
  'only-partial-data',
  'data-too-coarse',
  'definition-not-on-record',
  'only-other-definition',
  'only-other-basis',
  'period-unclear',
  'too-close-to-call',
  'sources-disagree',
  'not-checkable',
]);

const noteSchema = everyOf<NoteCode>()([
  'points-not-percent',
  'fund-for-index',
  'index-for-fund',
  'proxy-for-small-caps',
  'leaves-out-loss-makers',
  'carried-by-price',
  'latest-differs',
  'undated-article',
  'nominal-count',
  'partial-coverage',
  'range-covers',
]);

const wantedSchema = everyOf<NonNullable<Finding['wanted']>>()([
  'date',
  'source',
  'definition',
  'subject',
  'daily-data',
  'time',
]);

const findingSchema: z.ZodType<Finding> = z.object({
  claim: claimSchema,
  subjectName: z.string().nullable(),
  benchmarkName: z.string().nullable(),
  interval: z.object({ low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  verdict: verdictSchema,
  reason: reasonSchema,
  notes: z.array(noteSchema),
  evidence: z.array(evidenceSchema),
  wanted: wantedSchema.nullable(),
  copies: z.array(idSchema),
});

const measuredReturnSchema: z.ZodType<MeasuredReturn> = z.object({
  percent: z.number(),
  basis: everyOf<MeasuredReturn['basis']>()(['price', 'total']),
  from: daySchema,
  to: daySchema,
  source: sourceSchema,
});

const amountSchema = z.object({ value: z.number(), end: daySchema });

const companySchema: z.ZodType<CompanyReport> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('known'),
    cik: z.int().min(0),
    netIncome: z.union([
      amountSchema,
      z.object({ missing: everyOf<MissingReason>()(['not-filed', 'stale', 'quarter-missing', 'conflicting']) }),
    ]),
    revenue: amountSchema.nullable(),
    marketValue: z.object({ usd: z.number(), asOf: daySchema }).nullable(),
  }),
  z.object({ kind: z.literal('missing'), reason: z.enum(['no-reports', 'not-filed']) }),
]);

const tickerSchema: z.ZodType<TickerSummary> = z.object({
  instrument: instrumentSchema,
  tracksName: z.string().nullable(),
  memberships: z.array(
    z.object({
      index: z.string(),
      indexName: z.string(),
      weightPercent: z.number().nullable(),
      asOf: daySchema,
      source: sourceSchema,
    }),
  ),
  noMembership: z.enum(['no-holdings', 'not-held']).nullable(),
  company: companySchema.nullable(),
  figures: z.array(observationSchema),
  thisYear: z.object({ own: measuredReturnSchema, benchmark: measuredReturnSchema.nullable() }).nullable(),
  sparkline: levelsSchema,
  mentions: z.array(idSchema),
  claims: z.array(idSchema),
});

export const pageReportSchema: z.ZodType<PageReport> = z.object({
  title: z.string().nullable(),
  url: z.string().nullable(),
  published: daySchema.nullable(),
  today: daySchema,
  dataEnd: daySchema,
  findings: z.array(findingSchema),
  tickers: z.array(tickerSchema),
  words: z.int().min(0),
});

export const pagePlacesSchema: z.ZodType<PagePlaces> = z.object({
  mentions: z.array(z.object({ id: idSchema, span: spanSchema })),
  claims: z.array(z.object({ id: idSchema, span: spanSchema, valueSpan: spanSchema })),
});
