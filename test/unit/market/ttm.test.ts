import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber } from '../../../lib/market/calendar.ts';
import { FactsBook, filingOrder } from '../../../lib/market/facts-book.ts';
import { factsBehind, trailingTwelveMonths } from '../../../lib/market/ttm.ts';
import type { CompanyFigure } from '../../../lib/market/ttm.ts';
import { DAYS, frameOf } from '../../support/filings.ts';
import type { FactRow } from '../../support/filings.ts';

const CIK = 7;

const bookOf = (rows: readonly FactRow[]): FactsBook => new FactsBook(rows.map((row) => frameOf('NetIncomeLoss', CIK, [row])));

/** Twelve months as of a day from net income rows, given in one frame each: their order must not matter. */
function twelveMonths(rows: readonly FactRow[], asOf = '2026-08-15', oldest = '2025-12-01'): CompanyFigure {
  return trailingTwelveMonths(bookOf(rows).factsOf(CIK, 'NetIncomeLoss'), { from: dayNumber(oldest), to: dayNumber(asOf) });
}

const short = (figure: CompanyFigure): string =>
  figure.kind === 'known'
    ? `${figure.value} ${figure.start} ${figure.end}`
    : `missing ${figure.reason}${figure.expectedEnd === null ? '' : ` ${figure.expectedEnd}`}`;

const { y2025, q1_2025, q2_2025, q3_2025, q4_2025, q1_2026, q2_2026 } = DAYS;

describe('the last twelve months', () => {
  it('are the year when it ended last', () => {
    expect(short(twelveMonths([[...y2025, 100], [...q1_2025, 20]]))).toBe('100 2025-01-01 2025-12-31');
  });

  it('are the year less its first quarters plus the same ones of the year after', () => {
    // 100 − (20 + 30) + (25 + 40) = 115
    const rows: FactRow[] = [[...y2025, 100], [...q1_2025, 20], [...q2_2025, 30], [...q3_2025, 10], [...q1_2026, 25], [...q2_2026, 40]];
    expect(short(twelveMonths(rows))).toBe('115 2025-07-01 2026-06-30');
  });

  it('need no quarter beyond those that they replace', () => {
    // 100 − 20 + 25 = 105; the second and third quarter of 2025 are not needed.
    expect(short(twelveMonths([[...y2025, 100], [...q1_2025, 20], [...q1_2026, 25]]))).toBe('105 2025-04-01 2026-03-31');
  });

  it('are four quarters where all were filed one by one, the fourth among them', () => {
    // 30 + 10 + 45 + 25 = 110; no year is there to take anything off.
    expect(short(twelveMonths([[...q2_2025, 30], [...q3_2025, 10], [...q4_2025, 45], [...q1_2026, 25]]))).toBe('110 2025-04-01 2026-03-31');
  });

  it('take the fourth quarter as it was filed, even when it is not the year less the other three', () => {
    // 30 + 10 + 45 + 25 = 110 and not 100 − 20 + 25 = 105: the quarters were restated, the year was not yet.
    const rows: FactRow[] = [[...y2025, 100], [...q1_2025, 20], [...q2_2025, 30], [...q3_2025, 10], [...q4_2025, 45], [...q1_2026, 25]];
    expect(short(twelveMonths(rows))).toBe('110 2025-04-01 2026-03-31');
  });

  it('turn to a loss and back by their quarters alone', () => {
    // −40 − (−50) + 20 = 30
    expect(short(twelveMonths([[...y2025, -40], [...q1_2025, -50], [...q1_2026, 20]]))).toBe('30 2025-04-01 2026-03-31');
  });
});

describe('what went into twelve months', () => {
  const behind = (rows: readonly FactRow[]): string => {
    const facts = bookOf(rows).factsOf(CIK, 'NetIncomeLoss');
    const figure = twelveMonths(rows);
    if (figure.kind === 'missing') return figure.reason;
    const { added, taken } = factsBehind(figure, facts);
    const listed = (sign: string, some: typeof added): string[] => some.map(({ value, end }) => `${sign}${value} to ${end}`);
    return [figure.route, ...listed('+', added), ...listed('-', taken)].join(', ');
  };

  it.each<[rows: FactRow[], expected: string]>([
    [[[...y2025, 100], [...q1_2025, 20]], 'as-reported, +100 to 2025-12-31'],
    [
      [[...q2_2025, 30], [...q4_2025, 45], [...q3_2025, 10], [...q1_2026, 25]],
      'four-quarters, +30 to 2025-06-30, +10 to 2025-09-30, +45 to 2025-12-31, +25 to 2026-03-31',
    ],
    [
      [[...y2025, 100], [...q2_2026, 40], [...q1_2025, 20], [...q2_2025, 30], [...q1_2026, 25]],
      'year-and-quarters, +100 to 2025-12-31, +25 to 2026-03-31, +40 to 2026-06-30, -20 to 2025-03-31, -30 to 2025-06-30',
    ],
  ])('%j', (rows, expected) => {
    expect(behind(rows)).toBe(expected);
  });
});

