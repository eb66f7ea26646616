/** Sources of market data in words: what came of each, when, and when it is tried again. */
import type { SourceFailure } from '../market/source-failure.ts';
import { DEFAULT_LOCALE, formatDate } from './dates.ts';
import { fill } from './fill.ts';
import { formatNumber } from './format.ts';
import { FAILURES, REFRESH_LINES, SOURCE_GROUPS, SOURCE_LINES } from './source-words.ts';

/** One source as the worker tells of it. Times are milliseconds since 1970. */
export interface SourceState {
  readonly group: string;
  readonly title: string;
  readonly gives: string;
  readonly terms: string;
  readonly access: 'ready' | 'off' | 'no-permission';
  readonly isFallback: boolean;
  readonly parts: readonly { readonly key: string; readonly summary: string; readonly asOf: string | null; readonly checkedAt: number }[];
  readonly wanted: number;
  readonly failure: SourceFailure | null;
  readonly nextTry: number | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
}

export interface RefreshState {
  readonly isRunning: boolean;
  readonly sources: readonly SourceState[];
  readonly build: { readonly failure: SourceFailure } | null;
}

/** The moment of reading, and how to write it. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The computer's own zone when left out. */
  readonly timeZone?: string;
  readonly locale?: string;
}

export interface SourceView {
  readonly title: string;
  readonly gives: string;
  /** "1,924 holdings as of 5 May 2026, 12 minutes ago"; "refused: 429, too many requests; next try 14:20". */
  readonly line: string;
  readonly isFailed: boolean;
  /** What each of several files holds; empty where there is only one. */
  readonly files: readonly string[];
}

/** Sources that are turned on and off together. */
export interface GroupView {
  readonly group: string;
  readonly name: string;
  readonly isOn: boolean;
  /** On, but the browser has not given access to its hosts. */
  readonly needsGrant: boolean;
  /** The providers' terms, each once. */
  readonly terms: readonly string[];
  readonly sources: readonly SourceView[];
}

/** Groups in the order of their first source. */
export function groupViews(sources: readonly SourceState[], moment: Moment): readonly GroupView[] {
  return [...Map.groupBy(sources, ({ group }) => group)].map(([group, own]) => ({
    group,
    name: groupName(group),
    isOn: own.some(({ access }) => access !== 'off'),
    needsGrant: own.some(({ access }) => access === 'no-permission'),
    terms: [...new Set(own.map(({ terms }) => terms))],
    sources: own.map((source) => sourceView(source, moment)),
  }));
}

export function groupName(group: string): string {
  return SOURCE_GROUPS[group] ?? group;
}

export function sourceView(source: SourceState, moment: Moment): SourceView {
  const { title, gives, access, failure, parts } = source;
  return {
    title,
    gives,
    line: lineOf(source, moment),
    isFailed: access === 'ready' && failure !== null,
    files: parts.length < 2 ? [] : parts.map((part) => fill(SOURCE_LINES.named, { key: part.key, what: partWords(part, moment.locale) })),
  };
}

function lineOf(source: SourceState, moment: Moment): string {
  const { access, progress, failure, nextTry, isFallback } = source;
  if (access === 'off') return SOURCE_LINES.off;
  if (progress !== null && progress.done < progress.total) return fill(SOURCE_LINES.busy, { done: String(progress.done), total: String(progress.total) });
  const what = storedWords(source, moment);
  if (access === 'no-permission') return what === null ? SOURCE_LINES.noPermission : fill(SOURCE_LINES.still, { failure: SOURCE_LINES.noPermission, what });
  if (failure === null) return what ?? (isFallback ? SOURCE_LINES.standsIn : SOURCE_LINES.never);
  const words = failureWords(failure);
  const line = nextTry === null ? words : fill(SOURCE_LINES.nextTry, { line: words, time: timeWords(nextTry, moment) });
  return what === null ? line : fill(SOURCE_LINES.still, { failure: line, what });
}

/** What is in storage of a source, and how long ago it was the newest; null for nothing. */
function storedWords({ parts, wanted }: SourceState, moment: Moment): string | null {
  const [first] = parts;
  if (first === undefined) return null;
  const ago = agoWords(Math.min(...parts.map(({ checkedAt }) => checkedAt)), moment);
  if (wanted === 1) return fill(SOURCE_LINES.one, { what: partWords(first, moment.locale), ago });
  const newest = parts.reduce((last, { asOf }) => (asOf !== null && asOf > last ? asOf : last), '');
  const counts = { n: formatNumber(parts.length), wanted: formatNumber(wanted), ago };
  return newest === '' ? fill(SOURCE_LINES.manyUndated, counts) : fill(SOURCE_LINES.many, { ...counts, date: formatDate(newest, moment.locale) });
}

function partWords({ summary, asOf }: SourceState['parts'][number], locale: string = DEFAULT_LOCALE): string {
  return asOf === null ? summary : fill(SOURCE_LINES.part, { summary, date: formatDate(asOf, locale) });
}

/** "refused: 429, too many requests"; "not the data: IWM.csv: the file is empty". */
export function failureWords({ code, status, detail }: SourceFailure): string {
  return fill(FAILURES[code], { status: String(status ?? ''), detail: detail ?? '' });
}

const MINUTE = 60_000;
const UNITS: readonly (readonly ['day' | 'hour' | 'minute', number])[] = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

/** "just now", "12 minutes ago", "3 days ago". A time to come (the clock was set back) counts as now. */
export function agoWords(at: number, { now, locale = DEFAULT_LOCALE }: Moment): string {
  const unit = UNITS.find(([, length]) => now - at >= length);
  if (unit === undefined) return SOURCE_LINES.justNow;
  const [name, length] = unit;
  return new Intl.RelativeTimeFormat(locale).format(-Math.floor((now - at) / length), name);
}

/** "14:20" today, "21 November 2026, 14:20" on another day. */
export function timeWords(at: number, { now, timeZone, locale = DEFAULT_LOCALE }: Moment): string {
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
  return day.format(at) === day.format(now) ? time : fill(SOURCE_LINES.dayAndTime, { date: day.format(at), time });
}

/** All sources in one line, what needs the reader's eye first; null when none is on. */
export function refreshLine({ isRunning, sources, build }: RefreshState, moment: Moment): string | null {
  const ready = sources.filter(({ access }) => access === 'ready');
  if (isRunning) {
    const sum = (field: 'done' | 'total'): number => sources.reduce((total, { progress }) => total + (progress?.[field] ?? 0), 0);
    return fill(REFRESH_LINES.running, { done: formatNumber(sum('done')), total: formatNumber(sum('total')) });
  }
  if (build !== null) return fill(REFRESH_LINES.build, { failure: failureWords(build.failure) });
  const closed = sources.find(({ access }) => access === 'no-permission');
  if (closed !== undefined) return fill(REFRESH_LINES.noPermission, { name: groupName(closed.group) });
  const failed = ready.find(({ failure }) => failure !== null);
  if (failed?.failure) {
    const words = { title: failed.title, failure: failureWords(failed.failure) };
    if (failed.nextTry === null) return fill(REFRESH_LINES.failed, words);
    return fill(REFRESH_LINES.failedNext, { ...words, time: timeWords(failed.nextTry, moment) });
  }
  const checked = ready.flatMap(({ parts }) => parts.map(({ checkedAt }) => checkedAt));
  return checked.length === 0 ? null : fill(REFRESH_LINES.fresh, { ago: agoWords(Math.max(...checked), moment) });
}
