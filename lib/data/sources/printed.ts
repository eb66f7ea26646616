/** Numbers and days as files print them for people, and counts as a summary prints them. */
import { format, isValid, parse } from 'date-fns';
import { isDay } from '../../market/calendar.ts';

/** Ways of printing "there is none". */
const NONE = new Set(['', '-', '--', '—', '–', '.', 'n/a', 'na', 'null']);

/** True for a cell that says that there is no figure: empty, "-" (CSV of iShares), "--" (its workbook), "." (FRED). */
export function isNone(text: string): boolean {
  return NONE.has(text.trim().toLowerCase());
}

const PLAIN = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$|^\.\d+$/;
const SCIENTIFIC = /^\d+(?:\.\d+)?e[+-]?\d{1,3}$/i;

/**
 * A number as printed in the United States: "1,532,594,919.50", "-0.02", "(1,200)" for a negative one, "1.5E+9". One unit
 * before or behind it may be allowed.
 *
 * @returns null for anything else, a decimal comma and a cell without a figure included.
 */
export function numberOf(text: string, unit: '' | '$' | '%' | 'x' = ''): number | null {
  let digits = text.trim().replace('\u2212', '-');
  const bracketed = /^\((.+)\)$/.exec(digits)?.[1];
  const isNegative = bracketed !== undefined || digits.startsWith('-');
  digits = bracketed ?? digits.replace(/^[+-]/, '');
  if (unit === '$') digits = digits.replace(/^\$/, '');
  else if (unit !== '' && digits.toLowerCase().endsWith(unit)) digits = digits.slice(0, -1).trimEnd();
  if (!PLAIN.test(digits) && !SCIENTIFIC.test(digits)) return null;
  const size = Number(digits.replaceAll(',', ''));
  if (!Number.isFinite(size)) return null;
  return isNegative && size !== 0 ? -size : size;
}

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, k: 1e3, m: 1e6, b: 1e9, t: 1e12 };

/**
 * An amount of US dollars as printed for people, in whole dollars: "$1.8 trillion", "$850.1 million", "$1,234".
 *
 * @returns null for anything else.
 */
export function moneyOf(text: string): number | null {
  const [, amount = text, scale = ''] = /^(.*?\d)\s*(thousand|million|billion|trillion|[kmbt])$/i.exec(text.trim()) ?? [];
  const number = numberOf(amount, '$');
  return number === null ? null : number * (SCALES[scale.toLowerCase()] ?? 1);
}

/** Ways of printing a day beside `YYYY-MM-DD`, in the language of date-fns, with the shape that a text must have for each. */
const DAY_FORMATS: readonly (readonly [RegExp, string])[] = [
  // "May 05, 2026" (iShares, United States)
  [/^[A-Z][a-z]{2} \d{1,2}, \d{4}$/, 'MMM d, yyyy'],
  // "September 5, 2025"
  [/^[A-Z][a-z]{3,8} \d{1,2}, \d{4}$/, 'MMMM d, yyyy'],
  // "05/05/2026" (Invesco): the month stands first
  [/^\d{1,2}\/\d{1,2}\/\d{4}$/, 'M/d/yyyy'],
  // "20261007" (the iShares API)
  [/^\d{8}$/, 'yyyyMMdd'],
  // "05-May-2026" (iShares workbook, SSGA)
  [/^\d{1,2}-[A-Z][a-z]{2}-\d{4}$/, 'd-MMM-yyyy'],
  // "29/Jul/2026" (iShares outside the United States)
  [/^\d{1,2}\/[A-Z][a-z]{2}\/\d{4}$/, 'd/MMM/yyyy'],
];

/** A moment whose day is the one printed, whatever its offset: "2026-06-30T00:00:00-04:00" (Vanguard). */
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}/;

/**
 * A day as printed, as `YYYY-MM-DD`: "May 05, 2026", "05/05/2026" (month first), "20261007", "05-May-2026", "29/Jul/2026",
 * "2026-06-30T00:00:00-04:00".
 *
 * @returns null for anything else, and for days that the calendar does not have.
 */
export function dayOf(printed: string | number): string | null {
  const text = String(printed).trim();
  const day = MOMENT.exec(text)?.[1] ?? text;
  if (isDay(day)) return day;
  const pattern = DAY_FORMATS.find(([shape]) => shape.test(text))?.[1];
  if (pattern === undefined) return null;
  const date = parse(text, pattern, new Date(2000, 0, 1));
  const read = isValid(date) ? format(date, 'yyyy-MM-dd') : '';
  return isDay(read) ? read : null;
}

/** "1,924 holdings", "1 holding", for summaries. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
