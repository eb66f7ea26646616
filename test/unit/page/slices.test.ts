import { afterEach, describe, expect, it, vi } from 'vitest';
import { finishInSlices, measured, runInSlices, SLICE_MS } from '../../../lib/page/slices.ts';

/** A clock that only moves when work is done. */
function stoppedClock(): { pass(ms: number): void } {
  let now = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return { pass: (ms) => void (now += ms) };
}

const slicesOf = (label: string): number[] => performance.getEntriesByName(`tickmark:${label}`).map(({ duration }) => duration);

afterEach(() => {
  vi.restoreAllMocks();
  performance.clearMeasures();
});

describe('finishInSlices', () => {
  it('does all steps in slices of bounded length and resolves with what the work returns', async () => {
    const clock = stoppedClock();
    const done: number[] = [];
    function* work(): Generator<void, string> {
      for (let n = 0; n < 20; n += 1) {
        clock.pass(0.5);
        done.push(n);
        yield;
      }
      return 'all';
    }
    await expect(finishInSlices(work(), 'sample')).resolves.toBe('all');
    expect(done).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(slicesOf('sample').length).toBeGreaterThanOrEqual(Math.floor(10 / SLICE_MS));
    for (const duration of slicesOf('sample')) expect(duration).toBeLessThanOrEqual(SLICE_MS + 0.5);
  });

  it('lets others have their turn between two slices', async () => {
    const clock = stoppedClock();
    const order: string[] = [];
    function* work(): Generator<void, void> {
      for (let n = 0; n < 3; n += 1) {
        clock.pass(SLICE_MS);
        order.push('work');
        yield;
      }
    }
    const running = finishInSlices(work(), 'sample');
    setImmediate(() => order.push('other'));
    await running;
    expect(order[0]).toBe('work');
    expect(order.indexOf('other')).toBeLessThan(order.lastIndexOf('work'));
  });

  it('takes work without a step', async () => {
    await expect(finishInSlices<null>({ next: () => ({ done: true, value: null }) }, 'sample')).resolves.toBeNull();
  });

  it('stops between two slices when it is aborted, and goes no further', async () => {
    const clock = stoppedClock();
    const abort = new AbortController();
    let steps = 0;
    function* work(): Generator<void, void> {
      for (;;) {
        clock.pass(SLICE_MS);
        steps += 1;
        if (steps === 3) abort.abort(new Error('left'));
        yield;
      }
    }
    await expect(finishInSlices(work(), 'sample', abort.signal)).rejects.toThrow('left');
    expect(steps).toBe(3);
  });

  it('passes on what the work throws', async () => {
    function* work(): Generator<void, void> {
      yield;
      throw new Error('broken');
    }
    await expect(finishInSlices(work(), 'sample')).rejects.toThrow('broken');
  });
});

describe('runInSlices', () => {
  it('gives each slice a deadline and stops when there is no more to do', async () => {
    stoppedClock();
    const deadlines: number[] = [];
    await runInSlices((deadline) => deadlines.push(deadline) === 3, 'sample');
    expect(deadlines).toEqual([1_000 + SLICE_MS, 1_000 + SLICE_MS, 1_000 + SLICE_MS]);
  });
});

describe('measured', () => {
  it('measures also what fails, and does without a measure where the page has taken it away', () => {
    expect(() => measured('sample', () => { throw new Error('broken'); })).toThrow('broken');
    expect(slicesOf('sample')).toHaveLength(1);
    vi.spyOn(performance, 'measure').mockImplementation(() => { throw new TypeError('gone'); });
    expect(measured('sample', () => 7)).toBe(7);
  });
});
