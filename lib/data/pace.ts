/**
 * Long work in slices: the worker answers pages in between.
 *
 * Await it after each step; it resolves at once until a slice is used up, and then in a later task. Never within a
 * transaction, which the browser would end meanwhile.
 */
export type Pace = () => Promise<void>;

/** Longest slice, in milliseconds: a third of what may be, since the step after the last look at the clock counts too. */
const SLICE_MS = 16;

const GO_ON = Promise.resolve();

/** A pace that begins now. */
export function createPace(sliceMs: number = SLICE_MS): Pace {
  let started = performance.now();
  return () => {
    if (performance.now() - started < sliceMs) return GO_ON;
    return new Promise((resolve) => {
      setTimeout(() => {
        started = performance.now();
        resolve();
      }, 0);
    });
  };
}
