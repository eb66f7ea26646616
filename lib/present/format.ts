import type { ClaimValue, DraftClaim, Qualifier } from '../detect/detection.ts';
import type { Unit } from '../market/metric.ts';
import { parseStreak } from '../market/streak.ts';
import { DEFAULT_LOCALE, formatDate, formatMonth, formatQuarter, parseDay } from './dates.ts';
import { fill } from './fill.ts';
import { AND, FIGURES, QUALIFIED, QUALIFIED_RULE, SCHEDULE_IN, SCHEDULES, STREAKS } from './words.ts';

export interface FigureOptions {
  readonly locale?: string;
  /** Exactly so many decimals (of the scaled figure for dollars); without it at most two, and none that are zero. */
  readonly decimals?: number;
  /** A plus sign before positive figures. */
  readonly signed?: boolean;
  /** "8.3 pp" in place of "8.3 percentage points". */
  readonly short?: boolean;
}

const formats = new Map<string, Intl.NumberFormat>();

/** A plain number with thousands separators and a true minus sign (U+2212). */
export function formatNumber(value: number, options: FigureOptions & { readonly grouping?: boolean } = {}): string {
  const { locale = DEFAULT_LOCALE, decimals, signed = false, grouping = true } = options;
  const key = `${locale} ${decimals ?? ''} ${signed} ${grouping}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals ?? 0,
      maximumFractionDigits: decimals ?? 2,
      useGrouping: grouping,
      signDisplay: signed ? 'exceptZero' : 'negative',
    });
    formats.set(key, format);
  }
  return format.format(value).replace('-', '−');
}

/** One figure in its unit: "17.4", "12.7%", "8.3 percentage points", "$22.7 billion", "1,924", "1984". */
export function formatFigure(value: number, unit: Unit, options: FigureOptions = {}): string {
  switch (unit) {
    case '%':
      return `${formatNumber(value, options)}%`;
    case 'pp': {
      const n = formatNumber(value, options);
      if (options.short) return fill(FIGURES.pp, { n });
      return fill(Math.abs(value) === 1 ? FIGURES.percentagePoint : FIGURES.percentagePoints, { n });
    }
    case 'USD':
      return formatDollars(value, options);
    case 'points':
      return fill(FIGURES.points, { n: formatNumber(value, options) });
    case 'year':
      return formatNumber(value, { ...options, grouping: false });
    case 'x':
    case 'count':
    case 'schedule':
    case 'flag':
      return formatNumber(value, options);
  }
}

/** The scale a dollar figure is written in, from its size: 1, a million, a billion or a trillion. */
export function dollarScale(value: number): number {
  return FIGURES.thousandScales.find(([scale]) => Math.abs(value) >= scale)?.[0] ?? 1;
}

function formatDollars(value: number, options: FigureOptions): string {
  const scale = dollarScale(value);
  const template = FIGURES.thousandScales.find(([of]) => of === scale)?.[1] ?? '{n}';
  const cents = scale === 1 && !Number.isInteger(value);
  const magnitude = Math.abs(value) / scale;
  const n = `$${formatNumber(magnitude, { ...options, signed: false, decimals: options.decimals ?? (cents ? 2 : undefined) })}`;
  const sign = value < 0 ? '−' : options.signed && value > 0 ? '+' : '';
  return fill(template, { n: sign + n });
}

/** An interval of figures: "17.4", "17.1 to 17.4", "over 30", "under 5". Null when both ends are open. */
export function formatInterval(low: number | null, high: number | null, unit: Unit, options: FigureOptions = {}): string | null {
  if (low !== null && high !== null) {
    const first = formatFigure(low, unit, options);
    const second = formatFigure(high, unit, options);
    return first === second ? first : fill(FIGURES.range, { low: first, high: second });
  }
  if (low !== null) return fill(FIGURES.above, { figure: formatFigure(low, unit, options) });
  if (high !== null) return fill(FIGURES.below, { figure: formatFigure(high, unit, options) });
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
export function formatQualified(qualifier: Qualifier, figure: string, isRule = false): string {
  return fill((isRule ? QUALIFIED_RULE : QUALIFIED)[qualifier], { figure });
}

/** `annual:June` as "once a year, in June"; a frequency that has no words is given back as written. */
export function formatSchedule(text: string): string {
  const [frequency = '', months = ''] = text.split(':');
  const words = SCHEDULES[frequency.trim().toLowerCase()] ?? frequency.trim();
  const list = months.split(/[,+/]/).map((month) => month.trim()).filter((month) => month !== '');
  if (list.length === 0) return words;
  const last = list.pop() ?? '';
  return fill(SCHEDULE_IN, { frequency: words, months: list.length > 0 ? list.join(', ') + AND + last : last });
}

/** "yes" or "no" for a flag's text; other text as it stands. */
export function formatFlag(text: string): string {
  return text === 'true' ? FIGURES.yes : text === 'false' ? FIGURES.no : text;
}

/** A rule that is no number: a schedule, a flag, a day, or text as it stands. */
export function formatRuleText(text: string, unit: Unit, locale: string = DEFAULT_LOCALE): string {
  if (parseDay(text) !== null) return formatDate(text, locale);
  return unit === 'flag' ? formatFlag(text) : unit === 'schedule' ? formatSchedule(text) : text;
}

/** What a `streak` claim says: "no calendar year ahead since 2020", "6 months up in a row". */
export function formatStreakClaim(value: ClaimValue, locale: string = DEFAULT_LOCALE): string {
  const form = parseStreak(value.text);
  if (!form) return value.text ?? formatNumber(value.low, { locale, grouping: false });
  const [unit, units] = STREAKS.units[form.unit];
  if (form.kind === 'record') {
    if (form.since === null) return fill(form.extreme === 'best' ? STREAKS.bestEver : STREAKS.worstEver, { unit });
    return fill(STREAKS[form.extreme], { unit, since: namedPeriod(form.since, locale) });
  }
  const direction = STREAKS.directions[form.direction];
  if (form.kind === 'run') {
    return fill(STREAKS.run, { n: formatNumber(value.low, { locale }), units: value.low === 1 ? unit : units, direction });
  }
  return fill(STREAKS.notSince, { unit, direction, since: String(value.low) });
}

/** A year, month or quarter named by a code: `2020`, `month:2020-03`, `quarter:2020Q2`, `calendar:2020`. */
export function namedPeriod(code: string, locale: string = DEFAULT_LOCALE): string {
  const bare = code.replace(/^(?:calendar|month|quarter):/, '');
  const quarter = /^(\d{4})Q([1-4])$/.exec(bare);
  if (quarter) return formatQuarter(quarter[1] ?? bare, Number(quarter[2]));
  return /^\d{4}-\d{2}$/.test(bare) ? formatMonth(bare, locale) : bare;
}

/**
 * What the article says, in figures: "17", "more than 8 percentage points", "once a year, in June". With `directed`,
 * returns say their direction ("a fall of more than 25%", "a lead of 8 percentage points") so that a qualifier on a
 * negative figure reads right; without it they do so by "up", "down", "ahead", "behind".
 */
export function formatClaim(
  claim: Pick<DraftClaim, 'metric' | 'value' | 'unit' | 'qualifier'>,
  options: { readonly locale?: string; readonly directed?: boolean; readonly short?: boolean } = {},
): string {
  const { value, unit, qualifier, metric } = claim;
  const { locale = DEFAULT_LOCALE, directed = false, short = false } = options;
  if (metric === 'streak') return formatStreakClaim(value, locale);
  if (unit === 'flag' || unit === 'schedule') {
    return formatRuleText(value.text ?? String(value.low !== 0), unit, locale);
  }
  const decimals = decimalsWritten(value, unit);
  const isReturn = metric === 'return' || metric === 'return_vs';
  const negative = isReturn && value.high <= 0 && value.low < 0;
  const [near, far] = negative ? [-value.high, -value.low] : [value.low, value.high];
  const figure = formatInterval(near, far, unit, { locale, decimals, short }) ?? FIGURES.unknown;
  const qualified = formatQualified(qualifier, figure, isRuleMetric(metric));
  if (!isReturn || (value.low < 0 && value.high > 0)) return qualified;
  const words = directed ? DIRECTED : ADVERBIAL;
  return fill(words[metric][negative ? 1 : 0], { figure: qualified });
}

const DIRECTED = { return: [FIGURES.gain, FIGURES.fall], return_vs: [FIGURES.lead, FIGURES.lag] } as const;
const ADVERBIAL = { return: [FIGURES.up, FIGURES.down], return_vs: [FIGURES.ahead, FIGURES.behind] } as const;

/** Thresholds in rules are exact, not hedges: "over" means "at least". */
export function isRuleMetric(metric: string): boolean {
  return metric.startsWith('eligibility_');
}
