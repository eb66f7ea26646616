/**
 * Runs long work on the main thread in slices, so that the page stays responsive: after `SLICE_MS` the work gives way
 * to whatever the page has waiting, input first.
 */

/**
 * Time for which one slice may hold the main thread, in milliseconds: well below the budget of 8, since the clock is
 * coarse and the last step of a slice goes over.
 */
export const SLICE_MS = 3;

interface YieldingScheduler {
  yield?: () => Promise<void>;
}

/** Resolves in a later task, after input that is waiting. */
export function giveWay(): Promise<void> {
  const scheduler: YieldingScheduler | undefined = (globalThis as { scheduler?: YieldingScheduler }).scheduler;
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => {
    // A MessageChannel, not a timer: nested timers are delayed by at least four milliseconds each.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

/**
 * Calls `step` until it returns true, giving way between calls.
 *
 * @param step does work until the clock reaches `deadline` (a `performance.now()` value) and says whether all is done
 * @param label each slice becomes a performance measure `tickmark:<label>`, so that tools can sum main-thread time
 * @param signal aborts between two slices by rejecting with its reason
 */
export async function runInSlices(
  step: (deadline: number) => boolean,
  label: string,
  signal?: AbortSignal,
): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    if (measured(label, () => step(performance.now() + SLICE_MS))) return;
    await giveWay();
  }
}

/**
 * Runs a generator to its end, giving way between two of its steps whenever a slice is over. Resolves with what it
 * returns. A step is as long as the work between two `yield`s, and should take a fraction of a millisecond.
 */
export async function finishInSlices<T>(work: Iterator<void, T>, label: string, signal?: AbortSignal): Promise<T> {
  let last: { readonly value: T } | null = null;
  const run = (deadline: number): boolean => {
    do {
      const step = work.next();
      if (step.done === true) last = step;
    } while (last === null && performance.now() < deadline);
    return last !== null;
  };
  await runInSlices(run, label, signal);
  return last!.value;
}

/** Runs `work` and records its duration as the performance measure `tickmark:<label>`. */
export function measured<T>(label: string, work: () => T): T {
  const start = performance.now();
  try {
    return work();
  } finally {
    try {
      performance.measure(`tickmark:${label}`, { start, end: performance.now() });
    } catch {
      // A page may have replaced `performance`; measuring is never worth a failure.
    }
  }
}
