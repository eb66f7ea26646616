import { metricById } from '../market/metrics/index.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import type { InstrumentId } from '../market/instrument.ts';
import { SIZE_FAMILIES, indexOf } from './families.ts';
import type { SizeFamily } from './families.ts';
import type { Claim, Finding } from './finding.ts';
import { judgeObservation } from './judge-observation.ts';
import { judgeReturn } from './judge-return.ts';
import { judgeRule } from './judge-rule.ts';
import { judgeStreak } from './judge-streak.ts';
import { nameOf, sortEvidence, unverifiable, wantedFor } from './judgement.ts';
import type { JudgeContext, Judgement, SubjectClaim } from './judgement.ts';

/** What the text knows of a claim's parties beside who they are. */
export interface Parties {
  /** Set when the text says only "small caps" or the like. */
  readonly subjectFamily: SizeFamily | null;
  readonly benchmarkFamily: SizeFamily | null;
  /** The text names somebody, but not surely enough to say who. */
  readonly isNamed: boolean;
}

/**
 * One claim to one finding. Pure, and the same whatever the order of the data. `contradicted` is only said when the right
 * instrument, metric, definition and date are on record and every admissible figure misses; in doubt the verdict is
 * `unverifiable` with its reason.
 */
export function judgeClaim(given: Claim, parties: Parties, context: JudgeContext): Finding {
  const judgement = ifPlain(given, judgementOf(given, parties, context));
  const claim = {
    ...given,
    subject: ofFamily(given.subject, parties.subjectFamily, context),
    benchmark: ofFamily(given.benchmark, parties.benchmarkFamily, context),
  };
  return {
    claim,
    subjectName: claim.subject === null ? null : nameOf(claim.subject, context.directory),
    benchmarkName: claim.benchmark === null ? null : nameOf(claim.benchmark, context.directory),
    interval: judgement.interval,
    verdict: judgement.verdict,
    reason: judgement.reason,
    notes: [...new Set(judgement.notes)].toSorted(),
    evidence: sortEvidence(judgement.evidence),
    wanted: wantedFor(judgement),
    copies: [],
  };
}

/** A figure that misses is only called wrong when the sentence leaves no doubt whom and when it means (VERDICTS 27). */
function ifPlain(claim: Claim, judgement: Judgement): Judgement {
  return judgement.verdict !== 'contradicted' || claim.isPlain ? judgement : { ...judgement, verdict: 'unverifiable', reason: 'not-plainly-said' };
}

function judgementOf(claim: Claim, parties: Parties, context: JudgeContext): Judgement {
  if (claim.forecast) return unverifiable('forecast');
  // "the year before", "up from 19.9": a time was named that the reading could not resolve.
  if (claim.definition === 'other_basis') return unverifiable('definition-not-on-record');
  if (claim.period === 'unclear') return unverifiable('period-unclear');
  const metric = metricById(claim.metric, context.metrics);
  if (!metric || metric.judge === 'none') return unverifiable('not-checkable');
  const { subjectFamily, benchmarkFamily } = parties;
  if (subjectFamily === null && benchmarkFamily === null) {
    if (claim.subject === null) return unverifiable(parties.isNamed ? 'ambiguous-subject' : 'no-subject');
    return judgeSubject({ ...claim, subject: claim.subject }, metric, context);
  }
  const ownSubject = ofFamily(claim.subject, subjectFamily, context);
  const ownBenchmark = ofFamily(claim.benchmark, benchmarkFamily, context);
  if (ownSubject !== null && benchmarkFamily === null) {
    // The article's own index for the group is the likeliest; another family is only asked before it is called wrong.
    const own = judgeSubject({ ...claim, subject: ownSubject }, metric, context);
    const isSettled = own.verdict === 'supported' || own.verdict === 'outdated' || own.reason === 'fits-one-definition';
    if (isSettled) return own;
  }
  const subjects = membersOf(ownSubject, subjectFamily);
  const isRelative = claim.benchmark !== null || benchmarkFamily !== null;
  const benchmarks = isRelative ? membersOf(ownBenchmark, benchmarkFamily) : [null];
  const judgements = subjects.flatMap((subject) =>
    benchmarks
      .filter((benchmark) => benchmark === null || benchmark !== subject)
      .map((benchmark) => ({ subject, benchmark, judged: judgeSubject({ ...claim, subject, benchmark }, metric, context) })),
  );
  return combine(judgements);
}

