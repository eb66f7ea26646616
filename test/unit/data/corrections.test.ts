import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import type { Correction } from '../../../lib/check/corrections.ts';
import { addCorrection, listCorrections, removeCorrection } from '../../../lib/data/corrections.ts';
import { Database } from '../../../lib/data/database.ts';

let database: Database;
const muted: Correction = { kind: 'muted', host: 'a.example', quote: 'P/E of 17', instrument: 'IWM', metric: 'pe' };

beforeEach(() => {
  database = new Database('test', { indexedDB: new IDBFactory(), IDBKeyRange });
});

it('keeps each once, lists the newest first and takes one back', async () => {
  await addCorrection(database, muted, 1);
  await addCorrection(database, muted, 2);
  await addCorrection(database, { ...muted, metric: null }, 3);
  await addCorrection(database, { ...muted, host: 'b.example' }, 4);
  const rows = await listCorrections(database);
  expect(rows.map(({ host, metric, madeAt }) => [host, metric, madeAt])).toEqual([['b.example', 'pe', 4], ['a.example', null, 3], ['a.example', 'pe', 1]]);
  await removeCorrection(database, rows[0]!.id);
  expect(await listCorrections(database)).toHaveLength(2);
});
