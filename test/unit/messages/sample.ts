import type { ArticleText, Block } from '../../../lib/text/document.ts';

/** An article of one paragraph, unless blocks are given. */
export function article(
  text = 'VTWO trades at a P/E of 17.',
  blocks: readonly Block[] = [{ start: 0, end: text.length, kind: 'paragraph' }],
  title: string | null = null,
): ArticleText {
  return { text, blocks, title, published: null };
}
