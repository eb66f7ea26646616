import { describe, expect, it } from 'vitest';
import { withoutCorrected, type Correction } from '../../../lib/check/corrections.ts';
import { makeClaim, makeFinding, makeInstrument, makeReport, makeTicker } from '../../support/fixtures.ts';

const TARGET = makeInstrument({ id: 'TGT', kind: 'stock', symbol: 'TGT', name: 'Target Corporation' });
const claim = makeClaim({ id: 3, metric: 'pe', subject: 'TGT', quote: 'P/E of 17' });
const report = makeReport({
  findings: [makeFinding({ claim }), makeFinding({ claim: makeClaim({ id: 4, metric: 'pb', subject: 'IWM', quote: 'P/B of 2' }) })],
  tickers: [makeTicker({ instrument: TARGET, mentions: [0, 1], claims: [3] }), makeTicker({ mentions: [2], claims: [4] })],
});
const WORDS = ['Target', 'Target  Corp', 'IWM'];
const wordsOf = (id: number): string => WORDS[id] ?? '';

const correction = (over: Partial<Correction>): Correction => ({
  kind: 'wrong-match', host: 'a.example', quote: 'P/E of 17', instrument: 'TGT', metric: 'pe', ...over,
});
const after = (over: Partial<Correction>, host: string | null = 'b.example') => withoutCorrected(report, wordsOf, [correction(over)], host);

describe('a corrected claim', () => {
  it('is gone, and its ticker no longer names it', () => {
    const left = after({});
    expect(left.findings.map((finding) => finding.claim.id)).toEqual([4]);
    expect(left.tickers.map((ticker) => ticker.claims)).toEqual([[], [4]]);
  });

  it('is gone on its own site only when it was muted', () => {
    expect(after({ kind: 'muted' })).toBe(report);
    expect(after({ kind: 'muted' }, null)).toBe(report);
    expect(after({ kind: 'muted' }, 'a.example').findings).toHaveLength(1);
  });

  it.each([{ quote: 'P/E of 18' }, { instrument: 'IWM' }, { instrument: null }, { metric: 'ps' as const }])('is another one: %o', (other) => {
    expect(after(other)).toBe(report);
  });
});

describe('a corrected ticker', () => {
  it('loses the mention in those words, whatever their white space, and keeps the others', () => {
    const left = after({ quote: 'Target Corp', metric: null });
    expect(left.tickers[0]?.mentions).toEqual([0]);
    expect(left.findings).toEqual(report.findings);
  });

  it('is gone with its last mention, and what was said of it too', () => {
    const both = [correction({ quote: 'Target', metric: null }), correction({ quote: 'Target Corp', metric: null })];
    const left = withoutCorrected(report, wordsOf, both, null);
    expect(left.tickers.map(({ instrument }) => instrument.id)).toEqual([report.tickers[1]?.instrument.id]);
    expect(left.findings.map((finding) => finding.claim.id)).toEqual([4]);
  });

  it('is gone on this site when it was muted there, in whatever words', () => {
    expect(after({ kind: 'muted', quote: 'Target', metric: null }, 'a.example').tickers).toHaveLength(1);
    expect(after({ kind: 'muted', quote: 'Target', metric: null })).toBe(report);
  });

  it('tells words apart by case', () => {
    expect(after({ quote: 'TARGET', metric: null })).toBe(report);
  });
});
