import type {
  Claim,
  Directory,
  Evidence,
  EvidenceStore,
  Interval,
  NoteCode,
  ReasonCode,
  Verdict,
} from './finding.ts';
import type { InstrumentId } from '../market/instrument.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';

/** All that a judge may look at besides the claim. Fixed for one article. */
export interface JudgeContext {
  readonly directory: Directory;
  readonly evidence: EvidenceStore;
  readonly metrics: readonly MetricSpec[];
  /** `YYYY-MM-DD`, or null when the article has no date. */
  readonly published: string | null;
  /** The day the reader reads. */
  readonly today: string;
}

/** What a judge says of one claim about one subject. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: ReasonCode;
  readonly notes: readonly NoteCode[];
  readonly evidence: readonly Evidence[];
  readonly interval: Interval | null;
}

/** A claim whose subject is certain. */
export type SubjectClaim = Claim & { readonly subject: InstrumentId };

export function unverifiable(
  reason: ReasonCode,
  more: { evidence?: readonly Evidence[]; interval?: Interval | null; notes?: readonly NoteCode[] } = {},
): Judgement {
  return {
    verdict: 'unverifiable',
    reason,
    notes: more.notes ?? [],
    evidence: more.evidence ?? [],
    interval: more.interval ?? null,
  };
}

/** What would settle a claim that cannot be judged, by the reason it cannot. */
const WANTED: Readonly<Partial<Record<ReasonCode, 'date' | 'source' | 'definition' | 'subject' | 'daily-data' | 'time'>>> = {
  forecast: 'time',
  'no-subject': 'subject',
  'ambiguous-subject': 'subject',
  'not-plainly-said': 'subject',
  'no-date': 'date',
  'period-unclear': 'date',
  'no-data': 'source',
  'no-data-near': 'source',
  'only-partial-data': 'source',
  'data-too-coarse': 'daily-data',
  'definition-not-on-record': 'definition',
  'only-other-definition': 'definition',
  'only-other-basis': 'definition',
  'too-close-to-call': 'source',
  'sources-disagree': 'source',
  'not-checkable': 'source',
};

export function wantedFor(judgement: Judgement): 'date' | 'source' | 'definition' | 'subject' | 'daily-data' | 'time' | null {
  return judgement.verdict === 'unverifiable' ? (WANTED[judgement.reason] ?? 'source') : null;
}

/** Sources in an order of their own: a verdict and its card never depend on the order in which data came. */
export function sortEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  const key = (one: Evidence): string =>
    [
      one.role === 'then' ? 0 : 1,
      one.fits ? 0 : 1,
      one.standsFor === undefined ? 0 : 1,
      one.asOf.to,
      one.instrument,
      one.method,
      one.source.title,
      String(one.low),
    ].join('\u0000');
  return evidence.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Whether an open-sided claim ("more than 20%") is met by half as much again or more (VERDICTS 4). */
export function isUnderstated(claim: Claim, actual: number | null): boolean {
  if (claim.qualifier !== 'over' || actual === null || claim.value.low === 0) return false;
  return Math.abs(actual) >= 1.5 * Math.abs(claim.value.low);
}

export function nameOf(id: InstrumentId, directory: Directory): string {
  return directory.byId(id)?.name ?? id;
}
