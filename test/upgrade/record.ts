/**
 * Writes the snapshot of the newest database version, once, when that version is made: `node test/upgrade/record.ts`.
 * A snapshot that is there is never written again: it is what that version left on people's computers.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Database } from '../../lib/data/database.ts';
import { writeGeneration } from '../../lib/data/generations.ts';
import { withoutSources } from '../../lib/data/market-data.ts';
import { parseSnapshot } from '../../lib/data/snapshot.ts';
import { sampleBodies } from '../unit/data/sample.ts';
import { readDatabase } from './database-file.ts';

const indexedDB = new IDBFactory();
const database = new Database('recorded', { indexedDB, IDBKeyRange });
const target = new URL(`v${database.verno}.json`, import.meta.url);
if (existsSync(target)) throw new Error(`${target.pathname} is there already; a published version is never recorded again`);

await writeGeneration(database, withoutSources(parseSnapshot(sampleBodies())), { snapshotVersion: '0.1.0', loadedAt: 1_790_000_000_000, parts: 0 });
await database.sources.put({ id: 'sec-symbols', lastSuccess: 1_790_000_000_000, failure: null, failures: 0, nextTry: null, setAt: null });
await database.corrections.add({ kind: 'muted', instrument: null, metric: null, host: 'example.com', quote: 'a P/E of 17', madeAt: 1_790_000_000_000 });
await database.findings.put({
  tabId: 7,
  storedAt: 1_790_000_000_000,
  report: { title: 'A sample', url: null, published: '2026-06-01', today: '2026-06-30', dataEnd: '2026-06-30', findings: [], tickers: [], words: 12 },
});
database.close();

const settings = { dwellMs: 150, sites: { 'example.com': false }, verdicts: { unverifiable: false } };
const file = { database: await readDatabase(indexedDB, 'recorded'), settings };
writeFileSync(target, `${JSON.stringify(file, null, 1)}\n`);
console.log(target.pathname);
