import { describe, expect, it } from 'vitest';
import { SEC_SYMBOLS } from '../../../../lib/data/sources/sec-symbols.ts';
import { SEC_TICKERS } from '../../../../lib/data/sources/sec-tickers.ts';
import { onDay, parsed, refused, wireSample } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');

const COMPANIES = JSON.stringify({
  fields: ['cik', 'name', 'ticker', 'exchange'],
  data: [
    [1750, 'Widget Makers Inc.', 'WDGT', 'Nasdaq'],
    [2, 'Hathaway Hill Inc.', 'HATH-B', 'NYSE'],
    [2, 'Hathaway Hill Inc.', 'HATH-PA', 'NYSE'],
    [2, 'Hathaway Hill Inc.', 'HATH-WT', null],
  ],
});
const TICKERS = JSON.stringify({ 0: { cik_str: 1750, ticker: 'WDGT', title: 'Widget Makers Inc.' }, 1: { cik_str: 2, ticker: 'HATH-B', title: 'Hathaway Hill Inc.' } });
const FUNDS = JSON.stringify({ fields: ['cik', 'seriesId', 'classId', 'symbol'], data: [[5, 'S1', 'C1', 'SMPF'], [5, 'S1', 'C2', 'smpix'], [5, 'S1', 'C3', 'n/a'], [5, 'S1', 'C4', 'SMPF']] });

describe('sec-symbols', () => {
  it('asks for the companies with their exchanges, and for the funds', () => {
    expect(SEC_SYMBOLS.requests(TODAY).map(({ key, url }) => [key, url])).toEqual([
      ['companies', 'https://www.sec.gov/files/company_tickers_exchange.json'],
      ['funds', 'https://www.sec.gov/files/company_tickers_mf.json'],
    ]);
  });

  it('gives the companies, and SEC’s number of each by canonical symbol', async () => {
    const { instruments, filers, summary, asOf } = await parsed(SEC_SYMBOLS, 'companies', COMPANIES, TODAY);
    expect(instruments?.map(({ id, exchange }) => [id, exchange])).toEqual([['WDGT', 'XNAS'], ['HATH.B', 'XNYS'], ['HATH-PA', 'XNYS'], ['HATH.W', null]]);
    expect(filers).toEqual(new Map([['WDGT', 1750], ['HATH.B', 2], ['HATH-PA', 2], ['HATH.W', 2]]));
    expect([summary, asOf]).toEqual(['4 symbols of companies', null]);
  });

  it('gives the funds once each, without numbers: a trust’s number is not that of one of its funds', async () => {
    const { instruments, filers, summary } = await parsed(SEC_SYMBOLS, 'funds', FUNDS, TODAY);
    expect(instruments?.map(({ id, kind, name }) => [id, kind, name])).toEqual([['SMPF', 'fund', 'SMPF fund'], ['SMPIX', 'fund', 'SMPIX fund']]);
    expect(filers).toBeUndefined();
    expect(summary).toBe('2 symbols of funds');
  });

  it('falls back to the short list, which has the same key', async () => {
    expect(SEC_SYMBOLS.fallback).toBe(SEC_TICKERS.id);
    const { instruments, filers } = await parsed(SEC_TICKERS, 'companies', TICKERS, TODAY);
    expect(instruments?.map(({ id, exchange }) => [id, exchange])).toEqual([['WDGT', null], ['HATH.B', null]]);
    expect(filers).toEqual(new Map([['WDGT', 1750], ['HATH.B', 2]]));
  });

  it('takes a byte order mark', async () => {
    expect((await parsed(SEC_SYMBOLS, 'companies', `\ufeff${COMPANIES}`, TODAY)).filers?.size).toBe(4);
  });

  it('lets others go first between its steps', async () => {
    let pauses = 0;
    const pause = () => {
      pauses += 1;
      return Promise.resolve();
    };
    await parsed(SEC_SYMBOLS, 'companies', COMPANIES, { ...TODAY, pause });
    expect(pauses).toBeGreaterThan(1);
  });

  const faults: [string, string, string, string][] = [
    ['companies', 'a web page', '<html>Request Rate Threshold Exceeded</html>', 'company_tickers_exchange.json: this is a web page'],
    ['companies', 'a text', 'Undeclared Automated Tool', 'JSON was expected, but the file begins “Undeclared Automated Tool”'],
    ['companies', 'JSON cut short', COMPANIES.slice(0, -20), 'the JSON is cut short'],
    ['companies', 'the list of the funds', FUNDS, 'there is no column “name”'],
    ['companies', 'the short list', TICKERS, '“fields”: not a symbol list of SEC'],
    ['funds', 'an empty table', '{"fields":["symbol"],"data":[]}', 'company_tickers_mf.json: there is no symbol in it'],
    ['funds', 'a table of blanks', '{"fields":["symbol"],"data":[["n/a"],[""]]}', 'there is no symbol in it'],
  ];
  it.each(faults)('refuses as %s: %s', (key, _, body, words) => refused(SEC_SYMBOLS, key, body, TODAY, words));

  it('makes no property of a key that would change what objects inherit', async () => {
    await refused(SEC_TICKERS, 'companies', '{"__proto__":{"cik_str":1,"ticker":"A","title":"A"},"constructor":{"cik_str":1,"ticker":"B","title":"B"}}', TODAY, 'not a symbol list');
    const { instruments } = await parsed(SEC_SYMBOLS, 'funds', '{"fields":["__proto__","symbol"],"data":[[{"polluted":1},"SMPF"]]}', TODAY);
    expect(instruments).toHaveLength(1);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

const exchange = wireSample('sec/company_tickers_exchange_2025-12.json');
const short = wireSample('sec/company_tickers_2024-08.json');
const funds = wireSample('sec/company_tickers_mf_2024-08.json');

describe('files as published', () => {
  it.runIf(exchange !== null)('reads fields and data in columns, exchanges that are null and the stray “NYS”', async () => {
    const { instruments = [], filers } = await parsed(SEC_SYMBOLS, 'companies', exchange!, TODAY);
    expect([instruments.length, filers?.size]).toEqual([10_218, 10_218]);
    const count = Map.groupBy(instruments, ({ exchange: mic }) => mic);
    expect([count.get('XNAS')?.length, count.get('XNYS')?.length, count.get('OTCM')?.length, count.get(null)?.length, count.get('BATS')?.length]).toEqual([4171, 3274, 2480, 265, 28]);
    expect([filers?.get('BRK.B'), filers?.get('BRK.A'), filers?.get('AAPL')]).toEqual([1067983, 1067983, 320193]);
  });

  it.runIf(short !== null)('reads an object keyed by numbers, numbers of filers that are integers, and classes with a dash', async () => {
    const { instruments = [], filers } = await parsed(SEC_TICKERS, 'companies', short!, TODAY);
    expect(instruments.length).toBeGreaterThan(10_000);
    expect([filers?.get('BRK.B'), filers?.has('BRK-B')]).toEqual([1067983, false]);
  });

  it.runIf(funds !== null)('reads the funds', async () => {
    const { instruments = [] } = await parsed(SEC_SYMBOLS, 'funds', funds!, TODAY);
    expect(instruments.length).toBeGreaterThan(28_000);
    expect(instruments.find(({ id }) => id === 'IWM')?.kind).toBe('fund');
  });
});
