import { parseHTML } from 'linkedom';
import { joinFragments, type Fragment } from '../../../lib/page/flow-builder.ts';
import { findArticleRoots } from '../../../lib/page/article-root.ts';
import { FlowReader } from '../../../lib/page/flows.ts';

/** A document parsed without layout: boxes follow from tags and `style` attributes alone. */
export function documentOf(html: string): Document {
  const { document } = parseHTML(html.includes('<html') ? html : `<!doctype html><html><head></head><body>${html}</body></html>`);
  // There is no layout here, so nobody may ask for computed styles.
  Object.defineProperty(document, 'defaultView', { value: null });
  return document;
}

const openRootOf = (element: Element): ShadowRoot | null => element.shadowRoot ?? null;

/** The flows below one element. */
export function flowsOf(element: Element, budget?: number): Fragment {
  const reader = new FlowReader(element, openRootOf, budget);
  while (!reader.step(performance.now() + 1000));
  return reader.finish().fragment;
}

/** The flows of a fragment of HTML, as lines of `kind: text`; cells carry row, column and an `h` for headers. */
export function linesOf(html: string): string[] {
  return described(flowsOf(documentOf(html).body));
}

/** The flows of the articles that are found in a document. */
export function articleLines(document: Document): string[] {
  return described(joinFragments(findArticleRoots(document, openRootOf).map((root) => flowsOf(root))));
}

function described({ text, blocks }: Fragment): string[] {
  return blocks.map((block) => {
    const place = block.cell === undefined ? '' : `${block.cell.table}.${block.cell.row}.${block.cell.column}${block.cell.header ? 'h' : ''}`;
    return `${block.kind}${block.level ?? ''}${place}: ${text.slice(block.start, block.end)}`;
  });
}
