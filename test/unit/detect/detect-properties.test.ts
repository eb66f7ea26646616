import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../lib/detect/detect.ts';
import type { Detection } from '../../../lib/detect/detection.ts';
import { articleFromPlainText } from '../../../lib/text/document.ts';

const read = (text: string, published: string | null = '2026-06-18'): Detection => detect(articleFromPlainText(text, { published }));

/** Words of finance and of nothing, in any order: far denser in figures and names than any article. */
const WORDS = [
  'Russell', '2000', 'S&P', '500', 'the', 'The', 'Dow', 'Nasdaq', 'IWM', '$IWM', '(NYSE:', 'BE)', 'Apple', 'Nvidia', 'small', 'caps', 'P/E', 'of', '17', '17.45x', 'times', 'earnings', 'book', 'yield', 'yields', '2.1%', '-3%', '$43.17', '$1.2', 'billion',
  'rose', 'fell', 'gained', 'beat', 'by', 'points', 'basis', 'a', 'third', 'two', 'in', 'five', 'companies', 'lose', 'money', 'since', 'January', '2025', 'this', 'year', 'respectively', 'and', ',', '.', ';', ':', '(', ')', '\t', '\n', '|', '- ', 'holdings', 'weight', 'sector',
  'financials', 'fund', 'it', 'its', 'which', 'not', 'if', 'will', 'excluding', 'loss', 'makers', 'forward', 'trailing', 'over', 'past', 'years', 'each', 'June', 'reconstituted', 'hasn’t', 'outperformed', 'calendar', '%', '“', '”', '…', 'Inc.', 'U.S.',
];
const finance = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));
const withNumbers = fc
  .tuple(fc.lorem({ mode: 'sentences', maxCount: 4 }), fc.array(fc.tuple(fc.nat({ max: 40 }), fc.constantFrom('17%', '$4.2bn', '2,000', 'IWM', 'P/E', '-3.5', 'Apple', '1/3')), { maxLength: 8 }))
  .map(([text, insertions]) => {
    const words = text.split(' ');
    for (const [at, piece] of insertions) words.splice(Math.min(at, words.length), 0, piece);
    return words.join(' ');
  });
const surrogates = fc.string({ unit: fc.integer({ min: 0xd7f0, max: 0xe010 }).map((code) => String.fromCharCode(code)), maxLength: 40 }).map((text) => `IWM ${text} rose 3% ${text}`);
const anyText = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 150 }), withNumbers, finance, surrogates);

describe('detect on any text', () => {
  it('never throws, and every span lies inside the text and says what it quotes', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('2026-06-18', null), (text, published) => {
        const { mentions, claims, articleSubjects } = read(text, published);
        mentions.forEach((mention, id) => {
          expect(mention.id).toBe(id);
          expect(text.slice(mention.span.start, mention.span.end)).toBe(mention.text);
          expect(mention.text).not.toBe('');
        });
        claims.forEach((claim, id) => {
          expect(claim.id).toBe(id);
          expect(claim.span.start).toBeGreaterThanOrEqual(0);
          expect(claim.span.end).toBeLessThanOrEqual(text.length);
          expect(claim.valueSpan.start).toBeGreaterThanOrEqual(claim.span.start);
          expect(claim.valueSpan.end).toBeLessThanOrEqual(claim.span.end);
          expect(claim.valueSpan.end).toBeGreaterThan(claim.valueSpan.start);
          expect(claim.value.low).toBeLessThanOrEqual(claim.value.high);
          expect(claim.quote).toBe(text.slice(claim.span.start, claim.span.end).replaceAll(/\s+/g, ' ').trim());
        });
        for (const id of [...articleSubjects, ...claims.flatMap((claim) => [...claim.subjects, ...claim.benchmarks, ...claim.componentMentions])]) {
          expect(mentions[id]).toBeDefined();
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(finance, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 50 },
    );
  });

  it('claims nothing in text without a single figure or name', () => {
    const plain = fc.array(fc.constantFrom('stocks', 'rose', 'fell', 'while', 'the', 'market', 'was', 'calm', 'and', 'nobody', 'sold', '.', ','), { maxLength: 40 });
    fc.assert(
      fc.property(plain, (words) => {
        expect(read(words.join(' ')).claims).toEqual([]);
      }),
    );
  });
});

/** Paragraphs that name whom they are about, and what is read from each when it stands alone. */
const PARAGRAPHS = [
  'The Russell 2000 trades at a P/E of 17.',
  'Nvidia shares fell 4.1% on Tuesday.',
  'VTWO charges 0.07% a year.',
  'The S&P 500 returned 25% in 2024.',
  'About 40% of the companies in the Russell 2000 lose money.',
  'SCHD yields 3.6%.',
  'Financials make up 18% of IWM.',
  'Rain is expected in the north, and 300 volunteers built a wall.',
  'Apple closed at $227.52.',
  'The Nasdaq Composite lost 33% in 2022.',
];

describe('paragraphs that name their subject', () => {
  /** Each paragraph's claims with their first subject's words, by paragraph. */
  function byParagraph(paragraphs: readonly string[]): Map<string, string[]> {
    const text = paragraphs.join('\n');
    const { mentions, claims } = read(text);
    const found = new Map(paragraphs.map((paragraph): [string, string[]] => [paragraph, []]));
    for (const claim of claims) {
      const start = text.lastIndexOf('\n', claim.valueSpan.start) + 1;
      const end = text.indexOf('\n', claim.valueSpan.start);
      const paragraph = text.slice(start, end < 0 ? undefined : end);
      found.get(paragraph)!.push(`${claim.metric} ${claim.value.low} ${claim.unit} ${claim.period} of ${mentions[claim.subjects[0]!]?.text}`);
    }
    return found;
  }

  const alone = new Map(PARAGRAPHS.map((paragraph) => [paragraph, byParagraph([paragraph]).get(paragraph)!]));

  it('are read when they stand alone', () => {
    expect([...alone.values()].map((claims) => claims.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 1, 1]);
  });

  it('say the same in any order and any company', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PARAGRAPHS, { minLength: 1 }), (paragraphs) => {
        for (const [paragraph, claims] of byParagraph(paragraphs)) expect(claims).toEqual(alone.get(paragraph));
      }),
      { numRuns: 200 },
    );
  });
});
