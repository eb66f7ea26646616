import { isTradingDay, sessionOnOrBefore, addSessions } from '../market/calendar.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { datesOfPeriod } from '../market/period.ts';
import { closeOn } from '../market/returns.ts';
import type { Evidence, Interval } from './finding.ts';
import { claimInterval, relate } from './interval.ts';
import { nameOf, unverifiable } from './judgement.ts';
import type { JudgeContext, Judgement, SubjectClaim } from './judgement.ts';

/** Words of a close, as against a level seen some time during the day or month. */
const OF_CLOSE = /\b(?:clos(?:e|es|ed|ing)|end(?:s|ed|ing)?|finish(?:es|ed|ing)?|settl(?:e|ed|ing)|year[- ]end|month[- ]end)\b/i;
const WITHIN_DAY = /\b(?:intraday|touch(?:ed|es|ing)?|high of|low of|hit|peak(?:ed)?|traded as)\b/i;

/**
 * Judges a price or an index level by closes, and only where the very session is on record: a stated day, or the end of
 * a stated month, quarter or year when the text speaks of a close. Highs and lows within a day are on no record.
 */
export function judgeLevel(claim: SubjectClaim, metric: MetricSpec, context: JudgeContext): Judgement {
  const interval = claimInterval(claim, metric);
  if (!interval) return unverifiable('not-checkable');
  const series = context.evidence.series(claim.subject, 'price');
  if (!series) return unverifiable('no-data', { interval });
  const words = `${claim.quote} ${claim.sentence}`;
  if (WITHIN_DAY.test(claim.quote) && !OF_CLOSE.test(claim.quote)) return unverifiable('data-too-coarse', { interval });
  const days = claim.statedDate ?? datesOfPeriod(claim.period);
  if (!days && context.published === null) return unverifiable('no-date', { interval });
  const sessions = days
    ? [sessionOnOrBefore(days.to)]
    : [sessionOnOrBefore(context.published ?? ''), addSessions(sessionOnOrBefore(context.published ?? ''), -1)];
  const evidence: Evidence[] = [];
  for (const session of sessions) {
    const level = closeOn(series, session);
    if (level === null) continue;
    const fits = fitsLevel(level, interval);
    evidence.push({
      instrument: claim.subject,
      instrumentName: nameOf(claim.subject, context.directory),
      metric: metric.id,
      definitions: [],
      method: 'closing level',
      low: level,
      high: level,
      text: null,
      unit: metric.unit,
      asOf: { from: session, to: session },
      source: series.source,
      fits,
      role: 'then',
    });
  }
  if (evidence.length === 0) return unverifiable('data-too-coarse', { interval });
  if (evidence.some((one) => one.fits)) return { verdict: 'supported', reason: 'fits', notes: [], evidence, interval };
  if (!days) return unverifiable('data-too-coarse', { interval, evidence });
  const isOneDay = days.from === days.to && isTradingDay(days.from);
  // "stood at 4,800 in March" may be any day of it; "finished March at" is its last.
  if (isOneDay ? WITHIN_DAY.test(words) : !OF_CLOSE.test(words)) return unverifiable('data-too-coarse', { interval, evidence });
  if (days.from === days.to && !isOneDay) return unverifiable('period-unclear', { interval, evidence });
  return { verdict: 'contradicted', reason: 'outside-every-definition', notes: [], evidence, interval };
}

function fitsLevel(level: number, interval: Interval): boolean {
  return relate({ low: level, high: level, rounding: 0.005 }, interval, { inside: 0.005, outside: 0 }) === 'inside';
}
