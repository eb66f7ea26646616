/** Processor time of some work in milliseconds: on a busy machine far steadier than the clock. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

/**
 * How many times as long the larger work takes. A busy machine may slow any one run, but what grows faster than its text
 * does so each time: of a few attempts the first below `bound` is taken, else the last.
 */
export function growth(small: () => void, large: () => void, bound: number): number {
  let ratio = Infinity;
  // Times below a millisecond say nothing.
  for (let attempt = 0; attempt < 4 && ratio >= bound; attempt += 1) ratio = processorTime(large) / Math.max(1, processorTime(small));
  return ratio;
}
