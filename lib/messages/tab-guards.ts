/** Hand-written guards for the requests a content script receives; see `tabMessages` in `protocol.ts`, which they mirror. */
import type { RequestOf, TabMessage } from './protocol.ts';

type Guards = { readonly [K in TabMessage]: (value: unknown) => value is RequestOf<K> };

const STEPS: ReadonlySet<unknown> = new Set<RequestOf<'step'>['action']>(['next', 'previous', 'open', 'toggle']);

/** The only own property of an object, or null when it has none or several. */
function onlyEntry(value: unknown): readonly [string, unknown] | null {
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value);
  return entries.length === 1 ? (entries[0] ?? null) : null;
}

export const tabGuards: Guards = {
  pageState: (value): value is undefined => value === undefined,
  readNow: (value): value is undefined => value === undefined,
  checkSelection: (value): value is RequestOf<'checkSelection'> => {
    if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
    const { words, language } = value as Partial<Record<string, unknown>>;
    return typeof words === 'string' && typeof language === 'string';
  },
  showFinding: (value): value is RequestOf<'showFinding'> => {
    const entry = onlyEntry(value);
    if (entry === null) return false;
    const [name, id] = entry;
    return (name === 'claimId' || name === 'mentionId') && Number.isSafeInteger(id) && Number(id) >= 0;
  },
  step: (value): value is RequestOf<'step'> => {
    const entry = onlyEntry(value);
    return entry !== null && entry[0] === 'action' && STEPS.has(entry[1]);
  },
};
