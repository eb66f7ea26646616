import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedLines } from '../../../../lib/data/sources/holding-lines.ts';
import { ownHoldings, parseHoldingsFile } from '../../../../lib/data/sources/holdings-file.ts';
import type { HoldingsFile } from '../../../../lib/data/sources/holdings-file.ts';
import { SourceFormatError } from '../../../../lib/data/sources/source-format-error.ts';
import { isharesCsv, spreadsheetMl, ssgaRows, xlsx } from '../../../support/fund-files.ts';
import { bytesOf, onDay, wireSample } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');
const read = (body: string | Uint8Array, name = 'holdings.csv') => parseHoldingsFile(name, body, TODAY);
const weights = ({ lines }: HoldingsFile) => lines.map(({ printedSymbol, weightPercent }) => [printedSymbol, Number(weightPercent.toFixed(6))]);

const INVESCO = 'Fund Ticker,Security Identifier,Holding Ticker,Shares/Par Value,MarketValue,Weight,Name,Class of Shares,Sector,Date\nQQQ,1,WDGT ,10,"600.00",60,Widget,Common Stock,Energy,10/07/2026\nQQQ,2,HATH,5,400.00,40,Hath,Common Stock,Energy,10/07/2026';
const ARK = 'date,fund,company,ticker,cusip,shares,"market value ($)","weight (%)"\n10/07/2026,ARKK,WIDGET INC,WDGT,1,"1,633","$600.00",60.00%\n10/07/2026,ARKK,HATH WTS,,2,10,"$400.00",40.00%\n"Investors should carefully consider the objectives, risks and charges before investing."';
const VANGUARD = 'Vanguard Russell 2000 ETF (VTWO)\nas of 09/30/2026\n\nSEDOL,HOLDINGS,TICKER,% OF FUNDS,SUB-INDUSTRY,COUNTRY,MARKET VALUE,SHARES\n1,Widget Inc,WDGT,99.99 %,Software,US,"$9,999","1,000"\n2,Tiny Inc,TINY,<0.01%,Banks,US,$1,10';