describe('fiscal years', () => {
  it('may end in June', () => {
    // Year to June 2025: 80. 80 − (15 + 25 + 20) + (18 + 22 + 30) = 90, the twelve months to March 2026.
    const rows: FactRow[] = [
      ['2024-07-01', '2025-06-30', 80],
      ['2024-07-01', '2024-09-30', 15],
      ['2024-10-01', '2024-12-31', 25],
      ['2025-01-01', '2025-03-31', 20],
      ['2025-07-01', '2025-09-30', 18],
      ['2025-10-01', '2025-12-31', 22],
      ['2026-01-01', '2026-03-31', 30],
    ];
    expect(short(twelveMonths(rows))).toBe('90 2025-04-01 2026-03-31');
  });

  it('may have 52 or 53 weeks', () => {
    // Retailers: the year to 31 January 2026 has 52 weeks after one of 53. 200 − 40 + 44 = 204.
    const rows: FactRow[] = [
      ['2025-02-02', '2026-01-31', 200],
      ['2025-02-02', '2025-05-03', 40],
      ['2026-02-01', '2026-05-02', 44],
    ];
    expect(short(twelveMonths(rows))).toBe('204 2025-05-04 2026-05-02');
  });

  it('may be cut into 12, 12, 12 and 16 weeks', () => {
    // Costco's year to 31 August 2025: 80 = 15 + 17 + 18 + 30. 80 − 15 + 16 = 81.
    const rows: FactRow[] = [
      ['2024-09-02', '2025-08-31', 80],
      ['2024-09-02', '2024-11-24', 15],
      ['2025-09-01', '2025-11-23', 16],
      ['2025-05-12', '2025-08-31', 30],
    ];
    expect(short(twelveMonths(rows, '2026-03-01', '2025-08-01'))).toBe('81 2024-11-25 2025-11-23');
  });

  it('that change leave four quarters in a row', () => {
    // From June to December: the half-year in between is a transition period and no year.
    const rows: FactRow[] = [
      ['2024-07-01', '2025-06-30', 80],
      ['2025-07-01', '2025-12-31', 50],
      ['2025-07-01', '2025-09-30', 20],
      ['2025-10-01', '2025-12-31', 30],
      ['2025-04-01', '2025-06-30', 12],
      ['2026-01-01', '2026-03-31', 25],
    ];
    expect(short(twelveMonths(rows))).toBe('87 2025-04-01 2026-03-31');
  });
});

describe('what is not there', () => {
  it('is never guessed: the quarter of the year before is missing', () => {
    const rows: FactRow[] = [[...y2025, 100], [...q1_2026, 25]];
    // The year itself still stands while it is new enough, and no longer.
    expect(short(twelveMonths(rows))).toBe('100 2025-01-01 2025-12-31');
    expect(short(twelveMonths(rows, '2026-08-15', '2026-02-01'))).toBe('missing quarter-missing 2025-12-31');
  });

  it('is named by the day on which it should have ended', () => {
    const rows: FactRow[] = [[...q3_2025, 10], [...q1_2026, 25], [...q2_2026, 40]];
    expect(short(twelveMonths(rows))).toBe('missing quarter-missing 2025-12-31');
  });

  it.each<[what: string, rows: readonly FactRow[], expected: string]>([
    ['nothing was filed', [], 'missing not-filed'],
    ['all of it is for later days', [['2026-07-01', '2026-09-30', 40]], 'missing not-filed'],
    ['the newest is too old', [['2023-01-01', '2023-12-31', 90]], 'missing stale'],
    ['a half-year is no quarter', [['2026-01-01', '2026-06-30', 65]], 'missing stale'],
  ])('says why: %s', (_what, rows, expected) => {
    expect(short(twelveMonths(rows))).toBe(expected);
  });

  it('does not take a year that the quarters do not belong to', () => {
    // The year ends in September; the quarters are the calendar's. 13 days between are 3 too many.
    const rows: FactRow[] = [
      ['2024-12-18', '2025-12-18', 100],
      ['2024-12-18', '2025-03-18', 20],
      [...q1_2026, 25],
    ];
    expect(short(twelveMonths(rows, '2026-08-15', '2026-01-01'))).toBe('missing quarter-missing 2025-12-31');
  });

  it('does not look past the day', () => {
    const rows: FactRow[] = [[...y2025, 100], [...q1_2025, 20], [...q1_2026, 25]];
    expect(short(twelveMonths(rows, '2026-03-30'))).toBe('100 2025-01-01 2025-12-31');
  });
});

