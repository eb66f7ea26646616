/**
 * Claims without a figure of their own: who did better ("X beat Y in 2025"), runs ("the sixth straight monthly gain") and
 * records ("its best year since 1999"). Read only with a stated period, and never in a denial.
 */
import { formatStreak, type StreakDirection, type StreakUnit } from '../market/streak.ts';
import { draftFromWords, type Draft } from './drafts.ts';
import type { Page } from './page.ts';
import { wholeNumber } from './phrases.ts';
import { benchmarkAfter, benchmarkGroupAfter } from './returns.ts';
import { hasPlainSubject } from './plain.ts';
import { clauseAround, cuesIn, definitionsIn, hasToken, type Sentence } from './sentence.ts';
import { rankSubjects } from './subjects.ts';
import { isSign } from './vocabulary/signs.ts';

export function orderClaims(page: Page, sentence: Sentence): Draft[] {
  const runs = [...runClaims(page, sentence), ...everySinceClaims(page, sentence), ...recordClaims(page, sentence)];
  return runs.length > 0 ? runs : [...beatClaims(page, sentence), ...cheaperClaims(page, sentence)];
}

/** A period that is over or running, stated in the sentence; days and weeks are finer than an order is worth. */
function statedPeriod(sentence: Sentence): string | null {
  const found = sentence.reading.periods.find((period) => period.from >= sentence.from && period.to <= sentence.to && period.period !== null && period.strength > 1 && /^(?:calendar|quarter|month|range|YTD|since)/.test(period.period));
  return found?.period ?? null;
}

function addSubject(page: Page, sentence: Sentence, draft: Draft, at: number, isVerb: boolean): boolean {
  const ranked = rankSubjects(page, sentence.reading, draft, { sentence: [sentence.from, sentence.to], at, isVerb, exclude: draft.benchmarks });
  if (ranked.blocked) return false;
  draft.subjects.push(...ranked.ids);
  draft.isSubjectCertain = ranked.certain;
  draft.group = ranked.group?.group ?? null;
  // "Between 2019 and 2023 it beat the index only in 2020."
  const isOfSome = hasToken(sentence, sentence.from, sentence.to, (word) => /^(?:only|except|but|save|just|bar|barring|alone)$/.test(word));
  draft.isPlain = !isOfSome && hasPlainSubject(page, sentence, draft, false);
  const whole = definitionsIn(sentence, sentence.from, sentence.to, at);
  draft.definition = whole.find((item) => item.definition === 'total_return' || item.definition === 'price_return')?.definition ?? null;
  draft.forecast = cuesIn(sentence, sentence.from, sentence.to, 'forecast').length > 0 || cuesIn(sentence, sentence.from, sentence.to, 'conditional').length > 0;
  return draft.subjects.length > 0 || draft.group !== null;
}

/** "The Dow beat the Nasdaq Composite in 2025": more than nothing, in points. */
function beatClaims(page: Page, sentence: Sentence): Draft[] {
  const { reading } = sentence;
  if (reading.beats.length === 0) return [];
  const period = statedPeriod(sentence);
  if (period === null || reading.tokens[sentence.to - 1]!.lower === '?') return [];
  for (const beat of reading.beats) {
    if (beat.value.form !== 'object' || beat.from < sentence.from || beat.to > sentence.to) continue;
    // "on trailing earnings", "a leading index": adjectives.
    if (/^(?:trailing|leading|lagging)$/.test(reading.tokens[beat.from]!.lower) && beat.to - beat.from === 1) continue;
    const [from, to] = clauseAround(sentence, beat.from);
    if (cuesIn(sentence, from, beat.from, 'negation').length > 0) continue;
    // "in each of the past three years" is a run, "in seven of ten" a count: neither is the sum of the years.
    if (hasToken(sentence, beat.to, sentence.to, (word) => word === 'every' || word === 'each')) continue;
    // A figure beside the verb makes it a claim of its own; "by" and "in seven of ten years" are read elsewhere or not at all.
    if (sentence.quantities.some((quantity) => quantity.from >= from && quantity.to <= to)) continue;
    if (hasToken(sentence, beat.to, to, (word) => word === 'by' || word === 'expectations' || word === 'estimates' || word === 'forecasts')) continue;
    const benchmarks = benchmarkAfter(page, sentence, beat.to, Math.min(to, beat.to + 6));
    const benchmarkGroup = benchmarkGroupAfter(sentence, beat.to, Math.min(to, beat.to + 6));
    if (benchmarks.length === 0 && benchmarkGroup === null) continue;
    const draft = draftFromWords(reading, 'return_vs', 'pp', null, 0, [beat.from, beat.to], [beat.from, beat.to]);
    draft.qualifier = beat.value.direction > 0 ? 'over' : 'under';
    draft.benchmarks = benchmarks;
    draft.benchmarkGroup = benchmarkGroup;
    draft.period = period;
    if (addSubject(page, sentence, draft, beat.from, true)) return [draft];
  }
  return [];
}

