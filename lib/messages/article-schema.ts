/** What a content script may send as the article of its page. Content scripts are trusted less than the worker. */
import { z } from 'zod';
import type { Block, BlockKind, CellPlace } from '../text/document.ts';
import { LIMITS, type SentArticle } from './limits.ts';
import { daySchema, everyOf, titleSchema } from './schemas.ts';

const countSchema = z.int().min(0).max(LIMITS.cells);

const cellSchema: z.ZodType<CellPlace> = z.object({
  table: countSchema,
  row: countSchema,
  column: countSchema,
  header: z.boolean(),
});

const blockSchema: z.ZodType<Block> = z
  .object({
    start: z.int().min(0),
    end: z.int().max(LIMITS.text),
    kind: everyOf<BlockKind>()(['title', 'heading', 'paragraph', 'item', 'cell', 'caption']),
    level: z.int().min(1).max(6).optional(),
    cell: cellSchema.optional(),
    published: daySchema.optional(),
  })
  .refine((block) => (block.cell !== undefined) === (block.kind === 'cell'), 'a cell has a place and nothing else has');

/** An article; its blocks must lie in order inside the text, apart from one another. */
export const articleSchema: z.ZodType<SentArticle> = z
  .object({
    text: z.string().max(LIMITS.text),
    blocks: z.array(blockSchema).max(LIMITS.blocks),
    title: titleSchema.nullable(),
  })
  .superRefine(({ text, blocks }, context) => {
    let end = 0;
    for (const [position, block] of blocks.entries()) {
      if (block.start < end || block.end < block.start || block.end > text.length) {
        context.addIssue({ code: 'custom', path: ['blocks', position], message: 'out of order or outside the text' });
        return;
      }
      end = block.end;
    }
  });
