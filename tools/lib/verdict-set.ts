import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { factSchema } from './facts.ts';
import { UserError } from './command.ts';

const VERDICTS = ['supported', 'definition-dependent', 'outdated', 'contradicted', 'unverifiable'] as const;
const verdict = z.enum(VERDICTS);
export type VerdictLabel = z.output<typeof verdict>;

/** Which verdict of several a text gets as a whole, strongest first. */
export const STRENGTH: readonly VerdictLabel[] = ['contradicted', 'definition-dependent', 'outdated', 'unverifiable', 'supported'];

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day written YYYY-MM-DD');

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string().min(1),
  title: z.string().nullish(),
  published: day.nullish(),
  today: day.nullish(),
  verdict,
  /** The reason's code; a list where several are as good. */
  reason: z.union([z.string(), z.array(z.string()).min(1)]).nullish(),
  /** `plain` and `subtle` are wrong ones, each with a share of its own; any other word is only told. */
  kind: z.string().nullish(),
  /** What is wrong about it, in a word: sign, index, year, basis. */
  error: z.string().nullish(),
  why: z.string().nullish(),
  claims: z
    .array(z.object({ value_text: z.string(), metric: z.string().nullish(), subject: z.string().nullish(), verdict }))
    .nullish(),
  facts: z.array(factSchema).nullish(),
});

export type VerdictLine = z.output<typeof lineSchema>;

/**
 * Whether a line of the project's own set is kept out of development: a third of them, by the FNV-1a hash of the id, so
 * that nobody chooses which.
 */
export function isHeldOut(id: string): boolean {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % 3 === 0;
}

/**
 * A truth set, one JSON object a line; blank lines are skipped.
 *
 * @throws {UserError} naming file and line where a line is no JSON or not of the shape.
 */
export function readVerdictSet(file: string): readonly VerdictLine[] {
  let body: string;
  try {
    body = readFileSync(file, 'utf8');
  } catch {
    throw new UserError(`${file}: no such file`);
  }
  const lines: VerdictLine[] = [];
  body.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const where = `${file}:${index + 1}`;
    let parsed: unknown;
    try {
      parsed = JSON.parse(line);
    } catch (error) {
      throw new UserError(`${where}: not JSON (${error instanceof Error ? error.message : String(error)})`);
    }
    const result = lineSchema.safeParse(parsed);
    if (!result.success) {
      const issue = result.error.issues[0];
      throw new UserError(`${where}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'not of the shape'}`);
    }
    lines.push(result.data);
  });
  if (lines.length === 0) throw new UserError(`${file}: holds no lines`);
  return lines;
}
