/** The last report of each tab, for the popup, in a database that the worker's sleep does not empty. Short-lived. */
import type { PageReport } from '../check/report.ts';
import type { Database } from './database.ts';

/** A report older than this is dropped: a tab that stood open for a day is read again. */
export const FINDINGS_LIFE_MS = 24 * 60 * 60 * 1000;

export async function storeFindings(database: Database, tabId: number, report: PageReport, now: number): Promise<void> {
  await database.findings.put({ tabId, report, storedAt: now });
}

/** The tab's report, or null when there is none or it is too old. */
export async function findingsOfTab(database: Database, tabId: number, now: number): Promise<PageReport | null> {
  const row = await database.findings.get(tabId);
  return row === undefined || row.storedAt <= now - FINDINGS_LIFE_MS ? null : row.report;
}

export async function dropFindings(database: Database, tabId: number): Promise<void> {
  await database.findings.delete(tabId);
}

/** Drops what is older than a day. */
export async function dropOldFindings(database: Database, now: number): Promise<void> {
  await database.findings.where('storedAt').belowOrEqual(now - FINDINGS_LIFE_MS).delete();
}

/** Drops everything: after a start of the browser the numbers of tabs mean other tabs. */
export async function dropAllFindings(database: Database): Promise<void> {
  await database.findings.clear();
}
