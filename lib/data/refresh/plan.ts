/** What is to be asked for now, and when there is something next. Pure. */
import type { HostRow, PartRow, SourceRow } from '../database.ts';
import type { SourceContext, SourceRequest, SourceSpec } from '../sources/source.ts';
import { OWN_SOURCE, partId } from './parts.ts';
import { dueAt, standing } from './schedule.ts';

/** Whether a source may be asked: turned off by the reader, not granted by the browser, or both as it should be. */
export type Access = 'ready' | 'off' | 'no-permission';

/** What is known before a refresh. */
export interface Known {
  readonly sources: readonly SourceSpec[];
  readonly accessOf: (spec: SourceSpec) => Access;
  readonly parts: ReadonlyMap<string, PartRow>;
  readonly states: ReadonlyMap<string, SourceRow>;
  readonly hosts: ReadonlyMap<string, HostRow>;
  /** When the reader last asked for everything anew. */
  readonly wantedAt: number | null;
  /** Version of the extension. */
  readonly version: string;
}

export interface Due {
  readonly spec: SourceSpec;
  readonly request: SourceRequest;
  readonly host: string;
}

export interface Plan {
  readonly due: readonly Due[];
  /** Ids of sources of which something is due that has to wait: for a host, or since the last try failed. */
  readonly waiting: ReadonlySet<string>;
  /** When something is due next that is not due now, in milliseconds; null when nothing ever is. */
  readonly next: number | null;
}

/**
 * Requests that are due, in the order of the sources. A source that is another's fallback is asked by itself only for
 * what no source that may be asked gives: for the rest it waits until that one fails.
 */
export function planRefresh(known: Known, context: SourceContext, now: number): Plan {
  const due: Due[] = [];
  const waiting = new Set<string>();
  let next: number | null = null;
  for (const spec of known.sources) {
    if (known.accessOf(spec) !== 'ready') continue;
    const covered = keysOf(known.sources.filter((one) => one.fallback === spec.id && known.accessOf(one) === 'ready'), context);
    for (const request of spec.requests(context)) {
      if (covered.has(request.key)) continue;
      const host = hostOf(request);
      const byPart = requestDueAt(known, spec, request, now);
      const at = Math.max(byPart, restsUntil(known, spec, host, now));
      if (at <= now) {
        due.push({ spec, request, host });
        continue;
      }
      if (byPart <= now) waiting.add(spec.id);
      next = Math.min(next ?? at, at);
    }
  }
  return { due, waiting, next };
}

/** When a request is due by its part alone: at once when there is none or another version of the extension read it. */
export function requestDueAt(known: Known, spec: SourceSpec, { key }: SourceRequest, now: number): number {
  const part = known.parts.get(partId(spec.id, key));
  if (part === undefined || part.readBy !== known.version) return now;
  if (isWanted(known, part.checkedAt, now)) return now;
  return dueAt(spec.schedule, part.checkedAt, now);
}

/** Time before which a source or its host is left alone. The reader's wish goes over everything but the host's own. */
export function restsUntil(known: Known, spec: SourceSpec, host: string, now: number): number {
  const state = known.states.get(spec.id);
  const waiting = known.hosts.get(host);
  const ofSource =
    state === undefined || state.nextTry === null || isWanted(known, state.setAt ?? 0, now)
      ? now
      : standing(state.nextTry, state.setAt ?? 0, now);
  const ofHost =
    waiting === undefined || (!waiting.isHostsWish && isWanted(known, waiting.setAt, now))
      ? now
      : standing(waiting.notBefore, waiting.setAt, now);
  return Math.max(ofSource, ofHost);
}

/** Whether the reader has asked for everything anew since. A wish of a time to come is none. */
function isWanted({ wantedAt }: Known, since: number, now: number): boolean {
  return wantedAt !== null && wantedAt <= now && since < wantedAt;
}

export function hostOf({ url }: SourceRequest): string {
  return new URL(url).host;
}

function keysOf(specs: readonly SourceSpec[], context: SourceContext): ReadonlySet<string> {
  return new Set(specs.flatMap((spec) => spec.requests(context).map(({ key }) => key)));
}

/** Parts that nothing asks for any more: of sources that are gone or off, and of requests that time has passed. Never the reader's own. */
export function surplusParts(known: Known, context: SourceContext): readonly string[] {
  const wanted = new Set(
    known.sources
      .filter((spec) => known.accessOf(spec) !== 'off')
      .flatMap((spec) => spec.requests(context).map(({ key }) => partId(spec.id, key))),
  );
  return [...known.parts].filter(([id, { source }]) => source !== OWN_SOURCE && !wanted.has(id)).map(([id]) => id);
}
