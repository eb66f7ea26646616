/** "The stock goes ex-dividend on June 12": a day as a claim's value. */
import { draftFromWords, type Draft } from './drafts.ts';
import type { PeriodMatch } from './periods.ts';
import type { Sentence } from './sentence.ts';

/** Days between the words and the day they announce, at most: an ex-dividend date lies weeks ahead or back. */
const HALF_A_YEAR = 183;
const DAY = 86_400_000;

export function exDividendClaims(sentence: Sentence): Draft[] {
  const { reading } = sentence;
  const phrase = reading.metrics.find((item) => item.value.metric.id === 'other:ex_dividend' && item.from >= sentence.from && item.to <= sentence.to);
  if (phrase === undefined) return [];
  const period = reading.periods.find((item) => item.from >= phrase.from && item.from - phrase.to <= 3 && item.to <= sentence.to && item.stated !== null && item.stated.from === item.stated.to);
  const day = period === undefined ? null : nearestYear(sentence, period);
  if (period === undefined || day === null) return [];
  return [draftFromWords(reading, 'other:ex_dividend', 'schedule', day, 0, [period.from, period.to], [phrase.from, period.to])];
}

/** A day without a year is the nearest one: "goes ex-dividend on July 12", written in June, is still to come. */
function nearestYear({ reading }: Sentence, period: PeriodMatch): string | null {
  const { published } = reading;
  const day = period.stated!.from;
  const hasYear = reading.tokens.slice(period.from, period.to).some((token) => token.lower === day.slice(0, 4));
  if (hasYear) return day;
  if (published === null) return null;
  const isLongAgo = (Date.parse(published) - Date.parse(day)) / DAY > HALF_A_YEAR;
  return isLongAgo ? `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` : day;
}