describe('restatements', () => {
  const later = '0000000001-27-000001';

  it('the later filing wins, in whatever order they come', () => {
    const original: FactRow = [...y2025, 100, '0000000001-26-000009'];
    const restated: FactRow = [...y2025, 90, later];
    expect(short(twelveMonths([original, restated]))).toBe('90 2025-01-01 2025-12-31');
    expect(short(twelveMonths([restated, original]))).toBe('90 2025-01-01 2025-12-31');
  });

  it('two filings that nothing puts in order are a conflict, unless they agree or a later one settles it', () => {
    const own: FactRow = [...y2025, 100, '0000000001-26-000009'];
    const agent: FactRow = [...y2025, 90, '0000000002-26-000003'];
    expect(short(twelveMonths([own, agent]))).toBe('missing conflicting');
    expect(short(twelveMonths([own, [...y2025, 100, '0000000002-26-000003']]))).toBe('100 2025-01-01 2025-12-31');
    expect(short(twelveMonths([own, agent, [...y2025, 95, later]]))).toBe('95 2025-01-01 2025-12-31');
  });

  it.each([
    ['0000320193-26-000012', '0000320193-26-000009', 1],
    ['0000320193-25-000120', '0000320193-26-000009', -1],
    ['0000320193-99-000001', '0000320193-01-000001', -1],
    ['0000320193-26-000012', '0001193125-25-000009', 1],
    ['0000320193-26-000012', '0000320193-26-000012', 0],
    ['0000320193-26-000012', '0001193125-26-000009', null],
    ['no number', '0001193125-26-000009', null],
  ])('%s and %s are in order', (a, b, sign) => {
    const order = filingOrder(a, b);
    expect(order === null ? null : Math.sign(order)).toBe(sign);
  });
});

describe('facts that are none', () => {
  it.each([
    ['a value that is no number', [...y2025, Number.NaN]],
    ['a day that is none', ['2025-13-01', '2025-12-31', 100]],
    ['an end before the start', ['2025-12-31', '2025-01-01', 100]],
  ] as const)('%s is left out', (_what, row) => {
    expect(short(twelveMonths([row]))).toBe('missing not-filed');
  });
});

describe('any company', () => {
  /** Eight quarters of 13 weeks each from a day on; the years are the first and the last four. */
  const quarterlies = fc.record({
    start: fc.integer({ min: 0, max: 364 }),
    values: fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 8, maxLength: 8 }),
    /** Quarters filed after the first year. */
    filed: fc.integer({ min: 0, max: 3 }),
    seed: fc.integer(),
  });

  it('has earned in twelve months what its last four quarters come to', () => {
    fc.assert(
      fc.property(quarterlies, ({ start, values, filed, seed }) => {
        const first = addDays('2024-01-01', start);
        const day = (quarter: number): string => addDays(first, quarter * 91);
        const last = (quarter: number): string => addDays(first, quarter * 91 + 90);
        const year = values.slice(0, 4).reduce((sum, value) => sum + value, 0);
        const rows: FactRow[] = [[day(0), last(3), year]];
        for (const quarter of [0, 1, 2]) rows.push([day(quarter), last(quarter), values[quarter] ?? 0]);
        for (let quarter = 4; quarter < 4 + filed; quarter += 1) rows.push([day(quarter), last(quarter), values[quarter] ?? 0]);
        // Any order.
        rows.sort((a, b) => ((dayNumber(a[1]) * 7919 + seed) % 13) - ((dayNumber(b[1]) * 7919 + seed) % 13));
        const figure = twelveMonths(rows, '2027-01-01', '2024-01-01');
        const expected = values.slice(filed, filed + 4).reduce((sum, value) => sum + value, 0);
        expect(figure).toMatchObject({ kind: 'known', value: expected, start: day(filed), end: last(filed + 3) });
      }),
    );
  });
});
