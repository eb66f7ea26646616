import { describe, expect, it } from 'vitest';
import { createClock, dayIn } from '../../../lib/platform/clock.ts';

describe('dayIn', () => {
  it('gives the calendar day of the zone, across midnight and the change of summer time', () => {
    const at = (text: string) => Date.parse(text);
    expect(dayIn(at('2026-10-08T03:30:00Z'), 'America/New_York')).toBe('2026-10-07');
    expect(dayIn(at('2026-10-08T04:00:00Z'), 'America/New_York')).toBe('2026-10-08');
    expect(dayIn(at('2026-01-01T04:59:59Z'), 'America/New_York')).toBe('2025-12-31');
    expect(dayIn(at('2026-10-08T03:30:00Z'), 'Asia/Tokyo')).toBe('2026-10-08');
  });
});

describe('createClock', () => {
  it('takes its time from what it is given', () => {
    let now = Date.parse('2026-03-01T04:00:00Z');
    const clock = createClock(() => now);
    expect(clock.today('new-york')).toBe('2026-02-28');
    now += 86_400_000;
    expect(clock.now()).toBe(now);
    expect(clock.today('new-york')).toBe('2026-03-01');
    expect(clock.today('local')).toMatch(/^2026-03-0[12]$/);
  });
});
