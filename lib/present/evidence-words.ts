import type { Evidence, Finding } from '../check/finding.ts';
import type { Definition } from '../market/metric.ts';
import { isPartial } from '../market/observation.ts';
import type { Coverage, Source } from '../market/observation.ts';
import { calendarYearOf, formatAsOf, formatShortDate, formatYear, grainOf, whenWords, type DayRange } from './dates.ts';
import { listed } from './counted.ts';
import { fill, type Slots } from './fill.ts';
import { decimalsWritten, formatInterval, formatNumber, formatPercent, formatRuleText, type FigureOptions } from './format.ts';
import { formatWindow } from './periods.ts';
import { ENGLISH, type Language, type Words } from './language.ts';
import { nameInSentence } from './reading.ts';

/** At most so many figures stand in one sentence; the card lists the rest. */
const FIGURES_IN_SENTENCE = 3;

/**
 * One figure in the unit it has. Figures computed here from levels are shown with one decimal more than the article
 * wrote (one to two), published ones as published.
 */
export function evidenceFigure(evidence: Evidence, finding: Finding, options: FigureOptions = {}): string {
  const { language = ENGLISH } = options;
  if (evidence.text !== null) return formatRuleText(evidence.text, evidence.unit, language);
  const computed = evidence.levels !== undefined || evidence.unit === 'pp';
  const written = decimalsWritten(finding.claim.value, finding.claim.unit) ?? 0;
  const decimals = computed ? Math.min(2, Math.max(1, written + 1)) : undefined;
  return formatInterval(evidence.low, evidence.high, evidence.unit, { decimals, ...options }) ?? language.words.figures.unknown;
}

/** "loss-makers left out, trailing earnings", or null when the publisher states no definition. */
export function definitionLabel(definitions: readonly Definition[], { words }: Language = ENGLISH): string | null {
  return definitions.length > 0 ? listed(definitions.map((id) => words.definitions[id].label), words.lists.comma) : null;
}

/**
 * How much went into a computed figure, where it is not all: "1,874 of 1,924 companies, 98.1% of weight", with "partial"
 * before it where that is too little. Null for published figures and for what nothing is missing of.
 */
export function coverageLabel(coverage: Coverage | undefined, language: Language = ENGLISH): string | null {
  if (coverage === undefined || coverage.counted === coverage.total) return null;
  const words = coverageWords(coverage, language);
  return isPartial(coverage) ? fill(language.words.figures.partial, { coverage: words }) : words;
}

/** "1,874 of 1,924 companies, 98.1% of weight". Rounded down: nothing is 100% that is not all of it. */
export function coverageWords({ counted, total, weight }: Coverage, language: Language = ENGLISH): string {
  return fill(language.words.figures.coverage, {
    counted: formatNumber(counted, { language }),
    total: formatNumber(total, { language }),
    weight: formatPercent(Math.floor(weight * 1000 + 1e-9) / 10, { language, decimals: 1 }),
  });
}

