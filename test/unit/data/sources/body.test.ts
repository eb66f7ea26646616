import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bodyOf, textOf } from '../../../../lib/data/sources/body.ts';
import { jsonOf } from '../../../../lib/data/sources/json.ts';
import { SourceFormatError } from '../../../../lib/data/sources/source-format-error.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: number[]) => new Uint8Array([...mark, ...Buffer.from(text, 'utf16le')]);

describe('textOf', () => {
  it('takes none, one or two byte order marks', () => {
    for (const marks of ['', '\ufeff', '\ufeff\ufeff']) expect(textOf('a.csv', bytes(`${marks}Ticker\n`))).toBe('Ticker\n');
  });

  it('keeps lines in their place and letters beyond ASCII', () => {
    expect(textOf('a.csv', bytes('\ufeff\n\u00a0\nNestlé “A” €'))).toBe('\n\u00a0\nNestlé “A” €');
  });

  const faults: [string, Uint8Array, string][] = [
    ['nothing', bytes(''), 'a.csv: the file is empty'],
    ['white space', bytes('\ufeff \r\n\u00a0'), 'a.csv: the file is empty'],
    ['a web page', bytes(' \n<!DOCTYPE html><html>Denied</html>'), 'a.csv: this is a web page (HTML), not the data'],
    ['XML', bytes('<?xml version="1.0"?><x/>'), 'a.csv: this is a web page (HTML), not the data'],
    ['UTF-16, little end first', utf16('Ticker', [0xff, 0xfe]), 'a.csv: this is UTF-16 text; UTF-8 was expected'],
    ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0, 0x41]), 'a.csv: this is UTF-16 text; UTF-8 was expected'],
    ['UTF-16 without mark', utf16('Ticker', []), 'a.csv: there are zero bytes in it: UTF-16 or no text at all; UTF-8 was expected'],
    ['Latin-1', new Uint8Array([...bytes('Ticker\nNestl'), 0xe9, 0x2c]), 'a.csv, line 2: this is not UTF-8 text'],
    ['a letter cut in two', bytes('a\nb\né').slice(0, -1), 'a.csv, line 3: this is not UTF-8 text'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20]), 'a.csv: this is a ZIP or Excel file; text was expected'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'a.csv: this is an old Excel file; text was expected'],
    ['gzip', new Uint8Array([0x1f, 0x8b, 8]), 'a.csv: this is compressed (gzip); text was expected'],
    ['a PDF', bytes('%PDF-1.7'), 'a.csv: this is a PDF; text was expected'],
  ];
  it.each(faults)('says what is wrong with %s', (_, body, message) => {
    expect(() => textOf('a.csv', body)).toThrow(SourceFormatError);
    expect(() => textOf('a.csv', body)).toThrow(message);
  });

  it('tells a web page from XML where XML is due', () => {
    expect(textOf('a.xls', bytes('\ufeff\ufeff<?xml version="1.0"?>\n<ss:Workbook/>'), 'markup')).toContain('<ss:Workbook');
    for (const page of ['<!doctype html>', '<HTML lang="en">', '<?xml version="1.0"?>\n<!DOCTYPE html>', '<head>']) {
      expect(() => textOf('a.xls', bytes(page), 'markup')).toThrow('web page');
    }
  });
});

it('looks through a long run of white space before it calls a body empty', () => {
  const text = `${' '.repeat(5000)}Ticker`;
  expect(bodyOf('a.csv', text)).toBe(text);
});

describe('jsonOf', () => {
  const Rows = z.object({ data: z.array(z.object({ val: z.number() })) });
  const faults: [string, string, string][] = [
    ['a text', 'Get your apikey:\n\n1. Open the page', 'a.json: JSON was expected, but the file begins “Get your apikey: 1. Open the page”'],
    ['a number', '17', 'a.json: JSON was expected, but the file begins “17”'],
    ['an object cut short', '{"data":[{"val":1},{"val"', 'a.json: the JSON is cut short'],
    ['a list cut short', '[1,2,3', 'a.json: the JSON is cut short'],
    ['a fault inside', '{"data":[\n{"val" 1}]}', 'a.json, line 2: this is not JSON from character 8 on'],
    ['no number', '{"data":[{"val":NaN}]}', 'this is not JSON'],
    ['another shape', '{"error":"no"}', 'a.json, “data”: not a list of figures'],
    ['a wrong row', '{"data":[{"val":1},{"val":"2"}]}', 'a.json, row 2, “data.val”: not a list of figures'],
  ];
  it.each(faults)('says what is wrong with %s', (_, text, message) => {
    expect(() => jsonOf('a.json', text, Rows, 'a list of figures')).toThrow(SourceFormatError);
    expect(() => jsonOf('a.json', text, Rows, 'a list of figures')).toThrow(message);
  });

  it('takes nothing from keys that would change what objects inherit', () => {
    const read = jsonOf('a.json', '{"data":[{"val":1,"__proto__":{"polluted":1}}],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}', Rows, 'x');
    expect(read).toEqual({ data: [{ val: 1 }] });
    expect((read as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
