/** What no file may say, whoever wrote it. */
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
