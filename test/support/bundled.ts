import { readFileSync } from 'node:fs';
import { parseSnapshot } from '../../lib/data/snapshot.ts';
import type { Snapshot, SnapshotBodies } from '../../lib/data/snapshot.ts';

const FOLDER = new URL('../../public/data/', import.meta.url);

/** The three files of the bundled snapshot, parsed as JSON and not validated. */
export function readBundledBodies(): SnapshotBodies {
  return {
    instruments: readJson('instruments.json'),
    observations: readJson('observations.json'),
    levels: readJson('levels.json'),
  };
}

/** The bundled snapshot, for tools and tests in Node. Throws as `parseSnapshot` does. */
export function loadBundledSnapshot(): Snapshot {
  return parseSnapshot(readBundledBodies());
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}
