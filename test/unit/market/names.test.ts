import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../../lib/market/instrument.ts';
import { canonicalSymbol, isEverydayKey, nameKey, nameKeys } from '../../../lib/market/names.ts';

function stock(name: string, more: Partial<Instrument> = {}): Instrument {
  return {
    id: 'X',
    kind: 'stock',
    symbol: 'X',
    name,
    aliases: [],
    exchange: null,
    sector: null,
    tracks: null,
    formerSymbols: [],
    commonWord: false,
    ...more,
  };
}

describe('nameKey', () => {
  it.each([
    ['Apple', 'apple'],
    ['  S&P   500 ', 's and p 500'],
    ['S &amp; P 500', 's and p 500'],
    ['AT&T', 'at and t'],
    ['U.S. Steel', 'us steel'],
    ['Amazon.com', 'amazoncom'],
    ['Coca-Cola', 'coca cola'],
    ['Coca‑Cola', 'coca cola'], // non-breaking hyphen
    ['Nasdaq–100', 'nasdaq 100'], // en dash
    ['Estée Lauder', 'estee lauder'],
    ['Mærsk', 'maersk'],
    ['Yum! Brands', 'yum brands'],
    ['E*TRADE', 'etrade'],
    ['iShares® Russell 2000 ETF', 'ishares russell 2000 etf'],
    ['ｓｐｒｏｕｔｓ', 'sprouts'], // full-width letters
    ['…', ''],
  ])('makes %j the key %j', (text, key) => {
    expect(nameKey(text)).toBe(key);
  });

  it('drops a closing possessive, whichever apostrophe it has', () => {
    expect(nameKey("Apple's")).toBe('apple');
    expect(nameKey('Apple’s')).toBe('apple');
    expect(nameKey("Russell 2000's")).toBe('russell 2000');
    expect(nameKey("General Motors'")).toBe('general motors');
  });

  it('keeps the s of names that own it, with and without the apostrophe', () => {
    for (const name of ["Lowe's", 'Lowe’s', 'Lowes']) expect(nameKey(name)).toBe('lowes');
    expect(nameKey("McDonald's")).toBe('mcdonalds');
    expect(nameKey("Standard & Poor's 500")).toBe('standard and poors 500');
    expect(nameKey('Lowe')).toBe('lowe');
  });
});

describe('nameKeys', () => {
  it.each([
    ['Apple Inc.', 'apple'],
    ['The Goldman Sachs Group, Inc.', 'goldman sachs'],
    ['The Coca-Cola Company', 'coca cola'],
    ['JPMorgan Chase & Co.', 'jpmorgan chase'],
    ['Eli Lilly and Company', 'eli lilly'],
    ['Deere & Company', 'deere'],
    ['ASML Holding N.V.', 'asml'],
    ['SAP SE', 'sap'],
    ['Alphabet Inc. Class A', 'alphabet'],
    ["Lowe's Companies, Inc.", 'lowes'],
    ['Digital Realty Trust, Inc.', 'digital realty trust'],
  ])('lets a reader write %j as %j', (name, key) => {
    expect(nameKeys(stock(name))).toContain(key);
    expect(nameKeys(stock(name))).toContain(nameKey(name));
  });

  it('never shortens a name to general words', () => {
    expect(nameKeys(stock('American International Group, Inc.'))).not.toContain('american international');
    expect(nameKeys(stock('Public Company Limited'))).not.toContain('public');
    expect(nameKeys(stock('First Financial Holdings'))).not.toContain('first financial');
  });

  it('gives an everyday word only as an alias', () => {
    expect(nameKeys(stock('Target Corporation'))).not.toContain('target');
    expect(nameKeys(stock('Target Corporation', { aliases: ['Target'], commonWord: true }))).toContain('target');
    expect(nameKeys(stock('News Corporation'))).not.toContain('news');
    expect(nameKeys(stock('Zephyrine Inc.', { commonWord: true }))).not.toContain('zephyrine');
    expect(nameKeys(stock('Zephyrine Inc.'))).toContain('zephyrine');
  });

  it('takes no single word out of a fund’s name: it is what the fund holds', () => {
    expect(nameKeys(stock('Solana ETF', { kind: 'fund', symbol: 'SOLZ' }))).toEqual(['solana etf']);
    expect(nameKeys(stock('Solana Inc', { kind: 'stock' }))).toContain('solana');
  });

  it('shortens names of funds and leaves those of indices alone', () => {
    const fund = stock('SPDR S&P 500 ETF Trust', { kind: 'fund' });
    expect(nameKeys(fund)).toContain('spdr s and p 500');
    expect(nameKeys(stock('iShares Russell 2000 ETF', { kind: 'fund' }))).toContain('ishares russell 2000');
    expect(nameKeys(stock('Russell 2000', { kind: 'index', aliases: ['the Russell'] }))).toEqual([
      'russell 2000',
      'the russell',
    ]);
  });

  it('gives no empty key and none twice', () => {
    const keys = nameKeys(stock('…', { aliases: ['Apple', 'apple', '®'] }));
    expect(keys).toEqual(['apple']);
  });
});

describe('isEverydayKey', () => {
  it('knows words, family names and what is too short', () => {
    for (const key of ['target', 'news', 'williams', 'it', 'first']) expect(isEverydayKey(key)).toBe(true);
    for (const key of ['nvidia', 'apple', 'palantir']) expect(isEverydayKey(key)).toBe(false);
  });
});

describe('canonicalSymbol', () => {
  it.each([
    ['brk-b', 'BRK.B'],
    ['BRK/B', 'BRK.B'],
    ['BRK.B', 'BRK.B'],
    ['BRKB', 'BRKB'],
    ['$iwm', 'IWM'],
    [' SFM ', 'SFM'],
    ['FLR.N', 'FLR'],
    ['AAPL.OQ', 'AAPL'],
    ['BTC-USD', 'BTC-USD'],
  ])('makes %j %j', (text, symbol) => {
    expect(canonicalSymbol(text)).toBe(symbol);
  });
});
