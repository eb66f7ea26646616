import { describe, expect, it } from 'vitest';
import { articleLines, documentOf } from './read.ts';

const LONG = 'Small companies rose while large ones fell, and nobody could say why. '.repeat(6).trim();
const OTHER = 'The second story is about bonds, which did little of note this week. '.repeat(6).trim();

describe('the article', () => {
  it.each([
    ['an article element', `<header>Site</header><article><p>${LONG}</p></article><footer>x</footer>`, [LONG]],
    ['main without an article', `<main><p>${LONG}</p></main><div>${OTHER}</div>`, [LONG]],
    ['several articles', `<main><article><p>${LONG}</p></article><article><p>${OTHER}</p></article></main>`, [LONG, OTHER]],
    ['the long article, not the teasers', `<main><article><p>Short teaser</p></article><article><p>${LONG}</p></article></main>`, [LONG]],
    ['the text beside a list of teasers', `<main><div><p>${LONG}</p><p>${OTHER}</p></div><article><p>${LONG.slice(0, 260)}</p></article></main>`, [LONG, OTHER, LONG.slice(0, 260)]],
    ['microdata', `<div itemprop="articleBody"><p>${LONG}</p></div><p>${OTHER}</p>`, [LONG]],
    ['no mark-up at all', `<div><div><p>${LONG}</p><p>${OTHER}</p></div></div><div><p>Terms</p></div>`, [LONG, OTHER]],
    ['text in bare boxes', `<div><div>${LONG}<br>${OTHER}</div></div><div>Terms</div>`, [LONG, OTHER]],
    ['an article in a form, as some servers write', `<form><article><p>${LONG}</p></article></form>`, [LONG]],
    ['nothing in the comments', `<section id="comments"><article><p>${LONG}</p></article></section>`, []],
    ['nothing on a page of links', '<main><a href="/a">A</a> <a href="/b">B</a></main>', []],
  ])('%s', (_, html, texts) => {
    expect(articleLines(documentOf(html))).toEqual(texts.map((text) => `paragraph: ${text}`));
  });
});
