import type { Evidence, Finding } from '../check/finding.ts';
import type { Definition } from '../market/metric.ts';
import { coverageWords } from '../market/index-observations.ts';
import { isPartial } from '../market/observation.ts';
import type { Coverage, Source } from '../market/observation.ts';
import { calendarYearOf, DEFAULT_LOCALE, formatAsOf, formatShortDate, grainOf, whenWords, type DayRange } from './dates.ts';
import { fill } from './fill.ts';
import { decimalsWritten, formatInterval, formatRuleText, type FigureOptions } from './format.ts';
import { formatWindow } from './periods.ts';
import { nameInSentence } from './reading.ts';
import { AND, DATES, DEFINITION_ADVERBIALS, DEFINITION_LABELS, EVIDENCE, EVIDENCE_NOUNS, FIGURES } from './words.ts';

/** At most so many figures stand in one sentence; the card lists the rest. */
const FIGURES_IN_SENTENCE = 3;

/**
 * One figure in the unit it has. Figures computed here from levels are shown with one decimal more than the article
 * wrote (one to two), published ones as published.
 */
export function evidenceFigure(evidence: Evidence, finding: Finding, options: FigureOptions = {}): string {
  if (evidence.text !== null) return formatRuleText(evidence.text, evidence.unit);
  const computed = evidence.levels !== undefined || evidence.unit === 'pp';
  const written = decimalsWritten(finding.claim.value, finding.claim.unit) ?? 0;
  const decimals = computed ? Math.min(2, Math.max(1, written + 1)) : undefined;
  return formatInterval(evidence.low, evidence.high, evidence.unit, { decimals, ...options }) ?? FIGURES.unknown;
}

/** "loss-makers left out, trailing earnings", or null when the publisher states no definition. */
export function definitionLabel(definitions: readonly Definition[]): string | null {
  return definitions.length > 0 ? definitions.map((id) => DEFINITION_LABELS[id]).join(', ') : null;
}

/**
 * How much went into a computed figure, where it is not all: "1,874 of 1,924 companies, 98.1% of weight", with "partial"
 * before it where that is too little. Null for published figures and for what nothing is missing of.
 */
