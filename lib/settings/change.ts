/** Writing settings: checked, and without the values that nobody set. Holds full zod: never for the content script. */
import { z } from 'zod';
import { fillDefaults, LANGUAGE_TAGS, MAX_DWELL_MS, SETTINGS_KEY } from './model.ts';
import type { Settings, StoredSettings } from './model.ts';
import type { SettingsStorage } from './read.ts';

const flag = z.boolean().optional();

/** What may be stored. Unknown keys are refused on writing. */
export const storedSettingsSchema: z.ZodType<StoredSettings> = z.strictObject({
  sites: z.record(z.string().min(1).max(253), z.boolean()).optional(),
  dwellMs: z.int().min(0).max(MAX_DWELL_MS).optional(),
  marks: flag,
  verdicts: z
    .strictObject({
      supported: flag,
      'definition-dependent': flag,
      outdated: flag,
      contradicted: flag,
      unverifiable: flag,
    })
    .optional(),
  theme: z.enum(['auto', 'light', 'dark']).optional(),
  language: z.enum(['auto', ...LANGUAGE_TAGS]).optional(),
  sources: z.record(z.string().min(1).max(40), z.boolean()).optional(),
});

/** What storage may hold from another version: each part that is not understood is dropped, the others are kept. */
function understood(stored: unknown): StoredSettings {
  if (typeof stored !== 'object' || stored === null) return {};
  const parts = Object.entries(stored).filter(([key, value]) => storedSettingsSchema.safeParse({ [key]: value }).success);
  return Object.fromEntries(parts);
}

let lastChange: Promise<unknown> = Promise.resolve();

/**
 * Sets the given values and leaves the others as they are; `sites`, `sources` and `verdicts` are merged one by one. Changes of one
 * context are made one after another.
 *
 * @returns the settings after the change.
 * @throws {z.ZodError} when a value is not allowed; nothing is written then.
 */
export function changeSettings(storage: SettingsStorage, change: StoredSettings): Promise<Settings> {
  const changed = lastChange.then(() => writeChange(storage, change));
  lastChange = changed.catch(() => undefined);
  return changed;
}

async function writeChange(storage: SettingsStorage, change: StoredSettings): Promise<Settings> {
  const checked = storedSettingsSchema.parse(change);
  const items = await storage.get(SETTINGS_KEY);
  const before = understood(items[SETTINGS_KEY]);
  const after: StoredSettings = {
    ...before,
    ...checked,
    ...(checked.sites === undefined ? {} : { sites: { ...before.sites, ...checked.sites } }),
    ...(checked.sources === undefined ? {} : { sources: { ...before.sources, ...checked.sources } }),
    ...(checked.verdicts === undefined ? {} : { verdicts: { ...before.verdicts, ...checked.verdicts } }),
  };
  await storage.set({ [SETTINGS_KEY]: after });
  return fillDefaults(after);
}

/** Forgets everything the user set. */
export async function resetSettings(storage: SettingsStorage): Promise<void> {
  await storage.set({ [SETTINGS_KEY]: {} });
}
