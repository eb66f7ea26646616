import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDirectoryFile } from '../../../lib/data/sources/directory-file.ts';
import { csvTable } from '../../../lib/data/sources/csv.ts';
import { joinSymbol, listedSymbol } from '../../../lib/market/symbols.ts';

describe('listedSymbol', () => {
  const forms: [string, string[]][] = [
    ['BRK.B', ['BRK.B', 'BRK-B', 'brk/b', 'BRK B', ' BRK.B ']],
    ['ABR-PD', ['ABR$D', 'ABR-PD', 'ABR.PRD', 'ABR PRD', 'ABR PR D', 'ABR.PD']],
    ['TY-P', ['TY$', 'TY-P', 'TY.P', 'TY.PR']],
    ['AAM.U', ['AAM.U', 'AAM-UN']],
    ['AAM.W', ['AAM.W', 'AAM-WT']],
    ['CELG.R', ['CELG.R', 'CELG-RI']],
    ['IWM', ['IWM', 'iwm', 'IWM.N']],
    ['GOOGL', ['GOOGL', 'GOOGL.O']],
  ];
  it.each(forms)('makes %s of every way of printing it', (symbol, printed) => {
    expect(printed.map(listedSymbol)).toEqual(printed.map(() => symbol));
  });

  it('leaves its own notation as it is', () => {
    for (const [symbol] of forms) expect(listedSymbol(symbol)).toBe(symbol);
  });
});

describe('joinSymbol', () => {
  const listed = new Set(['BRK.A', 'BRK.B', 'BF.B', 'RUSHA', 'RUSHB', 'GOOGL', 'GOOG', 'A', 'AB', 'MOG.A', 'ABR', 'ABR-PD', 'V', 'META', 'MET']);
  const join = (printed: string) => joinSymbol(printed, (symbol) => listed.has(symbol));

  it('takes BRKB, BRK-B, BRK.B, BRK/B and BRK B for one', () => {
    expect(['BRKB', 'BRK-B', 'BRK.B', 'BRK/B', 'BRK B', 'brkb'].map(join)).toEqual(Array.from({ length: 6 }, () => 'BRK.B'));
  });

  it('splits no symbol that is listed as it stands', () => {
    expect(['RUSHA', 'GOOGL', 'META', 'AB', 'V'].map(join)).toEqual(['RUSHA', 'GOOGL', 'META', 'AB', 'V']);
  });

  it('finds a preferred series that is written like a class of share', () => {
    expect(['ABR-D', 'ABR.D', 'ABR$D'].map(join)).toEqual(['ABR-PD', 'ABR-PD', 'ABR-PD']);
  });

  it('finds nothing for what is on no list', () => {
    expect(['-', '', 'P5N994', 'XTSLA', 'BRKC', 'RTYM5', 'B'].map(join)).toEqual([null, null, null, null, null, null, null]);
  });

  it('gives a listed symbol or nothing, and every listed symbol for itself', () => {
    const symbol = fc.stringMatching(/^[A-Z]{1,5}(?:\.[A-Z])?$/).filter((text) => !/\.(?:N|O|P)$/.test(text));
    fc.assert(
      fc.property(fc.uniqueArray(symbol, { minLength: 1 }), fc.string(), (symbols, printed) => {
        const isListed = (one: string) => symbols.includes(one);
        for (const one of symbols) expect(joinSymbol(one, isListed)).toBe(one);
        const joined = joinSymbol(printed, isListed);
        expect(joined === null || isListed(joined)).toBe(true);
      }),
    );
  });
});

