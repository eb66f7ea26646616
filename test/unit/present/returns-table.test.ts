import { describe, expect, it } from 'vitest';
import type { LevelSeries } from '../../../lib/market/observation.ts';
import { returnsTable } from '../../../lib/present/returns-table.ts';

const seriesOf = (instrument: string, points: LevelSeries['points']): LevelSeries => ({
  instrument, basis: 'price', points, source: { title: 'test', url: null },
});
/** 2023: 100 to 80; 2024: to 120; 2025: to 108; then 113.4 on 30 April, 118.8 on 5 May. */
const OWN = seriesOf('INDEX:OWN', [
  ['2022-12-30', 100], ['2023-12-29', 80], ['2024-12-31', 120], ['2025-04-30', 105], ['2025-12-31', 108], ['2026-04-30', 113.4], ['2026-05-05', 118.8],
]);
const OTHER = seriesOf('INDEX:OTHER', [
  ['2022-12-30', 10], ['2023-12-29', 11], ['2024-12-31', 22], ['2025-12-31', 22], ['2026-04-30', 23.1], ['2026-05-05', 23.1],
]);
const NAMED = { name: 'Other', series: OTHER };
const short = (table: ReturnType<typeof returnsTable>) => table.rows.map(({ window, own, benchmark, difference }) => [window, own, benchmark, difference]);

describe('the table of returns', () => {
  it('has the usual windows beside the benchmark’s, where their closes are on record', () => {
    expect(short(returnsTable(OWN, NAMED, { dataEnd: '2026-05-05', since: '2026-04-30' }))).toEqual([
      // 118.8 / 108 and 23.1 / 22
      ['2026 so far', '+10.0%', '+5.0%', '+5.0 points'],
      ['since the article', '+4.8%', '0.0%', '+4.8 points'],
      // To 30 April; the benchmark has no close of April 2025.
      ['1 year', '+8.0%', null, null],
      ['2025', '−10.0%', '0.0%', '−10.0 points'],
      ['2024', '+50.0%', '+100.0%', '−50.0 points'],
      ['2023', '−20.0%', '+10.0%', '−30.0 points'],
    ]);
  });

  it('gives returns over several years a year', () => {
    // (108 / 100) ^ (1 / 3) and (22 / 10) ^ (1 / 3)
    const table = returnsTable(OWN, NAMED, { dataEnd: '2025-12-31', since: null });
    expect(table.rows.find(({ window }) => window === '3 years, a year')).toEqual({
      window: '3 years, a year', days: '30 December 2022 – 31 December 2025', own: '+2.6%', benchmark: '+30.1%', difference: '−27.5 points',
    });
  });

  it('tells of runs of years and of the deepest fall', () => {
    expect(returnsTable(OWN, NAMED, { dataEnd: '2026-05-05', since: null }).remarks).toEqual([
      'Behind the Other in at least 3 calendar years in a row, 2023 to 2025.',
      'Deepest fall since 2022, by the closes on record: −20.0%, 30 December 2022 to 29 December 2023; made up by 31 December 2024.',
    ]);
    expect(returnsTable(OTHER, null, { dataEnd: '2026-05-05', since: null })).toMatchObject({ remarks: [] });
  });

  it('is empty without closes', () => {
    expect(returnsTable(seriesOf('INDEX:NONE', []), null, { dataEnd: '2026-05-05', since: '2026-05-01' })).toEqual({ rows: [], remarks: [] });
  });
});
