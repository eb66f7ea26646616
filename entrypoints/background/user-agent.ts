/**
 * The SEC asks every program to say who it is and how to be reached (https://www.sec.gov/os/accessing-edgar-data), and
 * turns away those that do not. `fetch` cannot set the header in Chromium, so that the browser is given a rule.
 */
const CONTACT = 'tickmark@tickmark.app';

export const SEC_HOSTS: readonly string[] = ['www.sec.gov', 'data.sec.gov'];

const RULE_ID = 1;

interface HeaderRule {
  readonly id: number;
  readonly condition: {
    readonly requestDomains: string[];
    readonly initiatorDomains: string[];
    readonly resourceTypes: ['xmlhttprequest'];
  };
  readonly action: {
    readonly type: 'modifyHeaders';
    readonly requestHeaders: { readonly header: string; readonly operation: 'set'; readonly value: string }[];
  };
}

/** The part of `browser.declarativeNetRequest` that this needs. */
export interface RulesApi {
  updateSessionRules(change: { removeRuleIds: number[]; addRules: HeaderRule[] }): Promise<void>;
}

/**
 * Names the extension to the SEC. The rule is for requests that the extension itself makes and for no others: what the
 * reader opens on sec.gov goes out as ever. It lasts until the browser closes; setting it again does no harm.
 *
 * @param ownHost host of the extension's own pages
 */
export async function nameToSec(rules: RulesApi, ownHost: string, version: string): Promise<void> {
  await rules.updateSessionRules({
    removeRuleIds: [RULE_ID],
    addRules: [
      {
        id: RULE_ID,
        condition: { requestDomains: [...SEC_HOSTS], initiatorDomains: [ownHost], resourceTypes: ['xmlhttprequest'] },
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'User-Agent', operation: 'set', value: `Tickmark/${version} (${CONTACT})` }],
        },
      },
    ],
  });
}
