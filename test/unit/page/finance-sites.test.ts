import { describe, expect, it } from 'vitest';
import { FINANCE_HOSTS, FINANCE_SITES, isFinanceHost } from '../../../lib/page/finance-sites.ts';

describe('finance sites', () => {
  it('are at least sixty, once each, as bare host names in order', () => {
    expect(FINANCE_HOSTS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(FINANCE_HOSTS).size).toBe(FINANCE_HOSTS.length);
    for (const host of FINANCE_HOSTS) expect(host).toMatch(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/);
  });

  it('become one match pattern each', () => {
    expect(FINANCE_SITES).toHaveLength(FINANCE_HOSTS.length);
    for (const pattern of FINANCE_SITES) expect(pattern).toMatch(/^\*:\/\/\*\.[^/*]+\/\*$/);
  });

  it.each([
    ['gate.com', true],
    ['www.gate.com', true],
    ['fintechzoom.com', true],
    ['finance.yahoo.com', true],
    ['WWW.FOOL.COM', true],
    ['yahoo.com', false],
    ['notfool.com', false],
    ['fool.com.evil.example', false],
    ['', false],
  ])('%s', (host, listed) => {
    expect(isFinanceHost(host)).toBe(listed);
  });
});
