/**
 * The exchanges' own symbol directories, `https://www.nasdaqtrader.com/dynamic/SymDir/nasdaqlisted.txt` and
 * `otherlisted.txt`: lines parted by `|`, a header, and a last line with the time of creation, which also shows that the
 * file is whole. Test issues are left out. Column meanings: `https://www.nasdaqtrader.com/trader.aspx?id=symboldirdefs`.
 */
import { z } from 'zod';
import type { Instrument } from '../../market/instrument.ts';
import { instrumentsOf } from './listed-security.ts';
import type { ListedSecurity } from './listed-security.ts';
import { bodyOf } from './body.ts';
import { SourceFormatError } from './source-format-error.ts';

/** Exchange codes of `otherlisted.txt`. */
const MARKETS: Readonly<Record<string, string>> = { A: 'XASE', N: 'XNYS', P: 'ARCX', Z: 'BATS', V: 'IEXG' };

const flagSchema = z.enum(['Y', 'N', '']);

const lineSchema = z.object({
  symbol: z.string().regex(/^[A-Z0-9.$+=^#-]{1,14}$/, 'is not a symbol'),
  name: z.string(),
  test: flagSchema,
  fund: flagSchema,
  exchange: z.string().nullable(),
});

interface Layout {
  readonly symbol: string;
  /** Null where the whole list is of one exchange. */
  readonly exchange: string | null;
}

const NASDAQ: Layout = { symbol: 'Symbol', exchange: null };
const OTHER: Layout = { symbol: 'ACT Symbol', exchange: 'Exchange' };

/**
 * Instruments of `nasdaqlisted.txt` or `otherlisted.txt`, told apart by the header.
 *
 * @throws {SourceFormatError} when the text is neither, is cut short, or has a line that cannot be read.
 */
export function parseExchangeList(text: string, file: string): Instrument[] {
  const lines = bodyOf(file, text).trim().split(/\r?\n/);
  const header = (lines[0] ?? '').split('|');
  const layout = [NASDAQ, OTHER].find(({ symbol }) => header[0] === symbol);
  if (layout === undefined) throw new SourceFormatError(file, 'the header is not that of an exchange’s symbol list');
  if (!(lines.at(-1) ?? '').startsWith('File Creation Time')) {
    throw new SourceFormatError(file, 'the file is cut short: its closing line is missing');
  }
  const column = (name: string): number => {
    const at = header.indexOf(name);
    if (at < 0) throw new SourceFormatError(file, `there is no column “${name}”`);
    return at;
  };
  const columns = {
    symbol: column(layout.symbol),
    name: column('Security Name'),
    test: column('Test Issue'),
    fund: column('ETF'),
    exchange: layout.exchange === null ? null : column(layout.exchange),
  };
  const securities = lines.slice(1, -1).flatMap((line, at): ListedSecurity[] => {
    const cells = line.split('|');
    const parsed = lineSchema.safeParse({
      symbol: cells[columns.symbol],
      name: cells[columns.name],
      test: cells[columns.test],
      fund: cells[columns.fund],
      exchange: columns.exchange === null ? null : cells[columns.exchange],
    });
    if (!parsed.success) throw new SourceFormatError(file, `line ${at + 2} cannot be read: ${line.slice(0, 80)}`);
    const { symbol, name, test, fund, exchange } = parsed.data;
    if (test === 'Y') return [];
    const market = exchange === null ? 'XNAS' : (MARKETS[exchange] ?? null);
    return [{ symbol, name, exchange: market, kind: fund === 'Y' ? 'fund' : 'stock' }];
  });
  const instruments = instrumentsOf(securities);
  if (instruments.length === 0) throw new SourceFormatError(file, 'there is no symbol in it');
  return instruments;
}
