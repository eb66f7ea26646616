import { describe, expect, it } from 'vitest';
import { nameToSec, SEC_HOSTS } from '../../../entrypoints/background/user-agent.ts';
import type { RulesApi } from '../../../entrypoints/background/user-agent.ts';
import { SOURCES } from '../../../lib/data/sources/index.ts';

describe('the name under which the SEC is asked', () => {
  it('is set for the extension’s own requests to the SEC and for no others, each time anew', async () => {
    const changes: Parameters<RulesApi['updateSessionRules']>[0][] = [];
    await nameToSec({ updateSessionRules: async (change) => void changes.push(change) }, 'own-id', '1.2.3');
    const [change] = changes;
    expect(changes).toHaveLength(1);
    expect(change?.addRules).toHaveLength(1);
    const [rule] = change?.addRules ?? [];
    expect(change?.removeRuleIds).toEqual([rule?.id]);
    expect(rule?.condition).toEqual({ requestDomains: ['www.sec.gov', 'data.sec.gov'], initiatorDomains: ['own-id'], resourceTypes: ['xmlhttprequest'] });
    expect(rule?.action.requestHeaders).toEqual([{ header: 'User-Agent', operation: 'set', value: expect.stringMatching(/^Tickmark\/1\.2\.3 \(\S+@\S+\)$/) as unknown }]);
  });

  it('covers every host of the SEC that sources ask', () => {
    const asked = SOURCES.filter(({ group }) => group === 'sec').flatMap(({ hosts }) => hosts.map((pattern) => new URL(pattern).host));
    expect(asked.length).toBeGreaterThan(0);
    for (const host of asked) expect(SEC_HOSTS).toContain(host);
  });
});
