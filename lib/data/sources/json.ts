import type { z } from 'zod';
import { beginningOf, SourceFormatError } from './source-format-error.ts';

/**
 * The JSON of a body, of the given shape.
 *
 * @param what Names the shape for the reader: "a frame of the SEC".
 * @throws {SourceFormatError} when the text is not JSON, is cut short, or has another shape; with row and field.
 */
export function jsonOf<S extends z.ZodType>(file: string, text: string, schema: S, what: string): z.infer<S> {
  return shapeOf(file, rawJson(file, text), schema, what);
}

/**
 * JSON of any shape.
 *
 * @throws {SourceFormatError} when the text is not JSON or is cut short.
 */
export function rawJson(file: string, text: string): unknown {
  const body = text.trim();
  const closing = { '{': '}', '[': ']' }[body.charAt(0)];
  if (closing === undefined) throw new SourceFormatError(file, `JSON was expected, but the file begins ${beginningOf(body)}`);
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!body.endsWith(closing)) throw new SourceFormatError(file, 'the JSON is cut short');
    // Both browsers end their message so: "… line 3 column 14 …".
    const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
    if (line === undefined || column === undefined) throw new SourceFormatError(file, 'this is not JSON');
    throw new SourceFormatError(file, `this is not JSON from character ${column} on`, { line: Number(line) });
  }
}

/**
 * A value of the given shape.
 *
 * @param titles Names of the cells, where rows are lists of cells.
 * @throws {SourceFormatError} with the row and the field that do not fit.
 */
export function shapeOf<S extends z.ZodType>(
  file: string,
  value: unknown,
  schema: S,
  what: string,
  titles: readonly string[] = [],
): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = deepest(result.error.issues[0]);
  const [row, cell] = path.filter((step) => typeof step === 'number');
  const title = cell === undefined ? undefined : titles[cell];
  const fields = title === undefined ? path.filter((step) => typeof step !== 'number').map(String) : [title];
  throw new SourceFormatError(file, `not ${what}: ${message}`, {
    ...(row === undefined ? {} : { row: row + 1 }),
    ...(fields.length === 0 ? {} : { column: fields.join('.') }),
  });
}

/** Of a union's members, the one that fitted furthest tells most. */
function deepest(issue: z.core.$ZodIssue | undefined): { path: readonly PropertyKey[]; message: string } {
  if (issue === undefined) return { path: [], message: 'cannot be read' };
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.map(([first]) => deepest(first)).sort((a, b) => b.path.length - a.path.length)[0];
  if (inner === undefined || inner.path.length === 0) return issue;
  return { path: [...issue.path, ...inner.path], message: inner.message };
}
