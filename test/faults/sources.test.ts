/**
 * The table of faults of the network: each source, answered by a real server on loopback that misbehaves in each way. In
 * every one of them what is in use stays whole and readable, the reader is told what happened and when it is tried again,
 * and all is well once the server is.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FETCH_LIMITS, fetchBody } from '../../lib/data/refresh/fetch-body.ts';
import type { FetchLimits } from '../../lib/data/refresh/fetch-body.ts';
import { contextNow, knownNow, refresh } from '../../lib/data/refresh/refresh.ts';
import { sourceStatuses } from '../../lib/data/refresh/status.ts';
import { SOURCES } from '../../lib/data/sources/index.ts';
import type { SourceSpec } from '../../lib/data/sources/source.ts';
import type { FailureCode } from '../../lib/market/source-failure.ts';
import { sourceView } from '../../lib/present/sources.ts';
import { closedPort, compressionBomb, dripFeed, endless, resetMidBody, silent, startBadHost, well, withBody, withStatus, withText } from '../support/bad-host.ts';
import type { BadHost, Behaviour } from '../support/bad-host.ts';
import { answerOf } from '../support/made-up-market.ts';
import { nearlyRight } from './nearly-right.ts';
import { createWorld, DAY, HOUR, isReadable, NOON } from '../unit/data/refresh/world.ts';
import type { World } from '../unit/data/refresh/world.ts';

const MINUTE = 60_000;
/** A moment for what takes minutes outside; never both at once, as a busy machine may be silent for a moment itself. */
const SHORT_SILENCE: FetchLimits = { ...FETCH_LIMITS, silenceMs: 200 };
const SHORT_WHOLE: FetchLimits = { ...FETCH_LIMITS, totalMs: 400 };

interface Fault {
  readonly name: string;
  readonly behaviour: Behaviour;
  /** Null for what is no fault after all: the body is read. */
  readonly code: FailureCode | null;
  /** What the reader is told. */
  readonly told: RegExp;
  /** Shortest and longest time to the next try. */
  readonly after: readonly [number, number];
  readonly limits?: FetchLimits;
}

const SOON = [2.5 * MINUTE, 7.5 * MINUTE] as const;
const LATER = [30 * MINUTE, 90 * MINUTE] as const;
const NEVER: readonly [number, number] = [0, 0];

const FAULTS: readonly Fault[] = [
  { name: 'a reset in the middle of the body', behaviour: resetMidBody, code: 'unreachable', told: /no connection/, after: SOON },
  { name: 'no answer', behaviour: silent, code: 'timed-out', told: /no answer in time/, after: SOON, limits: SHORT_SILENCE },
  { name: 'a body in drops', behaviour: dripFeed, code: 'too-slow', told: /too slowly/, after: SOON, limits: SHORT_WHOLE },
  { name: 'a redirect elsewhere', behaviour: withStatus(302, '', { location: 'https://elsewhere.example/login' }), code: 'redirected', told: /sent on/, after: LATER },
  { name: 'a redirect to itself for ever', behaviour: (response, _good, request) => void response.writeHead(302, { location: `/${(request.url ?? '').split('/').slice(2).join('/')}` }).end(), code: 'redirected', told: /sent on/, after: LATER },
  { name: 'a page that turns programs away', behaviour: withStatus(403, '<html><h1>Undeclared Automated Tool</h1>Request Rate Threshold Exceeded</html>'), code: 'banned', told: /refused: 403, the site turns programs away/, after: [DAY, DAY] },
  { name: 'a plain 403', behaviour: withStatus(403, 'no'), code: 'refused', told: /refused: 403/, after: LATER },
  { name: 'a 401', behaviour: withStatus(401), code: 'refused', told: /refused: 401/, after: LATER },
  { name: 'a 404 or 410 where there was something', behaviour: withStatus(404), code: 'not-found', told: /not there/, after: LATER },
  { name: 'a 429 that names seconds', behaviour: withStatus(429, 'slow down', { 'retry-after': '7200' }), code: 'too-many', told: /refused: 429, too many requests/, after: [2 * HOUR, 2 * HOUR + MINUTE] },
  { name: 'a 429 that names a date', behaviour: withStatus(429, '', { date: 'Wed, 15 Jul 2026 16:00:00 GMT', 'retry-after': 'Wed, 15 Jul 2026 19:00:00 GMT' }), code: 'too-many', told: /refused: 429/, after: [3 * HOUR, 3 * HOUR + MINUTE] },
  { name: 'a 429 that names nothing', behaviour: withStatus(429), code: 'too-many', told: /refused: 429/, after: [15 * MINUTE, 45 * MINUTE] },
  { name: 'a 500', behaviour: withStatus(500, '<html>'), code: 'server', told: /out of order: 500/, after: SOON },
  { name: 'a 503 that names seconds', behaviour: withStatus(503, '', { 'retry-after': '3600' }), code: 'server', told: /out of order: 503/, after: [HOUR, HOUR + MINUTE] },
  { name: 'a 418', behaviour: withStatus(418), code: 'status', told: /not expected: 418/, after: SOON },
  { name: 'a 304 that nobody asked for', behaviour: withStatus(304), code: 'status', told: /not expected: 304/, after: SOON },
  { name: 'a web page with status 200', behaviour: withBody(() => '<!DOCTYPE html><html><body>Please log in</body></html>'), code: 'format', told: /not the data/, after: LATER },
  { name: 'nothing with status 200', behaviour: withBody(() => ''), code: 'format', told: /not the data/, after: LATER },
  { name: 'the first half, as if it were the whole', behaviour: withBody((good) => good.subarray(0, good.length / 2)), code: 'format', told: /not the data/, after: LATER },
  { name: 'another encoding', behaviour: withBody((good) => Buffer.from(`\ufeff${good.toString('utf8')}`, 'utf16le')), code: 'format', told: /not the data/, after: LATER },
  { name: 'two byte order marks', behaviour: withText((good) => `\ufeff\ufeff${good}`), code: null, told: /just now/, after: NEVER },
  { name: '200 MB', behaviour: endless(200 * 1024 * 1024), code: 'too-large', told: /longer than it may be/, after: LATER },
  { name: 'a compression bomb', behaviour: compressionBomb, code: 'too-large', told: /longer than it may be/, after: LATER },
];

