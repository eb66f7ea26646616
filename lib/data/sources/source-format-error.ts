/** A source's file that does not hold what it should; the message names the file and the fault for a person to read. */
export class SourceFormatError extends Error {
  override readonly name = 'SourceFormatError';

  constructor(file: string, fault: string) {
    super(`${file}: ${fault}`);
  }
}

/**
 * The text without byte order mark and white space around it.
 *
 * @throws {SourceFormatError} when it is empty or a web page: servers answer errors and captchas with status 200.
 */
export function bodyOf(file: string, text: string): string {
  const body = text.replace(/^\ufeff/, '').trim();
  if (body === '') throw new SourceFormatError(file, 'the file is empty');
  if (body.startsWith('<')) throw new SourceFormatError(file, 'this is a web page (HTML), not the data');
  return body;
}
