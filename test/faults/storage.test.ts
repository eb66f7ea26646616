/**
 * The table of faults of storage and of the world around it: the worker is stopped at any write, the disk is full, two
 * windows refresh at once, the clock is set back, a permission is taken back. The data in use stay whole and readable.
 */
import { describe, expect, it } from 'vitest';
import { buildGeneration } from '../../lib/data/refresh/build.ts';
import { planNow, refresh } from '../../lib/data/refresh/refresh.ts';
import { createRefresher } from '../../lib/data/refresh/refresher.ts';
import type { RefreshStatus } from '../../lib/data/refresh/refresher.ts';
import { groupViews, refreshLine } from '../../lib/present/sources.ts';
import { makeInstrument } from '../support/fixtures.ts';
import { createWorld, DAY, HOUR, isReadable, NOON, sampleSnapshot, toyBody, toySource, weightInUse } from '../unit/data/refresh/world.ts';
import type { World } from '../unit/data/refresh/world.ts';

function statusOf(world: World): Promise<RefreshStatus> {
  return createRefresher({ refreshing: world, wakeAt: async () => undefined, keepAwake: () => () => undefined, prepare: async () => undefined }).status();
}

const told = async (world: World): Promise<string | null> => refreshLine(await statusOf(world), { now: world.now, timeZone: 'UTC' });
const lineOf = async (world: World): Promise<string | undefined> => groupViews((await statusOf(world)).sources, { now: world.now, timeZone: 'UTC' })[0]?.sources[0]?.line;

/** Generations of figures that have rows. */
async function generationsOn({ database }: World): Promise<readonly number[]> {
  const rows = await Promise.all(database.figureTables.map((table) => table.toArray()));
  return [...new Set(rows.flat().map(({ generation }) => generation))];
}

/** A world in which yesterday's answer is in use and today's is due. */
async function filled(): Promise<World> {
  const world = createWorld();
  world.now = NOON - DAY;
  world.answer = () => new Response(toyBody(40, '2026-07-13'));
  await refresh(world);
  world.now = NOON;
  world.answer = () => new Response(toyBody(60, '2026-07-14'));
  world.writes = 0;
  return world;
}

async function writesOfOneRefresh(): Promise<number> {
  const world = await filled();
  await refresh(world);
  expect(await weightInUse(world)).toBe(60);
  return world.writes;
}

const WRITES = await writesOfOneRefresh();

describe('a worker that is stopped', () => {
  it.each(Array.from({ length: WRITES }, (_, after) => after))('after %i writes leaves whole data, and the next one gets to the end', async (stopAfter) => {
    const world = await filled();
    world.stopAfter = stopAfter;
    await refresh(world).catch(() => undefined);
    expect(await isReadable(world)).toBe(true);
    expect([40, 60]).toContain(await weightInUse(world));
    world.stopAfter = null;
    world.now += HOUR;
    await refresh(world);
    expect(await weightInUse(world)).toBe(60);
    expect(await generationsOn(world)).toHaveLength(1);
    expect(await lineOf(world)).toMatch(/^1 holdings as of 14 July 2026/);
  });

  it('in the middle of its first refresh is followed by one that fills the database', async () => {
    const world = createWorld();
    await world.build();
    for (let writes = 3; (await weightInUse(world)) === null; writes += 7) {
      world.writes = 0;
      world.stopAfter = writes;
      await refresh(world).catch(() => undefined);
      world.stopAfter = null;
      expect(await isReadable(world)).toBe(true);
      world.now += HOUR;
      expect(writes).toBeLessThan(200);
    }
    expect(await weightInUse(world)).toBe(100);
  });
});

describe('a full disk', () => {
  it.each(['parts', 'contents', 'meta'])('with no room for %s is told for the source, tried again, and leaves the data in use whole', async (table) => {
    const world = await filled();
    world.fullTable = table;
    await refresh(world);
    expect(await isReadable(world)).toBe(true);
    expect(await weightInUse(world)).toBe(40);
    expect(await lineOf(world)).toMatch(/^the disk is full; next try .*; still in use: 1 holdings as of 13 July 2026/);
    const { next } = await planNow(world);
    expect((next ?? 0) - world.now).toBeGreaterThanOrEqual(HOUR / 2);
    world.fullTable = null;
    world.now = next ?? 0;
    await refresh(world);
    expect(await weightInUse(world)).toBe(60);
    expect(await told(world)).toMatch(/^Sources asked/);
  });

  it.each(['observations', 'levels', 'holdings', 'memberships'])('with no room for new %s leaves those in use whole, and says so until there is', async (table) => {
    const world = await filled();
    world.fullTable = table;
    await refresh(world);
    expect(await isReadable(world)).toBe(true);
    expect(await weightInUse(world)).toBe(40);
    expect(await generationsOn(world)).toHaveLength(1);
    expect(await told(world)).toBe('The data could not be brought up to date: the disk is full');
    world.fullTable = null;
    world.now += HOUR;
    await refresh(world);
    expect(world.asked).toHaveLength(2);
    expect(await weightInUse(world)).toBe(60);
    expect(await told(world)).toMatch(/^Sources asked/);
  });

  it.each(['instruments', 'names'])('with no room for the %s of a new directory leaves the one in use whole', async (table) => {
    const world = await filled();
    const listed = { ...makeInstrument({ id: 'NEWC', symbol: 'NEWC', name: 'New Company Inc.', kind: 'stock', tracks: null }) };
    const lists = toySource({ id: 'lists', keys: ['symbols'], parse: () => ({ asOf: null, summary: '1 symbol', instruments: [listed] }) });
    const listing: World = { ...world, sources: [...world.sources, lists], build: () => buildGeneration({ ...world, sources: [...world.sources, lists], bundled: sampleSnapshot }) };
    world.fullTable = table;
    await refresh(listing);
    expect(await isReadable(world)).toBe(true);
    expect(await told(listing)).toBe('The data could not be brought up to date: the disk is full');
    world.fullTable = null;
    world.now += HOUR;
    await refresh(listing);
    expect(await isReadable(world)).toBe(true);
    expect(await world.database.instruments.filter(({ id }) => id === 'NEWC').count()).toBe(1);
  });

  it.each(['sources', 'hosts'])('with no room for the state of %s stops nothing', async (table) => {
    const world = await filled();
    world.fullTable = table;
    await refresh(world);
    expect(await weightInUse(world)).toBe(60);
    world.now += DAY;
    world.answer = () => new Response('', { status: 503 });
    await refresh(world);
    expect(await weightInUse(world)).toBe(60);
    expect(world.logged.at(-1)).toContain('toy-holdings failed: server 503');
  });

  it('stops the refresh: what cannot be stored is not asked for', async () => {
    const world = createWorld([toySource({ keys: ['SMPF', 'B', 'C', 'D'] })]);
    await world.build();
    world.fullTable = 'contents';
    await refresh(world);
    expect(world.asked).toHaveLength(1);
  });
});

