import { describe, expect, it } from 'vitest';
import type { Finding, NoteCode, ReasonCode, Verdict } from '../../../lib/check/finding.ts';
import { canFill, fill, slotsOf } from '../../../lib/present/fill.ts';
import { sourceName } from '../../../lib/present/evidence-words.ts';
import { metricName, needsDefinition, needsPeriod } from '../../../lib/present/metric-names.ts';
import { inSentence, nameInSentence, readingLine, readingOf } from '../../../lib/present/reading.ts';
import { noteSentence, noteSentences, reasonSentence, wantedSentence } from '../../../lib/present/reasons.ts';
import { ENGLISH } from '../../../lib/present/language.ts';
import { verdictMeaning, verdictName } from '../../../lib/present/summary.ts';
import { METRICS } from '../../../lib/market/metrics/index.ts';
import { wordOf } from '../../../lib/present/word-of.ts';
import { makeClaim, makeEvidence, makeFinding, SAMPLE_FINDINGS, SIBLIS } from '../../support/fixtures.ts';
import { idsOf } from '../../support/words.ts';

/** What must never reach a reader. */
const HOLES = /[{}]|undefined|\bnull\b|NaN|Infinity|\[object|\s[,.;:]|[ ]{2}|\.\./;
/** Advice, and hints of it. */
const ADVICE = /\b(buy|sell|should|recommend|cheap|expensive|attractive|invest in)\b/i;

function expectReadable(text: string): void {
  expect(text).not.toMatch(HOLES);
  expect(text).not.toMatch(ADVICE);
  expect(text).toMatch(/^\p{Lu}/u);
  expect(text).toMatch(/\.$/);
}

const bare = (reason: ReasonCode): Finding =>
  makeFinding({ reason, evidence: [], interval: null, subjectName: null, claim: makeClaim({ subject: null }) });

const rich = (reason: ReasonCode, definition: 'excl_negative' | null): Finding =>
  makeFinding({
    reason,
    claim: makeClaim({ definition }),
    evidence: [
      makeEvidence(),
      makeEvidence({ definitions: ['incl_negative'], low: 32.1, high: 32.1, fits: false, source: SIBLIS }),
      makeEvidence({ low: 16.1, high: 16.1, fits: false, role: 'now', asOf: { from: '2026-09-01', to: '2026-09-30' } }),
    ],
  });

const { reasons: REASONS, notes: NOTES, wanted: WANTED } = ENGLISH.words;
const REASON_CODES = idsOf<ReasonCode>(REASONS);
const NOTE_CODES = idsOf<NoteCode>(NOTES);

describe('every reason has a sentence', () => {
  it.each(REASON_CODES)('%s, without evidence', (reason) => {
    expectReadable(reasonSentence(bare(reason)));
  });

  it.each(REASON_CODES)('%s, with evidence of every kind', (reason) => {
    expectReadable(reasonSentence(rich(reason, null)));
    expectReadable(reasonSentence(rich(reason, 'excl_negative')));
  });

  it.each(REASON_CODES)('%s, for every metric', (reason) => {
    for (const metric of METRICS) {
      for (const text of [null, 'annual:June']) {
        const unit = metric.unit;
        const finding = makeFinding({
          reason,
          claim: makeClaim({ metric: metric.id, unit, value: { low: -3, high: -3, halfUnit: 0.5, isFraction: false, text } }),
          evidence: [
            makeEvidence({ metric: metric.id, unit, definitions: [], text, low: text ? null : 4, high: null }),
            makeEvidence({ metric: metric.id, unit, definitions: [], fits: false, role: 'now' }),
          ],
        });
        expectReadable(reasonSentence(finding));
      }
    }
  });

  it('in its full form once the finding has what it needs', () => {
    const full = reasonSentence(rich('fits-one-definition', null));
    expect(full).toBe(
      'The article says 17 but not how it was counted; with loss-makers left out the figure was 17.4 on 31 October 2025 (iShares), counting every company it was 32.1 on 31 October 2025 (Siblis Research).',
    );
  });

  it('states the definition that the article states', () => {
    expect(reasonSentence(rich('outside-stated-definition', 'excl_negative'))).toContain('on that definition the figure was 32.1');
    expect(reasonSentence(rich('fits-stated-definition', 'excl_negative'))).toContain('on that definition the figure was 17.4');
  });

  it('uses each slot of a template for something that can be filled', () => {
    const known = new Set(['says', 'metric', 'subject', 'definition', 'fitting', 'fittingPlain', 'contrary', 'contraryPlain', 'then', 'now', 'rule', 'nowRule', 'counterexample', 'beyond']);
    for (const [code, { full, bare: plain }] of Object.entries<{ full?: string; bare: string }>(REASONS)) {
      for (const slot of slotsOf(full ?? plain)) expect(known, `${code}: ${slot}`).toContain(slot);
      for (const slot of slotsOf(plain)) expect(['says', 'metric', 'subject'], `${code}: ${slot}`).toContain(slot);
    }
  });
});

describe('every note and wish has a sentence', () => {
  it.each(NOTE_CODES)('note %s', (note: NoteCode) => {
    expectReadable(noteSentence(note, bare('fits')));
    for (const finding of SAMPLE_FINDINGS) expectReadable(noteSentence(note, finding));
    for (const slot of slotsOf(wordOf(NOTES, note).bare)) expect.unreachable(`${note}: bare form has slot ${slot}`);
  });

  it.each(idsOf<NonNullable<Finding['wanted']>>(WANTED))('wanted %s', (wanted) => {
    const sentence = wantedSentence(makeFinding({ wanted }));
    expect(sentence).not.toBeNull();
    expectReadable(sentence ?? '');
    expectReadable(wantedSentence(makeFinding({ wanted, subjectName: null })) ?? '');
  });

  it('says nothing when nothing is wanted', () => {
    expect(wantedSentence(makeFinding())).toBeNull();
  });

  it('does not say a figure twice', () => {
    const [dependent] = SAMPLE_FINDINGS;
    expect(dependent?.notes).toContain('leaves-out-loss-makers');
    expect(noteSentences(dependent ?? makeFinding())).toEqual(['The fitting figure leaves out companies that lose money.']);
    const elsewhere = makeFinding({ reason: 'fits-stated-definition', evidence: dependent?.evidence ?? [] });
    expect(noteSentence('leaves-out-loss-makers', elsewhere)).toContain('counting every company it was 32.1 on 30 September 2025 (Siblis Research)');
  });

  it('names the fund that stands for the index', () => {
    const finding = makeFinding({ evidence: [makeEvidence({ instrument: 'IWM', instrumentName: 'iShares Russell 2000 ETF', standsFor: 'INDEX:RUSSELL2000' })] });
    expect(noteSentence('fund-for-index', finding)).toBe('Figures of iShares Russell 2000 ETF stand for the Russell 2000, which that fund tracks.');
  });
});

describe('the sentences of real shapes', () => {
  it.each(SAMPLE_FINDINGS.map((finding) => [finding.verdict, finding.reason, finding] as const))('%s, %s', (_verdict, _reason, finding) => {
    expectReadable(reasonSentence(finding));
    for (const note of noteSentences(finding)) expectReadable(note);
  });

  it('compares a return with both bases and says the window once', () => {
    const finding = SAMPLE_FINDINGS.find((item) => item.verdict === 'contradicted');
    expect(reasonSentence(finding ?? makeFinding())).toBe(
      'The article says a gain of 20%; without dividends the return was 15.1% in 2023 (Closing levels of ^RUT), with dividends it was 16.8% (Adjusted closes of IWM).',
    );
  });

  it('says what was right then and what it is today', () => {
    const finding = SAMPLE_FINDINGS.find((item) => item.verdict === 'outdated');
    expect(reasonSentence(finding ?? makeFinding())).toBe(
      'The article says about 12%, which was right then: the figure was 12.4% on 31 December 2025 (iShares). The latest on record: 16.2% in September 2026 (iShares).',
    );
  });
});

describe('what it was read as', () => {
  it('in one line', () => {
    expect(SAMPLE_FINDINGS.map((finding) => readingLine(finding))).toEqual([
      'Russell 2000 · P/E ratio · 17 · definition not stated',
      'Russell 2000 · Return against the S&P 500 · more than 6 percentage points ahead · this year to 16 January 2026',
      'Russell 2000 · Return · up 20% · calendar year 2023',
      'Russell 2000 · Sector weight: Information Technology · about 12%',
      'Russell 2000 · Return · up about 12% (forecast) · 1 year',
      'Russell 2000 · Share of unprofitable companies · about 40% · definition not stated',
    ]);
  });

  it('says what is not known', () => {
    const finding = makeFinding({ subjectName: null, claim: makeClaim({ subject: null, metric: 'return', unit: '%', period: null }) });
    expect(readingOf(finding)).toEqual({ metric: 'Return', subject: 'subject unclear', value: 'up 17%', period: 'period not stated', definition: null });
    expect(readingOf(makeFinding({ claim: makeClaim({ statedDate: { from: '2024-09-01', to: '2024-09-30' } }) })).period).toBe('as of September 2024');
    expect(readingOf(makeFinding({ claim: makeClaim({ metric: 'holding_weight', component: 'TOP10' }) })).metric).toBe('Holding weight: ten largest holdings');
  });

  it('names metrics and instruments inside sentences', () => {
    expect(metricName('other:unprofitable_count')).toBe('Unprofitable count');
    expect(inSentence('P/E ratio')).toBe('P/E ratio');
    expect(inSentence('Sector weight')).toBe('sector weight');
    expect(nameInSentence('INDEX:SP500', 'S&P 500')).toBe('the S&P 500');
    expect(nameInSentence('INDEX:MAG7', 'The Magnificent Seven')).toBe('The Magnificent Seven');
    expect(nameInSentence('VTWO', 'Vanguard Russell 2000 ETF')).toBe('Vanguard Russell 2000 ETF');
  });

  it('names each metric as its file does, and knows what a claim of it should state', () => {
    for (const { id, name, judge, definitions } of METRICS) {
      expect(metricName(id)).toBe(name);
      expect(needsPeriod(id), id).toBe(judge === 'return');
      expect(needsDefinition(id), id).toBe(judge === 'observation' && definitions.length > 1);
    }
  });

  it('shortens sources', () => {
    expect(sourceName({ title: 'Apollo Academy: The Daily Spark', url: null })).toBe('Apollo Academy');
    expect(sourceName({ title: 'S&P Dow Jones Indices – factsheet', url: null })).toBe('S&P Dow Jones Indices');
    expect(sourceName({ title: 'FTSE', url: null })).toBe('FTSE');
    const long = sourceName({ title: 'A title that goes on and on without any break that one could cut it at for a very long while', url: null });
    expect(long.length).toBeLessThanOrEqual(60);
    expect(long.endsWith('…')).toBe(true);
  });
});

describe('slots', () => {
  it('refuses a hole', () => {
    expect(() => fill('{a} and {b}', { a: 'x', b: null })).toThrow(RangeError);
    expect(canFill('{a}', { a: '' })).toBe(false);
    expect(canFill('{a}', {})).toBe(false);
  });

  it('does not read slots in what it fills', () => {
    expect(fill('{a}', { a: '{b}', b: 'x' })).toBe('{b}');
  });
});

it('has words for every verdict', () => {
  for (const verdict of ['supported', 'definition-dependent', 'outdated', 'contradicted', 'unverifiable'] satisfies Verdict[]) {
    expect(verdictName(verdict)).toMatch(/^\p{Lu}/u);
    expectReadable(verdictMeaning(verdict));
  }
});

describe('definitions in a sentence', () => {
  it('are those that tell the figures apart', () => {
    const finding = makeFinding({
      reason: 'outside-every-definition',
      evidence: [
        makeEvidence({ definitions: ['trailing', 'excl_negative'], fits: false }),
        makeEvidence({ definitions: ['trailing', 'incl_negative', 'as_reported'], low: 32.1, high: 32.1, fits: false, source: SIBLIS }),
      ],
    });
    expect(reasonSentence(finding)).toBe(
      'The article says 17; no figure on record near that date fits: with loss-makers left out the figure was 17.4 on 31 October 2025 (iShares), counting every company and on reported earnings it was 32.1 (Siblis Research).',
    );
    const single = makeFinding({ evidence: [makeEvidence({ definitions: ['trailing', 'excl_negative'] })] });
    expect(reasonSentence(single)).toContain('on trailing earnings and with loss-makers left out the figure was 17.4');
  });

  it('say what stands for years as such', () => {
    const standing = makeFinding({ evidence: [makeEvidence({ definitions: [], unit: 'count', low: 2000, high: 2000, asOf: { from: '1984-01-01', to: '2026-10-07' } })] });
    expect(reasonSentence(standing)).toContain('the figure has been 2,000 since 1 January 1984 (iShares)');
  });
});

it('leaves the two returns behind a difference to the list of data', () => {
  const comparison = SAMPLE_FINDINGS.find((finding) => finding.claim.metric === 'return_vs') ?? makeFinding();
  const sentence = reasonSentence({ ...comparison, reason: 'too-close-to-call' });
  expect(sentence).toContain('neither fit that nor clearly rule it out: without dividends the difference was 6.5 percentage points');
  expect(sentence).not.toContain('1.4%');
});
