import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isTradingDay } from '../../../lib/market/calendar.ts';
import { datesOfPeriod, windowsOf } from '../../../lib/market/period.ts';
import type { PeriodContext, PeriodWindows } from '../../../lib/market/period.ts';

function windows(period: string | null, published: string | null, stated: PeriodContext['stated'] = null): PeriodWindows {
  const found = windowsOf(period, { published, stated });
  if (typeof found === 'string') throw new Error(`no window: ${found}`);
  return found;
}

const likely = (found: PeriodWindows): string[] => found.windows.filter((one) => one.likely).map(({ from, to }) => `${from}..${to}`);
const plain = (found: PeriodWindows): string => likely(found)[0] ?? '';

describe('the window of', () => {
  it.each([
    ['calendar:2023', '2024-01-08', '2022-12-30..2023-12-29'],
    ['quarter:2025Q3', '2025-10-02', '2025-06-30..2025-09-30'],
    ['month:2020-03', '2020-04-01', '2020-02-28..2020-03-31'],
    ['range:2015-12-31..2025-12-31', '2026-01-20', '2015-12-31..2025-12-31'],
    ['range:2026-01-01..2026-06-30', '2026-07-01', '2025-12-31..2026-06-30'],
  ])('%s is fixed, with one reading', (period, published, expected) => {
    const found = windows(period, published);
    expect(found.kind).toBe('closed');
    expect(plain(found)).toBe(expected);
  });

  it('a named window needs no date of publication', () => {
    expect(plain(windows('calendar:2023', null))).toBe('2022-12-30..2023-12-29');
  });

  it('a year to date begins at the last close of the year before and ends at or just before the article', () => {
    const found = windows('YTD', '2026-07-01');
    expect(found.kind).toBe('running');
    expect(likely(found)).toEqual(['2025-12-31..2026-07-01', '2025-12-31..2026-06-30']);
    expect(found.windows.some(({ to, likely: isLikely }) => to === '2026-07-02' && !isLikely)).toBe(true);
  });

  it('on a day without trading only the last close is "now"', () => {
    expect(likely(windows('YTD', '2026-07-05'))).toEqual(['2025-12-31..2026-07-02']);
  });

  it('the current year, named, is a year to date', () => {
    expect(windows('calendar:2026', '2026-07-01').kind).toBe('running');
    expect(plain(windows('calendar:2026', '2026-07-01'))).toBe('2025-12-31..2026-07-01');
  });

  it('a stated end cuts a year short', () => {
    const september = { from: '2022-09-01', to: '2022-09-30' };
    expect(likely(windows('YTD', '2022-10-03', september))).toEqual(['2021-12-31..2022-09-30']);
    expect(likely(windows('calendar:2022', '2022-10-03', september))).toEqual(['2021-12-31..2022-09-30']);
  });

  it('so many years end on the article, or on a fact sheet, or on the stated day', () => {
    const open = windows('10Y', '2026-01-14');
    expect(plain(open)).toBe('2016-01-14..2026-01-14');
    expect(open.windows.some(({ from, to, likely: isLikely }) => from === '2015-12-31' && to === '2025-12-31' && !isLikely)).toBe(true);
    const named = windows('10Y', '2026-01-14', { from: '2025-12-01', to: '2025-12-31' });
    expect(plain(named)).toBe('2015-12-31..2025-12-31');
    expect(named.windows[0]?.years).toBe(10);
  });

  it('so many days are sessions, and beyond a week as well days of the calendar', () => {
    expect(likely(windows('5D', '2026-01-14'))).toEqual(['2026-01-07..2026-01-14', '2026-01-06..2026-01-13']);
    expect(likely(windows('30D', '2026-01-14'))).toEqual(expect.arrayContaining(['2025-12-01..2026-01-14', '2025-12-15..2026-01-14']));
  });

  it('a stated day beside a length may be its beginning', () => {
    const found = windows('5D', '2024-07-17', { from: '2024-07-09', to: '2024-07-09' });
    expect(likely(found)).toEqual(['2024-07-01..2024-07-09', '2024-07-09..2024-07-16']);
  });

  it('since a day that opens a month counts from the close before or on it', () => {
    expect(likely(windows('since:2025-04-01', '2025-06-30', { from: '2025-06-30', to: '2025-06-30' }))).toEqual([
      '2025-03-31..2025-06-30',
      '2025-04-01..2025-06-30',
    ]);
    expect(plain(windows('since:2022-12-31', '2024-06-28'))).toBe('2022-12-30..2024-06-28');
  });

  it('since a year leaves its start open', () => {
    const found = windows('since:2020', '2024-06-29');
    expect(found.vague).toBe(true);
    expect(likely(found)).toEqual(['2019-12-31..2024-06-28', '2020-12-31..2024-06-28']);
  });

  it('a week runs from Friday to Friday once it is over', () => {
    expect(likely(windows('week', '2025-06-29'))).toEqual(['2025-06-20..2025-06-27']);
  });

  it('a day is one session', () => {
    expect(likely(windows('day', '2024-07-25', { from: '2024-07-24', to: '2024-07-24' }))).toEqual(['2024-07-23..2024-07-24']);
  });
});

describe('there is no window', () => {
  it.each(['YTD', '10Y', 'day', 'week', 'since:2023-01-01', '6M'])('for %s without a date', (period) => {
    expect(windowsOf(period, { published: null, stated: null })).toBe('no-date');
  });
  it.each(['avg:5Y', 'inception', 'calendar:next', 'range:..', 'since:spring', 'calendar:0000', '99999D'])('for %s', (period) => {
    expect(windowsOf(period, { published: '2026-01-20', stated: null })).toBe('unclear');
  });
  it('for nothing said', () => {
    expect(windowsOf(null, { published: '2026-01-20', stated: null })).toBe('unclear');
  });
  it('for a year still to come', () => {
    expect(windowsOf('calendar:2027', { published: '2026-01-20', stated: null })).toBe('unclear');
  });
});

describe('every window', () => {
  const day = fc.integer({ min: 0, max: 30 * 365 }).map((offset) => addDays('1995-01-02', offset));
  const code = fc.constantFrom('YTD', 'MTD', 'QTD', 'day', 'week', '3D', '2W', '6M', '1Y', '10Y', 'since:2001-03-15', 'calendar:1999', 'quarter:2008Q4');
  it('runs from one session to a later one', () => {
    fc.assert(
      fc.property(code, day, (period, published) => {
        const found = windowsOf(period, { published, stated: null });
        if (typeof found === 'string') return;
        for (const { from, to } of found.windows) {
          expect(isTradingDay(from) && isTradingDay(to)).toBe(true);
          expect(from < to).toBe(true);
        }
      }),
    );
  });
});

it('names the days of a period', () => {
  expect(datesOfPeriod('month:2025-04')).toEqual({ from: '2025-04-01', to: '2025-04-30' });
  expect(datesOfPeriod('quarter:2024Q4')).toEqual({ from: '2024-10-01', to: '2024-12-31' });
  expect(datesOfPeriod('range:2016-2025')).toEqual({ from: '2016-01-01', to: '2025-12-31' });
  expect(datesOfPeriod('YTD')).toBeNull();
});
