import type { Evidence, Finding, NoteCode, ReasonCode } from '../check/finding.ts';
import { DEFAULT_LOCALE, formatAsOf, grainOf } from './dates.ts';
import { evidenceFigure, evidencePhrase, evidenceWhen, latestPhrase, rulePhrase, sourceName, periodsPhrase } from './evidence-words.ts';
import { canFill, fill, type Slots } from './fill.ts';
import { formatClaim } from './format.ts';
import { coverageWords } from '../market/index-observations.ts';
import { metricName } from './metric-names.ts';
import { inSentence, nameInSentence } from './reading.ts';
import { BEYOND, DEFINITION_ADVERBIALS, EVIDENCE, NOTES, REASONS, SAYS, THE_INSTRUMENT, WANTED } from './words.ts';

/**
 * The reason for a verdict in one or two plain sentences with the finding's own figures. The same words stand in the
 * card, the popup, the terminal and the exports. Never holds an unfilled slot: where the finding lacks what the full
 * sentence needs, its plain form is used.
 */
export function reasonSentence(finding: Finding, locale: string = DEFAULT_LOCALE): string {
  return sentence(REASONS[finding.reason], slotsOfReason(finding, locale));
}

/** One remark beside the reason. */
export function noteSentence(note: NoteCode, finding: Finding, locale: string = DEFAULT_LOCALE): string {
  return sentence(NOTES[note], slotsOfNote(finding, locale));
}

/** All remarks of a finding, in its order. That the page has no date is left out where it says nothing new. */
export function noteSentences(finding: Finding, locale: string = DEFAULT_LOCALE): string[] {
  const { notes, reason, evidence } = finding;
  const first = evidence.find(({ fits }) => fits) ?? evidence[0];
  const isDateTold = reason === 'no-date' || first === undefined || grainOf(first.asOf) === 'standing';
  return notes.filter((note) => note !== 'undated-article' || !isDateTold).map((note) => noteSentence(note, finding, locale));
}

/** What would settle a claim that cannot be checked; null when nothing is wanted. */
export function wantedSentence(finding: Finding): string | null {
  return finding.wanted === null ? null : fill(WANTED[finding.wanted], { subject: subjectWords(finding) });
}

