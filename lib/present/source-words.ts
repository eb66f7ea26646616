import type { FailureCode } from '../market/source-failure.ts';

/** Names of the groups that are turned on in one click. A group without a name here goes by its own id. */
export const SOURCE_GROUPS: Readonly<Record<string, string>> = {
  sec: 'SEC',
  exchanges: 'Exchanges',
  ishares: 'iShares',
  vanguard: 'Vanguard',
  ssga: 'State Street (SPDR)',
  invesco: 'Invesco',
  yahoo: 'Yahoo Finance',
  fred: 'FRED',
};

/** Why a source gave nothing. `{status}` is the HTTP status, `{detail}` the fault in the words of whoever read the file. */
export const FAILURES: Readonly<Record<FailureCode, string>> = {
  unreachable: 'no connection',
  'timed-out': 'no answer in time',
  'too-slow': 'the answer came too slowly',
  'too-large': 'the answer was longer than it may be',
  redirected: 'sent on to another address',
  banned: 'refused: {status}, the site turns programs away for now',
  refused: 'refused: {status}',
  'not-found': 'not there: {status}',
  'too-many': 'refused: {status}, too many requests',
  server: 'the site is out of order: {status}',
  status: 'an answer that was not expected: {status}',
  format: 'not the data: {detail}',
  implausible: 'data that cannot be: {detail}',
  'no-permission': 'the browser does not let Tickmark ask this site',
  'disk-full': 'the disk is full',
  storage: 'could not be stored: {detail}',
};

export const SOURCE_LINES = {
  off: 'off',
  noPermission: 'the browser does not let Tickmark ask this site yet',
  never: 'not asked yet',
  standsIn: 'asked when another one fails',
  busy: '{done} of {total} asked…',
  part: '{summary} as of {date}',
  one: '{what}, {ago}',
  many: '{n} of {wanted} files, the newest as of {date}, {ago}',
  manyUndated: '{n} of {wanted} files, {ago}',
  named: '{key}: {what}',
  still: '{failure}; still in use: {what}',
  nextTry: '{line}; next try {time}',
  dayAndTime: '{date}, {time}',
  justNow: 'just now',
} as const;

/** The popup's one line. */
export const REFRESH_LINES = {
  running: 'Sources: {done} of {total} asked…',
  fresh: 'Sources asked {ago}',
  failed: '{title}: {failure}',
  failedNext: '{title}: {failure}; next try {time}',
  noPermission: '{name}: not allowed yet, see the options',
  build: 'The data could not be brought up to date: {failure}',
} as const;
