/** Periods that the words around them change: a year beside an unread part of it is not the whole year. */
import type { Token } from '../text/tokens.ts';
import type { PeriodMatch } from './periods.ts';
import { monthNumber } from './phrases.ts';

/**
 * The period as it stands among its neighbours: unread (`rel:?`) where it is part of a longer one that no row knows ("in
 * 2018-22", "in March and April 2013", "the December quarter of 2017", "in 2014 through July"), null where it is none ("the
 * 10-year Treasury").
 */
export function inContext(tokens: readonly Token[], period: PeriodMatch): PeriodMatch | null {
  if (period.isSpan === true && /^(?:treasury|treasuries|note|notes|bond|bonds|gilt|gilts|bund|bunds|jgb|jgbs)$/.test(tokens[period.to]?.lower ?? '')) return null;
  // "in the year to …", "in the month before …": measured from elsewhere.
  if (/^rel:(?:calendar|quarter|month)$/.test(period.period ?? '') && /^(?:to|through|ended|ending|until|before|after|since|leading|following|that|when|up)$/.test(tokens[period.to]?.lower ?? '')) return { ...period, period: 'rel:?' };
  const since = sinceEventOf(tokens, period);
  if (since !== null) return since;
  const isPoint = /^(?:calendar|month|quarter|YTD)/.test(period.period ?? '');
  return isPoint && isPartOfLonger(tokens, period) ? { ...period, period: 'rel:?' } : period;
}

/**
 * "Since the Fed's first cut in September 2024", "since bottoming on April 8": the named time is that of an event, from
 * which the period runs. Not when the clause has a comma or a verb of its own in between.
 */
function sinceEventOf(tokens: readonly Token[], period: PeriodMatch): PeriodMatch | null {
  const code = period.period?.match(/^(?:month|calendar):(.+)$/)?.[1] ?? (period.period === null && period.stated?.from === period.stated?.to && period.isEnd !== true ? period.stated?.from : undefined);
  if (code === undefined || /^(?:since|from|through|until|by|as|at)$/.test(tokens[period.from]!.lower)) return null;
  for (let i = period.from - 1; i >= Math.max(0, period.from - 9); i -= 1) {
    const { kind, lower } = tokens[i]!;
    if (lower === 'since') return { ...period, from: i, period: `since:${code}`, stated: null, strength: 3, isVague: true };
    if (kind === 'number' || (kind === 'punct' && lower !== "'" && lower !== '-') || OWN_VERBS.has(lower)) return null;
  }
  return null;
}

const OWN_VERBS: ReadonlySet<string> = new Set('is are was were has have had will would rose fell gained lost trades returned returns yields and but while than'.split(' '));

const isYear = (token: Token | undefined): boolean => token?.kind === 'number' && /^(?:19|20)\d\d$/.test(token.lower);
const isMonth = (token: Token | undefined): boolean => token !== undefined && token.capital && monthNumber(token) !== null;
const PARTS = /^(?:quarter|half|summer|winter|spring|autumn|fall|season|weeks|days|months|sessions|part|middle|depths|day|third|peak|bottom|low|high)$/;

function isPartOfLonger(tokens: readonly Token[], period: PeriodMatch): boolean {
  const next = tokens[period.to];
  const after = tokens[period.to + 1];
  const last = tokens[period.to - 1]!;
  const first = tokens[period.from]!;
  if (next !== undefined) {
    const isDash = next.lower === '-' || next.lower === '–';
    if (isDash && next.glued && after?.glued === true && after.kind === 'number') return true;
    if ((next.lower === "'" || next.lower === '’') && after?.glued === true && after.kind === 'number') return true;
    if (/^(?:through|until|till)$/.test(next.lower) || (next.lower === 'up' && after?.lower === 'to')) return true;
    const isListed = /^(?:and|&|,|or)$/.test(next.lower);
    if (isListed && (isYear(last) || isMonth(last)) && ((isYear(after) && !isYear(tokens[period.to + 2])) || (isMonth(after) && !/^\d/.test(tokens[period.to + 2]?.lower ?? '') ))) return true;
    if (isListed && isMonth(last) && isMonth(after)) return true;
  }
  const before = tokens[period.from - 1];
  if (before === undefined) return false;
  const earlier = tokens[period.from - 2];
  // "fell by half in 2022": a fraction, no part of the year.
  const isFraction = /^(?:half|third|quarter)$/.test(before.lower) && /^(?:a|by|one|about|nearly|almost|roughly|around|than|over|up|down|lost|shed|only|just)$/.test(earlier?.lower ?? '');
  if (/^(?:of|in)$/.test(first.lower) && PARTS.test(before.lower) && !isFraction) return true;
  // "the return through March was …"
  if (isMonth(first) && /^(?:through|until|till|to|since|from|before|after)$/.test(before.lower) && !/^\d/.test(last.lower)) return true;
  return /^(?:and|&|to)$/.test(before.lower) && (isMonth(first) || isYear(first)) && (isMonth(earlier) || isYear(earlier));
}
