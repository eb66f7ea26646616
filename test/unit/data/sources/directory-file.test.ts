import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDirectoryFile } from '../../../../lib/data/sources/directory-file.ts';
import { issuerName } from '../../../../lib/data/sources/listed-security.ts';
import { SourceFormatError } from '../../../../lib/data/sources/source-format-error.ts';
import type { Instrument } from '../../../../lib/market/instrument.ts';

const brief = (instruments: readonly Instrument[]) =>
  instruments.map(({ id, kind, name, exchange, commonWord }) => [id, kind, name, exchange, commonWord]);

const TICKERS = JSON.stringify({
  0: { cik_str: 1, ticker: 'WDGT', title: 'WIDGET MAKERS INC /DE/' },
  1: { cik_str: 2, ticker: 'HATH-B', title: 'Hathaway Hill Inc.' },
  2: { cik_str: 2, ticker: 'HATH-A', title: 'Hathaway Hill Inc.' },
  3: { cik_str: 3, ticker: 'TGTT', title: 'TARGET CORP' },
  4: { cik_str: 4, ticker: 'SMPF', title: 'Sample 100 ETF Trust' },
});

const EXCHANGE = JSON.stringify({
  fields: ['cik', 'name', 'ticker', 'exchange'],
  data: [
    [1, 'Widget Makers Inc.', 'WDGT', 'Nasdaq'],
    [2, 'Hathaway Hill Inc.', 'HATH-B', 'NYSE'],
    [3, 'Over The Counter AG', 'OTCAY', 'OTC'],
    [4, 'Nowhere Corp', 'NOWH', null],
  ],
});

const FUNDS = JSON.stringify({
  fields: ['cik', 'seriesId', 'classId', 'symbol'],
  data: [
    [5, 'S1', 'C1', 'SMPF'],
    [5, 'S1', 'C2', '(SMPIX)'],
    [5, 'S1', 'C3', 'n/a'],
    [5, 'S1', 'C4', ''],
  ],
});

const NASDAQ = [
  'Symbol|Security Name|Market Category|Test Issue|Financial Status|Round Lot Size|ETF|NextShares',
  'WDGT|Widget Makers Inc. - Common Stock|Q|N|N|100|N|N',
  'ALPA|Alpenglow Inc. - Class A Common Stock|Q|N|N|100|N|N',
  'ALPC|Alpenglow Inc. - Class C Capital Stock|Q|N|N|100|N|N',
  'ALPAW|Alpenglow Inc. - Warrant|Q|N|N|100|N|N',
  'SMPF|Sample 100 ETF|G|N|N|100|Y|N',
  'ZVZZT|NASDAQ TEST STOCK|G|Y|N|100|N|N',
  'File Creation Time: 0721202521:31|||||||',
  '',
].join('\r\n');

const OTHER = [
  'ACT Symbol|Security Name|Exchange|CQS Symbol|ETF|Round Lot Size|Test Issue|NASDAQ Symbol',
  'HATH.B|Hathaway Hill Inc. Class B|N|HATH.B|N|1|N|HATH.B',
  'HATH$C|Hathaway Hill Inc. 5% Series C Preferred Stock|N|HATHpC|N|100|N|HATH-C',
  'IWX|iSample Small Companies ETF|P|IWX|Y|100|N|IWX',
  'GPPP|Gap, Inc. (The) Common Stock|A|GPPP|N|100|N|GPPP',
  'ZXIET|IEX Test Company|V|ZXIET|N|100|Y|ZXIET',
  'File Creation Time: 0721202521:31|||||||',
].join('\n');

