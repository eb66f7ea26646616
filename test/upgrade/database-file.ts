/**
 * A whole IndexedDB database as JSON and back, with the browser's own calls and none of ours, so that a snapshot stays
 * what that version of the extension wrote. Typed arrays are kept under the name of their kind: `{"$int32": […]}`.
 */
export interface DatabaseFile {
  /** IndexedDB's own version number: Dexie's times ten. */
  readonly version: number;
  readonly stores: Readonly<Record<string, StoreFile>>;
}

interface StoreFile {
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[]; readonly unique: boolean; readonly multiEntry: boolean }[];
  readonly rows: readonly unknown[];
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the request failed'));
  });
}

/** Writes down everything that a database holds. */
export async function readDatabase(indexedDB: IDBFactory, name: string): Promise<DatabaseFile> {
  const database = await done(indexedDB.open(name));
  const stores: Record<string, StoreFile> = {};
  for (const storeName of database.objectStoreNames) {
    const store = database.transaction(storeName).objectStore(storeName);
    stores[storeName] = {
      keyPath: store.keyPath,
      autoIncrement: store.autoIncrement,
      indexes: [...store.indexNames].map((indexName) => {
        const { keyPath, unique, multiEntry } = store.index(indexName);
        return { name: indexName, keyPath, unique, multiEntry };
      }),
      rows: (await done(store.getAll())).map(packed),
    };
  }
  const { version } = database;
  database.close();
  return { version, stores };
}

/** Makes a database as it was. */
export async function writeDatabase(indexedDB: IDBFactory, name: string, file: DatabaseFile): Promise<void> {
  const request = indexedDB.open(name, file.version);
  request.onupgradeneeded = () => {
    for (const [storeName, { keyPath, autoIncrement, indexes }] of Object.entries(file.stores)) {
      const store = request.result.createObjectStore(storeName, { keyPath, autoIncrement });
      for (const { name: indexName, keyPath: path, unique, multiEntry } of indexes) {
        store.createIndex(indexName, path, { unique, multiEntry });
      }
    }
  };
  const database = await done(request);
  for (const [storeName, { rows }] of Object.entries(file.stores)) {
    const store = database.transaction(storeName, 'readwrite').objectStore(storeName);
    for (const row of rows) await done(store.put(unpacked(row)));
  }
  database.close();
}

const COLUMNS = {
  $int32: Int32Array, $uint32: Uint32Array, $uint16: Uint16Array, $float32: Float32Array, $float64: Float64Array, $uint64: BigUint64Array,
} as const;

function packed(value: unknown): unknown {
  for (const [name, Kind] of Object.entries(COLUMNS)) {
    // JSON has no whole numbers of that size; as text they come back by themselves.
    if (value instanceof Kind) return { [name]: Array.from<number | bigint, number | string>(value, (one) => (typeof one === 'bigint' ? String(one) : one)) };
  }
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, packed(inner)]));
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  for (const [name, Kind] of Object.entries(COLUMNS)) {
    if (Object.hasOwn(value, name)) return new (Kind as new (from: unknown) => unknown)((value as Record<string, unknown>)[name]);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpacked(inner)]));
}
