import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../lib/check/finding.ts';
import { calendarYearReturn } from '../../../lib/market/returns.ts';
import { bundledEvidence, evidenceFrom, judged, levels } from './claims.ts';
import type { ClaimCase } from './claims.ts';

const R2000 = 'INDEX:RUSSELL2000';
const SP500 = 'INDEX:SP500';
const outcome = ({ verdict, reason }: Finding): string => `${verdict} ${reason}`;
const gain = (value: number, more: Partial<ClaimCase> = {}): ClaimCase => ({
  metric: 'return',
  subject: R2000,
  value,
  halfUnit: 0.05,
  unit: '%',
  period: 'calendar:2023',
  past: true,
  ...more,
});

/** 2023: +10 in price, +12 with dividends. */
const price = levels(R2000, 'price', [['2022-12-30', 100], ['2023-12-29', 110]]);
const total = levels(R2000, 'total', [['2022-12-30', 100], ['2023-12-29', 112]]);
const whole = evidenceFrom({ series: [price, total] });

describe('a return over a named year', () => {
  it.each<[string, ClaimCase, string]>([
    ['fits in price, and that is said', gain(10), 'supported fits-price-return'],
    ['fits with dividends, and that is said', gain(12), 'supported fits-total-return'],
    ['fits both ways', gain(11, { qualifier: 'about', halfUnit: 0.5 }), 'supported fits'],
    ['is held to the stated basis', gain(12, { definition: 'price_return' }), 'contradicted outside-return'],
    ['fits the stated basis', gain(12, { definition: 'total_return' }), 'supported fits-stated-definition'],
    ['has the wrong sign', gain(-10), 'contradicted outside-return'],
    ['is wrong by rounding', gain(10.2), 'contradicted outside-return'],
    ['may fit though it is not plainly said', gain(10, { isPlain: false }), 'supported fits-price-return'],
    ['is not blamed when it is not plainly said', gain(-10, { isPlain: false }), 'unverifiable not-plainly-said'],
    ['is understated', gain(5, { qualifier: 'over' }), 'supported fits-understated'],
  ])('%s', (_what, claim, expected) => {
    expect(outcome(judged(claim, '2024-01-08', whole))).toBe(expected);
  });

  it('is closed: neither the age of the article nor a missing date makes a difference', () => {
    expect(outcome(judged(gain(10, { past: false }), '2024-01-08', whole))).toBe('supported fits-price-return');
    expect(outcome(judged(gain(35), null, whole))).toBe('contradicted outside-return');
  });

  it('lets dividends explain what lies just above the price return, when they are not on record', () => {
    const priceOnly = evidenceFrom({ series: [price] });
    expect(outcome(judged(gain(12.5), '2024-01-08', priceOnly))).toBe('unverifiable only-other-basis');
    expect(outcome(judged(gain(20), '2024-01-08', priceOnly))).toBe('contradicted outside-return');
    expect(outcome(judged(gain(12.5, { definition: 'total_return' }), '2024-01-08', priceOnly))).toBe('unverifiable only-other-basis');
    expect(outcome(judged(gain(35, { definition: 'total_return' }), '2024-01-08', priceOnly))).toBe('contradicted outside-return');
  });

  it('is judged by a fund with a margin, said in a note', () => {
    const fund = evidenceFrom({ series: [levels('IWM', 'total', [['2022-12-30', 100], ['2023-12-29', 112]])] });
    const near = judged(gain(12.3, { definition: 'total_return' }), '2024-01-08', fund);
    expect(outcome(near)).toBe('supported fits-stated-definition');
    expect(near.notes).toEqual(['fund-for-index']);
    expect(near.evidence[0]?.standsFor).toBe(R2000);
    expect(judged(gain(15, { definition: 'total_return' }), '2024-01-08', fund).verdict).toBe('contradicted');
  });

  it('carries the levels between for a picture', () => {
    const [first] = judged(gain(10), '2024-01-08', whole).evidence;
    expect(first?.levels).toEqual([['2022-12-30', 100], ['2023-12-29', 110]]);
    expect(first?.asOf).toEqual({ from: '2022-12-30', to: '2023-12-29' });
  });
});

