import type { Evidence, Finding, NoteCode } from '../check/finding.ts';
import { formatAsOf, grainOf } from './dates.ts';
import { coverageWords, evidencePhrase, figurePhrase, latestPhrase, periodsPhrase, rulePhrase } from './evidence-words.ts';
import { canFill, fill, type Slots } from './fill.ts';
import { formatClaim } from './format.ts';
import { ENGLISH, type Language, type Words } from './language.ts';
import { metricName } from './metric-names.ts';
import { inSentence, nameInSentence } from './reading.ts';
import { wordOf } from './word-of.ts';

/**
 * The reason for a verdict in one or two plain sentences with the finding's own figures. The same words stand in the
 * card, the popup, the terminal and the exports. Never holds an unfilled slot: where the finding lacks what the full
 * sentence needs, its plain form is used.
 */
export function reasonSentence(finding: Finding, language: Language = ENGLISH): string {
  return sentence(wordOf(language.words.reasons, finding.reason), slotsOfReason(finding, language));
}

/** One remark beside the reason. */
export function noteSentence(note: NoteCode, finding: Finding, language: Language = ENGLISH): string {
  return sentence(wordOf(language.words.notes, note), slotsOfNote(finding, language));
}

/** All remarks of a finding, in its order. That the page has no date is left out where it says nothing new. */
export function noteSentences(finding: Finding, language: Language = ENGLISH): string[] {
  const { notes, reason, evidence } = finding;
  const first = evidence.find(({ fits }) => fits) ?? evidence[0];
  const isDateTold = reason === 'no-date' || first === undefined || grainOf(first.asOf) === 'standing';
  return notes.filter((note) => note !== 'undated-article' || !isDateTold).map((note) => noteSentence(note, finding, language));
}

/** What would settle a claim that cannot be checked; null when nothing is wanted. */
export function wantedSentence(finding: Finding, language: Language = ENGLISH): string | null {
  return finding.wanted === null ? null : fill(wordOf(language.words.wanted, finding.wanted), { subject: subjectWords(finding, language) });
}

/**
 * `full` where there is one and every slot of it can be filled from the finding, else `bare`, whose slots every finding
 * can fill.
 */
function sentence({ full, bare }: { readonly full?: string; readonly bare: string }, slots: Slots): string {
  const filled = fill(full !== undefined && canFill(full, slots) ? full : bare, slots);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

function subjectWords({ claim, subjectName }: Finding, language: Language): string {
  return subjectName === null ? language.words.reading.theInstrument : nameInSentence(claim.subject ?? '', subjectName, language);
}

const byRole = (finding: Finding, role: Evidence['role']): Evidence[] =>
  finding.evidence.filter((item) => item.role === role);

function slotsOfReason(finding: Finding, language: Language): Slots {
  const { claim } = finding;
  const { phrases, definitions } = language.words;
  const then = ownElseAll(byRole(finding, 'then'), finding);
  const now = byRole(finding, 'now');
  // An average that fits only when it is taken another way is on record with its usual figure: one that fits as it stands comes first.
  const fitting = then.filter((item) => item.fits).toSorted((a, b) => Number(isWithin(b, finding)) - Number(isWithin(a, finding)));
  const outside = then.filter((item) => !item.fits);
  const contrary = contraryTo(fitting[0], outside);
  const phrase = (items: readonly Evidence[], further = false): string | null =>
    evidencePhrase(items, finding, { language, further });
  const plain = (item: Evidence | undefined): string | null => (item ? phrase([{ ...item, definitions: [] }]) : null);
  const isStreak = claim.metric === 'streak';
  return {
    says: fill(phrases.says, { figure: formatClaim(claim, { language, directed: true }) }),
    metric: inSentence(metricName(claim.metric, language), language),
    subject: subjectWords(finding, language),
    definition: claim.definition === null ? null : definitions[claim.definition].adverbial,
    fitting: phrase(fitting.slice(0, 1)),
    fittingPlain: plain(preferDefinition(fitting, finding)),
    contrary: contrary ? phrase([contrary], true) : null,
    contraryPlain: plain(preferDefinition(outside, finding)),
    then: isStreak ? periodsPhrase(then, finding, language) : phrase(then),
    now: now[0] ? latestPhrase(now[0], finding, language) : null,
    rule: then[0] ? rulePhrase(finding.verdict === 'supported' ? (fitting[0] ?? then[0]) : then[0], finding, language) : null,
    nowRule: now[0] ? rulePhrase(now[0], finding, language) : null,
    counterexample: isStreak ? periodsPhrase(outside, finding, language) : phrase(outside),
    beyond: phrases.beyond[directionOf(finding)],
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

function directionOf({ claim }: Finding): keyof Words['phrases']['beyond'] {
  if (claim.value.high < 0) return 'past';
  return claim.qualifier === 'over' ? 'above' : claim.qualifier === 'under' || claim.qualifier === 'up to' ? 'below' : 'past';
}

function slotsOfNote(finding: Finding, language: Language): Slots {
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
      ? nameInSentence(finding.claim.benchmark ?? '', finding.benchmarkName, language)
      : finding.subjectName === null ? null : subjectWords(finding, language),
    dataName: data ? nameInSentence(data.instrument, data.instrumentName, language) : null,
    // The index, not the fund whose figures stand for it.
    readAs: finding.claim.subject !== null && finding.subjectName !== null ? nameInSentence(finding.claim.subject, finding.subjectName, language) : data && data.standsFor === undefined ? nameInSentence(data.instrument, data.instrumentName, language) : null,
    inclusive: inclusive ? figurePhrase(inclusive, finding, language) : null,
    now: now ? latestPhrase(now, finding, language) : null,
    asOf: dated ? formatAsOf(dated.asOf, language) : null,
    coverage: coverage ? coverageWords(coverage, language) : null,
  };
}
