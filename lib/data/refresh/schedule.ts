/** When a source is asked again: by its schedule after a success, later and later after failures. */
import type { SourceFailure } from '../../market/source-failure.ts';
import type { SourceSpec } from '../sources/source.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Months in which most companies report: new figures arrive every day. February counts from its middle. */
const REPORTING_MONTHS: ReadonlySet<number> = new Set([3, 5, 8, 11]);

function daysBetweenAsks(every: SourceSpec['schedule']['every'], now: number): number {
  if (every === 'day') return 1;
  if (every === 'week') return 7;
  const date = new Date(now);
  const month = date.getUTCMonth() + 1;
  return REPORTING_MONTHS.has(month) || (month === 2 && date.getUTCDate() >= 15) ? 1 : 7;
}

/**
 * When a part that was up to date at `checkedAt` is due: the first time of day at which new data are out, a day or a week
 * on. Milliseconds. A part from a time that is still to come (the clock was set back since) is due at once.
 */
export function dueAt({ every, notBefore }: SourceSpec['schedule'], checkedAt: number, now: number): number {
  if (checkedAt > now) return now;
  const [hours = 0, minutes = 0] = notBefore.split(':').map(Number);
  const earliest = checkedAt + (daysBetweenAsks(every, now) - 1) * DAY;
  const sameDay = Math.floor(earliest / DAY) * DAY + hours * HOUR + minutes * MINUTE;
  return sameDay > earliest ? sameDay : sameDay + DAY;
}

const FIRST_DELAY = 5 * MINUTE;
const LONGEST_DELAY = 6 * HOUR;
/** Shortest rest after "too many requests" without a time of its own. */
const TOO_MANY_DELAY = 15 * MINUTE;
/** A host that turns programs away is left alone for the day. */
const BAN_DELAY = DAY;
/** An answer that cannot be used will hardly be another one in five minutes. */
const WRONG_ANSWER_DELAY = HOUR;

/**
 * How long to leave a source or host alone after so many failures in a row: doubled each time up to six hours, spread
 * by half to either side so that not everybody comes back at once; never shorter than the server asked for.
 *
 * @param chance from 0 to 1
 */
export function delayAfter(failure: SourceFailure, retryAfterMs: number | null, failures: number, chance: number): number {
  if (failure.code === 'banned') return Math.max(BAN_DELAY, retryAfterMs ?? 0);
  const first = FIRST_DELAYS[failure.code] ?? FIRST_DELAY;
  const grown = Math.min(first * 2 ** Math.max(0, failures - 1), Math.max(first, LONGEST_DELAY));
  const spread = grown * (0.5 + chance);
  // Spread upwards only: the time that a server names is its least.
  return Math.max(spread, failure.code === 'too-many' ? TOO_MANY_DELAY : 0, retryAfterMs === null ? 0 : retryAfterMs + chance * MINUTE);
}

const FIRST_DELAYS: Partial<Record<SourceFailure['code'], number>> = {
  'too-many': 2 * TOO_MANY_DELAY,
  'not-found': WRONG_ANSWER_DELAY,
  refused: WRONG_ANSWER_DELAY,
  redirected: WRONG_ANSWER_DELAY,
  format: WRONG_ANSWER_DELAY,
  implausible: WRONG_ANSWER_DELAY,
  'too-large': WRONG_ANSWER_DELAY,
  'disk-full': WRONG_ANSWER_DELAY,
};

/**
 * A time to come that was stored at `setAt`, as it counts now. After the clock was set back it would lie too far away:
 * it then keeps its distance from now instead.
 */
export function standing(notBefore: number, setAt: number, now: number): number {
  return now >= setAt ? notBefore : now + Math.max(0, notBefore - setAt);
}
