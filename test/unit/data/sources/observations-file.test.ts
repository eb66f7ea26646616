import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OBSERVATIONS_EXAMPLE, parseObservationsFile } from '../../../../lib/data/sources/observations-file.ts';
import { SourceFormatError } from '../../../../lib/data/sources/source-format-error.ts';
import { METRICS } from '../../../../lib/market/metrics/index.ts';
import { recordCsv } from '../../../../lib/present/record.ts';
import { PROJECT } from '../../../support/run.ts';
import { onDay } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');
const read = (text: string) => parseObservationsFile('mine.csv', text, TODAY);
const HEADER = 'instrument,metric,value,low,high,unit,as_of,definitions,component,method,source,address';
/** One row below the header; what is not given is empty. */
function row(cells: Readonly<Record<string, string>>): string {
  const all: Record<string, string> = { instrument: 'IWM', metric: 'pe', value: '16.4', as_of: '2026-09-30', ...cells };
  return `${HEADER}\n${HEADER.split(',').map((title) => all[title] ?? '').join(',')}`;
}

describe('parseObservationsFile', () => {
  it('reads the example that the options offer', () => {
    expect(read(OBSERVATIONS_EXAMPLE)).toEqual([
      {
        id: 'own/IWM/pe//2026-09-30', instrument: 'IWM', metric: 'pe', definitions: ['trailing', 'excl_negative'], method: 'Fact sheet, loss-makers left out', component: null,
        low: 16.4, high: 16.4, text: null, unit: 'x', asOf: { from: '2026-09-30', to: '2026-09-30' }, validity: null,
        source: { title: 'Fact sheet of September 2026 (your file mine.csv)', url: 'https://example.com/iwm.pdf' },
      },
      {
        id: 'own/INDEX:RUSSELL2000/sector_weight/Health Care/2026-09-01', instrument: 'INDEX:RUSSELL2000', metric: 'sector_weight', definitions: [], method: 'Index provider', component: 'Health Care',
        low: 18.2, high: 18.2, text: null, unit: '%', asOf: { from: '2026-09-01', to: '2026-09-30' }, validity: null,
        source: { title: 'Fact sheet of September 2026 (your file mine.csv)', url: null },
      },
    ]);
  });

  it('has the example of the documentation', () => {
    const documented = readFileSync(join(PROJECT, 'docs/data.md'), 'utf8');
    for (const line of OBSERVATIONS_EXAMPLE.trim().split('\r\n')) expect(documented).toContain(`    ${line}\n`);
  });

  it('needs no more than instrument, metric, value and day', () => {
    const [one] = read('\ufeffSymbol,Metric,Value,Date\r\nbrk-b,PB,1.6,"Sep 30, 2026"\r\n');
    expect(one).toMatchObject({ instrument: 'BRK.B', metric: 'pb', low: 1.6, asOf: { from: '2026-09-30', to: '2026-09-30' }, method: 'Your own figure', source: { title: 'Your file mine.csv', url: null } });
  });

  const dates: [string, string, string][] = [
    ['2026-09-30', '2026-09-30', '2026-09-30'], ['2026-09', '2026-09-01', '2026-09-30'], ['2026-Q2', '2026-04-01', '2026-06-30'], ['2025', '2025-01-01', '2025-12-31'], ['20260930', '2026-09-30', '2026-09-30'], ['2026', '2026-01-01', '2026-12-31'],
  ];
  it.each(dates)('reads the date %s', (text, from, to) => expect(read(row({ as_of: text }))[0]?.asOf).toEqual({ from, to }));

  it('reads bounds, units and signs', () => {
    expect(read(row({ value: '', low: '15', high: '17x' }))[0]).toMatchObject({ low: 15, high: 17 });
    expect(read(row({ value: '', high: '20' }))[0]).toMatchObject({ low: null, high: 20 });
    expect(read(row({ metric: 'dividend_yield', value: '1.2%', unit: '%' }))[0]).toMatchObject({ low: 1.2, unit: '%' });
    expect(read(row({ metric: 'aum', value: '"$70,000,000,000"', unit: 'USD' }))[0]).toMatchObject({ low: 7e10, unit: 'USD' });
    expect(read(row({ metric: 'holding_weight', component: 'brk/b', value: '1.8' }))[0]).toMatchObject({ component: 'BRK.B' });
    expect(read(row({ metric: 'holding_weight', component: 'TOP10', value: '35' }))[0]).toMatchObject({ component: 'TOP10' });
    expect(read(row({ metric: 'sector_weight', component: 'information technology', value: '18' }))[0]).toMatchObject({ component: 'Technology' });
  });

  it('tells figures of one thing and day apart by number', () => {
    expect(read(`${row({})}\n${row({ value: '31.9', definitions: 'incl_negative' }).split('\n')[1]!}`).map(({ id }) => id)).toEqual(['own/IWM/pe//2026-09-30', 'own/IWM/pe//2026-09-30#2']);
  });

  it('reads what the evidence page downloads', () => {
    const all = read(`${row({ definitions: 'trailing excl_negative', method: 'a' })}\n${row({ value: '', low: '15', as_of: '2026-09', address: 'https://example.com/' }).split('\n')[1]!}\n${row({ metric: 'sector_weight', component: 'Energy', value: '7' }).split('\n')[1]!}`);
    const again = read(recordCsv(all));
    expect(again).toEqual(all);
  });

  it('takes figures of every metric that dated figures decide, and says which those are', () => {
    for (const { id, judge, plausible: [least], definitions } of METRICS) {
      const component = id === 'sector_weight' ? 'Energy' : id === 'holding_weight' ? 'WDGT' : '';
      const text = row({ metric: id, value: String(least), component, definitions: definitions.map((one) => one.id).join(' ') });
      if (judge === 'observation') expect(read(text)[0], id).toMatchObject({ metric: id, low: least });
      else expect(() => read(text), id).toThrow(/“metric”: .* is not decided by figures of single days; one of pe, /);
    }
  });

  const faults: [string, string, RegExp][] = [
    ['no metric of that name', row({ metric: 'p/e' }), /^mine\.csv, line 2, “metric”: “p\/e” is no metric; one of pe, pe_forward/],
    ['no instrument', row({ instrument: '' }), /line 2, “instrument”: “” is neither a symbol/],
    ['an instrument in words', row({ instrument: 'Russell 2000' }), /line 2, “instrument”: “RUSSELL 2000” is neither a symbol \(IWM, BRK\.B\) nor an index/],
    ['no value', row({ value: '' }), /line 2, “value”: there is no value/],
    ['a value that is none', row({ value: 'about 16' }), /line 2, “value”: “about 16” is not a number/],
    ['a value with a decimal comma', row({ value: '"16,4"' }), /line 2, “value”: “16,4” is not a number/],
    ['a value that cannot be', row({ value: '1000000000' }), /line 2, “value”: 1000000000 cannot be: 0\.5 to 2000 was expected/],
    ['a value and bounds', row({ low: '15' }), /line 2, “value”: a value was found beside/],
    ['bounds in the wrong order', row({ value: '', low: '17', high: '15' }), /line 2, “low”: 17 lies above “high”, which is 15/],
    ['another unit', row({ unit: '%' }), /line 2, “unit”: “%” was found; pe is in x/],
    ['no date', row({ as_of: '' }), /line 2, “as_of”: “” is not a date; a day \(2026-09-30\), month/],
    ['a date that is none', row({ as_of: '2026-13' }), /line 2, “as_of”: “2026-13” is not a date/],
    ['a day to come', row({ as_of: '2026-10-09' }), /line 2, “as_of”: the date 2026-10-09 lies in the future/],
    ['a definition that the metric has not', row({ definitions: 'by_weight' }), /line 2, “definitions”: “by_weight” is no definition of pe; some of excl_negative, /],
    ['a definition where there is none', row({ metric: 'pb', value: '2', definitions: 'trailing' }), /no definition of pb; none was expected/],
    ['a component where there is none', row({ component: 'Energy' }), /line 2, “component”: “Energy” was found; pe has no components/],
    ['a sector that is none', row({ metric: 'sector_weight', component: 'Crypto', value: '5' }), /“component”: “Crypto” is no GICS sector/],
    ['no component', row({ metric: 'holding_weight', value: '5' }), /“component”: “” is neither a symbol nor TOP10/],
    ['an address that is none', row({ address: 'javascript:alert(1)' }), /line 2, “address”: “javascript:alert\(1\)” is not an address of a web page/],
    ['a row that is too long', `${row({})},x`, /line 2: 13 cells were found, 12 expected/],
    ['a line behind the table', `${row({})}\nthat is all`, /line 3: “that is all” is no row of the table/],
    ['a missing column', 'instrument,value,as_of\nIWM,1,2026', /line 1: there is no column “metric”/],
    ['a title twice', `${HEADER},metric\n${row({}).split('\n')[1]!},pe`, /line 1, “metric”: two columns have this title/],
    ['a header alone', HEADER, /no row below the header/],
    ['nothing', '', /empty/],
    ['a web page', '<html>', /web page/],
  ];
  it.each(faults)('refuses a file with %s, by line and column', (_, text, words) => {
    expect(() => read(text)).toThrow(SourceFormatError);
    expect(() => read(text)).toThrow(words);
  });

  it('uses nothing of a file with one fault', () => {
    expect(() => read(`${row({})}\n${row({ value: 'x' }).split('\n')[1]!}`)).toThrow(/line 3/);
  });
});
