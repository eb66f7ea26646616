/**
 * The exchanges' own symbol directories, `https://www.nasdaqtrader.com/dynamic/SymDir/nasdaqlisted.txt` and
 * `otherlisted.txt`: lines parted by `|`, a header, and a last line with the time of creation, which also shows that the
 * file is whole. Test issues are left out. Column meanings: `https://www.nasdaqtrader.com/trader.aspx?id=symboldirdefs`.
 */
import type { Instrument } from '../../market/instrument.ts';
import { bodyOf, textOf } from './body.ts';
import { csvTable } from './csv.ts';
import type { CsvColumn, CsvRow } from './csv.ts';
import { instrumentsInSteps, instrumentsOf } from './listed-security.ts';
import type { ListedSecurity } from './listed-security.ts';
import { counted, dayOf } from './printed.ts';
import { notAfter } from './plausible.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { SourceSpec } from './source.ts';

/** Exchange codes of `otherlisted.txt`. */
const MARKETS: ReadonlyMap<string, string> = new Map([
  ['A', 'XASE'],
  ['N', 'XNYS'],
  ['P', 'ARCX'],
  ['Z', 'BATS'],
  ['V', 'IEXG'],
]);

type Column = 'symbol' | 'name' | 'test' | 'fund' | 'exchange';

/** `nasdaqlisted.txt` is of one exchange and has no column for it. */
const COLUMNS: Readonly<Record<Column, CsvColumn>> = {
  symbol: { titles: ['Symbol', 'ACT Symbol'] },
  name: { titles: ['Security Name'] },
  test: { titles: ['Test Issue'] },
  fund: { titles: ['ETF'] },
  exchange: { titles: ['Exchange'], optional: true },
};

const SYMBOL = /^[A-Z0-9.$+=^#-]{1,14}$/;

/** The longest of July 2025, a series of preferred shares with its conditions, has 229 letters. */
const LONGEST_NAME = 600;

interface ExchangeList {
  readonly securities: readonly ListedSecurity[];
  /** Day of creation, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/**
 * Instruments of `nasdaqlisted.txt` or `otherlisted.txt`, told apart by the header.
 *
 * @throws {SourceFormatError} when the text is neither, is cut short, or has a line that cannot be read.
 */
export function parseExchangeList(text: string, file: string): Instrument[] {
  return instrumentsOf(exchangeList(file, bodyOf(file, text)).securities);
}

export const EXCHANGE_LISTS: SourceSpec = {
  id: 'exchange-lists',
  group: 'exchanges',
  title: 'Symbol lists of the exchanges',
  gives: 'Knows every share and fund that is listed in the United States by name and exchange.',
  terms: 'Published by Nasdaq for anyone to download; Nasdaq answers for no error in it.',
  hosts: ['https://www.nasdaqtrader.com/*'],
  access: 'required',
  schedule: { every: 'week', notBefore: '08:00' },
  fallback: null,
  requests: () =>
    ['nasdaqlisted', 'otherlisted'].map((key) => ({
      key,
      url: `https://www.nasdaqtrader.com/dynamic/SymDir/${key}.txt`,
      maxBytes: 8_000_000,
    })),
  async parse(body, { key }, { today, pause }) {
    const file = `${key}.txt`;
    const { securities, asOf } = exchangeList(file, textOf(file, body));
    notAfter(file, asOf, today);
    const instruments = await instrumentsInSteps(securities, pause);
    return { asOf, summary: counted(instruments.length, 'symbol'), instruments };
  },
};

function exchangeList(file: string, text: string): ExchangeList {
  const whole = text.trimEnd();
  const table = whole.slice(0, whole.lastIndexOf('\n') + 1);
  const { header, rows } = csvTable(file, table === '' ? whole : table, COLUMNS, { separator: '|', quoted: false });
  const asOf = creationDay(file, whole.slice(table.length));
  const hasExchange = header.cells[0]?.trim() === 'ACT Symbol';
  if (hasExchange && !header.cells.includes('Exchange')) {
    throw new SourceFormatError(file, 'there is no column “Exchange”', { line: header.line });
  }
  const securities = rows.flatMap((row): ListedSecurity[] => {
    const symbol = row.text('symbol');
    if (!SYMBOL.test(symbol)) throw row.fault('symbol', `“${symbol.slice(0, 30)}” is not a symbol`);
    const name = row.text('name');
    if (name === '') throw row.fault('name', 'the name is missing');
    if (name.length > LONGEST_NAME) throw row.fault('name', `a name of ${name.length} letters is none`);
    const isFund = flag(row, 'fund');
    if (flag(row, 'test')) return [];
    const exchange = hasExchange ? (MARKETS.get(row.text('exchange')) ?? null) : 'XNAS';
    return [{ symbol, name, exchange, kind: isFund ? 'fund' : 'stock' }];
  });
  if (securities.length === 0) throw new SourceFormatError(file, 'there is no symbol in it');
  return { securities, asOf };
}

/** "File Creation Time: 0721202521:31|||||||", with as many bars as columns or fewer. */
function creationDay(file: string, closing: string): string {
  const [, month, date, year] = /^File Creation Time: ?(\d{2})(\d{2})(\d{4})\d{2}:\d{2}\|*$/.exec(closing) ?? [];
  const day = year === undefined ? null : dayOf(`${year}${month ?? ''}${date ?? ''}`);
  if (day === null) {
    throw new SourceFormatError(file, 'the file is cut short: its closing line, “File Creation Time: …”, is missing');
  }
  return day;
}

function flag(row: CsvRow<Column>, column: 'test' | 'fund'): boolean {
  const text = row.text(column);
  if (text !== 'Y' && text !== 'N' && text !== '') throw row.fault(column, `“${text.slice(0, 30)}” is neither Y nor N`);
  return text === 'Y';
}
