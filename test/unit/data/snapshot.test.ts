import { describe, expect, it } from 'vitest';
import { createDirectory, createEvidenceStore, parseSnapshot, SnapshotError } from '../../../lib/data/snapshot.ts';

/** A snapshot small enough to read, sound in every part; each test spoils one thing. */
function bodies() {
  return {
    instruments: {
      format: 1,
      asOf: '2026-10-07',
      indices: [{ id: 'INDEX:RUSSELL2000', symbol: 'RUT', name: 'Russell 2000', aliases: ['RTY', 'the Russell'] }] as object[],
      funds: [
        { symbol: 'IWM', name: 'iShares Russell 2000 ETF', exchange: 'ARCX', tracks: 'INDEX:RUSSELL2000', aliases: [] },
      ] as object[],
      companies: [
        ['META', 'Meta Platforms, Inc.', 'XNAS', 'COMM', ['Facebook'], { former: [['FB', '2022-06-08']], commonWord: true }],
        ['BRK.B', 'Berkshire Hathaway Inc. Class B', 'XNYS', 'FINA', []],
        ['BRK.A', 'Berkshire Hathaway Inc. Class A', 'XNYS', 'FINA', []],
        ['TWTR', 'Twitter, Inc.', null, 'COMM', [], { delisted: '2022-10-27' }],
      ] as unknown[][],
    },
    observations: {
      format: 1,
      asOf: '2026-10-07',
      sources: { wsj: ['The Wall Street Journal', null], ishares: ['iShares', 'https://www.ishares.com/'] } as Record<
        string,
        unknown
      >,
      observations: [
        observation({ asOf: '2025-04', value: 32.1, is: ['trailing', 'incl_negative'] }),
        observation({ asOf: '2025-04', value: 30.5, source: 'ishares' }),
        observation({ asOf: '2024-Q4', value: undefined, between: [30, null], metric: 'unprofitable_share', unit: '%' }),
        observation({ asOf: '2010', metric: 'holding_weight', component: 'META', unit: '%', value: 1 }),
        observation({
          metric: 'reconstitution',
          unit: 'schedule',
          value: undefined,
          text: 'annual:June',
          asOf: ['1989-06-30', '2025-12-31'],
          inForce: ['1989-06-30', null],
        }),
      ] as object[],
    },
    levels: {
      format: 1,
      asOf: '2026-10-07',
      days: ['2026-08-31', '2026-09-30', '2026-10-07'],
      series: [
        { on: 'IWM', basis: 'total', source: ['Yahoo Finance', null], from: 1, values: [280.5, 277.7] },
        { on: 'INDEX:RUSSELL2000', basis: 'price', source: ['Yahoo Finance', null], from: 0, values: [1, null, 3] },
      ] as object[],
    },
  };
}

function observation(more: object): object {
  return {
    on: 'INDEX:RUSSELL2000',
    metric: 'pe',
    value: 20,
    unit: 'x',
    asOf: '2025-04-30',
    method: 'Trailing 12 months',
    source: 'wsj',
    ...more,
  };
}