describe('coarse data', () => {
  const monthEnds = evidenceFrom({ series: [levels(R2000, 'price', [['2024-06-28', 100], ['2024-07-31', 110]]), levels(R2000, 'total', [['2024-06-28', 100], ['2024-07-31', 110.1]])] });

  it('judge a month but not a day in it', () => {
    expect(judged(gain(10, { period: 'month:2024-07' }), '2024-08-02', monthEnds).verdict).toBe('supported');
    const day = judged(gain(-3.7, { period: 'day', stated: ['2024-07-24', '2024-07-24'] }), '2024-07-25', monthEnds);
    expect(outcome(day)).toBe('unverifiable data-too-coarse');
    expect(day.wanted).toBe('daily-data');
  });

  it('a missing neighbour of the article’s day prevents a contradiction', () => {
    const points: [string, number][] = [['2025-12-31', 100], ['2026-01-16', 105]];
    const weekly = evidenceFrom({ series: [levels(R2000, 'price', points), levels(R2000, 'total', points)] });
    expect(outcome(judged(gain(19, { period: 'YTD', past: false }), '2026-01-20', weekly))).toBe('unverifiable data-too-coarse');
    // No session has ever carried a broad index that far.
    expect(outcome(judged(gain(40, { period: 'YTD', past: false }), '2026-01-20', weekly))).toBe('contradicted outside-return');
    expect(judged(gain(5, { period: 'YTD', past: false }), '2026-01-20', weekly).verdict).toBe('supported');
    expect(outcome(judged(gain(20, { period: 'YTD', past: false }), '2026-01-17', weekly))).toBe('contradicted outside-return');
  });
});

describe('a running window', () => {
  const points: [string, number][] = [['2025-12-31', 100], ['2026-06-30', 122], ['2026-07-01', 122], ['2026-10-07', 104]];
  const year = evidenceFrom({ series: [levels(R2000, 'price', points), levels(R2000, 'total', points)], dataEnd: '2026-10-07' });
  it('is outdated within the data’s own year when the figure has changed', () => {
    expect(outcome(judged(gain(22, { period: 'YTD', past: false }), '2026-07-01', year))).toBe('outdated changed-since');
    expect(outcome(judged(gain(22, { period: 'YTD' }), '2026-07-01', year))).toBe('supported fits');
    expect(outcome(judged(gain(22, { period: 'range:2025-12-31..2026-06-30', past: false }), '2026-07-01', year))).toBe('supported fits');
  });
  it('of an article without a date is left open', () => {
    expect(outcome(judged(gain(22, { period: 'YTD', past: false }), null, year))).toBe('unverifiable no-date');
    const asOfData = judged(gain(4, { period: 'YTD', past: false }), null, year);
    expect(outcome(asOfData)).toBe('supported fits');
    expect(asOfData.notes).toEqual(['undated-article']);
  });
});

describe('years', () => {
  const points: [string, number][] = [['2020-12-31', 100], ['2021-12-31', 150], ['2022-12-30', 120]];
  const decade = evidenceFrom({ series: [levels(R2000, 'price', points), levels(R2000, 'total', points)] });
  const yearly = (value: number): ClaimCase => gain(value, { period: '2Y', annualized: true, stated: ['2022-12-31', '2022-12-31'] });
  it('an average annual return may be compound or arithmetic', () => {
    expect(judged(yearly(9.5), '2023-01-05', decade).verdict).toBe('supported');
    expect(judged(yearly(15), '2023-01-05', decade).verdict).toBe('supported');
    expect(judged(yearly(20), '2023-01-05', decade).verdict).toBe('contradicted');
  });
});

describe('against a benchmark', () => {
  const pair = (own: number, other: number, ownTotal: number, otherTotal: number) =>
    evidenceFrom({
      series: [
        levels(R2000, 'price', [['2022-12-30', 100], ['2023-12-29', 100 + own]]),
        levels(SP500, 'price', [['2022-12-30', 100], ['2023-12-29', 100 + other]]),
        levels(R2000, 'total', [['2022-12-30', 100], ['2023-12-29', 100 + ownTotal]]),
        levels(SP500, 'total', [['2022-12-30', 100], ['2023-12-29', 100 + otherTotal]]),
      ],
    });
  const versus = (value: number, more: Partial<ClaimCase> = {}): ClaimCase => gain(value, { metric: 'return_vs', unit: 'pp', benchmark: SP500, ...more });

  it('points are points: a share of the other gain is no gap', () => {
    expect(judged(versus(-5), '2024-01-08', pair(11, 16, 12.5, 17.5)).verdict).toBe('supported');
    expect(outcome(judged(versus(-31), '2024-01-08', pair(11, 16, 12.5, 17.5)))).toBe('contradicted outside-return');
  });

  it('a gap written in per cent is noted, not contradicted', () => {
    const finding = judged(versus(-5, { quote: 'trailed by 5%' }), '2024-01-08', pair(11, 16, 12.5, 17.5));
    expect([finding.verdict, finding.notes]).toEqual(['supported', ['points-not-percent']]);
    expect(judged(versus(-5, { quote: 'trailed by 5 percentage points' }), '2024-01-08', pair(11, 16, 12.5, 17.5)).notes).toEqual([]);
  });

  it('an order that flips between price and total return depends on the definition', () => {
    const ahead = versus(0, { qualifier: 'over', halfUnit: 0 });
    expect(outcome(judged(ahead, '2024-01-08', pair(10, 9, 11, 12)))).toBe('definition-dependent order-depends-on-definition');
    expect(judged(ahead, '2024-01-08', pair(10, 9, 12, 11)).verdict).toBe('supported');
    expect(judged(ahead, '2024-01-08', pair(8, 9, 9, 11)).verdict).toBe('contradicted');
  });

  it('needs to know against whom', () => {
    const { benchmark: _nobody, ...claim } = versus(5);
    expect(outcome(judged(claim, '2024-01-08', whole))).toBe('unverifiable no-subject');
  });
});

