/**
 * Runs long work on the main thread in slices, so that the page stays responsive: after `SLICE_MS` the work gives way
 * to whatever the page has waiting, input first.
 */

/** Longest time that one slice may hold the main thread, in milliseconds; half the budget, since the clock is coarse. */
export const SLICE_MS = 4;

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
