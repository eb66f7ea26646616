import type { Period } from '../detect/detection.ts';
import { formatDate, formatMonth } from './dates.ts';
import { counted } from './counted.ts';
import { fill } from './fill.ts';
import { formatNumber, namedPeriod } from './format.ts';
import { ENGLISH, type Language, type Words } from './language.ts';

export interface PeriodOptions {
  readonly language?: Language;
  /** Last day of a window that runs to the article's date, when it is known. */
  readonly until?: string | null;
  readonly annualized?: boolean;
}

/** Names of the words with the last day and without it. */
const RUNNING: Readonly<Record<string, readonly ['ytd' | 'mtd' | 'qtd' | 'dayOf', 'ytdOpen' | 'mtdOpen' | 'qtdOpen' | 'day']>> = {
  YTD: ['ytd', 'ytdOpen'],
  MTD: ['mtd', 'mtdOpen'],
  QTD: ['qtd', 'qtdOpen'],
  day: ['dayOf', 'day'],
};

/**
 * A period code in words: "this year to 16 January 2026", "calendar year 2020", "10 years, annualised". A code that is
 * not one of `Period` is given back as it stands.
 */
export function formatPeriod(period: Period, options: PeriodOptions = {}): string {
  const words = periodWords(period, options);
  return options.annualized ? fill((options.language ?? ENGLISH).words.reading.periodAnnualised, { period: words }) : words;
}

function periodWords(period: Period, { language = ENGLISH, until = null }: PeriodOptions): string {
  const { periods } = language.words;
  const running = RUNNING[period];
  if (running) return until === null ? periods[running[1]] : fill(periods[running[0]], { until: formatDate(until, language) });
  if (period === 'week') return periods.week;
  if (period === 'inception') return periods.inception;
  const length = /^(\d+)([DWMY])$/.exec(period);
  if (length) return counted(periods.n[length[2] as keyof Words['periods']['n']], Number(length[1]), language, formatNumber(Number(length[1]), { language }));
  const average = /^avg:(\d+)Y$/.exec(period);
  if (average) return fill(periods.average, { n: average[1] ?? '' });
  const [kind, rest = ''] = splitOnce(period, ':');
  switch (kind) {
    case 'since': {
      const date = namedDay(rest, language);
      return until === null
        ? fill(periods.since, { date })
        : fill(periods.sinceTo, { date, until: formatDate(until, language) });
    }
    case 'calendar':
      return fill(periods.calendar, { year: namedPeriod(rest, language) });
    case 'month':
    case 'quarter':
      return namedPeriod(rest, language);
    case 'range': {
      const years = /^(\d{4})-(\d{4})$/.exec(rest);
      const [from = '', to = ''] = years ? [years[1], years[2]] : splitOnce(rest, '..');
      return to === '' ? namedDay(from, language) : fill(periods.range, { from: namedDay(from, language), to: namedDay(to, language) });
    }
    default:
      return period;
  }
}

/** A day, month, quarter or year, whichever the text is. */
function namedDay(text: string, language: Language): string {
  if (/^\d{4}-\d{2}$/.test(text)) return formatMonth(text, language);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text, language) : namedPeriod(text, language);
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** "from 31 December 2025 to 16 January 2026". */
export function formatWindow(from: string, to: string, language: Language = ENGLISH): string {
  return fill(language.words.dates.fromTo, { from: formatDate(from, language), to: formatDate(to, language) });
}
