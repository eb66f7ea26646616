import {
  addDays,
  addMonths,
  addSessions,
  dayNumber,
  daysBetween,
  isDay,
  isTradingDay,
  lastDayOfMonth,
  lastSessionOfMonth,
  lastSessionOfYear,
  sessionOnOrBefore,
} from './calendar.ts';

/** Two closes between which a return is measured: of session `from` to that of session `to`. */
export interface DayWindow {
  readonly from: string;
  readonly to: string;
  /** Length for annualising: whole where the period says so, else calendar days over 365.25. */
  readonly years: number;
  /**
   * Whether this reading of the period is a likely one. To refute a claim every likely window must be on record and
   * every window on record must miss; to confirm it any window will do.
   */
  readonly likely: boolean;
}

/** Every reading of a period code; the first window is the plain one. */
export interface PeriodWindows {
  readonly windows: readonly DayWindow[];
  /** `closed`: fixed for good; `running`: began on a named day and goes on (YTD, since); `rolling`: a length back from a day. */
  readonly kind: 'closed' | 'running' | 'rolling';
  /** The start is only known to the year or month, so a figure must be far off before it can be called wrong. */
  readonly vague: boolean;
}

/** What the article says of time beside the period itself. */
export interface PeriodContext {
  /** Day of publication; null when the page has none. */
  readonly published: string | null;
  /** A date stated with the figure, as first and last day. */
  readonly stated: { readonly from: string; readonly to: string } | null;
}

/** Why there is no window: the article's date is missing, or the code names no days. */
export type NoWindow = 'no-date' | 'unclear';

/**
 * The windows that a period code may mean.
 *
 * Named calendar windows have one reading. A window that ends "now" ends at the close of the article's day or of the
 * session before or after (VERDICTS 16); one of so many years or months may as well have been taken from a fact sheet and
 * end with the last month, quarter or year. "Since" and ranges count from the close on the day, or from the close before
 * it when the day opens a month; a year or month alone leaves both its ends open.
 */
export function windowsOf(period: string | null, context: PeriodContext): PeriodWindows | NoWindow {
  const code = period ?? periodOfDates(context.stated);
  if (code === null) return 'unclear';
  const [head = '', rest = ''] = splitOnce(code, ':');
  if (head === 'calendar' || head === 'month' || head === 'quarter') return namedWindow(head, rest, context);
  if (head === 'range') return rangeWindows(rest, context);
  const end = endOf(context);
  if (end === null) return /^(YTD|MTD|QTD|day|week|since|\d+[DWMY])/.test(code) ? 'no-date' : 'unclear';
  if (head === 'since') return withNamed(sinceWindows(rest, end), context);
  if (code === 'YTD' || code === 'MTD' || code === 'QTD') return toDateWindows(code, end);
  if (code === 'day') return sessionWindows(1, end);
  if (code === 'week') return weekWindows(end);
  const length = /^(\d{1,3})([DWMY])$/.exec(code);
  if (!length) return 'unclear';
  const [count, unit] = [Number(length[1]), length[2] as 'D' | 'W' | 'M' | 'Y'];
  return withForward(lengthWindows(count, unit, end), count, unit, context);
}

/** "Best year since 1999" said of 2023: where a named year, quarter or month stands beside "since", it may be the window. */
function withNamed(windows: PeriodWindows | NoWindow, context: PeriodContext): PeriodWindows | NoWindow {
  const named = periodOfDates(context.stated);
  if (typeof windows === 'string' || named === null || named === 'day') return windows;
  const alternative = windowsOf(named, { ...context, stated: null });
  return typeof alternative === 'string' ? windows : { ...windows, windows: [...windows.windows, ...alternative.windows] };
}

/** "The five sessions after 9 July", "ten years later": the day stated with a length may be its beginning. */
function withForward(
  windows: PeriodWindows,
  count: number,
  unit: 'D' | 'W' | 'M' | 'Y',
  context: PeriodContext,
): PeriodWindows {
  const { stated, published } = context;
  if (!stated) return windows;
  const from = sessionOnOrBefore(stated.to);
  const day =
    unit === 'D' ? addSessions(from, count) : unit === 'W' ? addDays(stated.to, 7 * count) : addMonths(stated.to, count * (unit === 'Y' ? 12 : 1));
  const to = isMonthEnd(stated.to) && (unit === 'M' || unit === 'Y') ? lastSessionOfMonth(day.slice(0, 7)) : sessionOnOrBefore(day);
  if (published !== null && to > published) return windows;
  return { ...windows, windows: [...windows.windows, window(from, to, true, unit === 'Y' ? count : undefined)] };
}

/** First and last day of a named period or range as plain dates, for dated observations; null for relative periods. */
export function datesOfPeriod(period: string | null): { from: string; to: string } | null {
  if (period === null) return null;
  const [head = '', rest = ''] = splitOnce(period, ':');
  if (head === 'calendar' || head === 'month' || head === 'quarter') return daysNamed(rest);
  if (head !== 'range') return null;
  const [a, b] = rangeEnds(rest);
  const from = daysNamed(a)?.from;
  const to = daysNamed(b)?.to;
  return from && to ? { from, to } : null;
}

