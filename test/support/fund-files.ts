/** Holdings files of a small made-up fund, in the forms in which issuers publish them. */
import { strToU8, zipSync } from 'fflate';

/** A line of the fund: the four that every file has. */
export interface SampleLine {
  readonly ticker: string;
  readonly name: string;
  readonly sector?: string;
  readonly assetClass?: string;
  readonly value: number;
  readonly exchange?: string;
}

/** Three shares, cash and a future: 1,000,000 dollars in all. */
export const SAMPLE_LINES: readonly SampleLine[] = [
  { ticker: 'WDGT', name: 'WIDGET MAKERS INC', sector: 'Information Technology', value: 500_000 },
  { ticker: 'HATHB', name: 'HATHAWAY HILL INC CLASS B', sector: 'Communication', value: 300_000, exchange: 'NYSE' },
  { ticker: 'SMLR', name: 'SMALLER STILL INC', sector: 'Other', value: 190_000 },
  { ticker: 'USD', name: 'USD CASH', sector: 'Cash and/or Derivatives', assetClass: 'Cash', value: 10_000, exchange: '-' },
  { ticker: 'RTYZ6', name: 'RUSSELL 2000 EMINI CME DEC 26', sector: 'Cash and/or Derivatives', assetClass: 'Futures', value: 0, exchange: '-' },
];

const money = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2 });

/** A cell of the sample by the title that iShares gives its column. */
export function isharesCell(title: string, line: SampleLine, total: number): string {
  const cells: Record<string, string> = {
    Ticker: line.ticker,
    Name: line.name,
    Type: line.assetClass === 'Cash' ? 'CASH' : line.assetClass === 'Futures' ? 'INDEX' : 'EQUITY',
    Sector: line.sector ?? '-',
    'Asset Class': line.assetClass ?? 'Equity',
    'Market Value': money(line.value),
    'Weight (%)': ((line.value / total) * 100).toFixed(2),
    'Market Weight': ((line.value / total) * 100).toFixed(2),
    'Notional Weight': '0.00',
    'Notional Value': money(line.value),
    Quantity: money(line.value / 10),
    Shares: money(line.value / 10),
    Price: '10.00',
    Exchange: line.exchange ?? 'NASDAQ',
    'Market Currency': 'USD',
  };
  return cells[title] ?? '-';
}

export interface IsharesCsv {
  readonly lines?: readonly SampleLine[];
  readonly columns?: readonly string[];
  readonly bom?: string;
  readonly name?: string;
  readonly day?: string;
  /** The lines above the header instead of the usual ones. */
  readonly head?: readonly string[];
  readonly footer?: readonly string[];
  readonly newline?: string;
  readonly quoted?: boolean;
}

/** Columns of the files of 2025 and of May 2026. */
export const COLUMNS_2026 = [
  'Ticker', 'Name', 'Sector', 'Asset Class', 'Market Value', 'Weight (%)', 'Notional Value', 'Quantity', 'Price', 'Location', 'Exchange',
  'Currency', 'FX Rate', 'Market Currency', 'Accrual Date',
];

/** A holdings CSV as iShares serves it in 2026, but for what is said otherwise. */
export function isharesCsv(options: IsharesCsv = {}): string {
  const { lines = SAMPLE_LINES, columns = COLUMNS_2026, bom = '', name = 'iShares Russell 2000 ETF', day = 'Oct 07, 2026', newline = '\n', quoted = true } = options;
  const { head = [name, `Fund Holdings as of,"${day}"`, 'Inception Date,"May 22, 2000"', 'Shares Outstanding,"1,000.00"', 'Stock,"-"', '\u00a0'] } = options;
  const { footer = ['\u00a0', '"The content contained herein is owned\nor licensed, for personal use."', ''] } = options;
  const total = lines.reduce((sum, { value }) => sum + value, 0);
  const cell = (text: string): string => (quoted || text.includes(',') ? `"${text}"` : text);
  const rows = lines.map((line) => columns.map((title) => cell(isharesCell(title, line, total))).join(','));
  return bom + [...head, columns.join(','), ...rows, ...footer].join(newline);
}

/** A workbook (`.xlsx`) of one sheet; cells are texts, or numbers where they are given as such. */
export function xlsx(rows: readonly (readonly (string | number)[])[], over: Readonly<Record<string, string>> = {}): Uint8Array {
  const strings: string[] = [];
  const cell = (value: string | number, row: number, column: number): string => {
    const place = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (typeof value === 'number') return `<c r="${place}" t="n"><v>${value}</v></c>`;
    return value === '' ? `<c r="${place}" s="1"/>` : `<c r="${place}" t="s"><v>${strings.push(value) - 1}</v></c>`;
  };
  const data = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join('')}</row>`).join('');
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${main} xmlns:r="r"><sheets><sheet name="holdings" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst ${main}>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${data}</sheetData></worksheet>`,
    ...over,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/** The workbook of a State Street fund. */
export function ssgaRows(day = '07-Oct-2026', ticker = 'SPY'): (string | number)[][] {
  return [
    ['Fund Name:', 'Sample® S&P 500® ETF Trust'],
    ['Ticker Symbol:', ticker],
    ['Holdings:', `As of ${day}`],
    [],
    ['Name', 'Ticker', 'Identifier', 'SEDOL', 'Weight', 'Sector', 'Shares Held', 'Local Currency'],
    ['WIDGET MAKERS INC', 'WDGT', '111111111', '1111111', 60.5, '-', 2.5e8, 'USD'],
    ['HATHAWAY HILL INC CL B', 'HATH.B', '222222222', '2222222', 39.25, '-', 1200, 'USD'],
    ['US DOLLAR', '-', 'CASH_USD', '-', 0.25, '-', 5000, 'USD'],
    ['Past performance is not a reliable indicator of future performance.'],
    [],
    ['Before investing, consider the fund’s investment objectives.'],
  ];
}

/** A SpreadsheetML workbook; the sheets' cells are texts. `bom` and bare ampersands as in the files of iShares. */
export function spreadsheetMl(sheets: Readonly<Record<string, readonly (readonly string[])[]>>, bom = '\ufeff\ufeff'): string {
  const row = (cells: readonly string[]): string => `<ss:Row>\n${cells.map((cell) => `<ss:Cell ss:StyleID="Left">\n<ss:Data ss:Type="String">${cell}</ss:Data>\n</ss:Cell>`).join('\n')}\n</ss:Row>`;
  const sheet = ([name, rows]: [string, readonly (readonly string[])[]]): string => `<ss:Worksheet ss:Name="${name}">\n<ss:Table>\n${rows.map(row).join('\n')}\n</ss:Table>\n</ss:Worksheet>`;
  return `${bom}<?xml version="1.0"?>\n<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\n${Object.entries(sheets).map(sheet).join('\n')}\n</ss:Workbook>`;
}
