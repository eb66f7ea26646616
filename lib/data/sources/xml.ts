import { Parser } from 'saxen';
import { SourceFormatError } from './source-format-error.ts';

/** What is called while a document is read. Names come without their namespace prefix: `ss:Row` and `Row` are `Row`. */
export interface XmlReader {
  open?(name: string, attribute: (name: string) => string | null): void;
  /** Text with its entities decoded; in several pieces where mark-up or a long document parts it. */
  text?(text: string): void;
  close?(name: string): void;
}

/** Characters that are read between two pauses: a few milliseconds. */
const STEP = 100_000;

/**
 * Reads XML from front to back, in linear time. A bare `&` is taken for itself, as issuers write it; entities of a
 * document type declaration are not expanded.
 *
 * @throws {SourceFormatError} when the document is cut short or its tags do not match.
 */
export async function readXml(file: string, xml: string, reader: XmlReader, pause: () => Promise<void>): Promise<void> {
  const faults: Error[] = [];
  const parser = new Parser()
    .on('openTag', (name, attributes, decode) => {
      let read: Map<string, string> | null = null;
      reader.open?.(localName(name), (wanted) => {
        read ??= new Map(Object.entries(attributes()).map(([key, value]) => [localName(key), decode(value)]));
        return read.get(wanted) ?? null;
      });
    })
    .on('closeTag', (name) => reader.close?.(localName(name)))
    .on('text', (text, decode) => reader.text?.(decode(text)))
    .on('cdata', (text) => reader.text?.(text))
    .on('error', (error) => faults.push(error));
  for (let from = 0; from < xml.length && faults.length === 0; from += STEP) {
    parser.write(xml.slice(from, from + STEP));
    await pause();
  }
  if (faults.length === 0) parser.end();
  const [fault] = faults;
  if (fault !== undefined) throw new SourceFormatError(file, `the XML is broken or cut short (${fault.message})`);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
