/** Values for the slots of a template; null means that the finding cannot fill it. */
export type Slots = Readonly<Record<string, string | null>>;

const SLOT = /\{(\w+)\}/g;

/** Names of the slots of a template, in order of appearance. */
export function slotsOf(template: string): string[] {
  return Array.from(template.matchAll(SLOT), (match) => match[1] ?? '');
}

/** True when every slot of the template has a value. */
export function canFill(template: string, slots: Slots): boolean {
  return slotsOf(template).every((name) => typeof slots[name] === 'string' && slots[name] !== '');
}

/**
 * Fills `{name}` slots. Throws a `RangeError` when a slot has no value: a sentence with a hole must never reach a
 * reader, and `canFill` tells beforehand.
 */
export function fill(template: string, slots: Slots): string {
  return template.replace(SLOT, (_, name: string) => {
    const value = slots[name];
    if (typeof value !== 'string') throw new RangeError(`No value for slot "${name}" of "${template}"`);
    return value;
  });
}
