/** Which sites are read by themselves: the finance sites of the manifest, and those that the reader added. */
import { isFinanceHost } from '../../lib/page/finance-sites.ts';
import { isSiteOn } from '../../lib/settings/model.ts';
import type { Settings } from '../../lib/settings/model.ts';
import type { SiteState } from '../../lib/messages/protocol.ts';
import { hostOf } from '../../lib/messages/server.ts';

/** The parts of the extension API that this needs. */
export interface SiteApi {
  readonly permissions: { contains(wanted: { origins: string[] }): Promise<boolean> };
  readonly scripting: {
    getRegisteredContentScripts(): Promise<{ id: string }[]>;
    registerContentScripts(scripts: RegisteredReader[]): Promise<void>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
  };
  readonly tabs: { get(tabId: number): Promise<{ url?: string | undefined }> };
}

interface RegisteredReader {
  readonly id: string;
  readonly matches: string[];
  readonly js: string[];
  readonly runAt: 'document_idle';
}

/** The built article reader, for pages outside the manifest's list. */
export const READER_FILE = 'content-scripts/article.js';

const PREFIX = 'site:';

function originsOf(host: string): string[] {
  return [`*://${host}/*`];
}

/** How the site of a tab is set. The host is known only where the browser shows the tab's address to the extension. */
export async function siteState(api: SiteApi, settings: Settings, tabId: number): Promise<SiteState> {
  const tab = await api.tabs.get(tabId);
  const host = hostOf(tab.url ?? '');
  if (host === null) return { host: null, listed: false, granted: false, on: false };
  const listed = isFinanceHost(host);
  const granted = await api.permissions.contains({ origins: originsOf(host) });
  return { host, listed, granted, on: isSiteOn(settings, host, listed) };
}

/**
 * Brings the registered readers in line with what the reader of the extension chose and the browser granted: one for
 * each site that is on, outside the list, and granted. Registrations outlive the worker and the browser's session.
 */
export async function registerReaders(api: SiteApi, settings: Settings): Promise<void> {
  const wanted = new Set<string>();
  for (const [host, on] of Object.entries(settings.sites)) {
    if (!on || isFinanceHost(host)) continue;
    if (await api.permissions.contains({ origins: originsOf(host) })) wanted.add(`${PREFIX}${host}`);
  }
  const registered = (await api.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const surplus = registered.filter((id) => id.startsWith(PREFIX) && !wanted.has(id));
  if (surplus.length > 0) await api.scripting.unregisterContentScripts({ ids: surplus });
  const missing = [...wanted].filter((id) => !registered.includes(id));
  if (missing.length > 0) {
    await api.scripting.registerContentScripts(
      missing.map((id) => ({
        id,
        matches: originsOf(id.slice(PREFIX.length)),
        js: [READER_FILE],
        runAt: 'document_idle',
      })),
    );
  }
}
