import type { Evidence, Finding } from '../check/finding.ts';
import type { InstrumentId } from '../market/instrument.ts';
import { formatAsOf } from './dates.ts';
import { fill } from './fill.ts';
import { formatClaim } from './format.ts';
import { metricName, needsDefinition, needsPeriod } from './metric-names.ts';
import { formatPeriod } from './periods.ts';
import { ENGLISH, type Language } from './language.ts';
import { sectorName } from './sector-name.ts';

/** What a claim was read as, field by field. Null where the field says nothing. */
export interface Reading {
  readonly metric: string;
  readonly subject: string;
  readonly value: string;
  readonly period: string | null;
  readonly definition: string | null;
}

/** Languages that write nouns with capitals wherever they stand. */
const CAPITALISING: ReadonlySet<string> = new Set(['de']);

/** A label inside a sentence: the first letter small unless it opens an abbreviation ("P/E ratio"). */
export function inSentence(label: string, { tag }: Language = ENGLISH): string {
  const isLowered = /^\p{Lu}\p{Ll}/u.test(label) && !CAPITALISING.has(tag);
  return isLowered ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** A name inside a sentence: indices and groups take an article, companies and funds do not. */
export function nameInSentence(id: InstrumentId, name: string, { words }: Language = ENGLISH): string {
  const kind = /^(INDEX|GROUP):/.exec(id)?.[1];
  if (kind === undefined || /^the\s/i.test(name)) return name;
  return fill(kind === 'INDEX' ? words.reading.theIndex : words.reading.theGroup, { name });
}

/** Last day of the window that the deciding return was measured over, or null. */
export function windowEnd(evidence: readonly Evidence[]): string | null {
  const measured = evidence.find((item) => item.levels !== undefined && item.role === 'then');
  return measured?.levels?.at(-1)?.[0] ?? null;
}

/** What a claim was read as: metric, subject, value, period, definition, each in words. */
export function readingOf(finding: Finding, language: Language = ENGLISH): Reading {
  const { claim } = finding;
  const { reading } = language.words;
  const value = formatClaim(claim, { language });
  return {
    metric: metricWords(finding, language),
    subject: finding.subjectName ?? reading.subjectUnclear,
    value: claim.forecast ? fill(reading.valueForecast, { value }) : value,
    period: periodOf(finding, language),
    definition: definitionOf(finding, language),
  };
}

/** The same in one line: "Russell 2000 · P/E ratio · 17 · definition not stated". */
export function readingLine(finding: Finding, language: Language = ENGLISH): string {
  const { metric, subject, value, period, definition } = readingOf(finding, language);
  return [subject, metric, value, period, definition].filter((part) => part !== null).join(' · ');
}

function metricWords({ claim, benchmarkName }: Finding, language: Language): string {
  const { reading } = language.words;
  if ((claim.metric === 'return_vs' || claim.metric === 'streak') && benchmarkName !== null) {
    return fill(reading.against[claim.metric], { benchmark: nameInSentence(claim.benchmark ?? '', benchmarkName, language) });
  }
  const metric = metricName(claim.metric, language);
  return claim.component === null ? metric : fill(reading.component, { metric, component: componentName(claim.component, language) });
}

/** A holding by its symbol, a sector by its name, or what is added together. */
export function componentName(component: string, language: Language = ENGLISH): string {
  const { top10, top10Companies, several } = language.words.reading;
  switch (component) {
    case 'TOP10':
      return top10;
    case 'TOP10_COMPANIES':
      return top10Companies;
    case 'SEVERAL':
      return several;
    default:
      return sectorName(component, language);
  }
}

function periodOf({ claim, evidence }: Finding, language: Language): string | null {
  const { reading } = language.words;
  if (claim.metric === 'streak') return null;
  if (claim.period !== null) {
    return formatPeriod(claim.period, { language, annualized: claim.annualized, until: windowEnd(evidence) });
  }
  if (claim.statedDate !== null) return fill(reading.asOf, { date: formatAsOf(claim.statedDate, language) });
  return needsPeriod(claim.metric) ? (claim.annualized ? reading.annualised : reading.periodNotStated) : null;
}

function definitionOf({ claim }: Finding, { words }: Language): string | null {
  if (claim.definition !== null) return words.definitions[claim.definition].label;
  return needsDefinition(claim.metric) ? words.reading.definitionNotStated : null;
}
