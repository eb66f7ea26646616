import { describe, expect, it } from 'vitest';
import { planNow, refresh } from '../../../../lib/data/refresh/refresh.ts';
import { createWorld, DAY, HOUR, isReadable, NOON, toyBody, toySource, weightInUse } from './world.ts';

describe('a refresh', () => {
  it('fills an empty database from the snapshot and the sources', async () => {
    const world = createWorld();
    expect(await refresh(world)).toBe(true);
    expect(await weightInUse(world)).toBe(100);
    expect(await isReadable(world)).toBe(true);
    expect(await world.database.parts.toArray()).toMatchObject([
      { id: 'toy-holdings/SMPF', asOf: '2026-07-14', summary: '1 holdings', fetchedAt: NOON, checkedAt: NOON, rows: 1, readBy: '1.0.0' },
    ]);
    expect(await world.database.sources.get('toy-holdings')).toMatchObject({ lastSuccess: NOON, failure: null, nextTry: null });
  });

  it('asks without credentials, one request at a time, half a second apart', async () => {
    const world = createWorld([toySource({ keys: ['SMPF', 'B', 'C'] })]);
    let open = 0;
    world.answer = async (_url, init) => {
      expect(init).toMatchObject({ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
      expect((open += 1)).toBe(1);
      await Promise.resolve();
      open -= 1;
      return new Response(toyBody());
    };
    await refresh(world);
    expect(world.asked).toHaveLength(3);
    expect(world.waited).toEqual([500, 500, 500]);
  });

  it('asks two hosts side by side', async () => {
    const world = createWorld([toySource(), toySource({ id: 'other', origin: 'https://other.example' })]);
    let open = 0;
    let most = 0;
    world.answer = async () => {
      most = Math.max(most, (open += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      return new Response(toyBody());
    };
    await refresh(world);
    expect(most).toBe(2);
  });

  it('asks nothing before the next time of publication, and only whether there is something new then', async () => {
    const world = createWorld();
    world.answer = () => new Response(toyBody(), { headers: { etag: '"a1"', 'last-modified': 'Tue, 14 Jul 2026 20:00:00 GMT' } });
    await refresh(world);
    world.now = NOON + 20 * HOUR;
    await refresh(world);
    expect(world.asked).toHaveLength(1);
    const { next } = await planNow(world);
    expect(next).toBe(Date.parse('2026-07-16T14:00:00Z'));
    const built = await world.database.meta.get('current');
    world.now = next ?? 0;
    world.answer = (_url, { headers }) => {
      expect(headers).toEqual({ 'If-None-Match': '"a1"', 'If-Modified-Since': 'Tue, 14 Jul 2026 20:00:00 GMT' });
      return new Response(null, { status: 304 });
    };
    await refresh(world);
    expect(world.asked).toHaveLength(2);
    expect((await world.database.parts.toArray())[0]).toMatchObject({ fetchedAt: NOON, checkedAt: next });
    expect(await world.database.meta.get('current')).toEqual(built);
    expect(await weightInUse(world)).toBe(100);
  });

  it('asks for the whole body again once another version of the extension reads it', async () => {
    const world = createWorld();
    world.answer = () => new Response(toyBody(), { headers: { etag: '"a1"' } });
    await refresh(world);
    world.version = '1.1.0';
    world.answer = (_url, { headers }) => {
      expect(headers).toEqual({});
      return new Response(toyBody(50));
    };
    await refresh(world);
    expect(await weightInUse(world)).toBe(50);
  });

  it('goes on where a stopped worker was: what has come is not asked for again', async () => {
    const world = createWorld([toySource({ keys: ['SMPF', 'B', 'C'] })]);
    // Each answer is stored in two tables and counted.
    world.stopAfter = 6;
    await refresh(world).catch(() => undefined);
    world.stopAfter = null;
    world.now += DAY / 48;
    await refresh(world);
    expect(world.asked.map((url) => url.split('/').at(-1))).toEqual(['SMPF.json', 'B.json', 'C.json']);
    expect(await weightInUse(world)).toBe(100);
  });

  it('does nothing beside another refresh', async () => {
    const world = createWorld();
    const [first, second] = await Promise.all([refresh(world), refresh(world)]);
    expect([first, second].sort()).toEqual([false, true]);
    expect(world.asked).toHaveLength(1);
  });

  it('asks everything anew when the reader wants it, whatever failed before, but leaves a host alone that asked for it', async () => {
    const world = createWorld([toySource({ keys: ['SMPF'] }), toySource({ id: 'shy', keys: ['B'], origin: 'https://shy.example' })]);
    world.answer = ({ host }) => {
      if (host === 'shy.example') return new Response('', { status: 429, headers: { 'retry-after': '7200' } });
      throw new TypeError('Failed to fetch');
    };
    await refresh(world);
    expect(world.asked).toHaveLength(2);
    world.now += 1000;
    await world.database.meta.put({ key: 'wanted', at: world.now });
    world.answer = () => new Response(toyBody());
    await refresh(world);
    expect(world.asked.slice(2)).toEqual(['https://funds.example/toy-holdings/SMPF.json']);
    await refresh(world);
    expect(world.asked).toHaveLength(3);
    world.now = NOON + 2 * HOUR + 60_000;
    await refresh(world);
    expect(world.asked.slice(3)).toEqual(['https://shy.example/shy/B.json']);
  });

  it('asks the fallback when a source fails, and not while it does not', async () => {
    const world = createWorld([toySource({ fallback: 'second' }), toySource({ id: 'second' })]);
    await refresh(world);
    expect(world.asked).toEqual(['https://funds.example/toy-holdings/SMPF.json']);
    world.now += DAY;
    world.answer = ({ pathname }) => (pathname.startsWith('/second') ? new Response(toyBody(60, '2026-07-15')) : new Response('<html>', { status: 404 }));
    await refresh(world);
    expect(world.asked.slice(1)).toEqual(['https://funds.example/toy-holdings/SMPF.json', 'https://funds.example/second/SMPF.json']);
    expect(await weightInUse(world)).toBe(60);
    expect(await world.database.sources.get('toy-holdings')).toMatchObject({ failure: { code: 'not-found', status: 404 } });
    expect(await world.database.sources.get('second')).toMatchObject({ failure: null, lastSuccess: world.now });
  });

  it('leaves a fallback alone whose host asked for it, however often the first one fails', async () => {
    const world = createWorld([toySource({ fallback: 'second' }), toySource({ id: 'second', origin: 'https://shy.example' })]);
    world.answer = ({ host }) => (host === 'shy.example' ? new Response('', { status: 429, headers: { 'retry-after': '14400' } }) : new Response('', { status: 404 }));
    await refresh(world);
    expect(world.asked).toHaveLength(2);
    world.now += 2 * HOUR;
    await refresh(world);
    expect(world.asked.slice(2)).toEqual(['https://funds.example/toy-holdings/SMPF.json']);
  });

  it('asks a fallback by itself where the source that it stands in for is off', async () => {
    const world = createWorld([toySource({ group: 'invesco', fallback: 'second' }), toySource({ id: 'second' })]);
    await refresh(world);
    expect(world.asked).toEqual(['https://funds.example/second/SMPF.json']);
  });

  it('asks nobody who is off or not granted, and drops the data of who is off', async () => {
    const world = createWorld();
    await refresh(world);
    world.now += DAY;
    world.granted = () => false;
    await refresh(world);
    expect(world.asked).toHaveLength(1);
    expect(await weightInUse(world)).toBe(100);
    world.groups.delete('ishares');
    await refresh(world);
    expect(world.asked).toHaveLength(1);
    expect(await world.database.contents.count()).toBe(0);
    expect(await weightInUse(world)).toBeNull();
    expect(await isReadable(world)).toBe(true);
  });

  it('is due at once after the clock was set back, and does not wait for years', async () => {
    const world = createWorld();
    await refresh(world);
    world.now = NOON - 400 * DAY;
    world.answer = () => new Response('', { status: 503 });
    await refresh(world);
    expect(world.asked).toHaveLength(2);
    expect((await planNow(world)).next).toBeLessThan(world.now + DAY);
    world.now -= 400 * DAY;
    const { next } = await planNow(world);
    expect(next).toBeGreaterThan(world.now);
    expect(next).toBeLessThan(world.now + DAY);
  });

  it('waits longer after each failure, and differently on each computer', async () => {
    const waits: number[] = [];
    const world = createWorld();
    world.answer = () => new Response('', { status: 500 });
    for (let tries = 0; tries < 12; tries += 1) {
      await refresh(world);
      const { next } = await planNow(world);
      waits.push((next ?? 0) - world.now);
      world.now = next ?? 0;
    }
    expect(waits.slice(0, 4)).toEqual([5, 10, 20, 40].map((minutes) => minutes * 60_000));
    expect(Math.max(...waits)).toBe(6 * HOUR);
    world.chance = () => 0.9;
    await refresh(world);
    expect((await planNow(world)).next).toBe(world.now + 6 * HOUR * 1.4);
  });

  it('reports progress for each source', async () => {
    const world = createWorld([toySource({ keys: ['SMPF', 'B'] })]);
    const seen: string[] = [];
    await refresh(world, (progress) => {
      const { done = 0, total = 0 } = progress.get('toy-holdings') ?? {};
      seen.push(`${done}/${total}`);
    });
    expect(seen).toEqual(['0/2', '1/2', '2/2']);
  });
});