/** First and last day of `YYYY`, `YYYYQn`, `YYYY-MM` or a full date between 1800 and 2199; null for anything else. */
export function daysNamed(text: string): { from: string; to: string } | null {
  if (!/^(?:1[89]|2[01])/.test(text)) return null;
  if (/^\d{4}$/.test(text)) return { from: `${text}-01-01`, to: `${text}-12-31` };
  const quarter = /^(\d{4})-?Q([1-4])$/.exec(text);
  if (quarter) {
    const last = Number(quarter[2]) * 3;
    return {
      from: `${quarter[1]}-${String(last - 2).padStart(2, '0')}-01`,
      to: lastDayOfMonth(`${quarter[1]}-${String(last).padStart(2, '0')}`),
    };
  }
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return { from: `${text}-01`, to: lastDayOfMonth(text) };
  return isDay(text) ? { from: text, to: text } : null;
}

/** The day a window ends on, and whether the article names it. */
interface End {
  readonly day: string;
  readonly named: boolean;
}

function endOf(context: PeriodContext): End | null {
  const { published, stated } = context;
  if (stated && (published === null || stated.to <= published)) return { day: stated.to, named: true };
  return published === null ? null : { day: published, named: false };
}

function periodOfDates(stated: PeriodContext['stated']): string | null {
  if (!stated) return null;
  if (stated.from === stated.to) return 'day';
  const month = stated.from.slice(0, 7);
  if (stated.from === `${month}-01` && stated.to === lastDayOfMonth(month)) return `month:${month}`;
  const year = stated.from.slice(0, 4);
  return stated.from === `${year}-01-01` && stated.to === `${year}-12-31` ? `calendar:${year}` : null;
}

function namedWindow(head: string, rest: string, context: PeriodContext): PeriodWindows | NoWindow {
  const days = daysNamed(rest);
  if (!days) return 'unclear';
  const from = sessionOnOrBefore(addDays(days.from, -1));
  const { published, stated } = context;
  // "down 26% in 2022 by the end of September": the stated date cuts the named year short.
  const cut = stated && stated.to < days.to && stated.to >= days.from && stated.from > days.from ? stated.to : null;
  if (cut) return { windows: [window(from, sessionOnOrBefore(cut))], kind: 'closed', vague: false };
  if (published !== null && published < days.from) return 'unclear';
  const last = sessionOnOrBefore(days.to);
  if (published !== null && published < last) {
    const unit = head === 'calendar' ? 'YTD' : head === 'month' ? 'MTD' : 'QTD';
    return toDateWindows(unit, { day: published, named: false });
  }
  const years = head === 'calendar' ? 1 : undefined;
  return { windows: [window(from, last, true, years)], kind: 'closed', vague: false };
}

function toDateWindows(code: 'YTD' | 'MTD' | 'QTD', end: End): PeriodWindows {
  const year = end.day.slice(0, 4);
  const month = Number(end.day.slice(5, 7));
  const firstMonth = code === 'YTD' ? 1 : code === 'MTD' ? month : month - ((month - 1) % 3);
  const from = sessionOnOrBefore(addDays(`${year}-${String(firstMonth).padStart(2, '0')}-01`, -1));
  const ends = endSessions(end).filter((one) => one.session > from);
  return { windows: ends.map((one) => window(from, one.session, one.likely)), kind: 'running', vague: false };
}

function sinceWindows(rest: string, end: End): PeriodWindows | NoWindow {
  const starts = startSessions(rest);
  if (!starts) return 'unclear';
  const windows = starts.sessions.flatMap((start) =>
    endSessions(end)
      .filter((one) => one.session > start.session)
      .map((one) => window(start.session, one.session, start.likely && one.likely)),
  );
  return windows.length === 0 ? 'unclear' : { windows, kind: 'running', vague: starts.vague };
}

function rangeWindows(rest: string, context: PeriodContext): PeriodWindows | NoWindow {
  const [a, b] = rangeEnds(rest);
  const starts = startSessions(a);
  const to = daysNamed(b)?.to;
  if (!starts || !to) return 'unclear';
  const { published } = context;
  const runsOn = published !== null && published < to;
  const ends = runsOn
    ? endSessions({ day: published, named: false })
    : [{ session: sessionOnOrBefore(to), likely: true }];
  const windows = starts.sessions.flatMap((start) =>
    ends.filter((end) => end.session > start.session).map((end) => window(start.session, end.session, start.likely && end.likely)),
  );
  return windows.length === 0 ? 'unclear' : { windows, kind: runsOn ? 'running' : 'closed', vague: false };
}

