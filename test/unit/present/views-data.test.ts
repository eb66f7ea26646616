import { describe, expect, it } from 'vitest';
import { bySource, copyText } from '../../../lib/present/copy.ts';
import { dataFigures } from '../../../lib/present/data-says.ts';
import { escapeMarkdown, jsonReport, markdownReport } from '../../../lib/present/export.ts';
import { axisPicture, extent, indexTo100, linesPicture, niceAxis, thin } from '../../../lib/present/picture.ts';
import { recordCsv, recordRows } from '../../../lib/present/record.ts';
import { ageRemark, countVerdicts, groupByVerdict, summaryLine } from '../../../lib/present/summary.ts';
import { exchangeName, figureLines, thisYearLine, tickerLine } from '../../../lib/present/ticker.ts';
import { isWebAddress } from '../../../lib/present/web-address.ts';
import { LEVELS, makeClaim, makeEvidence, makeFinding, makeInstrument, makeObservation, makeReport, makeTicker, SAMPLE_FINDINGS, STOCK_TICKER } from '../../support/fixtures.ts';

const byVerdict = (verdict: string) => SAMPLE_FINDINGS.find((finding) => finding.verdict === verdict) ?? makeFinding();

describe('the page summary', () => {
  it('counts and groups by verdict, then by place', () => {
    expect(countVerdicts(SAMPLE_FINDINGS)).toEqual({ supported: 2, 'definition-dependent': 1, outdated: 1, contradicted: 1, unverifiable: 1 });
    expect(summaryLine([])).toBe('No claims found');
    expect(summaryLine([makeFinding()])).toBe('1 claim: 1 holds');
    const groups = groupByVerdict(SAMPLE_FINDINGS.toReversed());
    expect(groups.map((group) => group.verdict)).toEqual(['contradicted', 'definition-dependent', 'outdated', 'supported', 'unverifiable']);
    expect(groups[3]?.findings.map((finding) => finding.claim.id)).toEqual([1, 5]);
  });

  it('says once that an article is old', () => {
    expect(ageRemark({ published: '2024-01-20', today: '2026-11-20' })).toContain('as of 20 January 2024');
    expect(ageRemark({ published: '2026-01-20', today: '2026-11-20' })).toBeNull();
    expect(ageRemark({ published: null, today: '2026-11-20' })).toBeNull();
  });
});

describe('the picture on one axis', () => {
  it('holds the interval and every figure of the claim’s own kind', () => {
    const picture = axisPicture(byVerdict('definition-dependent'));
    expect(picture?.marks.map(({ figure, label, date, fits }) => [figure, label, date, fits])).toEqual([
      ['17.4', 'loss-makers left out', '31 Oct 2025', true],
      ['32.1', 'every company counted', '30 Sept 2025', false],
    ]);
    expect(picture?.claim).toEqual({ low: 16.5, high: 17.5, figure: '17' });
    const [from = NaN, to = NaN] = picture?.domain ?? [];
    expect(from).toBeLessThan(16.5);
    expect(to).toBeGreaterThan(32.1);
  });

  it('is left out where there is nothing to draw', () => {
    expect(axisPicture(byVerdict('unverifiable'))).toBeNull();
    expect(axisPicture(makeFinding({ claim: makeClaim({ unit: 'schedule', metric: 'reconstitution' }) }))).toBeNull();
    expect(axisPicture(makeFinding({ evidence: [makeEvidence({ low: null, high: null, text: 'annual:June' })] }))).toBeNull();
  });

  it('takes open ends', () => {
    const picture = axisPicture(makeFinding({ interval: { low: 16.5, high: null }, evidence: [makeEvidence({ low: 30, high: null })] }));
    expect(picture?.claim.high).toBeNull();
    expect(picture?.marks[0]).toMatchObject({ low: 30, high: null, figure: 'over 30' });
  });

  it.each<[number, number]>([[16.5, 32.1], [0, 0.4], [-25.9, -3], [-2, 3], [17, 17], [0, 0], [1.2e9, 3.4e12], [0.001, 0.0012]])(
    'has ticks inside the domain for %d to %d',
    (low, high) => {
      const { domain, ticks } = niceAxis(low, high, 4);
      expect(domain[0]).toBeLessThanOrEqual(low);
      expect(domain[1]).toBeGreaterThanOrEqual(high);
      expect(domain[0]).toBeLessThan(domain[1]);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(7);
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(domain[0] - 1e-9);
        expect(tick).toBeLessThanOrEqual(domain[1] + 1e-9);
      }
    },
  );
});

