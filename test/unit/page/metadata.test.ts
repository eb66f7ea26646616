import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../lib/page/day.ts';
import { readMetadata } from '../../../lib/page/metadata.ts';
import { documentOf } from './read.ts';

function page(head: string, body = ''): Document {
  return documentOf(`<!doctype html><html lang="en-US"><head>${head}</head><body>${body}</body></html>`);
}

const linked = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('dayOf', () => {
  it.each([
    ['2026-01-20T09:00:00Z', '2026-01-20'],
    ['2026-01-20T23:30:00-05:00', '2026-01-20'],
    ['2026-01-20', '2026-01-20'],
    ['2026/1/5 10:00', '2026-01-05'],
    ['20260120T090000Z', '2026-01-20'],
    ['20260120', '2026-01-20'],
    ['January 20, 2026', '2026-01-20'],
    ['Jan. 20, 2026, 9:00 am EST', '2026-01-20'],
    ['20 January 2026', '2026-01-20'],
    ['Tue, 20 Jan 2026 09:00:00 GMT', '2026-01-20'],
    ['2026-02-30', null],
    ['1776-07-04', null],
    ['yesterday', null],
    ['1768899600', null],
    ['', null],
  ])('%s', (written, day) => {
    expect(dayOf(written)).toBe(day);
  });
});

describe('the publication date', () => {
  it.each<[string, string, string | null]>([
    ['JSON-LD', linked({ '@type': 'NewsArticle', datePublished: '2026-01-20T09:00:00Z' }), '2026-01-20'],
    ['JSON-LD in a graph', linked({ '@graph': [{ '@type': 'WebSite', datePublished: '2001-01-01' }, { '@type': ['Article'], datePublished: '2026-01-20' }] }), '2026-01-20'],
    ['JSON-LD below mainEntity, in an array', linked([{ '@type': 'WebPage', mainEntity: { '@type': 'BlogPosting', datePublished: '2026-01-20' } }]), '2026-01-20'],
    ['an article before the page around it', linked({ '@type': 'WebPage', datePublished: '2020-05-05', mainEntity: { '@type': 'Article', datePublished: '2026-01-20' } }), '2026-01-20'],
    ['not a video’s', linked({ '@type': 'VideoObject', datePublished: '2026-01-20' }), null],
    ['JSON-LD with raw line feeds', '<script type="application/ld+json">{"@type":"Article","headline":"a\nb","datePublished":"2026-01-20"}</script>', '2026-01-20'],
    ['Open Graph', '<meta property="article:published_time" content="2026-01-20T09:00:00Z">', '2026-01-20'],
    ['Parse.ly', '<meta name="parsely-pub-date" content="2026-01-20T09:00:00Z">', '2026-01-20'],
    ['Dublin Core', '<meta name="DC.date.issued" content="2026-01-20">', '2026-01-20'],
    ['microdata', '<meta itemprop="datePublished" content="2026-01-20">', '2026-01-20'],
    ['plain date', '<meta name="date" content="2026-01-20">', '2026-01-20'],
    ['broken JSON beside a good tag', '<script type="application/ld+json">{"datePublished": </script><meta name="pubdate" content="2026-01-20">', '2026-01-20'],
    ['nothing', '<meta name="viewport" content="width=device-width">', null],
  ])('from %s', (_, head, published) => {
    expect(readMetadata(page(head)).published).toBe(published);
  });

  it('from the first time element of the article, not of a related story', () => {
    const body = '<main><aside><time datetime="2019-01-01">x</time></aside><article><time datetime="2026-01-20T08:00">Jan 20</time></article></main>';
    expect(readMetadata(page('', body)).published).toBe('2026-01-20');
  });
});

it('reads title, address, language and modification', () => {
  const head =
    '<title>Small caps: the rally of the year | Example</title><link rel="canonical" href="https://www.fool.com/a?b=1">' +
    '<meta property="article:modified_time" content="2026-02-01T00:00:00Z">';
  expect(readMetadata(page(head))).toEqual({
    title: 'Small caps: the rally of the year',
    published: null,
    modified: '2026-02-01',
    canonicalUrl: 'https://www.fool.com/a?b=1',
    language: 'en-US',
  });
});

describe('hostile pages', () => {
  it.each([
    ['a script address', '<link rel="canonical" href="javascript:alert(1)">'],
    ['deeply nested data', `<script type="application/ld+json">${'['.repeat(50_000)}${']'.repeat(50_000)}</script>`],
    ['circular-looking types', linked({ '@type': { '@type': [] }, '@graph': [null, 1, 'x', [[]]] })],
    ['a very long date', `<meta name="date" content="${'2026-01-'.repeat(50_000)}">`],
    ['nothing at all', ''],
  ])('%s', (_, head) => {
    const metadata = readMetadata(page(head));
    expect(metadata.canonicalUrl).toBeNull();
    expect(metadata.published).toBeNull();
  });

  it('a document whose methods throw', () => {
    const document = page('<title>x</title>');
    Object.defineProperty(document, 'querySelectorAll', { value: () => { throw new Error('mine'); } });
    expect(readMetadata(document)).toMatchObject({ published: null, language: 'en-US' });
  });
});
