import { detect } from '../../lib/detect/detect.ts';
import { hitTest } from '../../lib/highlight/hit-test.ts';
import { Highlighter } from '../../lib/highlight/highlighter.ts';
import { readArticle } from '../../lib/page/read-article.ts';

/** What the bench measures inside a real page; bundled and put there by `tools/bench.ts`. */
interface PageBench {
  /** One run in milliseconds of processor time between start and end; lower is better. */
  bareMs(): number;
  readAndDetectMs(): Promise<number>;
  markJsMs(terms: readonly string[]): Promise<number>;
  compromiseMs(text: string): number;
  /** Mean time of one hit test with so many marks on the page, and how many of the points tried were on a mark. */
  hitTestMs(marks: number): { readonly mean: number; readonly hits: number };
  /** Characters of article text, mentions and claims of the last `readAndDetectMs`. */
  found(): { readonly characters: number; readonly mentions: number; readonly claims: number };
}

/**
 * What anyone would write who looks for symbols and figures and for nothing else: the least that has to be done to
 * every text node.
 */
const SYMBOLS_AND_FIGURES = /\$?\b[A-Z]{1,5}\b|[$€£]?\b\d[\d,.]*\s?(?:%|percent\b|x\b|times\b|billion\b|million\b)?/g;

interface MarkJs {
  new (root: Element): { mark(terms: readonly string[], options: object): void; unmark(options: object): void };
}

const globals = globalThis as unknown as {
  tickmarkBench: PageBench;
  Mark?: MarkJs;
  nlp?: (text: string) => { money(): { json(): unknown }; percentages(): { json(): unknown }; organizations(): { json(): unknown } };
};

let last = { characters: 0, mentions: 0, claims: 0 };

globals.tickmarkBench = {
  bareMs() {
    const start = performance.now();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let hits = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const _ of (node as Text).data.matchAll(SYMBOLS_AND_FIGURES)) hits += 1;
    }
    last = { ...last, mentions: hits };
    return performance.now() - start;
  },
  async readAndDetectMs() {
    const start = performance.now();
    const result = await readArticle(document, (element) => element.shadowRoot);
    if (result.state !== 'read') throw new Error(result.state);
    const { article } = result.reading;
    const detection = detect(article);
    const end = performance.now();
    last = { characters: article.text.length, mentions: detection.mentions.length, claims: detection.claims.length };
    return end - start;
  },
  async markJsMs(terms) {
    if (!globals.Mark) throw new Error('mark.js is not there');
    const mark = new globals.Mark(document.body);
    const options = { separateWordSearch: false, accuracy: 'exactly', caseSensitive: true };
    const start = performance.now();
    await new Promise<void>((done) => mark.mark(terms, { ...options, done: () => done() }));
    const took = performance.now() - start;
    await new Promise<void>((done) => mark.unmark({ done: () => done() }));
    return took;
  },
  compromiseMs(text) {
    if (!globals.nlp) throw new Error('compromise is not there');
    const start = performance.now();
    const parsed = globals.nlp(text);
    parsed.money().json();
    parsed.percentages().json();
    parsed.organizations().json();
    return performance.now() - start;
  },
  hitTestMs(wanted) {
    const highlighter = new Highlighter(document);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let id = 0;
    for (let node = walker.nextNode(); node && id < wanted; node = walker.nextNode()) {
      const text = node as Text;
      for (let start = 0; start + 30 < text.length && id < wanted; start += 60) {
        const slices = [{ node: text, start, end: start + 30, text: text.data.slice(start, start + 30) }];
        highlighter.add({ id: `bench:${id}`, kind: 'supported', order: id, painted: slices, touched: slices });
        id += 1;
      }
    }
    const points = Array.from({ length: 2000 }, (_, n) => [(n * 37) % innerWidth, (n * 53) % innerHeight] as const);
    let hits = 0;
    const start = performance.now();
    for (const [x, y] of points) if (hitTest(highlighter, document, x, y, []) !== null) hits += 1;
    const mean = (performance.now() - start) / points.length;
    highlighter.clear();
    return { mean, hits };
  },
  found: () => last,
};
