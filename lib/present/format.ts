import type { ClaimValue, DraftClaim, Qualifier } from '../detect/detection.ts';
import type { Unit } from '../market/metric.ts';
import { parseStreak } from '../market/streak.ts';
import { counted, listed } from './counted.ts';
import { formatDate, formatMonth, formatQuarter, formatYear, monthName, parseDay } from './dates.ts';
import { fill } from './fill.ts';
import { ENGLISH, type Language } from './language.ts';
import { wordFor, wordOf } from './word-of.ts';

export interface FigureOptions {
  readonly language?: Language;
  /** Exactly so many decimals (of the scaled figure for dollars); without it at most two, and none that are zero. */
  readonly decimals?: number;
  /** A plus sign before positive figures. */
  readonly signed?: boolean;
  /** "8.3 pp" in place of "8.3 percentage points". */
  readonly short?: boolean;
}

const formats = new Map<string, Intl.NumberFormat>();

/** A number as the reader's locale writes it, with a true minus sign (U+2212). */
function written(value: number, { locale }: Language, how: Intl.NumberFormatOptions): string {
  const key = `${locale} ${Object.values(how).join(' ')}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, how);
    formats.set(key, format);
  }
  return format.format(value).replace('-', '−');
}

/** Decimals and sign, in one order, so that like options give like keys. */
function howToWrite({ decimals, signed = false }: FigureOptions): Intl.NumberFormatOptions {
  return {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 2,
    signDisplay: signed ? 'exceptZero' : 'negative',
  };
}

/** A plain number with thousands separators. */
export function formatNumber(value: number, options: FigureOptions & { readonly grouping?: boolean } = {}): string {
  const { language = ENGLISH, grouping = true } = options;
  return written(value, language, { ...howToWrite(options), useGrouping: grouping });
}

/** "12.7%", "12,7 %": a number that is already in percent. */
export function formatPercent(value: number, options: FigureOptions = {}): string {
  return written(value, options.language ?? ENGLISH, { ...howToWrite(options), style: 'unit', unit: 'percent' });
}

/** One figure in its unit: "17.4", "12.7%", "8.3 percentage points", "$22.7 billion", "1,924", "1984". */
export function formatFigure(value: number, unit: Unit, options: FigureOptions = {}): string {
  const { language = ENGLISH } = options;
  const { figures } = language.words;
  switch (unit) {
    case '%':
      return formatPercent(value, options);
    case 'pp': {
      const n = formatNumber(value, options);
      return options.short ? fill(figures.pp, { n }) : counted(figures.percentagePoints, Math.abs(value), language, n);
    }
    case 'USD':
      return formatDollars(value, options);
    case 'points':
      return fill(figures.points, { n: formatNumber(value, options) });
    case 'year':
      return formatNumber(value, { ...options, grouping: false });
    case 'x':
    case 'count':
    case 'schedule':
    case 'flag':
      return formatNumber(value, options);
  }
}

const SCALES = [1e12, 1e9, 1e6] as const;

/** The scale a dollar figure is written in by English prose, from its size: 1, a million, a billion or a trillion. */
export function dollarScale(value: number): number {
  return SCALES.find((scale) => Math.abs(value) >= scale) ?? 1;
}

/**
 * "$22.7 billion", "227亿美元": scaled as the language counts, with the digits that English prose would give it, since
 * other languages scale by other powers of ten.
 */
function formatDollars(value: number, { language = ENGLISH, decimals, signed = false }: FigureOptions): string {
  const scale = dollarScale(value);
  const magnitude = Math.abs(value) / scale;
  const cents = scale === 1 && !Number.isInteger(value);
  const places = decimals ?? (cents ? 2 : undefined);
  const digits = places === undefined ? null : Math.trunc(Number(magnitude.toFixed(places))).toString().length + places;
  const n = written(magnitude * scale, language, {
    ...(digits === null || scale === 1 ? howToWrite({ decimals: places }) : { minimumSignificantDigits: digits, maximumSignificantDigits: digits }),
    ...(scale === 1 ? {} : { notation: 'compact', compactDisplay: 'long' }),
  });
  const sign = value < 0 ? '−' : signed && value > 0 ? '+' : '';
  return sign + fill(language.words.figures.dollars, { n });
}

/** An interval of figures: "17.4", "17.1 to 17.4", "over 30", "under 5". Null when both ends are open. */
export function formatInterval(low: number | null, high: number | null, unit: Unit, options: FigureOptions = {}): string | null {
  const { figures } = (options.language ?? ENGLISH).words;
  if (low !== null && high !== null) {
    const first = formatFigure(low, unit, options);
    const second = formatFigure(high, unit, options);
    return first === second ? first : fill(figures.range, { low: first, high: second });
  }
  if (low !== null) return fill(figures.above, { figure: formatFigure(low, unit, options) });
  if (high !== null) return fill(figures.below, { figure: formatFigure(high, unit, options) });
  return null;
}

/**
 * Decimals in which the article wrote a figure, from half a unit of its last digit; for dollars, of the scaled figure.
 * A figure in words (`halfUnit` 0) has as many as it needs, at most two.
 */
export function decimalsWritten(value: ClaimValue, unit: Unit): number | undefined {
  if (value.halfUnit <= 0) return undefined;
  const scale = unit === 'USD' ? dollarScale(Math.max(Math.abs(value.low), Math.abs(value.high))) : 1;
  const unitOfLastDigit = (2 * value.halfUnit) / scale;
  if (unitOfLastDigit >= 1) return 0;
  return Math.min(6, Math.round(-Math.log10(unitOfLastDigit)));
}

/** The qualifier with its figure: "more than 8%", "about 40%"; for rules "at least $30 million". */
export function formatQualified(qualifier: Qualifier, figure: string, isRule = false, { words }: Language = ENGLISH): string {
  return fill(wordOf(isRule ? words.qualifiedRule : words.qualified, qualifier), { figure });
}

/** `annual:June` as "once a year, in June"; a frequency that has no words is given back as written. */
export function formatSchedule(text: string, language: Language = ENGLISH): string {
  const { schedules, scheduleIn, lists } = language.words;
  const [name = '', named = ''] = text.split(':');
  const frequency = wordFor(schedules, name.trim().toLowerCase()) ?? name.trim();
  const months = named.split(/[,+/]/).map((month) => month.trim()).filter((month) => month !== '').map((month) => monthName(month, language));
  if (months.length === 0) return frequency;
  const last = months.length > 1 ? months.splice(-1) : [];
  return fill(scheduleIn, { frequency, months: listed([listed(months, lists.comma), ...last], lists.and) });
}

/** "yes" or "no" for a flag's text; other text as it stands. */
export function formatFlag(text: string, { words }: Language = ENGLISH): string {
  return text === 'true' ? words.figures.yes : text === 'false' ? words.figures.no : text;
}

/** A rule that is no number: a schedule, a flag, a day, or text as it stands. */
export function formatRuleText(text: string, unit: Unit, language: Language = ENGLISH): string {
  if (parseDay(text) !== null) return formatDate(text, language);
  return unit === 'flag' ? formatFlag(text, language) : unit === 'schedule' ? formatSchedule(text, language) : text;
}

/** What a `streak` claim says: "no calendar year ahead since 2020", "6 months up in a row". */
export function formatStreakClaim(value: ClaimValue, language: Language = ENGLISH): string {
  const form = parseStreak(value.text);
  if (!form) return value.text ?? formatNumber(value.low, { language, grouping: false });
  const { streaks } = language.words;
  const unit = streaks.units[form.unit];
  if (form.kind === 'record') {
    const what = unit[form.extreme];
    return form.since === null ? fill(streaks.ever, { what }) : fill(streaks.since, { what, since: namedPeriod(form.since, language) });
  }
  if (form.kind === 'run') {
    return fill(streaks.run[form.direction], { count: counted(unit.count, value.low, language, formatNumber(value.low, { language })) });
  }
  return fill(streaks.notSince[form.direction], { none: unit.none, since: formatYear(String(value.low), language) });
}

/** A year, month or quarter named by a code: `2020`, `month:2020-03`, `quarter:2020Q2`, `calendar:2020`. */
export function namedPeriod(code: string, language: Language = ENGLISH): string {
  const bare = code.replace(/^(?:calendar|month|quarter):/, '');
  const quarter = /^(\d{4})Q([1-4])$/.exec(bare);
  if (quarter) return formatQuarter(quarter[1] ?? bare, Number(quarter[2]), language);
  return /^\d{4}-\d{2}$/.test(bare) ? formatMonth(bare, language) : formatYear(bare, language);
}

/**
 * What the article says, in figures: "17", "more than 8 percentage points", "once a year, in June". With `directed`,
 * returns say their direction ("a fall of more than 25%", "a lead of 8 percentage points") so that a qualifier on a
 * negative figure reads right; without it they do so by "up", "down", "ahead", "behind".
 */
export function formatClaim(
  claim: Pick<DraftClaim, 'metric' | 'value' | 'unit' | 'qualifier'>,
  options: { readonly language?: Language; readonly directed?: boolean; readonly short?: boolean } = {},
): string {
  const { value, unit, qualifier, metric } = claim;
  const { language = ENGLISH, directed = false, short = false } = options;
  const { figures } = language.words;
  if (metric === 'streak') return formatStreakClaim(value, language);
  if (unit === 'flag' || unit === 'schedule') {
    return formatRuleText(value.text ?? String(value.low !== 0), unit, language);
  }
  const decimals = decimalsWritten(value, unit);
  const isReturn = metric === 'return' || metric === 'return_vs';
  const negative = isReturn && value.high <= 0 && value.low < 0;
  const [near, far] = negative ? [-value.high, -value.low] : [value.low, value.high];
  const figure = formatInterval(near, far, unit, { language, decimals, short }) ?? figures.unknown;
  const qualified = formatQualified(qualifier, figure, isRuleMetric(metric), language);
  if (!isReturn || (value.low < 0 && value.high > 0)) return qualified;
  const sides = SIDES[metric][directed ? 'directed' : 'adverbial'];
  return fill(figures[sides[negative ? 1 : 0]], { figure: qualified });
}

/** Words for a figure above zero and below it. */
const SIDES = {
  return: { directed: ['gain', 'fall'], adverbial: ['up', 'down'] },
  return_vs: { directed: ['lead', 'lag'], adverbial: ['ahead', 'behind'] },
} as const;

/** Thresholds in rules are exact, not hedges: "over" means "at least". */
export function isRuleMetric(metric: string): boolean {
  return metric.startsWith('eligibility_');
}
