import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../lib/data/database.ts';
import { currentGeneration } from '../../../lib/data/generations.ts';
import { createDataKeeper, readSnapshot } from '../../../lib/data/load-snapshot.ts';
import { buildGeneration } from '../../../lib/data/refresh/build.ts';
import type { Building } from '../../../lib/data/refresh/build.ts';
import { createClock } from '../../../lib/platform/clock.ts';
import type { SnapshotBodies } from '../../../lib/data/snapshot.ts';
import { sampleBodies } from './sample.ts';

let database: Database;
let fetched: string[];
const logged: string[] = [];

beforeEach(() => {
  database = new Database('test', { indexedDB: new IDBFactory(), IDBKeyRange });
  fetched = [];
});

function loading(version: string, bodies: Partial<Record<keyof SnapshotBodies, unknown>> = sampleBodies()): Building {
  return {
    database,
    version,
    sources: [],
    clock: createClock(() => 1_000),
    log: { info: () => undefined, warn: () => undefined, error: (message) => logged.push(message) },
    bundled: () =>
      readSnapshot(async (path) => {
        fetched.push(path);
        const name = path.replace(/^data\/(.*)\.json$/, '$1');
        if (!Object.hasOwn(bodies, name)) throw new Error(`${path} cannot be read`);
        return bodies[name as keyof SnapshotBodies];
      }),
  };
}

describe('building from the snapshot alone', () => {
  it('loads the three bundled files', async () => {
    const current = await buildGeneration(loading('1.0.0'));
    expect(fetched.sort()).toEqual(['data/instruments.json', 'data/levels.json', 'data/observations.json']);
    expect(current).toMatchObject({ snapshotVersion: '1.0.0', asOf: '2026-06-30', loadedAt: 1_000 });
  });

  it('refuses a bad file before anything is written', async () => {
    await buildGeneration(loading('1.0.0'));
    const bodies = { ...sampleBodies({ pe: 99 }), levels: { format: 1, days: [] } };
    await expect(buildGeneration(loading('1.0.1', bodies))).rejects.toThrow('levels.json');
    expect(await currentGeneration(database)).toMatchObject({ generation: 1, snapshotVersion: '1.0.0' });
    expect(await database.instruments.count()).toBe(4);
  });
});

describe('the data keeper', () => {
  it('loads once into an empty database, for however many pages ask at a time', async () => {
    const keeper = createDataKeeper(loading('1.0.0'));
    const all = await Promise.all([keeper.ready(), keeper.ready(), keeper.ready()]);
    expect(all.map(({ generation }) => generation)).toEqual([1, 1, 1]);
    expect(fetched).toHaveLength(3);
    await keeper.ready();
    expect(fetched).toHaveLength(3);
  });

  it('loads again in a new version, and after the browser threw the database away', async () => {
    await createDataKeeper(loading('1.0.0')).ready();
    const updated = await createDataKeeper(loading('1.1.0', sampleBodies({ asOf: '2026-07-31' }))).ready();
    expect(updated).toMatchObject({ generation: 2, snapshotVersion: '1.1.0', asOf: '2026-07-31' });
    await Promise.all(database.tables.map((table) => table.clear()));
    expect((await createDataKeeper(loading('1.1.0')).ready()).asOf).toBe('2026-06-30');
  });

  it('keeps the old data in use when the new snapshot is bad, tries once a worker, and says why', async () => {
    await createDataKeeper(loading('1.0.0')).ready();
    fetched = [];
    const keeper = createDataKeeper(loading('1.1.0', { instruments: '<html>' }));
    expect(await keeper.ready()).toMatchObject({ snapshotVersion: '1.0.0' });
    expect(await keeper.ready()).toMatchObject({ snapshotVersion: '1.0.0' });
    expect(fetched).toHaveLength(3);
    expect(String(keeper.lastError())).toContain('cannot be read');
    expect(logged.at(-1)).toContain('could not be loaded');
  });

  it('rejects when there are no data at all', async () => {
    const keeper = createDataKeeper(loading('1.0.0', {}));
    await expect(keeper.ready()).rejects.toThrow('cannot be read');
    expect(keeper.isLoading()).toBe(false);
  });
});
