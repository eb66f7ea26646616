import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../lib/data/database.ts';
import { writeGeneration } from '../../../lib/data/generations.ts';
import { loadMarket, lookupKeys, NoDataError } from '../../../lib/data/queries.ts';
import { parseSnapshot } from '../../../lib/data/snapshot.ts';
import { storedData } from '../../../lib/data/status.ts';
import { detection, mention } from '../messages/sample.ts';
import { sampleBodies } from './sample.ts';

let database: Database;

beforeEach(async () => {
  database = new Database('test', { indexedDB: new IDBFactory(), IDBKeyRange });
  await writeGeneration(database, parseSnapshot(sampleBodies()), { snapshotVersion: '1', loadedAt: 0 });
});

const bySymbol = (symbol: string) => detection({ mentions: [mention(0, { text: symbol, symbol })] });
const byName = (text: string) => detection({ mentions: [mention(0, { text, symbol: null, notation: 'name' })] });

describe('lookupKeys', () => {
  it('has a key for each symbol and name, each once', () => {
    const mentions = [
      mention(0, { text: '$WIDG/A', symbol: 'WIDG/A' }),
      mention(1, { text: 'Widget Makers’', symbol: null }),
      mention(2, { text: 'Widget Makers', symbol: null }),
    ];
    expect(lookupKeys(detection({ mentions }))).toEqual(['symbol:WIDG.A', 'name:widg a', 'name:widget makers']);
  });
});

describe('loadMarket', () => {
  it('finds a fund with the index it tracks and that index’s data', async () => {
    const { directory, evidence } = await loadMarket(database, bySymbol('SMPF'));
    expect(directory.bySymbol('SMPF')?.tracks).toBe('INDEX:SAMPLE100');
    expect(directory.byId('INDEX:SAMPLE100')?.name).toBe('Sample 100 Index');
    expect(evidence.observations('INDEX:SAMPLE100', 'pe').map(({ low }) => low)).toEqual([17.4]);
    expect(evidence.series('INDEX:SAMPLE100', 'price')?.points).toHaveLength(2);
    expect(evidence.series('INDEX:SAMPLE100', 'total')).toBeNull();
    expect(evidence.dataEnd).toBe('2026-06-30');
  });

  it('finds an index by name with the funds that track it', async () => {
    const { directory, evidence } = await loadMarket(database, byName('the Sample 100'.slice(4)));
    expect(directory.byNameKey('sample 100').map(({ id }) => id)).toContain('INDEX:SAMPLE100');
    expect(evidence.fundsTracking('INDEX:SAMPLE100')).toEqual(['SMPF']);
  });

  it('finds an index that the page already knows', async () => {
    const page = detection({ mentions: [mention(0, { text: 'gauge', symbol: null, known: 'INDEX:OTHER' })] });
    const { directory } = await loadMarket(database, page);
    expect(directory.byId('INDEX:OTHER')?.name).toBe('Other Index');
  });

  it('brings the weights of a company in funds and indices', async () => {
    const { evidence } = await loadMarket(database, byName('Widget Makers'));
    expect(evidence.observations('INDEX:SAMPLE100', 'holding_weight')).toMatchObject([{ component: 'WIDG.A', low: 1.25 }]);
    expect(evidence.observations('INDEX:SAMPLE100', 'pe')).toEqual([]);
  });

  it('gives rows in the domain’s types, without what storage adds', async () => {
    const snapshot = parseSnapshot(sampleBodies());
    const { directory, evidence } = await loadMarket(database, bySymbol('SMPF'));
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
    const { evidence } = await loadMarket(database, bySymbol('SMPF'));
    expect(evidence.observations('INDEX:SAMPLE100', 'pe').map(({ low }) => low)).toEqual([17.4]);
  });

  it('says so when the database is empty', async () => {
    await database.meta.clear();
    await expect(loadMarket(database, bySymbol('SMPF'))).rejects.toThrow(NoDataError);
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
