import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeSettings, resetSettings, storedSettingsSchema } from '../../../lib/settings/change.ts';
import { DEFAULT_SETTINGS, fillDefaults, isSiteOn } from '../../../lib/settings/model.ts';
import type { StoredSettings } from '../../../lib/settings/model.ts';
import { readSettings, watchSettings } from '../../../lib/settings/read.ts';
import type { SettingsStorage } from '../../../lib/settings/read.ts';

type Listener = Parameters<SettingsStorage['onChanged']['addListener']>[0];

/** `storage.local` as browsers keep it: values are copied as JSON, listeners hear of each write. */
class MemoryStorage implements SettingsStorage {
  items: Record<string, unknown> = {};
  readonly #listeners = new Set<Listener>();
  readonly onChanged = {
    addListener: (listener: Listener) => void this.#listeners.add(listener),
    removeListener: (listener: Listener) => void this.#listeners.delete(listener),
  };

  async get(key: string): Promise<Record<string, unknown>> {
    return Object.hasOwn(this.items, key) ? { [key]: structuredClone(this.items[key]) } : {};
  }

  async set(items: Record<string, unknown>): Promise<void> {
    Object.assign(this.items, JSON.parse(JSON.stringify(items)));
    for (const listener of this.#listeners) {
      listener(Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }])));
    }
  }
}

let storage: MemoryStorage;

beforeEach(() => {
  storage = new MemoryStorage();
});

describe('reading', () => {
  it('gives the defaults when nothing was ever chosen', async () => {
    expect(await readSettings(storage)).toEqual(DEFAULT_SETTINGS);
    expect(DEFAULT_SETTINGS.dwellMs).toBe(300);
  });

  it('gives the default for each value that makes no sense, and keeps the others', () => {
    const stored = { dwellMs: -5, marks: 'yes', theme: 'dark', verdicts: { outdated: false, supported: 1 }, sites: { 'a.com': true, 'b.com': 2 } };
    expect(fillDefaults(stored)).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      verdicts: { ...DEFAULT_SETTINGS.verdicts, outdated: false },
      sites: { 'a.com': true },
    });
  });

  it('never throws, whatever storage holds', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const { dwellMs, marks } = fillDefaults(stored);
        return dwellMs >= 0 && dwellMs <= 1000 && typeof marks === 'boolean';
      }),
    );
  });

  it('gives back every value that may be written', () => {
    const flag = fc.option(fc.boolean(), { nil: undefined });
    const change = fc.record(
      {
        sites: fc.dictionary(fc.domain(), fc.boolean()),
        dwellMs: fc.integer({ min: 0, max: 1000 }),
        marks: fc.boolean(),
        theme: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const),
        verdicts: fc.record({ supported: flag, contradicted: flag, outdated: flag, unverifiable: flag, 'definition-dependent': flag }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(change, (stored: StoredSettings) => {
        expect(storedSettingsSchema.safeParse(stored).success).toBe(true);
        const read = fillDefaults(stored);
        const { verdicts = {}, ...rest } = stored;
        expect(read).toMatchObject(rest);
        for (const [verdict, on] of Object.entries(verdicts)) {
          expect(read.verdicts).toHaveProperty(verdict, on ?? true);
        }
      }),
    );
  });
});

describe('changing', () => {
  it('stores what was set and nothing else', async () => {
    await changeSettings(storage, { dwellMs: 150 });
    await changeSettings(storage, { verdicts: { unverifiable: false } });
    expect(storage.items).toEqual({ settings: { dwellMs: 150, verdicts: { unverifiable: false } } });
  });

  it('merges sites and verdicts one by one, also when two changes come at once', async () => {
    await Promise.all([
      changeSettings(storage, { sites: { 'gate.com': false } }),
      changeSettings(storage, { sites: { 'example.org': true }, verdicts: { outdated: false } }),
      changeSettings(storage, { verdicts: { supported: false } }),
    ]);
    const settings = await readSettings(storage);
    expect(settings.sites).toEqual({ 'gate.com': false, 'example.org': true });
    expect(settings.verdicts).toMatchObject({ outdated: false, supported: false, contradicted: true });
  });

  it('refuses values out of bounds and unknown keys, and writes nothing then', async () => {
    await expect(changeSettings(storage, { dwellMs: 1001 })).rejects.toThrow();
    await expect(changeSettings(storage, { colour: 'red' } as StoredSettings)).rejects.toThrow('colour');
    expect(storage.items).toEqual({});
    expect((await changeSettings(storage, { marks: false })).marks).toBe(false);
  });

  it('drops parts that another version left and this one does not understand', async () => {
    storage.items['settings'] = { dwellMs: 'long', theme: 'light', shape: 'round' };
    await changeSettings(storage, { marks: false });
    expect(storage.items['settings']).toEqual({ theme: 'light', marks: false });
  });

  it('forgets everything on reset', async () => {
    await changeSettings(storage, { marks: false });
    await resetSettings(storage);
    expect(await readSettings(storage)).toEqual(DEFAULT_SETTINGS);
  });
});

describe('watching', () => {
  it('hears of each change with all settings, until it stops', async () => {
    const heard: number[] = [];
    const stop = watchSettings(storage, ({ dwellMs }) => heard.push(dwellMs));
    await changeSettings(storage, { dwellMs: 0 });
    await storage.set({ other: 1 });
    await changeSettings(storage, { marks: false });
    stop();
    await changeSettings(storage, { dwellMs: 900 });
    expect(heard).toEqual([0, 0]);
  });
});

describe('isSiteOn', () => {
  it('follows the user, and the list where the user said nothing', () => {
    const settings = fillDefaults({ sites: { 'off.com': false, 'on.com': true } });
    expect(isSiteOn(settings, 'off.com', true)).toBe(false);
    expect(isSiteOn(settings, 'on.com', false)).toBe(true);
    expect(isSiteOn(settings, 'listed.com', true)).toBe(true);
    expect(isSiteOn(settings, 'other.com', false)).toBe(false);
    expect(isSiteOn(settings, 'constructor', false)).toBe(false);
  });
});
