/** Answers of sources in storage, one by one as they come. */
import type { Database, PartRow } from '../database.ts';
import { packPart, unpackPart } from '../packed.ts';
import type { PartContent } from '../packed.ts';
import type { SourcePart } from '../sources/source.ts';
import { rowsOf } from './check-part.ts';
import type { Validators } from './fetch-body.ts';

/** Source of the parts that the reader brought: no request asks for them, and only the reader removes them. */
export const OWN_SOURCE = 'own-file';

export function partId(source: string, key: string): string {
  return `${source}/${key}`;
}

/** Stores a part, replacing the one before, and notes that the data in use are no longer built from the newest. */
export async function storePart(
  database: Database,
  of: { readonly source: string; readonly key: string },
  part: SourcePart,
  about: Validators & { readonly now: number; readonly version: string },
): Promise<void> {
  const { now, version: readBy, etag, lastModified } = about;
  const { asOf, summary, ...content } = part;
  const id = partId(of.source, of.key);
  const row: PartRow = {
    id, ...of, fetchedAt: now, checkedAt: now, asOf, summary, rows: rowsOf(part), etag, lastModified, readBy,
  };
  const packed = packPart(content);
  await database.transaction('rw', [database.parts, database.contents, database.meta], async () => {
    await database.parts.put(row);
    await database.contents.put({ id, content: packed });
    await noteChange(database);
  });
}

/** Notes that a source has none of this part, so that it is not asked again before it is due. */
export async function storeNone(
  database: Database,
  of: { readonly source: string; readonly key: string },
  about: { readonly now: number; readonly version: string },
): Promise<void> {
  const { now, version: readBy } = about;
  await database.parts.put({
    id: partId(of.source, of.key), ...of, fetchedAt: now, checkedAt: now, asOf: null, summary: '', rows: 0, etag: null, lastModified: null, readBy,
  });
}

/** Notes that a stored part is still the newest. */
export async function confirmPart(database: Database, id: string, now: number): Promise<void> {
  await database.parts.update(id, { checkedAt: now });
}

/** Every part's row, by id. */
export async function allParts(database: Database): Promise<ReadonlyMap<string, PartRow>> {
  const rows = await database.parts.toArray();
  return new Map(rows.map((row) => [row.id, row]));
}

/** A stored part's content; null when it is gone or of an older form, so that its source must be asked again. */
export async function contentOf(database: Database, id: string): Promise<PartContent | null> {
  const row = await database.contents.get(id);
  return row === undefined ? null : unpackPart(row.content);
}

/** Forgets parts: of sources that were turned off, or that no request asks for any more. */
export async function dropParts(database: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await database.transaction('rw', [database.parts, database.contents, database.meta], async () => {
    await database.parts.bulkDelete([...ids]);
    await database.contents.bulkDelete([...ids]);
    await noteChange(database);
  });
}

async function noteChange(database: Database): Promise<void> {
  await database.meta.put({ key: 'parts', changes: (await partChanges(database)) + 1 });
}

/** How often parts have changed: what the data in use were built from is compared with it. */
export async function partChanges(database: Database): Promise<number> {
  const meta = await database.meta.get('parts');
  return meta?.key === 'parts' ? meta.changes : 0;
}
