/**
 * XBRL frames of the SEC: what all companies reported under one tag for one calendar period, in one file
 * (`https://data.sec.gov/api/xbrl/frames/…`, described at
 * `https://www.sec.gov/search-filings/edgar-application-programming-interfaces`).
 * The SEC puts every fiscal period into the calendar period nearest to it, one row a filer, the latest filed.
 */
import { z } from 'zod';
import { addDays, isDay } from '../../market/calendar.ts';
import type { Frame, FundamentalTag, ReportedFact } from '../../market/fundamentals.ts';
import { textOf } from './body.ts';
import { rawJson, shapeOf } from './json.ts';
import { notAfter } from './plausible.ts';
import { counted } from './printed.ts';
import { SEC_TERMS } from './sec-symbols.ts';
import { SourceFormatError } from './source-format-error.ts';
import type { SourceContext, SourceRequest, SourceSpec } from './source.ts';

/**
 * A quarter is asked for from so many days after its end. Form 10-Q is due after 40 days from the larger filers and after
 * 45 from the others, and 10-K after 60, 75 or 90 (their General Instructions A): who is late is taken at the quarter before.
 */
const REPORTED_AFTER_DAYS = 40;

interface TagRule {
  readonly unit: Frame['unit'];
  /** What is asked for: whatever twelve months need, or the newest figure. */
  readonly needs: 'trailing' | 'newest-average' | 'newest-instant';
  /**
   * A larger figure, either way, is a filer's slip (thousands taken for dollars) and is left out. Several times the largest
   * ever reported: an income of 0.16, a revenue of 0.7 and an equity of 0.7 trillion dollars, 0.4 trillion shares.
   */
  readonly largest: number;
}

const TAGS: Readonly<Record<FundamentalTag, TagRule>> = {
  NetIncomeLoss: { unit: 'USD', needs: 'trailing', largest: 1e12 },
  ProfitLoss: { unit: 'USD', needs: 'trailing', largest: 1e12 },
  Revenues: { unit: 'USD', needs: 'trailing', largest: 5e12 },
  RevenueFromContractWithCustomerExcludingAssessedTax: { unit: 'USD', needs: 'trailing', largest: 5e12 },
  StockholdersEquity: { unit: 'USD', needs: 'newest-instant', largest: 5e12 },
  WeightedAverageNumberOfDilutedSharesOutstanding: { unit: 'shares', needs: 'newest-average', largest: 2e12 },
};

/** Where more of the rows than this are slips, the file as a whole is of another unit. */
const SLIPS_AT_MOST = 0.01;

const Day = z.string().refine(isDay, 'is not a day');

const Row = z.object({
  accn: z.string().regex(/^\d{10}-\d{2}-\d{6}$/, 'is not an accession number'),
  // Other files of the SEC have the number as text, padded with zeros.
  cik: z.union([z.int().positive().max(9_999_999_999), z.string().regex(/^\d{1,10}$/).transform(Number)]),
  start: Day.nullish(),
  end: Day,
  val: z.number(),
});

const Body = z.object({
  tag: z.string(),
  ccp: z.string(),
  uom: z.string(),
  pts: z.int(),
  data: z.array(z.unknown()),
});

/** Which frame a body must be. */
export interface FrameName {
  readonly tag: string;
  readonly unit: string;
  readonly period: string;
}

/**
 * The calendar periods to ask for, newest first, so that the last twelve months of every company can be made on the given
 * day.
 *
 * A company's fourth quarter is only in its year. Its last twelve months are the year plus the quarters since less the same
 * quarters a year before: with the newest quarter N up to three quarters and the three that lie four further back, N to
 * N−6. Who has a year to report takes up to 90 days for it and stands at N−1 meanwhile (after the turn of the year most
 * companies do): one quarter more. The years are those that ended from N−4 on, each in the calendar year of its middle.
 */
export function framePeriods(tag: FundamentalTag, today: string): string[] {
  const newest = newestQuarter(today);
  const { needs } = TAGS[tag];
  if (needs === 'newest-instant') return [newest, newest - 1].map((quarter) => `${quarterName(quarter)}I`);
  const year = Math.floor(newest / 4);
  const place = newest % 4;
  if (needs === 'newest-average') return [quarterName(newest), quarterName(newest - 1), `CY${place < 2 ? year - 1 : year}`];
  const quarters = Array.from({ length: 8 }, (_, back) => quarterName(newest - back));
  const years = YEARS_BACK[place] ?? [];
  return [...quarters, ...years.map((back) => `CY${year - back}`)];
}

/**
 * By the newest quarter, how far back from its year the fiscal years lie. Those that end at the end of June have their
 * middle at the turn of the year, and a Saturday decides on which side: with the second quarter there are three.
 */
