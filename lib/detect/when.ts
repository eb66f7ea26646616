/** When a figure is of: its own words first, then what the sentence, the list's title or the sentence before has set. */
import type { Quantity } from '../text/quantities.ts';
import type { Draft } from './drafts.ts';
import type { Page } from './page.ts';
import type { PeriodMatch } from './periods.ts';
import { carriedPeriod } from './period-frames.ts';
import { monthNumber, wholeNumber } from './phrases.ts';
import type { Reading } from './prose.ts';
import { clauseAround, cuesIn, periodFor, statedDateFor, type Sentence } from './sentence.ts';

/** Metrics whose figure is a change over a period. */
export const RETURNS: ReadonlySet<string> = new Set(['return', 'return_vs', 'volatility']);
/** Results of a quarter or year, and how they grew. */
const RESULTS: ReadonlySet<string> = new Set(['eps', 'revenue', 'other:eps_growth', 'other:revenue_growth']);
/** Metrics of which an as-of month is worth keeping as the period. */
const DATED = new Set(['pe', 'pe_forward', 'pe_average', 'pb', 'ps', 'unprofitable_share', 'dividend_yield', 'other:cape']);

export function settlePeriod(page: Page, sentence: Sentence, quantity: Quantity, draft: Draft, source: Reading | null): void {
  const period = periodFor(sentence, quantity, RETURNS.has(draft.metric));
  const stated = statedDateFor(sentence, quantity.from);
  if (isOlderFigure(sentence, quantity) || isOfDecade(sentence, quantity)) {
    draft.period = 'unclear';
    draft.past = true;
    return;
  }
  if (RETURNS.has(draft.metric)) {
    settleReturnPeriod(page, sentence, quantity, draft, source, period);
    // A date that stands with another figure is that one's ("up 7% this year after adding 11% in 2025").
    const own = period?.stated !== null && period !== null && isOwnPeriod(sentence, quantity, period) ? period : stated !== null && (isOwnPeriod(sentence, quantity, stated) || opensForAll(sentence, stated, draft)) ? stated : null;
    draft.statedDate = draft.period === 'unclear' ? null : (own?.stated ?? null);
    const [from, to] = clauseAround(sentence, quantity.from);
    if (cuesIn(sentence, from, to, 'annualized').some((cue) => Math.abs(cue.from - quantity.to) <= 4 || cue.from < quantity.from)) draft.annualized = draft.metric !== 'volatility';
    return;
  }
  draft.statedDate = stated?.stated ?? null;
  if (RESULTS.has(draft.metric) && period !== null) draft.period ??= resultsPeriod(sentence, draft, period);
  if (draft.statedDate === null && period?.period === 'YTD' && draft.reading.published !== null && period.strength === 2) {
    // "in 2024" of the year that is running: any day of it so far.
    draft.statedDate = { from: `${draft.reading.published.slice(0, 4)}-01-01`, to: draft.reading.published };
  }
  if (DATED.has(draft.metric) && stated !== null && stated.stated !== null) {
    const { from, to } = stated.stated;
    // "stands at 21.6, a number last seen in 2020"
    const isCompared = stated.from >= quantity.to && sentence.reading.tokens.slice(quantity.to, stated.from).some((token) => /^(?:seen|last|since|lowest|highest|first|than|unlike|against|versus)$/.test(token.lower));
    if (isCompared) return;
    // "will earn $2.10 in 2026, so at $430 the stock is on 205 times": a time to come is of the earnings, not of the multiple.
    if (page.article.published !== null && to > page.article.published && to.slice(0, 7) !== page.article.published.slice(0, 7)) return;
    if (from.slice(0, 7) === to.slice(0, 7)) draft.period ??= `month:${from.slice(0, 7)}`;
    else if (from.endsWith('-01-01') && to.endsWith('-12-31')) draft.period ??= `calendar:${from.slice(0, 4)}`;
  }
}

/** "earned $1.59 a share in the first quarter", "will earn $2.10 a share in 2026": the quarter or year of results. */
function resultsPeriod(sentence: Sentence, draft: Draft, period: PeriodMatch): string | null {
  const year = /(?:19|20)\d\d/.exec(wordsOf(sentence, period))?.[0];
  const code = /^(quarter|calendar):(\d{4})(Q\d)?$/.exec(period.period ?? '');
  if (code !== null) {
    const { published } = sentence.reading;
    // "It sees third-quarter revenue of …", "for the full year analysts expect …": the next one, not the last.
    const isOver = published !== null && `${code[2]}${code[3] === undefined ? '-12' : `-${String(3 * Number(code[3][1])).padStart(2, '0')}`}` < published.slice(0, 7);
    return draft.forecast && year === undefined && isOver ? `${code[1]}:${Number(code[2]) + 1}${code[3] ?? ''}` : period.period;
  }
  return period.period === 'YTD' && year !== undefined ? `calendar:${year}` : null;
}

