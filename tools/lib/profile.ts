/** The little of a V8 CPU profile (`Profiler.stop`) that is needed here. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly startTime: number;
  readonly samples?: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas?: readonly number[];
}

export interface MainThreadUse {
  /** Milliseconds in which a function of the extension was on the stack. */
  readonly totalMs: number;
  /** The longest time without a break. */
  readonly longestMs: number;
}

/**
 * How long code from addresses with the given beginning was on the stack. What it calls counts too, such as layout that
 * the browser does for it. Collecting garbage in the middle of a slice neither counts nor ends it.
 */
export function useBy(profile: CpuProfile, urlPrefix: string): MainThreadUse {
  const own = new Set<number>();
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const mark = (id: number): void => {
    own.add(id);
    for (const child of byId.get(id)?.children ?? []) mark(child);
  };
  const pauses = new Set<number>();
  for (const node of profile.nodes) {
    if (node.callFrame.url.startsWith(urlPrefix)) mark(node.id);
    if (node.callFrame.functionName === '(garbage collector)') pauses.add(node.id);
  }
  let total = 0;
  let slice = 0;
  let longest = 0;
  const samples = profile.samples ?? [];
  const deltas = profile.timeDeltas ?? [];
  // The time of a sample lasts until the next one.
  for (let i = 0; i < samples.length; i += 1) {
    const sample = samples[i]!;
    if (own.has(sample)) {
      const lasted = deltas[i + 1] ?? 0;
      total += lasted;
      slice += lasted;
      longest = Math.max(longest, slice);
    } else if (!pauses.has(sample)) slice = 0;
  }
  return { totalMs: total / 1000, longestMs: longest / 1000 };
}
