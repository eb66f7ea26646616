import { describe, expect, it } from 'vitest';
import { claimView } from '../../../lib/present/claim-view.ts';
import { coverageLabel } from '../../../lib/present/evidence-words.ts';
import { markdownReport } from '../../../lib/present/export.ts';
import { figureLines } from '../../../lib/present/ticker.ts';
import { makeEvidence, makeFinding, makeObservation, makeReport, makeTicker } from '../../support/fixtures.ts';

const PARTIAL = { counted: 1347, total: 1924, weight: 0.7 };
const NEARLY = { counted: 1874, total: 1924, weight: 0.981 };
const WHOLE = { counted: 1924, total: 1924, weight: 1 };

describe('how much went into a computed figure', () => {
  it.each([
    ['is said where it is not all', NEARLY, '1,874 of 1,924 companies, 98.1% of weight'],
    ['is called partial where it is too little', PARTIAL, 'partial: 1,347 of 1,924 companies, 70.0% of weight'],
    ['is not said of all', WHOLE, null],
    ['is not said of published figures', undefined, null],
  ])('%s', (_what, coverage, expected) => {
    expect(coverageLabel(coverage)).toBe(expected);
  });

  it('stands in the card, in exports, and in short on the card of a ticker', () => {
    const finding = makeFinding({ evidence: [makeEvidence({ coverage: PARTIAL })] });
    expect(claimView(finding).sources[0]?.lines[0]).toContain(' · partial: 1,347 of 1,924 companies, 70.0% of weight');
    expect(markdownReport(makeReport({ findings: [finding] }))).toContain('partial: 1,347 of 1,924 companies, 70.0% of weight');
    const [line] = figureLines(makeTicker({ figures: [makeObservation({ coverage: PARTIAL })] }));
    expect(line?.definition).toBe('loss-makers left out, partial');
    expect(figureLines(makeTicker({ figures: [makeObservation({ coverage: NEARLY })] }))[0]?.definition).toBe('loss-makers left out');
    expect(figureLines(makeTicker({ figures: [makeObservation({ coverage: PARTIAL, metric: 'pb', definitions: [] })] }))[0]?.definition).toBe('partial');
  });
});
