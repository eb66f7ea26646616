/**
 * Caps on what one message may hold, without zod so that the content script can keep to them before it sends.
 * The receiver refuses what is above them.
 */
import { MAX_TEXT, type ArticleText } from '../text/document.ts';

export const LIMITS = {
  /** Characters of an article's text. */
  text: MAX_TEXT,
  /** Blocks of an article. The longest text in blocks of ten characters. */
  blocks: MAX_TEXT / 10,
  /** Tables of a page, rows of a table and columns of a row: no more than blocks can be, colspan and rowspan counted. */
  cells: 1_000_000,
  /** Characters of a symbol, a sector or a vendor. */
  name: 300,
  /** Characters of a quote or a sentence. */
  quote: 2_000,
  /** Characters of a page's title. */
  title: 1_000,
  /** Characters of a host name (RFC 1035). */
  host: 253,
} as const;

/** An article as it crosses: its dates go beside it. */
export type SentArticle = Pick<ArticleText, 'text' | 'blocks' | 'title'>;

/** The beginning of an article that fits into one `checkPage`: whole blocks, as many as are allowed. */
export function articleThatFits({ text, blocks, title }: ArticleText): SentArticle {
  const fitting = blocks.slice(0, LIMITS.blocks).filter((block) => block.end <= LIMITS.text);
  return { text: text.slice(0, LIMITS.text), blocks: fitting, title: title?.slice(0, LIMITS.title) ?? null };
}
