import { describe, expect, it } from 'vitest';
import type { CompanyFigures } from '../../../lib/market/company-figures.ts';
import { heldCompanies } from '../../../lib/market/held-company.ts';
import type { CompanyRow } from '../../../lib/market/portfolio.ts';
import type { CompanyFigure } from '../../../lib/market/ttm.ts';
import { constituentRows, constituentsCsv, filterConstituents, sectorsOf, sortConstituents } from '../../../lib/present/constituents.ts';

const NOT_FILED: CompanyFigure = { kind: 'missing', reason: 'not-filed', expectedEnd: null };
const known = (value: number): CompanyFigure => ({ kind: 'known', value, start: '2025-07-01', end: '2026-06-30', route: 'as-reported' });
const figures = (netIncome: CompanyFigure): CompanyFigures => ({ cik: 1, netIncome, revenue: NOT_FILED, equity: NOT_FILED, dilutedShares: NOT_FILED });

function company(symbol: string, name: string, sector: string | null, weightPercent: number, more: Partial<CompanyRow>): CompanyRow {
  const line = {
    printedSymbol: symbol, name, sector, kind: 'equity' as const, isUnlisted: false, weightPercent,
    marketValueUsd: null, quantity: null, priceUsd: null,
  };
  return {
    name, cik: 1, sector, weightPercent, lines: [{ line, instrument: symbol, cik: 1 }],
    figures: null, marketValue: { kind: 'missing', reason: 'no-filer' }, ...more,
  };
}

const ROWS = constituentRows(heldCompanies({ companies: [
  company('BE', 'Bloom Energy', 'Industrials', 1.9, { figures: figures(known(-50e6)), marketValue: { kind: 'known', usd: 30e9 } }),
  company('CRDO', 'Credo', 'Technology', 1.2, { figures: figures(known(200e6)), marketValue: { kind: 'known', usd: 24e9 } }),
  company('ACME', 'Acme', null, 0.8, {}),
  company('IONQ', 'IonQ', 'Technology', 0.5, { figures: figures(NOT_FILED), marketValue: { kind: 'missing', reason: 'not-filed' } }),
] }));
const symbols = (rows: readonly { readonly symbol: string | null }[]): (string | null)[] => rows.map(({ symbol }) => symbol);

describe('the companies of a fund', () => {
  it('have a P/E when they earn something, and say what is not known', () => {
    expect(ROWS.map(({ rank, netIncome, pe, missing }) => [rank, netIncome, pe, missing])).toEqual([
      [1, -50e6, null, null], [2, 200e6, 120, null], [3, null, null, 'no-filer'], [4, null, null, 'not-filed'],
    ]);
  });

  it('are sorted by any column, the unknown last either way', () => {
    expect(symbols(sortConstituents(ROWS, 'netIncome', true))).toEqual(['CRDO', 'BE', 'ACME', 'IONQ']);
    expect(symbols(sortConstituents(ROWS, 'netIncome', false))).toEqual(['BE', 'CRDO', 'ACME', 'IONQ']);
    expect(symbols(sortConstituents(ROWS, 'sector', false))).toEqual(['BE', 'CRDO', 'IONQ', 'ACME']);
    expect(symbols(sortConstituents(ROWS, 'rank', true))).toEqual(['IONQ', 'ACME', 'CRDO', 'BE']);
  });

  it.each([
    [{ which: 'losses' }, ['BE']],
    [{ which: 'profits' }, ['CRDO']],
    [{ which: 'unknown' }, ['ACME', 'IONQ']],
    [{ sector: 'Technology' }, ['CRDO', 'IONQ']],
    [{ query: ' ion' }, ['IONQ']],
    [{ query: 'acme', sector: 'Technology' }, []],
  ] as const)('are filtered by %o', (filter, expected) => {
    expect(symbols(filterConstituents(ROWS, { which: 'all', sector: null, query: '', ...filter }))).toEqual(expected);
  });

  it('are of sectors in the order of the alphabet', () => {
    expect(sectorsOf(ROWS)).toEqual(['Industrials', 'Technology']);
  });

  it('go into a table of plain figures', () => {
    expect(constituentsCsv(ROWS).split('\r\n').slice(1, 4)).toEqual([
      '1,BE,Bloom Energy,Industrials,1.9,-50000000,2026-06-30,30000000000,,',
      '2,CRDO,Credo,Technology,1.2,200000000,2026-06-30,24000000000,120,',
      '3,ACME,Acme,,0.8,,,,,no-filer',
    ]);
  });
});
