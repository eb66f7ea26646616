import { detect } from '../../lib/detect/detect.ts';
import { readArticle } from '../../lib/page/read-article.ts';

/** What the bench measures inside a real page; bundled and put there by `tools/bench.ts`. */
interface PageBench {
  /** One run in milliseconds of processor time between start and end; lower is better. */
  bareMs(): number;
  readAndDetectMs(): Promise<number>;
  markJsMs(terms: readonly string[]): Promise<number>;
  compromiseMs(text: string): number;
  /** Characters of article text, mentions and claims of the last `readAndDetectMs`. */
  found(): { readonly characters: number; readonly mentions: number; readonly claims: number };
}

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
      for (const _ of (node as Text).data.matchAll(/[$€£]?\d[\d,.]*(?: ?%| percent)?/g)) hits += 1;
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
  found: () => last,
};