describe('parseDirectoryFile', () => {
  it('reads company_tickers.json: dots for classes, one plain name an issuer, everyday words marked', () => {
    expect(brief(parseDirectoryFile('a.json', TICKERS))).toEqual([
      ['WDGT', 'stock', 'WIDGET MAKERS INC', null, false],
      ['HATH.B', 'stock', 'Hathaway Hill Inc.', null, false],
      ['HATH.A', 'stock', 'Hathaway Hill Inc. (HATH.A)', null, false],
      ['TGTT', 'stock', 'TARGET CORP', null, true],
      ['SMPF', 'fund', 'Sample 100 ETF Trust', null, false],
    ]);
  });

  it('reads company_tickers_exchange.json with market identifiers', () => {
    expect(brief(parseDirectoryFile('b.json', EXCHANGE)).map(([id, , , exchange]) => [id, exchange])).toEqual([
      ['WDGT', 'XNAS'],
      ['HATH.B', 'XNYS'],
      ['OTCAY', 'OTCM'],
      ['NOWH', null],
    ]);
  });

  it('finds columns by name, whatever their order', () => {
    const turned = JSON.stringify({ fields: ['exchange', 'new', 'ticker', 'cik', 'name'], data: [['NYSE', { x: 1 }, 'AAA', 7, 'Triple A Inc']] });
    expect(brief(parseDirectoryFile('b.json', turned))).toEqual([['AAA', 'stock', 'Triple A Inc', 'XNYS', false]]);
  });

  it('reads company_tickers_mf.json: symbols only, without the blanks', () => {
    expect(brief(parseDirectoryFile('c.json', FUNDS))).toEqual([
      ['SMPF', 'fund', 'SMPF fund', null, false],
      ['SMPIX', 'fund', 'SMPIX fund', null, false],
    ]);
  });

  it('reads nasdaqlisted.txt without test issues', () => {
    expect(brief(parseDirectoryFile('d.txt', NASDAQ))).toEqual([
      ['WDGT', 'stock', 'Widget Makers Inc.', 'XNAS', false],
      ['ALPA', 'stock', 'Alpenglow Inc.', 'XNAS', false],
      ['ALPC', 'stock', 'Alpenglow Inc. (ALPC)', 'XNAS', false],
      ['ALPAW', 'stock', 'Alpenglow Inc. - Warrant', 'XNAS', false],
      ['SMPF', 'fund', 'Sample 100 ETF', 'XNAS', false],
    ]);
  });

  it('reads otherlisted.txt with each line’s exchange', () => {
    expect(brief(parseDirectoryFile('e.txt', OTHER))).toEqual([
      ['HATH.B', 'stock', 'Hathaway Hill Inc.', 'XNYS', false],
      ['HATH-PC', 'stock', 'Hathaway Hill Inc. 5% Series C Preferred Stock', 'XNYS', false],
      ['IWX', 'fund', 'iSample Small Companies ETF', 'ARCX', false],
      ['GPPP', 'stock', 'Gap, Inc.', 'XASE', true],
    ]);
  });

  const table = (fields: string, ...rows: string[]) => `{"fields":[${fields}],"data":[${rows.join(',')}]}`;
  const COMPANY = '"cik","name","ticker","exchange"';
  const faults: [string, string, string][] = [
    ['nothing', '', ': the file is empty'],
    ['white space', ' \r\n\ufeff', ': the file is empty'],
    ['a web page', '\n<!DOCTYPE html><html>Access denied</html>', ': this is a web page'],
    ['plain text', 'Get your apikey', ': not a symbol directory'],
    ['JSON cut short', TICKERS.slice(0, 90), ': the JSON is cut short'],
    ['broken JSON', '{"a":1,}', ', line 1: this is not JSON'],
    ['JSON of another kind', '{"error":"too many requests"}', ', “error”: not a symbol list of SEC'],
    ['a table without symbols', table('"cik","name"'), ': there is no column “ticker”'],
    ['a table with two columns of symbols', table(`${COMPANY},"ticker"`, '[1,"A Inc","AA","NYSE","AB"]'), ': two columns are called “ticker”'],
    ['a table without rows', table(COMPANY), ': there is no symbol in it'],
    ['a row that is too short', table(COMPANY, '[1,"A Inc","AA","NYSE"]', '[2,"B Inc"]'), ', row 2'],
    ['a row without a number of the filer', table(COMPANY, '["x","A Inc","AA","NYSE"]'), ', row 1, “cik”'],
    ['a number of a filer that nobody has', table(COMPANY, '[1e12,"A Inc","AA","NYSE"]'), ', row 1, “cik”'],
    ['a symbol that is none', table(COMPANY, '[1,"A Inc","<b>","NYSE"]'), ', row 1, “ticker”: not a symbol list of SEC: is not a symbol'],
    ['a name that goes on and on', table(COMPANY, `[1,"${'A'.repeat(301)}","AA","NYSE"]`), ', row 1, “name”'],
    ['a list without its closing line', NASDAQ.slice(0, -60), ': the file is cut short: its closing line'],
    ['a list with a broken line', OTHER.replace('|P|IWX|Y|', '|'), ', line 4: 5 cells were found, 8 expected'],
    ['a list that lacks a column', NASDAQ.replace('|ETF|', '|Fund|'), ', line 1: there is no column “ETF”'],
    ['a list that lacks its exchanges', OTHER.replace('|Exchange|', '|Market|'), ', line 1: there is no column “Exchange”'],
    ['a list with a symbol that is none', OTHER.replace('IWX|iS', 'i wx|iS'), ', line 4, “ACT Symbol”: “i wx” is not a symbol'],
    ['a list with a flag that is none', OTHER.replace('|P|IWX|Y|', '|P|IWX|yes|'), ', line 4, “ETF”: “yes” is neither Y nor N'],
    ['a list of test issues only', OTHER.replaceAll('|N|HATH', '|Y|HATH').split('\n').filter((line) => !/IWX|GPPP/.test(line)).join('\n'), ': there is no symbol in it'],
  ];
  it.each(faults)('says what is wrong with %s, and in which file', (_, text, message) => {
    expect(() => parseDirectoryFile('list.txt', text)).toThrow(SourceFormatError);
    expect(() => parseDirectoryFile('list.txt', text)).toThrow(`list.txt${message}`);
  });
});

