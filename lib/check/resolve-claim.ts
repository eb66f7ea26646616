/**
 * The parties of a draft claim: subject, benchmark and part, of the mentions that were resolved. A figure whose grammatical
 * subject is unknown belongs to nobody else.
 */
import type { DraftClaim, Mention } from '../detect/detection.ts';
import type { Instrument, InstrumentId, InstrumentKind } from '../market/instrument.ts';
import { metricById } from '../market/metrics/index.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import type { Claim } from './finding.ts';

/** Whom the mentions of a page name, by their ids. */
export interface ResolvedMentions {
  instrument(id: number): Instrument | null;
  mention(id: number): Mention | null;
}

/** The claim with its parties; null when it is about nothing in the directory. */
export function resolveClaim(draft: DraftClaim, context: ResolvedMentions, metrics: readonly MetricSpec[]): Claim | null {
  const spec = metricById(draft.metric, metrics);
  const component = componentOf(draft, context);
  if (draft.componentMentions.length > 0 && component.isMissing) return null;
  const found = subjectOf(draft, context, spec, component.id);
  if (found === null) return null;
  const subject = found.id;
  const benchmark = draft.benchmarks.map((id) => context.instrument(id)).find((instrument) => instrument != null)?.id ?? null;
  if ((draft.metric === 'return_vs' || draft.metric === 'streak') && subject !== null && subject === benchmark) return null;
  const { subjects: _subjects, benchmarks: _benchmarks, componentMentions: _components, isSubjectCertain: _certain, subjectKind: _kind, ...rest } = draft;
  return { ...rest, isPlain: rest.isPlain && found.isLikeliest, subject, benchmark, component: component.id ?? draft.component };
}

/** `id` is null when only a size group is named; no subject at all when the claim is about nothing in the directory. */
type Subject = { readonly id: InstrumentId | null; readonly isLikeliest: boolean } | null;

function subjectOf(draft: DraftClaim, context: ResolvedMentions, spec: MetricSpec | null, component: string | null): Subject {
  const applies = (instrument: Instrument): boolean => spec === null || spec.appliesTo.includes(instrument.kind);
  // Where somebody likelier is unknown, the one found is a guess.
  let isLikeliest = true;
  for (const [index, id] of draft.subjects.entries()) {
    const instrument = context.instrument(id);
    if (instrument === null) {
      // The grammatical subject, or its alias right behind it, is unknown: the figure is not somebody else's.
      if (index === 0 && draft.isSubjectCertain && !hasResolvedAlias(draft, context)) return null;
      if (index > 0 || !hasResolvedAlias(draft, context)) isLikeliest = false;
      continue;
    }
    if (!applies(instrument) || instrument.id === component) continue;
    if (draft.subjectKind !== null && !isKind(instrument.kind, draft.subjectKind)) continue;
    return { id: instrument.id, isLikeliest };
  }
  return draft.group !== null ? { id: null, isLikeliest: true } : null;
}

function hasResolvedAlias(draft: DraftClaim, context: ResolvedMentions): boolean {
  const first = context.mention(draft.subjects[0]!);
  const second = draft.subjects[1] === undefined ? null : context.mention(draft.subjects[1]);
  if (first === null || second === null || second.symbol === null || context.instrument(second.id) === null) return false;
  // "Brinker International (NYSE: EAT)": the symbol stands right behind the name.
  const gap = second.span.start - first.span.end;
  return Math.abs(second.id - first.id) === 1 && second.notation !== 'name' && gap >= 0 && gap <= (second.notation === 'paren' || second.notation === 'exchange' ? 20 : 9);
}

function isKind(kind: InstrumentKind, wanted: 'stock' | 'fund' | 'index'): boolean {
  return wanted === 'index' ? kind === 'index' || kind === 'group' : kind === wanted;
}

function componentOf(draft: DraftClaim, context: ResolvedMentions): { id: string | null; isMissing: boolean } {
  for (const id of draft.componentMentions) {
    const instrument = context.instrument(id);
    if (instrument !== null && instrument.kind === 'stock') return { id: instrument.id, isMissing: false };
  }
  return { id: null, isMissing: draft.component === null };
}
