/** True for addresses that may become links: `http:` and `https:` only. */
export function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\/[^\s<>"]+$/i.test(url);
}
