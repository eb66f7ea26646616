/** Whether a sentence says plainly when its figure is of. See `plain.ts`. */
import type { Quantity } from '../text/quantities.ts';
import type { Draft } from './drafts.ts';
import type { Page } from './page.ts';
import { precedingPeriod } from './period-frames.ts';
import { monthNumber } from './phrases.ts';
import type { BlockReading } from './reading.ts';
import { clauseAround, cuesIn, hasToken, type Sentence } from './sentence.ts';

/** A change needs its own time; a level the day beside it; a multiple of the past its date. */
export function hasPlainTime(page: Page, sentence: Sentence, quantity: Quantity, draft: Draft): boolean {
  if (draft.metric === 'return' || draft.metric === 'return_vs') return isPlainPeriod(page, sentence, quantity, draft);
  if (draft.metric === 'index_level' || draft.metric === 'price') return isPlainDay(sentence, quantity);
  if (draft.unit === 'x' && draft.statedDate === null) {
    // "traded at 50.6 times earnings at the peak of the bubble"
    const [from] = clauseAround(sentence, quantity.from);
    return !hasToken(sentence, Math.max(from, quantity.hedgedFrom - 10), quantity.hedgedFrom, (word) => PAST_VERBS.has(word));
  }
  return true;
}

const PAST_VERBS = new Set('traded sold fetched commanded went was were stood hit touched peaked bottomed reached averaged'.split(' '));

/** The only period of the sentence, or the one in the figure's clause with no other beside it. */
function isPlainPeriod(page: Page, sentence: Sentence, quantity: Quantity, draft: Draft): boolean {
  if (isOnOtherTerms(sentence, quantity) || namesOpenTime(page, sentence, quantity) || isOfAnotherYear(page, sentence, draft) || isYearOfPage(page, sentence, draft)) return false;
  if (sentence.reading.periods.some((period) => period.isVague === true && period.period === draft.period && period.from >= sentence.from && period.to <= sentence.to)) return false;
  const named = sentence.reading.periods.filter((period) => period.from >= sentence.from && period.to <= sentence.to && period.period !== null && period.strength > 1);
  const codes = new Set(named.map((period) => period.period));
  // The time comes from the sentence before: any other word of time here may be another one.
  const isCarried = !sentence.reading.periods.some((period) => period.from >= sentence.from && period.to <= sentence.to && period.period === draft.period);
  if (isCarried && codes.size === 0 && draft.period !== null && !(draft.period.startsWith('calendar:') && precedingPeriod(page, sentence) === draft.period)) return false;
  if (isCarried && codes.size === 0 && draft.period !== null && hasToken(sentence, sentence.from, sentence.to, (word) => TIME_WORDS.has(word))) return false;
  if (codes.size <= 1) return true;
  const [from, to] = clauseAround(sentence, quantity.from);
  const own = named.filter((period) => period.from >= from && period.to <= to);
  if (new Set(own.map((period) => period.period)).size === 1) return true;
  return named.some((period) => period.period === draft.period && touches(period, quantity));
}

const TIME_WORDS = new Set('year years month months quarter quarters week weeks day days decade decades session sessions half summer winter spring autumn then later earlier ago'.split(' '));

function touches(period: { readonly from: number; readonly to: number }, quantity: Quantity): boolean {
  return period.from >= quantity.to ? period.from - quantity.to <= 3 : quantity.hedgedFrom - period.to <= 6;
}

/** "In 2022 the S&P 500 fell 19%. In June it lost 8%": a month or quarter without a year, behind another year than the one it was given. */
function isOfAnotherYear(page: Page, sentence: Sentence, draft: Draft): boolean {
  const code = /^(?:month|quarter|range|since):(.+)$/.exec(draft.period ?? '')?.[1];
  const year = code?.split('..').at(-1)?.slice(0, 4);
  if (year === undefined || yearsIn(sentence.reading, sentence.from, sentence.to).length > 0) return false;
  for (let b = sentence.reading.index; b >= Math.max(0, sentence.reading.index - 2); b -= 1) {
    const reading = page.readings[b]!;
    const last = yearsIn(reading, 0, b === sentence.reading.index ? sentence.from : reading.tokens.length).at(-1);
    if (last !== undefined) return last !== year;
  }
  return false;
}

