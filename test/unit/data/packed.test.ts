import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packFrame, packLevels, packPart, unpackFrame, unpackLevels, unpackPart } from '../../../lib/data/packed.ts';
import type { PackedLevels } from '../../../lib/data/packed.ts';
import { addDays, addSessions } from '../../../lib/market/calendar.ts';
import type { Frame } from '../../../lib/market/fundamentals.ts';
import type { LevelSeries } from '../../../lib/market/observation.ts';

const SOURCE = { title: 'A source', url: null };

function series(levels: readonly (readonly [string, number])[]): LevelSeries {
  return { instrument: 'IWM', basis: 'total', points: levels, source: SOURCE };
}

function bytesOf({ gaps, values }: PackedLevels): number {
  return gaps.byteLength + values.byteLength;
}

describe('packed levels', () => {
  it('come back as they were, whatever the levels and days', () => {
    const level = fc.oneof(fc.integer({ min: 1, max: 1_000_000 }).map((cents) => cents / 100), fc.float({ min: 1, noNaN: true }), fc.double({ min: 0.01, max: 1e7, noNaN: true }));
    const points = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), level), { maxLength: 60 }).map((steps) => {
      let day = '1995-01-03';
      return steps.map(([gap, value]): [string, number] => [(day = addDays(day, gap)), value]);
    });
    fc.assert(fc.property(points, (given) => {
      expect(unpackLevels(packLevels(series(given)))).toEqual(series(given));
    }));
  });

  it('take less than 2 MB for 25 years of daily closes of 20 instruments, with and without dividends', () => {
    let day = '2001-01-02';
    const days = Array.from({ length: 6300 }, () => (day = addSessions(day, 1)));
    let total = 0;
    for (let instrument = 0; instrument < 20; instrument += 1) {
      // Closes in cents; adjusted closes as 32-bit floats, as their publisher computes them.
      total += bytesOf(packLevels(series(days.map((date, at) => [date, Math.round(10_000 + 37 * at + 991 * Math.sin(at + instrument)) / 100]))));
      total += bytesOf(packLevels(series(days.map((date, at) => [date, Math.fround(80.123456 + at * 0.0371 + Math.sin(at + instrument))]))));
    }
    expect(total).toBeLessThan(2 * 1024 * 1024);
  });

  it('take eight bytes a level only where nothing smaller holds it', () => {
    expect(packLevels(series([['2026-01-02', 6845.53], ['2026-01-05', 6858.5]])).values).toBeInstanceOf(Int32Array);
    expect(packLevels(series([['2026-01-02', 238.4499969482422]])).values).toBeInstanceOf(Float32Array);
    expect(packLevels(series([['2026-01-02', 1 / 3]])).values).toBeInstanceOf(Float64Array);
    expect(packLevels(series([['2026-01-02', 30_000_000.25]])).values).toBeInstanceOf(Float64Array);
  });
});

describe('packed frames', () => {
  const frame: Frame = {
    tag: 'NetIncomeLoss',
    unit: 'USD',
    period: 'CY2026Q2',
    source: SOURCE,
    facts: [
      { cik: 320193, start: '2026-03-29', end: '2026-06-27', value: 23_434_000_000, accession: '0000320193-26-000073' },
      { cik: 4_294_967_295, start: null, end: '2026-06-30', value: -0.5, accession: '9999999999-99-999999' },
    ],
  };

  it('come back as they were', () => {
    expect(unpackFrame(packFrame(frame))).toEqual(frame);
  });

  it('take 28 bytes a fact', () => {
    const { cik, start, end, value, accession } = packFrame(frame);
    expect([cik, start, end, value, accession].reduce((sum, { byteLength }) => sum + byteLength, 0)).toBe(2 * 28);
  });

  it('keep no accession number in another form than the SEC’s', () => {
    const [fact] = frame.facts;
    const odd = { ...frame, facts: [{ ...fact!, accession: 'see <b>here</b>' }] };
    expect(unpackFrame(packFrame(odd)).facts[0]?.accession).toBe('');
  });
});

describe('packed parts', () => {
  it('have what was in them, and nothing that was not', () => {
    const filers = new Map([['AAPL', 320193]]);
    expect(unpackPart(packPart({ filers }))).toEqual({ filers });
    expect(unpackPart(packPart({ series: [series([['2026-01-02', 1]])], observations: [] }))).toEqual({ series: [series([['2026-01-02', 1]])], observations: [] });
  });

  it('survive storage', () => {
    const packed = packPart({ filers: new Map([['AAPL', 1]]), series: [series([['2026-01-02', 1.5]])] });
    expect(structuredClone(packed)).toEqual(packed);
  });

  it('of another form are not read', () => {
    expect(unpackPart({ ...packPart({ observations: [] }), format: 2 as 1 })).toBeNull();
  });
});
