/** Sources of market data in words: what came of each, when, and when it is tried again. */
import type { SourceFailure } from '../market/source-failure.ts';
import { formatDate } from './dates.ts';
import { fill } from './fill.ts';
import { formatNumber } from './format.ts';
import { ENGLISH, type Language } from './language.ts';
import { wordFor, wordOf } from './word-of.ts';

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
  readonly language?: Language;
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
    name: groupName(group, moment.language),
    isOn: own.some(({ access }) => access !== 'off'),
    needsGrant: own.some(({ access }) => access === 'no-permission'),
    terms: [...new Set(own.map(({ terms }) => terms))],
    sources: own.map((source) => sourceView(source, moment)),
  }));
}

/** Name of a group that is turned on in one click. One without a name goes by its own id. */
export function groupName(group: string, { words }: Language = ENGLISH): string {
  return wordFor(words.sourceGroups, group) ?? group;
}

export function sourceView(source: SourceState, moment: Moment): SourceView {
  const { title, gives, access, failure, parts } = source;
  return {
    title,
    gives,
    line: lineOf(source, moment),
    isFailed: access === 'ready' && failure !== null,
    files: parts.length < 2 ? [] : parts.map((part) => fill((moment.language ?? ENGLISH).words.sourceLines.named, { key: part.key, what: partWords(part, moment.language) })),
  };
}

function lineOf(source: SourceState, moment: Moment): string {
  const { access, progress, failure, nextTry, isFallback } = source;
  const { language = ENGLISH } = moment;
  const lines = language.words.sourceLines;
  const number = (n: number): string => formatNumber(n, { language });
  if (access === 'off') return lines.off;
  if (progress !== null && progress.done < progress.total) return fill(lines.busy, { done: number(progress.done), total: number(progress.total) });
  const what = storedWords(source, moment);
  if (access === 'no-permission') return what === null ? lines.noPermission : fill(lines.still, { failure: lines.noPermission, what });
  if (failure === null) return what ?? (isFallback ? lines.standsIn : lines.never);
  const words = failureWords(failure, language);
  const line = nextTry === null ? words : fill(lines.nextTry, { line: words, time: timeWords(nextTry, moment) });
  return what === null ? line : fill(lines.still, { failure: line, what });
}

/** What is in storage of a source, and how long ago it was the newest; null for nothing. */
function storedWords({ parts, wanted }: SourceState, moment: Moment): string | null {
  const { language = ENGLISH } = moment;
  const lines = language.words.sourceLines;
  const [first] = parts;
  if (first === undefined) return null;
  const ago = agoWords(Math.min(...parts.map(({ checkedAt }) => checkedAt)), moment);
  if (wanted === 1) return fill(lines.one, { what: partWords(first, language), ago });
  const newest = parts.reduce((last, { asOf }) => (asOf !== null && asOf > last ? asOf : last), '');
  const counts = { n: formatNumber(parts.length, { language }), wanted: formatNumber(wanted, { language }), ago };
  return newest === '' ? fill(lines.manyUndated, counts) : fill(lines.many, { ...counts, date: formatDate(newest, language) });
}

function partWords({ summary, asOf }: SourceState['parts'][number], language: Language = ENGLISH): string {
  return asOf === null ? summary : fill(language.words.sourceLines.part, { summary, date: formatDate(asOf, language) });
}

/** "refused: 429, too many requests"; "not the data: IWM.csv: the file is empty". */
export function failureWords({ code, status, detail }: SourceFailure, { words }: Language = ENGLISH): string {
  return fill(wordOf(words.failures, code), { status: String(status ?? ''), detail: detail ?? '' });
}

const MINUTE = 60_000;
const UNITS: readonly (readonly ['day' | 'hour' | 'minute', number])[] = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

/** "just now", "12 minutes ago", "3 days ago". A time to come (the clock was set back) counts as now. */
export function agoWords(at: number, { now, language = ENGLISH }: Moment): string {
  const unit = UNITS.find(([, length]) => now - at >= length);
  if (unit === undefined) return language.words.sourceLines.justNow;
  const [name, length] = unit;
  return new Intl.RelativeTimeFormat(language.locale).format(-Math.floor((now - at) / length), name);
}

/** "14:20" today, "21 November 2026, 14:20" on another day. */
export function timeWords(at: number, { now, timeZone, language = ENGLISH }: Moment): string {
  const time = new Intl.DateTimeFormat(language.locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const day = new Intl.DateTimeFormat(language.locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
  return day.format(at) === day.format(now) ? time : fill(language.words.sourceLines.dayAndTime, { date: day.format(at), time });
}

/** All sources in one line, what needs the reader's eye first; null when none is on. */
export function refreshLine({ isRunning, sources, build }: RefreshState, moment: Moment): string | null {
  const { language = ENGLISH } = moment;
  const lines = language.words.refreshLines;
  const ready = sources.filter(({ access }) => access === 'ready');
  if (isRunning) {
    const sum = (field: 'done' | 'total'): number => sources.reduce((total, { progress }) => total + (progress?.[field] ?? 0), 0);
    return fill(lines.running, { done: formatNumber(sum('done'), { language }), total: formatNumber(sum('total'), { language }) });
  }
  if (build !== null) return fill(lines.build, { failure: failureWords(build.failure, language) });
  const closed = sources.find(({ access }) => access === 'no-permission');
  if (closed !== undefined) return fill(lines.noPermission, { name: groupName(closed.group, language) });
  const failed = ready.find(({ failure }) => failure !== null);
  if (failed?.failure) {
    const words = { title: failed.title, failure: failureWords(failed.failure, language) };
    if (failed.nextTry === null) return fill(lines.failed, words);
    return fill(lines.failedNext, { ...words, time: timeWords(failed.nextTry, moment) });
  }
  const checked = ready.flatMap(({ parts }) => parts.map(({ checkedAt }) => checkedAt));
  return checked.length === 0 ? null : fill(lines.fresh, { ago: agoWords(Math.max(...checked), moment) });
}
