import { describe, expect, it } from 'vitest';
import { chartOf, dayOf, definitionChart, secondsOf } from '../../../lib/present/chart.ts';
import { sectorBars } from '../../../lib/present/sectors.ts';
import type { LevelSeries, Observation } from '../../../lib/market/observation.ts';
import { makeObservation } from '../../support/fixtures.ts';

const source = { title: 'Levels', url: null };
const named = (name: string, ...points: [string, number][]) => ({ name, series: { instrument: name, basis: 'price', points, source } satisfies LevelSeries });

describe('a chart of levels', () => {
  const small = named('Small', ['2025-12-30', 90], ['2025-12-31', 100], ['2026-01-02', 104], ['2026-01-06', 110]);
  const large = named('Large', ['2025-12-31', 50], ['2026-01-05', 51], ['2026-01-06', 49.5]);

  it('begins at the last close before the window and has every day of either', () => {
    const picture = chartOf([small, large], '2025-12-31');
    expect(picture).toMatchObject({ from: '2025-12-31', to: '2026-01-06', isSparse: false });
    expect(picture?.seconds.map(dayOf)).toEqual(['2025-12-31', '2026-01-02', '2026-01-05', '2026-01-06']);
    expect(picture?.lines.map(({ name, said, values }) => [name, said, values.map((value) => value && Math.round(value * 10) / 10)])).toEqual([
      ['Small', '+10.0%', [100, 104, null, 110]],
      ['Large', '\u22121.0%', [100, null, 102, 99]],
    ]);
    expect(picture?.label).toContain('Small +10.0%; Large \u22121.0%');
  });

  it('leaves out a series that begins inside the window, and is none without lines', () => {
    expect(chartOf([small, named('Young', ['2026-01-02', 10], ['2026-01-06', 11])], '2025-12-31')?.lines).toHaveLength(1);
    expect(chartOf([small], '2026-01-06')).toBeNull();
    expect(chartOf([named('Nought', ['2025-12-31', 0], ['2026-01-06', 1])], '2025-12-31')).toBeNull();
    expect(chartOf([], '2025-12-31')).toBeNull();
  });

  it('counts days in UTC', () => {
    expect(dayOf(secondsOf('2026-03-29'))).toBe('2026-03-29');
  });
});

describe('a chart by definition', () => {
  const figure = (value: number, day: string, ...definitions: Observation['definitions']): Observation =>
    makeObservation({ id: `${day}${definitions.join()}`, low: value, high: value, definitions, asOf: { from: day, to: day } });

  it('has a line for each definition with two figures or more', () => {
    const picture = definitionChart(
      [figure(17, '2026-06-30', 'excl_negative'), figure(15, '2025-04-30', 'excl_negative'), figure(16, '2025-12-31', 'excl_negative'), figure(32, '2025-04-30', 'incl_negative'), figure(20, '2025-04-30')],
      'pe',
    );
    expect(picture?.lines.map(({ name, said, values }) => [name, said, values])).toEqual([['loss-makers left out', '17, 30 June 2026', [15, 16, 17]]]);
    expect(picture?.isSparse).toBe(true);
  });

  it('is none of single figures, open intervals or another metric', () => {
    expect(definitionChart([figure(17, '2026-06-30')], 'pe')).toBeNull();
    expect(definitionChart([makeObservation({ high: null }), makeObservation({ id: 'b', high: null, asOf: { from: '2020-01-01', to: '2020-01-01' } })], 'pe')).toBeNull();
    expect(definitionChart([figure(17, '2026-06-30'), figure(15, '2025-04-30')], 'pe')).toBeNull();
    expect(definitionChart([figure(17, '2026-06-30'), figure(15, '2025-04-30'), figure(14, '2024-04-30')], 'pb')).toBeNull();
  });
});

describe('sector bars', () => {
  const weight = (component: string, value: number, day: string): Observation =>
    makeObservation({ id: `${component}${day}`, metric: 'sector_weight', component, low: value, high: value, unit: '%', definitions: [], asOf: { from: day, to: day } });
  const SECTORS = ['Energy', 'Financials', 'Health Care', 'Industrials', 'Utilities'];

  it('are the newest whole set, largest first', () => {
    const bars = sectorBars([
      ...SECTORS.map((name, index) => weight(name, index + 1, '2025-06-30')),
      ...SECTORS.map((name, index) => weight(name, (index + 1) * 4, '2026-06-30')),
      weight('Energy', 9, '2026-09-30'),
    ]);
    expect(bars?.asOf).toBe('30 June 2026');
    expect(bars?.rows.map(({ sector, figure, share }) => [sector, figure, share])).toEqual([
      ['Utilities', '20%', 1], ['Industrials', '16%', 0.8], ['Health Care', '12%', 0.6], ['Financials', '8%', 0.4], ['Energy', '4%', 0.2],
    ]);
  });

  it('are none of a few sectors', () => {
    expect(sectorBars([weight('Energy', 9, '2026-09-30')])).toBeNull();
  });
});
