/** What a content script may send as its detection. Content scripts are trusted less than the worker. */
import { z } from 'zod';
import type { Detection, DraftClaim, Mention, Notation } from '../detect/detection.ts';
import { LIMITS } from './limits.ts';
import {
  claimValueSchema,
  dayRangeSchema,
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

const notationSchema = everyOf<Notation>()(['cashtag', 'exchange', 'paren', 'bare', 'name', 'index']);

const mentionSchema: z.ZodType<Mention> = z.object({
  id: idSchema,
  span: spanSchema,
  text: nameSchema,
  notation: notationSchema,
  known: nameSchema.nullable(),
  symbol: nameSchema.nullable(),
  exchange: nameSchema.nullable(),
  evidence: everyOf<Mention['evidence']>()(['strong', 'context', 'none']),
  sentenceStart: z.boolean(),
});

const mentionIdsSchema = z.array(idSchema).max(LIMITS.candidates);

/** The fields of a claim before and after it is known whom it is about. */
export const claimFields = {
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
  annualized: z.boolean(),
  forecast: z.boolean(),
  past: z.boolean(),
  statedDate: dayRangeSchema.nullable(),
  vendor: nameSchema.nullable(),
  span: spanSchema,
  valueSpan: spanSchema,
  quote: quoteSchema,
  sentence: quoteSchema,
};

const draftClaimSchema: z.ZodType<DraftClaim> = z.object({
  ...claimFields,
  isSubjectCertain: z.boolean(),
  subjectKind: everyOf<NonNullable<DraftClaim['subjectKind']>>()(['stock', 'fund', 'index']).nullable(),
  subjects: mentionIdsSchema,
  benchmarks: mentionIdsSchema,
  componentMentions: mentionIdsSchema,
});

/** A whole detection; every reference to a mention must be to one that is there. */
export const detectionSchema: z.ZodType<Detection> = z
  .object({
    mentions: z.array(mentionSchema).max(LIMITS.mentions),
    claims: z.array(draftClaimSchema).max(LIMITS.claims),
    articleSubjects: mentionIdsSchema,
    words: z.int().min(0).max(LIMITS.words),
  })
  .superRefine((detection, context) => {
    const count = detection.mentions.length;
    const isKnown = (id: number): boolean => id < count;
    if (!detection.mentions.every((mention, position) => mention.id === position)) {
      context.addIssue({ code: 'custom', path: ['mentions'], message: 'a mention’s id is not its position' });
    }
    if (!detection.articleSubjects.every(isKnown)) {
      context.addIssue({ code: 'custom', path: ['articleSubjects'], message: 'refers to a mention that is not there' });
    }
    const seen = new Set<number>();
    for (const [position, claim] of detection.claims.entries()) {
      const references = [...claim.subjects, ...claim.benchmarks, ...claim.componentMentions];
      if (!references.every(isKnown)) {
        context.addIssue({ code: 'custom', path: ['claims', position], message: 'refers to a mention that is not there' });
      }
      if (seen.has(claim.id)) {
        context.addIssue({ code: 'custom', path: ['claims', position], message: 'two claims share one id' });
      }
      seen.add(claim.id);
    }
  });