/** The instrument that stands for the group in this article, unless it is none of that size ("small caps … the S&P 500"). */
function ofFamily(id: InstrumentId | null, family: SizeFamily | null, context: JudgeContext): InstrumentId | null {
  if (id === null || family === null) return id;
  const index = indexOf(context.directory.byId(id));
  return index !== null && SIZE_FAMILIES[family].includes(index) ? id : null;
}

function membersOf(id: InstrumentId | null, family: SizeFamily | null): readonly InstrumentId[] {
  const members = family === null ? [] : SIZE_FAMILIES[family].filter((member) => member !== id);
  return id === null ? members : [id, ...members];
}

/**
 * "Small caps" without an index: every index family on record is tried. Agreement gives the verdict, disagreement makes it
 * definition-dependent, and one family alone never contradicts (VERDICTS 21).
 */
function combine(
  tried: readonly { readonly subject: InstrumentId; readonly benchmark: InstrumentId | null; readonly judged: Judgement }[],
): Judgement {
  const [first] = tried;
  if (!first) return unverifiable('no-subject');
  const decided = tried.filter(({ judged }) => judged.verdict !== 'unverifiable');
  const notes = ['proxy-for-small-caps' as const];
  if (decided.length === 0) return { ...first.judged, notes: [...first.judged.notes, ...notes] };
  const evidence = decided.flatMap(({ judged }) => judged.evidence);
  const allNotes = [...decided.flatMap(({ judged }) => judged.notes), ...notes];
  const base = { notes: allNotes, evidence, interval: decided[0]?.judged.interval ?? null };
  const holds = decided.filter(({ judged }) => judged.verdict === 'supported' || judged.verdict === 'outdated');
  const broken = decided.filter(({ judged }) => judged.verdict === 'contradicted');
  const depends = decided.find(({ judged }) => judged.verdict === 'definition-dependent');
  if (depends) return { ...base, verdict: 'definition-dependent', reason: depends.judged.reason };
  if (holds.length > 0 && broken.length > 0) {
    return { ...base, verdict: 'definition-dependent', reason: 'order-depends-on-definition' };
  }
  if (broken.length > 0) {
    const isOneFamily = new Set(broken.map(({ subject }) => subject)).size < 2 && new Set(broken.map(({ benchmark }) => benchmark)).size < 2;
    const reason = broken[0]?.judged.reason ?? 'outside-return';
    return isOneFamily ? { ...base, verdict: 'unverifiable', reason: 'ambiguous-subject' } : { ...base, verdict: 'contradicted', reason };
  }
  const outdated = holds.every(({ judged }) => judged.verdict === 'outdated');
  const shown = holds.find(({ judged }) => (judged.verdict === 'outdated') === outdated) ?? holds[0];
  return { ...base, verdict: outdated ? 'outdated' : 'supported', reason: shown?.judged.reason ?? 'fits' };
}

function judgeSubject(claim: SubjectClaim, metric: MetricSpec, context: JudgeContext): Judgement {
  const kind = context.directory.byId(claim.subject)?.kind;
  if (kind !== undefined && !metric.appliesTo.includes(kind)) return unverifiable('not-checkable');
  if (metric.judge === 'rule') return judgeRule(claim, metric, context);
  if (metric.judge === 'return') return judgeReturn(claim, metric, context);
  if (metric.judge === 'streak') return judgeStreak(claim, metric, context);
  return judgeObservation(claim, metric, context);
}