const YEARS_BACK: readonly (readonly number[])[] = [[1, 2], [0, 1, 2], [0, 1], [0, 1]];

/** Quarters are counted through: year × 4 + 0 to 3. */
function newestQuarter(today: string): number {
  const day = addDays(today, -REPORTED_AFTER_DAYS);
  const running = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const isLastDay = /-(?:03-31|06-30|09-30|12-31)$/.test(day);
  return isLastDay ? running : running - 1;
}

function quarterName(quarter: number): string {
  return `CY${Math.floor(quarter / 4)}Q${(quarter % 4) + 1}`;
}

export const SEC_FRAMES: SourceSpec = {
  id: 'sec-frames',
  group: 'sec',
  title: 'SEC company reports',
  gives:
    'Knows profit or loss, revenue, equity and shares of every company that reports to the SEC, and computes index figures ' +
    'from them.',
  terms: SEC_TERMS,
  hosts: ['https://data.sec.gov/*'],
  access: 'required',
  schedule: { every: 'reporting-season', notBefore: '08:00' },
  fallback: null,
  requests: ({ today }) =>
    (Object.keys(TAGS) as FundamentalTag[]).flatMap((tag) =>
      framePeriods(tag, today).map((period): SourceRequest => ({
        key: `${tag}/${period}`,
        url: `https://data.sec.gov/api/xbrl/frames/us-gaap/${tag}/${TAGS[tag].unit}/${period}.json`,
        maxBytes: 8_000_000,
        // Nobody has reported it yet.
        emptyStatuses: [404],
      })),
    ),
  async parse(body, request, context) {
    const [name = '', period = ''] = request.key.split('/');
    const tag = name as FundamentalTag;
    const { unit, largest } = TAGS[tag];
    const file = `${request.key}.json`;
    const json = rawJson(file, textOf(file, body));
    await context.pause();
    const all = frameFacts(file, json, { tag, unit, period }, context);
    const facts = all.filter(({ value }) => Math.abs(value) <= largest);
    const slips = all.length - facts.length;
    if (slips > all.length * SLIPS_AT_MOST) {
      const bounds = `${largest.toExponential()} ${unit}`;
      const fault = `${slips} of ${counted(all.length, 'figure')} are out of bounds (${bounds}): another unit is meant`;
      throw new SourceFormatError(file, fault, { column: 'val' });
    }
    const leftOut = slips === 0 ? '' : `; ${slips} out of bounds left out`;
    const source = { title: `SEC: ${tag}, ${period}, as companies reported it`, url: request.url };
    return {
      asOf: facts.reduce((last, { end }) => (end > last ? end : last), ''),
      summary: `${counted(facts.length, 'company', 'companies')}: ${tag}, ${period}${leftOut}`,
      frames: [{ tag, unit, period, facts, source }],
    };
  },
};

/**
 * The facts of a frame, one a filer.
 *
 * @throws {SourceFormatError} when it is another frame than the one asked for, has another number of rows than it says,
 * two different figures of one filer, or a day to come.
 */
export function frameFacts(
  file: string,
  json: unknown,
  { tag, unit, period }: FrameName,
  { today }: Pick<SourceContext, 'today'>,
): ReportedFact[] {
  const what = 'a frame of the SEC';
  const body = shapeOf(file, json, Body, what);
  for (const [column, asked] of [['tag', tag], ['uom', unit], ['ccp', period]] as const) {
    const found = body[column];
    if (found !== asked) {
      throw new SourceFormatError(file, `“${found.slice(0, 60)}” was found, ${asked} was asked for`, { column });
    }
  }
  const rows = shapeOf(file, body.data, z.array(Row), what);
  if (rows.length !== body.pts) {
    throw new SourceFormatError(file, `${rows.length} rows were found, ${body.pts} are announced`, { column: 'pts' });
  }
  if (rows.length === 0) throw new SourceFormatError(file, 'there is no figure in it');
  const isInstant = period.endsWith('I');
  const facts = new Map<number, ReportedFact>();
  for (const [at, { accn, cik, start: first, end, val }] of rows.entries()) {
    const place = { row: at + 1 };
    const start = first ?? null;
    if (isInstant !== (start === null)) {
      const fault = isInstant ? 'an instant has no first day' : 'there is no first day';
      throw new SourceFormatError(file, fault, { ...place, column: 'start' });
    }
    if (start !== null && start > end) throw new SourceFormatError(file, `it begins on ${start} and ends on ${end}`, place);
    notAfter(file, end, today, { ...place, column: 'end' });
    const known = facts.get(cik);
    if (known !== undefined && (known.value !== val || known.end !== end)) {
      throw new SourceFormatError(file, `company ${cik} has another figure in an earlier row`, { ...place, column: 'cik' });
    }
    facts.set(cik, { cik, start, end, value: val, accession: accn });
  }
  return [...facts.values()];
}
