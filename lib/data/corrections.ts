/** What the reader muted or called a wrong match. Kept on this device, and no longer than the reader wants it. */
import type { Correction } from '../check/corrections.ts';
import type { CorrectionRow, Database } from './database.ts';

/** More than anybody makes by hand; the oldest go first, so that a page's script that presses for the reader fills no disk. */
const MOST = 5000;

/** Keeps a correction; one that is there already is not kept twice. */
export async function addCorrection(database: Database, correction: Correction, madeAt: number): Promise<void> {
  await database.transaction('rw', database.corrections, async () => {
    const same = await database.corrections.where('host').equals(correction.host).filter((row) => isSame(row, correction)).first();
    if (same !== undefined) return;
    await database.corrections.add({ ...correction, madeAt });
    const surplus = (await database.corrections.count()) - MOST;
    if (surplus > 0) await database.corrections.orderBy('id').limit(surplus).delete();
  });
}

/** All of them, newest first. */
export async function listCorrections(database: Database): Promise<CorrectionRow[]> {
  return database.corrections.orderBy('id').reverse().toArray();
}

/** Takes one back. */
export async function removeCorrection(database: Database, id: number): Promise<void> {
  await database.corrections.delete(id);
}

function isSame(row: CorrectionRow, correction: Correction): boolean {
  return (
    row.kind === correction.kind &&
    row.quote === correction.quote &&
    row.instrument === correction.instrument &&
    row.metric === correction.metric
  );
}
