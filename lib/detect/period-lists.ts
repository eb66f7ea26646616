/** Times in a row, for figures in a row: "3%, 5% and 7% over one, three and five years", "in 2023, 2024 and 2025". */
import type { Token } from '../text/tokens.ts';
import { monthNumber, wholeNumber } from './phrases.ts';
import type { Sentence } from './sentence.ts';

/** A list of times by token indices, with the period code of each member. */
export interface PeriodList {
  readonly from: number;
  readonly to: number;
  readonly codes: readonly string[];
}

/** One member: a count that waits for its unit, or a code of its own. */
interface Member {
  readonly count: number | null;
  readonly unit: string | null;
  readonly code: string | null;
  readonly to: number;
}

const UNITS: Readonly<Record<string, string>> = { year: 'Y', years: 'Y', yr: 'Y', yrs: 'Y', month: 'M', months: 'M', week: 'W', weeks: 'W', day: 'D', days: 'D', sessions: 'D' };

/** The lists of times in a sentence, each of two members or more. */
export function periodLists(sentence: Sentence): PeriodList[] {
  const { tokens, published } = sentence.reading;
  const lists: PeriodList[] = [];
  let i = sentence.from;
  while (i < sentence.to) {
    const list = listAt(tokens, i, sentence.to, published);
    if (list !== null) lists.push(list);
    i = list?.to ?? i + 1;
  }
  return lists;
}

function listAt(tokens: readonly Token[], at: number, stop: number, published: string | null): PeriodList | null {
  const members: Member[] = [];
  let i = at;
  let to = at;
  while (i < stop && members.length < 8) {
    const member = memberAt(tokens, i, stop, published);
    if (member === null) break;
    members.push(member);
    to = member.to;
    const next = behindLink(tokens, member.to, stop);
    if (next === null) break;
    i = next;
  }
  // "one, three and five years": the unit of the last is that of all before it.
  let unit: string | null = null;
  const codes: string[] = [];
  for (const member of members.toReversed()) {
    unit = member.unit ?? unit;
    if (member.code === null && unit === null) return null;
    codes.unshift(member.code ?? lengthOf(member.count!, unit!));
  }
  const areLengths = members.every(({ code }) => code === null);
  return codes.length > 1 && (areLengths || members.every(({ code }) => code !== null)) ? { from: at, to, codes } : null;
}

function lengthOf(count: number, unit: string): string {
  if (unit === 'W' && count === 1) return 'week';
  return unit === 'M' && count % 12 === 0 ? `${count / 12}Y` : `${count}${unit}`;
}

/** "five-year", "3 months", "one", "2024", "May 2025"; a count only with a unit or where a list may go on. */
function memberAt(tokens: readonly Token[], at: number, stop: number, published: string | null): Member | null {
  let i = at;
  while (i < stop && /^(?:in|over|for|during|the|past|last|trailing|previous)$/.test(tokens[i]!.lower)) i += 1;
  const token = tokens[i];
  if (token === undefined || i >= stop) return null;
  if (token.kind === 'number' && /^(?:19|20)\d\d$/.test(token.lower)) {
    const code = published?.slice(0, 4) === token.lower ? 'YTD' : `calendar:${token.lower}`;
    return { count: null, unit: null, code, to: i + 1 };
  }
  const month = token.capital ? monthNumber(token) : null;
  if (month !== null) {
    const year = tokens[i + 1];
    const isDated = year?.kind === 'number' && /^(?:19|20)\d\d$/.test(year.lower) && i + 1 < stop;
    const code = monthCode(month, isDated ? Number(year.lower) : null, published);
    return code === null ? null : { count: null, unit: null, code, to: isDated ? i + 2 : i + 1 };
  }
  const count = token.lower === 'a' ? 1 : wholeNumber(token);
  if (count === null || count < 1 || count > 50) return null;
  const hyphen = tokens[i + 1]?.lower === '-' && tokens[i + 1]!.glued ? 1 : 0;
  const unit = UNITS[tokens[i + 1 + hyphen]?.lower ?? ''];
  if (unit !== undefined && i + 1 + hyphen < stop) return { count, unit, code: null, to: i + 2 + hyphen };
  if (token.lower === 'a') return null;
  // "2%" and "5 points" are figures; only a bare count may share the unit of the next.
  const next = tokens[i + 1 + hyphen]?.lower ?? '';
  return hyphen === 1 || /^(?:,|and|&|or)$/.test(next) ? { count, unit: null, code: null, to: i + 1 + hyphen } : null;
}

/** The year of a bare month is the last in which it was over or running. */
function monthCode(month: number, year: number | null, published: string | null): string | null {
  if (year === null && published === null) return null;
  const own = year ?? (month <= Number(published!.slice(5, 7)) ? Number(published!.slice(0, 4)) : Number(published!.slice(0, 4)) - 1);
  return `month:${own}-${String(month).padStart(2, '0')}`;
}

/** Behind ", ", " and ", ", and "; null when the list ends here. */
function behindLink(tokens: readonly Token[], at: number, stop: number): number | null {
  let i = at;
  if (tokens[i]?.lower === ',') i += 1;
  if (/^(?:and|&|or)$/.test(tokens[i]?.lower ?? '')) i += 1;
  return i > at && i < stop ? i : null;
}
