import { describe, expect, it } from 'vitest';
import { isWellKnown } from '../../../lib/check/confirm.ts';
import { createDirectory, createEvidenceStore } from '../../../lib/data/snapshot.ts';
import { SECTORS } from '../../../lib/data/snapshot-schema.ts';
import { nameKey } from '../../../lib/market/names.ts';
import type { Observation } from '../../../lib/market/observation.ts';
import { loadBundledSnapshot } from '../../support/bundled.ts';

const snapshot = loadBundledSnapshot();
const { instruments, observations, series } = snapshot;
const directory = createDirectory(instruments);
const store = createEvidenceStore(snapshot);

describe('the bundled directory', () => {
  it('holds enough indices, funds and companies', () => {
    const count = (kind: string) => instruments.filter((instrument) => instrument.kind === kind).length;
    expect(count('index') + count('fund')).toBeGreaterThanOrEqual(45);
    expect(count('stock')).toBeGreaterThanOrEqual(600);
  });

  it('has an exchange for every listed company and fund, and a GICS sector for every company', () => {
    const sectors = new Set<string>(Object.values(SECTORS));
    for (const { id, kind, exchange, sector, symbol, formerSymbols } of instruments) {
      if (kind === 'stock') expect(sectors, id).toContain(sector);
      const isMutualFund = kind === 'fund' && /^[A-Z]{4}X$/.test(id);
      const isGone = formerSymbols.some((former) => former.symbol === symbol);
      if ((kind === 'stock' && !isGone) || (kind === 'fund' && !isMutualFund)) {
        expect(['XNAS', 'XNYS', 'ARCX', 'XASE', 'BATS'], id).toContain(exchange);
      }
    }
  });

  it('says of each company and fund something that no list of symbols does', () => {
    const securities = instruments.filter(({ kind }) => kind === 'stock' || kind === 'fund');
    expect(securities.filter((instrument) => !isWellKnown(instrument)).map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['Apple', 'AAPL'], ['Google', 'GOOGL'], ['Facebook', 'META'], ['JPMorgan', 'JPM'], ['J&J', 'JNJ'], ['P&G', 'PG'],
    ['GM', 'GM'], ['GE', 'GE'], ['BofA', 'BAC'], ['AMD', 'AMD'], ['Nvidia', 'NVDA'], ['Coca-Cola', 'KO'],
    ['Sprouts Farmers Market', 'SFM'], ['Rocket Lab', 'RKLB'], ['Insmed', 'INSM'], ['Super Micro', 'SMCI'],
    ['Credo', 'CRDO'], ['Bloom Energy', 'BE'], ['Fabrinet', 'FN'], ['Realty Income', 'O'], ['Lowe’s', 'LOW'],
    ['Target', 'TGT'], ['Berkshire Hathaway', 'BRK.B'], ['TSMC', 'TSM'], ['GameStop', 'GME'],
    ['Vanguard Russell 2000 Index Fund', 'VTWO'], ['iShares Russell 2000 ETF', 'IWM'], ['Invesco QQQ', 'QQQ'],
    ['the Dow', 'INDEX:DJIA'], ['the Russell', 'INDEX:RUSSELL2000'], ['S&P 500', 'INDEX:SP500'],
    ['Nasdaq-100', 'INDEX:NASDAQ100'], ['S&P SmallCap 600', 'INDEX:SP600'], ['Magnificent Seven', 'INDEX:MAG7'],
  ])('finds %s first of all as %s', (name, id) => {
    expect(directory.byNameKey(nameKey(name))[0]?.id).toBe(id);
  });

  it.each([
    ['FB', 'META'], ['SQ', 'XYZ'], ['TWTR', 'TWTR'], ['SPLG', 'SPYM'], ['BRK-B', 'BRK.B'], ['RTY', 'INDEX:RUSSELL2000'],
    ['SPX', 'INDEX:SP500'], ['COMP', 'COMP'], ['DOW', 'DOW'],
  ])('finds the symbol %s as %s', (symbol, id) => {
    expect(directory.bySymbol(symbol)?.id).toBe(id);
  });

  it('marks names that are everyday words, and only those', () => {
    for (const id of ['TGT', 'GAP', 'V', 'XYZ', 'SNAP', 'MTCH', 'SHEL', 'PGR', 'ALLY', 'META', 'CCL', 'DOW']) {
      expect(directory.byId(id)?.commonWord, id).toBe(true);
    }
    for (const id of ['AAPL', 'NVDA', 'BBY', 'GLW', 'F', 'DE', 'ORCL', 'CHWY']) {
      expect(directory.byId(id)?.commonWord, id).toBe(false);
    }
    for (const word of ['news', 'open', 'q2', 'first', 'on', 'now']) expect(directory.byNameKey(word), word).toEqual([]);
  });

  it('shares the full name only between classes of one share', () => {
    const shared = new Set<string>();
    for (const { name, kind } of instruments) {
      const found = directory.byNameKey(nameKey(name));
      if (kind === 'stock' && found.length > 1) shared.add(found.map(({ id }) => id).join(' '));
    }
    expect([...shared]).toEqual(['HEI HEI.A', 'LEN LEN.B']);
  });
});

describe('the bundled observations', () => {
  const at = (instrument: string, metric: Observation['metric']) => store.observations(instrument, metric);

  it('are dated within the snapshot, have a method and a source, and a web address where they have a link', () => {
    for (const observation of observations) {
      expect(observation.asOf.from <= snapshot.asOf, observation.id).toBe(true);
      expect(observation.method.length, observation.id).toBeGreaterThan(3);
      if (observation.source.url !== null) expect(observation.source.url).toMatch(/^https?:\/\/[a-z0-9.-]+\.[a-z]+\//);
    }
  });

  it('weigh only components that the directory knows', () => {
    const sectors = new Set<string>(Object.values(SECTORS));
    for (const { metric, component, id } of observations) {
      if (metric === 'sector_weight') expect(sectors, id).toContain(component);
      else if (metric === 'holding_weight') {
        const known = component?.startsWith('TOP10') || directory.byId(component ?? '') !== null;
        expect(known, id).toBe(true);
      } else expect(component, id).toBeNull();
    }
  });

  it('say for every P/E how loss-makers are treated, or say that it is not stated', () => {
    const treatments = new Set(['excl_negative', 'incl_negative']);
    for (const { metric, definitions, method, id } of observations) {
      if (metric !== 'pe') continue;
      expect(definitions.some((one) => treatments.has(one)) || method.includes('not stated'), id).toBe(true);
      expect(definitions, id).not.toContain('forward');
    }
    for (const { metric, definitions, id } of observations) {
      if (metric === 'pe_forward') expect(definitions, id).toContain('forward');
      if (metric === 'unprofitable_share') expect(definitions.filter((one) => one.startsWith('by_')), id).toHaveLength(1);
      if (metric === 'pe_average') expect(definitions.includes('forward') !== definitions.includes('trailing'), id).toBe(true);
    }
  });

  it('keep both P/E ratios of the Russell 2000 in April 2025', () => {
    const april = [...at('INDEX:RUSSELL2000', 'pe'), ...at('IWM', 'pe')].filter(({ asOf }) => asOf.to === '2025-04-30');
    expect(april.map(({ low, definitions }) => [low, definitions.includes('incl_negative')]).toSorted()).toEqual([
      [15.2, false],
      [32.1, true],
    ]);
  });

  it('keep both documents on the second reconstitution of 2026', () => {
    const now = at('INDEX:RUSSELL2000', 'reconstitution').filter(({ validity }) => validity?.from === '2026-01-01');
    expect(now.map(({ text }) => text).toSorted()).toEqual(['semi-annual:June,December', 'semi-annual:June,November']);
    expect(new Set(now.map(({ source }) => source.title)).size).toBe(2);
  });

  it('have the rules of their time', () => {
    const smallest = at('INDEX:SP500', 'eligibility_market_cap').map(({ low, validity }) => [low, validity?.from]);
    expect(smallest).toEqual([
      [20_500_000_000, '2025-01-02'],
      [22_700_000_000, '2025-07-01'],
    ]);
    const text = (id: string) => at(id, 'profitability_screen').map((observation) => observation.text);
    expect(text('INDEX:RUSSELL2000')).toEqual(['false']);
    expect(text('INDEX:SP600')).toEqual(['true']);
  });

  it('are rules exactly where they have days in force', () => {
    const rules = new Set([
      'reconstitution', 'profitability_screen', 'eligibility_market_cap', 'eligibility_price', 'eligibility_free_float',
      'banding', 'market_coverage',
    ]);
    for (const { metric, validity, id } of observations) {
      if (rules.has(metric)) expect(validity, id).not.toBeNull();
      else if (metric !== 'constituents') expect(validity, id).toBeNull();
    }
  });

  it('take nothing from the sample articles', () => {
    const copied: readonly [Observation['metric'], number, string | null][] = [
      ['pe', 19.72, null], ['pb', 2.13, null], ['ps', 1.25, null], ['dividend_yield', 1.31, null],
      ['pe_average', 21.5, null], ['holding_weight', 0.85, 'SMCI'],
    ];
    for (const [metric, value, component] of copied) {
      for (const id of ['INDEX:RUSSELL2000', ...store.fundsTracking('INDEX:RUSSELL2000')]) {
        const same = at(id, metric).filter((one) => one.low === value && one.component === component);
        expect(same, `${id} ${metric} ${value}`).toEqual([]);
      }
    }
  });

  it('weigh sectors to a whole', () => {
    const totals = new Map<string, number>();
    for (const { metric, instrument, asOf, low } of observations) {
      const key = `${instrument} ${asOf.to}`;
      if (metric === 'sector_weight') totals.set(key, (totals.get(key) ?? 0) + (low ?? 0));
    }
    const whole = [...totals].filter(([, total]) => total > 50);
    expect(whole.length).toBeGreaterThan(5);
    for (const [key, total] of whole) {
      expect(total, key).toBeGreaterThan(97.5); // the rest is cash and lines that are not listed
      expect(total, key).toBeLessThan(100.5);
    }
  });
});

describe('the bundled level series', () => {
  const change = (id: string, basis: 'price' | 'total', from: string, to: string): number => {
    const levels = new Map(store.series(id, basis)?.points);
    const [first, last] = [levels.get(from), levels.get(to)];
    if (first === undefined || last === undefined) throw new Error(`${id} has no level on ${from} or ${to}`);
    return (last / first - 1) * 100;
  };

  it('ascend, and are no denser than month-ends and, since 2025, weeks', () => {
    for (const { instrument, points } of series) {
      const months = new Map<string, number>();
      points.forEach(([day], at) => {
        const before = points[at - 1]?.[0];
        if (before !== undefined) expect(day > before, `${instrument} ${day}`).toBe(true);
        months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1);
      });
      for (const [month, count] of months) expect(count, `${instrument} ${month}`).toBeLessThanOrEqual(month < '2025' ? 1 : 6);
    }
  });

  it.each([
    // Calendar-year returns that index providers and issuers publish.
    ['INDEX:RUSSELL2000', 'price', '2022-12-30', '2023-12-29', 15.09],
    ['INDEX:RUSSELL2000', 'price', '2023-12-29', '2024-12-31', 10.02],
    ['INDEX:SP500', 'price', '2023-12-29', '2024-12-31', 23.31],
    ['INDEX:NASDAQ100', 'price', '2022-12-30', '2023-12-29', 53.81],
    ['INDEX:DJIA', 'price', '2023-12-29', '2024-12-31', 12.88],
    ['IWM', 'total', '2023-12-29', '2024-12-31', 11.38],
    ['SPY', 'total', '2022-12-30', '2023-12-29', 26.18],
    ['VTWO', 'total', '2022-12-30', '2023-12-29', 17.08],
  ] as const)('of %s (%s) rise from %s to %s by %d%%', (id, basis, from, to, percent) => {
    expect(change(id, basis, from, to)).toBeCloseTo(percent, 1);
  });

  it('show small caps ahead of the S&P 500 at mid-2026 and behind on 7 October', () => {
    const ahead = (to: string) => change('IWM', 'total', '2025-12-31', to) - change('SPY', 'total', '2025-12-31', to);
    expect(ahead('2026-06-30')).toBeGreaterThan(12);
    expect(ahead('2026-10-07')).toBeLessThan(0);
  });

  it('end with the snapshot for the main indices', () => {
    for (const id of ['INDEX:RUSSELL2000', 'INDEX:SP500', 'INDEX:NASDAQCOMP', 'INDEX:DJIA']) {
      expect(store.series(id, 'price')?.points.at(-1)?.[0]).toBe(snapshot.asOf);
    }
  });
});
