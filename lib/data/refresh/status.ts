/** What the reader is shown of sources: what came, when, what failed, and when it is tried again. */
import type { SourceFailure } from '../../market/source-failure.ts';
import type { PartRow } from '../database.ts';
import type { SourceContext, SourceGroup, SourceSpec } from '../sources/source.ts';
import type { Access, Known } from './plan.ts';
import { hostOf, requestDueAt } from './plan.ts';
import type { Progress } from './refresh.ts';
import { standing } from './schedule.ts';

/** One source as it stands. Times are milliseconds. */
export interface SourceStatus {
  readonly id: string;
  readonly group: SourceGroup;
  readonly title: string;
  readonly gives: string;
  readonly terms: string;
  readonly access: Access;
  readonly isFallback: boolean;
  /** What is in storage of it, in the order in which it is asked for. */
  readonly parts: readonly { readonly key: string; readonly summary: string; readonly asOf: string | null; readonly checkedAt: number }[];
  /** How many parts it is asked for. */
  readonly wanted: number;
  readonly failure: SourceFailure | null;
  /** When it is asked next; null when it is not asked as things are. */
  readonly nextTry: number | null;
  /** Null while it is not being asked. */
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** Every source of the registry, in its order. */
export function sourceStatuses(known: Known, context: SourceContext, now: number, progress: Progress | null): readonly SourceStatus[] {
  const fallbacks = new Set(known.sources.map(({ fallback }) => fallback));
  const partsOf = Map.groupBy(known.parts.values(), ({ source }) => source);
  return known.sources.map((spec) => {
    const access = known.accessOf(spec);
    const { id, group, title, gives, terms } = spec;
    const requests = spec.requests(context);
    const order = new Map(requests.map(({ key }, at) => [key, at]));
    const at = (key: string): number => order.get(key) ?? requests.length;
    const parts = (partsOf.get(id) ?? []).filter(({ rows }) => rows > 0).sort((a, b) => at(a.key) - at(b.key));
    return {
      id,
      group,
      title,
      gives,
      terms,
      access,
      isFallback: fallbacks.has(id),
      parts: parts.map(({ key, summary, asOf, checkedAt }: PartRow) => ({ key, summary, asOf, checkedAt })),
      wanted: requests.length,
      failure: known.states.get(id)?.failure ?? null,
      nextTry: access === 'ready' && !fallbacks.has(id) ? nextTryOf(known, spec, context, now) : null,
      progress: progress?.get(id) ?? null,
    };
  });
}

function nextTryOf(known: Known, spec: SourceSpec, context: SourceContext, now: number): number | null {
  const state = known.states.get(spec.id);
  const ofSource = state === undefined || state.nextTry === null ? 0 : standing(state.nextTry, state.setAt ?? 0, now);
  const times = spec.requests(context).map((request) => {
    const host = known.hosts.get(hostOf(request));
    const ofHost = host === undefined ? 0 : standing(host.notBefore, host.setAt, now);
    return Math.max(requestDueAt(known, spec, request, now), ofSource, ofHost);
  });
  return times.length === 0 ? null : Math.min(...times);
}
