/**
 * Sessions of the New York stock exchanges, by rule. Dates are `YYYY-MM-DD` and carry no time zone.
 *
 * Holds for 1985 to 2030: weekends, the holidays as the exchange observes them, and the days on which it stayed shut for
 * other reasons. Before 1985 only today's rules are applied, so a day may be taken for a session that was none; callers
 * then find no close on it and abstain. Source: NYSE holiday calendars and its list of historical closings.
 */

const DAY = 86_400_000;

/** Closings outside the rules: storms, attacks, funerals of presidents. */
const SPECIAL_CLOSINGS: ReadonlySet<string> = new Set([
  '1985-09-27', // hurricane Gloria
  '1994-04-27', // President Nixon
  '2001-09-11',
  '2001-09-12',
  '2001-09-13',
  '2001-09-14',
  '2004-06-11', // President Reagan
  '2007-01-02', // President Ford
  '2012-10-29', // hurricane Sandy
  '2012-10-30',
  '2018-12-05', // President G. H. W. Bush
  '2025-01-09', // President Carter
]);

/** Days since 1970-01-01. NaN for a text that is no date. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** Whether the text is a day, written `YYYY-MM-DD`, of the centuries in which New York had or may have a market. */
export function isDay(text: string): boolean {
  const day = /^(?:1[89]|2[01])\d{2}-\d{2}-\d{2}$/.test(text) ? dayNumber(text) : Number.NaN;
  return !Number.isNaN(day) && dateOfDay(day) === text;
}

/** Writing a date out costs more than all else around it, and series and reports share their days. */
const datesByDay = new Map<number, string>();

/** The date of a day number. */
export function dateOfDay(day: number): string {
  const known = datesByDay.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  datesByDay.set(day, date);
  return date;
}

/** The date so many calendar days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The same day of the month so many months later (earlier when negative); the month's last day when it has no such day,
 * as 31 March plus one month is 30 April.
 */
export function addMonths(date: string, months: number): string {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
  const last = lastDayOfMonth(month);
  const wanted = `${month}-${date.slice(8, 10)}`;
  return wanted > last ? last : wanted;
}

/** Last calendar day of `YYYY-MM`. */
export function lastDayOfMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** Whether the exchange held a session on that day. */
export function isTradingDay(date: string): boolean {
  const weekday = weekdayOf(date);
  if (weekday === 0 || weekday === 6) return false;
  return !SPECIAL_CLOSINGS.has(date) && !holidaysOf(Number(date.slice(0, 4))).has(date);
}

/** The last session on or before the day. */
export function sessionOnOrBefore(date: string): string {
  let day = date;
  while (!isTradingDay(day)) day = addDays(day, -1);
  return day;
}

/** The first session on or after the day. */
export function sessionOnOrAfter(date: string): string {
  let day = date;
  while (!isTradingDay(day)) day = addDays(day, 1);
  return day;
}

/** The session `count` sessions after `date` (before it when negative), itself not counted. */
export function addSessions(date: string, count: number): string {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    day = addDays(day, step);
    day = step < 0 ? sessionOnOrBefore(day) : sessionOnOrAfter(day);
  }
  return day;
}

/** Last session of `YYYY-MM`. */
export function lastSessionOfMonth(month: string): string {
  return sessionOnOrBefore(lastDayOfMonth(month));
}

/** Last session of the year. */
export function lastSessionOfYear(year: number): string {
  return lastSessionOfMonth(`${year}-12`);
}

/** 0 for Sunday to 6 for Saturday. */
function weekdayOf(date: string): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

const holidayCache = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): ReadonlySet<string> {
  const known = holidayCache.get(year);
  if (known) return known;
  const days = new Set<string>();
  // A Saturday New Year's Day is not made up for: the Friday before closes the books of the year.
  const newYear = `${year}-01-01`;
  if (weekdayOf(newYear) === 0) days.add(`${year}-01-02`);
  else days.add(newYear);
  if (year >= 1998) days.add(nthWeekday(year, 1, 1, 3)); // Martin Luther King
  days.add(nthWeekday(year, 2, 1, 3)); // Washington's birthday
  days.add(addDays(easterSunday(year), -2)); // Good Friday
  days.add(lastMonday(year, 5)); // Memorial Day
  if (year >= 2022) days.add(observed(`${year}-06-19`)); // Juneteenth
  days.add(observed(`${year}-07-04`));
  days.add(nthWeekday(year, 9, 1, 1)); // Labor Day
  days.add(nthWeekday(year, 11, 4, 4)); // Thanksgiving
  days.add(observed(`${year}-12-25`));
  holidayCache.set(year, days);
  return days;
}

/** Saturday holidays are kept on the Friday, Sunday ones on the Monday. */
function observed(date: string): string {
  const weekday = weekdayOf(date);
  if (weekday === 6) return addDays(date, -1);
  return weekday === 0 ? addDays(date, 1) : date;
}

function nthWeekday(year: number, month: number, weekday: number, n: number): string {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7);
}

function lastMonday(year: number, month: number): string {
  const last = lastDayOfMonth(`${year}-${String(month).padStart(2, '0')}`);
  return addDays(last, -((weekdayOf(last) + 6) % 7));
}

/** Western Easter: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