export function coverageLabel(coverage: Coverage | undefined): string | null {
  if (coverage === undefined || coverage.counted === coverage.total) return null;
  const words = coverageWords(coverage);
  return isPartial(coverage) ? fill(EVIDENCE.partial, { coverage: words }) : words;
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
export function evidenceWhen(evidence: Evidence, locale: string = DEFAULT_LOCALE): string {
  const window = windowOf(evidence);
  if (window === null) return whenWords(evidence.asOf, locale);
  const year = calendarYearOf(window.from, window.to);
  return year === null ? formatWindow(window.from, window.to, locale) : fill(DATES.in, { date: year });
}

/** The same without a preposition, for tables: "16 January 2026", "31 December 2025 – 16 January 2026", "2023". */
export function evidenceDates(evidence: Evidence, locale: string = DEFAULT_LOCALE, short = false): string {
  const window = windowOf(evidence);
  const year = window === null ? null : calendarYearOf(window.from, window.to);
  return year ?? formatAsOf(window ?? evidence.asOf, locale, short);
}

/** Under a large figure: the year or the end of a return's window ("to 18 Jun 2026"), else the as-of date. */
export function evidenceEnd(evidence: Evidence, locale: string = DEFAULT_LOCALE): string {
  const window = windowOf(evidence);
  if (window === null) return formatAsOf(evidence.asOf, locale, true);
  return calendarYearOf(window.from, window.to) ?? fill(DATES.to, { date: formatShortDate(window.to, locale) });
}

/**
 * Several figures as one phrase: "with loss-makers left out the figure was 17.4 on 31 October 2025 (iShares), counting
 * every company it was 32.1 on 30 September 2025 (Siblis Research)". Null for an empty list.
 */
export function evidencePhrase(
  items: readonly Evidence[],
  finding: Finding,
  options: { readonly locale?: string; readonly further?: boolean } = {},
): string | null {
  const { locale = DEFAULT_LOCALE, further = false } = options;
  const shown = items.slice(0, FIGURES_IN_SENTENCE);
  if (shown.length === 0) return null;
  let before: { when: string; source: string } | null = null;
  const phrases = shown.map((item, index) => {
    const when = evidenceWhen(item, locale);
    const source = sourceName(item.source);
    const parts = [
      ...(before?.when === when ? [] : [when]),
      ...(before?.source === source ? [] : [fill(EVIDENCE.source, { source })]),
    ];
    const tail = parts.length > 0 ? ` ${parts.join(' ')}` : '';
    before = { when, source };
    return phraseOf(item, finding, { locale, tail, further: further || index > 0 });
  });
  return phrases.join(', ');
}

function phraseOf(
  item: Evidence,
  finding: Finding,
  { locale, tail, further }: { locale: string; tail: string; further: boolean },
): string {
  const figure = evidenceFigure(item, finding, { locale });
  if (isOtherParty(item, finding)) {
    return fill(EVIDENCE.party, { name: nameInSentence(item.instrument, item.instrumentName), figure, tail });
  }
  const definition = adverbial(tellingDefinitions(item, finding));
  const noun = nounOf(item);
  if (definition === null && !further && grainOf(item.asOf) === 'standing') return fill(EVIDENCE.standing, { noun, figure, tail });
  if (definition === null) return fill(further ? EVIDENCE.furtherPlain : EVIDENCE.plain, { noun, figure, tail });
  return fill(further ? EVIDENCE.further : EVIDENCE.defined, { definition, noun, figure, tail });
}

/** One figure without a verb, for "The latest on record: …". */
export function latestPhrase(item: Evidence, finding: Finding, locale: string = DEFAULT_LOCALE): string {
  const figure = evidenceFigure(item, finding, { locale });
  const tail = ` ${evidenceWhen(item, locale)} ${fill(EVIDENCE.source, { source: sourceName(item.source) })}`;
  const definition = adverbial(item.definitions);
  return definition === null
    ? fill(EVIDENCE.latest, { figure, tail })
    : fill(EVIDENCE.latestDefined, { definition, figure, tail });
}

/** "the rule on record is once a year, in June (FTSE Russell)". */
export function rulePhrase(item: Evidence, finding: Finding, locale: string = DEFAULT_LOCALE): string {
  return fill(EVIDENCE.rule, { figure: evidenceFigure(item, finding, { locale }), source: sourceName(item.source) });
}

/** More periods than this are not read out; the card lists them. */
const PERIODS_IN_SENTENCE = 8;

/**
 * Periods of a streak under the first definition on record: "without dividends +2.1 pp in 2020, −13.2 pp in 2021". Null
 * for an empty list.
 */
export function periodsPhrase(items: readonly Evidence[], finding: Finding, locale: string = DEFAULT_LOCALE): string | null {
  const [first] = items;
  if (!first) return null;
  const definitions = first.definitions.join();
  const phrases = items
    .filter((item) => item.definitions.join() === definitions)
    .slice(0, PERIODS_IN_SENTENCE)
    .map((item) => {
      const figure = evidenceFigure(item, finding, { locale, signed: true, short: true });
      return fill(EVIDENCE.year, { figure, when: evidenceWhen(item, locale) });
    });
  return [adverbial(first.definitions), phrases.join(', ')].filter((part) => part !== null).join(' ');
}

function adverbial(definitions: readonly Definition[]): string | null {
  return definitions.length > 0 ? definitions.map((id) => DEFINITION_ADVERBIALS[id]).join(AND) : null;
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

function nounOf(item: Evidence): string {
  if (item.metric === 'return') return EVIDENCE_NOUNS.return;
  if (item.metric === 'return_vs') return EVIDENCE_NOUNS.difference;
  return item.text !== null ? EVIDENCE_NOUNS.rule : EVIDENCE_NOUNS.figure;
}

/** The two returns behind a difference, or another instrument's figure that stands for nobody. */
function isOtherParty(item: Evidence, { claim }: Finding): boolean {
  if (item.metric !== claim.metric && (claim.metric === 'return_vs' || claim.metric === 'streak')) return true;
  return claim.benchmark !== null && item.instrument === claim.benchmark && item.instrument !== claim.subject;
}
