/** Asking every source once, in Node, with the code that asks them in the browser. */
import type { PartContent } from '../../lib/data/packed.ts';
import { askSource } from '../../lib/data/refresh/ask-source.ts';
import { FetchFailure } from '../../lib/data/refresh/fetch-failure.ts';
import type { Network } from '../../lib/data/refresh/fetch-body.ts';
import { HostGate } from '../../lib/data/refresh/host-gate.ts';
import type { GivenPart } from '../../lib/data/market-data.ts';
import { hostOf } from '../../lib/data/refresh/plan.ts';
import type { SourceContext, SourceSpec } from '../../lib/data/sources/source.ts';

/** The world that sources are asked in. */
export interface Gathering {
  readonly sources: readonly SourceSpec[];
  readonly network: Network;
  readonly context: SourceContext;
  readonly wait: (ms: number) => Promise<void>;
  /** Told of each part that came and of each that did not. */
  readonly onOutcome: (what: string, outcome: string) => void;
}

/**
 * The parts that came, in the order of the sources. A part that fails is asked of its source's fallback, and else left out;
 * hosts are asked one after another, each at most twice a second.
 */
export async function gatherParts({ sources, network, context, wait, onOutcome }: Gathering): Promise<{ readonly parts: readonly GivenPart[]; readonly failed: number }> {
  const gate = new HostGate(network.now, wait);
  const fallbacks = new Set(sources.map(({ fallback }) => fallback));
  const parts: GivenPart[] = [];
  let failed = 0;
  const ask = async (spec: SourceSpec, key: string): Promise<GivenPart | null> => {
    const request = spec.requests(context).find((one) => one.key === key);
    if (request === undefined) return null;
    try {
      const answer = await gate.pass(hostOf(request), () => askSource(network, { spec, request, part: null, version: '' }, context, wait));
      if (answer.kind !== 'part') return null;
      const { asOf, summary, ...content } = answer.part;
      onOutcome(`${spec.id} ${key}`, asOf === null ? summary : `${summary} as of ${asOf}`);
      return { asOf, content: content satisfies PartContent };
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      const { code, status, detail } = error.failure;
      onOutcome(`${spec.id} ${key}`, `failed: ${[code, status, detail].filter((part) => part !== null).join(' ')}`);
      const fallback = sources.find(({ id }) => id === spec.fallback);
      if (fallback !== undefined) return ask(fallback, key);
      failed += 1;
      return null;
    }
  };
  for (const spec of sources) {
    if (fallbacks.has(spec.id)) continue;
    for (const { key } of spec.requests(context)) {
      const part = await ask(spec, key);
      if (part !== null) parts.push(part);
    }
  }
  return { parts, failed };
}
