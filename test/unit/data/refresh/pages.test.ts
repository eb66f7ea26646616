import { describe, expect, it } from 'vitest';
import { refresh } from '../../../../lib/data/refresh/refresh.ts';
import type { SourceSpec } from '../../../../lib/data/sources/source.ts';
import { createWorld, toyBody, toySource, weightInUse } from './world.ts';

/** A source whose holdings come in three pages; a page is the weight that it adds. */
const paged = (): SourceSpec =>
  toySource({
    requests: () => [{ key: 'SMPF', url: 'https://funds.example/1', furtherPages: ['https://funds.example/2', 'https://funds.example/3'], maxBytes: 10_000 }],
    parse: (first, request, context, further = []) => {
      const weight = [first, ...further].reduce((sum, page) => sum + Number(new TextDecoder().decode(page)), 0);
      return toySource().parse(new TextEncoder().encode(toyBody(weight)), request, context);
    },
  });

describe('data that come in pages', () => {
  it('are asked for page after page, half a second apart, and read together', async () => {
    const world = createWorld([paged()]);
    world.answer = ({ pathname }) => new Response({ '/1': '50', '/2': '30', '/3': '20' }[pathname]);
    await refresh(world);
    expect(world.asked).toEqual(['https://funds.example/1', 'https://funds.example/2', 'https://funds.example/3']);
    expect(world.waited.filter((ms) => ms === 500).length).toBeGreaterThanOrEqual(2);
    expect(await weightInUse(world)).toBe(100);
  });

  it('are kept as they were when one page fails', async () => {
    const world = createWorld([paged()]);
    world.answer = () => new Response('25');
    await refresh(world);
    expect(await weightInUse(world)).toBe(75);
    world.now += 48 * 3_600_000;
    world.answer = ({ pathname }) => (pathname === '/3' ? new Response('', { status: 500 }) : new Response('40'));
    await refresh(world);
    expect(await weightInUse(world)).toBe(75);
  });

  it('are asked for whole each time: that the first page is unchanged says nothing of the others', async () => {
    const world = createWorld([paged()]);
    const conditions: (string | null)[] = [];
    world.answer = (_, { headers }) => {
      conditions.push(new Headers(headers).get('If-None-Match'));
      return new Response('20', { headers: { etag: '"1"' } });
    };
    await refresh(world);
    world.now += 48 * 3_600_000;
    await refresh(world);
    expect(conditions).toEqual([null, null, null, null, null, null]);
  });
});
