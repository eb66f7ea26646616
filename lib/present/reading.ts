import type { Evidence, Finding } from '../check/finding.ts';
import type { InstrumentId } from '../market/instrument.ts';
import { DEFAULT_LOCALE, formatAsOf } from './dates.ts';
import { fill } from './fill.ts';
import { formatClaim } from './format.ts';
import { metricName, needsDefinition, needsPeriod } from './metric-names.ts';
import { formatPeriod } from './periods.ts';
import {
  ANNUALISED,
  DEFINITION_LABELS,
  DEFINITION_NOT_STATED,
  FORECAST,
  PERIOD_NOT_STATED,
  READ_AGAINST,
  READ_AS_OF,
  READ_COMPONENT,
  SUBJECT_UNCLEAR,
  THE,
  SEVERAL,
  TOP10,
} from './words.ts';

/** What a claim was read as, field by field. Null where the field says nothing. */
export interface Reading {
  readonly metric: string;
  readonly subject: string;
  readonly value: string;
  readonly period: string | null;
  readonly definition: string | null;
}

/** A label inside a sentence: the first letter small unless it opens an abbreviation ("P/E ratio"). */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** A name inside a sentence: indices and groups take an article, companies and funds do not. */
export function nameInSentence(id: InstrumentId, name: string): string {
  return /^(?:INDEX|GROUP):/.test(id) && !/^the\s/i.test(name) ? fill(THE, { name }) : name;
}

/** Last day of the window that the deciding return was measured over, or null. */
export function windowEnd(evidence: readonly Evidence[]): string | null {
  const measured = evidence.find((item) => item.levels !== undefined && item.role === 'then');
  return measured?.levels?.at(-1)?.[0] ?? null;
}

/** What a claim was read as: metric, subject, value, period, definition, each in words. */
export function readingOf(finding: Finding, locale: string = DEFAULT_LOCALE): Reading {
  const { claim } = finding;
  return {
    metric: metricWords(finding),
    subject: finding.subjectName ?? SUBJECT_UNCLEAR,
    value: formatClaim(claim, { locale }) + (claim.forecast ? ` (${FORECAST})` : ''),
    period: periodOf(finding, locale),
    definition: definitionOf(finding),
  };
}

/** The same in one line: "Russell 2000 · P/E ratio · 17 · definition not stated". */
export function readingLine(finding: Finding, locale: string = DEFAULT_LOCALE): string {
  const { metric, subject, value, period, definition } = readingOf(finding, locale);
  return [subject, metric, value, period, definition].filter((part) => part !== null).join(' · ');
}

function metricWords({ claim, benchmarkName }: Finding): string {
  const against = READ_AGAINST[claim.metric];
  if (against && benchmarkName !== null) {
    return fill(against, { benchmark: nameInSentence(claim.benchmark ?? '', benchmarkName) });
  }
  const metric = metricName(claim.metric);
  if (claim.component === null) return metric;
  return fill(READ_COMPONENT, { metric, component: claim.component === 'TOP10' ? TOP10 : claim.component === 'SEVERAL' ? SEVERAL : claim.component });
}

function periodOf({ claim, evidence }: Finding, locale: string): string | null {
  if (claim.metric === 'streak') return null;
  if (claim.period !== null) {
    return formatPeriod(claim.period, { locale, annualized: claim.annualized, until: windowEnd(evidence) });
  }
  if (claim.statedDate !== null) return fill(READ_AS_OF, { date: formatAsOf(claim.statedDate, locale) });
  return needsPeriod(claim.metric) ? (claim.annualized ? ANNUALISED : PERIOD_NOT_STATED) : null;
}

function definitionOf({ claim }: Finding): string | null {
  if (claim.definition !== null) return DEFINITION_LABELS[claim.definition];
  return needsDefinition(claim.metric) ? DEFINITION_NOT_STATED : null;
}
