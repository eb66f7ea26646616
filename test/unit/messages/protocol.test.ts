import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleSchema } from '../../../lib/messages/article-schema.ts';
import { articleThatFits, LIMITS } from '../../../lib/messages/limits.ts';
import { tabMessages, workerMessages } from '../../../lib/messages/protocol.ts';
import { everyOf } from '../../../lib/messages/schemas.ts';
import { tabGuards } from '../../../lib/messages/tab-guards.ts';
import { articleFromPlainText, type ArticleText, type Block } from '../../../lib/text/document.ts';
import { article } from './sample.ts';

describe('the guards of the content script', () => {
  const names = Object.keys(tabMessages) as (keyof typeof tabMessages)[];

  it('are there for each message', () => {
    expect(Object.keys(tabGuards).sort()).toEqual([...names].sort());
  });

  for (const name of names) {
    it(`accept for ${name} what the schema accepts, and nothing else`, () => {
      const value = fc.oneof(
        fc.constant(undefined),
        fc.anything(),
        fc.record({ claimId: fc.oneof(fc.integer(), fc.double(), fc.string()) }),
        fc.record({ mentionId: fc.nat(), claimId: fc.nat() }, { requiredKeys: [] }),
        fc.record({ action: fc.constantFrom('next', 'previous', 'open', 'toggle', 'close') }),
      );
      fc.assert(
        fc.property(value, (request) => tabGuards[name](request) === tabMessages[name].request.safeParse(request).success),
        { numRuns: 1_000 },
      );
    });
  }
});

describe('the protocol', () => {
  it('has no message in two directions', () => {
    const names = [...Object.keys(workerMessages), ...Object.keys(tabMessages)];
    expect(new Set(names).size).toBe(names.length);
  });

  it('does not let the client import more than types of it', () => {
    const source = readFileSync(new URL('../../../lib/messages/client.ts', import.meta.url), 'utf8');
    const imports = [...source.matchAll(/^import (.*?) from '(.*?)';$/gms)].filter(([, , from]) => from?.includes('protocol'));
    expect(imports.length).toBeGreaterThan(0);
    for (const [, what] of imports) expect(what).toMatch(/^type /);
  });
});

describe('everyOf', () => {
  it('accepts the members and nothing else', () => {
    const schema = everyOf<'a' | 'b'>()(['a', 'b']);
    expect(['a', 'b', 'c', 1].map((value) => schema.safeParse(value).success)).toEqual([true, true, false, false]);
  });
});

describe('articleThatFits', () => {
  const block = (start: number, end: number): Block => ({ start, end, kind: 'paragraph' });
  const accepts = (value: ArticleText): boolean => articleSchema.safeParse(articleThatFits(value)).success;

  it('gives on what fits', () => {
    const small = article('IWM is up.\nVTWO is not.', [block(0, 10), block(11, 23)]);
    expect(articleThatFits(small)).toEqual({ text: small.text, blocks: small.blocks, title: small.title });
    expect(accepts(small)).toBe(true);
  });

  it('cuts what is too much to something that the worker accepts', () => {
    const words = 'x'.repeat(LIMITS.text - 5);
    const long = article(`${words}\n0123456789`, [block(0, words.length), block(words.length + 1, words.length + 11)], 'y'.repeat(LIMITS.title + 1));
    expect(articleSchema.safeParse({ text: long.text, blocks: long.blocks, title: null }).success).toBe(false);
    expect(accepts(long)).toBe(true);
    expect(articleThatFits(long).blocks).toEqual([block(0, words.length)]);

    const many = Array.from({ length: LIMITS.blocks + 3 }, (_, index) => block(index * 2, index * 2 + 1));
    const crowded = article('x\n'.repeat(many.length), many);
    expect(articleSchema.safeParse({ text: crowded.text, blocks: many, title: null }).success).toBe(false);
    expect(accepts(crowded)).toBe(true);
    expect(articleThatFits(crowded).blocks).toHaveLength(LIMITS.blocks);
  });

  it('keeps to the schema for whatever text is read', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant('| a | b |'), fc.constant('- one\ttwo'))), (lines) => accepts(articleFromPlainText(lines.join('\n')))),
      { numRuns: 300 },
    );
  });
});
