import { describe, expect, it } from 'vitest';
import { FlowMap } from '../../../lib/page/range.ts';
import { documentOf, flowsOf, linesOf } from './read.ts';

describe('a flow', () => {
  it.each([
    ['inline elements never split a figure', '<p>A P/E of <b>1</b><a href="#">7</a>.<span>4</span> today</p>', ['paragraph: A P/E of 17.4 today']],
    ['a line break ends it', '<p>P/E<br>17.4</p>', ['paragraph: P/E', 'paragraph: 17.4']],
    ['white space is folded', '<p>\n  The   index\n\t fell <b> 2% </b> today\n</p>', ['paragraph: The index fell 2% today']],
    ['unseen characters go', '<p>Rus\u00adsell\u200b 2000\ufeff fell 2\u00a0%</p>', ['paragraph: Russell 2000 fell 2 %']],
    ['a block inside ends it', '<div>Label<div>17.4</div>after</div>', ['paragraph: Label', 'paragraph: 17.4', 'paragraph: after']],
    ['empty ones leave nothing', '<p> \n </p><p>\u200b</p><p>x</p>', ['paragraph: x']],
    ['kinds follow the elements', '<h2>P/E</h2><ul><li><p>0.85%</p></li></ul><figure><figcaption>Chart</figcaption></figure>', ['heading2: P/E', 'item: 0.85%', 'caption: Chart']],
    ['an ARIA heading has its level', '<div role="heading" aria-level="3">Value</div>', ['heading3: Value']],
    ['lines of preformatted text are flows', '<pre>P/E   17\nP/B 2</pre>', ['paragraph: P/E 17', 'paragraph: P/B 2']],
  ])('%s', (_, html, lines) => {
    expect(linesOf(html)).toEqual(lines);
  });
});

describe('superscripts', () => {
  it.each([
    ['a footnote mark is no digit', 'a P/E of 17<sup>1</sup>, they say', 'a P/E of 17, they say'],
    ['nor is one with a link in brackets', 'rose 8%<sup><a href="#f">[2]</a></sup> in May', 'rose 8% in May'],
    ['nor after the full stop', 'a P/E of 17.<sup>3</sup> The rest', 'a P/E of 17. The rest'],
    ['ordinals and trade marks stay', 'the 10<sup>th</sup> Russell<sup>®</sup>', 'the 10th Russell®'],
    ['a raised part of a figure stays', 'a P/E of 17.<sup>4</sup>% more', 'a P/E of 17.4% more'],
    ['a built fraction is parted from the whole number', 'up 8<sup>1</sup>⁄<sub>2</sub>%', 'up 8 1⁄2%'],
  ])('%s', (_, html, text) => {
    expect(linesOf(`<p>${html}</p>`)).toEqual([`paragraph: ${text}`]);
  });
});

describe('what is not read', () => {
  it.each([
    '<nav>S&P 500 +2%</nav>',
    '<aside>IWM 3%</aside>',
    '<footer>17%</footer>',
    '<div hidden>17%</div>',
    '<div aria-hidden="true">17%</div>',
    '<div style="display:none">17%</div>',
    '<noscript>17%</noscript>',
    '<textarea>17%</textarea>',
    '<select><option>17%</option></select>',
    '<div contenteditable="true">17%</div>',
    '<div id="comments">17%</div>',
    '<section class="article-related">17%</section>',
    '<div class="ad-slot">17%</div>',
    '<span class="sr-only">17%</span>',
    '<svg><text>17%</text></svg>',
    '<del>17%</del>',
    '<tickmark-card>17%</tickmark-card>',
    '<p>Disclosure: I hold 17% in IWM.</p>',
    '<p>Past performance is no guarantee of future results.</p>',
    '<p>The Motley Fool has positions in and recommends Nvidia.</p>',
    '<p>Jane Roe has no position in any of the stocks mentioned.</p>',
  ])('%s', (html) => {
    expect(linesOf(`<div><p>The index rose by a third since the spring of last year.</p>${html}</div>`)).toEqual([
      'paragraph: The index rose by a third since the spring of last year.',
    ]);
  });

  it('a name like furniture does not hide the article itself', () => {
    expect(linesOf('<div class="has-related related"><p>The fund rose 2% in a year that nobody expected.</p></div>')).toHaveLength(1);
  });
});

