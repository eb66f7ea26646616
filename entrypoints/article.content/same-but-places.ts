const PLACES: ReadonlySet<string> = new Set(['span', 'valueSpan', 'words']);

/**
 * Whether two reports (or parts of them) differ in nothing but places in the text and the number of its words. Stops at
 * the first difference.
 */
export function sameButPlaces(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = keysOf(a);
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== keysOf(b).length) return false;
  return keys.every((key) => PLACES.has(key) || (Object.hasOwn(b, key) && sameButPlaces(valueOf(a, key), valueOf(b, key))));
}

/** Of plain data; a field without a value is one that is not there, as in JSON. */
function keysOf(value: object): string[] {
  return Object.keys(value).filter((key) => valueOf(value, key) !== undefined);
}

function valueOf(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}
