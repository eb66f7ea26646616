import { dayOf } from './day.ts';
import type { Fragment, Run } from './flow-builder.ts';

/** Characters of an entry before its time, a headline or a name: a date in the midst of a text is not the text's. */
const HEAD = 200;
/** Times that are looked at; a page with more is a list of them. */
const MOST_TIMES = 500;

/**
 * Gives blocks the day of the entry that they are part of, where a page has several entries with days of their own: the
 * posts of a live blog, articles one after another, rows of a time line. An entry is what has a sibling of the same kind
 * that has a time too. Blocks of the page's own day, and those outside of entries, stay as they are.
 *
 * @param published the page's day
 */
export function withEntryDays(fragment: Fragment, roots: readonly Element[], published: string | null): Fragment {
  const days = new Map<Element, string>();
  for (const root of roots) {
    for (const time of [...root.querySelectorAll('time[datetime]')].slice(0, MOST_TIMES)) {
      const day = dayOf(time.getAttribute('datetime') ?? '');
      const entry = day === null ? null : entryOf(time, root);
      if (day !== null && entry !== null && !days.has(entry) && standsAtHead(time, entry)) days.set(entry, day);
    }
  }
  if (days.size < 2) return fragment;
  const runs = fragment.runs[Symbol.iterator]();
  let run: Run | undefined = runs.next().value;
  const blocks = fragment.blocks.map((block) => {
    while (run !== undefined && run.start + run.length <= block.start) run = runs.next().value;
    const day = run === undefined ? null : dayAround(run.node, days);
    return day === null || day === published ? block : { ...block, published: day };
  });
  return { ...fragment, blocks };
}

/** The nearest element around the time, up to the root, that has a sibling of its kind with a time. */
function entryOf(time: Element, root: Element): Element | null {
  for (let element = time.parentElement; element !== null; element = element.parentElement) {
    const { localName, parentElement } = element;
    for (const sibling of parentElement?.children ?? []) {
      if (sibling !== element && sibling.localName === localName && sibling.querySelector('time[datetime]') !== null) return element;
    }
    if (element === root) return null;
  }
  return null;
}

function standsAtHead(time: Element, entry: Element): boolean {
  const words = time.textContent ?? '';
  return words !== '' && (entry.textContent ?? '').slice(0, HEAD + words.length).includes(words);
}

function dayAround(node: Node, days: ReadonlyMap<Element, string>): string | null {
  for (let element = node.parentElement; element !== null; element = element.parentElement) {
    const day = days.get(element);
    if (day !== undefined) return day;
  }
  return null;
}
