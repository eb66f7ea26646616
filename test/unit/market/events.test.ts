import { describe, expect, it } from 'vitest';
import { dayOfEvent, EVENTS } from '../../../lib/market/events.ts';

describe('dayOfEvent', () => {
  it.each<[event: string, published: string, day: string]>([
    ['election', '2026-06-18', '2024-11-05'],
    ['election', '2024-11-05', '2024-11-05'],
    ['election', '2024-11-04', '2020-11-03'],
    ['inauguration', '2026-06-18', '2025-01-20'],
    ['inauguration', '2025-01-19', '2021-01-20'],
    ['labor day', '2026-06-18', '2025-09-01'],
    ['labor day', '2026-10-01', '2026-09-07'],
    ['memorial day', '2026-06-18', '2026-05-25'],
    ['thanksgiving', '2026-06-18', '2025-11-27'],
    ['presidents day', '2026-06-18', '2026-02-16'],
    ['christmas', '2026-01-05', '2025-12-25'],
    ['pandemic low', '2026-06-18', '2020-03-23'],
    ['financial crisis low', '2012-06-18', '2009-03-09'],
  ])('%s, told on %s', (event, published, day) => {
    expect(dayOfEvent(event, published)).toBe(day);
  });

  it('takes the year that is named', () => {
    expect(dayOfEvent('election', '2026-06-18', 2016)).toBe('2016-11-08');
    expect(dayOfEvent('election', null, 2016)).toBe('2016-11-08');
    expect(dayOfEvent('election', '2026-06-18', 2018)).toBeNull();
  });

  it('knows nothing of what is to come, of what it was not told of, and of what returns without a date', () => {
    expect(dayOfEvent('pandemic low', '2019-06-18')).toBeNull();
    expect(dayOfEvent('the merger', '2026-06-18')).toBeNull();
    expect(dayOfEvent('election', null)).toBeNull();
    expect(dayOfEvent('pandemic low', null)).toBe('2020-03-23');
  });

  it('has a day for all that it lists', () => {
    expect(EVENTS.filter((event) => dayOfEvent(event, '2026-06-18') === null)).toEqual([]);
  });
});
