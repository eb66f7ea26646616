/** The data in use, out of the bundled snapshot and what sources gave. */
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { CurrentMeta, Database } from '../database.ts';
import { removeOtherGenerations, writeGeneration } from '../generations.ts';
import { assemble } from '../market-data.ts';
import type { GivenPart } from '../market-data.ts';
import { createPace } from '../pace.ts';
import type { Pace } from '../pace.ts';
import type { Snapshot } from '../snapshot.ts';
import type { SourceSpec } from '../sources/source.ts';
import { allParts, contentOf, OWN_SOURCE, partChanges } from './parts.ts';

/** What a build needs. */
export interface Building {
  readonly database: Database;
  readonly sources: readonly SourceSpec[];
  /** The bundled snapshot, validated. */
  readonly bundled: () => Promise<Snapshot>;
  /** Version of the extension: its bundled files change with it and only with it. */
  readonly version: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Builds a new generation and switches to it. Builds wait for each other, in whatever context they run.
 *
 * @throws when the snapshot does not validate or the result cannot be stored; the data in use stay whole then.
 */
export function buildGeneration(building: Building): Promise<CurrentMeta> {
  const { database, bundled, version, clock, log } = building;
  return navigator.locks.request(`${database.name} build`, async () => {
    const pace = createPace();
    const snapshot = await bundled();
    await pace();
    // Read before the parts: one that comes meanwhile makes the next build due.
    const parts = await partChanges(database);
    const data = await assemble(snapshot, await givenParts(building, pace), clock.today('new-york'), pace);
    const current = await writeGeneration(database, data, { snapshotVersion: version, loadedAt: clock.now(), parts }, pace);
    log.info(
      `data to ${current.asOf}: ${data.instruments.length} instruments, ${data.observations.length} observations, ` +
        `${data.series.length} level series, holdings of ${data.holdings.length} funds, reports of ${data.companies.size} companies`,
    );
    return current;
  });
}

/** Removes rows that a stopped build left; waits for one that is under way, whose rows look the same. */
export function tidyGenerations(database: Database): Promise<void> {
  return navigator.locks.request(`${database.name} build`, () => removeOtherGenerations(database));
}

/**
 * Stored parts in the order of the sources, so that the same parts always make the same data. What the reader brought stands
 * first: of two files for one day it is the reader's that is taken.
 */
async function givenParts({ database, sources }: Building, pace: Pace): Promise<readonly GivenPart[]> {
  const order = new Map([OWN_SOURCE, ...sources.map(({ id }) => id)].map((id, at) => [id, at]));
  const rows = [...(await allParts(database)).values()]
    .filter(({ source, rows: count }) => order.has(source) && count > 0)
    .sort((a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0) || a.key.localeCompare(b.key));
  const given: GivenPart[] = [];
  for (const { id, asOf } of rows) {
    const content = await contentOf(database, id);
    if (content !== null) given.push({ asOf, content });
    await pace();
  }
  return given;
}
