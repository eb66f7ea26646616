/**
 * Days that articles name instead of dating them: elections, holidays, and the few events of markets that need no date.
 *
 * Sources: 3 U.S.C. § 1 (the Tuesday after the first Monday of November) and the Twentieth Amendment (20 January) for
 * elections and inaugurations; 5 U.S.C. § 6103 for holidays; closing levels of the S&P 500 for lows and peaks; the rest is
 * public record.
 */

/** Which day of its month: so many of a weekday (0 is Sunday; -1 the last), or a date. */
type YearlyDay = { readonly month: number } & ({ readonly weekday: number; readonly count: number } | { readonly day: number });

const YEARLY: Readonly<Record<string, YearlyDay>> = {
  'presidents day': { month: 2, weekday: 1, count: 3 },
  'memorial day': { month: 5, weekday: 1, count: -1 },
  'independence day': { month: 7, day: 4 },
  'labor day': { month: 9, weekday: 1, count: 1 },
  halloween: { month: 10, day: 31 },
  thanksgiving: { month: 11, weekday: 4, count: 4 },
  christmas: { month: 12, day: 25 },
};

const ONCE: Readonly<Record<string, string>> = {
  'black monday': '1987-10-19',
  'lehman collapse': '2008-09-15',
  'financial crisis low': '2009-03-09',
  'brexit vote': '2016-06-23',
  'pre-pandemic peak': '2020-02-19',
  'pandemic low': '2020-03-23',
  'invasion of ukraine': '2022-02-24',
  'chatgpt launch': '2022-11-30',
  'liberation day': '2025-04-02',
};

/** Everything that `dayOfEvent` knows. */
export const EVENTS: readonly string[] = ['election', 'inauguration', ...Object.keys(YEARLY), ...Object.keys(ONCE)];

/**
 * The day of the event that an article of that day speaks of: the last one before it, and for `year` the one of that year.
 * Null for an unknown event, for one that was still to come, and, without a day of publication or a year, for one that
 * returns.
 */
export function dayOfEvent(event: string, published: string | null, year: number | null = null): string | null {
  const once = ONCE[event];
  if (once !== undefined) return published === null || once <= published ? once : null;
  if (published === null && year === null) return null;
  const latest = year ?? Number(published!.slice(0, 4));
  for (let candidate = latest; candidate > latest - 5; candidate -= 1) {
    const day = dayIn(event, candidate);
    if (day !== null && (published === null || day <= published)) return day;
    if (year !== null) return null;
  }
  return null;
}

function dayIn(event: string, year: number): string | null {
  if (event === 'election') return year % 4 === 0 ? date(year, 11, nthWeekday(year, 11, 1, 1) + 1) : null;
  if (event === 'inauguration') return year % 4 === 1 ? date(year, 1, 20) : null;
  const rule = YEARLY[event];
  if (rule === undefined) return null;
  return date(year, rule.month, 'day' in rule ? rule.day : nthWeekday(year, rule.month, rule.weekday, rule.count));
}

/** Day of the month of the `count`th such weekday; -1 for the last. */
function nthWeekday(year: number, month: number, weekday: number, count: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const firstOne = 1 + ((weekday - first + 7) % 7);
  if (count > 0) return firstOne + 7 * (count - 1);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return firstOne + 7 * Math.floor((days - firstOne) / 7);
}

function date(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
