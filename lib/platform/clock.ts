/** The only place that reads the time. Everything else is given a clock, or a day. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /**
   * The calendar day, `YYYY-MM-DD`: in New York, where the sessions of US exchanges are dated, or where the reader is.
   */
  today(where: 'new-york' | 'local'): string;
}

/** A clock on any source of milliseconds; the computer's own when none is given. */
export function createClock(now: () => number = Date.now): Clock {
  return {
    now,
    today: (where) => dayIn(now(), where === 'new-york' ? 'America/New_York' : undefined),
  };
}

/** The calendar day of an instant in a time zone (IANA name), the computer's own zone when it is left out. */
export function dayIn(milliseconds: number, timeZone: string | undefined): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}
