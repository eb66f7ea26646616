import type { SettingsStorage } from '../../lib/settings/read.ts';

/** The little of the extension API that a content script needs besides messages. */
export interface ExtensionApi {
  readonly runtime: {
    readonly id: string;
    getManifest(): { readonly content_scripts?: readonly { readonly matches?: readonly string[] }[] };
  };
  readonly storage: { readonly local: SettingsStorage };
}

/**
 * The browser's own object. Both browsers give promises here, so that the polyfill, which every page would have to
 * load, is not needed.
 */
export function extensionApi(): ExtensionApi {
  const globals = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  const api = globals.browser ?? globals.chrome;
  if (api === undefined) throw new Error('not running as an extension');
  return api;
}