function settleReturnPeriod(page: Page, sentence: Sentence, quantity: Quantity, draft: Draft, source: Reading | null, period: PeriodMatch | null): void {
  const code = period === null ? null : resolveRelative(page, sentence, period);
  const isAdjacent = period !== null && period.from - quantity.hedgedTo <= 1 && period.from >= quantity.to;
  if (source !== null && draft.period !== null && elidedSpan(sentence, quantity, draft) === null && (code === null || (period!.strength < 3 && !isAdjacent && code !== 'unclear'))) return;
  draft.period = elidedSpan(sentence, quantity, draft) ?? code ?? draft.period ?? carriedPeriod(page, sentence, draft);
  if (draft.period !== null && !isOwnPeriod(sentence, quantity, period) && namesOtherYear(sentence, quantity, period)) draft.period = 'unclear';
  // "September lived up to its reputation in 2022, when the S&P 500 fell 9.3%": which of the two is meant is not said.
  if (draft.period === 'YTD' && !isAdjacent && period?.strength === 2 && /\d{4}/.test(wordsOf(sentence, period)) && namesMonth(sentence, period)) draft.period = 'unclear';
}

/** "9.1% annually over five years and 7.4% over ten": the unit is that of the figure before. */
function elidedSpan(sentence: Sentence, quantity: Quantity, draft: Draft): string | null {
  const { tokens } = sentence.reading;
  const unit = /^\d+([DWMY])$/.exec(draft.period ?? '')?.[1];
  const count = /^(?:over|in|for)$/.test(tokens[quantity.to]?.lower ?? '') && tokens[quantity.to + 1] !== undefined ? wholeNumber(tokens[quantity.to + 1]!) : null;
  const isEnd = quantity.to + 2 >= sentence.to || /^[.,;)]$|^and$/.test(tokens[quantity.to + 2]!.lower);
  return unit !== undefined && count !== null && count <= 50 && isEnd ? `${count}${unit}` : null;
}

/** The words stand right behind the figure, or before it with no other figure between. */
function isOwnPeriod(sentence: Sentence, quantity: Quantity, period: PeriodMatch | null): boolean {
  if (period === null) return false;
  if (period.from >= quantity.to) return !sentence.quantities.some((other) => other.from >= quantity.to && other.to <= period.from);
  return !sentence.quantities.some((other) => other.from >= period.to && other.to <= quantity.from);
}

/** "In the five sessions after 9 July 2024 A jumped 11% while B added 2%": a span that opens the sentence ends on one day for all. */
function opensForAll(sentence: Sentence, stated: PeriodMatch, draft: Draft): boolean {
  const first = sentence.quantities.find((quantity) => quantity.unit === '%');
  return first !== undefined && stated.to <= first.from && /^\d+[DWMY]$/.test(draft.period ?? '');
}

/** Another year is named between here and the figure ("… gave way to a banner 2023, with QQQ up 55%"): which one is meant is open. */
function namesOtherYear(sentence: Sentence, quantity: Quantity, period: PeriodMatch | null): boolean {
  const { tokens } = sentence.reading;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const token = tokens[i]!;
    if (token.kind !== 'number' || !/^(?:19|20)\d\d$/.test(token.lower) || (i >= quantity.from && i < quantity.to)) continue;
    if (sentence.reading.mentions.some((mention) => mention.from <= i && i < mention.to)) continue;
    // "its worst year since 2008" says nothing of when.
    if (tokens.slice(Math.max(sentence.from, i - 4), i).some((one) => one.lower === 'since')) continue;
    if (period?.isSpan === true && sentence.reading.periods.some((other) => other.from <= i && i < other.to && other.from - period.to <= 1 && other.from >= period.to)) continue;
    if (period !== null && ((i >= period.from && i < period.to) || period.period?.includes(token.lower) === true)) continue;
    return true;
  }
  return false;
}

function wordsOf(sentence: Sentence, period: PeriodMatch): string {
  return sentence.reading.tokens.slice(period.from, period.to).map((token) => token.lower).join(' ');
}

function namesMonth(sentence: Sentence, except: PeriodMatch): boolean {
  const { tokens } = sentence.reading;
  for (let i = sentence.from; i < sentence.to; i += 1) if ((i < except.from || i >= except.to) && monthNumber(tokens[i]!) !== null && tokens[i]!.lower.length > 3) return true;
  return false;
}