describe('"small caps" without an index', () => {
  const year = (id: string, percent: number) => [
    levels(id, 'price', [['2022-12-30', 100], ['2023-12-29', 100 + percent]]),
    levels(id, 'total', [['2022-12-30', 100], ['2023-12-29', 101 + percent]]),
  ];
  const generic = (value: number): ClaimCase => gain(value, { subject: null, subjectFamily: 'small', halfUnit: 0.5 });

  it('both families agree, or the claim depends on which is meant', () => {
    const both = evidenceFrom({ series: [...year(R2000, 15), ...year('INDEX:SP600', 15.2), ...year(SP500, 20)] });
    expect(judged(generic(15), '2024-01-08', both).verdict).toBe('supported');
    expect(judged(generic(30), '2024-01-08', both).verdict).toBe('contradicted');
    const apart = evidenceFrom({ series: [...year(R2000, 15), ...year('INDEX:SP600', 5)] });
    const finding = judged(generic(15), '2024-01-08', apart);
    expect(outcome(finding)).toBe('definition-dependent order-depends-on-definition');
    expect(finding.notes).toContain('proxy-for-small-caps');
  });

  it('an index that is none of the size the text speaks of is left aside', () => {
    const both = evidenceFrom({ series: [...year(R2000, 15), ...year('INDEX:SP600', 15.2), ...year(SP500, 20)] });
    const finding = judged({ ...generic(15), subject: SP500 }, '2024-01-08', both);
    expect([finding.verdict, finding.claim.subject]).toEqual(['supported', null]);
  });

  it('one family alone never contradicts', () => {
    const alone = evidenceFrom({ series: year(R2000, 15) });
    expect(outcome(judged(generic(30), '2024-01-08', alone))).toBe('unverifiable ambiguous-subject');
  });
});

describe('the promise', () => {
  const years = fc.integer({ min: 1992, max: 2025 });
  const subject = fc.constantFrom(R2000, SP500, 'INDEX:DJIA', 'INDEX:NASDAQ100', 'INDEX:NASDAQCOMP', 'IWM', 'SPY', 'QQQ');
  const qualifier = fc.constantFrom('exact' as const, 'about' as const, 'over' as const, 'under' as const);

  it('a true calendar-year return is never called wrong, however it is rounded or hedged', () => {
    fc.assert(
      fc.property(subject, years, fc.constantFrom('price' as const, 'total' as const), fc.integer({ min: 0, max: 2 }), qualifier, (id, year, basis, decimals, hedge) => {
        const series = bundledEvidence.series(id, basis);
        const truth = series && calendarYearReturn(series, year);
        fc.pre(truth !== null && truth !== undefined);
        const unit = 10 ** -decimals;
        const percent = truth?.percent ?? 0;
        const size = Math.abs(percent);
        const worded = hedge === 'over' ? Math.floor(size / unit) * unit : hedge === 'under' ? Math.ceil(size / unit) * unit : Math.round(size / unit) * unit;
        // "More than 0" is an order, not a figure.
        fc.pre(worded > 0);
        const value = Math.sign(percent) * worded;
        const finding = judged(gain(value, { subject: id, halfUnit: unit / 2, qualifier: hedge, period: `calendar:${year}` }), `${year + 1}-02-10`);
        expect(finding.verdict).toBe('supported');
      }),
      { numRuns: 400 },
    );
  });

  it('a plainly wrong one is', () => {
    fc.assert(
      fc.property(subject, years, fc.constantFrom(-1, 1), fc.integer({ min: 12, max: 60 }), (id, year, side, points) => {
        const series = bundledEvidence.series(id, 'price') ?? bundledEvidence.series(id, 'total');
        const truth = series && calendarYearReturn(series, year);
        fc.pre(truth !== null && truth !== undefined);
        const value = Math.round((truth?.percent ?? 0) + side * points);
        const finding = judged(gain(value, { subject: id, halfUnit: 0.5, period: `calendar:${year}` }), `${year + 1}-02-10`);
        expect(finding.verdict).toBe('contradicted');
      }),
      { numRuns: 200 },
    );
  });
});
