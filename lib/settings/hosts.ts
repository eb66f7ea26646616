/** Match patterns under which the browser grants access to one host, over HTTPS and plain HTTP. */
export function originsOfHost(host: string): string[] {
  return [`*://${host}/*`];
}

/**
 * The host that somebody typed or pasted: a bare name or a whole address. Null when it is not the name of a site on the
 * web (no dot, an address of the browser itself, something that is no address at all).
 */
export function hostFromInput(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const host = url.hostname.replace(/\.$/, '');
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host) && host.length <= 253 ? host : null;
}
