import type { Instrument } from '../../market/instrument.ts';
import { parseExchangeList } from './exchange-lists.ts';
import { parseSecSymbols } from './sec-symbols.ts';
import { bodyOf } from './body.ts';
import { SourceFormatError } from './source-format-error.ts';

/**
 * A symbol directory as SEC or the exchanges publish it, told apart by content: `company_tickers.json`,
 * `company_tickers_exchange.json`, `company_tickers_mf.json`, `nasdaqlisted.txt`, `otherlisted.txt`.
 *
 * @param name File name, for error messages only.
 * @throws {SourceFormatError} when the text is none of these, is a web page, is empty or cut short.
 */
export function parseDirectoryFile(name: string, text: string): Instrument[] {
  const body = bodyOf(name, text).trimStart();
  if (body.startsWith('{')) return parseSecSymbols(body, name);
  if (/^(?:ACT )?Symbol\|/.test(body)) return parseExchangeList(body, name);
  throw new SourceFormatError(name, 'not a symbol directory of SEC or of the exchanges');
}