function sentence(forms: { readonly full: string; readonly bare: string }, slots: Slots): string {
  const filled = fill(canFill(forms.full, slots) ? forms.full : forms.bare, slots);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

function subjectWords({ claim, subjectName }: Finding): string {
  return subjectName === null ? THE_INSTRUMENT : nameInSentence(claim.subject ?? '', subjectName);
}

const byRole = (finding: Finding, role: Evidence['role']): Evidence[] =>
  finding.evidence.filter((item) => item.role === role);

function slotsOfReason(finding: Finding, locale: string): Slots {
  const { claim } = finding;
  const then = ownElseAll(byRole(finding, 'then'), finding);
  const now = byRole(finding, 'now');
  // An average that fits only when it is taken another way is on record with its usual figure: one that fits as it stands comes first.
  const fitting = then.filter((item) => item.fits).toSorted((a, b) => Number(isWithin(b, finding)) - Number(isWithin(a, finding)));
  const outside = then.filter((item) => !item.fits);
  const contrary = contraryTo(fitting[0], outside);
  const phrase = (items: readonly Evidence[], further = false): string | null =>
    evidencePhrase(items, finding, { locale, further });
  const plain = (item: Evidence | undefined): string | null => (item ? phrase([{ ...item, definitions: [] }]) : null);
  const isStreak = claim.metric === 'streak';
  return {
    says: fill(SAYS, { figure: formatClaim(claim, { locale, directed: true }) }),
    metric: inSentence(metricName(claim.metric)),
    subject: subjectWords(finding),
    definition: claim.definition === null ? null : DEFINITION_ADVERBIALS[claim.definition],
    fitting: phrase(fitting.slice(0, 1)),
    fittingPlain: plain(preferDefinition(fitting, finding)),
    contrary: contrary ? phrase([contrary], true) : null,
    contraryPlain: plain(preferDefinition(outside, finding)),
    then: isStreak ? periodsPhrase(then, finding, locale) : phrase(then),
    now: now[0] ? latestPhrase(now[0], finding, locale) : null,
    rule: then[0] ? rulePhrase(finding.verdict === 'supported' ? (fitting[0] ?? then[0]) : then[0], finding, locale) : null,
    nowRule: now[0] ? rulePhrase(now[0], finding, locale) : null,
    counterexample: isStreak ? periodsPhrase(outside, finding, locale) : phrase(outside),
    direction: directionOf(finding),
  };
}

function isWithin({ low, high }: Evidence, { interval }: Finding): boolean {
  if (interval === null || low === null || high === null) return true;
  return (interval.low === null || high >= interval.low) && (interval.high === null || low <= interval.high);
}

/** Figures of the claim's own metric, without those that they were computed from; all figures where it has none. */
function ownElseAll(items: readonly Evidence[], { claim }: Finding): readonly Evidence[] {
  const own = items.filter((item) => item.metric === claim.metric && item.instrument !== claim.benchmark);
  return own.length > 0 ? own : items;
}

/** The figure under another definition than the fitting one, else any that does not fit. */
function contraryTo(fitting: Evidence | undefined, outside: readonly Evidence[]): Evidence | undefined {
  const definitions = fitting?.definitions.join() ?? '';
  return outside.find((item) => item.definitions.join() !== definitions) ?? outside[0];
}

function preferDefinition(items: readonly Evidence[], { claim }: Finding): Evidence | undefined {
  const stated = claim.definition;
  return (stated === null ? undefined : items.find((item) => item.definitions.includes(stated))) ?? items[0];
}

function directionOf({ claim }: Finding): string {
  if (claim.value.high < 0) return BEYOND.past;
  return claim.qualifier === 'over' ? BEYOND.above : claim.qualifier === 'under' || claim.qualifier === 'up to' ? BEYOND.below : BEYOND.past;
}

function slotsOfNote(finding: Finding, locale: string): Slots {
  const then = byRole(finding, 'then');
  const now = byRole(finding, 'now')[0];
  const standing = finding.evidence.find((item) => item.standsFor !== undefined);
  const data = standing ?? then[0];
  // Some reasons already set the two figures side by side; the remark then does not say them again.
  const told = finding.reason === 'fits-one-definition' || finding.reason === 'outside-every-definition';
  const inclusive = told ? undefined : finding.evidence.find((item) => item.definitions.includes('incl_negative'));
  const dated = then[0] ?? now;
  const coverage = then.find((item) => item.fits && item.coverage !== undefined)?.coverage;
  return {
    subject: standing?.standsFor === finding.claim.benchmark && finding.benchmarkName !== null
      ? nameInSentence(finding.claim.benchmark ?? '', finding.benchmarkName)
      : finding.subjectName === null ? null : subjectWords(finding),
    dataName: data ? nameInSentence(data.instrument, data.instrumentName) : null,
    // The index, not the fund whose figures stand for it.
    readAs: finding.claim.subject !== null && finding.subjectName !== null ? nameInSentence(finding.claim.subject, finding.subjectName) : data && data.standsFor === undefined ? nameInSentence(data.instrument, data.instrumentName) : null,
    inclusive: inclusive
      ? `${evidenceFigure(inclusive, finding, { locale })} ${evidenceWhen(inclusive, locale)} ${fill(EVIDENCE.source, { source: sourceName(inclusive.source) })}`
      : null,
    now: now ? latestPhrase(now, finding, locale) : null,
    asOf: dated ? formatAsOf(dated.asOf, locale) : null,
    coverage: coverage ? coverageWords(coverage) : null,
  };
}

/** Every reason code, for tests that walk them all. */
export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];
/** Every note code, for tests that walk them all. */
export const NOTE_CODES = Object.keys(NOTES) as readonly NoteCode[];
