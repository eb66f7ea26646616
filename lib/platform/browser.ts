/**
 * The platform room: the browser's extension API, the clock and the log, so that the rest can be given others in tests.
 *
 * This is the only file that imports webextension-polyfill, which throws outside an extension: whoever imports this
 * file runs in an extension only.
 */
import browser from 'webextension-polyfill';

export { browser };
export type { Action, Permissions, Runtime, Scripting, Storage, Tabs } from 'webextension-polyfill';
