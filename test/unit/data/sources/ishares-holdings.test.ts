import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedLines } from '../../../../lib/data/sources/holding-lines.ts';
import { ISHARES_FUND_DOCUMENT } from '../../../../lib/data/sources/ishares-fund-document.ts';
import { ISHARES_HOLDINGS } from '../../../../lib/data/sources/ishares-holdings.ts';
import { SourceFormatError } from '../../../../lib/data/sources/source-format-error.ts';
import type { FundHoldings } from '../../../../lib/market/holdings.ts';
import { COLUMNS_2026, isharesCsv, SAMPLE_LINES } from '../../../support/fund-files.ts';
import type { IsharesCsv } from '../../../support/fund-files.ts';
import { onDay, parsed, refused, wireSample } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');

async function holdingsOf(body: string | Uint8Array, key = 'IWM', context = TODAY): Promise<FundHoldings> {
  const { holdings } = await parsed(ISHARES_HOLDINGS, key, body, context);
  expect(holdings).toHaveLength(1);
  return holdings![0]!;
}
const brief = ({ lines }: FundHoldings) => lines.map(({ printedSymbol, kind, weightPercent }) => [printedSymbol, kind, weightPercent]);
const SAMPLE = [['WDGT', 'equity', 50], ['HATHB', 'equity', 30], ['SMLR', 'equity', 19], ['USD', 'cash', 1], ['RTYZ6', 'derivative', 0]];