/** "On trailing earnings, small caps were cheaper than large caps in April 2025". */
function cheaperClaims(page: Page, sentence: Sentence): Draft[] {
  const { reading } = sentence;
  const { tokens } = reading;
  if (!sentence.hasSign('dearer')) return [];
  const isOnEarnings = reading.metrics.some((phrase) => phrase.value.metric.id === 'pe' && phrase.value.role === 'noun' && phrase.from >= sentence.from && phrase.to <= sentence.to) || hasToken(sentence, sentence.from, sentence.to, (word) => word === 'earnings');
  if (!isOnEarnings) return [];
  for (let i = sentence.from + 1; i < sentence.to - 1; i += 1) {
    const isCheaper = tokens[i]!.lower === 'cheaper' && tokens[i + 1]!.lower === 'than';
    const isDearer = (tokens[i]!.lower === 'expensive' && tokens[i - 1]!.lower === 'more' && tokens[i + 1]!.lower === 'than') || (/^(?:dearer|pricier)$/.test(tokens[i]!.lower) && tokens[i + 1]!.lower === 'than');
    if (!isCheaper && !isDearer) continue;
    if (cuesIn(sentence, sentence.from, i, 'negation').length > 0) return [];
    const isForward = definitionsIn(sentence, sentence.from, sentence.to, i).some((item) => item.definition === 'forward');
    const draft = draftFromWords(reading, isForward ? 'pe_forward' : 'pe', 'x', isCheaper ? 'lower' : 'higher', 0, [i, i + 1], [i, i + 2]);
    draft.benchmarks = benchmarkAfter(page, sentence, i + 2, Math.min(sentence.to, i + 8));
    draft.benchmarkGroup = benchmarkGroupAfter(sentence, i + 2, Math.min(sentence.to, i + 8));
    draft.statedDate = reading.periods.find((period) => period.from >= sentence.from && period.to <= sentence.to && period.stated !== null)?.stated ?? null;
    if (definitionsIn(sentence, sentence.from, sentence.to, i).some((item) => item.definition === 'trailing')) draft.definition = 'trailing';
    if (draft.benchmarks.length === 0 && draft.benchmarkGroup === null) return [];
    const definition = draft.definition;
    if (!addSubject(page, sentence, draft, i, false)) return [];
    draft.definition = definition;
    return [draft];
  }
  return [];
}

const ORDINALS: Readonly<Record<string, number>> = {
  second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12,
};
const UNITS: Readonly<Record<string, StreakUnit>> = {
  year: 'year', years: 'year', yearly: 'year', annual: 'year', quarter: 'quarter', quarters: 'quarter', quarterly: 'quarter', month: 'month', months: 'month', monthly: 'month', week: 'week', weeks: 'week', weekly: 'week',
};

