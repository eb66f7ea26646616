/** All that is kept on this device, as one JSON text that people and programs can read. */
import type { Database } from './database.ts';
import { currentGeneration } from './generations.ts';
import { unpackLevels, unpackPart } from './packed.ts';
import { OWN_SOURCE } from './refresh/parts.ts';

/** What is said of the export, and what lies outside of the database. */
export interface ExportContext {
  readonly version: string;
  /** Milliseconds. */
  readonly now: number;
  /** As stored: what the reader never chose is not in it. */
  readonly settings: unknown;
}

/**
 * The reader's choices, corrections and own files, the state of the sources, and the market data in use, read at one moment.
 * Companies' single reports to the SEC are in it by what they add up to (`companies`), not one by one.
 */
export async function exportEverything(database: Database, { version, now, settings }: ExportContext): Promise<string> {
  const everything = await database.transaction('r', database.tables, async () => {
    const current = await currentGeneration(database);
    const rows = async (name: string): Promise<readonly Record<string, unknown>[]> => {
      if (current === null) return [];
      const generation = name === 'instruments' ? current.directory : current.generation;
      const all = await database.table<Record<string, unknown>>(name).where(':id').between([generation], [generation + 1], true, false).toArray();
      return all.map(({ generation: _generation, ...row }) => row);
    };
    const ownParts = await database.parts.where('source').equals(OWN_SOURCE).toArray();
    const ownContents = await database.contents.bulkGet(ownParts.map(({ id }) => id));
    return {
      dataEnd: current?.asOf ?? null,
      corrections: await database.corrections.toArray(),
      openPages: await database.findings.toArray(),
      ownFiles: ownParts.map((part, at) => ({ ...part, content: ownContents[at] === undefined ? null : unpackPart(ownContents[at].content) })),
      sources: await database.sources.toArray(),
      hosts: await database.hosts.toArray(),
      answers: await database.parts.where('source').notEqual(OWN_SOURCE).toArray(),
      instruments: await rows('instruments'),
      observations: await rows('observations'),
      levels: (await rows('levels')).map((row) => unpackLevels(row as unknown as Parameters<typeof unpackLevels>[0])),
      holdings: await rows('holdings'),
      memberships: await rows('memberships'),
      companies: await rows('companies'),
    };
  });
  return JSON.stringify({ format: 'tickmark-export', formatVersion: 1, version, exportedAt: new Date(now).toISOString(), settings, ...everything });
}