describe('issuerName', () => {
  const names: [string, string][] = [
    ['Alcoa Corporation Common Stock ', 'Alcoa Corporation'],
    ['Coca-Cola Company (The) Common Stock', 'Coca-Cola Company'],
    ['Acadia Realty Trust Common Shares of Beneficial Interest', 'Acadia Realty Trust'],
    ['Alibaba Group Holding Limited American Depositary Shares each representing eight Ordinary share', 'Alibaba Group Holding Limited'],
    ['Energy Transfer LP Common Units representing limited partner interests', 'Energy Transfer LP'],
    ['US BANCORP \\DE\\', 'US BANCORP'],
    ['WELLS FARGO & COMPANY/MN', 'WELLS FARGO & COMPANY'],
    ['TOYOTA MOTOR CORP/', 'TOYOTA MOTOR CORP'],
    ['Anheuser-Busch InBev SA/NV', 'Anheuser-Busch InBev SA/NV'],
    ['Novo Nordisk A/S', 'Novo Nordisk A/S'],
    ['Alpenglow Inc. - Warrant', 'Alpenglow Inc. - Warrant'],
    ['Class A', 'Class A'],
  ];
  for (const [security, issuer] of names) {
    it(`makes “${issuer}” of “${security}”`, () => expect(issuerName(security)).toBe(issuer));
  }
});

const samples: [string, number, Record<string, [string, string | null]>][] = [
  ['sec/company_tickers_2024-08.json', 10_000, { AAPL: ['stock', null], 'BRK.B': ['stock', null] }],
  ['sec/company_tickers_exchange_2025-12.json', 10_000, { AAPL: ['stock', 'XNAS'], 'BRK.B': ['stock', 'XNYS'] }],
  ['sec/company_tickers_mf_2024-08.json', 28_000, { IWM: ['fund', null] }],
  ['nasdaqtrader/nasdaqlisted_2016-09.txt', 3_000, { AAPL: ['stock', 'XNAS'], QQQ: ['fund', 'XNAS'] }],
  ['nasdaqtrader/nasdaqlisted_2025-07-21.txt', 4_900, { AAPL: ['stock', 'XNAS'], VTWO: ['fund', 'XNAS'] }],
  ['nasdaqtrader/otherlisted_2025-07-21.txt', 6_500, { IWM: ['fund', 'ARCX'], 'BRK.B': ['stock', 'XNYS'] }],
];

describe('files as published', () => {
  for (const [path, atLeast, expected] of samples) {
    const file = new URL(`../../../../../shared/wire-samples/${path}`, import.meta.url);
    it.runIf(existsSync(file))(`reads ${path}`, () => {
      const instruments = parseDirectoryFile(path, readFileSync(file, 'utf8'));
      expect(instruments.length).toBeGreaterThan(atLeast);
      const byId = new Map(instruments.map((instrument) => [instrument.id, instrument]));
      expect(byId.size).toBe(instruments.length);
      for (const [id, [kind, exchange]] of Object.entries(expected)) {
        expect(byId.get(id)).toMatchObject({ kind, exchange });
      }
    });
    if (!existsSync(file)) console.warn(`not there, so not read: wire-samples/${path}`);
  }
});
