/** From the bytes of a body to its text. Servers answer errors and captchas with status 200, so nothing is taken for granted. */
import { SourceFormatError } from './source-format-error.ts';

/** What a body may be: `data` is JSON or a table as text; `markup` is XML, which begins like a web page. */
export type BodyKind = 'data' | 'markup';

/** First bytes of what is no UTF-8 text, and what a reader would call it. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], 'this is UTF-16 text; UTF-8 was expected'],
  [[0xfe, 0xff], 'this is UTF-16 text; UTF-8 was expected'],
  [[0x50, 0x4b, 0x03, 0x04], 'this is a ZIP or Excel file; text was expected'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'this is an old Excel file; text was expected'],
  [[0x1f, 0x8b], 'this is compressed (gzip); text was expected'],
  [[0x25, 0x50, 0x44, 0x46], 'this is a PDF; text was expected'],
];

/** The beginning of a web page, XHTML included. */
const WEB_PAGE = /^(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b/i;

/**
 * The text of a body without its byte order marks, of which files have none, one or two.
 *
 * @throws {SourceFormatError} when the bytes are not UTF-8, or the text is empty or a web page.
 */
export function textOf(file: string, bytes: Uint8Array, kind: BodyKind = 'data'): string {
  for (const [signature, fault] of SIGNATURES) {
    if (signature.every((byte, at) => bytes[at] === byte)) throw new SourceFormatError(file, fault);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SourceFormatError(file, 'this is not UTF-8 text', { line: lineOfBrokenByte(bytes) });
  }
  if (text.includes('\0')) {
    throw new SourceFormatError(file, 'there are zero bytes in it: UTF-16 or no text at all; UTF-8 was expected');
  }
  return bodyOf(file, text, kind);
}

/**
 * A text that somebody else decoded, without byte order marks; lines keep their numbers.
 *
 * @throws {SourceFormatError} when it is empty or a web page.
 */
export function bodyOf(file: string, text: string, kind: BodyKind = 'data'): string {
  const body = text.replace(/^\ufeff+/, '');
  const start = body.slice(0, 1000).trimStart();
  if (start === '' && body.trim() === '') throw new SourceFormatError(file, 'the file is empty');
  const isPage = kind === 'data' ? start.startsWith('<') : WEB_PAGE.test(start);
  if (isPage) throw new SourceFormatError(file, 'this is a web page (HTML), not the data');
  return body;
}

/** The first line with bytes that UTF-8 does not have. */
function lineOfBrokenByte(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return lenient.slice(0, lenient.indexOf('\ufffd')).split('\n').length;
}
