import { defineConfig } from 'wxt';
import { leaveOutUnsafeCode } from './tools/build/leave-out.ts';

/**
 * Further match patterns for the article reader, comma-separated (`http://127.0.0.1/*`): set by `npm start`, which reads
 * local files. A production build has none.
 */
const extraMatches = (process.env['TICKMARK_EXTRA_MATCHES'] ?? '')
  .split(',')
  .map((pattern) => pattern.trim())
  .filter((pattern) => pattern !== '');

/** Everything comes from the package itself; no inline script, no page of ours in a frame. */
const EXTENSION_PAGES_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  vite: () => ({ plugins: [leaveOutUnsafeCode()] }),
  manifest: ({ browser, command }) => ({
    name: 'Tickmark',
    description:
      'Checks the figures in finance articles against dated market data, in your browser. Nothing you read leaves it.',
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage'],
    // Asked for in one click, for a site that the reader adds; none is held from the start.
    optional_host_permissions: ['*://*/*'],
    action: { default_title: 'Tickmark' },
    icons: {
      16: 'icon/16.png',
      32: 'icon/32.png',
      48: 'icon/48.png',
      96: 'icon/96.png',
      128: 'icon/128.png',
    },
    commands: {
      'next-finding': { description: 'Go to the next finding', suggested_key: { default: 'Alt+Shift+N' } },
      'previous-finding': { description: 'Go to the previous finding', suggested_key: { default: 'Alt+Shift+P' } },
      'open-card': { description: 'Open or close the card of the finding', suggested_key: { default: 'Alt+Shift+O' } },
      'toggle-marks': { description: 'Show or hide the marks', suggested_key: { default: 'Alt+Shift+M' } },
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
