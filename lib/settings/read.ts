/** Reading and watching the settings, in any context of the extension, without zod and without waking the worker. */
import { fillDefaults, SETTINGS_KEY } from './model.ts';
import type { Settings } from './model.ts';

/** The part of `browser.storage.local` that settings need. */
export interface SettingsStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  readonly onChanged: {
    addListener(listener: (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => void): void;
    removeListener(listener: (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => void): void;
  };
}

/** The settings as they are now. */
export async function readSettings(storage: SettingsStorage): Promise<Settings> {
  const items = await storage.get(SETTINGS_KEY);
  return fillDefaults(items[SETTINGS_KEY]);
}

/** Calls with the new settings and those before after each change, from whatever context, until the returned function is called. */
export function watchSettings(storage: SettingsStorage, onChange: (settings: Settings, before: Settings) => void): () => void {
  const listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>): void => {
    const change = changes[SETTINGS_KEY];
    if (change !== undefined) onChange(fillDefaults(change.newValue), fillDefaults(change.oldValue));
  };
  storage.onChanged.addListener(listener);
  return () => storage.onChanged.removeListener(listener);
}
