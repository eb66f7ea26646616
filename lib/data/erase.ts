import type { Database } from './database.ts';

/**
 * Forgets everything in the database: market data, the reader's own files, corrections, what was read on open tabs. All at
 * once or not at all, and after a build that is under way, which would take its own rows for written.
 */
export function eraseDatabase(database: Database): Promise<void> {
  return navigator.locks.request(`${database.name} build`, () =>
    database.transaction('rw', database.tables, async () => {
      for (const table of database.tables) await table.clear();
    }),
  );
}
