import { beforeEach, describe, expect, it } from 'vitest';
import { createRefresher } from '../../../../lib/data/refresh/refresher.ts';
import type { Refresher } from '../../../../lib/data/refresh/refresher.ts';
import { createWorld, HOUR, NOON, toyBody, toySource } from './world.ts';
import type { World } from './world.ts';

let world: World;
let refresher: Refresher;
let wakes: (number | null)[];
let awake: number;
let prepared: number;

beforeEach(() => {
  world = createWorld([toySource({ keys: ['SMPF', 'B'] })]);
  wakes = [];
  awake = 0;
  prepared = 0;
  refresher = createRefresher({
    refreshing: world,
    wakeAt: async (when) => void wakes.push(when),
    keepAwake: () => {
      awake += 1;
      return () => void (awake -= 1);
    },
    prepare: async () => void (prepared += 1),
  });
});

describe('the refresher', () => {
  it('is woken a minute later while it works, for a worker that is stopped, and at the next publication after that', async () => {
    world.answer = () => {
      expect([awake, prepared]).toEqual([1, 1]);
      return new Response(toyBody());
    };
    await refresher.run();
    expect(wakes).toEqual([NOON + 60_000, Date.parse('2026-07-16T14:10:00Z')]);
    expect(awake).toBe(0);
  });

  it('is woken exactly when a failed source is tried again', async () => {
    world.answer = () => new Response('', { status: 429, headers: { 'retry-after': '7200' } });
    await refresher.run();
    expect(wakes.at(-1)).toBe(NOON + 2 * HOUR + 30_000);
    const { sources } = await refresher.status();
    expect(sources[0]).toMatchObject({ failure: { code: 'too-many', status: 429 }, nextTry: wakes.at(-1) });
  });

  it('is never woken when no source may be asked', async () => {
    world.granted = () => false;
    await refresher.run();
    expect(wakes.at(-1)).toBeNull();
    expect((await refresher.status()).sources[0]).toMatchObject({ access: 'no-permission', nextTry: null });
  });

  it('tells how far it is, at once', async () => {
    const seen: unknown[] = [];
    world.answer = async () => {
      const { isRunning, sources } = await refresher.status();
      seen.push([isRunning, sources[0]?.progress]);
      return new Response(toyBody());
    };
    const run = refresher.run();
    expect((await refresher.status()).isRunning).toBe(true);
    await run;
    expect(seen).toEqual([[true, { done: 0, total: 2 }], [true, { done: 1, total: 2 }]]);
    expect(await refresher.status()).toMatchObject({ isRunning: false, sources: [{ progress: null, wanted: 2, parts: [{ key: 'SMPF', summary: '1 holdings', asOf: '2026-07-14' }, { key: 'B' }] }] });
  });

  it('asks everything anew when the reader wants it, and what is turned on meanwhile after what is under way', async () => {
    await refresher.run();
    world.now += 1000;
    await refresher.runAll();
    expect(world.asked).toHaveLength(4);
    world.groups.delete('ishares');
    const under = refresher.run();
    world.groups.add('ishares');
    world.now += 1000;
    await Promise.all([under, refresher.runAll()]);
    expect(world.asked).toHaveLength(6);
  });

  it('arms without asking', async () => {
    await refresher.arm();
    expect(wakes).toEqual([NOON + 60_000]);
    expect(world.asked).toEqual([]);
  });

  it('lets go of the worker, and is woken again, when a refresh breaks off', async () => {
    world.stopAfter = 0;
    await refresher.run().catch(() => undefined);
    expect(awake).toBe(0);
    expect(wakes.length).toBeGreaterThan(1);
  });

  it('tells when what has come could not be put in use', async () => {
    const broken = createWorld();
    const full = createRefresher({
      refreshing: { ...broken, build: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')) },
      wakeAt: async (when) => void wakes.push(when),
      keepAwake: () => () => undefined,
      prepare: async () => undefined,
    });
    await full.run();
    expect((await full.status()).build).toEqual({ failure: { code: 'disk-full', status: null, detail: null }, at: NOON });
    expect(wakes.at(-1)).toBe(NOON + HOUR);
  });
});
