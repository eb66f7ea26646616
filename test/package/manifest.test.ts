import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../lib/data/sources/index.ts';
import { FINANCE_SITES } from '../../lib/page/finance-sites.ts';
import { productionBuild } from '../../tools/browser/folders.ts';

interface Manifest {
  readonly permissions?: readonly string[];
  readonly content_scripts?: readonly { readonly matches?: readonly string[] }[];
  readonly content_security_policy?: { readonly extension_pages?: string };
  readonly icons?: Readonly<Record<string, string>>;
  readonly action?: { readonly default_popup?: string };
  readonly [key: string]: unknown;
}

function hostsWith(access: 'required' | 'optional'): string[] {
  return [...new Set(SOURCES.filter((source) => source.access === access).flatMap(({ hosts }) => hosts))];
}

describe.each(['chromium', 'firefox'] as const)('the manifest for %s', (family) => {
  const folder = productionBuild(family);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

  it('asks for what is used and nothing else', () => {
    expect(manifest.permissions?.toSorted()).toEqual(['activeTab', 'alarms', 'contextMenus', 'declarativeNetRequestWithHostAccess', 'scripting', 'storage']);
    expect(manifest['host_permissions']).toEqual(hostsWith('required'));
    expect(manifest['optional_host_permissions']).toEqual([...hostsWith('optional'), '*://*/*']);
    for (const key of ['optional_permissions', 'web_accessible_resources', 'externally_connectable']) {
      expect(manifest[key], key).toBeUndefined();
    }
  });

  it('reads by itself on the finance sites and nowhere else', () => {
    const matches = (manifest.content_scripts ?? []).flatMap((script) => script.matches ?? []);
    expect(matches.toSorted()).toEqual([...FINANCE_SITES].toSorted());
  });

  it('lets its own pages load from the package only, and ask the hosts of the sources and no others', () => {
    const policy = manifest.content_security_policy?.extension_pages ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    const asked = SOURCES.flatMap((source) => source.requests({ today: '2026-07-15', pause: () => Promise.resolve() })).map(({ url }) => new URL(url).origin);
    const connect = /connect-src ([^;]+)/.exec(policy)?.[1]?.split(' ') ?? [];
    expect(connect.toSorted()).toEqual(["'self'", ...new Set(asked)].toSorted());
    expect(policy.replace(/connect-src [^;]+/, '')).not.toMatch(/unsafe|https?:|\*/);
  });

  it('names files that are there', () => {
    const files = [...Object.values(manifest.icons ?? {}), manifest.action?.default_popup ?? 'no popup', 'data/instruments.json', 'data/observations.json', 'data/levels.json'];
    expect(Object.keys(manifest.icons ?? {})).toEqual(['16', '32', '48', '96', '128']);
    for (const file of files) expect(existsSync(join(folder, file)), file).toBe(true);
  });

  it('has the keyboard commands', () => {
    expect(Object.keys(manifest['commands'] ?? {}).toSorted()).toEqual(['next-finding', 'open-card', 'previous-finding', 'toggle-marks']);
  });

  it('states the oldest browser and, for Firefox, that no data are collected', () => {
    if (family === 'chromium') expect(manifest['minimum_chrome_version']).toBe('128');
    else {
      expect(manifest['browser_specific_settings']).toEqual({
        gecko: { id: 'tickmark@tickmark.app', strict_min_version: '149.0', data_collection_permissions: { required: ['none'] } },
      });
    }
  });

  it('comes with no code that makes code or HTML from text', () => {
    const scripts = globSync('**/*.js', { cwd: folder });
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) {
      expect(readFileSync(join(folder, script), 'utf8'), script).not.toMatch(/\beval\(|\bnew Function\b|[^.\w]Function\(|=Function[,;]|\.(?:inner|outer)HTML=|insertAdjacentHTML/);
    }
  });
});
