import { describe, expect, it } from 'vitest';
import { hostFromInput, originsOfHost } from '../../../lib/settings/hosts.ts';

describe('a host that somebody typed', () => {
  it.each<[string, string | null]>([
    ['example.com', 'example.com'],
    [' WWW.Example.com/news?id=1 ', 'www.example.com'],
    ['https://example.co.uk/a', 'example.co.uk'],
    ['http://example.com:8080/', 'example.com'],
    ['example.com.', 'example.com'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['', null],
    ['localhost', null],
    ['not a site', null],
    ['chrome://extensions', null],
    ['ftp://example.com', null],
    ['https://', null],
    ['*.example.com', null],
    ['[::1]', null],
  ])('%j is %j', (typed, host) => {
    expect(hostFromInput(typed)).toBe(host);
  });

  it('is asked for over both schemes', () => {
    expect(originsOfHost('example.com')).toEqual(['*://example.com/*']);
  });
});
