import { dayOf } from './day.ts';

/** What the structured data of a page say of its article. */
export interface LinkedArticle {
  readonly published: string | null;
  readonly modified: string | null;
  readonly headline: string | null;
}

const MAX_SCRIPTS = 20;
const MAX_SCRIPT_LENGTH = 500_000;
const MAX_OBJECTS = 5_000;

/** Types whose dates are the article's; others (a breadcrumb, a video, an organisation) have dates of their own. */
const ARTICLE_TYPE = /article|blogposting|report|review|newsitem|posting$/i;
const PAGE_TYPE = /webpage$/i;

/**
 * Dates and headline from `application/ld+json`, at whatever depth (arrays, `@graph`, `mainEntity`). Objects of an
 * article type come before web pages. Broken JSON is passed over.
 */
export function publishedInJsonLd(document: Document): LinkedArticle {
  const articles: Record<string, unknown>[] = [];
  const pages: Record<string, unknown>[] = [];
  let scripts = 0;
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    scripts += 1;
    if (scripts > MAX_SCRIPTS) break;
    const source = script.textContent ?? '';
    if (source.length > MAX_SCRIPT_LENGTH) continue;
    collect(parsed(source), articles, pages);
  }
  const inOrder = [...articles, ...pages];
  return {
    published: firstOf(inOrder, (object) => dayIn(object['datePublished']) ?? dayIn(object['dateCreated'])),
    modified: firstOf(inOrder, (object) => dayIn(object['dateModified'])),
    headline: firstOf(articles, (object) => textIn(object['headline'])),
  };
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    try {
      // Some sites wrap the object in comment or CDATA marks, or leave raw line feeds in strings.
      return JSON.parse(source.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|\/\*\s*\]\]>\s*\*\/)\s*$/g, '').replace(/[\n\r\t]+/g, ' '));
    } catch {
      return null;
    }
  }
}

/** Breadth first, so that the outermost article comes first and deep nesting cannot exhaust the stack. */
function collect(top: unknown, articles: Record<string, unknown>[], pages: Record<string, unknown>[]): void {
  const queue: unknown[] = [top];
  for (let at = 0; at < queue.length && at < MAX_OBJECTS; at += 1) {
    const value = queue[at];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      queue.push(...value.slice(0, MAX_OBJECTS));
      continue;
    }
    const object = value as Record<string, unknown>;
    const types = [object['@type']].flat().filter((type) => typeof type === 'string');
    if (types.some((type) => ARTICLE_TYPE.test(type))) articles.push(object);
    else if (types.some((type) => PAGE_TYPE.test(type))) pages.push(object);
    for (const inner of Object.values(object)) if (typeof inner === 'object') queue.push(inner);
  }
}

function firstOf<T>(objects: readonly Record<string, unknown>[], read: (object: Record<string, unknown>) => T | null): T | null {
  for (const object of objects) {
    const value = read(object);
    if (value !== null) return value;
  }
  return null;
}

function dayIn(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return dayOf(first);
  // `{"@type": "Date", "@value": "2026-01-20"}`
  if (typeof first === 'object' && first !== null) {
    const inner = (first as Record<string, unknown>)['@value'];
    return typeof inner === 'string' ? dayOf(inner) : null;
  }
  return null;
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
