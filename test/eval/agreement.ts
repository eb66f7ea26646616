import type { Claim, ResolvedMention } from '../../lib/check/finding.ts';
import type { Instrument } from '../../lib/market/instrument.ts';
import type { Span } from '../../lib/text/span.ts';
import { spansOverlap } from '../../lib/text/span.ts';
import type { ClaimLabel, TickerLabel } from './labels.ts';

/**
 * When a reading agrees with a label, field by field. These are the rules of the labelled sets; `score.ts` counts with
 * them.
 */

/** Share classes that are equally good for a company's name. */
const SAME_COMPANY: Readonly<Record<string, string>> = { GOOG: 'GOOGL', 'BRK.A': 'BRK.B' };

/** One symbol for share classes of one company; everything else as it is. */
export function companySymbol(symbol: string): string {
  return SAME_COMPANY[symbol] ?? symbol;
}

/**
 * True when the instrument is the one that the label means. A label may use a symbol of its day: an instrument's former
 * symbols are its own. Share classes count as equal only where the text gives a name, not a symbol.
 */
export function symbolAgrees(label: string, instrument: Pick<Instrument, 'id' | 'formerSymbols'>, byName: boolean): boolean {
  if (label === instrument.id) return true;
  if (byName && companySymbol(label) === companySymbol(instrument.id)) return true;
  return instrument.formerSymbols.some((former) => former.symbol === label);
}

/** Overlap of at least half of the longer of the two spans. */
export function spansAgree(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared * 2 >= Math.max(a.end - a.start, b.end - b.start);
}

export function mentionAgrees(label: TickerLabel, resolved: ResolvedMention): boolean {
  return (
    spansAgree(label, resolved.mention.span) &&
    symbolAgrees(label.symbol, resolved.instrument, label.notation === 'name' && resolved.mention.notation === 'name')
  );
}

/** The span of the figure in the label. */
export function valueSpanOf(label: ClaimLabel): Span {
  return { start: label.value_start, end: label.value_start + label.value_text.length };
}

/** What a claim's value would be as a label: a number, `[low, high]`, or words. */
export function labelValueOf(claim: Pick<Claim, 'value' | 'unit'>): ClaimLabel['value'] {
  const { low, high, text } = claim.value;
  if (text !== null && (claim.unit === 'flag' || claim.unit === 'schedule')) return text === 'true' ? true : text === 'false' ? false : text;
  return low === high ? low : [low, high];
}

/** Values agree exactly, or within 0.1 where the label's figure is in words without any digit ("a third"). */
export function valueAgrees(label: ClaimLabel, claim: Pick<Claim, 'value' | 'unit'>): boolean {
  const read = labelValueOf(claim);
  const wanted = label.value;
  if (typeof wanted === 'string') return typeof read === 'string' && wanted.toLowerCase() === read.trim().toLowerCase();
  if (typeof wanted === 'boolean') return read === wanted;
  if (typeof read === 'string' || typeof read === 'boolean') return false;
  const [low, high] = typeof wanted === 'number' ? [wanted, wanted] : wanted;
  const [readLow, readHigh] = typeof read === 'number' ? [read, read] : read;
  const inWords = !/\d/.test(label.value_text);
  return numbersAgree(low, readLow, inWords) && numbersAgree(high, readHigh, inWords);
}

function numbersAgree(wanted: number, read: number, inWords: boolean): boolean {
  // Floating point only: 0.07 read as 7 / 100 is "exactly as written".
  const slack = Math.max(Math.abs(wanted), Math.abs(read)) * 1e-9;
  return Math.abs(wanted - read) <= (inWords ? Math.max(0.1 + 1e-9, slack) : slack);
}

export function metricAgrees(label: ClaimLabel, metric: string): boolean {
  return metric === label.metric || label.alt_metric.includes(metric);
}

/** Metric and value right, and the figure is the same one. */
export function claimFound(label: ClaimLabel, claim: Claim): boolean {
  return metricAgrees(label, claim.metric) && valueAgrees(label, claim) && spansOverlap(valueSpanOf(label), claim.valueSpan);
}