describe('tables', () => {
  it('tell row, column and headers', () => {
    expect(linesOf('<table><caption>Funds</caption><tr><th>Fund</th><th>P/E</th></tr><tr><th>IWM</th><td>17.4</td></tr></table>')).toEqual([
      'caption: Funds', 'cell0.0.0h: Fund', 'cell0.0.1h: P/E', 'cell0.1.0h: IWM', 'cell0.1.1: 17.4',
    ]);
  });

  it('take the first row for the header when no cell says so', () => {
    expect(linesOf('<table><tr><td>Fund</td><td>P/E</td></tr><tr><td>IWM</td><td>17</td></tr></table>')).toEqual([
      'cell0.0.0h: Fund', 'cell0.0.1h: P/E', 'cell0.1.0: IWM', 'cell0.1.1: 17',
    ]);
  });

  it('count columns past cells that span', () => {
    const rows = '<tr><th rowspan="2">Fund</th><th colspan="2">P/E</th><th>Yield</th></tr><tr><td>a</td><td>b</td><td>c</td></tr>';
    expect(linesOf(`<table>${rows}</table>`)).toEqual([
      'cell0.0.0h: Fund', 'cell0.0.1h: P/E', 'cell0.0.3h: Yield', 'cell0.1.1: a', 'cell0.1.2: b', 'cell0.1.3: c',
    ]);
  });

  it('part cells of a row by tabs and rows by line feeds', () => {
    const { text } = flowsOf(documentOf('<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table><p>x</p>').body);
    expect(text).toBe('A\tB\n1\t2\nx');
  });

  it('for layout are read as paragraphs', () => {
    expect(linesOf('<table role="presentation"><tr><td>Left</td><td>Right</td></tr></table>')).toEqual(['paragraph: Left', 'paragraph: Right']);
  });
});

describe('the map from text to nodes', () => {
  it('leads every character of the text to an equal one in the page', () => {
    const html = '<h1>Small  caps</h1><p>\n A P/E\u00a0of <b>1</b>7.\u00ad<i>4</i> <a>now</a>\n</p><table><tr><th>a</th><td> 2\n 3 </td></tr></table>';
    const fragment = flowsOf(documentOf(html).body);
    const map = new FlowMap(fragment.runs);
    let seen = 0;
    for (const block of fragment.blocks) {
      for (let at = block.start; at < block.end; at += 1) {
        const [slice] = map.slices({ start: at, end: at + 1 });
        expect(slice?.text.replace(/\s/g, ' '), `offset ${at}`).toBe(fragment.text.charAt(at));
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(30);
  });

  it('gives one slice a node, with the source between', () => {
    const fragment = flowsOf(documentOf('<p>A P/E\n   of <b>1</b>7 today</p>').body);
    const start = fragment.text.indexOf('P/E');
    const slices = new FlowMap(fragment.runs).slices({ start, end: fragment.text.indexOf(' today') });
    expect(slices.map((slice) => slice.text)).toEqual(['P/E\n   of ', '1', '7']);
  });

  it('knows the offset of a place in a node, and of places that were not read', () => {
    const document = documentOf('<p>ab <b>cd</b></p><nav>zz</nav>');
    const fragment = flowsOf(document.body);
    const map = new FlowMap(fragment.runs);
    expect(map.offsetAt(document.querySelector('b')!.firstChild as Text, 1)).toBe(4);
    expect(map.offsetAt(document.querySelector('nav')!.firstChild as Text, 1)).toBeNull();
  });
});

it('stops at the budget', () => {
  const document = documentOf(`<p>${'word '.repeat(50)}</p><p>${'more '.repeat(50)}</p><p>last</p>`);
  const { text } = flowsOf(document.body, 300);
  expect(text).not.toContain('last');
  expect(text.length).toBeGreaterThan(240);
});

it('survives deep nesting', () => {
  const deep = `${'<div>'.repeat(3000)}17%${'</div>'.repeat(3000)}`;
  expect(linesOf(deep)).toEqual(['paragraph: 17%']);
});
