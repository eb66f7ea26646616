import { beforeEach, describe, expect, it } from 'vitest';
import { registerReaders, siteState } from '../../../entrypoints/background/sites.ts';
import type { SiteApi } from '../../../entrypoints/background/sites.ts';
import { fillDefaults } from '../../../lib/settings/model.ts';

type Script = Parameters<SiteApi['scripting']['registerContentScripts']>[0][number];

/** The browser's side: grants given by the user, scripts registered by the extension, addresses of tabs. */
class SiteBrowser implements SiteApi {
  granted = new Set<string>();
  scripts = new Map<string, Script>();
  urls = new Map<number, string>();

  readonly permissions = {
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => this.granted.has(origin)),
  };
  readonly scripting = {
    getRegisteredContentScripts: async () => [...this.scripts.values()],
    registerContentScripts: async (scripts: Script[]) => {
      for (const script of scripts) {
        if (this.scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
        this.scripts.set(script.id, script);
      }
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) {
        if (!this.scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
      }
    },
  };
  readonly tabs = {
    get: async (tabId: number) => ({ url: this.urls.get(tabId) }),
  };
}

let api: SiteBrowser;

beforeEach(() => {
  api = new SiteBrowser();
});

const withSites = (sites: Record<string, boolean>) => fillDefaults({ sites });
const registered = () => [...api.scripts.values()].map(({ matches }) => matches[0]);

describe('registerReaders', () => {
  it('registers added sites that the browser granted, and no site of the list', async () => {
    api.granted = new Set(['*://blog.example/*', '*://www.gate.com/*']);
    await registerReaders(api, withSites({ 'blog.example': true, 'refused.example': true, 'www.gate.com': true }));
    expect(registered()).toEqual(['*://blog.example/*']);
  });

  it('may run again at any time, and follows what was turned off or taken back', async () => {
    api.granted = new Set(['*://a.example/*', '*://b.example/*']);
    await registerReaders(api, withSites({ 'a.example': true, 'b.example': true }));
    await registerReaders(api, withSites({ 'a.example': true, 'b.example': true }));
    expect(registered()).toEqual(['*://a.example/*', '*://b.example/*']);
    await registerReaders(api, withSites({ 'a.example': false, 'b.example': true }));
    expect(registered()).toEqual(['*://b.example/*']);
    api.granted.clear();
    await registerReaders(api, withSites({ 'a.example': false, 'b.example': true }));
    expect(registered()).toEqual([]);
  });

  it('leaves registrations of others alone', async () => {
    api.scripts.set('other', { id: 'other', matches: ['*://x.example/*'], js: [], runAt: 'document_idle' });
    await registerReaders(api, withSites({}));
    expect(registered()).toEqual(['*://x.example/*']);
  });
});

describe('siteState', () => {
  it('tells the listed site, the added one, the refused one and pages that are none', async () => {
    api.urls = new Map([
      [1, 'https://www.gate.com/learn'],
      [2, 'http://blog.example:8080/x'],
      [3, 'about:config'],
    ]);
    api.granted = new Set(['*://blog.example/*']);
    expect(await siteState(api, withSites({}), 1)).toEqual({ host: 'www.gate.com', listed: true, granted: false, on: true });
    expect(await siteState(api, withSites({ 'www.gate.com': false }), 1)).toMatchObject({ on: false });
    expect(await siteState(api, withSites({ 'blog.example': true }), 2)).toEqual({
      host: 'blog.example', listed: false, granted: true, on: true,
    });
    expect(await siteState(api, withSites({}), 2)).toMatchObject({ granted: true, on: false });
    expect(await siteState(api, withSites({}), 3)).toEqual({ host: null, listed: false, granted: false, on: false });
    expect(await siteState(api, withSites({}), 4)).toMatchObject({ host: null });
  });
});
