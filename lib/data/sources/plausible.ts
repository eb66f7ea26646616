/** What no file may say, whoever wrote it. */
import type { LevelSeries } from '../../market/observation.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { FaultPlace } from './source-format-error.ts';

/**
 * The day, when it is not later than today: a file from the future has a wrong date, or this computer has one, and either
 * way nothing may be judged by it.
 *
 * @throws {SourceFormatError} when it is later.
 */
export function notAfter(file: string, day: string, today: string, place: FaultPlace = {}): string {
  if (day > today) throw new SourceFormatError(file, `the date ${day} lies in the future (today is ${today})`, place);
  return day;
}

/**
 * How far a close may lie from the one before it, as a factor. No index or plain fund ever halved or doubled in a day: the
 * worst was −20.5% (S&P 500, 1987-10-19). Volatility did double: 17.31 to 37.32 on 2018-02-05 (Cboe).
 */
const LARGEST_STEP = 2;
const LARGEST_STEP_OF_VOLATILITY = 4;

/** No level that is asked for has ever been a tenth of this. */
const LARGEST_LEVEL = 10_000_000;

/**
 * Closes in ascending order that could be true: positive, of no absurd size, and none far from the one before it, as a
 * digit too many, a split that was not adjusted for, or a file cut short within a figure would be.
 *
 * @throws {SourceFormatError} with the day of the first that is not.
 */
export function plausibleCloses(
  file: string,
  points: LevelSeries['points'],
  kind: 'price' | 'volatility',
): LevelSeries['points'] {
  const largest = kind === 'price' ? LARGEST_STEP : LARGEST_STEP_OF_VOLATILITY;
  let before: number | null = null;
  for (const [day, level] of points) {
    if (!(level > 0 && level < LARGEST_LEVEL)) throw new SourceFormatError(file, `${level} on ${day} is no level`);
    if (before !== null && Math.max(level / before, before / level) > largest) {
      const step = `the close goes from ${before} to ${level} on ${day}`;
      throw new SourceFormatError(file, `${step}, more than ${largest} times as much or as little`);
    }
    before = level;
  }
  return points;
}
