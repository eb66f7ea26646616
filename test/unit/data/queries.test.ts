import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../lib/data/database.ts';
import { writeGeneration } from '../../../lib/data/generations.ts';
import { withoutSources } from '../../../lib/data/market-data.ts';
import { loadMarket, NoDataError } from '../../../lib/data/queries.ts';
import { parseSnapshot } from '../../../lib/data/snapshot.ts';
import { storedData } from '../../../lib/data/status.ts';
import { detection, mention } from '../detect/sample.ts';
import { sampleBodies } from './sample.ts';

let database: Database;

beforeEach(async () => {
  database = new Database('test', { indexedDB: new IDBFactory(), IDBKeyRange });
  await writeGeneration(database, withoutSources(parseSnapshot(sampleBodies())), { snapshotVersion: '1', loadedAt: 0, parts: 0 });
});

const bySymbol = (symbol: string) => detection({ mentions: [mention(0, { text: symbol, symbol })] });
const byName = (text: string) => detection({ mentions: [mention(0, { text, symbol: null, notation: 'name' })] });
const INDEX = detection({
  mentions: [mention(0, { text: 'Sample 100', symbol: null, notation: 'index', known: 'INDEX:SAMPLE100' })],
});

describe('loadMarket', () => {
  it('finds a fund by symbol or former symbol, and the index it tracks', async () => {
    for (const symbol of ['SMPF', 'OLDF']) {
      const { directory, evidence } = await loadMarket(database, bySymbol(symbol));
      expect(directory.bySymbol(symbol)).toMatchObject({ id: 'SMPF', tracks: 'INDEX:SAMPLE100' });
      expect(directory.byId('INDEX:SAMPLE100')?.name).toBe('Sample 100 Index');
      expect(evidence.dataEnd).toBe('2026-06-30');
    }
  });

  it('finds an index that the page knows, with what is on record of it and the funds that track it', async () => {
    const { directory, evidence } = await loadMarket(database, INDEX);
    expect(directory.byId('INDEX:SAMPLE100')?.name).toBe('Sample 100 Index');
    expect(evidence.observations('INDEX:SAMPLE100', 'pe').map(({ low }) => low)).toEqual([17.4]);
    expect(evidence.series('INDEX:SAMPLE100', 'price')?.points).toHaveLength(2);
    expect(evidence.series('INDEX:SAMPLE100', 'total')).toBeNull();
    expect(evidence.fundsTracking('INDEX:SAMPLE100')).toEqual(['SMPF']);
  });

  it('finds a company by what is left of its name without the legal form', async () => {
    const { directory } = await loadMarket(database, byName('Widget Makers'));
    expect(directory.byNameKey('widget makers').map(({ id }) => id)).toEqual(['WIDG.A']);
  });

  it('gives rows in the domain’s types, without what storage adds', async () => {
    const snapshot = parseSnapshot(sampleBodies());
    const { directory, evidence } = await loadMarket(database, INDEX);
    expect(directory.byId('SMPF')).toEqual(snapshot.instruments.find(({ id }) => id === 'SMPF'));
    expect(evidence.observations('INDEX:SAMPLE100', 'pe')).toEqual([snapshot.observations[0]]);
    expect(evidence.series('INDEX:SAMPLE100', 'price')).toEqual(snapshot.series[0]);
  });

  it('loads nothing for words that name nobody', async () => {
    const { directory } = await loadMarket(database, byName('Gadget Works'));
    expect(directory.byNameKey('gadget works')).toEqual([]);
    expect(directory.byId('SMPF')).toBeNull();
  });

  it('does not see rows of a generation that is being written', async () => {
    await database.observations.add({ ...parseSnapshot(sampleBodies({ pe: 99 })).observations[0]!, generation: 2 });
    const { evidence } = await loadMarket(database, INDEX);
    expect(evidence.observations('INDEX:SAMPLE100', 'pe').map(({ low }) => low)).toEqual([17.4]);
  });

  it('says so when the database is empty', async () => {
    await database.meta.clear();
    await expect(loadMarket(database, INDEX)).rejects.toThrow(NoDataError);
  });
});

describe('storedData', () => {
  it('counts the generation in use', async () => {
    expect(await storedData(database)).toEqual({
      dataEnd: '2026-06-30', snapshotVersion: '1', instruments: 4, observations: 2, series: 1,
    });
    await database.meta.clear();
    expect(await storedData(database)).toMatchObject({ dataEnd: null, instruments: 0 });
  });
});