/** Sources with an answer in the made-up market, with one that stands in for another made to stand by itself. */
const ASKED: readonly SourceSpec[] = SOURCES.map((spec): SourceSpec => ({ ...spec, fallback: null, requests: (context) => spec.requests(context).slice(0, 1) }));

describe.each(ASKED.map((spec) => [spec.id, spec] as const))('%s', (_id, spec) => {
  let host: BadHost;
  let behaviour: Behaviour = well;
  let today = '2026-07-15';

  beforeAll(async () => {
    host = await startBadHost((url) => answerOf(url, today), () => behaviour);
  });

  afterAll(() => host.close());

  /** A world that has the source's first answer in storage, a month before the fault. */
  async function filled(): Promise<World> {
    behaviour = well;
    today = '2026-06-15';
    const world = createWorld([spec], { fetch: host.fetch, now: () => world.now });
    world.groups.add(spec.group);
    world.now = NOON - 30 * DAY;
    await refresh(world);
    expect(await statusOf(world)).toMatchObject({ failure: null, parts: [{ key: spec.requests(contextNow(world))[0]?.key }] });
    world.now = NOON;
    today = '2026-07-15';
    return world;
  }

  async function statusOf(world: World) {
    const [status] = sourceStatuses(await knownNow(world), contextNow(world), world.now, null);
    return status!;
  }

  async function storedIn({ database }: World): Promise<unknown> {
    const tables = await Promise.all([...database.directoryTables, ...database.figureTables, database.contents].map((table) => table.toArray()));
    return [tables, await database.meta.get('current')];
  }

  async function expectFault(world: World, { code, told, after }: Omit<Fault, 'name' | 'behaviour'>, before: unknown): Promise<void> {
    const status = await statusOf(world);
    const { line } = sourceView(status, { now: world.now, timeZone: 'UTC' });
    expect(line).toMatch(told);
    expect(await isReadable(world)).toBe(true);
    if (code === null) {
      expect(status.failure).toBeNull();
      return;
    }
    expect(status.failure?.code).toBe(code);
    expect(line).toContain('still in use');
    expect(await storedIn(world)).toEqual(before);
    const wait = (status.nextTry ?? 0) - world.now;
    expect(wait).toBeGreaterThanOrEqual(after[0]);
    expect(wait).toBeLessThanOrEqual(after[1]);
  }

  /** Nothing is asked before the time that the reader was told, and all is well after it. */
  async function expectRecovery(world: World): Promise<void> {
    behaviour = well;
    const { nextTry } = await statusOf(world);
    const count = host.asked.length;
    world.now = (nextTry ?? 0) - 1;
    await refresh(world);
    expect(host.asked).toHaveLength(count);
    world.now = nextTry ?? 0;
    await refresh(world);
    expect(host.asked).toHaveLength(count + 1 + (spec.requests(contextNow(world))[0]?.furtherPages?.length ?? 0));
    expect((await statusOf(world)).failure).toBeNull();
    expect(await isReadable(world)).toBe(true);
  }

  it.each(FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (_name, fault) => {
    const world = await filled();
    const before = await storedIn(world);
    behaviour = fault.behaviour;
    await refresh({ ...world, network: { ...world.network, limits: fault.limits } });
    // A workbook is no text, and has no byte order mark.
    const isRefused = spec.id === 'ssga-holdings' && fault.code === null;
    await expectFault(world, isRefused ? { ...fault, code: 'format', told: /not the data/, after: LATER } : fault, before);
    if (fault.code !== null || isRefused) await expectRecovery(world);
  });

  const nearly = nearlyRight(spec.id);
  const wrong = { code: 'format', told: /not the data: /, after: LATER } as const;
  const fine = { code: null, told: /just now/, after: NEVER } as const;

  it.each([
    ['a renamed column', nearly.renamed, wrong],
    ...(nearly.repeated === null ? [] : [['a row that stands twice', nearly.repeated, nearly.isRepeatFine ? fine : wrong] as const]),
    ...(nearly.notANumber === null ? [] : [['what is no number', nearly.notANumber, wrong] as const]),
    ...(nearly.absurd === null ? [] : [['an absurd value', nearly.absurd, wrong] as const]),
  ] as const)('%s', async (_name, change, outcome) => {
    const world = await filled();
    const before = await storedIn(world);
    const rowsBefore = (await world.database.parts.toArray())[0]?.rows;
    // Of several pages, the first is changed; those behind the last line are empty.
    let isChanged = false;
    behaviour = withBody((good) => {
      const changed = change(good);
      isChanged ||= !Buffer.from(changed).equals(good);
      return changed;
    });
    await refresh(world);
    expect(isChanged).toBe(true);
    await expectFault(world, outcome, before);
    expect((await world.database.parts.toArray())[0]?.rows).toBe(rowsBefore);
  });

  it('a file that shrank to a fraction of what it was', async () => {
    const world = await filled();
    const [part] = await world.database.parts.toArray();
    await world.database.parts.update(part?.id ?? '', { rows: 1_000 });
    const before = await storedIn(world);
    await refresh(world);
    await expectFault(world, { code: 'implausible', told: /data that cannot be: only \d+ rows where there were 1000/, after: LATER }, before);
  });

  it('a connection that is refused', async () => {
    const world = await filled();
    const before = await storedIn(world);
    const port = await closedPort();
    const refused = { ...world, network: { ...world.network, fetch: () => fetch(`http://127.0.0.1:${port}/`) } };
    await refresh(refused);
    await expectFault(world, { code: 'unreachable', told: /no connection/, after: SOON }, before);
    await expectRecovery(world);
  });

  it('a body of days to come, as after the clock was set back', async () => {
    const world = await filled();
    const before = await storedIn(world);
    today = '2026-08-20';
    behaviour = spec.id === 'sec-frames' ? withText((good) => good.replace(/"end":"2026/g, '"end":"2027')) : well;
    await refresh(world);
    // The SEC's lists of symbols have no day; what they say is as good as ever.
    const isDated = !['sec-symbols', 'sec-tickers'].includes(spec.id);
    await expectFault(world, isDated ? { code: 'format', told: /not the data: .*(?:future|day)/, after: LATER } : { code: null, told: /just now/, after: NEVER }, before);
  });
});

it('a body that comes in drops is broken off by its rate, long before its time is up', async () => {
  const host = await startBadHost(() => 'all is well', () => dripFeed);
  const limits: FetchLimits = { silenceMs: 1_500, totalMs: 60_000, slowestRate: 1_000 };
  const request = { key: 'drops', url: 'https://funds.example/drops', maxBytes: 1_000_000 };
  const asked = fetchBody({ fetch: host.fetch, now: () => NOON, limits }, request, null);
  await expect(asked).rejects.toMatchObject({ failure: { code: 'too-slow' } });
  await host.close();
});
