/** What articles say of an index's own rules: when it is rebuilt, whom it admits, since when it exists; and streaks of years. */
import { draftFromWords, type Draft } from './drafts.ts';
import { exDividendClaims } from './ex-dividend.ts';
import type { Page } from './page.ts';
import { monthNumber } from './phrases.ts';
import { hasPlainSubject } from './plain.ts';
import { benchmarkAfter } from './returns.ts';
import { cuesIn, hasToken, type Sentence } from './sentence.ts';
import { rankSubjects } from './subjects.ts';
import { isSign, type SignKind } from './vocabulary/signs.ts';

const MONTH_NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Claims of a sentence whose value is a word or a year. */
export function ruleClaims(page: Page, sentence: Sentence): Draft[] {
  const drafts = [...reconstitution(sentence), ...screen(sentence), ...inception(sentence), ...streak(page, sentence), ...exDividendClaims(sentence)];
  return drafts.filter((draft) => {
    if (draft.subjects.length > 0) return true;
    const ranked = rankSubjects(page, sentence.reading, draft, { sentence: [sentence.from, sentence.to], at: draft.valueFrom, isVerb: false, exclude: draft.benchmarks });
    draft.subjects.push(...ranked.ids);
    draft.group = ranked.group?.group ?? null;
    draft.isPlain = !isDenied(sentence) && hasPlainSubject(page, sentence, draft, false);
    if (draft.metric !== 'streak' && draft.metric !== 'other:ex_dividend') draft.subjectKind = 'index';
    return draft.subjects.length > 0;
  });
}

/** "It is a myth that …", "A, but not B, requires …": who is said to do what is not for us to tell. */
function isDenied(sentence: Sentence): boolean {
  if (hasToken(sentence, sentence.from, sentence.to, (word) => /^(?:myth|misconception|wrong|wrongly|false|falsely|untrue|mistaken|mistakenly|believe|supposedly|rumor)$/.test(word))) return true;
  const named = sentence.reading.mentions.filter((mention) => mention.known !== null && mention.from >= sentence.from && mention.to <= sentence.to);
  return new Set(named.map((mention) => mention.known)).size > 1 && hasToken(sentence, sentence.from, sentence.to, (word) => /^(?:not|unlike|no|without)$/.test(word));
}

/** Frequency words to the codes of the reconstitution rule. */
export function scheduleOf(words: string): string | null {
  if (/semi ?-? ?annual|twice (?:a|per|each) year|twice yearly|every six months/.test(words)) return 'semi-annual';
  if (/quarterly|each quarter|every quarter/.test(words)) return 'quarterly';
  if (/continuous|as needed|as - needed|as-needed|ongoing/.test(words)) return 'continuous';
  if (/annual|annually|yearly|once a year|every year|each year/.test(words)) return 'annual';
  return null;
}

function reconstitution(sentence: Sentence): Draft[] {
  const { tokens } = sentence.reading;
  const verb = firstSign(sentence, 'rebuild');
  if (verb < 0) return [];
  const isForecast = cuesIn(sentence, sentence.from, sentence.to, 'forecast').length > 0;
  const found: Draft[] = [];
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const token = tokens[i]!;
    const month = monthNumber(token);
    const before = tokens[i - 1]?.lower;
    const isEach = before === 'each' || before === 'every' || (before === 'in' && /^(?:annually|yearly|once|year|annual)$/.test(tokens[i - 2]?.lower ?? ''));
    if (month !== null && isEach && Math.abs(i - verb) <= 12) {
      const draft = draftFromWords(sentence.reading, 'reconstitution', 'schedule', `annual:${MONTH_NAMES[month - 1]}`, month, [i, i + 1], [Math.min(i - 1, verb), Math.max(i, verb) + 1]);
      draft.forecast = isForecast;
      found.push(draft);
    }
  }
  if (found.length > 0) return found;
  for (let i = Math.max(sentence.from, verb - 6); i < Math.min(sentence.to, verb + 9); i += 1) {
    const word = tokens[i]!.lower;
    const isHalf = word === 'semi' || word === 'semiannual' || word === 'semiannually' || (word === 'twice' && /^(?:a|per|each|yearly)$/.test(tokens[i + 1]?.lower ?? ''));
    const text = isHalf ? 'semi-annual' : /^(?:annually|annual|yearly)$/.test(word) && tokens[i - 1]?.lower !== '-' ? 'annual' : /^quarterly$/.test(word) ? 'quarterly' : null;
    if (text === null) continue;
    // "annual reconstitution" states the rule; "the annual reconstitution in June caused …" mentions it.
    if (text === 'annual' && word === 'annual' && tokens[verb + 1]?.lower !== ':') continue;
    const to = isHalf ? Math.min(i + 3, sentence.to) : i + 1;
    const draft = draftFromWords(sentence.reading, 'reconstitution', 'schedule', text, 0, [i, to], [Math.min(i, verb), Math.max(to, verb + 1)]);
    draft.forecast = isForecast;
    found.push(draft);
    break;
  }
  return found;
}

