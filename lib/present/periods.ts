import type { Period } from '../detect/detection.ts';
import { DEFAULT_LOCALE, formatDate, formatMonth } from './dates.ts';
import { counted, fill } from './fill.ts';
import { namedPeriod } from './format.ts';
import { ANNUALISED, DATES, PERIODS } from './words.ts';

export interface PeriodOptions {
  readonly locale?: string;
  /** Last day of a window that runs to the article's date, when it is known. */
  readonly until?: string | null;
  readonly annualized?: boolean;
}

const RUNNING: Readonly<Record<string, readonly [string, string]>> = {
  YTD: [PERIODS.ytd, PERIODS.ytdOpen],
  MTD: [PERIODS.mtd, PERIODS.mtdOpen],
  QTD: [PERIODS.qtd, PERIODS.qtdOpen],
  day: [PERIODS.dayOf, PERIODS.day],
};

/**
 * A period code in words: "this year to 16 January 2026", "calendar year 2020", "10 years, annualised". A code that is
 * not one of `Period` is given back as it stands.
 */
export function formatPeriod(period: Period, options: PeriodOptions = {}): string {
  const words = periodWords(period, options);
  return options.annualized ? `${words}, ${ANNUALISED}` : words;
}

function periodWords(period: Period, { locale = DEFAULT_LOCALE, until = null }: PeriodOptions): string {
  const running = RUNNING[period];
  if (running) return until === null ? running[1] : fill(running[0], { until: formatDate(until, locale) });
  if (period === 'week') return PERIODS.week;
  if (period === 'inception') return PERIODS.inception;
  const length = /^(\d+)([DWMY])$/.exec(period);
  if (length) return counted(PERIODS.n[length[2] as keyof typeof PERIODS.n], Number(length[1]));
  const average = /^avg:(\d+)Y$/.exec(period);
  if (average) return fill(PERIODS.average, { n: average[1] ?? '' });
  const [kind, rest = ''] = splitOnce(period, ':');
  switch (kind) {
    case 'since': {
      const date = namedDay(rest, locale);
      return until === null
        ? fill(PERIODS.since, { date })
        : fill(PERIODS.sinceTo, { date, until: formatDate(until, locale) });
    }
    case 'calendar':
      return fill(PERIODS.calendar, { year: rest });
    case 'month':
    case 'quarter':
      return namedPeriod(rest, locale);
    case 'range': {
      const years = /^(\d{4})-(\d{4})$/.exec(rest);
      const [from = '', to = ''] = years ? [years[1], years[2]] : splitOnce(rest, '..');
      return to === '' ? namedDay(from, locale) : fill(PERIODS.range, { from: namedDay(from, locale), to: namedDay(to, locale) });
    }
    default:
      return period;
  }
}

/** A day, month, quarter or year, whichever the text is. */
function namedDay(text: string, locale: string): string {
  if (/^\d{4}-\d{2}$/.test(text)) return formatMonth(text, locale);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text, locale) : namedPeriod(text, locale);
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** "from 31 December 2025 to 16 January 2026". */
export function formatWindow(from: string, to: string, locale: string = DEFAULT_LOCALE): string {
  return fill(DATES.fromTo, { from: formatDate(from, locale), to: formatDate(to, locale) });
}
