interface DomApi {
  openOrClosedShadowRoot(element: Element): ShadowRoot | null;
}

/**
 * The shadow root of an element, open or closed. Chromium answers through `chrome.dom` (and throws for elements that are
 * not HTML), Firefox through a property that only extensions see.
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot !== null) return element.shadowRoot;
  const firefox = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (firefox !== undefined) return firefox;
  const api = (globalThis as { chrome?: { dom?: DomApi } }).chrome?.dom;
  return api !== undefined && element instanceof HTMLElement ? api.openOrClosedShadowRoot(element) : null;
}