/** "Wall Street ends 2022": a bare "for the year" below another year than the page's is that one's. */
function isYearOfPage(page: Page, sentence: Sentence, draft: Draft): boolean {
  const { published } = draft.reading;
  if (draft.period !== 'YTD' || published === null) return false;
  if (sentence.reading.periods.some((period) => period.from >= sentence.from && period.to <= sentence.to && period.period === 'YTD' && period.strength > 1)) return false;
  for (let b = sentence.reading.index; b >= 0; b -= 1) {
    const reading = page.readings[b]!;
    const last = yearsIn(reading, 0, b === sentence.reading.index ? sentence.to : reading.tokens.length).at(-1);
    if (last !== undefined) return last !== published.slice(0, 4);
  }
  return false;
}

/** Calendar years written out, but for those inside names ("Russell 2000"). */
function yearsIn(reading: BlockReading, from: number, to: number): string[] {
  const { tokens, mentions } = reading;
  const years: string[] = [];
  for (let i = from; i < to; i += 1) {
    if (tokens[i]!.kind === 'number' && /^(?:19|20)\d\d$/.test(tokens[i]!.lower) && !mentions.some((mention) => mention.from <= i && i < mention.to)) years.push(tokens[i]!.lower);
  }
  return years;
}

/** "Without Nvidia, VOO lost …", "Measured in gold, …", "At one stage, …": another figure than that of the period's ends. */
function isOnOtherTerms(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens } = sentence.reading;
  const end = Math.min(quantity.from, sentence.from + 9);
  for (let i = sentence.from; i < end; i += 1) {
    if (tokens[i]!.lower !== ',') continue;
    return cuesIn(sentence, sentence.from, i, 'definition').length === 0 && tokens.slice(sentence.from, i).some((token) => OTHER_TERMS.has(token.lower));
  }
  return false;
}

const OTHER_TERMS = new Set('without excluding hedged unhedged measured priced adjusted terms stage point worst best low peak trough intraday stripping removing minus leaving setting barring'.split(' '));

/** "rose 18.3% that November"; on a page without a date, "in April" and "last year": a time that no date was made of. */
function namesOpenTime(page: Page, sentence: Sentence, quantity: Quantity): boolean {
  const { tokens, periods, mentions } = sentence.reading;
  const [from, to] = clauseAround(sentence, quantity.from);
  const isUndated = sentence.reading.published === null;
  for (let i = from; i < to; i += 1) {
    const token = tokens[i]!;
    const covers = (found: { readonly from: number; readonly to: number }): boolean => found.from <= i && i < found.to;
    const isMonth = token.capital && token.lower.length > 3 && monthNumber(token) !== null;
    const isRelative = isUndated && /^(?:last|this|past|previous|so)$/.test(token.lower) && /^(?:year|month|quarter|week|far|decade)$/.test(tokens[i + 1]?.lower ?? '');
    // "in 1H21"
    if (/^(?:[12]h|h[12]|[1-4]q|q[1-4]|fy)\d\d$/.test(token.lower) && !periods.some(covers)) return true;
    if (!isMonth && !isRelative) continue;
    if (isRelative || (!periods.some((period) => covers(period) && (period.period !== null || period.stated !== null)) && !mentions.some(covers))) return true;
  }
  return false;
}

/** "closed at 17,823 on the last day of 2014": a close, and the only level of the sentence or the one nearest to the day. */
function isPlainDay(sentence: Sentence, quantity: Quantity): boolean {
  const { tokens, periods } = sentence.reading;
  const levels = sentence.quantities.filter((other) => (other.unit === 'plain' || other.unit === 'points') && !other.isYear && other.low > quantity.low / 5 && other.low < quantity.low * 5);
  const [from] = clauseAround(sentence, quantity.from);
  for (let i = quantity.hedgedFrom - 1; i >= Math.max(from, quantity.hedgedFrom - 6); i -= 1) if (NO_CLOSE.has(tokens[i]!.lower)) return false;
  // "… to 38,150 at the end of January and 42,544 at the end of 2024": a month without a year beside other years.
  if (levels.length > 2) return false;
  if (levels.length <= 1) return true;
  const days = periods.filter((period) => period.stated !== null && period.from >= sentence.from && period.to <= sentence.to);
  const away = (level: Quantity, day: { readonly from: number; readonly to: number }): number => (day.from >= level.to ? day.from - level.to : level.hedgedFrom - day.to);
  return days.some((day) => away(quantity, day) <= 8 && levels.every((level) => level === quantity || away(level, day) > away(quantity, day)) && !levels.some((level) => level !== quantity && level.from >= Math.min(day.from, quantity.from) && level.to <= Math.max(day.to, quantity.to)));
}

const NO_CLOSE = new Set('begun began begin opened open opening bottomed bottom peaked peak crossed touched hit hits hitting topped broke passed surpassed reached high low record below above past through mark milestone'.split(' '));