describe('the picture of returns', () => {
  it('sets both lines to 100 at the start, the subject first', () => {
    const finding = SAMPLE_FINDINGS.find((item) => item.claim.metric === 'return_vs') ?? makeFinding();
    const picture = linesPicture(finding);
    expect(picture?.lines.map((line) => [line.party, line.points[0]?.[1]])).toEqual([['subject', 100], ['benchmark', 100]]);
    expect(picture?.lines[0]?.points.at(-1)?.[1]).toBeCloseTo(107.89, 2);
    expect([picture?.from, picture?.to]).toEqual(['2025-12-31', '2026-01-16']);
    const reversed = linesPicture({ ...finding, evidence: finding.evidence.toReversed() });
    expect(reversed?.lines.map((line) => line.party)).toEqual(['subject', 'benchmark']);
  });

  it('is left out without levels', () => {
    expect(linesPicture(makeFinding())).toBeNull();
  });

  it('thins long lines and keeps both ends', () => {
    const many = Array.from({ length: 1000 }, (_, index) => index);
    const few = thin(many, 60);
    expect(few).toHaveLength(60);
    expect([few[0], few.at(-1)]).toEqual([0, 999]);
    expect(thin([1, 2], 60)).toEqual([1, 2]);
  });

  it('does not divide by what is no level', () => {
    expect(indexTo100([['2026-01-01', 0], ['2026-01-02', 5]])).toEqual([]);
    expect(indexTo100([])).toEqual([]);
    expect(extent([5, 5])).toEqual([4, 6]);
  });
});

describe('what stands beside the article’s figure', () => {
  it('is the fitting figure, and the one that says otherwise', () => {
    const figures = (verdict: string) => dataFigures(byVerdict(verdict)).map(({ figure, caption }) => `${figure}, ${caption}`);
    expect(figures('definition-dependent')).toEqual(['17.4, loss-makers left out', '32.1, every company counted']);
    expect(figures('outdated')).toEqual(['12.4%, 31 Dec 2025', '16.2%, September 2026']);
    expect(figures('contradicted')).toEqual(['15.1%, price only', '16.8%, dividends reinvested']);
    expect(figures('unverifiable')).toEqual([]);
    expect(dataFigures(SAMPLE_FINDINGS[1] ?? makeFinding()).map(({ figure }) => figure)).toEqual(['6.5 pp']);
  });
});

describe('tickers', () => {
  it('show every definition once, newest first', () => {
    const summary = makeTicker({ figures: [makeObservation({ id: 'old', low: 15, high: 15, asOf: { from: '2024-01-31', to: '2024-01-31' } }), ...makeTicker().figures] });
    expect(figureLines(summary).map(({ name, figure, definition }) => [name, figure, definition])).toEqual([
      ['P/E ratio', '17.4', 'loss-makers left out'],
      ['P/E ratio', '32.1', 'every company counted'],
      ['Price-to-book ratio', '2.13', null],
    ]);
  });

  it('say in one line what is on record', () => {
    expect(tickerLine(makeTicker())).toBe('P/E ratio 17.4, loss-makers left out, 31 October 2025');
    expect(tickerLine(makeTicker({ figures: [] }))).toBe('+3.4% to 7 October 2026; S&P 500 +8.1%');
    expect(tickerLine(STOCK_TICKER)).toBe('none on record');
    const { thisYear } = makeTicker();
    expect(thisYearLine(makeTicker({ thisYear: thisYear && { ...thisYear, benchmark: null } }))).toBe('+3.4% to 7 October 2026');
  });

  it('name exchanges', () => {
    expect(exchangeName(makeInstrument())).toBe('Nasdaq');
    expect(exchangeName(makeInstrument({ exchange: 'XLON' }))).toBe('XLON');
    expect(exchangeName(makeInstrument({ exchange: null }))).toBeNull();
  });
});

describe('exports', () => {
  it('copy a finding with each source once', () => {
    const text = copyText(byVerdict('outdated'));
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/^“technology representing only about 12% of the portfolio”: Outdated\. The article says about 12%, which was right then/),
      'iShares: Russell 2000 ETF, fund characteristics, 31 December 2025: https://www.ishares.com/us/products/239710/',
      'iShares: Russell 2000 ETF, fund characteristics, September 2026: https://www.ishares.com/us/products/239710/',
    ]);
  });

  it('write Markdown in which page text is text', () => {
    const hostile = makeReport({ title: '# <img src=x> [a](javascript:alert(1))', findings: [makeFinding({ claim: makeClaim({ quote: '**P/E**\n\n# of `17` | <b>' }) })] });
    const text = markdownReport(hostile);
    expect(text).toContain('# \\# \\<img src=x\\> \\[a\\](javascript:alert(1))');
    expect(text).toContain('> \\*\\*P/E\\*\\* \\# of \\`17\\` \\| \\<b\\>');
    expect(text).toContain('[iShares: Russell 2000 ETF, fund characteristics](<https://www.ishares.com/us/products/239710/>)');
    expect(markdownReport(makeReport())).not.toMatch(/undefined|null|NaN/);
    expect(escapeMarkdown('a_b')).toBe('a\\_b');
  });

  it('link only to the web', () => {
    expect(isWebAddress('https://example.com/a')).toBe(true);
    for (const address of [null, '', 'javascript:alert(1)', 'data:text/html,x', 'ftp://example.com', ' https://example.com', 'https://exa mple.com', 'https://a"b']) {
      expect(isWebAddress(address)).toBe(false);
    }
    const finding = makeFinding({ evidence: [makeEvidence({ source: { title: 'Evil', url: 'javascript:alert(1)' } })] });
    expect(markdownReport(makeReport({ findings: [finding], tickers: [] }))).not.toContain('](');
  });

  it('write JSON that holds the report and its words', () => {
    const parsed: unknown = JSON.parse(jsonReport(makeReport()));
    expect(parsed).toMatchObject({ ...makeReport(), findings: SAMPLE_FINDINGS.map((finding) => ({ ...finding, words: { reason: expect.any(String) } })) });
  });
});

