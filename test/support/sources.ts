import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { SourceFormatError } from '../../lib/data/sources/source-format-error.ts';
import type { SourceContext, SourcePart, SourceSpec } from '../../lib/data/sources/source.ts';

/** A refresh on the given day that never has to let others go first. */
export const onDay = (today: string): SourceContext => ({ today, pause: () => Promise.resolve() });

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** One body read by a source, as the request of that key would be. */
export async function parsed(spec: SourceSpec, key: string, body: string | Uint8Array, context: SourceContext): Promise<SourcePart> {
  const request = spec.requests(context).find((one) => one.key === key);
  if (request === undefined) throw new Error(`${spec.id} asks for no “${key}”`);
  return spec.parse(typeof body === 'string' ? bytesOf(body) : body, request, context);
}

/** Expects a refusal in words that contain the given ones. */
export async function refused(spec: SourceSpec, key: string, body: string | Uint8Array, context: SourceContext, words: string | RegExp): Promise<void> {
  const fault = await parsed(spec, key, body, context).then(
    (part) => part.summary,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(SourceFormatError);
  expect((fault as SourceFormatError).message).toMatch(words);
}

/** Real files of the sources, kept beside the project and not part of it; null, with a printed line, where they are not there. */
export function wireSample(path: string): Buffer | null {
  const file = new URL(`../../../shared/wire-samples/${path}`, import.meta.url);
  if (existsSync(file)) return readFileSync(file);
  console.warn(`not there, so not read: wire-samples/${path}`);
  return null;
}
