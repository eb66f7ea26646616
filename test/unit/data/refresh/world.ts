/** A refresh in a world of our own: a database in memory, a clock that is set by hand, made-up sources, answers as told. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Database } from '../../../../lib/data/database.ts';
import { loadMarket } from '../../../../lib/data/queries.ts';
import { buildGeneration } from '../../../../lib/data/refresh/build.ts';
import type { Network } from '../../../../lib/data/refresh/fetch-body.ts';
import type { Refreshing } from '../../../../lib/data/refresh/refresh.ts';
import type { Snapshot } from '../../../../lib/data/snapshot.ts';
import { parseSnapshot } from '../../../../lib/data/snapshot.ts';
import { SourceFormatError } from '../../../../lib/data/sources/source-format-error.ts';
import type { SourceGroup, SourcePart, SourceSpec } from '../../../../lib/data/sources/source.ts';
import type { FundHoldings } from '../../../../lib/market/holdings.ts';
import { createClock } from '../../../../lib/platform/clock.ts';
import { detection, mention } from '../../detect/sample.ts';
import { sampleBodies } from '../sample.ts';

/** Noon in New York on a Wednesday. */
export const NOON = Date.parse('2026-07-15T16:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const SOURCE = { title: 'A source', url: 'https://funds.example/' };

/** A source of one body `{"holdings": [[symbol, weight], …], "asOf": "…"}`, or of several under the given keys. */
export function toySource(over: Partial<SourceSpec> & { readonly keys?: readonly string[]; readonly origin?: string } = {}): SourceSpec {
  const { keys = ['SMPF'], origin = 'https://funds.example', ...rest } = over;
  const id = rest.id ?? 'toy-holdings';
  return {
    id,
    group: 'ishares',
    title: 'Toy holdings',
    gives: 'What a fund holds.',
    terms: 'For tests.',
    hosts: [`${origin}/*`],
    access: 'optional',
    schedule: { every: 'day', notBefore: '14:00' },
    fallback: null,
    requests: () => keys.map((key) => ({ key, url: `${origin}/${id}/${key}.json`, maxBytes: 10_000 })),
    parse: (body, { key }) => toyPart(key, new TextDecoder().decode(body)),
    ...rest,
  };
}

interface ToyBody {
  readonly asOf: string;
  readonly holdings: readonly (readonly [symbol: string, weight: number])[];
}

function toyPart(fund: string, text: string): SourcePart {
  let body: ToyBody;
  try {
    body = JSON.parse(text) as ToyBody;
  } catch {
    throw new SourceFormatError(`${fund}.json`, 'this is not JSON');
  }
  const lines = body.holdings.map(([symbol, weightPercent]): FundHoldings['lines'][number] => ({
    printedSymbol: symbol, name: symbol, sector: null, kind: 'equity', isUnlisted: false, weightPercent, marketValueUsd: null, quantity: null, priceUsd: null,
  }));
  return { asOf: body.asOf, summary: `${lines.length} holdings`, holdings: [{ fund, asOf: body.asOf, lines, source: SOURCE }] };
}

export function toyBody(weight = 100, asOf = '2026-07-14'): string {
  return JSON.stringify({ asOf, holdings: [['WIDGA', weight]] } satisfies ToyBody);
}

export type Answer = (url: URL, init: RequestInit) => Response | Promise<Response>;

export interface World extends Refreshing {
  now: number;
  chance: () => number;
  version: string;
  groups: Set<SourceGroup>;
  granted: (host: string) => boolean;
  answer: Answer;
  /** Addresses that were asked for, in order. */
  asked: string[];
  /** How long the refresh waited between requests, in milliseconds. */
  waited: number[];
  readonly logged: string[];
  /** Writes to the database so far. */
  writes: number;
  /** The worker is stopped before its next write once it has made so many: nothing it does after that arrives. */
  stopAfter: number | null;
  /** A table for which there is no room. */
  fullTable: string | null;
}

export const sampleSnapshot = async (): Promise<Snapshot> => parseSnapshot(sampleBodies());

let databases = 0;

/** The world of one test. Answers with the toy body until told otherwise, or over a network of the test's own. */
export function createWorld(sources: readonly SourceSpec[] = [toySource()], network?: Network): World {
  const database = new Database(`world ${(databases += 1)}`, { indexedDB: new IDBFactory(), IDBKeyRange });
  database.use({
    stack: 'dbcore',
    name: 'stop',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) => {
            if (world.stopAfter !== null && world.writes >= world.stopAfter) return Promise.reject(new Error('the worker is stopped'));
            if (name === world.fullTable && request.type !== 'delete' && request.type !== 'deleteRange') {
              return Promise.reject(new DOMException('There is no room', 'QuotaExceededError'));
            }
            world.writes += 1;
            return table.mutate(request);
          },
        };
      },
    }),
  });
  const world: World = {
    writes: 0,
    stopAfter: null,
    fullTable: null,
    now: NOON,
    groups: new Set<SourceGroup>(['sec', 'ishares', 'vanguard']),
    granted: () => true,
    answer: () => new Response(toyBody()),
    asked: [],
    waited: [],
    logged: [],
    database,
    sources,
    version: '1.0.0',
    chance: () => 0.5,
    clock: createClock(() => world.now),
    wait: async (ms) => void world.waited.push(ms),
    groupsOn: async () => world.groups,
    isGranted: async (hosts) => hosts.every((host) => world.granted(host)),
    network: network ?? {
      now: () => world.now,
      fetch: async (url, init) => {
        if (world.stopAfter !== null && world.writes >= world.stopAfter) throw new Error('the worker is stopped');
        world.asked.push(url);
        return world.answer(new URL(url), init);
      },
    },
    log: { info: () => undefined, warn: (message, cause) => world.logged.push(`${message}: ${String(cause)}`), error: (message, cause) => world.logged.push(`${message}: ${String(cause)}`) },
    build: () => buildGeneration({ database, sources, bundled: sampleSnapshot, version: world.version, clock: world.clock, log: world.log }),
  };
  return world;
}

/** Weight of the sample's company in the sample's fund, as a page would see it; null without holdings. */
export async function weightInUse({ database }: Pick<World, 'database'>): Promise<number | null> {
  const current = await database.meta.get('current');
  if (current?.key !== 'current') throw new Error('there are no data in use');
  const row = await database.memberships.get([current.generation, 'WIDG.A']);
  return row?.heldBy[0]?.weightPercent ?? null;
}

/** Whether a page can be checked against the data in use: the sample's fund is found and has its index's figures. */
export async function isReadable({ database }: Pick<World, 'database'>): Promise<boolean> {
  const page = detection({ mentions: [mention(0, { text: 'SMPF', symbol: 'SMPF' }), mention(1, { text: 'Sample 100', symbol: null, notation: 'index', known: 'INDEX:SAMPLE100' })] });
  const { directory, evidence } = await loadMarket(database, page);
  return directory.bySymbol('SMPF')?.tracks === 'INDEX:SAMPLE100' && evidence.observations('INDEX:SAMPLE100', 'pe').length === 1;
}