/** The closes that "since" or "from" may count from, the plainest first. */
function startSessions(
  text: string,
): { sessions: readonly { session: string; likely: boolean }[]; vague: boolean } | null {
  const days = daysNamed(text);
  if (!days) return null;
  const before = sessionOnOrBefore(addDays(days.from, -1));
  if (days.from === days.to) {
    const on = sessionOnOrBefore(days.from);
    const opensMonth = days.from.endsWith('-01');
    const sessions = opensMonth ? [before, on] : [on, before];
    return {
      sessions: unique(sessions).map((session, index) => ({ session, likely: index === 0 || opensMonth })),
      vague: false,
    };
  }
  const sessions = [{ session: before, likely: true }];
  for (let day = days.from; day <= days.to; day = addDays(lastDayOfMonth(day.slice(0, 7)), 1)) {
    const month = day.slice(0, 7);
    sessions.push({ session: lastSessionOfMonth(month), likely: lastDayOfMonth(month) === days.to });
  }
  return { sessions, vague: true };
}

function sessionWindows(count: number, end: End): PeriodWindows {
  const windows = endSessions(end).map((one) => window(addSessions(one.session, -count), one.session, one.likely));
  return { windows, kind: 'rolling', vague: false };
}

/** "The past five days" are sessions; "the past 30 days" may as well be days of the calendar. */
function dayWindows(count: number, end: End): PeriodWindows {
  const sessions = sessionWindows(count, end);
  if (count <= 5) return sessions;
  const calendar = endSessions(end).map((one) => window(sessionOnOrBefore(addDays(one.session, -count)), one.session, one.likely));
  return { ...sessions, windows: [...sessions.windows, ...calendar] };
}

/** From the last close of one week to that of the next, or five sessions back. */
function weekWindows(end: End): PeriodWindows {
  const weekday = (((dayNumber(end.day) + 4) % 7) + 7) % 7;
  // A named Friday ends its own week; an article of a Friday speaks of the week before or of the one that closes that day.
  const friday = addDays(end.day, weekday === 6 ? -1 : weekday === 0 ? -2 : weekday === 5 && end.named ? 0 : -(weekday + 2));
  const weekEnd = sessionOnOrBefore(friday);
  const full = window(sessionOnOrBefore(addDays(friday, -7)), weekEnd);
  const last = endSessions(end)
    .filter((one) => one.session > weekEnd)
    .flatMap((one) => [
      window(weekEnd, one.session, one.likely),
      window(addSessions(one.session, -5), one.session, one.likely),
    ]);
  return { windows: [full, ...last], kind: 'rolling', vague: false };
}

function lengthWindows(count: number, unit: 'D' | 'W' | 'M' | 'Y', end: End): PeriodWindows {
  if (unit === 'D') return dayWindows(count, end);
  const years = unit === 'Y' ? count : undefined;
  const back = (day: string): string => {
    if (unit === 'W') return sessionOnOrBefore(addDays(day, -7 * count));
    const start = addMonths(day, -count * (unit === 'Y' ? 12 : 1));
    // From month end to month end, whatever the months' lengths.
    return isMonthEnd(day) ? lastSessionOfMonth(start.slice(0, 7)) : sessionOnOrBefore(start);
  };
  const windows = endSessions(end).map((one) =>
    window(back(end.named || one.session === sessionOnOrBefore(end.day) ? end.day : one.session), one.session, one.likely, years),
  );
  if (!end.named && unit !== 'W') {
    for (const day of factSheetEnds(end.day, unit === 'Y' ? 12 : count)) windows.push(window(back(day), sessionOnOrBefore(day), false, years));
  }
  return { windows, kind: 'rolling', vague: false };
}

/** Ends of the last full month, and for lengths that fit them of the last full quarter and year: the days that fact sheets report to. */
function factSheetEnds(day: string, months: number): string[] {
  const monthEnd = addDays(`${day.slice(0, 7)}-01`, -1);
  const month = Number(day.slice(5, 7));
  const quarterEnd = addDays(`${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`, -1);
  return unique([monthEnd, ...(months >= 3 ? [quarterEnd] : []), ...(months >= 12 ? [`${Number(day.slice(0, 4)) - 1}-12-31`] : [])]);
}

/** A named day's own session; for the article's day also its neighbours, of which the one before is as likely. */
function endSessions(end: End): { session: string; likely: boolean }[] {
  const session = sessionOnOrBefore(end.day);
  if (end.named) return [{ session, likely: true }];
  const isSession = isTradingDay(end.day);
  return [
    { session, likely: true },
    // On a day without trading, the last close is the only "now"; the one before it remains possible.
    { session: addSessions(session, -1), likely: isSession },
    { session: addSessions(session, 1), likely: false },
  ];
}

function window(from: string, to: string, likely = true, years?: number): DayWindow {
  return { from, to, likely, years: years ?? daysBetween(from, to) / 365.25 };
}

function rangeEnds(rest: string): [string, string] {
  const [a, b] = splitOnce(rest, '..');
  if (b !== '') return [a, b];
  const years = /^(\d{4})-(\d{4})$/.exec(rest);
  return years ? [years[1] ?? '', years[2] ?? ''] : ['', ''];
}

function isMonthEnd(day: string): boolean {
  return day === lastDayOfMonth(day.slice(0, 7)) || day === lastSessionOfMonth(day.slice(0, 7));
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}

/** The last session of the year before the one that `day` lies in: where a year to date begins. */
export function yearStart(day: string): string {
  return lastSessionOfYear(Number(day.slice(0, 4)) - 1);
}