/** "five calendar years running", "its sixth straight monthly gain", "the tenth in as many months". */
function runClaims(page: Page, sentence: Sentence): Draft[] {
  const { reading } = sentence;
  const { tokens } = reading;
  if (!sentence.hasSign('run')) return [];
  const saysEach = hasToken(sentence, sentence.from, sentence.to, (word) => word === 'each' || word === 'every');
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const token = tokens[i]!;
    const count = ORDINALS[token.lower] ?? wholeNumber(token);
    if (count === null || count < 2 || count > 60) continue;
    const rest = tokens.slice(i + 1, Math.min(sentence.to, i + 8)).map((one) => one.lower);
    const isRun = rest.slice(0, 2).some((word) => word === 'straight' || word === 'consecutive' || word === 'successive') || rest.slice(0, 5).some((word, k) => word === 'running' || (word === 'in' && /^(?:a|as)$/.test(rest[k + 1] ?? '') && /^(?:row|many)$/.test(rest[k + 2] ?? '')));
    // "in each of the past three calendar years"
    const isEach = saysEach && /^(?:past|last)$/.test(tokens[i - 1]?.lower ?? '') && hasToken(sentence, i - 5, i, (word) => word === 'each' || word === 'every');
    if (!isRun && !isEach) continue;
    const unit = rest.map((word) => UNITS[word]).find((one) => one !== undefined);
    if (unit === undefined) continue;
    const direction = runDirection(sentence, i);
    if (direction === null || cuesIn(sentence, sentence.from, i, 'negation').length > 0) continue;
    const draft = draftFromWords(reading, 'streak', 'count', formatStreak({ kind: 'run', unit, direction: direction.direction }), count, [i, i + 1], [i, Math.min(sentence.to, i + 4)]);
    draft.period = runPeriod(sentence, unit) ?? runToNow(page, sentence, unit);
    if (draft.period === null) continue;
    if (direction.beat !== null) draft.benchmarks = benchmarkAfter(page, sentence, direction.beat, sentence.to);
    if (addSubject(page, sentence, draft, direction.verb, direction.beat !== null)) return [draft];
  }
  return [];
}

/** "has risen in every calendar year since 2009": a run of all years after the one that is named. */
function everySinceClaims(page: Page, sentence: Sentence): Draft[] {
  const { reading } = sentence;
  const { tokens } = reading;
  if (!sentence.hasSign('run')) return [];
  for (let i = sentence.from; i < sentence.to - 3; i += 1) {
    if (!/^(?:every|each)$/.test(tokens[i]!.lower)) continue;
    let k = i + 1;
    while (k < sentence.to && /^(?:single|calendar|full)$/.test(tokens[k]!.lower)) k += 1;
    const year = tokens[k + 2];
    if (tokens[k]?.lower !== 'year' || tokens[k + 1]?.lower !== 'since' || year === undefined || !/^(?:19|20)\d\d$/.test(year.lower) || k + 2 >= sentence.to) continue;
    const last = lastYearOf(sentence);
    const direction = runDirection(sentence, i);
    const count = last === null ? 0 : Number(last.slice('calendar:'.length)) - Number(year.lower);
    if (last === null || direction === null || count < 2 || cuesIn(sentence, sentence.from, i, 'negation').length > 0) continue;
    const draft = draftFromWords(reading, 'streak', 'count', formatStreak({ kind: 'run', unit: 'year', direction: direction.direction }), count, [i, k + 3], [i, k + 3]);
    draft.period = last;
    if (direction.beat !== null) draft.benchmarks = benchmarkAfter(page, sentence, direction.beat, i);
    if (addSubject(page, sentence, draft, direction.verb, direction.beat !== null)) return [draft];
  }
  return [];
}

/** The last calendar year that was over on the day of publication. */
function lastYearOf({ reading: { published } }: Sentence): string | null {
  return published === null ? null : `calendar:${Number(published.slice(0, 4)) - 1}`;
}

function runDirection(sentence: Sentence, at: number): { direction: StreakDirection; beat: number | null; verb: number } | null {
  const { reading } = sentence;
  const beat = reading.beats.find((item) => item.value.form === 'object' && item.from >= sentence.from && item.to <= sentence.to);
  if (beat !== undefined) return { direction: beat.value.direction > 0 ? 'ahead' : 'behind', beat: beat.to, verb: beat.from };
  const motion = reading.motions.find((item) => item.from >= sentence.from && item.to <= sentence.to && item.value.form !== 'neutral' && item.value.form !== 'adverb' && Math.abs(item.from - at) <= 8);
  return motion === undefined ? null : { direction: motion.value.direction > 0 ? 'up' : 'down', beat: null, verb: at };
}

