import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../lib/data/database.ts';
import { currentGeneration, writeGeneration } from '../../../lib/data/generations.ts';
import { withoutSources } from '../../../lib/data/market-data.ts';
import { seriesOfRow } from '../../../lib/data/rows.ts';
import type { Instrument } from '../../../lib/market/instrument.ts';
import { parseSnapshot } from '../../../lib/data/snapshot.ts';
import { sampleBodies } from './sample.ts';

let database: Database;

beforeEach(() => {
  database = new Database('test', { indexedDB: new IDBFactory(), IDBKeyRange });
});

const write = (pe: number, version = '1') =>
  writeGeneration(database, withoutSources(parseSnapshot(sampleBodies({ pe }))), { snapshotVersion: version, loadedAt: 5, parts: 0 });

async function peInUse(): Promise<number | null | undefined> {
  const current = await currentGeneration(database);
  if (current === null) return undefined;
  const rows = await database.observations
    .where('[generation+instrument+metric]')
    .equals([current.generation, 'INDEX:SAMPLE100', 'pe'])
    .toArray();
  expect(rows).toHaveLength(1);
  return rows[0]?.low;
}

async function generationsOnDisk(): Promise<number[]> {
  const found = new Set<number>();
  for (const table of [...database.directoryTables, ...database.figureTables]) {
    for (const row of await table.toArray()) found.add(row.generation);
  }
  return [...found].sort();
}

/** Makes every write to a table fail, as a full disk does. */
function failAtWrite(table: 'instruments' | 'names' | 'observations' | 'levels'): void {
  database.table(table).hook('creating', () => {
    throw new DOMException('The disk is full', 'QuotaExceededError');
  });
}

describe('writeGeneration', () => {
  it('stores every row of the snapshot under one generation', async () => {
    const current = await write(17.4);
    expect(current).toEqual({ key: 'current', generation: 1, snapshotVersion: '1', asOf: '2026-06-30', loadedAt: 5, parts: 0, directory: 1, directoryHash: expect.any(String) as string });
    expect(await database.instruments.count()).toBe(4);
    expect(await database.observations.count()).toBe(2);
    expect(await peInUse()).toBe(17.4);
  });

  it('finds an instrument by symbol, former symbol and every spelling of its name', async () => {
    const { generation } = await write(17.4);
    const idsOf = async (key: string) => (await database.names.get([generation, key]))?.ids;
    expect(await idsOf('symbol:SMPF')).toEqual(['SMPF']);
    expect(await idsOf('symbol:OLDF')).toEqual(['SMPF']);
    expect(await idsOf('name:widget makers')).toEqual(['WIDG.A']);
    expect(await idsOf('name:sample 100')).toContain('INDEX:SAMPLE100');
    expect(await idsOf('name:gadget')).toBeUndefined();
  });

  it('gives level series back as they were, days and gaps included', async () => {
    const { generation } = await write(17.4);
    const row = await database.levels.get([generation, 'INDEX:SAMPLE100', 'price']);
    expect(row && seriesOfRow(row)).toEqual(parseSnapshot(sampleBodies()).series[0]);
  });

  it('replaces the generation before and leaves no row of it', async () => {
    await write(17.4);
    await write(18.1, '2');
    expect(await peInUse()).toBe(18.1);
    // The directory, in which nothing has changed, goes on.
    expect(await generationsOnDisk()).toEqual([1, 2]);
    expect(await database.observations.count()).toBe(2);
    expect((await currentGeneration(database))?.snapshotVersion).toBe('2');
  });

  describe('keeps the directory', () => {
    const withInstruments = (change: (all: readonly Instrument[]) => readonly Instrument[]) => {
      const snapshot = parseSnapshot(sampleBodies());
      return writeGeneration(database, withoutSources({ ...snapshot, instruments: change(snapshot.instruments) }), { snapshotVersion: '2', loadedAt: 5, parts: 0 });
    };

    it('while nothing in it changes', async () => {
      const first = await write(17.4);
      const second = await write(18.1, '2');
      expect([second.generation, second.directory, second.directoryHash]).toEqual([2, first.directory, first.directoryHash]);
      expect(await database.instruments.count()).toBe(4);
    });

    it('not when a name has changed, or an instrument came or went', async () => {
      let { directory } = await write(17.4);
      for (const change of [
        (all: readonly Instrument[]) => all.map((one) => ({ ...one, name: `${one.name} II` })),
        (all: readonly Instrument[]) => all.slice(1),
        (all: readonly Instrument[]) => all,
      ]) {
        const next = await withInstruments(change);
        expect(next.directory).toBeGreaterThan(directory);
        expect(await generationsOnDisk()).toEqual([next.generation]);
        ({ directory } = next);
      }
    });

    it('not when rows of it are missing', async () => {
      const { directory } = await write(17.4);
      await database.instruments.delete([directory, 'SMPF']);
      await write(18.1, '2');
      expect(await database.instruments.count()).toBe(4);
    });
  });

  for (const table of ['instruments', 'names', 'observations', 'levels'] as const) {
    it(`leaves the old generation whole when writing ${table} fails`, async () => {
      await write(17.4);
      failAtWrite(table);
      await database.meta.update('current', { directoryHash: 'of another directory' } as never);
      await expect(write(18.1, '2')).rejects.toThrow('The disk is full');
      expect(await peInUse()).toBe(17.4);
      expect((await currentGeneration(database))?.snapshotVersion).toBe('1');
      const old = (await currentGeneration(database))?.generation ?? 0;
      expect(await database.instruments.where(':id').between([old], [old + 1]).count()).toBe(4);
      expect(await database.levels.where(':id').between([old], [old + 1]).count()).toBe(1);
    });
  }

  it('is not seen before it is whole, and its rows go with the next one when it was broken off', async () => {
    await write(17.4);
    // What a worker leaves that was stopped between two tables: rows of a generation that nothing points to.
    await database.meta.put({ key: 'counter', generation: 2 });
    await database.instruments.bulkAdd(
      parseSnapshot(sampleBodies()).instruments.map((instrument) => ({ ...instrument, generation: 2 })),
    );
    expect(await peInUse()).toBe(17.4);
    const current = await write(18.1);
    expect(current.generation).toBe(3);
    expect(await generationsOnDisk()).toEqual([1, 3]);
    expect(await database.instruments.count()).toBe(4);
  });

  it('shows a reader one generation whole, however the switch falls', async () => {
    await write(17.4);
    const reading = database.transaction('r', [database.meta, database.instruments], async () => {
      const current = await currentGeneration(database);
      const generation = current?.generation ?? 0;
      const first = await database.instruments.get([generation, 'SMPF']);
      const second = await database.instruments.get([generation, 'WIDG.A']);
      return [first?.id, second?.id];
    });
    const [seen] = await Promise.all([reading, write(18.1)]);
    expect(seen).toEqual(['SMPF', 'WIDG.A']);
  });
});

describe('the database', () => {
  it('closes when another context wants a newer version, so that it can be opened there', async () => {
    const indexedDB = new IDBFactory();
    const old = new Database('shared', { indexedDB, IDBKeyRange });
    await old.meta.count();
    const newer = await new Promise<number>((resolve, reject) => {
      const request = indexedDB.open('shared', 90);
      request.onsuccess = () => resolve(request.result.version);
      request.onerror = () => reject(request.error ?? new Error('not opened'));
      request.onblocked = () => reject(new Error('blocked by the old connection'));
    });
    expect(newer).toBe(90);
    expect(old.isOpen()).toBe(false);
  });
});
