import { dayOf } from './day.ts';
import { publishedInJsonLd } from './json-ld.ts';

/** What the page says of itself outside its text. */
export interface PageMetadata {
  /** The article's title, without the site's name where that can be told; null when there is none. */
  readonly title: string | null;
  /** `YYYY-MM-DD` in the page's own time zone, or null. */
  readonly published: string | null;
  /** As `published`; null also when the page was never modified. */
  readonly modified: string | null;
  /** Absolute http(s) address, or null. */
  readonly canonicalUrl: string | null;
  /** BCP 47 tag as written on the page, or null. */
  readonly language: string | null;
}

/** Names of `<meta>` elements (name, property or itemprop, lower case) in order of trust. */
const PUBLISHED_META = [
  'article:published_time', 'og:article:published_time', 'datepublished', 'date.published', 'parsely-pub-date',
  'sailthru.date', 'article.published', 'published-date', 'publish-date', 'publish_date', 'publishdate', 'pubdate',
  'publication_date', 'cxenseparse:recs:publishtime', 'dc.date.issued', 'dcterms.created', 'dcterms.issued', 'dcterms.date',
  'dc.date', 'dc.date.created', 'article_date_original', 'originalpublicationdate', 'og:published_time', 'date',
];
const MODIFIED_META = [
  'article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'dc.date.modified', 'last-modified',
  'lastmod', 'revised',
];

/** Longest content that is looked at, so that a hostile page cannot make this slow. */
const MAX_VALUE = 2_000;
const MAX_META = 500;

/** Reads a page's metadata. Never throws: what cannot be read is null. */
export function readMetadata(document: Document): PageMetadata {
  const meta = attempt(() => metaContents(document)) ?? new Map<string, string>();
  const linked = attempt(() => publishedInJsonLd(document)) ?? { published: null, modified: null, headline: null };
  const published =
    linked.published ?? firstDay(PUBLISHED_META, meta) ?? attempt(() => dayInTimeElements(document)) ?? null;
  const modified = linked.modified ?? firstDay(MODIFIED_META, meta);
  return {
    title: attempt(() => titleOf(document, meta, linked.headline)) ?? null,
    published,
    modified,
    canonicalUrl: attempt(() => canonicalUrl(document, meta)) ?? null,
    language: attempt(() => languageTag(document, meta)) ?? null,
  };
}

function metaContents(document: Document): Map<string, string> {
  const contents = new Map<string, string>();
  let seen = 0;
  for (const element of document.querySelectorAll('meta[content]')) {
    seen += 1;
    if (seen > MAX_META) break;
    const content = element.getAttribute('content');
    if (content === null || content.length > MAX_VALUE) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = element.getAttribute(attribute)?.trim().toLowerCase();
      if (key !== undefined && key !== '' && !contents.has(key)) contents.set(key, content.trim());
    }
  }
  return contents;
}

function firstDay(names: readonly string[], meta: ReadonlyMap<string, string>): string | null {
  for (const name of names) {
    const content = meta.get(name);
    const day = content === undefined ? null : dayOf(content);
    if (day !== null) return day;
  }
  return null;
}

/** The first `<time>` that is marked as the publication, or stands in the head of the article, before its text. */
function dayInTimeElements(document: Document): string | null {
  const marked = document.querySelectorAll(
    'time[itemprop~="datePublished"][datetime], [itemprop~="datePublished"][content], time[pubdate][datetime]',
  );
  for (const element of marked) {
    const day = dayOf(element.getAttribute('datetime') ?? element.getAttribute('content') ?? '');
    if (day !== null) return day;
  }
  const times = document.querySelectorAll('article time[datetime], main time[datetime], header time[datetime]');
  for (const element of [...times].slice(0, 20)) {
    if (element.closest('aside, nav, footer, [class*="comment"], [class*="related"], li') !== null) continue;
    const day = dayOf(element.getAttribute('datetime') ?? '');
    if (day !== null) return day;
  }
  return null;
}

function titleOf(document: Document, meta: ReadonlyMap<string, string>, headline: string | null): string | null {
  const candidates = [
    meta.get('og:title'),
    headline ?? undefined,
    meta.get('twitter:title'),
    document.title,
    document.querySelector('h1')?.textContent ?? undefined,
  ];
  for (const candidate of candidates) {
    const title = candidate?.replace(/\s+/g, ' ').trim();
    if (title !== undefined && title !== '' && title.length <= MAX_VALUE) return withoutSiteName(title).slice(0, 500);
  }
  return null;
}

/** Characters that a title keeps in any case: what stands before a bar may be the site, and the title behind it. */
const MIN_OWN_TITLE = 20;

/** "Small caps rally | Example News" → "Small caps rally": only a short tail after a bar or a spaced dash goes. */
function withoutSiteName(title: string): string {
  const tail = /\s[|·–—-]\s[^|·–—]{2,30}$/.exec(title.slice(MIN_OWN_TITLE));
  return tail === null ? title : title.slice(0, MIN_OWN_TITLE + tail.index).trimEnd();
}

function canonicalUrl(document: Document, meta: ReadonlyMap<string, string>): string | null {
  const written = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? meta.get('og:url');
  if (!written || written.length > MAX_VALUE) return null;
  const url = URL.canParse(written) ? new URL(written) : new URL(written, document.baseURI);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

function languageTag(document: Document, meta: ReadonlyMap<string, string>): string | null {
  const root = document.documentElement;
  const written =
    root.getAttribute('lang') || root.getAttribute('xml:lang') || meta.get('content-language') || meta.get('og:locale');
  const tag = written?.split(',')[0]?.trim().replace('_', '-');
  return tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : null;
}

/** A page may have replaced anything; whatever throws counts as not said. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