describe('the record of an instrument', () => {
  const observations = [
    makeObservation({ id: 'a', metric: 'sector_weight', component: 'Industrials', unit: '%', definitions: [], asOf: { from: '2025-05-13', to: '2025-05-13' } }),
    makeObservation({ id: 'b', metric: 'sector_weight', component: 'Industrials', unit: '%', definitions: [], asOf: { from: '2026-05-05', to: '2026-05-05' } }),
    makeObservation({ id: 'c', metric: 'pe' }),
    makeObservation({ id: 'd', metric: 'holding_weight', component: 'TOP10', unit: '%', definitions: [] }),
  ];

  it('is sorted by metric, then newest first', () => {
    expect(recordRows(observations).map(({ id, metric, figure }) => [id, metric, figure])).toEqual([
      ['c', 'P/E ratio', '17.4'],
      ['b', 'Sector weight: Industrials', '17.4%'],
      ['a', 'Sector weight: Industrials', '17.4%'],
      ['d', 'Holding weight: ten largest holdings', '17.4%'],
    ]);
  });

  it('is written as CSV that no spreadsheet runs', () => {
    const csv = recordCsv([makeObservation({ method: '=HYPERLINK("http://x")', low: -1, high: -1, source: { title: 'a, "b"', url: null } })]);
    const [head, row, end] = csv.split('\r\n');
    expect(head?.split(',')[0]).toBe('instrument');
    expect(row).toBe(`VTWO,pe,,excl_negative,-1,-1,,x,2025-10-31,2025-10-31,"'=HYPERLINK(""http://x"")","a, ""b""",`);
    expect(end).toBe('');
  });
});

describe('a claim that time has overtaken', () => {
  const comparison = SAMPLE_FINDINGS.find((finding) => finding.claim.metric === 'return_vs') ?? makeFinding();
  const later: readonly (readonly [string, number])[] = [['2025-12-31', 2481.9], ['2026-01-16', 2677.7], ['2026-06-30', 3024.5], ['2026-10-07', 2793.1]];
  const outdated = makeFinding({
    ...comparison,
    verdict: 'outdated',
    reason: 'changed-since',
    evidence: [...comparison.evidence, makeEvidence({ metric: 'return_vs', unit: 'pp', definitions: ['price_return'], low: -1.43, high: -1.43, fits: false, role: 'now', levels: later })],
  });

  it('is drawn on to the latest data, with the day of the article marked', () => {
    const picture = linesPicture(outdated);
    expect([picture?.from, picture?.until, picture?.to]).toEqual(['2025-12-31', '2026-01-16', '2026-10-07']);
    expect(linesPicture(comparison)?.until).toBeNull();
  });

  it('has the figure of then and of now', () => {
    expect(dataFigures(outdated).map(({ figure, caption }) => [figure, caption])).toEqual([['6.5 pp', 'to 16 Jan 2026'], ['−1.4 pp', 'to 7 Oct 2026']]);
  });
});

describe('a streak', () => {
  const year = (to: string, points: number, fits: boolean) =>
    makeEvidence({
      metric: 'return_vs', unit: 'pp', definitions: ['price_return'], low: points, high: points, fits, source: LEVELS,
      asOf: { from: `${Number(to) - 1}-12-31`, to: `${to}-12-31` },
    });
  const claim = makeClaim({ metric: 'streak', unit: 'year', benchmark: 'INDEX:SP500', value: { low: 2020, high: 2020, halfUnit: 0, isFraction: false, text: null } });

  it('shows its first and its last period', () => {
    const finding = makeFinding({ claim, evidence: [year('2020', 2.1, true), year('2021', -13.2, true), year('2022', -2.1, true)] });
    expect(dataFigures(finding).map(({ figure, caption }) => [figure, caption])).toEqual([['+2.1 pp', '2020'], ['−2.1 pp', '2022']]);
    expect(axisPicture(finding)).toBeNull();
  });
});

it('groups evidence by source', () => {
  const groups = bySource(byVerdict('outdated').evidence);
  expect(groups.map((group) => group.length)).toEqual([2]);
  expect(bySource([])).toEqual([]);
});
