import { describe, expect, it } from 'vitest';
import { assemble } from '../../../lib/data/market-data.ts';
import type { GivenPart } from '../../../lib/data/market-data.ts';
import { createPace } from '../../../lib/data/pace.ts';
import { createDirectory, parseSnapshot } from '../../../lib/data/snapshot.ts';
import type { FundHoldings, HoldingLine } from '../../../lib/market/holdings.ts';
import type { Instrument } from '../../../lib/market/instrument.ts';
import type { LevelSeries, Observation } from '../../../lib/market/observation.ts';
import { makeInstrument, makeObservation } from '../../support/fixtures.ts';
import { sampleBodies } from './sample.ts';

const snapshot = parseSnapshot(sampleBodies());
const SOURCE = { title: 'A source', url: null };

const put = (...parts: readonly (GivenPart['content'] & { asOf?: string })[]) =>
  assemble(snapshot, parts.map(({ asOf = '2026-07-14', ...content }) => ({ asOf, content })), '2026-07-15', createPace());

const listed = (symbol: string, over: Partial<Instrument> = {}): Instrument =>
  makeInstrument({ id: symbol, kind: 'stock', symbol, name: `${symbol} Corp.`, tracks: null, ...over });

const line = (printedSymbol: string | null, weightPercent: number, over: Partial<HoldingLine> = {}): HoldingLine => ({
  printedSymbol, name: printedSymbol ?? 'USD', sector: null, kind: 'equity', isUnlisted: false, weightPercent, marketValueUsd: null, quantity: null, priceUsd: null, ...over,
});

const holdings = (fund: string, asOf: string, lines: readonly HoldingLine[]): FundHoldings => ({ fund, asOf, lines, source: SOURCE });

const levels = (points: LevelSeries['points'], over: Partial<LevelSeries> = {}): LevelSeries => ({
  instrument: 'INDEX:SAMPLE100', basis: 'price', points, source: SOURCE, ...over,
});

describe('the directory', () => {
  it('keeps the snapshot’s names and sectors and adds what only the lists have', async () => {
    const { instruments } = await put({ instruments: [listed('WIDG.A', { name: 'WIDGET MAKERS INC' }), listed('NEWC')] });
    const directory = createDirectory(instruments);
    expect(directory.bySymbol('WIDG.A')).toMatchObject({ name: 'Widget Makers Inc.', sector: 'Industrials' });
    expect(directory.bySymbol('NEWC')?.name).toBe('NEWC Corp.');
    expect(instruments).toHaveLength(snapshot.instruments.length + 1);
  });

  it('takes the description of the list that comes first', async () => {
    const { instruments } = await put({ instruments: [listed('NEWC', { name: 'New Company Inc.' })] }, { instruments: [listed('NEWC', { name: 'NEW CO' })], asOf: '2026-07-15' });
    expect(createDirectory(instruments).bySymbol('NEWC')?.name).toBe('New Company Inc.');
  });
});

describe('holdings', () => {
  const instruments = [listed('WIDG.B'), listed('GOOGL'), listed('GOOG.L')];

  it('are joined to instruments: as printed where that is listed, else with a dot before the last letter', async () => {
    const lines = [line('WIDGB', 40), line('GOOGL', 30), line('NONE', 20), line(null, 5, { kind: 'cash' }), line('WIDGA', 5, { isUnlisted: true })];
    const { holdings: [joined] } = await put({ instruments }, { holdings: [holdings('SMPF', '2026-07-14', lines)] });
    expect(joined?.lines.map(({ instrument }) => instrument)).toEqual(['WIDG.B', 'GOOGL', null, null, null]);
  });

  it('tell of each instrument who holds it, heaviest first, two lines of one together', async () => {
    const { memberships } = await put(
      { instruments },
      { holdings: [holdings('SMPF', '2026-07-14', [line('GOOGL', 2), line('GOOGL', 1)]), holdings('OTHR', '2026-07-10', [line('GOOGL', 7)])] },
    );
    expect(memberships.get('GOOGL')).toEqual([
      { holder: 'OTHR', weightPercent: 7, asOf: '2026-07-10', source: SOURCE },
      { holder: 'SMPF', weightPercent: 3, asOf: '2026-07-14', source: SOURCE },
    ]);
    expect(memberships.has('WIDG.A')).toBe(false);
  });

  it('of the later day are taken, of one day those of the first source', async () => {
    const weightOf = async (...days: string[]) => {
      const parts = days.map((day, at) => ({ asOf: day, holdings: [holdings('SMPF', day, [line('WIDGA', at)])] }));
      return (await put(...parts)).memberships.get('WIDG.A')?.[0]?.weightPercent;
    };
    expect(await weightOf('2026-07-14', '2026-07-15')).toBe(1);
    expect(await weightOf('2026-07-15', '2026-07-14')).toBe(0);
    expect(await weightOf('2026-07-14', '2026-07-14')).toBe(0);
  });
});

