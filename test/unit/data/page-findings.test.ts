import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import type { PageReport } from '../../../lib/check/report.ts';
import { Database } from '../../../lib/data/database.ts';
import {
  dropAllFindings,
  dropFindings,
  dropOldFindings,
  FINDINGS_LIFE_MS,
  findingsOfTab,
  storeFindings,
} from '../../../lib/data/page-findings.ts';

let database: Database;

beforeEach(() => {
  database = new Database('test', { indexedDB: new IDBFactory(), IDBKeyRange });
});

const report = (title: string): PageReport => ({
  title,
  url: null,
  published: null,
  today: '2026-10-07',
  dataEnd: '2026-10-07',
  findings: [],
  tickers: [],
  words: 3,
});

it('keeps the last report of each tab until it is dropped', async () => {
  await storeFindings(database, 1, report('first'), 0);
  await storeFindings(database, 1, report('second'), 0);
  await storeFindings(database, 2, report('other'), 0);
  expect((await findingsOfTab(database, 1, 1))?.title).toBe('second');
  await dropFindings(database, 1);
  expect(await findingsOfTab(database, 1, 1)).toBeNull();
  expect((await findingsOfTab(database, 2, 1))?.title).toBe('other');
  await dropAllFindings(database);
  expect(await findingsOfTab(database, 2, 1)).toBeNull();
});

it('drops what is a day old, and never shows it', async () => {
  await storeFindings(database, 1, report('old'), 0);
  await storeFindings(database, 2, report('young'), 1);
  expect(await findingsOfTab(database, 1, FINDINGS_LIFE_MS - 1)).not.toBeNull();
  expect(await findingsOfTab(database, 1, FINDINGS_LIFE_MS)).toBeNull();
  await dropOldFindings(database, FINDINGS_LIFE_MS);
  expect(await database.findings.toCollection().primaryKeys()).toEqual([2]);
});
