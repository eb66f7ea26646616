/** From a request to a part that can be stored. Knows no database, so that tools in Node ask in the same way. */
import type { PartRow } from '../database.ts';
import { SourceFormatError } from '../sources/source-format-error.ts';
import type { SourceContext, SourcePart, SourceRequest, SourceSpec } from '../sources/source.ts';
import { checkPart } from './check-part.ts';
import { fetchBody } from './fetch-body.ts';
import type { Network, Validators } from './fetch-body.ts';
import { FetchFailure } from './fetch-failure.ts';
import { BETWEEN_MS } from './host-gate.ts';

export interface Asking {
  readonly spec: SourceSpec;
  readonly request: SourceRequest;
  /** What is in storage of it; null for nothing. */
  readonly part: PartRow | null;
  /** Version of the extension: a part that another one read is asked for whole. */
  readonly version: string;
}

export type Answer =
  | ({ readonly kind: 'part'; readonly part: SourcePart } & Validators)
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'none' };

/**
 * Asks a source for one part, with all its pages, reads it and checks it.
 *
 * @param wait Between pages, as between any two requests to a host.
 * @throws {FetchFailure} whatever goes wrong; nothing is stored then.
 */
export async function askSource(
  network: Network,
  asking: Asking,
  context: SourceContext,
  wait: (ms: number) => Promise<void>,
): Promise<Answer> {
  const { spec, request, part, version } = asking;
  const pages = request.furtherPages ?? [];
  // That the first page is unchanged says nothing of the others.
  const isKept = pages.length === 0 && part?.readBy === version;
  const fetched = await fetchBody(network, request, isKept ? validatorsOf(part) : null);
  if (fetched.kind === 'unchanged') return fetched;
  if (fetched.kind === 'none') {
    // What was there once does not go: the source is at fault.
    if (part !== null && part.rows > 0) throw new FetchFailure('not-found', { detail: 'it was there before' });
    return fetched;
  }
  const { body, etag, lastModified } = fetched;
  const further: Uint8Array[] = [];
  for (const url of pages) {
    await wait(BETWEEN_MS);
    const page = await fetchBody(network, { ...request, url }, null);
    if (page.kind !== 'body') throw new FetchFailure('not-found', { detail: url });
    further.push(page.body);
  }
  const read = await readPart(spec, [body, ...further], request, context);
  checkPart(read, part === null ? null : part.rows, context);
  return { kind: 'part', part: read, etag, lastModified };
}

/** Null where there is nothing to tell another answer by: an answer "unchanged" would be to a question not asked. */
function validatorsOf({ etag, lastModified }: PartRow): Validators | null {
  return etag === null && lastModified === null ? null : { etag, lastModified };
}

async function readPart(
  spec: SourceSpec,
  [body, ...further]: readonly [Uint8Array, ...Uint8Array[]],
  request: SourceRequest,
  context: SourceContext,
): Promise<SourcePart> {
  try {
    return await spec.parse(body, request, context, further);
  } catch (error) {
    // A fault that the reader of the file did not foresee is no reason to stop the refresh.
    const detail = error instanceof SourceFormatError ? error.message : `${request.key} could not be read (${String(error)})`;
    throw new FetchFailure('format', { detail });
  }
}
