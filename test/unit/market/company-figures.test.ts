import { describe, expect, it } from 'vitest';
import { companyFigures } from '../../../lib/market/company-figures.ts';
import { FactsBook } from '../../../lib/market/facts-book.ts';
import type { Frame } from '../../../lib/market/fundamentals.ts';
import type { CompanyFigure } from '../../../lib/market/ttm.ts';
import { DAYS, frameOf } from '../../support/filings.ts';

const CIK = 7;
const AS_OF = '2026-05-20';
const figuresOn = (asOf: string, ...frames: readonly Frame[]) => companyFigures(new FactsBook(frames), asOf)(CIK);
const figures = (...frames: readonly Frame[]) => figuresOn(AS_OF, ...frames);
const short = (figure: CompanyFigure): string => (figure.kind === 'known' ? `${figure.value} to ${figure.end}` : figure.reason);
const { y2025, q1_2025, q3_2025, q1_2026 } = DAYS;

describe('net income', () => {
  const own = frameOf('NetIncomeLoss', CIK, [[...y2025, 100]]);
  const whole = frameOf('ProfitLoss', CIK, [[...y2025, 110], [...q1_2025, 20], [...q1_2026, 30]]);

  it('is what belongs to the shareholders, where that can be had', () => {
    expect(short(figures(own, whole).netIncome)).toBe('100 to 2025-12-31');
  });

  it('is otherwise all of it, and never a mixture', () => {
    // 110 − 20 + 30 = 120
    expect(short(figures(whole).netIncome)).toBe('120 to 2026-03-31');
    const quarterOnly = frameOf('NetIncomeLoss', CIK, [[...q1_2026, 28]]);
    expect(short(figures(quarterOnly, whole).netIncome)).toBe('120 to 2026-03-31');
    expect(short(figures(quarterOnly, frameOf('ProfitLoss', CIK, [[...q1_2025, 20]])).netIncome)).toBe('quarter-missing');
  });
});

describe('revenue', () => {
  const all = (value: number, days: readonly [string, string] = y2025): Frame => frameOf('Revenues', CIK, [[...days, value]]);
  const contracts = (value: number, days: readonly [string, string] = y2025): Frame =>
    frameOf('RevenueFromContractWithCustomerExcludingAssessedTax', CIK, [[...days, value]]);

  it.each([
    ['the larger of two for the same months', [all(500), contracts(480)], '500 to 2025-12-31'],
    ['the larger of two, whichever it is', [all(480), contracts(500)], '500 to 2025-12-31'],
    ['the later one', [all(500, ['2024-07-01', '2025-10-31']), all(500, ['2024-11-01', '2025-10-31']), contracts(480)], '480 to 2025-12-31'],
    ['the only one', [contracts(480)], '480 to 2025-12-31'],
    ['nothing where nothing is', [], 'not-filed'],
  ])('is %s', (_what, frames, expected) => {
    expect(short(figures(...frames).revenue)).toBe(expected);
  });
});

describe('equity and shares', () => {
  it('equity is of the newest balance sheet, negative as it may be', () => {
    const equity = frameOf('StockholdersEquity', CIK, [[null, '2025-12-31', 40], [null, '2026-03-31', -5]]);
    expect(short(figures(equity).equity)).toBe('-5 to 2026-03-31');
    expect(short(figures(frameOf('StockholdersEquity', CIK, [[null, '2024-12-31', 40]])).equity)).toBe('stale');
  });

  it('shares are of the quarter before the year, and of the newest', () => {
    const tag = 'WeightedAverageNumberOfDilutedSharesOutstanding';
    const both = frameOf(tag, CIK, [[...y2025, 90], [...q3_2025, 95]]);
    // The average of 2025 speaks for the middle of July, that of its third quarter for the middle of August.
    expect(short(figuresOn('2026-02-20', both).dilutedShares)).toBe('95 to 2025-09-30');
    // By May the third quarter is too old.
    expect(short(figures(both).dilutedShares)).toBe('90 to 2025-12-31');
    expect(short(figures(frameOf(tag, CIK, [[...y2025, 90], [...q3_2025, 95], [...q1_2026, 99]])).dilutedShares)).toBe('99 to 2026-03-31');
    expect(short(figures(frameOf(tag, CIK, [[...y2025, 90]])).dilutedShares)).toBe('90 to 2025-12-31');
    expect(short(figures(frameOf(tag, CIK, [[...y2025, 0]])).dilutedShares)).toBe('not-filed');
  });
});
