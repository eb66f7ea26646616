import fc from 'fast-check';
import { zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../../../lib/data/sources/index.ts';
import { SourceFormatError } from '../../../../lib/data/sources/source-format-error.ts';
import type { SourcePart, SourceSpec } from '../../../../lib/data/sources/source.ts';
import { isDay } from '../../../../lib/market/calendar.ts';
import { bytesOf, onDay, parsed } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');

/** The part, or null for a refusal in words; any other error is a fault of the source. */
async function read(spec: SourceSpec, key: string, body: string | Uint8Array): Promise<SourcePart | null> {
  try {
    return await parsed(spec, key, body, TODAY);
  } catch (error) {
    expect(error).toBeInstanceOf(SourceFormatError);
    expect((error as Error).message.length).toBeLessThan(500);
    return null;
  }
}

const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
const BODIES: [string, string | Uint8Array][] = [
  ['nothing', ''],
  ['a byte order mark alone', '\ufeff'],
  ['a web page', '<!DOCTYPE html><html><body>Access denied</body></html>'],
  ['a short text', 'Get your apikey:\n\n1. Open the page\n2. Enter the captcha code\n'],
  ['an empty object', '{}'],
  ['an empty list', '[]'],
  ['null', 'null'],
  ['an object of nothing but traps', '{"__proto__":{"data":[]},"constructor":{"prototype":{}},"chart":{"__proto__":null},"fields":["__proto__"],"data":[[1]]}'],
  ['deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['a table without rows', 'Ticker,Weight (%),Date\n'],
  ['UTF-16', utf16('{"data":[]}')],
  ['gzip', gzipSync('{"data":[]}')],
  ['Latin-1', new Uint8Array([0x4e, 0xe9, 0x0a])],
  ['zeros', new Uint8Array(1000)],
  ['a page of XHTML', '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"></html>'],
  ['XML of great depth', `<?xml version="1.0"?><Workbook>${'<a>'.repeat(100_000)}`],
  ['an archive of something else', zipSync({ 'readme.txt': bytesOf('hello') })],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ['one line of commas', ','.repeat(200_000)],
  ['lines without end', 'a\n'.repeat(200_000)],
  ['quotation marks without end', '"'.repeat(200_001)],
  ['a word without end', 'A'.repeat(500_000)],
];

describe.each(SOURCES.map((spec) => [spec.id, spec] as const))('%s', (_, spec) => {
  const keys = [...new Set([spec.requests(TODAY)[0]!.key, spec.requests(TODAY).at(-1)!.key])];

  it.each(BODIES)('refuses %s in words', async (_what, body) => {
    for (const key of keys) expect(await read(spec, key, body)).toBeNull();
  });

  it('refuses whatever bytes come, in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json().map(bytesOf), fc.string({ unit: 'binary' }).map(bytesOf)), async (body) => {
        for (const key of keys) expect(await read(spec, key, body)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

const bar = (close: number[]) => ({ quote: [{ close }], adjclose: [{ adjclose: close }] });
const CHART = {
  chart: {
    result: [
      {
        meta: { symbol: 'IWM', currency: 'USD', gmtoffset: -14400, regularMarketTime: 1791403200, dataGranularity: '1d', currentTradingPeriod: { regular: { start: 1791379800, end: 1791403200 } } },
        timestamp: [1791207000, 1791293400, 1791379800],
        events: { dividends: { 1: { date: 1791293400, amount: 0.5 } }, splits: { 1: { date: 1, numerator: 2, denominator: 1 } } },
        indicators: { ...bar([270, 274, 277.5]), adjclose: [{ adjclose: [269, 273.5, 277.5] }] },
      },
    ],
    error: null,
  },
};
const productData = (component: string, points: Readonly<Record<string, unknown>>) => ({
  fundName: 'iShares Russell 2000 ETF',
  componentsByNameMap: {
    [component]: { containersByNameMap: { all: { dataPointsByNameMap: Object.fromEntries(Object.entries(points).map(([name, value]) => [name, { value, asOfDate: 20261007 }])) } } },
  },
});
const FACT = { accn: '0000000000-26-000001', cik: 1, start: '2026-04-01', end: '2026-06-30', val: -5e6 };
const GOOD: [string, string, unknown][] = [
  ['sec-symbols', 'companies', { fields: ['cik', 'name', 'ticker', 'exchange'], data: [[1, 'Widget Makers Inc.', 'WDGT', 'Nasdaq'], [2, 'Hathaway Hill Inc.', 'HATH-B', null]] }],
  ['sec-symbols', 'funds', { fields: ['cik', 'seriesId', 'classId', 'symbol'], data: [[5, 'S1', 'C1', 'SMPF']] }],
  ['sec-tickers', 'companies', { 0: { cik_str: 1, ticker: 'WDGT', title: 'Widget Makers Inc.' } }],
  ['sec-frames', 'NetIncomeLoss/CY2026Q2', { taxonomy: 'us-gaap', tag: 'NetIncomeLoss', ccp: 'CY2026Q2', uom: 'USD', pts: 2, data: [FACT, { ...FACT, cik: 2 }] }],
  ['yahoo-chart', 'IWM', CHART],
  ['ishares-product-data', 'IWM', productData('holdings', { ticker: ['WDGT', null], issueName: ['WIDGET MAKERS INC', 'USD CASH'], assetClass: ['Equity', 'Cash'], marketValue: [99, 1], holdingPercent: [99, 1], asOfDate: 20261007 })],
  ['ishares-fundamentals', 'IWM', productData('fundamentalsAndRisk', { priceEarnings: 16.7, numHoldings: 1938 })],
  ['ishares-screener', 'all', { 239710: { localExchangeTicker: 'IWM', fundName: 'iShares Russell 2000 ETF', navAmount: { d: '1', r: 240.5 }, navAmountAsOf: { d: 'x', r: 20261007 }, netr: { r: 0.19 } } }],
  ['vanguard-characteristics', 'VTWO', { equityCharacteristic: { asOfDate: '2026-09-30T00:00:00-04:00', fund: { priceEarningsRatio: '17.4x' }, benchmark: { numberOfStocks: '1,962' } } }],
  ['vanguard-holdings', 'VTWO', { size: 1, asOfDate: '2026-09-30T00:00:00-04:00', fund: { entity: [{ ticker: 'WDGT', longName: 'Widget Makers', percentWeight: '99.98', marketValue: 1e9, sharesHeld: '10' }] } }],
  ['invesco-holdings', 'QQQ', { cusip: 'QQQ', effectiveDate: '2026-10-07', totalNumberOfHoldings: 1, holdings: [{ ticker: 'WDGT', issuerName: 'Widget Makers', units: 10, percentageOfTotalNetAssets: 99.9 }] }],
  ['invesco-fund-details', 'QQQ', { ticker: 'QQQ', effectiveDate: '2026-10-07', totalNoOfHoldings: 101, totalNoOfHoldingsEffectiveDate: '2026-10-07', feeValue: 0.18 }],
];
const sourceOf = (id: string): SourceSpec => SOURCES.find((spec) => spec.id === id)!;

/** Every place in a JSON value, as a way to write another value there. */
function placesOf(value: unknown): ((replacement: unknown) => unknown)[] {
  if (typeof value !== 'object' || value === null) return [(replacement) => replacement];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    placesOf(part).map((write) => (replacement: unknown) => (Array.isArray(value) ? value.with(Number(key), write(replacement)) : { ...value, [key]: write(replacement) })),
  );
  return [(replacement) => replacement, ...inner];
}

function expectSane(part: SourcePart): void {
  if (part.asOf !== null) expect(isDay(part.asOf) && part.asOf <= TODAY.today).toBe(true);
  for (const { id, name } of part.instruments ?? []) expect([typeof name, /^[A-Z0-9][A-Z0-9.-]*$/.test(id)]).toEqual(['string', true]);
  for (const cik of part.filers?.values() ?? []) expect(Number.isInteger(cik) && cik > 0).toBe(true);
  for (const { points } of part.series ?? []) for (const [day, level] of points) expect(isDay(day) && day <= TODAY.today && level > 0 && level < 1e7).toBe(true);
  for (const { low, high, asOf } of part.observations ?? []) expect(isDay(asOf.to) && asOf.to <= TODAY.today && Number.isFinite(low) && low === high).toBe(true);
  for (const { asOf, lines } of part.holdings ?? []) {
    expect(isDay(asOf) && asOf <= TODAY.today).toBe(true);
    for (const { weightPercent, printedSymbol, name } of lines) expect([Number.isFinite(weightPercent), printedSymbol === null || typeof printedSymbol === 'string', typeof name]).toEqual([true, true, 'string']);
  }
  for (const { facts } of part.frames ?? []) for (const { end, value } of facts) expect(isDay(end) && end <= TODAY.today && Number.isFinite(value)).toBe(true);
}

describe.each(GOOD)('%s, %s', (id, key, good) => {
  const text = JSON.stringify(good);

  it('reads its own body, and none that is cut short anywhere', async () => {
    expect(await read(sourceOf(id), key, text)).not.toBeNull();
    for (let length = 0; length < text.length; length += 1) expect(await read(sourceOf(id), key, text.slice(0, length))).toBeNull();
  });

  it('refuses, or reads soundly, a body with any one value replaced by any other', async () => {
    const places = placesOf(good);
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 0, 1e300, '', 'NaN', null, '2026-10-09', [], {}), fc.double({ noNaN: true }));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: places.length - 1 }), values, async (place, value) => {
        const part = await read(sourceOf(id), key, JSON.stringify(places[place]!(value)));
        if (part !== null) expectSane(part);
      }),
      { numRuns: 300 },
    );
  });
});

it('reads a symbol list whole or not at all', async () => {
  const list = 'Symbol|Security Name|Test Issue|ETF\nWDGT|Widget Makers Inc. - Common Stock|N|N\nSMPF|Sample ETF|N|Y\nFile Creation Time: 1007202621:31|||';
  const spec = sourceOf('exchange-lists');
  const key = 'nasdaqlisted';
  expect((await read(spec, key, list))?.instruments).toHaveLength(2);
  for (let length = 0; length < list.length - 3; length += 1) expect(await read(spec, key, list.slice(0, length))).toBeNull();
});