/** "Only profitable companies are admitted to X", "X requires profits", "profits are no entry requirement for X". */
function screen(sentence: Sentence): Draft[] {
  const profit = firstSign(sentence, 'profit');
  if (profit < 0) return [];
  const has = (pattern: RegExp): boolean => hasToken(sentence, sentence.from, sentence.to, (word) => pattern.test(word));
  const admits = has(/^(?:admitted|admits|admit|eligible|eligibility|requirement|requires|require|required|screen|screens|demands|demand|insists|qualify|inclusion|entry|join|screening)$/);
  if (!admits || sentence.quantities.some((quantity) => quantity.unit === '%')) return [];
  const isOnly = has(/^(?:only|must|requires|require|required|demands|demand|insists|screens)$/);
  const isNegated = cuesIn(sentence, sentence.from, sentence.to, 'negation').length > 0 || hasToken(sentence, profit, profit + 6, (word) => word === 'no') || sentence.reading.tokens[profit - 1]?.lower === 'no';
  if (!isOnly && !isNegated) return [];
  const hasIndex = sentence.reading.mentions.some((mention) => mention.known !== null && mention.from >= sentence.from && mention.to <= sentence.to);
  if (!hasIndex) return [];
  const draft = draftFromWords(sentence.reading, 'profitability_screen', 'flag', String(!isNegated), isNegated ? 0 : 1, [profit, profit + 1], [sentence.from, sentence.to]);
  // "A, but not B, requires profits": two rules in one breath; neither is read.
  const { tokens, mentions } = sentence.reading;
  if (mentions.some((mention) => mention.from > sentence.from && (tokens[mention.from - 1]!.lower === 'not' || (tokens[mention.from - 1]!.lower === 'the' && tokens[mention.from - 2]?.lower === 'not')))) return [];
  const drafts = [draft];
  // "Profits are no entry requirement for X; Y does demand them."
  const second = sentence.reading.mentions.filter((mention) => mention.known !== null && mention.from >= sentence.from && mention.to <= sentence.to);
  if (hasToken(sentence, sentence.from, sentence.to, (word) => word === 'unlike')) {
    // "Unlike A, B does not require profits": only B is spoken of.
    const own = second.at(-1)!;
    draft.subjects.push(own.id);
    return [draft];
  }
  if (isNegated && second.length === 2) {
    const verb = indexOfToken(sentence, /^(?:demand|demands|require|requires|insists)$/);
    if (verb > second[1]!.to) {
      draft.subjects.push(second[0]!.id);
      const other = draftFromWords(sentence.reading, 'profitability_screen', 'flag', 'true', 1, [verb, verb + 1], [second[1]!.from, verb + 1]);
      other.subjects.push(second[1]!.id);
      drafts.push(other);
    }
  }
  return drafts;
}

