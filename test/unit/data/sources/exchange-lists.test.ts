import { describe, expect, it } from 'vitest';
import { EXCHANGE_LISTS } from '../../../../lib/data/sources/exchange-lists.ts';
import { onDay, parsed, refused, wireSample } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');
const HEADER = 'Symbol|Security Name|Market Category|Test Issue|Financial Status|Round Lot Size|ETF|NextShares';
const list = (...rows: string[]) => [HEADER, ...rows, 'File Creation Time: 1007202621:31|||||||', ''].join('\r\n');
const WIDGET = 'WDGT|Widget "Makers Inc. - Common Stock|Q|N|D|100|N|N';

describe('exchange-lists', () => {
  it('asks for both lists', () => {
    expect(EXCHANGE_LISTS.requests(TODAY).map(({ url }) => url)).toEqual([
      'https://www.nasdaqtrader.com/dynamic/SymDir/nasdaqlisted.txt',
      'https://www.nasdaqtrader.com/dynamic/SymDir/otherlisted.txt',
    ]);
  });

  it('gives one instrument a symbol, as of the day in the closing line', async () => {
    const part = await parsed(EXCHANGE_LISTS, 'nasdaqlisted', list(WIDGET, WIDGET, 'SMPF|Sample ETF|G|N|N|100|Y|N'), TODAY);
    expect(part.instruments?.map(({ id, name, kind, exchange }) => [id, name, kind, exchange])).toEqual([
      ['WDGT', 'Widget "Makers Inc.', 'stock', 'XNAS'],
      ['SMPF', 'Sample ETF', 'fund', 'XNAS'],
    ]);
    expect([part.asOf, part.summary]).toEqual(['2026-10-07', '2 symbols']);
  });

  const faults: [string, string, string][] = [
    ['a web page', '<html></html>', 'nasdaqlisted.txt: this is a web page'],
    ['only a header', HEADER, 'the file is cut short: its closing line'],
    ['nothing between header and closing line', list(), 'there is no symbol in it'],
    ['a closing line cut short', list(WIDGET).slice(0, -14), 'the file is cut short: its closing line'],
    ['a closing line with a day that no calendar has', list(WIDGET).replace('10072026', '13402026'), 'the file is cut short: its closing line'],
    ['a list from the future', list(WIDGET).replace('10072026', '10092026'), 'nasdaqlisted.txt: the date 2026-10-09 lies in the future (today is 2026-10-08)'],
    ['a row without name', list(WIDGET.replace(/Widget[^|]*/, ' ')), 'line 2, “Security Name”: the name is missing'],
    ['a name that goes on and on', list(WIDGET.replace('Widget', ','.repeat(100_000))), 'line 2, “Security Name”: a name of'],
    ['a row cut short', list(WIDGET.slice(0, 20)), 'line 2: 2 cells were found, 8 expected'],
    ['an exchange’s list of something else', list(WIDGET).replace('Symbol|', 'Code|'), 'line 1: there is no column “Symbol”'],
  ];
  it.each(faults)('refuses %s', (_, body, words) => refused(EXCHANGE_LISTS, 'nasdaqlisted', body, TODAY, words));
});

const samples: [string, string, string, number][] = [
  ['nasdaqtrader/nasdaqlisted_2016-09.txt', 'CRLF, and a closing line with fewer bars than columns', '2016-09-09', 3000],
  ['nasdaqtrader/nasdaqlisted_2025-07-21.txt', 'LF, a closing line with seven bars, the financial status D, E and H', '2025-07-21', 4900],
  ['nasdaqtrader/otherlisted_2025-07-21.txt', 'exchanges A, N, P and Z, test issues on V, dots, dollar signs, .U and .W', '2025-07-21', 6500],
];
describe('files as published', () => {
  for (const [path, quirk, asOf, atLeast] of samples) {
    const body = wireSample(path);
    it.runIf(body !== null)(`reads ${path}: ${quirk}`, async () => {
      const part = await parsed(EXCHANGE_LISTS, path.includes('other') ? 'otherlisted' : 'nasdaqlisted', body!, TODAY);
      expect(part.asOf).toBe(asOf);
      expect(part.instruments?.length).toBeGreaterThan(atLeast);
      expect(part.instruments?.every(({ exchange, name }) => exchange !== null && name === name.trim())).toBe(true);
    });
  }

  const other = wireSample('nasdaqtrader/otherlisted_2025-07-21.txt');
  it.runIf(other !== null)('writes every notation of otherlisted.txt in the one form', async () => {
    const { instruments = [] } = await parsed(EXCHANGE_LISTS, 'otherlisted', other!, TODAY);
    const exchanges = new Map(instruments.map(({ id, exchange }) => [id, exchange]));
    expect(['BRK.B', 'IWM', 'ABR-PD', 'AAM.U', 'AAM.W'].map((id) => exchanges.get(id))).toEqual(['XNYS', 'ARCX', 'XNYS', 'XNYS', 'XNYS']);
    expect(new Set(exchanges.values())).toEqual(new Set(['XASE', 'XNYS', 'ARCX', 'BATS']));
  });
});