const SAMPLES = new URL('../../../../shared/wire-samples/', import.meta.url);
const files = ['nasdaqtrader/nasdaqlisted_2025-07-21.txt', 'nasdaqtrader/otherlisted_2025-07-21.txt', 'sec/company_tickers_exchange_2025-12.json', 'ishares/IWM_2026-05-05.csv', 'ishares/IWM_2025-11-05.csv', 'ishares/IWV_2025-05-02.csv', 'ishares/IJR_2019-09_edited.csv'];
const missing = files.filter((file) => !existsSync(new URL(file, SAMPLES)));
if (missing.length > 0) console.warn(`not there, so symbols were not joined to the published lists: ${missing.join(', ')}`);

describe.runIf(missing.length === 0)('against the published lists', () => {
  const text = (file: string) => readFileSync(new URL(file, SAMPLES), 'utf8').replace(/^\ufeff/, '');
  // This body runs even when its tests are left out.
  const idsOf = (file: string) => (missing.length > 0 ? [] : parseDirectoryFile(file, text(file)).map(({ id }) => id));
  const exchanges = new Set(idsOf(files[0]!).concat(idsOf(files[1]!)));
  const sec = new Set(idsOf(files[2]!));
  const onExchange = (symbol: string) => exchanges.has(symbol);
  const tickersOf = (file: string) =>
    csvTable(file, text(file), { ticker: { titles: ['Ticker'] }, name: { titles: ['Name'] }, kind: { titles: ['Asset Class'] } })
      .rows.filter((row) => row.text('kind') === 'Equity')
      .map((row) => row.text('ticker'));

  it('joins every notation of every class of share to the same symbol', () => {
    const classes = [...exchanges].filter((id) => /^[A-Z]+\.[ABCV]$/.test(id));
    expect(classes.length).toBeGreaterThan(20);
    for (const id of classes) {
      const [issuer = '', share = ''] = id.split('.');
      for (const separator of ['.', '-', '/', ' ']) expect(joinSymbol(`${issuer}${separator}${share}`, onExchange)).toBe(id);
      const runIn = `${issuer}${share}`;
      expect(joinSymbol(runIn, onExchange)).toBe(exchanges.has(runIn) ? runIn : id);
    }
  });

  it('writes the SEC’s and the exchanges’ symbols alike, preferred series, units and warrants too', () => {
    const others = [...sec].filter((id) => /[.-]/.test(id));
    const shared = others.filter((id) => exchanges.has(id));
    expect(shared.length / others.length).toBeGreaterThan(0.85);
    for (const id of ['BRK.B', 'MOG.A', 'ABR-PD', 'TY-P', 'AAM.U', 'AAM.W', 'CELG.R']) expect([sec.has(id), exchanges.has(id)]).toEqual([true, true]);
  });

  const splits: [string, string[]][] = [
    ['ishares/IWM_2026-05-05.csv', ['CRD.A', 'GEF.B', 'MOG.A']],
    ['ishares/IWV_2025-05-02.csv', ['BF.A', 'BF.B', 'BRK.B', 'CWEN.A', 'GEF.B', 'HEI.A', 'LEN.B', 'MOG.A', 'UHAL.B']],
  ];
  it.each(splits)('splits in %s exactly the symbols with a class of share', (file, expected) => {
    const joined = tickersOf(file).map((ticker) => [ticker, joinSymbol(ticker, onExchange)] as const);
    expect(joined.filter(([ticker, symbol]) => symbol !== null && symbol !== ticker).map(([, symbol]) => symbol!).sort()).toEqual(expected);
    for (const whole of ['RUSHA', 'CENTA', 'BELFB']) expect(joined).toContainEqual([whole, whole]);
  });

  it.each(files.slice(3))('joins nearly all of %s, and all that is still listed', (file) => {
    const tickers = tickersOf(file).filter((ticker) => ticker !== '-');
    const unmatched = tickers.filter((ticker) => joinSymbol(ticker, (symbol) => exchanges.has(symbol) || sec.has(symbol)) === null);
    // The lists are of July and December 2025: what was delisted before or listed since is on neither.
    expect(unmatched.length / tickers.length).toBeLessThan(file.includes('2019') ? 0.4 : 0.03);
  });
});
