/**
 * The page room: from the DOM to the text of the article and back. In: a document. Out: `ArticleText` with a map from
 * offsets to text nodes, and what the page says of itself. Never changes the document, and refuses to know what is
 * detected, sent or painted.
 */
import { MAX_TEXT, type ArticleText } from '../text/document.ts';
import { findArticleRoots } from './article-root.ts';
import { withEntryDays } from './entries.ts';
import { joinFragments, type Fragment } from './flow-builder.ts';
import { FlowReader, type FlowReading, type ShadowRootOf } from './flows.ts';
import { isEnglish } from './language.ts';
import { readMetadata, type PageMetadata } from './metadata.ts';
import { FlowMap } from './range.ts';
import { measured, runInSlices } from './slices.ts';

/** An article as it stands in the page. */
export interface PageReading {
  readonly article: ArticleText;
  readonly metadata: PageMetadata;
  readonly map: FlowMap;
  readonly roots: readonly Element[];
  readonly shadowRoots: readonly ShadowRoot[];
  readonly hidden: readonly Element[];
  /** True when the text is longer than can be read and its end was left out. */
  readonly truncated: boolean;
}

export type ReadResult =
  | { readonly state: 'read'; readonly reading: PageReading }
  | { readonly state: 'not-article' | 'not-english' | 'nothing-found' };

/**
 * Something of what a mention or a claim is written with: a figure with a sign, a cashtag, capitals, or a word of the
 * trade. A text without any of it is not worth the reading.
 */
const WORTH_READING =
  /[$€£%]|\b[A-Z]{2,5}\b|\b(?:per ?cent|stocks?|shares|funds?|index|nasdaq|dow|russell|earnings|dividends?|yields?|Inc|Corp)\b/;

/**
 * Reads the article of the document in slices. Rejects only when `signal` aborts.
 *
 * @param only reads this element instead of what looks like the article
 */
export async function readArticle(
  document: Document,
  shadowRootOf: ShadowRootOf,
  signal?: AbortSignal,
  only: Element | null = null,
): Promise<ReadResult> {
  const roots = measured('find-root', () => {
    const found = only === null ? findArticleRoots(document, shadowRootOf) : [only];
    return found.some(isWorthReading) ? found : found.length > 0 ? null : [];
  });
  if (roots === null) return { state: 'nothing-found' };
  if (roots.length === 0) return { state: 'not-article' };

  const readings: FlowReading[] = [];
  let budget = MAX_TEXT;
  for (const root of roots) {
    const reader = measured('read', () => new FlowReader(root, shadowRootOf, budget));
    await runInSlices((deadline) => reader.step(deadline), 'read', signal);
    const reading = measured('read', () => reader.finish());
    readings.push(reading);
    budget -= reading.fragment.text.length;
    if (budget <= 0) break;
  }
  return measured('read', () => {
    const metadata = readMetadata(document);
    const fragment = withEntryDays(joinFragments(readings.map((reading) => reading.fragment)), roots, metadata.published);
    if (fragment.blocks.length === 0) return { state: 'not-article' };
    if (!isEnglish(fragment.text, metadata.language)) return { state: 'not-english' };
    const reading: PageReading = {
      article: articleOf(fragment, metadata),
      metadata,
      map: new FlowMap(fragment.runs),
      roots,
      shadowRoots: [...new Set([...roots.flatMap(shadowRootsAround), ...readings.flatMap((part) => part.shadowRoots)])],
      hidden: readings.flatMap((part) => part.hidden),
      truncated: readings.some((part) => part.truncated) || readings.length < roots.length,
    };
    return { state: 'read', reading };
  });
}

function isWorthReading(root: Element): boolean {
  // Text in shadow roots is not part of `textContent`; a root without any text of its own is read to find out.
  const text = root.textContent ?? '';
  return WORTH_READING.test(text) || text.trim().length < 200;
}

/** The shadow roots that the element itself lies in, outermost last. */
function shadowRootsAround(element: Element): ShadowRoot[] {
  const around: ShadowRoot[] = [];
  for (let root = element.getRootNode(); 'host' in root; root = (root as ShadowRoot).host.getRootNode()) {
    around.push(root as ShadowRoot);
  }
  return around;
}

function articleOf(fragment: Fragment, metadata: PageMetadata): ArticleText {
  const { text, blocks } = fragment;
  const title = metadata.title;
  const inText = blocks.slice(0, 10).some((block) => block.kind === 'heading' && text.slice(block.start, block.end) === title);
  return { text, blocks, title: inText ? null : title, published: metadata.published };
}
