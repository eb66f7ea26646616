import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../lib/page/read-article.ts';

const FILLER = 'It is the kind of promise that is easy to make and hard to keep, and most of those who made it have moved on to others since then. '.repeat(3);

/** Blocks of a page published on 20 January 2026, by the first word of each, with the day that they have of their own. */
async function days(main: string): Promise<Record<string, string | undefined>> {
  const head = '<meta property="article:published_time" content="2026-01-20">';
  const { document } = parseHTML(`<!doctype html><html lang="en"><head>${head}</head><body><main><p>Lead. The S&amp;P 500 rose 3%. ${FILLER}</p>${main}</main></body></html>`);
  const result = await readArticle(document, (element) => element.shadowRoot);
  if (result.state !== 'read') throw new Error(result.state);
  const { text, blocks } = result.reading.article;
  return Object.fromEntries(blocks.map(({ start, end, published }) => [text.slice(start, end).split(/\W/)[0]!, published]));
}

const entry = (day: string, words: string, tag = 'div'): string => `<${tag}><h2>Head${words}</h2><time datetime="${day}">some day</time><p>${words} rose 3%.</p></${tag}>`;

describe('entries with days of their own', () => {
  it.each(['div', 'article', 'section', 'li'])('are told from one another: %s', async (tag) => {
    const found = await days(`<ul>${entry('2026-01-19T10:00:00Z', 'One', tag)}${entry('2025-12-30', 'Two', tag)}</ul>`);
    expect(found).toMatchObject({ One: '2026-01-19', HeadOne: '2026-01-19', Two: '2025-12-30' });
    expect(found['Lead']).toBeUndefined();
  });

  it('need none where it is the page’s', async () => {
    expect(await days(entry('2026-01-20T08:00', 'One') + entry('2026-01-20T09:00', 'Two') + entry('2026-01-19', 'Three'))).toMatchObject({
      One: undefined, Two: undefined, Three: '2026-01-19',
    });
  });

  it('are no single time, no times of day, and no dates in the midst of a text', async () => {
    expect((await days(entry('2026-01-19', 'One')))['One']).toBeUndefined();
    expect(await days(entry('10:15', 'One') + entry('11:00', 'Two'))).toMatchObject({ One: undefined, Two: undefined });
    const midst = (day: string, word: string): string => `<p>${word} ${FILLER} fell on <time datetime="${day}">that day</time>.</p>`;
    expect(await days(midst('2025-04-08', 'One') + midst('2025-10-31', 'Two'))).toMatchObject({ One: undefined, Two: undefined });
  });
});
