import { Dexie } from 'dexie';
import { Database } from '../../lib/data/database.ts';
import { writeGeneration } from '../../lib/data/generations.ts';
import { assemble, withoutSources } from '../../lib/data/market-data.ts';
import { createPace } from '../../lib/data/pace.ts';
import { loadMarket } from '../../lib/data/queries.ts';
import { parseSnapshot, type SnapshotBodies } from '../../lib/data/snapshot.ts';
import { detect } from '../../lib/detect/detect.ts';
import type { Instrument } from '../../lib/market/instrument.ts';
import { articleFromPlainText } from '../../lib/text/document.ts';
import { benchFilings } from './filings.ts';

/** One request of IndexedDB, to be made again without anything around it. */
interface Request {
  readonly store: string;
  readonly index: string | null;
  readonly method: 'get' | 'getAll' | 'count' | 'getAllKeys';
  readonly query: unknown;
  readonly most: number | undefined;
}

/** What the bench measures of the database inside a real page; bundled and put there by `tools/bench.ts`. */
export interface DatabaseBench {
  fill(bodies: SnapshotBodies): Promise<void>;
  /** Milliseconds of the first look-up of a fresh page, and the requests that it made, written out. */
  lookUp(text: string): Promise<{ readonly ms: number; readonly count: number; readonly requests: string }>;
  /** Milliseconds of the same requests made all at once in one transaction of a fresh page. */
  bare(requests: string): Promise<number>;
  /** The longest task, in milliseconds, while a generation is built from made-up sources of the real size. */
  longestTaskOfBuild(bodies: SnapshotBodies): Promise<number>;
}

const NAME = 'bench';
const ABOUT = { snapshotVersion: 'bench', loadedAt: 0, parts: 0 };
const LISTED = 10_000;
/** The least key of all, which JSON does not know. */
const LEAST = '-Infinity';

const bench: DatabaseBench = {
  async fill(bodies) {
    await Dexie.delete(NAME);
    const database = new Database(NAME);
    await writeGeneration(database, withoutSources(parseSnapshot(bodies)), ABOUT);
    database.close();
  },
  async lookUp(text) {
    const detection = detect(articleFromPlainText(text, { published: '2026-06-18' }));
    const requests: Request[] = [];
    const restore = record(requests);
    const start = performance.now();
    const database = new Database(NAME);
    await loadMarket(database, detection);
    const ms = performance.now() - start;
    restore();
    database.close();
    return { ms, count: requests.length, requests: JSON.stringify(requests, (_name, value: unknown) => (value === -Infinity ? LEAST : value)) };
  },
  async bare(written) {
    const requests = JSON.parse(written, (_name, value: unknown) => (value === LEAST ? -Infinity : value)) as Request[];
    const start = performance.now();
    const connection = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(NAME);
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error));
    });
    const transaction = connection.transaction([...new Set(requests.map(({ store }) => store))], 'readonly');
    await new Promise<void>((resolve, reject) => {
      for (const { store, index, method, query, most } of requests) {
        const from = index === null ? transaction.objectStore(store) : transaction.objectStore(store).index(index);
        const key = rangeOf(query);
        if (method === 'get') from.get(key as IDBValidKey);
        else if (method === 'count') from.count(key);
        else if (method === 'getAllKeys') from.getAllKeys(key, most);
        else from.getAll(key, most);
      }
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('error', () => reject(transaction.error));
    });
    const ms = performance.now() - start;
    connection.close();
    return ms;
  },
  async longestTaskOfBuild(bodies) {
    await Dexie.delete(`${NAME}-build`);
    const database = new Database(`${NAME}-build`);
    const { holdings, frames, filers } = benchFilings();
    const instruments = Object.keys(filers).concat(Array.from({ length: LISTED }, (_, at) => `L${at}`)).map(listed);
    const parts = [
      { asOf: null, content: { instruments, filers: new Map(Object.entries(filers)) } },
      { asOf: holdings.asOf, content: { holdings: [holdings] } },
      ...frames.map((frame) => ({ asOf: null, content: { frames: [frame] } })),
    ];
    const snapshot = parseSnapshot(bodies);
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    observer.observe({ type: 'longtask' });
    const pace = createPace();
    const data = await assemble(snapshot, parts, '2026-06-30', pace);
    await writeGeneration(database, data, ABOUT, pace);
    await new Promise((resolve) => setTimeout(resolve, 300));
    observer.disconnect();
    database.close();
    return Math.max(0, ...tasks);
  },
};

function listed(symbol: string): Instrument {
  return {
    id: symbol, kind: 'stock', symbol, name: `Company ${symbol} Incorporated`, aliases: [], exchange: 'XNYS', sector: null, tracks: null,
    formerSymbols: [], commonWord: false,
  };
}

type Method = Request['method'];
const METHODS: readonly Method[] = ['get', 'getAll', 'count', 'getAllKeys'];

/** Notes every request until the returned function is called. */
function record(requests: Request[]): () => void {
  const undo = [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((prototype) =>
    METHODS.map((method) => {
      const original = prototype[method] as (...given: unknown[]) => unknown;
      const noted = function (this: IDBObjectStore | IDBIndex, ...given: unknown[]): unknown {
        const [query, most] = argumentsOf(given);
        const place = this instanceof IDBIndex ? { store: this.objectStore.name, index: this.name } : { store: this.name, index: null };
        requests.push({ ...place, method, query: plainOf(query), most: typeof most === 'number' ? most : undefined });
        return original.apply(this, given);
      };
      Object.assign(prototype, { [method]: noted });
      return () => Object.assign(prototype, { [method]: original });
    }),
  );
  return () => {
    for (const one of undo) one();
  };
}

/** IndexedDB 3.0 also takes one record of options in place of query and count. */
function argumentsOf([first, second]: readonly unknown[]): readonly [query: unknown, most: unknown] {
  const isRecord = typeof first === 'object' && first !== null && Object.getPrototypeOf(first) === Object.prototype;
  if (!isRecord) return [first, second];
  const { query, count } = first as { query?: unknown; count?: unknown };
  return [query, count];
}

/** A query that can be handed to another page. */
function plainOf(query: unknown): unknown {
  if (!(query instanceof IDBKeyRange)) return { key: query };
  const { lower, upper, lowerOpen, upperOpen } = query;
  return { lower: lower as unknown, upper: upper as unknown, lowerOpen, upperOpen };
}

function rangeOf(query: unknown): IDBValidKey | IDBKeyRange | undefined {
  const given = query as { key?: IDBValidKey; lower?: unknown; upper?: unknown; lowerOpen?: boolean; upperOpen?: boolean };
  if (given.lower === undefined && given.upper === undefined) return given.key;
  return IDBKeyRange.bound(given.lower, given.upper, given.lowerOpen, given.upperOpen);
}

(globalThis as unknown as { databaseBench: DatabaseBench }).databaseBench = bench;
