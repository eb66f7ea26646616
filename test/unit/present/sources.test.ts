import { describe, expect, it } from 'vitest';
import type { FailureCode, SourceFailure } from '../../../lib/market/source-failure.ts';
import { ENGLISH } from '../../../lib/present/language.ts';
import { agoWords, failureWords, groupViews, refreshLine, sourceView, timeWords } from '../../../lib/present/sources.ts';
import type { SourceState } from '../../../lib/present/sources.ts';
import { idsOf } from '../../support/words.ts';

const NOW = Date.parse('2026-05-06T13:00:00Z');
const MOMENT = { now: NOW, timeZone: 'UTC' };
const MINUTE = 60_000;

const part = (over: Partial<SourceState['parts'][number]> = {}): SourceState['parts'][number] => ({
  key: 'IWM', summary: '1,924 holdings', asOf: '2026-05-05', checkedAt: NOW - 12 * MINUTE, ...over,
});

const source = (over: Partial<SourceState> = {}): SourceState => ({
  group: 'ishares', title: 'iShares fund holdings', gives: 'Members.', terms: 'Personal use.', access: 'ready', isFallback: false,
  parts: [part()], wanted: 1, failure: null, nextTry: null, progress: null, ...over,
});

const failure = (code: FailureCode, over: Partial<SourceFailure> = {}): SourceFailure => ({ code, status: null, detail: null, ...over });
const lineOf = (over: Partial<SourceState>) => sourceView(source(over), MOMENT).line;
const TOO_MANY = failure('too-many', { status: 429 });
const AT_1420 = Date.parse('2026-05-06T14:20:00Z');

describe('the line of a source', () => {
  it.each<[string, Partial<SourceState>, string]>([
    ['with one file', {}, '1,924 holdings as of 5 May 2026, 12 minutes ago'],
    ['without a day of its own', { parts: [part({ asOf: null, summary: '10,218 symbols' })] }, '10,218 symbols, 12 minutes ago'],
    ['with several files', { wanted: 7, parts: [part(), part({ key: 'IVV', asOf: '2026-05-04', checkedAt: NOW - 3 * 60 * MINUTE })] }, '2 of 7 files, the newest as of 5 May 2026, 3 hours ago'],
    ['never asked', { parts: [] }, 'not asked yet'],
    ['that stands in for another', { parts: [], isFallback: true }, 'asked when another one fails'],
    ['that is off', { access: 'off' }, 'off'],
    ['being asked', { progress: { done: 3, total: 7 } }, '3 of 7 asked…'],
    ['that failed before anything came', { parts: [], failure: TOO_MANY, nextTry: AT_1420 }, 'refused: 429, too many requests; next try 14:20'],
    ['that failed after something came', { failure: TOO_MANY, nextTry: AT_1420 }, 'refused: 429, too many requests; next try 14:20; still in use: 1,924 holdings as of 5 May 2026, 12 minutes ago'],
    ['that was never allowed', { access: 'no-permission', parts: [] }, 'the browser does not let Tickmark ask this site yet'],
  ])('%s', (_what, over, line) => {
    expect(lineOf(over)).toBe(line);
  });

  it('says of a source whose permission was taken back what is still in use', () => {
    expect(lineOf({ access: 'no-permission' })).toContain('still in use: 1,924 holdings');
  });

  it('lists the files where there are several', () => {
    const parts = [part(), part({ key: 'IVV', summary: '503 holdings' })];
    expect(sourceView(source({ wanted: 2, parts }), MOMENT).files).toEqual(['IWM: 1,924 holdings as of 5 May 2026', 'IVV: 503 holdings as of 5 May 2026']);
    expect(sourceView(source(), MOMENT).files).toEqual([]);
  });
});

describe('words of a failure', () => {
  it.each(idsOf<FailureCode>(ENGLISH.words.failures))('%s leave no slot open', (code) => {
    const words = failureWords(failure(code, { status: 418, detail: 'IWM.csv, line 10: no weight' }));
    expect(words).not.toMatch(/[{}]/);
    expect(words.length).toBeGreaterThan(5);
  });

  it('hold what the reader of the file found', () => {
    expect(failureWords(failure('format', { detail: 'IWM.csv: the file is empty' }))).toBe('not the data: IWM.csv: the file is empty');
  });
});

describe('times', () => {
  it('past are told by their distance', () => {
    const words = [0, 59_000, MINUTE, 59 * MINUTE, 60 * MINUTE, 23 * 60 * MINUTE, 24 * 60 * MINUTE, 400 * 24 * 60 * MINUTE, -5 * MINUTE].map((ms) => agoWords(NOW - ms, MOMENT));
    expect(words).toEqual(['just now', 'just now', '1 minute ago', '59 minutes ago', '1 hour ago', '23 hours ago', '1 day ago', '400 days ago', 'just now']);
  });

  it('to come are told by the clock, with the day when it is another', () => {
    expect(timeWords(AT_1420, MOMENT)).toBe('14:20');
    expect(timeWords(Date.parse('2026-05-07T00:05:00Z'), MOMENT)).toBe('7 May 2026, 00:05');
    expect(timeWords(AT_1420, { ...MOMENT, timeZone: 'Asia/Tokyo' })).toBe('23:20');
  });
});

describe('groups', () => {
  it('hold their sources, and the terms once', () => {
    const views = groupViews([source(), source({ title: 'iShares fundamentals' }), source({ group: 'sec', access: 'no-permission' })], MOMENT);
    expect(views.map(({ name, isOn, needsGrant, terms, sources }) => [name, isOn, needsGrant, terms.length, sources.length])).toEqual([
      ['iShares', true, false, 1, 2],
      ['SEC', true, true, 1, 1],
    ]);
  });
});

describe('all sources in one line', () => {
  const line = (sources: readonly SourceState[], over: Partial<Parameters<typeof refreshLine>[0]> = {}) => refreshLine({ isRunning: false, build: null, sources, ...over }, MOMENT);

  it('is silent when none is on', () => {
    expect(line([source({ access: 'off' })])).toBeNull();
  });

  it('tells when they were asked', () => {
    expect(line([source(), source({ parts: [part({ checkedAt: NOW - MINUTE })] })])).toBe('Sources asked 1 minute ago');
  });

  it('tells what failed and when it is tried again', () => {
    expect(line([source(), source({ failure: TOO_MANY, nextTry: AT_1420 })])).toBe('iShares fund holdings: refused: 429, too many requests; next try 14:20');
  });

  it('tells how far they are', () => {
    expect(line([source({ progress: { done: 3, total: 7 } }), source({ progress: { done: 1, total: 1 } })], { isRunning: true })).toBe('Sources: 4 of 8 asked…');
  });

  it('tells of a full disk, and of what is not allowed', () => {
    expect(line([source()], { build: { failure: failure('disk-full') } })).toBe('The data could not be brought up to date: the disk is full');
    expect(line([source({ group: 'sec', access: 'no-permission' })])).toBe('SEC: not allowed yet, see the options');
  });
});