describe('ishares-holdings', () => {
  it('asks for one file a fund, on the site first, then of BlackRock', () => {
    expect(ISHARES_HOLDINGS.requests(TODAY).map(({ key }) => key)).toEqual(['IWM', 'IVV', 'IJR', 'IJH', 'IWB', 'IWV', 'IWC']);
    expect(ISHARES_HOLDINGS.requests(TODAY)[0]?.url).toBe('https://www.ishares.com/us/products/239710/ishares-russell-2000-etf/latest-holdings.csv');
    expect(ISHARES_HOLDINGS.fallback).toBe(ISHARES_FUND_DOCUMENT.id);
    const { url } = ISHARES_FUND_DOCUMENT.requests(TODAY).find(({ key }) => key === 'IJR')!;
    expect(url).toContain('https://www.blackrock.com/varnish-api/');
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ component: 'holdings', portfolioId: '239774', locale: 'en_US' });
  });

  it('gives the lines with their weights, kinds, sectors and figures', async () => {
    const holdings = await holdingsOf(isharesCsv());
    expect(brief(holdings)).toEqual(SAMPLE);
    expect(holdings.lines[1]).toEqual({
      printedSymbol: 'HATHB', name: 'HATHAWAY HILL INC CLASS B', sector: 'Communication Services', kind: 'equity', isUnlisted: false,
      weightPercent: 30, marketValueUsd: 300_000, quantity: 30_000, priceUsd: 10,
    });
    expect(holdings).toMatchObject({ fund: 'IWM', asOf: '2026-10-07', source: { url: 'https://www.ishares.com/us/products/239710/ishares-russell-2000-etf' } });
    expect((await parsed(ISHARES_FUND_DOCUMENT, 'IWM', isharesCsv(), TODAY)).summary).toBe('3 holdings');
  });

  const vintages: [string, IsharesCsv][] = [
    ['without a byte order mark (July 2026)', {}],
    ['with one', { bom: '\ufeff' }],
    ['with two', { bom: '\ufeff\ufeff' }],
    ['with CRLF', { newline: '\r\n' }],
    ['in 2019: twelve columns in another order, unquoted', {
      columns: ['Ticker', 'Name', 'Asset Class', 'Weight (%)', 'Price', 'Shares', 'Market Value', 'Notional Value', 'Sector', 'SEDOL', 'ISIN', 'Exchange'], quoted: false,
    }],
    ['in 2021: nineteen columns with Type, CUSIP, ISIN, SEDOL and Shares', {
      columns: ['Ticker', 'Name', 'Type', 'Sector', 'Asset Class', 'Market Value', 'Weight (%)', 'Notional Value', 'Shares', 'CUSIP', 'ISIN', 'SEDOL', 'Price', 'Location', 'Exchange', 'Currency', 'FX Rate', 'Market Currency', 'Accrual Date'],
    }],
    ['in June 2026: a type and two weights', {
      columns: ['Ticker', 'Name', 'Type', 'Sector', 'Asset Class', 'Market Value', 'Notional Value', 'Quantity', 'Price', 'Location', 'Exchange', 'Currency', 'FX Rate', 'Market Currency', 'Accrual Date', 'Market Weight', 'Notional Weight'],
    }],
    ['with columns in reverse and one more', { columns: ['New', ...COLUMNS_2026].toReversed() }],
    ['with a column less', { columns: COLUMNS_2026.filter((title) => title !== 'Weight (%)') }],
    ['with titles in another case, with white space', { columns: COLUMNS_2026.map((title) => (title === 'Asset Class' ? 'ASSET  class ' : title)) }],
    ['with a header block of another length', { head: ['iShares Russell 2000 ETF', '', 'Fund Holdings as of,"Oct 07, 2026"', 'New line,"x"', ''] }],
    ['with the date alone above', { head: ['Fund Holdings as of,"Oct 07, 2026"'] }],
    ['with the date in other words', { head: ['"iShares Russell 2000 ETF"', '"Holdings as of October 7, 2026"'] }],
    ['of another country’s site', { day: '07/Oct/2026' }],
    ['without a disclaimer', { footer: [] }],
    ['without a line break at the end', { footer: [''] }],
    ['with a disclaimer of several lines, unquoted', { footer: ['', 'The content contained herein, among others, is owned', 'or licensed, by BlackRock, Inc.', '', 'All rights reserved, 2026'] }],
    ['with a disclaimer right behind the table', { footer: ['"The content contained herein, among others,\nis owned"', '"©2026 BlackRock"'] }],
    ['with a row of blanks as its end (2019)', { footer: [`\u00a0${','.repeat(COLUMNS_2026.length - 1)}`] }],
  ];
  it.each(vintages)('reads the file %s', async (_, options) => {
    const columns = options.columns?.map((title) => (title === 'ASSET  class ' ? 'Asset Class' : title));
    const text = columns === undefined ? isharesCsv(options) : isharesCsv({ ...options, columns }).replace('Asset Class', options.columns!.includes('ASSET  class ') ? 'ASSET  class ' : 'Asset Class');
    const holdings = await holdingsOf(text);
    expect(brief(holdings)).toEqual(SAMPLE);
    expect(holdings.asOf).toBe('2026-10-07');
    expect(holdings.lines.map(({ quantity }) => quantity)).toEqual([50_000, 30_000, 19_000, 1_000, 0]);
  });

  it('believes the day inside the file', async () => {
    expect((await holdingsOf(isharesCsv({ day: 'May 05, 2026' }))).asOf).toBe('2026-05-05');
  });

  it('takes no price that is not in dollars', async () => {
    const text = isharesCsv().replace('"1,000.00","10.00","-","NASDAQ","-","-","USD"', '').replaceAll('"USD","-"\n"HATHB"', '"CAD","-"\n"HATHB"');
    expect((await holdingsOf(text)).lines.map(({ priceUsd }) => priceUsd)).toEqual([null, 10, 10, null, null]);
  });

  const row = SAMPLE_LINES[2]!;
  const faults: [string, string, RegExp][] = [
    ['a web page', '<!DOCTYPE html><html><head><title>iShares Russell 2000 ETF</title>', /iShares holdings of IWM: this is a web page/],
    ['nothing', '', /empty/],
    ['a byte order mark alone', '\ufeff\n', /empty/],
    ['a text', 'Too Many Requests', /“Ticker”/],
    ['the empty template of a day without trading', isharesCsv({ lines: [], day: '-' }), /there is no line below the header, and its day is “-”: nothing was published/],
    ['a header without lines', isharesCsv({ lines: [] }), /there is no line below the header: nothing was published/],
    ['lines without a day', isharesCsv({ day: '-' }), /does not say for which day it is \(“-”\)/],
    ['a file without its header block', isharesCsv({ head: [] }), /it does not say for which day it is/],
    ['a day that is none', isharesCsv({ day: 'Oct 32, 2026' }), /line 2: “Oct 32, 2026” is not a date/],
    ['a day to come', isharesCsv({ day: 'Oct 09, 2026' }), /2026-10-09 lies in the future/],
    ['another fund’s file', isharesCsv({ name: 'iShares Core 40/60 Moderate Allocation ETF' }), /this is of another fund, “iShares Core 40\/60/],
    ['a column that was renamed', isharesCsv().replace('Market Value', 'Value of the Market'), /line 7: there is no column “Market Value” beside/],
    ['a file without symbols', isharesCsv({ columns: COLUMNS_2026.slice(1) }), /there is no column “Ticker”/],
    ['a column that stands twice', isharesCsv({ columns: [...COLUMNS_2026, 'Market Value'] }), /line 7, “Market Value”: two columns have this title/],
    ['a number with letters', isharesCsv().replace('"190,000.00"', '"190,000.00x"'), /line 10, “Market Value”: “190,000\.00x” is not a number/],
    ['NaN', isharesCsv().replace('"190,000.00"', '"NaN"'), /line 10, “Market Value”: “NaN” is not a number/],
    ['numbers with a decimal comma', isharesCsv().replace('"190,000.00"', '"190.000,00"'), /line 10, “Market Value”/],
    ['an absurd value', isharesCsv().replace('"190,000.00"', '"190,000,000,000,000.00"'), /does not fit the market value/],
    ['weights far from 100', isharesCsv({ columns: COLUMNS_2026 }).replace('"50.00"', '"5.00"'), /add up to 55\.00/],
    ['a line that stands twice', isharesCsv({ lines: [...SAMPLE_LINES, row] }), /line 13: SMLR stands twice/],
    ['a file cut short inside a quotation', isharesCsv().slice(0, isharesCsv().indexOf('SMALLER') + 4), /line 10: a quotation that begins here is not closed/],
    ['a file cut short inside a line', isharesCsv({ quoted: false, footer: [] }).slice(0, -30), /cells were found, 15 expected/],
    ['a row with a cell too many', isharesCsv().replace('"SMLR","SMALLER', '"SMLR","x","SMALLER'), /line 10: 16 cells were found, 15 expected/],
    ['cash alone', isharesCsv({ lines: SAMPLE_LINES.slice(3) }), /no listed share/],
  ];
  it.each(faults)('refuses %s', (_, body, words) => refused(ISHARES_HOLDINGS, 'IWM', body, TODAY, words));

  it('lets others go first while it reads, and refuses more lines than a fund has', async () => {
    let pauses = 0;
    await holdingsOf(isharesCsv(), 'IWM', { ...TODAY, pause: async () => void (pauses += 1) });
    expect(pauses).toBeGreaterThan(1);
    const [line = ''] = isharesCsv().split('\n').filter((one) => one.includes('SMLR'));
    await refused(ISHARES_HOLDINGS, 'IWM', isharesCsv({ footer: Array.from({ length: 30_000 }, () => line) }), TODAY, /30005 lines are more/);
  });

  it('gives whole holdings or a fault in words, whatever is done to the file', async () => {
    const text = isharesCsv({ bom: '\ufeff' });
    const change = fc.record({ at: fc.nat(text.length - 1), length: fc.nat(40), by: fc.oneof(fc.constantFrom('', '"', ',', '\n', '-', '\u00a0', '__proto__', '<'), fc.string({ maxLength: 5 })) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const damaged = changes.reduce((all, { at, length, by }) => all.slice(0, at) + by + all.slice(at + length), text);
        try {
          const { lines, asOf } = await holdingsOf(damaged);
          expect(lines.reduce((sum, { weightPercent }) => sum + weightPercent, 0)).toBeCloseTo(100, 6);
          expect(asOf <= TODAY.today).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(SourceFormatError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const samples = {
  iwm2025: wireSample('ishares/IWM_2025-11-05.csv'),
  iwm2026: wireSample('ishares/IWM_2026-05-05.csv'),
  iwv: wireSample('ishares/IWV_2025-05-02.csv'),
  ijr2026: wireSample('ishares/IJR_holdings_2026-06-19.csv'),
  ijr2019: wireSample('ishares/IJR_2019-09_edited.csv'),
};
const NOVEMBER = onDay('2026-11-20');
const bySymbol = ({ lines }: FundHoldings, symbol: string) => lines.filter(({ printedSymbol }) => printedSymbol === symbol);
const total = ({ lines }: FundHoldings) => lines.reduce((sum, { weightPercent }) => sum + weightPercent, 0);
const unlisted = ({ lines }: FundHoldings) => lines.filter(({ isUnlisted }) => isUnlisted);

describe('files as published', () => {
  it.runIf(samples.iwm2026 !== null)('IWM, May 2026: mark, a lone no-break space above the header, a disclaimer of several lines; 1,924 share lines of which 9 are left-overs', async () => {
    const iwm = await holdingsOf(samples.iwm2026!, 'IWM', NOVEMBER);
    expect([iwm.asOf, iwm.lines.length, iwm.lines.filter(({ kind }) => kind === 'equity').length, countedLines(iwm.lines).length]).toEqual(['2026-05-05', 1929, 1924, 1915]);
    expect(unlisted(iwm).map(({ printedSymbol }) => printedSymbol)).toEqual(['INH', 'AKE', 'ADRO', 'ADRO', null, 'GTXI', 'P5N994', null, null]);
    expect(total(iwm)).toBeCloseTo(100, 6);
    // Printed 1.93.
    expect(bySymbol(iwm, 'BE')[0]?.weightPercent).toBeCloseTo(1.93, 2);
    // 257 lines are printed as 0.00.
    expect(countedLines(iwm.lines).filter(({ weightPercent }) => weightPercent < 0.005).every(({ weightPercent }) => weightPercent > 0)).toBe(true);
    expect(bySymbol(iwm, 'XTSLA')[0]?.kind).toBe('cash');
    // Classes of shares without a dot, and symbols that only look like them: kept as they are printed.
    for (const symbol of ['MOGA', 'GEFB', 'CRDA', 'RUSHA', 'CENTA', 'BELFB']) expect(bySymbol(iwm, symbol), symbol).toHaveLength(1);
  });

  it.runIf(samples.iwm2025 !== null)('IWM, November 2025: exchanges under their long names, a sector “Other”', async () => {
    const iwm = await holdingsOf(samples.iwm2025!, 'IWM', NOVEMBER);
    expect([iwm.asOf, countedLines(iwm.lines).length]).toEqual(['2025-11-05', 1954]);
    expect(bySymbol(iwm, 'FUBO')[0]?.sector).toBeNull();
    // Pulse Biosciences' warrants have no symbol.
    expect(iwm.lines.find(({ name }) => name.includes('PULSE BIOSCIENCE INC WARRANTS'))?.kind).toBe('derivative');
  });

  it.runIf(samples.iwv !== null)('IWV, May 2025: 1,475 weights of 0.00 and a column that adds up to 98.29; two futures without value', async () => {
    const iwv = await holdingsOf(samples.iwv!, 'IWV', NOVEMBER);
    expect([iwv.asOf, iwv.lines.length, countedLines(iwv.lines).length]).toEqual(['2025-05-02', 2661, 2646]);
    expect(total(iwv)).toBeCloseTo(100, 6);
    expect(countedLines(iwv.lines).filter(({ weightPercent }) => weightPercent < 0.005).length).toBeGreaterThan(1400);
    expect(['RTYM5', 'ESM5', 'WLLBW'].map((symbol) => bySymbol(iwv, symbol)[0]?.kind)).toEqual(['derivative', 'derivative', 'derivative']);
    expect(bySymbol(iwv, 'META')[0]?.sector).toBe('Communication Services');
  });

  it.runIf(samples.ijr2026 !== null)('IJR, 19 June 2026, the eve of a rebalance: 51 swaps printed as equity, dated a holiday, two weights', async () => {
    const ijr = await holdingsOf(samples.ijr2026!, 'IJR', NOVEMBER);
    expect([ijr.asOf, ijr.lines.length, countedLines(ijr.lines).length]).toEqual(['2026-06-19', 665, 604]);
    expect(bySymbol(ijr, 'JXN').map(({ kind }) => kind)).toEqual(['derivative', 'equity']);
    expect(ijr.lines.find(({ printedSymbol }) => printedSymbol === 'HSBBK')?.marketValueUsd).toBe(-5109236.67);
    expect(bySymbol(ijr, 'FORM')[0]?.weightPercent).toBeCloseTo(0.66, 2);
  });

  it.runIf(samples.ijr2019 !== null)('IJR, 2019, without its header block: refused for its day, and read once it has one', async () => {
    await refused(ISHARES_HOLDINGS, 'IJR', samples.ijr2019!, NOVEMBER, /it does not say for which day it is/);
    const ijr = await holdingsOf(`Fund Holdings as of,"Sep 13, 2019"\r\n${samples.ijr2019!.toString('utf8').slice(1)}`, 'IJR', NOVEMBER);
    expect([ijr.asOf, countedLines(ijr.lines).length]).toEqual(['2019-09-13', 601]);
    expect(bySymbol(ijr, 'SIGI')[0]).toMatchObject({ sector: 'Financials', quantity: 3559998, priceUsd: 75.12 });
  });
});