/** "created by the Frank Russell Company in 1984", "launched in 1984", "dates back to 1984". */
function inception(sentence: Sentence): Draft[] {
  const { tokens } = sentence.reading;
  const verb = firstSign(sentence, 'launch');
  if (verb < 0) return [];
  const isIndex = hasToken(sentence, sentence.from, verb, (word) => /^(?:index|indexes|indices|benchmark|fund|etf)$/.test(word)) || sentence.reading.mentions.some((mention) => mention.from >= sentence.from && mention.to <= sentence.to && (((mention.known !== null || mention.symbol !== null) && mention.to <= verb && mention.to >= verb - 5) || (verb - sentence.from <= 1 && mention.from > verb && (mention.known !== null || mention.symbol !== null))));
  if (!isIndex) return [];
  for (let i = verb + 1; i < Math.min(sentence.to, verb + 10); i += 1) {
    if (tokens[i]!.kind === 'number' && /^(?:19|20)\d\d$/.test(tokens[i]!.lower) && /^(?:in|to|since|of|on|year|,)$/.test(tokens[i - 1]!.lower)) {
      // "since 2023 began" is a window, not a launch.
      if (tokens[i + 1]?.lower === 'began' || tokens[verb]!.lower === 'began' && verb > 0 && tokens[verb - 1]!.kind === 'number') return [];
      const draft = draftFromWords(sentence.reading, 'inception_year', 'year', null, Number(tokens[i]!.lower), [i, i + 1], [Math.max(sentence.from, verb - 4), i + 1]);
      return [draft];
    }
  }
  return [];
}

/** "hasn't outperformed the S&P 500 over a full calendar year since 2020". */
function streak(page: Page, sentence: Sentence): Draft[] {
  const { reading } = sentence;
  const { tokens } = reading;
  if (reading.beats.length === 0) return [];
  const isNegated = (at: number): boolean => cuesIn(sentence, Math.max(sentence.from, at - 4), at, 'negation').length > 0;
  const beat = reading.beats.find((item) => item.value.form === 'object' && item.from >= sentence.from && item.to <= sentence.to && isNegated(item.from));
  if (beat === undefined) return [];
  const isCalendar = hasToken(sentence, beat.to, sentence.to, (word) => word === 'calendar') || hasToken(sentence, beat.to, sentence.to, (word) => word === 'year');
  for (let i = beat.to; i < sentence.to - 1; i += 1) {
    if (tokens[i]!.lower !== 'since' || tokens[i + 1]!.kind !== 'number' || !/^(?:19|20)\d\d$/.test(tokens[i + 1]!.lower)) continue;
    if (!isCalendar) return [];
    const year = Number(tokens[i + 1]!.lower);
    const draft = draftFromWords(reading, 'streak', 'year', null, year, [i + 1, i + 2], [beat.from, i + 2]);
    draft.period = `calendar:${year}`;
    draft.direction = beat.value.direction;
    draft.benchmarks = benchmarkAfter(page, sentence, beat.to, i);
    const ranked = rankSubjects(page, reading, draft, { sentence: [sentence.from, sentence.to], at: beat.from, isVerb: true, exclude: draft.benchmarks });
    if (ranked.blocked) return [];
    draft.subjects.push(...ranked.ids);
    draft.group = ranked.group?.group ?? null;
    const first = reading.mentions.find((mention) => mention.id === ranked.ids[0]);
    if (first !== undefined && first.from >= sentence.from) draft.from = Math.min(draft.from, first.from);
    return [draft];
  }
  return [];
}

function firstSign(sentence: Sentence, kind: SignKind): number {
  if (!sentence.hasSign(kind)) return -1;
  for (let i = sentence.from; i < sentence.to; i += 1) if (isSign(sentence.reading.tokens[i]!, kind)) return i;
  return -1;
}

function indexOfToken(sentence: Sentence, pattern: RegExp): number {
  for (let i = sentence.from; i < sentence.to; i += 1) if (pattern.test(sentence.reading.tokens[i]!.lower)) return i;
  return -1;
}