/** "up from 2,230 a year earlier", "from 19.9": an older value, whose day is not the article's. */
function isOlderFigure(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  if (tokens[quantity.hedgedFrom - 1]?.lower !== 'from' || quantity.isRange) return false;
  // "climbed to 6,845.50 from 5,881.63": the second is where it came from.
  if (sentence.quantities.some((other) => other.to === quantity.hedgedFrom - 1 && other !== quantity)) return true;
  const isChange = /^(?:up|down|rose|fell|risen|fallen|rising|falling|increased|decreased|dropped|climbed|improved|declined|lower|higher|compressed|expanded|shrunk|grew|cut|raised|lowered)$/.test(tokens[quantity.hedgedFrom - 2]?.lower ?? '');
  if (isChange) return true;
  const change = /^(?:up|down|rose|fell|risen|fallen|shrunk|shrank|grew|grown|dropped|climbed|improved|declined|compressed|expanded|increased|decreased|narrowed|widened|slid|slipped|lifted|cut|doubled|halved)$/;
  for (let i = sentence.from; i < quantity.from; i += 1) if (change.test(tokens[i]!.lower)) return true;
  return false;
}

/** "In the 1990s only 15% …": years on end, of which nobody keeps one figure. */
function isOfDecade(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  const [from, to] = clauseAround(sentence, quantity.from);
  for (let i = from; i < to - 1; i += 1) {
    const token = tokens[i]!;
    if (token.kind === 'number' && /^(?:19|20)\d0$/.test(token.lower) && tokens[i + 1]!.lower === 's' && tokens[i + 1]!.glued) return true;
  }
  return false;
}

/** "slipping 1% over the month after "in March 2020": the one period of that unit that was named, or unclear. */
function namedBefore(sentence: Sentence, period: PeriodMatch, unit: string): string {
  const codes = new Set(sentence.reading.periods.filter((other) => other.to <= period.from && other.period?.startsWith(`${unit}:`) === true).map((other) => other.period!));
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? only : 'unclear';
}

/** "4.3% in the first quarter of 2025 and 10.6% in the second": a quarter or half of the same year, or of the next one ("in the fourth … in the first"). */
function partNamedBefore(sentence: Sentence, period: PeriodMatch, part: number): string {
  const before = sentence.reading.periods.filter((other) => other.to <= period.from && other.from >= sentence.from && /^(?:quarter:|range:)/.test(other.period ?? '')).at(-1)?.period;
  const quarter = /^quarter:(\d{4})Q([1-4])$/.exec(before ?? '');
  const half = /^range:(\d{4})-12-31\.\.\d{4}-06-30$/.exec(before ?? '');
  if (half !== null && part === 2) return `range:${Number(half[1]) + 1}-06-30..${Number(half[1]) + 1}-12-31`;
  if (quarter === null || part === Number(quarter[2])) return 'unclear';
  const year = Number(quarter[1]) + (part < Number(quarter[2]) ? 1 : 0);
  const { published } = sentence.reading;
  // Of a quarter that had not begun nothing can have been reported.
  return published !== null && `${year}-${String(part * 3 - 2).padStart(2, '0')}` > published.slice(0, 7) ? 'unclear' : `quarter:${year}Q${part}`;
}

/** `rel:+1` and `rel:-1` count from the calendar year named before them; what cannot be counted is unclear. */
function resolveRelative(page: Page, sentence: Sentence, period: PeriodMatch): string | null {
  const code = period.period;
  if (code === null || !code.startsWith('rel:')) return code;
  const unit = code.slice('rel:'.length);
  // "over the same stretch": the one period that the text before has named.
  if (unit === 'same') return sentence.reading.periods.filter((other) => other.to <= period.from && other.period !== null && other.strength > 1 && !other.period.startsWith('rel:')).at(-1)?.period ?? 'unclear';
  if (unit === 'quarter' || unit === 'month' || unit === 'calendar') return namedBefore(sentence, period, unit);
  if (unit.startsWith('part')) return partNamedBefore(sentence, period, Number(unit.slice('part'.length)));
  const step = Number(unit);
  if (!Number.isFinite(step) || step === 0) return 'unclear';
  const { reading } = sentence;
  const named = reading.periods.filter((other) => other.to <= period.from && other.period?.startsWith('calendar:') === true).at(-1);
  if (named === undefined) return 'unclear';
  const year = Number(named.period!.slice('calendar:'.length)) + step;
  const limit = reading.published === null ? 9999 : Number(reading.published.slice(0, 4));
  return year < limit ? `calendar:${year}` : 'unclear';
}
