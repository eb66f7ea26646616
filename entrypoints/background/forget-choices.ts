import { fillDefaults } from '../../lib/settings/model.ts';
import { registerReaders } from './sites.ts';
import type { SiteApi } from './sites.ts';

/** The parts of the extension API that this needs. */
export interface ChoicesApi extends SiteApi {
  readonly permissions: SiteApi['permissions'] & {
    getAll(): Promise<{ origins?: string[] | undefined }>;
    remove(unwanted: { origins: string[] }): Promise<boolean>;
  };
  readonly runtime: { getManifest(): { host_permissions?: string[]; content_scripts?: { matches?: string[] | undefined }[] | undefined } };
  readonly storage: { readonly local: { clear(): Promise<void> } };
}

/** Forgets everything that the reader chose: settings, added sites, and access to hosts beyond what is given at install. */
export async function forgetChoices(api: ChoicesApi): Promise<void> {
  await api.storage.local.clear();
  await registerReaders(api, fillDefaults({}));
  const { host_permissions: required = [], content_scripts: readers = [] } = api.runtime.getManifest();
  const kept = new Set([...required, ...readers.flatMap(({ matches = [] }) => matches)]);
  const given = (await api.permissions.getAll()).origins?.filter((origin) => !kept.has(origin)) ?? [];
  if (given.length > 0) await api.permissions.remove({ origins: given });
}
