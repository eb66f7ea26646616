import { existsSync, readFileSync } from 'node:fs';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { Database } from '../../lib/data/database.ts';
import { createDataKeeper, readSnapshot } from '../../lib/data/load-snapshot.ts';
import { loadMarket } from '../../lib/data/queries.ts';
import { createClock } from '../../lib/platform/clock.ts';
import { fillDefaults } from '../../lib/settings/model.ts';
import { sampleBodies } from '../unit/data/sample.ts';
import { detection, mention } from '../unit/detect/sample.ts';
import { readDatabase, writeDatabase } from './database-file.ts';
import type { DatabaseFile } from './database-file.ts';

interface Recorded {
  readonly database: DatabaseFile;
  readonly settings: unknown;
}

const NEWEST = new Database('newest', { indexedDB: new IDBFactory(), IDBKeyRange }).verno;
const versions = Array.from({ length: NEWEST }, (_, at) => at + 1);

function recorded(version: number): Recorded {
  return JSON.parse(readFileSync(new URL(`v${version}.json`, import.meta.url), 'utf8')) as Recorded;
}

async function upgraded(version: number): Promise<Database> {
  const indexedDB = new IDBFactory();
  await writeDatabase(indexedDB, 'kept', recorded(version).database);
  return new Database('kept', { indexedDB, IDBKeyRange });
}

const PAGE = detection({
  mentions: [
    mention(0, { text: 'OLDF', symbol: 'OLDF' }),
    mention(1, { text: 'Widget Makers', symbol: null, notation: 'name' }),
    mention(2, { text: 'Sample 100', symbol: null, notation: 'index', known: 'INDEX:SAMPLE100' }),
  ],
});

describe.each(versions)('a database that version %i left', (version) => {
  it('has its snapshot here', () => {
    expect(existsSync(new URL(`v${version}.json`, import.meta.url))).toBe(true);
    expect(recorded(version).database.version).toBe(version * 10);
  });

  it('opens with the newest code and answers', async () => {
    const { directory, evidence } = await loadMarket(await upgraded(version), PAGE);
    expect(directory.bySymbol('OLDF')?.id).toBe('SMPF');
    expect(directory.byNameKey('widget makers').map(({ id }) => id)).toEqual(['WIDG.A']);
    expect(evidence.observations('INDEX:SAMPLE100', 'pe')).toMatchObject([{ low: 17.4, source: { title: 'Sample factbook' } }]);
    expect(evidence.series('INDEX:SAMPLE100', 'price')?.points).toEqual([['2025-12-31', 100], ['2026-06-30', 112.5]]);
    expect(evidence.fundsTracking('INDEX:SAMPLE100')).toEqual(['SMPF']);
    expect(evidence.dataEnd).toBe('2026-06-30');
  });

  it('keeps what the user muted, and the state of sources', async () => {
    const database = await upgraded(version);
    expect(await database.corrections.toArray()).toMatchObject([{ kind: 'muted', host: 'example.com', quote: 'a P/E of 17' }]);
    expect(await database.sources.get('sec-symbols')).toMatchObject({ lastSuccess: 1_790_000_000_000, failure: null, failures: 0 });
  });

  it('takes the next version’s snapshot', async () => {
    const database = await upgraded(version);
    const bodies = sampleBodies({ pe: 21 });
    const keeper = createDataKeeper({
      database,
      version: '99.0.0',
      clock: createClock(() => 0),
      sources: [],
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      bundled: () => readSnapshot(async (path) => bodies[path.replace(/^data\/(.*)\.json$/, '$1') as keyof typeof bodies]),
    });
    await keeper.ready();
    const { evidence } = await loadMarket(database, PAGE);
    expect(evidence.observations('INDEX:SAMPLE100', 'pe')).toMatchObject([{ low: 21 }]);
  });

  it('leaves settings that the newest code reads', () => {
    expect(fillDefaults(recorded(version).settings)).toMatchObject({
      dwellMs: 150,
      sites: { 'example.com': false },
      verdicts: { unverifiable: false, supported: true },
      marks: true,
    });
  });
});

it('the newest version is the recorded one, store by store and index by index', async () => {
  const indexedDB = new IDBFactory();
  const database = new Database('fresh', { indexedDB, IDBKeyRange });
  await database.open();
  database.close();
  const schemaOf = ({ version, stores }: DatabaseFile) => ({
    version,
    stores: Object.fromEntries(Object.entries(stores).map(([name, { rows: _rows, ...schema }]) => [name, schema])),
  });
  expect(schemaOf(await readDatabase(indexedDB, 'fresh'))).toEqual(schemaOf(recorded(NEWEST).database));
});
