/** How often the address is compared where the Navigation API does not tell, in milliseconds. */
const POLL_MS = 1_000;

interface NavigationEvents {
  addEventListener(type: string, listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * Calls `onChange` when the page shows another address without being loaded anew. The part after `#` does not count.
 * The Navigation API's `navigatesuccess` comes after the new address is in force (`navigate` would come before); a
 * page may have replaced `window.navigation`, hence the check and the poll beside it.
 */
export function watchNavigation(window: Window, onChange: (url: string) => void, signal: AbortSignal): void {
  let current = withoutHash(window.location.href);
  const compare = (): void => {
    const url = withoutHash(window.location.href);
    if (url === current) return;
    current = url;
    onChange(url);
  };
  const navigation = (window as { navigation?: unknown }).navigation;
  if (hasEvents(navigation)) navigation.addEventListener('navigatesuccess', compare, { signal });
  window.addEventListener('popstate', compare, { signal });
  const timer = window.setInterval(() => {
    if (!window.document.hidden) compare();
  }, POLL_MS);
  signal.addEventListener('abort', () => window.clearInterval(timer), { once: true });
}

function hasEvents(value: unknown): value is NavigationEvents {
  return typeof value === 'object' && value !== null && typeof (value as NavigationEvents).addEventListener === 'function';
}

function withoutHash(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}
