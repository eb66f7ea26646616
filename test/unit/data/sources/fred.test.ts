import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRED, FRED_SERIES } from '../../../../lib/data/sources/fred.ts';
import { addDays } from '../../../../lib/market/calendar.ts';
import { loadBundledSnapshot } from '../../../support/bundled.ts';
import { onDay, parsed, refused, wireSample } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');
const csv = (...lines: string[]) => ['observation_date,SP500', ...lines, ''].join('\n');
const points = async (body: string) => (await parsed(FRED, 'SP500', body, TODAY)).series?.[0]?.points;

describe('fred', () => {
  it('asks for each series by itself, from 25 years back to today', () => {
    expect(FRED.requests(TODAY).map(({ url }) => url)).toEqual(
      ['SP500', 'DJIA', 'NASDAQCOM', 'VIXCLS'].map((id) => `https://fred.stlouisfed.org/graph/fredgraph.csv?id=${id}&cosd=2000-12-15&coed=2026-10-08`),
    );
    const known = new Set(loadBundledSnapshot().instruments.map(({ id }) => id));
    for (const id of FRED_SERIES.values()) expect(known).toContain(id);
  });

  it('gives the price series of an index', async () => {
    expect(await parsed(FRED, 'SP500', csv('2026-10-06,7790.10', '2026-10-07,7801.77'), TODAY)).toEqual({
      asOf: '2026-10-07',
      summary: '2 closes of SP500',
      series: [
        {
          instrument: 'INDEX:SP500', basis: 'price', points: [['2026-10-06', 7790.1], ['2026-10-07', 7801.77]],
          source: { title: 'FRED: daily closes (SP500)', url: 'https://fred.stlouisfed.org/series/SP500' },
        },
      ],
    });
  });

  it('takes the header and the gaps of before 2025 and of since', async () => {
    const expected = [['2026-10-05', 7000], ['2026-10-07', 7100]];
    expect(await points('DATE,SP500\r\n2026-10-05,7000.00\r\n2026-10-06,.\r\n2026-10-07,7100.00\r\n')).toEqual(expected);
    expect(await points('\ufeffobservation_date,SP500\n2026-10-05,7000.00\n2026-10-06,\n2026-10-07,7100.00\n')).toEqual(expected);
  });

  it('finds its column among others', async () => {
    expect(await points('DATE,DJIA,SP500\n2026-10-07,51179.87,7801.77\n')).toEqual([['2026-10-07', 7801.77]]);
  });

  const faults: [string, string, string][] = [
    ['a web page', '<!DOCTYPE html>', 'SP500.csv: this is a web page'],
    ['a text', 'Service unavailable\n', 'a header with “observation_date”, “SP500” was expected, but the file begins “Service unavailable”'],
    ['another series', csv('2026-10-07,1').replace('SP500', 'DJIA'), 'line 1: there is no column “SP500” beside “observation_date, DJIA”'],
    ['a header alone', csv(), 'there is no close in it'],
    ['gaps alone', csv('2026-10-07,.'), 'there is no close in it'],
    ['a date alone', csv('2026-10-06,7000', '2026-10-07'), 'line 3: this line has no value'],
    ['a figure cut short', csv('2026-10-06,7790.10', '2026-10-07,7801.77').slice(0, -4), 'the file is cut short: its last line has no end'],
    ['a row too long', csv('2026-10-07,7,801'), 'line 2: 3 cells were found, 2 expected'],
    ['a close that is no number', csv('2026-10-07,NaN'), 'line 2, “SP500”: “NaN” is not a number'],
    ['a date that is none', csv('2026-10-32,7000'), 'line 2, “observation_date”: “2026-10-32” is not a date'],
    ['no date', csv('.,7000'), 'line 2, “observation_date”: the date is missing'],
    ['a date to come', csv('2026-10-07,7000', '2026-10-09,7000'), 'line 3: the date 2026-10-09 lies in the future (today is 2026-10-08)'],
    ['a day twice', csv('2026-10-07,7000', '2026-10-07,7000'), 'line 3, “observation_date”: 2026-10-07 comes after 2026-10-07'],
    ['days out of order', csv('2026-10-07,7000', '2026-10-06,7000'), 'line 3, “observation_date”: 2026-10-06 comes after 2026-10-07'],
    ['a close below nothing', csv('2026-10-07,-1'), '-1 on 2026-10-07 is no level'],
    ['a digit too many', csv('2026-10-06,7000', '2026-10-07,70000'), 'the close goes from 7000 to 70000 on 2026-10-07'],
  ];
  it.each(faults)('refuses %s', (_, body, words) => refused(FRED, 'SP500', body, TODAY, words));

  it('lets volatility double', async () => {
    const { series } = await parsed(FRED, 'VIXCLS', 'DATE,VIXCLS\n2018-02-02,17.31\n2018-02-05,37.32\n', TODAY);
    expect(series?.[0]?.points).toHaveLength(2);
  });

  it('gives every close back, whatever the gaps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(fc.integer({ min: 500_000, max: 900_000 }).map((cents) => cents / 100)), { minLength: 1, maxLength: 50 }), fc.constantFrom('', '.'), async (closes, gap) => {
        const rows = closes.map((close, at) => [addDays('2026-01-01', at), close] as const);
        const body = csv(...rows.map(([day, close]) => `${day},${close === null ? gap : close.toFixed(2)}`));
        const expected = rows.filter(([, close]) => close !== null);
        if (expected.length === 0) await refused(FRED, 'SP500', body, TODAY, 'there is no close in it');
        else expect(await points(body)).toEqual(expected);
      }),
    );
  });
});

const sample = wireSample('fred/NASDAQCOM_2025-04.csv');
it.runIf(sample !== null)('reads a file as published: the header of 2025, three decimals, holidays empty', async () => {
  const { series, asOf } = await parsed(FRED, 'NASDAQCOM', sample!, TODAY);
  const closes = new Map(series?.[0]?.points);
  expect(asOf).toBe('2025-03-28');
  expect([closes.get('2020-03-30'), closes.get('2025-03-28'), closes.has('2024-12-25')]).toEqual([7774.15, 17322.99, false]);
  expect(closes.size).toBeGreaterThan(1200);
});