/** Definitions that labels know as `method`; how a share was counted is its `component` there and is not scored. */
const METHODS = new Set(['excl_negative', 'incl_negative', 'forward', 'trailing', 'total_return', 'price_return']);

export function methodOf(claim: Pick<Claim, 'definition'>): string | null {
  return claim.definition !== null && METHODS.has(claim.definition) ? claim.definition : null;
}

export interface FieldDifference {
  readonly field: 'subject' | 'benchmark' | 'unit' | 'period' | 'method';
  readonly wanted: string | null;
  readonly read: string | null;
}

/** How the labels know an instrument by id; needed for former symbols. */
export type InstrumentLookup = (id: string) => Pick<Instrument, 'id' | 'formerSymbols'> | null;

/** The strict fields in which a found claim differs from its label; empty when it is right in all of them. */
export function fieldDifferences(label: ClaimLabel, claim: Claim, text: string, lookup: InstrumentLookup): FieldDifference[] {
  const differences: FieldDifference[] = [];
  const compare = (field: FieldDifference['field'], agrees: boolean, wanted: string | null, read: string | null): void => {
    if (!agrees) differences.push({ field, wanted, read });
  };
  compare('subject', subjectAgrees(label, claim.subject, lookup), label.subject, claim.subject);
  const benchmarks = [label.benchmark, ...label.alt_benchmark];
  compare('benchmark', benchmarks.some((b) => partyAgrees(b, claim.benchmark, lookup)), label.benchmark, claim.benchmark);
  compare('unit', label.unit === claim.unit, label.unit, claim.unit);
  const period = claim.period === 'unclear' ? null : claim.period; // a time that was named and not resolved is none in the labels
  compare('period', periodAgrees(label, period, text), label.period, period);
  const method = methodOf(claim);
  compare('method', method === label.method || label.alt_method.includes(method), label.method, method);
  return differences;
}

/** Groups of securities, which a reader may or may not take as the subject. */
const GROUPS = new Set(['INDEX:MAG7', 'INDEX:FAANG']);

function subjectAgrees(label: ClaimLabel, subject: string | null, lookup: InstrumentLookup): boolean {
  if (subject === null && label.subject !== null && GROUPS.has(label.subject)) return true;
  return [label.subject, ...label.alt_subject].some((wanted) => partyAgrees(wanted, subject, lookup));
}

function partyAgrees(wanted: string | null, read: string | null, lookup: InstrumentLookup): boolean {
  if (wanted === null || read === null) return wanted === read;
  return symbolAgrees(wanted, lookup(read) ?? { id: read, formerSymbols: [] }, true);
}

const RETURN_METRICS = new Set(['return', 'return_vs', 'streak']);

/**
 * Period codes agree when equal, with these allowances: an implied trading day (`day`) and a stated as-of month accept
 * null, `week` accepts `5D`, `inception` accepts the date it stands for, and a quarter that the text calls fiscal
 * accepts the fiscal and the calendar code. A null label accepts null only.
 */
export function periodAgrees(label: ClaimLabel, period: string | null, text: string): boolean {
  return [label.period, ...label.alt_period].some((wanted) => onePeriodAgrees(wanted, period, label, text));
}

function onePeriodAgrees(wanted: string | null, period: string | null, label: ClaimLabel, text: string): boolean {
  if (wanted === period) return true;
  if (wanted === null) return false;
  if (period === null) return wanted === 'day' || (wanted.startsWith('month:') && !RETURN_METRICS.has(label.metric));
  if (wanted === 'week') return period === '5D';
  if (wanted === 'inception') {
    const year = /^since:(\d{4})/.exec(period)?.[1];
    return year !== undefined && text.includes(year);
  }
  const quarter = quarterNumber(wanted);
  const read = quarterNumber(period);
  if (quarter === null || read === null || !/\bfiscal\b|\bFY ?'?\d/i.test(text)) return false;
  // A fiscal year ends at most three quarters away from the calendar year of the same number.
  return Math.abs(quarter - read) <= 3;
}

function quarterNumber(period: string): number | null {
  const match = /^quarter:(\d{4})Q([1-4])$/.exec(period);
  return match ? Number(match[1]) * 4 + Number(match[2]) : null;
}