describe('level series', () => {
  const seriesOf = async (...given: readonly LevelSeries[]) => (await put({ series: given })).series.find(({ instrument, basis }) => instrument === given[0]?.instrument && basis === given[0]?.basis);

  it('replace the snapshot’s whole', async () => {
    const points = [['2026-01-30', 105], ['2026-07-14', 114]] as const;
    expect((await seriesOf(levels(points)))?.points).toEqual(points);
  });

  it('carry the last day of the data on', async () => {
    expect((await put({ series: [levels([['2026-07-14', 114]])] })).asOf).toBe('2026-07-14');
    expect((await put({ observations: [makeObservation()] })).asOf).toBe('2026-06-30');
  });

  it('that end before the snapshot’s are left out', async () => {
    expect((await seriesOf(levels([['2026-03-31', 108]])))?.points.at(-1)).toEqual(['2026-06-30', 112.5]);
  });

  it('that begin much later are joined to the snapshot’s for the price of an index, where the two agree on a year or more, and else left out', async () => {
    const old = { ...snapshot, series: [levels([['2010-12-31', 50], ['2024-12-31', 90], ['2026-03-31', 110]])] };
    const join = async (points: LevelSeries['points'], over: Partial<LevelSeries> = {}) =>
      (await assemble({ ...old, series: [{ ...old.series[0]!, ...over }] }, [{ asOf: null, content: { series: [levels(points, over)] } }], '2026-07-15', createPace())).series[0]?.points;
    const whole = old.series[0]?.points;
    expect(await join([['2024-12-31', 90.01], ['2026-03-31', 110], ['2026-07-14', 114]])).toEqual([['2010-12-31', 50], ['2024-12-31', 90.01], ['2026-03-31', 110], ['2026-07-14', 114]]);
    expect(await join([['2024-12-31', 91], ['2026-03-31', 110], ['2026-07-14', 114]])).toEqual(whole);
    expect(await join([['2026-03-31', 110], ['2026-07-14', 114]])).toEqual(whole);
    expect(await join([['2024-12-31', 90], ['2026-03-31', 110], ['2026-07-14', 114]], { basis: 'total' })).toEqual(whole);
    expect(await join([['2024-12-31', 90], ['2026-03-31', 110], ['2026-07-14', 114]], { instrument: 'SMPF' })).toEqual(whole);
  });
});

describe('observations', () => {
  const idsOf = async (...observations: readonly Observation[]) => (await put({ observations })).observations.slice(snapshot.observations.length).map(({ id, low }) => [id, low]);

  it('are added, each once', async () => {
    expect(await idsOf(makeObservation({ id: 'a' }), makeObservation({ id: 'a' }))).toEqual([['a', 17.4]]);
  });

  it('that share an id and are not the same are told apart', async () => {
    expect(await idsOf(makeObservation({ id: 'a', low: 1 }), makeObservation({ id: 'a', low: 2 }), makeObservation({ id: 'a', low: 2 }))).toEqual([['a', 1], ['a#2', 2]]);
  });
});
