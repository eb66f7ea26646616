import { parseHTML } from 'linkedom';
import { render, type ComponentChild } from 'preact';

/** Renders a view into a document of its own and gives its root element. */
export function rendered(view: ComponentChild): HTMLElement {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  Object.assign(globalThis, { document });
  const root = document.createElement('div');
  document.body.append(root);
  render(view, root);
  return root;
}

/** The text of an element with white space folded. */
export function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Presses a button as a click does. */
export function press(element: Element | null | undefined): void {
  if (!element) throw new Error('nothing to press');
  element.dispatchEvent(new (element.ownerDocument.defaultView as unknown as typeof globalThis).Event('click', { bubbles: true }));
}
