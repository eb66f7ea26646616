import { expect, it } from 'vitest';
import { forgetChoices } from '../../../entrypoints/background/forget-choices.ts';
import type { ChoicesApi } from '../../../entrypoints/background/forget-choices.ts';

it('takes back settings, added sites, and access to hosts, but what was given at install', async () => {
  const stored = new Map([['settings', { dwellMs: 0 }]]);
  const removed: string[] = [];
  const registered = new Set(['site:added.example']);
  const api: ChoicesApi = {
    permissions: {
      contains: async () => true,
      getAll: async () => ({ origins: ['https://www.sec.gov/*', '*://*.fool.com/*', '*://added.example/*', 'https://www.ishares.com/*'] }),
      remove: async ({ origins }) => removed.push(...origins) > 0,
    },
    runtime: { getManifest: () => ({ host_permissions: ['https://www.sec.gov/*'], content_scripts: [{ matches: ['*://*.fool.com/*'] }] }) },
    scripting: {
      getRegisteredContentScripts: async () => [...registered].map((id) => ({ id })),
      registerContentScripts: async () => expect.unreachable('nothing is on'),
      unregisterContentScripts: async ({ ids }) => ids.forEach((id) => registered.delete(id)),
    },
    storage: { local: { clear: async () => stored.clear() } },
    tabs: { get: async () => ({}) },
  };
  await forgetChoices(api);
  expect(stored.size).toBe(0);
  expect([...registered]).toEqual([]);
  expect(removed).toEqual(['*://added.example/*', 'https://www.ishares.com/*']);
});