/** The last period of the run: "October 2025 brought", "in 2025", "2025 made it". */
function runPeriod(sentence: Sentence, unit: StreakUnit): string | null {
  const { tokens } = sentence.reading;
  // A list of its periods ("24% in 2023, 23% in 2024 and 16% in 2025") ends with the last one of the run.
  const found = sentence.reading.periods.filter((period) => period.from >= sentence.from && period.to <= sentence.to && period.period?.startsWith(unit === 'year' ? 'calendar:' : `${unit}:`)).map((period) => period.period!).sort();
  if (found.length > 0) return found.at(-1)!;
  const first = tokens[sentence.from]!;
  if (unit === 'year' && first.kind === 'number' && /^(?:19|20)\d\d$/.test(first.lower)) return `calendar:${first.lower}`;
  return null;
}

/** "has fallen for three straight years", said soon after a year's end: up to that year. Later in a year it may count the running one. */
function runToNow(page: Page, sentence: Sentence, unit: StreakUnit): string | null {
  const { published } = page.article;
  const isPresent = hasToken(sentence, sentence.from, sentence.to, (word) => word === 'has' || word === 'have');
  const { mentions, tokens } = sentence.reading;
  const namesYear = tokens.some((token, i) => i >= sentence.from && i < sentence.to && /^(?:19|20)\d\d$/.test(token.lower) && !mentions.some((mention) => mention.from <= i && i < mention.to));
  return unit === 'year' && published !== null && isPresent && !namesYear && Number(published.slice(5, 7)) <= 2 ? `calendar:${Number(published.slice(0, 4)) - 1}` : null;
}

/** "its best calendar year since 1999", "the worst month since March 2020". */
function recordClaims(page: Page, sentence: Sentence): Draft[] {
  const { reading } = sentence;
  const { tokens, mentions } = reading;
  if (!sentence.hasSign('extreme')) return [];
  for (let i = sentence.from; i < sentence.to - 3; i += 1) {
    if (!isSign(tokens[i]!, 'extreme')) continue;
    const word = tokens[i]!.lower;
    const extreme = word === 'worst' || word === 'weakest' ? 'worst' : 'best';
    let k = i + 1;
    if (/^(?:calendar|annual|full)$/.test(tokens[k]!.lower)) k += 1;
    const unit = UNITS[tokens[k]!.lower];
    if (unit === undefined) continue;
    // "the best year for the S&P 500 since 2013"
    const named = tokens[k + 1]!.lower === 'for' ? mentions.find((mention) => mention.from > k && mention.from <= k + 3) : undefined;
    const since = reading.periods.find((period) => period.from > k && period.from <= (named?.to ?? k) + 5 && period.period?.startsWith('since:'));
    if (since === undefined) continue;
    const code = since.period!.slice('since:'.length);
    const sinceCode = /^\d{4}$/.test(code) ? code : unit === 'month' && /^\d{4}-\d\d$/.test(code) ? `month:${code}` : null;
    if (sinceCode === null) continue;
    const opening = tokens[sentence.from]!;
    // "2023 was its best year since 2013."
    const isOpening = unit === 'year' && opening.kind === 'number' && /^(?:19|20)\d\d$/.test(opening.lower) && /^(?:was|is|became|marked|proved|brought)$/.test(tokens[sentence.from + 1]!.lower);
    const own = isOpening ? { period: `calendar:${opening.lower}` } : reading.periods.find((period) => period !== since && period.from >= sentence.from && period.to <= sentence.to && period.period?.startsWith(unit === 'year' ? 'calendar:' : `${unit}:`));
    if (own === undefined) continue;
    const draft = draftFromWords(reading, 'streak', 'year', formatStreak({ kind: 'record', unit, extreme, since: sinceCode }), Number(code.slice(0, 4)), [since.from, since.to], [i, since.to]);
    draft.period = own.period;
    if (addSubject(page, sentence, draft, i, false)) return [draft];
  }
  return [];
}
