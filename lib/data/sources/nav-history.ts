/** From a fund's net asset values and distributions to level series. */
import { addMonths, lastSessionOfMonth } from '../../market/calendar.ts';
import type { LevelSeries } from '../../market/observation.ts';
import { SourceFormatError } from './source-format-error.ts';

/** One trading day of a fund's history. Days are `YYYY-MM-DD`; money in US dollars a share. */
export interface NavDay {
  readonly day: string;
  readonly nav: number;
  /** Paid to holders of the day before: the net asset value is without it from this day on. 0 for none. */
  readonly distribution: number;
  /** Shares outstanding; null where the file has none. */
  readonly shares: number | null;
}

export interface Distribution {
  /** Ex-day. */
  readonly day: string;
  readonly amount: number;
}

export interface MonthlyReturn {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly percent: number;
}

type Points = LevelSeries['points'];

/** No unleveraged fund of shares moved so far in a day; 19 October 1987 was 20 %. */
const MAX_MOVE = 0.3;
/** Ratios in which shares are split or put together. */
const SPLITS: readonly number[] = [3 / 2, 2, 3, 4, 5, 6, 8, 10, 15, 20];

/**
 * The history as closing levels, ascending: prices adjusted for splits, and levels with each distribution reinvested at the
 * net asset value of its ex-day.
 *
 * A split shows as a jump of the net asset value with the opposite jump of the shares outstanding; any other jump beyond
 * 30 % is refused.
 *
 * @param history In any order, two days at least.
 * @param further Distributions that another sheet states; they count on days for which the history itself has none.
 * @throws {SourceFormatError} when a day stands twice, a value is not positive, or a jump has no reason.
 */
export function navSeries(file: string, history: readonly NavDay[], further: readonly Distribution[]): { price: Points; total: Points } {
  const days = history.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const extra = new Map<string, number>();
  for (const { day, amount } of further) extra.set(day, (extra.get(day) ?? 0) + amount);
  const price: [string, number][] = [];
  const total: [string, number][] = [];
  let splits = 1;
  let level = 0;
  for (const [at, one] of days.entries()) {
    const { day, nav } = one;
    if (!(nav > 0)) throw new SourceFormatError(file, `the net asset value of ${day} is ${nav}; more than 0 was expected`);
    const before = days[at - 1];
    const paid = one.distribution === 0 ? (extra.get(day) ?? 0) : one.distribution;
    if (paid < 0 || paid > nav) throw new SourceFormatError(file, `a distribution of ${paid} on ${day} does not fit a net asset value of ${nav}`);
    if (before === undefined) {
      level = nav;
    } else {
      if (before.day === day) throw new SourceFormatError(file, `${day} stands twice`);
      const split = splitBetween(file, before, one, paid);
      splits *= split;
      level *= ((nav + paid) * split) / before.nav;
    }
    price.push([day, nav * splits]);
    total.push([day, level]);
  }
  // The last day's shares are those that are quoted today.
  return { price: price.map(([day, value]) => [day, value / splits] as const), total };
}

/** How many shares one of the day before has become: 1 but for splits. */
function splitBetween(file: string, before: NavDay, after: NavDay, paid: number): number {
  const move = (after.nav + paid) / before.nav;
  if (Math.abs(move - 1) <= MAX_MOVE) return 1;
  const shares = after.shares === null || before.shares === null || before.shares <= 0 ? null : after.shares / before.shares;
  for (const ratio of SPLITS.flatMap((one) => [one, 1 / one])) {
    const isMove = Math.abs(move * ratio - 1) <= 0.15;
    const isShares = shares !== null && Math.abs(shares / ratio - 1) <= 0.15;
    if (isMove && isShares) return ratio;
  }
  throw new SourceFormatError(file, `the net asset value goes from ${before.nav} on ${before.day} to ${after.nav} on ${after.day} without a split`);
}

/** Printed returns are rounded to 0.01; the months of the sample differ by 0.015 at most. */
const MAX_GAP = 0.1;

/**
 * Compares the months of a total series with those that the issuer prints.
 *
 * @throws {SourceFormatError} when a month differs by more than rounding: a distribution is missing then, or a split.
 */
export function refuseOtherReturns(file: string, total: Points, months: readonly MonthlyReturn[]): void {
  const levels = new Map(total);
  for (const { month, percent } of months) {
    const from = levels.get(lastSessionOfMonth(addMonths(`${month}-01`, -1).slice(0, 7)));
    const to = levels.get(lastSessionOfMonth(month));
    if (from === undefined || to === undefined) continue;
    const computed = (to / from - 1) * 100;
    if (Math.abs(computed - percent) > MAX_GAP) {
      throw new SourceFormatError(file, `${month} has a return of ${percent} %, but net asset values and distributions give ${computed.toFixed(2)} %`);
    }
  }
}
