import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameFacts, framePeriods, SEC_FRAMES } from '../../../../lib/data/sources/sec-frames.ts';
import { addDays, dateOfDay, dayNumber } from '../../../../lib/market/calendar.ts';
import { onDay, parsed, refused, wireSample } from '../../../support/sources.ts';

const TODAY = onDay('2026-10-08');
const KEY = 'NetIncomeLoss/CY2026Q2';

const row = (cik: number, val: number, more: object = {}) => ({
  accn: `0000000000-26-${String(cik).padStart(6, '0')}`, cik, entityName: 'Sample', loc: 'US-IL', start: '2026-04-01', end: '2026-06-30', val, ...more,
});
const frame = (data: object[], more: object = {}) =>
  JSON.stringify({ taxonomy: 'us-gaap', tag: 'NetIncomeLoss', ccp: 'CY2026Q2', uom: 'USD', label: 'Net income', description: '', pts: data.length, data, ...more });

describe('what is asked for', () => {
  const calendar: [string, string[]][] = [
    // 40 days after the end of a quarter it is asked for: 2026-08-09 for the second.
    ['2026-08-08', ['CY2026Q1', 'CY2025Q4', 'CY2025Q3', 'CY2025Q2', 'CY2025Q1', 'CY2024Q4', 'CY2024Q3', 'CY2024Q2', 'CY2025', 'CY2024']],
    ['2026-08-09', ['CY2026Q2', 'CY2026Q1', 'CY2025Q4', 'CY2025Q3', 'CY2025Q2', 'CY2025Q1', 'CY2024Q4', 'CY2024Q3', 'CY2026', 'CY2025', 'CY2024']],
    ['2026-11-20', ['CY2026Q3', 'CY2026Q2', 'CY2026Q1', 'CY2025Q4', 'CY2025Q3', 'CY2025Q2', 'CY2025Q1', 'CY2024Q4', 'CY2026', 'CY2025']],
    ['2027-03-01', ['CY2026Q4', 'CY2026Q3', 'CY2026Q2', 'CY2026Q1', 'CY2025Q4', 'CY2025Q3', 'CY2025Q2', 'CY2025Q1', 'CY2026', 'CY2025']],
  ];
  it.each(calendar)('is on %s what twelve months need', (today, periods) => {
    expect(framePeriods('NetIncomeLoss', today)).toEqual(periods);
  });

  it('is less where the newest figure is enough', () => {
    expect(framePeriods('StockholdersEquity', '2026-10-08')).toEqual(['CY2026Q2I', 'CY2026Q1I']);
    expect(framePeriods('WeightedAverageNumberOfDilutedSharesOutstanding', '2026-10-08')).toEqual(['CY2026Q2', 'CY2026Q1', 'CY2025']);
  });

  it('has the unit in the address, and takes 404 for “nobody reported it”', () => {
    const requests = new Map(SEC_FRAMES.requests(TODAY).map((request) => [request.key, request]));
    expect(requests.get(KEY)).toMatchObject({ url: 'https://data.sec.gov/api/xbrl/frames/us-gaap/NetIncomeLoss/USD/CY2026Q2.json', emptyStatuses: [404] });
    expect(requests.get('WeightedAverageNumberOfDilutedSharesOutstanding/CY2026Q2')?.url).toContain('/shares/');
    expect(requests.size).toBe(49);
  });

  /** The calendar period whose middle is nearest to that of a fiscal period: SEC’s rule. */
  const periodOf = (start: string, end: string): string => {
    const middle = dateOfDay(Math.floor((dayNumber(start) + dayNumber(end)) / 2));
    const year = middle.slice(0, 4);
    return dayNumber(end) - dayNumber(start) > 200 ? `CY${year}` : `CY${year}Q${Math.floor((Number(middle.slice(5, 7)) - 1) / 3) + 1}`;
  };
  const monthEnd = (month: number): string => addDays(new Date(Date.UTC(2000, month + 1, 1)).toISOString().slice(0, 10), -1);

  it('completes twelve months of every company that reports on the last day allowed, whenever its year ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 365 * 6 }), (yearEnd, after) => {
        const today = addDays('2023-01-01', after);
        const asked = framePeriods('NetIncomeLoss', today);
        // Fiscal quarters by the month that they end in, counted from January 2000; three months each.
        const isYearEnd = (month: number) => month % 12 === yearEnd;
        const filed = (month: number) => addDays(monthEnd(month), isYearEnd(month) ? 90 : 45) <= today;
        const thisMonth = (Number(today.slice(0, 4)) - 2000) * 12 + Number(today.slice(5, 7)) - 1;
        let last = thisMonth;
        while ((last - yearEnd) % 3 !== 0 || !filed(last)) last -= 1;
        const quarter = (month: number) => periodOf(addDays(monthEnd(month - 3), 1), monthEnd(month));
        const needed = (end: number): string[] => {
          let year = end;
          while (!isYearEnd(year)) year -= 3;
          const since = Array.from({ length: (end - year) / 3 }, (_, at) => end - at * 3);
          return [periodOf(addDays(monthEnd(year - 12), 1), monthEnd(year)), ...since.flatMap((month) => [quarter(month), quarter(month - 12)])];
        };
        const isThere = (end: number) => needed(end).every((period) => asked.includes(period));
        // A quarter that ends in the first or second month of a calendar quarter is filed before that quarter’s turn comes.
        const isAligned = yearEnd % 3 === 2;
        expect(isThere(last) || (!isAligned && isThere(last - 3))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('sec-frames', () => {
  it('gives the facts of a frame, one a filer', async () => {
    const part = await parsed(SEC_FRAMES, KEY, frame([row(1, -5e6), row(2, 7e9, { loc: undefined, start: '2026-05-03', end: '2026-08-01' })]), TODAY);
    expect(part).toEqual({
      asOf: '2026-08-01',
      summary: '2 companies: NetIncomeLoss, CY2026Q2',
      frames: [
        {
          tag: 'NetIncomeLoss', unit: 'USD', period: 'CY2026Q2',
          facts: [
            { cik: 1, start: '2026-04-01', end: '2026-06-30', value: -5e6, accession: '0000000000-26-000001' },
            { cik: 2, start: '2026-05-03', end: '2026-08-01', value: 7e9, accession: '0000000000-26-000002' },
          ],
          source: { title: 'SEC: NetIncomeLoss, CY2026Q2, as companies reported it', url: 'https://data.sec.gov/api/xbrl/frames/us-gaap/NetIncomeLoss/USD/CY2026Q2.json' },
        },
      ],
    });
  });

  it('takes a filer’s number as text padded with zeros, too', async () => {
    const part = await parsed(SEC_FRAMES, KEY, frame([row(1, 1, { cik: '0001997711' })]), TODAY);
    expect(part.frames?.[0]?.facts[0]?.cik).toBe(1997711);
  });

  it('counts the same row twice once', async () => {
    const part = await parsed(SEC_FRAMES, KEY, frame([row(1, 1), row(1, 1)]), TODAY);
    expect(part.frames?.[0]?.facts).toHaveLength(1);
  });

  it('leaves out a figure beyond all bounds, and says so', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => row(at + 1, 1e6));
    const part = await parsed(SEC_FRAMES, KEY, frame([...rows, row(300, -3e15)]), TODAY);
    expect(part.summary).toBe('200 companies: NetIncomeLoss, CY2026Q2; 1 out of bounds left out');
  });

  const faults: [string, string, string][] = [
    ['a ban page', '<html>Your Request Originates from an Undeclared Automated Tool</html>', 'NetIncomeLoss/CY2026Q2.json: this is a web page'],
    ['a text', 'Too Many Requests', 'JSON was expected, but the file begins “Too Many Requests”'],
    ['JSON cut short', frame([row(1, 1)]).slice(0, -30), 'the JSON is cut short'],
    ['JSON cut short and closed', frame([row(1, 1)], { pts: 2 }), '“pts”: 1 rows were found, 2 are announced'],
    ['a frame without rows', frame([]), 'there is no figure in it'],
    ['another tag', frame([row(1, 1)], { tag: 'Assets' }), '“tag”: “Assets” was found, NetIncomeLoss was asked for'],
    ['another period', frame([row(1, 1)], { ccp: 'CY2025Q2' }), '“ccp”: “CY2025Q2” was found, CY2026Q2 was asked for'],
    ['another unit', frame([row(1, 1)], { uom: 'EUR' }), '“uom”: “EUR” was found, USD was asked for'],
    ['a renamed field', frame([{ ...row(1, 1), val: undefined, value: 1 }]), 'row 1, “val”: not a frame of the SEC'],
    ['text for a figure', frame([row(1, 1), { ...row(2, 1), val: '7' }]), 'row 2, “val”: not a frame of the SEC'],
    ['a figure that is no number', frame([row(1, 1)]).replace('"val":1', '"val":NaN'), 'this is not JSON'],
    ['a day that no calendar has', frame([row(1, 1, { end: '2026-06-31' })]), 'row 1, “end”: not a frame of the SEC: is not a day'],
    ['a day to come', frame([row(1, 1, { end: '2026-10-09' })]), 'row 1, “end”: the date 2026-10-09 lies in the future (today is 2026-10-08)'],
    ['an end before the beginning', frame([row(1, 1, { start: '2026-07-01' })]), 'row 1: it begins on 2026-07-01 and ends on 2026-06-30'],
    ['a period without first day', frame([row(1, 1, { start: undefined })]), 'row 1, “start”: there is no first day'],
    ['two figures of one filer', frame([row(1, 1), row(1, 2)]), 'row 2, “cik”: company 1 has another figure in an earlier row'],
    ['a number that no filer has', frame([row(1, 1, { cik: -4 })]), 'row 1, “cik”'],
    ['an accession number that is none', frame([row(1, 1, { accn: '12' })]), 'row 1, “accn”'],
    ['figures in cents', frame([row(1, 2e14), row(2, 3e14), row(3, 1)]), '2 of 3 figures are out of bounds (1e+12 USD): another unit is meant'],
  ];
  it.each(faults)('refuses %s', (_, body, words) => refused(SEC_FRAMES, KEY, body, TODAY, words));

  it('refuses an instant with a first day', () =>
    refused(SEC_FRAMES, 'StockholdersEquity/CY2026Q2I', frame([row(1, 1)], { tag: 'StockholdersEquity', ccp: 'CY2026Q2I' }), TODAY, 'an instant has no first day'));

  it('takes nothing from keys that would change what objects inherit', async () => {
    const body = frame([row(1, 1)]).replace('"loc":"US-IL"', '"__proto__":{"val":2},"constructor":{"prototype":{"polluted":1}}');
    expect((await parsed(SEC_FRAMES, KEY, body, TODAY)).frames?.[0]?.facts[0]).toEqual({ cik: 1, start: '2026-04-01', end: '2026-06-30', value: 1, accession: '0000000000-26-000001' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('files as published', () => {
  const samples: [string, string, number][] = [
    ['sec/frames_us-gaap_AssetsCurrent_USD_CY2019Q1I.json', 'AssetsCurrent', 4547],
    ['sec/frames_us-gaap_AccountsPayableCurrent_USD_CY2019Q1I.json', 'AccountsPayableCurrent', 3390],
  ];
  for (const [path, tag, count] of samples) {
    const body = wireSample(path);
    it.runIf(body !== null)(`reads ${path}: instants, which end without having begun, up to six weeks off the quarter’s end`, () => {
      const facts = frameFacts(path, JSON.parse(body!.toString()), { tag, unit: 'USD', period: 'CY2019Q1I' }, TODAY);
      expect(facts).toHaveLength(count);
      expect(facts.every(({ start, end }) => start === null && end >= '2019-02-14' && end <= '2019-05-15')).toBe(true);
      expect(new Set(facts.map(({ end }) => end)).size).toBeGreaterThan(10);
    });
  }

  const reports = wireSample('sec/companyfacts_MRVL.json');
  it.runIf(reports !== null)('asks for the frames that the SEC put a company’s last twelve months into, whatever form they were filed with', () => {
    type Fact = { end: string; val: number; frame?: string };
    const { facts } = JSON.parse(reports!.toString()) as { facts: { 'us-gaap': Record<string, { units: Record<string, Fact[]> }> } };
    const framed = facts['us-gaap']['NetIncomeLoss']!.units['USD']!.filter(({ frame }) => frame !== undefined);
    const year = framed.findLast(({ frame }) => frame === 'CY2025')!;
    // Filed in proxy statements too, without fiscal period: the frame alone says what it is.
    expect([year.val, year.end]).toEqual([2670100000, '2026-01-31']);
    const asked = framePeriods('NetIncomeLoss', '2026-06-08');
    const byFrame = new Map(framed.map((fact) => [fact.frame, fact.val]));
    const needed = ['CY2025', 'CY2026Q1', 'CY2025Q1'];
    expect(needed.every((period) => asked.includes(period) && byFrame.has(period))).toBe(true);
    // Twelve months to 2 May 2026: the year, plus its successor’s first quarter, less its own.
    expect(byFrame.get('CY2025')! + byFrame.get('CY2026Q1')! - byFrame.get('CY2025Q1')!).toBe(2526700000);
  });
});
