import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectionSchema } from '../../../lib/messages/detection-schema.ts';
import { fitToLimits, LIMITS } from '../../../lib/messages/limits.ts';
import { tabMessages, workerMessages } from '../../../lib/messages/protocol.ts';
import { everyOf } from '../../../lib/messages/schemas.ts';
import { tabGuards } from '../../../lib/messages/tab-guards.ts';
import { detection, draftClaim, mention } from './sample.ts';

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

describe('fitToLimits', () => {
  it('leaves alone what fits', () => {
    const small = detection();
    expect(fitToLimits(small)).toBe(small);
  });

  it('cuts what is too much to something that the worker accepts', () => {
    const big = detection({
      mentions: Array.from({ length: LIMITS.mentions + 10 }, (_, id) => mention(id, { text: 'x'.repeat(id === 2 ? 1_000 : 4) })),
      claims: Array.from({ length: LIMITS.claims + 10 }, (_, id) =>
        draftClaim(id, {
          subjects: [0, LIMITS.mentions + 5],
          componentMentions: [LIMITS.mentions + 1, 2],
          sentence: 'y'.repeat(5_000),
          vendor: 'v'.repeat(400),
        }),
      ),
      articleSubjects: [LIMITS.mentions + 9, 1],
    });
    expect(detectionSchema.safeParse(big).success).toBe(false);
    const cut = fitToLimits(big);
    expect(detectionSchema.safeParse(cut).error?.issues).toBeUndefined();
    expect(cut.mentions).toHaveLength(LIMITS.mentions);
    expect(cut.claims).toHaveLength(LIMITS.claims);
    expect(cut.claims[0]).toMatchObject({ subjects: [0], componentMentions: [2] });
    expect(cut.articleSubjects).toEqual([1]);
  });
});
