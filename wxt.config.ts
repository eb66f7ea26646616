import { defineConfig } from 'wxt';
import { SOURCES } from './lib/data/sources/index.ts';
import type { SourceSpec } from './lib/data/sources/source.ts';
import { leaveOutUnsafeCode } from './tools/build/leave-out.ts';

/**
 * Further match patterns for the article reader, comma-separated (`http://127.0.0.1/*`): set by `npm start`, which reads
 * local files. A production build has none.
 */
const extraMatches = (process.env['TICKMARK_EXTRA_MATCHES'] ?? '')
  .split(',')
  .map((pattern) => pattern.trim())
  .filter((pattern) => pattern !== '');

/** Match patterns of the hosts that sources ask, granted at install or by the reader's click. */
const hostsWith = (access: SourceSpec['access']): string[] => [
  ...new Set(SOURCES.filter((source) => source.access === access).flatMap(({ hosts }) => hosts)),
];
const REQUIRED_HOSTS = hostsWith('required');
const OPTIONAL_HOSTS = hostsWith('optional').filter((host) => !REQUIRED_HOSTS.includes(host));

/**
 * Everything comes from the package itself; no inline script, no page of ours in a frame. Requests go to the hosts of
 * the sources and to no others, whatever permission the reader gave for reading pages.
 */
const EXTENSION_PAGES_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  ["connect-src 'self'", ...[...REQUIRED_HOSTS, ...OPTIONAL_HOSTS].map((pattern) => pattern.replace(/\/\*$/, ''))].join(' '),
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  // Makes `_locales` of `locales`: for the manifest, and for the words of every language but English (`lib/language`).
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({ plugins: [leaveOutUnsafeCode()] }),
  manifest: ({ browser, command }) => ({
    default_locale: 'en',
    name: '__MSG_manifest_name__',
    description: '__MSG_manifest_description__',
    permissions: ['activeTab', 'alarms', 'contextMenus', 'declarativeNetRequestWithHostAccess', 'scripting', 'storage'],
    host_permissions: REQUIRED_HOSTS,
    // Asked for in one click: for sources that the reader turns on, and for a site that the reader adds.
    optional_host_permissions: [...OPTIONAL_HOSTS, '*://*/*'],
    action: { default_title: 'Tickmark' },
    icons: {
      16: 'icon/16.png',
      32: 'icon/32.png',
      48: 'icon/48.png',
      96: 'icon/96.png',
      128: 'icon/128.png',
    },
    commands: {
      'next-finding': { description: '__MSG_manifest_commands_next_finding__', suggested_key: { default: 'Alt+Shift+N' } },
      'previous-finding': { description: '__MSG_manifest_commands_previous_finding__', suggested_key: { default: 'Alt+Shift+P' } },
      'open-card': { description: '__MSG_manifest_commands_open_card__', suggested_key: { default: 'Alt+Shift+O' } },
      'toggle-marks': { description: '__MSG_manifest_commands_toggle_marks__', suggested_key: { default: 'Alt+Shift+M' } },
    },
    // The development server adds its own script and socket addresses, which this policy would refuse.
    ...(command === 'build' ? { content_security_policy: { extension_pages: EXTENSION_PAGES_POLICY } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'tickmark@tickmark.app',
              strict_min_version: '149.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
  hooks: {
    // With `imports: false` WXT 0.21.4 still adds imports of its own for words such as `storage`, parameters among them,
    // and with them a package that nothing uses (seen 2026-10). Without presets there is nothing to add.
    'config:resolved': (wxt) => {
      wxt.config.imports.presets = [];
      wxt.config.imports.imports = [];
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      for (const script of manifest.content_scripts ?? []) {
        script.matches = [...(script.matches ?? []), ...extraMatches];
      }
    },
  },
});