describe('parseHoldingsFile', () => {
  const files: [string, string | Uint8Array, string, string, string | null, string | null][] = [
    ['iShares, as CSV', isharesCsv({ bom: '\ufeff' }), 'iShares', 'WDGT 50', null, '2026-10-07'],
    ['iShares, as bytes', bytesOf(isharesCsv()), 'iShares', 'WDGT 50', null, '2026-10-07'],
    ['iShares, as the workbook of the page, whose first line is the day of the download', spreadsheetMl({
      Disclaimers: [['x']],
      Holdings: [['08-Oct-2026'], ['iShares Russell 2000 ETF'], ['Fund Holdings as of', 'Oct 07, 2026'], ['Number of Securities (excluding cash and derivatives)', '1.00'], [], ['Ticker', 'Name', 'Asset Class', 'Market Value', 'Weight (%)', 'Shares'], ['WDGT', 'A & B', 'Equity', '3', '75', '1'], ['USD', 'USD CASH', 'Cash', '1', '25', '--']],
    }), 'iShares', 'WDGT 75', null, '2026-10-07'],
    ['State Street, as workbook', xlsx(ssgaRows()), 'State Street', 'WDGT 60.5', 'SPY', '2026-10-07'],
    ['State Street, saved as CSV', 'Fund Name:,Sample\nTicker Symbol:,SPY\nHoldings:,As of 07-Oct-2026\n\nName,Ticker,Identifier,SEDOL,Weight,Sector,Shares Held,Local Currency\nW,WDGT,1,1,60.5,-,2.5E8,USD\nH,HATH.B,2,2,39.5,-,10,USD\n', 'State Street', 'WDGT 60.5', 'SPY', '2026-10-07'],
    ['Invesco', INVESCO, 'Invesco', 'WDGT 60', 'QQQ', '2026-10-07'],
    ['ARK', ARK, 'ARK', 'WDGT 60', 'ARKK', '2026-10-07'],
    ['Vanguard', VANGUARD, 'Vanguard', 'WDGT 99.99', 'VTWO', '2026-09-30'],
    ['symbols and weights', 'Ticker,Weight\nWDGT,60\nHATH,40', 'symbols and weights', 'WDGT 60', null, null],
    ['symbols and weights in percent', 'Symbol,Weight %\nWDGT,60.0%\nHATH,40.0%', 'symbols and weights', 'WDGT 60', null, null],
    ['symbols and fractions', 'weight,symbol\n0.6,WDGT\n0.4,HATH', 'symbols and weights', 'WDGT 60', null, null],
    ['semicolons, as spreadsheets of many countries save them', 'Ticker;Weight;Name\nWDGT;60;"A; B"\nHATH;40;C', 'symbols and weights', 'WDGT 60', null, null],
    ['tabs, as copied out of a table', 'Ticker\tCompany\tWeight\nWDGT\tWidget\t60\nHATH\tHath\t40', 'symbols and weights', 'WDGT 60', null, null],
    ['a list under a heading', 'Largest positions\nAll figures as of the close of business in New York\n\nTicker,Weight\nWDGT,60\nHATH,40', 'symbols and weights', 'WDGT 60', null, null],
    ['a day and a fund in every row', 'Date,Fund,Ticker,Weight\n2026-10-07,IWM,WDGT,60\n2026-10-07,IWM,HATH,40', 'symbols and weights', 'WDGT 60', 'IWM', '2026-10-07'],
  ];
  it.each(files)('reads a file of %s', async (_, body, layout, first, fund, asOf) => {
    const file = await read(body);
    expect([file.layout, weights(file)[0]?.join(' '), file.fund, file.asOf]).toEqual([layout, first, fund, asOf]);
  });

  it('tells shares from the rest without classes, and counts the shares', async () => {
    const file = await read(ARK);
    expect(file.lines.map(({ kind }) => kind)).toEqual(['equity', 'derivative']);
    expect(file.summary).toBe('1 holding');
  });

  it('suggests fund and day by the name of the file, and believes neither', async () => {
    const suggested = async (name: string) => (await read('Ticker,Weight\nWDGT,100', name)).suggested;
    expect(await suggested('IWM_holdings_2026-05-05.csv')).toEqual({ fund: 'IWM', asOf: '2026-05-05' });
    expect(await suggested('VTWO 20260930.csv')).toEqual({ fund: 'VTWO', asOf: '2026-09-30' });
    expect(await suggested('holdings-daily-us-en-spy.csv')).toEqual({ fund: 'SPY', asOf: null });
    expect(await suggested('IWM_2027-01-01.csv')).toEqual({ fund: 'IWM', asOf: null });
    expect(await suggested('My portfolio.csv')).toEqual({ fund: null, asOf: null });
  });

  it('makes holdings of it for the fund and the day that the reader confirmed', async () => {
    const holdings = ownHoldings('mine.csv', await read('Ticker,Weight\nWDGT,100', 'mine.csv'), 'IWM', '2026-10-07');
    expect(holdings).toMatchObject({ fund: 'IWM', asOf: '2026-10-07', source: { title: 'Your file mine.csv', url: null } });
    expect(holdings.lines).toHaveLength(1);
  });

  const faults: [string, string | Uint8Array, RegExp][] = [
    ['no header', 'WDGT,60\nHATH,40', /^holdings\.csv: a header with “Ticker”, “Weight” was expected, but the file begins “WDGT,60/],
    ['no weights', 'Ticker,Name\nWDGT,Widget', /^holdings\.csv, line 1: there is no column “Weight” beside “Ticker, Name”/],
    ['no symbols', 'Company,Weight\nWidget,100', /line 1: there is no column “Ticker” beside “Company, Weight”/],
    ['a weight that is none', 'Ticker,Weight\nWDGT,60\nHATH,forty', /^holdings\.csv, line 3, “Weight”: “forty” is not a number/],
    ['a weight with a decimal comma', 'Ticker;Weight\nWDGT;60,5\nHATH;39,5', /line 2, “Weight”: “60,5” is not a number/],
    ['weights of a part of the fund', 'Ticker,Weight\nWDGT,9\nHATH,8', /the weights add up to 17\.00; about 100 was expected/],
    ['a line that is longer than the header', 'Ticker,Weight\nWDGT,60\nHATH,40,1', /line 3: 3 cells were found, 2 expected/],
    ['two funds', 'Fund,Ticker,Weight\nIWM,WDGT,60\nIVV,HATH,40', /line 3, “Fund”: “IVV” was found beside “IWM”/],
    ['a day to come', 'Date,Ticker,Weight\n2027-01-01,WDGT,100', /2027-01-01 lies in the future/],
    ['a day that is none', 'Date,Ticker,Weight\n2026-02-30,WDGT,100', /line 2, “Date”: “2026-02-30” is not a date/],
    ['nothing', '', /empty/],
    ['a header alone', 'Ticker,Weight\n', /no line below the header/],
    ['a web page', '<!DOCTYPE html><html><table>', /web page/],
    ['XML of something else', '<rss><channel/></rss>', /there is no sheet “Holdings”/],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old Excel file; text was expected/],
    ['a PDF', bytesOf('%PDF-1.7'), /this is a PDF/],
    ['a picture of the archive kind', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /not a workbook/],
  ];
  it.each(faults)('refuses a file with %s, by line and column', async (_, body, words) => {
    const fault: unknown = await read(body).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(SourceFormatError);
    expect((fault as SourceFormatError).message).toMatch(words);
  });

  it('reads back whatever list of symbols and weights there is, in any order of columns', async () => {
    const fund = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[B-Z]{1,5}$/), fc.integer({ min: 1, max: 10_000 })), { selector: ([symbol]) => symbol, minLength: 1, maxLength: 30 });
    const separator = fc.constantFrom(',', ';', '\t');
    await fc.assert(
      fc.asyncProperty(fund, separator, fc.boolean(), async (lines, by, isReversed) => {
        const total = lines.reduce((sum, [, weight]) => sum + weight, 0);
        const rows = [['Ticker', 'Weight'], ...lines.map(([symbol, weight]) => [symbol, ((weight / total) * 100).toFixed(8)])];
        const file = await read(rows.map((cells) => (isReversed ? cells.toReversed() : cells).join(by)).join('\n'));
        expect(file.lines.map(({ printedSymbol }) => printedSymbol)).toEqual(lines.map(([symbol]) => symbol));
        for (const [at, { weightPercent }] of file.lines.entries()) expect(weightPercent).toBeCloseTo((lines[at]![1] / total) * 100, 6);
      }),
    );
  });
});

describe('files as published', () => {
  const samples: [string, string, string | null, string | null, number][] = [
    ['ishares/IWM_2026-05-05.csv', 'iShares', null, '2026-05-05', 1915],
    ['ishares/IJR_2019-09_edited.csv', 'iShares', null, null, 601],
    ['ishares/IVV_fundDownload_2022-05-11.xls', 'iShares', null, '2022-05-11', 504],
    ['ssga/SPY_2025-09-30.xlsx', 'State Street', 'SPY', '2025-09-30', 503],
    ['invesco/QQQ_holdings_2025-09-26.csv', 'Invesco', 'QQQ', '2025-09-26', 101],
  ];
  for (const [path, layout, fund, asOf, counted] of samples) {
    const body = wireSample(path);
    it.runIf(body !== null)(path, async () => {
      const file = await parseHoldingsFile(path.split('/')[1]!, body!, onDay('2026-11-20'));
      expect([file.layout, file.fund, file.asOf, countedLines(file.lines).length]).toEqual([layout, fund, asOf, counted]);
    });
  }
});
