import { describe, expect, it } from 'vitest';
import { limitDetection, MAX_CANDIDATES, MAX_CLAIMS, MAX_MENTIONS, MAX_NAME, MAX_QUOTE } from '../../../lib/detect/limit.ts';
import { detection, draftClaim, mention } from './sample.ts';

describe('limitDetection', () => {
  it('leaves alone what an article holds', () => {
    expect(limitDetection(detection())).toEqual(detection());
  });

  it('keeps the first mentions and claims, and no reference to those that went', () => {
    const big = detection({
      mentions: Array.from({ length: MAX_MENTIONS + 10 }, (_, id) => mention(id)),
      claims: Array.from({ length: MAX_CLAIMS + 10 }, (_, id) =>
        draftClaim(id, { subjects: [0, MAX_MENTIONS + 5], benchmarks: [MAX_MENTIONS], componentMentions: [MAX_MENTIONS + 1, 2] }),
      ),
      articleSubjects: [MAX_MENTIONS + 9, 1],
    });
    const cut = limitDetection(big);
    expect(cut.mentions.map(({ id }) => id)).toEqual(Array.from({ length: MAX_MENTIONS }, (_, id) => id));
    expect(cut.claims).toHaveLength(MAX_CLAIMS);
    expect(cut.claims[0]).toMatchObject({ subjects: [0], benchmarks: [], componentMentions: [2] });
    expect(cut.articleSubjects).toEqual([1]);
  });

  it('cuts texts and lists without an end', () => {
    const cut = limitDetection(
      detection({
        mentions: [mention(0, { text: 'x'.repeat(MAX_NAME + 9) })],
        claims: [draftClaim(0, { quote: 'y'.repeat(MAX_QUOTE + 9), vendor: 'v'.repeat(MAX_NAME + 9), subjects: Array.from({ length: 90 }, (_, id) => id) })],
      }),
    );
    expect(cut.mentions[0]?.text).toHaveLength(MAX_NAME);
    expect(cut.claims[0]?.quote).toHaveLength(MAX_QUOTE);
    expect(cut.claims[0]?.vendor).toHaveLength(MAX_NAME);
    expect(cut.claims[0]?.subjects).toHaveLength(MAX_CANDIDATES);
  });
});
