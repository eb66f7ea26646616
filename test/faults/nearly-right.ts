/** Bodies of the made-up market that are nearly right, by source. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

type Change = (good: Buffer) => string | Uint8Array;

export interface NearlyRight {
  readonly renamed: Change;
  /** A row that stands twice; null where a body has no rows. */
  readonly repeated: Change | null;
  /** Whether a repeated row is read once, or a sign that the file is not to be believed. */
  readonly isRepeatFine: boolean;
  /** Null where a body has no numbers. */
  readonly notANumber: Change | null;
  readonly absurd: Change | null;
}

const text = (change: (good: string) => string): Change => (good) => change(good.toString('utf8'));
const replaced = (from: string | RegExp, to: string): Change => text((good) => good.replace(from, to));

/** A change of one file inside a workbook. */
const inside = (path: string, from: string | RegExp, to: string): Change => (good) => {
  const files = unzipSync(good);
  return zipSync({ ...files, [path]: strToU8(strFromU8(files[path] ?? new Uint8Array()).replace(from, to)) });
};

const LINE = /\n([^\n]+)\n/;
const SHEET = 'xl/worksheets/sheet1.xml';

const JSON_FIGURES = { repeated: null, isRepeatFine: false } as const;

const BY_SOURCE: Readonly<Record<string, NearlyRight>> = {
  'exchange-lists': { renamed: replaced('Security Name', 'Title'), repeated: replaced(LINE, '\n$1\n$1\n'), isRepeatFine: true, notANumber: null, absurd: null },
  'sec-symbols': {
    renamed: replaced('"ticker"', '"symbol"'),
    repeated: replaced(/\[(\d+,[^\]]+)\]/, '[$1],[$1]'),
    isRepeatFine: true,
    notANumber: replaced(/\[\d+,/, '[NaN,'),
    absurd: replaced(/\[\d+,/, '[-1,'),
  },
  'sec-tickers': {
    renamed: replaced(/"ticker"/g, '"symbol"'),
    repeated: replaced(/"0":(\{[^}]+\})/, '"0":$1,"99":$1'),
    isRepeatFine: true,
    notANumber: replaced(/"cik_str":\d+/, '"cik_str":NaN'),
    absurd: replaced(/"cik_str":\d+/, '"cik_str":1e30'),
  },
  'sec-frames': {
    renamed: replaced(/"val"/g, '"value"'),
    repeated: replaced(/(\{"accn"[^}]+\})/, '$1,$1'),
    isRepeatFine: false,
    notANumber: replaced(/"val":-?\d+/, '"val":NaN'),
    absurd: replaced(/"val":-?\d+/g, '"val":1e300'),
  },
  'yahoo-chart': {
    renamed: replaced('"timestamp"', '"time"'),
    repeated: replaced(/"timestamp":\[(\d+)/, '"timestamp":[$1,$1'),
    isRepeatFine: false,
    notANumber: replaced(/"close":\[[\d.]+/, '"close":[NaN'),
    absurd: replaced(/"close":\[[\d.]+/, '"close":[1e9'),
  },
  fred: {
    renamed: replaced('observation_date', 'when'),
    repeated: replaced(LINE, '\n$1\n$1\n'),
    isRepeatFine: false,
    notANumber: replaced(/,\d+\.\d+\n/, ',NaN\n'),
    absurd: replaced(/,\d+\.\d+\n/, ',900000.00\n'),
  },
  'ishares-holdings': {
    renamed: replaced('Ticker,Name', 'Code,Name'),
    repeated: replaced(/\n("QZAA"[^\n]+)\n/, '\n$1\n$1\n'),
    isRepeatFine: false,
    notANumber: replaced(/("QZAA".*?"Equity",)"[\d,.]+"/, '$1"NaN"'),
    absurd: replaced(/("QZAA".*?"Equity",)"[\d,.]+"/, '$1"1e300"'),
  },
  'ishares-product-data': {
    renamed: replaced('"ticker":', '"symbols":'),
    repeated: replaced(/"value":\["QZAA"/, '"value":["QZAA","QZAA"'),
    isRepeatFine: false,
    notANumber: replaced(/("marketValue":\{[^[]*\[)\d+/, '$1NaN'),
    absurd: replaced(/("marketValue":\{[^[]*\[)\d+/, '$11e300'),
  },
  'ishares-fundamentals': { ...JSON_FIGURES, renamed: replaced('"fundamentalsAndRisk"', '"fundamentals"'), notANumber: replaced('"value":19.6', '"value":NaN'), absurd: replaced('"value":19.6', '"value":1e9') },
  'ishares-screener': { ...JSON_FIGURES, renamed: replaced(/"localExchangeTicker"/g, '"ticker"'), notANumber: replaced('"r":12.4', '"r":NaN'), absurd: replaced(/"r":12.4/g, '"r":1e9') },
  'ishares-workbook': {
    renamed: replaced('NAV per Share', 'Value'),
    repeated: replaced(/(<ss:Row>\s*<ss:Cell[^>]*>\s*<ss:Data[^>]*>\w{3} \d\d, \d{4}<\/ss:Data>\s*<\/ss:Cell>\s*<ss:Cell[^>]*>\s*<ss:Data[^>]*>[\d.]+<[\s\S]*?<\/ss:Row>)/, '$1$1'),
    isRepeatFine: false,
    notANumber: replaced(/>1\d\d\.\d{4}</, '>NaN<'),
    absurd: replaced(/>1\d\d\.\d{4}</, '>900000<'),
  },
  'ssga-holdings': {
    renamed: inside('xl/sharedStrings.xml', '<t>Weight</t>', '<t>Share</t>'),
    repeated: inside(SHEET, /(<row r="6">.*?<\/row>)/, '$1$1'),
    isRepeatFine: false,
    notANumber: inside(SHEET, /(<row r="6">.*?t="n"><v>)[\d.]+/, '$1NaN'),
    absurd: inside(SHEET, /(<row r="6">.*?t="n"><v>)[\d.]+/, '$1900000'),
  },
  'invesco-holdings': {
    renamed: replaced(/"percentageOfTotalNetAssets"/g, '"weight"'),
    repeated: replaced(/(\{"ticker"[^}]+\})/, '$1,$1'),
    isRepeatFine: false,
    notANumber: replaced(/"percentageOfTotalNetAssets":[\d.]+/, '"percentageOfTotalNetAssets":NaN'),
    absurd: replaced(/"percentageOfTotalNetAssets":[\d.]+/, '"percentageOfTotalNetAssets":1e9'),
  },
  'invesco-fund-details': { ...JSON_FIGURES, renamed: replaced(/"(nav|feeValue|totalNoOfHoldings)"/g, '"the$1"'), notANumber: replaced('"feeValue":0.18', '"feeValue":NaN'), absurd: replaced('"feeValue":0.18', '"feeValue":1e9') },
  'vanguard-holdings': {
    renamed: replaced('"entity"', '"lines"'),
    repeated: replaced(/(\{"type"[^}]+\})/, '$1,$1'),
    isRepeatFine: false,
    notANumber: replaced(/"percentWeight":"[\d.]+"/, '"percentWeight":"NaN"'),
    absurd: replaced(/"percentWeight":"[\d.]+"/, '"percentWeight":"900000"'),
  },
  'vanguard-characteristics': { ...JSON_FIGURES, renamed: replaced('"equityCharacteristic"', '"characteristic"'), notANumber: replaced('"19.5x"', '"NaNx"'), absurd: replaced('"19.5x"', '"900000x"') },
};

/** The document of `ishares-fund-document` is the file of `ishares-holdings`. */
export function nearlyRight(id: string): NearlyRight {
  const found = BY_SOURCE[id === 'ishares-fund-document' ? 'ishares-holdings' : id];
  if (found === undefined) throw new Error(`no body of ${id} is nearly right: add one`);
  return found;
}
