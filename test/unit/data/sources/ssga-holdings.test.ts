import { describe, expect, it } from 'vitest';
import { countedLines } from '../../../../lib/data/sources/holding-lines.ts';
import { SSGA_HOLDINGS } from '../../../../lib/data/sources/ssga-holdings.ts';
import { ssgaRows, xlsx } from '../../../support/fund-files.ts';
import { bytesOf, onDay, parsed, refused, wireSample } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');
const changed = (change: (rows: (string | number)[][]) => void): Uint8Array => {
  const rows = ssgaRows();
  change(rows);
  return xlsx(rows);
};

describe('ssga-holdings', () => {
  it('asks for one workbook a fund', () => {
    expect(SSGA_HOLDINGS.requests(TODAY).map(({ key, url }) => [key, url.split('/').at(-1)])).toEqual([
      ['SPY', 'holdings-daily-us-en-spy.xlsx'], ['SPSM', 'holdings-daily-us-en-spsm.xlsx'], ['MDY', 'holdings-daily-us-en-mdy.xlsx'], ['DIA', 'holdings-daily-us-en-dia.xlsx'],
    ]);
  });

  it('gives the printed weights, which have six decimals, and no market values: the file has none', async () => {
    const part = await parsed(SSGA_HOLDINGS, 'SPY', xlsx(ssgaRows()), TODAY);
    expect([part.asOf, part.summary]).toEqual(['2026-10-07', '2 holdings']);
    expect(part.holdings?.[0]?.lines.map(({ printedSymbol, kind, weightPercent, quantity, marketValueUsd, sector }) => [printedSymbol, kind, weightPercent, quantity, marketValueUsd, sector])).toEqual([
      ['WDGT', 'equity', 60.5, 2.5e8, null, null],
      ['HATH.B', 'equity', 39.25, 1200, null, null],
      [null, 'cash', 0.25, 5000, null, null],
    ]);
  });

  const vintages: [string, Uint8Array][] = [
    ['with columns in another order and one more', changed((rows) => { for (const row of rows.slice(4, 8)) row.unshift('x', row.pop()!); })],
    ['without the lines above, but for the day', xlsx([['As of 07-Oct-2026'], ...ssgaRows().slice(4)])],
    ['with another number of lines above', xlsx([['State Street'], [], [], ...ssgaRows()])],
    ['without disclaimers', xlsx(ssgaRows().slice(0, 8))],
    ['with weights as text with a sign', changed((rows) => { rows[5]![4] = '60.5%'; })],
    ['with a row of its sum', changed((rows) => { rows.splice(8, 0, ['Total', '', '', '', 100]); })],
  ];
  it.each(vintages)('reads the workbook %s', async (_, body) => {
    const { holdings, asOf } = await parsed(SSGA_HOLDINGS, 'SPY', body, TODAY);
    expect([asOf, holdings?.[0]?.lines.map(({ weightPercent }) => weightPercent)]).toEqual(['2026-10-07', [60.5, 39.25, 0.25]]);
  });

  const faults: [string, Uint8Array, RegExp][] = [
    ['a web page', bytesOf('<!DOCTYPE html>'), /State Street holdings of SPY: this is a web page/],
    ['nothing', bytesOf(''), /empty/],
    ['a CSV', bytesOf('Name,Ticker,Weight'), /this is text; a workbook \(\.xlsx\) was expected/],
    ['another fund’s workbook', xlsx(ssgaRows('07-Oct-2026', 'DIA')), /these are the holdings of DIA/],
    ['a day to come', xlsx(ssgaRows('09-Oct-2026')), /2026-10-09 lies in the future/],
    ['no day', xlsx(ssgaRows('-')), /does not say for which day it is/],
    ['a day that is none', xlsx(ssgaRows('31-Feb-2026')), /line 3: “31-Feb-2026” is not a date/],
    ['a column that was renamed', changed((rows) => { rows[4]![4] = 'Percent'; }), /line 5: there is no column “Weight”/],
    ['a weight that is none', changed((rows) => { rows[6]![4] = 'n.a.'; }), /line 7, “Weight”: “n\.a\.” is not a number/],
    ['weights far from 100', changed((rows) => { rows[5]![4] = 6.05; }), /add up to 45\.55/],
    ['a line that stands twice', changed((rows) => { rows.splice(6, 0, rows[5]!); }), /line 7: WDGT stands twice/],
    ['a table without lines', xlsx(ssgaRows().slice(0, 5)), /no line below the header/],
    ['a workbook cut short', xlsx(ssgaRows()).slice(0, -30), /cut short/],
  ];
  it.each(faults)('refuses %s', (_, body, words) => refused(SSGA_HOLDINGS, 'SPY', body, TODAY, words));
});

describe('workbooks as published', () => {
  for (const [path, day, weight, total] of [['ssga/SPY_2025-09-05.xlsx', '2025-09-05', 7.393046, 99.91], ['ssga/SPY_2025-09-30.xlsx', '2025-09-30', 7.97952, 100.25]] as const) {
    const file = wireSample(path);
    it.runIf(file !== null)(`${path}: header in row 5, “As of …”, numbers as 2.89E8, disclaimers in merged rows; 503 shares and the dollar`, async () => {
      const { asOf, summary, holdings } = await parsed(SSGA_HOLDINGS, 'SPY', file!, onDay('2026-11-20'));
      const lines = holdings?.[0]?.lines ?? [];
      expect([asOf, summary, lines.length, countedLines(lines).length]).toEqual([day, '503 holdings', 504, 503]);
      expect(lines[0]).toMatchObject({ printedSymbol: 'NVDA', weightPercent: weight, sector: null });
      expect(lines.filter(({ printedSymbol }) => printedSymbol?.includes('.')).map(({ printedSymbol }) => printedSymbol).toSorted()).toEqual(['BF.B', 'BRK.B']);
      expect(lines.find(({ kind }) => kind === 'cash')).toMatchObject({ printedSymbol: null, name: 'US DOLLAR' });
      expect(lines.reduce((sum, { weightPercent }) => sum + weightPercent, 0)).toBeCloseTo(total, 2);
    });
  }
});