/** Short name of a source for a sentence: its title up to the first break, at most 60 characters. */
export function sourceName(source: Source): string {
  const title = source.title.trim().replace(/,? as of \d{4}-\d{2}-\d{2}$/, ''); // the sentence says the date
  const head = /^(.{3,60}?)(?: [–—|-] |[:;,(]|$)/.exec(title)?.[1] ?? title;
  if (head.length <= 60) return head.trim();
  return `${head.slice(0, 59).replace(/\s\S*$/, '').trimEnd()}…`;
}

/** First and last close of a computed return, else null. */
function windowOf({ levels, metric, asOf }: Evidence): DayRange | null {
  const from = levels?.[0]?.[0];
  const to = levels?.at(-1)?.[0];
  if (from !== undefined && to !== undefined) return { from, to };
  const isReturn = metric === 'return' || metric === 'return_vs' || metric === 'streak';
  return isReturn && (grainOf(asOf) === 'span' || calendarYearOf(asOf.from, asOf.to) !== null) ? asOf : null;
}

/** The days a figure speaks for: the window of a return ("in 2023" for a calendar year), else its as-of date. */
export function evidenceWhen(evidence: Evidence, language: Language = ENGLISH): string {
  const window = windowOf(evidence);
  if (window === null) return whenWords(evidence.asOf, language);
  const year = calendarYearOf(window.from, window.to);
  if (year === null) return formatWindow(window.from, window.to, language);
  return fill(language.words.dates.inYear, { date: formatYear(year, language) });
}

/** The same without a preposition, for tables: "16 January 2026", "31 December 2025 – 16 January 2026", "2023". */
export function evidenceDates(evidence: Evidence, language: Language = ENGLISH, short = false): string {
  const window = windowOf(evidence);
  const year = window === null ? null : calendarYearOf(window.from, window.to);
  return year === null ? formatAsOf(window ?? evidence.asOf, language, short) : formatYear(year, language);
}

/** Under a large figure: the year or the end of a return's window ("to 18 Jun 2026"), else the as-of date. */
export function evidenceEnd(evidence: Evidence, language: Language = ENGLISH): string {
  const window = windowOf(evidence);
  if (window === null) return formatAsOf(evidence.asOf, language, true);
  const year = calendarYearOf(window.from, window.to);
  return year === null ? fill(language.words.dates.to, { date: formatShortDate(window.to, language) }) : formatYear(year, language);
}

/**
 * Several figures as one phrase: "with loss-makers left out the figure was 17.4 on 31 October 2025 (iShares), counting
 * every company it was 32.1 on 30 September 2025 (Siblis Research)". Null for an empty list.
 */
export function evidencePhrase(
  items: readonly Evidence[],
  finding: Finding,
  options: { readonly language?: Language; readonly further?: boolean } = {},
): string | null {
  const { language = ENGLISH, further = false } = options;
  const shown = items.slice(0, FIGURES_IN_SENTENCE);
  if (shown.length === 0) return null;
  const { phrases, lists } = language.words;
  let before: { when: string; source: string } | null = null;
  const parts = shown.map((item, index) => {
    const when = evidenceWhen(item, language);
    const source = sourceName(item.source);
    const tail: Tail = {
      when: before?.when === when ? '' : fill(phrases.when, { when }),
      source: before?.source === source ? '' : fill(phrases.source, { source }),
    };
    before = { when, source };
    return phraseOf(item, finding, { language, tail, further: further || index > 0 });
  });
  return listed(parts, lists.comma);
}

/** The date and the source of a figure, as the language sets them into a phrase; empty where the phrase before said the same. */
interface Tail {
  readonly when: string;
  readonly source: string;
}

function phraseOf(
  item: Evidence,
  finding: Finding,
  { language, tail, further }: { language: Language; tail: Tail; further: boolean },
): string {
  const { phrases } = language.words;
  const slots = { ...tail, figure: evidenceFigure(item, finding, { language }) };
  if (isOtherParty(item, finding)) return fill(phrases.party, { ...slots, name: nameInSentence(item.instrument, item.instrumentName, language) });
  const definition = adverbial(tellingDefinitions(item, finding), language);
  const noun = nounOf(item);
  if (definition !== null) return fill(further ? phrases.further : phrases.defined[noun], { ...slots, definition });
  if (further) return fill(phrases.furtherPlain, slots);
  return fill((grainOf(item.asOf) === 'standing' ? phrases.standing : phrases.plain)[noun], slots);
}

/** One figure without a verb, for "The latest on record: …". */
export function latestPhrase(item: Evidence, finding: Finding, language: Language = ENGLISH): string {
  const { phrases } = language.words;
  const definition = adverbial(item.definitions, language);
  const slots = wholeSlots(item, finding, language);
  return definition === null ? fill(phrases.latest, slots) : fill(phrases.latestDefined, { ...slots, definition });
}

/** The same without its definition, where the sentence around it says that. */
export function figurePhrase(item: Evidence, finding: Finding, language: Language = ENGLISH): string {
  return fill(language.words.phrases.latest, wholeSlots(item, finding, language));
}

/** "the rule on record is once a year, in June (FTSE Russell)". */
export function rulePhrase(item: Evidence, finding: Finding, language: Language = ENGLISH): string {
  return fill(language.words.phrases.rule, wholeSlots(item, finding, language));
}

function wholeSlots(item: Evidence, finding: Finding, language: Language): Slots {
  const { phrases } = language.words;
  return {
    figure: evidenceFigure(item, finding, { language }),
    when: fill(phrases.when, { when: evidenceWhen(item, language) }),
    source: fill(phrases.source, { source: sourceName(item.source) }),
  };
}

/** More periods than this are not read out; the card lists them. */
const PERIODS_IN_SENTENCE = 8;

/**
 * Periods of a streak under the first definition on record: "without dividends +2.1 pp in 2020, −13.2 pp in 2021". Null
 * for an empty list.
 */
export function periodsPhrase(items: readonly Evidence[], finding: Finding, language: Language = ENGLISH): string | null {
  const [first] = items;
  if (!first) return null;
  const { phrases, lists } = language.words;
  const definitions = first.definitions.join();
  const periods = items
    .filter((item) => item.definitions.join() === definitions)
    .slice(0, PERIODS_IN_SENTENCE)
    .map((item) => {
      const figure = evidenceFigure(item, finding, { language, signed: true, short: true });
      return fill(phrases.period, { figure, when: evidenceWhen(item, language) });
    });
  const definition = adverbial(first.definitions, language);
  const told = listed(periods, lists.comma);
  return definition === null ? told : fill(phrases.periods, { definition, periods: told });
}

function adverbial(definitions: readonly Definition[], { words }: Language): string | null {
  return definitions.length > 0 ? listed(definitions.map((id) => words.definitions[id].adverbial), words.lists.and) : null;
}

/**
 * The definitions that tell a figure from the others of its sentence: those that all of them share are left out, if that
 * leaves any.
 */
export function tellingDefinitions(item: Evidence, { evidence }: Finding): readonly Definition[] {
  const others = evidence.filter((other) => other !== item && other.metric === item.metric && other.role === item.role);
  const telling = item.definitions.filter((id) => !others.every((other) => other.definitions.includes(id)));
  return others.length === 0 || telling.length === 0 ? item.definitions : telling;
}

/** What a phrase calls the figure. */
function nounOf(item: Evidence): keyof Words['phrases']['plain'] {
  if (item.metric === 'return') return 'return';
  if (item.metric === 'return_vs') return 'difference';
  return item.text !== null ? 'rule' : 'figure';
}

/** The two returns behind a difference, or another instrument's figure that stands for nobody. */
function isOtherParty(item: Evidence, { claim }: Finding): boolean {
  if (item.metric !== claim.metric && (claim.metric === 'return_vs' || claim.metric === 'streak')) return true;
  return claim.benchmark !== null && item.instrument === claim.benchmark && item.instrument !== claim.subject;
}
