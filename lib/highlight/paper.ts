import type { Theme } from './palette.ts';

/**
 * Whether the page's paper under an element is light or dark. The reader's own preference does not say: many pages are
 * white whatever it is. The first opaque background of the element and what it lies on decides; over a picture, the
 * text does, since dark text means light paper.
 */
export function paperUnder(element: Element): Theme {
  const view = element.ownerDocument.defaultView;
  if (view === null) return 'light';
  for (let at: Element | null = element; at !== null; at = parentAcrossShadows(at)) {
    const style = view.getComputedStyle(at);
    if (style.backgroundImage !== 'none' && style.backgroundImage !== '') break;
    const color = parsedColor(style.backgroundColor);
    if (color !== null && color.alpha > 0.5) return color.lightness > 0.45 ? 'light' : 'dark';
  }
  const text = parsedColor(view.getComputedStyle(element).color);
  return text !== null && text.lightness > 0.6 ? 'dark' : 'light';
}

function parentAcrossShadows(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}

/** How light a computed colour is to the eye, from 0 to 1; null for forms that no browser computes to. */
export function parsedColor(written: string): { lightness: number; alpha: number } | null {
  const match = /^(rgba?|color|oklch|oklab|lab|lch)\(([^)]{1,80})\)$/.exec(written.trim());
  if (match === null) return written === 'transparent' ? { lightness: 0, alpha: 0 } : null;
  const numbers = (match[2] ?? '').replace(/^[a-z][a-z0-9-]*\s/, '').split(/[\s,/]+/).filter((part) => part !== '');
  const values = numbers.map((part) => Number.parseFloat(part) / (part.endsWith('%') ? 100 : 1));
  const [first = 0, second = 0, third = 0, alpha = 1] = values;
  switch (match[1]) {
    case 'rgb':
    case 'rgba':
      return { lightness: luma(first / 255, second / 255, third / 255), alpha };
    case 'color':
      return { lightness: luma(first, second, third), alpha };
    case 'lab':
    case 'lch':
      return { lightness: first > 1 ? first / 100 : first, alpha };
    default:
      return { lightness: first, alpha };
  }
}

/** Perceived lightness of gamma-encoded RGB (Rec. 601 weights), enough to part light from dark. */
function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