describe('two windows at once', () => {
  it('ask once, and both see what came', async () => {
    const world = await filled();
    await Promise.all([refresh(world), refresh(world), refresh(world)]);
    expect(world.asked).toHaveLength(2);
    expect(await weightInUse(world)).toBe(60);
    expect(await generationsOn(world)).toHaveLength(1);
  });

  it('build one after the other', async () => {
    const world = await filled();
    await Promise.all([world.build(), refresh(world), world.build()]);
    expect(await isReadable(world)).toBe(true);
    expect(await weightInUse(world)).toBe(60);
    expect(await generationsOn(world)).toHaveLength(1);
  });
});

describe('a clock', () => {
  it('that was set back asks at once, believes nothing from days to come, and is not waited for', async () => {
    const world = await filled();
    await refresh(world);
    world.now = NOON - 60 * DAY;
    await refresh(world);
    expect(world.asked).toHaveLength(3);
    expect(await weightInUse(world)).toBe(60);
    expect(await lineOf(world)).toMatch(/data that cannot be: .*2026-07-14 has not come yet; next try/);
    const { next } = await planNow(world);
    expect((next ?? Infinity) - world.now).toBeLessThan(DAY);
  });

  it('that was set back does not lengthen a rest that was asked for', async () => {
    const world = await filled();
    world.answer = () => new Response('', { status: 429, headers: { 'retry-after': '7200' } });
    await refresh(world);
    world.now -= 300 * DAY;
    const { next } = await planNow(world);
    expect((next ?? Infinity) - world.now).toBeLessThanOrEqual(2 * HOUR + 60_000);
  });

  it('that runs ahead asks once, not for every day that it jumped', async () => {
    const world = await filled();
    world.now += 500 * DAY;
    await refresh(world);
    await refresh(world);
    expect(world.asked).toHaveLength(2);
  });
});

describe('a permission', () => {
  it('that is taken back in the middle of a refresh ends the asking, is shown, and is not tried again', async () => {
    const world = createWorld([toySource({ keys: ['SMPF', 'B', 'C'] })]);
    world.answer = () => {
      world.granted = () => false;
      return new Response(toyBody());
    };
    await refresh(world);
    expect(world.asked).toHaveLength(1);
    expect(await weightInUse(world)).toBe(100);
    expect(await lineOf(world)).toMatch(/does not let Tickmark ask this site yet; still in use/);
    expect((await planNow(world)).next).toBeNull();
    world.now += 30 * DAY;
    await refresh(world);
    expect(world.asked).toHaveLength(1);
    world.granted = () => true;
    world.answer = () => new Response(toyBody());
    await refresh(world);
    expect(world.asked).toHaveLength(4);
    expect(await lineOf(world)).toContain('just now');
  });

  it('that was never given is told with what to do', async () => {
    const world = createWorld();
    world.granted = () => false;
    await refresh(world);
    expect(world.asked).toEqual([]);
    expect(await told(world)).toBe('iShares: not allowed yet, see the options');
  });
});

describe('what lies in storage', () => {
  it('in a form of another version is asked for again, and never half read', async () => {
    const world = await filled();
    await world.database.contents.update('toy-holdings/SMPF', { content: { format: 99 } as never });
    await world.build();
    expect(await isReadable(world)).toBe(true);
    expect(await weightInUse(world)).toBeNull();
    await refresh(world);
    expect(await weightInUse(world)).toBe(60);
  });

  it('and is gone (the browser threw it away) is filled again', async () => {
    const world = await filled();
    await Promise.all(world.database.tables.map((table) => table.clear()));
    await refresh(world);
    expect(await isReadable(world)).toBe(true);
    expect(await weightInUse(world)).toBe(60);
  });
});