describe('parseSnapshot', () => {
  it('gives instruments of all three kinds', () => {
    const { instruments, asOf } = parseSnapshot(bodies());
    expect(asOf).toBe('2026-10-07');
    expect(instruments.map(({ id, kind }) => [id, kind])).toEqual([
      ['INDEX:RUSSELL2000', 'index'],
      ['IWM', 'fund'],
      ['META', 'stock'],
      ['BRK.B', 'stock'],
      ['BRK.A', 'stock'],
      ['TWTR', 'stock'],
    ]);
    expect(instruments[1]).toMatchObject({ tracks: 'INDEX:RUSSELL2000', exchange: 'ARCX', sector: null });
    expect(instruments[2]).toMatchObject({
      sector: 'Communication Services',
      formerSymbols: [{ symbol: 'FB', until: '2022-06-08' }],
      commonWord: true,
    });
    expect(instruments[5]?.formerSymbols).toEqual([{ symbol: 'TWTR', until: '2022-10-27' }]);
  });

  it('spells out what a written date may mean', () => {
    const { observations } = parseSnapshot(bodies());
    expect(observations.map(({ asOf }) => asOf)).toEqual([
      { from: '2025-04-01', to: '2025-04-30' },
      { from: '2025-04-01', to: '2025-04-30' },
      { from: '2024-10-01', to: '2024-12-31' },
      { from: '2010-01-01', to: '2010-12-31' },
      { from: '1989-06-30', to: '2025-12-31' },
    ]);
  });

  it('gives exact, open and worded figures, each with its source', () => {
    const [exact, other, open, weight, rule] = parseSnapshot(bodies()).observations;
    expect(exact).toMatchObject({ low: 32.1, high: 32.1, text: null, definitions: ['trailing', 'incl_negative'] });
    expect(exact?.source).toEqual({ title: 'The Wall Street Journal', url: null });
    expect(other?.definitions).toEqual([]);
    expect(open).toMatchObject({ low: 30, high: null, validity: null });
    expect(weight?.component).toBe('META');
    expect(rule).toMatchObject({ low: null, high: null, text: 'annual:June', validity: { from: '1989-06-30', to: null } });
  });

  it('keeps how much of a fund a computed figure covers, and gives published ones none', () => {
    const given = bodies();
    given.observations.observations.push(observation({ computed: ['IWM', 1347, 1924, 0.7] }));
    const { observations } = parseSnapshot(given);
    expect(observations.at(-1)).toMatchObject({ coverage: { counted: 1347, total: 1924, weight: 0.7 }, computedFrom: 'IWM' });
    expect(observations.some((one) => 'coverage' in one && one !== observations.at(-1))).toBe(false);
  });

  it('tells figures of one day apart', () => {
    const ids = parseSnapshot(bodies()).observations.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['INDEX:RUSSELL2000/pe/2025-04-01', 'INDEX:RUSSELL2000/pe/2025-04-01#2']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('puts the values of a series on their days and leaves gaps out', () => {
    const { series } = parseSnapshot(bodies());
    expect(series[0]?.points).toEqual([['2026-09-30', 280.5], ['2026-10-07', 277.7]]);
    expect(series[1]?.points).toEqual([['2026-08-31', 1], ['2026-10-07', 3]]);
  });
});

describe('parseSnapshot refuses, naming file, row and field,', () => {
  type Bodies = ReturnType<typeof bodies>;
  const cases: readonly [string, (b: Bodies) => void, RegExp][] = [
    ['a file of another format', (b) => Object.assign(b.levels, { format: 2 }), /^levels\.json, field format: /],
    ['a web page where JSON is due', (b) => Object.assign(b, { levels: '<!doctype html>' }), /^levels\.json: /],
    ['a symbol that is not one', (b) => (b.instruments.companies[1]![0] = 'BRK-B'), /^instruments\.json, companies row 2, field 0: must be a symbol/],
    ['a sector that is none', (b) => (b.instruments.companies[0]![3] = 'CRYPTO'), /^instruments\.json, companies row 1, field 3: /],
    ['a company without a name', (b) => (b.instruments.companies[2]![1] = ' '), /^instruments\.json, companies row 3, field 1: must not be empty/],
    ['an unknown field', (b) => Object.assign(b.instruments.funds[0]!, { ticker: 'IWM' }), /^instruments\.json, funds row 1: /],
    ['an id given twice', (b) => b.instruments.companies.push(['IWM', 'Iwm Inc.', null, 'TECH', []]), /^instruments\.json, IWM: is given twice/],
    ['a fund that tracks nothing known', (b) => Object.assign(b.instruments.funds[0]!, { tracks: 'INDEX:NONE' }), /^instruments\.json, fund IWM, field tracks: names INDEX:NONE/],
    ['a metric that does not exist', (b) => Object.assign(b.observations.observations[0]!, { metric: 'p/e' }), /^observations\.json, observations row 1, field metric: /],
    ['a definition that does not exist', (b) => Object.assign(b.observations.observations[0]!, { is: ['gaap'] }), /^observations\.json, observations row 1, field is\.0: /],
    ['a figure that is text', (b) => Object.assign(b.observations.observations[1]!, { value: '30.5' }), /^observations\.json, observations row 2, field value: /],
    ['two figures in one row', (b) => Object.assign(b.observations.observations[1]!, { text: 'x' }), /^observations\.json, observations row 2: must have exactly one of/],
    ['a row without a figure', (b) => Object.assign(b.observations.observations[1]!, { value: undefined }), /^observations\.json, observations row 2: must have exactly one of/],
    ['a figure computed from more than there is', (b) => Object.assign(b.observations.observations[1]!, { computed: ['IWM', 2, 1, 1] }), /^observations\.json, observations row 2: counts more/],
    ['an interval upside down', (b) => Object.assign(b.observations.observations[2]!, { between: [40, 30] }), /^observations\.json, observations row 3, field between: /],
    ['a day that the calendar lacks', (b) => Object.assign(b.observations.observations[0]!, { asOf: '2025-02-30' }), /^observations\.json, observations row 1, field asOf: is not a day/],
    ['a month that the year lacks', (b) => Object.assign(b.observations.observations[0]!, { asOf: '2025-13' }), /^observations\.json, observations row 1, field asOf: /],
    ['a date that ends before it begins', (b) => Object.assign(b.observations.observations[0]!, { asOf: ['2025-02-02', '2025-02-01'] }), /^observations\.json, observations row 1, field asOf: ends before/],
    ['a figure of the future', (b) => Object.assign(b.observations.observations[0]!, { asOf: '2026-11' }), /^observations\.json, observations row 1, field asOf: lies after the snapshot/],
    ['a figure of nobody', (b) => Object.assign(b.observations.observations[0]!, { on: 'VTWO' }), /^observations\.json, observations row 1, field on: VTWO is not on record/],
    ['a figure without its source', (b) => Object.assign(b.observations.observations[0]!, { source: 'nobody' }), /^observations\.json, observations row 1, field source: no source is called nobody/],
    ['a source whose link is no link', (b) => (b.observations.sources['wsj'] = ['WSJ', 'wsj']), /^observations\.json, field sources\.wsj\.1: /],
    ['days out of order', (b) => (b.levels.days = b.levels.days.toReversed()), /^levels\.json, days row 2: not ascending/],
    ['a level that is not positive', (b) => Object.assign(b.levels.series[0]!, { values: [0] }), /^levels\.json, series row 1, field values\.0: /],
    ['more levels than days', (b) => Object.assign(b.levels.series[0]!, { values: [1, 2, 3] }), /^levels\.json, series row 1, field values: has more values/],
    ['a series without a level', (b) => Object.assign(b.levels.series[1]!, { values: [null] }), /^levels\.json, series row 2, field values: has no value/],
    ['a series of nobody', (b) => Object.assign(b.levels.series[0]!, { on: 'VTWO' }), /^levels\.json, series row 1, field on: VTWO/],
    ['a series given twice', (b) => b.levels.series.push(b.levels.series[0]!), /^levels\.json, series row 3, field on: IWM is given twice/],
  ];

  it.each(cases)('%s', (_what, spoil, message) => {
    const spoilt = bodies();
    spoil(spoilt);
    expect(() => parseSnapshot(spoilt)).toThrow(SnapshotError);
    expect(() => parseSnapshot(spoilt)).toThrow(message);
  });
});

describe('createDirectory', () => {
  const directory = createDirectory(parseSnapshot(bodies()).instruments);

  it('finds by id, and by symbol in any usual form', () => {
    expect(directory.byId('INDEX:RUSSELL2000')?.name).toBe('Russell 2000');
    expect(directory.byId('NONE')).toBeNull();
    for (const symbol of ['BRK.B', 'brk-b', 'BRK/B']) expect(directory.bySymbol(symbol)?.id).toBe('BRK.B');
    expect(directory.bySymbol('RUT')?.id).toBe('INDEX:RUSSELL2000');
    expect(directory.bySymbol('NONE')).toBeNull();
  });

  it("finds by former symbols and by vendors' symbols of indices", () => {
    expect(directory.bySymbol('FB')?.id).toBe('META');
    expect(directory.bySymbol('TWTR')?.id).toBe('TWTR');
    expect(directory.bySymbol('RTY')?.id).toBe('INDEX:RUSSELL2000');
  });

  it('lets a company that trades today come before one that no longer does', () => {
    const changed = bodies();
    changed.instruments.companies.push(['FB', 'Facebook Successor Inc.', 'XNYS', 'TECH', []]);
    expect(createDirectory(parseSnapshot(changed).instruments).bySymbol('FB')?.name).toBe('Facebook Successor Inc.');
  });

  it('gives every instrument of a name, in the order of the file', () => {
    expect(directory.byNameKey('berkshire hathaway').map(({ id }) => id)).toEqual(['BRK.B', 'BRK.A']);
    expect(directory.byNameKey('the russell').map(({ id }) => id)).toEqual(['INDEX:RUSSELL2000']);
    expect(directory.byNameKey('meta')).toEqual([]);
  });
});

describe('createEvidenceStore', () => {
  const store = createEvidenceStore(parseSnapshot(bodies()));

  it('gives observations in order of date, and none where there are none', () => {
    const unsorted = bodies();
    unsorted.observations.observations = unsorted.observations.observations.toReversed();
    const dates = createEvidenceStore(parseSnapshot(unsorted))
      .observations('INDEX:RUSSELL2000', 'pe')
      .map(({ low }) => low);
    expect(dates).toHaveLength(2);
    expect(store.observations('IWM', 'pe')).toEqual([]);
    const all = ['unprofitable_share', 'pe', 'reconstitution'] as const;
    for (const metric of all) {
      const ends = store.observations('INDEX:RUSSELL2000', metric).map(({ asOf }) => asOf.to);
      expect(ends).toEqual(ends.toSorted());
      expect(ends.length).toBeGreaterThan(0);
    }
  });

  it('gives series by basis, the funds of an index, and the end of the data', () => {
    expect(store.series('IWM', 'total')?.points).toHaveLength(2);
    expect(store.series('IWM', 'price')).toBeNull();
    expect(store.fundsTracking('INDEX:RUSSELL2000')).toEqual(['IWM']);
    expect(store.fundsTracking('INDEX:SP500')).toEqual([]);
    expect(store.dataEnd).toBe('2026-10-07');
  });
});
