import { describe, expect, it, vi } from 'vitest';
import { createScheduler } from '../../../lib/platform/scheduler.ts';
import type { AlarmsApi } from '../../../lib/platform/scheduler.ts';

function alarmsOfOurOwn() {
  const set = new Map<string, number>();
  const listeners: ((alarm: { name: string }) => void)[] = [];
  const api: AlarmsApi = {
    create: (name, { when }) => void set.set(name, when),
    clear: async (name) => set.delete(name),
    onAlarm: { addListener: (listener) => void listeners.push(listener) },
  };
  return { api, set, ring: (name: string) => listeners.forEach((listener) => listener({ name })) };
}

describe('the scheduler', () => {
  it('wakes for its own alarm and for no other', () => {
    const { api, ring } = alarmsOfOurOwn();
    const wake = vi.fn();
    createScheduler(api, 'refresh', wake);
    ring('other');
    expect(wake).not.toHaveBeenCalled();
    ring('refresh');
    expect(wake).toHaveBeenCalledOnce();
  });

  it('has one time at most', async () => {
    const { api, set } = alarmsOfOurOwn();
    const scheduler = createScheduler(api, 'refresh', () => undefined);
    await scheduler.wakeAt(1000);
    await scheduler.wakeAt(2000);
    expect([...set]).toEqual([['refresh', 2000]]);
    await scheduler.wakeAt(null);
    expect(set.size).toBe(0);
  });
});
