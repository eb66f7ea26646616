/** zod schemas of what is told of sources and of refreshing them. Full zod: never for the content script. */
import { z } from 'zod';
import type { FailureCode, SourceFailure } from '../market/source-failure.ts';
import { daySchema, everyOf, nameSchema, quoteSchema } from './schemas.ts';

/** Milliseconds since 1970. */
const timeSchema = z.number();

const failureCodeSchema = everyOf<FailureCode>()([
  'unreachable',
  'timed-out',
  'too-slow',
  'too-large',
  'redirected',
  'banned',
  'refused',
  'not-found',
  'too-many',
  'server',
  'status',
  'format',
  'implausible',
  'no-permission',
  'disk-full',
  'storage',
]);

const failureSchema: z.ZodType<SourceFailure> = z.object({
  code: failureCodeSchema,
  status: z.int().nullable(),
  detail: z.string().nullable(),
});

/** `off`: turned off by the reader; `no-permission`: the browser does not let the extension ask. */
const accessSchema = z.enum(['ready', 'off', 'no-permission']);

export const groupSchema = z.string().min(1).max(40);

const sourceStatusSchema = z.object({
  id: nameSchema,
  group: groupSchema,
  title: nameSchema,
  gives: quoteSchema,
  terms: quoteSchema,
  access: accessSchema,
  isFallback: z.boolean(),
  parts: z.array(z.object({ key: nameSchema, summary: nameSchema, asOf: daySchema.nullable(), checkedAt: timeSchema })).readonly(),
  wanted: z.int(),
  failure: failureSchema.nullable(),
  nextTry: timeSchema.nullable(),
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
});

export const refreshStatusSchema = z.object({
  isRunning: z.boolean(),
  sources: z.array(sourceStatusSchema).readonly(),
  /** Match patterns of the hosts of each group, for the browser's prompt, which must be asked for in the click itself. */
  hosts: z.record(groupSchema, z.array(z.string())),
  build: z.object({ failure: failureSchema, at: timeSchema }).nullable(),
});
